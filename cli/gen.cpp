// fief gen: the proof first, then the code.

#include "gen/collisions.hpp"
#include "gen/generate.hpp"

#include "cli/abi_lock.hpp"
#include "cli/boot.hpp"
#include "cli/command.hpp"
#include "cli/depfile.hpp"
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
#include <filesystem>
#include <memory>
#include <system_error>

namespace fief::cli {
namespace {

struct GenOptions {
    std::string file, out, abi, depfile, stamp;
    std::vector<std::string> set;
    bool without_proof = false, locked = false, tester = false, c_layout = false;
    unsigned jobs = 0;
};

int refuse(std::string_view message) {
    complain(fmt::format("{} {}\n", Style{wants_colour(stderr)}.red("error:"), message));
    return bad_input;
}

constexpr std::uint64_t most_records = std::uint64_t{1} << 31;  ///< of one table: their numbers, and `none`, are 32 bits at most

/// How many records the table has; more than `most_records` when it is too many.
std::uint64_t records_of(const model::Model& m, const model::Table& table) {
    std::uint64_t out = 1;
    for (const model::Key& key : table.keys) {
        const std::uint64_t values = key.table ? records_of(m, m[*key.table]) : key.size;
        out = values > most_records || out * values > most_records ? most_records + 1 : out * values;
        if (out > most_records) return out;
    }
    return out;
}

/// Sets slot counts for the arrays of this build; the proof does not depend on them. Returns what is wrong, or nothing.
std::string set_sizes(model::Model& m, const std::vector<std::string>& texts) {
    std::string why;
    const auto sizes = read_sizes(texts, why);
    if (!sizes) return why;
    model::Capacity capacity = model::Capacity::declared(m);
    const model::Capacity needed = model::Capacity::uniform(m, 1);
    for (const Size& size : *sizes) {
        const auto at = find_key(m, size, why);
        if (!at) return why;
        if (size.size > most_records)
            return fmt::format("`{}={}` is more than the {} records that a table may have", size.table, size.size, most_records);
        if (const auto least = needed.slots[at->table][at->key]; size.size < least)
            return fmt::format("the spec names {} of `{}` itself: `{}={}` is too few", least, size.table, size.table, size.size);
        capacity.slots[at->table][at->key] = size.size;
    }
    model::resize(m, capacity);
    for (const model::Table& table : m.tables)
        if (records_of(m, table) > most_records)
            return fmt::format("`{}` would have more than the {} records that a table may have", table.name, most_records);
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

/// A file that is generated.
struct Made {
    std::filesystem::path path;
    std::string text;
};

/// The files, together; then what they were made from, then the stamp. `began` is before the first text was read: who edits a spec while it
/// is proved has edited it after that.
int write_all(const GenOptions& options, const spec::Sources& sources, const std::vector<Made>& files,
              std::filesystem::file_time_type began) {
    std::vector<std::filesystem::path> made;
    for (const Made& file : files) made.push_back(file.path);
    std::optional<std::string> rule;
    if (!options.depfile.empty()) {
        std::string why;
        rule = depfile(options.stamp.empty() ? made : std::vector<std::filesystem::path>{options.stamp}, sources, why);
        if (!rule) return refuse(fmt::format("a depfile has no way to say `{}`", why));
    }
    std::error_code error;
    std::string list;
    Replacing together;
    // The lock file, the last, is replaced first: were the others not any more, numbers would be kept that no code has, and not code have
    // numbers that a later run gives to other calls.
    for (auto file = files.rbegin(); file != files.rend(); ++file) {
        const std::filesystem::path directory = file->path.has_parent_path() ? file->path.parent_path() : ".";
        std::filesystem::create_directories(directory, error);
        if (error) return refuse(fmt::format("cannot make the directory {}: {}", directory.string(), error.message()));
        if (const auto problem = together.write_if_other(file->path, file->text)) return refuse(*problem);
    }
    for (const Made& file : files) list += file.path.string() + "\n";
    if (const auto problem = together.rename()) return refuse(*problem);
    if (rule)
        if (const auto problem = write_file(options.depfile, *rule)) return refuse(*problem);
    if (options.stamp.empty()) {
        print(list);
        return all_shown;
    }
    if (const auto problem = write_file(options.stamp, list)) return refuse(*problem);
    std::filesystem::last_write_time(options.stamp, began, error);
    if (error) return refuse(fmt::format("cannot set the time of {}: {}", options.stamp, error.message()));
    return all_shown;
}

/// What is generated only at times, and stands there from another time: it does not fit what is written now.
void warn_of_old(const std::filesystem::path& out, const std::string& system, const std::vector<Made>& made) {
    const std::string warning = Style{wants_colour(stderr)}.yellow("warning:");
    const auto now = [&](const std::filesystem::path& path) {
        return std::any_of(made.begin(), made.end(), [&](const Made& file) { return file.path == path; });
    };
    if (!now(out / (system + "_boot.hpp")))
        complain(fmt::format("{} `Tables` would be larger than {} MiB: only `boot` makes the state at boot, it is not generated as data\n",
                             warning, gen::most_image_bytes >> 20));
    for (const char* end : {"_boot.hpp", "_boot.cpp", "_boot.cpp.bin", "_test.cpp", ".h"}) {
        const std::filesystem::path path = out / (system + end);
        std::error_code unknown;
        if (!now(path) && std::filesystem::exists(path, unknown))
            complain(fmt::format("{} {} was generated earlier, and does not fit what is written now\n", warning, path.string()));
    }
}

int generate(const GenOptions& options) {
    if (options.out.empty()) return refuse("the directory to write to has no name");
    catch_interrupts();
    const auto began = std::filesystem::file_time_type::clock::now();
    Spec spec = load(options.file);
    print_diagnostics(spec);
    if (!spec.model) return bad_input;
    if (const std::string problem = set_sizes(*spec.model, options.set); !problem.empty()) return refuse(problem);

    for (const spec::Diagnostic& d : spec.diagnostics.all())
        if (d.code == "W0023") return refuse(fmt::format("{}: there is no code for this loop (W0023)", show_place(spec.sources, d.span)));
    const std::vector<std::string> twice = gen::collisions(*spec.model, options.c_layout);
    for (const std::string& sentence : twice) (void)refuse(sentence + " in the generated code: one of them needs another name");
    if (!twice.empty()) return bad_input;

    const std::filesystem::path lock =
        options.abi.empty() ? std::filesystem::path(options.out) / (spec.model->name + ".abi.json") : std::filesystem::path(options.abi);
    gen::Options how;
    std::vector<std::string> reasons;
    how.abi = numbers(*spec.model, lock, options.locked, reasons);
    for (const std::string& reason : reasons) (void)refuse(reason);
    if (!how.abi) return bad_input;
    how.tester = options.tester, how.c_layout = options.c_layout;
    spec.diagnostics = {};
    how.boot = check_boot(spec);
    if (spec.diagnostics.has_errors()) {
        print_diagnostics(spec);
        return bad_input;
    }
    if (!how.boot && spec.model->boot.size() > gen::most_boot_in_code)
        return refuse(fmt::format("`Tables` would be larger than {} MiB: a state at boot of {} records cannot be written for it",
                                  gen::most_image_bytes >> 20, spec.model->boot.size()));
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
        how.trusted = true;
    }
    for (const std::string& name : gen::costly_checkers(*spec.model))
        complain(fmt::format("{} the checker of {} is not linear in the records\n", Style{wants_colour(stderr)}.yellow("warning:"), name));
    std::vector<Made> made;
    const std::string numbers = gen::write_abi(*how.abi);
    for (gen::File& file : gen::generate(*spec.model, std::move(how)))
        made.push_back({std::filesystem::path(options.out) / file.name, std::move(file.text)});
    if (!options.locked) made.push_back({lock, numbers});
    const int exit = write_all(options, spec.sources, made, began);
    if (exit == all_shown) warn_of_old(options.out, spec.model->name, made);
    return exit;
}

}  // namespace

void add_gen(CLI::App& app, Action& action) {
    auto options = std::make_shared<GenOptions>();
    CLI::App* word = app.add_subcommand("gen", "Prove a spec, then generate its tables and calls in C++");
    word->add_option("FILE", options->file, "The spec")->required();
    word->add_option("-o,--output", options->out, "The directory to write to; made when it is not there")->required();
    word->add_option("--set", options->set, "Other table sizes than the spec's: page=1024,env=8")->allow_extra_args(false);
    word->add_option("--abi", options->abi, "The lock file that keeps the numbers of calls and errors; DIR/SYSTEM.abi.json");
    word->add_flag("--locked", options->locked, "The lock file must have every number already");
    word->add_flag("--without-proof", options->without_proof, "Do not prove; the generated files say so");
    word->add_flag("--c-layout", options->c_layout, "Also NAME.h, the layout of the tables as structs of C");
    word->add_option("--depfile", options->depfile, "Write what was read as a rule of Make: what was generated depends on it");
    word->add_option("--stamp", options->stamp,
                     "Write the names of the files here when all is done; the rule of --depfile is then for this file alone");
    word->add_flag(
        "--tester", options->tester,
        "Also NAME_test.cpp, a program that tests the generated code with random calls; best with small tables: --set page=3,env=2");
    word->add_option("--jobs", options->jobs, "Solvers at work at once; 0: one a core")->check(CLI::Range(0U, 1024U));
    word->callback([&action, options] { action = [options] { return generate(*options); }; });
}

}  // namespace fief::cli
