#include "cli/vacuity.hpp"

#include "cli/sizes.hpp"
#include "cli/terminal.hpp"
#include "model/print.hpp"

#include <fmt/format.h>

namespace fief::cli {

spec::Diagnostics vacuities(const Spec& spec, const proofs::Report& report) {
    const model::Model& m = *spec.model;
    spec::Diagnostics out;
    for (const proofs::Vacuous& v : report.vacuous) {
        const std::string text = model::print(m, v.condition);
        std::string why = "the invariants exclude it in every state";
        if (!v.certain) {
            why = "no run was found in which it is otherwise";
            if (v.searched)
                why += fmt::format(" ({}: {}{})", show_sizes(m, v.searched->capacity), count_of(v.searched->states, "state"),
                                   v.searched->complete ? ", all there are" : "");
        }
        if (v.property) {
            const model::Property& p = m[*v.property];
            auto& d = out.warning("W0101", p.implied ? p.span : m[v.condition].span,
                                  fmt::format("`{}` says something only where `{}`, and that never holds", p.name, text));
            d.help = why;
        } else {
            const model::Call& call = m[*v.call];
            auto& d = out.warning("W0102", m[v.condition].span, fmt::format("`{}` never refuses for this", call.name));
            d.help = why;
        }
    }
    return out;
}

}  // namespace fief::cli
