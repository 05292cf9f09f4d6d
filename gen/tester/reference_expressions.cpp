// Expressions as the spec means them: quantifiers go through everything there is, counts count.

#include "gen/tester/reference.hpp"
#include "model/children.hpp"
#include "model/print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <limits>

namespace fief::gen {

using model::ExprId;
using model::VarId;

std::string Reference::number(model::Value value) {
    return value == std::numeric_limits<model::Value>::min() ? "INT64_MIN" : fmt::format("{}", value);
}

std::string Reference::table(model::TableId id) const { return "t_" + m_[id].name; }
std::string Reference::field(model::TableId id, model::FieldId f) const {
    return fmt::format("f_{}_{}", m_[id].name, m_[id].fields[f.value].name);
}
std::string Reference::variable(VarId id) const { return fmt::format("{}_{}", m_[id].name.empty() ? "it" : m_[id].name, id.value); }

std::string Reference::constant(const model::Type& type, model::Value value) const {
    switch (type.kind) {
        case model::Type::Kind::boolean: return value ? "true" : "false";
        case model::Type::Kind::reference: return value == model::none ? "none" : number(value);
        case model::Type::Kind::enumeration:
            return fmt::format("{} /* {} */", value, m_[type.enumeration].names[static_cast<std::size_t>(value)]);
        case model::Type::Kind::rights: return fmt::format("{:#x}", value);
        default: return number(value);
    }
}

std::string Reference::operand(ExprId id) {
    const std::string text = value(id);
    const bool plain = std::visit(model::overloaded{
                                      [&](const model::Const& n) { return n.value >= 0; },
                                      [](const auto& n) {
                                          using N = std::remove_cvref_t<decltype(n)>;
                                          return std::is_same_v<N, model::VarRef> || std::is_same_v<N, model::Now> ||
                                                 std::is_same_v<N, model::RecordAt> || std::is_same_v<N, model::Read> ||
                                                 std::is_same_v<N, model::Live> || std::is_same_v<N, model::Current> ||
                                                 std::is_same_v<N, model::Full> || std::is_same_v<N, model::Descends> ||
                                                 std::is_same_v<N, model::Related> || std::is_same_v<N, model::CountOf> ||
                                                 std::is_same_v<N, model::Quantified>;
                                      },
                                  },
                                  m_[id].node);
    return plain || text == "none" ? text : fmt::format("({})", text);
}

std::string Reference::record(ExprId id) {
    if (std::holds_alternative<model::RecordAt>(m_[id].node)) return value(id);
    return fmt::format("some({})", value(id));
}

std::string Reference::joined(const std::vector<ExprId>& operands, const char* between) {
    std::vector<std::string> parts;
    for (ExprId o : operands) parts.push_back(operands.size() == 1 ? value(o) : operand(o));
    return fmt::format("{}", fmt::join(parts, between));
}

std::string Reference::keys(model::TableId t, const std::vector<ExprId>& keys) {
    std::vector<std::string> parts;
    for (std::size_t k = 0; k < keys.size(); ++k) parts.push_back(m_[t].keys[k].table ? record(keys[k]) : value(keys[k]));
    return fmt::format("{{{}}}", fmt::join(parts, ", "));
}

std::string Reference::stored(ExprId id, const model::Type& type) {
    switch (type.kind) {
        case model::Type::Kind::integer: return fmt::format("within({}, {}, {})", value(id), number(type.lo), number(type.hi));
        case model::Type::Kind::slot: return fmt::format("within({}, 0, {})", value(id), layout_.key_size(type.table, type.key) - 1);
        case model::Type::Kind::reference:
            if (type.optional && type.weak) return value(id);
            return fmt::format("{}({})", type.optional ? "maybe" : type.weak ? "weak_some" : "some", value(id));
        default: return value(id);
    }
}

std::vector<VarId> Reference::free_variables(ExprId id) const {
    std::set<VarId> mentioned, bound;
    std::function<void(ExprId)> go = [&](ExprId x) {
        if (const auto* v = std::get_if<model::VarRef>(&m_[x].node)) mentioned.insert(v->var);
        if (const auto* q = std::get_if<model::Quantified>(&m_[x].node)) bound.insert(q->vars.begin(), q->vars.end());
        model::for_each_child(m_[x].node, go);
    };
    go(id);
    std::vector<VarId> out;
    std::set_difference(mentioned.begin(), mentioned.end(), bound.begin(), bound.end(), std::back_inserter(out));
    return out;
}

std::string Reference::quantified(ExprId id) {
    if (quantified_.insert(id.value).second) pending_.push_back(id);
    std::vector<std::string> args;
    for (VarId v : free_variables(id)) args.push_back(variable(v));
    return fmt::format("{}_q{}({})", std::get<model::Quantified>(m_[id].node).forall ? "all" : "any", id.value, fmt::join(args, ", "));
}

void Reference::each(Writer& out, VarId var) {
    const model::Type& type = m_[var].type;
    const std::string v = variable(var);
    switch (type.kind) {
        case model::Type::Kind::reference:
            out.open(fmt::format("for (Value {0} = 0; {0} < {1}; ++{0}) {{", v, layout_.records(type.table)));
            out.line(fmt::format("if (!is_live({}, {})) continue;", table(type.table), v));
            return;
        case model::Type::Kind::rights: {  // the subsets of a mask
            const auto all = static_cast<model::Value>(m_[type.table].rights);
            out.open(fmt::format("for (Value {0} = 0; {0} <= {1:#x}; ++{0}) {{", v, all));
            out.line(fmt::format("if (({} & ~Value{{{:#x}}}) != 0) continue;", v, all));
            return;
        }
        case model::Type::Kind::boolean: return out.open(fmt::format("for (Value {0} = 0; {0} <= 1; ++{0}) {{", v));
        case model::Type::Kind::enumeration:
            return out.open(fmt::format("for (Value {0} = 0; {0} < {1}; ++{0}) {{", v, m_[type.enumeration].names.size()));
        case model::Type::Kind::slot:
            return out.open(fmt::format("for (Value {0} = 0; {0} < {1}; ++{0}) {{", v, layout_.key_size(type.table, type.key)));
        default: return out.open(fmt::format("for (Value {0} = {1}; {0} <= {2}; ++{0}) {{", v, number(type.lo), number(type.hi)));
    }
}

void Reference::quantifier(Writer& out, ExprId id) {
    const auto& q = std::get<model::Quantified>(m_[id].node);
    std::vector<std::string> params;
    for (VarId v : free_variables(id)) params.push_back("[[maybe_unused]] Value " + variable(v));
    out.line();
    out.line("/// " + model::print(m_, id));
    out.open(fmt::format("[[nodiscard]] bool {}_q{}({}) const {{", q.forall ? "all" : "any", id.value, fmt::join(params, ", ")));
    for (VarId v : q.vars) each(out, v);
    out.line(fmt::format("if ({}) return {};", q.forall ? "!" + operand(q.body) : value(q.body), !q.forall));
    for (std::size_t i = 0; i < q.vars.size(); ++i) out.close();
    out.line(fmt::format("return {};", q.forall));
    out.close();
}

void Reference::pending(Writer& out) {
    while (!pending_.empty()) {
        const ExprId id = pending_.back();
        pending_.pop_back();
        quantifier(out, id);
    }
}

void Reference::count(Writer& out, std::uint32_t id) {
    const model::Count& count = m_.counts[id];
    std::vector<std::string> params;
    for (VarId v : count.params) params.push_back("[[maybe_unused]] Value " + variable(v));
    out.line();
    out.line(fmt::format("/// How many of {}: {}", m_[m_[count.var].type.table].name, model::print(m_, count.where)));
    out.open(fmt::format("[[nodiscard]] Value count_{}({}) const {{", count.name, fmt::join(params, ", ")));
    out.line("Value total = 0;");
    each(out, count.var);
    out.line(fmt::format("if ({}) ++total;", value(count.where)));
    out.close();
    out.line("return total;");
    out.close();
    pending(out);
}

std::string Reference::value(ExprId id) {
    const model::Expr& e = m_[id];
    auto two = [&](const char* op, ExprId left, ExprId right) { return fmt::format("{} {} {}", operand(left), op, operand(right)); };
    return std::visit(
        model::overloaded{
            [&](const model::Const& n) { return constant(e.type, n.value); },
            [&](const model::VarRef& n) { return variable(n.var); },
            [&](const model::Now&) { return std::string("s.now"); },
            [&](const model::RecordAt& n) { return fmt::format("record_at({}, {})", table(n.table), keys(n.table, n.keys)); },
            [&](const model::Read& n) {
                const model::TableId t = m_[n.record].type.table;
                if (m_[t].fields[n.field.value].role == model::Role::key)
                    return fmt::format("key({}, {}, {})", table(t), value(n.record), field(t, n.field));
                return fmt::format("read({}, {}, {})", table(t), value(n.record), field(t, n.field));
            },
            [&](const model::Live& n) { return fmt::format("is_live({}, {})", table(m_[n.record].type.table), value(n.record)); },
            [&](const model::Current& n) { return fmt::format("is_live({}, {})", table(m_[n.reference].type.table), value(n.reference)); },
            [&](const model::Full& n) { return fmt::format("is_full({}, {})", table(n.table), keys(n.table, n.keys)); },
            [&](const model::Not& n) { return "!" + operand(n.operand); },
            [&](const model::And& n) { return n.operands.empty() ? std::string("true") : joined(n.operands, " && "); },
            [&](const model::Or& n) { return n.operands.empty() ? std::string("false") : joined(n.operands, " || "); },
            [&](const model::Implies& n) { return fmt::format("!{} || {}", operand(n.left), operand(n.right)); },
            [&](const model::Equal& n) { return two("==", n.left, n.right); },
            [&](const model::Less& n) { return two(n.or_equal ? "<=" : "<", n.left, n.right); },
            [&](const model::Arith& n) { return two(n.minus ? "-" : "+", n.left, n.right); },
            [&](const model::RightsOp& n) {
                using Rights = model::RightsOp::Op;
                return two(n.op == Rights::unite ? "|" : n.op == Rights::intersect ? "&" : "& ~", n.left, n.right);
            },
            [&](const model::Within& n) { return fmt::format("({} & ~Value{{{}}}) == 0", operand(n.left), value(n.right)); },
            [&](const model::Descends& n) {
                return fmt::format("descends({}, {}, {}, {})", table(m_[n.below].type.table), value(n.below), value(n.above), n.strictly);
            },
            [&](const model::Related& n) {
                const bool slots = m_[n.left].type.kind == model::Type::Kind::slot;
                return fmt::format("relation_holds({}, {}, {})", m_[n.relation].axioms == model::Relation::Axioms::total,
                                   slots ? value(n.left) : record(n.left), slots ? value(n.right) : record(n.right));
            },
            [&](const model::CountOf& n) {
                std::vector<std::string> args;
                for (std::size_t i = 0; i < n.args.size(); ++i) args.push_back(stored(n.args[i], m_[m_[n.count].params[i]].type));
                return fmt::format("count_{}({})", m_[n.count].name, fmt::join(args, ", "));
            },
            [&](const model::IfElse& n) {
                return fmt::format("{} ? {} : {}", operand(n.condition), operand(n.then), operand(n.otherwise));
            },
            [&](const model::Quantified&) { return quantified(id); },
            [](const auto&) { return std::string("false"); },  // only transitions speak of steps
        },
        e.node);
}

}  // namespace fief::gen
