#include "proofs/views.hpp"

#include "model/children.hpp"

#include <set>

namespace fief::proofs {

using model::Isolation;
using model::TableId;
using model::Type;

namespace {

void name(Environment& env, model::VarId var, const Tuple& terms) { env[var.value] = Symbolic{terms, {}, std::nullopt}; }

Evaluate reading(const Look& look) {
    Scope scope;
    scope.state = look.state;
    scope.env = look.env;
    return Evaluate(scope);
}

Tuple joined(const Tuple& a, const Tuple& b) {
    Tuple out = a;
    append(out, b);
    return out;
}

/// One part of a view, in two states.
class Compared {
public:
    Compared(const Isolation& isolation, const Isolation::Part& part, const Look& one, const Look& other, const Tuple& observer, Use said)
        : isolation_(isolation),
          part_(part),
          one_(one),
          other_(other),
          observer_(observer),
          said_(said),
          sig_(one.state->signature()),
          ctx_(sig_.context()),
          table_(sig_.model()[part.record].type.table),
          x_(sig_.fresh(sig_.model()[part.record].name, sig_.sorts(table_))) {}

    void add(std::vector<Term>& out) {
        const Term one = sees(one_, Polarity::negative), other = sees(other_, Polarity::negative);
        out.push_back(forall(x_, imply(one, sees(other_, Polarity::positive))));
        out.push_back(forall(x_, imply(other, sees(one_, Polarity::positive))));
        const Term seen = both(one, other);
        for (model::FieldId f : part_.fields) field(f, seen, out);
    }

private:
    const Isolation& isolation_;
    const Isolation::Part& part_;
    const Look &one_, &other_;
    const Tuple& observer_;
    Use said_;
    const Signature& sig_;
    z3::context& ctx_;
    TableId table_;
    Tuple x_;

    [[nodiscard]] Term sees(const Look& look, Polarity polarity) const {
        name(*look.env, isolation_.observer, observer_);
        name(*look.env, part_.record, x_);
        const Evaluate eval = reading(look);
        return both(eval.is_live(table_, x_), eval.formula(part_.where, polarity));
    }

    void field(model::FieldId f, const Term& seen, std::vector<Term>& out) {
        const Place& place = sig_.place(table_, f);
        const Type& type = sig_.model()[table_].fields[f.value].type;
        switch (place.kind) {
            case Place::Kind::boolean:
            case Place::Kind::bits:
            case Place::Kind::integer: {
                std::vector<Term> same;
                for (std::size_t c = place.first; c < place.first + place.count; ++c)
                    same.push_back(equal(one_.state->apply(c, x_), other_.state->apply(c, x_)));
                out.push_back(forall(x_, imply(seen, all(ctx_, same))));
                break;
            }
            case Place::Kind::relation: {
                const Tuple y = sig_.fresh("y", sig_.sorts(type));
                const Tuple xy = joined(x_, y);
                out.push_back(forall(xy, imply(seen, iff(one_.state->apply(place.first, xy), other_.state->apply(place.first, xy)))));
                if (place.stale)
                    out.push_back(forall(x_, imply(seen, iff(one_.state->apply(*place.stale, x_), other_.state->apply(*place.stale, x_)))));
                break;
            }
            case Place::Kind::descent: parent(place.first, seen, out); break;
        }
    }

    /// The same parent. In a finite forest, whoever has the same parent is a root in both or in neither.
    void parent(std::size_t descent, const Term& seen, std::vector<Term>& out) {
        const Tuple y = sig_.fresh("parent", sig_.sorts(table_));
        out.push_back(
            forall(joined(x_, y), imply(seen, iff(reading(one_).parent_is(table_, x_, y), reading(other_).parent_is(table_, x_, y)))));
        if (said_ == Use::shown) return;
        auto root = [&](const SymbolicState& state) {
            const Tuple z = sig_.fresh("ancestor", sig_.sorts(table_));
            return forall(z, imply(state.apply(descent, joined(x_, z)), equal(x_, z)));
        };
        out.push_back(forall(x_, imply(seen, iff(root(*one_.state), root(*other_.state)))));
    }
};

void calls_in(const model::Model& m, model::ExprId e, std::set<std::uint32_t>& out) {
    if (const auto* c = std::get_if<model::Called>(&m[e].node)) out.insert(c->call.value);
    model::for_each_child(m[e].node, [&](const model::ExprId& child) { calls_in(m, child, out); });
}

/// The event's parameters that may be the observer.
std::vector<std::size_t> addressees(const model::Model& m, const model::Event& event, TableId actor) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < event.params.size(); ++i)
        if (const Type& type = m[event.params[i]].type; type.kind == Type::Kind::reference && type.table == actor) out.push_back(i);
    return out;
}

}  // namespace

std::vector<Term> alike(const Isolation& isolation, const Look& one, const Look& other, const Tuple& observer, Use said) {
    const Signature& sig = one.state->signature();
    const TableId actor = sig.model()[isolation.observer].type.table;
    const Term lives = reading(one).is_live(actor, observer);
    std::vector<Term> out{equal(one.state->apply(sig.now(), {}), other.state->apply(other.state->signature().now(), {})),
                          iff(lives, reading(other).is_live(actor, observer))};
    std::vector<Term> parts;
    for (const Isolation::Part& part : isolation.parts) Compared(isolation, part, one, other, observer, said).add(parts);
    for (const Term& t : parts) out.push_back(imply(lives, t));
    return out;
}

Term flows(const Isolation& isolation, const Look& before, const StepContext& step, TableId table, const Tuple& from, const Tuple& observer,
           Polarity polarity) {
    const Signature& sig = before.state->signature();
    std::vector<Term> ways;
    for (const Isolation::Flow& flow : isolation.flows) {
        if (sig.model()[flow.from].type.table != table) continue;
        name(*before.env, isolation.observer, observer);
        name(*before.env, flow.from, from);
        Scope scope;
        scope.state = before.state;
        scope.env = before.env;
        scope.step = &step;
        ways.push_back(Evaluate(scope).formula(flow.where, polarity));
    }
    return any(sig.context(), ways);
}

std::vector<Term> told_alike(const Isolation& isolation, const SymbolicState& one, const SymbolicState* other, const Tuple& observer) {
    const Signature& sig = one.signature();
    const model::Model& m = sig.model();
    std::vector<Term> out;
    for (std::uint32_t e = 0; e < m.events.size(); ++e) {
        const model::Event& event = m.events[e];
        for (std::size_t to : addressees(m, event, m[isolation.observer].type.table)) {
            Tuple args, open;
            for (std::size_t i = 0; i < event.params.size(); ++i) {
                const Tuple terms = i == to ? observer : sig.fresh(m[event.params[i]].name, sig.sorts(m[event.params[i]].type));
                append(args, terms);
                if (i != to) append(open, terms);
            }
            const Term here = one.apply(sig.emitted(model::EventId{e}), args);
            out.push_back(forall(open, other ? iff(here, other->apply(sig.emitted(model::EventId{e}), args)) : negate(here)));
        }
    }
    return out;
}

bool tells_of_none(const Isolation& isolation, const SymbolicState& after) {
    const Signature& sig = after.signature();
    const model::Model& m = sig.model();
    for (std::uint32_t e = 0; e < m.events.size(); ++e) {
        if (after.body(sig.emitted(model::EventId{e})).is_false() || addressees(m, m.events[e], m[isolation.observer].type.table).empty())
            continue;
        for (model::VarId p : m.events[e].params)
            if (m[p].type.kind == Type::Kind::reference && (m[p].type.optional || m[p].type.weak)) return true;
    }
    return false;
}

Term views_defined(const SymbolicState& state, model::IsolationId id) {
    const Signature& sig = state.signature();
    const model::Model& m = sig.model();
    const Isolation& isolation = m[id];
    Environment env(m.vars.size());
    const TableId actor = m[isolation.observer].type.table;
    std::vector<Term> out;
    auto add = [&](model::VarId other, model::ExprId where, const StepContext* step) {
        const TableId table = m[other].type.table;
        const Tuple e = sig.fresh(m[isolation.observer].name, sig.sorts(actor)), x = sig.fresh(m[other].name, sig.sorts(table));
        name(env, isolation.observer, e);
        name(env, other, x);
        Scope scope;
        scope.state = &state;
        scope.env = &env;
        scope.step = step;
        const Evaluate eval(scope);
        out.push_back(forall(joined(e, x), imply(both(eval.is_live(actor, e), eval.is_live(table, x)), eval.defined(where))));
    };
    for (const Isolation::Part& part : isolation.parts) add(part.record, part.where, nullptr);
    for (const Isolation::Flow& flow : isolation.flows) {
        std::set<std::uint32_t> calls;
        calls_in(m, flow.where, calls);
        StepContext step;
        step.any_args = true;
        add(flow.from, flow.where, &step);
        for (std::uint32_t c : calls) {
            step.call = model::CallId{c};
            add(flow.from, flow.where, &step);
        }
    }
    return all(sig.context(), out);
}

}  // namespace fief::proofs
