#pragma once
// The lock file of the system-call table, on the disk.

#include "gen/abi.hpp"

#include <filesystem>

namespace fief::cli {

/// The numbers that callers know: as the lock file has them, if there is one, and the next ones for what is new; `locked`: it must be there
/// and have them all. Nothing, with `reasons`, when it is unreadable or forbids this spec.
[[nodiscard]] std::optional<gen::Abi> numbers(const model::Model& model, const std::filesystem::path& lock, bool locked,
                                              std::vector<std::string>& reasons);

}  // namespace fief::cli
