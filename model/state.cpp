#include "model/state.hpp"

#include <algorithm>
#include <cassert>
#include <functional>

namespace fief::model {
namespace {

/// How many slots each key needs for what is written down: boot records, and slots written as numbers.
std::vector<std::vector<std::uint64_t>> needed_slots(const Model& model) {
    std::vector<std::vector<std::uint64_t>> out;
    for (const Table& t : model.tables) out.emplace_back(t.keys.size(), 1);
    auto need = [&](TableId table, std::size_t key, Value value) {
        const Table& t = model[table];
        if (key >= t.keys.size() || t.keys[key].table || value < 0) return;
        auto& n = out[table.value][key];
        n = std::max(n, static_cast<std::uint64_t>(value) + 1);
    };
    const Layout declared(model, Capacity::declared(model));
    // A reference needs the slots of the record that it names.
    std::function<void(TableId, Value)> need_record = [&](TableId table, Value record) {
        for (std::size_t k = 0; k < declared.keys(table) && record >= 0; ++k) {
            const Value key = declared.key(table, record, k);
            if (const auto& of = model[table].keys[k].table) need_record(*of, key);
            else need(table, k, key);
        }
    };
    auto need_value = [&](const Type& type, Value value) {
        if (type.kind == Type::Kind::slot) need(type.table, type.key, value);
        if (type.kind == Type::Kind::reference) need_record(type.table, value);
    };
    for (const Expr& e : model.exprs) {
        if (const auto* c = std::get_if<Const>(&e.node)) need_value(e.type, c->value);
        if (const auto* r = std::get_if<RecordAt>(&e.node))
            for (std::size_t k = 0; k < r->keys.size(); ++k)
                if (const auto* c = std::get_if<Const>(&model[r->keys[k]].node)) need(r->table, k, c->value);
    }
    for (const BootRecord& b : model.boot) {
        const Table& t = model[b.table];
        for (std::size_t k = 0; k < b.keys.size(); ++k) {
            need(b.table, k, b.keys[k]);
            if (t.keys[k].table) need_record(*t.keys[k].table, b.keys[k]);
        }
        for (std::size_t f = 0; f < b.values.size(); ++f)
            if (b.values[f]) need_value(t.fields[f].type, *b.values[f]);
    }
    return out;
}

/// The same record at other sizes; it has a place there.
Value renumber(const Layout& from, const Layout& to, TableId table, Value record) {
    if (record < 0) return record;
    std::vector<Value> keys;
    for (std::size_t k = 0; k < from.keys(table); ++k) {
        const Value key = from.key(table, record, k);
        const auto& of = from.model()[table].keys[k].table;
        keys.push_back(of ? renumber(from, to, *of, key) : key);
    }
    return to.record(table, keys);
}

/// A boot record at other sizes.
BootRecord renumber(const Layout& from, const Layout& to, const BootRecord& record) {
    BootRecord out = record;
    const Table& table = from.model()[record.table];
    for (std::size_t k = 0; k < out.keys.size(); ++k)
        if (const auto& of = table.keys[k].table) out.keys[k] = renumber(from, to, *of, record.keys[k]);
    for (std::size_t f = 0; f < out.values.size(); ++f)
        if (const Type& type = table.fields[f].type; out.values[f] && type.kind == Type::Kind::reference)
            out.values[f] = renumber(from, to, type.table, *record.values[f]);
    return out;
}

}  // namespace

void resize(Model& model, const Capacity& capacity) {
    const Layout from(model, Capacity::declared(model)), to(model, capacity);
    for (BootRecord& b : model.boot) b = renumber(from, to, b);
    for (std::size_t t = 0; t < model.tables.size(); ++t)
        for (std::size_t k = 0; k < model.tables[t].keys.size(); ++k)
            if (!model.tables[t].keys[k].table) model.tables[t].keys[k].size = capacity.slots[t][k];
}

Capacity Capacity::declared(const Model& model) {
    Capacity out;
    for (const Table& t : model.tables) {
        out.slots.emplace_back();
        for (const Key& k : t.keys) out.slots.back().push_back(k.table ? 0 : k.size);
    }
    return out;
}

Capacity Capacity::uniform(const Model& model, std::uint64_t size) {
    return by_table(model, [size](const Table&) { return size; });
}

Capacity Capacity::by_table(const Model& model, const std::function<std::uint64_t(const Table&)>& size) {
    Capacity out = declared(model);
    const auto needed = needed_slots(model);
    for (std::size_t t = 0; t < out.slots.size(); ++t)
        for (std::size_t k = 0; k < out.slots[t].size(); ++k)
            if (!model.tables[t].keys[k].table) out.slots[t][k] = std::min(out.slots[t][k], std::max(needed[t][k], size(model.tables[t])));
    return out;
}

Capacity Capacity::beside_boot(const Model& model, const std::function<std::uint64_t(const Table&)>& size) {
    std::vector<std::vector<std::uint64_t>> taken;
    for (const Table& t : model.tables) taken.emplace_back(t.keys.size(), 0);
    for (const BootRecord& b : model.boot)
        for (std::size_t k = 0; k < b.keys.size() && !model[b.table].always_live; ++k) {
            auto& n = taken[b.table.value][k];
            n = std::max(n, static_cast<std::uint64_t>(b.keys[k]) + 1);
        }
    Capacity out = by_table(model, size);
    for (std::size_t t = 0; t < out.slots.size(); ++t)
        for (std::size_t k = 0; k < out.slots[t].size(); ++k)
            if (const Key& key = model.tables[t].keys[k]; !key.table)
                out.slots[t][k] = std::min(key.size, std::max(out.slots[t][k], taken[t][k] + size(model.tables[t])));
    return out;
}

Layout::Layout(const Model& model, Capacity capacity)
    : model_(&model), capacity_(std::move(capacity)), tables_(model.tables.size()), relations_(model.relations.size()) {
    // A table's key may be a table declared later: sizes first, each when those of its keys are known (keys never form a cycle).
    std::vector<bool> sized(model.tables.size(), false);
    std::function<void(std::size_t)> size = [&](std::size_t t) {
        if (sized[t]) return;
        sized[t] = true;
        const Table& table = model.tables[t];
        Place& place = tables_[t];
        for (std::size_t k = 0; k < table.keys.size(); ++k) {
            if (table.keys[k].table) {
                size(table.keys[k].table->value);
                place.key_sizes.push_back(tables_[table.keys[k].table->value].records);
            } else {
                place.key_sizes.push_back(static_cast<Value>(capacity_.slots[t][k]));
            }
            place.records *= place.key_sizes.back();
        }
        place.key_strides.assign(place.key_sizes.size(), 1);
        for (std::size_t k = place.key_sizes.size(); k-- > 1;) place.key_strides[k - 1] = place.key_strides[k] * place.key_sizes[k];
        place.stride = 1 + table.fields.size() - table.keys.size();
        for (std::uint32_t f = 0; f < table.fields.size(); ++f) {
            auto& slot = place.roles[static_cast<std::size_t>(table.fields[f].role)];
            if (!slot) slot = FieldId{f};
        }
    };
    for (std::size_t t = 0; t < tables_.size(); ++t) size(t);
    for (Place& place : tables_) {
        place.first = words_;
        words_ += place.stride * static_cast<std::size_t>(place.records);
    }
}

Value Layout::record(TableId table, std::span<const Value> keys) const {
    const auto found = row(table, keys);
    assert(!found || found->size == 1 || keys.size() < tables_[table.value].key_sizes.size());
    return found ? found->first : none;
}

std::optional<Layout::Row> Layout::row(TableId table, std::span<const Value> leading) const {
    const Place& place = tables_[table.value];
    Row out{0, place.records};
    for (std::size_t k = 0; k < leading.size(); ++k) {
        if (leading[k] < 0 || leading[k] >= place.key_sizes[k]) return std::nullopt;
        out.first += leading[k] * place.key_strides[k];
        out.size = place.key_strides[k];
    }
    return out;
}

bool Layout::related(RelationId relation, Value left, Value right) const {
    if (const std::vector<bool>& given = relations_[relation.value]; !given.empty())
        return given[static_cast<std::size_t>(left * records((*model_)[relation].table) + right)];
    if ((*model_)[relation].axioms == Relation::Axioms::total) return left <= right;
    while (right > left) right = (right - 1) / 2;
    return left == right;
}

void Layout::set_relation(RelationId relation, std::vector<bool> holds) { relations_[relation.value] = std::move(holds); }

Value first_value(const Type& type) {
    if (type.kind == Type::Kind::integer) return type.lo;
    if (type.kind == Type::Kind::reference && type.optional) return none;
    return 0;
}

State boot_state(const Layout& layout) {
    const Model& model = layout.model();
    State state{std::vector<Value>(layout.words(), 0)};
    auto make = [&](TableId id, Value record, const std::vector<std::optional<Value>>* values) {
        const Table& table = model[id];
        state.words[layout.live(id, record)] = 1;
        for (std::uint32_t f = 0; f < table.fields.size(); ++f) {
            if (table.fields[f].role == Role::key) continue;
            const bool given = values && f < values->size() && (*values)[f];
            state.words[layout.field(id, record, FieldId{f})] = given ? *(*values)[f] : first_value(table.fields[f].type);
        }
    };
    for (std::uint32_t t = 0; t < model.tables.size(); ++t)
        if (model.tables[t].always_live)
            for (Value r = 0; r < layout.records(TableId{t}); ++r) make(TableId{t}, r, nullptr);
    const Layout declared(model, Capacity::declared(model));
    for (const BootRecord& b : model.boot) {
        const BootRecord here = renumber(declared, layout, b);
        if (Value r = layout.record(here.table, here.keys); r != none) make(here.table, r, &here.values);
    }
    return state;
}

}  // namespace fief::model
