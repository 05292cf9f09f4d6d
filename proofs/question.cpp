#include "proofs/question.hpp"

namespace fief::proofs {

using model::Property;
using model::PropertyId;

std::vector<StepWork> plan_steps(const Model& model, const Options& options) {
    auto wanted = [&](std::uint32_t p) {
        const Property& property = model.properties[p];
        return !property.waived && (!options.property || property.name == *options.property);
    };
    auto of = [&](StepRef step) {
        StepWork work{step, {}};
        for (std::uint32_t p = 0; p < model.properties.size(); ++p) {
            const Property& property = model.properties[p];
            if (!wanted(p)) continue;
            bool mine = false;
            switch (property.kind) {
                case Property::Kind::invariant: mine = step.kind != StepRef::Kind::state; break;
                case Property::Kind::transition: mine = step.kind == StepRef::Kind::call || step.kind == StepRef::Kind::time; break;
                case Property::Kind::unblocked: mine = step.kind == StepRef::Kind::state; break;
                case Property::Kind::defined:
                    if (property.call) mine = step.kind == StepRef::Kind::call && *property.call == step.call;
                    else if (property.property && model[*property.property].kind == Property::Kind::transition)
                        mine = step.kind == StepRef::Kind::call || step.kind == StepRef::Kind::time;
                    else mine = step.kind == StepRef::Kind::state;
                    break;
                case Property::Kind::reachable:
                case Property::Kind::possible: break;
            }
            if (mine) work.properties.push_back(PropertyId{p});
        }
        return work;
    };
    std::vector<StepWork> out;
    auto add = [&](StepRef step) {
        StepWork work = of(step);
        if (!work.properties.empty()) out.push_back(std::move(work));
    };
    if (!options.call) add({StepRef::Kind::boot, {}});
    for (std::uint32_t c = 0; c < model.calls.size(); ++c)
        if (!options.call || model.calls[c].name == *options.call) add({StepRef::Kind::call, model::CallId{c}});
    if (!options.call) {
        if (model.clock) add({StepRef::Kind::time, {}});
        add({StepRef::Kind::state, {}});
    }
    return out;
}

Question ask(Encoding& encoding, const StepWork& work, Framed framed) {
    const Signature& signature = encoding.signature();
    z3::context& ctx = signature.context();
    const Model& model = signature.model();
    const auto kind = work.step.kind;
    Question out;
    out.assumptions = kind == StepRef::Kind::boot ? encoding.boot_facts() : encoding.hypotheses();
    if (kind == StepRef::Kind::call) out.step = encoding.call(work.step.call);
    if (kind == StepRef::Kind::time) out.step = encoding.time();
    auto assume = [&](const std::vector<Term>& terms) { out.assumptions.insert(out.assumptions.end(), terms.begin(), terms.end()); };
    for (PropertyId id : work.properties) {
        const Property& property = model[id];
        Claim claim{truth(ctx, true)};
        claim.framed = out.step && encoding.framed(property, *out.step);
        if (!claim.framed || framed == Framed::build) {
            std::vector<Goal> goals;
            if (kind == StepRef::Kind::boot) goals.push_back(encoding.at_boot(property));
            else if (!out.step) goals.push_back(encoding.of_state(property));
            else if (property.kind == Property::Kind::defined) goals = encoding.defined_in_step(property, *out.step);
            else goals.push_back(encoding.after_step(property, *out.step));
            std::vector<Term> parts;
            for (const Goal& g : goals) {
                assume(g.facts);
                // The guard is a premise where the goal stands behind it.
                parts.push_back(out.step && g.under_guard ? imply(out.step->guard, g.formula) : g.formula);
            }
            claim.formula = all(ctx, parts);
        }
        out.claims.push_back(std::move(claim));
    }
    if (out.step) {
        assume(out.step->facts);
        Environment env(model.vars.size());
        assume(facts_of_counts(out.step->after, env));
    }
    assume(background(kind == StepRef::Kind::boot ? encoding.boot().signature() : signature));
    return out;
}

}  // namespace fief::proofs
