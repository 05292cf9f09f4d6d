#include "gen/lower/together.hpp"

#include "gen/build.hpp"
#include "gen/lower/shape.hpp"

#include <algorithm>

namespace fief::gen {
namespace {

/// The record whose columns, and no other's, a test reads, when it is a plain question of them.
const Expr* asked_of(const Expr& test) {
    if (test.op == Op::load) return &test.operands[0];
    if (test.op != Op::within && test.op != Op::equal && test.op != Op::different) return nullptr;
    const Expr* record = nullptr;
    for (const Expr& o : test.operands) {
        if (o.op == Op::literal || o.op == Op::local) continue;
        const Expr* of = o.op == Op::load ? &o.operands[0] : nullptr;
        if (!of || (record && !(*record == *of))) return nullptr;
        record = of;
    }
    return record;
}

/// Whether the rights are one byte, and the one before `live`.
bool side_by_side(Place live, Place rights, const model::Model& m, const std::vector<Table>& tables) {
    const Table& t = tables[live.table];
    if (!(live.table == rights.table) || bytes_of(m, tables, t.columns[rights.column].type) != 1) return false;
    const auto at = std::find(t.order.begin(), t.order.end(), live.column);
    return at != t.order.end() && at != t.order.begin() && at[-1] == rights.column;
}

/// Of tests of one record, the one whether it is live and the one of its rights become `granted`.
void pair(std::vector<Expr>& tests, const model::Model& m, std::vector<Table>& tables) {
    for (auto live = tests.begin(); live != tests.end(); ++live) {
        if (live->op != Op::load || tables[live->place.table].columns[live->place.column].purpose != Column::Purpose::live) continue;
        const auto rights = std::find_if(tests.begin(), tests.end(), [&](const Expr& t) {
            return t.op == Op::within && t.operands[0].op != Op::load && t.operands[1].op == Op::load &&
                   t.operands[1].operands[0] == live->operands[0] && side_by_side(live->place, t.operands[1].place, m, tables);
        });
        if (rights == tests.end()) continue;
        tables[live->place.table].columns[rights->operands[1].place.column].paired = true;
        *live = make(Op::granted, truth, {std::move(*live), std::move(*rights)});
        tests.erase(rights);
        return;
    }
}

}  // namespace

std::vector<Expr> together(std::vector<Expr> tests, const model::Model& m, std::vector<Table>& tables) {
    std::vector<Expr> out;
    for (std::size_t i = 0; i < tests.size();) {
        const Expr* of = asked_of(tests[i]);
        std::size_t end = i + 1;
        for (; of && end < tests.size(); ++end) {
            const Expr* next = asked_of(tests[end]);
            if (!next || !(*next == *of)) break;
        }
        std::vector<Expr> group(std::make_move_iterator(tests.begin() + static_cast<std::ptrdiff_t>(i)),
                                std::make_move_iterator(tests.begin() + static_cast<std::ptrdiff_t>(end)));
        pair(group, m, tables);
        if (group.size() == 1) out.push_back(std::move(group[0]));
        else out.push_back(make(Op::together, truth, std::move(group)));
        i = end;
    }
    return out;
}

}  // namespace fief::gen
