#include "proofs/lazy_houdini.hpp"

#include <algorithm>

namespace fief::proofs {

bool LazyHoudini::assumed(const Fact& fact) const {
    for (std::size_t k = 0; k < known_.size(); ++k)
        if (known_[k].fact == fact) return true;
    return false;
}

void LazyHoudini::drop(const Fact& fact) {
    std::erase(pool_, fact);
    for (std::size_t k = known_.size(); k-- > first_;)
        if (known_[k].fact == fact) known_.remove(k);
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

/// Assumes candidates until the step keeps the claim.
LazyHoudini::Held LazyHoudini::hold(Step& step, const Term& claim) {
    while (!late_()) {
        const Induction::Refutation r = known_.refute(step, claim);
        if (r.answer == z3::unsat) return {true};
        if (r.pair == nullptr || !exclude(*r.pair)) return {false, r.pair};
    }
    return {false};
}

/// Whether something is assumed or given up by now that was not before.
bool LazyHoudini::see_to(Step& step) {
    const std::size_t before = known_.size();
    for (const Term& goal : step.open) {
        if (lost_.contains({&step, goal.id()}) || unanswered_.contains({&step, goal.id()})) continue;
        const Held held = hold(step, goal);
        if (held.broken != nullptr) lost_.insert({&step, goal.id()});
        else if (!held) unanswered_.insert({&step, goal.id()});
    }
    for (std::size_t k = first_; k < known_.size() && !late_(); ++k) {
        if (known_.framed(k, step)) continue;
        const Term claim = known_.goal(k, step);
        if (unanswered_.contains({&step, claim.id()})) continue;
        const Fact fact = known_[k].fact;
        const Held held = hold(step, claim);
        if (held) continue;
        if (held.broken == nullptr) {
            unanswered_.insert({&step, claim.id()});
            continue;
        }
        give_up(*held.broken);
        if (assumed(fact)) drop(fact);  // its solver and the interpreter do not agree
        return true;
    }
    return known_.size() != before;
}

/// The solver knew neither a proof nor a state against it, more than once: that one goes which was assumed last.
bool LazyHoudini::drop_unanswered() {
    for (std::size_t k = known_.size(); k-- > first_;)
        for (const auto& step : known_.steps())
            if (!known_.framed(k, *step) && unanswered_.contains({step.get(), known_.goal(k, *step).id()})) {
                drop(known_[k].fact);
                return true;
            }
    return false;
}

void LazyHoudini::run() {
    pool_ = candidates_.simple(dearest, {});
    met_.insert(pool_.begin(), pool_.end());
    for (std::vector<Fact> asked_with; !late_();) {
        for (bool changed = true; changed && !late_();) {
            changed = false;
            for (const auto& step : known_.steps())
                while (!late_() && see_to(*step)) changed = true;
        }
        if (unanswered_.empty()) break;
        // What had no answer may have one now that more is assumed.
        if (asked_with == known_.facts() && !drop_unanswered()) break;
        asked_with = known_.facts();
        unanswered_.clear();
    }
    if (late_()) known_.cut(first_);
}

}  // namespace fief::proofs
