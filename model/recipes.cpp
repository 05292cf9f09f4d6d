// Routines, phases' blocks and force blocks: statements with parameters, each resolved once and copied where it is used.

#include "model/copy.hpp"
#include "model/statements.hpp"

#include <fmt/format.h>

namespace fief::model {
namespace {

bool recipe_uses_itself(Context& c, Span span, std::string_view name) {
    c.error("E0410", span, fmt::format("{} leads back to itself", name)).help = "there is no recursion: every use is written out";
    return false;
}

void resolve_block(Context& c, Environment& env, const spec::Block& block, Recipe& recipe) {
    Statements statements(c, env, Statements::Place::routine);
    Block out;
    const bool good = statements.block(block, out);
    env.leave(0);
    for (const VarId p : recipe.params)
        if (c.poisoned(p)) return;
    if (!good) return;
    check_loops(c, out);
    recipe.depth = depth_of(out);
    recipe.body = std::move(out);
}

/// A block of a revocation: its one parameter is the record.
void resolve_revocation_block(Context& c, RevocationId id, const spec::Block& block, Recipe& recipe) {
    recipe.progress = Progress::under_way;
    const spec::Param& subject = c.revocations[id.value].revocation->subject;
    Environment env(c);
    recipe.params = {c.add_var(subject.name.text, reference_type(c.model[id].table), Var::Kind::local, subject.name.span)};
    env.bind(subject.name, recipe.params[0], Environment::Unused::quiet, 0);
    resolve_block(c, env, block, recipe);
    recipe.progress = Progress::done;
}

}  // namespace

bool ensure_routine(Context& c, std::uint32_t routine, Span span) {
    Recipe& recipe = c.recipes[routine];
    const spec::RoutineDecl& n = *c.routines[routine].node;
    if (recipe.progress == Progress::under_way) return recipe_uses_itself(c, span, fmt::format("`{}`", n.name.text));
    if (recipe.progress == Progress::done) return true;
    recipe.progress = Progress::under_way;
    Environment env(c);
    for (const spec::Param& p : n.params) {
        recipe.params.push_back(c.add_var(p.name.text, resolve_type(c, p.type), Var::Kind::local, p.name.span));
        env.bind(p.name, recipe.params.back(), Environment::Unused::parameter, 0);
    }
    resolve_block(c, env, n.body, recipe);
    recipe.progress = Progress::done;
    return true;
}

bool ensure_phase(Context& c, RevocationId revocation, std::size_t phase, Span span) {
    Recipe& recipe = c.revocations[revocation.value].phases[phase];
    const spec::PhaseItem& n = c.revocations[revocation.value].revocation->phases[phase];
    if (recipe.progress == Progress::under_way) return recipe_uses_itself(c, span, fmt::format("the phase `{}`", n.name.text));
    if (recipe.progress == Progress::untouched) resolve_revocation_block(c, revocation, n.body, recipe);
    return true;
}

bool ensure_force(Context& c, RevocationId revocation, Span span) {
    Recipe& recipe = c.revocations[revocation.value].force;
    if (recipe.progress == Progress::under_way) return recipe_uses_itself(c, span, "the force block");
    if (recipe.progress == Progress::untouched)
        resolve_revocation_block(c, revocation, c.revocations[revocation.value].revocation->force[0].body, recipe);
    return true;
}

void resolve_recipes(Context& c) {
    c.recipes.resize(c.routines.size());
    for (RevocationNotes& notes : c.revocations) notes.phases.resize(notes.revocation->phases.size());
    for (std::uint32_t r = 0; r < c.revocations.size(); ++r) {
        for (std::size_t p = 0; p < c.revocations[r].phases.size(); ++p) static_cast<void>(ensure_phase(c, RevocationId{r}, p, {}));
        if (!c.revocations[r].revocation->force.empty()) static_cast<void>(ensure_force(c, RevocationId{r}, {}));
    }
    for (std::uint32_t r = 0; r < c.routines.size(); ++r) static_cast<void>(ensure_routine(c, r, {}));
}

}  // namespace fief::model
