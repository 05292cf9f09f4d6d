#include "model/simulate.hpp"

#include "model/explore_time.hpp"
#include "model/interpreter_arguments.hpp"
#include "model/interpreter_execution.hpp"
#include "model/interpreter_properties.hpp"
#include "model/written.hpp"

#include <algorithm>
#include <limits>
#include <random>

namespace fief::model {

struct Stepper::Inside {
    Inside(const Layout& l, std::uint64_t seed)
        : layout(l),
          m(l.model()),
          random(seed),
          execution(l),
          moments(l, std::vector<bool>(l.model().exprs.size(), true), false),
          written(m) {
        for (const Call& call : m.calls)
            coverage.calls.push_back({0, 0, std::vector<std::uint64_t>(m.errors.size()), std::vector<std::uint64_t>(call.checks.size()),
                                      std::vector<std::uint64_t>(call.checks.size())});
        somebody_at_boot = somebody(boot_state(l));
    }

    const Layout& layout;
    const Model& m;
    std::mt19937_64 random;
    Execution execution;
    Moments moments;
    WrittenNumbers written;
    Coverage coverage;
    std::vector<Value> values;

    // Not std::uniform_int_distribution: its numbers differ between libraries. The upper half of a product, for a division takes longer
    // than all else that is drawn with it.
    std::uint64_t below(std::uint64_t n) {
        __extension__ using Wide = unsigned __int128;
        return static_cast<std::uint64_t>(static_cast<Wide>(random()) * n >> 64U);
    }
    bool once_in(std::uint64_t n) { return below(n) == 0; }

    [[nodiscard]] bool time_matters(const State& state) {
        values.clear();
        moments.after(state, execution.latest(state), values);
        return !values.empty();
    }

    /// From a random place on, the first: no need to list them.
    std::optional<Value> live_record(const State& state, TableId table) {
        const Value records = layout.records(table);
        if (records == 0) return std::nullopt;
        const Value start = static_cast<Value>(below(static_cast<std::uint64_t>(records)));
        for (Value i = 0; i < records; ++i) {
            const Value r = (start + i) % records;
            if (state.words[layout.live(table, r)]) return r;
        }
        return std::nullopt;
    }

    Value argument(const State& state, VarId var) {
        const Type& type = m[var].type;
        if (type.kind == Type::Kind::reference) {
            const Value records = layout.records(type.table);
            if (once_in(24))
                return static_cast<Value>(below(static_cast<std::uint64_t>(records) + 3)) - 2;  // dead ones, none, stale, too far
            if (type.optional && once_in(5)) return none;
            if (const auto r = live_record(state, type.table)) return *r;
            return records ? static_cast<Value>(below(static_cast<std::uint64_t>(records))) : none;
        }
        if (type.kind == Type::Kind::slot && once_in(3))
            if (const auto r = live_record(state, type.table)) return layout.key(type.table, *r, type.key);
        if (type.kind == Type::Kind::rights) {
            const auto all = (*this).m[type.table].rights;
            if (once_in(40)) return static_cast<Value>(all + 1);
            return static_cast<Value>(once_in(4) ? all : random() & all);
        }
        if ((type.kind == Type::Kind::instant || type.kind == Type::Kind::duration) && once_in(40)) return max_number + 1;
        values.clear();
        values_of_type(layout, type, state.words.data(), values, written.of(var));
        if (values.empty() || once_in(40)) return values.empty() || once_in(2) ? -1 : values.back() + 1;
        return values[below(values.size())];
    }

    /// Swarms: for a while only some of the calls are made, for what piles up only while nothing takes it away again;
    /// others when they all fail.
    std::vector<std::uint32_t> swarm;
    std::uint64_t in_vain = 0;  ///< steps that failed, one after the other
    std::uint64_t swarm_left = 0;
    void gather() {
        if (in_vain % 8 != 7 && swarm_left > 0) {
            --swarm_left;
            return;
        }
        swarm_left = 50 + below(250);
        const std::uint64_t rarity = 1 + below(4);
        swarm.clear();
        for (std::uint32_t c = 0; c < m.calls.size(); ++c)
            if (once_in(rarity)) swarm.push_back(c);
    }

    /// Of the swarm, the call that has succeeded least among a few drawn at random; now and then any call.
    CallId call() {
        gather();
        const bool any = once_in(16) || swarm.empty();
        auto one = [&] { return any ? static_cast<std::uint32_t>(below(m.calls.size())) : swarm[below(swarm.size())]; };
        std::uint32_t best = one();
        for (int i = 0; i < 2; ++i) {
            const std::uint32_t other = one();
            if (coverage.calls[other].succeeded < coverage.calls[best].succeeded) best = other;
        }
        return CallId{best};
    }

    /// Whether there is a record for every reference that the call takes: without, it can only refuse its arguments.
    [[nodiscard]] bool takes_what_lives(const State& state, CallId id) const {
        const auto there = [&](VarId v) {
            const Type& type = m[v].type;
            return type.kind != Type::Kind::reference || type.optional || some(state, type.table);
        };
        const Call& c = m[id];
        return (!c.actor || there(*c.actor)) && std::all_of(c.params.begin(), c.params.end(), there);
    }
    [[nodiscard]] bool some(const State& state, TableId table) const {
        for (Value r = 0; r < layout.records(table); ++r)
            if (state.words[layout.live(table, r)]) return true;
        return false;
    }

    /// Mostly a call that has what it takes; where the swarm has none, any.
    CallId likely_call(const State& state) {
        for (int i = 0; i < 4; ++i)
            if (const CallId c = call(); once_in(32) || takes_what_lives(state, c)) return c;
        for (int i = 0; i < 8; ++i)
            if (const CallId c{static_cast<std::uint32_t>(below(m.calls.size()))}; takes_what_lives(state, c)) return c;
        return call();
    }

    Invocation time_passes(const State& state) {
        Invocation step;
        if (m.calls.empty()) values.assign(1, state.now() + 1);
        step.now = values.empty() ? state.now() : values[below(values.size())];
        if (once_in(16)) step.now += static_cast<Value>(below(5)) - 1;
        return step;
    }

    Invocation draw(const State& state, CallId id) {
        Invocation step;
        step.call = id;
        const Call& c = m[id];
        if (c.actor) step.caller = argument(state, *c.actor);
        for (VarId p : c.params) step.args.push_back(argument(state, p));
        return step;
    }

    /// Of a few steps the first that does something new: succeeds where it never has, or fails as it never has. Else, mostly, the first
    /// that succeeds and leaves somebody to go on, and now and then the one whose `require` has refused least.
    Invocation next(const State& state) {
        if (m.calls.empty() || (once_in(6) && time_matters(state))) return time_passes(state);
        Invocation last, rarest;
        std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
        const bool wants_success = !once_in(4);
        for (int i = 0; i < 8; ++i) {
            last = draw(state, likely_call(state));
            const Coverage::OfCall& seen = coverage.calls[last.call->value];
            const Outcome o = execution.run(state, last, [](ChoiceKind, TableId, std::span<const Value>) { return std::size_t{0}; });
            const std::uint64_t before = o.refused ? seen.refused[*o.refused] : o.error ? seen.errors[o.error->value] : seen.succeeded;
            if (before == 0) return last;
            if (!o.error && ends(o.after) && !once_in(64)) continue;
            if (!o.error && wants_success) return last;
            if (o.refused && before < least) least = before, rarest = last;
        }
        return rarest.call ? rarest : last;
    }

    /// Whether nothing more may be expected: all who could call at boot are gone, or many steps have failed, one after the other.
    [[nodiscard]] bool stuck(const State& state) {
        constexpr std::uint64_t dead_end = 32;
        if (in_vain < dead_end && !ends(state)) return false;
        in_vain = 0;
        return true;
    }
    bool somebody_at_boot = false;
    [[nodiscard]] bool ends(const State& state) const { return somebody_at_boot && !somebody(state); }
    [[nodiscard]] bool somebody(const State& state) const {
        return std::any_of(m.calls.begin(), m.calls.end(), [&](const Call& c) { return c.actor && some(state, m[*c.actor].type.table); });
    }

    void saw(const Invocation& step, const Outcome& outcome) {
        in_vain = outcome.error ? in_vain + 1 : 0;
        if (!step.call) {
            ++coverage.time_steps;
            return;
        }
        Coverage::OfCall& c = coverage.calls[step.call->value];
        ++c.tried;
        if (outcome.error) ++c.errors[outcome.error->value];
        else ++c.succeeded;
        if (outcome.error == bad_argument || outcome.undefined) return;
        const std::size_t passed = outcome.refused.value_or(c.passed.size());
        for (std::size_t i = 0; i < passed; ++i) ++c.passed[i];
        if (outcome.refused) ++c.refused[*outcome.refused];
    }
};

Stepper::Stepper(const Layout& layout, std::uint64_t seed) : inside_(std::make_unique<Inside>(layout, seed)) {}
Stepper::~Stepper() = default;
Stepper::Stepper(Stepper&&) noexcept = default;
Stepper& Stepper::operator=(Stepper&&) noexcept = default;
Invocation Stepper::next(const State& state) { return inside_->next(state); }
Invocation Stepper::next(const State& state, CallId call) { return inside_->draw(state, call); }
std::pair<Value, std::vector<Value>> Stepper::asking(const State& state, GuardId guard) {
    const Model& m = inside_->m;
    const Value caller = inside_->argument(state, *m[guard].actor);
    std::vector<Value> args;
    for (const VarId p : m[guard].params) args.push_back(inside_->argument(state, p));
    return {caller, std::move(args)};
}
void Stepper::saw(const Invocation& step, const Outcome& outcome) { inside_->saw(step, outcome); }
bool Stepper::stuck(const State& state) { return inside_->stuck(state); }
const Coverage& Stepper::coverage() const { return inside_->coverage; }

Simulation simulate(const Layout& layout, const SimulateOptions& options, const std::function<bool()>& cancelled) {
    using Steady = std::chrono::steady_clock;
    const auto deadline = Steady::now() + options.time;
    const Model& m = layout.model();
    Stepper stepper(layout, options.seed);
    std::mt19937_64 random(options.seed ^ 0x9e3779b97f4a7c15U);
    Execution execution(layout);
    PropertyCheck check(layout);
    Simulation out;
    Run& run = out.run;
    run.capacity = layout.capacity();
    auto boot = [&] {
        run.states.assign(1, boot_state(layout));
        run.steps.clear();
        run.outcomes.clear();
    };
    boot();
    auto broken = [&](const State* before, const Invocation& step, const Outcome& outcome) {
        for (std::uint32_t p = 0; p < m.properties.size() && !out.violation; ++p) {
            const Property& property = m.properties[p];
            if (property.waived) continue;
            if (before && PropertyCheck::of_steps(m, property)) out.violation = check.check(*before, step, outcome, PropertyId{p});
            if (!out.violation && !outcome.error && PropertyCheck::of_states(m, property))
                out.violation = check.check(outcome.after, PropertyId{p});
        }
        return out.violation.has_value();
    };
    Outcome at_boot;
    at_boot.after = run.states.front();
    if (options.properties && broken(nullptr, {}, at_boot)) return out;
    while (out.steps < options.steps) {
        if ((out.steps & 15U) == 0 && ((options.time.count() && Steady::now() > deadline) || (cancelled && cancelled()))) break;
        if (stepper.stuck(run.states.back())) boot(), ++out.boots;
        const State& before = run.states.back();
        if (options.visit) options.visit(before);
        Invocation step = stepper.next(before);
        Outcome outcome = execution.run(before, step, [&](ChoiceKind, TableId, std::span<const Value> candidates) {
            return static_cast<std::size_t>(random() % candidates.size());
        });
        stepper.saw(step, outcome);
        ++out.steps;
        const bool stop = options.properties && broken(&before, step, outcome);
        run.states.push_back(outcome.after);
        run.steps.push_back(std::move(step));
        run.outcomes.push_back(std::move(outcome));
        if (stop) break;
        // Forgets in large pieces, so that forgetting costs little.
        if (options.keep && run.steps.size() >= 2 * options.keep) {
            const auto n = static_cast<std::ptrdiff_t>(run.steps.size() - options.keep);
            run.steps.erase(run.steps.begin(), run.steps.begin() + n);
            run.outcomes.erase(run.outcomes.begin(), run.outcomes.begin() + n);
            run.states.erase(run.states.begin(), run.states.begin() + n);
        }
    }
    out.coverage = stepper.coverage();
    return out;
}

}  // namespace fief::model
