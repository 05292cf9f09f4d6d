#pragma once
// From "not inductive" to a run: explicit search from boot at small capacities, for what failed and for what should be reachable.

#include "proofs/verify.hpp"

namespace fief::proofs {

/// Fills in the runs of the report's open answers: a property that is not inductive becomes refuted when a run breaks it; `reachable` and
/// `possible` are proved by a run that gets there.
void find_runs(const Model& model, const Options& options, Report& report, const std::function<bool()>& cancelled);

}  // namespace fief::proofs
