// Columns: what the author lined up stays lined up.

#include "spec/layout.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace fief::spec {
namespace {

/// Lines that may share columns: side by side, equally indented.
bool neighbours(const Line& a, const Line& b) { return !b.blank_before && a.indent == b.indent && !a.is_comment() && !b.is_comment(); }

/// Some piece of the line begins or ends where this one does.
bool shares_column(const Line& line, const Piece& piece) {
    return std::any_of(line.pieces.begin() + 1, line.pieces.end(),
                       [&](const Piece& other) { return other.column == piece.column || other.end() == piece.end(); });
}

void keep_shared(std::vector<Line>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t k = 1; k < lines[i].pieces.size(); ++k) {
            Piece& p = lines[i].pieces[k];
            const bool may_be_wide = p.gap > 0 || p.is(":");
            if (!may_be_wide || p.written <= std::max<std::size_t>(p.gap, 1)) continue;
            const bool above = i > 0 && neighbours(lines[i - 1], lines[i]) && shares_column(lines[i - 1], p);
            const bool below = i + 1 < lines.size() && neighbours(lines[i], lines[i + 1]) && shares_column(lines[i + 1], p);
            if (above || below) p.gap = p.written;
        }
    }
}

using Column = std::size_t;

/// The column that a line reaches before its piece `k`, in the format.
Column reach(const Line& line, std::size_t k) {
    Column out = line.pieces[0].width();
    for (std::size_t i = 1; i < k; ++i) out += line.pieces[i].gap + line.pieces[i].width();
    return out;
}

std::optional<Column> most_common(const std::vector<Column>& columns) {
    std::map<Column, std::size_t> counts;
    for (Column c : columns) ++counts[c];
    const auto most = std::max_element(counts.begin(), counts.end(), [](auto& a, auto& b) { return a.second < b.second; });
    return most == counts.end() ? std::nullopt : std::optional(most->first);
}

/// Where `find` gives a piece in consecutive lines, and one of them stands apart by more than `least`, all stand in one column: the one
/// most of them have, or `usual`, if they fit.
template <class Find>
void line_up(std::vector<Line>& lines, std::size_t least, bool usual, bool keep_alone, Find&& find) {
    std::vector<Column> everywhere;
    for (Line& line : lines)
        if (auto k = find(line); k && usual && line.pieces[*k].written > least) everywhere.push_back(line.pieces[*k].column);
    const std::optional<Column> commonest = usual ? most_common(everywhere) : std::nullopt;
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t end = i;
        std::vector<Column> apart;
        Column needed = 0;
        while (end < lines.size() && (end == i || (!lines[end].blank_before && lines[end].indent == lines[i].indent))) {
            const auto k = find(lines[end]);
            if (!k) break;
            const Piece& p = lines[end].pieces[*k];
            if (p.written > least) apart.push_back(p.column);
            needed = std::max(needed, reach(lines[end], *k) + least);
            ++end;
        }
        if (end == i) {
            ++i;
            continue;
        }
        std::optional<Column> at;
        if (!apart.empty()) {
            const bool alone = end == i + 1;
            const auto own = most_common(apart);
            const bool known = commonest && std::count(everywhere.begin(), everywhere.end(), *own) > 1;
            if (*own >= needed && (!alone || known || keep_alone)) at = own;
            else if (commonest && *commonest >= needed) at = commonest;
            else if (!alone) at = needed + (usual ? 1 : 0);
        }
        for (std::size_t j = i; j < end; ++j) {
            const std::size_t k = *find(lines[j]);
            lines[j].pieces[k].gap = at ? *at - reach(lines[j], k) : least;
        }
        i = end;
    }
}

}  // namespace

void line_up(std::vector<Line>& lines) {
    keep_shared(lines);
    auto found = [](const Line& line, std::string_view text) -> std::optional<std::size_t> {
        for (std::size_t k = 1; k < line.pieces.size(); ++k)
            if (line.pieces[k].is(text)) return k;
        return std::nullopt;
    };
    line_up(lines, 1, false, false, [&](const Line& line) -> std::optional<std::size_t> {
        const auto k = found(line, ":=");  // of a line that is one assignment
        if (!k || std::any_of(line.pieces.begin() + 1, line.pieces.end(), [](const Piece& p) { return p.item; })) return std::nullopt;
        return k;
    });
    line_up(lines, 1, true, false, [&](const Line& line) -> std::optional<std::size_t> {
        if (!line.pieces[0].is("require")) return std::nullopt;
        std::optional<std::size_t> last;
        for (std::size_t k = 1; k < line.pieces.size(); ++k)
            if (line.pieces[k].is("else")) last = k;
        return last;
    });
    line_up(lines, 2, false, true, [&](const Line& line) -> std::optional<std::size_t> {
        const std::size_t last = line.pieces.size() - 1;
        if (last == 0 || line.pieces[last].kind != TokenKind::comment) return std::nullopt;
        return last;
    });
}

}  // namespace fief::spec
