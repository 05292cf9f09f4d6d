// A kernel around generated tables: it has a console and a clock, and tells a story. Two library OSes share a frame; the kernel takes it
// back from the one that does not answer; after that nobody reaches it through what was mapped.

#include "memory_check.hpp"
#include "port.hpp"

namespace {

using namespace memory;

// ---- console ----

struct Console {
    const Console& operator<<(const char* text) const noexcept {
        while (*text != '\0') port::put(*text++);
        return *this;
    }
    const Console& operator<<(std::uint64_t number) const noexcept {
        if (number >= 10) *this << number / 10;
        port::put(static_cast<char>('0' + number % 10));
        return *this;
    }
    const Console& operator<<(EnvId e) const noexcept { return *this << "env" << std::uint64_t{e.n}; }
    const Console& operator<<(FrameId f) const noexcept { return *this << "frame" << std::uint64_t{f.n}; }
};
constexpr Console console;

// ---- the tables' host ----

/// The clock is read when the kernel is entered, and stands still until it is entered again. The events go to the console; a kernel with
/// user space would post them to the library OS.
struct Machine {
    Time entered = 0;

    void enter() noexcept { entered = port::microseconds(); }
    [[nodiscard]] Time now() const noexcept { return entered; }
    void reclaim(EnvId e, FrameId f) const noexcept { console << "    to " << e << ": please return " << f << "\n"; }
    void urgent(EnvId e, FrameId f) const noexcept { console << "    to " << e << ": return " << f << " now\n"; }
    void repossessed(EnvId e, FrameId f) const noexcept { console << "    to " << e << ": " << f << " was taken\n"; }
};

Tables tables;
Machine machine;
Kernel<Machine> kernel{tables, machine};
bool as_expected = true;

// ---- the story ----

/// What a call came to, and whether every property that one state shows still holds.
void tell(const char* call, Error got, Error expected = Error::ok) noexcept {
    console << call << ": " << name_of(got) << "\n";
    const Violation broken = check(tables);
    if (broken) console << "    BROKEN: " << broken.property << "\n";
    as_expected = as_expected && got == expected && !broken;
}

void question(const char* text, bool got, bool expected) noexcept {
    console << text << (got ? ": yes" : ": no") << "\n";
    as_expected = as_expected && got == expected;
}

/// Tries a step of the revocation until its time has come.
template <class Step>
Error wait(Step step) noexcept {
    Error error;
    do {
        machine.enter();
        error = step();
    } while (error == Error::too_early);
    return error;
}

void story() noexcept {
    EnvId one{}, two{};
    CapId whole{}, part{}, none{};
    const FrameId frame = FrameId::at(5);
    const PteSlot slot = PteSlot::at(3);

    tell("env0 starts", kernel.spawn(one));
    tell("env1 starts", kernel.spawn(two));
    tell("env0 allocates frame0", kernel.alloc(one, FrameId::at(0), none), Error::reserved);
    tell("env0 allocates frame5", kernel.alloc(one, frame, whole));
    tell("env0 shares it with env1, to be read", kernel.share(one, whole, two, read_right, part));
    tell("env1 maps it to be written", kernel.map(two, slot, part, all_pte_rights), Error::no_right);
    tell("env1 maps it to be read", kernel.map(two, slot, part, read_right));
    question("env1 may read", kernel.access(two, slot, read_right), true);
    question("env1 may write", kernel.access(two, slot, write_right), false);

    machine.enter();
    tell("the kernel asks for frame5", kernel.ask(frame));
    tell("the kernel warns at once", kernel.warn(frame), Error::too_early);
    tell("the kernel warns in time", wait([&] { return kernel.warn(frame); }));
    tell("the kernel takes it in time", wait([&] { return kernel.seize(frame); }));
    question("env1 may read", kernel.access(two, slot, read_right), false);
    tell("env1 maps it again", kernel.map(two, slot, part, read_right), Error::bad_argument);
    tell("env1 allocates frame5", kernel.alloc(two, frame, whole));
}

}  // namespace

extern "C" void kernel_main() noexcept {
    boot(tables);
    console << "tables of " << sizeof tables << " bytes\n";
    story();
    console << (as_expected ? "all came out as it should\n" : "NOT as it should\n");
    port::stop(as_expected ? 0 : 1);
}
