#pragma once
// From the solver's model to a state of the reference model, as small as can be had, and its replay there.

#include "proofs/encoding.hpp"

#include <optional>
#include <string>

namespace fief::proofs {

/// The instance a solver's model describes: sizes, a state, and the step's arguments.
[[nodiscard]] CounterState read_instance(const Signature& signature, const z3::model& model, const SymbolicState& before,
                                         const EncodedStep* step);

/// The value that a term stands for in the solver's model.
[[nodiscard]] model::Value read_value(const Signature& signature, const z3::model& model, const model::Type& type, const Symbolic& value);

/// Looks for a small model of what the solver (whose assertions are satisfiable) allows: the fewest records a table, every count of these
/// states exact. Leaves the solver as it was. Nothing when there is none of up to `most` records a table; `each` is how long the
/// solver may think about one size, and no more than a second.
[[nodiscard]] std::optional<z3::model> smallest_model(z3::solver& solver, const Signature& signature,
                                                      const std::vector<const SymbolicState*>& counted, unsigned most,
                                                      std::chrono::milliseconds each = std::chrono::seconds(1));
/// Looks for a smaller instance of what the solver (whose assertions are satisfiable) allows: the fewest records a table, every count
/// exact. Leaves the solver as it was. Nothing when no instance of up to `most` records a table has exact counts.
[[nodiscard]] std::optional<CounterState> smallest_instance(z3::solver& solver, const SymbolicState& before, EncodedStep* step,
                                                            unsigned most, std::chrono::milliseconds each = std::chrono::seconds(1));

/// Runs the step on the interpreter, over every choice; true when the property is broken there, and then the outcome and the violation are
/// kept. `why` says what went otherwise.
[[nodiscard]] bool replay(const Model& model, const Obligation& obligation, CounterState& state, std::string& why);

}  // namespace fief::proofs
