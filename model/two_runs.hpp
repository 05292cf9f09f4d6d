#pragma once
// Two runs from boot that an observer cannot tell apart until a step takes them apart: what a leak looks like when it happens.

#include "model/explore.hpp"
#include "model/isolation.hpp"

#include <chrono>
#include <functional>
#include <optional>

namespace fief::model {

/// What is told of two runs: by this step the observer tells them apart, as the `isolated` property forbids.
struct RunsApart {
    PropertyId property;
    Value observer = none;
    Run one, other;   ///< at the same capacities
    Invocation step;  ///< of a guard: its caller and arguments
};

struct TwoRuns {
    Run one, other;
    Leak leak;  ///< by the step, from the last states of both
};

/// Breadth-first from boot, for so long: two states that look alike to the observer, and which this step (of a guard, its caller and
/// arguments) takes apart as the `isolated` property forbids. The runs are shortest or nearly so.
[[nodiscard]] std::optional<TwoRuns> two_runs(const Layout& layout, PropertyId property, Value observer, const Invocation& step,
                                              std::chrono::milliseconds time, const std::function<bool()>& cancelled = {});

}  // namespace fief::model
