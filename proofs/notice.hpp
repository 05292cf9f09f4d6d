#pragma once
// Whether any property notices what a step does: the first one that fails is enough, with a state on which the reference model agrees.

#include "proofs/question.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace fief::proofs {

struct Notice {
    std::optional<model::PropertyId> by;  ///< this one fails: a state satisfies every invariant, and the step from it breaks the property
    std::string reason;                   ///< none fails, but not all were proved either: why. Empty: all of them were proved
};

/// Asks for the properties of one step. No state is made small, and no run is sought. Throws what the solver throws.
[[nodiscard]] Notice notice(Encoding& encoding, const StepWork& work, std::chrono::milliseconds timeout,
                            const std::function<bool()>& cancelled);

}  // namespace fief::proofs
