#pragma once
// What each size has to offer; each is calls_at.cpp, compiled with other tables (CMakeLists.txt).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fief::bench {

/// One run of every checker over tables that are half full.
struct Checked {
    std::uint64_t records = 0;     ///< capabilities; as many page-table entries, half as many frames
    std::uint64_t bytes = 0;       ///< of all tables
    double check = 0, copy = 0;    ///< seconds
    const char* broken = nullptr;  ///< a property that did not hold
};

/// A call, and its check behind it.
struct AfterCall {
    const char* call = nullptr;
    double own = 0, check = 0;         ///< nanoseconds
    std::optional<double> along = {};  ///< of writing down what it writes, and of checking along that
};

#define FIEF_SIZE(at)                                                           \
    namespace at {                                                              \
    /* What differs first between the two sides in random calls, or nothing. */ \
    std::string compare(std::uint64_t calls);                                   \
    /* Adds the benchmarks of both sides. */                                    \
    void add();                                                                 \
    Checked check_all(unsigned runs);                                           \
    std::vector<AfterCall> check_after();                                       \
    }
#ifdef FIEF_AT
FIEF_SIZE(FIEF_AT)
#else
#define FIEF_SIZES(do) \
    do (at_128) do(at_1024) do(at_8192) do(at_131072) do(at_1048576)
FIEF_SIZES(FIEF_SIZE)
FIEF_SIZE(at_smoke)
#endif
#undef FIEF_SIZE

}  // namespace fief::bench
