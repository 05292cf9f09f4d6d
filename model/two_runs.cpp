#include "model/two_runs.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace fief::model {
namespace {

using Steady = std::chrono::steady_clock;

class Seeking {
public:
    Seeking(const Layout& layout, PropertyId property, Value observer, const Invocation& step)
        : layout_(layout),
          m_(layout.model()),
          interpreter_(layout),
          observers_(layout),
          id_(property),
          property_(m_[property]),
          observer_(observer),
          step_(step) {}

    std::optional<TwoRuns> run(std::chrono::milliseconds time, const std::function<bool()>& cancelled) {
        const auto end = Steady::now() + time;
        const auto over = [&] { return Steady::now() > end || (cancelled && cancelled()); };
        bool stop = !add(boot_state(layout_), 0, {}, {});
        for (std::size_t at = 0; at < nodes_.size() && !found_ && !stop; ++at) {
            const State before = nodes_[at].state;  // by value: more of them move all
            for_each_step(layout_, before, [&](const Invocation& step) {
                if (found_ || (stop = stop || over())) return;
                for (Outcome& o : interpreter_.run_all(before, step)) {
                    if (o.error || o.undefined || found_) continue;
                    State after = o.after;
                    add(std::move(after), at, step, std::move(o));
                }
            });
        }
        return std::move(found_);
    }

private:
    struct Node {
        State state;
        std::size_t parent = 0;
        Invocation step;
        Outcome outcome;
    };
    struct Hash {
        std::size_t operator()(const std::vector<Value>& words) const {
            std::size_t h = words.size();
            for (Value w : words) h = (h ^ static_cast<std::size_t>(w)) * 0x9e3779b97f4a7c15U;
            return h;
        }
    };
    using Words = std::vector<Value>;
    /// What states that look alike come to by the step, with a few of those that come to it.
    using Answers = std::map<Words, std::vector<std::size_t>>;
    static constexpr std::size_t most_of_each = 24;

    const Layout& layout_;
    const Model& m_;
    Interpreter interpreter_;
    Observers observers_;
    PropertyId id_;
    const Property& property_;
    Value observer_;
    const Invocation& step_;
    std::vector<Node> nodes_;
    std::unordered_set<Words, Hash> seen_;
    std::map<Words, Answers> alike_;
    std::optional<TwoRuns> found_;

    bool add(State state, std::size_t parent, const Invocation& step, Outcome outcome) {
        if (!seen_.insert(state.words).second) return false;
        nodes_.push_back({std::move(state), parent, step, std::move(outcome)});
        compare(nodes_.size() - 1);
        return true;
    }

    void compare(std::size_t at) {
        const State& state = nodes_[at].state;
        Answers& answers = alike_[look(state)];
        const Words mine = answer(state);
        for (const auto& [theirs, group] : answers) {
            if (theirs == mine) continue;
            for (std::size_t other : group)
                for (const auto& [a, b] : {std::pair{other, at}, std::pair{at, other}})
                    if (auto leak = observers_.leak(id_, observer_, nodes_[a].state, nodes_[b].state, step_);
                        leak && sound(a) && sound(b)) {
                        found_ = TwoRuns{run_to(a), run_to(b), std::move(*leak)};
                        return;
                    }
        }
        std::vector<std::size_t>& same = answers[mine];
        if (same.size() < most_of_each) same.push_back(at);
    }

    /// What comes after a broken invariant counts for nothing.
    [[nodiscard]] bool sound(std::size_t at) const {
        while (interpreter_.check(nodes_[at].state).empty()) {
            if (at == 0) return true;
            at = nodes_[at].parent;
        }
        return false;
    }

    [[nodiscard]] Words look(const State& state) {
        Words out = observers_.view(*property_.isolation, observer_, state);
        if (property_.step != Property::Step::flows || !step_.call) return out;
        if (const auto its = m_.isolation_of(m_[*m_[*step_.call].actor].type.table)) {
            const Words caller = observers_.view(*its, step_.caller, state);
            out.insert(out.end(), caller.begin(), caller.end());
        }
        return out;
    }

    [[nodiscard]] Words answer(const State& state) {
        if (property_.guard) {
            const auto said = interpreter_.ask(state, *property_.guard, step_.caller, step_.args);
            return {std::holds_alternative<Value>(said) ? std::get<Value>(said) : -1};
        }
        Words out;
        for (const Outcome& o : interpreter_.run_all(state, step_)) {
            out.push_back(o.error ? static_cast<Value>(o.error->value) : -1);
            out.insert(out.end(), o.results.begin(), o.results.end());
            for (const Emission& e : o.events) {
                out.push_back(e.event.value);
                out.insert(out.end(), e.args.begin(), e.args.end());
            }
            const Words after = observers_.view(*property_.isolation, observer_, o.after);
            out.insert(out.end(), after.begin(), after.end());
        }
        return out;
    }

    [[nodiscard]] Run run_to(std::size_t at) const {
        Run out{layout_.capacity(), {}, {}, {}};
        for (; at != 0; at = nodes_[at].parent) {
            out.steps.push_back(nodes_[at].step);
            out.outcomes.push_back(nodes_[at].outcome);
            out.states.push_back(nodes_[at].state);
        }
        out.states.push_back(nodes_[0].state);
        std::reverse(out.steps.begin(), out.steps.end());
        std::reverse(out.outcomes.begin(), out.outcomes.end());
        std::reverse(out.states.begin(), out.states.end());
        return out;
    }
};

}  // namespace

std::optional<TwoRuns> two_runs(const Layout& layout, PropertyId property, Value observer, const Invocation& step,
                                std::chrono::milliseconds time, const std::function<bool()>& cancelled) {
    return Seeking(layout, property, observer, step).run(time, cancelled);
}

}  // namespace fief::model
