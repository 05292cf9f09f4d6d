#pragma once
// Clauses that hold in every sampled state, and which of them excludes a given one.

#include "model/literals.hpp"
#include "model/samples.hpp"
#include "proofs/infer.hpp"

#include <optional>
#include <set>
#include <vector>

namespace fief::proofs {

class Candidates {
public:
    Candidates(const Model& model, const std::vector<model::Family>& families);

    /// The simplest clause of up to three literals that is false in the state and true in every sample, and is not `known`.
    [[nodiscard]] std::optional<Fact> best(const CounterState& state, const std::set<Fact>& known);

private:
    using Bits = std::vector<std::uint64_t>;
    const Model& model_;
    const std::vector<model::Family>& families_;
    model::Samples samples_;
    std::vector<std::vector<Bits>>
        false_at_;  ///< by family and literal: the sampled bindings at which it is false; made when first asked for

    void sample(std::size_t family);
    void best_of(std::size_t family, const std::vector<std::size_t>& literals, const std::set<Fact>& known, std::optional<Fact>& best,
                 unsigned& cost) const;
};

}  // namespace fief::proofs
