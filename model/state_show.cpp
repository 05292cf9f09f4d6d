// States in words: order of the Model, a line a record.

#include "model/print.hpp"
#include "model/state.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace fief::model {
namespace {

std::string show_field(const Layout& layout, const State& state, TableId table, Value record, FieldId field) {
    return show_value(layout, layout.model()[table].fields[field.value].type, state.words[layout.field(table, record, field)]);
}

bool shown(Role role) { return role != Role::key && role != Role::since && role != Role::entered; }

/// Visits every record of every table, in order.
template <class Visit>
void for_each_record(const Layout& layout, Visit&& visit) {
    for (std::uint32_t t = 0; t < layout.model().tables.size(); ++t)
        for (Value r = 0; r < layout.records(TableId{t}); ++r) visit(TableId{t}, r);
}

/// "target page0, holder env0": the fields that say something; a deadline only of a record in a phase.
std::string fields_of(const Layout& layout, const State& state, TableId id, Value record) {
    const Table& table = layout.model()[id];
    const auto phase = layout.role(id, Role::phase);
    const bool idle = !phase || state.words[layout.field(id, record, *phase)] == 0;
    std::vector<std::string> parts;
    for (std::uint32_t f = 0; f < table.fields.size(); ++f) {
        const Field& field = table.fields[f];
        if (!shown(field.role) || (idle && field.role == Role::deadline)) continue;
        const Value value = state.words[layout.field(id, record, FieldId{f})];
        const bool given = field.role == Role::target || field.role == Role::via || field.role == Role::holder;
        if (!given && value == first_value(field.type) && (field.type.kind != Type::Kind::reference || field.type.optional)) continue;
        parts.push_back(field.name + " " + show_field(layout, state, id, record, FieldId{f}));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

std::string show_record(const Layout& layout, TableId table, Value record) {
    const Table& t = layout.model()[table];
    if (record == none) return "none";
    if (record == stale) return "stale";
    if (t.keys.empty()) return t.name;
    if (t.pool()) return fmt::format("{}{}", t.name, record);
    std::vector<std::string> keys;
    for (std::size_t k = 0; k < t.keys.size(); ++k) {
        const Value key = layout.key(table, record, k);
        keys.push_back(t.keys[k].table ? show_record(layout, *t.keys[k].table, key) : fmt::format("{}", key));
    }
    return fmt::format("{}[{}]", t.name, fmt::join(keys, ", "));
}

std::string show_value(const Layout& layout, const Type& type, Value value) {
    const Model& model = layout.model();
    switch (type.kind) {
        case Type::Kind::boolean: return value ? "true" : "false";
        case Type::Kind::duration:
        case Type::Kind::instant: return print_duration(model, value);
        case Type::Kind::enumeration: {
            const auto& names = model[type.enumeration].names;
            return value >= 0 && static_cast<std::size_t>(value) < names.size() ? names[static_cast<std::size_t>(value)]
                                                                                : fmt::format("{}", value);
        }
        case Type::Kind::reference: return show_record(layout, type.table, value);
        case Type::Kind::rights: return print_rights(model, type.table, value);
        case Type::Kind::integer:
        case Type::Kind::slot: return fmt::format("{}", value);
    }
    return {};
}

std::vector<std::string> show_changes(const Layout& layout, const State& before, const State& after) {
    std::vector<std::string> out;
    if (before.now() != after.now()) out.push_back("now = " + print_duration(layout.model(), after.now()));
    for_each_record(layout, [&](TableId id, Value record) {
        const bool was = before.words[layout.live(id, record)] != 0, is = after.words[layout.live(id, record)] != 0;
        const std::string name = show_record(layout, id, record);
        if (was && !is) out.push_back(name + " is gone");
        if (!was && is) {
            const std::string fields = fields_of(layout, after, id, record);
            out.push_back(name + " lives" + (fields.empty() ? "" : ": " + fields));
        }
        if (!was || !is) return;
        std::vector<std::string> parts;
        const Table& table = layout.model()[id];
        const auto phase = layout.role(id, Role::phase);
        const bool idle = !phase || after.words[layout.field(id, record, *phase)] == 0;
        for (std::uint32_t f = 0; f < table.fields.size(); ++f) {
            if (!shown(table.fields[f].role) || (idle && table.fields[f].role == Role::deadline)) continue;
            const std::size_t word = layout.field(id, record, FieldId{f});
            if (before.words[word] != after.words[word])
                parts.push_back(fmt::format("{}.{} = {}", name, table.fields[f].name, show_field(layout, after, id, record, FieldId{f})));
        }
        if (!parts.empty()) out.push_back(fmt::format("{}", fmt::join(parts, ", ")));
    });
    return out;
}

std::vector<std::string> show_state(const Layout& layout, const State& state) {
    std::vector<std::string> out;
    if (layout.model().clock) out.push_back("now = " + print_duration(layout.model(), state.now()));
    for_each_record(layout, [&](TableId id, Value record) {
        if (state.words[layout.live(id, record)] == 0) return;
        const std::string fields = fields_of(layout, state, id, record);
        if (fields.empty() && layout.model()[id].always_live) return;
        out.push_back(show_record(layout, id, record) + (fields.empty() ? " lives" : ": " + fields));
    });
    return out;
}

}  // namespace fief::model
