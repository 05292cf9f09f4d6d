#pragma once
// What the kernel asks of a machine. Each port has an entry point too, which calls kernel_main on a stack of its own.

#include <cstdint>

namespace port {

/// Writes one character to the console.
void put(char c) noexcept;
/// Microseconds since some moment; never fewer than before.
[[nodiscard]] std::uint64_t microseconds() noexcept;
/// Ends the machine: status 0 is well, anything else is not.
[[noreturn]] void stop(int status) noexcept;

}  // namespace port

extern "C" [[noreturn]] void kernel_main() noexcept;
