#pragma once
// The format's parts: what a file's lines are, how far apart tokens stand, where columns are lined up. For files of `spec` only.

#include "spec/grammar.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fief::spec {

/// What a bracket opened.
enum class Inside : std::uint8_t {
    file,    ///< nothing is open
    fields,  ///< of a table
    block,   ///< statements, phases, boot records
    init,    ///< of a new record
    list,    ///< names: of an enumeration, of rights declared
    set,     ///< of rights, in an expression
    parens,  ///< `(` or `[`
};

/// A token or comment where it stands.
struct Piece {
    std::string_view text;
    TokenKind kind = TokenKind::end;
    std::size_t written = 0;  ///< spaces before it in the text
    std::size_t column = 0;   ///< from the first piece of its line, in the text
    std::size_t gap = 0;      ///< spaces before it in the format
    bool item = false;        ///< begins a declaration, a statement, a field

    [[nodiscard]] bool is(std::string_view other) const { return text == other; }
    [[nodiscard]] std::size_t width() const;
    [[nodiscard]] std::size_t end() const { return column + width(); }
};

struct Line {
    std::vector<Piece> pieces;
    std::size_t indent = 0;
    bool blank_before = false;
    [[nodiscard]] bool is_comment() const { return pieces.front().kind == TokenKind::comment || pieces.front().kind == TokenKind::doc; }
};

/// The file's lines, each with its indentation and with the least gaps that its tokens need; line breaks are the author's.
[[nodiscard]] std::vector<Line> lay_out(std::string_view text);

/// Wider gaps: those that line up with a neighbour stay; `else`, `:=` and comments at the ends of consecutive lines are lined up where the
/// author began to.
void line_up(std::vector<Line>& lines);

}  // namespace fief::spec
