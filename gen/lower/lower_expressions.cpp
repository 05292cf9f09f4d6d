// Expressions of the spec as expressions of the Program. What needs a walk becomes a function that is asked.

#include "gen/lower/lowering.hpp"
#include "model/children.hpp"
#include "model/print.hpp"

#include <algorithm>
#include <cassert>

namespace fief::gen {

using model::ExprId;
using model::FieldId;
using model::VarId;

Expr Lowering::constant(const model::Type& type, Value value) const { return literal(type_of(type), value); }

Expr Lowering::variable(Frame& f, VarId v) {
    if (const auto found = f.vars.find(v); found != f.vars.end()) return found->second;
    const auto let = f.lets.find(v);
    assert(let != f.lets.end() && "a variable without a value");
    Expr value = lower(f, let->second);
    value = define(f, m_[v].name, std::move(value));
    f.vars[v] = value;
    return value;
}

Expr Lowering::load_field(Frame& f, std::uint32_t table, FieldId field, Expr record) const {
    const model::Table& t = m_.tables[table];
    if (t.fields[field.value].role == model::Role::key) {
        if (record.op == Op::record_at && field.value < record.operands.size()) {
            Expr key = record.operands[field.value];
            return key;
        }
        return make(Op::key, type_of(t.fields[field.value].type), {std::move(record)}, field.value);
    }
    assert(s_.fields[table][field.value] && "a ghost is not read by generated code");
    const Expr value = load({table, *s_.fields[table][field.value]}, record);
    (void)f;
    return value;
}

Expr Lowering::read(Frame& f, const model::Read& r) {
    const model::Type& on = m_[r.record].type;
    Expr record = lower(f, r.record);
    Expr value = load_field(f, on.table.value, r.field, record);
    // A state that no call has made may have `none` where the formula rules it out by an invariant that is broken.
    if (f.checker && on.optional && record.op != Op::literal) {
        const Type type = value.type;
        const bool reference = type.kind == Type::Kind::record;
        return make(Op::select, type,
                    {exists(record), std::move(value), literal(type, reference ? model::none : std::max<Value>(type.lo, 0))});
    }
    return value;
}

Expr Lowering::record_at(Frame& f, std::uint32_t table, const std::vector<ExprId>& keys) {
    std::vector<Expr> operands;
    for (ExprId k : keys) operands.push_back(lower(f, k));
    // A pool's record is its slot; a record of a table with one key that is a table has that record's number.
    return make(Op::record_at, record_of(table), std::move(operands), table);
}

/// The record is live wherever the variable has a value.
bool Lowering::known_live(ExprId e) const {
    const auto* v = std::get_if<model::VarRef>(&m_[e].node);
    if (!v || m_[v->var].type.optional || m_[v->var].type.weak) return false;
    using Kind = model::Var::Kind;
    const Kind kind = m_[v->var].kind;
    return kind == Kind::parameter || kind == Kind::actor;
}

/// A weak reference is current while its record's epoch is the one it was made with: dropping a record, or giving it another owner, raises
/// it.
Expr Lowering::current(Frame& f, ExprId reference) {
    Expr x = lower(f, reference);
    if (!m_[reference].type.weak || fault_ == Fault::stale_is_current) return both(exists(x), live(x));
    const std::uint32_t t = m_[reference].type.table.value;
    return both(exists(x), equal(epoch_of(f, reference), load({t, *s_.epoch[t]}, x)));
}

/// The epoch that goes with a reference: a weak one's own, else that of the record as it is now.
Expr Lowering::epoch_of(Frame& f, ExprId reference) {
    const model::Expr& e = m_[reference];
    const Type type{Type::Kind::epoch, 0, 0, 0, 0};
    const std::uint32_t t = e.type.table.value;
    if (const auto* c = std::get_if<model::Const>(&e.node); c && c->value < 0) return literal(type, 0);
    if (const auto* r = std::get_if<model::Read>(&e.node); r && e.type.weak) {
        const std::uint32_t on = m_[r->record].type.table.value;
        return load({on, *s_.epochs[on][r->field.value]}, lower(f, r->record));
    }
    if (const auto* i = std::get_if<model::IfElse>(&e.node)) {
        Expr c = lower(f, i->condition);
        Expr a = epoch_of(f, i->then);
        return make(Op::select, type, {std::move(c), std::move(a), epoch_of(f, i->otherwise)});
    }
    Expr x = lower(f, reference);
    Expr now = load({t, *s_.epoch[t]}, x);
    return e.type.optional ? make(Op::select, type, {exists(std::move(x)), std::move(now), literal(type, 0)}) : now;
}

Expr Lowering::equality(Frame& f, ExprId left, ExprId right) {
    Expr one = lower(f, left), other = lower(f, right);
    if (fault_ == Fault::none_is_first && !f.checker && other.op == Op::literal && other.value < 0) other.value = 0;
    Expr same = equal(std::move(one), std::move(other));
    // A stale reference names nothing, and is not `none` either.
    auto none = [&](ExprId e) {
        const auto* c = std::get_if<model::Const>(&m_[e].node);
        return c && c->value < 0;
    };
    if (none(left) || none(right)) return same;
    if (m_[left].type.weak) same = both(std::move(same), current(f, left));
    if (m_[right].type.weak) same = both(std::move(same), current(f, right));
    return same;
}

Expr Lowering::full(Frame& f, const model::Full& n) {
    const std::uint32_t t = n.table.value;
    std::vector<Expr> keys;
    for (ExprId k : n.keys) keys.push_back(lower(f, k));
    if (s_.free[t] && s_.free[t]->leading == keys.size() && !f.effects && !f.checker) {
        const FreeList& list = *s_.free[t];
        Expr on = keys.size() == 1 && !s_.tables[list.first.table].bare ? keys[0]
                                                                        : row_of(t, make(Op::record_at, record_of(t), std::move(keys), t));
        return equal(load(list.first, std::move(on)), nothing(t));
    }
    Frame g = begin("full_" + m_.tables[t].name, Function::Kind::question, "No record of the row is free.");
    g.out = &g.function.body;
    g.function.returns = truth;
    std::vector<Expr> params;
    std::uint64_t rows = 1;
    for (std::size_t k = 0; k < keys.size(); ++k) {
        params.push_back(param(g, s_.tables[t].keys[k].name, keys[k].type));
        rows *= s_.tables[t].keys[k].size;
    }
    Walk walk;
    walk.kind = Walk::Kind::row;
    walk.start = make(Op::record_at, record_of(t), params, t);
    walk.count = s_.tables[t].records / rows;
    const Expr x = local(g, "x", record_of(t));
    walk.local = x.index;
    inside(g, walk.body, [&] { when(g, negation(live(x)), [&] { add(g, Return{literal(truth, 0)}); }); });
    add(g, std::move(walk));
    add(g, Return{yes()});
    const std::uint32_t id = finish(g);
    return make(Op::invoke, truth, std::move(keys), id);
}

Expr Lowering::counted(Frame& f, const model::CountOf& n) {
    const model::Count& count = m_[n.count];
    std::vector<Expr> args;
    for (ExprId a : n.args) args.push_back(lower(f, a));
    if (s_.counts[n.count.value]) return load(s_.counts[n.count.value]->place, std::move(args[0]));
    auto& id = count_functions_[n.count.value];
    const Type number{Type::Kind::number, 0, 0, 0, 0xffffffff};
    if (!id) {
        Frame g = begin("count_" + count.name, Function::Kind::question, count.doc);
        g.out = &g.function.body;
        g.function.returns = number;
        for (VarId p : count.params) g.vars[p] = param(g, m_[p].name, type_of(m_[p].type));
        const Expr total = define(g, "total", literal(number, 0), true);
        walk(g, count.var, count.where, {}, {}, [&] { add(g, Set{total.index, make(Op::add, number, {total, literal(number, 1)})}); });
        add(g, Return{total});
        id = finish(g);
    }
    return make(Op::invoke, number, std::move(args), *id);
}

std::vector<VarId> Lowering::free_variables(ExprId e) const {
    std::set<VarId> mentioned, bound;
    std::function<void(ExprId)> go = [&](ExprId x) {
        if (const auto* v = std::get_if<model::VarRef>(&m_[x].node)) mentioned.insert(v->var);
        if (const auto* q = std::get_if<model::Quantified>(&m_[x].node)) bound.insert(q->vars.begin(), q->vars.end());
        model::for_each_child(m_[x].node, go);
    };
    go(e);
    std::vector<VarId> out;
    std::set_difference(mentioned.begin(), mentioned.end(), bound.begin(), bound.end(), std::back_inserter(out));
    return out;
}

Expr Lowering::asked(Frame& f, const std::string& name, const std::string& doc, Type returns, const std::vector<VarId>& vars,
                     const std::function<void(Frame&)>& write) {
    Frame g = begin(name, Function::Kind::question, doc);
    g.out = &g.function.body;
    g.function.returns = returns;
    g.checker = f.checker;
    g.effects = f.effects;
    std::vector<Expr> args;
    for (VarId v : vars) {
        Expr arg = variable(f, v);
        g.vars[v] = param(g, m_[v].name, arg.type);
        args.push_back(std::move(arg));
    }
    write(g);
    const std::uint32_t id = finish(g);
    return make(Op::invoke, returns, std::move(args), id);
}

Expr Lowering::quantified(Frame& f, ExprId e) {
    const auto& q = std::get<model::Quantified>(m_[e].node);
    const std::string name =
        (q.forall ? "all_" : "any_") +
        (m_[q.vars[0]].type.kind == model::Type::Kind::reference ? m_[m_[q.vars[0]].type.table].name : m_[q.vars[0]].name);
    return asked(f, name, model::print(m_, e), truth, free_variables(e), [&](Frame& g) {
        std::function<void(std::size_t)> nest = [&](std::size_t i) {
            if (i == q.vars.size()) {
                Expr holds = lower(g, q.body);
                return when(g, q.forall ? negation(std::move(holds)) : std::move(holds),
                            [&] { add(g, Return{literal(truth, !q.forall)}); });
            }
            const std::span<const VarId> unbound(q.vars.data() + i + 1, q.vars.size() - i - 1);
            // `forall x | A implies B` goes only over the x for which A.
            const auto* implies = q.forall ? std::get_if<model::Implies>(&m_[q.body].node) : nullptr;
            const std::optional<ExprId> where = q.forall ? (implies ? std::optional(implies->left) : std::nullopt) : std::optional(q.body);
            if (m_[q.vars[i]].type.kind != model::Type::Kind::reference) return values(g, q.vars[i], [&] { nest(i + 1); });
            WalkStyle style;
            style.skip_exclusion = true;
            if (where && i + 1 == q.vars.size() && !implies) {
                return walk(g, q.vars[i], *where, unbound, style, [&] { add(g, Return{yes()}); });
            }
            if (where && i + 1 == q.vars.size()) {
                return walk(g, q.vars[i], *where, unbound, style,
                            [&] { when(g, negation(lower(g, implies->right)), [&] { add(g, Return{literal(truth, 0)}); }); });
            }
            narrowed(g, q.vars[i], where, unbound, [&] { nest(i + 1); });
        };
        nest(0);
        add(g, Return{literal(truth, q.forall)});
    });
}

Expr Lowering::lower(Frame& f, ExprId id) {
    const model::Expr& e = m_[id];
    const Type type = type_of(e.type);
    auto all = [&](const std::vector<ExprId>& ids) {
        std::vector<Expr> out;
        for (ExprId x : ids) out.push_back(lower(f, x));
        return out;
    };
    auto two = [&](Op op, Type result, ExprId a, ExprId b) {
        Expr left = lower(f, a);
        return make(op, result, {std::move(left), lower(f, b)});
    };
    return std::visit(
        model::overloaded{
            [&](const model::Const& n) { return constant(e.type, n.value); },
            [&](const model::VarRef& n) { return variable(f, n.var); },
            [&](const model::Now&) { return make(Op::now, type, {}); },
            [&](const model::RecordAt& n) { return record_at(f, n.table.value, n.keys); },
            [&](const model::Read& n) { return read(f, n); },
            [&](const model::Live& n) {
                const model::Type& on = m_[n.record].type;
                Expr x = lower(f, n.record);
                if (x.op == Op::literal && x.value < 0) return literal(truth, 0);
                // A checker asks also whether it is a record at all.
                Expr is = f.checker ? make(Op::invoke, truth, {x}, valid_[on.table.value]) : live(x);
                return on.optional ? both(exists(std::move(x)), std::move(is)) : is;
            },
            [&](const model::Current& n) { return current(f, n.reference); },
            [&](const model::Full& n) { return full(f, n); },
            [&](const model::Not& n) { return negation(lower(f, n.operand)); },
            [&](const model::And& n) { return junction(Op::both, all(n.operands)); },
            [&](const model::Or& n) { return junction(Op::either, all(n.operands)); },
            [&](const model::Implies& n) {
                Expr left = negation(lower(f, n.left));
                return either(std::move(left), lower(f, n.right));
            },
            [&](const model::Equal& n) { return equality(f, n.left, n.right); },
            [&](const model::Less& n) {
                const bool moments = type_of(m_[n.left].type).kind == Type::Kind::time;
                const bool early = fault_ == Fault::early_deadline && moments && !f.checker;
                return two(n.or_equal != early ? Op::at_most : Op::less, truth, n.left, n.right);
            },
            [&](const model::Arith& n) {
                Type result = type.kind == Type::Kind::time && !n.minus ? type : Type{Type::Kind::number, 0, 0, INT64_MIN, INT64_MAX};
                return two(n.minus ? Op::subtract : Op::add, result, n.left, n.right);
            },
            [&](const model::RightsOp& n) {
                using K = model::RightsOp::Op;
                return two(n.op == K::unite ? Op::unite : n.op == K::subtract ? Op::remove : Op::common, type, n.left, n.right);
            },
            [&](const model::Within& n) {
                return fault_ == Fault::inverted_rights && !f.checker ? two(Op::within, truth, n.right, n.left)
                                                                      : two(Op::within, truth, n.left, n.right);
            },
            [&](const model::Descends& n) {
                Expr below = lower(f, n.below);
                const std::uint32_t t = m_[n.below].type.table.value;
                return make(Op::invoke, truth, {std::move(below), lower(f, n.above)}, *(n.strictly ? strictly_descends_ : descends_)[t]);
            },
            [&](const model::Related& n) {
                Expr out = two(Op::related, truth, n.left, n.right);
                out.index = n.relation.value;
                return out;
            },
            [&](const model::CountOf& n) { return counted(f, n); },
            [&](const model::IfElse& n) {
                Expr c = lower(f, n.condition);
                Expr a = lower(f, n.then);
                return make(Op::select, type, {std::move(c), std::move(a), lower(f, n.otherwise)});
            },
            [&](const model::Quantified&) { return quantified(f, id); },
            [&](const auto&) -> Expr {
                assert(false && "only transitions speak of steps");
                return yes();
            },
        },
        e.node);
}

}  // namespace fief::gen
