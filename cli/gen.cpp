// fief gen: the proof first, then the code.

#include "gen/generate.hpp"

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/inferred.hpp"
#include "cli/interrupt.hpp"
#include "cli/sizes.hpp"
#include "cli/terminal.hpp"
#include "cli/verdicts.hpp"
#include "proofs/cache.hpp"
#include "proofs/certificate.hpp"
#include "proofs/digest.hpp"
#include "proofs/verify.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <system_error>

namespace fief::cli {
namespace {

struct GenOptions {
    std::string file, out, abi;
    std::vector<std::string> set;
    bool without_proof = false, locked = false;
    unsigned jobs = 0;
};

int fail(std::string_view message) {
    complain(fmt::format("{} {}\n", Style{wants_colour(stderr)}.red("error:"), message));
    return bad_input;
}

/// Sets slot counts for the arrays of this build; the proof does not depend on them. Returns what is wrong, or nothing.
std::string set_sizes(model::Model& m, const std::vector<std::string>& texts) {
    constexpr std::uint64_t most = std::uint64_t{1} << 31;
    std::string why;
    const auto sizes = read_sizes(texts, why);
    if (!sizes) return why;
    model::Capacity capacity = model::Capacity::declared(m);
    const model::Capacity needed = model::Capacity::uniform(m, 1);
    for (const Size& size : *sizes) {
        const auto at = find_key(m, size, why);
        if (!at) return why;
        if (size.size > most) return fmt::format("`{}={}` is more than the {} records that a table may have", size.table, size.size, most);
        if (const auto least = needed.slots[at->table][at->key]; size.size < least)
            return fmt::format("the spec names {} of `{}` itself: `{}={}` is too few", least, size.table, size.table, size.size);
        capacity.slots[at->table][at->key] = size.size;
    }
    model::resize(m, capacity);
    return {};
}

/// By call, the names of the properties that its proof covers, each once.
std::vector<std::pair<std::string, std::vector<std::string>>> proved_of(const model::Model& m, const proofs::Report& report) {
    std::vector<std::pair<std::string, std::vector<std::string>>> out;
    for (const model::Call& call : m.calls) out.emplace_back(call.name, std::vector<std::string>());
    for (const proofs::Result& result : report.results) {
        if (result.obligation.step.kind != proofs::StepRef::Kind::call || result.answer.verdict != proofs::Verdict::proved) continue;
        auto& names = out[result.obligation.step.call.value].second;
        const std::string& name = m[result.obligation.property].name;
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return out;
}

/// By call: the file of a certificate that has its proof, and the digest by which that file's text is known.
std::vector<std::pair<std::string, std::string>> certificates_of(const model::Model& m, const proofs::Options& options) {
    std::vector<std::pair<std::string, std::string>> out;
    const auto steps = proofs::scripts_of(m, options);
    const auto files = proofs::names_of_files(m, steps);
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].step.kind == proofs::StepRef::Kind::call)
            out.emplace_back(m[steps[i].step.call].name,
                             fmt::format("{}, sha256 {}", files[i], proofs::hex(proofs::digest(steps[i].script.text()))));
    return out;
}

int write_all(const std::filesystem::path& out, const std::vector<gen::File>& files) {
    std::error_code error;
    std::filesystem::create_directories(out, error);
    if (error) return fail(fmt::format("cannot make the directory {}: {}", out.string(), error.message()));
    for (const gen::File& file : files) {
        if (const auto problem = write_file(out / file.name, file.text)) return fail(*problem);
        print(fmt::format("{}\n", (out / file.name).string()));
    }
    return all_shown;
}

/// The numbers that callers know: as the lock file has them, if there is one. Nothing, and a message shown, when it forbids this spec.
std::optional<gen::Abi> numbers(const model::Model& m, const GenOptions& options, const std::filesystem::path& lock) {
    std::optional<gen::Abi> locked;
    std::error_code error;
    if (std::filesystem::exists(lock, error)) {
        std::string why;
        const auto text = read_file(lock, why);
        if (text) locked = gen::read_abi(*text, why);
        if (!locked) {
            (void)fail(fmt::format("{} is no lock file of the system-call table: {}", lock.string(), why));
            return std::nullopt;
        }
    } else if (options.locked) {
        (void)fail(fmt::format("there is no lock file {}, and --locked wants one", lock.string()));
        return std::nullopt;
    }
    std::vector<std::string> why;
    auto out = gen::number(m, locked, why);
    if (out && options.locked && *out != *locked) {
        why.emplace_back("the spec has calls, errors or names that it lacks, and --locked forbids to add them");
        out.reset();
    }
    for (const std::string& reason : why) (void)fail(fmt::format("{}: {}", lock.string(), reason));
    return out;
}

int generate(const GenOptions& options) {
    catch_interrupts();
    Spec spec = load(options.file);
    print_diagnostics(spec);
    if (!spec.model) return bad_input;
    if (const std::string problem = set_sizes(*spec.model, options.set); !problem.empty()) return fail(problem);

    const std::filesystem::path lock =
        options.abi.empty() ? std::filesystem::path(options.out) / (spec.model->name + ".abi.json") : std::filesystem::path(options.abi);
    gen::Options how;
    how.abi = numbers(*spec.model, options, lock);
    if (!how.abi) return bad_input;
    if (options.without_proof) {
        how.provenance = fmt::format("generated by fief {} WITHOUT PROOF from {}", FIEF_VERSION,
                                     std::filesystem::path(options.file).filename().string());
        complain("generated without proof, as asked; the files say so\n");
    } else {
        proofs::Options wanted;
        wanted.jobs = options.jobs;
        wanted.cache = proofs::default_cache();
        wanted.infer = proofs::Options::Infer::when_unrefuted;
        wanted.vacuity = false;
        ProgressLine line;
        proofs::Report report = proofs::verify(
            *spec.model, wanted, [&](const proofs::Progress& p) { line.show(p.done, p.total, p.current); }, interrupted);
        line.clear();
        if (report.extended) spec.model = std::move(report.extended);
        const Style style{wants_colour(stderr)};
        complain(show_inferred(spec, report, style));
        if (const int exit = exit_of(report); exit != all_shown) {
            complain(show_failures(spec, report, style));
            complain(show_totals(report, style));
            complain("nothing was written; --without-proof generates all the same, and says so in the files\n");
            return exit;
        }
        complain(show_waived(*spec.model, style));
        complain(show_totals(report, style));
        how.provenance =
            fmt::format("proved by fief {} with {}: {}, from {}", FIEF_VERSION, proofs::solver_version(),
                        count_of(report.results.size(), "obligation"), std::filesystem::path(options.file).filename().string());
        how.proved = proved_of(*spec.model, report);
        how.certificates = certificates_of(*spec.model, wanted);
    }
    for (const std::string& name : gen::costly_checkers(*spec.model))
        complain(fmt::format("{} the checker of {} is not linear in the records\n", Style{wants_colour(stderr)}.yellow("warning:"), name));
    if (const int wrong = write_all(options.out, gen::generate(*spec.model, how)); wrong != all_shown) return wrong;
    if (options.locked) return all_shown;
    return write_all(lock.has_parent_path() ? lock.parent_path() : ".", {{lock.filename().string(), gen::write_abi(*how.abi)}});
}

}  // namespace

void add_gen(CLI::App& app, Action& action) {
    auto options = std::make_shared<GenOptions>();
    CLI::App* word = app.add_subcommand("gen", "Prove a spec, then generate its tables and calls in C++");
    word->add_option("FILE", options->file, "The spec")->required();
    word->add_option("-o,--output", options->out, "The directory to write to; made when it is not there")->required();
    word->add_option("--set", options->set, "Other table sizes than the spec's: page=1024,env=8");
    word->add_option("--abi", options->abi, "The lock file that keeps the numbers of calls and errors; DIR/SYSTEM.abi.json");
    word->add_flag("--locked", options->locked, "The lock file must have every number already");
    word->add_flag("--without-proof", options->without_proof, "Do not prove; the generated files say so");
    word->add_option("--jobs", options->jobs, "Solvers at work at once; 0: one a core")->check(CLI::Range(0U, 1024U));
    word->callback([&action, options] { action = [options] { return generate(*options); }; });
}

}  // namespace fief::cli
