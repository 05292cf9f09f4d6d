#pragma once
// Text as bytes, code points and terminal columns. For files of `spec` only.

#include <cstdint>
#include <optional>
#include <string_view>

namespace fief::spec {

struct CodePoint {
    char32_t value = 0;
    unsigned length = 1;  ///< bytes; 1 for a byte that begins no valid sequence
    bool valid = false;
};

/// The code point at an offset (Unicode 15, table 3-7: no overlong forms, no surrogates).
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t at);

/// The offset of the first byte that is not UTF-8.
[[nodiscard]] std::optional<std::size_t> first_invalid(std::string_view text);

/// How many columns a terminal gives it: 0 for combining marks, 2 for East Asian wide characters and emoji.
[[nodiscard]] unsigned columns(char32_t c);

/// Would it disturb the terminal or the order of the text around it (control characters, bidirectional overrides)?
[[nodiscard]] bool is_unprintable(char32_t c);

}  // namespace fief::spec
