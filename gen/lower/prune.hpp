#pragma once
// What is left of a function when all that does nothing has gone.

#include "gen/program.hpp"

namespace fief::gen {

/// Takes out definitions of locals that nothing reads, and walks and branches that do nothing. Expressions have no effect, so nothing is
/// lost.
void prune(Function& function);
/// Sets whether the function asks for the time, and whether for the host, itself or through those that it invokes.
void note_uses(Function& function, const std::vector<Function>& functions);

}  // namespace fief::gen
