#pragma once
// Which expressions a search evaluates: what it may forget about a state depends on them alone.

#include "model/explore.hpp"

#include <vector>

namespace fief::model {

/// By ExprId: the calls' own, and those of the goals; with the bodies of the counts they use.
[[nodiscard]] std::vector<bool> relevant_expressions(const Model& model, const std::vector<Goal>& goals);

/// Visits each `new` of a block, also inside other statements.
void for_each_new(const Block& block, const std::function<void(const New&)>& visit);

}  // namespace fief::model
