// Lists, free lists, counts and trees: what a path does to them, when that is to put one record in or to take one out.

#include "gen/after/narrowing.hpp"
#include "gen/build.hpp"
#include "gen/visit.hpp"

#include <algorithm>
#include <functional>

namespace fief::gen {
namespace {

/// The same writes, in any order: no two of them are to one place.
bool are(const std::vector<Path::Write>& written, const std::vector<Path::Write>& wanted) {
    const auto among = [&](const Path::Write& w) {
        return std::any_of(written.begin(), written.end(),
                           [&](const Path::Write& o) { return o.place == w.place && o.record == w.record && o.value == w.value; });
    };
    return written.size() == wanted.size() && std::all_of(wanted.begin(), wanted.end(), among);
}

}  // namespace

std::optional<std::vector<Question>> Narrowing::moved(const Structure& s) {
    std::optional<Moved> same;
    std::optional<Expr> asked;
    std::size_t untouched = 0;
    for (const Path& path : paths_) {
        bool nothing = false;
        const auto m = s.kind == Structure::Kind::list   ? in_list(s, path, nothing)
                       : s.kind == Structure::Kind::free ? in_free(s, path, nothing)
                                                         : in_forest(s, path, nothing);
        if (nothing) {
            ++untouched;
            continue;
        }
        if (!m || (same && same->gone != m->gone)) return std::nullopt;
        const auto said = afterwards(path, m->record);
        // Of a record that another path leaves alone, the part would say what is not so.
        if (!said || !path.is_record(m->record) || (asked && !(*asked == *said))) return std::nullopt;
        same = m, asked = said;
    }
    if (!same) return std::vector<Question>{};
    if (untouched > 0) return std::nullopt;
    return std::vector<Question>{{parts_.of_structure(s), *asked, {}, false}};
}

std::optional<Narrowing::Moved> Narrowing::in_list(const Structure& s, const Path& path, bool& nothing) const {
    nothing = false;
    if (!s.by) return std::nullopt;
    const auto links = writes(path, {s.first, s.next, *s.previous}, {s.next, *s.previous}, true);
    const auto live = live_place(p_, s.table);
    bool none = false;
    const auto x = only(path, live ? std::vector{*s.by, *live} : std::vector{*s.by}, none);
    if (none) {
        nothing = links.empty();
        return std::nullopt;
    }
    if (!x) return std::nullopt;
    const Expr before = load(*s.by, *x), after = left(path, *s.by, *x);
    const auto member = [&](std::optional<bool> alive, const Expr& on) -> std::optional<bool> {
        if (alive != true || !s.optional) return alive;
        const auto unnamed = path.truth(equal(on, gen::nothing(on.type.table)));
        return unnamed ? std::optional(!*unnamed) : std::nullopt;
    };
    const auto was = member(lived(path, *x), before), is = member(lives(path, *x), after);
    if (!was || !is) return std::nullopt;
    const Expr no = gen::nothing(s.table);
    if (!*was && !*is) return links.empty() ? std::optional(Moved{*x, false}) : std::nullopt;
    if (!*was) {
        const Expr next = load(s.first, after);
        const auto empty = path.truth(equal(next, no));
        if (!empty) return std::nullopt;
        std::vector<Path::Write> wanted{{*s.previous, *x, no}, {s.next, *x, next}, {s.first, after, *x}};
        if (!*empty) wanted.push_back({*s.previous, next, *x});
        return are(links, wanted) ? std::optional(Moved{*x, false}) : std::nullopt;
    }
    if (*is || !(before == after)) return std::nullopt;
    const Expr next = load(s.next, *x), previous = load(*s.previous, *x);
    const auto last = path.truth(equal(next, no)), first = path.truth(equal(previous, no));
    if (!last || !first) return std::nullopt;
    std::vector<Path::Write> wanted;
    if (!*last) wanted.push_back({*s.previous, next, previous});
    wanted.push_back(*first ? Path::Write{s.first, before, next} : Path::Write{s.next, previous, next});
    return are(links, wanted) ? std::optional(Moved{*x, true}) : std::nullopt;
}

std::optional<Narrowing::Moved> Narrowing::in_free(const Structure& s, const Path& path, bool& nothing) const {
    nothing = false;
    const auto live = live_place(p_, s.table);
    const auto links = writes(path, {s.first, s.next}, {s.next}, false);
    bool none = false;
    const auto x = only(path, {*live}, none);
    if (none) {
        nothing = links.empty();
        return std::nullopt;
    }
    if (!x || s.previous) return std::nullopt;
    const auto was = lived(path, *x), is = lives(path, *x);
    if (!was || !is || *was == *is) return std::nullopt;
    if (!*was) {
        if (x->op != Op::load || !(x->place == s.first)) return std::nullopt;
        const Path::Write taken{s.first, x->operands[0], load(s.next, *x)};
        // Its row by its number is that which it was taken from: so says the checker of the state before.
        Path::Write by_number = taken;
        by_number.record = of_record(s.row, *x);
        return are(links, {taken}) || are(links, {by_number}) ? std::optional(Moved{*x, false}) : std::nullopt;
    }
    const Expr row = of_record(s.row, *x);
    return are(links, {{s.next, *x, load(s.first, row)}, {s.first, row, *x}}) ? std::optional(Moved{*x, true}) : std::nullopt;
}

std::optional<Narrowing::Moved> Narrowing::in_forest(const Structure& s, const Path& path, bool& nothing) const {
    nothing = false;
    const auto live = live_place(p_, s.table);
    bool none = false;
    const auto x = only(path, {*s.by, *live}, none);
    if (none) {
        nothing = writes(path, {s.first, s.next}).empty();
        return std::nullopt;
    }
    if (!x || lived(path, *x) != false || lives(path, *x) != true) return std::nullopt;
    const Expr parent = left(path, *s.by, *x);
    const bool root = path.truth(equal(parent, gen::nothing(s.table))) == true;
    return root || lived(path, parent) == true ? std::optional(Moved{*x, false}) : std::nullopt;
}

bool Narrowing::in_count(const Structure& s, const Path& path, const std::vector<Place>& columns) const {
    const auto counts = writes(path, {*s.count});
    bool none = false;
    const auto x = only(path, columns, none);
    if (none) return counts.empty();
    // The checker's walk over a head's list, and what it asks there.
    const Walk& heads = std::get<Walk>(p_.functions[s.checker].body[0].node);
    const auto walk =
        std::find_if(heads.body.begin(), heads.body.end(), [](const Stmt& st) { return std::holds_alternative<Walk>(st.node); });
    if (!x || walk == heads.body.end()) return false;
    const Walk& list = std::get<Walk>(walk->node);
    if (list.body.size() != 1) return false;
    const auto* asks = std::get_if<Branch>(&list.body[0].node);
    const std::function<Expr(Expr, bool)> of_x = [&](Expr e, bool after) {
        if (e.op == Op::local && e.index == list.local) return *x;
        for (Expr& o : e.operands) o = of_x(std::move(o), after);
        return after && e.op == Op::load ? left(path, e.place, e.operands[0]) : e;
    };
    const auto is_counted = [&](std::optional<bool> alive, const Expr& on, bool after) -> std::optional<bool> {
        const auto unnamed = s.optional ? path.truth(equal(on, gen::nothing(on.type.table))) : std::optional(false);
        if (alive == false || unnamed == true) return false;
        const auto asked = asks ? path.truth(of_x(asks->condition, after)) : std::optional(true);
        if (asked == false) return false;
        return alive && unnamed && asked ? std::optional(true) : std::nullopt;
    };
    const Expr before = load(*s.by, *x), now = left(path, *s.by, *x);
    const auto was = is_counted(lived(path, *x), before, false), is = is_counted(lives(path, *x), now, true);
    if (!was || !is || (*was && *is && !(before == now))) return false;
    const Value wanted = static_cast<Value>(*is) - static_cast<Value>(*was);
    if (counts.empty()) return wanted == 0;
    // What was written last, as so many more than there were.
    const Expr& on = counts.back().record;
    if (path.truth(equal(on, *was ? before : now)) != true) return false;
    Value more = 0;
    Expr value = counts.back().value;
    while ((value.op == Op::add || value.op == Op::subtract) && value.operands[1].op == Op::literal) {
        more += value.op == Op::add ? value.operands[1].value : -value.operands[1].value;
        value = Expr(value.operands[0]);
    }
    const bool one = std::all_of(counts.begin(), counts.end(), [&](const Path::Write& w) { return w.record == on; });
    return one && more == wanted && value == load(*s.count, on);
}

std::optional<std::vector<Question>> Narrowing::counted(const Structure& s) {
    if (!s.by || !s.by_list) return std::nullopt;
    const Function& f = p_.functions[s.checker];
    std::vector<Place> columns{*s.by};
    if (const auto live = live_place(p_, s.table)) columns.push_back(*live);
    for_each_part(
        f.body,
        [&](const Expr& e) {
            if (e.op == Op::load && e.place.table == s.table &&
                p_.tables[s.table].columns[e.place.column].purpose == Column::Purpose::field)
                columns.push_back(e.place);
        },
        [](const Stmt&) {});
    if (std::all_of(paths_.begin(), paths_.end(), [&](const Path& path) { return in_count(s, path, columns); }))
        return std::vector<Question>{};
    const std::uint32_t part = parts_.of_row(s.checker, 0);
    std::vector<Question> out;
    for (const Path& path : paths_) {
        const auto named = [&](std::optional<bool> alive, const Expr& on) {
            if (alive == false || (s.optional && path.truth(equal(on, gen::nothing(on.type.table))) == true)) return true;
            return ask(out, part, path, on, {});
        };
        for (const Path::Write& w : writes(path, columns))
            if (!named(lived(path, w.record), load(*s.by, w.record)) || !named(lives(path, w.record), left(path, *s.by, w.record)))
                return std::nullopt;
        for (const Path::Write& w : writes(path, {*s.count}))
            if (!ask(out, part, path, w.record, {})) return std::nullopt;
    }
    return out;
}

}  // namespace fief::gen
