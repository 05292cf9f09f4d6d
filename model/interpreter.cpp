#include "model/interpreter.hpp"

#include "model/interpreter_execution.hpp"
#include "model/interpreter_properties.hpp"

namespace fief::model {

std::size_t choose_first(TableId, std::span<const Value>) { return 0; }

Outcome Interpreter::run(const State& state, const Invocation& step, const Choose& choose) const {
    return Execution(*layout_).run(state, step,
                                   [&](ChoiceKind, TableId table, std::span<const Value> candidates) { return choose(table, candidates); });
}

std::vector<Outcome> Interpreter::run_all(const State& state, const Invocation& step) const {
    Execution execution(*layout_);
    return run_every_choice(execution, state, step);
}

std::variant<Value, Undefined> Interpreter::evaluate(const State& state, ExprId expr,
                                                     const std::vector<std::pair<VarId, Value>>& env) const {
    Evaluation evaluation(*layout_);
    evaluation.enter(state);
    for (const auto& [var, value] : env) evaluation.vars[var.value] = value;
    try {
        return evaluation.value(expr);
    } catch (const Undefined& undefined) { return undefined; }
}

std::variant<Value, Undefined> Interpreter::ask(const State& state, GuardId guard, Value caller, const std::vector<Value>& args) const {
    const Model& model = layout_->model();
    const Guard& g = model[guard];
    const Execution execution(*layout_);
    std::vector<std::pair<VarId, Value>> env{{*g.actor, caller}};
    for (std::size_t i = 0; i < g.params.size(); ++i) env.emplace_back(g.params[i], args.at(i));
    for (const auto& [var, value] : env)
        if (!execution.acceptable(state, model[var].type, value)) return Value{0};
    return evaluate(state, g.body, env);
}

std::vector<Violation> Interpreter::check(const State& state) const {
    std::vector<Violation> out;
    PropertyCheck check(*layout_);
    const Model& model = layout_->model();
    for (std::uint32_t p = 0; p < model.properties.size(); ++p) {
        if (model.properties[p].waived || !PropertyCheck::of_states(model, model.properties[p])) continue;
        if (auto found = check.check(state, PropertyId{p})) out.push_back(std::move(*found));
    }
    return out;
}

std::vector<Violation> Interpreter::check(const State& before, const Invocation& step, const Outcome& outcome) const {
    std::vector<Violation> out;
    PropertyCheck check(*layout_);
    const Model& model = layout_->model();
    for (std::uint32_t p = 0; p < model.properties.size(); ++p) {
        if (model.properties[p].waived || !PropertyCheck::of_steps(model, model.properties[p])) continue;
        if (auto found = check.check(before, step, outcome, PropertyId{p})) out.push_back(std::move(*found));
    }
    return out;
}

std::optional<Violation> Interpreter::check(const State& state, PropertyId property) const {
    return PropertyCheck(*layout_).check(state, property);
}

std::optional<Violation> Interpreter::check(const State& before, const Invocation& step, const Outcome& outcome,
                                            PropertyId property) const {
    return PropertyCheck(*layout_).check(before, step, outcome, property);
}

}  // namespace fief::model
