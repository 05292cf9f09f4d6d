// fief audit: a certificate, put to any solver again.

#include "cli/certificate.hpp"
#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "cli/option_checks.hpp"
#include "cli/terminal.hpp"
#include "proofs/digest.hpp"
#include "proofs/solver_command.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <numeric>

namespace fief::cli {
namespace {

struct AuditOptions {
    std::string directory, solver, spec;
    bool no_solver = false;
    double timeout = 60;
};

/// The files of a certificate, as they are on the disk.
struct Held {
    Manifest manifest;
    std::vector<std::string> texts;
    std::vector<proofs::Script> scripts;
};

/// What is wrong with the files themselves, before any solver is asked; empty when nothing is.
std::vector<std::string> read_files(const std::filesystem::path& directory, Held& held) {
    std::vector<std::string> wrong;
    for (const Manifest::Step& step : held.manifest.steps) {
        std::string why;
        const auto text = read_file(directory / step.file, why);
        held.texts.push_back(text.value_or(""));
        held.scripts.emplace_back();
        if (!text) {
            wrong.push_back(fmt::format("{}: {}", step.file, why));
            continue;
        }
        if (proofs::hex(proofs::digest(*text)) != step.sha256)
            wrong.push_back(fmt::format("{}: its SHA-256 is not the manifest's", step.file));
        auto script = proofs::read_script(*text);
        if (!script) wrong.push_back(fmt::format("{}: not of the form that fief writes", step.file));
        else if (script->checks.size() != step.properties.size())
            wrong.push_back(fmt::format("{}: {}, and the manifest has {}", step.file, count_of(script->checks.size(), "check"),
                                        step.properties.size()));
        if (script) held.scripts.back() = std::move(*script);
    }
    return wrong;
}

/// What of the certificate is not what this fief writes for the spec.
std::vector<std::string> compare(const model::Model& model, const Held& held) {
    std::vector<std::string> wrong, waived;
    if (held.manifest.system != model.name)
        wrong.push_back(fmt::format("the manifest is of the system {}, not {}", held.manifest.system, model.name));
    for (const model::Property& p : model.properties)
        if (p.waived) waived.push_back(p.name);
    if (waived != held.manifest.waived) wrong.push_back("the manifest does not list what the spec waives");
    const std::vector<proofs::StepScript> steps = proofs::scripts_of(model, {});
    const std::vector<std::string> names = proofs::names_of_files(model, steps);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto at = std::find_if(held.manifest.steps.begin(), held.manifest.steps.end(),
                                     [&](const Manifest::Step& s) { return s.file == names[i]; });
        if (at == held.manifest.steps.end()) {
            wrong.push_back(fmt::format("{}: missing from the certificate", names[i]));
            continue;
        }
        if (held.texts[static_cast<std::size_t>(at - held.manifest.steps.begin())] != steps[i].script.text())
            wrong.push_back(fmt::format("{}: not what the spec says", names[i]));
        for (std::size_t c = 0; c < std::min(at->properties.size(), steps[i].properties.size()); ++c)
            if (const std::string& name = model[steps[i].properties[c]].name; at->properties[c] != name)
                wrong.push_back(fmt::format("{}: the manifest calls `{}` what is about `{}`", names[i], at->properties[c], name));
    }
    for (const Manifest::Step& step : held.manifest.steps)
        if (std::find(names.begin(), names.end(), step.file) == names.end())
            wrong.push_back(fmt::format("{}: of no step of the spec", step.file));
    return wrong;
}

struct Asked {
    std::size_t unsat = 0, sat = 0, open = 0;
};

/// Puts every check to the solver; a line for each file, and one for each check that is not unsat.
Asked ask(const Held& held, const std::optional<proofs::SolverCommand>& solver, const proofs::Patience& patience, const Style& style) {
    Asked out;
    for (std::size_t f = 0; f < held.scripts.size() && !patience.cancelled(); ++f) {
        const proofs::Script& script = held.scripts[f];
        std::vector<std::size_t> all(script.checks.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        const std::vector<proofs::Opinion> said = solver ? solver->ask(script, all, patience) : proofs::ask_built_in(script, patience);
        std::chrono::duration<double> time{0};
        std::size_t unsat = 0;
        for (std::size_t i = 0; i < said.size(); ++i) {
            time += said[i].time;
            if (said[i].said == proofs::Said::unsat) {
                ++unsat;
                continue;
            }
            (said[i].said == proofs::Said::sat ? out.sat : out.open) += 1;
            const std::string reason = said[i].reason.empty() ? "" : fmt::format(" ({})", said[i].reason);
            print(fmt::format("  {}: {}: {}{}\n", held.manifest.steps[f].file, held.manifest.steps[f].properties[i],
                              style.red(proofs::name_of(said[i].said)), reason));
        }
        out.unsat += unsat;
        print(fmt::format("  {:<32} {:>4} of {:<4} unsat {:>9}\n", held.manifest.steps[f].file, unsat, said.size(), show_time(time)));
    }
    return out;
}

int audit(const AuditOptions& options) {
    catch_interrupts();
    const Style style{wants_colour(stdout)}, errors{wants_colour(stderr)};
    const auto fail = [&](const std::string& why) {
        complain(fmt::format("{} {}\n", errors.red("error:"), why));
        return static_cast<int>(bad_input);
    };
    std::string why;
    auto manifest = read_manifest(options.directory, why);
    if (!manifest) return fail(why);
    Held held{std::move(*manifest), {}, {}};
    if (const auto wrong = read_files(options.directory, held); !wrong.empty()) {
        for (const std::string& w : wrong) fail(fmt::format("{}: {}", options.directory, w));
        return bad_input;
    }
    std::optional<proofs::SolverCommand> solver;
    if (!options.solver.empty()) {
        solver = proofs::SolverCommand::find(options.solver, why);
        if (!solver) return fail(why);
    }
    print(fmt::format("{}: {}, certified by {}\n", options.directory, style.bold(held.manifest.system), held.manifest.solver));
    std::size_t strange = 0;
    if (!options.spec.empty()) {
        const Spec spec = load(options.spec);
        print_diagnostics(spec);
        if (!spec.model) return bad_input;
        const std::vector<std::string> wrong = compare(*spec.model, held);
        strange = wrong.size();
        for (const std::string& w : wrong) print(fmt::format("  {} {}\n", style.red("error:"), w));
        if (strange == 0) print(fmt::format("  every file says what {} says, and the manifest what the files are about\n", options.spec));
    }
    if (options.no_solver) return strange == 0 ? all_shown : broken;
    const proofs::Patience patience{std::chrono::milliseconds(static_cast<std::int64_t>(options.timeout * 1000)), interrupted};
    const Asked asked = ask(held, solver, patience, style);
    const std::string by = options.solver.empty() ? proofs::solver_version() : options.solver;
    print(fmt::format("{} in {}: {} unsat, {} sat, {} not answered, by {}\n", count_of(asked.unsat + asked.sat + asked.open, "check"),
                      count_of(held.scripts.size(), "file"), asked.unsat, asked.sat, asked.open, by));
    if (options.spec.empty())
        print("not compared with a spec: these are answers to what the files say, not that it is what a spec means (--spec FILE)\n");
    if (strange + asked.sat > 0) return broken;
    return asked.open > 0 || interrupted() ? unknown : all_shown;
}

}  // namespace

void add_audit(CLI::App& app, Action& action) {
    auto options = std::make_shared<AuditOptions>();
    CLI::App* word = app.add_subcommand("audit", "Put a certificate to a solver again");
    word->add_option("DIR", options->directory, "The certificate, as verify --certificate writes it")->required();
    auto* solver = word->add_option("--solver", options->solver, "A command that reads SMT-LIB 2, such as \"cvc5 --incremental\"; else Z3");
    word->add_option("--spec", options->spec, "Also compare the files with what this spec says");
    word->add_flag("--no-solver", options->no_solver, "Only look at the files")->excludes(solver);
    word->add_option("--timeout", options->timeout, "Seconds for one check")->check(seconds(0.001, 86400.0))->capture_default_str();
    word->callback([&action, options] { action = [options] { return audit(*options); }; });
}

}  // namespace fief::cli
