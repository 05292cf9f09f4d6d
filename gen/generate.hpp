#pragma once
// From a Model to the files that go into a kernel.

#include "gen/abi.hpp"
#include "gen/boot/image.hpp"
#include "gen/lower/lower.hpp"

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
    /// By call name: where a certificate has its proof, and the digest of that text.
    std::vector<std::pair<std::string, std::string>> certificates;
    /// The numbers that callers know (gen/abi.hpp); without, they are given in the order of the spec.
    std::optional<Abi> abi;
    /// All properties but the waived ones are proved: guards do not ask what they promise.
    bool trusted = false;
    /// Also `aegis_test.cpp`, a test program (see gen/tester/tester.hpp).
    bool tester = false;
    /// Also `aegis.h`, the layout in C (see gen/print/describe.hpp).
    bool c_layout = false;
    /// For tests of tests.
    Fault fault = Fault::none;
    /// The state at boot, if it was made before: else it is made.
    std::optional<Image> boot = std::nullopt;
};

/// Whether the state at boot is generated as data: not where `Tables` is larger than `most_image_bytes`.
[[nodiscard]] bool has_boot_image(const ImageLayout& layout);

/// For a system called aegis: `aegis.hpp`, `aegis_check.hpp`, `aegis_trail.hpp`, `aegis_dispatch.hpp`, `aegis.json`, `aegis_boot.hpp`,
/// `aegis_boot.cpp` and perhaps its bytes, and what the options ask for beside; equal input gives equal bytes.
[[nodiscard]] std::vector<File> generate(const model::Model& model, Options options);

/// The checkers that are not linear in the records: the name of each, and in brackets what it costs.
[[nodiscard]] std::vector<std::string> costly_checkers(const model::Model& model);

}  // namespace fief::gen
