#include "cli/sizes.hpp"

#include "spec/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace fief::cli {
namespace {

std::optional<Size> read_size(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) return std::nullopt;
    Size size;
    const std::string_view name = text.substr(0, equals), number = text.substr(equals + 1);
    const std::size_t dot = name.find('.');
    size.table = name.substr(0, dot);
    if (dot != std::string_view::npos) size.key = name.substr(dot + 1);
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), size.size);
    if (error != std::errc() || end != number.data() + number.size() || size.size == 0) return std::nullopt;
    return size;
}

}  // namespace

std::optional<std::vector<Size>> read_sizes(const std::vector<std::string>& texts, std::string& why) {
    std::vector<Size> sizes;
    for (std::string_view text : texts) {
        while (true) {
            const std::size_t comma = text.find(',');
            const std::string_view part = text.substr(0, comma);
            const auto size = read_size(part);
            if (!size) {
                why = fmt::format("`{}` is not a size: write TABLE=NUMBER, as in `page=4`, with a number from 1 on", part);
                return std::nullopt;
            }
            sizes.push_back(*size);
            if (comma == std::string_view::npos) break;
            text.remove_prefix(comma + 1);
        }
    }
    return sizes;
}

std::string show_sizes(const model::Model& m, const model::Capacity& capacity) {
    std::string out;
    for (std::size_t t = 0; t < m.tables.size(); ++t) {
        const model::Table& table = m.tables[t];
        const auto slots = std::count_if(table.keys.begin(), table.keys.end(), [](const model::Key& k) { return !k.table; });
        for (std::size_t k = 0; k < table.keys.size(); ++k) {
            if (table.keys[k].table) continue;
            out += out.empty() ? "" : ",";
            out += slots == 1 ? table.name : fmt::format("{}.{}", table.name, table.keys[k].name);
            out += fmt::format("={}", capacity.slots[t][k]);
        }
    }
    return out;
}

std::optional<SlotKey> find_key(const model::Model& m, const Size& size, std::string& why) {
    std::vector<std::string> names;
    for (std::size_t t = 0; t < m.tables.size(); ++t) {
        const model::Table& table = m.tables[t];
        names.push_back(table.name);
        if (table.name != size.table) continue;
        std::optional<SlotKey> found;
        std::vector<std::string> slots;
        for (std::size_t k = 0; k < table.keys.size(); ++k) {
            if (table.keys[k].table) continue;
            slots.push_back(table.keys[k].name);
            if (size.key.empty() ? !found : table.keys[k].name == size.key) found = SlotKey{t, k};
        }
        if (slots.empty()) {
            why = fmt::format("`{}` has no slots to number: its records are found by other tables' records", table.name);
            return std::nullopt;
        }
        if (size.key.empty() && slots.size() > 1) {
            why = fmt::format("`{0}` has several slot keys: write `{0}.{1}={2}`", table.name, slots[0], size.size);
            return std::nullopt;
        }
        if (!found) why = fmt::format("`{}` has no slot key `{}`", table.name, size.key);
        return found;
    }
    const std::string near = spec::nearest(size.table, names);
    why = fmt::format("there is no table `{}`{}", size.table, near.empty() ? "" : fmt::format("; did you mean `{}`?", near));
    return std::nullopt;
}

}  // namespace fief::cli
