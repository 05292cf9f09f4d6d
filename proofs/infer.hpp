#pragma once
// Facts that nobody wrote: what must be known beside a spec's own properties for all of them to be inductive.
//
// Clauses over the literals in scope (model/literals.hpp) that hold in every sampled reachable state are the candidates. They are not all
// tried at once. Where the solver finds a state that satisfies everything known, and a step from it that breaks something, the simplest
// candidate that excludes this state is added, and has to be preserved by every step in turn. A candidate that no other can save is dead;
// what it subsumed can be tried then. Whatever inductive set the candidates hold is found, as with Houdini (Flanagan and Leino, FME 2001),
// whose argument it is: no member of such a set ever dies, since another of its members excludes the state that would kill it.

#include "proofs/verify.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace fief::proofs {

/// A clause: a family of literals, and which of them. Equal models number them alike.
struct Fact {
    std::size_t family = 0;
    std::vector<std::size_t> literals;
    friend auto operator<=>(const Fact&, const Fact&) = default;
};

/// The facts, fewest that do, for the properties that can be had; uses the solver in this process. `said` hears now and then how many
/// facts are being tried.
[[nodiscard]] std::vector<Fact> infer(const Model& model, const Options& options, const std::function<void(std::size_t)>& said);

/// The model with these facts as invariants `inferred_1`, `inferred_2`, …; facts that do not fit it are left out.
[[nodiscard]] Model with_facts(const Model& model, const std::vector<Fact>& facts);

}  // namespace fief::proofs
