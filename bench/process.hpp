#pragma once
// A program run as a whole process, and what it cost.

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace fief::bench {

struct Cost {
    std::chrono::duration<double> wall{0};  ///< from before it is made until it has been waited for
    std::chrono::duration<double> cpu{0};   ///< user and system time, with that of the children it waited for
    double peak = 0;                        ///< resident megabytes (2^20 bytes) of the largest process among them
    int exit = -1;                          ///< its exit code; minus the signal's number, when one ended it
};

/// Runs the program with its words, its caches below the directory `cache` (XDG_CACHE_HOME), its standard output in the file `out` and its
/// standard error in the file `err`. Throws std::system_error when it cannot be started.
[[nodiscard]] Cost run(const std::vector<std::string>& command, const std::filesystem::path& cache, const std::filesystem::path& out,
                       const std::filesystem::path& err);

}  // namespace fief::bench
