// fief fmt: the one format, in place.

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/terminal.hpp"
#include "spec/format.hpp"
#include "spec/parse.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <memory>

namespace fief::cli {
namespace {

struct FmtOptions {
    std::vector<std::string> files;
    bool check = false;
};

/// Only the file itself is read, not what it imports.
int format_one(const std::string& path, bool check) {
    const Style style{wants_colour(stderr)};
    std::string why;
    std::optional<std::string> text = spec::read_disk(path, why);
    if (!text) {
        complain(fmt::format("{} cannot read {}: {}\n", style.red("error:"), path, why));
        return bad_input;
    }
    Spec spec;
    spec.path = path;
    const std::uint32_t file = spec.sources.add(path, std::move(*text));
    static_cast<void>(spec::parse(spec.sources, file, spec.diagnostics));
    if (spec.diagnostics.has_errors()) {
        print_diagnostics(spec);
        return bad_input;
    }
    const std::string formatted = spec::format(spec.sources[file]);
    if (formatted == spec.sources[file].text()) return all_shown;
    if (check) {
        print(fmt::format("{}: not in the one format: `fief fmt {}` changes it\n", path, path));
        return broken;
    }
    if (const auto problem = write_file(path, formatted)) {
        complain(fmt::format("{} {}\n", style.red("error:"), *problem));
        return bad_input;
    }
    print(fmt::format("{}: formatted\n", path));
    return all_shown;
}

}  // namespace

void add_fmt(CLI::App& app, Action& action) {
    auto options = std::make_shared<FmtOptions>();
    CLI::App* word = app.add_subcommand("fmt", "Bring a spec into the one format, in place");
    word->add_option("FILE", options->files, "The specs to format")->required();
    word->add_flag("--check", options->check, "Change nothing; exit 1 when a file is not in the format");
    word->callback([&action, options] {
        action = [options] {
            int exit = all_shown;
            for (const std::string& path : options->files) exit = worse(exit, format_one(path, options->check));
            return exit;
        };
    });
}

}  // namespace fief::cli
