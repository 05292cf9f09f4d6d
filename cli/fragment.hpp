#pragma once
// Where a spec leaves the fragment in which the solver always ends.

#include "cli/files.hpp"
#include "proofs/verify.hpp"

namespace fief::cli {

/// A warning at each `exists` that closes a cycle of sorts, or at the references that make one.
[[nodiscard]] spec::Diagnostics cycles_of_sorts(const Spec& spec);
/// The same where it matters: the solver left something open.
[[nodiscard]] spec::Diagnostics cycles_of_sorts(const Spec& spec, const proofs::Report& report);

}  // namespace fief::cli
