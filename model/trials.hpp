#pragma once
// Steps of one call on the reference model, by whether they keep a property.

#include "model/explore.hpp"

#include <vector>

namespace fief::model {

struct Trial {
    State before;
    Invocation step;
};

struct Trials {
    std::vector<Trial> good, bad;  ///< steps that succeed, from states that keep the property
};

/// Those that random runs come by, from boot and from this state by turns. Equal arguments give equal trials.
[[nodiscard]] Trials trials(const Layout& layout, const State& from, PropertyId property, CallId call);

/// Some outcome of the step breaks the property.
[[nodiscard]] bool breaks(const Interpreter& interpreter, const Trial& trial, PropertyId property);

}  // namespace fief::model
