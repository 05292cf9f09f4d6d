#pragma once
// The spec at the sizes that its generated code was made for: what both test programs begin with.

#include "model/resolve.hpp"
#include "model/state.hpp"
#include "sizes.hpp"
#include "subject.hpp"

#include <sys/time.h>
#include <unistd.h>
#include <csignal>
#include <iostream>
#include <memory>
#include <string_view>

namespace fief {

class World {
public:
    /// Nothing when the spec has errors or the sizes are not those of the program, which says so. Signal VTALRM then ends the program
    /// with 1.
    static std::unique_ptr<World> open(const char* file, std::string_view sizes) {
        if (sizes != subject::sizes()) {
            std::cerr << "this program is made for sizes " << subject::sizes() << ", not " << sizes << "\n";
            return nullptr;
        }
        spec::Sources sources;
        spec::Diagnostics diagnostics;
        auto model = model::load(file, sources, diagnostics);
        if (!model) return nullptr;
        const model::Capacity capacity = read_sizes(*model, std::string(sizes));
        model::resize(*model, capacity);
        auto world = std::unique_ptr<World>(new World(std::move(*model), capacity));
        related_in = &world->layout;
        subject::set_relation(
            [](unsigned r, subject::Value a, subject::Value b) { return related_in->related(model::RelationId{r}, a, b); });
        std::signal(SIGVTALRM, [](int) {
            constexpr char text[] = "the generated code does not return\n";
            [[maybe_unused]] const auto written = write(STDOUT_FILENO, text, sizeof text - 1);
            _exit(1);
        });
        return world;
    }

    /// Ends the program when what follows takes more processor time, whatever else the machine does. 0: no longer.
    static void take_at_most(int seconds) {
        const itimerval limit{{0, 0}, {seconds, 0}};
        setitimer(ITIMER_VIRTUAL, &limit, nullptr);
    }

    const model::Model model;
    const model::Layout layout;

private:
    World(model::Model m, const model::Capacity& capacity) : model(std::move(m)), layout(model, capacity) {}
    static inline const model::Layout* related_in = nullptr;
};

}  // namespace fief
