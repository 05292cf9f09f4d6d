// fief simulate: random runs of the reference model, with every property checked after every step.

#include "model/simulate.hpp"

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/interrupt.hpp"
#include "cli/run_file.hpp"
#include "cli/sizes.hpp"
#include "cli/story.hpp"
#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace fief::cli {
namespace {

struct SimulateOptions {
    std::string file, save;
    std::vector<std::string> capacity;
    std::uint64_t steps = 10'000, seed = 1;
    bool story = false;
};

int fail(std::string_view message) {
    complain(fmt::format("{} {}\n", Style{wants_colour(stderr)}.red("error:"), message));
    return bad_input;
}

/// Three slots a key, beside those that boot takes, where nothing else is asked for: enough to disagree about, few enough to run out of.
std::optional<model::Capacity> read_capacity(const model::Model& m, const std::vector<std::string>& texts, std::string& why) {
    constexpr std::uint64_t usual = 3;
    model::Capacity capacity = model::Capacity::beside_boot(m, [](const model::Table&) { return usual; });
    const model::Capacity least = model::Capacity::uniform(m, 1);
    const auto sizes = read_sizes(texts, why);
    if (!sizes) return std::nullopt;
    for (const Size& size : *sizes) {
        const auto at = find_key(m, size, why);
        if (!at) return std::nullopt;
        const std::uint64_t declared = m.tables[at->table].keys[at->key].size, needed = least.slots[at->table][at->key];
        if (size.size < needed || size.size > declared) {
            why = fmt::format("`{}={}`: between {} and {}, which the spec declares", size.table, size.size, needed, declared);
            return std::nullopt;
        }
        capacity.slots[at->table][at->key] = size.size;
    }
    return capacity;
}

/// "taken 12, not_owner 3"
std::string errors_of(const model::Model& m, const model::Coverage::OfCall& call) {
    std::vector<std::string> parts;
    for (std::size_t e = 0; e < call.errors.size(); ++e)
        if (call.errors[e] > 0) parts.push_back(fmt::format("{} {}", m.errors[e], call.errors[e]));
    return fmt::format("{}", fmt::join(parts, ", "));
}

/// A line a call: how often it was tried, how often it succeeded, and what it failed with; then what never happened.
std::string show_coverage(const model::Model& m, const model::Coverage& coverage, const Style& style) {
    std::size_t width = 15;
    for (const model::Call& call : m.calls) width = std::max(width, call.name.size());
    std::string out = style.dim(fmt::format("  {:<{}}  {:>9}  {:>9}  failed with\n", "", width, "tried", "succeeded"));
    for (std::size_t c = 0; c < m.calls.size(); ++c) {
        const auto& of = coverage.calls[c];
        const std::string succeeded = fmt::format("{:>9}", of.succeeded);
        out += fmt::format("  {:<{}}  {:>9}  {}  {}\n", m.calls[c].name, width, of.tried,
                           of.succeeded > 0 ? succeeded : style.yellow(succeeded), errors_of(m, of));
    }
    out += fmt::format("  {:<{}}  {:>9}\n", "passing of time", width, coverage.time_steps);
    for (std::size_t c = 0; c < m.calls.size(); ++c)
        for (std::size_t r = 0; r < m.calls[c].checks.size(); ++r) {
            const auto* require = std::get_if<model::Require>(&m.calls[c].checks[r].node);
            if (require && coverage.calls[c].refused[r] == 0)
                out += style.yellow(fmt::format("  never refused: {} with {}\n", m.calls[c].name, m[require->error]));
        }
    return out;
}

int simulate(const SimulateOptions& options) {
    const Style style{wants_colour(stdout)};
    const Spec spec = load(options.file);
    print_diagnostics(spec);
    if (!spec.model) return bad_input;
    const model::Model& m = *spec.model;
    std::string why;
    const auto capacity = read_capacity(m, options.capacity, why);
    if (!capacity) return fail(why);
    if (m.calls.empty()) return fail(fmt::format("{} has no calls to make", options.file));

    catch_interrupts();
    const model::Layout layout(m, *capacity);
    model::SimulateOptions how;
    how.steps = options.steps;
    how.seed = options.seed;
    how.keep = options.save.empty() ? how.keep : 0;
    const model::Simulation simulation = model::simulate(layout, how, interrupted);
    const std::string boots = simulation.boots > 1 ? fmt::format(" in {} runs from boot", simulation.boots) : "";
    print(fmt::format("{}: {}{} at {}, seed {}\n\n", options.file, count_of(simulation.steps, "step"), boots, show_sizes(m, *capacity),
                      options.seed));
    if (options.story || simulation.violation) {
        if (simulation.run.steps.size() < simulation.steps)
            print(fmt::format("  the last {}:\n", count_of(simulation.run.steps.size(), "step")));
        print(show_run(layout, simulation.run, style) + "\n");
    }
    print(show_coverage(m, simulation.coverage, style) + "\n");
    if (!options.save.empty()) {
        const std::string name = simulation.violation ? m[simulation.violation->property].name : "";
        if (const auto problem = write_file(options.save, text_of(m, simulation.run, options.file, name, options.save)))
            return fail(*problem);
    }
    if (simulation.violation) {
        print(fmt::format("{} {}\n", style.red(fmt::format("broken[{}]:", m[simulation.violation->property].name)),
                          simulation.violation->story));
        return broken;
    }
    if (simulation.steps < options.steps && interrupted()) {
        print("interrupted; no property broken so far\n");
        return unknown;
    }
    print("no property broken\n");
    return all_shown;
}

}  // namespace

void add_simulate(CLI::App& app, Action& action) {
    auto options = std::make_shared<SimulateOptions>();
    CLI::App* word = app.add_subcommand("simulate", "Run the reference model at random, checking every property as it goes");
    word->add_option("FILE", options->file, "The spec")->required();
    word->add_option("--steps", options->steps, "Steps to make, failing ones included")
        ->capture_default_str()
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000'000}));
    word->add_option("--seed", options->seed, "Equal seeds give equal runs")->capture_default_str();
    word->add_option("--capacity", options->capacity, "Table sizes: env=3,page=4; 3 of each otherwise")->allow_extra_args(false);
    word->add_option("--save-run", options->save,
                     "Write the run to this file, all steps since it last booted; as an ITF trace if it ends in .itf.json");
    word->add_flag("--story", options->story, "Show the last steps with what each changed");
    word->callback([&action, options] { action = [options] { return simulate(*options); }; });
}

}  // namespace fief::cli
