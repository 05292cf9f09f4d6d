#pragma once
// Boot data that breaks a property: which record is to blame, and where it stands.

#include "model/model.hpp"
#include "spec/diagnostics.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace fief::model {

/// The place of a field's value in a row of a CSV file with boot records, or the row where there is none.
[[nodiscard]] Span boot_cell(const spec::Sources& sources, Span row, std::string_view field);

/// Says that the state at boot breaks a property, with records that it breaks it for: at the first of them that the spec gives, and there
/// at the value that the property, or the part of it that does not hold, asks about. `records` are the property's variables that are
/// records, in their order.
void blame_boot(const Model& model, const spec::Sources& sources, PropertyId property, std::optional<ExprId> part,
                const std::vector<std::pair<TableId, Value>>& records, spec::Diagnostics& diagnostics);

}  // namespace fief::model
