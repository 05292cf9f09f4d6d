#pragma once
// Noninterference: what is asked of two states that look alike to an observer. The second state has symbols of its own in the same context,
// over the same records; the definition is model/isolation.hpp.

#include "proofs/question.hpp"

#include <optional>
#include <string>

namespace fief::proofs {

/// What is needed to read two states and a step off a solver's model.
struct Pair {
    model::PropertyId property;
    Encoding* right;  ///< the first one's twin, for the second state; it stays out where one state is compared before and after
    SymbolicState right_after;
    Tuple observer;
    EncodedStep step;  ///< of the first state; of a guard, only its arguments
    bool single = false;
    std::string beyond;  ///< why the question says less than the property, if it does: then nothing is proved by it
};

/// The question of an `isolated` property about one step: `work` has no other.
[[nodiscard]] Question ask_isolated(Encoding& encoding, const StepWork& work, Form form);

/// The pair that the solver found, as small as can be had. Nothing when no instance of up to `most` records a table counts exactly.
[[nodiscard]] std::optional<CounterPair> smallest_pair(z3::solver& solver, const z3::model& first, Encoding& encoding, const Pair& pair,
                                                       unsigned most);

/// Tries the pair on the reference model; true when it is so there, and then the leak is kept. `why` says what went otherwise.
[[nodiscard]] bool replay(const Model& model, CounterPair& pair, std::string& why);

}  // namespace fief::proofs
