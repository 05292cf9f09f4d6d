#pragma once
// How wide a text is in print, so that a layout does not depend on the fonts of the machine that makes it.

#include <string>
#include <string_view>
#include <vector>

namespace fief::gen {

/// In points, set in Helvetica (Arial and Liberation Sans have the same widths) of this size.
[[nodiscard]] double text_width(std::string_view text, double size, bool bold = false);

/// The text in lines that are no wider than `width`, broken at spaces, and within a word only where it has to be.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, double width, double size, bool bold = false);

/// The text, or as much of its start as fits with "…" behind it.
[[nodiscard]] std::string shorten(std::string_view text, double width, double size, bool bold = false);

}  // namespace fief::gen
