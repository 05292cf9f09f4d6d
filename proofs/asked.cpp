#include "proofs/asked.hpp"

#include "model/canonical.hpp"
#include "proofs/cache.hpp"

#include <fmt/format.h>

namespace fief::proofs {

using model::Property;

Asked::Asked(const Model& model) : model_(&model) {
    const std::string states = model::canonical_state(model);
    std::string hypotheses = states, all;
    for (const Property& p : model.properties) {
        const std::string text = model::canonical(model, p);
        properties_.push_back(hex(digest(text)));
        if (p.waived) continue;
        if (p.kind == Property::Kind::invariant) hypotheses += "hypothesis " + text + "\n";
        all += text;
    }
    base_ = fmt::format("{} {} {}", build_id(), solver_version(), hex(digest(hypotheses)));
    const std::string boot = model::canonical_boot(model);
    boot_ = hex(digest(boot));
    state_ = hex(digest(states + boot));
    for (const model::Call& c : model.calls) {
        const std::string text = model::canonical(model, c);
        weights_.push_back(text.size());
        calls_.push_back(hex(digest(text)));
        if (c.kernel) kernel_ += calls_.back();
    }
    kernel_ = hex(digest(kernel_));
    std::string steps;
    for (const std::string& call : calls_) steps += call;
    whole_ = digest("whole\n" + base_ + state_ + steps + all);
}

std::string Asked::step_text(const StepRef& step, const Property& property) const {
    switch (step.kind) {
        case StepRef::Kind::boot: return "boot " + boot_;
        case StepRef::Kind::call: return "call " + calls_[step.call.value];
        case StepRef::Kind::time: return "time";
        case StepRef::Kind::state: return property.kind == Property::Kind::unblocked ? "state " + kernel_ : "state";
    }
    return {};
}

Digest Asked::obligation(const Obligation& obligation) const {
    const std::string step = step_text(obligation.step, (*model_)[obligation.property]);
    return digest("obligation\n" + base_ + "\n" + step + "\n" + properties_[obligation.property.value]);
}

Digest Asked::goal(const Model& model, const model::Goal& goal) const {
    if (goal.refused) return digest(fmt::format("refused\n{}\n{}\n{}", state_, calls_[goal.call->value], *goal.refused));
    return digest(fmt::format("goal\n{}\n{}", state_, model::canonical(model, model[goal.property])));
}

Digest Asked::in_vain(const Model& model, const model::Goal& goal) const {
    return digest(fmt::format("in vain\n{}\n{}", hex(whole()), hex(this->goal(model, goal))));
}

Digest Asked::nothing_vacuous() const { return digest("nothing vacuous\n" + hex(whole())); }

std::size_t Asked::weight(const StepRef& step) const { return step.kind == StepRef::Kind::call ? weights_[step.call.value] : 0; }

}  // namespace fief::proofs
