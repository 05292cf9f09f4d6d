#pragma once
// Runs on disk, in names: what `--save-run` writes and `replay` reads. The formats are described in docs/json.md.

#include "cli/json.hpp"
#include "model/explore.hpp"
#include "model/two_runs.hpp"

#include <optional>
#include <string>

namespace fief::cli {

/// A run in names; `broken` names what its last step breaks, or is empty.
[[nodiscard]] Json json_of(const model::Model& model, const model::Run& run, const std::string& spec, const std::string& broken);

/// A state in names: `now` and, by record, its fields; records that are not live are left out.
[[nodiscard]] Json json_of(const model::Layout& layout, const model::State& state);

/// The sizes of every table with slots.
[[nodiscard]] Json json_of(const model::Model& model, const model::Capacity& capacity);

/// A step in names.
[[nodiscard]] Json json_of(const model::Layout& layout, const model::Invocation& step);

/// A value in names: a record by its name, rights as an array, numbers, moments and slots as numbers.
[[nodiscard]] Json json_of(const model::Layout& layout, const model::Type& type, model::Value value);

/// What a file of this name is to hold: an ITF trace (itf.hpp) where it ends in ".itf.json", else the JSON of the run.
[[nodiscard]] std::string text_of(const model::Model& model, const model::Run& run, const std::string& spec, const std::string& broken,
                                  std::string_view path);

/// What a run file tells.
struct RunFile {
    model::Run run;
    std::string broken;  ///< the property that its last step breaks, as far as the file says so
};

/// The run that a file's text tells, in either format, done again on the reference model. Nothing, with the reason in `why`, when the file
/// does not fit the spec: a name it does not have, a missing member, or a step that does not do what the file says.
[[nodiscard]] std::optional<RunFile> read_run(const model::Model& model, const std::string& text, std::string& why);

/// The same of a file; `why` is then a whole sentence, and `spec` the name of the spec in it.
[[nodiscard]] std::optional<RunFile> load_run(const model::Model& model, const std::string& path, const std::string& spec,
                                              std::string& why);

/// Two runs that a step takes apart, in names. Only this tree's own format holds them.
[[nodiscard]] Json json_of(const model::Model& model, const model::RunsApart& apart, const std::string& spec);

/// Two runs and how an observer tells them apart.
struct TwoRunsFile {
    model::RunsApart runs;
    model::Leak leak;
};

/// Whether the text is of two runs; it may still be wrong.
[[nodiscard]] bool is_two_runs(const std::string& text);

/// The two runs that a text tells, done again on the reference model. Nothing, with the reason in `why`, as of `read_run`, or when the step
/// takes nothing apart.
[[nodiscard]] std::optional<TwoRunsFile> read_two_runs(const model::Model& model, const std::string& text, std::string& why);

}  // namespace fief::cli
