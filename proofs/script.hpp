#pragma once
// The questions of one step as SMT-LIB 2 text: self-contained, and the same bytes for the same spec whoever writes them.

#include "proofs/verify.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fief::proofs {

/// A file of checks. Each stands between a push and a pop and asserts the negation of what an obligation claims: unsat shows it.
struct Script {
    std::string preamble;             ///< what the file is, declarations, definitions, and everything that is assumed
    std::vector<std::string> checks;  ///< each a comment that names it, and one assertion

    [[nodiscard]] std::string text() const;
    /// Some of the checks, in their order.
    [[nodiscard]] std::string text(const std::vector<std::size_t>& some) const;
    /// One check and nothing to take back, for solvers that do not push and pop.
    [[nodiscard]] std::string text(std::size_t check) const;
};

/// The parts of a file as `text` writes it; nothing when it is of another form.
[[nodiscard]] std::optional<Script> read_script(std::string_view text);

/// A step's script and what its checks are about.
struct StepScript {
    StepRef step;
    std::vector<model::PropertyId> properties;  ///< by check
    std::vector<bool> framed;  ///< by check: the prover did not ask its solver, since the step changes nothing that the property reads
    Script script;
};

/// Every step with every obligation that a solver can be asked about, encoded anew. Throws nothing but what the encoding does.
[[nodiscard]] std::vector<StepScript> scripts_of(const Model& model, const Options& options);

/// "boot", a call's name, "time", "state".
[[nodiscard]] std::string word_of(const Model& model, const StepRef& step);

}  // namespace fief::proofs
