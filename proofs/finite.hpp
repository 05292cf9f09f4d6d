#pragma once
// Instances with just so many records a table, by cases: every quantifier over records is spelled out over named elements that differ from
// each other. What is left is propositional but for numbers, and the solver has no instance to think of: where a formula is false in
// some small state, this finds the state in a fraction of the time that quantifiers take, and answers at once where there is none.

#include "proofs/bound.hpp"

#include <unordered_map>

namespace fief::proofs {

class Finite {
public:
    /// Of so many slots a key, in the order of Bound::keys; more where the spec names more by number.
    Finite(const Signature& signature, const std::vector<unsigned>& sizes);
    Finite(const Signature& signature, unsigned size);

    Finite(const Finite&) = delete;
    Finite& operator=(const Finite&) = delete;

    /// The same of these instances, without quantifiers over records.
    [[nodiscard]] Term spelled_out(const Term& term);
    /// What makes them such instances: the elements differ, and each constant met so far, from the given one on, is one of them.
    [[nodiscard]] Term closed(std::size_t from = 0) const;
    [[nodiscard]] std::size_t constants() const { return constants_.size(); }
    [[nodiscard]] const Bound& bound() const { return bound_; }

private:
    struct Done {
        Term term;  ///< kept, so that its number stays its own
        Term result;
    };
    z3::context& ctx_;
    Bound bound_;
    std::unordered_map<unsigned, std::vector<Term>> elements_;  ///< by sort
    std::unordered_map<unsigned, std::size_t> number_;          ///< of an element, by term
    std::unordered_map<unsigned, Done> done_;
    std::vector<Term> constants_;

    [[nodiscard]] Term application(const Term& term);
    [[nodiscard]] Term quantifier(const Term& term);
    [[nodiscard]] Term same(const Term& a, const Term& b) const;
};

}  // namespace fief::proofs
