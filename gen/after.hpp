#pragma once
// What a call can have changed, and so what is to be checked after it.

#include "gen/program.hpp"

namespace fief::gen {

/// By function of the Program: for a call, the checkers that read a column which the call writes, or the time; for others, none. What all
/// other checkers said before the call still stands.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> checks_after(const Program& program);

}  // namespace fief::gen
