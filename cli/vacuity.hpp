#pragma once
// What a spec says about nothing, as warnings.

#include "cli/files.hpp"
#include "proofs/verify.hpp"

namespace fief::cli {

/// W0101: a left side that never holds; W0102: a `require` that never fails.
[[nodiscard]] spec::Diagnostics vacuities(const Spec& spec, const proofs::Report& report);

}  // namespace fief::cli
