#pragma once
// A call as text without its places and names: what two readings of one declaration have in common.

#include "model/model.hpp"

#include <string>

namespace fief::model {

/// Two calls (of one model, or of two whose declarations other than calls, routines and guards are the same) with equal fingerprints do the
/// same in every state: variables are numbered in the order in which they occur, and spans left out.
[[nodiscard]] std::string fingerprint(const Model& model, const Call& call);

}  // namespace fief::model
