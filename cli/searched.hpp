#pragma once
// How far a search for a run went: no more than was done.

#include "proofs/verify.hpp"

#include <string>

namespace fief::cli {

/// "no run of up to 7 steps at env=3,page=2 (178591 states)"; what was left out stands there too.
[[nodiscard]] std::string show_searched(const model::Model& model, const proofs::Searched& searched);

}  // namespace fief::cli
