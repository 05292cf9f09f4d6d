#pragma once
// What a spec says about nothing: implications whose left side never holds, requires that never fail. A property that is proved and vacuous
// is worth a warning: it promises less than it seems to.

#include "model/explore.hpp"

#include <vector>

namespace fief::model {

/// One implication of a property: `probe` is a property of the probed model that a run reaches, or breaks, when its left side holds.
struct Probe {
    PropertyId of, probe;
    ExprId left;
};

/// A model with a probe for each implication of its invariants and transitions, behind its own properties.
struct Probed {
    Model model;
    std::vector<Probe> probes;
};
[[nodiscard]] Probed with_probes(const Model& model);

/// Whether some caller and arguments make this check of the call fail in the state, after the checks before it held.
[[nodiscard]] bool refuses(const Layout& layout, const State& state, CallId call, std::size_t check);

/// Whether a run shows what the goal asks for; of a property that is to be broken, on its last step or state.
[[nodiscard]] bool shows(const Model& model, const Run& run, const Goal& goal);

}  // namespace fief::model
