#pragma once
// Whether two bodies of one call do the same in every state that satisfies the invariants.

#include "proofs/encoding.hpp"
#include "proofs/mutate.hpp"

#include <chrono>
#include <optional>

namespace fief::proofs {

struct Comparison {
    bool equal = false;                    ///< the solver said so: they succeed alike, and leave the same state, results and events
    std::optional<Difference> difference;  ///< not equal: a step on which the reference model shows it
};

/// `encoding` is of a model in which the call is `changed`; `original` is another body for it, in terms of that model's expressions. Which
/// error a failing call gives is not compared, nor may the order of events differ. Both must be defined wherever the invariants hold.
/// Throws what the solver throws.
[[nodiscard]] Comparison compare(Encoding& encoding, model::CallId changed, const model::Call& original, std::chrono::milliseconds timeout);

}  // namespace fief::proofs
