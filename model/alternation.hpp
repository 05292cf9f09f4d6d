#pragma once
// Where a spec leaves the fragment in which the solver always ends: an `exists` under a `forall` is a function from one sort to another, as
// a reference that is always there is, and where such functions make a cycle, ever new records may have to be thought of.

#include "model/model.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fief::model {

/// For each record of `from` there is one of `to`.
struct SortLink {
    std::string from, to;                ///< sorts by name: a table's, or "pte.slot" of a key that is a number
    std::optional<PropertyId> property;  ///< an `exists` of this one asks for it
    ExprId exists;                       ///< that one, if `property`
    TableId table;                       ///< else a reference of this table
    FieldId field;
};

/// A cycle: each link begins where the one before ends. The first is an `exists`, or all are references.
using SortCycle = std::vector<SortLink>;

/// The shortest cycle through each `exists` that stands under a `forall`, of the properties that are not waived; one for each pair of sorts
/// of a property. Where there is none, the shortest cycle of references alone, if any.
[[nodiscard]] std::vector<SortCycle> sort_cycles(const Model& model);

}  // namespace fief::model
