#include "gen/after/readings.hpp"

#include "gen/build.hpp"
#include "gen/visit.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace fief::gen {
namespace {

std::optional<std::vector<Reading>> readings(const Program& p, const Function& f, const Walk& row) {
    std::map<std::uint32_t, Expr> defined;
    bool plain = true;
    std::vector<Reading> out;
    const std::function<std::optional<std::vector<Place>>(const Expr&)> way = [&](const Expr& record) -> std::optional<std::vector<Place>> {
        if (record.op == Op::local && record.index == row.local) return std::vector<Place>{};
        if (record.op == Op::local) return defined.contains(record.index) ? way(defined.at(record.index)) : std::nullopt;
        if (record.op != Op::load && record.op != Op::key) return std::nullopt;
        auto to = way(record.operands[0]);
        if (to) to->push_back(record.op == Op::load ? record.place : Place{record.operands[0].type.table, key_step + record.index});
        return to;
    };
    const auto read = [&](Place place, const Expr& record) {
        if (auto through = way(record)) out.push_back({place, *std::move(through)});
        else plain = false;
    };
    for_each_part(
        row.body,
        [&](const Expr& e) {
            if (e.op == Op::load) read(e.place, e.operands[0]);
            if (e.op == Op::related || e.op == Op::now) plain = false;
            if (e.op != Op::invoke) return;
            const auto t = std::find(p.valid.begin(), p.valid.end(), e.index);
            if (t == p.valid.end()) return void(plain = false);
            if (const auto live = live_place(p, static_cast<std::uint32_t>(t - p.valid.begin()))) read(*live, e.operands[0]);
        },
        [&](const Stmt& s) {
            if (const auto* d = std::get_if<Define>(&s.node); d && !f.locals[d->local].changes) defined.emplace(d->local, d->value);
            else if (!std::holds_alternative<Branch>(s.node) && !std::holds_alternative<Violate>(s.node)) plain = false;
        });
    return plain ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

std::optional<Place> live_place(const Program& p, std::uint32_t table) {
    const auto& columns = p.tables[table].columns;
    for (std::uint32_t c = 0; c < columns.size(); ++c)
        if (columns[c].purpose == Column::Purpose::live) return Place{table, c};
    return std::nullopt;
}

const Structure* list_by(const Program& p, Place field, std::uint32_t checker) {
    for (const Structure& s : p.structures)
        if (s.kind == Structure::Kind::list && s.by == field && s.checker < checker && !p.tables[s.first.table].bare) return &s;
    return nullptr;
}

std::optional<std::vector<RowReadings>> row_readings(const Program& p, std::uint32_t checker) {
    const Function& f = p.functions[checker];
    std::vector<RowReadings> out;
    for (std::size_t i = 0; i < f.body.size(); ++i) {
        const auto* row = std::get_if<Walk>(&f.body[i].node);
        if (!row || row->kind != Walk::Kind::row || f.locals[row->local].type.kind != Type::Kind::record) return std::nullopt;
        const Table& table = p.tables[f.locals[row->local].type.table];
        const bool from_first = is_literal(row->start, 0) || (row->start.op == Op::record_at && row->start.operands.empty());
        if (table.bare || !from_first || row->count != table.records) return std::nullopt;
        auto reads = readings(p, f, *row);
        if (!reads) return std::nullopt;
        out.push_back({i, *std::move(reads)});
    }
    return out;
}

}  // namespace fief::gen
