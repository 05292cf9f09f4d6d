#pragma once
// The generated tables for others than C++: debuggers, library OSes in C, tools of other languages.

#include "gen/abi.hpp"
#include "gen/program.hpp"

#include <string>

namespace fief::gen {

/// `aegis.json`: where every field of every record lies, and the numbers of calls, errors, rights, events and names.
[[nodiscard]] std::string layout_json(const model::Model& model, const Program& program, const Abi& abi, const std::string& provenance);

/// `aegis.h`: the same layout as structs of C11, asserted to be the same bytes, for who maps the tables read-only.
[[nodiscard]] std::string c_layout(const model::Model& model, const Program& program, const Abi& abi, const std::string& provenance);

}  // namespace fief::gen
