#include "model/copy.hpp"

#include "model/children.hpp"
#include "model/expressions.hpp"

#include <algorithm>

namespace fief::model {

VarId Copy::rename(VarId id) {
    const Var old = c_.model[id];
    const VarId fresh = c_.add_var(old.name, old.type, old.kind, old.span);
    vars_[id.value] = fresh;
    return fresh;
}

VarId Copy::var(VarId id) const {
    const auto at = vars_.find(id.value);
    return at == vars_.end() ? id : at->second;
}

ExprId Copy::expr(ExprId id) {
    if (++c_.expanded > max_expanded) return id;  // reported by whoever asked for the copy
    Expr e = c_.model[id];
    if (auto* ref = std::get_if<VarRef>(&e.node)) {
        if (const auto at = expressions_.find(ref->var.value); at != expressions_.end()) return Copy(c_).expr(at->second);
        ref->var = var(ref->var);
        return c_.add(e.type, e.span, std::move(e.node));
    }
    if (auto* quantified = std::get_if<Quantified>(&e.node))
        for (VarId& v : quantified->vars) v = rename(v);
    for_each_child(e.node, [&](ExprId& child) { child = expr(child); });
    if (const auto* choice = std::get_if<IfElse>(&e.node))  // an argument may be optional where the parameter was not
        e.type.optional = e.type.optional || c_.type(choice->then).optional || c_.type(choice->otherwise).optional;
    return c_.add(e.type, e.span, std::move(e.node));
}

Block Copy::block(const Block& b) {
    Block out;
    out.reserve(b.size());
    for (const Stmt& s : b) out.push_back(stmt(s));
    return out;
}

Stmt Copy::stmt(const Stmt& s) {
    if (++c_.expanded > max_expanded) return s;
    const auto exprs = [&](std::vector<ExprId> ids) {
        for (ExprId& id : ids) id = expr(id);
        return ids;
    };
    Stmt out;
    out.span = s.span;
    std::visit(overloaded{
                   [&](const Let& n) {
                       const ExprId v = expr(n.value);
                       out.node = Let{rename(n.var), v};
                   },
                   [&](const Assign& n) {
                       out.node = Assign{expr(n.record), n.field, expr(n.value)};
                   },
                   [&](const SetResult& n) {
                       out.node = SetResult{var(n.var), expr(n.value)};
                   },
                   [&](const New& n) {
                       New made{n.table, exprs(n.keys), n.var, exprs(n.inits)};
                       made.var = c_.model[n.var].kind == Var::Kind::result ? var(n.var) : rename(n.var);
                       out.node = std::move(made);
                   },
                   [&](const Drop& n) { out.node = Drop{expr(n.record)}; },
                   [&](const For& n) {
                       const VarId v = rename(n.var);
                       const ExprId where = expr(n.where);
                       out.node = For{v, where, block(n.body)};
                   },
                   [&](const Pick& n) {
                       const VarId v = rename(n.var);
                       const ExprId where = expr(n.where);
                       Block body = block(n.body);
                       out.node = Pick{v, where, std::move(body), block(n.otherwise)};
                   },
                   [&](const If& n) {
                       const ExprId condition = expr(n.condition);
                       Block then = block(n.then);
                       out.node = If{condition, std::move(then), block(n.otherwise)};
                   },
                   [&](const Emit& n) {
                       out.node = Emit{n.event, exprs(n.args)};
                   },
                   [&](const Force& n) {
                       out.node = Force{n.revocation, expr(n.record)};
                   },
                   [&](const Scope& n) {
                       out.node = Scope{n.kind, n.name, block(n.body), n.params};
                   },
               },
               s.node);
    return out;
}

std::uint32_t depth_of(const Block& block) {
    std::uint32_t deepest = 0;
    for (const Stmt& s : block)
        std::visit(overloaded{
                       [&](const For& n) { deepest = std::max(deepest, depth_of(n.body)); },
                       [&](const Pick& n) {
                           deepest = std::max({deepest, depth_of(n.body), depth_of(n.otherwise)});
                       },
                       [&](const If& n) {
                           deepest = std::max({deepest, depth_of(n.then), depth_of(n.otherwise)});
                       },
                       [&](const Scope& n) { deepest = std::max(deepest, depth_of(n.body)); },
                       [](const auto&) {},
                   },
                   s.node);
    return deepest + 1;
}

bool within_bounds(Context& c, Span span) {
    if (c.expanded <= max_expanded) return true;
    if (!c.expansion_reported) {
        c.expansion_reported = true;
        c.error("E0411", span, "written out, the predicates and routines used here are too large").help =
            "each use is a copy: let fewer of them use others twice";
    }
    return false;
}

Resolved instantiate(Context& c, const Predicate& predicate, const std::vector<ExprId>& args, Span span) {
    if (!predicate.body) return std::nullopt;
    std::uint32_t deepest = 0;
    for (const ExprId arg : args) deepest = std::max(deepest, c.expr_depth[arg.value]);
    if (c.expr_depth[predicate.body->value] + deepest > max_depth) {
        c.error("E0411", span, "written out, the predicates used here nest too deeply");
        return std::nullopt;
    }
    Copy copy(c);
    for (std::size_t i = 0; i < args.size(); ++i) copy.substitute(predicate.params[i], args[i]);
    const ExprId body = copy.expr(*predicate.body);
    return within_bounds(c, span) ? Resolved(body) : std::nullopt;
}

}  // namespace fief::model
