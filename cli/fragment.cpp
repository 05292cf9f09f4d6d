#include "cli/fragment.hpp"

#include "model/alternation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace fief::cli {

spec::Diagnostics cycles_of_sorts(const Spec& spec) {
    const model::Model& m = *spec.model;
    spec::Diagnostics out;
    std::set<std::pair<std::uint32_t, std::uint32_t>> told;  // an `exists` once
    for (const model::SortCycle& cycle : model::sort_cycles(m)) {
        const model::SortLink& first = cycle.front();
        if (first.property && !told.emplace(first.property->value, first.exists.value).second) continue;
        std::string sorts = first.from;
        for (const model::SortLink& link : cycle) sorts += " -> " + link.to;
        const bool implied = first.property && m[*first.property].implied;
        const auto reference = [&](const model::SortLink& link) {
            return fmt::format("{}.{}", m[link.table].name, m[link.table].fields[link.field.value].name);
        };
        auto& d = out.warning("W0103",
                              !first.property ? m[first.table].fields[first.field.value].span
                              : implied       ? m[*first.property].span
                                              : m[first.exists].span,
                              first.property ? fmt::format("`{}` asks for a {} to each {}, which makes a cycle of sorts: {}",
                                                           m[*first.property].name, first.to, first.from, sorts)
                                             : fmt::format("references that are always there make a cycle of sorts: {}", sorts));
        for (std::size_t i = 1; i < cycle.size(); ++i) {
            const model::SortLink& link = cycle[i];
            if (link.property)
                d.notes.push_back(
                    {m[*link.property].span, fmt::format("`{}` asks for a {} to each {}", m[*link.property].name, link.to, link.from)});
            else d.notes.push_back({m[link.table].fields[link.field.value].span, fmt::format("`{}` names a {}", reference(link), link.to)});
        }
        if (!first.property)
            d.help = fmt::format("the solver may think of ever more records; where one of these may be `none`, as `{}?`, there is no cycle",
                                 reference(first));
        else
            d.help = fmt::format(
                "the solver may think of ever more records; name the {0} in a field of the {1} that the calls keep, or count: "
                "`count many(x: {1}) = y: {0} where ...`, and `many(x) > 0`",
                first.to, first.from);
    }
    return out;
}

spec::Diagnostics cycles_of_sorts(const Spec& spec, const proofs::Report& report) {
    using Kind = model::Property::Kind;
    const bool open = std::any_of(report.results.begin(), report.results.end(), [&](const proofs::Result& r) {
        const Kind kind = (*spec.model)[r.obligation.property].kind;
        return r.answer.verdict == proofs::Verdict::unknown && kind != Kind::reachable && kind != Kind::possible;
    });
    return open && !report.cancelled ? cycles_of_sorts(spec) : spec::Diagnostics{};
}

}  // namespace fief::cli
