#pragma once
// Runs from boot, by explicit search at a ladder of small capacities: for what failed, and for what should be reachable.

#include "proofs/verify.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fief::proofs {

struct Hunt {
    std::vector<model::Found> found;
    std::optional<Searched> widest;          ///< the size at which most was seen, for goals that were not found
    std::optional<Searched> widest_briefly;  ///< the same for those that were not worth all the time
};

/// Something to look for.
struct Quarry {
    /// How much that is worth.
    enum class Effort {
        whole,   ///< all the time there is
        walks,   ///< many random runs, and a short search: that there is none is told, as a doubt
        glance,  ///< a few thousand random steps, and a shorter search: that none is seen says nothing by itself
    };
    model::Goal goal;
    Effort effort = Effort::whole;
    std::optional<std::string> any_of{};  ///< set: whoever finds one of those with this name needs no other
};

/// Every size gets a little time first, since most faults show at once; then more. `sizes` are worth trying as they are, and with one
/// more of each.
[[nodiscard]] Hunt hunt(const Model& model, std::vector<Quarry> quarries, const std::vector<model::Capacity>& sizes,
                        std::chrono::milliseconds time, const std::function<bool()>& cancelled);

/// Fills in the runs of the report's open answers: a property that is not inductive becomes refuted when a run breaks it.
void find_runs(const Model& model, std::chrono::milliseconds time, Report& report, const std::function<bool()>& cancelled);

/// Looks for two runs from boot that end in states such as the solver found to come apart, for so long in all: with them an isolated
/// property is refuted.
void find_two_runs(const Model& model, std::chrono::milliseconds time, Report& report, const std::function<bool()>& cancelled);

}  // namespace fief::proofs
