#include "model/explore_symmetry.hpp"

#include "model/children.hpp"
#include "model/explore_relevant.hpp"

#include <algorithm>

namespace fief::model {
namespace {

bool is_slot(const Type& type) { return type.kind == Type::Kind::slot; }

}  // namespace

Symmetry::Symmetry(const Layout& layout, const std::vector<bool>& relevant) : layout_(&layout) {
    const Model& model = layout.model();
    for (std::uint32_t t = 0; t < model.tables.size(); ++t) {
        first_family_.push_back(families_.size());
        for (std::size_t k = 0; k < layout.keys(TableId{t}); ++k) {
            Family f{TableId{t}, k, !model.tables[t].keys[k].table, true, {}, {}, {}};
            const auto size = static_cast<std::size_t>(layout.key_size(TableId{t}, k));
            f.used.resize(size), f.kind.resize(size), f.before.resize(size);
            families_.push_back(std::move(f));
        }
        referenced_.emplace_back(static_cast<std::size_t>(layout.records(TableId{t})));
    }
    analyse(relevant);
}

std::optional<std::size_t> Symmetry::family(const Type& type) const {
    const Model& model = layout_->model();
    if (is_slot(type)) return first_family_[type.table.value] + type.key;
    if (type.kind == Type::Kind::reference && model[type.table].pool()) return first_family_[type.table.value];
    return std::nullopt;
}

void Symmetry::tell_apart(const Type& type) {
    if (auto f = family(type)) families_[*f].symmetric = families_[*f].by_row = false;
}

/// Finds what tells slots apart: numbers written for them, order, relations. A row's slots are nothing but places only while their numbers
/// go nowhere but into the brackets of their own table.
void Symmetry::analyse(const std::vector<bool>& relevant) {
    const Model& m = layout_->model();
    auto leaves_its_row = [&](const Type& type) {
        if (is_slot(type)) of(type.table, type.key).by_row = false;
    };
    auto keys = [&](TableId table, const std::vector<ExprId>& ids) {
        for (std::size_t k = 0; k < ids.size(); ++k) {
            if (std::holds_alternative<Const>(m[ids[k]].node)) of(table, k).symmetric = of(table, k).by_row = false;
            if (const Type& type = m[ids[k]].type; is_slot(type) && (type.table != table || type.key != k)) leaves_its_row(type);
        }
    };
    for (const Table& t : m.tables)
        for (const Field& f : t.fields)
            if (f.role != Role::key) leaves_its_row(f.type);
    for (const Relation& r : m.relations)
        for (std::size_t k = 0; k < layout_->keys(r.table); ++k) of(r.table, k).symmetric = of(r.table, k).by_row = false;
    for (std::uint32_t e = 0; e < m.exprs.size(); ++e) {
        if (!relevant[e]) continue;
        const Expr& expr = m.exprs[e];
        if (const auto* n = std::get_if<Const>(&expr.node); n && n->value >= 0) tell_apart(expr.type);
        if (const auto* n = std::get_if<RecordAt>(&expr.node)) {
            keys(n->table, n->keys);
            continue;
        }
        if (const auto* n = std::get_if<Full>(&expr.node)) {
            keys(n->table, n->keys);
            continue;
        }
        const bool ordered = std::holds_alternative<Less>(expr.node) || std::holds_alternative<Arith>(expr.node);
        bool number = false;
        for_each_child(expr.node, [&](ExprId c) { number = number || std::holds_alternative<Const>(m[c].node); });
        for_each_child(expr.node, [&](ExprId c) {
            if (is_slot(m[c].type) && (ordered || (number && std::holds_alternative<Equal>(expr.node)))) tell_apart(m[c].type);
            if (!std::holds_alternative<Called>(expr.node)) leaves_its_row(m[c].type);
        });
    }
    for (const Event& event : m.events)
        for (VarId v : event.params) leaves_its_row(m[v].type);
    for (const Call& call : m.calls) {
        for (VarId v : call.results) leaves_its_row(m[v].type);
        for_each_new(call.effects, [&](const New& n) { keys(n.table, n.keys); });
    }
}

void Symmetry::use_keys(TableId table, Value record) {
    const Table& t = layout_->model()[table];
    for (std::size_t k = 0; k < t.keys.size(); ++k) {
        const Value key = layout_->key(table, record, k);
        if (t.keys[k].table) use_record(*t.keys[k].table, key);
        else of(table, k).used[static_cast<std::size_t>(key)] = true;
    }
}

void Symmetry::use_record(TableId table, Value record) {
    referenced_[table.value][static_cast<std::size_t>(record)] = true;
    use_keys(table, record);
}

bool Symmetry::as_new(const State& state, TableId table, Value record) const {
    const Table& t = layout_->model()[table];
    for (std::uint32_t f = 0; f < t.fields.size(); ++f)
        if (t.fields[f].role != Role::key && state.words[layout_->field(table, record, FieldId{f})] != first_value(t.fields[f].type))
            return false;
    return true;
}

void Symmetry::enter(const State& state) {
    const Model& m = layout_->model();
    for (Family& f : families_) std::fill(f.used.begin(), f.used.end(), false);
    for (auto& r : referenced_) std::fill(r.begin(), r.end(), false);
    for (std::uint32_t t = 0; t < m.tables.size(); ++t) {
        const TableId table{t};
        for (Value r = 0; r < layout_->records(table); ++r) {
            if (!state.words[layout_->live(table, r)]) continue;
            if (!m.tables[t].pool()) use_keys(table, r);
            for (std::uint32_t f = 0; f < m.tables[t].fields.size(); ++f) {
                const Field& field = m.tables[t].fields[f];
                if (field.role == Role::key) continue;
                if (field.type.kind != Type::Kind::reference && !is_slot(field.type)) continue;
                const Value value = state.words[layout_->field(table, r, FieldId{f})];
                if (value < 0) continue;
                if (is_slot(field.type)) of(field.type.table, field.type.key).used[static_cast<std::size_t>(value)] = true;
                else use_record(field.type.table, value);
            }
        }
    }
    for (Family& f : families_) classify(state, f);
}

void Symmetry::classify(const State& state, Family& f) {
    Value last[3] = {none, none, none};
    const bool pool = layout_->model()[f.table].pool();
    for (std::size_t s = 0; s < f.used.size(); ++s) {
        const auto slot = static_cast<Value>(s);
        Kind kind = Kind::distinct;
        if (f.symmetric && !f.used[s]) {
            const bool live = pool && state.words[layout_->live(f.table, slot)] != 0;
            if (!live) kind = Kind::unused;
            else if (as_new(state, f.table, slot)) kind = Kind::blank;
        }
        Value& previous = last[static_cast<std::size_t>(kind)];
        f.kind[s] = kind;
        f.before[s] = kind == Kind::distinct ? none : previous;
        previous = slot;
    }
}

}  // namespace fief::model
