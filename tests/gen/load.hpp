#pragma once
// A spec for a test of pictures, which fails where it is none.

#include "model/resolve.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <utility>

namespace fief::tests {

inline model::Model load(const std::filesystem::path& path) {
    spec::Sources sources;
    spec::Diagnostics diagnostics;
    auto m = model::load(path, sources, diagnostics);
    INFO(path.string());
    REQUIRE(m);
    return std::move(*m);
}

}  // namespace fief::tests
