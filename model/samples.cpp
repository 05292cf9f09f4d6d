#include "model/samples.hpp"

#include "model/explore.hpp"
#include "model/forays.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace fief::model {
namespace {

struct Size {
    std::uint64_t pools, fixed, rows;
};

/// Each once; where there are too many, equally many of each kind of population: how many records of each table live, up to a few.
/// Random runs are mostly where little lives.
void thin(const Layout& layout, std::vector<State>& states, std::size_t most) {
    constexpr unsigned few = 2;
    std::set<std::vector<Value>> seen;
    std::erase_if(states, [&](const State& s) { return !seen.insert(s.words).second; });
    if (states.size() <= most) return;
    std::map<std::vector<unsigned>, std::vector<std::size_t>> kinds;
    for (std::size_t i = 0; i < states.size(); ++i) {
        std::vector<unsigned> population;
        for (std::uint32_t t = 0; t < layout.model().tables.size(); ++t) {
            unsigned& n = population.emplace_back(0);
            for (Value r = 0; r < layout.records(TableId{t}) && n < few; ++r) n += states[i].words[layout.live(TableId{t}, r)] != 0;
        }
        kinds[population].push_back(i);
    }
    std::vector<const std::vector<std::size_t>*> fewest_first;
    for (const auto& [population, of_kind] : kinds) fewest_first.push_back(&of_kind);
    std::stable_sort(fewest_first.begin(), fewest_first.end(), [](const auto* a, const auto* b) { return a->size() < b->size(); });
    std::vector<State> kept;
    for (std::size_t k = 0; k < fewest_first.size(); ++k) {
        const std::vector<std::size_t>& of_kind = *fewest_first[k];
        const std::size_t share = std::min(of_kind.size(), (most - kept.size()) / (fewest_first.size() - k));
        for (std::size_t i = 0; i < share; ++i) kept.push_back(std::move(states[of_kind[i * of_kind.size() / share]]));
    }
    states = std::move(kept);
}

}  // namespace

Samples::Samples(const Model& model, std::size_t most, std::chrono::milliseconds time) {
    const auto sized = [&](const Size& s) {
        return Capacity::beside_boot(model, [&](const Table& t) { return t.always_live ? s.fixed : t.pool() ? s.pools : s.rows; });
    };
    auto add = [&](const Layout& layout, std::vector<State> states, std::size_t share) {
        thin(layout, states, share);
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
        add(layout, forays(layout, {}), most / 6);
    }
}

}  // namespace fief::model
