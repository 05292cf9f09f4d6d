#include "cli/searched.hpp"

#include "cli/sizes.hpp"
#include "cli/terminal.hpp"

#include <fmt/format.h>

namespace fief::cli {

std::string show_searched(const model::Model& model, const proofs::Searched& s) {
    const std::string at = show_sizes(model, s.capacity), states = count_of(s.states, "state");
    if (s.complete) return fmt::format("every reachable state was searched at {} ({}): no run", at, states);
    const std::string_view some = s.all_values ? "of the moments until which time may pass only some were tried"
                                  : s.all_moments
                                      ? "of numbers from wide ranges only some were tried"
                                      : "of numbers from wide ranges, and of moments until which time may pass, only some were tried";
    if (s.exhausted) return fmt::format("no run was found at {} ({}; {})", at, states, some);
    const std::string steps = count_of(s.depth, "step");
    if (s.all_values && s.all_moments) return fmt::format("no run of up to {} at {} ({})", steps, at, states);
    return fmt::format("no run of up to {} was found at {} ({}; {})", steps, at, states, some);
}

}  // namespace fief::cli
