#include "proofs/excluded.hpp"

#include "proofs/solver.hpp"

#include <algorithm>

namespace fief::proofs {

using model::Property;

namespace {

/// Asks whether a state has the invariants and something else.
class Excluding {
public:
    Excluding(Encoding& encoding, std::chrono::milliseconds each) : encoding_(encoding), each_(each) {
        const Model& m = encoding.signature().model();
        const std::vector<Term>& all_of = encoding_.hypotheses();
        for (std::size_t i = 0; i < all_of.size(); ++i) {
            const std::string& name = encoding_.hypothesis_names()[i];
            const bool named = std::any_of(m.properties.begin(), m.properties.end(), [&](const Property& p) { return p.name == name; });
            if (!named) always_.push_back(all_of[i]);
            else if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(name);
        }
    }

    [[nodiscard]] bool none(const std::vector<Term>& such) const { return none(such, names_); }

    /// Of the invariants that exclude such a state, few that do.
    [[nodiscard]] std::vector<std::string> needed(const std::vector<Term>& such) const {
        std::vector<std::string> kept = names_;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            std::vector<std::string> fewer = kept;
            std::erase(fewer, names_[i]);
            if (none(such, fewer)) kept = std::move(fewer);
        }
        return kept;
    }

private:
    Encoding& encoding_;
    std::chrono::milliseconds each_;
    std::vector<Term> always_;
    std::vector<std::string> names_;  ///< of invariants; the parts of one promise share one

    [[nodiscard]] bool none(const std::vector<Term>& such, const std::vector<std::string>& kept) const {
        z3::solver solver = new_solver(encoding_.signature().context());
        limit(solver, each_);
        for (const Term& t : always_) solver.add(t);
        const std::vector<Term>& all_of = encoding_.hypotheses();
        for (std::size_t i = 0; i < all_of.size(); ++i)
            if (std::find(kept.begin(), kept.end(), encoding_.hypothesis_names()[i]) != kept.end()) solver.add(all_of[i]);
        for (const Term& t : background(encoding_.signature())) solver.add(t);
        for (const Term& t : such) solver.add(t);
        return solver.check() == z3::unsat;
    }
};

}  // namespace

std::optional<Excluded> excluded(Encoding& encoding, const Property& property, std::chrono::milliseconds each) {
    const Excluding ask(encoding, each);
    Excluded out;
    if (property.kind == Property::Kind::reachable) {
        const std::vector<Term> such{encoding.holds(*property.formula)};
        if (!ask.none(such)) return std::nullopt;
        out.by = ask.needed(such);
        return out;
    }
    const model::CallId call = *property.call;
    const EncodedStep step = encoding.call(call);
    std::vector<Term> through = step.facts;
    through.push_back(step.guard);
    if (!ask.none(through)) return std::nullopt;
    const std::size_t checks = encoding.signature().model()[call].checks.size();
    for (std::size_t n = 1; n <= checks && !out.after; ++n) {
        std::vector<Term> so_far = encoding.passing(call, n);
        if (!ask.none(so_far)) continue;
        out.after = n - 1;
        through = std::move(so_far);
    }
    out.by = ask.needed(through);
    return out;
}

}  // namespace fief::proofs
