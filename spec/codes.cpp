#include "spec/codes.hpp"

#include <algorithm>
#include <array>

namespace fief::spec {

namespace {

constexpr std::array table{
    CodeText{
        "E0001", "a file cannot be read",
        "The file named on the command line or in an `import` does not exist, is a directory, may not be read, or is larger than 64 MiB. "
        "An import is looked for relative to the file that imports it.",
        R"(import "common/cpu.fief"      // beside this file, in the folder common)"},
    CodeText{"E0002", "a file is not UTF-8",
             "A spec is UTF-8 text. Outside comments and strings only ASCII means anything, so a spec in an older encoding mostly needs "
             "no more than being saved again.",
             ""},
    CodeText{"E0003", "a file is not a text", "The file contains a zero byte, as programs and images do and texts do not.", ""},
    CodeText{"E0004", "a file is too large",
             "A spec is written and read by people; 64 MiB is the limit. Large boot states belong into a CSV file.",
             R"(boot { cap from "caps.csv" })"},
    CodeText{"E0005", "imports form a circle",
             "A file imports itself, directly or through others. Declarations may be used before they are declared, but a file is read "
             "whole before the one that imports it: move what both need into a third file.",
             ""},
    CodeText{"E0006", "imports nest too deep", "One import led to another more than 200 times.", ""},
    CodeText{
        "E0101", "something is missing, or something else stands in its place",
        "The grammar allows certain words at each place, and the message names them. When something is missing at the end of a line, the "
        "place shown is that end, not the line after it. Reading goes on at the next statement, field or declaration.",
        R"(p.owner :=            // wrong: expected an expression
p.owner := none       // right)"},
    CodeText{
        "E0102", "a number that is none",
        "Numbers are decimal (`4096`, `1_000_000`) or hexadecimal (`0xffff_ffff`), never negative and without fractions. A duration is a "
        "number and a unit without a space: ns, us, ms, s, min, h.",
        R"(clock us latency 10uss      // wrong
clock us latency 10us       // right)"},
    CodeText{
        "E0103", "a character that is not part of the language",
        "Outside comments and strings a spec consists of names, numbers, and the marks { } ( ) [ ] : := , . .. = < <= > >= + - & | and ?. "
        "Comments begin with `//`.",
        ""},
    CodeText{"E0104", "a string is not closed",
             "A string stands in double quotes on one line. Inside it `\\\"` is a quote and `\\\\` a backslash.",
             R"(waive integrity because "no guard in Xok)"
             "\n"
             R"(waive integrity because "no guard in Xok")"},
    CodeText{"E0105", "a number is too large", "Values are 64-bit signed integers; the largest is 9223372036854775807.", ""},
    CodeText{"E0106", "nesting is too deep",
             "Brackets, blocks, quantifiers, conditionals, `implies` and `not` nest at most 200 deep, and a path has at most 16 steps. "
             "Chains of "
             "`and` and `or` may be as long as you like. Name a part with `guard` or `let`.",
             ""},
    CodeText{
        "E0107", "another language's operator",
        "Fief's operators are words: `is`, `is not`, `and`, `or`, `not`, `implies`. Assignment is `:=`, a definition `=`, and there are no "
        "semicolons.",
        R"(require p.owner == e && !p.critical    else no_right     // wrong
require p.owner is e and not p.critical else no_right   // right)"},
    CodeText{"E0108", "a `require` without `else`",
             "Every `require` names the error the call answers with when the condition does not hold. Errors are declared by being used.",
             R"(require p.owner is e                  // wrong
require p.owner is e else not_owner   // right)"},
    CodeText{"E0109", "comparisons do not chain", "`a < b < c` would compare a truth value with `c`. Join two comparisons with `and`.",
             R"(require 0 < n < 4 else range           // wrong
require 0 < n and n < 4 else range     // right)"},
    CodeText{"E0110", "a bracket without its partner",
             "An opening bracket is not closed, or a closing one closes nothing. The note shows the bracket that is still open; when that "
             "one looks "
             "right, the missing one belongs to something inside it.",
             ""},
    CodeText{
        "E0111", "a word of the language used as a name",
        "Words that begin declarations or statements, and words of expressions, are reserved. Words that only a header uses (to via "
        "of from "
        "owned held derived kept latency over because phase spare gives rights free while view) are not. After a dot, any word is a name.",
        R"(let call = p      // wrong
let callee = p    // right)"},
    CodeText{
        "E0112", "a declaration was expected",
        "Between declarations stands something that begins none: a misspelt word, a statement outside a call, or the rest of an expression "
        "that has ended.",
        R"(evnt urgent(p: page)      // wrong
event urgent(p: page)     // right)"},
    CodeText{"E0113", "a quantifier or conditional as an operand",
             "A quantifier reaches as far to the right as it can. As an operand of `and`, `or`, `not` or a comparison it stands in "
             "parentheses, so that "
             "its end can be seen. Right of `implies` it needs none.",
             R"(p.owner is e or exists c: cap | c.target is p      // wrong
p.owner is e or (exists c: cap | c.target is p)    // right)"},
    CodeText{"E0114", "too many errors",
             "After 100 errors in a file the rest is not shown. Mend the first ones: often the others go with them.", ""},
    CodeText{"E0115", "a spec begins with `system NAME`", "The name of the system is the first thing in every file, after comments.",
             R"(/// What this kernel is.
system aegis)"},
};

}  // namespace

std::span<const CodeText> syntax_codes() { return table; }

const CodeText* lookup(std::span<const CodeText> codes, std::string_view code) {
    const auto found = std::ranges::find(codes, code, &CodeText::code);
    return found == codes.end() ? nullptr : &*found;
}

}  // namespace fief::spec
