#pragma once
// What came of a spec's mutants, for people and for programs.

#include "cli/files.hpp"
#include "cli/json.hpp"
#include "cli/terminal.hpp"
#include "model/explained.hpp"
#include "proofs/mutate.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fief::cli {

/// A mutant as it is reported.
struct JudgedMutant {
    enum class Verdict { killed, equivalent, explained, survived, unknown, invalid, untried };
    const model::Mutant* mutant = nullptr;
    const proofs::MutantResult* result = nullptr;
    const model::Explanation* explanation = nullptr;  ///< explained: a survivor of which the spec says why
    Verdict verdict = Verdict::untried;
};
[[nodiscard]] std::string_view name_of(JudgedMutant::Verdict verdict);

/// A report with the explanations that the spec gives.
struct Judgement {
    std::vector<JudgedMutant> mutants;

    Judgement(const std::vector<model::Mutant>& mutants, const proofs::MutationReport& report,
              const std::vector<model::Explanation>& explanations, const spec::Sources& sources);

    [[nodiscard]] std::size_t count(JudgedMutant::Verdict verdict) const;
    /// Killed, of those killed and those that survived without an explanation: 0 to 1; nothing when there are none.
    [[nodiscard]] std::optional<double> score() const;
    /// Explanations of what does not survive. Meaningful when every mutant was tried.
    [[nodiscard]] std::vector<spec::Diagnostic> unfounded(const std::vector<model::Explanation>& explanations) const;
};

/// Each survivor and each unknown one, with its line.
[[nodiscard]] std::string show_survivors(const Spec& spec, const Judgement& judgement, const Style& style);
/// A line an operator.
[[nodiscard]] std::string show_operators(const Judgement& judgement);
[[nodiscard]] std::string show_mutation_totals(const Judgement& judgement, const proofs::MutationReport& report, const Style& style);
/// The members of `fief mutate --format json` that come of a spec without errors.
[[nodiscard]] Json json_of(const Spec& spec, const Judgement& judgement, const proofs::MutationReport& report);
/// The exit code that a report asks for.
[[nodiscard]] int exit_of(const Judgement& judgement, const proofs::MutationReport& report);

}  // namespace fief::cli
