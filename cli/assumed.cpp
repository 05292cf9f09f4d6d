#include "cli/assumed.hpp"

#include "cli/verdicts.hpp"
#include "proofs/assumed.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace fief::cli {

std::string show_assumed(const Spec& spec, const proofs::Report& report, const Style& style) {
    if (report.count(proofs::Verdict::proved) == 0) return {};
    const model::Model& model = *spec.model;
    std::vector<std::string> names;
    std::size_t not_asked = 0;
    for (const proofs::Unshown& u : proofs::unshown_assumptions(model, report)) {
        if (u.why == proofs::Verdict::not_asked) ++not_asked;
        else names.push_back(fmt::format("`{}` ({})", model[u.invariant].name, name_of(u.why)));
    }
    if (not_asked > 0) names.push_back(fmt::format("{} that not every step was asked about", not_asked));
    if (names.empty()) return {};
    return style.yellow(fmt::format("what is proved assumes every invariant of the state before; not shown: {}\n", fmt::join(names, ", ")));
}

Json json_of_assumed(const Spec& spec, const proofs::Report& report) {
    Json out = Json::array();
    for (const proofs::Unshown& u : proofs::unshown_assumptions(*spec.model, report))
        out.push_back({{"property", (*spec.model)[u.invariant].name}, {"why", name_of(u.why)}});
    return out;
}

}  // namespace fief::cli
