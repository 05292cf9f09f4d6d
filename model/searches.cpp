// Which loops go through a whole table because no index serves them, and which indexes serve nothing.

#include "model/children.hpp"
#include "model/context.hpp"
#include "model/walks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace fief::model {
namespace {

class Searches {
public:
    explicit Searches(Context& context) : c_(context) {}

    void block(const Block& statements) {
        for (const Stmt& s : statements)
            std::visit(overloaded{
                           [&](const Let& n) { expression(n.value); },
                           [&](const Assign& n) {
                               expressions({n.record, n.value});
                           },
                           [&](const SetResult& n) { expression(n.value); },
                           [&](const New& n) {
                               expressions(n.keys);
                               expressions(n.inits);
                           },
                           [&](const Drop& n) { expression(n.record); },
                           [&](const For& n) {
                               loop(s.span, n.var, n.where);
                               block(n.body);
                           },
                           [&](const Pick& n) {
                               loop(s.span, n.var, n.where);
                               block(n.body);
                               block(n.otherwise);
                           },
                           [&](const If& n) {
                               expression(n.condition);
                               block(n.then);
                               block(n.otherwise);
                           },
                           [&](const Emit& n) { expressions(n.args); },
                           [&](const Force& n) { expression(n.record); },
                           [&](const Scope& n) { block(n.body); },
                       },
                       s.node);
    }

    /// Quantifiers are walked too when the kernel asks them.
    void expression(ExprId id) {
        const Expr& e = c_.model[id];
        if (const auto* q = std::get_if<Quantified>(&e.node)) {
            std::vector<VarId> unbound = q->vars;
            for (const VarId v : q->vars) {
                unbound.erase(unbound.begin());
                if (c_.model[v].type.kind == Type::Kind::reference) take(plan(c_.model, v, q->body, unbound));
            }
        }
        for_each_child(e.node, [&](const ExprId& child) { expression(child); });
    }

    void warn_of_idle_indexes() {
        for (const Index& index : c_.model.indexes) {
            const bool used = std::any_of(index.fields.begin(), index.fields.end(), [&](FieldId f) {
                return walked_.contains({index.table.value, f.value});
            });
            if (!used) c_.warning("W0010", index.span, "no loop and no question walks this index");
        }
    }

private:
    void expressions(const std::vector<ExprId>& ids) {
        for (const ExprId id : ids) expression(id);
    }

    void take(const std::optional<Plan>& found) {
        if (!found) return;
        for (const WalkBranch& branch : found->branches)
            for (const WalkStep& step : branch.steps)
                if (step.kind == WalkStep::Kind::index) walked_.insert({step.table.value, step.field.value});
    }

    [[nodiscard]] bool indexed(TableId table, FieldId field) const {
        return std::any_of(c_.model.indexes.begin(), c_.model.indexes.end(),
                           [&](const Index& index) { return index.table == table && !index.fields.empty() && index.fields[0] == field; });
    }

    void loop(Span span, VarId var, ExprId where) {
        expression(where);
        const auto found = plan(c_.model, var, where);
        take(found);
        const auto* all = std::get_if<Const>(&c_.model[where].node);
        if (found || all) return;  // a loop over all records has to go through all of them
        const std::string& table = c_.model[c_.model[var].type.table].name;
        const Span head{span.file, span.begin, std::max(span.begin, c_.model[where].span.end)};
        spec::Diagnostic& d = c_.warning("W0009", head.end > head.begin && c_.model[where].span.file == span.file ? head : span,
                                         fmt::format("no index serves this loop: it goes through all of `{}`", table));
        for (const ExprId part : conjuncts(c_.model, where)) {
            const auto* equal = std::get_if<Equal>(&c_.model[part].node);
            if (!equal) continue;
            for (const ExprId side : {equal->left, equal->right}) {
                const auto* read = std::get_if<Read>(&c_.model[side].node);
                const auto* of = read ? std::get_if<VarRef>(&c_.model[read->record].node) : nullptr;
                if (of && of->var == var && d.help.empty() && !indexed(c_.model[var].type.table, read->field))
                    d.help = fmt::format("declare `index {} by {}`", table, c_.field(c_.model[var].type.table, read->field).name);
            }
        }
    }

    Context& c_;
    std::set<std::pair<std::uint32_t, std::uint32_t>> walked_;
};

}  // namespace

void warn_searches(Context& c) {
    Searches searches(c);
    for (const Call& call : c.model.calls) {
        for (const Check& check : call.checks)
            std::visit(overloaded{
                           [&](const Let& n) { searches.expression(n.value); },
                           [&](const Require& n) { searches.expression(n.condition); },
                       },
                       check.node);
        searches.block(call.effects);
    }
    for (const Guard& guard : c.model.guards)
        if (guard.actor) searches.expression(guard.body);
    searches.warn_of_idle_indexes();
}

}  // namespace fief::model
