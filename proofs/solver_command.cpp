#include "proofs/solver_command.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wordexp.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace fief::proofs {

using Clock = std::chrono::steady_clock;

namespace {

/// A file of our own that is gone when we are.
class Scratch {
public:
    explicit Scratch(const std::string& text) {
        std::string pattern = (std::filesystem::temp_directory_path() / "fief-XXXXXX.smt2").string();
        const int fd = mkstemps(pattern.data(), 5);
        if (fd < 0) throw std::system_error(errno, std::generic_category(), pattern);
        close(fd);
        path_ = pattern;
        std::ofstream(path_, std::ios::binary) << text;
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// A child in a group of its own, with both its outputs on one pipe; it does not outlive this object.
class Child {
public:
    Child(const std::vector<std::string>& words, const std::string& input) {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input.c_str(), O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
        posix_spawnattr_t attributes;
        posix_spawnattr_init(&attributes);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
        posix_spawnattr_setpgroup(&attributes, 0);
        std::vector<char*> argv;
        for (const std::string& w : words) argv.push_back(const_cast<char*>(w.c_str()));
        argv.push_back(nullptr);
        error_ = posix_spawnp(&pid_, argv[0], &actions, &attributes, argv.data(), environ);
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&actions);
        close(ends[1]);
        out_ = ends[0];
        if (error_ != 0) pid_ = -1;
    }
    ~Child() {
        if (pid_ > 0) {
            kill(-pid_, SIGKILL);
            finish();
        }
        close(out_);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// Zero, or why it did not start.
    [[nodiscard]] int error() const { return error_; }

    enum class Next { line, end, late };
    /// The next line of its output.
    Next read_line(std::string& line, Clock::time_point until, const std::function<bool()>& cancelled) {
        for (;;) {
            if (const auto end = pending_.find('\n'); end != std::string::npos) {
                line = pending_.substr(0, end);
                pending_.erase(0, end + 1);
                return Next::line;
            }
            if (ended_) {
                if (pending_.empty()) return Next::end;
                line = std::exchange(pending_, {});
                return Next::line;
            }
            if (Clock::now() >= until || cancelled()) return Next::late;
            pollfd ready{out_, POLLIN, 0};
            if (poll(&ready, 1, 20) <= 0) continue;
            std::array<char, 4096> block;
            const ssize_t got = read(out_, block.data(), block.size());
            if (got > 0) pending_.append(block.data(), static_cast<std::size_t>(got));
            else if (got == 0 || errno != EINTR) ended_ = true;
        }
    }

    /// Waits for its end; says how it ended when that was not well.
    std::string finish() {
        int status = 0;
        while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {}
        pid_ = -1;
        if (WIFSIGNALED(status)) return fmt::format("it was ended by signal {} ({})", WTERMSIG(status), strsignal(WTERMSIG(status)));
        return WEXITSTATUS(status) != 0 ? fmt::format("it ended with exit code {}", WEXITSTATUS(status)) : "";
    }

private:
    pid_t pid_ = -1;
    int out_ = -1, error_ = 0;
    std::string pending_;
    bool ended_ = false;
};

std::optional<Said> answer_of(std::string_view line) {
    while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back())) != 0) line.remove_suffix(1);
    for (Said said : {Said::unsat, Said::sat, Said::unknown})
        if (line == name_of(said)) return said;
    return std::nullopt;
}

std::vector<std::string> split(const std::string& command) {
    wordexp_t words;
    if (wordexp(command.c_str(), &words, WRDE_NOCMD) != 0) return {};
    std::vector<std::string> out(words.we_wordv, words.we_wordv + words.we_wordc);
    wordfree(&words);
    return out;
}

/// Something is true, something else is not.
const Script& trial() {
    static const Script script{"(set-logic UFLIA)\n(declare-sort s 0)\n(declare-fun p (s) Bool)\n(declare-fun a () s)\n",
                               {"(assert (p a))\n", "(assert (and (p a) (not (p a))))\n"}};
    return script;
}

}  // namespace

std::optional<SolverCommand> SolverCommand::find(const std::string& command, std::string& why) {
    SolverCommand out;
    out.command_ = command;
    out.words_ = split(command);
    if (out.words_.empty()) {
        why = fmt::format("`{}` is no command", command);
        return std::nullopt;
    }
    const Patience patience;
    std::string words;
    for (const bool pops : {true, false})
        for (const Reads reads : {Reads::file, Reads::input}) {
            out.pops_ = pops;
            out.reads_ = reads;
            const std::vector<Opinion> said = out.ask(trial(), {0, 1}, patience);
            if (said[0].said == Said::sat && said[1].said == Said::unsat) return out;
            for (const Opinion& o : said)
                if (words.empty() && !o.reason.empty()) words = o.reason;
            if (words.starts_with("cannot start")) break;
        }
    why =
        words.empty() ? fmt::format("`{}` does not tell sat from unsat", command) : fmt::format("`{}` answers nothing: {}", command, words);
    return std::nullopt;
}

std::vector<Opinion> SolverCommand::run(const std::string& text, std::size_t checks, const Patience& patience) const {
    try {
        return converse(text, checks, patience);
    } catch (const std::system_error& e) { return {{Said::nothing, e.what(), {}}}; }
}

std::vector<Opinion> SolverCommand::converse(const std::string& text, std::size_t checks, const Patience& patience) const {
    std::vector<Opinion> out;
    const Scratch scratch(text);
    std::vector<std::string> words = words_;
    if (reads_ == Reads::file) words.push_back(scratch.path());
    Child child(words, reads_ == Reads::file ? "/dev/null" : scratch.path());
    if (child.error() != 0) {
        out.push_back({Said::nothing, fmt::format("cannot start {}: {}", words_[0], std::strerror(child.error())), {}});
        return out;
    }
    std::string line, last;
    auto asked = Clock::now();
    while (out.size() < checks) {
        switch (child.read_line(line, asked + patience.each, patience.cancelled)) {
            case Child::Next::line:
                if (line.starts_with("(error")) {  // whatever it answers now is not an answer to this
                    out.push_back({Said::nothing, line, Clock::now() - asked});
                    return out;
                }
                if (const auto said = answer_of(line)) {
                    const auto now = Clock::now();
                    out.push_back({*said, {}, now - asked});
                    asked = now;
                } else if (!line.empty()) {
                    last = line;
                }
                continue;
            case Child::Next::late:
                out.push_back({Said::nothing, patience.cancelled() ? "cancelled" : "timeout", Clock::now() - asked});
                return out;
            case Child::Next::end: {
                const std::string end = child.finish();
                out.push_back({Said::nothing, !last.empty() ? last : !end.empty() ? end : "it printed no answer", Clock::now() - asked});
                return out;
            }
        }
    }
    return out;
}

std::vector<Opinion> SolverCommand::ask(const Script& script, const std::vector<std::size_t>& checks, const Patience& patience) const {
    std::vector<Opinion> out;
    std::vector<std::size_t> open = checks;
    while (pops_ && !open.empty() && !patience.cancelled()) {
        std::vector<Opinion> some = run(script.text(open), open.size(), patience);
        out.insert(out.end(), some.begin(), some.end());
        open.erase(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(some.size()));
    }
    out.resize(checks.size());
    for (std::size_t i = 0; i < checks.size() && !patience.cancelled(); ++i)
        if (out[i].said == Said::nothing || out[i].said == Said::unknown) {
            Opinion again = ask(script, checks[i], patience);
            again.time += out[i].time;
            out[i] = std::move(again);
        }
    return out;
}

Opinion SolverCommand::ask(const Script& script, std::size_t check, const Patience& patience) const {
    return run(script.text(check), 1, patience).front();
}

std::string version_of(const std::string& command) {
    std::vector<std::string> words = split(command);
    if (words.empty()) return {};
    Child child({words[0], "--version"}, "/dev/null");
    std::string line;
    if (child.error() != 0) return {};
    return child.read_line(line, Clock::now() + std::chrono::seconds(2), [] { return false; }) == Child::Next::line ? line : "";
}

}  // namespace fief::proofs
