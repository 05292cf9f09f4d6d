#pragma once
// Asks the solver about one step: all its properties together first, then one by one where they do not all hold.

#include "proofs/question.hpp"

#include <functional>
#include <vector>

namespace fief::proofs {

/// Hears how far a step is: for those who must know what was shown, and what was asked last, when the solver takes its process with it.
struct Listener {
    std::function<void(std::optional<model::PropertyId>)> asking;  ///< this one is about to be asked; none: all that are open, together
    std::function<void(model::PropertyId, const Answer&)> answered;
};

/// What was spent on looking for small states and short runs where the solver may do little: all that is unknown for that reason shares one
/// search's time.
struct Looking {
    std::chrono::duration<double> spent{0};
};

/// Answers one step's obligations: proved, not inductive (replayed), or unknown. `together`: asks for all of them at once first. Throws
/// z3::exception when the solver can no longer be used; what was answered before stands.
void prove_step(Encoding& encoding, const StepWork& work, const Options& options, bool together, const Listener& listener,
                Looking& looking);

}  // namespace fief::proofs
