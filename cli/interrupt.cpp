#include "cli/interrupt.hpp"

#include "cli/command.hpp"

#include <unistd.h>

#include <atomic>
#include <csignal>

namespace fief::cli {
namespace {

std::atomic<bool> asked_to_stop = false;  // the one thing that a signal handler can reach
static_assert(std::atomic<bool>::is_always_lock_free);

}  // namespace

void catch_interrupts() {
    std::signal(SIGINT, [](int) {
        asked_to_stop = true;
        std::signal(SIGINT, SIG_DFL);
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
