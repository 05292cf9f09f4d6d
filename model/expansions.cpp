// Statements that stand for others: events, phases, force blocks and routines.

#include "model/copy.hpp"
#include "model/statements.hpp"

#include <fmt/format.h>

namespace fief::model {

void Statements::emit(const spec::Stmt& s, const spec::EmitStmt& n, Block& out) {
    const auto at = c_.events.find(n.event.text);
    if (at == c_.events.end()) {
        spec::Diagnostic& d = c_.error("E0204", n.event.span, fmt::format("there is no event `{}`", n.event.text));
        suggest(d, n.event.text, names_of(c_.events, {Symbol::Kind::event}));
        point_elsewhere(c_, d, n.event.text);
        for (const spec::ExprPtr& a : n.args) static_cast<void>(exprs_.resolve(*a, Expect::silently()));
        return fail();
    }
    at->second.used = true;
    const EventId event{at->second.id};
    const std::vector<VarId> params = c_.model[event].params;
    if (!exprs_.arity(n.event, "argument", params.size(), n.args.size(), at->second.span)) {
        for (const spec::ExprPtr& a : n.args) static_cast<void>(exprs_.resolve(*a, Expect::silently()));
        return fail();
    }
    Emit e{event, {}};
    for (std::size_t i = 0; i < params.size(); ++i)
        if (const Resolved r = exprs_.argument(*n.args[i], params[i])) e.args.push_back(*r);
        else fail();
    if (e.args.size() == params.size()) out.push_back({s.span, std::move(e)});
}

Resolved Statements::subject(Span span, const std::vector<spec::ExprPtr>& args, std::string_view word) {
    if (args.size() != 1) {
        c_.error("E0304", span, fmt::format("`{}` is of 1 record, not {}", word, args.size()));
        for (const spec::ExprPtr& a : args) static_cast<void>(exprs_.resolve(*a, Expect::silently()));
        return std::nullopt;
    }
    const Resolved record = exprs_.record(*args[0], "what is revoked is");
    if (!record) return std::nullopt;
    const Table& t = c_.model[c_.type(*record).table];
    if (t.revocation) return record;
    c_.error("E0413", args[0]->span, fmt::format("`{}` has no revocation", t.name)).help =
        fmt::format("declare a `revocation of x: {}`", t.name);
    return std::nullopt;
}

void Statements::expand(const Recipe& recipe, const std::vector<VarId>& vars, Span span, Block& out) {
    if (!recipe.body) return fail();
    if (recipe.depth > max_block_depth) {
        c_.error("E0411", span, "written out, the routines used here nest too deeply");
        return fail();
    }
    Copy copy(c_);
    for (std::size_t i = 0; i < vars.size(); ++i) {
        const Var v = c_.model[vars[i]];
        copy.substitute(recipe.params[i], c_.add(v.type, v.span, VarRef{vars[i]}));
    }
    for (Stmt& s : copy.block(*recipe.body)) out.push_back(std::move(s));
    if (!within_bounds(c_, span)) fail();
}

void Statements::enter(const spec::Stmt& s, const spec::EnterStmt& n, Block& out) {
    const Resolved record = subject(s.span, n.args, "enter");
    if (!record) return fail();
    const TableId table = c_.type(*record).table;
    const RevocationId id = *c_.model[table].revocation;
    const auto& names = c_.model[c_.model[id].phases].names;
    std::size_t phase = 1;
    while (phase < names.size() && names[phase] != n.phase.text) ++phase;
    if (phase == names.size()) {
        spec::Diagnostic& d =
            c_.error("E0209", n.phase.span, fmt::format("the revocation of `{}` has no phase `{}`", c_.model[table].name, n.phase.text));
        suggest(d, n.phase.text, {names.begin() + 1, names.end()});
        if (n.phase.text == "idle") d.help = "leave with `x.phase := idle`";
        d.notes.push_back({c_.model[id].span, "declared here"});
        return fail();
    }
    if (!ensure_phase(c_, id, phase - 1, s.span)) return fail();
    const RevocationNotes& notes = c_.revocations[id.value];
    const Recipe& recipe = notes.phases[phase - 1];
    const Revocation& revocation = c_.model[id];
    Scope scope{Scope::Kind::enter, n.phase.text, {}};
    const VarId var = c_.add_var(notes.revocation->subject.name.text, reference_type(table), Var::Kind::local, s.span);
    scope.body.push_back({s.span, Let{var, *record}});
    const Table& t = c_.model[table];
    const auto ref = [&] { return c_.add(reference_type(table), s.span, VarRef{var}); };
    const auto set = [&](Role role, ExprId value) { scope.body.push_back({s.span, Assign{ref(), *t.field(role), value}}); };
    const auto now = [&] { return c_.add(instant_type(), s.span, Now{}); };
    const auto phase_of = [&](std::size_t k) { return c_.add(enum_type(revocation.phases), s.span, Const{static_cast<Value>(k)}); };
    if (phase == 1) {
        // A revocation lasts since it left `idle`: who enters its first phase again has not begun another.
        const ExprId was = c_.add(enum_type(revocation.phases), s.span, Read{ref(), *t.field(Role::phase)});
        Block begun{{s.span, Assign{ref(), *t.field(Role::since), now()}}};
        scope.body.push_back({s.span, If{c_.add({}, s.span, Equal{was, phase_of(0)}), std::move(begun), {}}});
    }
    set(Role::phase, phase_of(phase));
    const ExprId within = c_.add(duration_type(), s.span, Const{revocation.steps[phase - 1].within});
    set(Role::deadline, c_.add(instant_type(), s.span, Arith{false, now(), within}));
    set(Role::entered, now());
    expand(recipe, {var}, s.span, scope.body);
    out.push_back({s.span, std::move(scope)});
}

void Statements::force(const spec::Stmt& s, const spec::ForceStmt& n, Block& out) {
    const Resolved record = subject(s.span, n.args, "force");
    if (!record) return fail();
    const TableId table = c_.type(*record).table;
    const RevocationId id = *c_.model[table].revocation;
    const RevocationNotes& notes = c_.revocations[id.value];
    if (notes.revocation->force.empty()) {
        c_.error("E0413", s.span, fmt::format("the revocation of `{}` has no `force` block", c_.model[table].name))
            .notes.push_back({c_.model[id].span, "declared here"});
        return fail();
    }
    if (!ensure_force(c_, id, s.span)) return fail();
    Scope scope{Scope::Kind::force, "force", {}};
    const VarId var = c_.add_var(notes.revocation->subject.name.text, reference_type(table), Var::Kind::local, s.span);
    scope.body.push_back({s.span, Let{var, *record}});
    scope.body.push_back({s.span, Force{id, c_.add(reference_type(table), s.span, VarRef{var})}});
    expand(notes.force, {var}, s.span, scope.body);
    out.push_back({s.span, std::move(scope)});
}

void Statements::routine(const spec::Stmt& s, const spec::RoutineStmt& n, Block& out) {
    const auto silence = [&] {
        for (const spec::ExprPtr& a : n.args) static_cast<void>(exprs_.resolve(*a, Expect::silently()));
        fail();
    };
    const auto at = c_.callables.find(n.routine.text);
    if (at == c_.callables.end() || at->second.kind != Symbol::Kind::routine) {
        spec::Diagnostic& d = c_.error("E0206", n.routine.span, fmt::format("there is no routine `{}`", n.routine.text));
        suggest(d, n.routine.text, names_of(c_.callables, {Symbol::Kind::routine}));
        point_elsewhere(c_, d, n.routine.text);
        return silence();
    }
    at->second.used = true;
    if (!ensure_routine(c_, at->second.id, s.span)) return silence();
    const Recipe& recipe = c_.recipes[at->second.id];
    if (!exprs_.arity(n.routine, "argument", recipe.params.size(), n.args.size(), at->second.span)) return silence();
    Scope scope{Scope::Kind::routine, n.routine.text, {}, n.args.size()};
    std::vector<VarId> vars;
    for (std::size_t i = 0; i < n.args.size(); ++i) {
        const Resolved value = exprs_.argument(*n.args[i], recipe.params[i]);
        if (!value || c_.poisoned(recipe.params[i])) {
            fail();
            continue;
        }
        const Var param = c_.model[recipe.params[i]];
        vars.push_back(c_.add_var(param.name, param.type, Var::Kind::local, n.args[i]->span));
        scope.body.push_back({n.args[i]->span, Let{vars.back(), *value}});
    }
    if (vars.size() != n.args.size()) return;
    expand(recipe, vars, s.span, scope.body);
    out.push_back({s.span, std::move(scope)});
}

}  // namespace fief::model
