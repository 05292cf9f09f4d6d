#pragma once
// What calls do: arguments, checks, statements. One Execution can be used for many calls, one after another.

#include "model/interpreter_evaluation.hpp"

#include <functional>

namespace fief::model {

/// Whether a choice is a `pick`'s or which free record a `new` takes.
enum class ChoiceKind { pick, fresh };
using Decide = std::function<std::size_t(ChoiceKind kind, TableId table, std::span<const Value> candidates)>;

/// Runs calls, one at a time.
class Execution {
public:
    explicit Execution(const Layout& layout);

    /// Runs one step from start to end.
    [[nodiscard]] Outcome run(const State& state, const Invocation& step, const Decide& decide);

    // The same in parts, for a search that binds one argument after another. `begin` comes first; the caller and the parameters are bound
    // through `evaluation().vars`; then each check in order, then the effects.
    void begin(const State& state, const Call& call);
    /// The error of a failed `require`; a `let` never fails. Throws Undefined.
    [[nodiscard]] std::optional<ErrorId> check(const Check& check);
    /// Runs the effects into `outcome` (results, events, forced, after, or `full`). Throws Undefined.
    void effects(const State& state, const Call& call, const Decide& decide, Outcome& outcome);
    [[nodiscard]] Evaluation& evaluation() { return evaluation_; }
    /// The statement that a `Decide` is asked for: a New or a Pick of the model.
    [[nodiscard]] const void* deciding() const { return deciding_; }

    /// Whether time may pass to this moment.
    [[nodiscard]] bool time_may_pass(const State& state, Value to) const;
    /// The latest moment to which time may pass: no live record stays in a phase longer than its deadline and the latency.
    [[nodiscard]] std::optional<Value> latest(const State& state) const;
    /// Whether the value is one of the type, and no dead record.
    [[nodiscard]] bool acceptable(const State& state, const Type& type, Value value) const;

private:
    struct NoRoom {
        TableId table;
    };
    struct Dropped {
        TableId table;
        Value record, parent;
    };
    struct Write {
        std::size_t word;
        Value value;       ///< in the log: what was there before
        bool consequence;  ///< of a drop or a change of owner elsewhere; it is worked out again when a loop's changes are joined
    };
    struct Place {
        TableId table;
        FieldId field;
    };

    const Layout* layout_;
    const Model* model_;
    Evaluation evaluation_;
    std::vector<std::vector<Place>> weak_fields_;  ///< by the table they refer to
    std::vector<std::vector<VarId>> weak_vars_;    ///< likewise

    // Of the call that runs:
    const State* start_ = nullptr;
    State* state_ = nullptr;
    Outcome* outcome_ = nullptr;
    const Decide* decide_ = nullptr;
    const void* deciding_ = nullptr;
    std::uint32_t loops_ = 0;
    bool in_loop_ = false;
    std::vector<Write> log_;        ///< of one body of a loop
    std::vector<Dropped> dropped_;  ///< by the loop, or by the statement outside of one
    std::vector<std::pair<TableId, Value>> reowned_;
    std::vector<std::pair<TableId, Value>> made_;

    [[nodiscard]] bool acceptable(const State& state, const Call& call, const Invocation& step) const;

    void run_block(const Block& block);
    void run_statement(const Stmt& stmt);
    void assign(const Assign& n, Span span);
    void make(const New& n, Span span);
    void drop(const Drop& n, Span span);
    void loop(const For& n, Span span);
    void pick(const Pick& n);
    void emit(const Emit& n);

    [[nodiscard]] Value stored(ExprId from, const Type& type);
    [[nodiscard]] Value living(ExprId expr, Span span);
    [[nodiscard]] std::vector<Value> matches(VarId var, ExprId where);
    void write(std::size_t word, Value value, bool consequence = false);
    void adopt();
    void stale_references();
};

/// What one run of a step chose: where, among what, and which.
struct Choice {
    const void* at = nullptr;  ///< the New or Pick of the model
    ChoiceKind kind = ChoiceKind::pick;
    TableId table;
    std::vector<Value> candidates;
    Value taken = none;
};

/// Runs one step under every combination of choices.
void for_every_choice(Execution& execution, const State& state, const Invocation& step,
                      const std::function<void(Outcome outcome, const std::vector<Choice>& choices)>& visit);
[[nodiscard]] std::vector<Outcome> run_every_choice(Execution& execution, const State& state, const Invocation& step);

}  // namespace fief::model
