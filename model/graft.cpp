#include "model/graft.hpp"

#include "model/children.hpp"

#include <algorithm>
#include <cassert>
#include <unordered_map>

namespace fief::model {
namespace {

class Graft {
public:
    Graft(const Model& from, Model& to) : from_(from), to_(to) {}

    Call call(CallId id) {
        const Call& source = from_[id];
        Call out = to_[id];
        assert(source.name == out.name && source.params.size() == out.params.size() && source.results.size() == out.results.size());
        for (std::size_t i = 0; i < source.params.size(); ++i) vars_[source.params[i].value] = out.params[i];
        for (std::size_t i = 0; i < source.results.size(); ++i) vars_[source.results[i].value] = out.results[i];
        if (source.actor) vars_[source.actor->value] = *out.actor;
        out.checks = source.checks;
        for (Check& check : out.checks)
            std::visit(overloaded{[&](Let& n) { let(n); },
                                  [&](Require& n) {
                                      n.condition = expr(n.condition);
                                      n.error = error(n.error);
                                  }},
                       check.node);
        out.effects = source.effects;
        block(out.effects);
        return out;
    }

private:
    const Model& from_;
    Model& to_;
    std::unordered_map<std::uint32_t, VarId> vars_;

    /// Every binder has a variable of its own, so the first sight of one, wherever, makes its copy.
    [[nodiscard]] VarId var(VarId id) {
        const auto [at, fresh] = vars_.try_emplace(id.value, VarId{static_cast<std::uint32_t>(to_.vars.size())});
        if (fresh) to_.vars.push_back(from_[id]);
        return at->second;
    }

    [[nodiscard]] ErrorId error(ErrorId id) {
        const auto at = std::ranges::find(to_.errors, from_[id]);
        if (at == to_.errors.end()) to_.errors.push_back(from_[id]);
        const auto known = std::ranges::find(to_.errors, from_[id]);
        return ErrorId{static_cast<std::uint32_t>(known - to_.errors.begin())};
    }

    [[nodiscard]] ExprId expr(ExprId id) {
        Expr e = from_[id];
        if (auto* ref = std::get_if<VarRef>(&e.node)) ref->var = var(ref->var);
        if (auto* quantified = std::get_if<Quantified>(&e.node))
            for (VarId& v : quantified->vars) v = var(v);
        for_each_child(e.node, [&](ExprId& child) { child = expr(child); });
        to_.exprs.push_back(std::move(e));
        return ExprId{static_cast<std::uint32_t>(to_.exprs.size() - 1)};
    }
    void exprs(std::vector<ExprId>& all) {
        for (ExprId& e : all) e = expr(e);
    }

    void let(Let& n) {
        n.value = expr(n.value);
        n.var = var(n.var);
    }

    void block(Block& statements) {
        for (Stmt& s : statements)
            std::visit(overloaded{
                           [&](Let& n) { let(n); },
                           [&](Assign& n) {
                               n.record = expr(n.record);
                               n.value = expr(n.value);
                           },
                           [&](SetResult& n) {
                               n.var = var(n.var);
                               n.value = expr(n.value);
                           },
                           [&](New& n) {
                               exprs(n.keys);
                               exprs(n.inits);
                               n.var = var(n.var);
                           },
                           [&](Drop& n) { n.record = expr(n.record); },
                           [&](For& n) {
                               n.var = var(n.var);
                               n.where = expr(n.where);
                               block(n.body);
                           },
                           [&](Pick& n) {
                               n.var = var(n.var);
                               n.where = expr(n.where);
                               block(n.body);
                               block(n.otherwise);
                           },
                           [&](If& n) {
                               n.condition = expr(n.condition);
                               block(n.then);
                               block(n.otherwise);
                           },
                           [&](Emit& n) { exprs(n.args); },
                           [&](Force& n) { n.record = expr(n.record); },
                           [&](Scope& n) { block(n.body); },
                       },
                       s.node);
    }
};

}  // namespace

Call graft(const Model& from, CallId call, Model& to) { return Graft(from, to).call(call); }

}  // namespace fief::model
