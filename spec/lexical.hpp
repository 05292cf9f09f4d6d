#pragma once
// What is written instead of Fief's own tokens: reported once, and read as what was surely meant. For files of `spec` only.

#include "spec/diagnostics.hpp"
#include "spec/grammar.hpp"

#include <vector>

namespace fief::spec {

/// The tokens the parser is to see. `==`, `&&`, `!` and their like become the words they stand for, a mistyped number counts as
/// a number, an open string ends with its line, and what begins no token is left out: each with one diagnostic, so that the
/// mistake costs no second one. At most `limit` are reported. `lines` receives the lines they stand on, in order.
[[nodiscard]] std::vector<Token> mend(std::vector<Token> tokens, const SourceFile& source, std::uint32_t file, std::size_t limit,
                                      Diagnostics& diagnostics, std::vector<std::uint32_t>& lines);

}  // namespace fief::spec
