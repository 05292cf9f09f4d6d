#include "cli/story.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace fief::cli {

using model::Layout;
using model::State;

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
