// The bench of calls at one size: compiled once for each, with the generated namespace renamed, so that all can be in one program.

#include "bench/after.hpp"
#include "bench/agree.hpp"
#include "bench/load.hpp"
#include "bench/sides.hpp"
#include "bench/sizes.hpp"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <functional>
#include <memory>
#include <vector>

namespace fief::bench::FIEF_AT {

std::string compare(std::uint64_t calls) {
    std::string differ;
    for (std::uint32_t seed = 1; seed <= 4 && differ.empty(); ++seed) differ = disagreement<Generated, Hand>(calls / 4, seed);
    return differ;
}

namespace {

double median(std::vector<double>& x) {
    std::nth_element(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(x.size() / 2), x.end());
    return x[x.size() / 2];
}

/// The two sides by turns, block by block: what else the machine does meets both. Counters: the medians of the blocks, and of their ratios.
void by_turns(benchmark::State& state, const Block& generated, const Block& hand) {
    std::vector<double> g, h, ratio;
    for (auto _ : state) {
        const bool first = g.size() % 2 == 0;
        if (first) g.push_back(generated());
        h.push_back(hand());
        if (!first) g.push_back(generated());
        ratio.push_back(g.back() / h.back());
        state.SetIterationTime((g.back() + h.back()) * 1e-9);  // of one call of each
    }
    state.counters["generated"] = median(g);
    state.counters["hand"] = median(h);
    state.counters["ratio"] = median(ratio);
}

}  // namespace

void add() {
    std::vector<std::function<Block()>> hand;
    Load<Hand>::each([&](const char*, std::uint32_t, auto make) { hand.push_back([make] { return make(Load<Hand>::get()); }); });
    std::size_t at = 0;
    Load<Generated>::each([&](const char* call, std::uint32_t matches, auto make) {
        const std::string name = std::string(call) + "/" + std::to_string(matches) + "/" + std::to_string(Generated::cap);
        benchmark::RegisterBenchmark(
            name.c_str(), [make, other = hand[at]](benchmark::State& state) { by_turns(state, make(Load<Generated>::get()), other()); })
            ->UseManualTime()
            ->Iterations(100);
        ++at;
    });
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

std::vector<AfterCall> check_after() { return AfterCalls().run(); }

Checked check_all(unsigned runs) {
    (void)Load<Generated>::get();
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
