// fief mutate: which guards, effects and bounds of a spec no property notices.

#include "proofs/mutate.hpp"

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/interrupt.hpp"
#include "cli/json.hpp"
#include "cli/mutants.hpp"
#include "cli/option_checks.hpp"
#include "cli/terminal.hpp"
#include "cli/verdicts.hpp"
#include "proofs/cache.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace fief::cli {
namespace {

struct MutateOptions {
    std::string file;
    std::string format = "text";
    std::vector<std::string> operators;
    unsigned max = 0;
    double timeout = 10;
    unsigned jobs = 0;
};

/// What `--operators` names and there is not; empty when all is there.
std::string misnamed(const MutateOptions& options) {
    std::vector<std::string> known;
    for (const model::MutationOperator& o : model::mutation_operators()) known.emplace_back(o.name);
    for (const std::string& name : options.operators) {
        if (model::mutation_operator(name) != nullptr) continue;
        const std::string near = spec::nearest(name, known);
        return near.empty() ? fmt::format("there is no kind of change `{}`; there are {}", name, fmt::join(known, ", "))
                            : fmt::format("there is no kind of change `{}`; did you mean `{}`?", name, near);
    }
    return {};
}

/// Those asked for; when only so many, from all over the spec.
std::vector<model::Mutant> chosen(const std::vector<model::Mutant>& all, const MutateOptions& options) {
    std::vector<model::Mutant> wanted;
    for (const model::Mutant& m : all)
        if (options.operators.empty() || std::ranges::find(options.operators, m.name) != options.operators.end()) wanted.push_back(m);
    if (options.max == 0 || wanted.size() <= options.max) return wanted;
    std::vector<model::Mutant> some;
    for (std::size_t i = 0; i < options.max; ++i) some.push_back(wanted[i * wanted.size() / options.max]);
    return some;
}

/// What the spec itself does not prove; empty when all is proved.
std::string unproved(const Spec& spec, const proofs::Report& report) {
    std::vector<std::string> names;
    for (const proofs::Result& r : report.results)
        if (r.answer.verdict != proofs::Verdict::proved)
            names.push_back(fmt::format("{} ({})", (*spec.model)[r.obligation.property].name, show_step(*spec.model, r.obligation.step)));
    constexpr std::size_t most = 5;
    const std::size_t more = names.size() > most ? names.size() - most : 0;
    names.resize(std::min(names.size(), most));
    return fmt::format("{}{}", fmt::join(names, ", "), more > 0 ? fmt::format(" and {} more", more) : "");
}

int mutate(const MutateOptions& options) {
    catch_interrupts();
    const Style style{wants_colour(stdout)}, errors{wants_colour(stderr)};
    const bool json = options.format == "json";
    if (const std::string problem = misnamed(options); !problem.empty()) {
        complain(fmt::format("{} --operators: {}\n", errors.red("error:"), problem));
        return bad_input;
    }
    Spec spec = load(options.file);
    const auto say = [&](Json more) {
        Json out = {{"format", "fief mutate"}, {"version", json_version}, {"fief", FIEF_VERSION}, {"file", options.file}};
        out["diagnostics"] = json_of(spec.diagnostics, spec.sources);
        out.update(more);
        print(dump(out));
    };
    if (!spec.model) {
        if (json) say(Json::object());
        else print_diagnostics(spec);
        return bad_input;
    }

    const model::Mutations mutations(*spec.model, spec.sources, options.file);
    const std::vector<model::Explanation> explanations = model::explanations(spec.sources, mutations.files(), spec.diagnostics);
    const std::vector<model::Mutant> mutants = chosen(mutations.all(), options);
    proofs::MutationOptions wanted;
    wanted.timeout = std::chrono::milliseconds(static_cast<std::int64_t>(options.timeout * 1000));
    wanted.jobs = options.jobs;
    wanted.cache = proofs::default_cache();
    proofs::MutationReport report;
    {
        ProgressLine line;
        report = proofs::mutate(
            mutations, mutants, wanted, [&](const proofs::Progress& p) { line.show(p.done, p.total, p.current); }, interrupted);
    }
    const Judgement judgement(mutants, report, explanations, spec.sources);
    if (mutants.size() == mutations.all().size() && judgement.count(JudgedMutant::Verdict::untried) == 0)
        for (const spec::Diagnostic& d : judgement.unfounded(explanations)) spec.diagnostics.warning(d.code, d.span, d.message) = d;
    const int exit = exit_of(judgement, report);
    if (json) {
        say(json_of(spec, judgement, report));
        return exit;
    }
    print_diagnostics(spec);
    const bool holds = exit_of(report.unchanged) != broken;
    if (!holds)
        complain(fmt::format("{} {}: what is broken already notices no change: {}; see `fief verify {}`\n", errors.red("error:"),
                             options.file, unproved(spec, report.unchanged), options.file));
    else if (exit_of(report.unchanged) != all_shown && !report.cancelled)
        complain(fmt::format("{} {}: not proved of the spec itself, so it notices no change: {}\n", errors.yellow("warning:"), options.file,
                             unproved(spec, report.unchanged)));
    if (!holds) return exit;
    const std::string survivors = show_survivors(spec, judgement, style);
    print(survivors + (survivors.empty() ? "" : "\n"));
    print(fmt::format("{}: {}, changed in one place at a time\n\n", spec.path, style.bold(spec.model->name)));
    print(show_operators(judgement) + "\n");
    if (report.cancelled) print(style.yellow("stopped; this is what was found so far\n"));
    print(show_mutation_totals(judgement, report, style));
    return exit;
}

}  // namespace

void add_mutate(CLI::App& app, Action& action) {
    auto options = std::make_shared<MutateOptions>();
    CLI::App* word = app.add_subcommand("mutate", "Change a spec in one place at a time: which changes does no property notice?");
    word->add_option("FILE", options->file, "The spec")->required();
    word->add_option("--operators", options->operators, "Only these kinds of change, separated by commas: see fief explain drop-require")
        ->delimiter(',');
    word->add_option("--max", options->max, "At most so many changes, taken from all over the spec; 0: all")
        ->check(CLI::Range(0U, 1000000U));
    word->add_option("--jobs", options->jobs, "Solvers at work at once; 0: one a core")->check(CLI::Range(0U, 1024U));
    word->add_option("--timeout", options->timeout, "Seconds for one question")->check(seconds(0.001, 86400.0))->capture_default_str();
    word->add_option("--format", options->format, "text for people, json for programs")->check(CLI::IsMember({"text", "json"}));
    word->callback([&action, options] { action = [options] { return mutate(*options); }; });
}

}  // namespace fief::cli
