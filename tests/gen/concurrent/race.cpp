// race CALLS: one CPU makes calls, the others ask guards without the lock. No guard ever sees half of a change; built with ThreadSanitizer,
// no access is a race.

#include "pairs.hpp"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <vector>

namespace {

struct Host {
    static pairs::Time now() { return 0; }
};

pairs::Tables tables;
std::atomic<bool> done{false};
std::atomic<unsigned> torn{0};

void ask() {
    unsigned long asked = 0;
    while (!done.load(std::memory_order_relaxed)) {
        for (std::uint8_t i = 0; i < 8; ++i) {
            torn += pairs::concurrent::torn(tables, pairs::EnvId{0}, pairs::ThingId{i});
            torn += pairs::concurrent::torn_behind(tables, pairs::EnvId{0}, pairs::HandleId{i});
            asked += 2;
        }
    }
    std::printf("%lu guards asked\n", asked);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    Host host;
    boot(tables);
    pairs::Kernel<Host> kernel{tables, host};
    pairs::EnvId e{};
    if (kernel.spawn(e) != pairs::Error::ok) return 2;
    for (std::uint8_t i = 0; i < 8; ++i)
        if (kernel.take(e, pairs::ThingId{i}) != pairs::Error::ok) return 2;
    std::vector<std::thread> others;
    for (int i = 0; i < 2; ++i) others.emplace_back(ask);
    std::uint32_t random = 1;
    pairs::HandleId handle{};
    for (long i = std::atol(argv[1]); i > 0; --i) {
        random = random * 1664525 + 1013904223;
        const auto value = static_cast<std::uint16_t>((random >> 8) % 60001);
        const pairs::ThingId thing{static_cast<std::uint8_t>(random >> 29)};
        pairs::Error error = kernel.put(e, thing, value);
        if (error == pairs::Error::ok && i % 4 == 0) error = kernel.put_all(e, value);
        if (error == pairs::Error::ok && i % 3 == 0) error = kernel.hold(e, thing, handle);
        if (error == pairs::Error::ok && i % 3 == 0) error = kernel.let_go(e, handle);
        if (error != pairs::Error::ok) {
            std::printf("%s\n", name_of(error));
            return 2;
        }
    }
    done = true;
    for (std::thread& t : others) t.join();
    std::printf("%u torn\n", torn.load());
    return torn.load() == 0 ? 0 : 1;
}
