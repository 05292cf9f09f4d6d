#pragma once
// What a generated file was made from, told to Make, Ninja and CMake.

#include "spec/source.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fief::cli {

/// A rule of Make: the targets depend on every file among the sources. A file that is gone later is no error for Make: it has an empty rule
/// of its own, as from a compiler's -MP. Nothing, with the path in `why`, when Make has no way to write a path.
[[nodiscard]] std::optional<std::string> depfile(const std::vector<std::filesystem::path>& targets, const spec::Sources& sources,
                                                 std::string& why);

}  // namespace fief::cli
