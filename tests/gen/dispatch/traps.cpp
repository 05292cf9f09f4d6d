// Raw registers at the system-call table of Aegis: every number that is no value of its argument's type is refused before any call sees it.

#include "aegis_check.hpp"
#include "aegis_dispatch.hpp"

#include <cstdio>
#include <cstring>

namespace {

struct Silent {
    static aegis::Time now() { return 0; }
    static void reclaim(aegis::EnvId, aegis::PageId) {}
    static void urgent(aegis::EnvId, aegis::PageId) {}
    static void repossessed(aegis::EnvId, aegis::PageId) {}
    static void contents(aegis::PageId) {}
};

aegis::Tables tables, before;
int wrong = 0;

void expect(bool holds, const char* what) {
    if (holds) return;
    std::printf("not so: %s\n", what);
    wrong = 1;
}

}  // namespace

int main() {
    using namespace aegis;
    Silent quiet;
    boot(tables);
    Kernel<Silent> kernel{tables, quiet};
    EnvId e{}, other{};
    expect(kernel.spawn(e) == Error::ok && kernel.spawn(other) == Error::ok, "two environments");
    auto number = [](CallNumber c) { return static_cast<std::uint64_t>(c); };
    auto trap = [&](CallNumber c, std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t d = 0) {
        return dispatch(kernel, e, number(c), {a, b, d});
    };
    const Reply cap = trap(CallNumber::alloc, 7);
    expect(cap.error == 0 && tables.page[7].owner == e, "a frame by its number");
    expect(trap(CallNumber::alloc, 7).error == static_cast<std::uint64_t>(Error::taken), "taken");
    const Reply shared = trap(CallNumber::share, cap.results[0], other.n, read_right.bits);
    expect(shared.error == 0 && tables.cap[shared.results[0]].holder == other, "a right as bits, a capability back");

    // What is no value is refused, and changes nothing.
    std::memcpy(&before, &tables, sizeof tables);
    const auto bad = static_cast<std::uint64_t>(Error::bad_argument);
    for (const CallInfo& call : call_table) {
        if (call.by_kernel) {
            expect(dispatch(kernel, e, number(call.number), {0, 0, 0}).error == no_such_call, "the kernel's own calls are not to be had");
            continue;
        }
        for (std::size_t i = 0; i < call.arguments; ++i) {
            const Argument& argument = call.argument[i];
            if (argument.kind == ArgumentKind::time) continue;
            const std::uint64_t beyond[] = {argument.most + 1,
                                            argument.most + 256,
                                            argument.most + 65536,
                                            std::uint64_t{1} << 32,
                                            (std::uint64_t{1} << 32) + argument.least,
                                            ~std::uint64_t{0} - 1,
                                            std::uint64_t{1} << 63};
            for (const std::uint64_t raw : beyond) {
                std::uint64_t registers[max_arguments] = {};
                for (std::size_t k = 0; k < call.arguments; ++k) registers[k] = call.argument[k].least;
                registers[i] = raw;
                expect(dispatch(kernel, e, number(call.number), registers).error == bad, call.name);
            }
        }
    }
    expect(dispatch(kernel, e, 1000, {0, 0, 0}).error == no_such_call, "no such call");
    expect(dispatch(kernel, e, (std::uint64_t{1} << 32), {0, 0, 0}).error == no_such_call, "numbers are not cut");
    expect(std::memcmp(&before, &tables, sizeof tables) == 0, "nothing has changed");
    expect(!check(tables), "all is well");
    expect(std::strcmp(name_of(CallNumber::acknowledge), "acknowledge") == 0, "names");
    return wrong;
}
