#pragma once
// Several walks over one list become one.

#include "gen/program.hpp"

namespace fief::gen {

/// Where a call or routine goes along the same list more than once, and what it does there the first time touches no column that matters to
/// what it does until then, nor the list, it does both as it goes along once: the last time. What it leaves behind is the same.
void fuse(Program& program);

}  // namespace fief::gen
