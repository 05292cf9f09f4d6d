#include "model/explore_relevant.hpp"

#include "model/children.hpp"

namespace fief::model {
namespace {

class Marker {
public:
    explicit Marker(const Model& model) : relevant(model.exprs.size(), false), m_(model) {}

    std::vector<bool> relevant;

    void expr(ExprId id) {
        if (relevant[id.value]) return;
        relevant[id.value] = true;
        const auto& node = m_[id].node;
        if (const auto* count = std::get_if<CountOf>(&node)) expr(m_[count->count].where);
        for_each_child(node, [&](ExprId child) { expr(child); });
    }
    void exprs(const std::vector<ExprId>& ids) {
        for (ExprId id : ids) expr(id);
    }
    void block(const Block& statements) {
        for (const Stmt& s : statements)
            std::visit(overloaded{
                           [&](const Let& n) { expr(n.value); },
                           [&](const Assign& n) { expr(n.record), expr(n.value); },
                           [&](const SetResult& n) { expr(n.value); },
                           [&](const New& n) { exprs(n.keys), exprs(n.inits); },
                           [&](const Drop& n) { expr(n.record); },
                           [&](const For& n) { expr(n.where), block(n.body); },
                           [&](const Pick& n) { expr(n.where), block(n.body), block(n.otherwise); },
                           [&](const If& n) { expr(n.condition), block(n.then), block(n.otherwise); },
                           [&](const Emit& n) { exprs(n.args); },
                           [&](const Force& n) { expr(n.record); },
                           [&](const Scope& n) { block(n.body); },
                       },
                       s.node);
    }
    void property(const Property& p) {
        if (p.formula) expr(*p.formula);
        if (p.guard) expr(m_[*p.guard].body);
        if (p.property) property(m_[*p.property]);
        if (p.isolation) isolation(m_[*p.isolation]);
    }
    void isolation(const Isolation& i) {
        for (const Isolation::Part& part : i.parts) expr(part.where);
        for (const Isolation::Flow& flow : i.flows) expr(flow.where);
    }

private:
    const Model& m_;
};

}  // namespace

std::vector<bool> relevant_expressions(const Model& model, const std::vector<Goal>& goals) {
    Marker marker(model);
    for (const Call& call : model.calls) {
        for (const Check& check : call.checks)
            std::visit(overloaded{[&](const Let& n) { marker.expr(n.value); }, [&](const Require& n) { marker.expr(n.condition); }},
                       check.node);
        marker.block(call.effects);
    }
    for (const Goal& goal : goals)
        if (!goal.refused) marker.property(model[goal.property]);
    return std::move(marker.relevant);
}

void for_each_new(const Block& block, const std::function<void(const New&)>& visit) {
    auto inside = [&](const Block& inner) { for_each_new(inner, visit); };
    for (const Stmt& s : block) {
        if (const auto* n = std::get_if<New>(&s.node)) visit(*n);
        if (const auto* n = std::get_if<For>(&s.node)) inside(n->body);
        if (const auto* n = std::get_if<Pick>(&s.node)) inside(n->body), inside(n->otherwise);
        if (const auto* n = std::get_if<If>(&s.node)) inside(n->then), inside(n->otherwise);
        if (const auto* n = std::get_if<Scope>(&s.node)) inside(n->body);
    }
}

}  // namespace fief::model
