// The ladder of capacities: small instances first, since most faults show in them.

#include "model/explore.hpp"

#include <algorithm>

namespace fief::model {
namespace {

/// What a rung gives to each kind of table.
struct Sizes {
    std::uint64_t actors, resources, pools, slots;
};

constexpr Sizes ladder[] = {{1, 1, 1, 1}, {2, 1, 2, 1}, {2, 2, 2, 1}, {2, 2, 3, 2}, {3, 2, 3, 1}, {3, 3, 4, 2}, {4, 4, 6, 3}};

std::uint64_t size_of(const Sizes& sizes, const Table& t) {
    if (t.noun == Noun::actor) return sizes.actors;
    if (t.noun == Noun::resource) return sizes.resources;
    return t.pool() ? sizes.pools : sizes.slots;
}

}  // namespace

SearchResult search(const Model& model, const std::vector<Goal>& goals, const ExploreLimits& limits,
                    const std::function<bool()>& cancelled) {
    using Steady = std::chrono::steady_clock;
    const auto deadline = Steady::now() + limits.time;
    SearchResult out;
    std::vector<Goal> open = goals;
    for (std::size_t rung = 0; rung < std::size(ladder) && !open.empty(); ++rung) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Steady::now());
        if (left.count() <= 0 || (cancelled && cancelled())) break;
        const Capacity capacity = Capacity::beside_boot(model, [&](const Table& t) { return size_of(ladder[rung], t); });
        if (!out.rungs.empty() && out.rungs.back().capacity == capacity) continue;
        const Layout layout(model, capacity);
        // Half of what is left for each rung, so that a large one does not starve those after it.
        ExploreLimits mine = limits;
        mine.time = rung + 1 == std::size(ladder) ? left : left / 2;
        ExploreResult result = explore(layout, open, mine, cancelled);
        for (Found& f : result.found) {
            const auto last = f.run.steps.empty() ? std::nullopt : f.run.steps.back().call;
            std::erase_if(open, [&](const Goal& g) {
                return g == f.goal || (!f.goal.refused && g.property == f.goal.property && (!g.call || g.call == last));
            });
            out.found.push_back(std::move(f));
        }
        result.found.clear();
        out.rungs.push_back({capacity, std::move(result)});
    }
    return out;
}

std::optional<Found> search(const Model& model, PropertyId property, const ExploreLimits& limits) {
    SearchResult result = search(model, std::vector<Goal>{{property, std::nullopt, std::nullopt}}, limits);
    if (result.found.empty()) return std::nullopt;
    return std::move(result.found.front());
}

}  // namespace fief::model
