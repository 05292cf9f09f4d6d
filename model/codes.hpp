#pragma once
// What the resolver's diagnostic codes mean: the text behind `fief explain CODE`.

#include "spec/codes.hpp"

namespace fief::model {

/// The codes of names, types, effects and declarations, E0201 to E0599, and the warnings.
[[nodiscard]] std::span<const spec::CodeText> resolver_codes();

}  // namespace fief::model
