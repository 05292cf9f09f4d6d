#pragma once
// What is measured of one side: tables half full, filled the same way for both, and each call on records in random order. Whatever a
// measured loop changes it changes back, so that all benchmarks of a side share its tables.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace fief::bench {

/// Makes ready, then runs some calls; returns how many nanoseconds one took.
using Block = std::function<double()>;

template <class S>
class Load {
public:
    /// Every measured call, in one order: `take` gets its name, its matches, and a function that makes the block to be timed.
    template <class Take>
    static void each(Take&& take) {
        auto single = [&](const char* call, auto make) { take(call, 0U, make); };
        single("the loop alone", [](Load& l) { return l.loop(l.hits_, [](const Query& q) { return S::touch(q); }); });
        auto ask = [](const Query& q) { return S::access(q); };
        single("access, granted", [ask](Load& l) { return l.loop(l.hits_, ask); });
        single("access, refused", [ask](Load& l) { return l.loop(l.misses_, ask); });
        single("map + unmap", [](Load& l) {
            return l.loop(l.mappings_, [](const Mapping& m) {
                must(S::map(m.e, m.v, m.c, 1));
                must(S::unmap(m.e, m.v));
                return 0;
            });
        });
        single("share + delete", [](Load& l) {
            return l.loop(l.shares_, [](const Share& x) {
                std::uint32_t d = 0;
                must(S::share(x.e, x.c, x.to, 1, d));
                must(S::delete_(x.to, d));
                return 0;
            });
        });
        single("alloc + free", [](Load& l) {
            return l.loop(l.unowned_, [](const Frame& x) {
                std::uint32_t c = 0;
                must(S::alloc(x.e, x.p, c));
                must(S::free(x.e, x.p));
                return 0;
            });
        });
        single("mark + unmark", [](Load& l) {
            return l.loop(l.owned_, [](const Frame& x) {
                must(S::mark(x.e, x.p));
                must(S::unmark(x.e, x.p));
                return 0;
            });
        });
        const char* phases[] = {"ask", "warn", "seize", "acknowledge"};
        for (int phase = 0; phase < 4; ++phase) take(phases[phase], 0U, [phase](Load& l) { return l.revocation(phase); });
        for (const std::uint32_t k : {1U, 10U, 100U, 1000U}) {
            if (batch(k) == 0) continue;
            take("free, k caps and mappings", k, [k](Load& l) { return l.freeing(k); });
            take("revoke, chain of k", k, [k](Load& l) { return l.revoking(k, true); });
            take("revoke, fan of k", k, [k](Load& l) { return l.revoking(k, false); });
            if (k < S::slot / 2 && k < records / 16) take("exit, k of each", k, [k](Load& l) { return l.exiting(k); });
        }
    }

    /// This side's tables, filled as they are for every benchmark.
    static Load& get() {
        static Load load;
        return load;
    }

private:
    using Query = typename S::Query;
    struct Mapping {
        std::uint32_t e, v, c;
    };
    struct Share {
        std::uint32_t e, c, to;
    };
    struct Frame {
        std::uint32_t e, p;
    };
    struct Cap {
        std::uint32_t c, holder;
    };
    struct Entry {
        std::uint32_t e, i;
    };

    static constexpr std::uint32_t records = S::cap;
    static constexpr std::size_t at_once = 1024, most = std::size_t{1} << 17;

    std::mt19937 random_{7};
    std::vector<std::uint32_t> envs_;
    std::vector<Query> hits_, misses_;
    std::vector<Mapping> mappings_;
    std::vector<Share> shares_;
    std::vector<Frame> owned_, unowned_;
    std::vector<std::vector<std::uint32_t>> spare_;  ///< by environment: slots where nothing is mapped
    std::vector<std::size_t> used_;                  ///< by environment: how many of them this batch took

    static void must(unsigned error) {
        if (error != 0) [[unlikely]]
            refused(error);
    }

    [[noreturn, gnu::cold, gnu::noinline]] static void refused(unsigned error) {
        throw std::runtime_error("a call that was to succeed ended with error " + std::to_string(error));
    }

    [[nodiscard]] std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(random_() % n); }
    template <class T>
    void shuffle(std::vector<T>& list) {
        for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(i)]);
    }

    /// How many records with k matches fit beside what is there.
    static std::uint32_t batch(std::uint32_t k) { return std::min<std::uint32_t>(64, records / 8 / k); }

    Load() {
        S::boot();
        scramble();
        for (std::uint32_t n = 0; n < std::max(2U, S::env * 3 / 4); ++n) {
            std::uint32_t e = 0;
            must(S::spawn(e));
            envs_.push_back(e);
        }
        std::vector<std::uint32_t> pages(S::page);
        for (std::uint32_t p = 0; p < S::page; ++p) pages[p] = p;
        shuffle(pages);
        std::vector<Cap> caps;
        std::uint32_t c = 0;
        for (const std::uint32_t p : pages) {
            const std::uint32_t e = envs_[below(envs_.size())];
            if (owned_.size() < S::page / 2) {
                must(S::alloc(e, p, c));
                caps.push_back({c, e});
                owned_.push_back({e, p});
            } else {
                unowned_.push_back({e, p});
            }
        }
        while (caps.size() < records / 2) {
            const Cap from = caps[below(caps.size())];
            const std::uint32_t to = envs_[below(envs_.size())];
            must(S::share(from.holder, from.c, to, 7, c));
            caps.push_back({c, to});
        }
        shuffle(caps);
        spare_.resize(S::env);
        used_.resize(S::env);
        for (const std::uint32_t e : envs_) {
            for (std::uint32_t v = 0; v < S::slot; ++v) spare_[e].push_back(v);
            shuffle(spare_[e]);
        }
        for (std::size_t i = 0; i < caps.size() && hits_.size() < records / 2; ++i) {
            const Cap& from = caps[i];
            auto& spare = spare_[from.holder];
            if (spare.size() * 2 <= S::slot) continue;
            const unsigned r = below(4);
            must(S::map(from.holder, spare.back(), from.c, r));
            hits_.push_back(S::query(from.holder, spare.back(), r & below(4)));
            if (r != 3) misses_.push_back(S::query(from.holder, spare.back(), 3));
            spare.pop_back();
        }
        for (const Cap& from : caps) {
            mappings_.push_back({from.holder, spare_[from.holder][below(spare_[from.holder].size())], from.c});
            shares_.push_back({from.holder, from.c, envs_[below(envs_.size())]});
        }
        for (std::size_t i = misses_.size(); i < hits_.size(); ++i) {
            const std::uint32_t e = envs_[below(envs_.size())];
            misses_.push_back(S::query(e, spare_[e][below(spare_[e].size())], 0));
        }
        shuffle(hits_), shuffle(misses_), shuffle(mappings_), shuffle(shares_), shuffle(owned_), shuffle(unowned_);
    }

    /// Free capabilities in random order, as after a long run.
    void scramble() {
        std::uint32_t e = 0, c = 0;
        must(S::spawn(e));
        std::vector<std::uint32_t> pages;
        std::vector<std::uint32_t> roots;
        for (std::uint32_t p = 0; p < S::page; ++p) {
            must(S::alloc(e, p, c));
            pages.push_back(p);
            roots.push_back(c);
        }
        for (std::uint32_t n = S::page; n < records; ++n) must(S::share(e, roots[below(roots.size())], e, 7, c));
        shuffle(pages);
        for (const std::uint32_t p : pages) must(S::free(e, p));
        must(S::exit(e));
    }

    /// Nanoseconds a call.
    template <class Body>
    static double time(std::size_t calls, Body body) {
        const auto begin = std::chrono::steady_clock::now();
        body();
        const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - begin;
        return took.count() / static_cast<double>(calls);
    }

    template <class T, class Body>
    Block loop(const std::vector<T>& list, Body body) {
        return [&list, body, i = std::size_t{0}]() mutable {
            const std::size_t n = std::min(list.size(), most);
            return time(at_once, [&] {
                for (std::size_t j = 0; j < at_once; ++j) {
                    benchmark::DoNotOptimize(body(list[i]));
                    if (++i == n) i = 0;
                }
            });
        };
    }

    /// Frames of `each` environment are asked for, warned of, seized, and read in its vector; one of these phases is timed.
    Block revocation(int phase) {
        const std::size_t envs = std::min<std::size_t>({envs_.size(), 16, unowned_.size() / S::lost});
        std::vector<std::uint32_t> frames;
        std::vector<Entry> lost;
        for (std::size_t n = 0; n < envs; ++n)
            for (std::uint32_t i = 0; i < S::lost; ++i) {
                frames.push_back(unowned_[frames.size()].p);
                lost.push_back({envs_[n], i});
            }
        return [this, phase, frames, lost]() mutable {
            double ns = 0;
            for (std::size_t i = 0; i < frames.size(); ++i) {
                std::uint32_t c = 0;
                must(S::alloc(lost[i].e, frames[i], c));
            }
            std::vector<std::uint32_t> order = frames;
            auto run = [&](int at, auto body) {
                shuffle(order);
                if (at == phase) ns = time(order.size(), body);
                else body();
                S::host.moment += 1001;
            };
            run(0, [&] {
                for (const std::uint32_t p : order) must(S::ask(p));
            });
            run(1, [&] {
                for (const std::uint32_t p : order) must(S::warn(p));
            });
            run(2, [&] {
                for (const std::uint32_t p : order) must(S::seize(p));
            });
            shuffle(lost);
            run(3, [&] {
                for (const Entry& l : lost) must(S::acknowledge(l.e, l.i));
            });
            return ns;
        };
    }

    /// Maps a capability at some slot of its holder that is free.
    void map(const Cap& x) {
        auto& at = used_[x.holder];
        must(S::map(x.holder, spare_[x.holder].at(at++), x.c, 1));
    }
    [[nodiscard]] std::uint32_t holder() {
        for (;;)
            if (const std::uint32_t e = envs_[below(envs_.size())]; used_[e] < spare_[e].size()) return e;
    }
    void unuse() { std::fill(used_.begin(), used_.end(), std::size_t{0}); }

    /// k capabilities below the frame's first, and that many mappings: in a chain, or all of the first.
    Cap grow(const Frame& f, std::uint32_t k, bool chain) {
        std::uint32_t c = 0;
        must(S::alloc(f.e, f.p, c));
        const Cap root{c, f.e};
        Cap from = root;
        for (std::uint32_t n = 0; n < k; ++n) {
            const std::uint32_t to = holder();
            must(S::share(from.holder, from.c, to, 7, c));
            map({c, to});
            if (chain) from = {c, to};
        }
        return root;
    }

    Block freeing(std::uint32_t k) {
        std::vector<Frame> frames(unowned_.begin(), unowned_.begin() + batch(k));
        return [this, k, frames]() mutable {
            unuse();
            for (const Frame& f : frames) grow(f, k, false);
            shuffle(frames);
            return time(frames.size(), [&] {
                for (const Frame& f : frames) must(S::free(f.e, f.p));
            });
        };
    }

    Block revoking(std::uint32_t k, bool chain) {
        std::vector<Frame> frames(unowned_.begin(), unowned_.begin() + batch(k));
        return [this, k, chain, frames] {
            unuse();
            std::vector<Cap> roots;
            for (const Frame& f : frames) roots.push_back(grow(f, k, chain));
            shuffle(roots);
            const double ns = time(roots.size(), [&] {
                for (const Cap& c : roots) must(S::revoke(c.holder, c.c));
            });
            for (const Frame& f : frames) must(S::free(f.e, f.p));
            return ns;
        };
    }

    Block exiting(std::uint32_t k) {
        const std::size_t envs = std::min<std::size_t>({16, std::max<std::size_t>(1, records / 16 / k), S::env - envs_.size()});
        return [this, k, envs] {
            std::vector<std::uint32_t> who(envs);
            std::size_t frame = 0;
            for (std::uint32_t& e : who) {
                must(S::spawn(e));
                std::vector<std::uint32_t> slots(S::slot);
                for (std::uint32_t v = 0; v < S::slot; ++v) slots[v] = v;
                for (std::uint32_t n = 0; n < k; ++n) {
                    std::swap(slots[n], slots[n + below(S::slot - n)]);
                    std::uint32_t c = 0;
                    must(S::alloc(e, unowned_[frame++].p, c));
                    must(S::map(e, slots[n], c, 1));
                }
            }
            shuffle(who);
            return time(who.size(), [&] {
                for (const std::uint32_t e : who) must(S::exit(e));
            });
        };
    }
};

}  // namespace fief::bench
