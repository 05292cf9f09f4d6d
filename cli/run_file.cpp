#include "cli/run_file.hpp"

#include "model/interpreter.hpp"
#include "model/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace fief::cli {
namespace {

using model::Capacity;
using model::Layout;
using model::Model;
using model::Type;
using model::Value;

constexpr const char* format_name = "fief run";

/// Why a file does not fit; caught in `read_run`.
struct Misfit : std::runtime_error {
    using std::runtime_error::runtime_error;
};

template <class... Args>
[[noreturn]] void misfit(fmt::format_string<Args...> text, Args&&... args) {
    throw Misfit(fmt::format(text, std::forward<Args>(args)...));
}

const Json& member(const Json& object, const char* name, const char* where) {
    if (!object.is_object()) misfit("{} is not an object", where);
    const auto found = object.find(name);
    if (found == object.end()) misfit("{} has no member \"{}\"", where, name);
    return *found;
}

Value read_number(const Json& json, const char* what) {
    if (json.is_number_unsigned() && json.get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<Value>::max()))
        return json.get<Value>();
    if (json.is_number_integer() && !json.is_number_unsigned()) return json.get<Value>();
    misfit("{} is not a whole number: {}", what, json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Value read_record(const Layout& layout, model::TableId table, const std::string& name) {
    const std::optional<Value> record = model::read_record(layout, table, name);
    if (!record) misfit("there is no record `{}` of table `{}`", name, layout.model()[table].name);
    return *record;
}

Value read_value(const Layout& layout, const Type& type, const Json& json) {
    const Model& m = layout.model();
    switch (type.kind) {
        case Type::Kind::boolean:
            if (json.is_boolean()) return json.get<bool>() ? 1 : 0;
            break;
        case Type::Kind::reference:
            if (json.is_null()) return model::none;
            if (json.is_string() && json.get<std::string>() == "stale") return model::stale;
            if (json.is_string()) return read_record(layout, type.table, json.get<std::string>());
            break;
        case Type::Kind::enumeration:
            if (json.is_string()) {
                const auto& names = m[type.enumeration].names;
                const auto found = std::find(names.begin(), names.end(), json.get<std::string>());
                if (found == names.end()) misfit("`{}` is not one of `{}`", json.get<std::string>(), m[type.enumeration].name);
                return found - names.begin();
            }
            break;
        case Type::Kind::rights:
            if (json.is_array()) {
                std::uint64_t mask = 0;
                for (const Json& right : json) {
                    const auto found =
                        right.is_string() ? std::find(m.rights.begin(), m.rights.end(), right.get<std::string>()) : m.rights.end();
                    if (found == m.rights.end()) misfit("there is no right {}", right.dump(-1, ' ', false, Json::error_handler_t::replace));
                    mask |= std::uint64_t{1} << (found - m.rights.begin());
                }
                return static_cast<Value>(mask);
            }
            break;
        case Type::Kind::integer:
        case Type::Kind::instant:
        case Type::Kind::duration:
        case Type::Kind::slot: break;
    }
    return read_number(json, "a value");
}

Capacity read_capacity(const Model& m, const Json& json) {
    Capacity capacity = Capacity::uniform(m, 1);
    if (!json.is_object()) misfit("\"capacity\" is not an object");
    for (const auto& item : json.items()) {
        const std::string& name = item.key();
        const Json& sizes = item.value();
        const auto table = std::find_if(m.tables.begin(), m.tables.end(), [&](const model::Table& t) { return t.name == name; });
        if (table == m.tables.end()) misfit("there is no table `{}`", name);
        auto& slots = capacity.slots[static_cast<std::size_t>(table - m.tables.begin())];
        if (!sizes.is_array() || sizes.size() != slots.size()) misfit("the capacity of `{}` is not a list of {} sizes", name, slots.size());
        for (std::size_t key = 0; key < slots.size(); ++key) {
            const Value size = read_number(sizes[key], "a capacity");
            if (table->keys[key].table) continue;
            if (size < 1 || static_cast<std::uint64_t>(size) > table->keys[key].size)
                misfit("the capacity of `{}` is not between 1 and {}", name, table->keys[key].size);
            slots[key] = static_cast<std::uint64_t>(size);
        }
    }
    return capacity;
}

model::Invocation read_step(const Layout& layout, const Json& json, Value now) {
    const Model& m = layout.model();
    model::Invocation step;
    if (json.is_object() && json.contains("pass")) {
        const Value passed = read_number(json["pass"], "\"pass\"");
        if (passed < 0 || passed > std::numeric_limits<Value>::max() - now) misfit("\"pass\" is not a time to come");
        step.now = now + passed;
        return step;
    }
    const Json& name = member(json, "call", "a step");
    if (!name.is_string()) misfit("\"call\" is not a name");
    const auto call = std::find_if(m.calls.begin(), m.calls.end(), [&](const model::Call& c) { return c.name == name.get<std::string>(); });
    if (call == m.calls.end()) misfit("there is no call `{}`", name.get<std::string>());
    step.call = model::CallId{static_cast<std::uint32_t>(call - m.calls.begin())};
    if (call->actor) step.caller = read_value(layout, m[*call->actor].type, member(json, "by", "a step"));
    const Json& args = member(json, "args", "a step");
    for (const model::VarId param : call->params)
        step.args.push_back(read_value(layout, m[param].type, member(args, m[param].name.c_str(), "\"args\"")));
    return step;
}

/// Of the outcomes that a step leaves open, the one that was recorded.
model::Outcome outcome_as_recorded(const model::Interpreter& interpreter, const model::State& before, const model::Invocation& step,
                                   const Json& json, std::size_t number) {
    if (!json.contains("changes")) return interpreter.run(before, step);
    for (model::Outcome& outcome : interpreter.run_all(before, step)) {
        const Json changes = model::show_changes(interpreter.layout(), before, outcome.after);
        if (changes == json["changes"]) return std::move(outcome);
    }
    misfit("step {} does not do what the file says it did", number);
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

std::optional<model::Run> read_run(const Model& m, const std::string& text, std::string& why) {
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) {
        why = "it is not JSON";
        return std::nullopt;
    }
    try {
        if (member(json, "format", "the file") != format_name) misfit("its \"format\" is not \"{}\"", format_name);
        if (member(json, "version", "the file") != json_version) misfit("its \"version\" is not {}", json_version);
        if (member(json, "system", "the file") != m.name) misfit("it is a run of another system than `{}`", m.name);
        model::Run run;
        run.capacity = read_capacity(m, member(json, "capacity", "the file"));
        const Layout layout(m, run.capacity);
        const model::Interpreter interpreter(layout);
        run.states.push_back(model::boot_state(layout));
        const Json& steps = member(json, "steps", "the file");
        if (!steps.is_array()) misfit("\"steps\" is not a list");
        for (const Json& step : steps) {
            run.steps.push_back(read_step(layout, step, run.states.back().now()));
            run.outcomes.push_back(outcome_as_recorded(interpreter, run.states.back(), run.steps.back(), step, run.steps.size()));
            run.states.push_back(run.outcomes.back().after);
        }
        return run;
    } catch (const Misfit& e) {
        why = e.what();
        return std::nullopt;
    }
}

}  // namespace fief::cli
