#pragma once
// Facts that nobody wrote: what must be known beside a spec's own properties for all of them to be inductive.
//
// Clauses over the literals in scope (model/literals.hpp) that hold in every sampled reachable state are the candidates. They are not all
// tried at once. First come the simple ones, of at most two literals, whatever they need of each other (proofs/lazy_houdini.hpp). For what
// is then open, clauses of more: where the solver finds a state that satisfies everything known, and a step from it that breaks a property,
// the simplest candidates that exclude this state are looked at. One that every step keeps is a fact; one that some step breaks leaves the
// two states of that step, and while what is known does not exclude the first of them, whatever they speak against is not tried.
//
// Then those that hold only in greater numbers: a few candidates are assumed for each state that breaks a property, a few more for
// each that breaks one of them, and those that nothing helps are taken away, until every step keeps all that are left, as with Houdini
// (Flanagan and Leino, FME 2001). One that was given up may come back when there are others.
//
// Where something is still open, one fact is assumed while others are looked for that exclude the states from which a step breaks it, and
// so on, a few deep: all of them are kept together then, or none is.
//
// Time is what this process works, not what passes: a busy machine cuts off less. Single questions are still bounded by what passes.

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
