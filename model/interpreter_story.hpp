#pragma once
// Why a formula is false, in one sentence: the part that fails, and the values along the paths it followed.

#include "model/interpreter_evaluation.hpp"

#include <string>
#include <utility>
#include <vector>

namespace fief::model {

struct Story {
    std::vector<std::pair<VarId, Value>> witness;  ///< of the outermost universal variables
    std::string text;  ///< "pte[env1, 0].target = page0, page0.owner = none: \"m.target.owner is not none\" is false"
    std::optional<Undefined> undefined;
    std::vector<Followed> followed;  ///< the values along the paths
};

/// The story of a formula that is false, or has no value, in the state the evaluation has entered. `of_step`: a transition's.
[[nodiscard]] Story story_of(const Layout& layout, Evaluation& evaluation, ExprId formula, bool of_step);

}  // namespace fief::model
