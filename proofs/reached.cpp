#include "proofs/reached.hpp"

#include "proofs/solver.hpp"

#include <algorithm>

namespace fief::proofs {

using model::Property;

namespace {

/// Follows a run's steps on another model, wherever its choices lead, but first to where they led before.
class Following {
public:
    Following(const model::Interpreter& interpreter, const Property& property, const model::Run& run)
        : interpreter_(interpreter), property_(property), run_(run) {}

    bool arrives() { return from(boot_state(interpreter_.layout()), 0); }

private:
    static constexpr unsigned most = 2000;  ///< steps in all, over every choice
    const model::Interpreter& interpreter_;
    const Property& property_;
    const model::Run& run_;
    unsigned tried_ = 0;

    bool from(const model::State& state, std::size_t at) {
        if (at == run_.steps.size()) {
            if (property_.kind == Property::Kind::possible) return true;  // its last step was the call, and succeeded
            const auto value = interpreter_.evaluate(state, *property_.formula);
            return std::holds_alternative<model::Value>(value) && std::get<model::Value>(value) != 0;
        }
        if (++tried_ > most) return false;
        std::vector<model::Outcome> outcomes = interpreter_.run_all(state, run_.steps[at]);
        std::erase_if(outcomes, [](const model::Outcome& o) { return o.error || o.undefined; });
        std::stable_partition(outcomes.begin(), outcomes.end(), [&](const model::Outcome& o) { return o.after == run_.states[at + 1]; });
        return std::ranges::any_of(outcomes, [&](const model::Outcome& o) { return from(o.after, at + 1); });
    }
};

/// No state that satisfies the invariants lets the call succeed.
bool contradictory(Encoding& encoding, model::CallId call, std::chrono::milliseconds timeout) {
    z3::context& ctx = encoding.signature().context();
    z3::solver solver = new_solver(ctx);
    limit(solver, timeout);
    for (const Term& t : encoding.hypotheses()) solver.add(t);
    const EncodedStep step = encoding.call(call);
    for (const Term& t : step.facts) solver.add(t);
    for (const Term& t : background(encoding.signature())) solver.add(t);
    solver.add(step.guard);
    return solver.check() == z3::unsat;
}

}  // namespace

Reached still_reached(Encoding& encoding, const std::vector<model::CallId>& changed, model::PropertyId id, const model::Run& run,
                      std::chrono::milliseconds timeout, const std::function<bool()>& cancelled) {
    const Model& m = encoding.signature().model();
    const Property& property = m[id];
    const auto in_run = [&](model::CallId call) {
        return std::ranges::any_of(run.steps, [&](const model::Invocation& step) { return step.call == call; });
    };
    if (std::ranges::none_of(changed, in_run)) return {Reached::Answer::reached, {}};
    const model::Layout layout(m, run.capacity);
    const model::Interpreter interpreter(layout);
    if (Following(interpreter, property, run).arrives()) return {Reached::Answer::reached, {}};

    if (property.kind == Property::Kind::possible && std::ranges::find(changed, *property.call) != changed.end() &&
        contradictory(encoding, *property.call, timeout))
        return {Reached::Answer::lost, "its conditions contradict the invariants"};

    model::ExploreLimits limits;
    limits.time = std::min(timeout, std::chrono::milliseconds(5000));
    const model::ExploreResult here = model::explore(layout, {{id, std::nullopt, std::nullopt}}, limits, cancelled);
    if (!here.found.empty()) return {Reached::Answer::reached, {}};
    limits.time = std::min(timeout, std::chrono::milliseconds(1500));  // elsewhere it is unlikely, and it is not what decides
    if (!model::search(m, {{id, std::nullopt, std::nullopt}}, limits, cancelled).found.empty()) return {Reached::Answer::reached, {}};
    if (here.complete) return {Reached::Answer::lost, "every state at the size of the run that got there was seen"};
    return {Reached::Answer::unknown, cancelled && cancelled() ? "cancelled" : "no run found that gets there"};
}

}  // namespace fief::proofs
