#include "proofs/infer.hpp"

#include "model/literals.hpp"
#include "model/print.hpp"
#include "proofs/candidates.hpp"
#include "proofs/counterexample.hpp"
#include "proofs/question.hpp"
#include "proofs/solver.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
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

class Inference {
public:
    Inference(const Model& model, const Options& options, const std::function<void(std::size_t)>& said)
        : m_(model), said_(said), families_(model::literal_families(m_)), candidates_(m_, families_), encoding_(m_, ctx_) {
        deadline_ = Clock::now() + options.infer_time;
        for (const StepWork& work : plan_steps(m_, options)) {
            if (m_[work.properties.front()].kind == Property::Kind::isolated) continue;  // facts about one state are what is looked for
            Step& step = steps_.emplace_back(Step{work, ask(encoding_, work, {}), {}, {}});
            for (const Claim& c : step.question.claims) {
                if (c.framed) continue;
                step.open.push_back(step.goals.size());
                step.goals.push_back(c.formula);
            }
        }
    }

    std::vector<Fact> run() {
        // A fact that needs no other is worth most: those that do need one are first given up, and only then helped.
        const auto end = deadline_;
        const auto goals = goals_of_steps();
        deadline_ = Clock::now() + (end - Clock::now()) / 3;
        search();
        const bool all_kept = !late() && goals_of_steps() == goals;
        deadline_ = end;
        if (!all_kept) {
            for (std::size_t s = 0; s < steps_.size(); ++s) steps_[s].open = goals[s];
            tried_.clear();
            known_.clear();
            helps_ = true;
            search();
        }
        if (late()) return {};
        return least();
    }

private:
    struct Step {
        StepWork work;
        Question question;
        std::vector<Term> goals;        ///< of properties
        std::vector<std::size_t> open;  ///< of the goals, those that may yet be had
    };
    struct Candidate {
        Fact fact;
        Property property;
        Term before;
        bool alive = true;
        std::map<const Step*, Term> after{};
    };

    Model m_;
    const std::function<void(std::size_t)>& said_;
    std::vector<model::Family> families_;
    Candidates candidates_;
    z3::context ctx_;
    Encoding encoding_;
    std::vector<Step> steps_;
    std::vector<Candidate> tried_;
    std::set<Fact> known_;  ///< tried, dead or alive
    Clock::time_point deadline_;
    bool helps_ = false;  ///< facts are looked for that keep other facts

    void search() {
        for (bool changed = true; changed && !late();) {
            changed = false;
            for (Step& step : steps_) changed = settle(step) || changed;
        }
    }

    [[nodiscard]] std::vector<std::vector<std::size_t>> goals_of_steps() const {
        std::vector<std::vector<std::size_t>> out;
        for (const Step& s : steps_) out.push_back(s.open);
        return out;
    }

    [[nodiscard]] bool late() const { return Clock::now() > deadline_; }

    [[nodiscard]] static bool of_step(const Step& step) { return step.question.step.has_value(); }
    [[nodiscard]] static bool at_boot(const Step& step) { return step.work.step.kind == StepRef::Kind::boot; }

    /// What a candidate asks of a step.
    const Term& goal(Candidate& c, Step& step) {
        auto at = c.after.find(&step);
        if (at == c.after.end()) {
            Term t = of_step(step) ? imply(step.question.step->guard, encoding_.after_step(c.property, *step.question.step).formula)
                                   : encoding_.at_boot(c.property).formula;
            at = c.after.emplace(&step, std::move(t)).first;
        }
        return at->second;
    }

    [[nodiscard]] z3::solver solver_for(const Step& step) {
        z3::solver solver = new_solver(ctx_);
        z3::params params(ctx_);
        params.set("timeout", 2000U);
        solver.set(params);
        for (const Term& t : step.question.assumptions) solver.add(t);
        if (!at_boot(step))
            for (const Candidate& c : tried_)
                if (c.alive) solver.add(c.before);
        return solver;
    }

    /// All that a step has to keep.
    std::vector<Term> claims(Step& step) {
        std::vector<Term> out;
        for (std::size_t g : step.open) out.push_back(step.goals[g]);
        if (step.work.step.kind != StepRef::Kind::state)
            for (Candidate& c : tried_)
                if (c.alive) out.push_back(goal(c, step));
        return out;
    }

    bool keeps_all(Step& step) {
        z3::solver solver = solver_for(step);
        solver.add(negate(all(ctx_, claims(step))));
        return solver.check() == z3::unsat;
    }

    /// Adds and kills candidates until the step keeps everything. Says whether anything changed.
    bool settle(Step& step) {
        if (keeps_all(step)) return false;
        bool changed = false;
        for (std::size_t g = 0; g < step.open.size() && !late();) {
            const Term claim = step.goals[step.open[g]];
            const auto outcome = save(step, claim, true);
            changed = changed || outcome != Outcome::held;
            if (outcome == Outcome::lost) step.open.erase(step.open.begin() + static_cast<std::ptrdiff_t>(g));
            else ++g;
        }
        if (step.work.step.kind == StepRef::Kind::state) return changed;
        for (std::size_t c = 0; c < tried_.size() && !late(); ++c) {
            if (!tried_[c].alive) continue;
            const Term claim = goal(tried_[c], step);
            const auto outcome = save(step, claim, helps_);
            changed = changed || outcome != Outcome::held;
            if (outcome == Outcome::lost) tried_[c].alive = false;
        }
        return changed;
    }

    enum class Outcome { held, saved, lost };

    /// Adds candidates until the claim holds, or none excludes the state that breaks it; or none, if `help` is not to be had.
    Outcome save(Step& step, const Term& claim, bool help) {
        Outcome outcome = Outcome::held;
        while (!late()) {
            z3::solver solver = solver_for(step);
            solver.add(negate(claim));
            const z3::check_result result = solver.check();
            if (result == z3::unsat) return outcome;
            if (!help || result == z3::unknown || at_boot(step)) return Outcome::lost;
            const CounterState state = instance(solver, step);
            const auto fact = candidates_.best(state, known_);
            if (!fact) return Outcome::lost;
            add(*fact);
            outcome = Outcome::saved;
        }
        return Outcome::lost;
    }

    CounterState instance(z3::solver& solver, Step& step) {
        EncodedStep* encoded = of_step(step) ? &*step.question.step : nullptr;
        const z3::model found = solver.get_model();
        if (!m_.counts.empty())
            if (auto small = smallest_instance(solver, encoding_.before(), encoded, 3)) return *small;
        return read_instance(encoding_.signature(), found, encoding_.before(), encoded);
    }

    void add(const Fact& fact) {
        known_.insert(fact);
        const model::ExprId formula = model::clause(m_, families_[fact.family], fact.literals);
        Property property = as_invariant(formula, "");
        const Term before = encoding_.assumed(property);
        tried_.push_back({fact, std::move(property), before, true, {}});
        said_(static_cast<std::size_t>(std::count_if(tried_.begin(), tried_.end(), [](const Candidate& c) { return c.alive; })));
    }

    /// Leaves out each fact without which all goes through as well.
    std::vector<Fact> least() {
        for (std::size_t c = tried_.size(); c-- > 0 && !late();) {
            if (!tried_[c].alive) continue;
            tried_[c].alive = false;
            if (!std::all_of(steps_.begin(), steps_.end(), [&](Step& s) { return keeps_all(s); })) tried_[c].alive = true;
        }
        std::vector<Fact> out;
        for (const Candidate& c : tried_)
            if (c.alive) out.push_back(c.fact);
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
