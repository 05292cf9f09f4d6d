#pragma once
// From the Model's expressions to formulas over a symbolic state.
//
// A path (`m.target.owner`) is followed by naming what each reference leads to with a bound variable. Where the formula is read positively
// the binding is universal (whatever m.target is, …), where negatively existential: so hypotheses stay free of new existentials, and goals,
// negated, become constants. Both say the same of references that are there, which `defined` shows.

#include "proofs/symbolic.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace fief::proofs {

enum class Polarity { positive, negative };
[[nodiscard]] inline Polarity opposite(Polarity p) { return p == Polarity::positive ? Polarity::negative : Polarity::positive; }

/// The step that a transition speaks of.
struct StepContext {
    std::optional<model::CallId> call;  ///< none: time passes
    std::optional<Tuple> caller;        ///< the actor; none in a kernel call
    model::TableId actor;               ///< the caller's table
    bool any_args = false;              ///< `called` holds of the call whatever its arguments
};

/// Where an expression is read: the state, the state before (transitions), the step, and the variables.
struct Scope {
    const SymbolicState* state = nullptr;
    const SymbolicState* before = nullptr;
    const StepContext* step = nullptr;
    Environment* env = nullptr;
    std::vector<Term>* facts = nullptr;  ///< receives what is true of the constants that `ground` names
    Tuple loop;                          ///< the loop variables on which such constants depend
};

class Evaluate {
public:
    explicit Evaluate(const Scope& scope);

    /// A Boolean expression.
    [[nodiscard]] Term formula(model::ExprId e, Polarity polarity) const;
    /// The reference or slot names this tuple.
    [[nodiscard]] Term names(model::ExprId e, const Tuple& tuple, Polarity polarity) const;
    [[nodiscard]] Term is_none(model::ExprId e, Polarity polarity) const;
    /// The value's terms when they are plain to see: a variable, an entry at known keys.
    [[nodiscard]] std::optional<Tuple> known(model::ExprId e) const;
    /// `use` of what a reference or slot names.
    [[nodiscard]] Term with_tuple(model::ExprId e, Polarity polarity, const std::function<Term(const Tuple&)>& use) const;
    [[nodiscard]] Term with_int(model::ExprId e, Polarity polarity, const std::function<Term(const Term&)>& use) const;
    /// Rights: one bit for each of Model::rights; an enumeration: one for each name but the first.
    [[nodiscard]] Term with_bits(model::ExprId e, Polarity polarity, const std::function<Term(const std::vector<Term>&)>& use) const;
    /// A value of any type as the terms of its sorts.
    [[nodiscard]] Term with_terms(model::ExprId e, Polarity polarity, const std::function<Term(const Tuple&)>& use) const;
    /// The values of these expressions equal these terms, laid out by their types one after the other.
    [[nodiscard]] Term equals(const std::vector<model::ExprId>& exprs, const std::vector<model::VarId>& params, const Tuple& terms) const;
    /// A number as a term of its own; paths in it are grounded.
    [[nodiscard]] Term integer(model::ExprId e) const;
    /// A constant (or a function of the loop variables) for what a reference names, with the fact that it does if anything does.
    [[nodiscard]] Tuple ground(model::ExprId e) const;
    /// What a value of this type may be: its record is live, its number in range, its name one of the enumeration's. `leading`: of a
    /// transition's prefix.
    [[nodiscard]] Term in_range(const model::Type& type, const Tuple& terms, bool leading) const;
    [[nodiscard]] Term is_live(model::TableId table, const Tuple& record) const;
    /// The nearest strict ancestor.
    [[nodiscard]] Term parent_is(model::TableId table, const Tuple& child, const Tuple& parent) const;
    /// A read of a derived record's parent.
    [[nodiscard]] bool is_parent(model::ExprId e) const;
    /// True where evaluating the expression follows no missing reference.
    [[nodiscard]] Term defined(model::ExprId e) const;
    /// A transition's or invariant's formula, whose leading universal variables range over records of both states.
    [[nodiscard]] Term property(model::ExprId e) const;
    [[nodiscard]] Term property_defined(model::ExprId e, bool leading = true) const;

    [[nodiscard]] const Signature& signature() const { return sig_; }

private:
    Scope scope_;
    const Signature& sig_;
    const model::Model& m_;
    z3::context& ctx_;

    [[nodiscard]] Evaluate before() const;
    [[nodiscard]] Term bind(const std::vector<z3::sort>& sorts, const std::string& name, Polarity polarity,
                            const std::function<Term(const Tuple&)>& is, const std::function<Term(const Tuple&)>& use) const;
    [[nodiscard]] Term read_relation(const model::Read& read, const Tuple& record, const Tuple& value) const;
    [[nodiscard]] Term equality(const model::Equal& e, Polarity polarity) const;
    [[nodiscard]] bool has_to_be_there(model::ExprId e) const;
    [[nodiscard]] const model::Read* live_where_there(const model::Implies& i) const;
    [[nodiscard]] Term names_only_live(const model::Read& r) const;
    [[nodiscard]] Term quantified(const model::Quantified& q, Polarity polarity, bool leading) const;
    [[nodiscard]] Term with_all(const std::vector<model::ExprId>& exprs, std::size_t from, Polarity polarity, Tuple terms,
                                const std::function<Term(const Tuple&)>& use) const;
    [[nodiscard]] bool none_literal(model::ExprId e) const;
    [[nodiscard]] Term defined_all(const std::vector<model::ExprId>& exprs) const;
    [[nodiscard]] Term there(model::ExprId e) const;
    [[nodiscard]] Term record_there(model::ExprId e) const;
};

}  // namespace fief::proofs
