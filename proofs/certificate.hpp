#pragma once
// What was proved, as files that anyone can hold against the spec and put to a solver of their own.

#include "proofs/opinion.hpp"

#include <functional>
#include <string>
#include <vector>

namespace fief::proofs {

/// One step's file, and what Z3 made of it when it read the text.
struct CertifiedStep {
    std::string file;  ///< "call-alloc.smt2"
    StepScript step;
    std::vector<Opinion> opinions;  ///< by check
};

/// Every step's script, each put to Z3 as text: what the prover had in memory plays no part. Throws nothing but what the encoding does.
/// After this, `verify` must not be called in this process.
[[nodiscard]] std::vector<CertifiedStep> certify(const Model& model, const Options& options, const Patience& patience,
                                                 const std::function<void(const Progress&)>& progress = {});

/// Names of files for these steps, by step.
[[nodiscard]] std::vector<std::string> names_of_files(const Model& model, const std::vector<StepScript>& steps);

}  // namespace fief::proofs
