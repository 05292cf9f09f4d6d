#include "proofs/counterexample.hpp"

#include "proofs/finite.hpp"
#include "proofs/solver.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace fief::proofs {

using model::FieldId;
using model::Layout;
using model::Role;
using model::TableId;
using model::Type;
using model::Value;

namespace {

/// The elements of each slot key, by number; a slot that no element stands for is one that nothing speaks of.
class Universe {
public:
    Universe(const Signature& sig, const z3::model& model) : sig_(sig), model_(model), elements_(sig.model().tables.size()) {
        for (std::uint32_t t = 0; t < sig.model().tables.size(); ++t) {
            const model::Table& table = sig.model().tables[t];
            for (std::size_t k = 0; k < table.keys.size(); ++k) {
                elements_[t].emplace_back();
                if (!table.keys[k].table) fill(TableId{t}, k);
            }
        }
    }

    [[nodiscard]] model::Capacity capacity() const {
        model::Capacity out;
        for (const auto& table : elements_) {
            auto& keys = out.slots.emplace_back();
            for (const auto& key : table) keys.push_back(key.size());
        }
        return out;
    }

    /// The terms of a record, or nothing when one of its slots has no element.
    [[nodiscard]] std::optional<Tuple> record(const Layout& layout, TableId table, Value index) const {
        Tuple out;
        const auto& keys = sig_.model()[table].keys;
        for (std::size_t k = 0; k < keys.size(); ++k) {
            const Value key = layout.key(table, index, k);
            if (keys[k].table) {
                auto part = record(layout, *keys[k].table, key);
                if (!part) return std::nullopt;
                append(out, *part);
            } else {
                const auto& element = elements_[table.value][k][static_cast<std::size_t>(key)];
                if (!element) return std::nullopt;
                out.push_back(*element);
            }
        }
        return out;
    }

    /// The number of the record that these terms name.
    [[nodiscard]] Value index(const Layout& layout, TableId table, const Tuple& terms) const {
        std::vector<Value> keys;
        for (std::size_t k = 0; k < sig_.model()[table].keys.size(); ++k) {
            const model::Key& key = sig_.model()[table].keys[k];
            auto [first, width] = sig_.key_slice(table, k);
            if (key.table) {
                keys.push_back(index(
                    layout, *key.table,
                    Tuple(terms.begin() + static_cast<std::ptrdiff_t>(first), terms.begin() + static_cast<std::ptrdiff_t>(first + width))));
            } else {
                keys.push_back(slot(table, k, terms[first]));
            }
        }
        return layout.record(table, keys);
    }

    [[nodiscard]] Value slot(TableId table, std::size_t key, const Term& term) const {
        const Term value = model_.eval(term, true);
        const auto& elements = elements_[table.value][key];
        for (std::size_t i = 0; i < elements.size(); ++i)
            if (elements[i] && z3::eq(*elements[i], value)) return static_cast<Value>(i);
        return 0;
    }

    /// The slot of which the relation holds.
    [[nodiscard]] Value slot_of(const Type& type, const std::function<Term(const Term&)>& relation) const {
        const auto& elements = elements_[type.table.value][type.key];
        for (std::size_t i = 0; i < elements.size(); ++i)
            if (elements[i] && holds(relation(*elements[i]))) return static_cast<Value>(i);
        return 0;
    }

    [[nodiscard]] bool holds(const Term& t) const { return model_.eval(t, true).is_true(); }
    [[nodiscard]] Value number(const Term& t) const {
        std::int64_t n = 0;
        return model_.eval(t, true).is_numeral_i64(n) ? n : 0;
    }

private:
    const Signature& sig_;
    const z3::model& model_;
    std::vector<std::vector<std::vector<std::optional<Term>>>> elements_;

    void fill(TableId table, std::size_t key) {
        z3::context& ctx = sig_.context();
        auto& elements = elements_[table.value][key];
        const z3::sort sort = sig_.slot_sort(table, key);
        std::vector<Term> universe;
        for (unsigned i = 0; i < Z3_model_get_num_sorts(ctx, model_); ++i) {
            if (!z3::eq(z3::sort(ctx, Z3_model_get_sort(ctx, model_, i)), sort)) continue;
            const z3::expr_vector all_of(ctx, Z3_model_get_sort_universe(ctx, model_, sort));
            for (unsigned e = 0; e < all_of.size(); ++e) universe.push_back(all_of[static_cast<int>(e)]);
        }
        if (universe.empty()) universe.push_back(model_.eval(ctx.constant("some", sort), true));
        for (const auto& l : sig_.literals()) {
            if (l.table != table || l.key != key) continue;
            if (elements.size() <= static_cast<std::size_t>(l.number)) elements.resize(static_cast<std::size_t>(l.number) + 1);
            const Term value = model_.eval(l.term, true);
            elements[static_cast<std::size_t>(l.number)] = value;
            std::erase_if(universe, [&](const Term& u) { return z3::eq(u, value); });
        }
        for (const Term& u : universe) {
            auto free = std::find(elements.begin(), elements.end(), std::nullopt);
            if (free == elements.end()) elements.emplace_back(u);
            else *free = u;
        }
    }
};

/// Reads one record's fields.
void read_record(const Signature& sig, const Universe& universe, const Layout& layout, const SymbolicState& before, TableId table,
                 Value index, const Tuple& record, model::State& state) {
    const model::Model& m = sig.model();
    if (auto live = sig.live(table)) {
        if (!universe.holds(before.apply(*live, record))) return;
        state.words[layout.live(table, index)] = 1;
    }
    for (std::uint32_t f = 0; f < m[table].fields.size(); ++f) {
        const model::Field& field = m[table].fields[f];
        if (field.role == Role::key) continue;
        const Place& place = sig.place(table, FieldId{f});
        Value value = 0;
        auto pair_with = [&](const Tuple& y) {
            Tuple args = record;
            append(args, y);
            return args;
        };
        switch (place.kind) {
            case Place::Kind::boolean: value = universe.holds(before.apply(place.first, record)) ? 1 : 0; break;
            case Place::Kind::integer: value = universe.number(before.apply(place.first, record)); break;
            case Place::Kind::bits: {
                const auto rights = field.type.kind == Type::Kind::rights ? sig.rights(field.type) : std::vector<std::size_t>{};
                for (std::size_t i = 0; i < place.count; ++i) {
                    if (!universe.holds(before.apply(place.first + i, record))) continue;
                    value = rights.empty() ? static_cast<Value>(i + 1) : value | static_cast<Value>(std::uint64_t{1} << rights[i]);
                }
                break;
            }
            case Place::Kind::relation: {
                value = model::none;
                if (field.type.kind == Type::Kind::slot) {
                    value = universe.slot_of(field.type, [&](const Term& y) { return before.apply(place.first, pair_with({y})); });
                    break;
                }
                if (place.stale && universe.holds(before.apply(*place.stale, record))) value = model::stale;
                for (Value y = 0; y < layout.records(field.type.table); ++y) {
                    auto other = universe.record(layout, field.type.table, y);
                    if (other && universe.holds(before.apply(place.first, pair_with(*other)))) value = y;
                }
                break;
            }
            case Place::Kind::descent: {
                // The parent is the strict ancestor that has every other strict ancestor above it.
                value = model::none;
                std::vector<std::pair<Value, Tuple>> above;
                for (Value y = 0; y < layout.records(table); ++y) {
                    auto other = universe.record(layout, table, y);
                    if (other && y != index && universe.holds(before.apply(place.first, pair_with(*other)))) above.emplace_back(y, *other);
                }
                for (const auto& [y, candidate] : above) {
                    bool nearest = true;
                    for (const auto& [z, other] : above) {
                        Tuple args = candidate;
                        append(args, other);
                        nearest = nearest && universe.holds(before.apply(place.first, args));
                    }
                    if (nearest) value = y;
                }
                break;
            }
        }
        state.words[layout.field(table, index, FieldId{f})] = value;
    }
}

Value read_value(const Signature& sig, const Universe& universe, const Layout& layout, const Type& type, const Symbolic& value) {
    const Tuple& terms = value.known ? *value.known : Tuple{};
    switch (type.kind) {
        case Type::Kind::reference:
            if (!value.known) {
                for (Value y = 0; y < layout.records(type.table); ++y) {
                    auto record = universe.record(layout, type.table, y);
                    if (record && universe.holds(substitute(*value.is, value.params, *record))) return y;
                }
                return model::none;
            }
            return universe.index(layout, type.table, terms);
        case Type::Kind::slot: return universe.slot(type.table, type.key, terms[0]);
        case Type::Kind::boolean: return universe.holds(terms[0]) ? 1 : 0;
        case Type::Kind::integer:
        case Type::Kind::instant:
        case Type::Kind::duration: return universe.number(terms[0]);
        case Type::Kind::enumeration:
            for (std::size_t i = 0; i < terms.size(); ++i)
                if (universe.holds(terms[i])) return static_cast<Value>(i + 1);
            return 0;
        case Type::Kind::rights: {
            Value mask = 0;
            const auto own = sig.rights(type);
            for (std::size_t i = 0; i < own.size(); ++i)
                if (universe.holds(terms[i])) mask |= static_cast<Value>(std::uint64_t{1} << own[i]);
            return mask;
        }
    }
    return 0;
}

}  // namespace

namespace {

/// The host's relation on the elements; a slot that no element stands for comes after all others.
std::vector<bool> read_relation(const Signature& sig, const Universe& universe, const Layout& layout, std::uint32_t id) {
    const model::Relation& relation = sig.model().relations[id];
    const Value n = layout.records(relation.table);
    std::vector<bool> out;
    for (Value a = 0; a < n; ++a) {
        const auto left = universe.record(layout, relation.table, a);
        for (Value b = 0; b < n; ++b) {
            const auto right = universe.record(layout, relation.table, b);
            if (left && right) {
                z3::expr_vector args(sig.context());
                for (const Term& t : *left) args.push_back(t);
                for (const Term& t : *right) args.push_back(t);
                out.push_back(universe.holds(sig.relation(model::RelationId{id})(args)));
            } else {
                const bool before = left ? true : !right && a <= b;
                out.push_back(relation.axioms == model::Relation::Axioms::total ? before : a == b);
            }
        }
    }
    return out;
}

}  // namespace

namespace {

model::Layout layout_of(const Model& model, const model::Capacity& capacity, const std::vector<std::vector<bool>>& relations) {
    Layout out(model, capacity);
    for (std::uint32_t r = 0; r < relations.size(); ++r) out.set_relation(model::RelationId{r}, relations[r]);
    return out;
}

}  // namespace

model::Layout CounterState::layout(const Model& model) const { return layout_of(model, capacity, relations); }
model::Layout CounterPair::layout(const Model& model) const { return layout_of(model, capacity, relations); }

model::Value read_value(const Signature& sig, const z3::model& model, const Type& type, const Symbolic& value) {
    const Universe universe(sig, model);
    return read_value(sig, universe, Layout(sig.model(), universe.capacity()), type, value);
}

CounterState read_instance(const Signature& sig, const z3::model& model, const SymbolicState& before, const EncodedStep* step) {
    const Universe universe(sig, model);
    CounterState out;
    out.capacity = universe.capacity();
    const Layout layout(sig.model(), out.capacity);
    for (std::uint32_t r = 0; r < sig.model().relations.size(); ++r) out.relations.push_back(read_relation(sig, universe, layout, r));
    out.before.words.assign(layout.words(), 0);
    out.before.words[0] = universe.number(before.apply(sig.now(), {}));
    for (std::uint32_t t = 0; t < sig.model().tables.size(); ++t) {
        for (Value r = 0; r < layout.records(TableId{t}); ++r) {
            if (sig.model().tables[t].always_live) out.before.words[layout.live(TableId{t}, r)] = 1;
            if (auto record = universe.record(layout, TableId{t}, r))
                read_record(sig, universe, layout, before, TableId{t}, r, *record, out.before);
        }
    }
    if (step) {
        model::Invocation invocation;
        if (step->ref.kind == StepRef::Kind::time) {
            invocation.now = universe.number(step->time[0]);
        } else {
            const model::Call& call = sig.model()[step->ref.call];
            invocation.call = step->ref.call;
            for (model::VarId p : call.params)
                invocation.args.push_back(read_value(sig, universe, layout, sig.model()[p].type, *step->env[p.value]));
            if (call.actor)
                invocation.caller = read_value(sig, universe, layout, sig.model()[*call.actor].type, *step->env[call.actor->value]);
        }
        out.step = invocation;
    }
    return out;
}

// ---- the smallest instance ------------------------------------------------------------------------------------------

namespace {

constexpr std::chrono::milliseconds most_for_size{1000};

}  // namespace

std::optional<z3::model> smallest_model(z3::solver& solver, const Signature& sig, const std::vector<const SymbolicState*>& counted,
                                        unsigned most, std::chrono::milliseconds each) {
    const z3::expr_vector asserted = solver.assertions();
    std::vector<unsigned> sizes(Bound(sig).keys().size(), 0);
    auto check = [&]() -> std::optional<z3::model> {
        Finite finite(sig, sizes);
        z3::solver cases = new_solver(sig.context());
        limit(cases, std::min(each, most_for_size));
        for (unsigned i = 0; i < asserted.size(); ++i) cases.add(finite.spelled_out(asserted[static_cast<int>(i)]));
        for (const SymbolicState* state : counted)
            for (const Term& t : exact_counts(*state, finite.bound())) cases.add(finite.spelled_out(t));
        cases.add(finite.closed());
        if (cases.check() == z3::sat) return cases.get_model();
        return std::nullopt;
    };
    for (unsigned n = 1; n <= most; ++n) {
        std::fill(sizes.begin(), sizes.end(), n);
        auto found = check();
        if (!found) continue;
        // Each key on its own, downwards.
        for (std::size_t k = 0; k < sizes.size() && n > 1; ++k) {
            while (sizes[k] > 1) {
                --sizes[k];
                if (auto smaller = check()) {
                    found = smaller;
                } else {
                    ++sizes[k];
                    break;
                }
            }
        }
        return found;
    }
    return std::nullopt;
}

std::optional<CounterState> smallest_instance(z3::solver& solver, const SymbolicState& before, EncodedStep* step, unsigned most,
                                              std::chrono::milliseconds each) {
    std::vector<const SymbolicState*> counted{&before};
    if (step) counted.push_back(&step->after);
    const auto found = smallest_model(solver, before.signature(), counted, most, each);
    if (!found) return std::nullopt;
    return read_instance(before.signature(), *found, before, step);
}

bool replay(const Model& model, const Obligation& obligation, CounterState& state, std::string& why) {
    const Layout layout = state.layout(model);
    const model::Interpreter interpreter(layout);
    for (const model::Violation& v : interpreter.check(state.before)) {
        if (v.property == obligation.property && !state.step) {
            state.violation = v;
            return true;
        }
        if (!state.step) continue;
        why = fmt::format("the solver's state breaks {} on the reference model: this is a fault of fief", model[v.property].name);
        return false;
    }
    if (!state.step) {
        if (auto v = interpreter.check(state.before, obligation.property)) {
            state.violation = v;
            return true;
        }
        why = "the solver's state is sound on the reference model: this is a fault of fief";
        return false;
    }
    for (model::Outcome& outcome : interpreter.run_all(state.before, *state.step)) {
        std::optional<model::Violation> broken;
        if (outcome.undefined) {
            broken = model::Violation{obligation.property, {}, outcome.undefined->message, outcome.undefined};
        } else if (!outcome.error) {
            const model::Property& p = model[obligation.property];
            broken = p.kind == model::Property::Kind::transition || p.kind == model::Property::Kind::defined
                         ? interpreter.check(state.before, *state.step, outcome, obligation.property)
                         : interpreter.check(outcome.after, obligation.property);
        }
        if (broken) {
            state.outcome = std::move(outcome);
            state.violation = std::move(broken);
            return true;
        }
    }
    why = "the solver's step does not break the property on the reference model: this is a fault of fief";
    return false;
}

}  // namespace fief::proofs
