// The success path of each call, as a function that a trace can count: `bench/instructions` compiles it freestanding, for the generated
// tables and, with FIEF_HAND, for those written by hand.

#ifdef FIEF_HAND
#include "bench/hand_aegis.hpp"
using Aegis = hand::Aegis<64, 4096, 16384, 1024, 16>;
using Tables = Aegis::Tables;
using EnvId = Aegis::E;
using PageId = Aegis::P;
using CapId = Aegis::C;
using PteSlot = Aegis::V;
using LostSlot = Aegis::I;
using Rights = hand::Rights;
template <class Id>
using Number = Id;
using Error = hand::Error;
#else
#include "aegis.hpp"
using namespace aegis;
template <class Id>
using Number = decltype([] {
    if constexpr (requires(Id x) { x.n; }) return decltype(Id::n){};
    else return decltype(Id::bits){};
}());
#endif

namespace {

struct Quiet {
    std::uint64_t moment;
    [[nodiscard]] std::uint64_t now() const noexcept { return moment; }
    void reclaim(auto, auto) noexcept {}
    void urgent(auto, auto) noexcept {}
    void repossessed(auto, auto) noexcept {}
    void contents(auto) noexcept {}
};

#ifdef FIEF_HAND
using K = Aegis::Kernel<Quiet>;
#else
using K = Kernel<Quiet>;
#endif

Tables tables;
Quiet host;

[[noreturn]] void leave(int code) {
#if defined(__x86_64__)
    asm volatile("syscall" : : "a"(231), "D"(code));
#elif defined(__riscv)
    register long a0 asm("a0") = code;
    register long a7 asm("a7") = 94;
    asm volatile("ecall" : : "r"(a0), "r"(a7));
#endif
    __builtin_unreachable();
}

}  // namespace

extern "C" {

#define PATH [[gnu::noinline]]
PATH void prepare() {
#ifdef FIEF_HAND
    K{tables, host}.boot();
#else
    boot(tables);
#endif
}
PATH bool path_access(const Tables& t, Number<EnvId> e, Number<PteSlot> v, Number<Rights> r) {
    return K{const_cast<Tables&>(t), host}.access(EnvId{e}, PteSlot{v}, Rights{r});
}
/// A handler of TLB misses that stores: the slot is cut from the address; the guard is inlined, for a right that is known, and an
/// environment that the kernel knows to be in range.
PATH bool path_miss(const Tables& t, Number<EnvId> current, std::uint32_t address) {
    if (current >= sizeof t.env / sizeof *t.env) __builtin_unreachable();
    const Number<PteSlot> slot = address >> 12 & 0x3ff;
    return K{const_cast<Tables&>(t), host}.access(EnvId{current}, PteSlot{slot}, Rights{2});
}
PATH Error path_spawn(Tables& t, EnvId& e) { return K{t, host}.spawn(e); }
PATH Error path_alloc(Tables& t, Number<EnvId> e, Number<PageId> p, CapId& c) { return K{t, host}.alloc(EnvId{e}, PageId{p}, c); }
PATH Error path_free(Tables& t, Number<EnvId> e, Number<PageId> p) { return K{t, host}.free(EnvId{e}, PageId{p}); }
PATH Error path_mark(Tables& t, Number<EnvId> e, Number<PageId> p) { return K{t, host}.mark(EnvId{e}, PageId{p}); }
PATH Error path_unmark(Tables& t, Number<EnvId> e, Number<PageId> p) { return K{t, host}.unmark(EnvId{e}, PageId{p}); }
PATH Error path_share(Tables& t, Number<EnvId> e, Number<CapId> c, Number<EnvId> to, Number<Rights> r, CapId& d) {
    return K{t, host}.share(EnvId{e}, CapId{c}, EnvId{to}, Rights{r}, d);
}
PATH Error path_map(Tables& t, Number<EnvId> e, Number<PteSlot> v, Number<CapId> c, Number<Rights> r) {
    return K{t, host}.map(EnvId{e}, PteSlot{v}, CapId{c}, Rights{r});
}
PATH Error path_unmap(Tables& t, Number<EnvId> e, Number<PteSlot> v) { return K{t, host}.unmap(EnvId{e}, PteSlot{v}); }
PATH Error path_revoke(Tables& t, Number<EnvId> e, Number<CapId> c) { return K{t, host}.revoke(EnvId{e}, CapId{c}); }
PATH Error path_delete(Tables& t, Number<EnvId> e, Number<CapId> c) { return K{t, host}.delete_(EnvId{e}, CapId{c}); }
PATH Error path_ask(Tables& t, Quiet& h, Number<PageId> p) { return K{t, h}.ask(PageId{p}); }
PATH Error path_warn(Tables& t, Quiet& h, Number<PageId> p) { return K{t, h}.warn(PageId{p}); }
PATH Error path_seize(Tables& t, Quiet& h, Number<PageId> p) { return K{t, h}.seize(PageId{p}); }
PATH Error path_acknowledge(Tables& t, Number<EnvId> e, Number<LostSlot> i) { return K{t, host}.acknowledge(EnvId{e}, LostSlot{i}); }

/// Every path once, from the middle of lists that have more in them.
PATH void drive() {
    auto must = [](auto error) {
        if (error != decltype(error)::ok) leave(1);
    };
    auto n = [](auto id) {
        if constexpr (requires { id.n; }) return id.n;
        else return id;
    };
    EnvId a{}, b{};
    CapId c[4]{}, d[3]{};
    must(path_spawn(tables, a));
    must(path_spawn(tables, b));
    for (std::uint16_t p = 0; p < 4; ++p) must(path_alloc(tables, n(a), p, c[p]));
    for (CapId& x : d) must(path_share(tables, n(a), n(c[1]), n(b), 7, x));
    must(path_map(tables, n(a), 1, n(c[1]), 3));
    must(path_map(tables, n(a), 2, n(c[1]), 3));
    must(path_map(tables, n(a), 3, n(c[1]), 3));
    if (!path_access(tables, n(a), 2, 1)) leave(1);
    if (!path_miss(tables, n(a), 2 << 12)) leave(1);
    must(path_mark(tables, n(a), 1));
    must(path_unmark(tables, n(a), 1));
    must(path_unmap(tables, n(a), 2));
    must(path_delete(tables, n(b), n(d[1])));
    must(path_share(tables, n(b), n(d[0]), n(a), 7, d[1]));
    must(path_revoke(tables, n(b), n(d[0])));
    must(path_free(tables, n(a), 2));
    must(path_ask(tables, host, 3));
    host.moment += 1001;
    must(path_warn(tables, host, 3));
    host.moment += 51;
    must(path_seize(tables, host, 3));
    must(path_acknowledge(tables, n(a), 0));
}

[[noreturn]] void go() {
    prepare();
    drive();
    leave(0);
}

// Compilers make loops into these.
void* memset(void* to, int value, std::size_t n) {
    auto* p = static_cast<volatile unsigned char*>(to);
    for (std::size_t i = 0; i < n; ++i) p[i] = static_cast<unsigned char>(value);
    return to;
}
void* memcpy(void* to, const void* from, std::size_t n) {
    auto* p = static_cast<volatile unsigned char*>(to);
    for (std::size_t i = 0; i < n; ++i) p[i] = static_cast<const unsigned char*>(from)[i];
    return to;
}
}
#if defined(__x86_64__)
asm(".globl _start\n_start: xor %ebp, %ebp\n and $-16, %rsp\n call go\n");
#elif defined(__riscv)
asm(".globl _start\n_start: .option push\n.option norelax\n la gp, __global_pointer$\n.option pop\n call go\n");
#endif
