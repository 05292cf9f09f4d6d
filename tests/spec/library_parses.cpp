#include "spec/parse.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

using namespace fief::spec;

TEST_CASE("every shipped spec parses without a diagnostic") {
    for (const auto& entry : std::filesystem::directory_iterator(FIEF_SOURCE_DIR "/spec/library")) {
        Sources sources;
        Diagnostics diagnostics;
        const auto units = parse_with_imports(sources, entry.path(), diagnostics);
        for (const auto& d : diagnostics.all()) UNSCOPED_INFO(render(d, sources, false));
        CHECK(diagnostics.all().empty());
        REQUIRE(units.size() == 1);
        CHECK(units[0].decls.size() > 10);
    }
}
