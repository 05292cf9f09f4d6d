#pragma once
// What should be reachable and contradicts the invariants: no search need go on for it, and a person wants to know what stands against
// what.

#include "proofs/encoding.hpp"

#include <chrono>
#include <optional>

namespace fief::proofs {

/// Set when the solver says that no state with every invariant is as the `reachable` property says, or lets the `possible` one's call
/// through. It has so long for each question.
[[nodiscard]] std::optional<Excluded> excluded(Encoding& encoding, const model::Property& property, std::chrono::milliseconds each);

}  // namespace fief::proofs
