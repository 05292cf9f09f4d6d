#pragma once
// What is proved of a model, and what came of it. The solver's own types stay behind this door.

#include "model/explore.hpp"
#include "model/model.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fief::proofs {

using model::Model;

/// Which step an obligation is about.
struct StepRef {
    enum class Kind { boot, call, time, state } kind = Kind::call;  ///< state: of any state that satisfies the invariants
    model::CallId call;
    friend bool operator==(const StepRef&, const StepRef&) = default;
};

/// One thing to show: this property is kept by this step (or holds at boot, or of every state).
struct Obligation {
    model::PropertyId property;
    StepRef step;
};

enum class Verdict {
    proved,         ///< the solver said unsat for exactly this obligation; or a run reaches what should be reachable
    refuted,        ///< a run from boot breaks it, replayed on the reference model
    not_inductive,  ///< a state satisfies every invariant, and the step from it breaks the property; no run from boot was found
    unknown,        ///< neither: `reason` says why
};

/// A state from which one step breaks a property; not known to be reachable.
struct CounterState {
    model::Capacity capacity;
    std::vector<std::vector<bool>> relations;  ///< the host's, by RelationId, as Layout::set_relation takes them
    model::State before;
    std::optional<model::Invocation> step;  ///< none: the state itself has the fault
    std::optional<model::Outcome> outcome;
    std::optional<model::Violation> violation;

    [[nodiscard]] model::Layout layout(const Model& model) const;
};

/// A search of runs from boot at one size that found none.
struct Searched {
    model::Capacity capacity;
    std::uint64_t states = 0;
    std::uint32_t depth = 0;  ///< every run of up to so many steps
    bool complete = false;    ///< every reachable state was seen
};

struct Answer {
    Verdict verdict = Verdict::unknown;
    bool framed = false;  ///< proved without the solver: the step changes nothing the property speaks of
    std::string reason;   ///< unknown: the solver's, or ours
    std::chrono::duration<double> time{0};
    std::optional<CounterState> state;          ///< not_inductive; replayed on the interpreter
    std::optional<model::Run> run;              ///< refuted: from boot to the fault. proved reachability: the run that gets there
    std::optional<model::Violation> violation;  ///< refuted: what is broken after the run's last step
    std::optional<Searched> searched;           ///< neither proved nor refuted: where no run was found
};

struct Result {
    Obligation obligation;
    Answer answer;
};

struct Options {
    std::optional<std::string> property;          ///< only this property (or "page.grace"'s parts together)
    std::optional<std::string> call;              ///< only this call
    std::chrono::milliseconds timeout{10000};     ///< for one obligation
    std::uint32_t rlimit = 0;                     ///< the solver's own resource bound; 0: none
    unsigned jobs = 0;                            ///< 0: one a core
    std::chrono::milliseconds search_time{4000};  ///< for runs from boot
};

/// How far it is: for a terminal.
struct Progress {
    std::size_t done = 0, total = 0;
    std::string current;
};

struct Report {
    std::vector<Result> results;  ///< in order of steps, then properties
    std::chrono::duration<double> wall{0};
    bool cancelled = false;

    [[nodiscard]] std::size_t count(Verdict verdict) const;
};

/// Proves every obligation that the options select. Never throws; a fault of the solver is an `unknown` with its reason.
[[nodiscard]] Report verify(const Model& model, const Options& options, const std::function<void(const Progress&)>& progress = {},
                            const std::function<bool()>& cancelled = {});

/// "Z3 4.8.12".
[[nodiscard]] std::string solver_version();

}  // namespace fief::proofs
