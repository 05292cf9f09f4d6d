#pragma once
// Whether the state at boot keeps the invariants: the checkers that the kernel gets, run on the image that it gets.

#include "gen/boot/image.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace fief::gen {

/// An invariant that the state at boot breaks.
struct BrokenAtBoot {
    model::PropertyId property;
    std::optional<model::ExprId> part;  ///< the part of its formula that does not hold, where the checker tells
    /// The values of its variables that are records, in their order.
    std::vector<std::pair<model::TableId, Value>> records;
};

/// What is broken, at most `most` of it, each property with each first record once. Properties without a checker, and those that ask a
/// relation of the host's, are left to the proof.
[[nodiscard]] std::vector<BrokenAtBoot> check_boot(const model::Model& model, const Program& program, Image& image, std::size_t most);

}  // namespace fief::gen
