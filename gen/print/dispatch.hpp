#pragma once
// `aegis_dispatch.hpp`: the system-call table, from raw registers to typed calls.

#include "gen/abi.hpp"
#include "gen/print/print.hpp"

namespace fief::gen {

/// The text from the namespace's opening to its end.
void print_dispatch(Writer& out, const model::Model& model, const Program& program, const Printer& printer, const Abi& abi);

}  // namespace fief::gen
