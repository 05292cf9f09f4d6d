#pragma once
// Time in a search: which moments matter, and what of a state's times can be forgotten.
//
// Nothing in a spec reads a clock's face: times are set from `now`, and compared with each other and with `now`. So two states that differ
// by a shift of all their times go on in the same way, and a search keeps one of them. Three more things are forgotten:
//  - the deadline and the ghost times of an idle record: no formula that asks for the phase first, as `overdue` does, ever reads them. A
//  search
//    that catches an evaluation reading one all the same (Evaluation::read_idle_time) starts again and keeps them;
//  - the ghosts `since` and `entered`, when no goal reads them: calls cannot;
//  - how long ago a time was, once it lies further back than every comparison with `now` looks; only of fields read in no other way.
// A time field that gets no value starts at 0, which a shift would move: where there are such, states are told apart by `now` as well.

#include "model/explore.hpp"

#include <vector>

namespace fief::model {

class Moments {
public:
    /// `relevant`: see relevant_expressions. `keep_idle`: the times of idle records count.
    Moments(const Layout& layout, const std::vector<bool>& relevant, bool keep_idle);

    /// The words by which states are told apart.
    void canonical(const State& state, std::vector<Value>& out) const;
    /// The moments after now at which a comparison may change, ascending, no later than `latest`.
    void after(const State& state, std::optional<Value> latest, std::vector<Value>& out) const;
    /// Whether those moments are all that matter in this state: no more than one clock runs, and every comparison with `now` is of a kind
    /// whose moments can be told.
    [[nodiscard]] bool exact(const State& state) const;

private:
    struct Place {
        TableId table;
        FieldId field;
        std::optional<FieldId> phase;  ///< of a revocation's time: it counts while this is not idle
        bool forgotten = false;
        std::optional<Value> back;   ///< how far back it matters, when that is known
        std::vector<Value> offsets;  ///< compared with now after this much was added
    };
    const Layout* layout_;
    std::vector<Place> places_;
    bool keep_idle_;
    bool readable_ = true;  ///< every comparison with now is of a field and a constant
    bool starts_at_zero_ = false;

    void analyse(const std::vector<bool>& relevant);
    [[nodiscard]] Place* find(TableId table, FieldId field);
};

}  // namespace fief::model
