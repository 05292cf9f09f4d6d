#include "model/trials.hpp"

#include "model/interpreter_properties.hpp"
#include "model/simulate.hpp"

#include <algorithm>

namespace fief::model {
namespace {

bool broken(const Interpreter& interpreter, const State& before, const Invocation& step, const Outcome& outcome, PropertyId id) {
    const Model& m = interpreter.layout().model();
    if (PropertyCheck::of_steps(m, m[id])) return interpreter.check(before, step, outcome, id).has_value();
    return PropertyCheck::of_states(m, m[id]) && interpreter.check(outcome.after, id).has_value();
}

}  // namespace

Trials trials(const Layout& layout, const State& from, PropertyId property, CallId call) {
    constexpr std::uint64_t most = 3000, runs_of = 60;
    constexpr std::size_t good_enough = 120, bad_enough = 12;
    const Interpreter interpreter(layout);
    const bool of_states = PropertyCheck::of_states(layout.model(), layout.model()[property]);
    Stepper stepper(layout, 1);
    Trials out;
    State state = boot_state(layout);
    for (std::uint64_t made = 0; made < most && out.good.size() < good_enough; ++made) {
        if (made % runs_of == 0) state = made / runs_of % 2 == 0 ? boot_state(layout) : from;
        const Trial trial{state, stepper.next(state, call)};
        const Outcome outcome = interpreter.run(state, trial.step);
        if (!outcome.error) {
            const bool bad = broken(interpreter, state, trial.step, outcome, property);
            if (!bad) out.good.push_back(trial);
            else if (out.bad.size() < bad_enough) out.bad.push_back(trial);
        }
        const Invocation next = stepper.next(state);
        const Outcome then = interpreter.run(state, next);
        stepper.saw(next, then);
        if (then.error || then.undefined || (of_states && interpreter.check(then.after, property))) continue;
        state = then.after;
    }
    return out;
}

bool breaks(const Interpreter& interpreter, const Trial& trial, PropertyId property) {
    const std::vector<Outcome> outcomes = interpreter.run_all(trial.before, trial.step);
    return std::any_of(outcomes.begin(), outcomes.end(), [&](const Outcome& outcome) {
        return !outcome.error && broken(interpreter, trial.before, trial.step, outcome, property);
    });
}

}  // namespace fief::model
