#pragma once
// What is asked about one step: all that is assumed, and one claim for each obligation. Whoever asks a solver, or writes down what was
// asked, begins here.

#include "proofs/encoding.hpp"

#include <optional>
#include <vector>

namespace fief::proofs {

/// The obligations of one step, in order of properties.
struct StepWork {
    StepRef step;
    std::vector<model::PropertyId> properties;
};

/// Every step with the obligations that the options select; reachability is not among them: that is for search.
[[nodiscard]] std::vector<StepWork> plan_steps(const Model& model, const Options& options);

/// What one obligation says: under the question's assumptions, `formula` holds.
struct Claim {
    Term formula;
    bool framed = false;  ///< the step changes nothing that it reads: it holds because it is one of the assumptions
};

struct Question {
    std::optional<EncodedStep> step;  ///< none: of boot, or of every state
    std::vector<Term> assumptions;
    std::vector<Claim> claims;  ///< by StepWork::properties
};

/// Framed claims need no solver: `skip` leaves their formulas unbuilt (they are `true`), `build` spells them out for those who would rather
/// see for themselves.
enum class Framed { skip, build };
[[nodiscard]] Question ask(Encoding& encoding, const StepWork& work, Framed framed = Framed::skip);

}  // namespace fief::proofs
