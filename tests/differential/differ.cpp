// differ SPEC SIZES CALLS SEED [after]: drives generated code and reference model side by side. Exit 1 with the last calls when they
// differ, 3 when the checkers of after a call miss what all checkers find. `after`: only the latter, and on after every difference.

#include "lockstep.hpp"
#include "world.hpp"

#include <cstdlib>
#include <string_view>

using namespace fief;

int main(int argc, char** argv) {
    const bool after = argc == 6 && std::string_view(argv[5]) == "after";
    if (argc != 5 && !after) return 2;
    const auto world = World::open(argv[1], argv[2]);
    if (!world) return 2;
    Lockstep lockstep(world->model, world->layout, std::strtoull(argv[4], nullptr, 10));
    if (after) return lockstep.find_after(std::strtoull(argv[3], nullptr, 10)) ? 0 : 3;
    const bool same = lockstep.run(std::strtoull(argv[3], nullptr, 10));
    if (!same) std::cout << fmt::format("seed {}\n", argv[4]);
    lockstep.report();
    return same ? 0 : lockstep.missed() ? 3 : 1;
}
