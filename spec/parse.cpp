#include "spec/parse.hpp"

#include "spec/build.hpp"
#include "spec/complaints.hpp"
#include "spec/grammar.hpp"
#include "spec/lexical.hpp"
#include "spec/utf8.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace fief::spec {

namespace {

constexpr std::size_t most_errors = 100;
constexpr std::size_t largest_file = std::size_t{64} << 20U;

/// The tokens of one declaration, cut out before parsing: no error reaches past it, and no tree outlives it.
struct Segment {
    std::uint32_t first, last;
    bool opens_line;
};

class Cutter {
public:
    explicit Cutter(std::span<const Token> tokens) : tokens_(tokens) {}

    /// Header first (perhaps empty), then the declarations.
    std::vector<Segment> cut() {
        std::vector<Segment> segments;
        Segment open{0, 0, true};
        int depth = 0;
        const auto end = static_cast<std::uint32_t>(tokens_.size() - 1);
        for (std::uint32_t i = 0; i < end; ++i) {
            if (starts(i, depth)) {
                open.last = i;
                segments.push_back(open);
                open = {i, i, tokens_[i].first_on_line};
                depth = 0;
            }
            const std::uint16_t type = tokens_[i].type;
            if (type == round_ || type == square_ || type == curly_) ++depth;
            if (type == end_round_ || type == end_square_ || type == end_curly_) depth = std::max(0, depth - 1);
        }
        open.last = end;
        segments.push_back(open);
        return segments;
    }

private:
    /// In a text without errors: exactly the words that begin declarations. In others, a word inside brackets counts only at
    /// the start of a line, and none that is followed as a name would be.
    bool starts(std::uint32_t i, int depth) const {
        if (!begins_declaration(tokens_[i])) return false;
        const std::uint16_t type = tokens_[i].type;
        const std::uint16_t next = tokens_[i + 1].type;
        const std::uint16_t previous = i > 0 ? tokens_[i - 1].type : std::uint16_t{0};
        const bool after_by = previous == by_ || previous == comma_;
        if (type == index_ && after_by) return i + 2 < tokens_.size() && tokens_[i + 2].type == by_;
        if (type == count_ && after_by) return i + 2 < tokens_.size() && (tokens_[i + 2].type == round_ || tokens_[i + 2].type == equals_);
        const std::string_view word = token_spelling(type);
        const bool property = word == "invariant" || word == "transition" || word == "reachable";
        if (next == colon_ && !(property && tokens_[i].first_on_line)) return false;
        if (next == assign_ || tokens_[i + 1].kind == TokenKind::member) return false;
        return tokens_[i].first_on_line || depth == 0;
    }

    std::span<const Token> tokens_;
    std::uint16_t round_ = token_type("("), end_round_ = token_type(")"), square_ = token_type("["), end_square_ = token_type("]"),
                  curly_ = token_type("{"), end_curly_ = token_type("}"), colon_ = token_type(":"), assign_ = token_type(":="),
                  comma_ = token_type(","), by_ = token_type("by"), index_ = token_type("index"), count_ = token_type("count"),
                  equals_ = token_type("=");
};

/// Parses one file, declaration by declaration.
class FileParser {
public:
    FileParser(const Sources& sources, std::uint32_t file, Diagnostics& diagnostics)
        : source_(sources[file]), file_(file), diagnostics_(diagnostics), limit_(diagnostics.errors() + most_errors) {}

    Unit parse() {
        unit_.file = file_;
        if (!is_text()) return std::move(unit_);
        Lexed lexed = lex(source_.text());
        comments_ = std::move(lexed.comments);
        tokens_ = mend(std::move(lexed.tokens), source_, file_, limit_, diagnostics_, mended_lines_);
        if (tokens_.size() == 1) {
            diagnostics_.error("E0115", {file_, 0, 0}, "the file declares nothing").help = "a spec begins with `system NAME`";
            return std::move(unit_);
        }
        const std::vector<Segment> segments = Cutter(tokens_).cut();
        header(segments.front());
        bool failed = false;
        for (std::size_t i = 1; i < segments.size() && !too_many(); ++i) {
            // What follows a broken declaration on its own line belongs to the same mistake.
            if (failed && !segments[i].opens_line) continue;
            failed = !declaration(segments[i]);
        }
        return std::move(unit_);
    }

private:
    bool is_text() {
        const std::string_view text = source_.text();
        if (text.size() > largest_file) {
            diagnostics_.error("E0004", {file_, 0, 0}, "the file is larger than 64 MiB");
            return false;
        }
        if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
            const auto at = static_cast<std::uint32_t>(nul);
            diagnostics_.error("E0003", {file_, at, at + 1}, "this is not a text: it contains a zero byte");
            return false;
        }
        if (const auto bad = first_invalid(text)) {
            const auto at = static_cast<std::uint32_t>(*bad);
            diagnostics_.error("E0002", {file_, at, at + 1}, "this is not UTF-8").help = "save the file in UTF-8 encoding";
            return false;
        }
        return true;
    }

    bool too_many() {
        if (diagnostics_.errors() < limit_) return false;
        if (!told_)
            diagnostics_.error("E0114", {file_, tokens_.back().begin, tokens_.back().begin},
                               fmt::format("more than {} errors: the rest is not shown", most_errors));
        told_ = true;
        return true;
    }

    void header(const Segment& segment) {
        const Scene scene{source_, file_, tokens_};
        if (segment.first == segment.last || token_spelling(tokens_[segment.first].type) != "system") {
            Diagnostic& d = diagnostics_.error("E0115", blame(scene, segment.first), "a spec begins with `system NAME`");
            if (nearest(text(segment.first), {"system"}) == "system") d.label = "did you mean `system`?";
            return;
        }
        unit_.doc = docs_before(segment.first);
        const Parsed parsed = grammar_.parse(tokens_, segment.first, segment.last, Rule::header);
        report(parsed.failures);
        if (!parsed.usable) return;
        unit_.system = builder().name(parsed.tree.children[1]);
        strays(parsed.stopped, segment.last);
    }

    bool declaration(const Segment& segment) {
        Parsed parsed = grammar_.parse(tokens_, segment.first, segment.last, Rule::decl);
        report(parsed.failures);
        if (parsed.usable) {
            Decl decl = builder().declaration(parsed.tree);
            decl.doc = docs_before(segment.first);
            unit_.decls.push_back(std::move(decl));
        }
        if (!parsed.failures.empty()) return false;
        if (parsed.stopped == segment.last) return true;
        strays(parsed.stopped, segment.last);
        return false;
    }

    /// Tokens that follow a complete declaration: a misspelt word that should begin one, or a bracket too many.
    void strays(std::uint32_t at, std::uint32_t last) {
        bool first = true;
        for (; at < last && !too_many(); ++at) {
            const Token& t = tokens_[at];
            const bool misspelt = t.first_on_line && t.kind == TokenKind::word && !nearest_declaration(text(at)).empty();
            if (!first && !misspelt) continue;
            if (!silenced(at)) complain_stray({source_, file_, tokens_}, at, diagnostics_);
            first = false;
        }
    }

    void report(const std::vector<Failure>& failures) {
        for (const Failure& failure : failures) {
            if (too_many()) return;
            if (!silenced(failure.at)) complain({source_, file_, tokens_}, failure, diagnostics_);
        }
    }

    /// A line whose tokens had to be mended has had its diagnostic.
    bool silenced(std::uint32_t at) const {
        if (mended_lines_.empty()) return false;
        const Span where = blame({source_, file_, tokens_}, at);
        return std::ranges::binary_search(mended_lines_, source_.line_of(where.begin)) ||
               std::ranges::binary_search(mended_lines_, source_.line_of(tokens_[at].begin));
    }

    std::string_view text(std::uint32_t at) const { return source_.text().substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin); }

    Builder builder() { return {source_, file_, tokens_, comments_, diagnostics_}; }
    std::vector<std::string> docs_before(std::uint32_t at) { return builder().docs_before(at); }

    const SourceFile& source_;
    std::uint32_t file_;
    Diagnostics& diagnostics_;
    std::size_t limit_;
    bool told_ = false;
    Unit unit_;
    std::vector<Token> tokens_, comments_;
    std::vector<std::uint32_t> mended_lines_;
    Grammar grammar_{max_nesting};
};

}  // namespace

Unit parse(const Sources& sources, std::uint32_t file, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.all().size();
    Unit unit = FileParser(sources, file, diagnostics).parse();
    diagnostics.order_from(before);
    return unit;
}

}  // namespace fief::spec
