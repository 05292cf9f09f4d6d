// Quantifiers that go as far inside as they can say what they said where they stood: on random formulas over two elements, where the solver
// can always tell.

#include "proofs/formula.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace fief::proofs;

namespace {

/// Equal seeds give equal formulas, whatever becomes of their quantifiers.
class Formulas {
public:
    Formulas(z3::context& context, z3::sort sort, unsigned seed)
        : context_(context),
          sort_(sort),
          random_(seed),
          p_(context.function("p", sort, context.bool_sort())),
          q_(context.function("q", sort, sort, context.bool_sort())) {
        for (const char* name : {"a", "b"}) known_.push_back(context.constant(name, sort));
    }

    Term formula(unsigned depth) {
        if (depth == 0) return atom();
        switch (below(9)) {
            case 0: return atom();
            case 1: return negate(formula(depth - 1));
            case 2: return pair(depth, both);
            case 3: return pair(depth, either);
            case 4: return pair(depth, imply);
            case 5: return pair(depth, iff);
            case 6: {
                const Term condition = formula(depth - 1), then = formula(depth - 1), otherwise = formula(depth - 1);
                return choose(condition, then, otherwise);
            }
            case 7: return quantified(depth, forall);
            default: return quantified(depth, exists);
        }
    }

private:
    z3::context& context_;
    z3::sort sort_;
    std::mt19937 random_;
    z3::func_decl p_, q_;
    std::vector<Term> known_;
    unsigned variables_ = 0;

    unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }
    const Term& known() { return known_[below(static_cast<unsigned>(known_.size()))]; }
    Term atom() {
        const Term x = known(), y = known();
        const unsigned which = below(4);
        return which == 0 ? p_(x) : which == 1 ? q_(x, y) : equal(x, y);
    }
    Term pair(unsigned depth, Term (*join)(const Term&, const Term&)) {
        const Term x = formula(depth - 1), y = formula(depth - 1);
        return join(x, y);
    }
    Term quantified(unsigned depth, Term (*quantifier)(const Tuple&, const Term&)) {
        const std::size_t outside = known_.size();
        Tuple vars;
        for (unsigned n = 1 + below(2); n > 0; --n) vars.push_back(context_.constant(("x" + std::to_string(variables_++)).c_str(), sort_));
        append(known_, vars);
        const Term body = formula(depth - 1);
        known_.resize(outside, known_.front());
        return quantifier(vars, body);
    }
};

bool chooses_under_quantifier(const Term& term, bool under) {
    if (term.is_quantifier()) return chooses_under_quantifier(term.body(), true);
    if (!term.is_app()) return false;
    if (under && term.is_ite()) return true;
    for (unsigned i = 0; i < term.num_args(); ++i)
        if (chooses_under_quantifier(term.arg(i), under)) return true;
    return false;
}

/// The same but for what bound variables are called.
bool alike(const Term& a, const Term& b) {
    if (z3::eq(a, b)) return true;
    if (a.is_quantifier() && b.is_quantifier())
        return a.is_forall() == b.is_forall() && Z3_get_quantifier_num_bound(a.ctx(), a) == Z3_get_quantifier_num_bound(b.ctx(), b) &&
               alike(a.body(), b.body());
    if (!a.is_app() || !b.is_app() || !z3::eq(a.decl(), b.decl()) || a.num_args() != b.num_args()) return false;
    for (unsigned i = 0; i < a.num_args(); ++i)
        if (!alike(a.arg(i), b.arg(i))) return false;
    return true;
}

}  // namespace

TEST_CASE("a quantifier further inside says the same") {
    z3::context context;
    const char* names[] = {"e0", "e1"};
    z3::func_decl_vector elements(context), testers(context);
    const z3::sort sort = context.enumeration_sort("two", 2, names, elements, testers);
    unsigned moved = 0;
    for (unsigned seed = 0; seed < 400; ++seed) {
        const Term scoped = Formulas(context, sort, seed).formula(5);
        const Literally literally(true);
        const Term stands = Formulas(context, sort, seed).formula(5);
        if (alike(scoped, stands)) continue;
        ++moved;
        z3::solver solver(context);
        solver.add(scoped != stands);
        INFO("seed " << seed << "\n" << stands << "\nbecame\n" << scoped);
        REQUIRE(solver.check() == z3::unsat);
    }
    CHECK(moved > 100);
}

TEST_CASE("where a step wrote, no quantifier is left over a choice") {
    z3::context context;
    const z3::sort sort = context.uninterpreted_sort("S");
    const Term x = context.constant("x", sort), y = context.constant("y", sort), w = context.constant("w", sort),
               t = context.constant("t", sort);
    const z3::func_decl f = context.function("f", sort, sort, context.bool_sort());
    const Term named = exists(Tuple{y}, choose(equal(x, w), equal(y, t), f(x, y)));
    INFO(named);
    CHECK_FALSE(chooses_under_quantifier(named, false));
    const Literally literally(true);
    CHECK(chooses_under_quantifier(exists(Tuple{y}, choose(equal(x, w), equal(y, t), f(x, y))), false));
}

TEST_CASE("what is said of the same variables stays under one quantifier") {
    z3::context context;
    const z3::sort sort = context.uninterpreted_sort("S");
    const Term x = context.constant("x", sort), y = context.constant("y", sort);
    const z3::func_decl p = context.function("p", sort, context.bool_sort()), q = context.function("q", sort, context.bool_sort()),
                        f = context.function("f", sort, sort, context.bool_sort());
    const Term one = forall(Tuple{x}, all(context, {p(x), q(x), either(p(x), q(x))}));
    INFO(one);
    CHECK(one.is_forall());
    const Term two = exists(Tuple{x, y}, any(context, {f(x, y), p(x), both(f(y, x), q(y)), negate(q(x))}));
    INFO(two);
    REQUIRE(two.is_or());
    CHECK(two.num_args() == 2);
}

TEST_CASE("a quantifier joins the one outside where something inside names all of its variables") {
    z3::context context;
    const z3::sort sort = context.uninterpreted_sort("S");
    const Term x = context.constant("x", sort), y = context.constant("y", sort), z = context.constant("z", sort);
    const z3::func_decl p = context.function("p", sort, context.bool_sort()), f = context.function("f", sort, sort, context.bool_sort());
    const auto outermost = [](const Term& t) { return Z3_get_quantifier_num_bound(t.ctx(), t); };
    CHECK(outermost(forall(Tuple{x}, imply(p(x), forall(Tuple{y}, imply(f(x, y), p(y)))))) == 2);
    CHECK(outermost(exists(Tuple{x}, both(p(x), exists(Tuple{y}, both(f(x, y), p(y)))))) == 2);
    CHECK(outermost(forall(Tuple{x}, imply(p(x), forall(Tuple{y, z}, imply(both(f(x, y), f(x, z)), f(y, z)))))) == 1);
    CHECK(outermost(forall(Tuple{x}, imply(p(x), forall(Tuple{y}, imply(p(y), f(x, y)))))) == 1);
}

TEST_CASE("what is said twice is one term, whatever its variables were called") {
    z3::context context;
    const z3::sort s = context.uninterpreted_sort("S"), t = context.uninterpreted_sort("T");
    const z3::func_decl f = context.function("f", s, t, context.bool_sort());
    const auto said = [&](const char* x, const char* y) {
        const Term a = context.constant(x, s), b = context.constant(y, t);
        return forall(Tuple{a, b}, f(a, b));
    };
    CHECK(z3::eq(said("x", "y"), said("other", "one")));
    const Literally literally(true);
    CHECK_FALSE(z3::eq(said("x", "y"), said("other", "one")));
}
