// differ SPEC SIZES CALLS SEED [after]: drives generated code and reference model side by side. Exit 1 with the last calls when they
// differ, 3 when the checkers of after a call miss what all checkers find. `after`: only the latter, and on after every difference.

#include "lockstep.hpp"
#include "sizes.hpp"

#include <csignal>
#include <cstdlib>
#include <string_view>

using namespace fief;

namespace {
const model::Layout* layout_;
}

int main(int argc, char** argv) {
    const bool after = argc == 6 && std::string_view(argv[5]) == "after";
    if (argc != 5 && !after) return 2;
    spec::Sources sources;
    spec::Diagnostics diagnostics;
    auto m = model::load(argv[1], sources, diagnostics);
    if (!m) return 2;
    const model::Capacity capacity = read_sizes(*m, argv[2]);
    model::resize(*m, capacity);
    std::signal(SIGALRM, [](int) {
        constexpr char text[] = "the generated code does not return\n";
        [[maybe_unused]] const auto written = write(STDOUT_FILENO, text, sizeof text - 1);
        _exit(1);
    });
    const model::Layout layout(*m, capacity);
    layout_ = &layout;
    subject::set_relation([](unsigned r, subject::Value a, subject::Value b) { return layout_->related(model::RelationId{r}, a, b); });
    Lockstep lockstep(*m, layout, std::strtoull(argv[4], nullptr, 10));
    if (after) return lockstep.find_after(std::strtoull(argv[3], nullptr, 10)) ? 0 : 3;
    const bool same = lockstep.run(std::strtoull(argv[3], nullptr, 10));
    if (!same) std::cout << fmt::format("seed {}\n", argv[4]);
    lockstep.report();
    return same ? 0 : lockstep.missed() ? 3 : 1;
}
