#include "proofs/notice.hpp"

#include "proofs/counterexample.hpp"
#include "proofs/isolation.hpp"
#include "proofs/solver.hpp"

#include <algorithm>
#include <vector>

namespace fief::proofs {

using model::Property;
using model::PropertyId;

namespace {

class Noticing {
public:
    Noticing(Encoding& encoding, const StepWork& work, std::chrono::milliseconds timeout, const std::function<bool()>& cancelled)
        : encoding_(encoding),
          work_(work),
          timeout_(timeout),
          cancelled_(cancelled),
          model_(encoding.signature().model()),
          question_(ask(encoding, work, {})),
          solver_(new_solver(encoding.signature().context())) {
        for (const Term& t : question_.assumptions) solver_.add(t);
    }

    Notice run() {
        // Nearly every claim is settled at once, whichever way. Those that are not are for later: another may fail sooner.
        std::vector<const Term*> open;
        Notice out;
        for (const Claim& claim : question_.claims) {
            if (claim.framed) continue;
            if (!settle(claim.formula, std::min(timeout_, quick), out)) open.push_back(&claim.formula);
            if (out.by) return out;
        }
        for (const Term* claim : open)
            if (small(*claim, out)) return out;
        // What is hard alone may be easy in company.
        if (open.empty() || together(out)) return out;
        for (const Term* claim : open)
            if (settle(*claim, timeout_, out) && out.by) return out;
        return out;
    }

private:
    static constexpr std::chrono::milliseconds quick{400};
    Encoding& encoding_;
    const StepWork& work_;
    std::chrono::milliseconds timeout_;
    const std::function<bool()>& cancelled_;
    const Model& model_;
    Question question_;
    z3::solver solver_;

    [[nodiscard]] EncodedStep* step() { return question_.step ? &*question_.step : nullptr; }

    [[nodiscard]] bool stopped(Notice& out) const {
        const bool stop = cancelled_ && cancelled_();
        if (stop) out.reason = "cancelled";
        return stop;
    }

    /// True when the claim is proved, or a property was found that fails; else `out` says why not.
    bool settle(const Term& claim, std::chrono::milliseconds timeout, Notice& out) {
        if (stopped(out)) return false;
        limit(solver_, timeout);
        solver_.push();
        solver_.add(negate(claim));
        const z3::check_result result = solver_.check();
        if (result == z3::sat) {
            if (question_.pair) out.by = leaks(solver_.get_model());
            else out.by = broken(read_instance(encoding_.signature(), solver_.get_model(), encoding_.before(), step()));
            if (!out.by) out.reason = inexact;
            if (!out.by && !question_.pair) {
                const auto state = smallest_instance(solver_, encoding_.before(), step(), most);
                if (state) out.by = broken(*state);
                if (state || model_.counts.empty())
                    out.reason = "the solver's state breaks nothing on the reference model: this is a fault of fief";
            }
            if (out.by) out.reason.clear();
        } else if (result == z3::unknown) {
            out.reason = solver_.reason_unknown();
            if (out.reason == "canceled" || out.reason == "timeout") out.reason = cancelled_ && cancelled_() ? "cancelled" : "timeout";
        }
        solver_.pop();
        return result == z3::unsat || out.by;
    }

    bool together(Notice& out) {
        std::vector<Term> claims;
        for (const Claim& claim : question_.claims) claims.push_back(claim.formula);
        out.reason.clear();
        return settle(all(solver_.ctx(), claims), std::min(timeout_, 5 * quick), out);
    }

    /// The same among a few records, where the solver finds what there is to be found.
    bool small(const Term& claim, Notice& out) {
        if (stopped(out)) return false;
        limit(solver_, std::min(timeout_, 5 * quick));
        solver_.push();
        solver_.add(negate(claim));
        if (question_.pair) {
            if (solver_.check() == z3::sat) out.by = leaks(solver_.get_model());
        } else if (const auto state = smallest_instance(solver_, encoding_.before(), step(), most)) {
            out.by = broken(*state);
        }
        solver_.pop();
        return out.by.has_value();
    }
    static constexpr unsigned most = 5;  ///< records a table
    static constexpr const char* inexact =
        "incomplete: what the solver found does not count exactly, and up to 5 records a table break nothing";

    [[nodiscard]] bool wanted(PropertyId id) const { return std::ranges::find(work_.properties, id) != work_.properties.end(); }

    /// The same of two states that look alike.
    [[nodiscard]] std::optional<PropertyId> leaks(const z3::model& found) {
        auto pair = smallest_pair(solver_, found, encoding_, *question_.pair, most);
        std::string why;
        if (!pair || !replay(model_, *pair, why)) return std::nullopt;
        return pair->property;
    }

    /// What the reference model says of this state and the step from it.
    [[nodiscard]] std::optional<PropertyId> broken(const CounterState& state) const {
        const model::Layout layout = state.layout(model_);
        const model::Interpreter interpreter(layout);
        for (const model::Violation& v : interpreter.check(state.before)) {
            if (model_[v.property].kind == Property::Kind::invariant) return std::nullopt;
            if (!state.step && wanted(v.property)) return v.property;
        }
        if (!state.step) return std::nullopt;
        for (const model::Outcome& outcome : interpreter.run_all(state.before, *state.step)) {
            if (outcome.undefined) {
                for (const PropertyId id : work_.properties)
                    if (model_[id].kind == Property::Kind::defined && model_[id].call) return id;
                continue;
            }
            if (outcome.error) continue;
            for (const model::Violation& v : interpreter.check(state.before, *state.step, outcome))
                if (wanted(v.property)) return v.property;
            for (const model::Violation& v : interpreter.check(outcome.after))
                if (wanted(v.property)) return v.property;
        }
        return std::nullopt;
    }
};

}  // namespace

Notice notice(Encoding& encoding, const StepWork& work, std::chrono::milliseconds timeout, const std::function<bool()>& cancelled) {
    return Noticing(encoding, work, timeout, cancelled).run();
}

}  // namespace fief::proofs
