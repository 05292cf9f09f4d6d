// What a checker of after a call leaves out, it leaves out because the generated call does no more than put a record into a list or take it
// out. A call that does it wrongly is seen in its code, and asks the whole checker.

#include "gen/generate.hpp"
#include "model/resolve.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

namespace fief::gen {
namespace {

/// The comment above `check_after_CALL`.
std::string said_of(const model::Model& m, const std::string& call, Fault fault) {
    Options options;
    options.fault = fault;
    for (const File& file : generate(m, options)) {
        if (file.name != m.name + "_check.hpp") continue;
        const std::size_t at = file.text.find(" check_after_" + call + "(");
        REQUIRE(at != std::string::npos);
        const std::size_t from = file.text.rfind("\n\n", at);
        return file.text.substr(from + 2, file.text.rfind('\n', at) - from - 2);
    }
    FAIL("no checkers");
    return {};
}

}  // namespace

TEST_CASE("a list that a call spoils is not taken for granted after it") {
    spec::Sources sources;
    spec::Diagnostics diagnostics;
    const auto m = model::load(std::filesystem::path(FIEF_SOURCE_DIR) / "spec/library/aegis.fief", sources, diagnostics);
    REQUIRE(m);
    struct Spoilt {
        std::string call;
        Fault fault;
        std::string checker;
    };
    for (const Spoilt& s :
         {Spoilt{"unmap", Fault::forgotten_unlink, "pte.by_target"}, Spoilt{"alloc", Fault::wrong_clear_order, "page.by_owner"},
          Spoilt{"acknowledge", Fault::lost_free_record, "lost.free"}, Spoilt{"acknowledge", Fault::wrong_free_row, "lost.free"}}) {
        INFO(s.call << " without " << s.checker);
        CHECK(said_of(*m, s.call, Fault::none).find("whole tables") == std::string::npos);
        CHECK(said_of(*m, s.call, s.fault).find("whole tables for " + s.checker) != std::string::npos);
    }
}

}  // namespace fief::gen
