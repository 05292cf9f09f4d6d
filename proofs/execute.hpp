#pragma once
// From the Model's statements to the state after them, by substitution: no copies of the state, no frame axioms.

#include "proofs/counting.hpp"
#include "proofs/evaluate.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace fief::proofs {

/// A place where the spec must have what it asks for: `condition` is what has to hold there.
struct Site {
    Term condition;
    model::Span span;
    std::string what;
};

/// A `require`: where its condition fails, and those before it hold, the call answers its error.
struct Required {
    Term condition;
    model::ErrorId error;
};

/// What a `new` that leaves a key open, or a `pick`, takes.
struct Taken {
    enum class Kind {
        name,   ///< a record of a pool
        entry,  ///< an entry of the row with the keys `given`
        match,  ///< a record that a `pick` found
    } kind = Kind::name;
    Tuple given;
    Tuple open;  ///< the constants that stand for what is taken
    Term path;   ///< where it is asked for, beyond the requires
    Term may;    ///< it may be taken
};

/// Runs a call symbolically. The constants of its parameters are in the environment; after `checks` and `effects`, `guard` says when it
/// succeeds.
class Execute {
public:
    Execute(const Signature& signature, const SymbolicState& begin, Environment& env);

    void checks(const std::vector<model::Check>& checks);
    void effects(const model::Block& block);

    [[nodiscard]] const SymbolicState& state() const { return state_; }
    /// Every require holds and every `new` finds room.
    [[nodiscard]] Term guard() const;
    /// True of the constants that were introduced on the way, whatever the call does.
    [[nodiscard]] const std::vector<Term>& facts() const { return facts_; }
    /// Sites of the checks carry the requires before them; those of the effects hold under the whole guard.
    [[nodiscard]] const std::vector<Site>& check_sites() const { return check_sites_; }
    [[nodiscard]] const std::vector<Site>& effect_sites() const { return effect_sites_; }
    /// What stands before the first effect, and what was left open, in the order of the text.
    [[nodiscard]] const std::vector<Required>& required() const { return required_; }
    [[nodiscard]] const std::vector<Taken>& taken() const { return taken_; }

private:
    const Signature& sig_;
    const model::Model& m_;
    z3::context& ctx_;
    const SymbolicState& begin_;
    SymbolicState state_;
    Environment& env_;
    Term requires_;
    Term path_;  ///< what holds where execution stands, beyond the requires
    std::vector<Term> room_;
    std::vector<Term> facts_;
    std::vector<Site> check_sites_, effect_sites_;
    bool checking_ = false;
    std::vector<Required> required_;
    std::vector<Taken> taken_;
    Tuple loop_;                                ///< the loop variable's terms, inside a loop
    std::optional<model::TableId> loop_table_;  ///< set inside a loop
    [[nodiscard]] bool of_loop(model::TableId table, const Tuple& record) const;
    std::set<std::size_t> foreign_;  ///< components written at another record than the loop's

    /// What the call's results are where execution stands; those not given yet are not among them.
    using Results = std::map<model::VarId, Symbolic>;
    Results results_;
    void give(model::VarId var, Symbolic value);
    [[nodiscard]] Symbolic first_value(const model::Type& type) const;
    /// Where the condition holds `then`, elsewhere what the results are now.
    void merge_results(const Term& condition, const Results& then);

    [[nodiscard]] Evaluate here();
    void need(const Term& condition, model::Span span, std::string what);
    /// What becomes of a reference: what reads it decides whether the solver must know that a parent is there.
    enum class Use {
        value,      ///< it is kept as it is: `names` tells
        as_parent,  ///< it is made a parent, or compared with none: its ancestors are enough
        followed,
    };
    void need_defined(model::ExprId e, Use use = Use::value);
    void need_fits(model::ExprId value, const model::Type& type, model::Span span, const std::string& what);
    [[nodiscard]] Symbolic value_of(model::VarId var, model::ExprId value);
    /// The value, a reference or a slot, names `tuple`.
    [[nodiscard]] Term names(model::ExprId value, const Tuple& tuple);
    [[nodiscard]] Tuple bits(model::ExprId value, const model::Type& type);

    /// What a record's parent is called, in the state whose descent this is.
    struct Parent {
        Tuple record;
        Term descent;
        Tuple parent;
    };
    std::vector<Parent> parents_;
    bool derives_in_loop_ = false;  ///< a loop makes derived records: nothing shows that it makes each once
    /// Tells of each parent that the expression follows; in quantifiers, where its record is none of theirs.
    void tell_parents(model::ExprId e, Use use, std::set<model::VarId>& bound);
    /// Constants for a parent that is read, and the fact that they name it if there is one. None where that cannot be told.
    [[nodiscard]] std::optional<Parent> parent_of(const model::Read& read);

    std::set<model::CountId> single_;  ///< counts of at most one, which nothing that the call asks reads
    std::vector<Touched> touched_;     ///< records that statements outside loops changed
    /// A bound that the call does not ask about is kept because nobody was in the group: the solver is told who is in those that are
    /// entered.
    void tell_entered();
    /// Brings the counts up to date with what a statement made of one record.
    void recount_one(const SymbolicState& was, model::TableId table, const Tuple& record);

    void run(const model::Block& block);
    void run(const model::Stmt& stmt);
    void assign(const model::Assign& s, model::Span span);
    void create(const model::New& s, model::Span span);
    void drop(const model::Drop& s, model::Span span);
    void loop(const model::For& s);
    void pick(const model::Pick& s);
    void branch(const model::If& s);
    void emit(const model::Emit& s, model::Span span);

    /// Where `at` holds of the record, the field has the value.
    void write(model::TableId table, model::FieldId field, const std::function<Term(const Tuple&)>& at, model::ExprId value, bool own);
    void write_parent(model::TableId table, const std::function<Term(const Tuple&)>& at, model::ExprId parent);
    void set(std::size_t component, const Term& body, bool own);
    /// The records of the table for which `gone` holds are dropped from `state`, all at once.
    void remove(SymbolicState& state, model::TableId table, const std::function<Term(const Tuple&)>& gone, bool own);
    void stale_out(SymbolicState& state, model::TableId table, const std::function<Term(const Tuple&)>& gone);
    [[nodiscard]] Term ancestor(model::ExprId parent, model::TableId table, const Tuple& of);
    [[nodiscard]] std::vector<z3::sort> tail_sorts(model::TableId table, std::size_t from) const;
    [[nodiscard]] Term generalise(const SymbolicState& inner, std::size_t component, const Tuple& var, const Term& condition);
};

}  // namespace fief::proofs
