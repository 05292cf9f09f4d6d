// fief replay: a run file, step by step, with every property checked on the way.

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/run_file.hpp"
#include "cli/story.hpp"
#include "cli/terminal.hpp"
#include "model/interpreter.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <memory>

namespace fief::cli {
namespace {

struct ReplayOptions {
    std::string file, run, save;
};

std::string show_violation(const model::Model& m, const model::Violation& violation, const Style& style) {
    return fmt::format("     {} {}\n", style.red(fmt::format("broken[{}]:", m[violation.property].name)), violation.story);
}

int replay(const ReplayOptions& options) {
    const Style errors{wants_colour(stderr)}, style{wants_colour(stdout)};
    const Spec spec = load(options.file);
    print_diagnostics(spec);
    if (!spec.model) return bad_input;
    const model::Model& m = *spec.model;
    std::string why;
    const auto file = load_run(m, options.run, options.file, why);
    if (!file) {
        complain(fmt::format("{} {}\n", errors.red("error:"), why));
        return bad_input;
    }
    const model::Run* run = &file->run;
    const model::Layout layout(m, run->capacity);
    const model::Interpreter interpreter(layout);
    std::size_t broken_properties = 0;
    const auto tell = [&](const std::vector<model::Violation>& violations) {
        for (const model::Violation& violation : violations) print(show_violation(m, violation, style));
        broken_properties += violations.size();
    };
    print(fmt::format("  0  {}\n", style.bold("boot")));
    for (const std::string& line : model::show_state(layout, run->states[0])) print(fmt::format("       {}\n", line));
    tell(interpreter.check(run->states[0]));
    for (std::size_t i = 0; i < run->steps.size(); ++i) {
        const model::State& before = run->states[i];
        const model::Outcome& outcome = run->outcomes[i];
        print(fmt::format("{:>3}  {}\n", i + 1, style.bold(show_step(layout, before, run->steps[i]))));
        for (const std::string& line : show_effects(layout, before, outcome)) print(fmt::format("       {}\n", line));
        if (outcome.undefined) ++broken_properties;
        tell(interpreter.check(before, run->steps[i], outcome));
        tell(interpreter.check(outcome.after));
    }
    if (!options.save.empty()) {
        if (const auto problem = write_file(options.save, text_of(m, *run, options.file, file->broken, options.save))) {
            complain(fmt::format("{} {}\n", errors.red("error:"), *problem));
            return bad_input;
        }
    }
    print(fmt::format("{}; {} broken\n", count_of(run->steps.size(), "step"),
                      broken_properties == 0 ? "no property" : count_of(broken_properties, "property")));
    return broken_properties == 0 ? all_shown : broken;
}

}  // namespace

void add_replay(CLI::App& app, Action& action) {
    auto options = std::make_shared<ReplayOptions>();
    CLI::App* word = app.add_subcommand("replay", "Step through a run file, state by state");
    word->add_option("FILE", options->file, "The spec")->required();
    word->add_option("RUN", options->run, "The run, as written by --save-run of verify and simulate")->required();
    word->add_option("--save-run", options->save, "Write the run to this file; as an ITF trace if it ends in .itf.json");
    word->callback([&action, options] { action = [options] { return replay(*options); }; });
}

}  // namespace fief::cli
