// The command `fief`: finds the word, runs it, and turns whatever happens into an exit code.

#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "cli/terminal.hpp"
#include "proofs/verify.hpp"
#include "spec/diagnostics.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <exception>

namespace fief::cli {

int worse(int one, int other) {
    constexpr auto rank = [](int e) { return e == bad_input ? 3 : e == broken ? 2 : e == unknown ? 1 : e == all_shown ? 0 : 4; };
    return rank(one) >= rank(other) ? one : other;
}

namespace {

/// The word nearest to a misspelt subcommand or option of this command line, or an empty string.
std::string suggestion(const CLI::App& app, const std::vector<std::string>& words) {
    const CLI::App* at = &app;
    for (const std::string& word : words) {
        std::vector<std::string> known;
        if (word.starts_with("-")) {
            for (const CLI::Option* option : at->get_options())
                for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
            const std::string name = word.substr(0, word.find('='));
            if (name.starts_with("--") && std::find(known.begin(), known.end(), name) == known.end()) return spec::nearest(name, known);
        } else if (at == &app) {
            for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
                known.push_back(sub->get_name());
                if (word == sub->get_name()) at = sub;
            }
            if (at == &app) return spec::nearest(word, known);
        }
    }
    return {};
}

int run(int argc, char** argv) {
    CLI::App app("Fief: the capability tables of a kernel, from one text that is run, proved, and turned into C++.", "fief");
    app.set_version_flag("--version", [] { return fmt::format("fief {} ({})", FIEF_VERSION, proofs::solver_version()); });
    app.require_subcommand(1);
    app.footer("Exit codes: 0 all shown, 1 refuted or not inductive, 2 bad input or usage, 3 unknown, 70 a bug in fief.");
    Action action;
    add_check(app, action);
    add_fmt(app, action);
    add_verify(app, action);
    add_gen(app, action);
    add_simulate(app, action);
    add_replay(app, action);
    add_audit(app, action);
    add_mutate(app, action);
    add_draw(app, action);
    add_explain(app, action);
    if (argc < 2) {
        complain(app.help());
        return bad_input;
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) { return app.exit(success); } catch (const CLI::ParseError& error) {
        const Style style{wants_colour(stderr)};
        const std::string near = suggestion(app, {argv + 1, argv + argc});
        complain(fmt::format("{} {}\n", style.red("error:"), error.what()));
        if (!near.empty()) complain(fmt::format("did you mean `{}`?\n", near));
        const auto chosen = app.get_subcommands();
        complain(fmt::format("`fief {}--help` shows how it is used\n", chosen.empty() ? "" : chosen.front()->get_name() + " "));
        return bad_input;
    }
    return action();
}

}  // namespace
}  // namespace fief::cli

int main(int argc, char** argv) {
    using namespace fief::cli;
    catch_aborts();
    try {
        const int exit = run(argc, argv);
        if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
            complain("error: cannot write to standard output\n");
            return worse(exit, bad_input);
        }
        return exit;
    } catch (const std::exception& e) {
        complain(fmt::format("fief: {}: this is a bug in fief\n", e.what()));
        return bug;
    }
}
