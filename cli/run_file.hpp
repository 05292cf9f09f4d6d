#pragma once
// Runs on disk, in names: what `verify --save-run` writes and `replay` reads. The format is described in docs/json.md.

#include "cli/json.hpp"
#include "model/explore.hpp"

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

/// The run that a file tells, done again on the reference model. Nothing, with the reason in `why`, when the file does not fit the spec: a
/// name it does not have, a missing member, or a step whose recorded changes do not come of it.
[[nodiscard]] std::optional<model::Run> read_run(const model::Model& model, const std::string& text, std::string& why);

}  // namespace fief::cli
