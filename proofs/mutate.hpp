#pragma once
// Which mutants of a spec some property notices.

#include "model/mutate.hpp"
#include "proofs/verify.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fief::proofs {

/// A step from a state that satisfies every invariant, and what the reference model says comes of it.
struct Difference {
    std::string step;     ///< "mark(page0) by env0"
    std::string changed;  ///< "changes nothing"
    std::string written;  ///< of the spec as it is: "fails with `already`"
};

struct MutantResult {
    enum class Verdict {
        killed,      ///< a property fails of it, or what could be reached is out of reach: `by`
        equivalent,  ///< every property holds of it, and the solver said that it does what the spec does; or it changes no call
        survived,    ///< every property holds of it, though it does something else as far as anybody knows
        unknown,     ///< neither: `reason`
        invalid,     ///< the resolver rejects it: `reason`
        untried,     ///< stopped before its turn
    };
    Verdict verdict = Verdict::untried;
    std::optional<Obligation> by;
    std::string reason;                    ///< killed: of something no longer reached, why not; unknown, invalid
    std::optional<Difference> difference;  ///< survived: a step that comes out otherwise than the spec's, when one was found
    std::chrono::duration<double> time{0};
};

struct MutationOptions {
    std::chrono::milliseconds timeout{10000};    ///< for one question to the solver
    unsigned jobs = 0;                           ///< 0: one a core
    std::optional<std::filesystem::path> cache;  ///< where answers about the spec itself are remembered; none: nowhere
};

struct MutationReport {
    Report unchanged;                   ///< of the spec itself: what it does not prove cannot notice a mutant
    std::vector<MutantResult> results;  ///< by mutant
    std::chrono::duration<double> wall{0};
    bool cancelled = false;

    [[nodiscard]] std::size_t count(MutantResult::Verdict verdict) const;
};

/// Proves the spec, then tries these of its mutants. When the spec itself is refuted or not inductive no mutant is tried. A
/// fault of the solver is an `unknown` with its reason, and so is a crash: each mutant is tried in a child process, so the solver must not
/// have been used in this one. Throws only when no child process can be had.
[[nodiscard]] MutationReport mutate(const model::Mutations& mutations, const std::vector<model::Mutant>& mutants,
                                    const MutationOptions& options, const std::function<void(const Progress&)>& progress = {},
                                    const std::function<bool()>& cancelled = {});

}  // namespace fief::proofs
