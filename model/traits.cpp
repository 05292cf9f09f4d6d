#include "model/traits.hpp"

#include <algorithm>

namespace fief::model {
namespace {

using Kind = Type::Kind;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t with) {
    hash = (hash ^ with) * 0x9e3779b97f4a7c15U;
    return hash ^ hash >> 29U;
}

bool comparable(const Type& a, const Type& b) {
    if (a.kind != b.kind || a.table != b.table) return false;
    return a.kind == Kind::reference || (a.kind == Kind::slot && a.key == b.key);
}

}  // namespace

Traits::Traits(const Layout& layout) : layout_(&layout) {
    const Model& m = layout.model();
    for (std::uint32_t t = 0; t < m.tables.size(); ++t) {
        Type self;
        self.kind = Kind::reference;
        self.table = TableId{t};
        std::vector<Name>& names = names_.emplace_back();
        names.push_back({std::nullopt, self});
        for (std::uint32_t f = 0; f < m.tables[t].fields.size(); ++f) {
            const Type& type = m.tables[t].fields[f].type;
            if (type.kind == Kind::reference || type.kind == Kind::slot) names.push_back({FieldId{f}, type});
        }
    }
    comparable_.resize(names_.size());
    for (std::size_t t = 0; t < names_.size(); ++t)
        for (std::size_t u = 0; u < names_.size(); ++u) {
            auto& both = comparable_[t].emplace_back();
            for (std::uint32_t i = 0; i < names_[t].size(); ++i)
                for (std::uint32_t j = 0; j < names_[u].size(); ++j)
                    if (comparable(names_[t][i].type, names_[u][j].type) && (i != 0 || j != 0)) both.emplace_back(i, j);
        }
}

/// What the record's own fields are like.
std::uint64_t Traits::like(const State& state, TableId table, Value record) const {
    const Table& t = layout_->model()[table];
    std::uint64_t out = mixed(1, table.value);
    for (std::uint32_t f = 0; f < t.fields.size(); ++f) {
        const Field& field = t.fields[f];
        if (field.role == Role::key || field.role == Role::since || field.role == Role::entered) continue;
        const Value v = state.words[layout_->field(table, record, FieldId{f})];
        std::uint64_t is = 0;
        switch (field.type.kind) {
            case Kind::boolean:
            case Kind::enumeration:
            case Kind::rights: is = static_cast<std::uint64_t>(v); break;
            case Kind::reference: is = v == none ? 0 : v == stale ? 1 : 2; break;
            case Kind::integer: is = v == field.type.lo ? 0 : v == field.type.hi ? 1 : 2; break;
            case Kind::instant: is = v < state.now() ? 0 : v == state.now() ? 1 : 2; break;
            case Kind::duration:
            case Kind::slot: break;
        }
        out = mixed(out, is);
    }
    return out;
}

bool Traits::descends(const State& state, TableId table, Value record, Value ancestor) const {
    const FieldId parent = *layout_->role(table, Role::parent);
    for (Value r = record; r >= 0; r = state.words[layout_->field(table, r, parent)])
        if (r == ancestor) return true;
    return false;
}

/// Which values of two records are the same.
std::uint64_t Traits::between(const State& state, const Record& a, const Record& b) const {
    std::uint64_t out = mixed(mixed(2, a.table.value), b.table.value);
    for (const auto& [i, j] : comparable_[a.table.value][b.table.value]) {
        const Value v = values_[a.names + i], w = values_[b.names + j];
        out = mixed(out, v < 0 ? (w < 0 ? 0 : 1) : w < 0 ? 2 : v == w ? 3 : 4);
    }
    if (a.table == b.table && layout_->model()[a.table].derived)
        out = mixed(out, descends(state, a.table, a.record, b.record) ? 1 : descends(state, a.table, b.record, a.record) ? 2 : 0);
    return out;
}

const std::vector<std::uint64_t>& Traits::of(const State& state) {
    records_.clear();
    values_.clear();
    traits_.clear();
    for (std::uint32_t t = 0; t < names_.size(); ++t) {
        const TableId table{t};
        for (Value r = 0; r < layout_->records(table); ++r) {
            if (!state.words[layout_->live(table, r)]) continue;
            records_.push_back({table, r, values_.size(), like(state, table, r)});
            for (const Name& name : names_[t]) {
                const bool key = name.field && layout_->model()[table].fields[name.field->value].role == Role::key;
                values_.push_back(!name.field ? r
                                  : key       ? layout_->key(table, r, name.field->value)
                                              : state.words[layout_->field(table, r, *name.field)]);
            }
        }
    }
    for (std::size_t i = 0; i < records_.size(); ++i) {
        const Record& a = records_[i];
        traits_.push_back(a.like);
        for (std::size_t j = 0; j < records_.size(); ++j) {
            const Record& b = records_[j];
            if (i == j || comparable_[a.table.value][b.table.value].empty()) continue;
            // One of the two that name the same kind of thing is enough to look from.
            if (j > i) traits_.push_back(between(state, a, b));
            const std::vector<Name>& names = names_[a.table.value];
            for (std::size_t n = 1; n < names.size(); ++n)
                if (names[n].type.kind == Kind::reference && names[n].type.table == b.table && values_[a.names + n] == b.record)
                    traits_.push_back(mixed(mixed(a.like, n), b.like));
        }
    }
    std::sort(traits_.begin(), traits_.end());
    traits_.erase(std::unique(traits_.begin(), traits_.end()), traits_.end());
    return traits_;
}

}  // namespace fief::model
