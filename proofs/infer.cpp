#include "proofs/infer.hpp"

#include "model/interpreter.hpp"
#include "model/literals.hpp"
#include "model/print.hpp"
#include "proofs/candidates.hpp"
#include "proofs/counterexample.hpp"
#include "proofs/question.hpp"
#include "proofs/solver.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <memory>

namespace fief::proofs {

using model::Property;
using model::PropertyId;
using Clock = std::chrono::steady_clock;

namespace {

Property as_invariant(model::ExprId formula, std::string name) {
    Property p;
    p.name = std::move(name);
    p.kind = Property::Kind::invariant;
    p.formula = formula;
    return p;
}

/// A step between two states that the solver, knowing less, could not tell from reachable ones.
struct Pair {
    Seen before;
    std::vector<Seen> after;               ///< every outcome
    std::map<std::size_t, bool> breaks{};  ///< by fact: whether the state before does
};

class Inference {
public:
    Inference(const Model& model, const Options& options, const std::function<void(std::size_t)>& said)
        : m_(model), said_(said), families_(model::literal_families(m_)), candidates_(m_, families_), encoding_(m_, ctx_) {
        deadline_ = Clock::now() + options.infer_time;
        for (const StepWork& work : plan_steps(m_, options)) {
            if (m_[work.properties.front()].kind == Property::Kind::isolated) continue;  // facts about one state are what is looked for
            steps_.push_back(std::make_unique<Step>(work, ask(encoding_, work, {}), new_solver(ctx_)));
            Step& step = *steps_.back();
            for (const Term& t : step.question.assumptions) step.solver.add(t);
            for (const Claim& c : step.question.claims)
                if (!c.framed) step.goals.push_back(c.formula);
            step.open = step.goals;
        }
    }

    std::vector<Fact> run() {
        // A fact that needs no other is worth most; only where there is none are those tried that others must help.
        for (unsigned helped = 0; helped <= most_helped && !late(); ++helped) {
            bool open = false;
            for (const auto& step : steps_) {
                if (refute(*step, all(ctx_, step->open)).answer == z3::unsat) step->open.clear();
                std::erase_if(step->open, [&](const Term& goal) { return save(*step, goal, helped, most_for_goal); });
                open = open || !step->open.empty();
            }
            if (!open) break;
        }
        return least();
    }

private:
    static constexpr unsigned most_helped = 2;                             ///< a fact that helps one that helps one that a property needs
    static constexpr unsigned most_for_goal = 24;                          ///< facts for one property of one step
    static constexpr unsigned most_for_fact = 4;                           ///< and for another fact
    static constexpr std::uint32_t little = 3'000'000, much = 20'000'000;  ///< of the solver's own measure of work: fractions of a second
    static constexpr std::size_t most_tried = 24;                          ///< of the facts that exclude a state

    struct Known {
        Fact fact;
        Property property;
        Term before;
        std::size_t serial = 0;
        std::map<const void*, Term> after{};  ///< by step
    };
    struct Step {
        Step(StepWork w, Question q, z3::solver s) : work(std::move(w)), question(std::move(q)), solver(std::move(s)) {}
        StepWork work;
        Question question;
        std::vector<Term> goals;          ///< of properties
        std::vector<Term> open;           ///< those that are not shown yet
        z3::solver solver;                ///< knows what may be assumed, and then, each in a scope of its own,
        std::vector<std::size_t> told{};  ///< these facts, by serial

        [[nodiscard]] bool at_boot() const { return work.step.kind == StepRef::Kind::boot; }
        [[nodiscard]] bool of_state() const { return work.step.kind == StepRef::Kind::state; }
        [[nodiscard]] EncodedStep* encoded() { return question.step ? &*question.step : nullptr; }
    };

    Model m_;
    const std::function<void(std::size_t)>& said_;
    std::vector<model::Family> families_;
    Candidates candidates_;
    z3::context ctx_;
    Encoding encoding_;
    std::vector<std::unique_ptr<Step>> steps_;
    std::vector<Known> known_;  ///< every step keeps those that are not being tried: they are inductive together
    std::deque<Pair> pairs_;
    std::size_t serials_ = 0;
    Clock::time_point deadline_;

    [[nodiscard]] bool late() const { return Clock::now() > deadline_; }

    // ---- the solver -------------------------------------------------------------------------------------------------

    struct Refutation {
        z3::check_result answer;
        Pair* pair = nullptr;  ///< sat, but at boot
    };

    /// Tells the step's solver what is known by now.
    void tell(Step& step) {
        if (step.at_boot()) return;
        std::size_t common = 0;
        while (common < step.told.size() && common < known_.size() && step.told[common] == known_[common].serial) ++common;
        if (common < step.told.size()) step.solver.pop(static_cast<unsigned>(step.told.size() - common));
        step.told.resize(common);
        for (std::size_t k = common; k < known_.size(); ++k) {
            step.solver.push();
            step.solver.add(known_[k].before);
            step.told.push_back(known_[k].serial);
        }
    }

    Refutation refute(Step& step, const Term& claim) {
        tell(step);
        z3::solver& solver = step.solver;
        solver.push();
        solver.add(negate(claim));
        // What is false is often shown so by few records where the solver would look at ever more of them.
        Refutation out{asked(solver, little)};
        std::optional<CounterState> state;
        if (!step.at_boot() && (out.answer == z3::unknown || (out.answer == z3::sat && !m_.counts.empty()))) {
            const z3::check_result before = out.answer;
            std::optional<z3::model> found;
            if (before == z3::sat) found = solver.get_model();
            state = small_instance(solver, encoding_.before(), step.encoded(), 3);
            if (state) out.answer = z3::sat;
            else if (before == z3::sat) state = read_instance(encoding_.signature(), *found, encoding_.before(), step.encoded());
            else out.answer = asked(solver, much);
        }
        if (out.answer == z3::sat && !step.at_boot()) {
            if (!state) state = read_instance(encoding_.signature(), solver.get_model(), encoding_.before(), step.encoded());
            out.pair = pair(*state);
        }
        solver.pop();
        return out;
    }

    static z3::check_result asked(z3::solver& solver, std::uint32_t work) {
        limit(solver, std::chrono::milliseconds(10000), work);
        return solver.check();
    }

    Pair* pair(const CounterState& state) {
        const model::Layout layout = state.layout(m_);
        Pair out{Seen(families_, layout, state.before), {}};
        if (state.step)
            for (model::Outcome& outcome : model::Interpreter(layout).run_all(state.before, *state.step))
                if (!outcome.error && !outcome.undefined) out.after.emplace_back(families_, layout, std::move(outcome.after));
        return &pairs_.emplace_back(std::move(out));
    }

    // ---- facts ------------------------------------------------------------------------------------------------------

    /// What a fact asks of a step.
    const Term& goal(Known& k, Step& step) {
        auto at = k.after.find(&step);
        if (at == k.after.end()) {
            Term t = step.question.step ? imply(step.question.step->guard, encoding_.after_step(k.property, *step.question.step).formula)
                                        : encoding_.at_boot(k.property).formula;
            at = k.after.emplace(&step, std::move(t)).first;
        }
        return at->second;
    }

    /// Finds facts until the claim holds.
    bool save(Step& step, const Term& claim, unsigned helped, unsigned most) {
        for (unsigned n = 0; n <= most && !late(); ++n) {
            const Refutation r = refute(step, claim);
            if (r.answer == z3::unsat) return true;
            if (r.pair == nullptr || n == most || !exclude(*r.pair, helped)) return false;
        }
        return false;
    }

    /// Finds a fact that is false before the step.
    bool exclude(Pair& pair, unsigned helped) {
        const auto doubt = [&](const Fact& fact) -> std::optional<unsigned> {
            unsigned doubts = 0;
            for (Pair& p : pairs_)
                if (against(p, fact)) ++doubts;
            if (doubts > 0 && helped == 0) return std::nullopt;
            return 2 * doubts;
        };
        bool any = false;
        // Each one that fails leaves a pair of states, which speaks against others too.
        for (std::size_t tried = 0; tried < most_tried && !late();) {
            const std::vector<Fact> facts = candidates_.excluding(pair.before, helped == 0 ? 8 : most_tried, doubt);
            if (facts.empty()) break;
            any = true;
            for (const Fact& fact : facts) {
                if (late() || tried++ == most_tried) return false;
                if (helped == 0 && !doubt(fact)) continue;
                if (establish(fact, helped)) return true;
            }
            if (helped > 0) return false;
        }
        if (!any && helped > 0) {
            candidates_.learn(pair.before);
            for (Seen& after : pair.after) candidates_.learn(after);
        }
        return false;
    }

    /// The pair satisfies what is known, and what is known does not keep the fact.
    bool against(Pair& pair, const Fact& fact) {
        for (const Known& k : known_) {
            const auto [at, fresh] = pair.breaks.try_emplace(k.serial, false);
            if (fresh) at->second = pair.before.breaks(k.fact);
            if (at->second) return false;
        }
        return !pair.before.breaks(fact) && std::any_of(pair.after.begin(), pair.after.end(), [&](Seen& s) { return s.breaks(fact); });
    }

    /// Adds the fact, with what helps it, if every step keeps them.
    bool establish(const Fact& fact, unsigned helped) {
        const std::size_t mark = known_.size();
        Property property = as_invariant(model::clause(m_, families_[fact.family], fact.literals), "");
        const Term before = encoding_.assumed(property);
        known_.push_back({fact, std::move(property), before, ++serials_});
        said_(known_.size());
        const bool kept = std::all_of(steps_.begin(), steps_.end(), [&](const auto& step) {
            if (step->of_state()) return true;
            if (step->question.step && encoding_.framed(known_[mark].property, *step->question.step)) return true;
            const Term claim = goal(known_[mark], *step);
            if (helped > 0) return save(*step, claim, helped - 1, most_for_fact);
            return refute(*step, claim).answer == z3::unsat;
        });
        if (!kept) known_.resize(mark, known_.front());
        return kept;
    }

    // ---- the end ----------------------------------------------------------------------------------------------------

    /// The step keeps what it is to keep, and every fact.
    bool keeps_all(Step& step) {
        std::vector<Term> claims;
        for (const Term& g : step.goals)
            if (std::none_of(step.open.begin(), step.open.end(), [&](const Term& o) { return z3::eq(o, g); })) claims.push_back(g);
        if (!step.of_state())
            for (Known& k : known_)
                if (!step.question.step || !encoding_.framed(k.property, *step.question.step)) claims.push_back(goal(k, step));
        tell(step);
        step.solver.push();
        step.solver.add(negate(all(ctx_, claims)));
        const bool kept = step.solver.check() == z3::unsat;
        step.solver.pop();
        return kept;
    }

    /// Leaves out each fact without which all goes through as well.
    std::vector<Fact> least() {
        for (std::size_t k = known_.size(); k-- > 0 && !late();) {
            const Known without = known_[k];
            known_.erase(known_.begin() + static_cast<std::ptrdiff_t>(k));
            if (!std::all_of(steps_.begin(), steps_.end(), [&](const auto& s) { return keeps_all(*s); }))
                known_.insert(known_.begin() + static_cast<std::ptrdiff_t>(k), without);
        }
        std::vector<Fact> out;
        for (const Known& k : known_) out.push_back(k.fact);
        return out;
    }
};

}  // namespace

std::vector<Fact> infer(const Model& model, const Options& options, const std::function<void(std::size_t)>& said) {
    return Inference(model, options, said).run();
}

Model with_facts(const Model& model, const std::vector<Fact>& facts) {
    Model out = model;
    const std::vector<model::Family> families = model::literal_families(out);
    unsigned number = 0;
    auto taken = [&](const std::string& name) {
        return std::any_of(out.properties.begin(), out.properties.end(), [&](const Property& p) { return p.name == name; });
    };
    for (const Fact& fact : facts) {
        if (fact.family >= families.size()) continue;
        const auto& literals = families[fact.family].literals;
        if (std::any_of(fact.literals.begin(), fact.literals.end(), [&](std::size_t l) { return l >= literals.size(); })) continue;
        std::string name;
        do name = fmt::format("inferred_{}", ++number);
        while (taken(name));
        Property property = as_invariant(model::clause(out, families[fact.family], fact.literals), name);
        property.text = model::print(out, *property.formula);
        property.explanation = "inferred: with it the other properties are inductive";
        out.properties.push_back(std::move(property));
    }
    return out;
}

}  // namespace fief::proofs
