#pragma once
// `aegis_check.hpp`: run-time checkers of the spec's properties, and of the lists, counts and numbers behind them.

#include "gen/print/print.hpp"

namespace fief::gen {

/// What stands in the namespace: a checker for each, all in one, and for each call those of what it can have changed.
void print_checkers(Writer& out, const model::Model& model, const Program& program, const Printer& printer);

}  // namespace fief::gen
