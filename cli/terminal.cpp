#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

namespace fief::cli {

bool wants_colour(std::FILE* stream) {
    const char* refused = std::getenv("NO_COLOR");  // https://no-color.org: present and not empty
    const char* term = std::getenv("TERM");
    return isatty(fileno(stream)) != 0 && (refused == nullptr || *refused == '\0') && (term == nullptr || std::string_view(term) != "dumb");
}

std::string Style::paint(const char* code, std::string_view text) const {
    return colour ? fmt::format("\033[{}m{}\033[0m", code, text) : std::string(text);
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }
void complain(std::string_view text) {
    std::fflush(stdout);
    std::fwrite(text.data(), 1, text.size(), stderr);
}

std::string show_time(std::chrono::duration<double> time) {
    const double seconds = time.count();
    if (seconds < 0.9995) return fmt::format("{:.0f} ms", seconds * 1e3);
    return fmt::format("{:.2f} s", seconds);
}

std::string count_of(std::size_t number, std::string_view noun) {
    if (number == 1) return fmt::format("1 {}", noun);
    if (noun.ends_with('y') && !noun.ends_with("ay")) return fmt::format("{} {}ies", number, noun.substr(0, noun.size() - 1));
    return fmt::format("{} {}s", number, noun);
}

ProgressLine::ProgressLine() : seen_(isatty(STDERR_FILENO) != 0), start_(std::chrono::steady_clock::now()), last_(start_) {}
ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::show(std::size_t done, std::size_t total, std::string_view current) {
    using namespace std::chrono_literals;
    const auto now = std::chrono::steady_clock::now();
    if (!seen_ || now - last_ < 50ms) return;
    last_ = now;
    std::string line = fmt::format("{}/{}  {}  {}", done, total, current, show_time(now - start_));
    if (line.size() > 78) line.resize(78);
    fmt::print(stderr, "\r{}\033[K", line);
    std::fflush(stderr);
}

void ProgressLine::clear() {
    if (!seen_ || last_ == start_) return;
    fmt::print(stderr, "\r\033[K");
    std::fflush(stderr);
    last_ = start_;
}

}  // namespace fief::cli
