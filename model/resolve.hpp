#pragma once
// From syntax trees to the Model: every name, reference, right and unit of time; then what the declarations imply.

#include "model/model.hpp"
#include "spec/diagnostics.hpp"
#include "spec/parse.hpp"
#include "spec/syntax.hpp"

#include <optional>
#include <span>
#include <vector>

namespace fief::model {

/// The Model of these units (a file and what it imports, the root last), with every implied property. Errors and warnings go to
/// `diagnostics`; a Model is returned only when there was no error. `sources` gains the texts of the implied properties.
[[nodiscard]] std::optional<Model> resolve(const std::vector<spec::Unit>& units, spec::Sources& sources, spec::Diagnostics& diagnostics,
                                           const spec::ReadFile& read = spec::read_disk);

/// The same without what must hold and without the boot state: tables and calls, for who changes only what calls do. No warnings.
[[nodiscard]] std::optional<Model> resolve_calls_alone(const std::vector<spec::Unit>& units, spec::Sources& sources,
                                                       spec::Diagnostics& diagnostics, const spec::ReadFile& read);

/// Parses a file with its imports and resolves it: what every command does first.
[[nodiscard]] std::optional<Model> load(const std::filesystem::path& file, spec::Sources& sources, spec::Diagnostics& diagnostics,
                                        const spec::ReadFile& read = spec::read_disk);

}  // namespace fief::model
