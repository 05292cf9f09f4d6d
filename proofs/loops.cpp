// Execute: branches, picks, and loops over all that matches at once.

#include "proofs/execute.hpp"

#include <cassert>
#include <utility>

namespace fief::proofs {

using model::TableId;

void Execute::branch(const model::If& s) {
    need_defined(s.condition);
    const Term condition = here().formula(s.condition, Polarity::negative);
    const Term path = path_;
    const SymbolicState start = state_;
    const Results given = results_;
    path_ = both(path, condition);
    run(s.then);
    const SymbolicState then = state_;
    const Results given_then = std::exchange(results_, given);
    state_ = start;
    path_ = both(path, negate(condition));
    run(s.otherwise);
    state_ = SymbolicState::merge(condition, then, state_);
    merge_results(condition, given_then);
    path_ = path;
}

void Execute::pick(const model::Pick& s) {
    // Some record that matches, if any does: so the constant says nothing that is not so.
    const TableId table = m_[s.var].type.table;
    const Tuple record = sig_.fresh(m_[s.var].name, sig_.sorts(table));
    env_[s.var.value] = Symbolic{record, {}, std::nullopt};
    const Evaluate eval = here();
    need(forall(record, imply(eval.is_live(table, record), eval.defined(s.where))), m_[s.where].span, "reads something that is not there");
    const Term match = both(eval.is_live(table, record), eval.formula(s.where, Polarity::negative));
    const Tuple any_record = sig_.fresh(m_[s.var].name, sig_.sorts(table));
    const Term found = exists(any_record, substitute(match, record, any_record));
    facts_.push_back(imply(found, match));
    taken_.push_back({Taken::Kind::match, {}, record, path_, match});

    const Term path = path_;
    const SymbolicState start = state_;
    const Results given = results_;
    path_ = both(path, found);
    run(s.body);
    const SymbolicState then = state_;
    const Results given_then = std::exchange(results_, given);
    state_ = start;
    path_ = both(path, negate(found));
    run(s.otherwise);
    state_ = SymbolicState::merge(found, then, state_);
    merge_results(found, given_then);
    path_ = path;
}

void Execute::loop(const model::For& s) {
    assert(!loop_table_ && "loops do not nest");
    const TableId table = m_[s.var].type.table;
    const Tuple var = sig_.fresh(m_[s.var].name, sig_.sorts(table));
    env_[s.var.value] = Symbolic{var, {}, std::nullopt};
    const SymbolicState start = state_;
    const Term path = path_;
    loop_ = var;
    loop_table_ = table;
    foreign_.clear();
    const Term live = here().is_live(table, var);
    path_ = both(path, live);
    need_defined(s.where);
    const Term condition = both(live, here().formula(s.where, Polarity::negative));
    path_ = both(path, condition);
    run(s.body);
    const SymbolicState inner = state_;
    loop_.clear();
    loop_table_.reset();
    path_ = path;
    state_ = start;

    // The body was run for one record; its changes are made for all that match.
    SymbolicState after = start;
    const std::size_t width = var.size();
    for (std::size_t c = 0; c < sig_.components().size(); ++c) {
        if (inner.same(start, c)) continue;
        const Tuple& params = sig_.components()[c].params;
        if (foreign_.contains(c)) {
            after.set(c, generalise(inner, c, var, condition));
        } else {
            const Tuple at = head(params, width);
            after.set(c, choose(substitute(condition, var, at), substitute(inner.body(c), var, at), start.body(c)));
        }
    }
    // Drops are simultaneous: descent among the survivors stays as it was.
    if (auto parent = m_[table].field(model::Role::parent); parent && sig_.live(table)) {
        const std::size_t descent = sig_.place(table, *parent).first, live_c = *sig_.live(table);
        if (!inner.same(start, descent)) {
            const Tuple& params = sig_.components()[descent].params;
            auto dropped = [&](const Tuple& x) {
                return both(substitute(condition, var, x), negate(substitute(inner.apply(live_c, var), var, x)));
            };
            after.set(descent,
                      all(ctx_, {start.body(descent), negate(dropped(head(params, width))), negate(dropped(tail(params, width)))}));
        }
    }
    state_ = after;
    recount(start, state_, env_, std::nullopt, facts_);
    foreign_.clear();
}

/// A component that the body changes elsewhere than at its own record: what some matching record's body made or took away.
Term Execute::generalise(const SymbolicState& inner, std::size_t component, const Tuple& var, const Term& condition) {
    const Term was = state_.body(component), is = inner.body(component);
    if (!sig_.components()[component].integer) {
        const Term added = exists(var, both(condition, is)), removed = exists(var, both(condition, negate(is)));
        return choose(was, negate(removed), added);
    }
    z3::sort_vector domain(ctx_);
    z3::expr_vector args(ctx_);
    const Tuple& params = sig_.components()[component].params;
    for (const Term& p : params) {
        domain.push_back(p.get_sort());
        args.push_back(p);
    }
    const std::string name = sig_.fresh(sig_.components()[component].name, {ctx_.int_sort()})[0].decl().name().str();
    const Term next = ctx_.function(name.c_str(), domain, ctx_.int_sort())(args);
    const Term changes = both(condition, is != was);
    Tuple vars = params;
    append(vars, var);
    facts_.push_back(forall(vars, imply(changes, next == is)));
    facts_.push_back(forall(params, either(exists(var, changes), next == was)));
    return next;
}

}  // namespace fief::proofs
