#include "gen/after/narrowing.hpp"

#include "gen/build.hpp"

#include <algorithm>

namespace fief::gen {

Narrowing::Narrowing(const Program& program, std::uint32_t call, const std::vector<Path>& paths, Parts& parts)
    : p_(program), call_(call), paths_(paths), parts_(parts) {
    for (const Path& path : paths_)
        for (const Path::Write& w : path.writes)
            if (std::find(written_.begin(), written_.end(), w.place) == written_.end()) written_.push_back(w.place);
}

std::optional<std::vector<Question>> Narrowing::narrowed(std::uint32_t checker) {
    const Function& f = p_.functions[checker];
    if (f.uses_now || f.uses_host) return std::nullopt;
    const auto s = std::find_if(p_.structures.begin(), p_.structures.end(), [&](const Structure& x) { return x.checker == checker; });
    if (s == p_.structures.end()) return rows(checker);
    return s->kind == Structure::Kind::count ? counted(*s) : moved(*s);
}

// ---- the state before and after -------------------------------------------------------------------------------------

Expr Narrowing::load(Place place, Expr record) const {
    Expr e = make(Op::load, p_.tables[place.table].columns[place.column].type, {std::move(record)});
    e.place = place;
    return e;
}

std::optional<bool> Narrowing::lived(const Path& path, const Expr& record) const {
    const auto live = live_place(p_, record.type.table);
    if (!live) return true;
    // The first of a free list is free.
    for (const Structure& s : p_.structures)
        if (s.kind == Structure::Kind::free && s.table == record.type.table && record.op == Op::load && record.place == s.first &&
            path.is_record(record))
            return false;
    if (listed(path, record)) return true;
    return path.truth(load(*live, record));
}

bool Narrowing::listed(const Path& path, const Expr& record) const {
    if (record.op != Op::load || !path.is_record(record)) return false;
    const Expr& from = record.operands[0];
    return std::any_of(p_.structures.begin(), p_.structures.end(), [&](const Structure& s) {
        if (s.kind != Structure::Kind::list || s.table != record.type.table) return false;
        if (record.place == s.first) return true;
        if (!(record.place == s.next || record.place == *s.previous) || lived(path, from) != true) return false;
        return !s.optional || (s.by && path.is_record(load(*s.by, from)));
    });
}

Expr Narrowing::left(const Path& path, Place place, const Expr& record) const {
    Expr out = load(place, record);
    for (const Path::Write& w : path.writes)
        if (w.place == place && w.record == record) out = w.value;
    return out;
}

std::optional<bool> Narrowing::lives(const Path& path, const Expr& record) const {
    const auto live = live_place(p_, record.type.table);
    if (!live) return true;
    const Expr after = left(path, *live, record);
    return after == load(*live, record) ? lived(path, record) : path.truth(after);
}

std::vector<Path::Write> Narrowing::writes(const Path& path, const std::vector<Place>& places) const {
    std::vector<Path::Write> out;
    for (const Path::Write& w : path.writes)
        if (std::find(places.begin(), places.end(), w.place) != places.end()) out.push_back(w);
    return out;
}

std::vector<Path::Write> Narrowing::writes(const Path& path, const std::vector<Place>& places, const std::vector<Place>& links,
                                           bool living) const {
    std::vector<Path::Write> out = writes(path, places);
    std::erase_if(out, [&](const Path::Write& w) {
        return std::find(links.begin(), links.end(), w.place) != links.end() && lives(path, w.record) == !living;
    });
    return out;
}

std::optional<Expr> Narrowing::only(const Path& path, const std::vector<Place>& places, bool& none) const {
    const auto all = writes(path, places);
    none = all.empty();
    if (none || std::any_of(all.begin(), all.end(), [&](const Path::Write& w) { return !(w.record == all[0].record); }))
        return std::nullopt;
    return all[0].record;
}

std::optional<Expr> Narrowing::afterwards(const Path& path, const Expr& e, int depth) const {
    for (const auto& [local, value] : path.results)
        if (value == e) return make(Op::local, e.type, {}, local);
    const Function& call = p_.functions[call_];
    Expr out = e;
    bool well = false;
    switch (e.op) {
        case Op::local: return e.index < call.locals.size() ? std::optional(e) : std::nullopt;
        case Op::literal: return e;
        case Op::load: well = std::find(written_.begin(), written_.end(), e.place) == written_.end(); break;
        case Op::record_at:
        case Op::key:
        case Op::row: well = true; break;
        default: break;
    }
    for (Expr& o : out.operands) {
        if (!well) break;
        auto said = afterwards(path, o, depth);
        if (said) o = *std::move(said);
        else well = false;
    }
    if (well) return out;
    // What is the same as something that can be said.
    for (const auto& [fact, holds] : path.facts) {
        if (depth == 0 || !holds || fact.op != Op::equal) continue;
        for (const int side : {0, 1})
            if (fact.operands[static_cast<std::size_t>(side)] == e)
                if (auto said = afterwards(path, fact.operands[static_cast<std::size_t>(1 - side)], depth - 1)) return said;
    }
    return std::nullopt;
}

// ---- checkers that ask the same of each record ----------------------------------------------------------------------

bool Narrowing::ask(std::vector<Question>& out, std::uint32_t part, const Path& path, const Expr& record,
                    std::vector<Place> through) const {
    auto said = afterwards(path, record);
    if (!said) return false;
    const bool sure = std::all_of(paths_.begin(), paths_.end(), [&](const Path& p) { return p.is_record(record); });
    Question q{part, *std::move(said), std::move(through), !sure};
    const auto same = [&](const Question& o) { return o.part == q.part && o.record == q.record && o.through == q.through; };
    const auto before = std::find_if(out.begin(), out.end(), same);
    if (before == out.end()) out.push_back(std::move(q));
    else before->perhaps = before->perhaps && q.perhaps;
    return true;
}

bool Narrowing::all_refer(const std::vector<Place>& through) const {
    return std::all_of(through.begin(), through.end(), [&](Place step) {
        const Table& t = p_.tables[step.table];
        const std::string& field = step.column < key_step ? t.columns[step.column].name : t.keys[step.column - key_step].name;
        const std::string name = t.name + "." + field + ".refers";
        return std::any_of(p_.functions.begin(), p_.functions.end(),
                           [&](const Function& f) { return f.kind == Function::Kind::checker && f.checks == name; });
    });
}

bool Narrowing::can_go_back(std::uint32_t checker, const std::vector<Place>& through) const {
    return std::all_of(through.begin(), through.end(), [&](Place step) { return list_by(p_, step, checker) != nullptr; });
}

std::optional<std::vector<Question>> Narrowing::rows(std::uint32_t checker) {
    const auto walks = row_readings(p_, checker);
    if (!walks) return std::nullopt;
    std::vector<Question> out;
    for (const RowReadings& row : *walks) {
        const std::uint32_t part = parts_.of_row(checker, row.walk);
        for (const Path& path : paths_)
            for (const Path::Write& w : path.writes)
                for (const Reading& r : row.readings) {
                    if (!(r.place == w.place)) continue;
                    if (!r.through.empty() && lived(path, w.record) == false && all_refer(r.through)) continue;
                    if (!r.through.empty() && !can_go_back(checker, r.through)) return std::nullopt;
                    if (!ask(out, part, path, w.record, r.through)) return std::nullopt;
                }
    }
    return out;
}

}  // namespace fief::gen
