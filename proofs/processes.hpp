#pragma once
// Work in child processes: a solver that crashes, eats its memory or never comes back takes its process with it, and nothing else.
//
// A child is a fork of this process, so it has everything that `work` refers to as it was at that moment; what it finds out comes back as
// bytes. Nothing of a solver may have been used in this process before: its threads would not be there in the child.

#include <chrono>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fief::proofs {

/// How a task ended.
struct Fate {
    std::optional<int> signal;  ///< its process died of this
    bool overran = false;       ///< it was killed because it delivered nothing for too long

    [[nodiscard]] bool well() const { return !signal && !overran; }
};

struct Processes {
    unsigned jobs = 1;                     ///< children at once
    std::chrono::milliseconds silence{0};  ///< how long a task may deliver nothing; 0: for ever
    std::function<void(std::string_view task, const std::function<void(std::string_view)>& deliver)> work;  ///< in a child
    std::function<void(std::string_view task, std::string_view bytes)> receive;  ///< here, for each delivery, in its task's order
    /// Here, once a task is over. May name tasks to do as well.
    std::function<std::vector<std::string>(std::string_view task, const Fate& fate)> ended;
    std::function<bool()> stop;  ///< here, a few dozen times a second; true ends every child at once

    /// Does every task; returns when none is left, or when it was stopped.
    void run(std::deque<std::string> tasks) const;
};

}  // namespace fief::proofs
