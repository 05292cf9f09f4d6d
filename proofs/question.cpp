#include "proofs/question.hpp"

#include "model/isolation.hpp"
#include "proofs/isolation.hpp"

#include <algorithm>

namespace fief::proofs {

using model::Property;
using model::PropertyId;

namespace {

bool isolates(const Model& model, const Property& property, const StepRef& step) {
    switch (step.kind) {
        case StepRef::Kind::call: return model::speaks_of(model, property, step.call);
        case StepRef::Kind::time: return model::speaks_of(model, property, std::nullopt);
        case StepRef::Kind::state: return property.guard.has_value();
        case StepRef::Kind::boot: break;
    }
    return false;
}

}  // namespace

std::vector<StepWork> plan_steps(const Model& model, const Options& options) {
    using Kind = StepRef::Kind;
    // A spec of many calls has as many properties of one call each: they are looked up by their call.
    std::vector<std::uint32_t> common, isolated;
    std::vector<std::vector<std::uint32_t>> of_call(model.calls.size());
    for (std::uint32_t p = 0; p < model.properties.size(); ++p) {
        const Property& property = model.properties[p];
        if (property.waived || (options.property && property.name != *options.property)) continue;
        switch (property.kind) {
            case Property::Kind::reachable:
            case Property::Kind::possible: break;
            case Property::Kind::isolated: isolated.push_back(p); break;
            case Property::Kind::defined: (property.call ? of_call[property.call->value] : common).push_back(p); break;
            case Property::Kind::invariant:
            case Property::Kind::transition:
            case Property::Kind::unblocked: common.push_back(p); break;
        }
    }
    const auto of_step = [&](std::uint32_t p, Kind step) {
        const Property& property = model.properties[p];
        const bool of_two = property.kind == Property::Kind::transition || (property.kind == Property::Kind::defined && property.property &&
                                                                            model[*property.property].kind == Property::Kind::transition);
        if (property.kind == Property::Kind::invariant) return step != Kind::state;
        return of_two ? step == Kind::call || step == Kind::time : step == Kind::state;
    };
    std::vector<StepWork> out;
    const auto add = [&](StepRef step) {
        StepWork work{step, {}};
        for (std::uint32_t p : common)
            if (of_step(p, step.kind)) work.properties.push_back(PropertyId{p});
        if (step.kind == Kind::call)
            for (std::uint32_t p : of_call[step.call.value]) work.properties.push_back(PropertyId{p});
        std::sort(work.properties.begin(), work.properties.end());
        if (!work.properties.empty()) out.push_back(std::move(work));
        for (std::uint32_t p : isolated)
            if (isolates(model, model.properties[p], step)) out.push_back({step, {PropertyId{p}}});
    };
    if (!options.call) add({Kind::boot, {}});
    for (std::uint32_t c = 0; c < model.calls.size(); ++c)
        if (!options.call || model.calls[c].name == *options.call) add({Kind::call, model::CallId{c}});
    if (!options.call) {
        if (model.clock) add({Kind::time, {}});
        add({Kind::state, {}});
    }
    return out;
}

namespace {

/// Gives everything that the step changed a symbol of its own; what is said of the state after is said with these from now on.
std::vector<Definition> name_changes(const SymbolicState& before, SymbolicState& after) {
    const Signature& signature = before.signature();
    z3::context& ctx = signature.context();
    std::vector<Definition> out;
    for (std::size_t c = 0; c < signature.components().size(); ++c) {
        if (before.same(after, c)) continue;
        const Component& component = signature.components()[c];
        z3::sort_vector domain(ctx);
        z3::expr_vector args(ctx);
        for (const Term& p : component.params) {
            domain.push_back(p.get_sort());
            args.push_back(p);
        }
        const std::string name = signature.of_step(c) ? component.name : component.name + ".after";
        z3::func_decl symbol = ctx.function(name.c_str(), domain, component.symbol.range());
        out.push_back({symbol, component.params, after.body(c)});
        after.set(c, symbol(args));
    }
    return out;
}

void commit(const Fault& fault, const Model& model, const StepWork& work, Question& out) {
    for (std::size_t i = out.assumptions.size(); i-- > 0;)
        if (out.reasons[i] == fault.drops) {
            out.assumptions.erase(out.assumptions.begin() + static_cast<std::ptrdiff_t>(i));
            out.reasons.erase(out.reasons.begin() + static_cast<std::ptrdiff_t>(i));
        }
    for (std::size_t i = 0; i < work.properties.size(); ++i)
        if (model[work.properties[i]].name == fault.assumes) {
            out.assumptions.push_back(out.claims[i].formula);
            out.reasons.push_back("a fault");
        }
}

}  // namespace

Question ask(Encoding& encoding, const StepWork& work, const Options& options, Form form) {
    const Literally literally(form == Form::to_read);
    if (encoding.signature().model()[work.properties.front()].kind == Property::Kind::isolated) return ask_isolated(encoding, work, form);
    const Signature& signature = encoding.signature();
    z3::context& ctx = signature.context();
    const Model& model = signature.model();
    const auto kind = work.step.kind;
    Question out;
    auto assume = [&](const std::vector<Term>& terms, const std::string& reason) {
        out.assumptions.insert(out.assumptions.end(), terms.begin(), terms.end());
        out.reasons.resize(out.assumptions.size(), reason);
    };
    if (kind == StepRef::Kind::boot) {
        assume(encoding.boot_facts(), "what boot leaves open");
    } else {
        out.assumptions = encoding.hypotheses();
        out.reasons = encoding.hypothesis_names();
    }
    if (kind == StepRef::Kind::call) out.step = encoding.call(work.step.call);
    if (kind == StepRef::Kind::time) out.step = encoding.time();
    std::vector<bool> framed;
    for (PropertyId id : work.properties) framed.push_back(out.step && encoding.framed(model[id], *out.step));
    if (out.step && form == Form::to_read) out.definitions = name_changes(encoding.before(), out.step->after);
    for (std::size_t i = 0; i < work.properties.size(); ++i) {
        const Property& property = model[work.properties[i]];
        Claim claim{truth(ctx, true), framed[i]};
        if (!framed[i] || form == Form::to_read) {
            std::vector<Goal> goals;
            if (kind == StepRef::Kind::boot) goals.push_back(encoding.at_boot(property));
            else if (!out.step) goals.push_back(encoding.of_state(property));
            else if (property.kind == Property::Kind::defined) goals = encoding.defined_in_step(property, *out.step);
            else goals.push_back(encoding.after_step(property, *out.step));
            std::vector<Term> parts;
            for (const Goal& g : goals) {
                assume(g.facts, "names in what is to be shown");
                // The guard is a premise where the goal stands behind it.
                parts.push_back(out.step && g.under_guard ? imply(out.step->guard, g.formula) : g.formula);
            }
            claim.formula = all(ctx, parts);
        }
        out.claims.push_back(std::move(claim));
    }
    if (out.step) {
        assume(out.step->facts, "the step's arguments, and names for what it meets");
        Environment env(model.vars.size());
        assume(facts_of_counts(out.step->after, env), "counts of the state after");
    }
    const Signature& of = kind == StepRef::Kind::boot ? encoding.boot().signature() : signature;
    assume(background(of), "the host's relations, and slots");
    if (options.fault && (!options.fault->solver_only || form == Form::to_solve)) commit(*options.fault, model, work, out);
    return out;
}

}  // namespace fief::proofs
