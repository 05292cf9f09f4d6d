#pragma once
// Runs and states as people read them.

#include "cli/terminal.hpp"
#include "model/explore.hpp"
#include "model/interpreter.hpp"
#include "model/show_step.hpp"
#include "model/state.hpp"

#include <string>

namespace fief::cli {

using model::show_event;
using model::show_step;

/// What came of one step: changes and events, or the error it failed with; a line each.
[[nodiscard]] std::vector<std::string> show_effects(const model::Layout& layout, const model::State& before, const model::Outcome& outcome);

/// Numbered steps with what each changed, indented by four:
///
///     1  spawn()               env0 lives
///     2  alloc(page0) by env0  page0.owner = env0
[[nodiscard]] std::string show_run(const model::Layout& layout, const model::Run& run, const Style& style);

}  // namespace fief::cli
