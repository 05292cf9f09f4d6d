// Quantifiers, as far inside as they go.
//
// The solver instantiates a quantifier where terms match its pattern. Where a step writes there is none to match: of `no y such that (x is
// the record written ? y is t : x.f names y)` it needs y = t, which it comes upon only by building models, and that took half of its time.
// Said as `x is not the record written, and no y such that x.f names y` there is nothing to come upon.

#include "proofs/formula.hpp"

#include <algorithm>
#include <optional>

namespace fief::proofs {
namespace {

/// What the term is put together with: asked of everything in the encoding, so by the solver's own handles.
Z3_decl_kind connective(const Term& t) {
    const Z3_context c = t.ctx();
    if (Z3_get_ast_kind(c, t) != Z3_APP_AST) return Z3_OP_INTERNAL;
    return Z3_get_decl_kind(c, Z3_get_app_decl(c, Z3_to_app(c, t)));
}

/// A formula as it stands, or its negation: nothing has to be negated only to be looked at.
struct Reading {
    Term term;
    bool negated;

    [[nodiscard]] Term said() const { return negated ? negate(term) : term; }
};

Reading read(Term term, bool negated) {
    while (connective(term) == Z3_OP_NOT) {
        term = term.arg(0);
        negated = !negated;
    }
    return {std::move(term), negated};
}

/// The parts of which the formula is the conjunction (or else the disjunction).
void split(const Reading& r, bool conjunction, std::vector<Reading>& out) {
    const Term& t = r.term;
    const Z3_decl_kind is = connective(t);
    if (is == (r.negated != conjunction ? Z3_OP_AND : Z3_OP_OR)) {
        for (unsigned i = 0; i < t.num_args(); ++i) split(read(t.arg(i), r.negated), conjunction, out);
    } else if (is == Z3_OP_IMPLIES && r.negated == conjunction) {
        split(read(t.arg(0), !r.negated), conjunction, out);
        split(read(t.arg(1), r.negated), conjunction, out);
    } else if (is == Z3_OP_EQ && r.negated != conjunction && t.arg(0).is_bool() && (quantifies(t.arg(0)) || quantifies(t.arg(1)))) {
        split(read(imply(t.arg(0), t.arg(1)), r.negated), conjunction, out);
        split(read(imply(t.arg(1), t.arg(0)), r.negated), conjunction, out);
    } else {
        out.push_back(r);
    }
}

/// One quantifier over one formula. Comments speak of `exists`; of `forall` they hold with `and` for `or`, and negated.
class Scoping {
public:
    Scoping(z3::context& context, bool universal) : ctx_(context), universal_(universal) {}

    /// Of a disjunction each part is looked at by itself. Those that a quantifier is left over with nothing gained share one again: every
    /// quantifier more is one more to instantiate for each record.
    [[nodiscard]] Term over(const Tuple& vars, const Term& body) {
        if (vars.empty()) return body;
        std::vector<Reading> parts;
        split(read(body, false), universal_, parts);
        std::vector<Term> out;
        std::vector<std::pair<Tuple, std::vector<Term>>> left;  // bodies, by the variables in them
        for (const Reading& p : parts) {
            std::vector<Reading> factors;
            split(p, !universal_, factors);
            if (auto t = moved(vars, factors)) {
                out.push_back(*t);
                continue;
            }
            const Tuple bound = mentioned(p.term, vars);
            const auto same = [&](const auto& l) {
                return std::equal(l.first.begin(), l.first.end(), bound.begin(), bound.end(),
                                  [](auto& a, auto& b) { return z3::eq(a, b); });
            };
            if (auto at = std::find_if(left.begin(), left.end(), same); at != left.end()) at->second.push_back(p.said());
            else left.push_back({bound, {p.said()}});
        }
        for (const auto& [bound, bodies] : left) out.push_back(quantifier(bound, universal_ ? all(ctx_, bodies) : any(ctx_, bodies)));
        return universal_ ? all(ctx_, out) : any(ctx_, out);
    }

private:
    z3::context& ctx_;
    const bool universal_;
    unsigned choices_ = 0;
    static constexpr unsigned most_choices = 16;  ///< each says the other parts twice

    [[nodiscard]] Term join(const std::vector<Reading>& parts) const {
        std::vector<Term> terms;
        for (const Reading& p : parts) terms.push_back(p.said());
        return universal_ ? any(ctx_, terms) : all(ctx_, terms);
    }

    /// Its variables are named by their places alone: what is said twice, of the states before and after as well, is then one term.
    [[nodiscard]] Term quantifier(const Tuple& vars, const Term& body) const {
        const auto made = [&](Z3_ast t) {
            ctx_.check_error();
            return Term(ctx_, t);
        };
        std::vector<Z3_app> bound;
        for (const Term& v : vars) bound.push_back(Z3_to_app(ctx_, v));
        const auto size = static_cast<unsigned>(bound.size());
        const Term named = made(Z3_mk_quantifier_const(ctx_, universal_, 0, size, bound.data(), 0, nullptr, body));
        std::vector<Z3_sort> sorts;
        std::vector<Z3_symbol> places;
        for (unsigned i = 0; i < size; ++i) {
            sorts.push_back(Z3_get_quantifier_bound_sort(ctx_, named, i));
            places.push_back(Z3_mk_int_symbol(ctx_, static_cast<int>(i)));
        }
        return made(Z3_mk_quantifier(ctx_, universal_, 0, 0, nullptr, size, sorts.data(), places.data(), named.body()));
    }

    /// Quantified over the conjunction of the parts, where that can be said with less under the quantifier.
    [[nodiscard]] std::optional<Term> moved(const Tuple& vars, const std::vector<Reading>& parts) {
        if (auto t = choice(vars, parts)) return t;
        if (auto t = one_point(vars, parts)) return t;
        if (auto t = with_inner(vars, parts)) return t;
        std::vector<Reading> inside, outside;
        for (const Reading& p : parts) (mentions(p.term, vars) ? inside : outside).push_back(p);
        if (outside.empty()) return std::nullopt;
        if (inside.empty()) return join(outside);
        const Term in = join(inside);
        const Term scoped = quantifier(mentioned(in, vars), in);
        return universal_ ? either(join(outside), scoped) : both(join(outside), scoped);
    }

    /// An if-then-else is decided outside where the variables have no say in it; where they have, and it is all there is, it is a
    /// disjunction.
    [[nodiscard]] std::optional<Term> choice(const Tuple& vars, const std::vector<Reading>& parts) {
        for (const Reading& part : parts) {
            if (connective(part.term) != Z3_OP_ITE || choices_ == most_choices) continue;
            const Term condition = part.term.arg(0);
            if (mentions(condition, vars)) {
                if (parts.size() > 1) continue;
                const Term yes = Reading{part.term.arg(1), part.negated}.said(), no = Reading{part.term.arg(2), part.negated}.said();
                return universal_ ? both(over(vars, imply(condition, yes)), over(vars, either(condition, no)))
                                  : either(over(vars, both(condition, yes)), over(vars, both(negate(condition), no)));
            }
            ++choices_;
            std::vector<Reading> then = parts, otherwise = parts;
            for (std::size_t i = 0; i < parts.size(); ++i) {
                const Term& t = parts[i].term;
                if (connective(t) != Z3_OP_ITE || !z3::eq(t.arg(0), condition)) continue;
                then[i] = read(t.arg(1), parts[i].negated);
                otherwise[i] = read(t.arg(2), parts[i].negated);
            }
            return choose(condition, over(vars, join(then)), over(vars, join(otherwise)));
        }
        return std::nullopt;
    }

    /// A variable that has to equal something is that.
    [[nodiscard]] std::optional<Term> one_point(const Tuple& vars, const std::vector<Reading>& parts) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i].negated != universal_ || connective(parts[i].term) != Z3_OP_EQ) continue;
            for (unsigned side = 0; side < 2; ++side) {
                const Term v = parts[i].term.arg(side), is = parts[i].term.arg(1 - side);
                const auto at = std::find_if(vars.begin(), vars.end(), [&](const Term& x) { return z3::eq(x, v); });
                if (at == vars.end() || mentions(is, {v})) continue;
                std::vector<Reading> rest = parts;
                rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
                Tuple others = vars;
                others.erase(others.begin() + (at - vars.begin()));
                return over(others, substitute(join(rest), {v}, {is}));
            }
        }
        return std::nullopt;
    }

    /// Quantifiers of the same kind join, where a variable is bounded only by what stands under them: else there would be no pattern that
    /// has it. And where one part inside names the variable and all of theirs: it is a pattern, and needs no instance of the outer one
    /// first.
    [[nodiscard]] std::optional<Term> with_inner(const Tuple& vars, std::vector<Reading> parts) {
        const auto joins = [&](const Reading& r) {
            return r.term.is_quantifier() && (r.negated ? r.term.is_exists() : r.term.is_forall()) == universal_;
        };
        if (std::none_of(parts.begin(), parts.end(), joins)) return std::nullopt;
        for (const Term& v : vars) {
            const auto bounds = [&](const Reading& r) { return !joins(r) && r.negated == universal_ && mentions(r.term, {v}); };
            const bool bounded = std::any_of(parts.begin(), parts.end(), bounds);
            Tuple wider = vars;
            for (Reading& p : parts) {
                if (!joins(p) || !mentions(p.term, {v})) continue;
                Tuple inner;
                const Reading body = read(open(p.term, inner), p.negated);
                if (bounded && !names_all(body, v, inner)) continue;
                append(wider, inner);
                p = body;
            }
            if (wider.size() > vars.size()) return over(wider, join(parts));
        }
        return std::nullopt;
    }

    [[nodiscard]] bool names_all(const Reading& body, const Term& v, Tuple vars) const {
        vars.push_back(v);
        std::vector<Reading> parts;
        split(body, !universal_, parts);
        return std::any_of(parts.begin(), parts.end(), [&](const Reading& r) {
            return r.negated == universal_ && connective(r.term) == Z3_OP_UNINTERPRETED && mentioned(r.term, vars).size() == vars.size();
        });
    }

    /// The quantifier's body; constants for its variables are added to `vars`.
    [[nodiscard]] Term open(const Term& quantifier, Tuple& vars) const {
        z3::expr_vector constants(ctx_);
        for (unsigned i = Z3_get_quantifier_num_bound(ctx_, quantifier); i-- > 0;) {  // number 0 is the last
            const z3::sort sort(ctx_, Z3_get_quantifier_bound_sort(ctx_, quantifier, i));
            constants.push_back(Term(ctx_, Z3_mk_fresh_const(ctx_, "inner", sort)));
            vars.push_back(constants.back());
        }
        return quantifier.body().substitute(constants);
    }
};

thread_local bool literally_now = false;

Term quantified(bool universal, const Tuple& vars, const Term& body) {
    if (vars.empty() || body.is_true() || body.is_false()) return body;
    if (!Literally::now()) return Scoping(body.ctx(), universal).over(vars, body);
    z3::expr_vector bound(body.ctx());
    for (const Term& v : vars) bound.push_back(v);
    return universal ? z3::forall(bound, body) : z3::exists(bound, body);
}

}  // namespace

Literally::Literally(bool literally) : outside_(literally_now) { literally_now = literally; }
Literally::~Literally() { literally_now = outside_; }
bool Literally::now() { return literally_now; }

Term forall(const Tuple& vars, const Term& body) { return quantified(true, vars, body); }
Term exists(const Tuple& vars, const Term& body) { return quantified(false, vars, body); }

}  // namespace fief::proofs
