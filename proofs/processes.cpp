#include "proofs/processes.hpp"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <exception>
#include <system_error>

namespace fief::proofs {
namespace {

using Clock = std::chrono::steady_clock;

/// Messages on a pipe: a length, then as many bytes. No bytes: the task is done.
bool send(int to, std::string_view bytes) {
    const auto length = static_cast<std::uint32_t>(bytes.size());
    std::string message(sizeof length, '\0');
    std::memcpy(message.data(), &length, sizeof length);
    message += bytes;
    for (std::size_t at = 0; at < message.size();) {
        const ssize_t wrote = write(to, message.data() + at, message.size() - at);
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) return false;
        at += static_cast<std::size_t>(wrote);
    }
    return true;
}

bool read_all(int from, char* to, std::size_t size) {
    while (size > 0) {
        const ssize_t got = read(from, to, size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        to += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

struct Child {
    pid_t pid = -1;
    int tasks = -1, results = -1;
    std::optional<std::string> task;
    std::string bytes;  ///< received, not yet a whole message
    Clock::time_point heard;
    bool overran = false;
};

class Pool {
public:
    Pool(const Processes& settings, std::deque<std::string> tasks) : settings_(settings), tasks_(std::move(tasks)) {}
    ~Pool() {
        for (Child& c : children_) end(c);
    }
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    void run() {
        while (true) {
            give();
            if (children_.empty()) return;
            listen();
            if (settings_.stop && settings_.stop()) return;
        }
    }

private:
    const Processes& settings_;
    std::deque<std::string> tasks_;
    std::vector<Child> children_;

    void give() {
        for (Child& c : children_)
            if (!c.task && !tasks_.empty()) start(c);
        while (!tasks_.empty() && children_.size() < std::max(1U, settings_.jobs)) {
            children_.push_back(fork_one());
            start(children_.back());
        }
        std::erase_if(children_, [&](Child& c) {
            if (c.task) return false;
            end(c);
            return true;
        });
    }

    void start(Child& c) {
        c.task = std::move(tasks_.front());
        tasks_.pop_front();
        c.heard = Clock::now();
        static_cast<void>(send(c.tasks, *c.task));  // if it is dead, its end of the other pipe says so
    }

    Child fork_one() {
        std::array<int, 2> down{}, up{};
        if (pipe(down.data()) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
        if (pipe(up.data()) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
        const pid_t parent = getpid();
        const pid_t pid = fork();
        if (pid < 0) throw std::system_error(errno, std::generic_category(), "fork");
        if (pid == 0) {
            close(down[1]);
            close(up[0]);
            child(parent, down[0], up[1]);
        }
        close(down[0]);
        close(up[1]);
        Child c;
        c.pid = pid;
        c.tasks = down[1];
        c.results = up[0];
        return c;
    }

    [[noreturn]] void child(pid_t parent, int tasks, int results) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent) _exit(0);
        // Ctrl-C is the parent's to answer; an assertion's abort is a crash like any other.
        std::signal(SIGINT, SIG_IGN);
        std::signal(SIGABRT, SIG_DFL);
        const rlimit no_core{0, 0};
        setrlimit(RLIMIT_CORE, &no_core);
        std::uint32_t length = 0;
        while (read_all(tasks, reinterpret_cast<char*>(&length), sizeof length)) {
            std::string task(length, '\0');
            if (!read_all(tasks, task.data(), length)) break;
            try {
                settings_.work(task, [&](std::string_view bytes) {
                    if (!bytes.empty() && !send(results, bytes)) _exit(1);
                });
            } catch (const std::exception&) { std::abort(); }
            if (!send(results, {})) break;
        }
        _exit(0);
    }

    void listen() {
        std::vector<pollfd> polled;
        for (const Child& c : children_) polled.push_back({c.results, POLLIN, 0});
        if (poll(polled.data(), polled.size(), 20) < 0 && errno != EINTR) throw std::system_error(errno, std::generic_category(), "poll");
        const auto now = Clock::now();
        for (std::size_t i = 0; i < children_.size(); ++i) {
            Child& c = children_[i];
            if (polled[i].revents != 0) hear(c, now);
            if (c.pid > 0 && c.task && settings_.silence.count() > 0 && now - c.heard > settings_.silence) {
                c.overran = true;
                kill(c.pid, SIGKILL);
            }
        }
        std::erase_if(children_, [](const Child& c) { return c.pid < 0; });
    }

    void hear(Child& c, Clock::time_point now) {
        std::array<char, 1 << 16> block{};
        const ssize_t got = read(c.results, block.data(), block.size());
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) return;
        if (got <= 0) return died(c);
        c.heard = now;
        c.bytes.append(block.data(), static_cast<std::size_t>(got));
        std::uint32_t length = 0;
        std::size_t at = 0;
        while (c.bytes.size() - at >= sizeof length) {
            std::memcpy(&length, c.bytes.data() + at, sizeof length);
            if (c.bytes.size() - at - sizeof length < length) break;
            const std::string_view message(c.bytes.data() + at + sizeof length, length);
            at += sizeof length + length;
            if (!message.empty()) settings_.receive(*c.task, message);
            else over(c, {});
        }
        c.bytes.erase(0, at);
    }

    void over(Child& c, const Fate& fate) {
        const std::string task = std::move(*c.task);
        c.task.reset();
        for (std::string& more : settings_.ended(task, fate)) tasks_.push_back(std::move(more));
    }

    void died(Child& c) {
        int status = 0;
        while (waitpid(c.pid, &status, 0) < 0 && errno == EINTR) {}
        c.pid = -1;
        end(c);
        if (!c.task) return;
        Fate fate;
        fate.overran = c.overran;
        fate.signal = WIFSIGNALED(status) ? WTERMSIG(status) : SIGABRT;
        over(c, fate);
    }

    static void end(Child& c) {
        if (c.pid > 0) {
            kill(c.pid, SIGKILL);
            while (waitpid(c.pid, nullptr, 0) < 0 && errno == EINTR) {}
            c.pid = -1;
        }
        if (c.tasks >= 0) close(c.tasks);
        if (c.results >= 0) close(c.results);
        c.tasks = c.results = -1;
    }
};

}  // namespace

void Processes::run(std::deque<std::string> tasks) const {
    // A child that died must not take this process with it when it is written to.
    const auto pipes = std::signal(SIGPIPE, SIG_IGN);
    Pool(*this, std::move(tasks)).run();
    std::signal(SIGPIPE, pipes);
}

}  // namespace fief::proofs
