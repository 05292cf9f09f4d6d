#pragma once
// The state at boot, record by record: constants only, so that a million records cost a million small steps.

#include "model/context.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fief::model {

/// The most records that boot may make.
inline constexpr std::size_t max_boot_records = std::size_t{1} << 22;

/// The values of the names that a boot record's ranges bind.
using BootNames = std::vector<std::pair<std::string, Value>>;

class Constants {
public:
    explicit Constants(Context& context) : c_(context) {}

    /// The value of a constant where `type` is wanted, or a diagnostic.
    [[nodiscard]] std::optional<Value> value(const spec::Expr& e, const Type& type, const BootNames& names);
    /// The value of a key: a slot, or a record of the key's table, which a number names too where that table is a pool.
    [[nodiscard]] std::optional<Value> key(const spec::Expr& e, TableId table, std::size_t key, const BootNames& names);
    [[nodiscard]] std::optional<Value> number(const spec::Expr& e, const BootNames& names);
    /// How many values a key has at full capacity.
    [[nodiscard]] Value key_size(TableId table, std::size_t key) const;
    /// The index of the record with these keys, row-major.
    [[nodiscard]] Value record(TableId table, const std::vector<Value>& keys) const;
    /// "`pte[0, 3]`": the record with this index.
    [[nodiscard]] std::string show(TableId table, Value record) const;

private:
    std::optional<Value> reference(const spec::Expr& e, const Type& type, const BootNames& names);
    std::optional<Value> rights(const spec::Expr& e, const Type& type, const BootNames& names);
    std::optional<Value> mismatch(const spec::Expr& e, const Type& type);

    Context& c_;
};

class Boot {
public:
    explicit Boot(Context& context) : c_(context), constants_(context), given_(context.tables.size()) {}

    void add(const spec::BootRecord& record);
    void add(const spec::BootFile& file);
    /// Mandatory references of tables whose records always exist.
    void check_complete();
    /// What the records name lives, and no record is derived from itself.
    void check_references();

private:
    struct Ranges;
    void each(const spec::BootRecord& record, TableId table, const std::vector<FieldId>& fields);
    /// False when a record's field is given that boot does not give.
    [[nodiscard]] bool settable(const Field& field, Span at);
    [[nodiscard]] bool complete(TableId table, const std::vector<bool>& given, Span at);
    [[nodiscard]] bool push(BootRecord record);
    /// The first record, in their order, that is among its own ancestors.
    [[nodiscard]] const BootRecord* circle(TableId table, FieldId parent) const;

    void rows(TableId table, std::uint32_t file);

    Context& c_;
    Constants constants_;
    std::vector<std::unordered_map<Value, std::uint32_t>> given_;  ///< by table: which record, and its place in Model::boot
};

}  // namespace fief::model
