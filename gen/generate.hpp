#pragma once
// From a Model to the files that go into a kernel.

#include "gen/image.hpp"
#include "gen/lower.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fief::gen {

struct File {
    std::string name;
    std::string text;
};

struct Options {
    /// Said at the top of each file: "proved by fief …", or that it was generated without proof.
    std::string provenance;
    /// By call name: the properties proved of it, listed above it.
    std::vector<std::pair<std::string, std::vector<std::string>>> proved;
    /// For tests of tests.
    Fault fault = Fault::none;
    /// The state at boot, if it was made before: else it is made.
    std::optional<Image> boot = std::nullopt;
};

/// Whether the state at boot is generated as data: not where `Tables` is larger than `most_image_bytes`.
[[nodiscard]] bool has_boot_image(const ImageLayout& layout);

/// `aegis.hpp`, `aegis_check.hpp`, `aegis_boot.hpp`, `aegis_boot.cpp` and perhaps its bytes, for a system called aegis; equal input gives
/// equal bytes.
[[nodiscard]] std::vector<File> generate(const model::Model& model, Options options);

}  // namespace fief::gen
