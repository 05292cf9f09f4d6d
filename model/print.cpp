#include "model/print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace fief::model {
namespace {

/// How tightly an expression holds together, as in the grammar: an operand looser than its place wants is bracketed.
enum class Tightness { loose, disjunct, conjunct, negation, relation, sum, atom };

class Printer {
public:
    explicit Printer(const Model& model) : m_(model) {}

    [[nodiscard]] std::string at(ExprId id, Tightness wanted) const {
        auto [text, tightness] = write(id);
        return tightness < wanted ? "(" + text + ")" : text;
    }

private:
    struct Written {
        std::string text;
        Tightness tightness;
    };
    const Model& m_;

    [[nodiscard]] std::string list(const std::vector<ExprId>& ids) const {
        std::vector<std::string> parts;
        for (ExprId id : ids) parts.push_back(at(id, Tightness::loose));
        return fmt::format("{}", fmt::join(parts, ", "));
    }
    [[nodiscard]] std::string joined(const std::vector<ExprId>& ids, const char* word, Tightness wanted) const {
        std::vector<std::string> parts;
        for (ExprId id : ids) parts.push_back(at(id, wanted));
        return fmt::format("{}", fmt::join(parts, word));
    }
    [[nodiscard]] Written relation(ExprId left, const char* word, ExprId right) const {
        return {fmt::format("{} {} {}", at(left, Tightness::sum), word, at(right, Tightness::sum)), Tightness::relation};
    }
    [[nodiscard]] std::string place(TableId table, const std::vector<ExprId>& keys) const {
        return keys.empty() ? m_[table].name : fmt::format("{}[{}]", m_[table].name, list(keys));
    }
    [[nodiscard]] std::string constant(const Type& type, Value value) const {
        switch (type.kind) {
            case Type::Kind::boolean: return value ? "true" : "false";
            case Type::Kind::enumeration: return m_[type.enumeration].names[static_cast<std::size_t>(value)];
            case Type::Kind::duration: return print_duration(m_, value);
            case Type::Kind::rights: return print_rights(m_, type.table, value);
            case Type::Kind::reference: return value == none ? "none" : fmt::format("{}[{}]", m_[type.table].name, value);
            default: return fmt::format("{}", value);
        }
    }
    /// `x is not y` for `not x is y`.
    [[nodiscard]] Written negated(ExprId operand) const {
        const Expr& e = m_[operand];
        if (const auto* n = std::get_if<Equal>(&e.node)) return relation(n->left, "is not", n->right);
        if (const auto* n = std::get_if<Live>(&e.node)) return {at(n->record, Tightness::sum) + " is not live", Tightness::relation};
        if (const auto* n = std::get_if<Current>(&e.node))
            return {at(n->reference, Tightness::sum) + " is not current", Tightness::relation};
        if (const auto* n = std::get_if<Full>(&e.node)) return {place(n->table, n->keys) + " is not full", Tightness::relation};
        if (const auto* n = std::get_if<Quantified>(&e.node); n && !n->forall) return quantified("no", *n);
        return {"not " + at(operand, Tightness::negation), Tightness::negation};
    }
    [[nodiscard]] Written quantified(const char* word, const Quantified& q) const {
        std::vector<std::string> vars;
        for (VarId v : q.vars) vars.push_back(fmt::format("{}: {}", m_[v].name, print(m_, m_[v].type)));
        return {fmt::format("{} {} | {}", word, fmt::join(vars, ", "), at(q.body, Tightness::loose)), Tightness::loose};
    }

    [[nodiscard]] Written write(ExprId id) const {
        using T = Tightness;
        const Expr& e = m_[id];
        return std::visit(
            overloaded{
                [&](const Const& n) {
                    return Written{constant(e.type, n.value), T::atom};
                },
                [&](const VarRef& n) {
                    return Written{m_[n.var].name, T::atom};
                },
                [&](const Now&) {
                    return Written{"now", T::atom};
                },
                [&](const RecordAt& n) {
                    return Written{place(n.table, n.keys), T::atom};
                },
                [&](const Read& n) {
                    return Written{at(n.record, T::atom) + "." + m_[m_[n.record].type.table].fields[n.field.value].name, T::atom};
                },
                [&](const Live& n) {
                    return Written{at(n.record, T::sum) + " is live", T::relation};
                },
                [&](const Current& n) {
                    return Written{at(n.reference, T::sum) + " is current", T::relation};
                },
                [&](const Full& n) {
                    return Written{place(n.table, n.keys) + " is full", T::relation};
                },
                [&](const Not& n) { return negated(n.operand); },
                [&](const And& n) {
                    return Written{joined(n.operands, " and ", T::negation), T::conjunct};
                },
                [&](const Or& n) {
                    return Written{joined(n.operands, " or ", T::conjunct), T::disjunct};
                },
                [&](const Implies& n) {
                    return Written{fmt::format("{} implies {}", at(n.left, T::disjunct), at(n.right, T::loose)), T::loose};
                },
                [&](const Equal& n) { return relation(n.left, "is", n.right); },
                [&](const Less& n) { return relation(n.left, n.or_equal ? "<=" : "<", n.right); },
                [&](const Arith& n) {
                    return Written{fmt::format("{} {} {}", at(n.left, T::sum), n.minus ? '-' : '+', at(n.right, T::atom)), T::sum};
                },
                [&](const RightsOp& n) {
                    const char sign = n.op == RightsOp::Op::unite ? '+' : n.op == RightsOp::Op::subtract ? '-' : '&';
                    return Written{fmt::format("{} {} {}", at(n.left, T::sum), sign, at(n.right, T::atom)), T::sum};
                },
                [&](const Within& n) { return relation(n.left, "within", n.right); },
                [&](const Descends& n) { return relation(n.below, n.strictly ? "strictly descends from" : "descends from", n.above); },
                [&](const Related& n) {
                    return Written{fmt::format("{}({}, {})", m_[n.relation].name, at(n.left, T::loose), at(n.right, T::loose)), T::atom};
                },
                [&](const CountOf& n) {
                    return Written{fmt::format("{}({})", m_[n.count].name, list(n.args)), T::atom};
                },
                [&](const IfElse& n) {
                    return Written{
                        fmt::format("if {} then {} else {}", at(n.condition, T::loose), at(n.then, T::loose), at(n.otherwise, T::loose)),
                        T::loose};
                },
                [&](const Quantified& n) { return quantified(n.forall ? "forall" : "exists", n); },
                [&](const Old& n) {
                    return Written{fmt::format("old({})", at(n.operand, T::loose)), T::atom};
                },
                [&](const Caller&) {
                    return Written{"caller", T::atom};
                },
                [&](const ByKernel&) {
                    return Written{"caller is none", T::relation};
                },
                [&](const TimePasses&) {
                    return Written{"time passes", T::relation};
                },
                [&](const Called& n) {
                    return Written{n.args ? fmt::format("called {}({})", m_[n.call].name, list(*n.args)) : "called " + m_[n.call].name,
                                   T::relation};
                },
                [&](const Emitted& n) {
                    return Written{fmt::format("emits {}({})", m_[n.event].name, list(n.args)), T::relation};
                },
                [&](const Forced& n) {
                    return Written{fmt::format("emits force({})", at(n.record, T::loose)), T::relation};
                },
            },
            e.node);
    }
};

}  // namespace

std::string print(const Model& model, ExprId expr) { return Printer(model).at(expr, Tightness::loose); }

std::string print(const Model& model, const Type& type) {
    switch (type.kind) {
        case Type::Kind::boolean: return "bool";
        case Type::Kind::integer: return fmt::format("{}..{}", type.lo, type.hi);
        case Type::Kind::instant: return "time";
        case Type::Kind::duration: return "duration";
        case Type::Kind::enumeration: return model[type.enumeration].name;
        case Type::Kind::reference:
            return fmt::format("{}{}{}", type.weak ? "weak " : "", model[type.table].name, type.optional ? "?" : "");
        case Type::Kind::rights: return model[type.table].name + ".rights";
        case Type::Kind::slot: return fmt::format("{}.{}", model[type.table].name, model[type.table].keys[type.key].name);
    }
    return {};
}

std::string print_rights(const Model& model, TableId table, Value mask) {
    const auto bits = static_cast<std::uint64_t>(mask);
    if (bits != 0 && bits == model[table].rights) return "all";
    std::vector<std::string> names;
    for (std::size_t i = 0; i < model.rights.size(); ++i)
        if (bits >> i & 1U) names.push_back(model.rights[i]);
    return fmt::format("{{{}}}", fmt::join(names, ", "));
}

std::string print_duration(const Model& model, Value amount) {
    return fmt::format("{}{}", amount, model.clock ? model.clock->unit : std::string{});
}

}  // namespace fief::model
