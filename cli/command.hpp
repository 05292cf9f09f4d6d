#pragma once
// The words of the command `fief`, one file each, and what they have in common.

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace fief::cli {

/// What the process returns; scripts depend on it.
enum Exit : int {
    all_shown = 0,  ///< everything asked for was shown, written or well formed
    broken = 1,     ///< something was refuted, not inductive, or not in the one format
    bad_input = 2,  ///< a file, an option or an argument is wrong
    unknown = 3,    ///< neither shown nor broken: time, memory, incompleteness, or Ctrl-C
    bug = 70,       ///< fief broke a promise of its own
};

/// Of two files' outcomes, the one that the process reports: bad input, then broken, then unknown.
[[nodiscard]] int worse(int one, int other);

/// What a parsed command line asks for; returns an Exit.
using Action = std::function<int()>;

// Each adds one subcommand; when the command line names it, `action` becomes what it does.
void add_check(CLI::App& app, Action& action);
void add_fmt(CLI::App& app, Action& action);
void add_verify(CLI::App& app, Action& action);
void add_gen(CLI::App& app, Action& action);
void add_simulate(CLI::App& app, Action& action);
void add_replay(CLI::App& app, Action& action);
void add_audit(CLI::App& app, Action& action);
void add_mutate(CLI::App& app, Action& action);
void add_draw(CLI::App& app, Action& action);
void add_explain(CLI::App& app, Action& action);

}  // namespace fief::cli
