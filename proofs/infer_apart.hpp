#pragma once
// Inference in a process of its own; what it found is remembered.

#include "proofs/infer.hpp"

#include <optional>

namespace fief::proofs {

struct Inferred {
    std::vector<Fact> facts;
    std::optional<int> died{};  ///< its process did, of this signal: there are no facts then
};

/// From the cache when this very model was asked about before.
[[nodiscard]] Inferred infer_apart(const Model& model, const Options& options, const std::function<void(const Progress&)>& progress,
                                   const std::function<bool()>& cancelled);

}  // namespace fief::proofs
