#include "proofs/formula.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <utility>

namespace fief::proofs {

Tuple head(const Tuple& tuple, std::size_t n) { return {tuple.begin(), tuple.begin() + static_cast<std::ptrdiff_t>(n)}; }
Tuple tail(const Tuple& tuple, std::size_t n) { return {tuple.begin() + static_cast<std::ptrdiff_t>(n), tuple.end()}; }

namespace {

/// True or false, if the term is either. The solver's own question: this one is asked more often than all others.
Z3_lbool truth_value(const Term& a) { return Z3_get_bool_value(a.ctx(), a); }
bool is_true(const Term& a) { return truth_value(a) == Z3_L_TRUE; }
bool is_false(const Term& a) { return truth_value(a) == Z3_L_FALSE; }

}  // namespace

Term truth(z3::context& context, bool value) { return context.bool_val(value); }

Term negate(const Term& a) {
    if (is_true(a)) return a.ctx().bool_val(false);
    if (is_false(a)) return a.ctx().bool_val(true);
    if (a.is_not()) return a.arg(0);
    return !a;
}

Term both(const Term& a, const Term& b) {
    if (is_false(a) || is_true(b)) return a;
    if (is_false(b) || is_true(a)) return b;
    return a && b;
}

Term either(const Term& a, const Term& b) {
    if (is_true(a) || is_false(b)) return a;
    if (is_true(b) || is_false(a)) return b;
    return a || b;
}

Term imply(const Term& a, const Term& b) {
    if (is_true(a) || is_true(b)) return b;
    if (is_false(a)) return a.ctx().bool_val(true);
    if (is_false(b)) return negate(a);
    return z3::implies(a, b);
}

Term iff(const Term& a, const Term& b) {
    if (is_true(a)) return b;
    if (is_true(b)) return a;
    if (is_false(a)) return negate(b);
    if (is_false(b)) return negate(a);
    if (z3::eq(a, b)) return a.ctx().bool_val(true);
    return a == b;
}

Term choose(const Term& condition, const Term& then, const Term& otherwise) {
    if (is_true(condition) || z3::eq(then, otherwise)) return then;
    if (is_false(condition)) return otherwise;
    if (then.is_bool()) {
        if (is_true(then)) return either(condition, otherwise);
        if (is_false(then)) return both(negate(condition), otherwise);
        if (is_true(otherwise)) return either(negate(condition), then);
        if (is_false(otherwise)) return both(condition, then);
    }
    return z3::ite(condition, then, otherwise);
}

Term all(z3::context& context, const std::vector<Term>& parts) {
    z3::expr_vector kept(context);
    for (const Term& part : parts) {
        if (is_false(part)) return part;
        if (!is_true(part)) kept.push_back(part);
    }
    if (kept.empty()) return context.bool_val(true);
    return kept.size() == 1 ? kept[0] : z3::mk_and(kept);
}

Term any(z3::context& context, const std::vector<Term>& parts) {
    z3::expr_vector kept(context);
    for (const Term& part : parts) {
        if (is_true(part)) return part;
        if (!is_false(part)) kept.push_back(part);
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
    const Z3_context c = body.ctx();
    const std::vector<Z3_ast> source(from.begin(), from.end()), target(to.begin(), to.end());
    const auto size = static_cast<unsigned>(source.size());
    const auto made = [&](Z3_ast t) {
        body.check_error();
        return Term(body.ctx(), t);
    };
    // Most often it is a relation of just these, which no step has written.
    if (Z3_get_ast_kind(c, body) == Z3_APP_AST) {
        const Z3_app app = Z3_to_app(c, body);
        bool just_these = Z3_get_app_num_args(c, app) == size;
        for (unsigned i = 0; just_these && i < size; ++i) just_these = Z3_get_app_arg(c, app, i) == source[i];
        if (just_these) return made(Z3_mk_app(c, Z3_get_app_decl(c, app), size, target.data()));
    }
    return made(Z3_substitute(c, body, size, source.data(), target.data()));
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
