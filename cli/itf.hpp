#pragma once
// Runs as traces in Apalache's Informal Trace Format, which the tools around TLA+ and Quint read
// (https://apalache-mc.org/docs/adr/015adr-trace.html). The variables are described in docs/json.md.

#include "cli/run_file.hpp"

namespace fief::cli {

/// Every state of a run, each with the step that led to it; `broken` names what the last step breaks, or is empty.
[[nodiscard]] Json itf_of(const model::Model& model, const model::Run& run, const std::string& spec, const std::string& broken);

[[nodiscard]] bool is_itf(const Json& json);

/// The run of such a trace, done again on the reference model. Sets and maps may be in any order, and there may be other variables.
/// Throws Misfit (run_values.hpp) when it is no run of the spec.
[[nodiscard]] RunFile read_itf(const model::Model& model, const Json& json);

}  // namespace fief::cli
