#pragma once
// What an answer rests on. A step is asked about from states in which every invariant holds, so `proved` says what its reader takes it to
// say only when every invariant is proved of every step.

#include "proofs/verify.hpp"

#include <vector>

namespace fief::proofs {

/// An invariant that was assumed and is not shown.
struct Unshown {
    model::PropertyId invariant;
    Verdict why = Verdict::not_asked;  ///< not_asked: of some step
};

/// In the order of the properties. The model is the report's.
[[nodiscard]] std::vector<Unshown> unshown_assumptions(const Model& model, const Report& report);

}  // namespace fief::proofs
