#pragma once
// What a checker costs, where that is more than each record once.

#include "gen/program.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fief::gen {

/// "for each of 4096 page, 512 awaited; an `index awaited by page` would mend it": of the first scan, climb to the root or subtree that is
/// gone through once for each record of a scan. Walks along an index list or a row that begins at the record gone through are not such: all
/// of them together hold each record once.
[[nodiscard]] std::optional<std::string> more_than_linear(const Program& program, const std::vector<Table>& tables,
                                                          const Function& checker);

}  // namespace fief::gen
