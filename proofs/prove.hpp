#pragma once
// Asks the solver about one step: all its properties together first, then one by one where they do not all hold.

#include "proofs/encoding.hpp"

#include <functional>
#include <string>
#include <vector>

namespace fief::proofs {

/// The obligations of one step, in order of properties.
struct StepWork {
    StepRef step;
    std::vector<model::PropertyId> properties;
};

/// Every step with the obligations that the options select; reachability is not among them: that is for search.
[[nodiscard]] std::vector<StepWork> plan_steps(const Model& model, const Options& options);

/// The answers to one step's obligations: proved, not inductive (replayed), or unknown.
/// `said` is called after each. Throws nothing; a solver's fault is an unknown.
[[nodiscard]] std::vector<Answer> prove_step(Encoding& encoding, const StepWork& work, const Options& options,
                                             const std::function<bool()>& cancelled, const std::function<void()>& said);

}  // namespace fief::proofs
