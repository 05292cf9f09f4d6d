#pragma once
// Asks the solver about one step: all its properties together first, then one by one where they do not all hold.

#include "proofs/question.hpp"

#include <functional>
#include <vector>

namespace fief::proofs {

/// The answers to one step's obligations: proved, not inductive (replayed), or unknown.
/// `said` is called after each. Throws nothing; a solver's fault is an unknown.
[[nodiscard]] std::vector<Answer> prove_step(Encoding& encoding, const StepWork& work, const Options& options,
                                             const std::function<bool()>& cancelled, const std::function<void()>& said);

}  // namespace fief::proofs
