// The bench of calls at one size: compiled once for each, with the generated namespace renamed, so that all can be in one program.

#include "bench/agree.hpp"
#include "bench/load.hpp"
#include "bench/sides.hpp"
#include "bench/sizes.hpp"

#include <chrono>
#include <cstring>
#include <memory>

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

namespace {

/// The least of some runs, in seconds.
template <class Body>
double seconds(unsigned runs, Body body) {
    double least = 1e9;
    for (unsigned n = 0; n < runs; ++n) {
        const auto begin = std::chrono::steady_clock::now();
        body();
        least = std::min(least, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    return least;
}

/// The check, whichever of time and host its properties ask for.
template <class T>
auto check(const T& tables) {
    if constexpr (requires { aegis::check(tables); }) return aegis::check(tables);
    else return aegis::check(tables, Generated::host.now());
}

}  // namespace

Checked check_all(unsigned runs) {
    Load<Generated>::fill();
    Checked out{Generated::cap, sizeof Generated::tables, 0, 0, nullptr};
    out.check = seconds(runs, [&] {
        if (const auto violation = check(Generated::tables)) out.broken = violation.property;
    });
    const auto copy = std::make_unique<unsigned char[]>(out.bytes);
    std::memset(copy.get(), 1, out.bytes);
    out.copy = seconds(std::max(runs, 3U), [&] {
        std::memcpy(copy.get(), &Generated::tables, out.bytes);
        benchmark::ClobberMemory();
    });
    return out;
}

}  // namespace fief::bench::FIEF_AT
