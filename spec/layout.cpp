// Lines, indentation and the least gaps, from the tokens alone: brackets say what a token stands in, and two operands side by side are
// where one item ends and the next begins.

#include "spec/layout.hpp"

#include <algorithm>
#include <array>

namespace fief::spec {
namespace {

template <std::size_t N>
bool one_of(const Piece& p, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), p.text) != words.end();
}

constexpr std::array<std::string_view, 5> nouns{"actor", "resource", "capability", "binding", "table"};
constexpr std::array<std::string_view, 20> declarations{
    "system", "import",  "clock", "enum",      "relation",   "index",     "count",     "event",   "revocation", "call",
    "kernel", "routine", "guard", "invariant", "transition", "reachable", "authority", "isolate", "waive",      "boot"};
constexpr std::array<std::string_view, 13> statements{"require", "let",   "new",   "drop",  "for",   "pick",  "if",
                                                      "emit",    "enter", "force", "phase", "spare", "rights"};
constexpr std::array<std::string_view, 8> values{"none", "all", "true", "false", "now", "live", "current", "full"};
constexpr std::array<std::string_view, 17> before_a_set{"(",   "[", ",", "+",  "-",    "&",  "within", "in",     "is",
                                                        "not", ":", "=", ":=", "then", "or", "and",    "implies"};
/// Words that only headers use: names everywhere else.
constexpr std::array<std::string_view, 14> soft{"to",   "via",     "of",   "from",    "owned", "held",  "derived",
                                                "kept", "latency", "over", "because", "free",  "while", "view"};
constexpr std::array<std::string_view, 8> operators{"and", "or", "not", "implies", "in", "within", "is", "where"};

bool comment(const Piece& p) { return p.kind == TokenKind::comment || p.kind == TokenKind::doc; }
bool opens(const Piece& p) { return p.is("(") || p.is("[") || p.is("{"); }
bool closes(const Piece& p) { return p.is(")") || p.is("]") || p.is("}"); }

/// An operand, a block or a field may end with it.
bool ends(const Piece& p) {
    switch (p.kind) {
        case TokenKind::word:
        case TokenKind::member:
        case TokenKind::string:
        case TokenKind::duration:
        case TokenKind::integer: return true;
        default: return closes(p) || p.is("?") || one_of(p, values);
    }
}

class Layout {
public:
    explicit Layout(std::string_view text) : text_(text) {
        const Lexed lexed = lex(text);
        tokens_ = lexed.tokens;
        tokens_.pop_back();
        tokens_.insert(tokens_.end(), lexed.comments.begin(), lexed.comments.end());
        std::sort(tokens_.begin(), tokens_.end(), [](const Token& a, const Token& b) { return a.begin < b.begin; });
    }

    std::vector<Line> run() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            next_ = i + 1 < tokens_.size() ? text_.substr(tokens_[i + 1].begin, tokens_[i + 1].end - tokens_[i + 1].begin) : "";
            place(tokens_[i]);
        }
        indent_comments();
        return std::move(lines_);
    }

private:
    struct Open {
        Inside inside;
        std::size_t line;
    };

    std::string_view text_;
    std::vector<Token> tokens_;
    std::vector<Line> lines_;
    std::vector<Open> open_;
    std::size_t last_end_ = 0;  ///< where the previous piece ended in the text
    std::string_view next_;     ///< the text of the token after the one that is placed
    Piece last_;                ///< the previous token that is no comment
    std::string_view declaration_;
    bool new_ = false;  ///< a `new` stands open, whose braces are to come

    [[nodiscard]] Inside inside() const { return open_.empty() ? Inside::file : open_.back().inside; }

    void place(const Token& t) {
        const std::string_view between = text_.substr(last_end_, t.begin - last_end_);
        const auto breaks = std::count(between.begin(), between.end(), '\n');
        Piece p;
        p.text = text_.substr(t.begin, t.end - t.begin);
        p.kind = t.kind;
        if (comment(p))
            while (!p.text.empty() && (p.text.back() == ' ' || p.text.back() == '\t' || p.text.back() == '\r')) p.text.remove_suffix(1);
        const bool fresh = lines_.empty() || breaks > 0;
        if (!comment(p)) p.item = begins_item(p);
        if (fresh) {
            lines_.emplace_back();
            const bool after_open = opens(last_) && lines_.size() > 1 && last_on_line_ + 1 == lines_.size() - 1;
            lines_.back().blank_before = breaks > 1 && lines_.size() > 1 && !after_open && !closes(p);
            const std::size_t line_begin = text_.substr(0, t.begin).rfind('\n') + 1;
            lines_.back().indent = indent(p, t.begin - line_begin);
        } else {
            p.written = between.size();
            p.column = lines_.back().pieces.back().end() + p.written;
            p.gap = comment(p) ? 2 : gap(lines_.back().pieces.back(), p);
        }
        if (!comment(p)) enter(p);
        lines_.back().pieces.push_back(p);
        last_end_ = t.end;
    }
    std::size_t last_on_line_ = 0;  ///< the line of `last_`

    [[nodiscard]] bool begins_item(const Piece& p) const {
        if (inside() == Inside::file) return one_of(p, nouns) || one_of(p, declarations);
        if (inside() != Inside::block && inside() != Inside::fields) return false;
        if (last_.is("{")) return true;
        if (last_.item && last_.is("from")) return false;  // of a view: its variable follows
        if (!ends(last_) && !one_of(last_, soft)) return false;
        if (inside() == Inside::fields && next_ == ":") return true;  // any word may be a field's name
        if (p.is("from") && next_.starts_with('"')) return false;     // boot records from a file
        if (one_of(p, soft)) return inside() == Inside::block;
        return p.kind == TokenKind::word || one_of(p, statements);
    }

    void enter(const Piece& p) {
        if (p.item && inside() == Inside::file) declaration_ = p.text;
        if (p.item || p.is("new")) new_ = p.is("new");
        if (opens(p)) {
            Inside to = Inside::parens;
            if (p.is("{")) {
                const bool noun = std::find(nouns.begin(), nouns.end(), declaration_) != nouns.end();
                to = open_.empty() && noun                                           ? Inside::fields
                     : last_.is("rights") || declaration_ == "enum"                  ? Inside::list
                     : one_of(last_, before_a_set)                                   ? Inside::set
                     : declaration_ == "isolate" && inside() == Inside::block        ? Inside::list
                     : new_ || (declaration_ == "boot" && inside() == Inside::block) ? Inside::init
                                                                                     : Inside::block;
                new_ = false;
            }
            open_.push_back({to, lines_.size() - 1});
        } else if (closes(p) && !open_.empty()) {
            open_.pop_back();
        }
        last_ = p;
        last_on_line_ = lines_.size() - 1;
    }

    /// Two spaces for each line on which something was opened that is still open; at least two more for a line that goes on with an item.
    [[nodiscard]] std::size_t indent(const Piece& p, std::size_t written) const {
        std::size_t depth = 0, before = lines_.size();
        std::size_t count = open_.size();
        if (closes(p) && count > 0) --count;
        for (std::size_t i = 0; i < count; ++i)
            if (open_[i].line != before) {
                before = open_[i].line;
                ++depth;
            }
        const bool list = inside() != Inside::file && inside() != Inside::block && inside() != Inside::fields;
        if (comment(p) || p.item || closes(p) || (p.is("else") && last_.is("}"))) return 2 * depth;
        return std::max(2 * (list ? depth : depth + 1), written);
    }

    /// The least gap between two pieces of a line.
    [[nodiscard]] std::size_t gap(const Piece& a, const Piece& b) const {
        if (b.item && ends(last_)) return 2;
        if (b.is(",") || b.is("?") || b.is("..") || a.is("..") || b.kind == TokenKind::member) return 0;
        if (b.is(":")) return inside() == Inside::fields ? 1 : 0;
        if (b.is(")") || b.is("]") || a.is("(") || a.is("[")) return 0;
        if (b.is("}")) return inside() == Inside::set ? 0 : 1;
        if (a.is("{")) return inside() == Inside::set ? 0 : 1;
        if (b.is("[")) return 0;
        if (b.is("(")) {
            if (a.kind == TokenKind::word || a.is("old") || a.is("force")) return 0;
            return a.kind == TokenKind::keyword && !one_of(a, operators) ? std::min<std::size_t>(b.written, 1) : 1;
        }
        return 1;
    }

    /// A comment on its own line stands where what it speaks of stands.
    void indent_comments() {
        for (std::size_t i = lines_.size(); i-- > 0;) {
            if (!lines_[i].is_comment() || i + 1 == lines_.size()) continue;
            const Line& next = lines_[i + 1];
            lines_[i].indent = next.indent + (!next.is_comment() && closes(next.pieces.front()) ? 2 : 0);
        }
    }
};

}  // namespace

std::size_t Piece::width() const {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::vector<Line> lay_out(std::string_view text) { return Layout(text).run(); }

}  // namespace fief::spec
