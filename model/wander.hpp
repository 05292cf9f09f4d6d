#pragma once
// Random runs that look for goals: what lies deep they find at once, where a search through every state on the way takes long.

#include "model/explore.hpp"

namespace fief::model {

struct WanderOptions {
    std::uint64_t steps = 10'000;  ///< in all runs together
    std::uint64_t seed = 1;
};

/// Runs from boot, ever longer, steered to calls that have not succeeded; the calls that goals name are tried from each state on the way.
/// For each goal (as `explore` takes them) the first run that gets there, shortened: without any one of its steps it does not. Of a
/// `refused` one the run is as it was. `new` takes the lowest free record, `pick` the lowest match. Equal arguments
/// give equal runs.
[[nodiscard]] std::vector<Found> wander(const Layout& layout, const std::vector<Goal>& goals, const WanderOptions& options,
                                        const std::function<bool()>& cancelled = {});

}  // namespace fief::model
