#pragma once
// Everything a spec declares, and everything that follows from it.

#include "cli/files.hpp"
#include "cli/json.hpp"
#include "cli/terminal.hpp"

namespace fief::cli {

/// Tables, events, calls, guards, and every property with where it comes from.
[[nodiscard]] std::string listing(const Spec& spec, const Style& style);
/// The same for programs: the members `system`, `tables`, `events`, `calls`, `guards`, `properties`.
[[nodiscard]] Json json_listing(const Spec& spec);

}  // namespace fief::cli
