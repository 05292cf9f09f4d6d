#pragma once
// What would keep a property that a step breaks: the statement to blame, or what is missing.

#include "proofs/verify.hpp"

#include <functional>

namespace fief::proofs {

/// Looks for a mend of what the report shows to be broken by calls, in child processes, for `mend_time`: one change for all that a call
/// breaks, else one for each. What the solver does not say unsat to is not offered.
void find_mends(const Model& model, const Options& options, Report& report, const std::function<bool()>& cancelled);

}  // namespace fief::proofs
