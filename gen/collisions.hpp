#pragma once
// Different names of a spec that would be one name in the generated files.

#include "model/model.hpp"

#include <string>
#include <vector>

namespace fief::gen {

/// The types and constants that the namespace of the generated code has for this spec.
[[nodiscard]] std::vector<std::string> names_of_namespace(const model::Model& model);

/// A sentence for each name that two things would have. With `c_layout` also of the header for C.
[[nodiscard]] std::vector<std::string> collisions(const model::Model& model, bool c_layout);

}  // namespace fief::gen
