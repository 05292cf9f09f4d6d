#include "bench/process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace fief::bench {
namespace {

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> out;
    for (std::string& word : words) out.push_back(word.data());
    out.push_back(nullptr);
    return out;
}

std::vector<std::string> environment(const std::filesystem::path& cache) {
    std::vector<std::string> out{"XDG_CACHE_HOME=" + cache.string()};
    for (char** entry = environ; *entry != nullptr; ++entry)
        if (const std::string text = *entry; !text.starts_with("XDG_CACHE_HOME=")) out.push_back(text);
    return out;
}

std::chrono::duration<double> seconds(const timeval& time) {
    return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

/// Where the program's standard streams go.
class Streams {
public:
    Streams(const std::filesystem::path& out, const std::filesystem::path& err) {
        posix_spawn_file_actions_init(&actions_);
        constexpr int fresh = O_WRONLY | O_CREAT | O_TRUNC;
        posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, out.c_str(), fresh, 0644);
        posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, err.c_str(), fresh, 0644);
    }
    Streams(const Streams&) = delete;
    Streams& operator=(const Streams&) = delete;
    ~Streams() { posix_spawn_file_actions_destroy(&actions_); }
    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

}  // namespace

Cost run(const std::vector<std::string>& command, const std::filesystem::path& cache, const std::filesystem::path& out,
         const std::filesystem::path& err) {
    std::vector<std::string> words = command, variables = environment(cache);
    const std::vector<char*> argv = pointers(words), envp = pointers(variables);
    const Streams streams(out, err);

    const auto begin = std::chrono::steady_clock::now();
    pid_t pid = 0;
    if (const int error = posix_spawn(&pid, argv[0], streams.get(), nullptr, argv.data(), envp.data()); error != 0)
        throw std::system_error(error, std::generic_category(), command.front());
    int status = 0;
    rusage usage{};
    while (wait4(pid, &status, 0, &usage) < 0)
        if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "wait4");

    Cost cost;
    cost.wall = std::chrono::steady_clock::now() - begin;
    cost.cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    cost.peak = static_cast<double>(usage.ru_maxrss) / 1024;
    cost.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return cost;
}

}  // namespace fief::bench
