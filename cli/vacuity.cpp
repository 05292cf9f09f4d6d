#include "cli/vacuity.hpp"

#include "cli/searched.hpp"
#include "model/print.hpp"

#include <fmt/format.h>

namespace fief::cli {

spec::Diagnostics vacuities(const Spec& spec, const proofs::Report& report) {
    const model::Model& m = *spec.model;
    spec::Diagnostics out;
    for (const proofs::Vacuous& v : report.vacuous) {
        const std::string text = model::print(m, v.condition);
        std::string why = "the invariants exclude it in every state", never = "never holds";
        if (!v.certain) {
            never = "held in no run that was tried";
            why = v.searched ? show_searched(m, *v.searched) : "only random runs were tried";
        } else if (!v.all_kept) {
            never = "holds in no state that keeps the invariants";
            why = "not all of the invariants are shown";
        }
        if (v.property) {
            const model::Property& p = m[*v.property];
            auto& d = out.warning("W0101", p.implied ? p.span : m[v.condition].span,
                                  fmt::format("`{}` says something only where `{}`, and that {}", p.name, text, never));
            d.help = why;
        } else {
            const model::Call& call = m[*v.call];
            auto& d = out.warning(
                "W0102", m[v.condition].span,
                fmt::format("`{}` {} for this", call.name, v.all_kept ? "never refuses" : "refuses in no state that keeps the invariants"));
            d.help = why;
        }
    }
    return out;
}

}  // namespace fief::cli
