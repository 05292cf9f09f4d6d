// Checkers of what the spec has no word for: that stored numbers are values of their types, and that lists, free lists and kept counts
// say what the records say.
//
// No list is trusted before it has been checked. A walk over an index list ends whatever the links say, because each record must name the
// one before it, and none can name two; a walk over a free list, which may have no such links, counts its steps.

#include "gen/lower/cost.hpp"
#include "gen/lower/lowering.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fief::gen {

using model::Role;

namespace {

constexpr Type whole{Type::Kind::number, 0, 0, 0, 0xffffffff};

Expr plus_one(const Expr& x) { return make(Op::add, x.type, {x, literal(x.type, 1)}); }

}  // namespace

Frame Lowering::structure(const std::string& name, const std::string& doc) {
    std::string function = "check_" + name;
    std::replace(function.begin(), function.end(), '.', '_');
    Frame f = begin(std::move(function), Function::Kind::checker, doc);
    f.function.checks = name;
    f.function.origin = Function::no_property;
    f.checker = true;
    f.effects = true;
    return f;
}

/// Every record of the table, live or not.
void Lowering::each_record(Frame& f, std::uint32_t table, const std::function<void(const Expr&)>& body, bool downwards) {
    Walk w;
    w.downwards = downwards;
    w.kind = Walk::Kind::row;
    const Type of = s_.tables[table].bare ? whole : record_of(table);
    w.start = literal(of, 0);
    w.count = s_.tables[table].records;
    const Expr x = local(f, s_.tables[table].bare ? "row" : s_.tables[table].name, of);
    w.local = x.index;
    inside(f, w.body, [&] { body(x); });
    add(f, std::move(w));
}

std::optional<Place> Lowering::column_of(std::uint32_t table, model::FieldId field) const {
    const auto& column = s_.fields[table][field.value];
    return column ? std::optional(Place{table, *column}) : std::nullopt;
}

/// What a stored number may be, beyond what its type in C++ says; and what a truth may be, of dead records too, before anything reads it
/// as one.
void Lowering::check_ranges(std::uint32_t table) {
    Frame f = structure(m_.tables[table].name + ".in_range", "Every stored number is a value of its field's type.");
    f.out = &f.function.body;
    const std::vector<Column>& columns = s_.tables[table].columns;
    bool any = std::any_of(columns.begin(), columns.end(), [](const Column& c) { return c.type.kind == Type::Kind::boolean; });
    each_record(f, table, [&](const Expr& x) {
        std::vector<Expr> no_truths;
        for (std::uint32_t c = 0; c < columns.size(); ++c)
            if (columns[c].type.kind == Type::Kind::boolean)
                no_truths.push_back(negation(make(Op::in_range, truth, {load({table, c}, x)})));
        when(f, junction(Op::either, std::move(no_truths)), [&] { add(f, Violate{{x}}); });
        when(f, live(x), [&] {
            for (std::uint32_t i = 0; i < m_.tables[table].fields.size(); ++i) {
                if (!s_.fields[table][i]) continue;
                const model::Type& type = m_.tables[table].fields[i].type;
                const Expr value = load({table, *s_.fields[table][i]}, x);
                using K = model::Type::Kind;
                const bool plain = type.kind == K::boolean || type.kind == K::instant || type.kind == K::duration ||
                                   (type.kind == K::reference && !type.weak);  // those are checked as references
                if (plain) continue;
                any = true;
                Expr wrong = negation(make(Op::in_range, truth, {value}));
                if (type.kind == K::reference) {
                    const Place epoch{type.table.value, *s_.epoch[type.table.value]};
                    const Expr made = load({table, *s_.epochs[table][i]}, x);
                    wrong = both(exists(value), either(std::move(wrong), make(Op::less, truth, {load(epoch, value), made})));
                }
                when(f, std::move(wrong), [&] { add(f, Violate{{x}}); });
            }
        });
    });
    if (any) finish(f);
}

/// The list of every head holds the records that name the head, each once.
void Lowering::check_list(const List& list) {
    const std::uint32_t t = list.table;
    const model::Field& by = m_.tables[t].fields[list.field.value];
    const std::string name = fmt::format("{}.by_{}", m_.tables[t].name, by.name);
    Frame f = structure(name, fmt::format("The lists of {} by {} hold what names them, each record once.", m_.tables[t].name, by.name));
    f.out = &f.function.body;
    const bool optional = by.type.kind == model::Type::Kind::reference && by.type.optional;
    const Expr listed = define(f, "listed", literal(whole, 0), true);
    auto head = [&](const Expr& on) {
        const Expr before = define(f, "before", nothing(t), true);
        Walk w;
        w.start = load(list.first, on);
        w.next = list.next;
        const Expr x = local(f, "x", record_of(t));
        w.local = x.index;
        inside(f, w.body, [&] {
            when(f, negation(make(Op::invoke, truth, {x}, valid_[t])), [&] { add(f, Violate{{on}}); });
            when(f, either(different(load_field(f, t, list.field, x), on), different(load(list.previous, x), before)),
                 [&] { add(f, Violate{{x}}); });
            add(f, Set{before.index, x});
            add(f, Set{listed.index, plus_one(listed)});
        });
        add(f, std::move(w));
    };
    if (by.type.kind == model::Type::Kind::reference) each_record(f, list.first.table, head);
    else each_value(f, by.type, by.name, head);
    const Expr there = define(f, "there", literal(whole, 0), true);
    each_record(f, t, [&](const Expr& x) {
        const Expr on = load_field(f, t, list.field, x);
        when(f, both(live(x), optional ? exists(on) : yes()), [&] {
            const Expr previous = load(list.previous, x);
            const Expr is_head = equal(load(list.first, on), x);
            const Expr follows = both(make(Op::in_range, truth, {previous}), equal(load(list.next, previous), x));
            when(f, negation(make(Op::select, truth, {equal(previous, nothing(t)), is_head, follows})), [&] { add(f, Violate{{x}}); });
            add(f, Set{there.index, plus_one(there)});
        });
    });
    when(f, different(listed, there), [&] { add(f, Violate{{}}); });
    Structure of;
    of.table = t, of.by = column_of(t, list.field), of.optional = optional;
    of.first = list.first, of.next = list.next, of.previous = list.previous;
    of.checker = finish(f);
    p_.structures.push_back(std::move(of));
}

/// The free lists hold the records that are not live, each once and in its own row's.
void Lowering::check_free(std::uint32_t table) {
    const FreeList& list = *s_.free[table];
    Frame f = structure(m_.tables[table].name + ".free",
                        fmt::format("The free lists of {} hold the records that are not live, each once.", m_.tables[table].name));
    f.out = &f.function.body;
    const Expr listed = define(f, "listed", literal(whole, 0), true);
    const Expr most = literal(whole, static_cast<Value>(s_.tables[table].records));
    auto row = [&](const Expr& on) {
        const std::optional<Expr> before = list.previous ? std::optional(define(f, "before", nothing(table), true)) : std::nullopt;
        Walk w;
        w.start = load(list.first, on);
        w.next = list.next;
        const Expr x = local(f, "x", record_of(table));
        w.local = x.index;
        inside(f, w.body, [&] {
            std::vector<Expr> wrong{negation(make(Op::in_range, truth, {x})), live(x)};
            if (list.leading > 0) wrong.push_back(different(row_of(table, x), on));
            if (before) wrong.push_back(different(load(*list.previous, x), *before));
            wrong.push_back(make(Op::at_most, truth, {most, listed}));
            when(f, junction(Op::either, std::move(wrong)), [&] { add(f, Violate{{on}}); });
            if (before) add(f, Set{before->index, x});
            add(f, Set{listed.index, plus_one(listed)});
        });
        add(f, std::move(w));
    };
    each_record(f, list.first.table, row);
    const Expr there = define(f, "there", literal(whole, 0), true);
    each_record(f, table, [&](const Expr& x) { when(f, negation(live(x)), [&] { add(f, Set{there.index, plus_one(there)}); }); });
    when(f, different(listed, there), [&] { add(f, Violate{{}}); });
    Structure of;
    of.kind = Structure::Kind::free, of.table = table;
    of.first = list.first, of.next = list.next, of.previous = list.previous;
    of.row = row_of(table, make(Op::local, record_of(table), {}, 0));
    of.checker = finish(f);
    p_.structures.push_back(std::move(of));
}

/// A kept count is what counting would say.
void Lowering::check_count(std::uint32_t id) {
    const KeptCount& kept = *s_.counts[id];
    const model::Count& count = m_.counts[id];
    Frame f = structure(fmt::format("{}.count", count.name), fmt::format("The kept count {} is what counting says.", count.name));
    f.out = &f.function.body;
    const List* list = s_.list(kept.table, kept.field);
    const Expr some = make(Op::local, record_of(kept.table), {}), named = load_field(f, kept.table, kept.field, some);
    const bool row = named.op == Op::key && named.index == 0;
    each_record(f, kept.place.table, [&](const Expr& on) {
        const Expr counted = define(f, "counted", literal(whole, 0), true);
        auto one = [&](const Expr& x) {
            f.vars[count.var] = x;
            std::vector<Expr> conditions;
            if (!list && !row) conditions.push_back(equal(load_field(f, kept.table, kept.field, x), on));
            for (model::ExprId e : kept.others) conditions.push_back(lower(f, e));
            when(f, junction(Op::both, std::move(conditions)), [&] { add(f, Set{counted.index, plus_one(counted)}); });
        };
        if (list) {
            Walk w;
            w.start = load(list->first, on);
            w.next = list->next;
            const Expr x = local(f, "x", record_of(kept.table));
            w.local = x.index;
            inside(f, w.body, [&] { one(x); });
            add(f, std::move(w));
        } else if (row) {
            const Table& counted_in = s_.tables[kept.table];
            Walk w;
            w.kind = Walk::Kind::row;
            w.start = make(Op::record_at, record_of(kept.table), {on}, kept.table);
            w.count = counted_in.records / counted_in.keys[0].size;
            const Expr x = local(f, counted_in.name, record_of(kept.table));
            w.local = x.index;
            inside(f, w.body, [&] { when(f, live(x), [&] { one(x); }); });
            add(f, std::move(w));
        } else {
            each_record(f, kept.table, [&](const Expr& x) { when(f, live(x), [&] { one(x); }); });
        }
        when(f, different(counted, load(kept.place, on)), [&] { add(f, Violate{{on}}); });
    });
    f.function.cost = more_than_linear(p_, s_.tables, f.function);
    Structure of;
    of.kind = Structure::Kind::count, of.table = kept.table, of.count = kept.place, of.by_list = list != nullptr;
    of.by = column_of(kept.table, kept.field), of.optional = m_.tables[kept.table].fields[kept.field.value].type.optional;
    of.checker = finish(f);
    p_.structures.push_back(std::move(of));
}

void Lowering::check_structure() {
    for (const List& list : s_.lists) check_list(list);
    for (std::uint32_t t = 0; t < m_.tables.size(); ++t)
        if (s_.free[t]) check_free(t);
    for (std::uint32_t c = 0; c < s_.counts.size(); ++c)
        if (s_.counts[c]) check_count(c);
}

}  // namespace fief::gen
