#include "model/interpreter_evaluation.hpp"

#include "model/print.hpp"
#include "model/written.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace fief::model {
namespace {

Value mask_of(Value left, Value right, RightsOp::Op op) {
    switch (op) {
        case RightsOp::Op::unite: return left | right;
        case RightsOp::Op::subtract: return left & ~right;
        case RightsOp::Op::intersect: return left & right;
    }
    return 0;
}

}  // namespace

bool values_of_type(const Layout& layout, const Type& type, const Value* words, std::vector<Value>& out, std::span<const Value> written) {
    const Model& model = layout.model();
    auto range = [&](Value lo, Value hi) {
        for (Value v = lo; v <= hi; ++v) out.push_back(v);
        return true;
    };
    switch (type.kind) {
        case Type::Kind::boolean: return range(0, 1);
        case Type::Kind::enumeration: return range(0, static_cast<Value>(model[type.enumeration].names.size()) - 1);
        case Type::Kind::slot: return range(0, layout.key_size(type.table, type.key) - 1);
        case Type::Kind::rights: {
            const auto all = static_cast<Value>(model[type.table].rights);
            for (Value v = 0;; v = (v - all) & all) {  // the subsets of a mask, ascending
                out.push_back(v);
                if (v == all) return true;
            }
        }
        case Type::Kind::integer:
            if (!too_wide(type)) return range(type.lo, type.hi);
            break;
        case Type::Kind::instant:
        case Type::Kind::duration:
        case Type::Kind::reference: break;
    }
    const bool number = type.kind == Type::Kind::integer;
    auto add = [&](Value v) {
        for (Value near : {v - 1, v, v + 1})
            if (number ? near >= type.lo && near <= type.hi : near >= 0) out.push_back(near);
    };
    if (number) add(type.lo), add(type.hi);
    else add(words[0]);
    for (Value v : written) {
        if (type.kind == Type::Kind::instant) add(words[0] - v), v += words[0];
        add(v);
    }
    for (std::uint32_t t = 0; t < model.tables.size(); ++t)
        for (std::uint32_t f = 0; f < model.tables[t].fields.size(); ++f) {
            const Field& field = model.tables[t].fields[f];
            if (field.role == Role::key || field.type.kind != type.kind) continue;
            for (Value r = 0; r < layout.records(TableId{t}); ++r)
                if (words[layout.live(TableId{t}, r)]) add(words[layout.field(TableId{t}, r, FieldId{f})]);
        }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return false;
}

Evaluation::Evaluation(const Layout& layout) : vars(layout.model().vars.size(), 0), layout_(&layout), model_(&layout.model()) {}

void Evaluation::fault(ExprId at, std::string message) const { throw Undefined{(*model_)[at].span, std::move(message)}; }

Value Evaluation::fitting(Value value, const Type& type, ExprId from) {
    switch (type.kind) {
        case Type::Kind::integer:
            if (value < type.lo || value > type.hi)
                fault(from, fmt::format("{} is {}, outside {}..{}", print(*model_, from), value, type.lo, type.hi));
            break;
        case Type::Kind::reference:
            if (value == none && !type.optional) fault(from, print(*model_, from) + " is none");
            if (value == stale && !type.weak) fault(from, print(*model_, from) + " is stale");
            break;
        case Type::Kind::slot:
            if (value < 0 || value >= layout_->key_size(type.table, type.key)) fault(from, fmt::format("slot {} is out of range", value));
            break;
        case Type::Kind::instant:
        case Type::Kind::duration:
            if (value < 0) fault(from, print(*model_, from) + " is before the beginning");
            break;
        default: break;
    }
    return value;
}

Value Evaluation::record(ExprId expr) {
    const Value r = value(expr);
    if (r == none) fault(expr, print(*model_, expr) + " is none");
    if (r == stale) fault(expr, print(*model_, expr) + " is stale");
    return r;
}

std::optional<Layout::Row> Evaluation::row(TableId table, const std::vector<ExprId>& keys, ExprId at) {
    Value values[8];
    const std::size_t n = std::min<std::size_t>(keys.size(), 8);
    for (std::size_t k = 0; k < n; ++k) values[k] = (*model_)[table].keys[k].table ? record(keys[k]) : value(keys[k]);
    auto found = layout_->row(table, {values, n});
    if (!found) fault(at, print(*model_, at) + ": a slot is out of range");
    return found;
}

Value Evaluation::read(const Read& r, ExprId at) {
    const Value rec = record(r.record);
    const TableId table = (*model_)[r.record].type.table;
    const Field& field = (*model_)[table].fields[r.field.value];
    if (field.role == Role::key) return layout_->key(table, rec, r.field.value);
    if (!live(table, rec)) fault(at, fmt::format("{} ({}) is not live", print(*model_, r.record), show_record(*layout_, table, rec)));
    if (field.role == Role::deadline || field.role == Role::since || field.role == Role::entered)
        if (words_[layout_->field(table, rec, *layout_->role(table, Role::phase))] == 0) read_idle_time = true;
    return words_[layout_->field(table, rec, r.field)];
}

bool Evaluation::descends(const Descends& d) {
    const TableId table = (*model_)[d.below].type.table;
    Value below = value(d.below);
    const Value above = value(d.above);
    if (below < 0 || above < 0 || !live(table, below) || !live(table, above)) return false;
    if (below == above) return !d.strictly;
    const FieldId parent = *layout_->role(table, Role::parent);
    // The walk is bounded: states that no call has made may have parents in a circle, or dead ones.
    for (Value steps = layout_->records(table); steps > 0; --steps) {
        below = words_[layout_->field(table, below, parent)];
        if (below < 0 || !live(table, below)) return false;
        if (below == above) return true;
    }
    return false;
}

bool Evaluation::quantified(const Quantified& q, std::size_t from, bool either) {
    if (from == q.vars.size()) {
        const auto* inner = either ? std::get_if<Quantified>(&(*model_)[q.body].node) : nullptr;
        if (inner && inner->forall) return quantified(*inner, 0, true);
        return holds(q.body);
    }
    const VarId var = q.vars[from];
    const bool were_unsure = std::exchange(unsure, false);
    bool any_unsure = false;
    const bool all = each((*model_)[var].type, either, [&](Value v) {
        vars[var.value] = v;
        unsure = false;
        const bool undecided = quantified(q, from + 1, either) == q.forall;
        any_unsure = any_unsure || unsure;
        return undecided;
    });
    // One value that decides it is as sure as what is said of that value.
    unsure = were_unsure || unsure || (all && any_unsure);
    return all == q.forall;
}

bool Evaluation::holds_of_step(ExprId formula) {
    const auto* q = std::get_if<Quantified>(&(*model_)[formula].node);
    return q && q->forall ? quantified(*q, 0, true) : holds(formula);
}

bool Evaluation::emitted(const Emitted& e) {
    if (!step_) return false;
    std::vector<Value> args;
    for (ExprId a : e.args) args.push_back(value(a));
    return std::any_of(step_->outcome->events.begin(), step_->outcome->events.end(),
                       [&](const Emission& m) { return m.event == e.event && m.args == args; });
}

bool Evaluation::called(const Called& c) {
    if (!step_ || !step_->step->call || *step_->step->call != c.call) return false;
    if (!c.args) return true;
    if (step_->any_args) {
        for (ExprId arg : *c.args) static_cast<void>(value(arg));
        return true;
    }
    for (std::size_t i = 0; i < c.args->size(); ++i)
        if (value((*c.args)[i]) != step_->step->args[i]) return false;
    return true;
}

Value Evaluation::caller(const Type& type) const {
    if (!step_ || !step_->step->call) return none;
    const Call& call = (*model_)[*step_->step->call];
    return call.actor && (*model_)[*call.actor].type.table == type.table ? step_->step->caller : none;
}

Value Evaluation::value(ExprId id) {
    const Expr& e = (*model_)[id];
    return std::visit(
        overloaded{
            [&](const Const& n) -> Value { return n.value; },
            [&](const VarRef& n) -> Value { return vars[n.var.value]; },
            [&](const Now&) -> Value { return words_[0]; },
            [&](const RecordAt& n) -> Value { return row(n.table, n.keys, id)->first; },
            [&](const Read& n) -> Value { return read(n, id); },
            [&](const Live& n) -> Value {
                const Value r = value(n.record);
                return r >= 0 && live((*model_)[n.record].type.table, r);
            },
            [&](const Current& n) -> Value {
                const Value r = value(n.reference);
                return r >= 0 && live((*model_)[n.reference].type.table, r);
            },
            [&](const Full& n) -> Value {
                const Layout::Row range = *row(n.table, n.keys, id);
                for (Value r = range.first; r < range.first + range.size; ++r)
                    if (!live(n.table, r)) return 0;
                return 1;
            },
            [&](const Not& n) -> Value { return !holds(n.operand); },
            [&](const And& n) -> Value { return std::all_of(n.operands.begin(), n.operands.end(), [&](ExprId o) { return holds(o); }); },
            [&](const Or& n) -> Value { return std::any_of(n.operands.begin(), n.operands.end(), [&](ExprId o) { return holds(o); }); },
            [&](const Implies& n) -> Value { return !holds(n.left) || holds(n.right); },
            [&](const Equal& n) -> Value {
                const Value left = value(n.left);
                return left == value(n.right);
            },
            [&](const Less& n) -> Value {
                const Value left = value(n.left), right = value(n.right);
                return n.or_equal ? left <= right : left < right;
            },
            [&](const Arith& n) -> Value {
                const Value left = value(n.left), right = value(n.right);
                return n.minus ? left - right : left + right;
            },
            [&](const RightsOp& n) -> Value {
                const Value left = value(n.left), right = value(n.right);
                return mask_of(left, right, n.op);
            },
            [&](const Within& n) -> Value {
                const Value left = value(n.left), right = value(n.right);
                return (left & ~right) == 0;
            },
            [&](const Descends& n) -> Value { return descends(n); },
            [&](const Related& n) -> Value {
                const bool slots = (*model_)[n.left].type.kind == Type::Kind::slot;
                const Value left = slots ? value(n.left) : record(n.left), right = slots ? value(n.right) : record(n.right);
                return layout_->related(n.relation, left, right);
            },
            [&](const CountOf& n) -> Value {
                const Count& count = (*model_)[n.count];
                Value args[8] = {};
                for (std::size_t i = 0; i < n.args.size() && i < 8; ++i)
                    args[i] = fitting(value(n.args[i]), (*model_)[count.params[i]].type, n.args[i]);
                for (std::size_t i = 0; i < n.args.size() && i < 8; ++i) vars[count.params[i].value] = args[i];
                Value matches = 0;
                each((*model_)[count.var].type, false, [&](Value r) {
                    vars[count.var.value] = r;
                    matches += holds(count.where);
                    return true;
                });
                return matches;
            },
            [&](const IfElse& n) -> Value { return value(holds(n.condition) ? n.then : n.otherwise); },
            [&](const Quantified& n) -> Value { return quantified(n, 0, false); },
            [&](const Old& n) -> Value {
                Before before(*this);
                return value(n.operand);
            },
            [&](const Caller&) -> Value { return caller(e.type); },
            [&](const ByKernel&) -> Value { return step_ && (!step_->step->call || (*model_)[*step_->step->call].kernel); },
            [&](const TimePasses&) -> Value { return step_ && !step_->step->call; },
            [&](const Called& n) -> Value { return called(n); },
            [&](const Emitted& n) -> Value { return emitted(n); },
            [&](const Forced& n) -> Value {
                const Value r = value(n.record);
                return step_ && std::find(step_->outcome->forced.begin(), step_->outcome->forced.end(), std::pair{n.revocation, r}) !=
                                    step_->outcome->forced.end();
            },
        },
        e.node);
}

}  // namespace fief::model
