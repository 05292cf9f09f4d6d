#include "model/fingerprint.hpp"

#include "model/children.hpp"

#include <fmt/format.h>

#include <iterator>
#include <unordered_map>

namespace fief::model {
namespace {

/// Writes nodes in prefix form: the kind's number, what the node itself holds, then its parts.
class Writer {
public:
    explicit Writer(const Model& model) : m_(model) {}

    void call(const Call& c) {
        put("call {} {}", c.name, c.kernel);
        for (const VarId p : c.params) binder(p);
        if (c.actor) binder(*c.actor);
        for (const VarId r : c.results) binder(r);
        for (const Check& check : c.checks)
            std::visit(overloaded{[&](const Let& n) { let(n); },
                                  [&](const Require& n) {
                                      put("require {}", m_[n.error]);
                                      expr(n.condition);
                                  }},
                       check.node);
        block(c.effects);
    }

    std::string take() { return std::move(out_); }

private:
    const Model& m_;
    std::string out_;
    std::unordered_map<std::uint32_t, std::size_t> numbers_;

    template <class... Args>
    void put(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
        out_ += '\n';
    }

    [[nodiscard]] std::size_t number(VarId var) { return numbers_.try_emplace(var.value, numbers_.size()).first->second; }
    void type(const Type& t) {
        put("type {} {} {} {} {} {} {} {}", static_cast<int>(t.kind), t.lo, t.hi, t.enumeration.value, t.table.value, t.key, t.optional,
            t.weak);
    }
    void binder(VarId var) {
        put("var {} {}", number(var), static_cast<int>(m_[var].kind));
        type(m_[var].type);
    }
    void let(const Let& n) {
        expr(n.value);
        put("let");
        binder(n.var);
    }

    void expr(ExprId id) {
        const Expr& e = m_[id];
        put("expr {}", e.node.index());
        type(e.type);
        std::visit(
            overloaded{
                [&](const Const& n) { put("{}", n.value); }, [&](const VarRef& n) { put("{}", number(n.var)); },
                [&](const RecordAt& n) { put("{} {}", n.table.value, n.keys.size()); }, [&](const Read& n) { put("{}", n.field.value); },
                [&](const Full& n) { put("{} {}", n.table.value, n.keys.size()); }, [&](const And& n) { put("{}", n.operands.size()); },
                [&](const Or& n) { put("{}", n.operands.size()); }, [&](const Less& n) { put("{}", n.or_equal); },
                [&](const Arith& n) { put("{}", n.minus); }, [&](const RightsOp& n) { put("{}", static_cast<int>(n.op)); },
                [&](const Descends& n) { put("{}", n.strictly); }, [&](const Related& n) { put("{}", n.relation.value); },
                [&](const CountOf& n) { put("{} {}", n.count.value, n.args.size()); },
                [&](const Quantified& n) {
                    put("{} {}", n.forall, n.vars.size());
                    for (const VarId v : n.vars) binder(v);
                },
                [&](const Called& n) { put("{} {}", n.call.value, n.args ? n.args->size() + 1 : 0); },
                [&](const Emitted& n) { put("{} {}", n.event.value, n.args.size()); },
                [&](const Forced& n) { put("{}", n.revocation.value); }, [](const auto&) {},  // nothing but its parts
            },
            e.node);
        for_each_child(e.node, [&](const ExprId& child) { expr(child); });
    }

    void exprs(const std::vector<ExprId>& all) {
        put("{}", all.size());
        for (const ExprId e : all) expr(e);
    }

    void block(const Block& statements) {
        put("block {}", statements.size());
        for (const Stmt& s : statements) stmt(s);
    }

    void stmt(const Stmt& s) {
        put("stmt {}", s.node.index());
        std::visit(overloaded{
                       [&](const Let& n) { let(n); },
                       [&](const Assign& n) {
                           put("{}", n.field.value);
                           expr(n.record);
                           expr(n.value);
                       },
                       [&](const SetResult& n) {
                           put("{}", number(n.var));
                           expr(n.value);
                       },
                       [&](const New& n) {
                           put("{}", n.table.value);
                           exprs(n.keys);
                           exprs(n.inits);
                           binder(n.var);
                       },
                       [&](const Drop& n) { expr(n.record); },
                       [&](const For& n) {
                           binder(n.var);
                           expr(n.where);
                           block(n.body);
                       },
                       [&](const Pick& n) {
                           binder(n.var);
                           expr(n.where);
                           block(n.body);
                           block(n.otherwise);
                       },
                       [&](const If& n) {
                           expr(n.condition);
                           block(n.then);
                           block(n.otherwise);
                       },
                       [&](const Emit& n) {
                           put("{}", n.event.value);
                           exprs(n.args);
                       },
                       [&](const Force& n) {
                           put("{}", n.revocation.value);
                           expr(n.record);
                       },
                       [&](const Scope& n) {
                           put("{} {}", static_cast<int>(n.kind), n.name);
                           block(n.body);
                       },
                   },
                   s.node);
    }
};

}  // namespace

std::string fingerprint(const Model& model, const Call& call) {
    Writer writer(model);
    writer.call(call);
    return writer.take();
}

}  // namespace fief::model
