// Checkers of one record.

#include "gen/after/narrowing.hpp"
#include "gen/build.hpp"

#include <algorithm>

namespace fief::gen {
namespace {

Expr add_local(Function& f, std::string name, Type type) {
    f.locals.push_back({std::move(name), type, false});
    return make(Op::local, type, {}, static_cast<std::uint32_t>(f.locals.size() - 1));
}

Expr define(Function& f, Block& b, std::string name, Expr value) {
    const Expr out = add_local(f, std::move(name), value.type);
    b.push_back({Define{out.index, std::move(value)}});
    return out;
}

void violate(Block& b, Expr condition, const Expr& witness) {
    Branch branch;
    branch.condition = std::move(condition);
    branch.then.push_back({Violate{{witness}}});
    b.push_back({std::move(branch)});
}

}  // namespace

template <class Make>
std::uint32_t Parts::find(std::uint32_t checker, std::size_t walk, Make&& make) {
    const auto [at, fresh] = numbers_.try_emplace({checker, walk}, static_cast<std::uint32_t>(p_.functions.size() + made_.size()));
    if (fresh) made_.push_back(make());
    return at->second;
}

std::uint32_t Parts::add(Function part) {
    made_.push_back(std::move(part));
    return static_cast<std::uint32_t>(p_.functions.size() + made_.size() - 1);
}

Function Parts::of(std::uint32_t checker) const {
    const Function& whole = p_.functions[checker];
    Function f;
    f.name = whole.name + "_of";
    f.kind = Function::Kind::part;
    f.origin = whole.origin;
    f.checks = whole.checks;
    return f;
}

std::uint32_t Parts::of_row(std::uint32_t checker, std::size_t walk) {
    return find(checker, walk, [&] {
        const Function& whole = p_.functions[checker];
        const Walk& row = std::get<Walk>(whole.body[walk].node);
        Function f = of(checker);
        if (walk > 0) f.name += std::to_string(walk + 1);
        f.locals = whole.locals;
        f.params = {row.local};
        f.body = row.body;
        return f;
    });
}

std::uint32_t Parts::of_structure(const Structure& s) {
    return find(s.checker, 0, [&] {
        Function f = of(s.checker);
        f.params = {add_local(f, "x", record_of(s.table)).index};
        switch (s.kind) {
            case Structure::Kind::list: list(f, s); break;
            case Structure::Kind::free: free(f, s); break;
            case Structure::Kind::forest: forest(f, s); break;
            case Structure::Kind::count: break;  // of_row
        }
        return f;
    });
}

Expr Parts::load(Place place, Expr record) const {
    Expr e = make(Op::load, p_.tables[place.table].columns[place.column].type, {std::move(record)});
    e.place = place;
    return e;
}

Expr Parts::live(std::uint32_t table, Expr record) const {
    const auto& columns = p_.tables[table].columns;
    for (std::uint32_t c = 0; c < columns.size(); ++c)
        if (columns[c].purpose == Column::Purpose::live) return load({table, c}, std::move(record));
    return yes();
}

Expr Parts::valid(std::uint32_t table, Expr record) const { return make(Op::invoke, truth, {std::move(record)}, p_.valid[table]); }

void Parts::list(Function& f, const Structure& s) const {
    f.doc = "Of one record: it stands between its neighbours; or it is just gone, and they hold on to each other.";
    const Expr x = make(Op::local, record_of(s.table), {}, 0);
    Block listed;
    const Expr on = define(f, f.body, p_.tables[s.by->table].columns[s.by->column].name, load(*s.by, x));
    const Expr previous = define(f, listed, "prev", load(*s.previous, x));
    const Expr here = live(s.table, x);
    // Of a record that is gone and free the next is the next free one: who came after it is known by who came before it.
    const bool is_free_link = std::any_of(p_.structures.begin(), p_.structures.end(), [&](const Structure& other) {
        return other.kind == Structure::Kind::free && other.next == s.next;
    });
    Expr follower = load(s.next, x);
    if (is_free_link && !is_literal(here, 1)) {
        violate(listed, both(exists(previous), negation(valid(s.table, previous))), x);
        Expr closed = make(Op::select, x.type, {equal(previous, nothing(s.table)), load(s.first, on), load(s.next, previous)});
        follower = make(Op::select, x.type, {here, std::move(follower), std::move(closed)});
    }
    const Expr next = define(f, listed, "next", std::move(follower));
    Expr after = x, before = x;
    if (!is_literal(here, 1)) {
        after = define(f, listed, "after_prev", make(Op::select, x.type, {here, x, next}));
        before = define(f, listed, "before_next", make(Op::select, x.type, {here, x, previous}));
    }
    const auto there = [&](const Expr& y, Expr linked) {
        return both(valid(s.table, y), both(equal(load(*s.by, y), on), std::move(linked)));
    };
    const Expr first = equal(load(s.first, on), after), follows = there(previous, equal(load(s.next, previous), after));
    violate(listed, negation(make(Op::select, truth, {equal(previous, nothing(s.table)), first, follows})), x);
    violate(listed, both(exists(next), negation(there(next, equal(load(*s.previous, next), before)))), x);
    if (!s.optional) return void(f.body.insert(f.body.end(), listed.begin(), listed.end()));
    Branch branch;
    branch.condition = exists(on);
    branch.then = std::move(listed);
    f.body.push_back({std::move(branch)});
}

void Parts::free(Function& f, const Structure& s) const {
    f.doc = "Of one record: it is just taken from its free list, or just put on it.";
    const Expr x = make(Op::local, record_of(s.table), {}, 0);
    const Expr row = of_record(s.row, x);
    const auto is_free = [&](const Expr& y) {
        Expr out = both(make(Op::in_range, truth, {y}), negation(live(s.table, y)));
        if (!(s.row.op == Op::literal)) out = both(std::move(out), equal(of_record(s.row, y), row));
        return out;
    };
    const Expr next = define(f, f.body, "next", make(Op::select, x.type, {live(s.table, x), load(s.first, row), load(s.next, x)}));
    violate(f.body, both(exists(next), negation(is_free(next))), x);
    violate(f.body, both(negation(live(s.table, x)), different(load(s.first, row), x)), x);
}

void Parts::forest(Function& f, const Structure& s) const {
    f.doc = "Of one record, which is just made: it is under no other that is not there, nor under itself, and nothing is under it.";
    const Expr x = make(Op::local, record_of(s.table), {}, 0);
    const Expr parent = define(f, f.body, "parent", load(*s.by, x));
    violate(f.body, both(exists(parent), either(equal(parent, x), negation(valid(s.table, parent)))), x);
    violate(f.body, exists(load(s.first, x)), x);
}

}  // namespace fief::gen
