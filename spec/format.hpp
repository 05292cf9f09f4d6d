#pragma once
// The one format of a `.fief` file: idempotent, and no comment is lost.

#include "spec/source.hpp"

#include <string>

namespace fief::spec {

/// The text of a file that parsed without error, laid out in the one format. format(format(x)) == format(x).
[[nodiscard]] std::string format(const SourceFile& file);

}  // namespace fief::spec
