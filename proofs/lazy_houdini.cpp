#include "proofs/lazy_houdini.hpp"

#include <algorithm>

namespace fief::proofs {

bool LazyHoudini::assumed(const Fact& fact) const {
    for (std::size_t k = 0; k < known_.size(); ++k)
        if (known_[k].fact == fact) return true;
    return false;
}

/// No candidate is false in any of these: all that are false in one of them after a step go, assumed or not. Where a literal alone was one,
/// with others it may be yet.
void LazyHoudini::give_up(Ends& pair) {
    for (Seen& s : pair.after) reached_.push_back(&s);
    const auto broken = [&](const Fact& f) {
        return std::any_of(pair.after.begin(), pair.after.end(), [&](Seen& s) { return s.breaks(f); });
    };
    std::set<std::size_t> families;
    for (const Fact& f : pool_)
        if (f.literals.size() == 1 && broken(f)) families.insert(f.family);
    std::erase_if(pool_, broken);
    for (std::size_t family : families)
        for (Fact& f : candidates_.simple(dearest, reached_, family))
            if (met_.insert(f).second) pool_.push_back(std::move(f));
    for (std::size_t k = known_.size(); k-- > first_;)
        if (broken(known_[k].fact)) known_.remove(k);
}

/// Assumes the simplest candidate that is false before the step; of those, first one that no pair of states speaks against.
bool LazyHoudini::exclude(Ends& pair) {
    const Fact* best = nullptr;
    for (const Fact& f : pool_) {
        if (!pair.before.breaks(f) || assumed(f)) continue;
        if (best == nullptr) best = &f;
        if (known_.doubts(f) > 0) continue;
        best = &f;
        break;
    }
    if (best == nullptr) return false;
    known_.add(*best);
    return true;
}

/// Assumes candidates until the step keeps the claim; else `broken` is why no candidate helps, if that is known.
bool LazyHoudini::hold(Step& step, const Term& claim, Ends*& broken) {
    broken = nullptr;
    while (!late_()) {
        const Induction::Refutation r = known_.refute(step, claim);
        if (r.answer == z3::unsat) return true;
        if (r.pair == nullptr) return false;
        if (exclude(*r.pair)) continue;
        broken = r.pair;
        return false;
    }
    return false;
}

/// Whether something is assumed or given up by now that was not before.
bool LazyHoudini::see_to(Step& step, std::set<std::pair<Step*, unsigned>>& lost) {
    const std::size_t before = known_.size();
    Ends* broken = nullptr;
    for (const Term& goal : step.open)
        if (!lost.contains({&step, goal.id()}) && !hold(step, goal, broken)) lost.insert({&step, goal.id()});
    for (std::size_t k = first_; k < known_.size() && !late_(); ++k) {
        if (known_.framed(k, step)) continue;
        const Term claim = known_.goal(k, step);
        if (hold(step, claim, broken)) continue;
        const Fact fact = known_[k].fact;
        if (broken != nullptr) give_up(*broken);
        if (assumed(fact)) {  // the solver alone can tell
            std::erase(pool_, fact);
            known_.remove(k);
        }
        return true;
    }
    return known_.size() != before;
}

void LazyHoudini::run() {
    pool_ = candidates_.simple(dearest, {});
    met_.insert(pool_.begin(), pool_.end());
    std::set<std::pair<Step*, unsigned>> lost;
    for (bool changed = true; changed && !late_();) {
        changed = false;
        for (const auto& step : known_.steps())
            while (!late_() && see_to(*step, lost)) changed = true;
    }
    if (late_()) known_.cut(first_);
}

}  // namespace fief::proofs
