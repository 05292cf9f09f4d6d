#include "spec/utf8.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace fief::spec {

CodePoint decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) -> unsigned { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned first = byte(at);
    if (first < 0x80) return {first, 1, true};
    const unsigned length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4) return {first, 1, false};
    char32_t value = first & (0xffU >> (length + 1));
    for (unsigned i = 1; i < length; ++i) {
        const unsigned next = byte(at + i);
        if ((next & 0xc0U) != 0x80U) return {first, 1, false};
        value = (value << 6U) | (next & 0x3fU);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (overlong || (value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff) return {first, 1, false};
    return {value, length, true};
}

std::optional<std::size_t> first_invalid(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const CodePoint c = decode(text, at);
        if (!c.valid) return at;
        at += c.length;
    }
    return std::nullopt;
}

namespace {

struct Range {
    char32_t first, last;
};

bool in(std::span<const Range> ranges, char32_t c) {
    return std::ranges::any_of(ranges, [c](Range r) { return r.first <= c && c <= r.last; });
}

// Unicode's EastAsianWidth (W and F) and its nonspacing marks, in the coarse blocks that terminals agree on.
constexpr std::array<Range, 15> wide{{{0x1100, 0x115f},
                                      {0x231a, 0x231b},
                                      {0x2329, 0x232a},
                                      {0x23e9, 0x23ec},
                                      {0x2e80, 0x303e},
                                      {0x3041, 0x33ff},
                                      {0x3400, 0x4dbf},
                                      {0x4e00, 0xa4cf},
                                      {0xa960, 0xa97f},
                                      {0xac00, 0xd7a3},
                                      {0xf900, 0xfaff},
                                      {0xfe30, 0xfe6f},
                                      {0xff00, 0xff60},
                                      {0x1f300, 0x1faff},
                                      {0x20000, 0x3fffd}}};
constexpr std::array<Range, 9> none{{{0x0300, 0x036f},
                                     {0x0483, 0x0489},
                                     {0x0591, 0x05bd},
                                     {0x0610, 0x061a},
                                     {0x064b, 0x065f},
                                     {0x1ab0, 0x1aff},
                                     {0x20d0, 0x20ff},
                                     {0xfe00, 0xfe0f},
                                     {0xfe20, 0xfe2f}}};
constexpr std::array<Range, 5> unprintable{{{0x00, 0x1f}, {0x7f, 0x9f}, {0x200b, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x206f}}};

}  // namespace

unsigned columns(char32_t c) { return in(none, c) ? 0 : in(wide, c) ? 2 : 1; }

bool is_unprintable(char32_t c) { return in(unprintable, c) || c == 0xfeff; }

}  // namespace fief::spec
