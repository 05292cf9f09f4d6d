#pragma once
// A solver outside this process: a command that reads SMT-LIB 2, from a file or from its input, and prints an answer a check.

#include "proofs/opinion.hpp"
#include "proofs/script.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fief::proofs {

class SolverCommand {
public:
    /// The command (words as a shell splits them), once it has shown that it tells sat from unsat. Nothing otherwise, with `why`.
    [[nodiscard]] static std::optional<SolverCommand> find(const std::string& command, std::string& why);

    [[nodiscard]] const std::string& command() const { return command_; }

    /// What it says of these checks. One process answers as many as it can; after one that it does not answer, another goes on with the
    /// rest. What is then without an answer is asked again, each check alone.
    [[nodiscard]] std::vector<Opinion> ask(const Script& script, const std::vector<std::size_t>& checks, const Patience& patience) const;
    /// Each check alone, in a process of its own.
    [[nodiscard]] Opinion ask(const Script& script, std::size_t check, const Patience& patience) const;

private:
    enum class Reads { file, input };
    std::string command_;
    std::vector<std::string> words_;
    Reads reads_ = Reads::file;
    bool pops_ = true;  ///< it knows push and pop

    /// The answers of one process, up to the first that it does not give: that one has a reason.
    [[nodiscard]] std::vector<Opinion> run(const std::string& text, std::size_t checks, const Patience& patience) const;
    [[nodiscard]] std::vector<Opinion> converse(const std::string& text, std::size_t checks, const Patience& patience) const;
};

/// The first line that the command prints when it is asked for its version, or nothing.
[[nodiscard]] std::string version_of(const std::string& command);

}  // namespace fief::proofs
