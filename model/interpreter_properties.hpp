#pragma once
// Which properties a state or a step breaks.

#include "model/interpreter_arguments.hpp"
#include "model/interpreter_execution.hpp"
#include "model/isolation.hpp"

#include <memory>

namespace fief::model {

/// Checks one property at a time; reusable, for searches.
class PropertyCheck {
public:
    explicit PropertyCheck(const Layout& layout) : layout_(&layout), model_(&layout.model()), execution_(layout), arguments_(layout) {}

    /// Whether the property speaks of states: an invariant, `unblocked`, and the `defined` of what is evaluated in one state.
    [[nodiscard]] static bool of_states(const Model& model, const Property& property);
    /// Whether it speaks of steps: a transition, the `defined` of transitions and calls, and what a call by another leaves alone of what an
    /// observer sees. Other `isolated` properties speak of two states.
    [[nodiscard]] static bool of_steps(const Model& model, const Property& property);

    [[nodiscard]] std::optional<Violation> check(const State& state, PropertyId property);
    [[nodiscard]] std::optional<Violation> check(const State& before, const Invocation& step, const Outcome& outcome, PropertyId property);
    /// Whether the formula of a `reachable` property holds.
    [[nodiscard]] bool reached(const State& state, PropertyId property);
    [[nodiscard]] Evaluation& evaluation() { return execution_.evaluation(); }
    /// Whether some answer so far depends on numbers of which not every value was looked at.
    [[nodiscard]] bool sampled() { return evaluation().sampled || arguments_.sampled(); }

private:
    const Layout* layout_;
    const Model* model_;
    Execution execution_;
    Arguments arguments_;
    std::unique_ptr<Observers> observers_;  ///< made when first needed

    [[nodiscard]] std::optional<Violation> formula(PropertyId property, ExprId formula, bool of_step);
    [[nodiscard]] std::optional<Violation> undefined_formula(PropertyId property, ExprId formula, bool of_step);
    [[nodiscard]] std::optional<Violation> blocked(const State& state, PropertyId property);
    [[nodiscard]] bool leaves_its_phase(const State& state, TableId table, Value record);
    [[nodiscard]] std::optional<Violation> undefined_state(const State& state, PropertyId property);
    [[nodiscard]] std::optional<Violation> undefined_view(const State& state, PropertyId id, IsolationId isolation);
    [[nodiscard]] std::optional<Violation> disturbed(const State& before, const Invocation& step, const Outcome& outcome, PropertyId id);
    [[nodiscard]] Observers& observers();
    [[nodiscard]] std::optional<Violation> undefined_guard(const State& state, PropertyId property, const Guard& guard);
};

}  // namespace fief::model
