// The functions that change records and keep lists and counts right: what every call is made of.

#include "gen/lower/lowering.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fief::gen {

using model::FieldId;
using model::Role;

void Lowering::keeping() {
    const auto tables = static_cast<std::uint32_t>(m_.tables.size());
    valid_.resize(tables), link_.resize(tables), unlink_.resize(tables), set_.resize(tables);
    make_.resize(tables), drop_.resize(tables), take_.resize(tables), release_.resize(tables);
    descends_.resize(tables), strictly_descends_.resize(tables);
    count_functions_.resize(m_.counts.size());
    count_up_down_.resize(m_.counts.size());
    for (std::uint32_t t = 0; t < tables; ++t) valid(t);
    for (std::uint32_t t = 0; t < tables; ++t) links(t);
    for (std::uint32_t t = 0; t < tables; ++t) counters(t);
    for (std::uint32_t t = 0; t < tables; ++t) {
        setters(t);
        free_lists(t);
        make_and_drop(t);
        if (m_.tables[t].derived) descent(t);
    }
}

Expr Lowering::load(Place place, Expr record) const {
    Expr e = make(Op::load, s_.tables[place.table].columns[place.column].type, {std::move(record)});
    e.place = place;
    return e;
}

Expr Lowering::live(Expr record) const {
    const std::uint32_t t = record.type.table;
    if (!s_.live[t]) return yes();
    return load({t, *s_.live[t]}, std::move(record));
}

void Lowering::store(Frame& f, Place place, Expr record, Expr value) const { add(f, Store{place, std::move(record), std::move(value)}); }

/// The record of the list's head: the one the field names, or the name itself in a bare table.
Expr Lowering::head_of(const List& list, Expr value) const { return load(list.first, std::move(value)); }

Expr Lowering::row_of(std::uint32_t table, Expr record) const {
    const FreeList& list = *s_.free[table];
    if (list.leading == 0) return literal({Type::Kind::number, 0, 0, 0, 0}, 0);
    if (!s_.tables[list.first.table].bare) return make(Op::key, record_of(list.first.table), {std::move(record)}, 0);
    Expr row = make(Op::row, {Type::Kind::number, 0, 0, 0, 0xffffffff}, {std::move(record)}, list.first.table);
    row.value = static_cast<Value>(s_.tables[table].records / s_.tables[list.first.table].records);
    return row;
}

bool Lowering::hangs(std::uint32_t table) const {
    return s_.free[table] && s_.free[table]->leading == 1 && !s_.tables[s_.free[table]->first.table].bare;
}

std::vector<Expr> Lowering::with_row(Frame& f, const Expr& x) const {
    const std::uint32_t t = x.type.table;
    std::vector<Expr> out{x};
    if (hangs(t)) out.push_back(load_field(f, t, FieldId{0}, x));
    return out;
}

void Lowering::valid(std::uint32_t table) {
    Frame f = begin("valid", Function::Kind::keeping);
    f.function.kind = Function::Kind::keeping;
    f.out = &f.function.body;
    f.function.returns = truth;
    const Expr x = param(f, m_.tables[table].name, record_of(table));
    Expr in_range = make(Op::in_range, truth, {x});
    const Expr alive = fault_ == Fault::dead_argument && m_.tables[table].noun != model::Noun::actor ? yes() : live(x);
    add(f, Return{both(in_range, alive)});
    valid_[table] = finish(f);
}

void Lowering::links(std::uint32_t table) {
    bool first_list = true;
    for (const List& list : s_.lists) {
        if (list.table != table) continue;
        const model::Field& by = m_.tables[table].fields[list.field.value];
        const bool record = by.type.kind == model::Type::Kind::reference;
        const std::string what = fmt::format("{}_by_{}", m_.tables[table].name, by.name);
        {
            Frame f = begin(unique("link_" + what), Function::Kind::keeping);
            f.out = &f.function.body;
            const Expr x = param(f, "x", record_of(table));
            const Expr value = param(f, by.name, type_of(by.type));
            auto rest = [&] {
                const Expr next = define(f, "next", head_of(list, value));
                store(f, list.previous, x, nothing(table));
                store(f, list.next, x, next);
                when(f, exists(next), [&] { store(f, list.previous, next, x); });
                store(f, list.first, value, x);
            };
            if (record && by.type.optional) when(f, exists(value), rest);
            else rest();
            link_[table].push_back(finish(f));
        }
        {
            Frame f = begin(unique("unlink_" + what), Function::Kind::keeping);
            f.out = &f.function.body;
            const Expr x = param(f, "x", record_of(table));
            auto rest = [&](const std::function<Expr()>& value) {
                const Expr next = define(f, "next", load(list.next, x));
                const Expr previous = define(f, "prev", load(list.previous, x));
                when(f, exists(next), [&] { store(f, list.previous, next, previous); });
                Branch branch;
                branch.condition = exists(previous);
                inside(f, branch.then, [&] { store(f, list.next, previous, next); });
                inside(f, branch.otherwise, [&] { store(f, list.first, value(), next); });
                add(f, std::move(branch));
            };
            if (record && by.type.optional) {
                const Expr value = define(f, by.name, load_field(f, table, list.field, x));
                when(f, exists(value), [&] { rest([&] { return value; }); });
            } else {
                rest([&] { return load_field(f, table, list.field, x); });
            }
            if (fault_ == Fault::forgotten_unlink && first_list && by.role != Role::owner && by.role != Role::parent)
                f.function.body.clear();
            unlink_[table].push_back(finish(f));
        }
        first_list = false;
    }
}

void Lowering::adjust(Frame& f, const KeptCount& count, const model::Count& of, const Expr& x, bool up) {
    const model::Field& field = m_.tables[count.table].fields[count.field.value];
    const Expr on = define(f, field.name, load_field(f, count.table, count.field, x));
    f.vars[of.var] = x;
    std::vector<Expr> conditions;
    if (field.type.optional) conditions.push_back(exists(on));
    for (model::ExprId e : count.others) conditions.push_back(lower(f, e));
    when(f, junction(Op::both, std::move(conditions)), [&] {
        const Expr now = load(count.place, on);
        store(f, count.place, on, make(up ? Op::add : Op::subtract, now.type, {now, literal(now.type, 1)}));
    });
}

void Lowering::counters(std::uint32_t table) {
    for (std::uint32_t c = 0; c < m_.counts.size(); ++c) {
        if (!s_.counts[c] || s_.counts[c]->table != table) continue;
        for (const bool up : {true, false}) {
            Frame f = begin(unique((up ? "count_" : "uncount_") + m_.counts[c].name), Function::Kind::keeping);
            f.out = &f.function.body;
            const Expr x = param(f, "x", record_of(table));
            adjust(f, *s_.counts[c], m_.counts[c], x, up);
            if (fault_ == Fault::counted_twice && up) adjust(f, *s_.counts[c], m_.counts[c], x, up);
            if (fault_ == Fault::stale_count && !up) f.function.body.clear();
            const std::uint32_t id = finish(f);
            (up ? count_up_down_[c].first : count_up_down_[c].second) = id;
        }
    }
}

/// Whether lists or counts depend on this field of their records.
bool Lowering::field_matters(std::uint32_t table, FieldId field) const {
    if (s_.list(table, field)) return true;
    for (std::uint32_t c = 0; c < s_.counts.size(); ++c) {
        if (!s_.counts[c] || s_.counts[c]->table != table) continue;
        if (s_.counts[c]->field == field) return true;
        for (model::ExprId e : s_.counts[c]->others)
            if (reads(m_, e, {}).fields.contains({table, field.value})) return true;
    }
    return false;
}

/// Puts x into its lists and counts, or takes it out of them: all, or those that depend on one field.
void Lowering::enter_lists(Frame& f, std::uint32_t table, const Expr& x, std::optional<FieldId> only, bool leave,
                           std::initializer_list<const List*> but, const std::map<std::uint32_t, Expr>& known) {
    // What was just stored is not read back.
    auto given = [&](FieldId field) {
        const auto at = known.find(field.value);
        return at != known.end() ? at->second : load_field(f, table, field, x);
    };
    std::size_t at = 0;
    for (const List& list : s_.lists) {
        if (list.table != table) continue;
        if (std::find(but.begin(), but.end(), &list) == but.end() && (!only || list.field == *only)) {
            if (leave) add(f, Invoke{unlink_[table][at], {x}});
            else add(f, Invoke{link_[table][at], {x, given(list.field)}});
        }
        ++at;
    }
    for (std::uint32_t c = 0; c < s_.counts.size(); ++c) {
        const auto& count = s_.counts[c];
        if (!count || count->table != table) continue;
        bool depends = !only || count->field == *only;
        for (model::ExprId e : count->others)
            if (only && reads(m_, e, {}).fields.contains({table, only->value})) depends = true;
        if (depends) add(f, Invoke{leave ? count_up_down_[c].second : count_up_down_[c].first, {x}});
    }
}

void Lowering::setters(std::uint32_t table) {
    const model::Table& t = m_.tables[table];
    set_[table].resize(t.fields.size());
    for (std::uint32_t i = 0; i < t.fields.size(); ++i) {
        const auto& column = s_.fields[table][i];
        const bool new_owner = t.fields[i].role == Role::owner && s_.epoch[table];
        if (!column || (!field_matters(table, FieldId{i}) && !new_owner)) continue;
        Frame f = begin(unique(fmt::format("set_{}_{}", t.name, t.fields[i].name)), Function::Kind::keeping);
        f.out = &f.function.body;
        const Expr x = param(f, "x", record_of(table));
        const Place place{table, *column};
        const Expr value = param(f, t.fields[i].name, s_.tables[table].columns[*column].type);
        if (new_owner) {
            const Place epoch{table, *s_.epoch[table]};
            when(f, different(load(place, x), value), [&] {
                const Expr now = load(epoch, x);
                store(f, epoch, x, make(Op::add, now.type, {now, literal(now.type, 1)}));
            });
        }
        if (fault_ == Fault::wrong_clear_order) {
            store(f, place, x, value);
            enter_lists(f, table, x, FieldId{i}, true);
        } else {
            enter_lists(f, table, x, FieldId{i}, true);
            store(f, place, x, value);
        }
        enter_lists(f, table, x, FieldId{i}, false, {}, {{i, value}});
        set_[table][i] = finish(f);
    }
}

void Lowering::free_lists(std::uint32_t table) {
    if (!s_.free[table]) return;
    const FreeList& list = *s_.free[table];
    const std::string name = m_.tables[table].name;
    {
        Frame f = begin(unique("take_" + name), Function::Kind::keeping);
        f.out = &f.function.body;
        const Expr x = param(f, "x", record_of(table));
        const Expr next = define(f, "next", load(list.next, x));
        if (!list.previous) {
            f.function.doc = "x is the first of its free list.";
            store(f, list.first, row_of(table, x), next);
        } else {
            const Expr previous = define(f, "prev", load(*list.previous, x));
            when(f, exists(next), [&] { store(f, *list.previous, next, previous); });
            Branch branch;
            branch.condition = exists(previous);
            inside(f, branch.then, [&] { store(f, list.next, previous, next); });
            inside(f, branch.otherwise, [&] { store(f, list.first, row_of(table, x), next); });
            add(f, std::move(branch));
        }
        take_[table] = finish(f);
    }
    {
        Frame f = begin(unique("release_" + name), Function::Kind::keeping);
        f.out = &f.function.body;
        const Expr x = param(f, "x", record_of(table));
        Expr row = hangs(table) ? param(f, s_.tables[table].keys[0].name, record_of(list.first.table)) : row_of(table, x);
        if (fault_ == Fault::wrong_free_row) row = row_of(table, literal(x.type, 0));
        const Expr next = define(f, "next", load(list.first, row));
        store(f, list.next, x, next);
        if (list.previous) {
            store(f, *list.previous, x, nothing(table));
            when(f, exists(next), [&] { store(f, *list.previous, next, x); });
        }
        store(f, list.first, row, x);
        release_[table] = finish(f);
    }
}

void Lowering::make_and_drop(std::uint32_t table) {
    const model::Table& t = m_.tables[table];
    {
        Frame f = begin(unique("make_" + t.name), Function::Kind::keeping);
        f.out = &f.function.body;
        const Expr x = param(f, "x", record_of(table));
        std::vector<std::pair<Place, Expr>> values;
        std::map<std::uint32_t, Expr> known;
        for (std::uint32_t i = 0; i < t.fields.size(); ++i) {
            if (const auto& column = s_.fields[table][i]) {
                values.emplace_back(Place{table, *column}, param(f, t.fields[i].name, s_.tables[table].columns[*column].type));
                known.emplace(i, values.back().second);
            }
            if (const auto& epoch = s_.epochs[table][i])
                values.emplace_back(Place{table, *epoch}, param(f, t.fields[i].name + "_epoch", {Type::Kind::epoch, 0, 0, 0, 0}));
        }
        if (s_.live[table]) store(f, {table, *s_.live[table]}, x, yes());
        for (auto& [place, value] : values) store(f, place, x, value);
        enter_lists(f, table, x, std::nullopt, false, {}, known);
        make_[table] = finish(f);
    }
    if (!t.always_live) drop_[table] = drop_function(table, nullptr);
}

/// x's children become its parent's, the first ones there, in the order they have.
void Lowering::adopt(Frame& f, std::uint32_t table, const Expr& x) {
    const FieldId field = *m_.tables[table].field(Role::parent);
    const Place parent{table, *s_.fields[table][field.value]};
    const List& children = *s_.list(table, field);
    const Expr first = define(f, "first", load(children.first, x));
    when(f, exists(first), [&] {
        const Expr above = define(f, "above", load(parent, x));
        const Expr last = define(f, "last", first, true);
        Walk walk;
        walk.start = first;
        walk.next = children.next;
        const Expr child = local(f, "child", record_of(table));
        walk.local = child.index;
        inside(f, walk.body, [&] {
            store(f, parent, child, fault_ == Fault::orphaned_children ? nothing(table) : above);
            add(f, Set{last.index, child});
        });
        add(f, std::move(walk));
        when(f, exists(above), [&] {
            const Expr next = define(f, "next", load(children.first, above));
            store(f, children.next, last, next);
            when(f, exists(next), [&] { store(f, children.previous, next, last); });
            store(f, children.first, above, first);
        });
        store(f, children.first, x, nothing(table));
    });
}

bool Lowering::takes_trees(std::uint32_t table, const List& whole) const {
    const model::Table& t = m_.tables[table];
    if (!t.derived || t.fields[whole.field.value].role != Role::target || !promised(t.name + ".same_target")) return false;
    // That is proved of the states between calls: what a call itself has done to the trees before must not count.
    return std::none_of(m_.calls.begin(), m_.calls.end(), [&](const model::Call& c) {
        bool made = false, dropped = false, moved = false;
        for_each_statement(c.effects, [&](const model::Stmt& s) {
            if (const auto* n = std::get_if<model::New>(&s.node)) made = made || n->table.value == table;
            if (const auto* d = std::get_if<model::Drop>(&s.node)) dropped = dropped || m_[d->record].type.table.value == table;
            const auto* a = std::get_if<model::Assign>(&s.node);
            if (!a || m_[a->record].type.table.value != table) return;
            const Role role = t.fields[a->field.value].role;
            moved = moved || role == Role::target || role == Role::parent;
        });
        return moved || (made && dropped);
    });
}

std::uint32_t Lowering::drop_function(std::uint32_t table, const List* whole) {
    const model::Table& t = m_.tables[table];
    const bool tree = whole && t.fields[whole->field.value].role == Role::parent;
    Frame f = begin(unique("drop_" + t.name +
                           (!whole ? ""
                            : tree ? "_below"
                                   : "_by_" + t.fields[whole->field.value].name)),
                    Function::Kind::keeping);
    f.out = &f.function.body;
    const Expr x = param(f, "x", record_of(table));
    std::vector<Expr> released{x};
    if (hangs(table)) released.push_back(param(f, s_.tables[table].keys[0].name, record_of(s_.free[table]->first.table)));
    const bool trees = tree || (whole && takes_trees(table, *whole));
    const List* const children = t.derived ? s_.list(table, *t.field(Role::parent)) : nullptr;
    if (tree) f.function.doc = "One of a tree that goes as a whole, after all below it.";
    else if (whole) f.function.doc = fmt::format("One of a list by {} that goes as a whole.", t.fields[whole->field.value].name);
    if (trees) store(f, children->first, x, nothing(table));
    if (t.derived && !trees && fault_ != Fault::skipped_adoption) {
        const FieldId parent = *t.field(Role::parent);
        if (!whole) f.function.doc = "Its children are adopted by its parent.";
        const bool counted = std::any_of(s_.counts.begin(), s_.counts.end(), [&](const auto& c) { return c && c->table == table; });
        if (!counted) {
            adopt(f, table, x);
        } else {
            Walk walk;
            walk.start = load(children->first, x);
            walk.next = children->next;
            walk.changes = fault_ != Fault::lost_successor;
            const Expr child = local(f, "child", record_of(table));
            walk.local = child.index;
            inside(f, walk.body, [&] { add(f, Invoke{*set_[table][parent.value], {child, load_field(f, table, parent, x)}}); });
            add(f, std::move(walk));
        }
    }
    enter_lists(f, table, x, std::nullopt, true, {whole, trees ? children : nullptr});
    store(f, {table, *s_.live[table]}, x, literal(truth, 0));
    if (s_.epoch[table] && fault_ != Fault::kept_epoch) {
        const Expr now = load({table, *s_.epoch[table]}, x);
        store(f, now.place, x, make(Op::add, now.type, {now, literal(now.type, 1)}));
    }
    if (release_[table] && fault_ != Fault::lost_free_record) add(f, Invoke{*release_[table], std::move(released)});
    return finish(f);
}

void Lowering::descent(std::uint32_t table) {
    const Place parent{table, *s_.fields[table][m_.tables[table].field(Role::parent)->value]};
    for (const bool strictly : {false, true}) {
        Frame f = begin(unique((strictly ? "strictly_descends_" : "descends_") + m_.tables[table].name), Function::Kind::keeping);
        f.out = &f.function.body;
        f.function.returns = truth;
        const Expr below = param(f, "below", record_of(table)), above = param(f, "above", record_of(table));
        auto there = [&](const Expr& x) { return both(exists(x), live(x)); };
        when(f, negation(both(there(below), there(above))), [&] { add(f, Return{literal(truth, 0)}); });
        Walk walk;
        walk.start = strictly ? load(parent, below) : below;
        walk.next = parent;
        const Expr x = local(f, "x", record_of(table));
        walk.local = x.index;
        inside(f, walk.body, [&] { when(f, equal(x, above), [&] { add(f, Return{yes()}); }); });
        add(f, std::move(walk));
        add(f, Return{literal(truth, 0)});
        (strictly ? strictly_descends_ : descends_)[table] = finish(f);
    }
}

}  // namespace fief::gen
