#pragma once
// Names of the spec as C++ identifiers.

#include <string>
#include <string_view>

namespace fief::gen {

/// The name itself, or with an underscore where C++ has taken it.
[[nodiscard]] std::string identifier(std::string_view name);

/// "page_table" as "PageTable".
[[nodiscard]] std::string camel(std::string_view name);

/// `page.phase` as the name of a macro: PAGE_PHASE.
[[nodiscard]] std::string upper(std::string_view name);

}  // namespace fief::gen
