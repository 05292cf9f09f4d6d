#pragma once
// What is asked about one step: all that is assumed, and one claim for each obligation. Whoever asks a solver, or writes down what was
// asked, begins here.

#include "proofs/encoding.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fief::proofs {

/// The obligations of one step, in order of properties; an isolated property stands alone.
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

/// A symbol that stands for what the body says of its parameters.
struct Definition {
    z3::func_decl symbol;
    Tuple params;
    Term body;
};

struct Pair;

struct Question {
    std::optional<EncodedStep> step;  ///< none: of boot, or of every state
    std::vector<Definition> definitions;
    std::vector<Term> assumptions;
    std::vector<std::string> reasons;  ///< by assumption: why it may be made
    std::vector<Claim> claims;         ///< by StepWork::properties
    std::shared_ptr<Pair> pair;        ///< of an isolated property: two states are asked about
};

/// A question to solve has the state after substituted for what it is, and leaves framed claims unbuilt (they are `true`). A question to
/// read says the same with a symbol of its own for everything that the step changes, defined once, and spells out framed claims too.
enum class Form { to_solve, to_read };
[[nodiscard]] Question ask(Encoding& encoding, const StepWork& work, const Options& options, Form form = Form::to_solve);

}  // namespace fief::proofs
