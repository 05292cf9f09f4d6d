#pragma once
// The state at boot as formulas: the boot records live, everything else as it is without them.

#include "proofs/symbolic.hpp"

#include <vector>

namespace fief::proofs {

/// The state at boot at every size that has room for the boot records. What the boot of a larger size would have to say (a mandatory
/// reference of a record that always exists) is left open, within its type; `facts` receives what is known of it, and of the counts.
[[nodiscard]] SymbolicState boot_state(const Signature& signature, std::vector<Term>& facts);

}  // namespace fief::proofs
