// What the prover says is so must be so on the reference model: from states that keep every invariant, reachable or not, no step breaks
// what was proved of it. The states are those of random runs with a word or two of them changed.

#include "model/resolve.hpp"
#include "proofs/verify.hpp"
#include "tests/proofs/walk.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <set>

using namespace fief;
using proofs::test::specs;
using proofs::test::Walk;

namespace {

using Proved = std::set<std::pair<std::uint32_t, std::pair<int, std::uint32_t>>>;

std::pair<int, std::uint32_t> key(const proofs::StepRef& step) {
    return {static_cast<int>(step.kind), step.kind == proofs::StepRef::Kind::call ? step.call.value : 0};
}

proofs::StepRef step_of(const model::Invocation& i) {
    if (i.call) return {proofs::StepRef::Kind::call, *i.call};
    return {proofs::StepRef::Kind::time, {}};
}

}  // namespace

TEST_CASE("no step from a state that keeps the invariants breaks what was proved of it") {
    std::size_t steps = 0, broken = 0;
    for (const auto& file : specs()) {
        INFO(file.string());
        spec::Sources sources;
        spec::Diagnostics diagnostics;
        const auto m = model::load(file, sources, diagnostics);
        REQUIRE(m);
        proofs::Options options;
        options.search_time = std::chrono::milliseconds(0);
        options.timeout = std::chrono::milliseconds(1000);
        Proved proved;
        for (const proofs::Result& r : proofs::verify(*m, options).results)
            if (r.answer.verdict == proofs::Verdict::proved) proved.insert({r.obligation.property.value, key(r.obligation.step)});
        auto must_hold = [&](const model::Violation& v, const proofs::StepRef& step) {
            ++broken;
            if (v.undefined && (*m)[v.property].kind != model::Property::Kind::defined) return;  // shown apart: its `defined`
            const bool said = proved.contains({v.property.value, key(step)});
            INFO((*m)[v.property].name << " was proved, yet " << v.story);
            CHECK_FALSE(said);
        };

        for (const std::uint64_t size : {std::uint64_t{2}, std::uint64_t{3}}) {
            Walk walk(*m, size, 7);
            const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(300);
            while (std::chrono::steady_clock::now() < end) {
                const auto state = walk.next();
                if (!state) continue;
                for (const model::Violation& v : walk.interpreter().check(*state)) must_hold(v, {proofs::StepRef::Kind::state, {}});
                model::for_each_step(walk.layout(), *state, [&](const model::Invocation& invocation) {
                    for (const model::Outcome& outcome : walk.interpreter().run_all(*state, invocation)) {
                        if (outcome.error) continue;
                        ++steps;
                        for (const model::Violation& v : walk.interpreter().check(*state, invocation, outcome))
                            must_hold(v, step_of(invocation));
                        if (outcome.undefined) continue;
                        for (const model::Violation& v : walk.interpreter().check(outcome.after))
                            if ((*m)[v.property].kind == model::Property::Kind::invariant) must_hold(v, step_of(invocation));
                    }
                });
            }
        }
    }
    CHECK(steps > 10'000);  // the states are no dead ends
    CHECK(broken > 100);    // and what is broken there is seen
}
