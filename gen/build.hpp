#pragma once
// Program expressions, built up.

#include "gen/program.hpp"

#include <utility>

namespace fief::gen {

inline constexpr Type truth{Type::Kind::boolean, 0, 0, 0, 0};
[[nodiscard]] inline Type record_of(std::uint32_t table) { return {Type::Kind::record, table, 0, 0, 0}; }

[[nodiscard]] inline Expr make(Op op, Type type, std::vector<Expr> operands, std::uint32_t index = 0) {
    Expr e;
    e.op = op, e.type = type, e.operands = std::move(operands), e.index = index;
    return e;
}
[[nodiscard]] inline Expr literal(Type type, Value value, std::string name = {}) {
    Expr e;
    e.type = type, e.value = value, e.name = std::move(name);
    return e;
}
[[nodiscard]] inline Expr yes() { return literal(truth, 1); }
[[nodiscard]] inline Expr nothing(std::uint32_t table) { return literal(record_of(table), model::none); }
[[nodiscard]] inline bool is_literal(const Expr& e, Value value) { return e.op == Op::literal && e.value == value; }

[[nodiscard]] inline Expr negation(Expr e) {
    if (e.op == Op::negation) {
        Expr inner = std::move(e.operands[0]);
        return inner;
    }
    if (e.op == Op::literal) return literal(truth, e.value == 0);
    if (e.op == Op::equal || e.op == Op::different) {
        e.op = e.op == Op::equal ? Op::different : Op::equal;
        return e;
    }
    return make(Op::negation, truth, {std::move(e)});
}
/// Conjunction (Op::both) or disjunction (Op::either), without the operands that do not matter.
[[nodiscard]] inline Expr junction(Op op, std::vector<Expr> operands) {
    const Value neutral = op == Op::both ? 1 : 0;
    std::vector<Expr> out;
    for (Expr& o : operands) {
        if (is_literal(o, neutral)) continue;
        if (o.op == op) out.insert(out.end(), o.operands.begin(), o.operands.end());
        else out.push_back(std::move(o));
        if (is_literal(out.back(), 1 - neutral)) break;
    }
    if (out.empty()) return literal(truth, neutral);
    if (out.size() == 1) {
        Expr only = std::move(out[0]);
        return only;
    }
    return make(op, truth, std::move(out));
}
[[nodiscard]] inline Expr both(Expr a, Expr b) { return junction(Op::both, {std::move(a), std::move(b)}); }
[[nodiscard]] inline Expr either(Expr a, Expr b) { return junction(Op::either, {std::move(a), std::move(b)}); }
[[nodiscard]] inline Expr equal(Expr a, Expr b) { return make(Op::equal, truth, {std::move(a), std::move(b)}); }
[[nodiscard]] inline Expr different(Expr a, Expr b) { return make(Op::different, truth, {std::move(a), std::move(b)}); }
[[nodiscard]] inline Expr exists(Expr record) {
    const std::uint32_t t = record.type.table;
    return different(std::move(record), nothing(t));
}

}  // namespace fief::gen
