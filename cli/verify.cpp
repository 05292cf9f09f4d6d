// fief verify: every property of every call, for tables of every size.

#include "proofs/verify.hpp"
#include "proofs/second_opinion.hpp"

#include "cli/assumed.hpp"
#include "cli/certificate.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/fragment.hpp"
#include "cli/inferred.hpp"
#include "cli/interrupt.hpp"
#include "cli/json.hpp"
#include "cli/option_checks.hpp"
#include "cli/run_file.hpp"
#include "cli/terminal.hpp"
#include "cli/vacuity.hpp"
#include "cli/verdicts.hpp"
#include "proofs/cache.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace fief::cli {
namespace {

struct VerifyOptions {
    std::vector<std::string> files;
    std::string format = "text";
    std::string property, call, save_run, second, certificate;
    double timeout = 10, mend = 1;
    std::uint32_t rlimit = 0;
    std::uint32_t memory = 0;
    unsigned jobs = 0;
    bool no_cache = false;
    bool infer = false, no_infer = false, write = false;
};

std::string complaint(const std::string& kind, const std::string& name, const std::vector<std::string>& known) {
    const std::string near = spec::nearest(name, known);
    return fmt::format("there is no {} `{}`{}", kind, name, near.empty() ? "" : fmt::format("; did you mean `{}`?", near));
}

/// What the options name and the spec does not have; empty when all is there.
std::string misnamed(const model::Model& m, const VerifyOptions& options) {
    std::vector<std::string> calls, properties;
    for (const model::Call& call : m.calls) calls.push_back(call.name);
    for (const model::Property& property : m.properties) properties.push_back(property.name);
    const auto missing = [](const std::string& name, const std::vector<std::string>& known) {
        return !name.empty() && std::find(known.begin(), known.end(), name) == known.end();
    };
    if (missing(options.call, calls)) return complaint("call", options.call, calls);
    if (missing(options.property, properties)) return complaint("property", options.property, properties);
    return {};
}

proofs::Report prove(const model::Model& model, const VerifyOptions& options, const std::optional<proofs::SecondSolver>& second) {
    proofs::Options wanted;
    if (!options.property.empty()) wanted.property = options.property;
    if (!options.call.empty()) wanted.call = options.call;
    wanted.timeout = std::chrono::milliseconds(static_cast<std::int64_t>(options.timeout * 1000));
    wanted.rlimit = options.rlimit;
    wanted.memory = options.memory;
    wanted.jobs = options.jobs;
    if (!options.no_cache) wanted.cache = proofs::default_cache();
    if (options.infer || options.write) {
        wanted.infer = proofs::Options::Infer::always;
        wanted.infer_time = std::chrono::minutes(10);
    } else if (!options.no_infer) {
        wanted.infer = proofs::Options::Infer::when_unrefuted;
    }
    wanted.mend_time = std::chrono::milliseconds(static_cast<std::int64_t>(options.mend * 1000));
    ProgressLine line;
    const auto show = [&](const proofs::Progress& p) { line.show(p.done, p.total, p.current); };
    proofs::Report report = proofs::verify(model, wanted, show, interrupted);
    if (second)
        proofs::second_opinion(report.extended ? *report.extended : model, wanted, *second, report, {wanted.timeout, interrupted}, show);
    return report;
}

enum class Saved { nothing, run, two_runs };

/// The first refuted obligation's run, for `fief replay`; where none has one, the first two runs that leak, for `fief draw`.
std::optional<std::string> save_run(const Spec& spec, const proofs::Report& report, const std::string& path, Saved& saved) {
    for (const proofs::Result& result : report.results) {
        if (result.answer.verdict != proofs::Verdict::refuted || !result.answer.run) continue;
        const std::string& broken = (*spec.model)[result.obligation.property].name;
        saved = Saved::run;
        return write_file(path, text_of(*spec.model, *result.answer.run, spec.path, broken, path));
    }
    for (const proofs::Result& result : report.results) {
        const auto& pair = result.answer.pair;
        if (result.answer.verdict != proofs::Verdict::refuted || !pair || !pair->to_one || !pair->to_other) continue;
        if (path.ends_with(".itf.json")) return "a trace holds one run, and the property is broken by two: save them to another name";
        saved = Saved::two_runs;
        const model::RunsApart apart{pair->property, pair->observer, *pair->to_one, *pair->to_other, pair->step};
        return write_file(path, dump(json_of(*spec.model, apart, spec.path)));
    }
    return std::nullopt;
}

void print_report(const Spec& spec, const proofs::Report& report) {
    const Style style{wants_colour(stdout)};
    print(fmt::format("{}: {}, for tables of every size\n\n", spec.path, style.bold(spec.model->name)));
    print(show_table(*spec.model, report, style) + "\n");
    print(show_failures(spec, report, style));
    print(show_inferred(spec, report, style));
    const spec::Diagnostics vacuous = vacuities(spec, report);
    const spec::Diagnostics cycles = cycles_of_sorts(spec, report);
    for (const spec::Diagnostic& d : cycles.all()) print(spec::render(d, spec.sources, style.colour) + "\n");
    for (const spec::Diagnostic& d : vacuous.all()) print(spec::render(d, spec.sources, style.colour) + "\n");
    print(show_waived(*spec.model, style));
    print(show_second_opinion(*spec.model, report, style));
    if (report.cancelled) print(style.yellow("stopped; this is what was shown so far\n"));
    print(show_assumed(spec, report, style));
    print(show_totals(report, style));
}

/// Returns why there is none.
std::optional<std::string> certify(const Spec& spec, const proofs::Report& report, const VerifyOptions& options) {
    proofs::Options wanted;
    wanted.jobs = options.jobs;
    ProgressLine line;
    const auto show = [&](const proofs::Progress& p) { line.show(p.done, p.total, p.current); };
    const std::chrono::milliseconds each(static_cast<std::int64_t>(options.timeout * 1000));
    return write_certificate(options.certificate, spec, report, proofs::certify(*spec.model, wanted, {each, interrupted}, show));
}

int verify(const VerifyOptions& options) {
    catch_interrupts();
    const Style style{wants_colour(stderr)};
    if (!options.certificate.empty() && (options.files.size() != 1 || !options.call.empty() || !options.property.empty())) {
        complain(fmt::format("{} --certificate is of one spec, whole\n", style.red("error:")));
        return bad_input;
    }
    std::optional<proofs::SecondSolver> second;
    if (!options.second.empty()) {
        std::string why;
        second = proofs::SecondSolver::find(why);
        if (!second) {
            complain(fmt::format("{} no second opinion: {}; on Debian it is the package cvc5\n", style.red("error:"), why));
            return bad_input;
        }
    }
    const bool json = options.format == "json";
    Json files = Json::array();
    int exit = all_shown;
    Saved saved = Saved::nothing;
    for (std::size_t at = 0; at < options.files.size();) {
        const std::string& path = options.files[at++];
        Spec spec = load(path);
        Json file = {{"file", path}, {"diagnostics", json_of(spec.diagnostics, spec.sources)}};
        if (!json) print_diagnostics(spec);
        const std::string problem = spec.model ? misnamed(*spec.model, options) : "";
        if (!problem.empty()) complain(fmt::format("{} {}: {}\n", style.red("error:"), path, problem));
        if (!spec.model || !problem.empty()) {
            exit = worse(exit, bad_input);
            files.push_back(std::move(file));
            continue;
        }
        proofs::Report report = prove(*spec.model, options, second);
        if (report.extended) spec.model = std::move(report.extended);
        exit = worse(exit, exit_of(report));
        if (json) {
            file.update(json_of(spec, report));
            file["assumed"] = json_of_assumed(spec, report);
            file["inferred"] = json_of_inferred(spec, report);
            if (report.inference_died) file["inference_died"] = *report.inference_died;
            file["cycles_of_sorts"] = json_of(cycles_of_sorts(spec, report), spec.sources);
            file["vacuous"] = json_of(vacuities(spec, report), spec.sources);
            files.push_back(std::move(file));
        } else {
            if (options.files.size() > 1 && path != options.files.front()) print("\n");
            print_report(spec, report);
        }
        if (options.write && report.inferred > 0) {
            const std::string unwritten = write_inferred(spec, report);
            if (!unwritten.empty()) complain(fmt::format("{} {}\n", style.red("error:"), unwritten));
            else if (!json) print(fmt::format("{} now has {} more\n", path, count_of(report.inferred, "invariant")));
            if (!unwritten.empty()) exit = worse(exit, bad_input);
        }
        if (!options.certificate.empty()) {
            const auto failed = certify(spec, report, options);
            if (failed) complain(fmt::format("{} {}: {}\n", style.red("error:"), path, *failed));
            else if (!json) print(fmt::format("the certificate is in {0}; put it to a solver: fief audit {0}\n", options.certificate));
            if (failed) exit = worse(exit, unknown);
        }
        if (!options.save_run.empty() && saved == Saved::nothing) {
            const auto failed = save_run(spec, report, options.save_run, saved);
            if (failed) {
                complain(fmt::format("{} {}\n", style.red("error:"), *failed));
                exit = worse(exit, bad_input);
            } else if (saved == Saved::two_runs && !json) {
                print(fmt::format("the two runs are in {0}; draw them: fief draw {1} --run {0} -o runs.svg\n", options.save_run, path));
            } else if (saved == Saved::run && !json) {
                print(fmt::format("the run is in {0}; step through it: fief replay {1} {0}\n", options.save_run, path));
            }
        }
        if (report.cancelled) {
            for (; at < options.files.size(); ++at) {
                if (json) files.push_back({{"file", options.files[at]}, {"cancelled", true}});
                else print(fmt::format("\n{}: {}\n", options.files[at], Style{wants_colour(stdout)}.yellow("not asked: stopped")));
            }
        }
    }
    if (json) print(dump({{"format", "fief verify"}, {"version", json_version}, {"fief", FIEF_VERSION}, {"files", std::move(files)}}));
    return exit;
}

}  // namespace

void add_verify(CLI::App& app, Action& action) {
    auto options = std::make_shared<VerifyOptions>();
    CLI::App* word = app.add_subcommand("verify", "Prove every property of every call");
    word->add_option("FILE", options->files, "The specs to prove")->required();
    word->add_option("--property", options->property, "Only this property")->check(named());
    word->add_option("--call", options->call, "Only this call")->check(named());
    word->add_option("--jobs", options->jobs, "Solvers at work at once; 0: one a core")->check(CLI::Range(0U, 1024U));
    word->add_option("--timeout", options->timeout, "Seconds for one obligation")->check(seconds(0.001, 86400.0))->capture_default_str();
    word->add_option("--rlimit", options->rlimit, "The solver's own bound on its work, repeatable where time is not; 0: none")
        ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{0xffff'ffff}));
    word->add_option("--memory", options->memory, "Megabytes that one solver may take; 0: no bound")
        ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{0xffff'ffff}));
    auto* infer = word->add_flag("--infer", options->infer,
                                 "Look for the facts that a proof lacks, for up to ten minutes of CPU time; without it, for one, and where "
                                 "something is not inductive "
                                 "and nothing is refuted");
    word->add_flag("--no-infer", options->no_infer, "Only what is written")->excludes(infer);
    word->add_flag("--write", options->write, "Write the facts that were inferred into the spec, when it is proved with them");
    word->add_option("--mend", options->mend,
                     "Seconds to look for a change to a call with which it keeps what it breaks; 0: none is looked for")
        ->check(seconds(0.0, 600.0))
        ->capture_default_str();
    word->add_flag("--no-cache", options->no_cache, "Ask everything anew, and remember nothing");
    word->add_option("--save-run", options->save_run,
                     "Write the first refutation's run to this file; as an ITF trace if it ends in .itf.json");
    word->add_option("--second-opinion", options->second, "Put every answer to this solver too")->check(CLI::IsMember({"cvc5"}));
    word->add_option("--certificate", options->certificate, "Write what was proved as SMT-LIB 2 files with a manifest, for `fief audit`");
    word->add_option("--format", options->format, "text for people, json for programs")->check(CLI::IsMember({"text", "json"}));
    word->callback([&action, options] { action = [options] { return verify(*options); }; });
}

}  // namespace fief::cli
