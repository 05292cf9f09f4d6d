#pragma once
// One model in one solver context: the state before, what is known of it, and every step as the state after it.

#include "proofs/axioms.hpp"
#include "proofs/boot.hpp"
#include "proofs/execute.hpp"
#include "proofs/verify.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace fief::proofs {

/// A step ready to be asked about.
struct EncodedStep {
    StepRef ref;
    StepContext context;
    Environment env;  ///< the parameters' constants
    SymbolicState after;
    Tuple time;               ///< the new time, when time passes
    std::vector<Term> facts;  ///< the ranges of the parameters, and of what the encoding introduced
    Term guard;               ///< the step succeeds
    std::vector<Site> check_sites, effect_sites;
};

/// What one obligation asks: under the hypotheses, `facts` (and `guard` unless said otherwise), `goal` holds.
struct Goal {
    Term formula;
    bool under_guard = true;
    std::string what;  ///< for `defined`: which place
    model::Span span;
    std::vector<Term> facts{};  ///< true of constants that the goal introduces
};

class Encoding {
public:
    /// `copy`: as for Signature.
    Encoding(const Model& model, z3::context& context, std::string copy = "");

    Encoding(const Encoding&) = delete;
    Encoding& operator=(const Encoding&) = delete;

    [[nodiscard]] const Signature& signature() const { return signature_; }
    /// The same model over the same records, with another state: for what is said of two states. Made when first asked for.
    [[nodiscard]] Encoding& twin();
    [[nodiscard]] const SymbolicState& before() const { return before_; }
    /// Every invariant that is not waived, the types' facts and the counts', of the state before.
    [[nodiscard]] const std::vector<Term>& hypotheses();
    /// By hypothesis: what it says, for people. Empty until the hypotheses are built.
    [[nodiscard]] const std::vector<std::string>& hypothesis_names() const { return hypothesis_names_; }
    /// The state at boot, and what is known of what it leaves open. Its signature is its own: the slots that boot names differ from each
    /// other, and no other step may assume that there are so many.
    [[nodiscard]] const SymbolicState& boot();
    [[nodiscard]] const std::vector<Term>& boot_facts();
    [[nodiscard]] EncodedStep call(model::CallId call);
    [[nodiscard]] EncodedStep time();
    /// What an invariant or transition asks of the state after a step.
    [[nodiscard]] Goal after_step(const model::Property& property, EncodedStep& step);
    /// What `defined` of a call or a transition asks of a step.
    [[nodiscard]] std::vector<Goal> defined_in_step(const model::Property& property, EncodedStep& step);
    /// What an invariant asks of the state at boot.
    [[nodiscard]] Goal at_boot(const model::Property& property);
    /// What a property asks of the state before alone: `unblocked`, `defined` of a state formula or a guard.
    [[nodiscard]] Goal of_state(const model::Property& property);
    /// Satisfiable with the hypotheses when a caller and arguments make this check of the call fail, after those before it held.
    [[nodiscard]] std::vector<Term> refusal(model::CallId call, std::size_t check);
    /// Satisfiable with the hypotheses when a caller and arguments pass so many of the call's checks.
    [[nodiscard]] std::vector<Term> passing(model::CallId call, std::size_t checks);
    /// An invariant as a hypothesis, of the state before.
    [[nodiscard]] Term assumed(const model::Property& invariant);
    /// The formula holds in the state before.
    [[nodiscard]] Term holds(model::ExprId formula);
    /// True when the step changes nothing that the invariant reads.
    [[nodiscard]] bool framed(const model::Property& property, const EncodedStep& step) const;
    /// True when the step changes nothing that the formula reads of one state.
    [[nodiscard]] bool unchanged(model::ExprId formula, const SymbolicState& after) const;

private:
    const Model* model_;
    z3::context* context_;
    Signature signature_;
    SymbolicState before_;
    Environment env_;
    std::vector<Term> hypotheses_;  ///< built once
    std::vector<std::string> hypothesis_names_;
    std::optional<Signature> boot_signature_;
    std::optional<SymbolicState> boot_;
    std::vector<Term> boot_facts_;
    std::unique_ptr<Encoding> twin_;

    [[nodiscard]] Scope state_scope(const SymbolicState& state, Environment& env) const;
    [[nodiscard]] Scope step_scope(EncodedStep& step) const;
    [[nodiscard]] Goal unblocked(const model::Property& property);
    [[nodiscard]] std::optional<Term> way_out(const model::Call& call, std::optional<std::size_t> subject, model::TableId table,
                                              const Tuple& record, const Environment& env, std::vector<Term>& facts);
    [[nodiscard]] Symbolic parameter(model::VarId var, std::vector<Term>& facts) const;
};

}  // namespace fief::proofs
