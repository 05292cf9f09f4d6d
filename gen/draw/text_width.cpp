#include "gen/draw/text_width.hpp"

#include <array>

namespace fief::gen {
namespace {

/// Advance widths of the characters from ' ' to '~' in thousandths of the size, from Adobe's metrics of the core fonts.
using Widths = std::array<short, 95>;
constexpr Widths regular = {278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
                            556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
                            611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
                            667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
                            222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
constexpr Widths heavy = {278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
                          556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
                          611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
                          667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
                          278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584};

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Bytes of the code point at `at`.
std::size_t length_at(std::string_view text, std::size_t at) {
    std::size_t length = 1;
    while (at + length < text.size() && continues(text[at + length])) ++length;
    return length;
}

/// How many bytes of the start are no wider than `width`; at least one code point.
std::size_t fitting(std::string_view text, double width, double size, bool bold) {
    std::size_t at = 0;
    double used = 0;
    while (at < text.size()) {
        const std::size_t length = length_at(text, at);
        used += text_width(text.substr(at, length), size, bold);
        if (used > width && at > 0) break;
        at += length;
    }
    return at;
}

}  // namespace

double text_width(std::string_view text, double size, bool bold) {
    constexpr int wide = 1000;  // what has no entry is taken for as wide as it is high
    int sum = 0;
    for (const char c : text) {
        if (continues(c)) continue;
        if (c >= ' ' && c <= '~') sum += (bold ? heavy : regular)[static_cast<std::size_t>(c - ' ')];
        else sum += wide;
    }
    return sum * size / 1000;
}

std::vector<std::string> wrap(std::string_view text, double width, double size, bool bold) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        std::size_t end = fitting(text, width, size, bold);
        if (end < text.size() && text[end] != ' ') {
            const std::size_t space = text.rfind(' ', end);
            if (space != std::string_view::npos && space > 0) end = space;
        }
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
        while (text.starts_with(' ')) text.remove_prefix(1);
    }
    return lines;
}

std::string shorten(std::string_view text, double width, double size, bool bold) {
    if (text_width(text, size, bold) <= width) return std::string(text);
    const double room = width - text_width("…", size, bold);
    return std::string(text.substr(0, room > 0 ? fitting(text, room, size, bold) : 0)) + "…";
}

}  // namespace fief::gen
