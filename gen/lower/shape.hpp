#pragma once
// Where lowering puts things: the columns of every table, and which list, count and chain uses which of them.

#include "gen/program.hpp"

#include <array>
#include <optional>
#include <vector>

namespace fief::gen {

/// An index list, or the children of a derived table's records (by `parent`).
struct List {
    std::uint32_t table = 0;
    model::FieldId field;
    Place first;  ///< in the record that the field names, or in a bare table of one head a name
    Place next, previous;
};

/// The free records of a pool, or of each row of a keyed table.
struct FreeList {
    std::size_t leading = 0;  ///< how many keys name a row
    Place first;              ///< in a bare table with one record, in the record that the only leading key names, or in one a row
    Place next;
    std::optional<Place> previous;  ///< when records also leave it from the middle
};

/// A count with one parameter, over the records whose `field` is the parameter and which satisfy `others`: conditions on their own fields.
struct KeptCount {
    std::uint32_t table = 0;
    model::FieldId field;
    std::vector<model::ExprId> others;
    Place place;  ///< in the record that the parameter names
};

struct Shape {
    std::vector<Table> tables;
    std::vector<std::vector<std::optional<std::uint32_t>>> fields;  ///< by table, by field: its column; none for keys and ghosts
    std::vector<std::optional<std::uint32_t>> live;                 ///< by table
    std::vector<std::optional<FreeList>> free;                      ///< by table
    std::vector<std::optional<std::uint32_t>> marked;               ///< by table
    std::vector<std::optional<std::uint32_t>> epoch;                ///< by table
    std::vector<std::vector<std::optional<std::uint32_t>>> epochs;  ///< by table, by field: the epoch a weak reference was made with
    std::vector<List> lists;
    std::vector<std::optional<KeptCount>> counts;  ///< by CountId

    [[nodiscard]] const List* list(std::uint32_t table, model::FieldId field) const;
};

/// `marked`: by table, whether some loop over it collects its matches first. `sequence`: whether some guard is asked without the lock.
[[nodiscard]] Shape shape(const model::Model& model, const std::vector<bool>& marked, bool sequence);

[[nodiscard]] Type type_of(const model::Type& type);

/// How many bytes a stored number up to `most` takes, and one of a type.
[[nodiscard]] unsigned bytes_for(std::uint64_t most);
[[nodiscard]] unsigned bytes_of(const model::Model& model, const std::vector<Table>& tables, const Type& type);

}  // namespace fief::gen
