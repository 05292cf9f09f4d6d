#pragma once
// What a call has found out is not asked again.

#include "gen/program.hpp"

namespace fief::gen {

/// Goes through calls, routines and the state at boot with what is known at each statement: the tests that were passed, and what locals
/// were defined as, until a write may have changed what they read. Questions that this answers go, and so do branches that come out one way
/// only; where a column is known to hold what a local holds, the local is read. A walk of one round is its body.
void settle(Program& program);

}  // namespace fief::gen
