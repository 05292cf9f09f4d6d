// The bench of calls at one size: compiled once for each, with the generated namespace renamed, so that all can be in one program.

#include "bench/agree.hpp"
#include "bench/load.hpp"
#include "bench/sides.hpp"

namespace fief::bench::FIEF_AT {

std::string compare(std::uint64_t calls) {
    std::string differ;
    for (std::uint32_t seed = 1; seed <= 4 && differ.empty(); ++seed) differ = disagreement<Generated, Hand>(calls / 4, seed);
    return differ;
}

void add() {
    Load<Generated>::add();
    Load<Hand>::add();
}

}  // namespace fief::bench::FIEF_AT
