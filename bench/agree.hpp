#pragma once
// Before anything is measured: both sides are driven with the same random calls, and have to say and show the same.

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace fief::bench {

/// What differs first, or nothing.
template <class A, class B>
std::string disagreement(std::uint64_t calls, std::uint32_t seed) {
    std::mt19937 random(seed);
    auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    // Now and then a number that no record has.
    auto some = [&](std::uint32_t n) { return below(50) == 0 ? n + below(3) : below(n); };
    auto state = [](auto side) {
        std::vector<std::uint64_t> out;
        decltype(side)::look([&](std::uint64_t x) { out.push_back(x); });
        return out;
    };
    A::boot();
    B::boot();
    std::uint64_t succeeded = 0;
    for (std::uint64_t n = 0; n < calls; ++n) {
        const std::uint32_t e = some(A::env), e2 = some(A::env), p = some(A::page), c = some(A::cap), v = some(A::slot), i = some(A::lost);
        const unsigned r = below(20) == 0 ? below(256) : below(8), what = below(100);
        std::uint32_t a = 0, b = 0;
        auto one = [&](auto side, std::uint32_t& out) -> unsigned {
            using S = decltype(side);
            switch (what) {
                case 0: return S::exit(e);
                case 1:
                case 2:
                case 3: return S::spawn(out);
                case 4:
                case 5: return S::revoke(e, c);
                case 6:
                case 7:
                case 8: return S::evict(p);
                case 9:
                case 10: return S::free(e, p);
                default: break;
            }
            if (what < 22) return S::alloc(e, p, out);
            if (what < 26) return S::mark(e, p);
            if (what < 28) return S::unmark(e, p);
            if (what < 50) return S::share(e, c, e2, r, out);
            if (what < 66) return S::map(e, v, c, r & 3U);
            if (what < 70) return S::map(e, v, c, r);
            if (what < 74) return S::unmap(e, v);
            if (what < 78) return S::delete_(e, c);
            if (what < 82) return S::ask(p);
            if (what < 86) return S::warn(p);
            if (what < 92) return S::seize(p);
            if (what < 94) return S::acknowledge(e, i);
            return S::access(S::query(e, v, r));
        };
        A::host.moment += what == 99 ? 600 : 0;
        B::host.moment = A::host.moment;
        const unsigned x = one(A{}, a), y = one(B{}, b);
        succeeded += x == 0 && what < 94;
        const std::string where = "call " + std::to_string(n) + " of kind " + std::to_string(what);
        if (x != y) return where + ": " + std::to_string(x) + " and " + std::to_string(y);
        if (a != b) return where + " gives " + std::to_string(a) + " and " + std::to_string(b);
        if (n % 64 == 0 && state(A{}) != state(B{})) return where + ": the states differ";
    }
    if (succeeded * 10 < calls) return "only " + std::to_string(succeeded) + " calls succeeded: nothing is compared";
    return {};
}

}  // namespace fief::bench
