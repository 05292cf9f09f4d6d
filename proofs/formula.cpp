#include "proofs/formula.hpp"

#include <cassert>
#include <unordered_set>

namespace fief::proofs {

Tuple head(const Tuple& tuple, std::size_t n) { return {tuple.begin(), tuple.begin() + static_cast<std::ptrdiff_t>(n)}; }
Tuple tail(const Tuple& tuple, std::size_t n) { return {tuple.begin() + static_cast<std::ptrdiff_t>(n), tuple.end()}; }

Term truth(z3::context& context, bool value) { return context.bool_val(value); }

Term negate(const Term& a) {
    if (a.is_true()) return a.ctx().bool_val(false);
    if (a.is_false()) return a.ctx().bool_val(true);
    if (a.is_not()) return a.arg(0);
    return !a;
}

Term both(const Term& a, const Term& b) {
    if (a.is_false() || b.is_true()) return a;
    if (b.is_false() || a.is_true()) return b;
    return a && b;
}

Term either(const Term& a, const Term& b) {
    if (a.is_true() || b.is_false()) return a;
    if (b.is_true() || a.is_false()) return b;
    return a || b;
}

Term imply(const Term& a, const Term& b) {
    if (a.is_true() || b.is_true()) return b;
    if (a.is_false()) return a.ctx().bool_val(true);
    if (b.is_false()) return negate(a);
    return z3::implies(a, b);
}

Term iff(const Term& a, const Term& b) {
    if (a.is_true()) return b;
    if (b.is_true()) return a;
    if (a.is_false()) return negate(b);
    if (b.is_false()) return negate(a);
    if (z3::eq(a, b)) return a.ctx().bool_val(true);
    return a == b;
}

Term choose(const Term& condition, const Term& then, const Term& otherwise) {
    if (condition.is_true() || z3::eq(then, otherwise)) return then;
    if (condition.is_false()) return otherwise;
    if (then.is_bool()) {
        if (then.is_true()) return either(condition, otherwise);
        if (then.is_false()) return both(negate(condition), otherwise);
        if (otherwise.is_true()) return either(negate(condition), then);
        if (otherwise.is_false()) return both(condition, then);
    }
    return z3::ite(condition, then, otherwise);
}

Term all(z3::context& context, const std::vector<Term>& parts) {
    z3::expr_vector kept(context);
    for (const Term& part : parts) {
        if (part.is_false()) return part;
        if (!part.is_true()) kept.push_back(part);
    }
    if (kept.empty()) return context.bool_val(true);
    return kept.size() == 1 ? kept[0] : z3::mk_and(kept);
}

Term any(z3::context& context, const std::vector<Term>& parts) {
    z3::expr_vector kept(context);
    for (const Term& part : parts) {
        if (part.is_true()) return part;
        if (!part.is_false()) kept.push_back(part);
    }
    if (kept.empty()) return context.bool_val(false);
    return kept.size() == 1 ? kept[0] : z3::mk_or(kept);
}

Term equal(const Term& a, const Term& b) {
    if (z3::eq(a, b)) return a.ctx().bool_val(true);
    if (a.is_bool()) return iff(a, b);
    return a == b;
}

Term equal(const Tuple& a, const Tuple& b) {
    z3::context* context = nullptr;
    std::vector<Term> parts;
    for (std::size_t i = 0; i < a.size(); ++i) {
        context = &a[i].ctx();
        parts.push_back(equal(a[i], b[i]));
    }
    assert(context && "tuples without parts are compared by their caller");
    return all(*context, parts);
}

Term forall(const Tuple& vars, const Term& body) {
    if (vars.empty() || body.is_true() || body.is_false()) return body;
    z3::expr_vector bound(body.ctx());
    for (const Term& v : vars) bound.push_back(v);
    return z3::forall(bound, body);
}

Term exists(const Tuple& vars, const Term& body) {
    if (vars.empty() || body.is_true() || body.is_false()) return body;
    z3::expr_vector bound(body.ctx());
    for (const Term& v : vars) bound.push_back(v);
    return z3::exists(bound, body);
}

Term substitute(const Term& body, const Tuple& from, const Tuple& to) {
    if (from.empty()) return body;
    z3::expr_vector source(body.ctx()), target(body.ctx());
    for (const Term& t : from) source.push_back(t);
    for (const Term& t : to) target.push_back(t);
    Term result = body;
    return result.substitute(source, target);
}

bool mentions(const Term& term, const Term& constant) {
    std::unordered_set<unsigned> seen;
    std::vector<Term> todo{term};
    while (!todo.empty()) {
        Term t = todo.back();
        todo.pop_back();
        if (!seen.insert(t.id()).second) continue;
        if (z3::eq(t, constant)) return true;
        if (t.is_quantifier()) todo.push_back(t.body());
        else if (t.is_app())
            for (unsigned i = 0; i < t.num_args(); ++i) todo.push_back(t.arg(i));
    }
    return false;
}

void append(Tuple& to, const Tuple& more) { to.insert(to.end(), more.begin(), more.end()); }

}  // namespace fief::proofs
