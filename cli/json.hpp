#pragma once
// What programs read: every schema is described in docs/json.md.

#include "cli/files.hpp"
#include "model/explore.hpp"
#include "model/model.hpp"
#include "model/state.hpp"

#include <nlohmann/json.hpp>

#include <string_view>

namespace fief::cli {

/// The keys of an object stay in the order in which they were written.
using Json = nlohmann::ordered_json;

/// Raised with every incompatible change of a schema.
inline constexpr int json_version = 1;

[[nodiscard]] Json json_of(const spec::Sources& sources, spec::Span span);
[[nodiscard]] Json json_of(const spec::Diagnostic& diagnostic, const spec::Sources& sources);
[[nodiscard]] Json json_of(const spec::Diagnostics& diagnostics, const spec::Sources& sources);
[[nodiscard]] std::string_view name_of(model::Noun noun);
[[nodiscard]] std::string_view name_of(model::Property::Kind kind);
/// Bytes of foreign files that are not UTF-8 are replaced, never thrown.
[[nodiscard]] std::string dump(const Json& json);

}  // namespace fief::cli
