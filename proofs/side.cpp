#include "proofs/side.hpp"

namespace fief::proofs {

Term choose_alike(const Signature& sig, const Side& one, const Side& other) {
    z3::context& ctx = sig.context();
    Terms out;
    for (std::size_t i = 0; i < one.taken().size(); ++i) {
        const Taken &a = one.taken()[i], &b = other.taken()[i];
        if (a.open.empty()) continue;
        const Term same = equal(a.open, b.open);
        if (a.kind == Taken::Kind::name) {
            out.push_back(same);
            continue;
        }
        Tuple x;
        for (const Term& o : a.open) x.push_back(sig.fresh("candidate", {o.get_sort()})[0]);
        Terms alike{forall(x, iff(substitute(a.may, a.open, x), substitute(b.may, b.open, x)))};
        if (!a.given.empty()) alike.push_back(equal(a.given, b.given));
        out.push_back(imply(all(ctx, alike), same));
    }
    return all(ctx, out);
}

}  // namespace fief::proofs
