#pragma once
// A call of one model, brought into another.

#include "model/model.hpp"

namespace fief::model {

/// A copy of `from`'s call whose expressions and variables are added to `to`. The two models' declarations other than calls, routines and
/// guards must be the same, and `to` must have this call: its parameters, its actor and its results become the copy's.
[[nodiscard]] Call graft(const Model& from, CallId call, Model& to);

}  // namespace fief::model
