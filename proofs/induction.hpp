#pragma once
// Facts that are assumed of the state before each step, the steps with a solver each that knows them, and the states that a solver found
// to break what was claimed.

#include "model/literals.hpp"
#include "proofs/candidates.hpp"
#include "proofs/counterexample.hpp"
#include "proofs/finite.hpp"
#include "proofs/question.hpp"
#include "proofs/work_clock.hpp"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fief::proofs {

/// A step between two states that the solver, knowing less, could not tell from reachable ones.
struct Ends {
    Seen before;
    std::vector<Seen> after;               ///< every outcome
    std::map<std::size_t, bool> breaks{};  ///< by fact: whether the state before does
    std::optional<Term> claim{};           ///< what the step may break
};

/// Of a model and families of its literals, all of which outlive it.
class Induction {
public:
    Induction(Model& model, const std::vector<model::Family>& families, const Options& options);

    struct Known {
        Fact fact;
        model::Property property;
        Term before;
        std::size_t serial = 0;
        std::map<const void*, Term> after{};  ///< by step
    };
    /// Who is asked about a step: it knows what may be assumed, and then, each in a scope of its own, the facts that it was told.
    struct Asked {
        explicit Asked(z3::solver s) : solver(std::move(s)) {}
        z3::solver solver;
        std::vector<std::size_t> told{};  ///< by serial
        std::size_t closed = 0;           ///< of a finite instance's constants, how many it knows the values of
    };
    struct Step {
        Step(StepWork w, Question q, z3::solver s) : work(std::move(w)), question(std::move(q)), general(std::move(s)) {}
        StepWork work;
        Question question;
        std::vector<Term> goals;     ///< of properties
        std::vector<Term> open;      ///< those that are not shown yet
        std::vector<Term> wanted;    ///< those that may yet be had
        Asked general;               ///< of every size
        std::vector<Asked> small{};  ///< of few records, by Induction::sizes_; made when first asked

        [[nodiscard]] bool at_boot() const { return work.step.kind == StepRef::Kind::boot; }
        [[nodiscard]] bool of_state() const { return work.step.kind == StepRef::Kind::state; }
        [[nodiscard]] EncodedStep* encoded() { return question.step ? &*question.step : nullptr; }
    };
    struct Refutation {
        z3::check_result answer;
        Ends* pair = nullptr;  ///< sat, but at boot; lives as long as the induction
    };

    [[nodiscard]] const std::vector<std::unique_ptr<Step>>& steps() const { return steps_; }
    [[nodiscard]] std::size_t size() const { return known_.size(); }
    [[nodiscard]] const Known& operator[](std::size_t k) const { return known_[k]; }
    [[nodiscard]] std::vector<Fact> facts() const;

    const Known& add(const Fact& fact);
    void remove(std::size_t k) { known_.erase(known_.begin() + static_cast<std::ptrdiff_t>(k)); }
    /// Forgets all but the first so many.
    void cut(std::size_t size) { known_.erase(known_.begin() + static_cast<std::ptrdiff_t>(size), known_.end()); }

    /// Whether the step, from a state of which all this is known, may break the claim.
    Refutation refute(Step& step, const Term& claim);
    /// What the fact asks of a step.
    const Term& goal(std::size_t k, Step& step);
    /// The step cannot break the fact: it changes nothing that it speaks of.
    [[nodiscard]] bool framed(std::size_t k, const Step& step) const;

    /// How many pairs of states satisfy what is known, while what is known does not keep the fact.
    [[nodiscard]] std::size_t doubts(const Fact& fact);
    /// The facts from `first` on that some outcome breaks.
    [[nodiscard]] std::vector<std::size_t> broken_by(Ends& pair, std::size_t first) const;

    /// Leaves only facts that the solver used, for the properties that hold or for such facts; then leaves out each one without which all
    /// goes through as well, as far as it takes little time.
    void keep_least(WorkClock::time_point deadline);

private:
    Model& m_;
    const std::vector<model::Family>& families_;
    z3::context ctx_;
    Encoding encoding_;
    std::vector<std::unique_ptr<Step>> steps_;
    std::vector<Known> known_;
    std::deque<Ends> pairs_;
    std::size_t serials_ = 0;

    std::deque<Finite> sizes_;  ///< of small instances, made when first asked about

    void tell(Step& step, Asked& asked, Finite* size);
    std::optional<CounterState> small_instance(Step& step, const Term& claim, std::size_t size);
    Asked& small(Step& step, std::size_t size);
    Ends* pair(const CounterState& state);
    [[nodiscard]] bool against(Ends& pair, const Fact& fact);
    void keep_used(WorkClock::time_point end);
    [[nodiscard]] Term use(const Known& k) { return ctx_.bool_const(("use!" + std::to_string(k.serial)).c_str()); }
    [[nodiscard]] std::vector<Term> shown(const Step& step) const;
    [[nodiscard]] bool keeps_all(Step& step);
    [[nodiscard]] static bool breaks(Ends& pair, const Known& fact);
    [[nodiscard]] bool missed(std::size_t k);
};

}  // namespace fief::proofs
