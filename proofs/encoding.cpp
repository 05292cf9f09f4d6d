#include "proofs/encoding.hpp"

#include "model/children.hpp"
#include "proofs/views.hpp"

#include <fmt/format.h>

#include <cassert>
#include <utility>

namespace fief::proofs {

using model::Property;
using model::TableId;
using model::Type;

Encoding::Encoding(const Model& model, z3::context& context, std::string copy)
    : model_(&model), context_(&context), signature_(model, context, std::move(copy)), before_(signature_), env_(model.vars.size()) {}

Encoding& Encoding::twin() {
    if (!twin_) twin_ = std::make_unique<Encoding>(*model_, *context_, "other.");
    return *twin_;
}

Scope Encoding::state_scope(const SymbolicState& state, Environment& env) const {
    Scope s;
    s.state = &state;
    s.env = &env;
    return s;
}

Scope Encoding::step_scope(EncodedStep& step) const {
    Scope s = state_scope(step.after, step.env);
    s.before = &before_;
    s.step = &step.context;
    return s;
}

const std::vector<Term>& Encoding::hypotheses() {
    if (!hypotheses_.empty()) return hypotheses_;
    hypotheses_ = well_formed(before_);
    hypothesis_names_.resize(hypotheses_.size(), "what the types say");
    for (const Property& p : model_->properties)
        if (p.kind == Property::Kind::invariant && !p.waived) {
            hypotheses_.push_back(assumed(p));
            hypothesis_names_.push_back(p.name);
        }
    for (Term& t : facts_of_counts(before_, env_)) hypotheses_.push_back(std::move(t));
    hypothesis_names_.resize(hypotheses_.size(), "counts of the state before");
    return hypotheses_;
}

const SymbolicState& Encoding::boot() {
    if (!boot_) {
        boot_signature_.emplace(*model_, *context_);
        boot_ = boot_state(*boot_signature_, boot_facts_);
        for (Term& t : facts_of_counts(*boot_, env_)) boot_facts_.push_back(std::move(t));
    }
    return *boot_;
}

const std::vector<Term>& Encoding::boot_facts() {
    (void)boot();
    return boot_facts_;
}

Goal Encoding::at_boot(const Property& property) {
    return {Evaluate(state_scope(boot(), env_)).property(*property.formula), false, property.name, property.span};
}

Symbolic Encoding::parameter(model::VarId var, std::vector<Term>& facts) const {
    const model::Var& v = (*model_)[var];
    const Tuple terms = signature_.fresh(v.name, signature_.sorts(v.type));
    Environment none;
    Scope scope;
    scope.state = &before_;
    scope.env = &none;
    const Evaluate eval(scope);
    const Term range = eval.in_range(v.type, terms, false);
    if (v.type.kind == Type::Kind::reference && v.type.optional) {
        const Term is_none = signature_.fresh(v.name + ".none", {context_->bool_sort()})[0];
        facts.push_back(either(is_none, range));
        Symbolic s;
        s.params = signature_.fresh(v.name, signature_.sorts(v.type));
        s.is = both(negate(is_none), s.params.empty() ? truth(*context_, true) : equal(s.params, terms));
        return s;
    }
    facts.push_back(range);
    return Symbolic{terms, {}, std::nullopt};
}

EncodedStep Encoding::call(model::CallId id) {
    const model::Call& c = (*model_)[id];
    EncodedStep out{StepRef{StepRef::Kind::call, id}, {}, env_, before_, {}, {}, truth(*context_, true), {}, {}};
    out.context.call = id;
    for (model::VarId p : c.params) out.env[p.value] = parameter(p, out.facts);
    if (c.actor) {
        out.env[c.actor->value] = parameter(*c.actor, out.facts);
        out.context.caller = out.env[c.actor->value]->known;
        out.context.actor = (*model_)[*c.actor].type.table;
    }
    Execute run(signature_, before_, out.env);
    run.checks(c.checks);
    run.effects(c.effects);
    out.after = run.state();
    for (const Term& t : run.facts()) out.facts.push_back(t);
    out.guard = run.guard();
    out.check_sites = run.check_sites();
    out.effect_sites = run.effect_sites();
    return out;
}

EncodedStep Encoding::time() {
    EncodedStep out{StepRef{StepRef::Kind::time, {}}, {}, env_, before_, {}, {}, truth(*context_, true), {}, {}};
    out.time = signature_.fresh("time", {context_->int_sort()});
    const Term& t = out.time[0];
    std::vector<Term> guard{t >= before_.apply(signature_.now(), {})};
    for (const model::Revocation& r : model_->revocations) {
        // The host's promise: the kernel is at most one latency late at a deadline.
        const model::Table& table = (*model_)[r.table];
        const Place& phase = signature_.place(r.table, *table.field(model::Role::phase));
        const Place& deadline = signature_.place(r.table, *table.field(model::Role::deadline));
        const Tuple x = signature_.fresh("x", signature_.sorts(r.table));
        std::vector<Term> in_phase;
        for (std::size_t i = 0; i < phase.count; ++i) in_phase.push_back(before_.apply(phase.first + i, x));
        Term holds = any(*context_, in_phase);
        if (auto live = signature_.live(r.table)) holds = both(before_.apply(*live, x), holds);
        const model::Value latency = model_->clock ? model_->clock->latency : 0;
        guard.push_back(forall(x, imply(holds, t <= before_.apply(deadline.first, x) + context_->int_val(latency))));
    }
    out.guard = all(*context_, guard);
    const SymbolicState was = out.after;
    out.after.set(signature_.now(), t);
    recount(was, out.after, out.env, std::nullopt, out.facts);
    return out;
}

Goal Encoding::after_step(const Property& property, EncodedStep& step) {
    const Scope scope = property.kind == Property::Kind::transition ? step_scope(step) : state_scope(step.after, step.env);
    return {Evaluate(scope).property(*property.formula), true, property.name, property.span};
}

std::vector<Goal> Encoding::defined_in_step(const Property& property, EncodedStep& step) {
    std::vector<Goal> out;
    if (property.call) {
        for (const Site& s : step.check_sites) out.push_back({s.condition, false, s.what, s.span});
        for (const Site& s : step.effect_sites) out.push_back({s.condition, true, s.what, s.span});
        for (const Term& t : well_formed(step.after))
            out.push_back({t, true, "leaves a record that its declaration does not allow", property.span});
    } else if (property.property) {
        const Property& of = (*model_)[*property.property];
        out.push_back({Evaluate(step_scope(step)).property_defined(*of.formula), true, "reads something that is not there", of.span});
    }
    return out;
}

Goal Encoding::of_state(const Property& property) {
    switch (property.kind) {
        case Property::Kind::unblocked: return unblocked(property);
        case Property::Kind::defined: {
            if (property.isolation)
                return {views_defined(before_, *property.isolation), false, "reads something that is not there", property.span};
            if (property.guard) {
                const model::Guard& g = (*model_)[*property.guard];
                std::vector<Term> facts;
                Environment env = env_;
                for (model::VarId p : g.params) env[p.value] = parameter(p, facts);
                if (g.actor) env[g.actor->value] = parameter(*g.actor, facts);
                const Term defined = Evaluate(state_scope(before_, env)).defined(g.body);
                return {imply(all(*context_, facts), defined), false, "reads something that is not there", g.span};
            }
            const Property& of = (*model_)[*property.property];
            return {Evaluate(state_scope(before_, env_)).property_defined(*of.formula), false, "reads something that is not there",
                    of.span};
        }
        default: break;
    }
    assert(false && "asked of a step");
    return {truth(*context_, false), false, property.name, property.span};
}

/// For any record that the predicate holds of there are a kernel call and arguments that take it out of its phase. A call that is given the
/// record comes first: that is what a proof finds. Any other that may move it counts as well: a record whose holder's end ends it is not
/// stuck.
Goal Encoding::unblocked(const Property& property) {
    const TableId table = (*model_)[*property.subject].type.table;
    const Tuple record = signature_.fresh((*model_)[*property.subject].name, signature_.sorts(table));
    Environment env = env_;
    env[property.subject->value] = Symbolic{record, {}, std::nullopt};
    const Evaluate eval(state_scope(before_, env));
    const Term blocked = both(eval.is_live(table, record), eval.formula(*property.formula, Polarity::negative));

    Goal goal{blocked, false, property.name, property.span};
    std::vector<Term> ways;
    for (const model::Call& call : model_->calls) {
        if (!call.kernel) continue;
        for (std::size_t subject = 0; subject < call.params.size(); ++subject) {
            const Type& type = (*model_)[call.params[subject]].type;
            if (type.kind != Type::Kind::reference || type.table != table) continue;
            if (auto way = way_out(call, subject, table, record, env, goal.facts)) ways.push_back(*way);
        }
        if (auto way = way_out(call, std::nullopt, table, record, env, goal.facts)) ways.push_back(*way);
    }
    goal.formula = imply(blocked, any(*context_, ways));
    return goal;
}

/// That some arguments let this call take the record out of its phase, the record itself being the one at `subject`; nothing when the call
/// changes no record's phase.
std::optional<Term> Encoding::way_out(const model::Call& call, std::optional<std::size_t> subject, TableId table, const Tuple& record,
                                      const Environment& env, std::vector<Term>& facts) {
    Environment args = env;
    std::vector<Term> how;
    Tuple others;
    for (std::size_t p = 0; p < call.params.size(); ++p) {
        auto& value = args[call.params[p].value];
        value = p == subject ? Symbolic{record, {}, std::nullopt} : parameter(call.params[p], how);
        if (p != subject && value->known) append(others, *value->known);
    }
    Execute run(signature_, before_, args);
    run.checks(call.checks);
    run.effects(call.effects);
    std::vector<std::size_t> components;
    const Place& phase = signature_.place(table, *(*model_)[table].field(model::Role::phase));
    for (std::size_t i = 0; i < phase.count; ++i) components.push_back(phase.first + i);
    if (auto live = signature_.live(table)) components.push_back(*live);
    std::erase_if(components, [&](std::size_t c) { return before_.same(run.state(), c); });
    if (components.empty()) return std::nullopt;
    for (const Taken& taken : run.taken()) append(others, taken.open);
    for (const Term& fact : run.facts()) {
        // A fact about what is chosen below could be told only inside the choice; left out, it makes the goal harder, never easier.
        if (!mentions(fact, others)) facts.push_back(fact);
    }
    std::vector<Term> moved;
    for (const std::size_t c : components) moved.push_back(negate(iff(before_.apply(c, record), run.state().apply(c, record))));
    how.push_back(run.guard());
    how.push_back(any(*context_, moved));
    return exists(others, all(*context_, how));
}

std::vector<Term> Encoding::refusal(model::CallId id, std::size_t check) {
    const model::Call& c = (*model_)[id];
    std::vector<Term> out;
    Environment env = env_;
    for (model::VarId p : c.params) env[p.value] = parameter(p, out);
    if (c.actor) env[c.actor->value] = parameter(*c.actor, out);
    const auto at = c.checks.begin() + static_cast<std::ptrdiff_t>(check);
    Execute run(signature_, before_, env);
    run.checks({c.checks.begin(), at});
    out.push_back(run.guard());
    run.checks({at, at + 1});
    out.push_back(negate(run.guard()));
    out.insert(out.end(), run.facts().begin(), run.facts().end());
    return out;
}

std::vector<Term> Encoding::passing(model::CallId id, std::size_t checks) {
    const model::Call& c = (*model_)[id];
    std::vector<Term> out;
    Environment env = env_;
    for (model::VarId p : c.params) env[p.value] = parameter(p, out);
    if (c.actor) env[c.actor->value] = parameter(*c.actor, out);
    Execute run(signature_, before_, env);
    run.checks({c.checks.begin(), c.checks.begin() + static_cast<std::ptrdiff_t>(checks)});
    out.push_back(run.guard());
    out.insert(out.end(), run.facts().begin(), run.facts().end());
    return out;
}

Term Encoding::assumed(const Property& invariant) { return Evaluate(state_scope(before_, env_)).property(*invariant.formula); }

Term Encoding::holds(model::ExprId formula) { return Evaluate(state_scope(before_, env_)).formula(formula, Polarity::negative); }

bool Encoding::framed(const Property& property, const EncodedStep& step) const {
    return property.kind == Property::Kind::invariant && unchanged(*property.formula, step.after);
}

bool Encoding::unchanged(model::ExprId formula, const SymbolicState& after) const {
    std::vector<bool> seen(model_->exprs.size(), false);
    std::vector<model::ExprId> todo{formula};
    auto same = [&](std::optional<std::size_t> c) { return !c || before_.same(after, *c); };
    while (!todo.empty()) {
        const model::ExprId e = todo.back();
        todo.pop_back();
        if (seen[e.value]) continue;
        seen[e.value] = true;
        const model::Expr& x = (*model_)[e];
        if (const auto* r = std::get_if<model::Read>(&x.node)) {
            const Place& place = signature_.place((*model_)[r->record].type.table, r->field);
            for (std::size_t i = 0; i < place.count; ++i)
                if (!same(place.first + i)) return false;
            if (!same(place.stale)) return false;
        } else if (const auto* l = std::get_if<model::Live>(&x.node)) {
            if (!same(signature_.live((*model_)[l->record].type.table))) return false;
        } else if (const auto* c = std::get_if<model::Current>(&x.node)) {
            if (!same(signature_.live((*model_)[c->reference].type.table))) return false;
        } else if (const auto* f = std::get_if<model::Full>(&x.node)) {
            if (!same(signature_.live(f->table))) return false;
        } else if (const auto* q = std::get_if<model::Quantified>(&x.node)) {
            for (model::VarId v : q->vars)
                if ((*model_)[v].type.kind == Type::Kind::reference && !same(signature_.live((*model_)[v].type.table))) return false;
        } else if (const auto* d = std::get_if<model::Descends>(&x.node)) {
            const TableId t = (*model_)[d->below].type.table;
            if (!same(signature_.place(t, *(*model_)[t].field(model::Role::parent)).first)) return false;
        } else if (const auto* n = std::get_if<model::CountOf>(&x.node)) {
            if (!same(signature_.count(n->count))) return false;
        } else if (std::holds_alternative<model::Now>(x.node)) {
            if (!same(signature_.now())) return false;
        }
        model::for_each_child(x.node, [&](const model::ExprId& child) { todo.push_back(child); });
    }
    return true;
}

}  // namespace fief::proofs
