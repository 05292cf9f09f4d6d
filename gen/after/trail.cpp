#include "gen/after/trail.hpp"

#include "gen/after/back.hpp"
#include "gen/build.hpp"
#include "gen/visit.hpp"

#include <algorithm>

namespace fief::gen {
namespace {

constexpr Type number{Type::Kind::number, 0, 0, 0, 0xffffffff};

class Trailing {
public:
    Trailing(const Program& p, const Touches& touches, Parts& parts) : p_(p), touches_(touches), parts_(parts) {}

    std::vector<TrailCheck> run() {
        std::vector<TrailCheck> later;  // what goes back along lists, asked by checkers that come before those of the lists
        bool structures = true;
        for (std::uint32_t c = 0; c < p_.functions.size(); ++c) {
            if (p_.functions[c].kind != Function::Kind::checker) continue;
            const bool first = p_.functions[c].checks.ends_with(".refers");
            const bool structure = is_structure(c);
            if (structures && !first && !structure) {
                structures = false;
                for (TrailCheck& check : later) out_.push_back(std::move(check));
            }
            TrailCheck check = of(c);
            if (structures && first) {
                TrailCheck through{c, false, {}, {}, {}, {}};
                for (auto a = check.asks.begin(); a != check.asks.end();) {
                    const bool own = std::find(own_.begin(), own_.end(), a->function) != own_.end();
                    if (!own) through.asks.push_back(*a);
                    a = own ? a + 1 : check.asks.erase(a);
                }
                if (!through.asks.empty()) later.push_back(std::move(through));
            }
            if (check.always || !check.whole.empty() || !check.asks.empty() || check.free) out_.push_back(std::move(check));
            for (TrailCheck& more : second_) out_.push_back(std::move(more));
            second_.clear();
        }
        for (TrailCheck& check : later)
            if (!check.asks.empty()) out_.push_back(std::move(check));
        return std::move(out_);
    }

private:
    const Program& p_;
    const Touches& touches_;
    Parts& parts_;
    std::vector<TrailCheck> out_, second_;
    std::vector<std::uint32_t> own_;  ///< parts that are asked of the record written itself

    [[nodiscard]] const Structure* structure(std::uint32_t checker) const {
        const auto s = std::find_if(p_.structures.begin(), p_.structures.end(), [&](const Structure& x) { return x.checker == checker; });
        return s == p_.structures.end() ? nullptr : &*s;
    }
    [[nodiscard]] bool is_structure(std::uint32_t c) const { return structure(c) || p_.functions[c].origin == Function::no_property; }

    TrailCheck of(std::uint32_t c) {
        TrailCheck check;
        check.checker = c;
        const Function& f = p_.functions[c];
        if (f.uses_now || f.uses_host) {
            check.always = true;
            return check;
        }
        bool told = false;
        if (const Structure* s = structure(c)) {
            switch (s->kind) {
                case Structure::Kind::list: told = list(check, *s); break;
                case Structure::Kind::free: told = free(check, *s); break;
                case Structure::Kind::count: told = count(check, *s); break;
                case Structure::Kind::forest: told = forest(check, *s); break;
            }
        } else {
            told = rows(check);
        }
        if (told) return check;
        check.asks.clear();
        for (const auto& [table, column] : touches_.of(c).reads) check.whole.push_back({table, column});
        return check;
    }

    // ---- expressions and functions

    [[nodiscard]] Expr load(Place place, Expr record) const {
        Expr e = make(Op::load, p_.tables[place.table].columns[place.column].type, {std::move(record)});
        e.place = place;
        return e;
    }
    [[nodiscard]] Expr live(const Expr& record) const {
        const auto place = live_place(p_, record.type.table);
        return place ? load(*place, record) : yes();
    }
    [[nodiscard]] static Expr in_range(const Expr& record) { return make(Op::in_range, truth, {record}); }
    [[nodiscard]] Expr valid(const Expr& record) const { return both(in_range(record), live(record)); }

    /// A part with one parameter, a record of this table.
    [[nodiscard]] Function part(std::uint32_t checker, const std::string& what, std::uint32_t table, std::string doc) const {
        const Function& whole = p_.functions[checker];
        Function f;
        f.name = whole.name + "_" + what;
        f.kind = Function::Kind::part;
        f.origin = whole.origin;
        f.checks = whole.checks;
        f.doc = std::move(doc);
        f.locals.push_back({"x", record_of(table), false});
        f.params = {0};
        return f;
    }
    [[nodiscard]] static Expr local(Function& f, std::string name, Type type, bool changes = false) {
        f.locals.push_back({std::move(name), type, changes});
        return make(Op::local, type, {}, static_cast<std::uint32_t>(f.locals.size() - 1));
    }
    static void when(Block& block, Expr condition, Block then) {
        if (is_literal(condition, 1)) return void(block.insert(block.end(), then.begin(), then.end()));
        Branch branch;
        branch.condition = std::move(condition);
        branch.then = std::move(then);
        block.push_back({std::move(branch)});
    }
    static void violate(Block& block, Expr condition, const Expr& witness) { when(block, std::move(condition), {{Violate{{witness}}}}); }
    static void ask_if(Block& block, Expr condition, std::uint32_t function, Expr record) {
        when(block, std::move(condition), {{Ask{function, {std::move(record)}}}});
    }
    /// The way along `next` from `start` ends, after no more steps than there are records.
    static void ends(Function& f, Block& block, const Expr& start, Place next, std::uint64_t records, const Expr& witness) {
        const Expr steps = local(f, "steps", number, true);
        Walk w;
        w.start = start;
        w.next = next;
        w.local = local(f, "at", start.type).index;
        w.body.push_back({Set{steps.index, make(Op::add, number, {steps, literal(number, 1)})}});
        violate(w.body, make(Op::less, truth, {literal(number, static_cast<Value>(records)), steps}), witness);
        block.push_back({Define{steps.index, literal(number, 0)}});
        block.push_back({std::move(w)});
    }

    // ---- lists

    bool list(TrailCheck& check, const Structure& s) {
        const auto& columns = p_.tables[s.table].columns;
        const bool weak = s.by && std::any_of(columns.begin(), columns.end(), [&](const Column& c) {
                              return c.purpose == Column::Purpose::field_epoch && c.name.starts_with(columns[s.by->column].name);
                          });
        if (!s.by || p_.tables[s.first.table].bare || weak) return false;
        const Expr none = nothing(s.table);
        const auto listed = [&](const Expr& x) { return both(live(x), s.optional ? exists(load(*s.by, x)) : yes()); };

        Function linked = part(s.checker, "linked", s.table, "One record stands between its neighbours, if it is listed.");
        {
            const Expr x = make(Op::local, record_of(s.table), {}, 0);
            Block inside;
            const Expr on = local(linked, "on", columns[s.by->column].type), previous = local(linked, "prev", x.type);
            const Expr next = local(linked, "next", x.type);
            inside.push_back({Define{on.index, load(*s.by, x)}});
            inside.push_back({Define{previous.index, load(*s.previous, x)}});
            inside.push_back({Define{next.index, load(s.next, x)}});
            const Expr follows = both(valid(previous), both(equal(load(*s.by, previous), on), equal(load(s.next, previous), x)));
            violate(inside, negation(make(Op::select, truth, {equal(previous, none), equal(load(s.first, on), x), follows})), x);
            violate(inside, both(exists(next), negation(both(valid(next), equal(load(*s.previous, next), x)))), x);
            when(linked.body, both(in_range(x), listed(x)), std::move(inside));
        }
        const std::uint32_t is_linked = parts_.add(std::move(linked));

        Function head = part(s.checker, "head", s.first.table, "The head of a list names its first record, or none.");
        {
            const Expr h = make(Op::local, record_of(s.first.table), {}, 0), first = local(head, "first", record_of(s.table));
            Block inside{{Define{first.index, load(s.first, h)}}};
            const Expr right = both(valid(first), both(equal(load(*s.by, first), h), equal(load(*s.previous, first), none)));
            violate(inside, both(exists(first), negation(right)), h);
            when(head.body, in_range(h), std::move(inside));
        }
        const std::uint32_t is_head = parts_.add(std::move(head));

        Function around =
            part(s.checker, "around", s.table, "One record, those that it names as its neighbours, and the head of its list.");
        {
            const Expr x = make(Op::local, record_of(s.table), {}, 0);
            ask_if(around.body, yes(), is_linked, x);
            ask_if(around.body, yes(), is_linked, load(s.next, x));
            ask_if(around.body, yes(), is_linked, load(*s.previous, x));
            ask_if(around.body, yes(), is_head, load(*s.by, x));
        }
        const std::uint32_t all_around = parts_.add(std::move(around));

        Function reached = part(s.checker, "reached", s.table, "The way back from a listed record ends.");
        {
            const Expr x = make(Op::local, record_of(s.table), {}, 0);
            Block inside;
            ends(reached, inside, x, *s.previous, p_.tables[s.table].records, x);
            when(reached.body, listed(x), std::move(inside));
        }
        const std::uint32_t is_reached = parts_.add(std::move(reached));

        check.asks.push_back({s.first, is_head, false});
        check.asks.push_back({s.first, is_linked, true});
        for (const Place link : {s.next, *s.previous}) {
            check.asks.push_back({link, is_linked, false});
            check.asks.push_back({link, is_linked, true});
        }
        check.asks.push_back({*s.by, all_around, false});
        check.asks.push_back({*s.by, is_head, true});
        if (const auto alive = live_place(p_, s.table)) check.asks.push_back({*alive, all_around, false});
        // Once all links are in range, and lead to listed records.
        TrailCheck ways;
        ways.checker = s.checker;
        ways.asks = {{s.next, is_reached, false}, {*s.previous, is_reached, false}, {*s.by, is_reached, false}};
        second_.push_back(std::move(ways));
        return true;
    }

    bool free(TrailCheck& check, const Structure& s) {
        if (s.previous || !live_place(p_, s.table)) return false;
        Function among = part(s.checker, "among", s.table, "One record is free, in this row.");
        const Expr x = make(Op::local, record_of(s.table), {}, 0), row = of_record(s.row, x);
        Expr is_free = both(in_range(x), negation(live(x)));
        if (row.op != Op::literal) {
            const Expr wanted = local(among, "row", row.type);
            among.params.push_back(wanted.index);
            is_free = both(std::move(is_free), equal(row, wanted));
        }
        violate(among.body, negation(std::move(is_free)), x);
        check.free_part = parts_.add(std::move(among));
        check.free = static_cast<std::size_t>(&s - p_.structures.data());
        return true;
    }

    bool count(TrailCheck& check, const Structure& s) {
        if (!s.by || !s.by_list) return false;
        const std::uint32_t counted = parts_.of_row(s.checker, 0);
        Function around = part(s.checker, "around", s.table, "Of whom one record is counted for.");
        const Expr on = load(*s.by, make(Op::local, record_of(s.table), {}, 0));
        ask_if(around.body, in_range(on), counted, on);
        const std::uint32_t all_around = parts_.add(std::move(around));
        check.asks.push_back({*s.count, counted, false});
        check.asks.push_back({*s.by, counted, true});
        std::vector<Place> columns{*s.by};
        if (const auto alive = live_place(p_, s.table)) columns.push_back(*alive);
        for_each_part(
            p_.functions[s.checker].body,
            [&](const Expr& e) {
                if (e.op == Op::load && e.place.table == s.table && std::find(columns.begin(), columns.end(), e.place) == columns.end() &&
                    p_.tables[s.table].columns[e.place.column].purpose == Column::Purpose::field)
                    columns.push_back(e.place);
            },
            [](const Stmt&) {});
        for (const Place column : columns) check.asks.push_back({column, all_around, false});
        return true;
    }

    bool forest(TrailCheck& check, const Structure& s) {
        Function up = part(s.checker, "up", s.table, "The way up from one record ends.");
        const Expr x = make(Op::local, record_of(s.table), {}, 0);
        Block inside;
        ends(up, inside, x, *s.by, p_.tables[s.table].records, x);
        when(up.body, live(x), std::move(inside));
        check.asks.push_back({*s.by, parts_.add(std::move(up)), false});
        return true;
    }

    // ---- checkers that ask the same of each record

    bool rows(TrailCheck& check) {
        const auto walks = row_readings(p_, check.checker);
        if (!walks) return false;
        for (const RowReadings& row : *walks) {
            const std::uint32_t one = parts_.of_row(check.checker, row.walk);
            own_.push_back(one);
            for (const Reading& r : row.readings) {
                const auto asked = r.through.empty() ? std::optional(one) : through(check.checker, one, r);
                if (!asked) return false;
                const bool before = std::any_of(check.asks.begin(), check.asks.end(),
                                                [&](const TrailAsk& a) { return a.place == r.place && a.function == *asked; });
                if (!before) check.asks.push_back({r.place, *asked, false});
            }
        }
        return true;
    }

    std::vector<std::pair<std::pair<std::uint32_t, std::vector<Place>>, std::uint32_t>> through_;

    /// A part that is asked of the record that is read, and asks `one` of all that see it so.
    std::optional<std::uint32_t> through(std::uint32_t checker, std::uint32_t one, const Reading& r) {
        for (const auto& [key, function] : through_)
            if (key.first == one && key.second == r.through) return function;
        std::string what = "through";
        for (const Place step : r.through)
            what += "_" + (step.column < key_step ? p_.tables[step.table].columns[step.column].name
                                                  : p_.tables[step.table].keys[step.column - key_step].name);
        const bool taken = std::any_of(through_.begin(), through_.end(),
                                       [&](const auto& t) { return t.first.first != one && t.first.second == r.through; });
        if (taken) what += std::to_string(through_.size());
        Function f = part(checker, what, r.place.table, "Of those that refer to one record so.");
        if (!ask_back(p_, f, f.body, r.through, make(Op::local, record_of(r.place.table), {}, 0), one)) return std::nullopt;
        const std::uint32_t function = parts_.add(std::move(f));
        through_.push_back({{one, r.through}, function});
        return function;
    }
};

}  // namespace

std::vector<TrailCheck> trail_checks(const Program& program, const Touches& touches, Parts& parts) {
    return Trailing(program, touches, parts).run();
}

}  // namespace fief::gen
