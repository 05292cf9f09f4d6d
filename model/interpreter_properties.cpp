#include "model/interpreter_properties.hpp"

#include "model/interpreter_story.hpp"
#include "model/print.hpp"

#include <fmt/format.h>

namespace fief::model {
namespace {

const Property& subject_of(const Model& model, const Property& defined) { return model[*defined.property]; }

std::size_t first_choice(ChoiceKind, TableId, std::span<const Value>) { return 0; }

}  // namespace

bool PropertyCheck::of_states(const Model& model, const Property& p) {
    switch (p.kind) {
        case Property::Kind::invariant:
        case Property::Kind::unblocked: return true;
        case Property::Kind::defined:
            return p.guard || p.isolation || (p.property && subject_of(model, p).kind != Property::Kind::transition);
        default: return false;
    }
}

bool PropertyCheck::of_steps(const Model& model, const Property& p) {
    if (p.kind == Property::Kind::transition) return true;
    if (p.kind == Property::Kind::isolated) return p.step == Property::Step::others;
    return p.kind == Property::Kind::defined && (p.call || (p.property && subject_of(model, p).kind == Property::Kind::transition));
}

std::optional<Violation> PropertyCheck::check(const State& state, PropertyId id) {
    const Property& property = (*model_)[id];
    evaluation().enter(state);
    switch (property.kind) {
        case Property::Kind::invariant: return formula(id, *property.formula, false);
        case Property::Kind::unblocked: return blocked(state, id);
        case Property::Kind::defined:
            if (!of_states(*model_, property)) return std::nullopt;
            if (property.isolation) return undefined_view(state, id, *property.isolation);
            return property.guard ? undefined_guard(state, id, (*model_)[*property.guard]) : undefined_state(state, id);
        default: return std::nullopt;
    }
}

std::optional<Violation> PropertyCheck::check(const State& before, const Invocation& step, const Outcome& outcome, PropertyId id) {
    const Property& property = (*model_)[id];
    if (property.kind == Property::Kind::defined && property.call) {
        if (!step.call || *step.call != *property.call || !outcome.undefined) return std::nullopt;
        return Violation{id, {}, outcome.undefined->message, outcome.undefined};
    }
    // A call that failed, or that has no meaning, is no step.
    if (!of_steps(*model_, property) || outcome.error || outcome.undefined) return std::nullopt;
    if (property.kind == Property::Kind::isolated) return disturbed(before, step, outcome, id);
    const StepView view{&before, &step, &outcome};
    evaluation().enter(outcome.after, view);
    if (property.kind == Property::Kind::transition) return formula(id, *property.formula, true);
    return undefined_formula(id, *subject_of(*model_, property).formula, true);
}

bool PropertyCheck::reached(const State& state, PropertyId property) {
    evaluation().enter(state);
    evaluation().unsure = false;
    try {
        return evaluation().holds(*(*model_)[property].formula) && !evaluation().unsure;
    } catch (const Undefined&) { return false; }
}

std::optional<Violation> PropertyCheck::formula(PropertyId property, ExprId formula, bool of_step) {
    evaluation().unsure = false;
    try {
        if (of_step ? evaluation().holds_of_step(formula) : evaluation().holds(formula)) return std::nullopt;
        if (evaluation().unsure) return std::nullopt;  // a number that was not looked at may be the one
    } catch (const Undefined&) {}
    Story story = story_of(*layout_, evaluation(), formula, of_step);
    return Violation{property, std::move(story.witness), std::move(story.text), std::move(story.undefined), std::move(story.followed)};
}

std::optional<Violation> PropertyCheck::undefined_formula(PropertyId property, ExprId formula, bool of_step) {
    try {
        static_cast<void>(of_step ? evaluation().holds_of_step(formula) : evaluation().holds(formula));
        return std::nullopt;
    } catch (const Undefined& undefined) { return Violation{property, {}, undefined.message, undefined}; }
}

std::optional<Violation> PropertyCheck::undefined_state(const State& state, PropertyId id) {
    const Property& of = subject_of(*model_, (*model_)[id]);
    if (!of.formula) return std::nullopt;
    if (!of.subject) return undefined_formula(id, *of.formula, false);
    const TableId table = (*model_)[*of.subject].type.table;
    for (Value r = 0; r < layout_->records(table); ++r) {
        if (!state.words[layout_->live(table, r)]) continue;
        evaluation().vars[of.subject->value] = r;
        if (auto found = undefined_formula(id, *of.formula, false)) return found;
    }
    return std::nullopt;
}

Observers& PropertyCheck::observers() {
    if (!observers_) observers_ = std::make_unique<Observers>(*layout_);
    return *observers_;
}

std::optional<Violation> PropertyCheck::disturbed(const State& before, const Invocation& step, const Outcome& outcome, PropertyId id) {
    const IsolationId isolation = *(*model_)[id].isolation;
    const VarId observer = (*model_)[isolation].observer;
    for (Value e = 0; e < layout_->records((*model_)[observer].type.table); ++e)
        if (auto difference = observers().disturbed(isolation, e, before, step, outcome))
            return Violation{id, {{observer, e}}, difference->story, std::nullopt};
    return std::nullopt;
}

std::optional<Violation> PropertyCheck::undefined_view(const State& state, PropertyId id, IsolationId isolation) {
    auto fault = observers().undefined(isolation, state);
    if (!fault) return std::nullopt;
    return Violation{id, {}, fault->message, fault};
}

std::optional<Violation> PropertyCheck::undefined_guard(const State& state, PropertyId id, const Guard& guard) {
    std::vector<VarId> vars;
    if (guard.actor) vars.push_back(*guard.actor);
    vars.insert(vars.end(), guard.params.begin(), guard.params.end());
    std::optional<Violation> found;
    std::function<bool(std::size_t)> from = [&](std::size_t at) {
        if (at == vars.size()) {
            found = undefined_formula(id, guard.body, false);
            if (found)
                for (VarId v : vars) found->witness.emplace_back(v, evaluation().vars[v.value]);
            return !found;
        }
        return evaluation().each((*model_)[vars[at]].type, false, [&](Value v) {
            evaluation().vars[vars[at].value] = v;
            return from(at + 1);
        });
    };
    evaluation().enter(state);
    from(0);
    return found;
}

std::optional<Violation> PropertyCheck::blocked(const State& state, PropertyId id) {
    const Property& property = (*model_)[id];
    const TableId table = (*model_)[*property.subject].type.table;
    for (Value r = 0; r < layout_->records(table); ++r) {
        if (!state.words[layout_->live(table, r)]) continue;
        evaluation().enter(state);
        evaluation().vars[property.subject->value] = r;
        try {
            if (!evaluation().holds(*property.formula)) continue;
        } catch (const Undefined& undefined) { return Violation{id, {{*property.subject, r}}, undefined.message, undefined}; }
        if (!leaves_its_phase(state, table, r))
            return Violation{id,
                             {{*property.subject, r}},
                             fmt::format("no kernel call takes {} out of its phase", show_record(*layout_, table, r)),
                             std::nullopt};
    }
    return std::nullopt;
}

bool PropertyCheck::leaves_its_phase(const State& state, TableId table, Value record) {
    const auto phase = layout_->role(table, Role::phase);
    const std::size_t live = layout_->live(table, record);
    auto leaves = [&](const Outcome& o) {
        if (o.error || o.undefined) return false;
        if (!o.after.words[live]) return true;
        const std::size_t word = phase ? layout_->field(table, record, *phase) : live;
        return o.after.words[word] != state.words[word];
    };
    Invocation step;
    for (std::uint32_t c = 0; c < model_->calls.size(); ++c) {
        if (!model_->calls[c].kernel) continue;
        bool found = false;
        arguments_.each(
            state, CallId{c}, step, [](std::size_t) { return true; },
            [&] {
                found = leaves(execution_.run(state, step, first_choice));
                if (!found)
                    for (const Outcome& o : run_every_choice(execution_, state, step)) found = found || leaves(o);
                return !found;
            });
        if (found) return true;
    }
    return arguments_.sampled();  // a number that was not tried may be the one
}

}  // namespace fief::model
