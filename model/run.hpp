#pragma once
// Values by their names: the inverse of show_value, so that runs and stories can be written down.

#include "model/state.hpp"

#include <optional>
#include <string_view>

namespace fief::model {

/// The value that show_value(layout, type, value) writes so; also a plain number for a record of a pool, and a duration in any unit of the
/// language. Nothing when the text names no value of the type. A record need not be live, and one of a pool need not be within
/// the capacities: a run may try such arguments.
[[nodiscard]] std::optional<Value> read_value(const Layout& layout, const Type& type, std::string_view text);

/// The record that show_record(layout, table, record) writes so.
[[nodiscard]] std::optional<Value> read_record(const Layout& layout, TableId table, std::string_view text);

/// Any record, by its table's name and its keys: "pte[env0, 2]".
[[nodiscard]] std::optional<std::pair<TableId, Value>> read_any_record(const Layout& layout, std::string_view text);

/// Splits at commas that lie in no brackets, and trims: "env0, pte[env0, 2]" has two parts. Nothing between brackets gives no parts.
[[nodiscard]] std::vector<std::string_view> split_list(std::string_view text);

}  // namespace fief::model
