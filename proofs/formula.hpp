#pragma once
// Formulas with the constants folded away, and relations given by a body: what the encoding is made of.

#include <z3++.h>

#include <functional>
#include <string>
#include <vector>

namespace fief::proofs {

using Term = z3::expr;
/// The terms that name one record: the values of its table's keys, those that are tables spelled out in turn.
using Tuple = std::vector<Term>;
/// Its first n, and all but those.
[[nodiscard]] Tuple head(const Tuple& tuple, std::size_t n);
[[nodiscard]] Tuple tail(const Tuple& tuple, std::size_t n);

[[nodiscard]] Term truth(z3::context& context, bool value);
[[nodiscard]] Term negate(const Term& a);
[[nodiscard]] Term both(const Term& a, const Term& b);
[[nodiscard]] Term either(const Term& a, const Term& b);
[[nodiscard]] Term imply(const Term& a, const Term& b);
[[nodiscard]] Term iff(const Term& a, const Term& b);
[[nodiscard]] Term choose(const Term& condition, const Term& then, const Term& otherwise);
[[nodiscard]] Term all(z3::context& context, const std::vector<Term>& parts);
[[nodiscard]] Term any(z3::context& context, const std::vector<Term>& parts);
[[nodiscard]] Term equal(const Term& a, const Term& b);
[[nodiscard]] Term equal(const Tuple& a, const Tuple& b);
/// Quantified over constants, which become its variables. The quantifier goes as far inside as it can, unless it is to stay where it is.
[[nodiscard]] Term forall(const Tuple& vars, const Term& body);
[[nodiscard]] Term exists(const Tuple& vars, const Term& body);
/// While there is one, this thread's quantifiers stay where they are said: for what people and other solvers read.
class Literally {
public:
    explicit Literally(bool literally);
    ~Literally();
    Literally(const Literally&) = delete;
    Literally& operator=(const Literally&) = delete;
    [[nodiscard]] static bool now();

private:
    bool outside_;
};
/// `body` with each of `from` (constants) replaced by the term of `to` at its place.
[[nodiscard]] Term substitute(const Term& body, const Tuple& from, const Tuple& to);
/// True when one of the constants occurs in the term.
[[nodiscard]] bool mentions(const Term& term, const Tuple& constants);
/// Those of the constants that occur in it.
[[nodiscard]] Tuple mentioned(const Term& term, const Tuple& constants);
/// True when there is a quantifier in the term.
[[nodiscard]] bool quantifies(const Term& term);
void append(Tuple& to, const Tuple& more);

}  // namespace fief::proofs
