#include "cli/story.hpp"

#include "model/print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace fief::cli {
namespace {

using model::Layout;
using model::State;
using model::Value;

/// An argument may be out of range, or no record at all: then it is shown as the number it is.
std::string show_argument(const Layout& layout, const model::Type& type, Value value) {
    using Kind = model::Type::Kind;
    const auto outside = [&](Value end) { return value < 0 || value >= end; };
    bool raw = false;
    if (type.kind == Kind::reference && value >= 0) raw = outside(layout.records(type.table));
    if (type.kind == Kind::slot) raw = outside(layout.key_size(type.table, type.key));
    if (type.kind == Kind::enumeration) raw = outside(static_cast<Value>(layout.model()[type.enumeration].names.size()));
    if (type.kind == Kind::rights) raw = (static_cast<std::uint64_t>(value) & ~layout.model()[type.table].rights) != 0;
    if (raw) return fmt::format("{}", value);
    return model::show_value(layout, type, value);
}

}  // namespace

std::string show_step(const Layout& layout, const State& before, const model::Invocation& step) {
    const model::Model& m = layout.model();
    if (!step.call) return fmt::format("{} pass", model::print_duration(m, step.now - before.now()));
    const model::Call& call = m[*step.call];
    std::vector<std::string> args;
    for (std::size_t i = 0; i < call.params.size() && i < step.args.size(); ++i)
        args.push_back(show_argument(layout, m[call.params[i]].type, step.args[i]));
    std::string text = fmt::format("{}({})", call.name, fmt::join(args, ", "));
    if (call.actor) text += " by " + show_argument(layout, m[*call.actor].type, step.caller);
    return text;
}

std::string show_event(const Layout& layout, const model::Emission& event) {
    const model::Model& m = layout.model();
    const model::Event& declared = m[event.event];
    std::vector<std::string> args;
    for (std::size_t i = 0; i < event.args.size(); ++i) args.push_back(show_argument(layout, m[declared.params[i]].type, event.args[i]));
    return fmt::format("{}({})", declared.name, fmt::join(args, ", "));
}

std::vector<std::string> show_effects(const Layout& layout, const State& before, const model::Outcome& outcome) {
    if (outcome.undefined) return {"has no meaning: " + outcome.undefined->message};
    if (outcome.error) return {"fails with " + layout.model()[*outcome.error]};
    std::vector<std::string> lines = model::show_changes(layout, before, outcome.after);
    for (const model::Emission& event : outcome.events) lines.push_back("emits " + show_event(layout, event));
    return lines;
}

std::string show_run(const Layout& layout, const model::Run& run, const Style& style) {
    constexpr std::size_t widest = 44;
    std::vector<std::string> steps;
    std::size_t width = 0;
    for (std::size_t i = 0; i < run.steps.size(); ++i) {
        steps.push_back(show_step(layout, run.states[i], run.steps[i]));
        width = std::max(width, std::min(steps.back().size(), widest));
    }
    const std::size_t digits = fmt::format("{}", steps.size()).size();
    std::string out;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::vector<std::string> effects = show_effects(layout, run.states[i], run.outcomes[i]);
        const std::string padding(width > steps[i].size() ? width - steps[i].size() : 0, ' ');
        out += fmt::format("    {:>{}}  {}{}", i + 1, digits, style.bold(steps[i]), effects.empty() ? "" : padding + "  ");
        for (std::size_t line = 0; line < effects.size(); ++line)
            out += (line == 0 ? "" : "\n" + std::string(4 + digits + 2 + width + 2, ' ')) + effects[line];
        out += '\n';
    }
    return out;
}

}  // namespace fief::cli
