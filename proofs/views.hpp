#pragma once
// Views as formulas: when two symbolic states look alike to an observer, and who has a flow to it. The definition is model/isolation.hpp.

#include "proofs/evaluate.hpp"

#include <vector>

namespace fief::proofs {

/// A state to look at, with an environment for the view's variables.
struct Look {
    const SymbolicState* state;
    Environment* env;
};

/// Whether what is said is assumed or to be shown: of finite forests more may be assumed than has to be shown.
enum class Use { assumed, shown };

/// The two states look alike to the observer: all of these, each closed but for the observer's terms.
[[nodiscard]] std::vector<Term> alike(const model::Isolation& isolation, const Look& one, const Look& other, const Tuple& observer,
                                      Use said);

/// A step by `from`, of this table, may change what the observer sees. Both live.
[[nodiscard]] Term flows(const model::Isolation& isolation, const Look& before, const StepContext& step, model::TableId table,
                         const Tuple& from, const Tuple& observer, Polarity polarity);

/// The same events that name the observer, emitted in both; `other` none: none at all.
[[nodiscard]] std::vector<Term> told_alike(const model::Isolation& isolation, const SymbolicState& one, const SymbolicState* other,
                                           const Tuple& observer);

/// True when some event that the step may emit names an observer and has an argument that may be none: what the relations of events
/// cannot say.
[[nodiscard]] bool tells_of_none(const model::Isolation& isolation, const SymbolicState& after);

/// No part of the view, and no flow (for any call that it speaks of), reads what is not there.
[[nodiscard]] Term views_defined(const SymbolicState& state, model::IsolationId isolation);

}  // namespace fief::proofs
