#include "proofs/finite.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace fief::proofs {

Finite::Finite(const Signature& signature, unsigned size)
    : Finite(signature, std::vector<unsigned>(Bound(signature).keys().size(), size)) {}

Finite::Finite(const Signature& signature, const std::vector<unsigned>& sizes) : ctx_(signature.context()), bound_(signature) {
    for (std::size_t k = 0; k < bound_.keys().size(); ++k) {
        Bound::Key& key = bound_.keys()[k];
        const auto named = std::count_if(signature.literals().begin(), signature.literals().end(),
                                         [&](const Signature::Literal& l) { return l.table == key.table && l.key == key.key; });
        bound_.resize(key, std::max(sizes[k], static_cast<unsigned>(named)));
        elements_.emplace(signature.slot_sort(key.table, key.key).id(), key.elements);
        for (std::size_t i = 0; i < key.elements.size(); ++i) number_.emplace(key.elements[i].id(), i);
    }
}

Term Finite::closed(std::size_t from) const {
    std::vector<Term> parts;
    if (from == 0)
        for (const Bound::Key& key : bound_.keys()) {
            z3::expr_vector elements(ctx_);
            for (const Term& e : key.elements) elements.push_back(e);
            if (elements.size() > 1) parts.push_back(z3::distinct(elements));
        }
    for (std::size_t c = from; c < constants_.size(); ++c) {
        std::vector<Term> one;
        for (const Term& e : elements_.at(constants_[c].get_sort().id())) one.push_back(constants_[c] == e);
        parts.push_back(any(ctx_, one));
    }
    return all(ctx_, parts);
}

Term Finite::spelled_out(const Term& term) {
    assert(!term.is_var());
    if (const auto at = done_.find(term.id()); at != done_.end()) return at->second.result;
    Term result = term.is_quantifier() ? quantifier(term) : application(term);
    done_.emplace(term.id(), Done{term, result});
    return result;
}

Term Finite::same(const Term& a, const Term& b) const {
    const auto x = number_.find(a.id()), y = number_.find(b.id());
    if (x != number_.end() && y != number_.end()) return truth(ctx_, x->second == y->second);
    return equal(a, b);
}

Term Finite::application(const Term& term) {
    const unsigned n = term.num_args();
    if (n == 0) {
        if (term.is_const() && elements_.contains(term.get_sort().id()) && !number_.contains(term.id())) constants_.push_back(term);
        return term;
    }
    const Z3_decl_kind kind = term.decl().decl_kind();
    std::vector<Term> args;
    for (unsigned i = 0; i < n; ++i) {
        args.push_back(spelled_out(term.arg(i)));
        // The rest of a formula that is decided need not be spelled out.
        if (kind == Z3_OP_AND && args.back().is_false()) return args.back();
        if (kind == Z3_OP_OR && args.back().is_true()) return args.back();
        if (kind == Z3_OP_IMPLIES && i == 0 && args.back().is_false()) return truth(ctx_, true);
        if (kind == Z3_OP_ITE && i == 0 && args.back().is_true()) return spelled_out(term.arg(1));
        if (kind == Z3_OP_ITE && i == 0 && args.back().is_false()) return spelled_out(term.arg(2));
    }
    switch (kind) {
        case Z3_OP_AND: return all(ctx_, args);
        case Z3_OP_OR: return any(ctx_, args);
        case Z3_OP_NOT: return negate(args[0]);
        case Z3_OP_IMPLIES: return imply(args[0], args[1]);
        case Z3_OP_ITE: return choose(args[0], args[1], args[2]);
        case Z3_OP_IFF:
        case Z3_OP_EQ: return same(args[0], args[1]);
        case Z3_OP_DISTINCT:
            if (n == 2) return negate(same(args[0], args[1]));
            [[fallthrough]];
        default: {
            z3::expr_vector rebuilt(ctx_);
            for (const Term& a : args) rebuilt.push_back(a);
            return term.decl()(rebuilt);
        }
    }
}

Term Finite::quantifier(const Term& term) {
    const bool universal = term.is_forall();
    const unsigned n = Z3_get_quantifier_num_bound(ctx_, term);
    const Term body = term.body();
    // A variable that is no record's stays one: a constant while the body is spelled out.
    std::vector<std::vector<Term>> values;
    Tuple kept;
    for (unsigned i = 0; i < n; ++i) {
        const z3::sort sort(ctx_, Z3_get_quantifier_bound_sort(ctx_, term, i));
        if (const auto at = elements_.find(sort.id()); at != elements_.end()) {
            values.push_back(at->second);
        } else if (sort.is_bool()) {
            values.push_back({truth(ctx_, false), truth(ctx_, true)});
        } else {
            kept.push_back(ctx_.constant(fmt::format("kept!{}!{}", term.id(), i).c_str(), sort));
            values.push_back({kept.back()});
        }
    }
    std::vector<std::size_t> at(n, 0);
    std::vector<Term> cases;
    for (bool more = true; more;) {
        z3::expr_vector to(ctx_);  // the innermost variable first
        for (unsigned i = n; i-- > 0;) to.push_back(values[i][at[i]]);
        Term instance = body;
        cases.push_back(spelled_out(instance.substitute(to)));
        if (universal ? cases.back().is_false() : cases.back().is_true()) return cases.back();
        more = false;
        for (unsigned i = 0; i < n && !more; ++i) {
            if (++at[i] < values[i].size()) more = true;
            else at[i] = 0;
        }
    }
    const Term spelled = universal ? all(ctx_, cases) : any(ctx_, cases);
    if (kept.empty()) return spelled;
    return universal ? forall(kept, spelled) : exists(kept, spelled);
}

}  // namespace fief::proofs
