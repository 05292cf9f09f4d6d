#pragma once
// Random runs of the reference model, steered to what has not been seen.

#include "model/explore.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fief::model {

struct SimulateOptions {
    std::uint64_t steps = 10'000;
    std::uint64_t seed = 1;
    std::uint64_t keep = 200;                      ///< the run is the last that many steps before its end; 0: all since boot
    std::chrono::milliseconds time{0};             ///< 0: no limit
    bool properties = true;                        ///< checks every property after every step
    std::function<void(const State&)> visit = {};  ///< sees every state before the step from it
};

/// What the calls of a run came to.
struct Coverage {
    struct OfCall {
        std::uint64_t tried = 0, succeeded = 0;
        std::vector<std::uint64_t> errors;   ///< by ErrorId
        std::vector<std::uint64_t> refused;  ///< by check: how often this `require` failed
        std::vector<std::uint64_t> passed;   ///< by check: how often it held
    };
    std::vector<OfCall> calls;  ///< by CallId
    std::uint64_t time_steps = 0;
};

struct Simulation {
    Run run;                  ///< its first state is boot's when all steps since were kept; ends with the step that broke something
    std::uint64_t steps = 0;  ///< made, the failing ones included
    std::uint64_t boots = 1;  ///< where nothing more may be expected (`Stepper::stuck`), boot comes again
    Coverage coverage;
    std::optional<Violation> violation;  ///< the first; the run ends there
};

/// Equal models, capacities and options give equal runs. Also the choices the spec leaves open are made at random.
[[nodiscard]] Simulation simulate(const Layout& layout, const SimulateOptions& options, const std::function<bool()>& cancelled = {});

/// Draws steps one at a time: for tests that drive something else beside the model. Arguments are mostly live records and values in range,
/// sometimes dead, stale or out of range by one.
class Stepper {
public:
    Stepper(const Layout& layout, std::uint64_t seed);
    ~Stepper();
    Stepper(Stepper&&) noexcept;
    Stepper& operator=(Stepper&&) noexcept;

    [[nodiscard]] Invocation next(const State& state);
    /// One of this call.
    [[nodiscard]] Invocation next(const State& state, CallId call);
    /// A caller and arguments for a guard with an actor.
    [[nodiscard]] std::pair<Value, std::vector<Value>> asking(const State& state, GuardId guard);
    /// Tells what came of the last step: calls and refusals seen less often are tried more.
    void saw(const Invocation& step, const Outcome& outcome);
    /// Whether nothing more may be expected of runs from here: nobody lives who could call, or the last steps all failed (asked again, only
    /// when as many more fail).
    [[nodiscard]] bool stuck(const State& state);
    [[nodiscard]] const Coverage& coverage() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace fief::model
