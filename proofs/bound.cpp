#include "proofs/bound.hpp"

#include "proofs/counting.hpp"

#include <fmt/format.h>

namespace fief::proofs {

using model::TableId;

Bound::Bound(const Signature& signature) : sig_(signature) {
    for (std::uint32_t t = 0; t < sig_.model().tables.size(); ++t)
        for (std::size_t k = 0; k < sig_.model().tables[t].keys.size(); ++k)
            if (!sig_.model().tables[t].keys[k].table) keys_.push_back({TableId{t}, k, {}});
}

void Bound::resize(Key& key, unsigned n) const {
    z3::context& ctx = sig_.context();
    const z3::sort sort = sig_.slot_sort(key.table, key.key);
    while (key.elements.size() < n)
        key.elements.push_back(ctx.constant(fmt::format("element{}!{}", key.elements.size(), sort.name().str()).c_str(), sort));
    key.elements.resize(n, ctx.bool_val(true));
}

void Bound::each(const std::vector<z3::sort>& sorts, const std::function<void(const Tuple&, const Term&)>& visit) const {
    Tuple tuple;
    each(sorts, tuple, truth(sig_.context(), true), visit);
}

void Bound::each(const std::vector<z3::sort>& sorts, Tuple& tuple, const Term& first,
                 const std::function<void(const Tuple&, const Term&)>& visit) const {
    if (tuple.size() == sorts.size()) return visit(tuple, first);
    for (const Key& key : keys_) {
        if (!z3::eq(sig_.slot_sort(key.table, key.key), sorts[tuple.size()])) continue;
        for (std::size_t i = 0; i < key.elements.size(); ++i) {
            Term distinct = first;
            for (std::size_t j = 0; j < i; ++j) distinct = both(distinct, key.elements[i] != key.elements[j]);
            tuple.push_back(key.elements[i]);
            each(sorts, tuple, distinct, visit);
            tuple.pop_back();
        }
    }
}

std::vector<Term> exact_counts(const SymbolicState& state, const Bound& bound) {
    const Signature& sig = state.signature();
    z3::context& ctx = sig.context();
    std::vector<Term> out;
    Environment env(sig.model().vars.size());
    for (std::uint32_t c = 0; c < sig.model().counts.size(); ++c) {
        const model::Count& count = sig.model().counts[c];
        const std::size_t component = sig.count(model::CountId{c});
        const Tuple args = sig.fresh("group", [&] {
            std::vector<z3::sort> sorts;
            for (const Term& p : sig.components()[component].params) sorts.push_back(p.get_sort());
            return sorts;
        }());
        std::vector<Term> ones;
        bound.each(sig.sorts(sig.model()[count.var].type), [&](const Tuple& x, const Term& first) {
            ones.push_back(z3::ite(both(first, counted(state, count, x, args, env)), ctx.int_val(1), ctx.int_val(0)));
        });
        Term sum = ctx.int_val(0);
        for (const Term& one : ones) sum = sum + one;
        out.push_back(forall(args, state.apply(component, args) == sum));
    }
    return out;
}

}  // namespace fief::proofs
