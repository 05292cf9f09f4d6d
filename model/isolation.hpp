#pragma once
// Noninterference on the reference model: when two states look alike to an observer, and what one step may do about it. What `isolated`
// means is defined here; the encoder has to say the same.
//
// Some things are taken to be the same in the two runs that are compared, because no table can hide them: the time, the arguments of the
// step, which of a pool's names are in use (the record that a `new` takes from a pool, that there is one, and that an argument names a
// live one), and what a `pick`, or a `new` in a row, takes of the same candidates. `spec/LANGUAGE.md` says so to the user.

#include "model/interpreter.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fief::model {

/// What an observer can tell apart.
struct Difference {
    enum class Kind {
        life,    ///< the observer lives in one of the states only
        time,    ///< the clocks differ
        record,  ///< the part of the view shows the record in one of them only
        field,   ///< the record's field has two values
        answer,  ///< an error, a result, or what a guard says
        event,   ///< an event that names the observer is emitted in one of them only
    } kind = Kind::field;
    std::size_t part = 0;          ///< record and field: of the view
    Value record = none;           ///< record and field
    std::optional<FieldId> field;  ///< field
    std::string story;             ///< "env1 sees page0.contents = 3 in one, 0 in the other"
};

/// A property that a step breaks, with one way in which the two runs go.
struct Leak {
    Difference difference;
    std::optional<Outcome> one, other;  ///< of the step; none for a guard, and `other` none where one state is compared before and after
};

/// Asks about isolations at one size; one can be used for many states.
class Observers {
public:
    explicit Observers(const Layout& layout);
    ~Observers();
    Observers(const Observers&) = delete;
    Observers& operator=(const Observers&) = delete;

    /// The first thing by which the observer can tell the two states apart. Throws nothing: a condition without meaning holds nowhere.
    [[nodiscard]] std::optional<Difference> tell_apart(IsolationId isolation, Value observer, const State& one, const State& other);
    /// Numbers that are equal for states that look alike to the observer, and only for them.
    [[nodiscard]] std::vector<Value> view(IsolationId isolation, Value observer, const State& state);
    /// What a call by somebody else, with no flow to the observer, changes of what it sees.
    [[nodiscard]] std::optional<Difference> disturbed(IsolationId isolation, Value observer, const State& before, const Invocation& step,
                                                      const Outcome& outcome);
    /// How the property fails for this observer: from these two states, by this step (for `others` only `one` counts; for a guard, its
    /// caller and arguments). Nothing when it holds there, or says nothing about them.
    [[nodiscard]] std::optional<Leak> leak(PropertyId property, Value observer, const State& one, const State& other,
                                           const Invocation& step);
    /// Where a part of the view, or a flow (for any call that it speaks of), reads what is not there.
    [[nodiscard]] std::optional<Undefined> undefined(IsolationId isolation, const State& state);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// The property speaks of such a step at all. Of calls that can neither be by whom the property is about, nor make an observer, it does
/// not.
[[nodiscard]] bool speaks_of(const Model& model, const Property& property, std::optional<CallId> call);

}  // namespace fief::model
