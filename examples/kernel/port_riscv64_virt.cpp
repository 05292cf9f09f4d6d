// QEMU's riscv64 machine `virt`, in supervisor mode under OpenSBI: a 16550 UART, the time register, and the device that ends it all.

#include "port.hpp"

namespace {

template <class T>
volatile T& device(std::uint64_t address) noexcept {
    return *reinterpret_cast<volatile T*>(address);
}

constexpr std::uint64_t uart = 0x1000'0000, uart_status = uart + 5;
constexpr std::uint8_t may_send = 0x20;
constexpr std::uint64_t finisher = 0x10'0000;  // SiFive's test device: 0x5555 ends well, 0x3333 with the status above it
constexpr std::uint64_t ticks_per_microsecond = 10;

void send(char c) noexcept {
    while ((device<std::uint8_t>(uart_status) & may_send) == 0) {}
    device<std::uint8_t>(uart) = static_cast<std::uint8_t>(c);
}

}  // namespace

namespace port {

void put(char c) noexcept {
    if (c == '\n') send('\r');
    send(c);
}

std::uint64_t microseconds() noexcept {
    std::uint64_t ticks;
    asm volatile("rdtime %0" : "=r"(ticks));
    return ticks / ticks_per_microsecond;
}

void stop(int status) noexcept {
    device<std::uint32_t>(finisher) = status == 0 ? 0x5555U : static_cast<std::uint32_t>(status) << 16U | 0x3333U;
    for (;;) asm volatile("wfi");
}

}  // namespace port

// OpenSBI lets one hart in; the others sleep. What has no value of its own is zero, and the stack lies above it.
asm(R"(
    .section .text.start, "ax"
    .globl _start
_start:
    .option push
    .option norelax
    la gp, __global_pointer$
    .option pop
    la sp, stack_top
    la t0, bss_begin
    la t1, bss_end
1:  bgeu t0, t1, 2f
    sd zero, 0(t0)
    addi t0, t0, 8
    j 1b
2:  call kernel_main
)");
