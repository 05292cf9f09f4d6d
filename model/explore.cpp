#include "model/explore.hpp"

#include "model/children.hpp"
#include "model/explore_relevant.hpp"
#include "model/explore_states.hpp"
#include "model/explore_symmetry.hpp"
#include "model/explore_time.hpp"
#include "model/interpreter_properties.hpp"

#include <algorithm>

namespace fief::model {
namespace {

using Steady = std::chrono::steady_clock;

/// What a search knows of a call beforehand.
struct CallPlan {
    std::vector<std::size_t> checks_after;             ///< by position: how many checks can be made once it is bound
    std::vector<std::optional<std::size_t>> families;  ///< by position
    std::size_t checks_at_once = 0;                    ///< before anything is bound
};

class Search {
public:
    Search(const Layout& layout, const std::vector<Goal>& goals, const ExploreLimits& limits, const std::function<bool()>& cancelled,
           bool keep_idle)
        : layout_(layout),
          m_(layout.model()),
          limits_(limits),
          cancelled_(cancelled),
          keep_idle_(keep_idle),
          relevant_(relevant_expressions(m_, goals)),
          symmetry_(layout, relevant_),
          moments_(layout, relevant_, keep_idle),
          execution_(layout),
          properties_(layout),
          arguments_(layout),
          seen_(moments_, layout.words()) {
        for (const Goal& goal : goals) {
            if (goal.refused) unrefused_.push_back(goal);
            else open_.push_back(goal);
        }
        wants_all_ = goals.empty();
        for (const Call& call : m_.calls) plans_.push_back(plan(call));
    }

    /// Nothing when a time was read that the search forgets: it must be run again with `keep_idle`.
    std::optional<ExploreResult> run() {
        deadline_ = Steady::now() + limits_.time;
        State boot = boot_state(layout_);
        add(boot, 0, {});
        std::uint32_t level_end = 1;  // the first state that is one step deeper
        std::uint32_t at = 0;
        for (; at < seen_.size() && !over(); ++at) {
            if (at == level_end) {
                ++result_.depth;
                level_end = seen_.size();
            }
            if (result_.depth == limits_.depth) {
                cut_ = true;
                break;
            }
            expand(at);
            if (!keep_idle_ && (execution_.evaluation().read_idle_time || properties_.evaluation().read_idle_time)) return std::nullopt;
        }
        const bool all_seen = at == seen_.size() && !cut_;
        if (all_seen) ++result_.depth;
        result_.states = seen_.size();
        result_.exhausted = all_seen;
        result_.all_values = !arguments_.sampled() && !properties_.sampled() && !execution_.evaluation().sampled;
        result_.complete = all_seen && result_.exact_time && result_.all_values;
        return std::move(result_);
    }

private:
    struct Node {
        std::uint32_t parent = 0;
        std::uint32_t step = 0;  ///< where its step begins in steps_
    };

    const Layout& layout_;
    const Model& m_;
    const ExploreLimits& limits_;
    const std::function<bool()>& cancelled_;
    const bool keep_idle_;
    const std::vector<bool> relevant_;
    Symmetry symmetry_;
    Moments moments_;
    Execution execution_;
    PropertyCheck properties_;
    Arguments arguments_;
    SeenStates seen_;
    std::vector<CallPlan> plans_;
    std::vector<Node> nodes_;   ///< by state
    std::vector<Value> steps_;  ///< call + 1 (0: time), caller or now, arguments
    std::vector<Goal> open_, unrefused_;
    std::vector<std::vector<PropertyId>> broken_;  ///< by state: what it breaks, of the goals' properties
    ExploreResult result_;
    Steady::time_point deadline_;
    bool cut_ = false;  ///< something was left out
    bool wants_all_ = false;
    std::uint32_t ticks_ = 0;

    // Of the state that is being expanded:
    std::uint32_t number_ = 0;
    State state_;
    Invocation step_;
    Outcome outcome_;
    std::vector<std::size_t> options_;
    std::vector<Value> later_;
    std::vector<std::pair<std::size_t, std::size_t>> path_;  ///< of choices: which, out of how many

    bool over() {
        if (open_.empty() && unrefused_.empty() && !wants_all_) cut_ = true;
        if (seen_.size() >= limits_.states) cut_ = true;
        if ((++ticks_ & 63U) == 0 && (Steady::now() > deadline_ || (cancelled_ && cancelled_()))) cut_ = true;
        return cut_;
    }

    CallPlan plan(const Call& call) {
        CallPlan out;
        std::vector<VarId> bound;
        if (call.actor) bound.push_back(*call.actor);
        bound.insert(bound.end(), call.params.begin(), call.params.end());
        // A check can be made when it, and those before it, read nothing that is not bound.
        std::vector<std::size_t> needs;
        std::size_t most = 0;
        auto look = [&](auto& self, ExprId id) -> void {
            if (const auto* v = std::get_if<VarRef>(&m_[id].node))
                for (std::size_t i = 0; i < bound.size(); ++i)
                    if (bound[i] == v->var) most = std::max(most, i + 1);
            for_each_child(m_[id].node, [&](ExprId child) { self(self, child); });
        };
        for (const Check& c : call.checks) {
            std::visit(overloaded{[&](const Let& n) { look(look, n.value); }, [&](const Require& n) { look(look, n.condition); }}, c.node);
            needs.push_back(most);
        }
        auto ready = [&](std::size_t n) {
            return static_cast<std::size_t>(std::upper_bound(needs.begin(), needs.end(), n) - needs.begin());
        };
        out.checks_at_once = ready(0);
        for (std::size_t i = 0; i < bound.size(); ++i) {
            out.checks_after.push_back(ready(i + 1));
            out.families.push_back(symmetry_.family(m_[bound[i]].type));
        }
        return out;
    }

    void expand(std::uint32_t number) {
        number_ = number;
        seen_.get(number, state_);
        symmetry_.enter(state_);
        result_.exact_time = result_.exact_time && moments_.exact(state_);
        for (std::uint32_t c = 0; c < m_.calls.size(); ++c) try_call(CallId{c});
        later_.clear();
        moments_.after(state_, execution_.latest(state_), later_);
        for (Value t : later_) {
            step_.call = std::nullopt;
            step_.caller = none;
            step_.args.clear();
            step_.now = t;
            outcome_ = Outcome{};
            outcome_.after = state_;
            outcome_.after.words[0] = t;
            arrived();
        }
        step_.now = 0;
    }

    void try_call(CallId id) {
        const Call& call = m_[id];
        const CallPlan& plan = plans_[id.value];
        execution_.begin(state_, call);
        // How many bindings were made when a check turned out to have no meaning: what is deeper is not checked, but run as a whole.
        std::optional<std::size_t> undefined;
        auto checks = [&](std::size_t bindings, std::size_t from, std::size_t to) {
            try {
                for (std::size_t i = from; i < to; ++i) {
                    if (!execution_.check(call.checks[i])) continue;
                    if (!unrefused_.empty()) refused(id, i);
                    return false;
                }
            } catch (const Undefined&) { undefined = bindings; }
            return true;
        };
        if (!checks(0, 0, plan.checks_at_once)) return;
        arguments_.each(
            state_, id, step_,
            [&](std::size_t at) {
                if (!in_order(plan, call, at)) return false;
                const std::size_t offset = call.actor ? 1 : 0;
                const VarId var = call.actor && at == 0 ? *call.actor : call.params[at - offset];
                execution_.evaluation().vars[var.value] = value_at(call, at);
                if (undefined && *undefined <= at) return true;
                undefined.reset();
                return checks(at + 1, at == 0 ? plan.checks_at_once : plan.checks_after[at - 1], plan.checks_after[at]);
            },
            [&] {
                effects(call, undefined.has_value());
                return !over();
            });
    }

    void refused(CallId call, std::size_t check) {
        const auto at = std::find_if(unrefused_.begin(), unrefused_.end(),
                                     [&](const Goal& goal) { return goal.call == call && goal.refused == check; });
        if (at == unrefused_.end()) return;
        result_.found.push_back({*at, run_to(number_), std::nullopt});
        unrefused_.erase(at);
    }

    [[nodiscard]] Value value_at(const Call& call, std::size_t at) const {
        if (!call.actor) return step_.args[at];
        return at == 0 ? step_.caller : step_.args[at - 1];
    }

    /// Of interchangeable slots, the one before this one must have been named already.
    [[nodiscard]] bool in_order(const CallPlan& plan, const Call& call, std::size_t at) const {
        if (!plan.families[at]) return true;
        const Value value = value_at(call, at);
        if (value < 0) return true;
        const Value before = symmetry_.before(*plan.families[at], value);
        if (before == none) return true;
        for (std::size_t i = 0; i < at; ++i)
            if (plan.families[i] == plan.families[at] && value_at(call, i) == before) return true;
        return false;
    }

    void effects(const Call& call, bool undefined) {
        const CallPlan& plan = plans_[step_.call->value];
        path_.clear();
        while (true) {
            std::size_t at = 0;
            const Decide decide = [&](ChoiceKind kind, TableId table, std::span<const Value> candidates) {
                options_.clear();
                if (kind == ChoiceKind::fresh)
                    symmetry_.choices(
                        table, candidates, [&](std::size_t f, Value slot) { return named(plan, call, f, slot); }, options_);
                else
                    for (std::size_t i = 0; i < candidates.size(); ++i) options_.push_back(i);
                if (at == path_.size()) path_.emplace_back(0, options_.size());
                return options_[path_[at++].first];
            };
            if (undefined) {
                outcome_ = execution_.run(state_, step_, decide);
            } else {
                try {
                    execution_.effects(state_, call, decide, outcome_);
                } catch (const Undefined& missing) {
                    outcome_ = Outcome{};
                    outcome_.after = state_;
                    outcome_.undefined = missing;
                }
            }
            arrived();
            execution_.begin(state_, call);
            while (!path_.empty() && path_.back().first + 1 == path_.back().second) path_.pop_back();
            if (path_.empty()) return;
            ++path_.back().first;
        }
    }

    [[nodiscard]] bool named(const CallPlan& plan, const Call& call, std::size_t family, Value slot) const {
        for (std::size_t i = 0; i < plan.families.size(); ++i)
            if (plan.families[i] == family && value_at(call, i) == slot) return true;
        return false;
    }

    /// A step was made, or had no meaning.
    void arrived() {
        if (outcome_.error) return;
        const bool meant = !outcome_.undefined;
        result_.steps += meant;
        for (std::size_t g = 0; g < open_.size();) {
            const Goal goal = open_[g];
            const Property& p = m_[goal.property];
            const bool mine = !goal.call || step_.call == goal.call;
            const bool possible = p.kind == Property::Kind::possible && meant && step_.call == p.call;
            std::optional<Violation> violation;
            if (mine && PropertyCheck::of_steps(m_, p)) violation = properties_.check(state_, step_, outcome_, goal.property);
            if (possible || violation) found(g, run_by_step(), std::move(violation));
            else ++g;
        }
        if (!meant || (seen_.size() >= limits_.states)) return;
        const std::uint32_t to = add(outcome_.after, number_, step_);
        if (broken_[to].empty()) return;
        for (std::size_t g = 0; g < open_.size();) {
            const Goal goal = open_[g];
            auto breaks = [&](std::uint32_t n) {
                return std::find(broken_[n].begin(), broken_[n].end(), goal.property) != broken_[n].end();
            };
            if (goal.call && goal.call == step_.call && breaks(to) && !breaks(number_))
                found(g, run_by_step(), properties_.check(outcome_.after, goal.property));
            else ++g;
        }
    }

    std::uint32_t add(const State& state, std::uint32_t parent, const Invocation& step) {
        const auto [number, fresh] = seen_.add(state);
        if (!fresh) return number;
        if (limits_.visit) limits_.visit(state);
        nodes_.push_back({parent, static_cast<std::uint32_t>(steps_.size())});
        steps_.push_back(step.call ? static_cast<Value>(step.call->value) + 1 : 0);
        steps_.push_back(step.call ? step.caller : step.now);
        steps_.insert(steps_.end(), step.args.begin(), step.args.end());
        broken_.emplace_back();
        std::optional<PropertyId> last;  // goals of one property lie side by side, as a rule
        for (std::size_t g = 0; g < open_.size();) {
            const Goal goal = open_[g];
            const Property& p = m_[goal.property];
            std::optional<Violation> violation;
            if (PropertyCheck::of_states(m_, p) && (!goal.call || goal.property != last)) {
                violation = properties_.check(state, goal.property);
                if (violation) broken_[number].push_back(goal.property);
                last = goal.property;
            }
            const bool reached = p.kind == Property::Kind::reachable && properties_.reached(state, goal.property);
            if (!goal.call && (violation || reached)) found(g, run_to(number), std::move(violation));
            else ++g;
        }
        return number;
    }

    [[nodiscard]] Invocation step_of(std::uint32_t number) const {
        const Value* at = steps_.data() + nodes_[number].step;
        Invocation out;
        if (at[0] == 0) {
            out.now = at[1];
        } else {
            out.call = CallId{static_cast<std::uint32_t>(at[0] - 1)};
            out.caller = at[1];
            out.args.assign(at + 2, at + 2 + m_[*out.call].params.size());
        }
        return out;
    }

    /// The run to a state, worked out again on the interpreter.
    [[nodiscard]] Run run_to(std::uint32_t number) const {
        std::vector<std::uint32_t> path;
        for (std::uint32_t n = number; n != 0; n = nodes_[n].parent) path.push_back(n);
        std::reverse(path.begin(), path.end());
        Run run;
        run.capacity = layout_.capacity();
        run.states.push_back(boot_state(layout_));
        Execution again(layout_);
        for (std::uint32_t n : path) {
            State wanted;
            seen_.get(n, wanted);
            run.steps.push_back(step_of(n));
            for (Outcome& o : run_every_choice(again, run.states.back(), run.steps.back()))
                if (o.after == wanted) {
                    run.outcomes.push_back(std::move(o));
                    break;
                }
            run.states.push_back(std::move(wanted));
        }
        return run;
    }

    /// The run to the state that is being expanded, and the step just made.
    [[nodiscard]] Run run_by_step() const {
        Run run = run_to(number_);
        run.steps.push_back(step_);
        run.states.push_back(outcome_.after);
        run.outcomes.push_back(outcome_);
        return run;
    }

    void found(std::size_t g, Run run, std::optional<Violation> violation) {
        result_.found.push_back({open_[g], std::move(run), std::move(violation)});
        open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(g));
    }
};

}  // namespace

ExploreResult explore(const Layout& layout, const std::vector<Goal>& goals, const ExploreLimits& limits,
                      const std::function<bool()>& cancelled) {
    if (auto result = Search(layout, goals, limits, cancelled, false).run()) return std::move(*result);
    return *Search(layout, goals, limits, cancelled, true).run();
}

void for_each_step(const Layout& layout, const State& state, const std::function<void(const Invocation&)>& visit) {
    const Model& model = layout.model();
    Arguments arguments(layout);
    Invocation step;
    for (std::uint32_t c = 0; c < model.calls.size(); ++c)
        arguments.each(
            state, CallId{c}, step, [](std::size_t) { return true; },
            [&] {
                visit(step);
                return true;
            });
    const Moments moments(layout, std::vector<bool>(model.exprs.size(), true), false);
    std::vector<Value> later;
    moments.after(state, Execution(layout).latest(state), later);
    for (Value t : later) visit(Invocation{std::nullopt, none, {}, t});
}

}  // namespace fief::model
