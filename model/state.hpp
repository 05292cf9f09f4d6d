#pragma once
// States of the reference model: a number for every field of every record, at chosen capacities.

#include "model/model.hpp"

#include <span>
#include <string>
#include <vector>

namespace fief::model {

/// How many slots every slot key has: small ones for search and tests, the declared ones for the product.
struct Capacity {
    std::vector<std::vector<std::uint64_t>> slots;  ///< by table, by key; 0 for a key that is a table

    /// As declared.
    [[nodiscard]] static Capacity declared(const Model& model);
    /// The same number for every slot key, but never more than declared, and never fewer than boot needs.
    [[nodiscard]] static Capacity uniform(const Model& model, std::uint64_t size);
};

/// Where each value of a state lies. One word a value: first `now`, then each table's records, each with a word `live` and one per field
/// that is not a key.
class Layout {
public:
    Layout(const Model& model, Capacity capacity);

    [[nodiscard]] const Model& model() const { return *model_; }
    [[nodiscard]] const Capacity& capacity() const { return capacity_; }
    [[nodiscard]] std::size_t words() const { return words_; }
    /// How many records a table has room for.
    [[nodiscard]] Value records(TableId table) const { return tables_[table.value].records; }
    /// How many values a key has.
    [[nodiscard]] Value key_size(TableId table, std::size_t key) const { return tables_[table.value].key_sizes[key]; }
    [[nodiscard]] std::size_t live(TableId table, Value record) const;
    /// Not for keys: they are computed from the record's index.
    [[nodiscard]] std::size_t field(TableId table, Value record, FieldId field) const;
    /// The record with these key values, row-major; `none` when one is out of range.
    [[nodiscard]] Value record(TableId table, std::span<const Value> keys) const;
    [[nodiscard]] Value key(TableId table, Value record, std::size_t key) const;

private:
    struct Place {
        Value records = 1;
        std::size_t first = 0;   ///< word of record 0
        std::size_t stride = 1;  ///< words a record
        std::vector<Value> key_sizes;
        std::vector<Value> key_strides;
    };
    const Model* model_;
    Capacity capacity_;
    std::vector<Place> tables_;
    std::size_t words_ = 1;
};

/// A state: equal states have equal words (a record that is not live has zeros).
struct State {
    std::vector<Value> words;

    [[nodiscard]] Value now() const { return words[0]; }
    friend bool operator==(const State&, const State&) = default;
};

/// The state at boot: the boot records, every other pool empty, every resource free, at `now` = 0.
[[nodiscard]] State boot_state(const Layout& layout);

/// "page3", "pte[env0, 2]", "cpu".
[[nodiscard]] std::string show_record(const Layout& layout, TableId table, Value record);
/// A value as the language would write it.
[[nodiscard]] std::string show_value(const Layout& layout, const Type& type, Value value);
/// What changed from one state to the next, a line a record: "page0.owner = env0", "cap0 lives: target page0, …".
[[nodiscard]] std::vector<std::string> show_changes(const Layout& layout, const State& before, const State& after);
/// Every live record that is not in its default state, a line each.
[[nodiscard]] std::vector<std::string> show_state(const Layout& layout, const State& state);

}  // namespace fief::model
