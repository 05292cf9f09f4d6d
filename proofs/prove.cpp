#include "proofs/prove.hpp"

#include "proofs/counterexample.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fief::proofs {

using model::Property;
using model::PropertyId;
using Clock = std::chrono::steady_clock;

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

namespace {

/// One step's conversation with the solver.
class Asking {
public:
    Asking(Encoding& encoding, const StepWork& work, const Options& options, const std::function<bool()>& cancelled,
           const std::function<void()>& said)
        : encoding_(encoding),
          work_(work),
          options_(options),
          cancelled_(cancelled),
          said_(said),
          model_(encoding.signature().model()),
          ctx_(encoding.signature().context()),
          solver_(z3::tactic(ctx_, "smt").mk_solver()),
          answers_(work.properties.size()) {}

    std::vector<Answer> run() {
        prepare();
        together();
        for (std::size_t i = 0; i < goals_.size(); ++i)
            if (open_[i]) alone(i);
        return std::move(answers_);
    }

private:
    Encoding& encoding_;
    const StepWork& work_;
    const Options& options_;
    const std::function<bool()>& cancelled_;
    const std::function<void()>& said_;
    const Model& model_;
    z3::context& ctx_;
    z3::solver solver_;
    std::vector<Answer> answers_;
    std::optional<EncodedStep> step_;
    std::vector<std::vector<Goal>> goals_;  ///< by property
    std::vector<bool> open_;

    void limit(std::chrono::milliseconds timeout) {
        z3::params params(ctx_);
        params.set("timeout", static_cast<unsigned>(timeout.count()));
        if (options_.rlimit) params.set("rlimit", options_.rlimit);
        solver_.set(params);
    }

    void prepare() {
        const auto kind = work_.step.kind;
        if (kind == StepRef::Kind::boot) {
            for (const Term& t : encoding_.boot()) solver_.add(t);
        } else {
            for (const Term& t : encoding_.hypotheses()) solver_.add(t);
        }
        if (kind == StepRef::Kind::call) step_ = encoding_.call(work_.step.call);
        if (kind == StepRef::Kind::time) step_ = encoding_.time();
        for (PropertyId id : work_.properties) {
            const Property& property = model_[id];
            auto& goals = goals_.emplace_back();
            open_.push_back(true);
            if (step_ && encoding_.framed(property, *step_)) {
                answers_[goals_.size() - 1].verdict = Verdict::proved;
                answers_[goals_.size() - 1].framed = true;
                open_.back() = false;
                said_();
            } else if (!step_) {
                goals.push_back(encoding_.of_state(property));
            } else if (property.kind == Property::Kind::defined) {
                goals = encoding_.defined_in_step(property, *step_);
            } else {
                goals.push_back(encoding_.after_step(property, *step_));
            }
            for (const Goal& g : goals)
                for (const Term& t : g.facts) solver_.add(t);
        }
        if (step_) {
            for (const Term& t : step_->facts) solver_.add(t);
            Environment env(model_.vars.size());
            for (const Term& t : facts_of_counts(step_->after, env)) solver_.add(t);
        }
        for (const Term& t : background(encoding_.signature())) solver_.add(t);
    }

    /// What is to be shown, with the guard as a premise where the goal stands behind it.
    [[nodiscard]] Term claim(std::size_t i) const {
        std::vector<Term> parts;
        for (const Goal& g : goals_[i]) parts.push_back(step_ && g.under_guard ? imply(step_->guard, g.formula) : g.formula);
        return all(ctx_, parts);
    }

    /// One unsat settles every property of the step.
    void together() {
        std::vector<Term> claims;
        std::size_t count = 0;
        for (std::size_t i = 0; i < goals_.size(); ++i)
            if (open_[i]) {
                claims.push_back(claim(i));
                ++count;
            }
        if (count < 2) return;
        limit(std::min(options_.timeout, std::chrono::milliseconds(3000)));
        const auto start = Clock::now();
        solver_.push();
        solver_.add(negate(all(ctx_, claims)));
        const z3::check_result result = solver_.check();
        solver_.pop();
        if (result != z3::unsat) return;
        const std::chrono::duration<double> each = std::chrono::duration<double>(Clock::now() - start) / static_cast<double>(count);
        for (std::size_t i = 0; i < goals_.size(); ++i) {
            if (!open_[i]) continue;
            answers_[i].verdict = Verdict::proved;
            answers_[i].time = each;
            open_[i] = false;
            said_();
        }
    }

    void alone(std::size_t i) {
        Answer& answer = answers_[i];
        if (cancelled_ && cancelled_()) {
            answer.reason = "cancelled";
            return;
        }
        const auto start = Clock::now();
        limit(options_.timeout);
        solver_.push();
        solver_.add(negate(claim(i)));
        const z3::check_result result = solver_.check();
        if (result == z3::unsat) {
            answer.verdict = Verdict::proved;
        } else if (result == z3::unknown) {
            answer.reason = solver_.reason_unknown();
            if (answer.reason == "canceled" || answer.reason == "timeout")
                answer.reason = cancelled_ && cancelled_() ? "cancelled" : "timeout";
        } else {
            refuse(i, answer);
        }
        solver_.pop();
        answer.time = Clock::now() - start;
        said_();
    }

    /// The solver found a state: make it small, and believe it only once the reference model agrees.
    void refuse(std::size_t i, Answer& answer) {
        limit(std::min(options_.timeout, std::chrono::milliseconds(2000)));
        const z3::model first = solver_.get_model();
        auto state = smallest_instance(solver_, encoding_, step_ ? &*step_ : nullptr, 6);
        if (!state) {
            if (!model_.counts.empty()) {
                answer.reason = "incomplete: the solver's state does not count exactly, and no state of up to 6 records a table breaks it";
                return;
            }
            state = read_instance(encoding_.signature(), first, encoding_.before(), step_ ? &*step_ : nullptr);
        }
        std::string why;
        if (replay(model_, {work_.properties[i], work_.step}, *state, why)) {
            answer.verdict = Verdict::not_inductive;
            answer.state = std::move(state);
        } else {
            answer.reason = why;
        }
    }
};

}  // namespace

std::vector<Answer> prove_step(Encoding& encoding, const StepWork& work, const Options& options, const std::function<bool()>& cancelled,
                               const std::function<void()>& said) {
    try {
        return Asking(encoding, work, options, cancelled, said).run();
    } catch (const z3::exception& e) {
        Answer fault;
        fault.reason = fmt::format("the solver failed: {}", e.msg());
        return std::vector<Answer>(work.properties.size(), fault);
    }
}

}  // namespace fief::proofs
