#pragma once
// Parts of a Model as text that says all they mean and nothing else: names in place of numbers, variables by their order, no spans. Two
// parts with the same text mean the same, in whatever files they stand; what answers are remembered by.

#include "model/model.hpp"

#include <string>

namespace fief::model {

/// Everything that states are made of: tables, enumerations, relations, counts, revocations and the clock. Capacities are left out where
/// nothing depends on them.
[[nodiscard]] std::string canonical_state(const Model& model);
/// A formula, whose free variables are named in order of appearance.
[[nodiscard]] std::string canonical(const Model& model, ExprId expr);
/// Parameters, checks and effects.
[[nodiscard]] std::string canonical(const Model& model, const Call& call);
/// Kind, formula, and what it is about; not its name.
[[nodiscard]] std::string canonical(const Model& model, const Property& property);
[[nodiscard]] std::string canonical_boot(const Model& model);

}  // namespace fief::model
