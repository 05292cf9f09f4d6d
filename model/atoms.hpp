#pragma once
// What a spec asks about records, one question at a time: the conditions of its calls and properties, taken apart.

#include "model/model.hpp"

#include <vector>

namespace fief::model {

/// A Boolean expression that is no connective, over records alone.
struct Atom {
    ExprId formula;
    std::vector<VarId> vars;    ///< the records it speaks of, in order of mention
    std::vector<ExprId> there;  ///< must hold before it is read: what it follows is there
};

/// Those of one state that speak of one or two records, each once. What is needed for reading them is added to the model.
[[nodiscard]] std::vector<Atom> atoms(Model& model);

/// The expression with each variable replaced by the one at its place in `to`.
[[nodiscard]] ExprId renamed(Model& model, ExprId e, const std::vector<VarId>& from, const std::vector<VarId>& to);
/// The expression with the variable replaced by another of its type.
[[nodiscard]] ExprId replaced(Model& model, ExprId e, VarId from, ExprId to);

}  // namespace fief::model
