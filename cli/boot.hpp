#pragma once
// The state at boot, before anything is generated from it.

#include "cli/files.hpp"
#include "gen/boot/image.hpp"

#include <optional>

namespace fief::cli {

/// Checks the state at boot against every invariant that has a checker; what is broken goes to the spec's diagnostics. The image that was
/// checked, unless it is too large to be generated: then it was checked at the least sizes that have room for it.
[[nodiscard]] std::optional<gen::Image> check_boot(Spec& spec);

}  // namespace fief::cli
