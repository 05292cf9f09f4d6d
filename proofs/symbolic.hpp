#pragma once
// A state as formulas over the state before: each component is a body over its parameters, replaced as a call goes on.

#include "proofs/signature.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace fief::proofs {

class SymbolicState {
public:
    /// The state before: every component is its own symbol, and no event has been emitted.
    explicit SymbolicState(const Signature& signature);

    [[nodiscard]] Term apply(std::size_t component, const Tuple& args) const;
    [[nodiscard]] const Term& body(std::size_t component) const { return bodies_[component]; }
    void set(std::size_t component, const Term& body) { bodies_[component] = body; }
    /// True when the component is the same formula in both.
    [[nodiscard]] bool same(const SymbolicState& other, std::size_t component) const {
        return z3::eq(bodies_[component], other.bodies_[component]);
    }
    /// Where the condition holds this state, elsewhere the other.
    [[nodiscard]] static SymbolicState merge(const Term& condition, const SymbolicState& then, const SymbolicState& otherwise);

    [[nodiscard]] const Signature& signature() const { return *signature_; }

private:
    const Signature* signature_;
    std::vector<Term> bodies_;
};

/// The value of a variable: a known record or slot, a reference given by what it equals, or the terms of another type (bits, a formula, an
/// Int).
struct Symbolic {
    std::optional<Tuple> known;  ///< a reference or a slot that surely names this; for other types the terms
    Tuple params;                ///< else: `is` says when the reference names this tuple (never: none)
    std::optional<Term> is;
};

/// By VarId.
using Environment = std::vector<std::optional<Symbolic>>;

}  // namespace fief::proofs
