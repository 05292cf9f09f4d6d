#pragma once
// From a Model to the files that go into a kernel.

#include "gen/lower.hpp"

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
    /// Also `aegis_test.cpp`, a test program (see gen/tester.hpp).
    bool tester = false;
    /// For tests of tests.
    Fault fault = Fault::none;
};

/// `aegis.hpp` and `aegis_check.hpp`, and what the options ask for beside, for a system called aegis; equal input gives equal bytes.
[[nodiscard]] std::vector<File> generate(const model::Model& model, const Options& options);

}  // namespace fief::gen
