#pragma once
// Steps and events in words.

#include "model/interpreter.hpp"

#include <string>

namespace fief::model {

/// "alloc(page0) by env0", "1000us pass". An argument that is out of range is shown as the number it is.
[[nodiscard]] std::string show_step(const Layout& layout, const State& before, const Invocation& step);
/// "reclaim(env0, page0)"
[[nodiscard]] std::string show_event(const Layout& layout, const Emission& event);

}  // namespace fief::model
