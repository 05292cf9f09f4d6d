#pragma once
// The two sides of the bench at one size: generated and written by hand, behind one interface of plain numbers. Tables are static, on
// pages of their own; each call is a function that is not inlined, the guard is inlined, for both alike.

#ifndef FIEF_AT
#error "a name for the size"
#endif

#include "aegis.hpp"
#include "aegis_check.hpp"
#include "aegis_trail.hpp"

#include "bench/hand_aegis.hpp"

#include <linux/mman.h>
#include <sys/mman.h>

#include <cstdint>

namespace fief::bench::FIEF_AT {

/// A clock that the bench sets, and a sum over the events, so that both sides have the same to tell.
struct Listener {
    std::uint64_t moment = 0, heard = 0;

    [[nodiscard]] std::uint64_t now() const noexcept { return moment; }
    void add(std::uint64_t kind, auto a, std::uint64_t b) noexcept { heard = heard * 31 + kind + (std::uint64_t{a} << 8) + (b << 20); }
    static constexpr std::uint64_t number(auto x) noexcept {
        if constexpr (requires { x.n; }) return x.n;
        else return x;
    }
    void reclaim(auto e, auto p) noexcept { add(1, number(e), number(p)); }
    void urgent(auto e, auto p) noexcept { add(2, number(e), number(p)); }
    void repossessed(auto e, auto p) noexcept { add(3, number(e), number(p)); }
    void contents(auto p) noexcept { add(4, std::uint64_t{0}, number(p)); }
};

#define FIEF_CALL [[gnu::noinline]] static unsigned

constexpr std::size_t huge_page = std::size_t{1} << 21;

struct Sizes {
    static constexpr std::uint32_t env = aegis::env_count, page = aegis::page_count, cap = aegis::cap_count,
                                   slot = aegis::pte_count / aegis::env_count, lost = aegis::lost_count / aegis::env_count;
};

/// Boots on huge pages. Where memory is scattered only some of a table may come on one, of the one side more than of the other: they are
/// made after it, and waited for (Linux 6.1; before it, nothing is lost but that).
template <class T, class Boot>
void on_huge_pages(T& tables, Boot boot) {
    const std::size_t bytes = (sizeof tables + huge_page - 1) / huge_page * huge_page;
    madvise(&tables, bytes, MADV_HUGEPAGE);
    boot();
    madvise(&tables, bytes, MADV_COLLAPSE);
}

struct Generated : Sizes {
    static constexpr const char* name = "generated";
    alignas(huge_page) static inline aegis::Tables tables;
    static inline Listener host;
    static aegis::Kernel<Listener> kernel() { return {tables, host}; }

    static unsigned is(aegis::Error e) { return static_cast<unsigned>(e); }
    static void boot() {
        on_huge_pages(tables, [] { aegis::boot(tables); });
        host = {};
    }
    /// What the guard is asked, in the types in which its caller has it.
    struct Query {
        aegis::EnvId e;
        aegis::PteSlot v;
        aegis::Rights r;
    };
    static Query query(std::uint32_t e, std::uint32_t v, unsigned r) {
        return {aegis::EnvId::at(e), aegis::PteSlot::at(v), {static_cast<std::uint8_t>(r)}};
    }
    static bool access(Query q) { return kernel().access(q.e, q.v, q.r); }
    static unsigned touch(Query q) { return unsigned{q.e.n} ^ q.v.n ^ q.r.bits; }
    FIEF_CALL alloc(std::uint32_t e, std::uint32_t p, std::uint32_t& c) {
        aegis::CapId out{};
        const aegis::Error error = kernel().alloc(aegis::EnvId::at(e), aegis::PageId::at(p), out);
        c = out.n;
        return is(error);
    }
    FIEF_CALL free(std::uint32_t e, std::uint32_t p) { return is(kernel().free(aegis::EnvId::at(e), aegis::PageId::at(p))); }
    FIEF_CALL mark(std::uint32_t e, std::uint32_t p) { return is(kernel().mark(aegis::EnvId::at(e), aegis::PageId::at(p))); }
    FIEF_CALL unmark(std::uint32_t e, std::uint32_t p) { return is(kernel().unmark(aegis::EnvId::at(e), aegis::PageId::at(p))); }
    FIEF_CALL share(std::uint32_t e, std::uint32_t c, std::uint32_t to, unsigned r, std::uint32_t& d) {
        aegis::CapId out{};
        const aegis::Error error =
            kernel().share(aegis::EnvId::at(e), aegis::CapId::at(c), aegis::EnvId::at(to), {static_cast<std::uint8_t>(r)}, out);
        d = out.n;
        return is(error);
    }
    FIEF_CALL map(std::uint32_t e, std::uint32_t v, std::uint32_t c, unsigned r) {
        return is(kernel().map(aegis::EnvId::at(e), aegis::PteSlot::at(v), aegis::CapId::at(c), {static_cast<std::uint8_t>(r)}));
    }
    FIEF_CALL unmap(std::uint32_t e, std::uint32_t v) { return is(kernel().unmap(aegis::EnvId::at(e), aegis::PteSlot::at(v))); }
    FIEF_CALL revoke(std::uint32_t e, std::uint32_t c) { return is(kernel().revoke(aegis::EnvId::at(e), aegis::CapId::at(c))); }
    FIEF_CALL delete_(std::uint32_t e, std::uint32_t c) { return is(kernel().delete_(aegis::EnvId::at(e), aegis::CapId::at(c))); }
    FIEF_CALL ask(std::uint32_t p) { return is(kernel().ask(aegis::PageId::at(p))); }
    FIEF_CALL warn(std::uint32_t p) { return is(kernel().warn(aegis::PageId::at(p))); }
    FIEF_CALL seize(std::uint32_t p) { return is(kernel().seize(aegis::PageId::at(p))); }
    FIEF_CALL evict(std::uint32_t p) { return is(kernel().evict(aegis::PageId::at(p))); }
    FIEF_CALL acknowledge(std::uint32_t e, std::uint32_t i) {
        return is(kernel().acknowledge(aegis::EnvId::at(e), aegis::LostSlot::at(i)));
    }
    FIEF_CALL spawn(std::uint32_t& e) {
        aegis::EnvId out{};
        const aegis::Error error = kernel().spawn(out);
        e = out.n;
        return is(error);
    }
    FIEF_CALL exit(std::uint32_t e) { return is(kernel().exit(aegis::EnvId::at(e))); }

    /// What the calls' callers could see, as numbers: equal for both sides when the states are.
    template <class Tell>
    static void look(Tell&& tell) {
        auto id = [](auto x) { return x == decltype(x)::none() ? ~0u : std::uint32_t{x.n}; };
        for (const aegis::Env& e : tables.env) tell(e.live), tell(e.critical_count);
        for (const aegis::Page& p : tables.page)
            tell(id(p.owner)), tell(static_cast<unsigned>(p.phase)), tell(p.phase == aegis::PagePhase::idle ? 0 : p.deadline),
                tell(p.critical);
        for (std::uint32_t c = 0; c < cap; ++c) {
            const bool live = aegis::valid(tables, aegis::CapId::at(c));
            const aegis::Cap& x = tables.cap[c];
            tell(live);
            if (live) tell(id(x.target)), tell(id(x.holder)), tell(id(x.parent));
        }
        for (std::uint32_t m = 0; m < aegis::pte_count; ++m) {
            const bool live = aegis::valid(tables, aegis::PteId::at(m));
            const aegis::Pte& x = tables.pte[m];
            tell(live);
            if (live) tell(id(x.target)), tell(id(x.via));
            for (unsigned r = 0; r < 4; ++r) tell(access(query(m / slot, m % slot, r)));
        }
        for (std::uint32_t l = 0; l < aegis::lost_count; ++l) {
            const bool live = aegis::valid(tables, aegis::LostId::at(l));
            tell(live);
            if (live) tell(id(tables.lost[l].page));
        }
        tell(host.heard);
    }
};

struct Hand : Sizes {
    static constexpr const char* name = "by hand";
    using Aegis = hand::Aegis<env, page, cap, slot, lost>;
    using E = Aegis::E;
    using P = Aegis::P;
    using C = Aegis::C;
    using V = Aegis::V;
    alignas(huge_page) static inline Aegis::Tables tables;
    static inline Listener host;
    static Aegis::Kernel<Listener> kernel() { return {tables, host}; }

    static unsigned is(hand::Error e) { return static_cast<unsigned>(e); }
    static void boot() {
        on_huge_pages(tables, [] { kernel().boot(); });
        host = {};
    }
    struct Query {
        E e;
        V v;
        hand::Rights r;
    };
    static Query query(std::uint32_t e, std::uint32_t v, unsigned r) {
        return {static_cast<E>(e), static_cast<V>(v), static_cast<hand::Rights>(r)};
    }
    static bool access(Query q) { return kernel().access(q.e, q.v, q.r); }
    static unsigned touch(Query q) { return unsigned{q.e} ^ q.v ^ q.r; }
    FIEF_CALL alloc(std::uint32_t e, std::uint32_t p, std::uint32_t& c) {
        C out{};
        const hand::Error error = kernel().alloc(static_cast<E>(e), static_cast<P>(p), out);
        c = out;
        return is(error);
    }
    FIEF_CALL free(std::uint32_t e, std::uint32_t p) { return is(kernel().free(static_cast<E>(e), static_cast<P>(p))); }
    FIEF_CALL mark(std::uint32_t e, std::uint32_t p) { return is(kernel().mark(static_cast<E>(e), static_cast<P>(p))); }
    FIEF_CALL unmark(std::uint32_t e, std::uint32_t p) { return is(kernel().unmark(static_cast<E>(e), static_cast<P>(p))); }
    FIEF_CALL share(std::uint32_t e, std::uint32_t c, std::uint32_t to, unsigned r, std::uint32_t& d) {
        C out{};
        const hand::Error error =
            kernel().share(static_cast<E>(e), static_cast<C>(c), static_cast<E>(to), static_cast<hand::Rights>(r), out);
        d = out;
        return is(error);
    }
    FIEF_CALL map(std::uint32_t e, std::uint32_t v, std::uint32_t c, unsigned r) {
        return is(kernel().map(static_cast<E>(e), static_cast<V>(v), static_cast<C>(c), static_cast<hand::Rights>(r)));
    }
    FIEF_CALL unmap(std::uint32_t e, std::uint32_t v) { return is(kernel().unmap(static_cast<E>(e), static_cast<V>(v))); }
    FIEF_CALL revoke(std::uint32_t e, std::uint32_t c) { return is(kernel().revoke(static_cast<E>(e), static_cast<C>(c))); }
    FIEF_CALL delete_(std::uint32_t e, std::uint32_t c) { return is(kernel().delete_(static_cast<E>(e), static_cast<C>(c))); }
    FIEF_CALL ask(std::uint32_t p) { return is(kernel().ask(static_cast<P>(p))); }
    FIEF_CALL warn(std::uint32_t p) { return is(kernel().warn(static_cast<P>(p))); }
    FIEF_CALL seize(std::uint32_t p) { return is(kernel().seize(static_cast<P>(p))); }
    FIEF_CALL evict(std::uint32_t p) { return is(kernel().evict(static_cast<P>(p))); }
    FIEF_CALL acknowledge(std::uint32_t e, std::uint32_t i) {
        return is(kernel().acknowledge(static_cast<E>(e), static_cast<Aegis::I>(i)));
    }
    FIEF_CALL spawn(std::uint32_t& e) {
        E out{};
        const hand::Error error = kernel().spawn(out);
        e = out;
        return is(error);
    }
    FIEF_CALL exit(std::uint32_t e) { return is(kernel().exit(static_cast<E>(e))); }

    template <class Tell>
    static void look(Tell&& tell) {
        auto id = [](auto x) { return x == static_cast<decltype(x)>(~0u) ? ~0u : std::uint32_t{x}; };
        for (const auto& e : tables.env) tell(e.live), tell(e.critical_count);
        for (const auto& p : tables.page)
            tell(id(p.owner)), tell(static_cast<unsigned>(p.phase)), tell(p.phase == hand::Phase::idle ? 0 : p.deadline), tell(p.critical);
        for (const auto& c : tables.cap) {
            tell(c.live);
            if (c.live) tell(id(c.target)), tell(id(c.holder)), tell(id(c.parent));
        }
        for (std::uint32_t m = 0; m < env * slot; ++m) {
            const auto& x = tables.pte[m];
            tell(x.access != 0);
            if (x.access != 0) tell(id(x.target)), tell(id(x.via));
            for (unsigned r = 0; r < 4; ++r) tell(access(query(m / slot, m % slot, r)));
        }
        for (const auto& l : tables.lost) {
            tell(l.live);
            if (l.live) tell(id(l.page));
        }
        tell(host.heard);
    }
};

#undef FIEF_CALL

}  // namespace fief::bench::FIEF_AT
