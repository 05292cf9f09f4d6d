#include "gen/lower/shape.hpp"

#include "model/children.hpp"
#include "model/walks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace fief::gen {
namespace {

using model::FieldId;
using model::Model;
using model::Role;
using model::TableId;

class Shaper {
public:
    Shaper(const Model& m, const std::vector<bool>& marked, bool sequence) : m_(m), marked_(marked), sequence_(sequence) {}

    Shape run() {
        sizes();
        fields();
        for (const model::Index& i : m_.indexes)
            if (model::can_index(field(i.table, i.fields[0]).type)) add_list(i.table.value, i.fields[0]);
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t)
            if (m_.tables[t].derived) add_list(t, *m_.tables[t].field(Role::parent));
        free_lists();
        kept_counts();
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t)
            if (marked_[t]) s_.marked[t] = add(t, "next_marked", record(t), Column::Purpose::marked);
        if (sequence_)
            bare("sequence", 1, {Type::Kind::number, 0, 0, 0, 0xffffffff}, Column::Purpose::sequence,
                 "odd while something is changed that guards read without the lock");
        for (Table& t : s_.tables) order(t);
        return std::move(s_);
    }

private:
    const Model& m_;
    const std::vector<bool>& marked_;
    bool sequence_;
    Shape s_;

    [[nodiscard]] const model::Field& field(TableId t, FieldId f) const { return m_[t].fields[f.value]; }
    [[nodiscard]] static Type record(std::uint32_t table) { return {Type::Kind::record, table, 0, 0, 0}; }

    void sizes() {
        const std::size_t n = m_.tables.size();
        s_.tables.resize(n);
        s_.fields.resize(n), s_.epochs.resize(n);
        s_.live.resize(n), s_.free.resize(n), s_.marked.resize(n), s_.epoch.resize(n);
        std::vector<bool> done(n, false);
        std::function<void(std::size_t)> size = [&](std::size_t t) {
            if (done[t]) return;
            done[t] = true;
            Table& out = s_.tables[t];
            out.name = m_.tables[t].name;
            out.doc = m_.tables[t].doc;
            out.always_live = m_.tables[t].always_live;
            for (const model::Key& k : m_.tables[t].keys) {
                Key key{k.name, std::nullopt, k.size};
                if (k.table) {
                    size(k.table->value);
                    key.table = k.table->value;
                    key.size = s_.tables[k.table->value].records;
                }
                out.records *= key.size;
                out.keys.push_back(std::move(key));
            }
        };
        for (std::size_t t = 0; t < n; ++t) size(t);
    }

    std::uint32_t add(std::uint32_t table, std::string name, Type type, Column::Purpose purpose, std::string doc = "") {
        auto& columns = s_.tables[table].columns;
        auto taken = [&] { return std::any_of(columns.begin(), columns.end(), [&](const Column& c) { return c.name == name; }); };
        while (taken()) name += '_';
        columns.push_back({std::move(name), type, purpose, std::move(doc), false});
        return static_cast<std::uint32_t>(columns.size() - 1);
    }
    Place bare(std::string name, std::uint64_t records, Type type, Column::Purpose purpose, std::string doc) {
        while (std::any_of(s_.tables.begin(), s_.tables.end(), [&](const Table& other) { return other.name == name; })) name += '_';
        Table t;
        t.name = name;
        t.records = records;
        t.bare = true;
        t.columns.push_back({std::move(name), type, purpose, std::move(doc), false});
        s_.tables.push_back(std::move(t));
        return {static_cast<std::uint32_t>(s_.tables.size() - 1), 0};
    }

    /// What needs the widest alignment first, so that records have no gaps; of equals, the links before the fields, but of bytes the rights
    /// and `live` first: side by side and at an even address.
    void order(Table& table) const {
        for (std::uint32_t c = 0; c < table.columns.size(); ++c) table.order.push_back(c);
        auto rank = [&](std::uint32_t c) {
            const Column& column = table.columns[c];
            const bool asked = column.purpose == Column::Purpose::field || column.purpose == Column::Purpose::live;
            const int bytes = static_cast<int>(bytes_of(m_, s_.tables, column.type));
            const int kind = column.purpose == Column::Purpose::live  ? -1
                             : column.type.kind != Type::Kind::rights ? asked
                             : bytes > 1                              ? 2
                                                                      : -2;
            return std::pair(-bytes, kind);
        };
        std::stable_sort(table.order.begin(), table.order.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    }

    void fields() {
        std::vector<bool> weak(m_.tables.size(), false);
        for (const model::Table& t : m_.tables)
            for (const model::Field& f : t.fields)
                if (f.type.kind == model::Type::Kind::reference && f.type.weak) weak[f.type.table.value] = true;
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t) {
            const model::Table& table = m_.tables[t];
            s_.fields[t].resize(table.fields.size());
            s_.epochs[t].resize(table.fields.size());
            for (std::uint32_t f = 0; f < table.fields.size(); ++f) {
                const model::Field& field = table.fields[f];
                if (field.role == Role::key || field.role == Role::since || field.role == Role::entered) continue;
                s_.fields[t][f] = add(t, field.name, type_of(field.type), Column::Purpose::field, field.doc);
                if (field.type.kind == model::Type::Kind::reference && field.type.weak)
                    s_.epochs[t][f] = add(t, field.name + "_epoch", {Type::Kind::epoch, 0, 0, 0, 0}, Column::Purpose::field_epoch);
            }
            if (!table.always_live) s_.live[t] = add(t, "live", {Type::Kind::boolean, 0, 0, 0, 0}, Column::Purpose::live);
            if (weak[t]) s_.epoch[t] = add(t, "epoch", {Type::Kind::epoch, 0, 0, 0, 0}, Column::Purpose::epoch);
        }
    }

    void add_list(std::uint32_t table, FieldId f) {
        if (s_.list(table, f)) return;
        const model::Field& by = m_.tables[table].fields[f.value];
        List out;
        out.table = table;
        out.field = f;
        const bool children = by.role == Role::parent;
        const std::string suffix = children ? "sibling" : "by_" + by.name;
        const std::string head = children ? "first_child" : fmt::format("first_{}_by_{}", m_.tables[table].name, by.name);
        const std::string doc = fmt::format("{} by {}", m_.tables[table].name, by.name);
        if (by.type.kind == model::Type::Kind::reference) {
            const std::uint32_t on = by.type.table.value;
            out.first = {on, add(on, head, record(table), Column::Purpose::first, doc)};
        } else {
            const bool truth = by.type.kind == model::Type::Kind::boolean;
            out.first = bare(head, truth ? 2 : m_[by.type.enumeration].names.size(), record(table), Column::Purpose::first, doc);
            if (!truth) s_.tables[out.first.table].by_enumeration = by.type.enumeration.value;
        }
        out.next = {table, add(table, "next_" + suffix, record(table), Column::Purpose::next)};
        out.previous = {table, add(table, "prev_" + suffix, record(table), Column::Purpose::previous)};
        s_.lists.push_back(out);
    }

    /// A table has a free list when some `new` leaves keys open; by the longest prefix that is given.
    void free_lists() {
        const std::size_t n = m_.tables.size();
        std::vector<std::optional<std::size_t>> leading(n);
        std::vector<bool> middle(n, false);
        for (const model::Call& c : m_.calls)
            for_each_statement(c.effects, [&](const model::Stmt& s) {
                const auto* made = std::get_if<model::New>(&s.node);
                if (!made || made->keys.size() == m_[made->table].keys.size()) return;
                auto& l = leading[made->table.value];
                if (l && *l != made->keys.size()) middle[made->table.value] = true;
                l = std::max(l.value_or(0), made->keys.size());
            });
        for (const model::Call& c : m_.calls)
            for_each_statement(c.effects, [&](const model::Stmt& s) {
                const auto* made = std::get_if<model::New>(&s.node);
                if (made && made->keys.size() == m_[made->table].keys.size()) middle[made->table.value] = true;
            });
        for (std::uint32_t t = 0; t < n; ++t) {
            if (!leading[t]) continue;
            FreeList out;
            out.leading = *leading[t];
            const std::string doc = fmt::format("{} that are not live; the last dropped first", m_.tables[t].name);
            const auto& keys = s_.tables[t].keys;
            const std::string name = "free_" + m_.tables[t].name;
            if (out.leading == 0) {
                out.first = bare(name, 1, record(t), Column::Purpose::free_first, doc);
            } else if (out.leading == 1 && keys[0].table) {
                out.first = {*keys[0].table, add(*keys[0].table, name, record(t), Column::Purpose::free_first, doc)};
            } else {
                std::uint64_t rows = 1;
                for (std::size_t k = 0; k < out.leading; ++k) rows *= keys[k].size;
                out.first = bare(name, rows, record(t), Column::Purpose::free_first, doc);
            }
            // A live record is in its lists, another is free: one pair of links does for both.
            const auto list = std::find_if(s_.lists.begin(), s_.lists.end(), [&](const List& l) { return l.table == t; });
            const bool shared = list != s_.lists.end();
            out.next = shared ? list->next : Place{t, add(t, "next_free", record(t), Column::Purpose::free_next)};
            if (middle[t])
                out.previous = shared ? list->previous : Place{t, add(t, "prev_free", record(t), Column::Purpose::free_previous)};
            s_.free[t] = out;
        }
    }

    /// Only a record's own fields and constants: what changes when the record does, and at no other time.
    [[nodiscard]] bool own(model::ExprId e, model::VarId var) const {
        const auto& node = m_[e].node;
        if (m_[e].type.weak) return false;
        if (const auto* read = std::get_if<model::Read>(&node)) {
            const auto* v = std::get_if<model::VarRef>(&m_[read->record].node);
            const Role role = m_[m_[read->record].type.table].fields[read->field.value].role;
            return v && v->var == var && role != Role::since && role != Role::entered;
        }
        const bool plain = std::holds_alternative<model::Const>(node) || std::holds_alternative<model::Not>(node) ||
                           std::holds_alternative<model::And>(node) || std::holds_alternative<model::Or>(node) ||
                           std::holds_alternative<model::Implies>(node) || std::holds_alternative<model::Equal>(node) ||
                           std::holds_alternative<model::Less>(node) || std::holds_alternative<model::Arith>(node) ||
                           std::holds_alternative<model::RightsOp>(node) || std::holds_alternative<model::Within>(node);
        if (!plain) return false;
        bool all = true;
        model::for_each_child(node, [&](model::ExprId c) { all = all && own(c, var); });
        return all;
    }

    void kept_counts() {
        s_.counts.resize(m_.counts.size());
        for (std::uint32_t c = 0; c < m_.counts.size(); ++c) {
            const model::Count& count = m_.counts[c];
            if (count.params.size() != 1) continue;
            const model::VarId param = count.params[0];
            const model::Type& on = m_[param].type;
            if (on.kind != model::Type::Kind::reference || on.optional || on.weak) continue;
            KeptCount out;
            out.table = m_[count.var].type.table.value;
            bool found = false, kept = true;
            for (model::ExprId part : model::conjuncts(m_, count.where)) {
                const auto* equal = std::get_if<model::Equal>(&m_[part].node);
                bool names = false;
                if (equal && !found) {
                    for (auto [a, b] : {std::pair{equal->left, equal->right}, std::pair{equal->right, equal->left}}) {
                        const auto* read = std::get_if<model::Read>(&m_[a].node);
                        const auto* p = std::get_if<model::VarRef>(&m_[b].node);
                        if (names || !read || !p || p->var != param || !own(a, count.var)) continue;
                        out.field = read->field;
                        names = true;
                    }
                }
                if (names) found = true;
                else if (own(part, count.var)) out.others.push_back(part);
                else kept = false;
            }
            if (!found || !kept) continue;
            const std::uint32_t t = on.table.value;
            out.place = {t, add(t, count.name + "_count", {Type::Kind::number, 0, 0, 0, 0xffffffff}, Column::Purpose::count, count.doc)};
            s_.counts[c] = std::move(out);
        }
    }
};

}  // namespace

const List* Shape::list(std::uint32_t table, model::FieldId field) const {
    for (const List& l : lists)
        if (l.table == table && l.field == field) return &l;
    return nullptr;
}

unsigned bytes_for(std::uint64_t most) { return most <= 0xff ? 1 : most <= 0xffff ? 2 : most <= 0xffffffff ? 4 : 8; }

unsigned bytes_of(const model::Model& model, const std::vector<Table>& tables, const Type& type) {
    switch (type.kind) {
        case Type::Kind::time: return 8;
        case Type::Kind::epoch: return 4;
        case Type::Kind::number: return type.lo < 0 ? 8 : bytes_for(static_cast<std::uint64_t>(type.hi));
        case Type::Kind::record: return bytes_for(tables[type.table].records);
        case Type::Kind::slot: return bytes_for(tables[type.table].keys[type.key].size);
        case Type::Kind::rights: return bytes_for((std::uint64_t{1} << model.rights.size()) - 1);
        default: return 1;
    }
}

Type type_of(const model::Type& type) {
    using K = model::Type::Kind;
    switch (type.kind) {
        case K::boolean: return {Type::Kind::boolean, 0, 0, 0, 0};
        case K::integer: return {Type::Kind::number, 0, 0, type.lo, type.hi};
        case K::instant:
        case K::duration: return {Type::Kind::time, 0, 0, 0, 0};
        case K::enumeration: return {Type::Kind::enumeration, 0, type.enumeration.value, 0, 0};
        case K::reference: return {Type::Kind::record, type.table.value, 0, 0, 0};
        case K::rights: return {Type::Kind::rights, type.table.value, 0, 0, 0};
        case K::slot: return {Type::Kind::slot, type.table.value, type.key, 0, 0};
    }
    return {};
}

Shape shape(const Model& model, const std::vector<bool>& marked, bool sequence) { return Shaper(model, marked, sequence).run(); }

}  // namespace fief::gen
