#pragma once
// Explicit search over the reference model: from boot, every step with every argument, at small capacities.

#include "model/interpreter.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace fief::model {

/// A run from boot: the states are one more than the steps.
struct Run {
    Capacity capacity;
    std::vector<Invocation> steps;
    std::vector<State> states;
    std::vector<Outcome> outcomes;  ///< by step
};

struct ExploreLimits {
    std::uint64_t states = 2'000'000;
    std::uint32_t depth = 64;
    std::chrono::milliseconds time{5000};
    std::function<void(const State&)> visit;  ///< sees each new state; may be empty
};

/// What a search looks for; the first one found of each is kept, with a shortest run at these capacities.
struct Goal {
    PropertyId property;
    std::optional<CallId> call;          ///< set: only a step of this call counts, from a state that is not broken itself
    std::optional<std::size_t> refused;  ///< set: a state in which this check of the call fails, after those before it held; no property

    friend bool operator==(const Goal&, const Goal&) = default;
};

struct Found {
    Goal goal;
    Run run;
    std::optional<Violation> violation;  ///< for reachable, possible and refused: none
};

struct ExploreResult {
    std::uint64_t states = 0;
    std::uint64_t steps = 0;  ///< successful ones
    std::uint32_t depth = 0;  ///< no run of up to this many of the steps tried was left out
    bool exhausted = false;   ///< every state was seen that the steps tried lead to: nothing more is to be found here
    bool complete = false;    ///< every reachable state at these capacities was seen, and no run can break a goal that was not found
    bool exact_time = true;   ///< the moments tried stand for all; else `complete` is not claimed, whatever was seen
    bool all_values = true;   ///< of every number that a call takes, or a property goes through, all values were tried; else likewise
    std::vector<Found> found;
};

/// Breadth-first from boot. A goal that is an invariant, a transition, an `unblocked` or a `defined` property is found when it is broken;
/// one that is `reachable` or `possible` when it happens. Stops early when every goal was found. States equal up to a shift of time are
/// one.
[[nodiscard]] ExploreResult explore(const Layout& layout, const std::vector<Goal>& goals, const ExploreLimits& limits,
                                    const std::function<bool()>& cancelled = {});

/// One rung of a search over growing capacities.
struct Rung {
    Capacity capacity;
    ExploreResult result;  ///< its `found` is empty: see SearchResult
};
struct SearchResult {
    std::vector<Found> found;
    std::vector<Rung> rungs;
};

/// Explores at growing capacities (one of everything; two actors and two of each pool; …) under one limit of time and, for each rung, of
/// states and depth, until every goal was found or time is over. For verdicts that need a run within seconds.
[[nodiscard]] SearchResult search(const Model& model, const std::vector<Goal>& goals, const ExploreLimits& limits,
                                  const std::function<bool()>& cancelled = {});
/// The same for one property.
[[nodiscard]] std::optional<Found> search(const Model& model, PropertyId property, const ExploreLimits& limits);

/// Every step worth trying in a state: each call, each caller, each combination of arguments in range (numbers: their ends, the values
/// that occur and those that the spec writes), and the passing of time to each moment at which something changes.
void for_each_step(const Layout& layout, const State& state, const std::function<void(const Invocation&)>& visit);

}  // namespace fief::model
