// The checker of a forest names the first record that is under no root; and it does not climb from every record to find it.
#include "derived_check.hpp"

#include <cstdio>
#include <random>
#include <vector>

using namespace derived;

static Tables tables;

/// The first record that is under no root, or none: each is looked at once.
static CapId rootless() {
    std::vector<char> known(cap_count, 0);  // 1: under a root, 2: on the way up, 3: not
    for (std::uint32_t i = 0; i < cap_count; ++i) {
        std::vector<std::uint32_t> way;
        std::uint32_t at = i;
        while (tables.cap[at].live && known[at] == 0) {
            known[at] = 2;
            way.push_back(at);
            if (tables.cap[at].parent == CapId::none()) break;
            at = tables.cap[at].parent.n;
        }
        const bool ends = known[at] == 1 || (!way.empty() && tables.cap[way.back()].parent == CapId::none());
        for (const std::uint32_t x : way) known[x] = ends ? 1 : 3;
        if (tables.cap[i].live && known[i] == 3) return CapId::at(i);
    }
    return CapId::none();
}

static bool named() {
    const CapId expected = rootless();
    const Violation found = check_cap_forest(tables);
    if (expected == CapId::none() ? !found : found && found.count == 1 && found.values[0] == expected.n) return true;
    std::printf("%u is under no root; found: %u, %lu\n", expected.n, found.count, static_cast<unsigned long>(found.values[0]));
    return false;
}

/// Records from `begin` to `end`, without parents.
static void make(std::uint32_t begin, std::uint32_t end) {
    boot(tables);
    for (std::uint32_t i = begin; i < end; ++i) make_cap(tables, CapId::at(i), PageId{0}, EnvId{0}, all_cap_rights, CapId::none());
}

static void set_parent(CapId x, CapId parent) {
    unlink_cap_by_parent(tables, x);
    tables.cap[x.n].parent = parent;
    link_cap_by_parent(tables, x, parent);
}

int main() {
    std::mt19937 random(1);
    unsigned broken = 0;
    for (unsigned i = 0; i < 40; ++i) {
        const std::uint32_t begin = i % 2 == 0 ? 0 : static_cast<std::uint32_t>(random() % (cap_count - 40)), count = 2 + random() % 30;
        make(begin, begin + count);
        for (std::uint32_t x = 0; x < count; ++x)
            if (random() % 8 != 0) set_parent(CapId::at(begin + x), CapId::at(begin + random() % count));
        broken += rootless() != CapId::none();
        if (!named()) return 1;
    }
    if (broken < 10 || broken == 40) return 1;
    // A long chain that is sound, and two records that are each other's parents.
    make(0, cap_count);
    for (std::uint32_t x = 1; x < cap_count - 2; ++x) set_parent(CapId::at(x), CapId::at(x - 1));
    set_parent(CapId::at(cap_count - 2), CapId::at(cap_count - 1));
    if (!named()) return 1;
    set_parent(CapId::at(cap_count - 1), CapId::at(cap_count - 2));
    return named() ? 0 : 1;
}
