#pragma once
// What is proved of a model, and what came of it. The solver's own types stay behind this door.

#include "model/explore.hpp"
#include "model/isolation.hpp"
#include "model/model.hpp"
#include "model/repairs.hpp"

#include <chrono>
#include <filesystem>
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
    refuted,        ///< a run from boot breaks it, replayed on the reference model; of reachability: the invariants exclude it
    not_inductive,  ///< a state satisfies every invariant, and the step from it breaks the property; no run from boot was found
    unknown,        ///< neither: `reason` says why
    not_asked,      ///< it was stopped before anybody looked
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

/// Two states that look alike to an observer, and a step that tells them apart; not known to be reachable. Or one state, and a step by
/// somebody else that changes what the observer sees.
struct CounterPair {
    model::PropertyId property;
    model::Capacity capacity;
    std::vector<std::vector<bool>> relations;  ///< as in CounterState
    model::State one, other;                   ///< equal when single
    model::Value observer = model::none;
    model::Invocation step;  ///< of a guard: its caller and arguments
    bool single = false;
    model::Leak leak;
    std::optional<model::Run> to_one, to_other;  ///< from boot, where such runs were found

    [[nodiscard]] model::Layout layout(const Model& model) const;
};

/// A search of runs from boot at one size that found none.
struct Searched {
    model::Capacity capacity;
    std::uint64_t states = 0;
    std::uint32_t depth = 0;  ///< every run of up to so many steps, of those tried
    bool complete = false;    ///< every reachable state was seen: then all that follows holds too
    bool exhausted = false;   ///< nothing is left of what was to be tried
    bool all_values = true;   ///< of every number that a call takes, or a property goes through, all values were tried
    bool all_moments = true;  ///< the moments at which time passed stand for all
};

/// What a second solver said of the same question.
struct Second {
    enum class Verdict { confirmed, not_answered, contradicted } verdict = Verdict::not_answered;
    std::string reason;  ///< not answered
    std::chrono::duration<double> time{0};
};

/// A change to the call that breaks a property, with which the solver says it keeps it; of those that were tried, the one that changes the
/// least of what the call does where it does no harm.
struct Mend {
    model::Repair::Kind kind = model::Repair::Kind::add_require;
    std::string text;    ///< as in Repair
    model::Span span;    ///< as in Repair
    bool whole = false;  ///< the call keeps with it whatever it kept without
};

/// Why nothing gets there: no state that keeps the invariants is one, or lets the call through.
struct Excluded {
    std::optional<std::size_t>
        after;                    ///< of a call: the last of its checks that are needed for this; none: there is no room, after them all
    std::vector<std::string> by;  ///< the invariants that it takes; not all, if the solver could not tell
};

struct Answer {
    Verdict verdict = Verdict::unknown;
    bool framed = false;  ///< proved without the solver: the step changes nothing the property speaks of
    bool cached = false;  ///< proved by an earlier run of this very program, of exactly this obligation
    std::string reason;   ///< unknown: the solver's, or ours
    std::chrono::duration<double> time{0};
    std::optional<CounterState> state;  ///< not_inductive; replayed on the interpreter
    std::optional<CounterPair> pair;    ///< the same of an isolated property; refuted: with the two runs that lead there
    std::optional<model::Run> run;      ///< refuted by one run: from boot to the fault. proved reachability: the run that gets there
    std::optional<model::Violation> violation;  ///< refuted: what is broken after the run's last step
    std::optional<Mend> mend;                   ///< refuted or not inductive, where one was found
    std::optional<Excluded> excluded;           ///< reachability: refuted; or unknown, because an invariant that it takes may not hold
    std::optional<Searched> searched;           ///< neither proved nor refuted: where no run was found
    std::optional<Second> second;               ///< where a second solver was asked
};

struct Result {
    Obligation obligation;
    Answer answer;
};

/// A deliberate mistake, for the tests of those who are to notice it.
struct Fault {
    std::string drops;         ///< the hypothesis of this property is forgotten
    std::string assumes;       ///< what this property claims is assumed
    bool solver_only = false;  ///< only the prover's own solver is told so: what is written down is right
};

struct Options {
    std::optional<std::string> property;          ///< only this property (or "page.grace"'s parts together)
    std::optional<std::string> call;              ///< only this call
    std::chrono::milliseconds timeout{10000};     ///< for one obligation
    std::uint32_t rlimit = 0;                     ///< the solver's own resource bound; 0: none
    std::uint32_t memory = 0;                     ///< megabytes that one solver may take; 0: no bound
    unsigned jobs = 0;                            ///< 0: one a core
    std::chrono::milliseconds search_time{4000};  ///< for runs from boot
    std::optional<std::filesystem::path> cache;   ///< where answers are remembered; none: nowhere
    bool vacuity = true;                          ///< looks for what is said about nothing
    /// Looks for facts that nobody wrote where something is not inductive, and proves it with them.
    enum class Infer {
        never,
        when_unrefuted,  ///< and nothing is refuted: a spec that is wrong needs mending first
        always           ///< and where something is only unknown
    } infer = Infer::never;
    std::chrono::milliseconds infer_time{60000};  ///< for that, of this machine's work: CPU time
    std::chrono::milliseconds mend_time{0};       ///< for what would keep a property that is broken; 0: that is not looked for
    std::optional<Fault> fault;                   ///< for tests
    /// A seam for tests: called in the process that asks, before the solver is asked about one property alone, or about all at once.
    std::function<void(const StepRef&, std::optional<model::PropertyId>)> before_asking;
};

/// Something that the spec says about nothing: an implication whose left side never holds, a `require` that never fails.
struct Vacuous {
    std::optional<model::PropertyId> property;  ///< set: the implication is this one's
    std::optional<model::CallId> call;          ///< set: the `require` is this one's
    model::ExprId condition;                    ///< the left side, or what is required
    bool certain = false;                       ///< the invariants exclude it; else no run was found
    std::optional<Searched> searched{};         ///< where none was found
    bool all_kept = false;                      ///< certain: and every invariant is shown
};

/// How far it is: for a terminal.
struct Progress {
    std::size_t done = 0, total = 0;
    std::string current;
};

struct Report {
    std::vector<Result> results;  ///< in order of steps, then properties
    std::vector<Vacuous> vacuous;
    /// Set when facts were inferred: the spec's model with them as further invariants, which the ids in this report are of.
    std::optional<Model> extended;
    std::size_t inferred = 0;  ///< how many: they are the last properties of `extended`
    std::chrono::duration<double> wall{0};
    bool cancelled = false;
    bool more_with_facts = false;  ///< facts were not looked for, because nothing is known to want one; something is unknown all the same
    std::optional<int> inference_died{};  ///< facts were looked for until the process that did so died of this signal
    std::string second_solver;            ///< "cvc5 1.0.3", when it was asked

    [[nodiscard]] std::size_t count(Second::Verdict verdict) const;
    [[nodiscard]] std::size_t count(Verdict verdict) const;
};

/// Proves every obligation that the options select, in child processes: a solver that crashes is an `unknown` with its reason, and the
/// other obligations go on. No solver may have been used in this process before. Never throws.
[[nodiscard]] Report verify(const Model& model, const Options& options, const std::function<void(const Progress&)>& progress = {},
                            const std::function<bool()>& cancelled = {});

/// "Z3 4.8.12".
[[nodiscard]] std::string solver_version();

}  // namespace fief::proofs
