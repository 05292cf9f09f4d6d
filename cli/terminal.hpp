#pragma once
// How text reaches people: colours only where they are seen, progress only where someone watches.

#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>

namespace fief::cli {

/// Whether a stream is a terminal whose user did not set NO_COLOR.
[[nodiscard]] bool wants_colour(std::FILE* stream);

/// Words in colour, or as they are.
struct Style {
    bool colour = false;

    [[nodiscard]] std::string bold(std::string_view text) const { return paint("1", text); }
    [[nodiscard]] std::string dim(std::string_view text) const { return paint("2", text); }
    [[nodiscard]] std::string red(std::string_view text) const { return paint("1;31", text); }
    [[nodiscard]] std::string green(std::string_view text) const { return paint("32", text); }
    [[nodiscard]] std::string yellow(std::string_view text) const { return paint("33", text); }
    [[nodiscard]] std::string blue(std::string_view text) const { return paint("34", text); }

private:
    [[nodiscard]] std::string paint(const char* code, std::string_view text) const;
};

void print(std::string_view text);
void complain(std::string_view text);  ///< to stderr

/// "12 ms", "1.84 s".
[[nodiscard]] std::string show_time(std::chrono::duration<double> time);
/// "1 call", "2 calls".
[[nodiscard]] std::string count_of(std::size_t number, std::string_view noun);

/// One line on stderr that is rewritten as work goes on; silent unless stderr is a terminal.
class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(std::size_t done, std::size_t total, std::string_view current);
    void clear();

private:
    bool seen_;
    std::chrono::steady_clock::time_point start_, last_;
};

}  // namespace fief::cli
