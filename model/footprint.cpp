#include "model/footprint.hpp"

#include "model/children.hpp"

#include <algorithm>

namespace fief::model {

void Footprint::add(const Footprint& other) {
    fields.insert(other.fields.begin(), other.fields.end());
    tables.insert(other.tables.begin(), other.tables.end());
}

bool Footprint::meets(const Footprint& other) const {
    auto common = [](const auto& a, const auto& b) {
        return std::any_of(a.begin(), a.end(), [&](const auto& x) { return b.contains(x); });
    };
    auto table_of = [](const Footprint& gone, const Footprint& read) {
        return std::any_of(read.fields.begin(), read.fields.end(), [&](const auto& f) { return gone.tables.contains(f.first); });
    };
    // A record that comes or goes takes its fields with it; who reads a field of one that stays is told by its own liveness.
    return common(fields, other.fields) || common(tables, other.tables) || table_of(other, *this);
}

Footprint reads(const Model& m, ExprId id, const Own& own) {
    Footprint out;
    const Expr& e = m[id];
    auto is_own = [&](ExprId x) {
        const auto* v = std::get_if<VarRef>(&m[x].node);
        return v && own.contains(v->var.value);
    };
    // Entries of two records are two entries.
    const auto is_its = [&](ExprId x) {
        const auto* at = std::get_if<RecordAt>(&m[x].node);
        return at && std::any_of(at->keys.begin(), at->keys.end(), is_own);
    };
    if (const auto* r = std::get_if<Read>(&e.node)) {
        const Field& field = m[m[r->record].type.table].fields[r->field.value];
        const bool private_field = (is_own(r->record) || is_its(r->record)) && field.role != Role::parent && !field.type.weak;
        if (!private_field && field.role != Role::key) out.fields.insert({m[r->record].type.table.value, r->field.value});
    }
    if (const auto* l = std::get_if<Live>(&e.node); l && !is_own(l->record) && !is_its(l->record))
        out.tables.insert(m[l->record].type.table.value);
    if (std::holds_alternative<Full>(e.node)) out.tables.insert(std::get<Full>(e.node).table.value);
    if (const auto* d = std::get_if<Descends>(&e.node)) {
        const TableId t = m[d->below].type.table;
        out.tables.insert(t.value);
        out.fields.insert({t.value, m[t].field(Role::parent)->value});
    }
    if (e.type.weak) {
        out.tables.insert(e.type.table.value);
        if (const auto owner = m[e.type.table].field(Role::owner)) out.fields.insert({e.type.table.value, owner->value});
    }
    if (const auto* c = std::get_if<CountOf>(&e.node)) {
        out.tables.insert(m[m[c->count].var].type.table.value);
        out.add(reads(m, m[c->count].where, {}));
    }
    if (const auto* q = std::get_if<Quantified>(&e.node))
        for (VarId v : q->vars)
            if (m[v].type.kind == Type::Kind::reference) out.tables.insert(m[v].type.table.value);
    for_each_child(e.node, [&](ExprId c) { out.add(reads(m, c, own)); });
    return out;
}

Footprint reads(const Model& m, const Block& block, const Own& own) {
    Footprint out;
    auto take = [&](ExprId e) { out.add(reads(m, e, own)); };
    for_each_statement(block, [&](const Stmt& s) {
        std::visit(overloaded{
                       [&](const Let& n) { take(n.value); },
                       [&](const Assign& n) { take(n.record), take(n.value); },
                       [&](const SetResult& n) { take(n.value); },
                       [&](const New& n) {
                           for (ExprId k : n.keys) take(k);
                           for (ExprId i : n.inits) take(i);
                       },
                       [&](const Drop& n) { take(n.record); },
                       [&](const For& n) { take(n.where); },
                       [&](const Pick& n) { take(n.where); },
                       [&](const If& n) { take(n.condition); },
                       [&](const Emit& n) {
                           for (ExprId a : n.args) take(a);
                       },
                       [](const Force&) {},
                       [](const Scope&) {},
                   },
                   s.node);
    });
    return out;
}

Footprint writes(const Model& m, const Block& block) {
    Footprint out;
    for_each_statement(block, [&](const Stmt& s) {
        if (const auto* a = std::get_if<Assign>(&s.node)) out.fields.insert({m[a->record].type.table.value, a->field.value});
        if (const auto* n = std::get_if<New>(&s.node)) out.tables.insert(n->table.value);
        if (const auto* d = std::get_if<Drop>(&s.node)) out.tables.insert(m[d->record].type.table.value);
    });
    return out;
}

}  // namespace fief::model
