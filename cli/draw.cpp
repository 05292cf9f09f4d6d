// fief draw: a spec's tables and revocations, or a run, as a picture.

#include "gen/draw/draw.hpp"

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/option_checks.hpp"
#include "cli/run_file.hpp"
#include "cli/terminal.hpp"
#include "gen/draw/render.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <memory>

namespace fief::cli {
namespace {

struct DrawOptions {
    std::string file, out, run;
    double limit = 30;
};

int fail(std::string_view message) {
    complain(fmt::format("{} {}\n", Style{wants_colour(stderr)}.red("error:"), message));
    return bad_input;
}

/// What is wrong with a file's name that tells no format.
std::string no_format(const std::string& path) {
    const std::size_t dot = path.rfind('.'), slash = path.rfind('/');
    const std::string known = "pictures are svg, png, pdf or dot, by the suffix of their file";
    if (dot == std::string::npos || (slash != std::string::npos && dot < slash)) return fmt::format("{} has no suffix; {}", path, known);
    const std::string near = spec::nearest(path.substr(dot + 1), {"svg", "png", "pdf", "dot"});
    return fmt::format("{}: {}{}", path, known, near.empty() ? "" : fmt::format("; did you mean `.{}`?", near));
}

/// The picture that is asked for; nothing when the run is none of the spec, which has then been said.
std::optional<gen::Picture> picture_of(const Spec& spec, const DrawOptions& options) {
    if (options.run.empty()) return gen::draw_spec(*spec.model);
    std::string why;
    if (const auto text = read_file(options.run, why); text && is_two_runs(*text)) {
        const auto both = read_two_runs(*spec.model, *text, why);
        if (both) return gen::draw_two_runs(*spec.model, both->runs, both->leak);
        fail(fmt::format("{} holds no two runs of {}: {}", options.run, options.file, why));
        return std::nullopt;
    }
    const auto run = load_run(*spec.model, options.run, options.file, why);
    if (!run) {
        fail(why);
        return std::nullopt;
    }
    return gen::draw_run(*spec.model, run->run, run->broken);
}

int draw(const DrawOptions& options) {
    const auto format = gen::format_of(options.out);
    if (!format) return fail(no_format(options.out));
    const Spec spec = load(options.file);
    print_diagnostics(spec);
    if (!spec.model) return bad_input;
    const auto picture = picture_of(spec, options);
    if (!picture) return bad_input;
    const gen::Rendered drawn = gen::render(*picture, *format, std::chrono::milliseconds(static_cast<std::int64_t>(options.limit * 1000)));
    switch (drawn.outcome) {
        case gen::Rendered::Outcome::late:
            complain(fmt::format("nothing was written: the layout was not done after {} s (--timeout)\n", options.limit));
            return unknown;
        case gen::Rendered::Outcome::failed: return fail(fmt::format("cannot draw {}: {}", options.file, drawn.why));
        case gen::Rendered::Outcome::done: break;
    }
    if (const auto problem = write_file(options.out, drawn.bytes)) return fail(*problem);
    return all_shown;
}

}  // namespace

void add_draw(CLI::App& app, Action& action) {
    auto options = std::make_shared<DrawOptions>();
    CLI::App* word = app.add_subcommand("draw", "Draw the tables and revocations of a spec, or a run as a storyboard");
    word->add_option("FILE", options->file, "The spec")->required();
    word->add_option("-o,--output", options->out, "The picture: .svg, .png, .pdf or .dot")->required();
    word->add_option("--run", options->run,
                     "A run, or two that leak, as written by --save-run of verify and simulate: draws its storyboard");
    word->add_option("--timeout", options->limit, "Seconds for the layout")->check(seconds(0.001, 86400.0))->capture_default_str();
    word->callback([&action, options] { action = [options] { return draw(*options); }; });
}

}  // namespace fief::cli
