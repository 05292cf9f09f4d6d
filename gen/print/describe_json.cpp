#include "gen/boot/image.hpp"
#include "gen/print/describe.hpp"
#include "model/print.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace fief::gen {
namespace {

using Json = nlohmann::ordered_json;

constexpr int layout_version = 1;

const char* word(Column::Purpose purpose) {
    using P = Column::Purpose;
    switch (purpose) {
        case P::field: return "field";
        case P::live: return "live";
        case P::first: return "first of a list";
        case P::next: return "next of a list";
        case P::previous: return "previous of a list";
        case P::free_first: return "first free";
        case P::free_next: return "next free";
        case P::free_previous: return "previous free";
        case P::count: return "count";
        case P::marked: return "scratch";
        case P::epoch: return "epoch";
        case P::field_epoch: return "epoch of a reference";
        case P::sequence: return "sequence number";
    }
    return "";
}

/// What the number stands for.
Json stands_for(const model::Model& m, const Program& p, const Type& type) {
    switch (type.kind) {
        case Type::Kind::boolean: return {{"is", "truth"}};
        case Type::Kind::number: return {{"is", "number"}};
        case Type::Kind::time: return {{"is", "time"}, {"unit", m.clock ? m.clock->unit : ""}};
        case Type::Kind::record: return {{"is", "record"}, {"of", p.tables[type.table].name}, {"none", "all ones"}};
        case Type::Kind::slot: return {{"is", "slot"}, {"of", p.tables[type.table].name}};
        case Type::Kind::enumeration: return {{"is", "name"}, {"of", m.enumerations[type.key].name}};
        case Type::Kind::rights: return {{"is", "rights"}, {"of", p.tables[type.table].name}};
        case Type::Kind::epoch: return {{"is", "epoch"}};
        case Type::Kind::nothing: break;
    }
    return Json::object();
}

Json tables(const model::Model& m, const Program& p) {
    const ImageLayout layout = image_layout(m, p);
    Json out = Json::array();
    for (std::size_t t = 0; t < p.tables.size(); ++t) {
        const Table& table = p.tables[t];
        Json keys = Json::array(), fields = Json::array();
        for (const Key& k : table.keys) {
            Json key = {{"name", k.name}, {"size", k.size}};
            if (k.table) key["of"] = p.tables[*k.table].name;
            keys.push_back(std::move(key));
        }
        for (const std::uint32_t c : table.order) {
            Json field = {{"name", table.columns[c].name},
                          {"offset", layout.tables[t].columns[c].offset},
                          {"size", layout.tables[t].columns[c].width},
                          {"purpose", word(table.columns[c].purpose)}};
            field.update(stands_for(m, p, table.columns[c].type));
            fields.push_back(std::move(field));
        }
        out.push_back({{"name", table.name},
                       {"offset", layout.tables[t].offset},
                       {"stride", layout.tables[t].stride},
                       {"records", table.records},
                       {"keys", std::move(keys)},
                       {"fields", std::move(fields)}});
    }
    return {{"size", layout.size}, {"alignment", layout.alignment}, {"byte order", "little"}, {"tables", std::move(out)}};
}

Json variables(const model::Model& m, const std::vector<model::VarId>& vars) {
    Json out = Json::array();
    for (model::VarId v : vars) out.push_back({{"name", m[v].name}, {"type", model::print(m, m[v].type)}});
    return out;
}

}  // namespace

std::string layout_json(const model::Model& m, const Program& p, const Abi& abi, const std::string& provenance) {
    Json calls = Json::array(), events = Json::array(), rights = Json::object(), enumerations = Json::object(), errors = {{"ok", 0}};
    for (const model::Call& call : m.calls)
        calls.push_back({{"name", call.name},
                         {"number", abi.calls.at(call.name).number},
                         {"by", call.actor ? m[m[*call.actor].type.table].name : "kernel"},
                         {"parameters", variables(m, call.params)},
                         {"results", variables(m, call.results)}});
    for (const model::Event& e : m.events) events.push_back({{"name", e.name}, {"parameters", variables(m, e.params)}});
    for (std::size_t r = 0; r < m.rights.size(); ++r) rights[m.rights[r]] = std::uint64_t{1} << r;
    for (const std::string& e : m.errors) errors[e] = abi.errors.at(e);
    for (const model::Enumeration& e : m.enumerations) enumerations[e.name] = e.names;
    const Json out = {{"layout version", layout_version}, {"system", m.name},
                      {"provenance", provenance},         {"tables", tables(m, p)},
                      {"calls", std::move(calls)},        {"errors", std::move(errors)},
                      {"rights", std::move(rights)},      {"enumerations", std::move(enumerations)},
                      {"events", std::move(events)}};
    return out.dump(2) + "\n";
}

}  // namespace fief::gen
