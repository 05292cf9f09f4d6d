#pragma once
// Facts that nobody wrote: shown, told to programs, and written into the spec.

#include "cli/files.hpp"
#include "cli/json.hpp"
#include "cli/terminal.hpp"
#include "proofs/verify.hpp"

namespace fief::cli {

// In all of these the spec's model is the report's extended one.

/// Each fact as an invariant of the language; empty when there are none.
[[nodiscard]] std::string show_inferred(const Spec& spec, const proofs::Report& report, const Style& style);
[[nodiscard]] Json json_of_inferred(const Spec& spec, const proofs::Report& report);
/// Adds them to the end of the spec's file, when all is proved with them and the file is still what was read. Returns what went wrong, or
/// nothing.
[[nodiscard]] std::string write_inferred(const Spec& spec, const proofs::Report& report);

}  // namespace fief::cli
