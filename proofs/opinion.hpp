#pragma once
// What a solver makes of a check, whichever solver it is.

#include "proofs/script.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fief::proofs {

enum class Said { unsat, sat, unknown, nothing };
/// "unsat", "sat", "unknown", "nothing".
[[nodiscard]] std::string_view name_of(Said said);

struct Opinion {
    Said said = Said::nothing;
    std::string reason;  ///< of unknown and nothing: in the solver's words, or ours
    std::chrono::duration<double> time{0};
};

/// Bounds that hold while solvers are asked.
struct Patience {
    std::chrono::milliseconds each{10000};  ///< for one check
    std::function<bool()> cancelled = [] { return false; };
};

/// Z3's answers in this process, from the text alone: what the prover had in memory plays no part.
[[nodiscard]] std::vector<Opinion> ask_built_in(const Script& script, const Patience& patience);

}  // namespace fief::proofs
