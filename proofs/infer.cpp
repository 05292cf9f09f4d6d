#include "proofs/infer.hpp"

#include "model/literals.hpp"
#include "model/print.hpp"
#include "proofs/induction.hpp"
#include "proofs/lazy_houdini.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace fief::proofs {

using model::Property;

namespace {

class Inference {
public:
    Inference(const Model& model, const Options& options, const std::function<void(std::size_t)>& said)
        : m_(model),
          said_(said),
          families_(model::literal_families(m_)),
          candidates_(m_, families_),
          known_(m_, families_, options),
          deadline_(WorkClock::now() + options.infer_time),
          ends_(deadline_) {}

    std::vector<Fact> run() {
        // Simple facts first, whatever they need of each other; half of the time is more than they take where they are few. Then facts
        // of more literals: one that needs no other is worth most; then those that hold only together; at last one that needs some, which
        // need others.
        ends_ = share(2);
        LazyHoudini(known_, candidates_, [&] { return late(); }).run();
        ends_ = deadline_;
        bool open = look(0, share(2));
        if (open) {
            ends_ = share(2);
            open = together();
        }
        for (unsigned depth = 1; depth <= deepest && open; ++depth) open = look(depth, share(deepest + 1 - depth));
        ends_ = deadline_;
        known_.keep_least(deadline_);
        return known_.facts();
    }

private:
    using Step = Induction::Step;
    using Refutation = Induction::Refutation;

    static constexpr unsigned share_of_goal = 12;                                ///< of the time that is left, for one property of one step
    static constexpr unsigned most_for_goal = 24;                                ///< facts for one property of one step
    static constexpr unsigned deepest = 3;                                       ///< of facts that a fact needs, which need others
    static constexpr unsigned most_needed = 4;                                   ///< by one fact, for one step
    static constexpr std::size_t most_tried = 24, most_tried_needing = 6;        ///< of the facts that exclude a state
    static constexpr std::size_t few_literals = 3, most_literals = 4;            ///< of a fact; the latter only where there is none of few
    static constexpr unsigned most_generations = 4;                              ///< of facts that help facts
    static constexpr unsigned most_deaths = 3;                                   ///< of one fact
    static constexpr std::size_t most_at_first = 6, most_helping = 3, most = 8;  ///< facts that are looked for at once for one state

    Model m_;
    const std::function<void(std::size_t)>& said_;
    std::vector<model::Family> families_;
    Candidates candidates_;
    Induction known_;  ///< every step keeps those that are not being tried: they are inductive together
    WorkClock::time_point deadline_;
    WorkClock::time_point ends_;                                   ///< for what is being tried
    std::map<std::vector<Fact>, std::size_t> sets_{};              ///< of facts, by number
    std::map<std::pair<std::size_t, Fact>, unsigned> not_kept_{};  ///< how deep a fact was tried when that set was known
    std::map<Fact, unsigned> unanswered_{};                        ///< how deep it was tried when the solver had no answer

    [[nodiscard]] bool late() const { return WorkClock::now() > ends_; }
    /// An equal share of the time that is left, when it is to do for so many.
    [[nodiscard]] WorkClock::time_point share(unsigned of) const { return WorkClock::now() + (deadline_ - WorkClock::now()) / of; }

    Refutation refute(Step& step, const std::vector<Term>& claims) {
        return claims.empty() ? Refutation{z3::unsat} : known_.refute(step, all(claims.front().ctx(), claims));
    }
    std::size_t set_of(const std::vector<Fact>& facts) { return sets_.try_emplace(facts, sets_.size()).first->second; }
    void add(const Fact& fact) {
        known_.add(fact);
        said_(known_.size());
    }
    std::vector<Fact> excluding(Ends& pair, std::size_t number, const Candidates::Doubt& doubt) {
        std::vector<Fact> facts = candidates_.excluding(pair.before, number, few_literals, doubt);
        return facts.empty() ? candidates_.excluding(pair.before, number, most_literals, doubt) : facts;
    }

    // ---- facts, one at a time -----------------------------------------------------------------------------------------

    /// Finds facts for what is open, each with others that it needs, so deep; whether something stays open.
    bool look(unsigned depth, WorkClock::time_point until) {
        bool open = false;
        for (const auto& step : known_.steps()) {
            if (refute(*step, step->open).answer == z3::unsat) step->open.clear();
            std::erase_if(step->open, [&](const Term& goal) {
                ends_ = std::min(until, share(share_of_goal));
                const bool saved = save(*step, goal, depth);
                return saved;
            });
            open = open || !step->open.empty();
        }
        return open;
    }

    /// Finds facts that every step keeps until the claim holds.
    bool save(Step& step, const Term& claim, unsigned depth) {
        for (unsigned n = 0; n <= most_for_goal && !late(); ++n) {
            const Refutation r = known_.refute(step, claim);
            if (r.answer == z3::unsat) return true;
            if (r.pair == nullptr || n == most_for_goal || !exclude(*r.pair, depth)) return false;
        }
        return false;
    }

    /// Finds a fact that is false before the step.
    bool exclude(Ends& pair, unsigned depth) {
        const std::size_t with = set_of(known_.facts());
        const auto doubt = [&](const Fact& fact) -> std::optional<unsigned> {
            const auto tried = not_kept_.find({with, fact});
            if (tried != not_kept_.end() && tried->second >= depth) return std::nullopt;
            const auto silent = unanswered_.find(fact);
            if (silent != unanswered_.end() && silent->second >= depth) return std::nullopt;
            // Each one that fails leaves a pair of states, which speaks against others too, unless others help them.
            const std::size_t doubts = known_.doubts(fact);
            if (depth == 0 && doubts > 0) return std::nullopt;
            return 2 * static_cast<unsigned>(doubts);
        };
        const std::size_t most_of_these = depth == 0 ? most_tried : most_tried_needing;
        for (std::size_t tried = 0; !late();) {
            const std::vector<Fact> facts = excluding(pair, most, doubt);
            if (facts.empty()) return false;
            for (const Fact& fact : facts) {
                if (late() || tried++ == most_of_these) return false;
                if (doubt(fact) && establish(fact, depth)) return true;
            }
        }
        return false;
    }

    /// Adds the fact, if every step keeps it; with others that it needs, which may need it, and theirs, so deep.
    bool establish(const Fact& fact, unsigned depth) {
        const std::size_t at = known_.size(), with = set_of(known_.facts());
        add(fact);
        for (const auto& step : known_.steps()) {
            if (known_.framed(at, *step)) continue;
            for (unsigned n = 0;; ++n) {
                const Refutation r = known_.refute(*step, known_.goal(at, *step));
                if (r.answer == z3::unsat) break;
                if (r.pair != nullptr && n < depth * most_needed && !late() && exclude(*r.pair, depth - 1)) continue;
                known_.cut(at);
                if (r.answer == z3::unknown) unanswered_[fact] = depth;
                if (!late()) not_kept_[{with, fact}] = depth;
                return false;
            }
        }
        return true;
    }

    // ---- facts that hold only together --------------------------------------------------------------------------------

    /// What is being tried: known_ from `first` on.
    struct Tried {
        std::size_t first;
        WorkClock::time_point help_ends;  ///< so that there is time to take away what is not kept
        std::map<Fact, unsigned> deaths{};
        std::map<std::size_t, unsigned> generation{};  ///< by serial: 1 for what a property needs, 2 for what helps that
    };

    /// Adds facts that exclude what breaks a property, or breaks such a fact, and takes away those that nothing helps, until all that
    /// is left is kept by every step; whether something stays open.
    bool together() {
        Tried tried{known_.size(), WorkClock::now() + (ends_ - WorkClock::now()) / 2};
        for (bool changed = true; changed && !late();) {
            changed = false;
            for (const auto& step : known_.steps())
                while (!step->at_boot() && !late() && mend(*step, tried)) changed = true;
        }
        if (late()) known_.cut(tried.first);
        bool open = false;
        for (const auto& step : known_.steps()) {
            std::erase_if(step->open, [&](const Term& goal) { return known_.refute(*step, goal).answer == z3::unsat; });
            open = open || !step->open.empty();
        }
        return open;
    }

    /// Sees to one thing that the step does not keep; false when it keeps all that can be had.
    bool mend(Step& step, Tried& tried) {
        std::vector<Term> claims = step.wanted;
        for (std::size_t k = tried.first; k < known_.size(); ++k)
            if (!known_.framed(k, step)) claims.push_back(known_.goal(k, step));
        if (claims.empty()) return false;
        const Refutation all_of = refute(step, claims);
        if (all_of.answer == z3::unsat) return false;
        if (all_of.pair != nullptr) {
            const std::vector<std::size_t> broken = known_.broken_by(*all_of.pair, tried.first);
            if (!broken.empty()) {
                if (!help(*all_of.pair, broken, tried)) kill(broken, tried);
                return true;
            }
        }
        // A property, or something that the solver alone can tell.
        for (std::size_t g = 0; g < step.wanted.size(); ++g) {
            const Refutation r = known_.refute(step, step.wanted[g]);
            if (r.answer == z3::unsat) continue;
            if (r.pair == nullptr || !help(*r.pair, {}, tried)) step.wanted.erase(step.wanted.begin() + static_cast<std::ptrdiff_t>(g));
            return true;
        }
        for (std::size_t k = tried.first; k < known_.size(); ++k)
            if (!known_.framed(k, step) && known_.refute(step, known_.goal(k, step)).answer != z3::unsat) {
                kill({k}, tried);
                return true;
            }
        return false;
    }

    void kill(const std::vector<std::size_t>& broken, Tried& tried) {
        for (std::size_t i = broken.size(); i-- > 0;) {
            ++tried.deaths[known_[broken[i]].fact];
            known_.remove(broken[i]);
        }
    }

    /// Adds facts that are false before the step, for these others.
    bool help(Ends& pair, const std::vector<std::size_t>& broken, Tried& tried) {
        unsigned generation = broken.empty() ? 0 : most_generations;
        for (std::size_t k : broken) generation = std::min(generation, tried.generation[known_[k].serial]);
        if (generation >= most_generations || WorkClock::now() > tried.help_ends) return false;
        const auto doubt = [&](const Fact& fact) -> std::optional<unsigned> {
            // What was given up may do now that there are others.
            const auto died = tried.deaths.find(fact);
            const unsigned deaths = died == tried.deaths.end() ? 0 : died->second;
            if (deaths == most_deaths) return std::nullopt;
            const auto doubts = known_.doubts(fact);
            if (deaths > 0 && doubts > 0) return std::nullopt;
            return 2 * static_cast<unsigned>(doubts) + 4 * deaths;
        };
        const std::vector<Fact> facts = excluding(pair, generation == 0 ? most_at_first : most_helping, doubt);
        bool helped = false;
        for (const Fact& fact : facts) {
            add(fact);
            const std::size_t added = known_.size() - 1;
            const bool at_boot = std::all_of(known_.steps().begin(), known_.steps().end(), [&](const auto& s) {
                return !s->at_boot() || known_.refute(*s, known_.goal(added, *s)).answer == z3::unsat;
            });
            if (at_boot) tried.generation[known_[added].serial] = generation + 1;
            else kill({added}, tried);
            helped = helped || at_boot;
        }
        return helped;
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
        Property property;
        property.name = name;
        property.kind = Property::Kind::invariant;
        property.formula = model::clause(out, families[fact.family], fact.literals);
        property.text = model::print(out, *property.formula);
        property.explanation = "inferred: with it the other properties are inductive";
        out.properties.push_back(std::move(property));
    }
    return out;
}

}  // namespace fief::proofs
