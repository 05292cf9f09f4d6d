// The calls once more, writing down what they write; and what is asked along that (gen/after/trail.hpp).

#include "gen/names.hpp"
#include "gen/print/print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <unordered_set>

namespace fief::gen {

void Printer::name_trail_places() {
    // Names of columns stand after those of tables, and hide no constant (`page_count`); where two of these would be one, the later has
    // more underscores.
    std::unordered_set<std::string> names;
    for (const Table& table : p_.tables) {
        auto& places = trail_places_.emplace_back();
        for (const Column& column : table.columns) {
            std::string name = "at_" + (table.bare ? table.name + "_of" : table.name + "_" + column.name);
            while (!names.insert(name).second) name += '_';
            places.push_back(std::move(name));
        }
    }
}

void Printer::note(Writer& out, const Function& f, const Store& store, const std::string& to) const {
    const Table& table = p_.tables[store.place.table];
    std::string lives = "true";
    for (const Column& c : table.columns)
        if (c.purpose == Column::Purpose::live) lives = record(f, store.place.table, store.record) + "." + identifier(c.name);
    out.line(
        fmt::format("trail.note(Trail::{}, {}, {}, {});", trail_place(store.place), index(f, store.place.table, store.record), to, lives));
}

void Printer::trail(Writer& out) const {
    out.line("/// What calls have written, in memory of the caller's. Where there is no room left it says so, and everything is checked.");
    out.open("struct Trail {");
    out.open("enum Place : std::uint16_t {");
    for (const auto& table : trail_places_)
        for (const std::string& place : table) out.line(place + ",");
    out.close("};");
    out.open("struct Write {");
    out.line("std::uint32_t record;");
    out.line("std::uint32_t before;  // the number of the record that stood there");
    out.line("Place place;");
    out.line("bool lived;  // the record written, then");
    out.close("};");
    out.line("static constexpr std::uint32_t none = 0xffffffff;");
    out.line();
    out.line("Write* writes;");
    out.line("std::uint32_t room;");
    out.line("std::uint32_t count = 0;");
    out.line("bool more = false;");
    out.line();
    out.open("void clear() noexcept {");
    out.line("count = 0;");
    out.line("more = false;");
    out.close();
    out.line("template <class T>");
    out.open("void note(Place place, std::uint64_t record, const T& stood, bool lived) noexcept {");
    out.line("std::uint32_t before = none;");
    out.open("if constexpr (requires { T::none(); }) {");
    out.line("if (!(stood == T::none())) before = stood.n;");
    out.close();
    out.line("if (count < room) writes[count++] = {static_cast<std::uint32_t>(record), before, place, lived};");
    out.line("else more = true;");
    out.close();
    out.close("};");
    out.line();
    out.line("/// The calls once more, writing down what they write.");
    out.line("namespace traced {");
    Printer tracing = *this;
    tracing.tracing_ = true;
    for (std::uint32_t i = 0; i < p_.functions.size(); ++i) {
        const Function::Kind kind = p_.functions[i].kind;
        if (!writes_[i] || !needed_[i] || (kind != Function::Kind::keeping && kind != Function::Kind::routine)) continue;
        out.line();
        tracing.function(out, i, false);
    }
    out.line();
    out.line("template <Host H>");
    out.open("struct Kernel {");
    out.line("Tables& tb;");
    out.line("H& host;");
    out.line("Trail& trail;");
    for (std::uint32_t i = 0; i < p_.functions.size(); ++i) {
        if (p_.functions[i].kind != Function::Kind::call) continue;
        out.line();
        tracing.function(out, i, true);
    }
    out.close("};");
    out.line();
    out.line("}  // namespace traced");
}

namespace {

std::string arguments_of(const Function& f) { return fmt::format("tb{}{}", f.uses_host ? ", host" : "", f.uses_now ? ", now" : ""); }

}  // namespace

void Printer::along(Writer& out, const TrailCheck& check, const std::string& name) const {
    const Function& whole = p_.functions[check.checker];
    out.line();
    out.open(fmt::format("[[nodiscard]] inline Violation {}(const Tables& tb, const Trail& trail) noexcept {{", name));
    if (check.free) {
        along_free(out, check);
        out.close();
        return;
    }
    out.open("for (std::uint32_t i = 0; i < trail.count; ++i) {");
    out.line("const Trail::Write& w = trail.writes[i];");
    std::vector<Place> places = check.whole;
    for (const TrailAsk& a : check.asks)
        if (std::find(places.begin(), places.end(), a.place) == places.end()) places.push_back(a.place);
    bool first = true;
    for (const Place place : places) {
        const std::string head = fmt::format("if (w.place == Trail::{}) {{", trail_place(place));
        if (first) out.open(head);
        else out.between("} else " + head);
        first = false;
        if (std::find(check.whole.begin(), check.whole.end(), place) != check.whole.end()) {
            out.line(fmt::format("return {}({});", whole.name, arguments_of(whole)));
            continue;
        }
        for (const TrailAsk& a : check.asks) {
            if (!(a.place == place)) continue;
            const Function& part = p_.functions[a.function];
            const std::string of = id(part.locals[part.params[0]].type.table);
            if (a.before) out.line(fmt::format("if (w.before != Trail::none)"));
            out.line(fmt::format("{}if (const Violation violation = {}(tb, {}::at(w.{}))) return violation;", a.before ? "    " : "",
                                 part.name, of, a.before ? "before" : "record"));
        }
    }
    if (!first) out.close();
    out.close();
    out.line("return {};");
    out.close();
}

void Printer::along_free(Writer& out, const TrailCheck& check) const {
    const Structure& s = p_.structures[*check.free];
    const Function &whole = p_.functions[check.checker], &among = p_.functions[*check.free_part];
    const std::string ask_all = fmt::format("return {}({});", whole.name, arguments_of(whole)), of = id(s.table);
    std::string live, lives, row;
    for (std::uint32_t c = 0; c < p_.tables[s.table].columns.size(); ++c)
        if (p_.tables[s.table].columns[c].purpose == Column::Purpose::live)
            live = trail_place({s.table, c}), lives = identifier(p_.tables[s.table].columns[c].name);
    if (among.params.size() > 1) {
        const Type& type = among.locals[among.params[1]].type;
        row = type.kind == Type::Kind::record ? fmt::format(", {}::at(row)", id(type.table))
                                              : fmt::format(", static_cast<{}>(row)", this->type(type));
    }
    const Table& heads = p_.tables[s.first.table];
    const std::string head = heads.bare
                                 ? fmt::format("tb.{}[row]", identifier(heads.name))
                                 : fmt::format("tb.{}[row].{}", identifier(heads.name), identifier(heads.columns[s.first.column].name));
    const std::string next =
        fmt::format("tb.{}[x.n].{}", identifier(p_.tables[s.table].name), identifier(p_.tables[s.table].columns[s.next.column].name));
    out.line("std::uint32_t dropped = 0, put = 0, run = 0, row = 0, before = Trail::none;");
    out.line("// So many steps from the first of the row's free records is who was the first.");
    out.open("const auto well_put = [&] {");
    out.line(fmt::format("{} x = run > 0 ? {} : {}::none();", of, head, of));
    out.open(fmt::format("for (std::uint32_t step = 0; step < run; ++step, x = {}) {{", next));
    out.line(fmt::format("if ({}(tb, x{})) return false;", among.name, row));
    out.close();
    out.line(fmt::format("return run == 0 || x == (before == Trail::none ? {}::none() : {}::at(before));", of, of));
    out.close("};");
    out.open("for (std::uint32_t i = 0; i < trail.count; ++i) {");
    out.line("const Trail::Write& w = trail.writes[i];");
    out.open(fmt::format("if (w.place == Trail::{}) {{", live));
    out.line(fmt::format("if (tb.{}[w.record].{}) {}", identifier(p_.tables[s.table].name), lives, ask_all));
    out.line("++dropped;");
    out.between(fmt::format("}} else if (w.place == Trail::{} && !w.lived) {{", trail_place(s.next)));
    out.line(fmt::format("if (i + 1 == trail.count || trail.writes[i + 1].place != Trail::{}) {}", trail_place(s.first), ask_all));
    out.between(fmt::format("}} else if (w.place == Trail::{}) {{", trail_place(s.first)));
    out.open("if (run > 0 && w.record != row) {");
    out.line("if (!well_put()) " + ask_all);
    out.line("run = 0;");
    out.close();
    out.line("if (run == 0) row = w.record, before = w.before;");
    out.line("++run;");
    out.line("++put;");
    out.close();
    out.close();
    out.line("if (dropped != put || !well_put()) " + ask_all);
    out.line("return {};");
}

void Printer::after(Writer& out) const {
    out.line();
    out.line("// ---- what is asked along a trail ----");
    for (std::uint32_t i = 0; i < p_.functions.size(); ++i) {
        if (!p_.functions[i].along) continue;
        out.line();
        function(out, i, false);
    }
    std::vector<std::string> names;
    for (const TrailCheck& check : p_.trail) {
        if (check.always) {
            names.emplace_back();
            continue;
        }
        const auto before = std::count_if(p_.trail.begin(), p_.trail.begin() + static_cast<std::ptrdiff_t>(names.size()),
                                          [&](const TrailCheck& c) { return c.checker == check.checker; });
        names.push_back(p_.functions[check.checker].name + "_along" + (before > 0 ? std::to_string(before + 1) : ""));
        along(out, check, names.back());
    }
    bool host = false, now = false;
    for (const Function& f : p_.functions)
        if (f.kind == Function::Kind::checker) host = host || f.uses_host, now = now || f.uses_now;
    out.line();
    out.line(
        "/// What calls that succeeded, when all was well before the first of them, can have changed: at a cost that goes with what they");
    out.line("/// have written.");
    if (host) out.line("template <class H>");
    out.open(fmt::format("[[nodiscard]] inline Violation check_after(const Tables& tb, const Trail& trail{}{}) noexcept {{",
                         host ? ", H& host" : "", now ? ", Time now" : ""));
    out.line(fmt::format("if (trail.more) return check(tb{}{});", host ? ", host" : "", now ? ", now" : ""));
    for (std::size_t i = 0; i < p_.trail.size(); ++i) {
        const Function& f = p_.functions[p_.trail[i].checker];
        out.line(fmt::format("if (const Violation violation = {}) return violation;",
                             p_.trail[i].always ? fmt::format("{}({})", f.name, arguments_of(f)) : names[i] + "(tb, trail)"));
    }
    out.line("return {};");
    out.close();
}

}  // namespace fief::gen
