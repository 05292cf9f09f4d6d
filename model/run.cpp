#include "model/run.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace fief::model {
namespace {

std::string_view trim(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::optional<Value> number(std::string_view text) {
    Value out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return out;
}

/// Nanoseconds of a unit of time; 0 for a word that is none.
Value nanoseconds(std::string_view unit) {
    constexpr std::pair<std::string_view, Value> units[] = {
        {"ns", 1}, {"us", 1'000}, {"ms", 1'000'000}, {"s", 1'000'000'000}, {"min", 60'000'000'000}, {"h", 3'600'000'000'000},
    };
    const auto* found = std::find_if(std::begin(units), std::end(units), [&](const auto& u) { return u.first == unit; });
    return found == std::end(units) ? 0 : found->second;
}

std::optional<Value> time(const Model& model, std::string_view text) {
    const std::size_t digits = std::min(text.find_first_not_of("-0123456789"), text.size());
    const auto amount = number(text.substr(0, digits));
    const std::string_view unit = text.substr(digits);
    if (!amount || unit.empty()) return amount;
    const Value own = nanoseconds(model.clock ? model.clock->unit : "ns"), given = nanoseconds(unit);
    if (own == 0 || given == 0 || (*amount * given) % own != 0) return std::nullopt;
    return *amount * given / own;
}

std::optional<Value> rights(const Model& model, TableId table, std::string_view text) {
    if (text == "all") return static_cast<Value>(model[table].rights);
    if (text.size() < 2 || text.front() != '{' || text.back() != '}') return std::nullopt;
    Value out = 0;
    for (std::string_view name : split_list(text.substr(1, text.size() - 2))) {
        const auto found = std::find(model.rights.begin(), model.rights.end(), name);
        if (found == model.rights.end()) return std::nullopt;
        out |= Value{1} << (found - model.rights.begin());
    }
    return out;
}

}  // namespace

std::vector<std::string_view> split_list(std::string_view text) {
    std::vector<std::string_view> out;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || (text[i] == ',' && depth == 0)) {
            out.push_back(trim(text.substr(begin, i - begin)));
            begin = i + 1;
        } else if (text[i] == '[' || text[i] == '{' || text[i] == '(') {
            ++depth;
        } else if (text[i] == ']' || text[i] == '}' || text[i] == ')') {
            --depth;
        }
    }
    if (out.size() == 1 && out[0].empty()) out.clear();
    return out;
}

std::optional<Value> read_record(const Layout& layout, TableId table, std::string_view text) {
    const Table& t = layout.model()[table];
    text = trim(text);
    if (!text.starts_with(t.name)) {
        const auto plain = t.pool() ? number(text) : std::nullopt;
        return plain && *plain >= 0 ? plain : std::nullopt;
    }
    std::string_view rest = text.substr(t.name.size());
    if (t.keys.empty()) return rest.empty() ? std::optional<Value>(0) : std::nullopt;
    std::vector<Value> keys;
    if (t.pool() && !rest.starts_with('[')) {
        const auto slot = number(rest);
        return slot && *slot >= 0 ? slot : std::nullopt;
    }
    if (rest.size() < 2 || rest.front() != '[' || rest.back() != ']') return std::nullopt;
    const auto parts = split_list(rest.substr(1, rest.size() - 2));
    if (parts.size() != t.keys.size()) return std::nullopt;
    for (std::size_t k = 0; k < parts.size(); ++k) {
        const auto key = t.keys[k].table ? read_record(layout, *t.keys[k].table, parts[k]) : number(parts[k]);
        if (!key) return std::nullopt;
        keys.push_back(*key);
    }
    const Value record = layout.record(table, keys);
    return record == none ? std::nullopt : std::optional(record);
}

std::optional<std::pair<TableId, Value>> read_any_record(const Layout& layout, std::string_view text) {
    // "cap" begins "capx" too: a name is only right when the rest is keys.
    for (std::uint32_t t = 0; t < layout.model().tables.size(); ++t)
        if (trim(text).starts_with(layout.model().tables[t].name))
            if (const auto record = read_record(layout, TableId{t}, text)) return std::pair{TableId{t}, *record};
    return std::nullopt;
}

std::optional<Value> read_value(const Layout& layout, const Type& type, std::string_view text) {
    const Model& model = layout.model();
    text = trim(text);
    switch (type.kind) {
        case Type::Kind::boolean:
            if (text == "true" || text == "false") return text == "true";
            return std::nullopt;
        case Type::Kind::integer:
        case Type::Kind::slot: return number(text);
        case Type::Kind::instant:
        case Type::Kind::duration: return time(model, text);
        case Type::Kind::enumeration: {
            const auto& names = model[type.enumeration].names;
            const auto found = std::find(names.begin(), names.end(), text);
            return found == names.end() ? number(text) : std::optional<Value>(found - names.begin());
        }
        case Type::Kind::rights: return rights(model, type.table, text);
        case Type::Kind::reference:
            if (text == "none") return none;
            if (text == "stale") return stale;
            return read_record(layout, type.table, text);
    }
    return std::nullopt;
}

}  // namespace fief::model
