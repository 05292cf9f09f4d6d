#include "cli/listing.hpp"

#include "model/print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace fief::cli {
namespace {

using model::Model;

std::string show_params(const Model& m, const std::vector<model::VarId>& vars) {
    std::vector<std::string> parts;
    for (model::VarId v : vars) parts.push_back(fmt::format("{}: {}", m[v].name, model::print(m, m[v].type)));
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string show_keys(const Model& m, const model::Table& table) {
    if (table.keys.empty()) return {};
    std::vector<std::string> parts;
    for (const model::Key& key : table.keys) {
        const std::string what = key.table ? m[*key.table].name : fmt::format("{}", key.size);
        const bool said_by_itself = key.table ? key.name == what : key.name == "slot";
        parts.push_back(said_by_itself ? what : fmt::format("{}: {}", key.name, what));
    }
    return fmt::format("[{}]", fmt::join(parts, ", "));
}

std::string show_rights(const Model& m, std::uint64_t mask) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < m.rights.size(); ++i)
        if ((mask >> i & 1) != 0) names.push_back(m.rights[i]);
    return fmt::format("{{{}}}", fmt::join(names, ", "));
}

std::string signature(const Model& m, const model::Call& call) {
    std::string text = fmt::format("{}({})", call.name, show_params(m, call.params));
    if (call.actor) text += fmt::format(" by {}: {}", m[*call.actor].name, model::print(m, m[*call.actor].type));
    if (!call.results.empty()) text += " gives " + show_params(m, call.results);
    return text;
}

std::string errors_of(const Model& m, const model::Call& call) {
    std::vector<std::string_view> names;
    for (const model::Check& check : call.checks)
        if (const auto* require = std::get_if<model::Require>(&check.node)) names.push_back(m[require->error]);
    return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

std::string listing(const Spec& spec, const Style& style) {
    const Model& m = *spec.model;
    std::string out;
    const auto section = [&](std::string_view title) { out += fmt::format("{}{}\n", out.empty() ? "" : "\n", style.bold(title)); };

    section("tables");
    for (const model::Table& table : m.tables) {
        out += fmt::format("  {} {}{}", name_of(table.noun), style.bold(table.name), show_keys(m, table));
        std::vector<std::string> fields;
        for (const model::Field& field : table.fields) {
            if (field.role == model::Role::key) continue;
            fields.push_back(field.role == model::Role::rights ? fmt::format("{} {}", field.name, show_rights(m, table.rights))
                                                               : fmt::format("{}: {}", field.name, model::print(m, field.type)));
        }
        out += fields.empty() ? "\n" : fmt::format("\n      {}\n", fmt::join(fields, ", "));
    }
    if (!m.events.empty()) {
        section("events");
        for (const model::Event& event : m.events) out += fmt::format("  {}({})\n", event.name, show_params(m, event.params));
    }
    if (!m.calls.empty()) {
        section("calls");
        for (const model::Call& call : m.calls) {
            const std::string errors = errors_of(m, call);
            out += fmt::format("  {} {}{}\n", call.kernel ? "kernel" : "call  ", signature(m, call),
                               errors.empty() ? "" : style.dim(fmt::format("   else {}", errors)));
        }
    }
    if (!m.guards.empty()) {
        section("guards");
        for (const model::Guard& guard : m.guards) {
            out += fmt::format("  {}({})", guard.name, show_params(m, guard.params));
            out += guard.actor ? fmt::format(" by {}: {}\n", m[*guard.actor].name, model::print(m, m[*guard.actor].type)) : "\n";
        }
    }
    for (const bool implied : {false, true}) {
        section(implied ? "properties that the declarations imply" : "properties of the user's own");
        for (const model::Property& property : m.properties) {
            if (property.implied != implied) continue;
            out += fmt::format("  {:<11} {}  {}\n", name_of(property.kind), style.bold(property.name),
                               style.dim(show_place(spec.sources, property.span)));
            if (property.waived) out += fmt::format("      {} {}\n", style.yellow("waived because"), *property.waived);
            if (!property.text.empty()) out += fmt::format("      {}\n", property.text);
            if (!property.explanation.empty()) out += style.dim(fmt::format("      {}\n", property.explanation));
        }
    }
    return out;
}

Json json_listing(const Spec& spec) {
    const Model& m = *spec.model;
    const auto params = [&](const std::vector<model::VarId>& vars) {
        Json all = Json::array();
        for (model::VarId v : vars) all.push_back({{"name", m[v].name}, {"type", model::print(m, m[v].type)}});
        return all;
    };
    Json tables = Json::array(), events = Json::array(), calls = Json::array(), guards = Json::array(), properties = Json::array();
    for (const model::Table& table : m.tables) {
        Json keys = Json::array(), fields = Json::array(), rights = Json::array();
        for (const model::Key& key : table.keys) {
            Json one = {{"name", key.name}};
            if (key.table) one["table"] = m[*key.table].name;
            else one["size"] = key.size;
            keys.push_back(std::move(one));
        }
        for (const model::Field& field : table.fields)
            if (field.role != model::Role::key)
                fields.push_back({{"name", field.name}, {"type", model::print(m, field.type)}, {"doc", field.doc}});
        for (std::size_t i = 0; i < m.rights.size(); ++i)
            if ((table.rights >> i & 1) != 0) rights.push_back(m.rights[i]);
        tables.push_back({{"name", table.name},
                          {"noun", name_of(table.noun)},
                          {"keys", std::move(keys)},
                          {"fields", std::move(fields)},
                          {"rights", std::move(rights)},
                          {"doc", table.doc},
                          {"at", json_of(spec.sources, table.span)}});
    }
    for (const model::Event& event : m.events)
        events.push_back(
            {{"name", event.name}, {"params", params(event.params)}, {"doc", event.doc}, {"at", json_of(spec.sources, event.span)}});
    for (const model::Call& call : m.calls) {
        Json errors = Json::array();
        for (const model::Check& check : call.checks)
            if (const auto* require = std::get_if<model::Require>(&check.node)) errors.push_back(m[require->error]);
        Json one = {{"name", call.name}, {"kernel", call.kernel}, {"params", params(call.params)}, {"results", params(call.results)}};
        if (call.actor) one["by"] = model::print(m, m[*call.actor].type);
        one.update({{"errors", std::move(errors)}, {"doc", call.doc}, {"at", json_of(spec.sources, call.span)}});
        calls.push_back(std::move(one));
    }
    for (const model::Guard& guard : m.guards)
        guards.push_back(
            {{"name", guard.name}, {"params", params(guard.params)}, {"doc", guard.doc}, {"at", json_of(spec.sources, guard.span)}});
    for (const model::Property& property : m.properties) {
        Json one = {{"name", property.name}, {"kind", name_of(property.kind)},      {"implied", property.implied},
                    {"text", property.text}, {"explanation", property.explanation}, {"at", json_of(spec.sources, property.span)}};
        if (property.waived) one["waived"] = *property.waived;
        properties.push_back(std::move(one));
    }
    return {{"system", m.name},
            {"doc", m.doc},
            {"tables", std::move(tables)},
            {"events", std::move(events)},
            {"calls", std::move(calls)},
            {"guards", std::move(guards)},
            {"properties", std::move(properties)}};
}

}  // namespace fief::cli
