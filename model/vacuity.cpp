#include "model/vacuity.hpp"

#include "model/interpreter_arguments.hpp"
#include "model/interpreter_execution.hpp"
#include "model/interpreter_properties.hpp"

namespace fief::model {
namespace {

/// Finds the implications of one property and adds a probe for each.
class Prober {
public:
    Prober(Probed& out, PropertyId of) : out_(out), m_(out.model), of_(of) {}

    void run() {
        const Property& property = m_[of_];
        of_step_ = property.kind == Property::Kind::transition;
        leading(*property.formula);
    }

private:
    Probed& out_;
    Model& m_;
    PropertyId of_;
    bool of_step_ = false;
    std::vector<VarId> vars_;
    std::vector<ExprId> conditions_;

    void leading(ExprId id) {
        // By value: adding expressions moves them all.
        if (const auto* q = std::get_if<Quantified>(&m_[id].node); q && q->forall) {
            const Quantified copy = *q;
            vars_.insert(vars_.end(), copy.vars.begin(), copy.vars.end());
            leading(copy.body);
        } else if (const auto* a = std::get_if<And>(&m_[id].node)) {
            const std::vector<ExprId> operands = a->operands;
            const auto vars = vars_;
            for (ExprId e : operands) {
                leading(e);
                vars_ = vars;
            }
        } else {
            below(id);
        }
    }

    void below(ExprId id) {
        if (const auto* a = std::get_if<And>(&m_[id].node)) {
            const std::vector<ExprId> operands = a->operands;
            for (ExprId e : operands) below(e);
        } else if (const auto* i = std::get_if<Implies>(&m_[id].node)) {
            const Implies copy = *i;
            conditions_.push_back(copy.left);
            add(copy.left);
            below(copy.right);
            conditions_.pop_back();
        } else if (const auto* o = std::get_if<Or>(&m_[id].node)) {
            const std::vector<ExprId> operands = o->operands;
            const std::size_t outer = conditions_.size();
            for (ExprId e : operands) {
                below(e);
                conditions_.push_back(make({m_[e].type, m_[e].span, Not{e}}));
            }
            conditions_.resize(outer);
        } else if (const auto* q = std::get_if<Quantified>(&m_[id].node); q && !of_step_) {
            const Quantified copy = *q;
            const auto vars = vars_;
            vars_.insert(vars_.end(), copy.vars.begin(), copy.vars.end());
            below(copy.body);
            vars_ = vars;
        }
    }

    ExprId make(Expr x) {
        m_.exprs.push_back(std::move(x));
        return ExprId{static_cast<std::uint32_t>(m_.exprs.size() - 1)};
    }

    void add(ExprId left) {
        const Span span = m_[left].span;
        const Type boolean = m_[left].type;
        ExprId holds = conditions_.size() == 1 ? left : make({boolean, span, And{conditions_}});
        if (of_step_) holds = make({boolean, span, Not{holds}});
        if (!vars_.empty()) holds = make({boolean, span, Quantified{of_step_, vars_, holds}});
        Property probe = m_[of_];
        probe.kind = of_step_ ? Property::Kind::transition : Property::Kind::reachable;
        probe.formula = holds;
        m_.properties.push_back(std::move(probe));
        out_.probes.push_back({of_, PropertyId{static_cast<std::uint32_t>(m_.properties.size() - 1)}, left});
    }
};

}  // namespace

Probed with_probes(const Model& model) {
    Probed out{model, {}};
    for (std::uint32_t p = 0; p < model.properties.size(); ++p) {
        const Property& property = model.properties[p];
        const bool states_or_steps = property.kind == Property::Kind::invariant || property.kind == Property::Kind::transition;
        if (states_or_steps && !property.waived) Prober(out, PropertyId{p}).run();
    }
    return out;
}

bool refuses(const Layout& layout, const State& state, CallId id, std::size_t check) {
    const Call& call = layout.model()[id];
    Execution execution(layout);
    Arguments arguments(layout);
    Invocation step;
    bool found = false;
    arguments.each(
        state, id, step, [](std::size_t) { return true; },
        [&] {
            execution.begin(state, call);
            if (call.actor) execution.evaluation().vars[call.actor->value] = step.caller;
            for (std::size_t i = 0; i < call.params.size(); ++i) execution.evaluation().vars[call.params[i].value] = step.args[i];
            try {
                std::size_t at = 0;
                while (at < call.checks.size() && !execution.check(call.checks[at])) ++at;
                found = at == check;
            } catch (const Undefined&) {}
            return !found;
        });
    return found;
}

bool shows(const Model& model, const Run& run, const Goal& goal) {
    const Layout layout(model, run.capacity);
    if (goal.refused) return refuses(layout, run.states.back(), *goal.call, *goal.refused);
    const Property& property = model[goal.property];
    PropertyCheck check(layout);
    if (property.kind == Property::Kind::reachable) return check.reached(run.states.back(), goal.property);
    if (run.steps.empty()) return PropertyCheck::of_states(model, property) && check.check(run.states.back(), goal.property);
    const Outcome& last = run.outcomes.back();
    if (property.kind == Property::Kind::possible) return !last.error && !last.undefined && run.steps.back().call == property.call;
    if (goal.call && run.steps.back().call != goal.call) return false;
    if (PropertyCheck::of_steps(model, property))
        return check.check(run.states[run.steps.size() - 1], run.steps.back(), last, goal.property).has_value();
    return check.check(run.states.back(), goal.property).has_value();
}

}  // namespace fief::model
