#pragma once
// Pieces of Graphviz' DOT language.

#include <string>
#include <string_view>

namespace fief::gen {

/// A name with its quotes.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// A label that is a table of rows and nothing around them.
[[nodiscard]] std::string table(const std::string& rows);

/// A cell of exactly this size, in points; `attributes` begin with a space.
[[nodiscard]] std::string cell(double width, double height, std::string_view attributes, const std::string& inside);

/// A label that shows nothing and takes this much room.
[[nodiscard]] std::string empty_label(double width, double height);

}  // namespace fief::gen
