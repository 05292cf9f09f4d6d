#pragma once
// The properties that declarations imply, class by class, in plain words: what `fief explain page.grace` says.

#include <span>
#include <string_view>

namespace fief::cli {

struct PromiseText {
    std::string_view name;     ///< "T.grace": T stands for a table, NAME for a call, a guard or a property
    std::string_view because;  ///< the declaration that promises it
    std::string_view text;     ///< what it says, and why one wants it
    std::string_view example;  ///< a line of spec that breaks it
};

[[nodiscard]] std::span<const PromiseText> promise_texts();
/// The class that a name belongs to ("page.grace" and "T.grace" alike), or null.
[[nodiscard]] const PromiseText* promise_text(std::string_view name);

}  // namespace fief::cli
