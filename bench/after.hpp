#pragma once
// What `check_after_CALL` costs beside the call itself: on tables half full, the same calls in the same order on random records, once alone
// and once each with its check behind it. For calls that write for many records also `check_after`, along what the call has written down.

#include "bench/load.hpp"
#include "bench/sides.hpp"
#include "bench/sizes.hpp"

#include <functional>
#include <random>
#include <vector>

namespace fief::bench::FIEF_AT {

class AfterCalls {
public:
    std::vector<AfterCall> run() {
        (void)Load<Generated>::get();
        std::vector<std::uint32_t> envs, idle, free_pages;
        std::vector<CapId> caps;
        std::vector<unsigned> marks(Generated::env);
        for (std::uint32_t e = 0; e < Generated::env; ++e)
            if (tables.env[e].live) envs.push_back(e);
        for (std::uint32_t p = 0; p < Generated::page; ++p) {
            const aegis::Page& page = tables.page[p];
            if (page.owner == EnvId::none()) free_pages.push_back(p);
            else if (page.phase == aegis::PagePhase::idle && !page.critical && marks[page.owner.n]++ < 4) idle.push_back(p);
        }
        for (std::uint32_t c = 0; c < Generated::cap; ++c)
            if (tables.cap[c].live) caps.push_back(CapId::at(c));
        shuffle(idle), shuffle(free_pages), shuffle(caps);

        const auto kernel = [] { return Generated::kernel(); };
        const auto some = [&](std::size_t n) { return std::min<std::size_t>(n, 1024); };
        const auto actor = [&](std::size_t i) { return EnvId::at(envs[i % envs.size()]); };
        const auto page = [&](std::size_t i) { return PageId::at(free_pages[i]); };
        const auto owned = [&](std::size_t i) { return PageId::at(idle[i]); };
        const auto owner = [&](std::size_t i) { return tables.page[idle[i]].owner; };
        const auto holder = [&](std::size_t i) { return tables.cap[caps[i].n].holder; };
        std::vector<CapId> made(1024);

        const std::size_t frames = some(std::min<std::size_t>(free_pages.size(), Generated::cap / 8));
        const auto none = [](std::size_t) {};
        const auto alloc = [&](std::size_t i) { must(kernel().alloc(actor(i), page(i), made[i])); };
        const auto free = [&](std::size_t i) { must(kernel().free(actor(i), page(i))); };
        measure(
            "alloc", frames, none, alloc, [&](std::size_t i) { return check_after_alloc(tables, actor(i), page(i), made[i]); }, free);

        const auto mark = [&](std::size_t i) { must(kernel().mark(owner(i), owned(i))); };
        const auto unmark = [&](std::size_t i) { must(kernel().unmark(owner(i), owned(i))); };
        measure(
            "mark", some(idle.size()), none, mark, [&](std::size_t i) { return check_after_mark(tables, owner(i), owned(i)); }, unmark);
        measure(
            "unmark", some(idle.size()), mark, unmark, [&](std::size_t i) { return check_after_unmark(tables, owner(i), owned(i)); }, none);

        const std::size_t shared = some(std::min<std::size_t>(caps.size(), Generated::cap / 8));
        const auto share = [&](std::size_t i) { must(kernel().share(holder(i), caps[i], actor(i), {7}, made[i])); };
        const auto remove = [&](std::size_t i) { must(kernel().delete_(actor(i), made[i])); };
        measure(
            "share", shared, none, share,
            [&](std::size_t i) { return check_after_share(tables, holder(i), caps[i], actor(i), {7}, made[i]); }, remove);

        // Each at a slot of its own that is free.
        std::vector<std::vector<std::uint32_t>> spare(Generated::env);
        for (std::uint32_t m = 0; m < aegis::pte_count; ++m)
            if (!tables.pte[m].live) spare[m / Generated::slot].push_back(m % Generated::slot);
        for (auto& s : spare) shuffle(s);
        std::vector<aegis::PteSlot> slots;
        std::vector<std::size_t> mapped;
        for (std::size_t i = 0; i < caps.size() && mapped.size() < 1024; ++i) {
            auto& s = spare[holder(i).n];
            if (s.empty()) continue;
            mapped.push_back(i), slots.push_back(aegis::PteSlot::at(s.back())), s.pop_back();
        }
        const auto map = [&](std::size_t i) { must(kernel().map(holder(mapped[i]), slots[i], caps[mapped[i]], {1})); };
        const auto unmap = [&](std::size_t i) { must(kernel().unmap(holder(mapped[i]), slots[i])); };
        measure(
            "map", mapped.size(), none, map,
            [&](std::size_t i) { return check_after_map(tables, holder(mapped[i]), slots[i], caps[mapped[i]], {1}); }, unmap);
        measure(
            "unmap", mapped.size(), map, unmap, [&](std::size_t i) { return check_after_unmap(tables, holder(mapped[i]), slots[i]); },
            none);

        // Frames are taken from environments with room in their vectors.
        const std::size_t lost = std::min<std::size_t>({frames, envs.size() * Generated::lost, 256});
        const auto later = [](std::uint64_t us) { Generated::host.moment += us; };
        const auto ask = [&](std::size_t i) { must(kernel().ask(page(i))); };
        const auto warn = [&](std::size_t i) { must(kernel().warn(page(i))); };
        const auto seize = [&](std::size_t i) { must(kernel().seize(page(i))); };
        const auto read = [&](std::size_t i) { must(kernel().acknowledge(actor(i), aegis::LostSlot::at(i / envs.size()))); };
        measure(
            "ask", lost, alloc, ask, [&](std::size_t i) { return check_after_ask(tables, page(i)); }, free);
        const auto asked = [&](std::size_t i) { alloc(i), ask(i), later(1001); };
        measure(
            "warn", lost, asked, warn, [&](std::size_t i) { return check_after_warn(tables, page(i)); }, free);
        const auto taken = [&](std::size_t i) { asked(i), warn(i), later(51), seize(i); };
        measure(
            "acknowledge", lost, taken, read,
            [&](std::size_t i) { return check_after_acknowledge(tables, actor(i), aegis::LostSlot::at(i / envs.size())); }, none);

        std::vector<EnvId> born(Generated::env);
        const auto spawn = [&](std::size_t i) { must(kernel().spawn(born[i])); };
        const auto exit = [&](std::size_t i) { must(kernel().exit(born[i])); };
        measure(
            "spawn", Generated::env - envs.size(), none, spawn, [&](std::size_t i) { return check_after_spawn(tables, born[i]); }, exit);

        // Of these `check_after_CALL` goes through whole tables: once is enough.
        const auto below = [&](std::size_t i) {
            CapId child{};
            alloc(i), must(kernel().share(actor(i), made[i], actor(i), {7}, child));
        };
        const auto revoke = [&](std::size_t i) { must(kernel().revoke(actor(i), made[i])); };
        aegis::traced::Kernel<Listener> traced{tables, Generated::host, trail_};
        whole(
            "free", frames, alloc, free, [&](std::size_t i) { must(traced.free(actor(i), page(i))); },
            [&] { return check_after_free(tables, actor(0), page(0)); }, none);
        whole(
            "delete", shared, share, remove, [&](std::size_t i) { must(traced.delete_(actor(i), made[i])); },
            [&] { return check_after_delete(tables, actor(0), made[0]); }, none);
        whole(
            "revoke", frames / 2, below, revoke, [&](std::size_t i) { must(traced.revoke(actor(i), made[i])); },
            [&] { return check_after_revoke(tables, actor(0), made[0]); }, free);
        whole(
            "exit", Generated::env - envs.size(), spawn, exit, [&](std::size_t i) { must(traced.exit(born[i])); },
            [&] { return check_after_exit(tables, born[0]); }, none);
        return std::move(out_);
    }

private:
    using EnvId = aegis::EnvId;
    using PageId = aegis::PageId;
    using CapId = aegis::CapId;

    aegis::Tables& tables = Generated::tables;
    std::mt19937 random_{11};
    std::vector<AfterCall> out_;
    std::vector<aegis::Trail::Write> writes_ = std::vector<aegis::Trail::Write>(1U << 16U);
    aegis::Trail trail_{writes_.data(), 1U << 16U};

    static void must(aegis::Error e) {
        if (e != aegis::Error::ok) throw std::runtime_error(std::string("a call that was to succeed: ") + aegis::name_of(e));
    }
    template <class T>
    void shuffle(std::vector<T>& list) {
        std::shuffle(list.begin(), list.end(), random_);
    }
    template <class Body>
    static double each(std::size_t n, Body body) {
        const auto begin = std::chrono::steady_clock::now();
        for (std::size_t i = 0; i < n; ++i) body(i);
        return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begin).count() / static_cast<double>(n);
    }
    static void well(const aegis::Violation& v) {
        if (v) throw std::runtime_error(std::string("after a call: ") + v.property);
    }

    template <class Before, class Call, class Check, class Undo>
    void measure(const char* name, std::size_t n, Before before, Call call, Check check, Undo undo) {
        constexpr int turns = 31;
        std::vector<double> alone, checked;
        for (int turn = 0; turn < 2 * turns; ++turn) {
            for (std::size_t i = 0; i < n; ++i) before(i);
            if (turn % 2 == 0) alone.push_back(each(n, call));
            else checked.push_back(each(n, [&](std::size_t i) { call(i), well(check(i)); }));
            for (std::size_t i = 0; i < n; ++i) undo(i);
        }
        const double own = median(alone);
        out_.push_back({name, own, median(checked) - own});
    }
    template <class Before, class Call, class Traced, class Check, class Undo>
    void whole(const char* name, std::size_t n, Before before, Call call, Traced traced, Check check, Undo undo) {
        std::vector<double> alone, along;
        for (int turn = 0; turn < 18; ++turn) {
            for (std::size_t i = 0; i < n; ++i) before(i);
            if (turn % 2 == 0) alone.push_back(each(n, call));
            else along.push_back(each(n, [&](std::size_t i) { trail_.clear(), traced(i), well(check_after(tables, trail_)); }));
            for (std::size_t i = 0; i < n; ++i) undo(i);
        }
        const double own = median(alone);
        out_.push_back({name, own, each(1, [&](std::size_t) { well(check()); }), median(along) - own});
    }
    static double median(std::vector<double>& x) {
        std::nth_element(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(x.size() / 2), x.end());
        return x[x.size() / 2];
    }
};

}  // namespace fief::bench::FIEF_AT
