#pragma once
// Simple facts that hold only together. Houdini (Flanagan and Leino, FME 2001) assumes all candidates, and takes away what a step breaks
// all the same until nothing is left to take: the most that stands together. Here it comes to the same facts without assuming thousands of
// which the proof needs few: a candidate is assumed when it excludes a state from which a step breaks what is wanted, or what is assumed
// already. Where no candidate excludes that state, no set of them does: then whatever is false after the step goes, assumed or not, and
// what says less, and is true there, comes in its place.

#include "proofs/induction.hpp"

#include <functional>
#include <set>
#include <vector>

namespace fief::proofs {

class LazyHoudini {
public:
    /// `late`: whether the time for it is over.
    LazyHoudini(Induction& known, Candidates& candidates, std::function<bool()> late)
        : known_(known), candidates_(candidates), late_(std::move(late)), first_(known.size()) {}

    /// Adds facts that every step keeps together, for what is open; none when the time is over before.
    void run();

private:
    using Step = Induction::Step;
    using Claims = std::set<std::pair<Step*, unsigned>>;  ///< of steps, by the number of the formula
    static constexpr unsigned dearest = 7;                ///< of the facts

    struct Held {
        bool holds = false;
        Ends* broken = nullptr;  ///< why no candidate helps; null where the solver has no answer
        explicit operator bool() const { return holds; }
    };

    Induction& known_;
    Candidates& candidates_;
    std::function<bool()> late_;
    std::size_t first_;             ///< of those that are assumed
    std::vector<Fact> pool_{};      ///< the simplest first
    std::set<Fact> met_{};          ///< all that ever were in it
    std::vector<Seen*> reached_{};  ///< states that no set of facts which stands excludes
    Claims lost_{};                 ///< properties that no candidates save
    Claims unanswered_{};           ///< the solver has no answer, with what is assumed or was before

    [[nodiscard]] bool assumed(const Fact& fact) const;
    void give_up(Ends& pair);
    bool exclude(Ends& pair);
    [[nodiscard]] Held hold(Step& step, const Term& claim);
    [[nodiscard]] bool see_to(Step& step);
    void drop(const Fact& fact);
    bool drop_unanswered();
};

}  // namespace fief::proofs
