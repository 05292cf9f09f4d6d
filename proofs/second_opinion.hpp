#pragma once
// The same questions, as text, to a solver that shares no code with ours.

#include "proofs/solver_command.hpp"

namespace fief::proofs {

/// cvc5, once it has shown that it answers. Nothing otherwise, with `why`.
class SecondSolver {
public:
    [[nodiscard]] static std::optional<SecondSolver> find(std::string& why);

    /// "cvc5 1.0.3".
    [[nodiscard]] const std::string& name() const { return name_; }
    /// Checks that should be unsat: all in one process, then alone, then as a search for finite models. Checks that should be sat: as such
    /// a search.
    [[nodiscard]] std::vector<Opinion> ask(const Script& script, const std::vector<Said>& expected, const Patience& patience) const;

private:
    SecondSolver(std::string name, SolverCommand proves, SolverCommand finds)
        : name_(std::move(name)), proves_(std::move(proves)), finds_(std::move(finds)) {}

    std::string name_;
    SolverCommand proves_, finds_;
};

/// Asks about every answer of the report that our solver gave: that an obligation is proved (unsat) or that a state breaks it (sat). What
/// was shown by a run is none of a solver's business. An answer that is contradicted becomes unknown, with the reason.
void second_opinion(const Model& model, const Options& options, const SecondSolver& solver, Report& report, const Patience& patience,
                    const std::function<void(const Progress&)>& progress = {});

}  // namespace fief::proofs
