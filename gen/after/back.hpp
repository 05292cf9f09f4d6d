#pragma once
// From a record to those that see it.

#include "gen/program.hpp"

#include <span>
#include <string>

namespace fief::gen {

/// A new local of the function, with this name or one that begins so.
[[nodiscard]] Expr fresh_local(Function& function, const std::string& base, Type type);

/// Appends to `out` walks that go against the steps of a Reading (gen/after/readings.hpp), from the record that they lead to, to all from
/// which they lead there, and ask `one` of each. A step through a field is gone back along the list of who refers so, one to the first
/// key through the row. False when there is no such list.
[[nodiscard]] bool ask_back(const Program& program, Function& function, Block& out, std::span<const Place> through, const Expr& record,
                            std::uint32_t one);

}  // namespace fief::gen
