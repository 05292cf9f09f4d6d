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
constexpr const char* format_of_two = "fief two runs";

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

model::PropertyId read_isolated(const Model& m, const std::string& name, const model::Invocation& step,
                                std::optional<model::GuardId> guard) {
    for (std::uint32_t p = 0; p < m.properties.size(); ++p) {
        const model::Property& property = m.properties[p];
        if (property.name != name || !property.isolation || property.kind != model::Property::Kind::isolated) continue;
        if (property.guard == guard && (guard || model::speaks_of(m, property, step.call))) return model::PropertyId{p};
    }
    misfit("no property `{}` speaks of its step", name);
}

/// Whoever looks at two states may look at these: a run can try a record that is not there, an observer can not.
void check_there(const Layout& layout, const Type& type, Value value) {
    const bool optional = type.optional && value == model::none;
    if (type.kind == Type::Kind::reference && !optional && (value < 0 || value >= layout.records(type.table)))
        misfit("it speaks of a record of `{}` that is not there", layout.model()[type.table].name);
}

TwoRunsFile read_both(const Model& m, const Json& json) {
    if (member(json, "format", "the file") != format_of_two) misfit("its \"format\" is not \"{}\"", format_of_two);
    if (member(json, "version", "the file") != json_version) misfit("its \"version\" is not {}", json_version);
    TwoRunsFile out;
    model::RunsApart& runs = out.runs;
    runs.one = read_own(m, member(json, "one", "the file")).run;
    runs.other = read_own(m, member(json, "other", "the file")).run;
    if (runs.one.capacity != runs.other.capacity) misfit("its runs are of two capacities");
    const Layout layout(m, runs.one.capacity);
    std::optional<model::GuardId> asked;
    if (json.contains("guard")) {
        const Json& guard = json["guard"];
        for (std::uint32_t g = 0; g < m.guards.size(); ++g)
            if (member(guard, "name", "\"guard\"") == m.guards[g].name) asked = model::GuardId{g};
        if (!asked) misfit("it asks a guard that the spec does not have");
        for (const model::VarId param : m[*asked].params)
            runs.step.args.push_back(
                read_value(layout, m[param].type, member(member(guard, "args", "\"guard\""), m[param].name.c_str(), "\"args\"")));
    } else {
        runs.step = read_step(layout, member(json, "step", "the file"), runs.one.states.back().now());
    }
    const Json& broken = member(json, "broken", "the file");
    runs.property = read_isolated(m, broken.is_string() ? broken.get<std::string>() : "", runs.step, asked);
    runs.observer = read_value(layout, m[m[*m[runs.property].isolation].observer].type, member(json, "observer", "the file"));
    check_there(layout, m[m[*m[runs.property].isolation].observer].type, runs.observer);
    if (asked) runs.step.caller = runs.observer;
    if (runs.step.call && m[*runs.step.call].actor) check_there(layout, m[*m[*runs.step.call].actor].type, runs.step.caller);
    const auto* params = asked ? &m[*asked].params : runs.step.call ? &m[*runs.step.call].params : nullptr;
    for (std::size_t i = 0; params && i < params->size(); ++i) check_there(layout, m[(*params)[i]].type, runs.step.args[i]);
    auto leak = model::Observers(layout).leak(runs.property, runs.observer, runs.one.states.back(), runs.other.states.back(), runs.step);
    if (!leak) misfit("its step does not take the runs apart");
    out.leak = std::move(*leak);
    return out;
}

}  // namespace

Json json_of(const Model& m, const model::RunsApart& apart, const std::string& spec) {
    const Layout layout(m, apart.one.capacity);
    const model::Property& property = m[apart.property];
    Json out = {{"format", format_of_two},
                {"version", json_version},
                {"spec", spec},
                {"system", m.name},
                {"broken", property.name},
                {"observer", model::show_record(layout, m[m[*property.isolation].observer].type.table, apart.observer)}};
    if (property.guard) {
        Json args = Json::object();
        for (std::size_t i = 0; i < apart.step.args.size(); ++i) {
            const model::Var& param = m[m[*property.guard].params[i]];
            args[param.name] = json_of(layout, param.type, apart.step.args[i]);
        }
        out["guard"] = {{"name", m[*property.guard].name}, {"args", std::move(args)}};
    } else {
        out["step"] = apart.step.call ? json_of(layout, apart.step) : Json{{"pass", apart.step.now - apart.one.states.back().now()}};
    }
    out["one"] = json_of(m, apart.one, spec, "");
    out["other"] = json_of(m, apart.other, spec, "");
    return out;
}

bool is_two_runs(const std::string& text) {
    const Json json = Json::parse(text, nullptr, false);
    return json.is_object() && json.contains("format") && json["format"] == format_of_two;
}

std::optional<TwoRunsFile> read_two_runs(const Model& m, const std::string& text, std::string& why) {
    try {
        return read_both(m, Json::parse(text, nullptr, false));
    } catch (const Misfit& e) {
        why = e.what();
        return std::nullopt;
    }
}

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
