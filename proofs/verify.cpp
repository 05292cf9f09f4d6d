#include "proofs/verify.hpp"

#include "model/canonical.hpp"
#include "proofs/asked.hpp"
#include "proofs/blame.hpp"
#include "proofs/cache.hpp"
#include "proofs/infer.hpp"
#include "proofs/infer_apart.hpp"
#include "proofs/processes.hpp"
#include "proofs/prove.hpp"
#include "proofs/reaching.hpp"
#include "proofs/search.hpp"
#include "proofs/wire.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <set>
#include <thread>

namespace fief::proofs {

using model::PropertyId;

std::size_t Report::count(Verdict verdict) const {
    return static_cast<std::size_t>(
        std::count_if(results.begin(), results.end(), [&](const Result& r) { return r.answer.verdict == verdict; }));
}

std::size_t Report::count(Second::Verdict verdict) const {
    return static_cast<std::size_t>(std::count_if(results.begin(), results.end(),
                                                  [&](const Result& r) { return r.answer.second && r.answer.second->verdict == verdict; }));
}

std::string solver_version() {
    unsigned major = 0, minor = 0, build = 0, revision = 0;
    Z3_get_version(&major, &minor, &build, &revision);
    return fmt::format("Z3 {}.{}.{}", major, minor, build);
}

namespace {

/// What a child process is told to do.
struct Task {
    enum class Kind { step, seek, doubt } kind = Kind::step;
    std::size_t number = 0;              ///< the step's, in order of the plan; or of what is doubted
    bool together = true;                ///< step: asks for all at once first
    std::vector<PropertyId> properties;  ///< step: these are open

    [[nodiscard]] std::string encode() const {
        Writer to;
        to.number(static_cast<std::int64_t>(kind));
        to.number(static_cast<std::int64_t>(number));
        to.number(together);
        to.number(static_cast<std::int64_t>(properties.size()));
        for (PropertyId p : properties) to.number(p.value);
        return to.take();
    }
    static Task decode(std::string_view bytes) {
        Reader from(bytes);
        Task out;
        out.kind = static_cast<Kind>(from.number());
        out.number = static_cast<std::size_t>(from.number());
        out.together = from.number() != 0;
        const std::size_t count = from.count();
        for (std::size_t i = 0; i < count; ++i) out.properties.push_back(PropertyId{static_cast<std::uint32_t>(from.number())});
        return out;
    }
};

/// What a child tells of a step.
enum class Message : std::int64_t { asking_together, asking, answered };

[[nodiscard]] std::int64_t number(Message said) { return static_cast<std::int64_t>(said); }

class Verification {
public:
    Verification(const Model& model, const Options& options, const std::function<void(const Progress&)>& progress,
                 const std::function<bool()>& cancelled)
        : model_(model), options_(options), progress_(progress), cancelled_(cancelled), asked_(model) {
        if (options.cache && !build_id().empty()) cache_.emplace(*options.cache);
        reaching_.emplace(model, options, asked_, cache_ ? &*cache_ : nullptr);
    }

    /// Proves, and looks for runs for as long as that may take.
    Report run(std::chrono::milliseconds search_time) {
        const auto start = std::chrono::steady_clock::now();
        plan();
        std::deque<std::string> tasks = open_steps();
        reaching_->plan(report_.results);
        if (reaching_->seeks()) tasks.push_front(Task{Task::Kind::seek, 0, true, {}}.encode());
        work(std::move(tasks));
        if (!stopped()) reaching_->settle(report_);
        if (!stopped()) find_runs(model_, search_time, report_, cancelled_);
        report_.cancelled = stopped();
        if (report_.cancelled) tell_what_is_left();
        if (cache_) cache_->write();
        report_.wall = std::chrono::steady_clock::now() - start;
        return std::move(report_);
    }

private:
    const Model& model_;
    const Options& options_;
    const std::function<void(const Progress&)>& progress_;
    const std::function<bool()>& cancelled_;
    Asked asked_;
    std::optional<Cache> cache_;
    std::optional<Reaching> reaching_;
    Report report_;
    std::vector<StepWork> steps_;
    std::vector<std::size_t> first_;  ///< by step: where its results begin
    std::size_t done_ = 0;
    Looking looking_;  ///< in a child: its own
    std::string current_;

    struct Flight {
        bool together = false;
        std::optional<PropertyId> asking;
        std::set<PropertyId> answered;
    };
    std::map<std::string, Flight, std::less<>> flights_;
    bool sought_ = false;  ///< the search for runs that get somewhere is over

    [[nodiscard]] bool stopped() const { return cancelled_ && cancelled_(); }

    // ---- what there is to do ------------------------------------------------------------------------------------------

    void plan() {
        steps_ = plan_steps(model_, options_);
        std::size_t obligations = 0;
        for (const StepWork& w : steps_) obligations += w.properties.size();
        report_.results.reserve(obligations + model_.properties.size());
        for (const StepWork& w : steps_) {
            first_.push_back(report_.results.size());
            for (PropertyId p : w.properties) report_.results.push_back({{p, w.step}, {}});
        }
    }

    /// A task for each step of which something is not known already; the longest calls first.
    std::deque<std::string> open_steps() {
        std::vector<std::pair<std::size_t, Task>> tasks;
        for (std::size_t w = 0; w < steps_.size(); ++w) {
            Task task{Task::Kind::step, w, true, {}};
            for (std::size_t p = 0; p < steps_[w].properties.size(); ++p) {
                Result& r = report_.results[first_[w] + p];
                if (cache_ && cache_->proved(asked_.obligation(r.obligation))) {
                    r.answer.verdict = Verdict::proved;
                    r.answer.cached = true;
                    ++done_;
                } else {
                    task.properties.push_back(r.obligation.property);
                }
            }
            if (task.properties.empty()) continue;
            tasks.emplace_back(asked_.weight(steps_[w].step), std::move(task));
        }
        std::stable_sort(tasks.begin(), tasks.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        std::deque<std::string> out;
        for (const auto& [weight, task] : tasks) out.push_back(task.encode());
        return out;
    }

    // ---- in a child -----------------------------------------------------------------------------------------------------

    void in_child(std::string_view bytes, std::optional<z3::context>& context, std::optional<Encoding>& encoding,
                  const std::function<void(std::string_view)>& deliver) {
        const Task task = Task::decode(bytes);
        if (task.kind == Task::Kind::seek) return reaching_->seek(deliver);
        if (!context) {
            if (options_.memory != 0) Z3_global_param_set("memory_max_size", fmt::to_string(options_.memory).c_str());
            context.emplace();
        }
        if (!encoding) encoding.emplace(reaching_->probed(), *context);
        if (task.kind == Task::Kind::doubt) return reaching_->ask(task.number, *encoding, deliver);
        const StepWork work{steps_[task.number].step, task.properties};
        Listener listener;
        listener.asking = [&](std::optional<PropertyId> p) {
            Writer to;
            to.number(number(p ? Message::asking : Message::asking_together));
            to.number(p ? p->value : 0);
            deliver(to.take());
            if (options_.before_asking) options_.before_asking(work.step, p);
        };
        listener.answered = [&](PropertyId p, const Answer& answer) {
            Writer to;
            to.number(number(Message::answered));
            to.number(p.value);
            to.text(encode(model_, answer));
            deliver(to.take());
        };
        prove_step(*encoding, work, options_, task.together, listener, looking_);
    }

    // ---- here -----------------------------------------------------------------------------------------------------------

    void work(std::deque<std::string> tasks) {
        if (tasks.empty()) return;
        const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
        Processes processes;
        processes.jobs = options_.jobs != 0 ? options_.jobs : cores;
        // A solver looks at its clock; one that does not is stuck.
        processes.silence = 4 * options_.timeout + options_.search_time + std::chrono::seconds(20);
        std::optional<z3::context> context;
        std::optional<Encoding> encoding;
        processes.work = [&](std::string_view task, const std::function<void(std::string_view)>& deliver) {
            in_child(task, context, encoding, deliver);
        };
        processes.receive = [&](std::string_view task, std::string_view bytes) { receive(task, bytes); };
        processes.ended = [&](std::string_view task, const Fate& fate) { return ended(task, fate); };
        processes.stop = [&] {
            if (progress_) progress_({done_ + reaching_->answered(), report_.results.size(), current_});
            return stopped();
        };
        processes.run(std::move(tasks));
    }

    void receive(std::string_view bytes, std::string_view said) {
        if (Task::decode(bytes).kind != Task::Kind::step) return reaching_->hear(said, report_.results);
        Reader from(said);
        const auto what = static_cast<Message>(from.number());
        Flight& flight = flights_[std::string(bytes)];
        switch (what) {
            case Message::asking_together: flight.together = true; break;
            case Message::asking:
                flight.together = false;
                flight.asking = PropertyId{static_cast<std::uint32_t>(from.number())};
                break;
            case Message::answered: {
                const PropertyId p{static_cast<std::uint32_t>(from.number())};
                flight.asking.reset();
                flight.answered.insert(p);
                const Task task = Task::decode(bytes);
                current_ = name_of(steps_[task.number].step);
                Result& r = result_of(task.number, p);
                if (auto answer = decode_answer(model_, r.obligation, from.text())) r.answer = std::move(*answer);
                else r.answer.reason = "the answer was garbled on its way";
                if (cache_ && r.answer.verdict == Verdict::proved) cache_->keep_proved(asked_.obligation(r.obligation));
                ++done_;
                break;
            }
        }
    }

    /// A task whose process died leaves what was not answered: one property is to blame if it was asked alone, else each is asked alone.
    std::vector<std::string> ended(std::string_view bytes, const Fate& fate) {
        if (cache_) cache_->write();
        const Flight flight = std::move(flights_[std::string(bytes)]);
        flights_.erase(flights_.find(bytes));
        if (Task::decode(bytes).kind == Task::Kind::seek) {
            sought_ = true;
            return doubts();
        }
        if (fate.well()) return {};
        const std::string why =
            fate.overran ? "timeout: the solver did not stop by itself" : fmt::format("the solver crashed (signal {})", *fate.signal);
        Task task = Task::decode(bytes);
        if (task.kind != Task::Kind::step) return {};
        std::vector<PropertyId> left;
        for (PropertyId p : task.properties) {
            if (flight.answered.contains(p)) continue;
            if (flight.asking == p) {
                result_of(task.number, p).answer.reason = why;
                ++done_;
            } else {
                left.push_back(p);
            }
        }
        const bool progress = flight.together || flight.asking || !flight.answered.empty();
        if (!progress)
            for (PropertyId p : left) result_of(task.number, p).answer.reason = why;
        if (!progress || left.empty()) return {};
        return {Task{Task::Kind::step, task.number, task.together && !flight.together && !flight.asking, left}.encode()};
    }

    /// Of what has no answer when all was stopped: whether it was being looked at.
    void tell_what_is_left() {
        const auto open = [](const Result& r) { return r.answer.verdict == Verdict::unknown && r.answer.reason.empty(); };
        for (const auto& [bytes, flight] : flights_) {
            const Task task = Task::decode(bytes);
            if (task.kind != Task::Kind::step) continue;
            for (PropertyId p : task.properties)
                if (Result& r = result_of(task.number, p); open(r) && (flight.together || flight.asking == p))
                    r.answer.reason = "stopped while the solver was at it";
        }
        const std::size_t of_steps = first_.empty() ? 0 : first_.back() + steps_.back().properties.size();
        for (std::size_t i = of_steps; sought_ && i < report_.results.size(); ++i)
            if (open(report_.results[i])) report_.results[i].answer.reason = "stopped; no run was found until then";
        for (Result& r : report_.results) {
            if (!open(r)) continue;
            r.answer.verdict = Verdict::not_asked;
            r.answer.reason = "stopped";
        }
    }

    /// What the search has left open, for the solver.
    [[nodiscard]] std::vector<std::string> doubts() const {
        std::vector<std::string> out;
        for (const std::size_t doubt : reaching_->doubts()) out.push_back(Task{Task::Kind::doubt, doubt, true, {}}.encode());
        return out;
    }

    Result& result_of(std::size_t step, PropertyId property) {
        const auto& all = steps_[step].properties;
        const auto at = std::find(all.begin(), all.end(), property) - all.begin();
        return report_.results[first_[step] + static_cast<std::size_t>(at)];
    }

    [[nodiscard]] std::string name_of(const StepRef& step) const { return step.kind == StepRef::Kind::call ? model_[step.call].name : ""; }
};

}  // namespace

namespace {

/// Something is open that more facts might settle. What the solver did not decide shows no state that a fact would have to exclude: that is
/// tried only when it is asked for, since it may take long and seldom helps.
bool wants_facts(const Report& report, Options::Infer infer) {
    if (infer == Options::Infer::never || report.cancelled) return false;
    if (infer == Options::Infer::when_unrefuted && report.count(Verdict::refuted) > 0) return false;
    return std::any_of(report.results.begin(), report.results.end(), [&](const Result& r) {
        return (r.answer.verdict == Verdict::not_inductive && !r.answer.pair) ||
               (infer == Options::Infer::always && r.answer.verdict == Verdict::unknown && r.obligation.step.kind != StepRef::Kind::state);
    });
}

Report prove_and_infer(const Model& model, const Options& options, const std::function<void(const Progress&)>& progress,
                       const std::function<bool()>& cancelled) {
    if (options.infer == Options::Infer::never) return Verification(model, options, progress, cancelled).run(options.search_time);
    // Most faults show at once in a run; what does not may only want a fact.
    const auto start = std::chrono::steady_clock::now();
    Report report = Verification(model, options, progress, cancelled).run(options.search_time / 8);
    if (!wants_facts(report, options.infer)) {
        report.more_with_facts = wants_facts(report, Options::Infer::always) && report.count(Verdict::refuted) == 0;
        if (report.more_with_facts) find_runs(model, options.search_time - options.search_time / 8, report, cancelled);
        report.wall = std::chrono::steady_clock::now() - start;
        return report;
    }
    const auto [facts, died] = infer_apart(model, options, progress, cancelled);
    report.inference_died = died;
    report.cancelled = cancelled && cancelled();
    if (!facts.empty() && !report.cancelled) {
        Model extended = with_facts(model, facts);
        Report again = Verification(extended, options, progress, cancelled).run(options.search_time);
        again.inferred = extended.properties.size() - model.properties.size();
        again.extended = std::move(extended);
        again.wall = std::chrono::steady_clock::now() - start;
        return again;
    }
    if (!report.cancelled) find_runs(model, options.search_time, report, cancelled);
    report.wall = std::chrono::steady_clock::now() - start;
    return report;
}

}  // namespace

Report verify(const Model& model, const Options& options, const std::function<void(const Progress&)>& progress,
              const std::function<bool()>& cancelled) {
    const auto start = std::chrono::steady_clock::now();
    Report report = prove_and_infer(model, options, progress, cancelled);
    if (!report.cancelled) find_two_runs(report.extended ? *report.extended : model, options.search_time, report, cancelled);
    if (options.mend_time.count() > 0 && !report.cancelled)
        find_mends(report.extended ? *report.extended : model, options, report, cancelled);
    report.wall = std::chrono::steady_clock::now() - start;
    return report;
}

}  // namespace fief::proofs
