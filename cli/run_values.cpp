#include "cli/run_values.hpp"

#include "model/run.hpp"

#include <algorithm>
#include <limits>

namespace fief::cli {

using model::Capacity;
using model::Layout;
using model::Model;
using model::Type;
using model::Value;

namespace {

/// Words of all the states of a run: 1 GiB.
constexpr std::size_t most_words = std::size_t{1} << 27;
/// Words of the outcomes that are tried in vain: seconds.
constexpr std::size_t most_tried = std::size_t{1} << 24;

Value read_record(const Layout& layout, model::TableId table, const std::string& name) {
    const std::optional<Value> record = model::read_record(layout, table, name);
    if (!record) misfit("there is no record {} of table `{}`", brief(name), layout.model()[table].name);
    return *record;
}

}  // namespace

const Json& member(const Json& object, const char* name, const char* where) {
    if (!object.is_object()) misfit("{} is not an object", where);
    const auto found = object.find(name);
    if (found == object.end()) misfit("{} has no member \"{}\"", where, name);
    return *found;
}

/// A value of the file in a message: what is long, or deeply nested, only by its kind.
std::string brief(const Json& json) {
    if (json.is_array()) return "a list";
    if (json.is_object()) return "an object";
    constexpr std::size_t most = 60;
    const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    return text.size() <= most ? text : fmt::format("a text of {} characters", text.size());
}

Value read_number(const Json& json, const char* what) {
    if (json.is_number_unsigned() && json.get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<Value>::max()))
        return json.get<Value>();
    if (json.is_number_integer() && !json.is_number_unsigned()) return json.get<Value>();
    misfit("{} is not a whole number: {}", what, brief(json));
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
                if (found == names.end()) misfit("{} is not one of `{}`", brief(json), m[type.enumeration].name);
                return found - names.begin();
            }
            break;
        case Type::Kind::rights:
            if (json.is_array()) {
                std::uint64_t mask = 0;
                for (const Json& right : json) {
                    const auto found =
                        right.is_string() ? std::find(m.rights.begin(), m.rights.end(), right.get<std::string>()) : m.rights.end();
                    if (found == m.rights.end()) misfit("there is no right {}", brief(right));
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
    const Capacity least = Capacity::uniform(m, 1);
    Capacity capacity = least;
    if (!json.is_object()) misfit("\"capacity\" is not an object");
    for (const auto& item : json.items()) {
        const std::string& name = item.key();
        const Json& sizes = item.value();
        const auto table = std::find_if(m.tables.begin(), m.tables.end(), [&](const model::Table& t) { return t.name == name; });
        if (table == m.tables.end()) misfit("there is no table {}", brief(name));
        const auto at = static_cast<std::size_t>(table - m.tables.begin());
        auto& slots = capacity.slots[at];
        if (!sizes.is_array() || sizes.size() != slots.size()) misfit("the capacity of `{}` is not a list of {} sizes", name, slots.size());
        for (std::size_t key = 0; key < slots.size(); ++key) {
            const Value size = read_number(sizes[key], "a capacity");
            if (table->keys[key].table) continue;
            if (size < 0 || static_cast<std::uint64_t>(size) < least.slots[at][key] ||
                static_cast<std::uint64_t>(size) > table->keys[key].size)
                misfit("the capacity of `{}` is not between {} and {}", name, least.slots[at][key], table->keys[key].size);
            slots[key] = static_cast<std::uint64_t>(size);
        }
    }
    return capacity;
}

Value read_passing(Value now, const Json& passed) {
    const Value time = read_number(passed, "\"pass\"");
    if (time < 0 || time > std::numeric_limits<Value>::max() - now) misfit("\"pass\" is not a time to come");
    return now + time;
}

model::CallId read_call(const Model& m, const Json& name) {
    if (!name.is_string()) misfit("\"call\" is not a name");
    const auto call = std::find_if(m.calls.begin(), m.calls.end(), [&](const model::Call& c) { return c.name == name.get<std::string>(); });
    if (call == m.calls.end()) misfit("there is no call {}", brief(name));
    return model::CallId{static_cast<std::uint32_t>(call - m.calls.begin())};
}

Retelling::Retelling(const Layout& layout, std::size_t steps)
    : layout_(layout), interpreter_(layout), most_(steps + most_tried / layout.words()) {
    if (steps >= most_words / layout.words()) misfit("it is too long for tables of this size: {} steps", steps);
    run_.capacity = layout.capacity();
    run_.states.push_back(model::boot_state(layout));
}

void Retelling::step(model::Invocation step, const std::function<bool(const model::Outcome&)>& fits) {
    // A path through the tree of choices: what was chosen, out of how many. Each try follows it, and takes the first branch where it ends.
    std::vector<std::pair<std::size_t, std::size_t>> path;
    while (tried_++ < most_) {
        std::size_t at = 0;
        model::Outcome outcome = interpreter_.run(now(), step, [&](model::TableId, std::span<const Value> candidates) {
            if (at == path.size()) path.emplace_back(0, candidates.size());
            return path[at++].first;
        });
        if (fits(outcome)) {
            run_.steps.push_back(std::move(step));
            run_.states.push_back(outcome.after);
            run_.outcomes.push_back(std::move(outcome));
            return;
        }
        while (!path.empty() && path.back().first + 1 == path.back().second) path.pop_back();
        if (path.empty()) misfit("step {} does not do what the file says it did", run_.steps.size() + 1);
        ++path.back().first;
    }
    misfit("step {} leaves more open than can be tried", run_.steps.size() + 1);
}

}  // namespace fief::cli
