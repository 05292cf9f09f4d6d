#include "model/wander.hpp"

#include "model/interpreter_properties.hpp"
#include "model/simulate.hpp"

#include <algorithm>
#include <bit>

namespace fief::model {
namespace {

std::size_t lowest(ChoiceKind, TableId, std::span<const Value>) { return 0; }

class Wanderer {
public:
    Wanderer(const Layout& layout, const std::vector<Goal>& goals, const WanderOptions& options, const std::function<bool()>& cancelled)
        : layout_(layout),
          m_(layout.model()),
          options_(options),
          cancelled_(cancelled),
          boot_(boot_state(layout)),
          execution_(layout),
          check_(layout),
          stepper_(layout, options.seed) {
        for (const Goal& goal : goals) (goal.refused ? unrefused_ : open_).push_back(goal);
    }

    std::vector<Found> run() {
        std::erase_if(open_, [&](const Goal& goal) { return at_boot(goal); });
        std::uint64_t made = 0;
        for (std::uint64_t n = 1; made < options_.steps && !done(); ++n) {
            Run run = start();
            for (std::uint64_t i = 0; i < shortest_run * luby(n) && !stepper_.stuck(run.states.back()) && made < options_.steps && !done();
                 ++i, ++made) {
                if ((made & 63U) == 0 && cancelled_ && cancelled_()) return std::move(found_);
                const Invocation step = stepper_.next(run.states.back());
                const bool went = append(run, step);
                stepper_.saw(step, outcome_);
                if (!went) {
                    refused(run, step);
                    continue;
                }
                look(run);
                if (outcome_.undefined) break;
                look_aside(run);
            }
        }
        return std::move(found_);
    }

private:
    static constexpr std::uint64_t shortest_run = 48;
    static constexpr int tries_aside = 3;

    /// 1, 1, 2, 1, 1, 2, 4, 1, …: as much time for short runs as for each length twice theirs (Luby, Sinclair, Zuckerman 1993).
    static std::uint64_t luby(std::uint64_t n) {
        while (true) {
            const std::uint64_t all = std::bit_ceil(n + 1);
            if (all == n + 1) return all / 2;
            n -= all / 2 - 1;
        }
    }

    const Layout& layout_;
    const Model& m_;
    const WanderOptions& options_;
    const std::function<bool()>& cancelled_;
    const State boot_;
    Execution execution_;
    PropertyCheck check_;
    Stepper stepper_;
    std::vector<Goal> open_, unrefused_;
    std::vector<Found> found_;
    Outcome outcome_;  ///< of the last step

    [[nodiscard]] bool done() const { return open_.empty() && unrefused_.empty(); }

    [[nodiscard]] Run start() const {
        Run run;
        run.capacity = layout_.capacity();
        run.states.push_back(boot_);
        return run;
    }

    /// Makes the step, unless it fails.
    bool append(Run& run, const Invocation& step) {
        outcome_ = execution_.run(run.states.back(), step, lowest);
        if (outcome_.error) return false;
        run.states.push_back(outcome_.after);
        run.steps.push_back(step);
        run.outcomes.push_back(outcome_);
        return true;
    }

    bool at_boot(const Goal& goal) {
        const Property& p = m_[goal.property];
        if (goal.call) return false;
        std::optional<Violation> violation;
        if (PropertyCheck::of_states(m_, p)) violation = check_.check(boot_, goal.property);
        if (!violation && !(p.kind == Property::Kind::reachable && check_.reached(boot_, goal.property))) return false;
        found_.push_back({goal, start(), std::move(violation)});
        return true;
    }

    /// Whether the run's last step is one that the goal wants.
    bool there(const Goal& goal, const Run& run, std::optional<Violation>& violation) {
        if (run.steps.empty()) return false;
        const Invocation& step = run.steps.back();
        const Outcome& outcome = run.outcomes.back();
        const State& before = run.states[run.states.size() - 2];
        const Property& p = m_[goal.property];
        const bool meant = !outcome.undefined;
        if (p.kind == Property::Kind::possible) return meant && step.call == p.call;
        if (p.kind == Property::Kind::reachable) return meant && check_.reached(outcome.after, goal.property);
        if (goal.call && step.call != goal.call) return false;
        if (PropertyCheck::of_steps(m_, p)) violation = check_.check(before, step, outcome, goal.property);
        else if (meant && PropertyCheck::of_states(m_, p) && !check_.check(before, goal.property))
            violation = check_.check(outcome.after, goal.property);
        return violation.has_value();
    }

    void look(const Run& run) {
        std::erase_if(open_, [&](const Goal& goal) {
            std::optional<Violation> violation;
            if (!there(goal, run, violation)) return false;
            Run shorter = shortened(goal, run);
            static_cast<void>(there(goal, shorter, violation));
            found_.push_back({goal, std::move(shorter), std::move(violation)});
            return true;
        });
    }

    /// The step failed at a check in the run's last state. The run is left as long as it is: nobody is shown it.
    void refused(const Run& run, const Invocation& step) {
        if (!step.call) return;
        std::erase_if(unrefused_, [&](const Goal& goal) {
            if (goal.call != step.call || stepper_.coverage().calls[step.call->value].refused[*goal.refused] == 0) return false;
            found_.push_back({goal, run, std::nullopt});
            return true;
        });
    }

    /// Where the goals name calls: what one more step by these would come to, which the run does not take.
    void look_aside(Run& run) {
        std::vector<CallId> calls;
        for (const Goal& goal : open_)
            if (goal.call && std::find(calls.begin(), calls.end(), *goal.call) == calls.end()) calls.push_back(*goal.call);
        for (CallId call : calls) {
            for (int i = 0; i < tries_aside; ++i) {
                if (!append(run, stepper_.next(run.states.back(), call))) continue;
                look(run);
                run.states.pop_back();
                run.steps.pop_back();
                run.outcomes.pop_back();
            }
        }
    }

    /// Leaves out pieces, halving them down to single steps; from the end, since what comes late needs what came before. A step that fails
    /// without them is left out too.
    Run shortened(const Goal& goal, Run run) {
        for (std::size_t piece = std::max<std::size_t>(run.steps.size() / 2, 1);; piece = (piece + 1) / 2) {
            bool shorter = false;
            for (std::size_t end = run.steps.size(); end > 0;) {
                const std::size_t begin = end - std::min(piece, end);
                Run rest = start();
                for (std::size_t i = 0; i < run.steps.size(); ++i)
                    if (i < begin || i >= end) append(rest, run.steps[i]);
                std::optional<Violation> violation;
                if (there(goal, rest, violation)) {
                    run = std::move(rest);
                    shorter = true;
                }
                end = std::min(begin, run.steps.size());
            }
            if (piece == 1 && !shorter) return run;
        }
    }
};

}  // namespace

std::vector<Found> wander(const Layout& layout, const std::vector<Goal>& goals, const WanderOptions& options,
                          const std::function<bool()>& cancelled) {
    return Wanderer(layout, goals, options, cancelled).run();
}

}  // namespace fief::model
