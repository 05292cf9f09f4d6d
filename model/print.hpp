#pragma once
// Resolved expressions, back in the language.

#include "model/model.hpp"

#include <string>

namespace fief::model {

/// The expression as the language would write it, on one line, with no more brackets than it needs. Guards and routines appear as
/// what they were expanded to.
[[nodiscard]] std::string print(const Model& model, ExprId expr);

/// A type as the language would write it.
[[nodiscard]] std::string print(const Model& model, const Type& type);

/// "{read, write}", or "{}"; "all" for every right of the table, when it has any.
[[nodiscard]] std::string print_rights(const Model& model, TableId table, Value mask);

/// A duration in the clock's unit: "1000us".
[[nodiscard]] std::string print_duration(const Model& model, Value amount);

}  // namespace fief::model
