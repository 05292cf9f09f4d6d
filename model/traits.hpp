#pragma once
// What tells states apart, as far as facts about one record or about two may speak of it.

#include "model/state.hpp"

#include <cstdint>
#include <vector>

namespace fief::model {

/// A trait is what a live record's own fields are like (there or none, at an end of their range or between), what a record is like that one
/// of them refers to, or which of the fields of two records name the same; each is a number, the same one in every state of the layout.
class Traits {
public:
    /// Of a layout that outlives it.
    explicit Traits(const Layout& layout);

    /// Those of the state, each once, ascending; valid until the next call.
    [[nodiscard]] const std::vector<std::uint64_t>& of(const State& state);

private:
    /// A value of a record that names another one, or a slot.
    struct Name {
        std::optional<FieldId> field;  ///< none: the record itself
        Type type;
    };
    /// A live record, what its names are, and what it is like.
    struct Record {
        TableId table;
        Value record = 0;
        std::size_t names = 0;  ///< where they begin
        std::uint64_t like = 0;
    };
    const Layout* layout_;
    std::vector<std::vector<Name>> names_;                                                       ///< by table
    std::vector<std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>>> comparable_;  ///< by two tables: names of one kind
    std::vector<Record> records_;
    std::vector<Value> values_;
    std::vector<std::uint64_t> traits_;

    [[nodiscard]] std::uint64_t like(const State& state, TableId table, Value record) const;
    [[nodiscard]] std::uint64_t between(const State& state, const Record& a, const Record& b) const;
    [[nodiscard]] bool descends(const State& state, TableId table, Value record, Value ancestor) const;
};

}  // namespace fief::model
