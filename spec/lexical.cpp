#include "spec/lexical.hpp"

#include "spec/utf8.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace fief::spec {

namespace {

/// A token of another language, what it becomes (empty: nothing), and what to say.
struct Slip {
    std::string_view written;
    std::string_view first, second;
    std::string_view message, help;
};

constexpr std::array slips{
    Slip{";", "", "", "there are no semicolons", "statements end by themselves: leave the `;` out"},
    Slip{"==", "is", "", "`==` does not compare", "write `is`"},
    Slip{"===", "is", "", "`===` does not compare", "write `is`"},
    Slip{"!=", "is", "not", "`!=` does not compare", "write `is not`"},
    Slip{"!==", "is", "not", "`!==` does not compare", "write `is not`"},
    Slip{"<>", "is", "not", "`<>` does not compare", "write `is not`"},
    Slip{"!", "not", "", "`!` does not negate", "write `not`"},
    Slip{"&&", "and", "", "`&&` is not a connective", "write `and`"},
    Slip{"||", "or", "", "`||` is not a connective", "write `or`"},
    Slip{"->", "implies", "", "`->` is not a connective", "write `implies`"},
    Slip{"=>", "implies", "", "`=>` is not a connective", "write `implies`"},
};

std::string_view bad_byte_help(std::string_view text) {
    if (text == "*" || text == "/" || text == "%") return "numbers are added and subtracted only";
    if (text == "\"") return "a string stands in straight double quotes, on one line";
    if (text == "'") return "strings stand in double quotes; a single character has no literal";
    if (text == "/*" || text == "*/") return "comments begin with `//` and end with their line";
    if (text == "^") return "write `or` of two conjunctions; on rights there are `+`, `-` and `&`";
    if (static_cast<unsigned char>(text[0]) >= 0x80) return "outside comments and strings a spec is ASCII";
    return {};
}

}  // namespace

std::vector<Token> mend(std::vector<Token> tokens, const SourceFile& source, std::uint32_t file, std::size_t limit,
                        Diagnostics& diagnostics, std::vector<std::uint32_t>& lines) {
    const bool clean = std::ranges::none_of(tokens, [](const Token& t) {
        return t.kind == TokenKind::bad_number || t.kind == TokenKind::bad_string || t.kind == TokenKind::slip || t.kind == TokenKind::bad;
    });
    if (clean) return tokens;

    std::vector<Token> out;
    out.reserve(tokens.size());
    std::uint32_t last_line = 0;
    std::string last_message;
    // The same mistake twice on one line is one mistake.
    const auto report = [&](std::string code, const Token& t, std::string message, std::string_view help) {
        const std::uint32_t line = source.line_of(t.begin);
        if (lines.empty() || lines.back() != line) lines.push_back(line);
        if ((line == last_line && message == last_message) || diagnostics.errors() >= limit) return;
        last_line = line;
        last_message = message;
        diagnostics.error(std::move(code), {file, t.begin, t.end}, std::move(message)).help = help;
    };
    const auto replace = [&](const Token& t, std::string_view word) {
        if (word.empty()) return;
        Token& added = out.emplace_back(t);
        added.type = token_type(word);
        added.kind = TokenKind::keyword;
    };

    bool line_open = false;  // a token was left out that would have been the first on its line
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Token t = tokens[i];
        if (line_open) t.first_on_line = true;
        line_open = false;
        const std::string_view text = source.text().substr(t.begin, t.end - t.begin);
        switch (t.kind) {
            case TokenKind::bad_number:
                report("E0102", t, fmt::format("`{}` is neither a number nor a duration", text.substr(0, 40)),
                       "a duration is a number and one of ns, us, ms, s, min, h: `50us`; a hexadecimal number begins with `0x`");
                t.type = token_type("INT");
                // A lone `us` at its end says that a duration was meant; `latency` takes nothing else.
                if (!out.empty() && token_spelling(out.back().type) == "latency") t.type = token_type("DURATION");
                out.push_back(t);
                break;
            case TokenKind::bad_string:
                report("E0104", t, "this string is not closed", "a string ends on its line, with `\"`");
                t.type = token_type("STRING");
                out.push_back(t);
                break;
            case TokenKind::slip: {
                const auto* const slip = std::ranges::find(slips, text, &Slip::written);
                report("E0107", t, std::string(slip->message), slip->help);
                line_open = slip->first.empty() && t.first_on_line;
                replace(t, slip->first);
                replace(t, slip->second);
                break;
            }
            case TokenKind::bad: {
                const auto next_to = [&](std::size_t k) { return k < tokens.size() && tokens[k].begin == t.end; };
                if (text == "." && next_to(i + 1) && !out.empty() && out.back().kind == TokenKind::integer && out.back().end == t.begin) {
                    // A fraction: one number, mistyped.
                    Token& number = out.back();
                    number.end = tokens[++i].end;
                    number.kind = TokenKind::bad_number;
                    const std::string_view whole = source.text().substr(number.begin, number.end - number.begin);
                    report("E0102", number, fmt::format("`{}` has a fraction", whole.substr(0, 40)),
                           "numbers are whole: choose a smaller unit, as in `1500ns`");
                    if (tokens[i].kind == TokenKind::duration) number.type = tokens[i].type;
                    break;
                }
                // Neighbouring bytes that begin no token are one mistake: mostly the bytes of one character, or of a word.
                while (next_to(i + 1) && tokens[i + 1].kind == TokenKind::bad) t.end = tokens[++i].end;
                const std::string_view run = source.text().substr(t.begin, t.end - t.begin);
                const bool mark = t.begin == 0 && run.starts_with("\xef\xbb\xbf");  // a byte order mark
                line_open = t.first_on_line;
                if (mark && run.size() == 3) break;
                const char32_t c = decode(run, 0).value;
                const std::string shown = run.size() > 40     ? std::string("this")
                                          : is_unprintable(c) ? fmt::format("U+{:04X}", static_cast<unsigned>(c))
                                                              : fmt::format("`{}`", run);
                if (run.starts_with("/*")) {
                    // All of it is the comment that was meant.
                    const std::size_t close = source.text().find("*/", t.begin + 2);
                    while (close != std::string_view::npos && i + 1 < tokens.size() && tokens[i + 1].begin < close + 2 &&
                           tokens[i + 1].kind != TokenKind::end)
                        ++i;
                }
                report("E0103", t, fmt::format("{} is not part of the language", shown), bad_byte_help(run));
                break;
            }
            default: out.push_back(t); break;
        }
    }
    return out;
}

}  // namespace fief::spec
