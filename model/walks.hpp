#pragma once
// How the records that match a condition are found without going through their whole table.
//
// A condition that says `m.target.owner is e` is walked backwards: from e over the index `page by owner`, from each such page over
// `pte by target`. What a walk does not show by itself is left to be tested, in the order it was written in.

#include "model/model.hpp"

#include <optional>
#include <span>
#include <vector>

namespace fief::model {

/// One stretch of a walk. It starts at a value (the plan's, for the first; the record reached so far, for the others) and yields records.
struct WalkStep {
    enum class Kind {
        record,     ///< exactly the value itself, or the one record at `keys`; it may turn out not to be live
        index,      ///< the records of `table` whose `field` is the value, by a declared index; all live
        row,        ///< the records of `table` with these leading `keys`, live or not
        subtree,    ///< what descends from the value
        ancestors,  ///< what the value descends from
    };
    Kind kind = Kind::index;
    TableId table;
    FieldId field;                            ///< index; row: the key that the value is for
    bool strictly = false;                    ///< subtree, ancestors: without the value itself
    std::vector<std::optional<ExprId>> keys;  ///< row, record: the leading keys; an empty one is the value
};

/// What is still to be tested of each record.
struct WalkTest {
    ExprId condition;
    /// An earlier disjunct, which must not hold: where it does, its own branch has found the record.
    bool found_earlier = false;
};

/// One disjunct's walk.
struct WalkBranch {
    std::optional<ExprId> from;   ///< the value the first step starts at; none when its `keys` say all. It does not depend on the loop
    std::vector<WalkStep> steps;  ///< the last one yields records of the loop's table
    std::vector<WalkTest> rest;   ///< in order: a later one is read only where the earlier ones pass
};

struct Plan {
    std::vector<WalkBranch> branches;
};

/// The walk for `loop_var` over the records that satisfy `where`; nothing when the whole table must be gone through. `unbound`: variables
/// that have no value yet where the walk starts (those of the same quantifier, further in).
[[nodiscard]] std::optional<Plan> plan(const Model& model, VarId loop_var, ExprId where, std::span<const VarId> unbound = {});

/// The parts of a conjunction, nested ones too, from the left; `true` has none.
[[nodiscard]] std::vector<ExprId> conjuncts(const Model& model, ExprId expr);

/// Whether an expression mentions a variable.
[[nodiscard]] bool mentions(const Model& model, ExprId expr, VarId var);

/// Whether an index can be kept over values of this type: records, and what has few values.
[[nodiscard]] bool can_index(const Type& type);

}  // namespace fief::model
