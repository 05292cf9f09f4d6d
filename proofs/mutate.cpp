#include "proofs/mutate.hpp"

#include "proofs/compare.hpp"
#include "proofs/notice.hpp"
#include "proofs/reached.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace fief::proofs {

using model::Mutant;
using model::Property;
using model::PropertyId;
using Clock = std::chrono::steady_clock;
using MutantVerdict = MutantResult::Verdict;

std::size_t MutationReport::count(MutantVerdict verdict) const {
    return static_cast<std::size_t>(std::ranges::count(results, verdict, &MutantResult::verdict));
}

namespace {

/// One mutant at a time: is it noticed, and if not, does it do anything else at all?
class Trial {
public:
    Trial(const Report& unchanged, const MutationOptions& options, z3::context& context, const std::function<bool()>& cancelled)
        : unchanged_(unchanged), options_(options), context_(context), cancelled_(cancelled) {}

    [[nodiscard]] MutantResult run(const model::Mutations& mutations, const Mutant& mutant) const {
        const auto made = mutations.make(mutant);
        MutantResult out;
        if (const auto* refused = std::get_if<model::Refused>(&made)) {
            out.verdict = MutantVerdict::invalid;
            out.reason = fmt::format("{}: {}", refused->code, refused->message);
            return out;
        }
        const auto& mutated = std::get<model::Mutated>(made);
        if (mutated.changed.empty()) {
            out.verdict = MutantVerdict::equivalent;
            out.reason = "it changes no call";
            return out;
        }
        Encoding encoding(mutated.model, context_);
        if (noticed(encoding, mutated, out) || same(encoding, mutated, out) || out_of_reach(encoding, mutated, out)) return out;
        out.verdict = out.reason.empty() ? MutantVerdict::survived : MutantVerdict::unknown;
        return out;
    }

private:
    const Report& unchanged_;
    const MutationOptions& options_;
    z3::context& context_;
    const std::function<bool()>& cancelled_;

    static void kill(MutantResult& out, const Obligation& by, std::string reason = {}) {
        out.verdict = MutantVerdict::killed;
        out.by = by;
        out.reason = std::move(reason);
        out.difference.reset();
    }

    /// What the spec itself does not prove tells nothing about a mutant.
    void keep_proved(StepWork& work) const {
        std::erase_if(work.properties, [&](PropertyId id) {
            return std::ranges::any_of(unchanged_.results, [&](const Result& r) {
                return r.obligation.property == id && r.obligation.step == work.step && r.answer.verdict != Verdict::proved;
            });
        });
    }

    [[nodiscard]] std::vector<StepWork> work_of(const model::Mutated& mutated) const {
        const Model& m = mutated.model;
        std::vector<StepWork> out;
        for (StepWork& work : plan_steps(m, {})) {
            if (work.step.kind == StepRef::Kind::state) {
                // Of the questions about states, only whether some kernel call gets a record out of its phase has to do with calls.
                std::erase_if(work.properties, [&](PropertyId id) { return m[id].kind != Property::Kind::unblocked; });
                if (std::ranges::none_of(mutated.changed, [&](model::CallId c) { return m[c].kernel; })) continue;
            } else if (work.step.kind != StepRef::Kind::call ||
                       std::ranges::find(mutated.changed, work.step.call) == mutated.changed.end()) {
                continue;
            }
            keep_proved(work);
            if (!work.properties.empty()) out.push_back(std::move(work));
        }
        return out;
    }

    [[nodiscard]] bool noticed(Encoding& encoding, const model::Mutated& mutated, MutantResult& out) const {
        for (const StepWork& work : work_of(mutated)) {
            const Notice answer = notice(encoding, work, options_.timeout, cancelled_);
            if (answer.by) {
                kill(out, {*answer.by, work.step});
                return true;
            }
            if (!answer.reason.empty() && out.reason.empty()) out.reason = answer.reason;
        }
        return false;
    }

    [[nodiscard]] bool same(Encoding& encoding, const model::Mutated& mutated, MutantResult& out) const {
        if (!out.reason.empty()) return false;  // it may be undefined somewhere
        for (std::size_t i = 0; i < mutated.changed.size(); ++i) {
            const Comparison c = compare(encoding, mutated.changed[i], mutated.original[i], options_.timeout);
            if (c.equal) continue;
            out.difference = c.difference;
            return false;
        }
        out.verdict = MutantVerdict::equivalent;
        return true;
    }

    [[nodiscard]] bool out_of_reach(Encoding& encoding, const model::Mutated& mutated, MutantResult& out) const {
        for (const Result& r : unchanged_.results) {
            const Property::Kind kind = mutated.model[r.obligation.property].kind;
            if (kind != Property::Kind::possible && kind != Property::Kind::reachable) continue;
            if (r.answer.verdict != Verdict::proved || !r.answer.run) continue;
            const Reached reached =
                still_reached(encoding, mutated.changed, r.obligation.property, *r.answer.run, options_.timeout, cancelled_);
            if (reached.answer == Reached::Answer::lost) {
                kill(out, r.obligation, reached.reason);
                return true;
            }
            if (reached.answer == Reached::Answer::unknown && out.reason.empty())
                out.reason = fmt::format("{}: {}", mutated.model[r.obligation.property].name, reached.reason);
        }
        return false;
    }
};

/// Tries mutants on a few threads, each with a solver context of its own; stops them all when asked to.
class Trials {
public:
    Trials(const model::Mutations& mutations, const std::vector<Mutant>& mutants, const MutationOptions& options,
           const std::function<void(const Progress&)>& progress, const std::function<bool()>& cancelled, MutationReport& report)
        : mutations_(mutations), mutants_(mutants), options_(options), progress_(progress), cancelled_(cancelled), report_(report) {}

    void run() {
        const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
        const auto jobs = static_cast<unsigned>(std::min<std::size_t>(options_.jobs ? options_.jobs : cores, mutants_.size()));
        running_ = jobs;
        std::vector<std::jthread> threads;
        for (unsigned j = 0; j < jobs; ++j) threads.emplace_back([this] { work(); });
        // This thread only watches: for progress, and for a wish to stop.
        while (running_ > 0) {
            {
                const std::lock_guard lock(mutex_);
                if (cancelled_ && cancelled_()) {
                    stop_ = true;
                    for (z3::context* c : contexts_) c->interrupt();
                }
                if (progress_) progress_({done_, mutants_.size(), current_});
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }

private:
    const model::Mutations& mutations_;
    const std::vector<Mutant>& mutants_;
    const MutationOptions& options_;
    const std::function<void(const Progress&)>& progress_;
    const std::function<bool()>& cancelled_;
    MutationReport& report_;
    std::atomic<std::size_t> next_{0}, done_{0};
    std::atomic<unsigned> running_{0};
    std::atomic<bool> stop_{false};
    std::mutex mutex_;
    std::string current_;
    std::vector<z3::context*> contexts_;

    void work() {
        const std::function<bool()> stopped = [this] { return stop_.load(); };
        for (std::size_t i = next_++; i < mutants_.size() && !stop_; i = next_++) {
            const auto begun = Clock::now();
            MutantResult result = attempt(mutants_[i], stopped);
            result.time = Clock::now() - begun;
            // What was interrupted half way was not tried.
            if (stop_ && result.verdict == MutantVerdict::unknown) result = MutantResult{};
            report_.results[i] = std::move(result);
            ++done_;
        }
        --running_;
    }

    [[nodiscard]] MutantResult attempt(const Mutant& mutant, const std::function<bool()>& stopped) {
        z3::context context;
        {
            const std::lock_guard lock(mutex_);
            current_ = mutant.id;
            contexts_.push_back(&context);
        }
        MutantResult result;
        try {
            result = Trial(report_.unchanged, options_, context, stopped).run(mutations_, mutant);
        } catch (const z3::exception& e) { result = failed("the solver failed", e.msg()); } catch (const std::exception& e) {
            result = failed("the encoding failed", e.what());
        }
        const std::lock_guard lock(mutex_);
        std::erase(contexts_, &context);
        return result;
    }

    [[nodiscard]] static MutantResult failed(std::string_view what, std::string_view why) {
        MutantResult out;
        out.verdict = MutantVerdict::unknown;
        out.reason = fmt::format("{}: {}", what, why);
        return out;
    }
};

}  // namespace

MutationReport mutate(const model::Mutations& mutations, const std::vector<Mutant>& mutants, const MutationOptions& options,
                      const std::function<void(const Progress&)>& progress, const std::function<bool()>& cancelled) {
    const auto start = Clock::now();
    MutationReport report;
    report.results.resize(mutants.size());
    Options of_spec;
    of_spec.timeout = options.timeout;
    of_spec.jobs = options.jobs;
    of_spec.cache = options.cache;
    of_spec.vacuity = false;
    report.unchanged = verify(mutations.model(), of_spec, progress, cancelled);
    const bool holds = report.unchanged.count(Verdict::refuted) + report.unchanged.count(Verdict::not_inductive) == 0;
    if (holds && !report.unchanged.cancelled && !mutants.empty()) Trials(mutations, mutants, options, progress, cancelled, report).run();
    report.cancelled = cancelled && cancelled();
    report.wall = Clock::now() - start;
    return report;
}

}  // namespace fief::proofs
