#pragma once
// How long this process has worked.

#include <time.h>

#include <chrono>

namespace fief::proofs {

/// CPU time of this process and all its threads: what is done within a bound of it does not depend on what else the machine does.
struct WorkClock {
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<WorkClock, duration>;
    static constexpr bool is_steady = true;

    static time_point now() {
        timespec t{};
        static_cast<void>(clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t));
        return time_point(std::chrono::seconds(t.tv_sec) + std::chrono::nanoseconds(t.tv_nsec));
    }
};

}  // namespace fief::proofs
