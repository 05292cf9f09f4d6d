#include "spec/complaints.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <initializer_list>

namespace fief::spec {

namespace {

const std::vector<std::string>& declaration_words() {
    static const std::vector<std::string> words{"import",     "clock",     "actor",     "resource", "capability", "binding",
                                                "table",      "enum",      "relation",  "index",    "count",      "event",
                                                "revocation", "call",      "kernel",    "routine",  "guard",      "invariant",
                                                "transition", "reachable", "authority", "isolate",  "waive",      "boot"};
    return words;
}

const std::vector<std::string>& statement_words() {
    static const std::vector<std::string> words{"require", "let", "new", "drop", "for", "pick", "if", "emit", "enter", "force"};
    return words;
}

/// Tokens that may follow a complete expression without ending it.
constexpr std::array continues{"and", "or", "implies", "is", "in", "within", "strictly", "descends", "<",
                               "<=",  ">",  ">=",      "+",  "-",  "&",      "(",        "[",        "MEMBER"};
constexpr std::array compares{"is", "in", "within", "strictly", "descends", "<", "<=", ">", ">="};

/// One failure, seen from every side a message may need.
class Complaint {
public:
    Complaint(const Scene& scene, const Failure& failure) : scene_(scene), failure_(failure) {}

    void make(Diagnostics& diagnostics) {
        Diagnostic d;
        d.code = "E0101";
        d.span = blame(scene_, failure_.at);
        say(d);
        Diagnostic& made = diagnostics.error(d.code, d.span, d.message);
        made.label = std::move(d.label);
        made.notes = std::move(d.notes);
        made.help = std::move(d.help);
    }

private:
    std::string_view spelling(std::uint32_t at) const {
        return at < scene_.tokens.size() && scene_.tokens[at].kind != TokenKind::end ? token_spelling(scene_.tokens[at].type) : "";
    }
    std::string_view text(std::uint32_t at) const {
        const Token& t = scene_.tokens[at];
        return scene_.source.text().substr(t.begin, t.end - t.begin);
    }
    bool wants(std::string_view literal) const { return std::ranges::binary_search(failure_.expected, token_type(literal)); }
    bool within(Rule rule) const {
        return std::ranges::any_of(failure_.frames, [rule](const Failure::Frame& f) { return f.rule == rule; });
    }
    Rule rule() const { return failure_.frames.empty() ? Rule::unit : failure_.frames.front().rule; }
    template <class Word, class List>
    static bool one_of(Word word, const List& list) {
        return std::ranges::find(list, word) != list.end();
    }
    bool wants_expression() const { return wants("INT") && wants("now"); }
    bool after_expression() const { return wants("and") || (wants("+") && wants("MEMBER")); }
    bool wants_name() const { return wants("WORD") && wants("via") && !wants_expression(); }

    /// ", found `x`", or the token after which something is missing when it is missing at a line's end.
    std::string where() const {
        const Token& t = scene_.tokens[failure_.at];
        const bool missing = failure_.at > 0 && (t.first_on_line || t.kind == TokenKind::end);
        if (missing) return fmt::format(" after `{}`", shortened(failure_.at - 1));
        return fmt::format(", found `{}`", shortened(failure_.at));
    }
    std::string shortened(std::uint32_t at) const {
        const std::string_view whole = text(at);
        return whole.size() > 40 ? std::string(whole.substr(0, 37)) + "..." : std::string(whole);
    }

    /// Can the token before `at` be the last of an expression?
    bool ends_expression(std::uint32_t at) const {
        if (at == 0) return false;
        const Token& t = scene_.tokens[at - 1];
        if (t.kind == TokenKind::word || t.kind == TokenKind::member || t.kind == TokenKind::integer || t.kind == TokenKind::duration)
            return !wants_name();
        static constexpr std::array last{")", "]", "}", "none", "all", "true", "false", "now", "live", "current", "full"};
        return one_of(spelling(at - 1), last);
    }

    /// Is there a comparison on the left of this token, with no connective between?
    bool compared_before() const {
        int depth = 0;
        for (std::uint32_t i = failure_.at; i-- > 0;) {
            const std::string_view word = spelling(i);
            if (word == ")" || word == "]") ++depth;
            if (word == "(" || word == "[") --depth;
            if (depth < 0) return false;
            if (depth > 0) continue;
            static constexpr std::array borders{"and", "or", "implies", "not", "require", "if", "then", "else", "where",
                                                ":=",  "=",  ":",       "|",   "{",       "}",  ",",    "let",  "spare"};
            if (one_of(word, compares)) return true;
            if (one_of(word, borders)) return false;
        }
        return false;
    }

    /// `x.f = …` at the start of a statement that was taken for the end of the one before.
    bool assigns() const {
        if (rule() != Rule::block) return false;
        std::uint32_t i = failure_.at;
        while (i > 0 && scene_.tokens[i - 1].kind == TokenKind::member) --i;
        return i > 0 && scene_.tokens[i - 1].first_on_line;
    }

    /// The line of `at` was taken for the rest of the line before, because that one ends too early: `require p.owner is none else`.
    bool line_before(Diagnostic& d) const {
        std::uint32_t first = failure_.at;
        while (first > 0 && !scene_.tokens[first].first_on_line) --first;
        if (first == failure_.at || first == 0) return false;
        static constexpr std::array open{"else", ":",      "=", ":=", "and", "or", "implies", "is", "not",
                                         "in",   "within", "+", "-",  "&",   "<",  "<=",      ">",  ">="};
        const std::string_view word = spelling(first - 1);
        if (!one_of(word, open)) return false;
        const std::uint32_t end = scene_.tokens[first - 1].end;
        d.span = {scene_.file, end, end};
        d.message = fmt::format("expected {} after `{}`",
                                word == "else"           ? "the name of an error"
                                : rule() == Rule::fields ? "a type"
                                                         : "an expression",
                                word);
        return true;
    }

    void say(Diagnostic& d) {
        const std::string_view here = spelling(failure_.at);
        if (failure_.kind == Failure::Kind::too_deep) {
            d.code = "E0106";
            d.message = "this is nested too deep";
            if (scene_.tokens[failure_.at].kind == TokenKind::member) {
                d.message = "this path is too long";
                d.help = "a path has at most 16 steps: name a part of it with `let`";
                return;
            }
            d.help = "brackets, blocks, quantifiers, conditionals, `implies` and `not` nest at most 200 deep";
            return;
        }
        if (reserved(d, here) || operators(d, here) || statements(d)) return;
        d.message = fmt::format("expected {}{}", expectation(), where());
        if (here == "-" && wants_expression()) d.help = "there is no sign: numbers are not negative, and `a - b` takes two operands";
        bracket(d);
    }

    /// A word of the language where a name is wanted.
    bool reserved(Diagnostic& d, std::string_view here) {
        const Token& t = scene_.tokens[failure_.at];
        if (t.kind != TokenKind::keyword || failure_.at + 1 >= scene_.tokens.size()) return false;
        static constexpr std::array after_names{":", ":=", "=", "(", "[", ",", ")", "MEMBER", "by"};
        const bool like_a_name = one_of(spelling(failure_.at + 1), after_names);
        static constexpr std::array operands{"not", "forall", "exists", "no", "if", "is", "in", "within", "and", "or", "implies", "else"};
        static constexpr std::array after_no_name{"within", "by", "is", "and", "or", "where", "else", "then", "because", "latency"};
        const bool wanted = wants("WORD") && wants_name() && !t.first_on_line && !one_of(here, after_no_name);
        const bool used = wants("WORD") && like_a_name &&
                          (!t.first_on_line || rule() == Rule::block || rule() == Rule::fields || rule() == Rule::stmt) &&
                          !(wants_expression() && one_of(here, operands));
        const bool label =
            spelling(failure_.at + 1) == ":" && one_of(rule(), std::array{Rule::params, Rule::keys, Rule::fields, Rule::init, Rule::gives});
        if (!wanted && !used && !label) return false;
        d.code = "E0111";
        d.message = fmt::format("`{}` is a word of the language and cannot be a name", here);
        return true;
    }

    bool operators(Diagnostic& d, std::string_view here) {
        if (here == "=" && (wants(":=") || (rule() == Rule::stmt && failure_.start < failure_.at) || assigns())) {
            d.code = "E0107";
            d.message = "`=` does not assign";
            d.help = "write `:=`; `let NAME = …` names a value";
            return true;
        }
        if (here == ":=" && wants("=")) {
            d.code = "E0107";
            d.message = "expected `=`, found `:=`";
            d.help = "`:=` assigns to a field; a definition is written with `=`";
            return true;
        }
        if ((here == "=" || here == ":=") && wants(":")) {
            d.code = "E0107";
            d.message = fmt::format("expected `:`, found `{}`", here);
            return true;
        }
        if (here == "=" && ends_expression(failure_.at)) {
            d.code = "E0107";
            d.message = "`=` does not compare";
            d.help = "write `is`";
            return true;
        }
        if (one_of(here, compares) && !wants(here) && ends_expression(failure_.at) && compared_before()) {
            d.code = "E0109";
            d.message = "comparisons do not chain";
            d.help = "join them: `0 < n and n < 4`";
            return true;
        }
        static constexpr std::array prefixes{"forall", "exists", "no", "if"};
        if (wants("INT") && wants("old") && one_of(here, prefixes) && !wants(here) && !scene_.tokens[failure_.at].first_on_line) {
            d.code = "E0113";
            d.message = fmt::format("a {} used as an operand stands in parentheses", here == "if" ? "conditional" : "quantifier");
            d.help = fmt::format("write `({} …)`", here);
            return true;
        }
        return false;
    }

    bool statements(Diagnostic& d) {
        if (within(Rule::require_stmt) && wants("else") && !within(Rule::conditional)) {
            d.code = "E0108";
            d.message = "expected `else` and the name of an error" + where();
            d.help = "a `require` says what the call answers when it does not hold: `require p.owner is e else not_owner`";
            return true;
        }
        if (rule() == Rule::name && within(Rule::require_stmt) && spelling(failure_.at - 1) == "else") {
            d.message = "expected the name of an error" + where();
            return true;
        }
        if (rule() == Rule::phase_item && wants("within")) {
            d.message = "expected `within` and a duration" + where();
            d.help = "a phase says how long it lasts: `phase ask within 1000us { … }`";
            return true;
        }
        if (rule() == Rule::call_decl && wants("by")) {
            d.message = "expected `by` and who calls" + where();
            d.help = "a system call names its caller: `call free(p: page) by e: env { … }`; the kernel's own step is a `kernel`";
            return true;
        }
        if (rule() == Rule::clock_decl) {
            d.message = fmt::format("expected {}{}",
                                    wants("latency")    ? "`latency` and a duration"
                                    : wants("DURATION") ? "a duration"
                                                        : "a unit of time",
                                    where());
            d.help = "write `clock us latency 10us`";
            return true;
        }
        if ((rule() == Rule::fields || rule() == Rule::init) && spelling(failure_.at) == ":" && line_before(d)) return true;
        if (rule() == Rule::block || rule() == Rule::stmt) return statement(d);
        return false;
    }

    /// The beginning of a statement that is none.
    bool statement(Diagnostic& d) {
        if (wants("{") && !wants("require")) return false;
        const bool undecided = rule() == Rule::stmt && failure_.start < failure_.at;
        if (rule() == Rule::stmt && !undecided && !wants("require")) return false;
        const std::uint32_t word = undecided ? failure_.start : failure_.at;
        const std::string_view head = text(word);
        if (scene_.tokens[word].kind == TokenKind::end || begins_declaration(scene_.tokens[word])) {
            d.message = "expected `}`" + where();
            bracket(d);
            return true;
        }
        static constexpr std::array inner{":=", "(", "[", "MEMBER"};
        if (!undecided && one_of(spelling(word), inner) && line_before(d)) return true;
        const std::string meant = scene_.tokens[word].kind == TokenKind::word ? nearest(head, statement_words()) : std::string();
        if (undecided) {
            if (head == "elif" || head == "elsif" || head == "elseif") d.help = "write `else if`";
            if (head == "return") d.help = "a call has no `return`: assign to what it `gives`";
            d.message = fmt::format("expected `:=`, `(`, `[` or `.` after `{}`", head);
        } else {
            d.message = fmt::format("expected a statement or `}}`, found `{}`", shortened(word));
        }
        if (!meant.empty()) {
            const Token& t = scene_.tokens[word];
            d.span = {scene_.file, t.begin, t.end};
            d.message = fmt::format("`{}` begins no statement", head);
            d.label = fmt::format("did you mean `{}`?", meant);
        }
        return true;
    }

    std::string expectation() const {
        if (wants_expression()) return "an expression";
        if (rule() == Rule::type || (rule() == Rule::name && failure_.frames.size() > 1 && failure_.frames[1].rule == Rule::type))
            return "a type";
        if (rule() == Rule::field && wants(":")) return "`:` and a type";
        if (rule() == Rule::param && wants(":")) return "`:` and a type";
        if (wants_name()) return "a name";
        std::vector<std::string> words;
        for (const std::uint16_t type : failure_.expected) {
            const std::string_view word = token_spelling(type);
            if (after_expression() && one_of(word, continues)) continue;
            words.push_back(word == "STRING"     ? "a string"
                            : word == "DURATION" ? "a duration"
                            : word == "INT"      ? "a number"
                            : word == "MEMBER"   ? "`.`"
                            : word == "WORD"     ? "a name"
                                                 : fmt::format("`{}`", word));
        }
        if (words.empty()) return after_expression() ? "`and`, `or` or another operator" : "something else";
        if (words.size() > 4) return by_rule();
        std::string joined = words[0];
        for (std::size_t i = 1; i < words.size(); ++i) joined += (i + 1 == words.size() ? " or " : ", ") + words[i];
        return joined;
    }

    std::string by_rule() const {
        switch (rule()) {
            case Rule::fields: return "a field or `}`";
            case Rule::table_decl: return "a clause, `{` or a declaration";
            case Rule::rev_body: return "`phase`, `force`, `spare` or `}`";
            case Rule::view_body: return "a part of the view, `from` or `}`";
            case Rule::boot_body: return "a record or `}`";
            case Rule::key: return "a number or a table";
            case Rule::clause: return "a clause";
            default: return "something else";
        }
    }

    /// When a closing bracket is missing, the one it would close is half of the story.
    void bracket(Diagnostic& d) const {
        for (const auto& [open, close] :
             std::initializer_list<std::pair<std::string_view, std::string_view>>{{"(", ")"}, {"[", "]"}, {"{", "}"}}) {
            if (!wants(close) || d.message.find(fmt::format("`{}`", close)) == std::string::npos) continue;
            int depth = 0;
            for (std::uint32_t i = failure_.at; i-- > 0;) {
                if (begins_declaration(scene_.tokens[i]) && scene_.tokens[i].first_on_line) break;
                const std::string_view here = spelling(i);
                if (here == close) ++depth;
                if (here != open || depth-- > 0) continue;
                // A word in the middle of a list rather wants its comma.
                const Token& t = scene_.tokens[failure_.at];
                if (wants(",") && !t.first_on_line && (t.kind == TokenKind::word || t.kind == TokenKind::integer)) return;
                d.code = "E0110";
                d.notes.push_back(
                    {{scene_.file, scene_.tokens[i].begin, scene_.tokens[i].end}, fmt::format("this `{}` is not closed", open)});
                return;
            }
        }
    }

    const Scene& scene_;
    const Failure& failure_;
};

}  // namespace

bool begins_declaration(const Token& token) {
    if (token.kind != TokenKind::keyword) return false;
    return std::ranges::find(declaration_words(), token_spelling(token.type)) != declaration_words().end();
}

std::string nearest_declaration(std::string_view word) { return nearest(word, declaration_words()); }

Span blame(const Scene& scene, std::uint32_t at) {
    const Token& t = scene.tokens[at];
    if (at > 0 && (t.first_on_line || t.kind == TokenKind::end)) return {scene.file, scene.tokens[at - 1].end, scene.tokens[at - 1].end};
    return {scene.file, t.begin, t.end};
}

void complain(const Scene& scene, const Failure& failure, Diagnostics& diagnostics) { Complaint(scene, failure).make(diagnostics); }

void complain_stray(const Scene& scene, std::uint32_t at, Diagnostics& diagnostics) {
    const Token& t = scene.tokens[at];
    const Span where{scene.file, t.begin, t.end};
    const std::string_view text = scene.source.text().substr(t.begin, t.end - t.begin);
    const std::string_view spelling = token_spelling(t.type);
    if (spelling == "}" || spelling == ")" || spelling == "]") {
        diagnostics.error("E0110", where, fmt::format("this `{}` closes nothing", spelling));
        return;
    }
    const std::string shown = text.size() > 40 ? std::string(text.substr(0, 37)) + "..." : std::string(text);
    Diagnostic& d = diagnostics.error("E0112", where, fmt::format("expected a declaration, found `{}`", shown));
    const std::string meant = t.kind == TokenKind::word ? nearest_declaration(text) : std::string();
    if (!meant.empty()) {
        d.message = fmt::format("`{}` begins no declaration", shown);
        d.label = fmt::format("did you mean `{}`?", meant);
    } else if (spelling == "system") {
        d.help = "`system NAME` stands once, at the beginning";
    }
}

}  // namespace fief::spec
