// fief check: parse, resolve, type; and, asked to, what there is.

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/fragment.hpp"
#include "cli/json.hpp"
#include "cli/listing.hpp"
#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <memory>

namespace fief::cli {
namespace {

struct CheckOptions {
    std::vector<std::string> files;
    std::string format = "text";
    bool list = false;
};

std::string summary(const Spec& spec) {
    const std::size_t errors = spec.diagnostics.errors(), warnings = spec.diagnostics.warnings();
    std::string counts = count_of(errors, "error");
    if (warnings > 0) counts += ", " + count_of(warnings, "warning");
    if (!spec.model) return fmt::format("{}: {}\n", spec.path, counts);
    const model::Model& m = *spec.model;
    return fmt::format("{}: {}: {}, {}, {}; {}\n", spec.path, m.name, count_of(m.tables.size(), "table"), count_of(m.calls.size(), "call"),
                       m.properties.size() == 1 ? "1 property" : fmt::format("{} properties", m.properties.size()), counts);
}

int check(const CheckOptions& options) {
    int exit = all_shown;
    Json files = Json::array();
    for (const std::string& path : options.files) {
        const Spec spec = load(path);
        if (!spec.model) exit = worse(exit, bad_input);
        if (options.format == "json") {
            Json file = {{"file", path}, {"diagnostics", json_of(spec.diagnostics, spec.sources)}};
            if (spec.model) {
                file.update(json_listing(spec));
                file["cycles_of_sorts"] = json_of(cycles_of_sorts(spec), spec.sources);
            }
            files.push_back(std::move(file));
            continue;
        }
        print_diagnostics(spec);
        print(summary(spec));
        if (options.list && spec.model) {
            const Style style{wants_colour(stdout)};
            print("\n" + listing(spec, style));
            const spec::Diagnostics cycles = cycles_of_sorts(spec);
            if (!cycles.all().empty()) print(fmt::format("\n{}\n", style.bold("where the solver need not end")));
            for (const spec::Diagnostic& d : cycles.all()) print(spec::render(d, spec.sources, style.colour) + "\n");
        }
    }
    if (options.format == "json") print(dump({{"format", "fief check"}, {"version", json_version}, {"files", std::move(files)}}));
    return exit;
}

}  // namespace

void add_check(CLI::App& app, Action& action) {
    auto options = std::make_shared<CheckOptions>();
    CLI::App* word = app.add_subcommand("check", "Parse, resolve and type a spec");
    word->add_option("FILE", options->files, "The specs to check")->required();
    word->add_flag("--list", options->list, "Show tables, calls, events, and every property with where it comes from");
    word->add_option("--format", options->format, "text for people, json for programs")->check(CLI::IsMember({"text", "json"}));
    word->callback([&action, options] { action = [options] { return check(*options); }; });
}

}  // namespace fief::cli
