#pragma once
// So many named elements of every slot key's sort: what bounds a search for small models.

#include "proofs/symbolic.hpp"

#include <functional>
#include <vector>

namespace fief::proofs {

class Bound {
public:
    explicit Bound(const Signature& signature);

    struct Key {
        model::TableId table;
        std::size_t key;
        std::vector<Term> elements;
    };
    [[nodiscard]] std::vector<Key>& keys() { return keys_; }
    [[nodiscard]] const std::vector<Key>& keys() const { return keys_; }

    /// Gives the key so many elements.
    void resize(Key& key, unsigned n) const;
    /// Every tuple of named elements of these sorts, with the condition that it is the first of its name.
    void each(const std::vector<z3::sort>& sorts, const std::function<void(const Tuple&, const Term&)>& visit) const;

private:
    const Signature& sig_;
    std::vector<Key> keys_;

    void each(const std::vector<z3::sort>& sorts, Tuple& tuple, const Term& first,
              const std::function<void(const Tuple&, const Term&)>& visit) const;
};

/// Every count is what a count of the named elements says.
[[nodiscard]] std::vector<Term> exact_counts(const SymbolicState& state, const Bound& bound);

}  // namespace fief::proofs
