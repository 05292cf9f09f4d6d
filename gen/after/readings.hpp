#pragma once
// What a checker reads that goes through a table and asks the same of each record.

#include "gen/program.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fief::gen {

/// A column, read of the record that references lead to from the one the checker has come to. The step to a key is the table of the record
/// and `key_step` plus the key's number.
struct Reading {
    Place place;
    std::vector<Place> through;  ///< the steps to it; none: its own
};
inline constexpr std::uint32_t key_step = 1U << 24;

/// One walk of such a checker.
struct RowReadings {
    std::size_t walk = 0;  ///< which statement of the checker's body
    std::vector<Reading> readings;
};

/// Nothing when the checker does anything else, or asks the host or the time.
[[nodiscard]] std::optional<std::vector<RowReadings>> row_readings(const Program& program, std::uint32_t checker);

/// The column that says whether a table's records live, if there is one.
[[nodiscard]] std::optional<Place> live_place(const Program& program, std::uint32_t table);
/// The index list by this field, if its heads are in records and it is checked before `checker`.
[[nodiscard]] const Structure* list_by(const Program& program, Place field, std::uint32_t checker);

}  // namespace fief::gen
