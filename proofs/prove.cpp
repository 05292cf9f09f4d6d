#include "proofs/prove.hpp"

#include "proofs/counterexample.hpp"
#include "proofs/isolation.hpp"
#include "proofs/search.hpp"
#include "proofs/solver.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fief::proofs {

using model::Property;
using model::PropertyId;
using Clock = std::chrono::steady_clock;

namespace {

/// One step's conversation with the solver.
class Asking {
public:
    Asking(Encoding& encoding, const StepWork& work, const Options& options, const Listener& listener, Looking& looking)
        : work_(work),
          options_(options),
          listener_(listener),
          looking_(looking),
          encoding_(encoding),
          model_(encoding.signature().model()),
          ctx_(encoding.signature().context()),
          solver_(new_solver(ctx_)),
          question_(ask(encoding, work, options)) {}

    void run(bool at_once) {
        prepare();
        // A state that breaks a property may take the solver long to build, and a run that breaks it none at all to find.
        if (at_once && !together(std::chrono::milliseconds(1500)) && broken_by_runs()) together(std::chrono::milliseconds(3000));
        for (std::size_t i = 0; i < open_.size(); ++i)
            if (open_[i]) alone(i);
    }

private:
    static constexpr std::chrono::milliseconds glance{1000};  ///< before a few records are looked at

    const StepWork& work_;
    const Options& options_;
    const Listener& listener_;
    Looking& looking_;
    Encoding& encoding_;
    const Model& model_;
    z3::context& ctx_;
    z3::solver solver_;
    Question question_;
    std::vector<bool> open_;

    void say(std::size_t i, const Answer& answer) {
        open_[i] = false;
        listener_.answered(work_.properties[i], answer);
    }

    [[nodiscard]] EncodedStep* step() { return question_.step ? &*question_.step : nullptr; }

    void limit(std::chrono::milliseconds timeout) { proofs::limit(solver_, timeout, options_.rlimit); }

    /// What `search` finds, unless the solver may do little and enough was looked for already.
    template <class Search>
    auto look(Search&& search) -> decltype(search()) {
        const bool little = options_.timeout < glance || options_.rlimit != 0 || options_.memory != 0;
        if (little && looking_.spent >= options_.search_time) return {};
        const auto start = Clock::now();
        auto out = search();
        looking_.spent += Clock::now() - start;
        return out;
    }

    void prepare() {
        for (const Term& t : question_.assumptions) solver_.add(t);
        for (std::size_t i = 0; i < question_.claims.size(); ++i) {
            open_.push_back(true);
            if (!question_.claims[i].framed) continue;
            Answer answer;
            answer.verdict = Verdict::proved;
            answer.framed = true;
            say(i, answer);
        }
    }

    /// Settles what short runs from boot break; true when there was any.
    [[nodiscard]] bool broken_by_runs() {
        if (work_.step.kind != StepRef::Kind::call || options_.search_time.count() == 0) return false;
        std::vector<Quarry> quarries;
        for (std::size_t i = 0; i < open_.size(); ++i)
            if (open_[i]) quarries.push_back({{work_.properties[i], work_.step.call, std::nullopt}});
        const auto most = std::min(options_.search_time, std::chrono::milliseconds(300));
        const Hunt result = look([&] { return hunt(model_, std::move(quarries), {}, most, {}); });
        bool any = false;
        for (const model::Found& found : result.found) {
            // What only breaks after something else did may be proved all the same.
            const model::Layout layout(model_, found.run.capacity);
            const std::size_t steps = found.run.steps.size();
            if (steps == 0 || !model::Interpreter(layout).check(found.run.states[steps - 1]).empty()) continue;
            any = true;
            for (std::size_t i = 0; i < open_.size(); ++i) {
                if (!open_[i] || work_.properties[i] != found.goal.property) continue;
                Answer answer;
                answer.verdict = Verdict::refuted;
                answer.run = found.run;
                answer.violation = found.violation;
                say(i, answer);
            }
        }
        return any;
    }

    /// One unsat settles every property of the step.
    bool together(std::chrono::milliseconds most) {
        std::vector<Term> claims;
        std::size_t count = 0;
        for (std::size_t i = 0; i < open_.size(); ++i)
            if (open_[i]) {
                claims.push_back(question_.claims[i].formula);
                ++count;
            }
        if (count == 0) return true;
        limit(std::min(options_.timeout, most));
        const auto start = Clock::now();
        listener_.asking(std::nullopt);
        solver_.push();
        solver_.add(negate(all(ctx_, claims)));
        const z3::check_result result = solver_.check();
        solver_.pop();
        if (result != z3::unsat) return false;
        const std::chrono::duration<double> each = std::chrono::duration<double>(Clock::now() - start) / static_cast<double>(count);
        for (std::size_t i = 0; i < open_.size(); ++i) {
            if (!open_[i]) continue;
            Answer answer;
            answer.verdict = Verdict::proved;
            answer.time = each;
            say(i, answer);
        }
        return true;
    }

    void alone(std::size_t i) {
        Answer answer;
        if (question_.pair && !question_.pair->beyond.empty()) {
            answer.reason = question_.pair->beyond;
            return say(i, answer);
        }
        listener_.asking(work_.properties[i]);
        const auto start = Clock::now();
        solver_.push();
        solver_.add(negate(question_.claims[i].formula));
        limit(std::min(options_.timeout, glance));
        z3::check_result result = solver_.check();
        const bool few = result == z3::unknown && broken_by_few(i, answer);
        if (result == z3::unknown && !few && options_.timeout > glance) {
            limit(options_.timeout);
            result = solver_.check();
        }
        if (few) {
            // It is said what breaks it.
        } else if (result == z3::unsat) {
            answer.verdict = Verdict::proved;
        } else if (result == z3::unknown) {
            answer.reason = solver_.reason_unknown();
            if (answer.reason == "canceled") answer.reason = "timeout";
        } else {
            refuse(i, answer);
        }
        solver_.pop();
        answer.time = Clock::now() - start;
        say(i, answer);
    }

    /// The state at boot is known: at some small size the reference model has it at once.
    bool broken_at_boot(std::size_t i, Answer& answer) {
        for (std::uint64_t size = 1; size <= 3; ++size) {
            CounterState state;
            state.capacity = model::Capacity::uniform(model_, size);
            state.before = model::boot_state(state.layout(model_));
            std::string why;
            if (!replay(model_, {work_.properties[i], work_.step}, state, why)) continue;
            answer.verdict = Verdict::not_inductive;
            answer.state = std::move(state);
            return true;
        }
        return false;
    }

    /// A few records may break what the solver, looking at ever more, does not decide.
    bool broken_by_few(std::size_t i, Answer& answer) {
        if (question_.pair || work_.step.kind == StepRef::Kind::boot) return false;
        auto state = look([&] { return smallest_instance(solver_, encoding_.before(), step(), 3, options_.timeout); });
        std::string why;
        if (!state || !replay(model_, {work_.properties[i], work_.step}, *state, why)) return false;
        answer.verdict = Verdict::not_inductive;
        answer.state = std::move(state);
        return true;
    }

    /// The solver found a state: make it small, and believe it only once the reference model agrees.
    void refuse(std::size_t i, Answer& answer) {
        limit(std::min(options_.timeout, std::chrono::milliseconds(2000)));
        if (work_.step.kind == StepRef::Kind::boot && broken_at_boot(i, answer)) return;
        const z3::model first = solver_.get_model();
        if (question_.pair) return refuse_pair(first, answer);
        const SymbolicState& begin = work_.step.kind == StepRef::Kind::boot ? encoding_.boot() : encoding_.before();
        auto state = smallest_instance(solver_, begin, step(), 6);
        if (!state) {
            if (!model_.counts.empty()) {
                answer.reason = "incomplete: the solver's state does not count exactly, and no state of up to 6 records a table breaks it";
                return;
            }
            state = read_instance(begin.signature(), first, begin, step());
        }
        std::string why;
        if (replay(model_, {work_.properties[i], work_.step}, *state, why)) {
            answer.verdict = Verdict::not_inductive;
            answer.state = std::move(state);
        } else {
            answer.reason = why;
        }
    }

    void refuse_pair(const z3::model& first, Answer& answer) {
        auto pair = smallest_pair(solver_, first, encoding_, *question_.pair, 6);
        std::string why = "incomplete: the solver's states do not count exactly, and no two states of up to 6 records a table come apart";
        if (pair && replay(model_, *pair, why)) {
            answer.verdict = Verdict::not_inductive;
            answer.pair = std::move(pair);
        } else {
            answer.reason = why;
        }
    }
};

}  // namespace

void prove_step(Encoding& encoding, const StepWork& work, const Options& options, bool together, const Listener& listener,
                Looking& looking) {
    Asking(encoding, work, options, listener, looking).run(together);
}

}  // namespace fief::proofs
