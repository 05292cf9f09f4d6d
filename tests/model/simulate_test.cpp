// Random runs are worth their time only where calls have something to work on.

#include "model/simulate.hpp"
#include "model/resolve.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace fief;
using model::Value;

TEST_CASE("few random calls are refused for want of a record") {
    unsigned specs = 0;
    for (const auto& file : std::filesystem::directory_iterator(FIEF_SOURCE_DIR "/spec/library")) {
        if (file.path().extension() != ".fief") continue;
        spec::Sources sources;
        spec::Diagnostics diagnostics;
        const auto m = model::load(file.path().string(), sources, diagnostics);
        REQUIRE(m);
        const model::Layout layout(*m, model::Capacity::beside_boot(*m, [](const model::Table&) { return 3; }));
        const model::Interpreter interpreter(layout);
        model::Stepper stepper(layout, 1);
        model::State state = model::boot_state(layout);
        unsigned calls = 0, bad = 0, succeeded = 0;
        for (unsigned i = 0; i < 4000; ++i) {
            if (stepper.stuck(state)) state = model::boot_state(layout);
            const model::Invocation step = stepper.next(state);
            const model::Outcome outcome = interpreter.run(state, step);
            stepper.saw(step, outcome);
            if (!outcome.error) state = outcome.after;
            if (!step.call) continue;
            ++calls;
            bad += outcome.error == model::bad_argument;
            succeeded += !outcome.error;
        }
        INFO(file.path().filename() << ": " << calls << " calls, " << succeeded << " succeeded, " << bad << " with bad_argument");
        CHECK(bad < calls / 4);
        CHECK(succeeded > calls / 8);
        unsigned requires_ = 0, refused = 0;
        for (std::size_t c = 0; c < m->calls.size(); ++c)
            for (std::size_t i = 0; i < m->calls[c].checks.size(); ++i) {
                if (!std::holds_alternative<model::Require>(m->calls[c].checks[i].node)) continue;
                ++requires_;
                refused += stepper.coverage().calls[c].refused[i] > 0;
            }
        INFO(refused << " of " << requires_ << " requires refused");
        CHECK(refused > requires_ * 8 / 10);
        ++specs;
    }
    CHECK(specs >= 8);
}
