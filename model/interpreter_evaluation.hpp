#pragma once
// Values of expressions. Inside this floor a missing meaning is thrown as `Undefined`; Interpreter turns it into a normal answer.

#include "model/interpreter.hpp"

#include <span>
#include <vector>

namespace fief::model {

/// What a property of a step speaks of, besides the state after it.
struct StepView {
    const State* before = nullptr;
    const Invocation* step = nullptr;
    const Outcome* outcome = nullptr;
    bool any_args = false;  ///< `called` holds of the call whatever its arguments
};

/// Evaluates expressions in one state at a time. The variables' values are public: whoever binds one sets it before evaluating.
class Evaluation {
public:
    explicit Evaluation(const Layout& layout);

    /// The state that expressions read from now on.
    void enter(const State& state) { words_ = before_ = state.words.data(), step_ = nullptr; }
    /// The state after a step, and the step.
    void enter(const State& after, const StepView& step) {
        words_ = after.words.data(), before_ = step.before->words.data(), step_ = &step;
    }

    [[nodiscard]] Value value(ExprId expr);
    [[nodiscard]] bool holds(ExprId expr) { return value(expr) != 0; }
    /// A transition's formula: its leading universal variables range over what lives before or after.
    [[nodiscard]] bool holds_of_step(ExprId formula);
    /// Faults unless the value may be stored under this type: a number in its range, a record where there must be one.
    Value fitting(Value value, const Type& type, ExprId from);

    [[nodiscard]] bool live(TableId table, Value record) const { return words_[layout_->live(table, record)] != 0; }
    /// Calls `visit(value)` for everything a quantified variable ranges over, until it returns false; says whether it never did.
    /// `either`: records live before or after the step.
    template <class Visit>
    bool each(const Type& type, bool either, Visit&& visit);

    /// Inside `old`: reads the state before until it is destroyed.
    class Before {
    public:
        explicit Before(Evaluation& e) : e_(e), saved_(e.words_) { e.words_ = e.before_; }
        ~Before() { e_.words_ = saved_; }
        Before(const Before&) = delete;
        Before& operator=(const Before&) = delete;

    private:
        Evaluation& e_;
        const Value* saved_;
    };

    /// Whether a deadline, or the time of an idle record's phases, was read of a record that is idle: such a read is why states cannot
    /// be told equal without those times.
    bool read_idle_time = false;
    /// Whether a variable was quantified over more values than were looked at.
    bool sampled = false;
    /// Whether what was evaluated last rests on values that were not looked at: a quantifier went through some of them and none decided it.
    bool unsure = false;

    std::vector<Value> vars;  ///< by VarId

private:
    const Layout* layout_;
    const Model* model_;
    const Value* words_ = nullptr;
    const Value* before_ = nullptr;
    const StepView* step_ = nullptr;

    [[noreturn]] void fault(ExprId at, std::string message) const;
    [[nodiscard]] Value record(ExprId expr);  ///< faults on none and stale
    [[nodiscard]] std::optional<Layout::Row> row(TableId table, const std::vector<ExprId>& keys, ExprId at);
    [[nodiscard]] Value read(const Read& read, ExprId at);
    [[nodiscard]] bool descends(const Descends& d);
    [[nodiscard]] bool quantified(const Quantified& q, std::size_t from, bool either);
    [[nodiscard]] bool emitted(const Emitted& e);
    [[nodiscard]] bool called(const Called& c);
    [[nodiscard]] Value caller(const Type& type) const;
};

/// Every value of a type that is not a reference, ascending; of an integer range too wide to go through, and of times, the ends and the
/// values that occur in the state and those `written` in the spec (see WrittenNumbers; an instant is so far from now), and their
/// neighbours. Says whether it is every value.
bool values_of_type(const Layout& layout, const Type& type, const Value* words, std::vector<Value>& out,
                    std::span<const Value> written = {});

template <class Visit>
bool Evaluation::each(const Type& type, bool either, Visit&& visit) {
    if (type.kind == Type::Kind::reference) {
        for (Value r = 0; r < layout_->records(type.table); ++r) {
            const std::size_t word = layout_->live(type.table, r);
            if ((words_[word] || (either && before_[word])) && !visit(r)) return false;
        }
        return true;
    }
    std::vector<Value> values;
    const bool whole = values_of_type(*layout_, type, words_, values);
    sampled = sampled || !whole;
    if (step_) {  // What the step itself carried counts as occurring.
        auto add = [&](Value v) {
            if (type.kind == Type::Kind::integer && v >= type.lo && v <= type.hi) values.push_back(v);
        };
        for (const Emission& e : step_->outcome->events)
            for (Value v : e.args) add(v);
        for (Value v : step_->step->args) add(v);
    }
    for (Value v : values)
        if (!visit(v)) return false;
    unsure = unsure || !whole;
    return true;
}

}  // namespace fief::model
