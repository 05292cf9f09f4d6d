#pragma once
// States of the reference model: a number for every field of every record, at chosen capacities.

#include "model/model.hpp"

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fief::model {

/// How many slots every slot key has: small ones for search and tests, the declared ones for the product.
struct Capacity {
    std::vector<std::vector<std::uint64_t>> slots;  ///< by table, by key; 0 for a key that is a table

    /// As declared.
    [[nodiscard]] static Capacity declared(const Model& model);
    /// The same number for every slot key, but never more than declared, and never fewer than boot, or a slot written as a number, needs.
    [[nodiscard]] static Capacity uniform(const Model& model, std::uint64_t size);
    /// `size(table)` for every slot key of a table, within the bounds of `uniform`.
    [[nodiscard]] static Capacity by_table(const Model& model, const std::function<std::uint64_t(const Table&)>& size);

    /// `size(table)` slots beside those that boot's records take: room to work in, whatever boot brings.
    [[nodiscard]] static Capacity beside_boot(const Model& model, const std::function<std::uint64_t(const Table&)>& size);

    friend bool operator==(const Capacity&, const Capacity&) = default;
};

/// Declares these sizes instead; boot's references name the same records as before. The capacity has room for boot (see `uniform`).
void resize(Model& model, const Capacity& capacity);

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
    [[nodiscard]] std::size_t keys(TableId table) const { return tables_[table.value].key_sizes.size(); }
    [[nodiscard]] std::size_t live(TableId table, Value record) const {
        const Place& p = tables_[table.value];
        return p.first + static_cast<std::size_t>(record) * p.stride;
    }
    /// Not for keys: they are computed from the record's index.
    [[nodiscard]] std::size_t field(TableId table, Value record, FieldId field) const {
        const Place& p = tables_[table.value];
        return p.first + static_cast<std::size_t>(record) * p.stride + 1 + field.value - p.key_sizes.size();
    }
    /// The words of one record: `live`, then the fields that are not keys.
    [[nodiscard]] std::size_t stride(TableId table) const { return tables_[table.value].stride; }
    /// The record with these key values, row-major; `none` when one is out of range.
    [[nodiscard]] Value record(TableId table, std::span<const Value> keys) const;
    [[nodiscard]] Value key(TableId table, Value record, std::size_t key) const {
        const Place& p = tables_[table.value];
        return record / p.key_strides[key] % p.key_sizes[key];
    }
    /// The first record of the row with these leading keys, and how many records the row has; nothing when a key is out of range.
    struct Row {
        Value first = 0, size = 0;
    };
    [[nodiscard]] std::optional<Row> row(TableId table, std::span<const Value> leading) const;
    /// The table's field with this role, if it has one (the first, of several via fields).
    [[nodiscard]] std::optional<FieldId> role(TableId table, Role role) const {
        return tables_[table.value].roles[static_cast<std::size_t>(role)];
    }

    /// A host's relation, by record or slot number. Unless set, `total` is <= on the numbers, and the others are "is an ancestor of, or is"
    /// in the tree where i hangs below (i - 1) / 2: it satisfies the axioms of all three, and has both chains and branches.
    [[nodiscard]] bool related(RelationId relation, Value left, Value right) const;
    /// Another interpretation, row-major over (left, right); it must satisfy the relation's axioms.
    void set_relation(RelationId relation, std::vector<bool> holds);

private:
    struct Place {
        Value records = 1;
        std::size_t first = 0;   ///< word of record 0
        std::size_t stride = 1;  ///< words a record
        std::vector<Value> key_sizes;
        std::vector<Value> key_strides;
        std::array<std::optional<FieldId>, static_cast<std::size_t>(Role::entered) + 1> roles;
    };
    const Model* model_;
    Capacity capacity_;
    std::vector<Place> tables_;
    std::size_t words_ = 1;
    std::vector<std::vector<bool>> relations_;  ///< by relation; empty: the one it has by itself
};

/// A state: equal states have equal words (a record that is not live has zeros).
struct State {
    std::vector<Value> words;

    [[nodiscard]] Value now() const { return words[0]; }
    friend bool operator==(const State&, const State&) = default;
};

/// The first value of a type: false, lo, 0, the first name, the empty set, `none` where there may be none, else record 0.
[[nodiscard]] Value first_value(const Type& type);

/// The state at boot: the boot records, every other pool empty, every resource free, at `now` = 0. Boot records beyond these capacities
/// are left out.
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
