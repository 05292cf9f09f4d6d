#pragma once
// The literals in scope of one record, or of two, or of a call's arguments: what a fact about a spec's states may be made of. Each is
// defined in every state that follows its types: what may be missing is asked for before it is followed.

#include "model/model.hpp"

#include <vector>

namespace fief::model {

struct Literal {
    ExprId formula;
    unsigned cost = 1;  ///< how far-fetched it is: long paths and quantifiers cost more
};

/// Clauses about these variables are disjunctions of some of the literals.
struct Family {
    std::vector<VarId> vars;
    std::vector<Literal> literals;
};

/// Makes the variables and formulas of every family: each table's records alone first, then pairs. They are added to the model.
[[nodiscard]] std::vector<Family> literal_families(Model& model);

/// Literals about the values of these variables, whose records live: what one more `require` of a call might ask for.
[[nodiscard]] std::vector<Literal> literals_about(Model& model, const std::vector<VarId>& vars);

/// `forall vars | a or b or c`, added to the model, as people write it: what is asked before something is followed is not asked where
/// another of the literals is its opposite. `x is none or x is not none and x.y` is `x is none or x.y`.
[[nodiscard]] ExprId clause(Model& model, const Family& family, const std::vector<std::size_t>& literals);

}  // namespace fief::model
