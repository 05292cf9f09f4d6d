#include "spec/diagnostics.hpp"

#include "spec/utf8.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace fief::spec {

Diagnostic& Diagnostics::error(std::string code, Span span, std::string message) {
    ++errors_;
    return all_.emplace_back(Diagnostic{Severity::error, std::move(code), std::move(message), span, {}, {}, {}});
}

Diagnostic& Diagnostics::warning(std::string code, Span span, std::string message) {
    return all_.emplace_back(Diagnostic{Severity::warning, std::move(code), std::move(message), span, {}, {}, {}});
}

void Diagnostics::order_from(std::size_t first) {
    std::stable_sort(all_.begin() + static_cast<std::ptrdiff_t>(first), all_.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::pair(a.span.file, a.span.begin) < std::pair(b.span.file, b.span.begin);
    });
}

namespace {

constexpr std::size_t tab_stop = 4;
constexpr std::size_t widest = 120;  ///< columns of a source line that are shown

/// What one code point of a line becomes on the screen.
struct Cell {
    std::string text;
    std::size_t column = 0;  ///< where it begins, from 0
    std::size_t width = 0;
    std::size_t offset = 0;  ///< its byte in the line
};

std::vector<Cell> lay_out(std::string_view line) {
    std::vector<Cell> cells;
    std::size_t column = 0;
    for (std::size_t at = 0; at < line.size();) {
        const CodePoint c = decode(line, at);
        Cell cell{std::string(line.substr(at, c.length)), column, columns(c.value), at};
        if (c.value == '\t') {
            cell.width = tab_stop - column % tab_stop;
            cell.text = std::string(cell.width, ' ');
        } else if (!c.valid || is_unprintable(c.value)) {
            cell.text = "\xef\xbf\xbd";  // U+FFFD, the replacement character
            cell.width = 1;
        }
        column += cell.width;
        at += c.length;
        cells.push_back(std::move(cell));
    }
    return cells;
}

/// What a file or a name in it says, without what would steer a terminal.
std::string plain(std::string_view text) {
    std::string out;
    for (Cell& c : lay_out(text)) out += c.text;
    return out;
}

struct Colours {
    bool on;
    [[nodiscard]] std::string operator()(std::string_view code, std::string_view text) const {
        return on && !text.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
    }
};

/// The line of a span with the span underlined, and words beside the underline.
std::string excerpt(const SourceFile& file, Span span, char mark, std::string_view label, std::string_view colour, Colours paint) {
    const Position start = file.position(span.begin);
    const std::string_view line = file.line(start.line);
    const std::size_t line_begin = file.line_start(start.line);
    const std::vector<Cell> cells = lay_out(line);
    const std::size_t total = cells.empty() ? 0 : cells.back().column + cells.back().width;
    const auto column_of = [&](std::size_t offset) {
        const auto at = std::ranges::find_if(cells, [&](const Cell& c) { return c.offset >= offset; });
        return at == cells.end() ? total : at->column;
    };
    const std::size_t from = column_of(span.begin - line_begin);
    const std::size_t to = std::max(from + 1, column_of(std::max(span.end, span.begin) - line_begin));

    // A line too long for a terminal is shown around the span.
    std::size_t first = 0;
    std::size_t last = total;
    if (total > widest) {
        const std::size_t middle = std::min((from + to) / 2, from + widest / 2);
        first = middle > widest / 2 ? middle - widest / 2 : 0;
        last = std::min(total, first + widest);
    }
    std::string shown;
    std::size_t shift = first;
    if (first > 0) {
        shown = "… ";
        shift -= 2;
    }
    for (const Cell& c : cells) {
        if (c.column < first) continue;
        if (c.column + c.width > last) break;
        if (c.column > first && shown.size() <= 4 && first > 0 && shown == "… ") shown += std::string(c.column - first, ' ');
        shown += c.text;
    }
    if (last < total) shown += " …";
    while (!shown.empty() && shown.back() == ' ') shown.pop_back();
    const std::size_t end = std::max(from + 1, std::min(to, last));
    std::string under = std::string(from - shift, ' ') + paint(colour, std::string(end - from, mark));
    if (!label.empty()) under += ' ' + paint(colour, label);
    const std::string number = std::to_string(start.line);
    const std::string gutter(std::max<std::size_t>(number.size(), 5), ' ');
    return fmt::format("{} {}\n{} {}\n", paint("34", fmt::format("{:>5} |", number)), shown, paint("34", gutter + " |"), under);
}

}  // namespace

std::string render(const Diagnostic& diagnostic, const Sources& sources, bool colour) {
    const Colours paint{colour};
    const bool error = diagnostic.severity == Severity::error;
    const std::string_view tint = error ? "1;31" : "1;33";
    const auto place = [&](Span span) {
        const SourceFile& file = sources[span.file];
        const Position at = file.position(span.begin);
        return fmt::format("{}:{}:{}: ", file.path(), at.line, at.column);
    };
    std::string out;
    const bool anywhere = diagnostic.span.file < sources.size();
    if (anywhere) out += place(diagnostic.span);
    out += paint(tint, fmt::format("{}[{}]", error ? "error" : "warning", diagnostic.code));
    out += ": " + paint("1", plain(diagnostic.message)) + '\n';
    if (anywhere) out += excerpt(sources[diagnostic.span.file], diagnostic.span, '^', diagnostic.label, tint, paint);
    for (const Note& note : diagnostic.notes) {
        if (note.span.file >= sources.size()) continue;
        out += place(note.span) + paint("1;36", "note") + ": " + plain(note.message) + '\n';
        out += excerpt(sources[note.span.file], note.span, '-', {}, "36", paint);
    }
    if (!diagnostic.help.empty()) out += fmt::format("{} {}: {}\n", paint("34", "      ="), paint("1;32", "help"), plain(diagnostic.help));
    return out;
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    const auto distance = [](std::string_view a, std::string_view b) {
        // Optimal string alignment: insertion, deletion, substitution, and swap of neighbours.
        std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
        for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
        for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
        for (std::size_t i = 1; i <= a.size(); ++i) {
            for (std::size_t j = 1; j <= b.size(); ++j) {
                d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
        return d[a.size()][b.size()];
    };
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
    if (word.size() < 2) return best;
    for (const std::string& candidate : candidates) {
        const std::size_t longer = std::max(word.size(), candidate.size());
        const std::size_t shorter = std::min(word.size(), candidate.size());
        if (longer - shorter >= best_distance || candidate == word) continue;
        const std::size_t d = distance(word, candidate);
        if (d < best_distance) {
            best_distance = d;
            best = candidate;
        }
    }
    return best;
}

}  // namespace fief::spec
