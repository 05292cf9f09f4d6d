#pragma once
// What each diagnostic code means: the text behind `fief explain CODE`.

#include <span>
#include <string_view>

namespace fief::spec {

/// One diagnostic code in plain words. Other floors keep tables of their own in the same form.
struct CodeText {
    std::string_view code;         ///< `E0107`
    std::string_view title;        ///< a few words, without a full stop
    std::string_view explanation;  ///< sentences: why it is refused, and what to do
    std::string_view example;      ///< a wrong text and the right one, with comments; may be empty
};

/// The codes of files, tokens and syntax: E0001 to E0199.
[[nodiscard]] std::span<const CodeText> syntax_codes();

/// The text of a code in a table, or null.
[[nodiscard]] const CodeText* lookup(std::span<const CodeText> table, std::string_view code);

}  // namespace fief::spec
