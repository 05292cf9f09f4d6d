#pragma once
// Short random runs, each from a state that an earlier one reached and that showed something new: what lies at the end of many calls, all
// of which have to be the right ones, is reached a little at a time.

#include "model/state.hpp"

#include <chrono>
#include <cstdint>
#include <vector>

namespace fief::model {

struct ForayOptions {
    std::uint64_t steps = 20'000;  ///< in all runs together
    std::uint64_t seed = 1;
    std::chrono::milliseconds time{0};  ///< 0: no limit
};

/// Reachable states, each of which has a trait (see Traits) that few of those before it have; boot's is the first. `new` and `pick` take
/// any record they may. Equal layouts and options give equal states, unless time cuts them short.
[[nodiscard]] std::vector<State> forays(const Layout& layout, const ForayOptions& options);

}  // namespace fief::model
