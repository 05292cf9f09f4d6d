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
#include <set>

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
struct Ends {
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
            step.open = step.wanted = step.goals;
        }
    }

    std::vector<Fact> run() {
        // A fact that needs no other is worth most; only where there is none are those tried that hold only together.
        bool open = false;
        for (const auto& step : steps_) {
            if (refute(*step, all(ctx_, step->open)).answer == z3::unsat) step->open.clear();
            std::erase_if(step->open, [&](const Term& goal) { return save(*step, goal); });
            open = open || !step->open.empty();
        }
        if (open && !late()) together();
        keep_needed();
        return least();
    }

private:
    static constexpr unsigned most_for_goal = 24;                         ///< facts for one property of one step
    static constexpr std::uint32_t little = 3'000'000, much = 8'000'000;  ///< of the solver's own measure of work: fractions of a second
    static constexpr unsigned most_generations = 4;                       ///< of facts that help facts
    static constexpr unsigned most_deaths = 3;                            ///< of one fact
    static constexpr std::size_t most_at_first = 6, most_helping = 3;     ///< facts that are tried at once for one state
    static constexpr std::size_t most_tried = 24;                         ///< of the facts that exclude a state

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
        std::vector<Term> wanted;         ///< those that may yet be had
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
    std::deque<Ends> pairs_;
    std::size_t serials_ = 0;
    Clock::time_point deadline_;

    [[nodiscard]] bool late() const { return Clock::now() > deadline_; }

    // ---- the solver -------------------------------------------------------------------------------------------------

    struct Refutation {
        z3::check_result answer;
        Ends* pair = nullptr;  ///< sat, but at boot
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
            limit(solver, std::chrono::milliseconds(300), little);
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

    Ends* pair(const CounterState& state) {
        const model::Layout layout = state.layout(m_);
        Ends out{Seen(families_, layout, state.before), {}};
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

    /// Finds facts, each of which is kept by itself, until the claim holds.
    bool save(Step& step, const Term& claim) {
        for (unsigned n = 0; n <= most_for_goal && !late(); ++n) {
            const Refutation r = refute(step, claim);
            if (r.answer == z3::unsat) return true;
            if (r.pair == nullptr || n == most_for_goal || !exclude(*r.pair)) return false;
        }
        return false;
    }

    /// Finds a fact that is false before the step.
    bool exclude(Ends& pair) {
        const auto doubt = [&](const Fact& fact) -> std::optional<unsigned> {
            if (std::any_of(pairs_.begin(), pairs_.end(), [&](Ends& p) { return against(p, fact); })) return std::nullopt;
            return 0;
        };
        // Each one that fails leaves a pair of states, which speaks against others too.
        for (std::size_t tried = 0; !late();) {
            const std::vector<Fact> facts = candidates_.excluding(pair.before, 8, doubt);
            if (facts.empty()) return false;
            for (const Fact& fact : facts) {
                if (late() || tried++ == most_tried) return false;
                if (doubt(fact) && establish(fact)) return true;
            }
        }
        return false;
    }

    /// The pair satisfies what is known, and what is known does not keep the fact.
    bool against(Ends& pair, const Fact& fact) {
        for (const Known& k : known_) {
            const auto [at, fresh] = pair.breaks.try_emplace(k.serial, false);
            if (fresh) at->second = pair.before.breaks(k.fact);
            if (at->second) return false;
        }
        return !pair.before.breaks(fact) && std::any_of(pair.after.begin(), pair.after.end(), [&](Seen& s) { return s.breaks(fact); });
    }

    Known& add(const Fact& fact) {
        Property property = as_invariant(model::clause(m_, families_[fact.family], fact.literals), "");
        const Term before = encoding_.assumed(property);
        known_.push_back({fact, std::move(property), before, ++serials_});
        said_(known_.size());
        return known_.back();
    }
    void remove(std::size_t k) { known_.erase(known_.begin() + static_cast<std::ptrdiff_t>(k)); }

    [[nodiscard]] bool framed(const Known& k, const Step& step) const {
        return step.of_state() || (step.question.step && encoding_.framed(k.property, *step.question.step));
    }

    /// Adds the fact, if every step keeps it.
    bool establish(const Fact& fact) {
        Known& added = add(fact);
        const bool kept = std::all_of(steps_.begin(), steps_.end(), [&](const auto& step) {
            return framed(added, *step) || refute(*step, goal(added, *step)).answer == z3::unsat;
        });
        if (!kept) known_.pop_back();
        return kept;
    }

    // ---- facts that hold only together --------------------------------------------------------------------------------

    /// What is being tried: known_ from `first` on.
    struct Tried {
        std::size_t first;
        Clock::time_point help_ends;  ///< so that there is time to take away what is not kept
        std::map<Fact, unsigned> deaths{};
        std::map<std::size_t, unsigned> generation{};  ///< by serial: 1 for what a property needs, 2 for what helps that
    };

    /// Adds facts that exclude what breaks a property, or breaks such a fact, and takes away those that nothing helps, until all that
    /// is left is kept by every step.
    void together() {
        Tried tried{known_.size(), Clock::now() + (deadline_ - Clock::now()) / 2};
        for (bool changed = true; changed && !late();) {
            changed = false;
            for (const auto& step : steps_)
                while (!step->at_boot() && !late() && mend(*step, tried)) changed = true;
        }
        if (late()) known_.erase(known_.begin() + static_cast<std::ptrdiff_t>(tried.first), known_.end());
        for (const auto& step : steps_)
            std::erase_if(step->open, [&](const Term& goal) { return refute(*step, goal).answer == z3::unsat; });
    }

    /// Sees to one thing that the step does not keep; false when it keeps all that can be had.
    bool mend(Step& step, Tried& tried) {
        std::vector<Term> claims = step.wanted;
        for (std::size_t k = tried.first; k < known_.size(); ++k)
            if (!framed(known_[k], step)) claims.push_back(goal(known_[k], step));
        if (claims.empty()) return false;
        const Refutation all_of = refute(step, all(ctx_, claims));
        if (all_of.answer == z3::unsat) return false;
        if (all_of.pair != nullptr) {
            const std::vector<std::size_t> broken = broken_by(*all_of.pair, tried);
            if (!broken.empty()) {
                if (!help(*all_of.pair, broken, tried)) kill(broken, tried);
                return true;
            }
        }
        // A property, or something that the solver alone can tell.
        for (std::size_t g = 0; g < step.wanted.size(); ++g) {
            const Refutation r = refute(step, step.wanted[g]);
            if (r.answer == z3::unsat) continue;
            if (r.pair == nullptr || !help(*r.pair, {}, tried)) step.wanted.erase(step.wanted.begin() + static_cast<std::ptrdiff_t>(g));
            return true;
        }
        for (std::size_t k = tried.first; k < known_.size(); ++k)
            if (!framed(known_[k], step) && refute(step, goal(known_[k], step)).answer != z3::unsat) {
                kill({k}, tried);
                return true;
            }
        return false;
    }

    std::vector<std::size_t> broken_by(Ends& pair, const Tried& tried) {
        std::vector<std::size_t> out;
        for (std::size_t k = tried.first; k < known_.size(); ++k)
            if (std::any_of(pair.after.begin(), pair.after.end(), [&](Seen& s) { return s.breaks(known_[k].fact); })) out.push_back(k);
        return out;
    }

    void kill(const std::vector<std::size_t>& broken, Tried& tried) {
        for (std::size_t i = broken.size(); i-- > 0;) {
            ++tried.deaths[known_[broken[i]].fact];
            remove(broken[i]);
        }
    }

    /// Adds facts that are false before the step, for these others.
    bool help(Ends& pair, const std::vector<std::size_t>& broken, Tried& tried) {
        unsigned generation = broken.empty() ? 0 : most_generations;
        for (std::size_t k : broken) generation = std::min(generation, tried.generation[known_[k].serial]);
        if (generation >= most_generations || Clock::now() > tried.help_ends) return false;
        const auto doubt = [&](const Fact& fact) -> std::optional<unsigned> {
            // What was given up may do now that there are others.
            const auto died = tried.deaths.find(fact);
            const unsigned deaths = died == tried.deaths.end() ? 0 : died->second;
            if (deaths == most_deaths) return std::nullopt;
            const auto doubts = std::count_if(pairs_.begin(), pairs_.end(), [&](Ends& p) { return against(p, fact); });
            if (deaths > 0 && doubts > 0) return std::nullopt;
            return 2 * static_cast<unsigned>(doubts) + 4 * deaths;
        };
        const auto facts = candidates_.excluding(pair.before, generation == 0 ? most_at_first : most_helping, doubt);
        bool helped = false;
        for (const Fact& fact : facts) {
            Known& added = add(fact);
            const bool at_boot = std::all_of(steps_.begin(), steps_.end(), [&](const auto& s) {
                return !s->at_boot() || refute(*s, goal(added, *s)).answer == z3::unsat;
            });
            if (at_boot) tried.generation[added.serial] = generation + 1;
            else kill({known_.size() - 1}, tried);
            helped = helped || at_boot;
        }
        return helped;
    }

    // ---- the end ----------------------------------------------------------------------------------------------------

    /// Leaves only facts that the solver used, for the properties or for such facts.
    void keep_needed() {
        std::vector<std::size_t> wanted;
        std::set<std::size_t> needed;
        std::map<Step*, z3::solver> solvers;
        const auto end = std::min(deadline_, Clock::now() + std::chrono::seconds(10));
        const auto used = [&](Step& step, const Term& claim) {
            const auto [at, fresh] = solvers.try_emplace(&step, ctx_, z3::solver::simple());
            z3::solver& solver = at->second;
            if (fresh) {
                for (const Term& t : step.question.assumptions) solver.add(t);
                if (!step.at_boot())
                    for (const Known& k : known_) solver.add(imply(use(k), k.before));
            }
            solver.push();
            solver.add(negate(claim));
            z3::expr_vector uses(ctx_);
            for (const Known& k : known_) uses.push_back(use(k));
            limit(solver, std::chrono::milliseconds(10000), much);
            const bool known = solver.check(uses) == z3::unsat;
            if (known) {
                const z3::expr_vector core = solver.unsat_core();
                for (std::size_t k = 0; k < known_.size(); ++k)
                    for (unsigned c = 0; c < core.size(); ++c)
                        if (z3::eq(core[static_cast<int>(c)], use(known_[k])) && needed.insert(k).second) wanted.push_back(k);
            }
            solver.pop();
            return known;
        };
        for (const auto& step : steps_)
            if (Clock::now() > end || !used(*step, all(ctx_, shown(*step)))) return;
        while (!wanted.empty()) {
            const std::size_t k = wanted.back();
            wanted.pop_back();
            for (const auto& step : steps_)
                if (Clock::now() > end || (!framed(known_[k], *step) && !used(*step, goal(known_[k], *step)))) return;
        }
        for (std::size_t k = known_.size(); k-- > 0;)
            if (!needed.contains(k)) remove(k);
    }
    Term use(const Known& k) { return ctx_.bool_const(fmt::format("use!{}", k.serial).c_str()); }

    /// Of the step's properties, those that hold by now.
    std::vector<Term> shown(const Step& step) const {
        std::vector<Term> out;
        for (const Term& g : step.goals)
            if (std::none_of(step.open.begin(), step.open.end(), [&](const Term& o) { return z3::eq(o, g); })) out.push_back(g);
        return out;
    }

    /// The step keeps what it is to keep, and every fact.
    bool keeps_all(Step& step) {
        std::vector<Term> claims = shown(step);
        for (Known& k : known_)
            if (!framed(k, step)) claims.push_back(goal(k, step));
        tell(step);
        step.solver.push();
        step.solver.add(negate(all(ctx_, claims)));
        const bool kept = asked(step.solver, much) == z3::unsat;
        step.solver.pop();
        return kept;
    }

    /// Leaves out each fact without which all goes through as well, as far as it takes little time.
    std::vector<Fact> least() {
        const auto end = std::min(deadline_, Clock::now() + std::chrono::seconds(5));
        for (std::size_t k = known_.size(); k-- > 0 && Clock::now() < end;) {
            const Known without = known_[k];
            remove(k);
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
