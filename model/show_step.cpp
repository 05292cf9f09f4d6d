#include "model/show_step.hpp"

#include "model/print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace fief::model {
namespace {

/// An argument may be out of range, or no record at all: then it is shown as the number it is.
std::string show_argument(const Layout& layout, const Type& type, Value value) {
    using Kind = Type::Kind;
    const auto outside = [&](Value end) { return value < 0 || value >= end; };
    bool raw = false;
    if (type.kind == Kind::reference && value >= 0) raw = outside(layout.records(type.table));
    if (type.kind == Kind::slot) raw = outside(layout.key_size(type.table, type.key));
    if (type.kind == Kind::enumeration) raw = outside(static_cast<Value>(layout.model()[type.enumeration].names.size()));
    if (type.kind == Kind::rights) raw = (static_cast<std::uint64_t>(value) & ~layout.model()[type.table].rights) != 0;
    if (raw) return fmt::format("{}", value);
    return show_value(layout, type, value);
}

}  // namespace

std::string show_step(const Layout& layout, const State& before, const Invocation& step) {
    const Model& m = layout.model();
    if (!step.call) return fmt::format("{} pass", print_duration(m, step.now - before.now()));
    const Call& call = m[*step.call];
    std::vector<std::string> args;
    for (std::size_t i = 0; i < call.params.size() && i < step.args.size(); ++i)
        args.push_back(show_argument(layout, m[call.params[i]].type, step.args[i]));
    std::string text = fmt::format("{}({})", call.name, fmt::join(args, ", "));
    if (call.actor) text += " by " + show_argument(layout, m[*call.actor].type, step.caller);
    return text;
}

std::string show_event(const Layout& layout, const Emission& event) {
    const Model& m = layout.model();
    const Event& declared = m[event.event];
    std::vector<std::string> args;
    for (std::size_t i = 0; i < event.args.size(); ++i) args.push_back(show_argument(layout, m[declared.params[i]].type, event.args[i]));
    return fmt::format("{}({})", declared.name, fmt::join(args, ", "));
}

}  // namespace fief::model
