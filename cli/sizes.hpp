#pragma once
// `page=1024` on the command line: how many slots a table has.

#include "model/state.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fief::cli {

struct Size {
    std::string table;
    std::string key;  ///< empty: the table's one slot key
    std::uint64_t size = 0;
};

/// Reads `env=3,page=4` and `gref.ref=2`; nothing, with the reason in `why`, when a part is no such thing.
[[nodiscard]] std::optional<std::vector<Size>> read_sizes(const std::vector<std::string>& texts, std::string& why);

/// As `read_sizes` reads them: `env=2,page=1`.
[[nodiscard]] std::string show_sizes(const model::Model& model, const model::Capacity& capacity);

/// The slot key that a size names, as (table, key); nothing, with the reason in `why`, when the model has no such key.
struct SlotKey {
    std::size_t table = 0, key = 0;
};
[[nodiscard]] std::optional<SlotKey> find_key(const model::Model& model, const Size& size, std::string& why);

}  // namespace fief::cli
