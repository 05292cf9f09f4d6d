#pragma once
// What came of a proof, for people and for programs.

#include "cli/files.hpp"
#include "cli/json.hpp"
#include "cli/terminal.hpp"
#include "proofs/verify.hpp"

#include <string>

namespace fief::cli {

/// A line a step: how many properties of each class were shown, how many of them by frame alone, and the time.
[[nodiscard]] std::string show_table(const model::Model& model, const proofs::Report& report, const Style& style);
/// Each obligation that was not shown, as a story: the run or the state, then what is broken.
[[nodiscard]] std::string show_failures(const Spec& spec, const proofs::Report& report, const Style& style);
/// Properties that the spec waives, with its reasons.
[[nodiscard]] std::string show_waived(const model::Model& model, const Style& style);
/// What a second solver confirmed, left open and contradicted: nothing when none was asked. What it did not confirm is listed.
[[nodiscard]] std::string show_second_opinion(const model::Model& model, const proofs::Report& report, const Style& style);
/// Totals and time, on one line.
[[nodiscard]] std::string show_totals(const proofs::Report& report, const Style& style);

/// "boot", "seize", "the passing of time", "every state".
[[nodiscard]] std::string show_step(const model::Model& model, const proofs::StepRef& step);

/// A step as programs read it: `kind`, and the call's name.
[[nodiscard]] Json json_of(const model::Model& model, const proofs::StepRef& step);
[[nodiscard]] std::string_view name_of(proofs::Verdict verdict);
[[nodiscard]] std::string_view name_of(proofs::Second::Verdict verdict);
/// How many obligations have each verdict.
[[nodiscard]] Json counts_of(const proofs::Report& report);
/// One file's object in the output of `verify --format json`.
[[nodiscard]] Json json_of(const Spec& spec, const proofs::Report& report);

/// The exit code that a report asks for.
[[nodiscard]] int exit_of(const proofs::Report& report);

}  // namespace fief::cli
