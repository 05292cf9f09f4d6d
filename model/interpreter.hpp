#pragma once
// The reference meaning of a spec: runs any call on any state. Small and obvious; the encoder and the generated code are measured against
// it.

#include "model/state.hpp"

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fief::model {

/// One step of a run: a call with its arguments, or the passing of time.
struct Invocation {
    std::optional<CallId> call;  ///< none: time passes
    Value caller = none;         ///< the actor's index; none for the kernel's own calls
    std::vector<Value> args;     ///< raw: out of range and dead ones are allowed, and fail with bad_argument
    Value now = 0;               ///< for the passing of time: the new time

    friend bool operator==(const Invocation&, const Invocation&) = default;
};

struct Emission {
    EventId event;
    std::vector<Value> args;
    std::uint32_t loop = 0;  ///< emissions of one run of one loop share a number that is not 0: they are a set
    friend auto operator<=>(const Emission&, const Emission&) = default;
};

/// What an expression or a statement asked for that is not there: a following of `none`, a number out of its range.
struct Undefined {
    Span span;
    std::string message;
};

struct Outcome {
    std::optional<ErrorId> error;        ///< none: the call succeeded
    std::optional<std::size_t> refused;  ///< error is a `require`'s: which of the call's checks it is
    std::optional<TableId> exhausted;    ///< error is `full`: the table, or row of it, where a `new` found no room
    std::vector<Value> results;
    std::vector<Emission> events;
    std::vector<std::pair<RevocationId, Value>> forced;
    State after;                         ///< equal to the state before when the call failed
    std::optional<Undefined> undefined;  ///< the call did what its spec gives no meaning; `after` is then the state before
};

/// Resolves what a spec leaves open: which free record a `new` takes, which match a `pick` takes. Gets the candidates (never empty,
/// ascending), returns an index into them.
using Choose = std::function<std::size_t(TableId table, std::span<const Value> candidates)>;
/// Always the lowest.
[[nodiscard]] std::size_t choose_first(TableId table, std::span<const Value> candidates);

/// What a story looked at: a field of a record, or whether the record lives.
struct Followed {
    TableId table;
    Value record = 0;
    std::optional<FieldId> field;  ///< none: whether it lives
    bool before = false;           ///< in the state before the step

    friend bool operator==(const Followed&, const Followed&) = default;
};

/// Where a property fails, with the values of its outermost universal variables.
struct Violation {
    PropertyId property;
    std::vector<std::pair<VarId, Value>> witness;
    std::string story;                    ///< "pte[env1, 0] -> page0 via cap1 is bound, but page0.owner is none"
    std::optional<Undefined> undefined;   ///< set when the formula itself read something missing
    std::vector<Followed> followed = {};  ///< what the story tells of, in its order
};

class Interpreter {
public:
    explicit Interpreter(const Layout& layout) : layout_(&layout) {}

    [[nodiscard]] const Layout& layout() const { return *layout_; }
    /// Runs one step. The passing of time fails with bad_argument when it would run backwards, or past a deadline by more than the latency.
    [[nodiscard]] Outcome run(const State& state, const Invocation& step, const Choose& choose = choose_first) const;
    /// Every outcome of a step, over all choices.
    [[nodiscard]] std::vector<Outcome> run_all(const State& state, const Invocation& step) const;
    /// The value of a formula in a state, under values for its free variables.
    [[nodiscard]] std::variant<Value, Undefined> evaluate(const State& state, ExprId expr,
                                                          const std::vector<std::pair<VarId, Value>>& env = {}) const;
    /// What a guard with an actor says: false when an argument is out of range, or of a record that is not live.
    [[nodiscard]] std::variant<Value, Undefined> ask(const State& state, GuardId guard, Value caller, const std::vector<Value>& args) const;
    /// Every invariant the state breaks, every `unblocked` property, and every `defined` one of a guard or a formula of one state; waived
    /// ones are left out.
    [[nodiscard]] std::vector<Violation> check(const State& state) const;
    /// Every transition property the step breaks, and the `defined` ones of the call and of the transitions. A failed call breaks none.
    [[nodiscard]] std::vector<Violation> check(const State& before, const Invocation& step, const Outcome& outcome) const;
    /// One property of a state.
    [[nodiscard]] std::optional<Violation> check(const State& state, PropertyId property) const;
    [[nodiscard]] std::optional<Violation> check(const State& before, const Invocation& step, const Outcome& outcome,
                                                 PropertyId property) const;

private:
    const Layout* layout_;
};

}  // namespace fief::model
