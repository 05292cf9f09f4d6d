#include "proofs/formula.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <utility>

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

Term substitute(const Term& body, const Tuple& from, const Tuple& to) {
    if (from.empty()) return body;
    z3::expr_vector source(body.ctx()), target(body.ctx());
    for (const Term& t : from) source.push_back(t);
    for (const Term& t : to) target.push_back(t);
    Term result = body;
    return result.substitute(source, target);
}

namespace {

/// True when `found` holds of a part of the term: a constant, or a quantifier. Asked of everything in the encoding, so it goes by the
/// solver's own handles, without counting references, and keeps by number when a part was last seen.
template <typename Found>
bool some_part(const Term& term, const Found& found) {
    const Z3_context c = term.ctx();
    thread_local std::vector<std::uint64_t> seen;
    thread_local std::uint64_t asked = 0;
    thread_local std::vector<Z3_ast> todo;
    ++asked;
    todo.assign(1, term);
    const auto first = [&](Z3_ast t) {
        const unsigned id = Z3_get_ast_id(c, t);
        if (id >= seen.size()) seen.resize(std::size_t{id} + id / 2 + 1);
        return std::exchange(seen[id], asked) != asked;
    };
    while (!todo.empty()) {
        const Z3_ast t = todo.back();
        todo.pop_back();
        const Z3_ast_kind kind = Z3_get_ast_kind(c, t);
        const unsigned n = kind == Z3_APP_AST ? Z3_get_app_num_args(c, Z3_to_app(c, t)) : 0;
        if (n == 0 && found(t, kind)) return true;
        if (kind == Z3_QUANTIFIER_AST && first(t)) todo.push_back(Z3_get_quantifier_body(c, t));
        if (n > 0 && first(t))
            for (unsigned i = 0; i < n; ++i) todo.push_back(Z3_get_app_arg(c, Z3_to_app(c, t), i));
    }
    return false;
}

}  // namespace

bool mentions(const Term& term, const Tuple& constants) {
    return some_part(term, [&](Z3_ast t, Z3_ast_kind) {
        return std::any_of(constants.begin(), constants.end(), [&](const Term& constant) { return t == static_cast<Z3_ast>(constant); });
    });
}

Tuple mentioned(const Term& term, const Tuple& constants) {
    std::vector<bool> there(constants.size());
    std::size_t missing = constants.size();
    some_part(term, [&](Z3_ast t, Z3_ast_kind) {
        for (std::size_t i = 0; i < constants.size(); ++i)
            if (!there[i] && t == static_cast<Z3_ast>(constants[i])) {
                there[i] = true;
                --missing;
            }
        return missing == 0;
    });
    Tuple out;
    for (std::size_t i = 0; i < constants.size(); ++i)
        if (there[i]) out.push_back(constants[i]);
    return out;
}

bool quantifies(const Term& term) {
    return some_part(term, [](Z3_ast, Z3_ast_kind kind) { return kind == Z3_QUANTIFIER_AST; });
}

void append(Tuple& to, const Tuple& more) { to.insert(to.end(), more.begin(), more.end()); }

}  // namespace fief::proofs
