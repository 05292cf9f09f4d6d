#include "gen/names.hpp"

#include <algorithm>
#include <array>

namespace fief::gen {
namespace {

// What C++20 reserves, and what the generated files use themselves where a spec's names also stand.
constexpr std::array taken = {
    "alignas",   "alignof",  "and",      "and_eq",       "asm",        "auto",       "bitand",        "bitor",       "bool",
    "break",     "case",     "catch",    "char",         "char16_t",   "char32_t",   "char8_t",       "class",       "co_await",
    "co_return", "co_yield", "compl",    "concept",      "const",      "const_cast", "consteval",     "constexpr",   "constinit",
    "continue",  "decltype", "default",  "delete",       "do",         "double",     "dynamic_cast",  "else",        "enum",
    "explicit",  "export",   "extern",   "false",        "float",      "for",        "friend",        "goto",        "if",
    "inline",    "int",      "long",     "mutable",      "namespace",  "new",        "noexcept",      "not",         "not_eq",
    "nullptr",   "operator", "or",       "or_eq",        "private",    "protected",  "public",        "register",    "reinterpret_cast",
    "requires",  "return",   "short",    "signed",       "sizeof",     "static",     "static_assert", "static_cast", "struct",
    "switch",    "template", "this",     "thread_local", "throw",      "true",       "try",           "typedef",     "typeid",
    "typename",  "union",    "unsigned", "using",        "virtual",    "void",       "volatile",      "wchar_t",     "while",
    "xor",       "xor_eq",   "std",      "tb",           "none",       "linux",      "unix",          "errno",       "NULL",
    "EOF",       "assert",   "within",   "num",          "valid",      "boot",       "check",         "lowest",      "upwards",
    "host",      "peek",     "poke",     "begin_change", "end_change", "inside",     "concurrent",    "dispatch",    "name_of",
    "grants",    "trail",    "traced",   "last_time",
};

// The types of the generated files that are not named after a table.
constexpr std::array taken_types = {"Tables",   "Kernel", "Host",     "Error",      "Rights",       "Time", "Violation",
                                    "Argument", "Reply",  "CallInfo", "CallNumber", "ArgumentKind", "Trail"};

}  // namespace

std::string identifier(std::string_view name) {
    std::string out(name);
    if (std::find(taken.begin(), taken.end(), name) != taken.end()) out += '_';
    return out;
}

std::string camel(std::string_view name) {
    std::string out;
    bool up = true;
    for (char c : name) {
        if (c == '_') {
            up = true;
            continue;
        }
        out += up && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        up = false;
    }
    if (std::find(taken_types.begin(), taken_types.end(), out) != taken_types.end()) out += '_';
    return out;
}

std::string upper(std::string_view name) {
    std::string out(name);
    for (char& c : out) c = c == '.' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return out;
}

}  // namespace fief::gen
