#pragma once
// What a call can have changed, and so what is to be checked after it.

#include "gen/program.hpp"

namespace fief::gen {

/// The Program, and after its functions one `check_after_CALL` for each call, with the parts of checkers that these ask
/// (gen/after/narrowing.hpp). It says what all checkers would say of a state that a call has led to, when they said nothing before it and
/// the call succeeded: those that read no column which the call writes say what they said. Of the others, those are asked of a few records
/// where it is known after the call which records it wrote; else they are asked whole.
[[nodiscard]] Program with_checks_after(const model::Model& model, Program program);

}  // namespace fief::gen
