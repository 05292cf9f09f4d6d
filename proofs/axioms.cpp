#include "proofs/axioms.hpp"

#include <map>
#include <utility>

namespace fief::proofs {

using model::Role;
using model::TableId;
using model::Type;

namespace {

/// What a field's components satisfy in any state.
class FieldFacts {
public:
    FieldFacts(const SymbolicState& state, TableId table, std::vector<Term>& out)
        : state_(state), sig_(state.signature()), ctx_(sig_.context()), table_(table), out_(out), x_(sig_.fresh("x", sig_.sorts(table))) {}

    void of(model::FieldId id) {
        const model::Field& field = sig_.model()[table_].fields[id.value];
        if (field.role == Role::key) return;
        const Place& place = sig_.place(table_, id);
        switch (place.kind) {
            case Place::Kind::boolean: break;
            case Place::Kind::bits:
                if (field.type.kind == Type::Kind::enumeration) one_name(place);
                break;
            case Place::Kind::integer: number(place, field.type); break;
            case Place::Kind::relation: relation(place, field.type); break;
            case Place::Kind::descent: descent(place); break;
        }
    }

private:
    const SymbolicState& state_;
    const Signature& sig_;
    z3::context& ctx_;
    TableId table_;
    std::vector<Term>& out_;
    Tuple x_;

    [[nodiscard]] Term live(const Tuple& record) const {
        auto c = sig_.live(table_);
        return c ? state_.apply(*c, record) : truth(ctx_, true);
    }
    [[nodiscard]] Term related(std::size_t component, const Tuple& a, const Tuple& b) const {
        Tuple args = a;
        append(args, b);
        return state_.apply(component, args);
    }

    void one_name(const Place& place) {
        std::vector<Term> parts;
        for (std::size_t i = 0; i < place.count; ++i)
            for (std::size_t j = 0; j < i; ++j)
                parts.push_back(negate(both(state_.apply(place.first + i, x_), state_.apply(place.first + j, x_))));
        out_.push_back(forall(x_, all(ctx_, parts)));
    }

    void number(const Place& place, const Type& type) {
        const Term n = state_.apply(place.first, x_);
        const Term range = type.kind == Type::Kind::integer ? n >= ctx_.int_val(type.lo) && n <= ctx_.int_val(type.hi) : n >= 0;
        out_.push_back(forall(x_, imply(live(x_), range)));
    }

    void relation(const Place& place, const Type& type) {
        const Tuple y = sig_.fresh("y", sig_.sorts(type)), z = sig_.fresh("z", sig_.sorts(type));
        Tuple xy = x_, xyz = x_;
        append(xy, y);
        append(xyz, y);
        append(xyz, z);
        const Term names = related(place.first, x_, y);
        if (sig_.live(table_)) out_.push_back(forall(xy, imply(names, live(x_))));
        if (!y.empty()) out_.push_back(forall(xyz, imply(both(names, related(place.first, x_, z)), equal(y, z))));
        if (!type.optional && !type.weak) out_.push_back(forall(x_, imply(live(x_), exists(y, names))));
        if (place.stale) {
            const Term stale = state_.apply(*place.stale, x_);
            out_.push_back(forall(xy, imply(both(names, stale), truth(ctx_, false))));
            if (sig_.live(table_)) out_.push_back(forall(x_, imply(stale, live(x_))));
            if (!type.optional) out_.push_back(forall(x_, imply(live(x_), either(stale, exists(y, names)))));
        }
    }

    void descent(const Place& place) {
        const Tuple y = sig_.fresh("y", sig_.sorts(table_));
        Tuple xy = x_;
        append(xy, y);
        out_.push_back(forall(xy, imply(related(place.first, x_, y), both(live(x_), live(y)))));
    }
};

}  // namespace

std::vector<Term> well_formed(const SymbolicState& state) {
    const Signature& sig = state.signature();
    std::vector<Term> out{state.apply(sig.now(), {}) >= 0};
    for (std::uint32_t t = 0; t < sig.model().tables.size(); ++t) {
        FieldFacts facts(state, TableId{t}, out);
        for (std::uint32_t f = 0; f < sig.model().tables[t].fields.size(); ++f) facts.of(model::FieldId{f});
    }
    return out;
}

std::vector<Term> background(const Signature& sig) {
    std::vector<Term> out;
    std::map<std::pair<std::uint32_t, std::size_t>, z3::expr_vector> slots;
    for (const auto& l : sig.literals()) slots.try_emplace({l.table.value, l.key}, sig.context()).first->second.push_back(l.term);
    for (const auto& [key, terms] : slots)
        if (terms.size() > 1) out.push_back(z3::distinct(terms));
    using Axioms = model::Relation::Axioms;
    for (std::uint32_t r = 0; r < sig.model().relations.size(); ++r) {
        const model::Relation& relation = sig.model().relations[r];
        const auto& sorts = sig.sorts(relation.table);
        const Tuple a = sig.fresh("a", sorts), b = sig.fresh("b", sorts), c = sig.fresh("c", sorts);
        auto holds = [&](const Tuple& x, const Tuple& y) {
            z3::expr_vector args(sig.context());
            for (const Term& t : x) args.push_back(t);
            for (const Term& t : y) args.push_back(t);
            return sig.relation(model::RelationId{r})(args);
        };
        Tuple ab = a;
        append(ab, b);
        Tuple abc = ab;
        append(abc, c);
        out.push_back(forall(a, holds(a, a)));
        out.push_back(forall(abc, imply(both(holds(a, b), holds(b, c)), holds(a, c))));
        if (relation.axioms != Axioms::preorder) out.push_back(forall(ab, imply(both(holds(a, b), holds(b, a)), equal(a, b))));
        if (relation.axioms == Axioms::total) out.push_back(forall(ab, either(holds(a, b), holds(b, a))));
        if (relation.axioms == Axioms::tree)  // what dominates one thing is in line: holds(above, below)
            out.push_back(forall(abc, imply(both(holds(a, c), holds(b, c)), either(holds(a, b), holds(b, a)))));
    }
    return out;
}

}  // namespace fief::proofs
