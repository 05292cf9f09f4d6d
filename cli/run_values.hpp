#pragma once
// The parts of a run's file, read: whatever does not fit the spec is thrown as a `Misfit`, which no function of run_file.hpp lets out.

#include "cli/json.hpp"
#include "model/interpreter.hpp"

#include <fmt/format.h>

#include <functional>
#include <stdexcept>
#include <string>

namespace fief::cli {

/// Why a file does not fit.
struct Misfit : std::runtime_error {
    using std::runtime_error::runtime_error;
};

template <class... Args>
[[noreturn]] void misfit(fmt::format_string<Args...> text, Args&&... args) {
    throw Misfit(fmt::format(text, std::forward<Args>(args)...));
}

/// A member of an object; `where` names the object in the message when there is none.
[[nodiscard]] const Json& member(const Json& object, const char* name, const char* where);

/// A value of the file in a message: what is long, or deeply nested, only by its kind.
[[nodiscard]] std::string brief(const Json& json);

/// `what` names it in the message when it is no whole number.
[[nodiscard]] model::Value read_number(const Json& json, const char* what);

/// The inverse of `json_of` (run_file.hpp).
[[nodiscard]] model::Value read_value(const model::Layout& layout, const model::Type& type, const Json& json);
[[nodiscard]] model::Capacity read_capacity(const model::Model& model, const Json& json);

/// The moment when `passed` units of time are over.
[[nodiscard]] model::Value read_passing(model::Value now, const Json& passed);

[[nodiscard]] model::CallId read_call(const model::Model& model, const Json& name);

/// A run as it grows step by step on the reference model.
class Retelling {
public:
    /// From boot. The file tells of so many steps: a Misfit when they are too many for tables of this size.
    Retelling(const model::Layout& layout, std::size_t steps);

    [[nodiscard]] const model::Layout& layout() const { return layout_; }
    [[nodiscard]] const model::State& now() const { return run_.states.back(); }
    /// Makes a step. Of the outcomes that it leaves open, the first that `fits`; a Misfit when none does.
    void step(model::Invocation step, const std::function<bool(const model::Outcome&)>& fits);
    [[nodiscard]] model::Run finish() && { return std::move(run_); }

private:
    const model::Layout& layout_;
    model::Interpreter interpreter_;
    model::Run run_;
    std::size_t tried_ = 0;  ///< outcomes
    std::size_t most_;       ///< of those
};

}  // namespace fief::cli
