#pragma once
// Counts: a number per group, about which the solver is told what is true of any finite sets.

#include "proofs/evaluate.hpp"

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace fief::proofs {

/// The one record that a statement changed, when it was one.
struct Touched {
    model::TableId table;
    Tuple record;
};

/// The record is counted in the group of these arguments.
[[nodiscard]] Term counted(const SymbolicState& state, const model::Count& count, const Tuple& record, const Tuple& args, Environment& env);
/// What is true of every count in a state: not negative, at least 1 where something matches, and no larger than a count whose condition is
/// a part of its own.
[[nodiscard]] std::vector<Term> facts_of_counts(const SymbolicState& state, Environment& env);
/// A count above 0 has a match, of the groups that this record is part of: a fact with an existential, enough where a record is about to be
/// made.
[[nodiscard]] std::vector<Term> witnesses_of_counts(const SymbolicState& state, model::TableId table, const Tuple& record,
                                                    Environment& env);
/// The counts that an invariant or transition says are at most one.
[[nodiscard]] std::set<model::CountId> counts_at_most_one(const model::Model& model);
/// The same for the groups of one count that the record enters: enough where one is the most, and nothing was in the group before. None
/// where it plainly enters none.
[[nodiscard]] std::optional<Term> witness_of_entry(const SymbolicState& before, const SymbolicState& after, model::CountId count,
                                                   const Touched& touched, Environment& env);
/// Brings the counts of `after` up to date with what changed since `before`: exactly where one record of the counted table changed,
/// otherwise through inclusion (a subset is no larger). Facts about new functions go to `facts`.
void recount(const SymbolicState& before, SymbolicState& after, Environment& env, const std::optional<Touched>& touched,
             std::vector<Term>& facts);

}  // namespace fief::proofs
