#include "gen/draw/apart.hpp"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace fief::gen {
namespace {

/// Sends it all, or gives up when nobody listens.
bool send(int to, const std::string& text) {
    std::size_t sent = 0;
    while (sent < text.size()) {
        const ssize_t n = write(to, text.data() + sent, text.size() - sent);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        sent += static_cast<std::size_t>(n);
    }
    return true;
}

/// Never returns: the copy must not run what the original has yet to do.
[[noreturn]] void work_and_end(const std::function<std::string()>& work, int to) {
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS, SIGPIPE}) std::signal(signal, SIG_DFL);
    bool well = false;
    try {
        well = send(to, work());
    } catch (...) {}
    _exit(well ? 0 : 1);
}

/// Reads to the end; false when the time is up first.
bool receive(int from, std::chrono::steady_clock::time_point end, std::string& out) {
    using std::chrono::milliseconds;
    char block[1 << 16];
    for (;;) {
        const auto left = std::chrono::duration_cast<milliseconds>(end - std::chrono::steady_clock::now());
        if (left <= milliseconds(0)) return false;
        pollfd one{from, POLLIN, 0};
        const int ready = poll(&one, 1, static_cast<int>(std::min<milliseconds::rep>(left.count(), 60'000)));
        if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
        const ssize_t n = ready < 0 ? -1 : read(from, block, sizeof block);
        if (n <= 0) return true;
        out.append(block, static_cast<std::size_t>(n));
    }
}

}  // namespace

Apart do_apart(const std::function<std::string()>& work, std::chrono::milliseconds limit) {
    int ends[2];
    if (pipe(ends) != 0) return {};
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        work_and_end(work, ends[1]);
    }
    close(ends[1]);
    Apart apart;
    if (child > 0) {
        const bool in_time = receive(ends[0], std::chrono::steady_clock::now() + limit, apart.result);
        if (!in_time) kill(child, SIGKILL);
        int status = 0;
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
        const bool well = WIFEXITED(status) && WEXITSTATUS(status) == 0;
        apart.outcome = !in_time ? Apart::Outcome::late : well ? Apart::Outcome::done : Apart::Outcome::crashed;
    }
    close(ends[0]);
    return apart;
}

}  // namespace fief::gen
