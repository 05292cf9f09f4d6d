#include "proofs/boot.hpp"

#include "model/state.hpp"
#include "proofs/counting.hpp"

#include <functional>

namespace fief::proofs {

using model::FieldId;
using model::TableId;
using model::Type;
using model::Value;

namespace {

class Boot {
public:
    Boot(const Signature& sig, std::vector<Term>& facts)
        : sig_(sig),
          m_(sig.model()),
          ctx_(sig.context()),
          layout_(m_, model::Capacity::declared(m_)),
          facts_(facts),
          state_(sig),
          records_(m_.tables.size()) {}

    SymbolicState run() {
        for (const model::BootRecord& b : m_.boot) records_[b.table.value].push_back({&b, terms(b.table, b.keys)});
        state_.set(sig_.now(), ctx_.int_val(0));
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t) {
            const TableId table{t};
            if (auto live = sig_.live(table)) set(*live, table, [](const Record&, const Tuple&) { return true; });
            for (std::uint32_t f = 0; f < m_.tables[t].fields.size(); ++f) field(table, FieldId{f});
        }
        for (std::uint32_t c = 0; c < m_.counts.size(); ++c) count(model::CountId{c});
        return std::move(state_);
    }

private:
    struct Record {
        const model::BootRecord* given;
        Tuple terms;
    };
    const Signature& sig_;
    const model::Model& m_;
    z3::context& ctx_;
    model::Layout layout_;
    std::vector<Term>& facts_;
    SymbolicState state_;
    std::vector<std::vector<Record>> records_;  ///< by table

    /// The constants that name the record with these keys.
    [[nodiscard]] Tuple terms(TableId table, const std::vector<Value>& keys) const {
        Tuple out;
        for (std::size_t k = 0; k < keys.size(); ++k) {
            if (const auto& of = m_[table].keys[k].table) append(out, record(*of, keys[k]));
            else out.push_back(sig_.slot_literal(table, k, keys[k]));
        }
        return out;
    }
    [[nodiscard]] Tuple record(TableId table, Value index) const {
        std::vector<Value> keys;
        for (std::size_t k = 0; k < m_[table].keys.size(); ++k) keys.push_back(layout_.key(table, index, k));
        return terms(table, keys);
    }

    [[nodiscard]] Term is(const Record& r, const Tuple& x) const { return x.empty() ? truth(ctx_, true) : equal(x, r.terms); }
    [[nodiscard]] std::size_t width(TableId table) const { return sig_.sorts(table).size(); }
    [[nodiscard]] static Value given(const Record& r, FieldId f, const Type& type) {
        const auto& values = r.given->values;
        return f.value < values.size() && values[f.value] ? *values[f.value] : model::first_value(type);
    }

    /// A relation that holds of the boot records for which `holds` does, and of no others. `holds` gets the parameters after the record's.
    template <class Holds>
    void set(std::size_t component, TableId table, const Holds& holds) {
        const Tuple& params = sig_.components()[component].params;
        const Tuple x = head(params, width(table)), rest = tail(params, width(table));
        std::vector<Term> parts;
        for (const Record& r : records_[table.value]) {
            const auto answer = holds(r, rest);
            if constexpr (std::is_same_v<decltype(answer), const bool>) parts.push_back(answer ? is(r, x) : truth(ctx_, false));
            else parts.push_back(both(is(r, x), answer));
        }
        state_.set(component, any(ctx_, parts));
    }

    void field(TableId table, FieldId id) {
        const model::Field& field = m_[table].fields[id.value];
        if (field.role == model::Role::key) return;
        const Place& place = sig_.place(table, id);
        const auto value = [&](const Record& r) { return given(r, id, field.type); };
        switch (place.kind) {
            case Place::Kind::boolean: set(place.first, table, [&](const Record& r, const Tuple&) { return value(r) != 0; }); break;
            case Place::Kind::bits: {
                const auto rights = field.type.kind == Type::Kind::rights ? sig_.rights(field.type) : std::vector<std::size_t>{};
                for (std::size_t i = 0; i < place.count; ++i)
                    set(place.first + i, table, [&](const Record& r, const Tuple&) {
                        return rights.empty() ? value(r) == static_cast<Value>(i + 1) : (value(r) >> rights[i] & 1) != 0;
                    });
                break;
            }
            case Place::Kind::integer: {
                const Tuple& x = sig_.components()[place.first].params;
                Term body = ctx_.int_val(model::first_value(field.type));
                for (const Record& r : records_[table.value]) body = choose(is(r, x), ctx_.int_val(value(r)), body);
                state_.set(place.first, body);
                break;
            }
            case Place::Kind::relation:
                set(place.first, table, [&](const Record& r, const Tuple& y) {
                    if (value(r) < 0) return truth(ctx_, false);
                    const Tuple named = field.type.kind == Type::Kind::slot
                                            ? Tuple{sig_.slot_literal(field.type.table, field.type.key, value(r))}
                                            : record(field.type.table, value(r));
                    return y.empty() ? truth(ctx_, true) : equal(y, named);
                });
                if (place.stale) state_.set(*place.stale, truth(ctx_, false));
                if (m_[table].always_live && !field.type.optional && !field.type.weak) open(place.first, table, field.type);
                break;
            case Place::Kind::descent: descent(place.first, table, id); break;
        }
    }

    /// What a larger boot would say of its other records: some live record, some slot.
    void open(std::size_t component, TableId table, const Type& type) {
        const Tuple& params = sig_.components()[component].params;
        const Tuple x = head(params, width(table)), y = tail(params, width(table));
        std::vector<Term> known;
        for (const Record& r : records_[table.value]) known.push_back(is(r, x));
        const Term others = negate(any(ctx_, known));
        if (others.is_false()) return;
        z3::expr_vector args(ctx_);
        for (const Term& p : params) args.push_back(p);
        const Term names = sig_.components()[component].symbol(args);
        state_.set(component, either(state_.body(component), both(others, names)));

        const Tuple z = sig_.fresh("z", sig_.sorts(type));
        Tuple xyz = params;
        append(xyz, z);
        if (!y.empty()) facts_.push_back(forall(xyz, imply(both(names, substitute(names, y, z)), equal(y, z))));
        facts_.push_back(forall(x, imply(others, exists(y, names))));
        if (type.kind != Type::Kind::reference) return;
        if (auto live = sig_.live(type.table)) facts_.push_back(forall(params, imply(names, state_.apply(*live, y))));
    }

    /// Each record descends from itself and what it was derived from; no parents lie in a circle, for the resolver refuses those.
    void descent(std::size_t component, TableId table, FieldId parent) {
        const Tuple& params = sig_.components()[component].params;
        const Tuple below = head(params, width(table)), above = tail(params, width(table));
        const auto& all_of = records_[table.value];
        const auto by_index = [&](Value index) {
            for (const Record& r : all_of)
                if (layout_.record(table, r.given->keys) == index) return &r;
            return static_cast<const Record*>(nullptr);
        };
        std::vector<Term> parts;
        for (const Record& r : all_of) {
            const Record* ancestor = &r;
            for (std::size_t steps = all_of.size(); ancestor && steps > 0; --steps) {
                parts.push_back(both(is(r, below), is(*ancestor, above)));
                const Value next = given(*ancestor, parent, m_[table].fields[parent.value].type);
                ancestor = next < 0 ? nullptr : by_index(next);
            }
        }
        state_.set(component, any(ctx_, parts));
    }

    /// The boot records that match; and of those that boot does not name, if any matches, some number.
    void count(model::CountId id) {
        const model::Count& count = m_[id];
        const std::size_t component = sig_.count(id);
        const Tuple& args = sig_.components()[component].params;
        const TableId table = m_[count.var].type.table;
        Environment env(m_.vars.size());
        Term sum = ctx_.int_val(0);
        std::vector<Term> known;
        const Tuple x = sig_.fresh("counted", sig_.sorts(table));
        for (const Record& r : records_[table.value]) {
            const Term matches = counted(state_, count, r.terms, args, env);
            if (!matches.is_false()) sum = sum + z3::ite(matches, ctx_.int_val(1), ctx_.int_val(0));
            known.push_back(is(r, x));
        }
        const Term other = both(counted(state_, count, x, args, env), negate(any(ctx_, known)));
        if (other.is_false() || sig_.live(table)) {
            state_.set(component, sum);
            return;
        }
        z3::expr_vector params(ctx_);
        for (const Term& p : args) params.push_back(p);
        const Term number = sig_.components()[component].symbol(params);
        state_.set(component, number);
        facts_.push_back(forall(args, number >= sum));
        facts_.push_back(forall(args, either(exists(x, other), number == sum)));
        Tuple both_of = args;
        append(both_of, x);
        facts_.push_back(forall(both_of, imply(other, number >= sum + 1)));
    }
};

}  // namespace

SymbolicState boot_state(const Signature& signature, std::vector<Term>& facts) { return Boot(signature, facts).run(); }

}  // namespace fief::proofs
