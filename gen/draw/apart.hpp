#pragma once
// Work that may take too long, or crash, in a process of its own.

#include <chrono>
#include <functional>
#include <string>

namespace fief::gen {

struct Apart {
    enum class Outcome {
        done,
        late,     ///< it was ended at the limit
        crashed,  ///< it ended by itself without a result
    } outcome = Outcome::crashed;
    std::string result;  ///< done
};

/// What `work` returns, done by a copy of this process: nothing it changes is seen here. For processes with one thread.
[[nodiscard]] Apart do_apart(const std::function<std::string()>& work, std::chrono::milliseconds limit);

}  // namespace fief::gen
