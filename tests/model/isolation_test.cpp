// Isolation on the reference model itself, without a solver: states that runs got to, two at a time where they look alike to an observer,
// and a step from both. In the spec that is proved no step tells the observer more; in each broken variant, some step tells what the
// variant says that it tells.

#include "model/isolation.hpp"
#include "model/resolve.hpp"
#include "model/simulate.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>

using namespace fief;
using model::Property;
using model::State;
using model::Value;

namespace {

model::Model load(const std::filesystem::path& path) {
    spec::Sources sources;
    spec::Diagnostics diagnostics;
    auto m = model::load(path.string(), sources, diagnostics);
    INFO(path);
    REQUIRE(m);
    return std::move(*m);
}

/// States of several random runs, each once.
std::vector<State> states_of(const model::Layout& layout) {
    constexpr unsigned runs = 60, length = 300;
    const model::Interpreter interpreter(layout);
    std::vector<State> out;
    std::set<std::vector<Value>> seen;
    for (unsigned r = 0; r < runs; ++r) {
        model::Stepper stepper(layout, r + 1);
        State now = model::boot_state(layout);
        for (unsigned i = 0; i < length; ++i) {
            if (seen.insert(now.words).second) out.push_back(now);
            const model::Invocation step = stepper.next(now);
            const model::Outcome outcome = interpreter.run(now, step);
            stepper.saw(step, outcome);
            if (!outcome.error) now = outcome.after;
        }
    }
    return out;
}

/// The properties of isolation that some pair of states and some step break, up to the one that is waited for.
constexpr Value actors = 3;
std::set<std::string> leaks(const model::Model& m, std::size_t tries, const std::string& until = "") {
    const model::Layout layout(m, model::Capacity::uniform(m, actors));
    const std::vector<State> states = states_of(layout);
    model::Observers observers(layout);
    model::Stepper stepper(layout, 99);
    std::mt19937 random(7);
    std::set<std::string> out;
    for (std::uint32_t i = 0; i < m.isolations.size(); ++i) {
        const model::IsolationId isolation{i};
        // Alike to the observer, and to somebody else too: what a flow may bring is what its sender sees.
        for (Value pair = 0; pair < actors * actors; ++pair) {
            const Value observer = pair / actors;
            std::map<std::vector<Value>, std::vector<const State*>> alike;
            for (const State& s : states) {
                std::vector<Value> seen = observers.view(isolation, observer, s);
                const std::vector<Value> by_other = observers.view(isolation, pair % actors, s);
                seen.insert(seen.end(), by_other.begin(), by_other.end());
                alike[std::move(seen)].push_back(&s);
            }
            for (const auto& [view, group] : alike) {
                for (unsigned n = 0; n < tries * group.size() && !out.contains(until); ++n) {
                    const State& one = *group[random() % group.size()];
                    const State& other = *group[random() % group.size()];
                    if (observers.tell_apart(isolation, observer, one, other)) continue;
                    const model::Invocation step = stepper.next(one);
                    for (std::uint32_t p = 0; p < m.properties.size(); ++p) {
                        const Property& property = m.properties[p];
                        if (property.kind != Property::Kind::isolated || property.guard || out.contains(property.name)) continue;
                        if (!model::speaks_of(m, property, step.call)) continue;
                        if (observers.leak(model::PropertyId{p}, observer, one, other, step)) out.insert(property.name);
                    }
                }
            }
        }
    }
    return out;
}

}  // namespace

TEST_CASE("no step from two states that look alike tells an observer of a proved spec more") {
    CHECK(leaks(load(FIEF_SOURCE_DIR "/spec/library/partition.fief"), 5).empty());
}

TEST_CASE("a spec that is not isolated leaks on the reference model by the property that the prover names") {
    unsigned variants = 0;
    for (const auto& file : std::filesystem::directory_iterator(FIEF_SOURCE_DIR "/tests/broken/partition")) {
        std::ifstream text(file.path());
        std::string line, property;
        while (property.empty() && std::getline(text, line))
            if (line.starts_with("// expect ")) {
                const auto begin = line.find(' ', 10) + 1;
                property = line.substr(begin, line.find(' ', begin) - begin);
            }
        INFO(file.path().filename());
        CHECK(leaks(load(file.path()), 240, property).contains(property));
        ++variants;
    }
    CHECK(variants >= 8);
}
