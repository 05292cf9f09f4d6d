#pragma once
// What each declaration promises: the one place that lists the implied properties, each written in the language itself.

#include "model/model.hpp"

#include <string>
#include <vector>

namespace fief::model {

/// One implied property before it is resolved. Several parts of one promise share a name.
struct Promise {
    std::string name;         ///< "page.grace"
    Property::Kind kind;      ///< invariant, transition or unblocked
    std::string text;         ///< a formula; for unblocked a predicate of `subject`
    std::string subject;      ///< unblocked: "p: page"
    std::string explanation;  ///< one sentence: what it says
    Span span;                ///< the declaration that promises it
};

/// Everything the model's tables, revocations and authorities promise. The texts use two predicates that the resolver provides:
/// `spared_T(x)` for the `spare` condition of a revocation of T, and `authority_over_R(e, p)` for an authority over R.
[[nodiscard]] std::vector<Promise> promises(const Model& model);

}  // namespace fief::model
