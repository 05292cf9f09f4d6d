#include "model/samples.hpp"

#include "model/explore.hpp"
#include "model/simulate.hpp"

#include <algorithm>
#include <set>

namespace fief::model {
namespace {

struct Size {
    std::uint64_t pools, fixed, rows;
};

/// Each once, and every so many-th of them when there are too many.
void thin(std::vector<State>& states, std::size_t most) {
    std::set<std::vector<Value>> seen;
    std::erase_if(states, [&](const State& s) { return !seen.insert(s.words).second; });
    if (states.size() <= most) return;
    std::vector<State> kept;
    for (std::size_t i = 0; i < most; ++i) kept.push_back(std::move(states[i * states.size() / most]));
    states = std::move(kept);
}

}  // namespace

Samples::Samples(const Model& model, std::size_t most, std::chrono::milliseconds time) {
    const auto sized = [&](const Size& s) {
        return Capacity::beside_boot(model, [&](const Table& t) { return t.always_live ? s.fixed : t.pool() ? s.pools : s.rows; });
    };
    auto add = [&](const Layout& layout, std::vector<State> states, std::size_t share) {
        thin(states, share);
        for (State& s : states) samples_.push_back({&layout, std::move(s)});
    };
    for (const Size size : {Size{1, 1, 1}, Size{2, 1, 1}, Size{2, 2, 1}}) {
        const Layout& layout = layouts_.emplace_back(model, sized(size));
        std::vector<State> states;
        ExploreLimits limits;
        limits.states = 4000;
        limits.time = time / 6;
        limits.visit = [&](const State& s) { states.push_back(s); };
        static_cast<void>(explore(layout, {}, limits));
        add(layout, std::move(states), most / 6);
    }
    for (const Size size : {Size{2, 2, 2}, Size{3, 2, 2}, Size{4, 3, 2}}) {
        const Layout& layout = layouts_.emplace_back(model, sized(size));
        // Many runs, since one may end where little happens any more.
        constexpr std::uint64_t runs = 24;
        std::vector<State> states;
        for (std::uint64_t seed = 1; seed <= runs; ++seed) {
            SimulateOptions options;
            options.steps = 400;
            options.seed = seed;
            options.visit = [&](const State& s) { states.push_back(s); };
            options.time = time / (6 * runs);
            options.properties = false;
            static_cast<void>(simulate(layout, options));
        }
        add(layout, std::move(states), most / 6);
    }
}

}  // namespace fief::model
