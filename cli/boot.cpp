#include "cli/boot.hpp"

#include "gen/boot/check_boot.hpp"
#include "gen/generate.hpp"
#include "model/boot_blame.hpp"
#include "model/state.hpp"

#include <fmt/format.h>

namespace fief::cli {
namespace {

constexpr std::size_t most_shown = 20;

gen::Image checked(const model::Model& m, const gen::Program& program, Spec& spec) {
    gen::Image image = gen::boot_image(m, program);
    for (const gen::BrokenAtBoot& b : gen::check_boot(m, program, image, most_shown))
        model::blame_boot(m, spec.sources, b.property, b.part, b.records, spec.diagnostics);
    return image;
}

}  // namespace

std::optional<gen::Image> check_boot(Spec& spec) {
    const gen::Program program = gen::lower(*spec.model);
    if (gen::has_boot_image(gen::image_layout(*spec.model, program))) return checked(*spec.model, program, spec);
    model::Model small = *spec.model;
    model::resize(small, model::Capacity::uniform(small, 1));
    static_cast<void>(checked(small, gen::lower(small), spec));
    return std::nullopt;
}

}  // namespace fief::cli
