#include "cli/run_file.hpp"

#include "cli/files.hpp"
#include "cli/itf.hpp"
#include "cli/run_values.hpp"

namespace fief::cli {
namespace {

using model::Layout;
using model::Model;
using model::Type;
using model::Value;

constexpr const char* format_name = "fief run";
model::Invocation read_step(const Layout& layout, const Json& json, Value now) {
    const Model& m = layout.model();
    model::Invocation step;
    if (json.is_object() && json.contains("pass")) {
        step.now = read_passing(now, json["pass"]);
        return step;
    }
    step.call = read_call(m, member(json, "call", "a step"));
    const model::Call& call = m[*step.call];
    if (call.actor) step.caller = read_value(layout, m[*call.actor].type, member(json, "by", "a step"));
    const Json& args = member(json, "args", "a step");
    for (const model::VarId param : call.params)
        step.args.push_back(read_value(layout, m[param].type, member(args, m[param].name.c_str(), "\"args\"")));
    return step;
}

RunFile read_own(const Model& m, const Json& json) {
    if (member(json, "format", "the file") != format_name) misfit("its \"format\" is not \"{}\"", format_name);
    if (member(json, "version", "the file") != json_version) misfit("its \"version\" is not {}", json_version);
    if (member(json, "system", "the file") != m.name) misfit("it is a run of another system than `{}`", m.name);
    const Layout layout(m, read_capacity(m, member(json, "capacity", "the file")));
    const Json& steps = member(json, "steps", "the file");
    if (!steps.is_array()) misfit("\"steps\" is not a list");
    Retelling retold(layout, steps.size());
    for (const Json& step : steps)
        retold.step(read_step(layout, step, retold.now().now()), [&](const model::Outcome& outcome) {
            return !step.contains("changes") || model::show_changes(layout, retold.now(), outcome.after) == step["changes"];
        });
    const auto broken = json.find("broken");
    return {std::move(retold).finish(), broken != json.end() && broken->is_string() ? broken->get<std::string>() : ""};
}

}  // namespace

Json json_of(const Layout& layout, const Type& type, Value value) {
    const Model& m = layout.model();
    const auto inside = [&](Value end) { return value >= 0 && value < end; };
    switch (type.kind) {
        case Type::Kind::boolean:
            if (inside(2)) return value == 1;
            break;
        case Type::Kind::reference:
            if (value == model::none) return nullptr;
            if (value == model::stale) return "stale";
            if (inside(layout.records(type.table))) return model::show_record(layout, type.table, value);
            break;
        case Type::Kind::enumeration:
            if (inside(static_cast<Value>(m[type.enumeration].names.size())))
                return m[type.enumeration].names[static_cast<std::size_t>(value)];
            break;
        case Type::Kind::rights: {
            const auto mask = static_cast<std::uint64_t>(value);
            if (m.rights.size() < 64 && (mask >> m.rights.size()) != 0) break;
            Json names = Json::array();
            for (std::size_t i = 0; i < m.rights.size(); ++i)
                if ((mask >> i & 1) != 0) names.push_back(m.rights[i]);
            return names;
        }
        case Type::Kind::integer:
        case Type::Kind::instant:
        case Type::Kind::duration:
        case Type::Kind::slot: break;
    }
    return value;
}

Json json_of(const Layout& layout, const model::Invocation& step) {
    const Model& m = layout.model();
    const model::Call& call = m[*step.call];
    Json args = Json::object();
    for (std::size_t i = 0; i < call.params.size(); ++i)
        args[m[call.params[i]].name] = json_of(layout, m[call.params[i]].type, step.args[i]);
    Json one = {{"call", call.name}};
    if (call.actor) one["by"] = json_of(layout, m[*call.actor].type, step.caller);
    one["args"] = std::move(args);
    return one;
}

Json json_of(const Layout& layout, const model::State& state) {
    const Model& m = layout.model();
    Json records = Json::object();
    for (std::uint32_t t = 0; t < m.tables.size(); ++t) {
        const model::TableId table{t};
        for (Value record = 0; record < layout.records(table); ++record) {
            if (state.words[layout.live(table, record)] == 0) continue;
            Json fields = Json::object();
            for (std::uint32_t f = 0; f < m.tables[t].fields.size(); ++f) {
                const model::Field& field = m.tables[t].fields[f];
                if (field.role == model::Role::key) continue;
                fields[field.name] = json_of(layout, field.type, state.words[layout.field(table, record, model::FieldId{f})]);
            }
            records[model::show_record(layout, table, record)] = std::move(fields);
        }
    }
    return {{"now", state.now()}, {"records", std::move(records)}};
}

Json json_of(const Model& m, const model::Capacity& capacity) {
    Json out = Json::object();
    for (std::size_t t = 0; t < m.tables.size(); ++t)
        if (!capacity.slots[t].empty()) out[m.tables[t].name] = capacity.slots[t];
    return out;
}

Json json_of(const Model& m, const model::Run& run, const std::string& spec, const std::string& broken) {
    const Layout layout(m, run.capacity);
    Json steps = Json::array();
    for (std::size_t i = 0; i < run.steps.size(); ++i) {
        const model::Outcome& outcome = run.outcomes[i];
        Json step = run.steps[i].call ? json_of(layout, run.steps[i]) : Json{{"pass", run.steps[i].now - run.states[i].now()}};
        if (outcome.error) step["error"] = m[*outcome.error];
        step["changes"] = model::show_changes(layout, run.states[i], outcome.after);
        steps.push_back(std::move(step));
    }
    Json out = {
        {"format", format_name}, {"version", json_version}, {"spec", spec}, {"system", m.name}, {"capacity", json_of(m, run.capacity)}};
    if (!broken.empty()) out["broken"] = broken;
    out["steps"] = std::move(steps);
    return out;
}

std::string text_of(const Model& m, const model::Run& run, const std::string& spec, const std::string& broken, std::string_view path) {
    return dump(path.ends_with(".itf.json") ? itf_of(m, run, spec, broken) : json_of(m, run, spec, broken));
}

std::optional<RunFile> read_run(const Model& m, const std::string& text, std::string& why) {
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) {
        why = "it is not JSON";
        return std::nullopt;
    }
    try {
        return is_itf(json) ? read_itf(m, json) : read_own(m, json);
    } catch (const Misfit& e) {
        why = e.what();
        return std::nullopt;
    }
}

std::optional<RunFile> load_run(const Model& m, const std::string& path, const std::string& spec, std::string& why) {
    const auto text = read_file(path, why);
    if (!text) {
        why = fmt::format("cannot read {}: {}", path, why);
        return std::nullopt;
    }
    auto run = read_run(m, *text, why);
    if (!run) why = fmt::format("{} is no run of {}: {}", path, spec, why);
    return run;
}

}  // namespace fief::cli
