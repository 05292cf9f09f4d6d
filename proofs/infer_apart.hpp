#pragma once
// Inference in a process of its own; what it found is remembered.

#include "proofs/infer.hpp"

namespace fief::proofs {

/// The facts, from the cache when this very model was asked about before. None when the process died.
[[nodiscard]] std::vector<Fact> infer_apart(const Model& model, const Options& options,
                                            const std::function<void(const Progress&)>& progress, const std::function<bool()>& cancelled);

}  // namespace fief::proofs
