#include "proofs/counting.hpp"

#include "model/children.hpp"

#include <algorithm>

namespace fief::proofs {

using model::CountId;
using model::ExprId;
using model::TableId;

namespace {

std::vector<z3::sort> param_sorts(const Component& c) {
    std::vector<z3::sort> out;
    for (const Term& p : c.params) out.push_back(p.get_sort());
    return out;
}

/// What a count's condition reads: through its own variable, and otherwise.
struct Reads {
    std::set<std::size_t> own, other;
};

void collect(const Signature& sig, ExprId e, model::VarId var, Reads& out) {
    const model::Model& m = sig.model();
    const model::Expr& x = m[e];
    auto is_var = [&](ExprId r) {
        const auto* v = std::get_if<model::VarRef>(&m[r].node);
        return v && v->var == var;
    };
    auto live = [&](TableId t, std::set<std::size_t>& to) {
        if (auto c = sig.live(t)) to.insert(*c);
    };
    if (const auto* r = std::get_if<model::Read>(&x.node)) {
        const Place& place = sig.place(m[r->record].type.table, r->field);
        for (std::size_t i = 0; i < place.count; ++i) (is_var(r->record) ? out.own : out.other).insert(place.first + i);
    } else if (const auto* l = std::get_if<model::Live>(&x.node)) {
        live(m[l->record].type.table, is_var(l->record) ? out.own : out.other);
    } else if (const auto* f = std::get_if<model::Full>(&x.node)) {
        live(f->table, out.other);
    } else if (const auto* q = std::get_if<model::Quantified>(&x.node)) {
        for (model::VarId v : q->vars)
            if (m[v].type.kind == model::Type::Kind::reference) live(m[v].type.table, out.other);
    } else if (const auto* d = std::get_if<model::Descends>(&x.node)) {
        const TableId t = m[d->below].type.table;
        out.other.insert(sig.place(t, *m[t].field(model::Role::parent)).first);
    } else if (std::holds_alternative<model::Now>(x.node)) {
        out.other.insert(sig.now());
    } else if (const auto* c = std::get_if<model::CountOf>(&x.node)) {
        out.other.insert(sig.count(c->count));
    }
    model::for_each_child(x.node, [&](const ExprId& child) { collect(sig, child, var, out); });
}

void conjuncts(const Term& t, std::vector<Term>& out) {
    if (!t.is_and()) return out.push_back(t);
    for (unsigned i = 0; i < t.num_args(); ++i) conjuncts(t.arg(i), out);
}

/// The first asks for all that the second asks for.
bool narrower(const Term& first, const Term& second) {
    std::vector<Term> has, wants;
    conjuncts(first, has);
    conjuncts(second, wants);
    return std::all_of(wants.begin(), wants.end(),
                       [&](const Term& w) { return std::any_of(has.begin(), has.end(), [&](const Term& h) { return z3::eq(h, w); }); });
}

bool of_one_table(const model::Model& m, const model::Count& a, const model::Count& b) {
    return m[a.var].type.table == m[b.var].type.table && std::equal(a.params.begin(), a.params.end(), b.params.begin(), b.params.end(),
                                                                    [&](model::VarId p, model::VarId q) { return m[p].type == m[q].type; });
}

/// A count of some of what another counts is no larger, and smaller by one where the other counts one more.
void include(const SymbolicState& state, std::vector<Term>& out, Environment& env) {
    const Signature& sig = state.signature();
    const auto& counts = sig.model().counts;
    for (std::uint32_t a = 0; a < counts.size(); ++a) {
        for (std::uint32_t b = 0; b < counts.size(); ++b) {
            if (a == b || !of_one_table(sig.model(), counts[a], counts[b])) continue;
            const Tuple args = sig.fresh("group", param_sorts(sig.components()[sig.count(CountId{a})]));
            const Tuple x = sig.fresh("counted", sig.sorts(sig.model()[counts[a].var].type));
            const Term few = counted(state, counts[a], x, args, env), many = counted(state, counts[b], x, args, env);
            if (!narrower(few, many)) continue;
            const Term fewer = state.apply(sig.count(CountId{a}), args), more = state.apply(sig.count(CountId{b}), args);
            out.push_back(forall(args, fewer <= more));
            Tuple all_vars = args;
            append(all_vars, x);
            out.push_back(forall(all_vars, imply(both(many, negate(few)), fewer + 1 <= more)));
        }
    }
}

/// The count where this is `few` < 2 or `few` <= 1, and `few` is a count.
std::optional<CountId> at_most_one(const model::Model& m, ExprId few, ExprId many, bool or_equal) {
    const auto* count = std::get_if<model::CountOf>(&m[few].node);
    const auto* most = std::get_if<model::Const>(&m[many].node);
    if (!count || !most || most->value != (or_equal ? 1 : 2)) return std::nullopt;
    return count->count;
}

/// `says`: the formula is claimed; else its opposite is.
void single_in(const model::Model& m, ExprId e, bool says, std::set<CountId>& out) {
    const model::Expr& x = m[e];
    if (const auto* l = std::get_if<model::Less>(&x.node)) {
        if (auto c = says ? at_most_one(m, l->left, l->right, l->or_equal) : at_most_one(m, l->right, l->left, !l->or_equal))
            out.insert(*c);
    } else if (const auto* i = std::get_if<model::Implies>(&x.node)) {
        single_in(m, i->left, !says, out);
        single_in(m, i->right, says, out);
    } else {
        const bool turned = std::holds_alternative<model::Not>(x.node);
        model::for_each_child(x.node, [&](const ExprId& child) { single_in(m, child, says != turned, out); });
    }
}

}  // namespace

std::set<CountId> counts_at_most_one(const model::Model& model) {
    std::set<CountId> out;
    using Kind = model::Property::Kind;
    for (const model::Property& p : model.properties)
        if (!p.waived && (p.kind == Kind::invariant || p.kind == Kind::transition)) single_in(model, *p.formula, true, out);
    return out;
}

Term counted(const SymbolicState& state, const model::Count& count, const Tuple& record, const Tuple& args, Environment& env) {
    const Signature& sig = state.signature();
    auto at = args.begin();
    for (model::VarId p : count.params) {
        const auto width = static_cast<std::ptrdiff_t>(sig.sorts(sig.model()[p].type).size());
        env[p.value] = Symbolic{Tuple(at, at + width), {}, std::nullopt};
        at += width;
    }
    env[count.var.value] = Symbolic{record, {}, std::nullopt};
    Scope scope;
    scope.state = &state;
    scope.env = &env;
    const Evaluate evaluate(scope);
    return both(evaluate.is_live(sig.model()[count.var].type.table, record), evaluate.formula(count.where, Polarity::negative));
}

std::vector<Term> facts_of_counts(const SymbolicState& state, Environment& env) {
    const Signature& sig = state.signature();
    std::vector<Term> out;
    for (std::uint32_t c = 0; c < sig.model().counts.size(); ++c) {
        const model::Count& count = sig.model().counts[c];
        const std::size_t component = sig.count(CountId{c});
        const Tuple args = sig.fresh("group", param_sorts(sig.components()[component]));
        const Tuple x = sig.fresh("counted", sig.sorts(sig.model()[count.var].type));
        const Term n = state.apply(component, args);
        out.push_back(forall(args, n >= 0));
        Tuple all_vars = args;
        append(all_vars, x);
        out.push_back(forall(all_vars, imply(counted(state, count, x, args, env), n >= 1)));
    }
    include(state, out, env);
    return out;
}

std::vector<Term> witnesses_of_counts(const SymbolicState& state, TableId table, const Tuple& record, Environment& env) {
    const Signature& sig = state.signature();
    const model::Model& m = sig.model();
    std::vector<Term> out;
    for (std::uint32_t c = 0; c < m.counts.size(); ++c) {
        const model::Count& count = m.counts[c];
        for (model::VarId group : count.params) {
            if (m[group].type.kind != model::Type::Kind::reference || m[group].type.table != table) continue;
            Tuple args, others;
            for (model::VarId p : count.params) {
                const Tuple terms = p == group ? record : sig.fresh("group", sig.sorts(m[p].type));
                append(args, terms);
                if (p != group) append(others, terms);
            }
            const Tuple x = sig.fresh("counted", sig.sorts(m[count.var].type));
            out.push_back(
                forall(others, either(state.apply(sig.count(CountId{c}), args) == 0, exists(x, counted(state, count, x, args, env)))));
        }
    }
    return out;
}

std::optional<Term> witness_of_entry(const SymbolicState& before, const SymbolicState& after, CountId id, const Touched& touched,
                                     Environment& env) {
    const Signature& sig = before.signature();
    const model::Count& count = sig.model().counts[id.value];
    const std::size_t component = sig.count(id);
    if (sig.model()[count.var].type.table != touched.table || before.same(after, component)) return std::nullopt;
    const Tuple args = sig.fresh("group", param_sorts(sig.components()[component]));
    const Tuple x = sig.fresh("counted", sig.sorts(touched.table));
    const Term enters = both(counted(after, count, touched.record, args, env), negate(counted(before, count, touched.record, args, env)));
    if (enters.simplify().is_false()) return std::nullopt;
    const Term match = exists(x, counted(before, count, x, args, env));
    return forall(args, imply(enters, either(before.apply(component, args) == 0, match)));
}

void recount(const SymbolicState& before, SymbolicState& after, Environment& env, const std::optional<Touched>& touched,
             std::vector<Term>& facts) {
    const Signature& sig = before.signature();
    z3::context& ctx = sig.context();
    for (std::uint32_t c = 0; c < sig.model().counts.size(); ++c) {
        const model::Count& count = sig.model().counts[c];
        const TableId table = sig.model()[count.var].type.table;
        Reads reads;
        if (auto live = sig.live(table)) reads.own.insert(*live);
        collect(sig, count.where, count.var, reads);
        auto changed = [&](const std::set<std::size_t>& set) {
            for (std::size_t i : set)
                if (!before.same(after, i)) return true;
            return false;
        };
        const bool elsewhere = changed(reads.other);
        if (!elsewhere && !changed(reads.own)) continue;

        const std::size_t component = sig.count(CountId{c});
        const Tuple& args = sig.components()[component].params;
        const Term was = before.body(component);
        if (touched && touched->table == table && !elsewhere) {
            const Term in = counted(after, count, touched->record, args, env), out = counted(before, count, touched->record, args, env);
            after.set(component, was + z3::ite(in, ctx.int_val(1), ctx.int_val(0)) - z3::ite(out, ctx.int_val(1), ctx.int_val(0)));
            continue;
        }
        z3::sort_vector domain(ctx);
        z3::expr_vector params(ctx);
        for (const Term& p : args) {
            domain.push_back(p.get_sort());
            params.push_back(p);
        }
        const std::string name = sig.fresh(count.name, {ctx.int_sort()})[0].decl().name().str();
        const Term is = ctx.function(name.c_str(), domain, ctx.int_sort())(params);
        after.set(component, is);
        const Tuple x = sig.fresh("counted", sig.sorts(sig.model()[count.var].type));
        const Term in = counted(after, count, x, args, env), out = counted(before, count, x, args, env);
        facts.push_back(forall(args, is >= 0));
        Tuple all_vars = args;
        append(all_vars, x);
        facts.push_back(forall(all_vars, imply(in, is >= 1)));
        facts.push_back(forall(args, either(exists(x, both(in, negate(out))), is <= was)));
        facts.push_back(forall(args, either(exists(x, both(out, negate(in))), is >= was)));
        facts.push_back(forall(args, either(exists(x, in), is == 0)));
    }
}

}  // namespace fief::proofs
