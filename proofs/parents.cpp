// Execute: the parents that a call follows.
//
// A parent is the nearest strict ancestor. Every state is finite, so a record that is no root has one; the solver cannot know that. Of the
// records whose parents a call reads it is told.

#include "proofs/execute.hpp"

#include "model/children.hpp"

#include <algorithm>

namespace fief::proofs {

using model::ExprId;
using model::TableId;

namespace {

bool speaks_of(const model::Model& m, ExprId e, const std::set<model::VarId>& vars) {
    if (const auto* v = std::get_if<model::VarRef>(&m[e].node)) return vars.contains(v->var);
    bool any = false;
    model::for_each_child(m[e].node, [&](const ExprId& child) { any = any || speaks_of(m, child, vars); });
    return any;
}

bool is_none(const model::Model& m, ExprId e) {
    const auto* c = std::get_if<model::Const>(&m[e].node);
    return c && m[e].type.kind == model::Type::Kind::reference && c->value == model::none;
}

}  // namespace

void Execute::tell_parents(ExprId e, Use use, std::set<model::VarId>& bound) {
    const model::Expr& x = m_[e];
    if (const auto* c = std::get_if<model::CountOf>(&x.node)) single_.erase(c->count);
    if (const auto* q = std::get_if<model::Quantified>(&x.node)) {
        bound.insert(q->vars.begin(), q->vars.end());
        return tell_parents(q->body, Use::followed, bound);
    }
    if (const auto* i = std::get_if<model::IfElse>(&x.node)) {
        tell_parents(i->condition, Use::followed, bound);
        for (const ExprId branch : {i->then, i->otherwise}) tell_parents(branch, use == Use::value ? Use::followed : use, bound);
        return;
    }
    if (const auto* q = std::get_if<model::Equal>(&x.node); q && (is_none(m_, q->left) || is_none(m_, q->right))) {
        for (const ExprId side : {q->left, q->right}) tell_parents(side, Use::as_parent, bound);
        return;
    }
    model::for_each_child(x.node, [&](const ExprId& child) { tell_parents(child, Use::followed, bound); });
    if (use == Use::followed && here().is_parent(e) && !speaks_of(m_, e, bound)) (void)parent_of(std::get<model::Read>(x.node));
}

std::optional<Execute::Parent> Execute::parent_of(const model::Read& read) {
    const TableId table = m_[read.record].type.table;
    const std::size_t descent = sig_.place(table, read.field).first;
    const Evaluate eval = here();
    const bool as_begun = state_.same(begin_, descent);
    if (!as_begun && derives_in_loop_) return std::nullopt;
    if (!loop_.empty()) {
        const auto known = eval.known(read.record);
        if (!as_begun || !known || std::any_of(known->begin(), known->end(), [&](const Term& t) { return mentions(t, loop_); }))
            return std::nullopt;
    }
    const Tuple record = eval.ground(read.record);
    for (const Parent& p : parents_)
        if (z3::eq(equal(p.record, record), truth(ctx_, true)) && z3::eq(p.descent, state_.body(descent))) return p;
    const auto above = [&](const Tuple& x) {
        Tuple args = record;
        append(args, x);
        return both(state_.apply(descent, args), negate(equal(record, x)));
    };
    const Parent out{record, state_.body(descent), sig_.fresh("parent", sig_.sorts(table))};
    const Tuple any_one = sig_.fresh("above", sig_.sorts(table));
    Term fact = imply(exists(any_one, above(any_one)), eval.parent_is(table, record, out.parent));
    if (!as_begun) {
        // Descent is a tree where the call comes here and nothing went wrong before; elsewhere nothing may be said.
        std::vector<Term> well{guard(), path_};
        for (const Site& s : effect_sites_) well.push_back(s.condition);
        fact = imply(all(ctx_, well), fact);
    }
    facts_.push_back(fact);
    parents_.push_back(out);
    return out;
}

}  // namespace fief::proofs
