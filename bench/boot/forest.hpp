#pragma once
// Aegis with a state at boot of many capabilities, from a CSV file.

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace fief::bench {

enum class Forest {
    wide,  ///< fifteen capabilities derived from each first one, and no deeper
    deep,  ///< sixteen chains, each capability derived from the one before
};

/// "wide", "deep".
[[nodiscard]] std::string_view name(Forest forest);

/// Writes `aegis_boot.fief`, a spec named `aegis`, and `caps.csv` beside it. `aegis` is the text of the library's spec. Of the
/// `capabilities`, held by 64 environments, each has at most the rights of its parent.
void write_forest(Forest forest, std::uint64_t capabilities, std::string_view aegis, const std::filesystem::path& directory);

}  // namespace fief::bench
