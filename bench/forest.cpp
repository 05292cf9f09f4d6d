// bench_forest: two ways to keep a forest of derived records, each with what the other does not need. Children in lists (first child,
// siblings), which generated tables have; and one list of all records in preorder with their depths, as seL4 keeps its derivation tree.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <memory>
#include <random>
#include <vector>

namespace {

using Id = std::uint32_t;
constexpr Id none = ~Id{0};
constexpr std::size_t records = std::size_t{1} << 20;

/// Free records in random order, as after a long run.
std::vector<Id> scattered() {
    std::vector<Id> out(records);
    for (std::size_t i = 0; i < records; ++i) out[i] = static_cast<Id>(i);
    std::mt19937 random(7);
    for (std::size_t i = records; i > 1; --i) std::swap(out[i - 1], out[random() % i]);
    return out;
}

/// Both fill records to the same 48 bytes, so that they differ by what they touch.
struct Children {
    struct Record {
        Id parent, first_child, next, previous;
        std::uint32_t other[8];
    };
    std::vector<Record> at = std::vector<Record>(records);
    std::vector<Id> free = scattered();

    Id make(Id parent) {
        const Id x = free.back();
        free.pop_back();
        at[x] = {parent, none, none, none, {}};
        if (parent == none) return x;
        const Id next = at[parent].first_child;
        at[x].next = next;
        if (next != none) at[next].previous = x;
        at[parent].first_child = x;
        return x;
    }
    /// Its children are its parent's after.
    void drop(Id x) {
        Record& r = at[x];
        if (r.next != none) at[r.next].previous = r.previous;
        if (r.previous != none) at[r.previous].next = r.next;
        else if (r.parent != none) at[r.parent].first_child = r.next;
        if (r.first_child != none) {
            Id last = none;
            for (Id c = r.first_child; c != none; c = at[c].next) at[c].parent = r.parent, last = c;
            if (r.parent != none) {
                const Id next = at[r.parent].first_child;
                at[last].next = next;
                if (next != none) at[next].previous = last;
                at[r.parent].first_child = r.first_child;
            }
        }
        free.push_back(x);
    }
    [[nodiscard]] Id lowest(Id x) const {
        while (at[x].first_child != none) x = at[x].first_child;
        return x;
    }
    void drop_below(Id x) {
        for (Id d = lowest(x); d != x;) {
            const Id after = at[d].next != none ? lowest(at[d].next) : at[d].parent;
            free.push_back(d);
            d = after;
        }
        at[x].first_child = none;
    }
};

struct Preorder {
    struct Record {
        Id parent, next, previous;
        std::uint32_t depth, other[8];
    };
    std::vector<Record> at = std::vector<Record>(records);
    std::vector<Id> free = scattered();

    Id make(Id parent) {
        const Id x = free.back();
        free.pop_back();
        at[x] = {parent, none, none, 0, {}};
        if (parent == none) return x;
        const Id next = at[parent].next;
        at[x].next = next;
        at[x].previous = parent;
        at[x].depth = at[parent].depth + 1;
        if (next != none) at[next].previous = x;
        at[parent].next = x;
        return x;
    }
    void drop(Id x) {
        const Record& r = at[x];
        for (Id d = r.next; d != none && at[d].depth > r.depth; d = at[d].next) {
            --at[d].depth;
            if (at[d].parent == x) at[d].parent = r.parent;
        }
        if (r.next != none) at[r.next].previous = r.previous;
        if (r.previous != none) at[r.previous].next = r.next;
        free.push_back(x);
    }
    /// Each record is reached after all that descends from it, as a walk whose body asks for descent needs it.
    void drop_below(Id x) {
        Id last = x;
        while (at[last].next != none && at[at[last].next].depth > at[x].depth) last = at[last].next;
        const Id after = at[last].next;
        for (Id d = last; d != x; d = at[d].previous) free.push_back(d);
        at[x].next = after;
        if (after != none) at[after].previous = x;
    }
};

template <class F>
F& forest() {
    static const auto it = std::make_unique<F>();
    return *it;
}

template <class F>
void make_and_drop_leaf(benchmark::State& state) {
    F& f = forest<F>();
    std::vector<Id> roots;
    for (int i = 0; i < 4096; ++i) roots.push_back(f.make(none));
    for (auto _ : state)
        for (const Id r : roots) f.drop(f.make(r));
    for (const Id r : roots) f.drop(r);
    state.SetItemsProcessed(state.iterations() * 4096);
}

/// k records below one, in a chain or as children of it; the one goes alone (they are adopted), or all below it go.
template <class F, bool chain, bool all>
void drop_above(benchmark::State& state) {
    F& f = forest<F>();
    const auto k = static_cast<std::size_t>(state.range(0)), trees = std::size_t{65536} / k;
    for (auto _ : state) {
        state.PauseTiming();
        std::vector<Id> tops, middles;
        for (std::size_t t = 0; t < trees; ++t) {
            tops.push_back(f.make(none));
            Id at = f.make(tops.back());
            middles.push_back(at);
            for (std::size_t i = 0; i < k; ++i) {
                const Id x = f.make(at);
                if (chain) at = x;
            }
        }
        state.ResumeTiming();
        for (const Id m : middles) all ? f.drop_below(m) : f.drop(m);
        state.PauseTiming();
        for (const Id t : tops) f.drop_below(t), f.drop(t);
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(trees));
}

BENCHMARK(make_and_drop_leaf<Children>);
BENCHMARK(make_and_drop_leaf<Preorder>);
#define BOTH(chain, all)                                                              \
    BENCHMARK(drop_above<Children, chain, all>)->RangeMultiplier(10)->Range(1, 1000); \
    BENCHMARK(drop_above<Preorder, chain, all>)->RangeMultiplier(10)->Range(1, 1000)
BOTH(true, true);
BOTH(false, true);
BOTH(true, false);
BOTH(false, false);

}  // namespace

BENCHMARK_MAIN();
