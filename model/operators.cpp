// Comparisons, sets of rights, sums: operands that must be of one kind, and which of them says what the other means.

#include "model/expressions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fief::model {
namespace {

constexpr std::size_t longest_sum = 200;

bool comparable(const Type& a, const Type& b) {
    if (a.kind != b.kind) return false;
    switch (a.kind) {
        case Type::Kind::enumeration: return a.enumeration == b.enumeration;
        case Type::Kind::reference: return a.table == b.table;
        case Type::Kind::slot: return a.table == b.table && a.key == b.key;
        default: return true;
    }
}

}  // namespace

bool Expressions::needs_type(const spec::Expr& e) const {
    return std::visit(overloaded{
                          [](const spec::IntLiteral&) { return true; },
                          [](const spec::NoneLiteral&) { return true; },
                          [](const spec::AllLiteral&) { return true; },
                          [](const spec::RightsLiteral&) { return true; },
                          [&](const spec::Ident& n) { return !env_.contains(n.name.text) && !single(n.name.text); },
                          [&](const spec::IfElse& n) { return needs_type(*n.then) && needs_type(*n.otherwise); },
                          [&](const spec::Old& n) { return needs_type(*n.operand); },
                          [&](const spec::Sum& n) {
                              return needs_type(*n.first) &&
                                     std::all_of(n.rest.begin(), n.rest.end(), [&](const auto& term) { return needs_type(*term.operand); });
                          },
                          [](const auto&) { return false; },
                      },
                      e.node);
}

std::pair<Resolved, Resolved> Expressions::both(const spec::Expr& left, const spec::Expr& right, const Expect& expect) {
    const auto after = [&](const Resolved& first) { return first ? Expect::of(Type(c_.type(*first))) : Expect::silently(); };
    if (needs_type(left) && !needs_type(right)) {
        const Resolved r = resolve(right, expect);
        const Resolved l = resolve(left, after(r));
        return {l, r};
    }
    const bool number = std::holds_alternative<spec::IntLiteral>(left.node);
    if (number && needs_type(right) && !std::holds_alternative<spec::IntLiteral>(right.node)) {
        // `0 is x` with an `x` that means nothing: say so of `x` alone.
        const Resolved r = resolve(right, expect);
        return {r ? resolve(left, after(r)) : std::nullopt, r};
    }
    const Resolved l = resolve(left, expect);
    return {l, resolve(right, after(l))};
}

Resolved Expressions::connective(const spec::Expr& e, const spec::Connective& n) {
    std::vector<ExprId> operands;
    operands.reserve(n.operands.size());
    bool good = true;
    for (const spec::ExprPtr& operand : n.operands) {
        const Resolved r = condition(*operand);
        good = good && r.has_value();
        if (r) operands.push_back(*r);
    }
    if (!good) return std::nullopt;
    if (n.op == spec::Connective::Op::conjunction) return c_.add(boolean_type(), e.span, And{std::move(operands)});
    return c_.add(boolean_type(), e.span, Or{std::move(operands)});
}

Resolved Expressions::implies(const spec::Expr& e, const spec::Implies& n) {
    const Resolved left = condition(*n.left), right = condition(*n.right);
    if (!left || !right) return std::nullopt;
    return c_.add(boolean_type(), e.span, Implies{*left, *right});
}

Resolved Expressions::compare(const spec::Expr& e, const spec::Compare& n) {
    const auto [left, right] = both(*n.left, *n.right);
    if (!left || !right) return std::nullopt;
    const Type a = c_.type(*left), b = c_.type(*right);
    for (const auto& [type, at] : {std::pair{a, n.left->span}, std::pair{b, n.right->span}}) {
        if (type.kind == Type::Kind::integer || type.kind == Type::Kind::instant || type.kind == Type::Kind::duration) continue;
        spec::Diagnostic& d = c_.error("E0311", at, fmt::format("`{}` has no order", c_.show(type)));
        if (type.kind == Type::Kind::slot) d.help = "slots are names, not numbers: a proof holds for tables of every size";
        if (type.kind == Type::Kind::rights) d.help = "compare sets of rights with `within`";
        return std::nullopt;
    }
    if (a.kind != b.kind) {
        c_.error("E0302", e.span, fmt::format("`{}` and `{}` cannot be compared", c_.show(a), c_.show(b)));
        return std::nullopt;
    }
    using Op = spec::Compare::Op;
    const bool or_equal = n.op == Op::less_equal || n.op == Op::greater_equal;
    const bool swap = n.op == Op::greater || n.op == Op::greater_equal;
    return c_.add(boolean_type(), e.span, swap ? Less{*right, *left, or_equal} : Less{*left, *right, or_equal});
}

Resolved Expressions::is(const spec::Expr& e, const spec::Is& n) {
    if (n.state == spec::Is::State::full) return is_full(e, n);
    if (n.state != spec::Is::State::expression) return is_state(e, n);
    const auto negate = [&](ExprId id) { return n.negated ? c_.add(boolean_type(), e.span, Not{id}) : id; };
    const auto is_caller = [&](const spec::Expr& x) {
        const auto* name = std::get_if<spec::Ident>(&x.node);
        return name && name->name.text == "caller" && place_ == Place::transition && !env_.contains("caller");
    };
    const auto is_none = [](const spec::Expr& x) { return std::holds_alternative<spec::NoneLiteral>(x.node); };
    if ((is_caller(*n.left) && is_none(*n.right)) || (is_none(*n.left) && is_caller(*n.right)))
        return negate(c_.add(boolean_type(), e.span, ByKernel{}));
    const auto [left, right] = both(*n.left, *n.right);
    if (!left || !right) return std::nullopt;
    const Type a = c_.type(*left), b = c_.type(*right);
    if (!comparable(a, b)) {
        c_.error("E0302", e.span, fmt::format("`{}` and `{}` are never the same", c_.show(a), c_.show(b)));
        return std::nullopt;
    }
    if (a.kind == Type::Kind::integer && (a.hi < b.lo || b.hi < a.lo)) {
        c_.error("E0306", e.span, fmt::format("{} and {} are never the same", c_.show(a), c_.show(b)));
        return std::nullopt;
    }
    return negate(c_.add(boolean_type(), e.span, Equal{*left, *right}));
}

Resolved Expressions::is_state(const spec::Expr& e, const spec::Is& n) {
    const bool live = n.state == spec::Is::State::live;
    const Resolved r = record(*n.left, live ? "only what may come and go is `live`:" : "only a weak reference is `current`:");
    if (!r) return std::nullopt;
    const Type type = c_.type(*r);
    if (live && type.weak) {
        c_.error("E0314", e.span, "a weak reference may outlive its record: ask whether it is `current`");
        return std::nullopt;
    }
    if (!live && !type.weak) {
        c_.error("E0314", e.span, "only a weak reference can be out of date").help = "ask whether the record `is live`";
        return std::nullopt;
    }
    const ExprId id = live ? c_.add(boolean_type(), e.span, Live{*r}) : c_.add(boolean_type(), e.span, Current{*r});
    return n.negated ? c_.add(boolean_type(), e.span, Not{id}) : id;
}

Resolved Expressions::is_full(const spec::Expr& e, const spec::Is& n) {
    if (!not_in_count(e.span, "room")) return std::nullopt;
    const spec::Name* name = nullptr;
    static const std::vector<spec::ExprPtr> no_keys;
    const std::vector<spec::ExprPtr>* given = &no_keys;
    if (const auto* ident = std::get_if<spec::Ident>(&n.left->node)) name = &ident->name;
    if (const auto* indexed = std::get_if<spec::IndexExpr>(&n.left->node)) {
        name = &indexed->table;
        given = &indexed->keys;
    }
    if (!name) {
        c_.error("E0314", n.left->span, "only a pool or a row of a table can be full").help = "write `cap is full` or `lost[e] is full`";
        return std::nullopt;
    }
    const auto table = c_.table_named(*name);
    if (!table) return std::nullopt;
    auto leading = keys(*table, *name, *given, n.left->span, true);
    if (!leading) return std::nullopt;
    const Table& t = c_.model[*table];
    if (t.always_live || leading->size() == t.keys.size()) {
        c_.error("E0314", n.left->span,
                 t.always_live ? fmt::format("the records of `{}` always exist", t.name)
                               : fmt::format("this is one entry of `{}`: ask whether it is live", t.name));
        return std::nullopt;
    }
    const ExprId id = c_.add(boolean_type(), e.span, Full{*table, std::move(*leading)});
    return n.negated ? c_.add(boolean_type(), e.span, Not{id}) : id;
}

// ---- rights ---------------------------------------------------------------------------------------------------------

Resolved Expressions::in(const spec::Expr& e, const spec::In& n) {
    const Resolved right = any(*n.right);
    const auto* name = std::get_if<spec::Ident>(&n.left->node);
    if (!name) {
        c_.error("E0301", n.left->span, "what is `in` a set of rights is the name of a right");
        return std::nullopt;
    }
    if (!right) return std::nullopt;
    const Type type = c_.type(*right);
    if (type.kind != Type::Kind::rights) {
        c_.error("E0301", n.right->span, fmt::format("expected a set of rights, found `{}`", c_.show(type)));
        return std::nullopt;
    }
    const auto bit = c_.right_bit(type.table, name->name);
    if (!bit) return std::nullopt;
    const ExprId one = c_.add(type, n.left->span, Const{Value{1} << *bit});
    return c_.add(boolean_type(), e.span, Within{one, *right});
}

Resolved Expressions::within(const spec::Expr& e, const spec::Within& n) {
    const auto [left, right] = both(*n.left, *n.right);
    if (!left || !right) return std::nullopt;
    bool good = true;
    for (const auto& [id, at] : {std::pair{*left, n.left->span}, std::pair{*right, n.right->span}})
        if (c_.type(id).kind != Type::Kind::rights) {
            c_.error("E0301", at, fmt::format("expected a set of rights, found `{}`", c_.show(c_.type(id))));
            good = false;
        }
    return good ? Resolved(c_.add(boolean_type(), e.span, Within{*left, *right})) : std::nullopt;
}

Resolved Expressions::descends(const spec::Expr& e, const spec::DescendsFrom& n) {
    if (!not_in_count(e.span, "descent")) return std::nullopt;
    const Resolved below = record(*n.left, "what descends is"), above = record(*n.right, "what something descends from is");
    if (!below || !above) return std::nullopt;
    const Type a = c_.type(*below), b = c_.type(*above);
    if (a.table != b.table) {
        c_.error("E0302", e.span,
                 fmt::format("{} never descends from {}", a_record(c_.model[a.table].name), a_record(c_.model[b.table].name)));
        return std::nullopt;
    }
    const Table& t = c_.model[a.table];
    if (!t.derived) {
        if (!c_.tables[a.table.value].poisoned.contains("parent"))
            c_.error("E0315", e.span, fmt::format("the records of `{}` have no parents", t.name)).help =
                fmt::format("declare `{}` as `derived`", t.name);
        return std::nullopt;
    }
    return c_.add(boolean_type(), e.span, Descends{n.strictly, *below, *above});
}

// ---- sums -----------------------------------------------------------------------------------------------------------

Resolved Expressions::sum(const spec::Expr& e, const spec::Sum& n, const Expect& expect) {
    if (n.rest.size() > longest_sum) {
        c_.error("E0411", e.span, fmt::format("a sum has at most {} terms", longest_sum));
        return std::nullopt;
    }
    std::vector<const spec::Expr*> operands{n.first.get()};
    for (const auto& term : n.rest) operands.push_back(term.operand.get());
    // The first operand that stands for itself says what the others are.
    const auto pivot = std::find_if(operands.begin(), operands.end(), [&](const spec::Expr* o) { return !needs_type(*o); });
    std::vector<Resolved> values(operands.size());
    Expect others = expect.kind == Expect::Kind::type && expect.type.kind != Type::Kind::rights ? Expect{} : expect;
    if (pivot != operands.end()) {
        Resolved& value = values[static_cast<std::size_t>(pivot - operands.begin())];
        value = any(**pivot);
        if (!value) others = Expect::silently();
        else if (c_.type(*value).kind == Type::Kind::rights) others = Expect::of(Type(c_.type(*value)));
        else others = {};
    }
    bool good = true;
    for (std::size_t i = 0; i < operands.size(); ++i) {
        if (pivot == operands.end() || operands[i] != *pivot) values[i] = resolve(*operands[i], others);
        good = good && values[i].has_value();
    }
    if (!good) return std::nullopt;
    Resolved left = values[0];
    for (std::size_t i = 0; left && i < n.rest.size(); ++i) left = add_terms(e, *left, n.rest[i].op, *values[i + 1]);
    return left;
}

Resolved Expressions::add_terms(const spec::Expr& e, ExprId left, spec::Sum::Op op, ExprId right) {
    using Kind = Type::Kind;
    using Op = spec::Sum::Op;
    const Type a = c_.type(left), b = c_.type(right);
    const Span span = e.span;
    if (a.kind == Kind::rights && b.kind == Kind::rights) {
        const RightsOp::Op rights_op = op == Op::plus    ? RightsOp::Op::unite
                                       : op == Op::minus ? RightsOp::Op::subtract
                                                         : RightsOp::Op::intersect;
        const bool wider = (c_.model[b.table].rights & ~c_.model[a.table].rights) != 0;
        return c_.add(op == Op::plus && wider ? b : a, span, RightsOp{rights_op, left, right});
    }
    const bool minus = op == Op::minus;
    const auto arith = [&](const Type& type) { return c_.add(type, span, Arith{minus, left, right}); };
    if (op != Op::intersect) {
        if (a.kind == Kind::integer && b.kind == Kind::integer) {
            const Value lo = minus ? a.lo - b.hi : a.lo + b.lo, hi = minus ? a.hi - b.lo : a.hi + b.hi;
            if (lo < -max_number || hi > max_number) {
                c_.error("E0312", span, "this can leave the range of 62 bits");
                return std::nullopt;
            }
            return arith(integer_type(lo, hi));
        }
        if (a.kind == Kind::instant && b.kind == Kind::duration) return arith(a);
        if (a.kind == Kind::duration && b.kind == Kind::instant && !minus) return arith(b);
        if (a.kind == Kind::instant && b.kind == Kind::instant && minus) return arith(duration_type());
        if (a.kind == Kind::duration && b.kind == Kind::duration) return arith(a);
    }
    spec::Diagnostic& d = c_.error("E0302", span,
                                   fmt::format("`{}` and `{}` cannot be {}", c_.show(a), c_.show(b),
                                               op == Op::plus    ? "added"
                                               : op == Op::minus ? "subtracted"
                                                                 : "intersected"));
    if (a.kind == Kind::slot || b.kind == Kind::slot) d.help = "slots are names, not numbers: a proof holds for tables of every size";
    if ((a.kind == Kind::instant || a.kind == Kind::duration) && b.kind == Kind::integer) d.help = "a duration has a unit: `50us`";
    return std::nullopt;
}

Resolved Expressions::if_else(const spec::Expr& e, const spec::IfElse& n, const Expect& expect) {
    const Resolved test = condition(*n.condition);
    Resolved then, otherwise;
    if (expect.kind == Expect::Kind::nothing) {
        std::tie(then, otherwise) = both(*n.then, *n.otherwise);
    } else {
        then = resolve(*n.then, expect);
        otherwise = resolve(*n.otherwise, expect);
    }
    if (!test || !then || !otherwise) return std::nullopt;
    Type type = c_.type(*then);
    const Type other = c_.type(*otherwise);
    if (!comparable(type, other)) {
        c_.error("E0302", e.span, fmt::format("one branch is `{}`, the other `{}`", c_.show(type), c_.show(other)));
        return std::nullopt;
    }
    type.lo = std::min(type.lo, other.lo);
    type.hi = std::max(type.hi, other.hi);
    type.optional = type.optional || other.optional;
    type.weak = type.weak || other.weak;
    if (type.kind == Type::Kind::rights && (c_.model[other.table].rights & ~c_.model[type.table].rights) != 0) type.table = other.table;
    return c_.add(type, e.span, IfElse{*test, *then, *otherwise});
}

}  // namespace fief::model
