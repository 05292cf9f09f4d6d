#pragma once
// Specs of any number of calls, to see what proving costs as they grow. Each is legal, and all of it holds.
//
// Five calls make a round: a frame is allocated, freed, granted to another environment, mapped and unmapped, as in Aegis. A spec of n calls
// has n / 5 rounds, and no two calls are the same.

#include <string>
#include <string_view>

namespace fief::bench {

enum class Growth {
    calls,   ///< one set of tables; each round is about frames of another use: as many properties, however many calls
    system,  ///< each round brings tables of its own, so properties grow with the calls, and obligations with their product
};

/// The spec of so many calls, a multiple of five.
[[nodiscard]] std::string synthetic(Growth growth, unsigned calls);

/// "calls", "system".
[[nodiscard]] std::string_view name(Growth growth);

}  // namespace fief::bench
