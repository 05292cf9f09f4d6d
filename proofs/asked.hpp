#pragma once
// The digest of exactly what is asked: what the cache knows an obligation by. It covers this program, the solver, the states, every
// hypothesis, the step and the property; so an edit to one call makes that call's obligations new, and no others.

#include "model/explore.hpp"
#include "proofs/digest.hpp"
#include "proofs/verify.hpp"

#include <string>
#include <vector>

namespace fief::proofs {

class Asked {
public:
    explicit Asked(const Model& model);

    [[nodiscard]] Digest obligation(const Obligation& obligation) const;
    /// A run that shows a goal is done again before it counts, so that only what names the goal is part of it. `model` may have more
    /// properties than the one this was made for.
    [[nodiscard]] Digest goal(const Model& model, const model::Goal& goal) const;
    /// That no run was found that shows the goal, and nothing follows from it.
    [[nodiscard]] Digest in_vain(const Model& model, const model::Goal& goal) const;
    /// That nothing in the model is said about nothing.
    [[nodiscard]] Digest nothing_vacuous() const;
    /// Every obligation of the model together.
    [[nodiscard]] const Digest& whole() const { return whole_; }
    /// How long a step is, to begin with the longest.
    [[nodiscard]] std::size_t weight(const StepRef& step) const;

private:
    const Model* model_;
    // Digests, in hexadecimal:
    std::string base_;                     ///< of program, solver, states, hypotheses
    std::string state_;                    ///< of states and boot
    std::string boot_;                     ///< of boot
    std::vector<std::string> calls_;       ///< of each call
    std::vector<std::string> properties_;  ///< of each property: it is asked of every step
    std::string kernel_;                   ///< of every kernel call
    std::vector<std::size_t> weights_;
    Digest whole_{};

    [[nodiscard]] std::string step_text(const StepRef& step, const model::Property& property) const;
};

}  // namespace fief::proofs
