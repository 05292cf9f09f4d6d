#pragma once
// Invariants that answers took for granted and that were not shown: told beside the answers.

#include "cli/files.hpp"
#include "cli/json.hpp"
#include "cli/terminal.hpp"
#include "proofs/verify.hpp"

namespace fief::cli {

// In both, the spec's model is the report's extended one.

/// Empty where every invariant is shown, or nothing is proved that could rest on one.
[[nodiscard]] std::string show_assumed(const Spec& spec, const proofs::Report& report, const Style& style);
/// Each with its `property`, and why it is not shown: a verdict.
[[nodiscard]] Json json_of_assumed(const Spec& spec, const proofs::Report& report);

}  // namespace fief::cli
