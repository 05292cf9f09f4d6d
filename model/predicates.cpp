// Counts, guards, what a revocation spares, and authorities: formulas with parameters, each resolved once.

#include "model/context.hpp"
#include "model/environment.hpp"
#include "model/expressions.hpp"

#include <fmt/format.h>

namespace fief::model {
namespace {

std::vector<VarId> bind_params(Context& c, Environment& env, const std::vector<spec::Param>& params, Environment::Unused unused) {
    std::vector<VarId> out;
    const std::size_t scope = env.mark();
    for (const spec::Param& p : params) {
        out.push_back(c.add_var(p.name.text, resolve_type(c, p.type), Var::Kind::parameter, p.name.span));
        env.bind(p.name, out.back(), unused, scope);
    }
    return out;
}

bool predicate_uses_itself(Context& c, Span span, std::string_view name) {
    c.error("E0410", span, fmt::format("`{}` leads back to itself", name)).help = "there is no recursion: every use is written out";
    return false;
}

void resolve_guard(Context& c, std::uint32_t id) {
    c.predicates[id].progress = Progress::under_way;
    const spec::GuardDecl& n = *c.guards[id].node;
    Environment env(c);
    Guard guard{n.name.text, {}, std::nullopt, ExprId{}, join_doc(c.guards[id].decl->doc), c.guards[id].decl->span};
    guard.params = bind_params(c, env, n.params, Environment::Unused::parameter);
    c.predicates[id].params = guard.params;
    if (n.actor) {
        auto type = resolve_type(c, n.actor->type);
        if (type && (type->kind != Type::Kind::reference || type->optional || type->weak ||
                     c.tables[type->table.value].table->noun != spec::Noun::actor)) {
            c.error("E0515", n.actor->type.span, "only an actor asks a guard");
            type.reset();
        }
        guard.actor = c.add_var(n.actor->name.text, type, Var::Kind::actor, n.actor->name.span);
        env.bind(n.actor->name, *guard.actor, Environment::Unused::quiet, 0);
    }
    const Resolved body = Expressions(c, env, Expressions::Place::predicate).condition(*n.body);
    env.leave(0);
    if (body) guard.body = *body;
    bool good = body.has_value();
    for (const VarId p : guard.params) good = good && !c.poisoned(p);
    if (good && !n.actor) c.predicates[id].body = body;
    c.model.guards[id] = std::move(guard);
    c.predicates[id].progress = Progress::done;
}

void resolve_count(Context& c, CountId id) {
    c.counts_progress[id.value] = Progress::under_way;
    const spec::CountDecl& n = *c.counts[id.value].node;
    Environment env(c);
    Count count{n.name.text, {}, VarId{}, ExprId{}, join_doc(c.counts[id.value].decl->doc), c.counts[id.value].decl->span};
    count.params = bind_params(c, env, n.params, Environment::Unused::parameter);
    if (n.params.size() > max_keys)
        c.error("E0411", n.params[max_keys].name.span, fmt::format("a count has at most {} parameters", max_keys));
    auto type = resolve_type(c, n.var.type);
    if (type && (type->kind != Type::Kind::reference || type->optional || type->weak)) {
        c.error("E0301", n.var.type.span, "what is counted are the live records of a table");
        type.reset();
    }
    count.var = c.add_var(n.var.name.text, type, Var::Kind::bound, n.var.name.span);
    env.bind(n.var.name, count.var, Environment::Unused::quiet, 0);
    Resolved where;
    if (n.where) where = Expressions(c, env, Expressions::Place::count).condition(*n.where);
    else where = c.add(boolean_type(), n.name.span, Const{1});
    env.leave(0);
    if (where) count.where = *where;
    c.counts_poisoned[id.value] = !type;
    c.model.counts[id.value] = std::move(count);
    c.counts_progress[id.value] = Progress::done;
}

void resolve_spare(Context& c, std::uint32_t id) {
    RevocationNotes& notes = c.revocations[id];
    if (notes.revocation->spare.empty()) return;
    Environment env(c);
    const spec::Param& subject = notes.revocation->subject;
    const VarId var = c.add_var(subject.name.text, reference_type(c.model.revocations[id].table), Var::Kind::bound, subject.name.span);
    env.bind(subject.name, var, Environment::Unused::quiet, 0);
    std::vector<ExprId> any_of;
    bool good = true;
    for (const spec::SpareItem& item : notes.revocation->spare) {
        const Resolved r = Expressions(c, env, Expressions::Place::predicate).condition(*item.condition);
        good = good && r;
        if (r) any_of.push_back(*r);
    }
    env.leave(0);
    notes.spare = Predicate{{var}, std::nullopt, Progress::done};
    if (!good) return;
    const ExprId formula = any_of.size() == 1 ? any_of[0] : c.add(boolean_type(), notes.revocation->spare[0].span, Or{std::move(any_of)});
    notes.spare->body = formula;
    c.model.revocations[id].spare_var = var;
    c.model.revocations[id].spare = formula;
}

void resolve_authority(Context& c, const Declared<spec::AuthorityDecl>& declared) {
    const spec::AuthorityDecl& n = *declared.node;
    Environment env(c);
    const auto record_type = [&](const spec::Param& p, bool actor) {
        auto type = resolve_type(c, p.type);
        const bool record = type && type->kind == Type::Kind::reference && !type->optional && !type->weak;
        if (type && (!record || (actor && c.tables[type->table.value].table->noun != spec::Noun::actor))) {
            c.error("E0515", p.type.span, actor ? "only an actor has authority" : "authority is over the records of a table");
            type.reset();
        }
        return type;
    };
    const auto actor = record_type(n.actor, true), resource = record_type(n.resource, false);
    const VarId a = c.add_var(n.actor.name.text, actor, Var::Kind::bound, n.actor.name.span);
    const VarId r = c.add_var(n.resource.name.text, resource, Var::Kind::bound, n.resource.name.span);
    env.bind(n.actor.name, a, Environment::Unused::quiet, 0);
    env.bind(n.resource.name, r, Environment::Unused::quiet, 0);
    const Resolved formula = Expressions(c, env, Expressions::Place::predicate).condition(*n.formula);
    env.leave(0);
    if (!actor || !resource) return;
    for (const Authority& other : c.model.authorities)
        if (c.model[other.actor].type == *actor && c.model[other.resource].type == *resource) {
            spec::Diagnostic& d =
                c.error("E0213", declared.decl->span,
                        fmt::format("the authority of `{}` over `{}` is declared twice", c.show(*actor), c.show(*resource)));
            d.notes.push_back({other.span, "first declared here"});
            d.help = "join the two with `or`";
            return;
        }
    c.model.authorities.push_back({a, r, formula.value_or(ExprId{}), declared.decl->span});
    c.authority_predicates.push_back({{a, r}, formula, Progress::done});
}

}  // namespace

bool ensure_guard(Context& c, std::uint32_t guard, Span span) {
    if (c.predicates[guard].progress == Progress::under_way) return predicate_uses_itself(c, span, c.guards[guard].node->name.text);
    if (c.predicates[guard].progress == Progress::untouched) resolve_guard(c, guard);
    return true;
}

bool ensure_count(Context& c, CountId count, Span span) {
    if (c.counts_progress[count.value] == Progress::under_way) return predicate_uses_itself(c, span, c.counts[count.value].node->name.text);
    if (c.counts_progress[count.value] == Progress::untouched) resolve_count(c, count);
    return true;
}

void resolve_predicates(Context& c) {
    c.predicates.resize(c.guards.size());
    c.model.guards.resize(c.guards.size());
    c.model.counts.resize(c.counts.size());
    c.counts_progress.resize(c.counts.size());
    c.counts_poisoned.resize(c.counts.size());
    for (std::uint32_t i = 0; i < c.counts.size(); ++i) static_cast<void>(ensure_count(c, CountId{i}, {}));
    for (std::uint32_t i = 0; i < c.guards.size(); ++i) static_cast<void>(ensure_guard(c, i, {}));
    for (std::uint32_t i = 0; i < c.revocations.size(); ++i) resolve_spare(c, i);
    for (const auto& authority : c.authorities) resolve_authority(c, authority);
}

}  // namespace fief::model
