#pragma once
// Clauses that hold in every sampled state, and which of them exclude a given one.

#include "model/literals.hpp"
#include "model/samples.hpp"
#include "proofs/infer.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace fief::proofs {

/// A set of a family's literals, a bit each.
using LiteralSet = std::vector<std::uint64_t>;

/// A state, and which literals are false in it; each family is looked at when it is first asked for.
class Seen {
public:
    Seen(const std::vector<model::Family>& families, model::Layout layout, model::State state);

    /// The literals that are false at each binding of the family's variables to live records; each set once.
    [[nodiscard]] const std::set<LiteralSet>& untrue(std::size_t family);
    /// The clause is false at some binding.
    [[nodiscard]] bool breaks(const Fact& fact);

private:
    const std::vector<model::Family>* families_;
    model::Layout layout_;
    model::State state_;
    std::vector<std::optional<std::set<LiteralSet>>> untrue_;
};

class Candidates {
public:
    Candidates(const Model& model, const std::vector<model::Family>& families);

    /// What speaks against a clause beside its length; none: it is not wanted.
    using Doubt = std::function<std::optional<unsigned>(const Fact&)>;
    /// Clauses of up to `longest` literals that are false in the state and true in every sample, the simplest first; none that says less
    /// than another one which holds. At most so many.
    [[nodiscard]] std::vector<Fact> excluding(Seen& state, std::size_t most, std::size_t longest, const Doubt& doubt);
    /// Clauses of up to two literals that are true in every sample, and in these states too; none that says less than another one, and none
    /// that says that something exists. The simplest first, none that costs more than so much; of one family, if one is named.
    [[nodiscard]] std::vector<Fact> simple(unsigned dearest, const std::vector<Seen*>& also, std::optional<std::size_t> family = {});

private:
    struct Found;
    class Cover;
    const Model& model_;
    const std::vector<model::Family>& families_;
    model::Samples samples_;
    /// By family: the sampled bindings, by the literals that are false there; made when first asked for.
    std::vector<std::optional<std::set<LiteralSet>>> bindings_;
    std::vector<std::vector<LiteralSet>> columns_;  ///< by family and literal: the bindings at which it is false, a bit each; then all

    const std::vector<LiteralSet>& sampled(std::size_t family);
};

}  // namespace fief::proofs
