#pragma once
// What every state satisfies by its type: assumed of the state before a step, shown again of the state after it.

#include "proofs/evaluate.hpp"

#include <vector>

namespace fief::proofs {

/// References name at most one thing, and those that must be there at least one; only live records have any; numbers are in their
/// ranges, an enumeration has one name at a time, only live records descend.
[[nodiscard]] std::vector<Term> well_formed(const SymbolicState& state);
/// What is true of any host and any slots: a relation's axioms, distinct literals. Literals are those asked for so far.
[[nodiscard]] std::vector<Term> background(const Signature& signature);

}  // namespace fief::proofs
