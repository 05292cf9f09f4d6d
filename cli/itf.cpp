#include "cli/itf.hpp"

#include "cli/run_values.hpp"
#include "model/interpreter.hpp"
#include "model/print.hpp"
#include "model/show_step.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace fief::cli {
namespace {

using model::Layout;
using model::Model;
using model::Type;
using model::Value;

// Keywords of the language, so that no table has these names.
constexpr const char* time_variable = "now";
constexpr const char* call_variable = "call";

Json number(Value value) { return {{"#bigint", fmt::format("{}", value)}}; }

// ---- values ----

bool is_number(const Type& type) {
    switch (type.kind) {
        case Type::Kind::integer:
        case Type::Kind::instant:
        case Type::Kind::duration:
        case Type::Kind::slot: return true;
        case Type::Kind::boolean:
        case Type::Kind::reference:
        case Type::Kind::enumeration:
        case Type::Kind::rights: break;
    }
    return false;
}

/// In Apalache's types.
std::string type_of(const Type& type) {
    if (is_number(type)) return "Int";
    switch (type.kind) {
        case Type::Kind::boolean: return "Bool";
        case Type::Kind::rights: return "Set(Str)";
        default: return "Str";
    }
}

/// What a field holds.
Json itf_value(const Layout& layout, const Type& type, Value value) {
    Json plain = json_of(layout, type, value);
    if (is_number(type)) return number(value);
    if (plain.is_null()) return "none";
    if (plain.is_array()) return {{"#set", plain}};
    return plain;
}

/// What an argument is, as text: they are of many types, and those of a sequence are of one. "env0", "none", "17", "{read, write}".
std::string spelled(const Json& plain) {
    if (plain.is_null()) return "none";
    if (plain.is_string()) return plain.get<std::string>();
    if (!plain.is_array()) return plain.dump();
    std::string names;
    for (const Json& name : plain) names += (names.empty() ? "" : ", ") + name.get<std::string>();
    return "{" + names + "}";
}

std::optional<Value> whole_number(std::string_view text) {
    Value value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// The inverse of `spelled`: JSON that `read_value` reads.
Json plain_of(const Type& type, const Json& text) {
    if (!text.is_string()) misfit("an argument is not a text: {}", brief(text));
    std::string word = text.get<std::string>();
    if (const auto value = whole_number(word)) return *value;
    if (type.kind == Type::Kind::boolean && (word == "true" || word == "false")) return word == "true";
    if (type.kind == Type::Kind::reference && word == "none") return nullptr;
    if (type.kind != Type::Kind::rights || !word.starts_with('{') || !word.ends_with('}')) return word;
    Json names = Json::array();
    word = word.substr(1, word.size() - 2);
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t end = std::min(word.find(", ", at), word.size());
        names.push_back(word.substr(at, end - at));
        at = end + 2;
    }
    return names;
}

// ---- states ----

Json record_of(const Layout& layout, const model::State& state, model::TableId table, Value record) {
    const model::Table& t = layout.model()[table];
    Json fields = Json::object();
    for (std::uint32_t f = 0; f < t.fields.size(); ++f) {
        const model::FieldId id{f};
        const bool key = t.fields[f].role == model::Role::key;
        const Value value = key ? layout.key(table, record, f) : state.words[layout.field(table, record, id)];
        fields[t.fields[f].name] = itf_value(layout, t.fields[f].type, value);
    }
    return fields;
}

/// The step that led to a state, in a record of one shape; nothing but empty texts for boot, and for the passing of time.
Json call_of(const Layout& layout, const model::Invocation* step, Value passed, const model::Outcome* outcome) {
    const Model& m = layout.model();
    Json args = Json::array();
    std::string name, by;
    if (step && step->call) {
        const model::Call& call = m[*step->call];
        name = call.name;
        if (call.actor) by = spelled(json_of(layout, m[*call.actor].type, step->caller));
        for (std::size_t i = 0; i < call.params.size(); ++i)
            args.push_back(spelled(json_of(layout, m[call.params[i]].type, step->args[i])));
    }
    const std::string error = outcome && outcome->error ? m[*outcome->error] : "";
    return {{"name", name}, {"by", by}, {"args", std::move(args)}, {"passed", number(passed)}, {"error", error}};
}

Json state_of(const Layout& layout, const model::State& state, Json call) {
    const Model& m = layout.model();
    Json out = {{time_variable, number(state.now())}, {call_variable, std::move(call)}};
    for (std::uint32_t t = 0; t < m.tables.size(); ++t) {
        const model::TableId table{t};
        Json records = Json::array();
        for (Value record = 0; record < layout.records(table); ++record)
            if (state.words[layout.live(table, record)] != 0)
                records.push_back(Json::array({model::show_record(layout, table, record), record_of(layout, state, table, record)}));
        out[m.tables[t].name] = {{"#map", std::move(records)}};
    }
    return out;
}

Json types_of(const Model& m) {
    Json out = {{time_variable, "Int"}, {call_variable, "{ name: Str, by: Str, args: Seq(Str), passed: Int, error: Str }"}};
    for (const model::Table& table : m.tables) {
        std::string fields;
        for (const model::Field& field : table.fields)
            fields += fmt::format("{}{}: {}", fields.empty() ? "" : ", ", field.name, type_of(field.type));
        out[table.name] = fields.empty() ? "Str -> {}" : fmt::format("Str -> {{ {} }}", fields);
    }
    return out;
}

// ---- reading ----

/// In one order, and with every number in the one form: equal values are then equal JSON.
Json in_order(const Json& json, int depth = 0) {
    constexpr int deepest = 16;
    if (depth > deepest) misfit("a value is nested too deeply");
    if (json.is_number_integer()) return {{"#bigint", json.dump()}};
    if (json.is_array()) {
        Json out = Json::array();
        for (const Json& one : json) out.push_back(in_order(one, depth + 1));
        return out;
    }
    if (!json.is_object()) return json;
    std::vector<std::pair<std::string, Json>> members;
    for (const auto& item : json.items()) {
        Json value = in_order(item.value(), depth + 1);
        if ((item.key() == "#set" || item.key() == "#map") && value.is_array()) std::sort(value.begin(), value.end());
        members.emplace_back(item.key(), std::move(value));
    }
    std::sort(members.begin(), members.end());
    Json out = Json::object();
    for (auto& [name, value] : members) out[name] = std::move(value);
    return out;
}

Value read_passed(const Json& call) {
    const Json& passed = member(call, "passed", "a \"call\"");
    if (!passed.is_object()) return read_number(passed, "\"passed\"");
    const Json& digits = member(passed, "#bigint", "a number");
    const auto value = digits.is_string() ? whole_number(digits.get<std::string>()) : std::nullopt;
    if (!value) misfit("\"passed\" is not a whole number: {}", brief(digits));
    return *value;
}

model::Invocation read_state_step(const Layout& layout, const Json& call, Value now) {
    const Model& m = layout.model();
    model::Invocation step;
    const Json& name = member(call, "name", "a \"call\"");
    if (name.is_string() && name.get_ref<const std::string&>().empty()) {
        step.now = read_passing(now, read_passed(call));
        return step;
    }
    step.call = read_call(m, name);
    const model::Call& made = m[*step.call];
    if (made.actor) {
        const Type& type = m[*made.actor].type;
        step.caller = read_value(layout, type, plain_of(type, member(call, "by", "a \"call\"")));
    }
    const Json& args = member(call, "args", "a \"call\"");
    if (!args.is_array() || args.size() != made.params.size()) misfit("`{}` has {} arguments", made.name, made.params.size());
    for (std::size_t i = 0; i < args.size(); ++i) {
        const Type& type = m[made.params[i]].type;
        step.args.push_back(read_value(layout, type, plain_of(type, args[i])));
    }
    return step;
}

/// The first variable whose value is not the one in the file, of those that `state` has.
std::optional<std::string> difference(const Json& state, const Json& in_file) {
    const Json ours = in_order(state);
    for (const auto& item : ours.items()) {
        const auto told = in_file.find(item.key());
        if (told == in_file.end() || *told != item.value()) return item.key();
    }
    return std::nullopt;
}

}  // namespace

Json itf_of(const Model& m, const model::Run& run, const std::string& spec, const std::string& broken) {
    const Layout layout(m, run.capacity);
    Json vars = Json::array();
    Json types = types_of(m);
    for (const auto& item : types.items()) vars.push_back(item.key());
    Json meta = {{"format", "ITF"},
                 {"format-description", "https://apalache-mc.org/docs/adr/015adr-trace.html"},
                 {"description", "Created by fief"},
                 {"source", spec},
                 {"varTypes", std::move(types)},
                 {"system", m.name},
                 {"capacity", json_of(m, run.capacity)}};
    if (!broken.empty()) meta["broken"] = broken;
    Json states = Json::array();
    for (std::size_t s = 0; s < run.states.size(); ++s) {
        const bool passed = s > 0 && !run.steps[s - 1].call;
        Json call =
            s == 0 ? call_of(layout, nullptr, 0, nullptr)
                   : call_of(layout, &run.steps[s - 1], passed ? run.steps[s - 1].now - run.states[s - 1].now() : 0, &run.outcomes[s - 1]);
        Json state = {{"#meta", {{"index", s}}}};
        state.update(state_of(layout, run.states[s], std::move(call)));
        states.push_back(std::move(state));
    }
    return {{"#meta", std::move(meta)}, {"params", Json::array()}, {"vars", std::move(vars)}, {"states", std::move(states)}};
}

bool is_itf(const Json& json) { return json.is_object() && json.contains("states") && json.contains("vars"); }

RunFile read_itf(const Model& m, const Json& json) {
    const Json& meta = member(json, "#meta", "the trace");
    if (member(meta, "system", "\"#meta\"") != m.name) misfit("it is a trace of another system than `{}`", m.name);
    const Layout layout(m, read_capacity(m, member(meta, "capacity", "\"#meta\"")));
    const Json& states = member(json, "states", "the trace");
    if (!states.is_array() || states.empty()) misfit("\"states\" is not a list with a first state");
    Retelling retold(layout, states.size() - 1);
    const Json boot = state_of(layout, retold.now(), call_of(layout, nullptr, 0, nullptr));
    if (const auto variable = difference(boot, in_order(states[0]))) misfit("state 0 is not as at boot: `{}`", *variable);
    for (std::size_t s = 1; s < states.size(); ++s) {
        const model::Invocation step = read_state_step(layout, member(states[s], call_variable, "a state"), retold.now().now());
        const Json told = in_order(states[s]);
        const Value passed = step.call ? 0 : step.now - retold.now().now();
        retold.step(step, [&](const model::Outcome& outcome) {
            return !difference(state_of(layout, outcome.after, call_of(layout, &step, passed, &outcome)), told);
        });
    }
    const auto broken = meta.find("broken");
    return {std::move(retold).finish(), broken != meta.end() && broken->is_string() ? broken->get<std::string>() : ""};
}

}  // namespace fief::cli
