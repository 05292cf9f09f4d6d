#include "cli/interrupt.hpp"

#include "cli/command.hpp"

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <ctime>

namespace fief::cli {
namespace {

std::atomic<bool> asked_to_stop = false;  // the one thing that a signal handler can reach
static_assert(std::atomic<bool>::is_always_lock_free);

}  // namespace

void catch_interrupts() {
    std::signal(SIGINT, [](int) {
        // Whoever interrupts a program and then its process group, as timeout(1) does, means it once.
        static volatile std::sig_atomic_t at = 0;
        timespec now{};
        clock_gettime(CLOCK_MONOTONIC, &now);
        if (asked_to_stop && now.tv_sec - at > 1) {
            std::signal(SIGINT, SIG_DFL);
            static_cast<void>(raise(SIGINT));
        }
        if (!asked_to_stop) at = static_cast<std::sig_atomic_t>(now.tv_sec);
        asked_to_stop = true;
    });
}

bool interrupted() { return asked_to_stop; }

void catch_aborts() {
    std::signal(SIGABRT, [](int) {
        constexpr char message[] = "fief: a promise of its own was broken: this is a bug in fief; the line above says where\n";
        [[maybe_unused]] const auto written = write(STDERR_FILENO, message, sizeof message - 1);
        _exit(Exit::bug);
    });
}

}  // namespace fief::cli
