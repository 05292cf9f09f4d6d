#include "proofs/mutate.hpp"

#include "proofs/compare.hpp"
#include "proofs/notice.hpp"
#include "proofs/processes.hpp"
#include "proofs/reached.hpp"
#include "proofs/wire.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <exception>
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
    Trial(const Report& unchanged, const MutationOptions& options, z3::context& context, const std::function<bool()>& stop)
        : unchanged_(unchanged), options_(options), context_(context), stop_(stop) {}

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
    const std::function<bool()>& stop_;  ///< asked before each question

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
            const Notice answer = notice(encoding, work, options_.timeout, stop_);
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
            static_cast<void>(stop_());
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
            const Reached reached = still_reached(encoding, mutated.changed, r.obligation.property, *r.answer.run, options_.timeout, stop_);
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

std::string encode(const MutantResult& result) {
    Writer to;
    to.number(static_cast<std::int64_t>(result.verdict));
    to.number(result.by.has_value());
    if (result.by) {
        to.number(result.by->property.value);
        to.number(static_cast<std::int64_t>(result.by->step.kind));
        to.number(result.by->step.call.value);
    }
    to.text(result.reason);
    to.number(result.difference.has_value());
    if (const auto& d = result.difference)
        for (const std::string& part : {d->step, d->changed, d->written}) to.text(part);
    return to.take();
}

MutantResult decode(Reader from) {
    MutantResult out;
    out.verdict = static_cast<MutantVerdict>(from.number());
    if (from.number() != 0) {
        out.by.emplace();
        out.by->property.value = static_cast<std::uint32_t>(from.number());
        out.by->step.kind = static_cast<StepRef::Kind>(from.number());
        out.by->step.call.value = static_cast<std::uint32_t>(from.number());
    }
    out.reason = from.text();
    if (from.number() != 0) {
        out.difference.emplace();
        for (std::string* part : {&out.difference->step, &out.difference->changed, &out.difference->written}) *part = from.text();
    }
    return out;
}

/// Tries mutants in a few child processes: one that dies leaves its mutant unknown, and the others go on.
class Trials {
public:
    Trials(const model::Mutations& mutations, const std::vector<Mutant>& mutants, const MutationOptions& options,
           const std::function<void(const Progress&)>& progress, const std::function<bool()>& cancelled, MutationReport& report)
        : mutations_(mutations),
          mutants_(mutants),
          options_(options),
          progress_(progress),
          cancelled_(cancelled),
          report_(report),
          begun_(mutants.size()) {}

    void run() {
        Processes processes;
        processes.jobs = options_.jobs != 0 ? options_.jobs : std::max(1U, std::thread::hardware_concurrency());
        processes.silence = 4 * options_.timeout + std::chrono::seconds(20);
        processes.work = [&](std::string_view task, const std::function<void(std::string_view)>& deliver) { in_child(task, deliver); };
        processes.receive = [&](std::string_view task, std::string_view bytes) { receive(number(task), Reader(bytes)); };
        processes.ended = [&](std::string_view task, const Fate& fate) {
            const std::size_t i = number(task);
            if (fate.overran) report_.results[i] = unknown("timeout: the solver did not stop by itself");
            else if (fate.signal) report_.results[i] = unknown(fmt::format("the solver crashed (signal {})", *fate.signal));
            report_.results[i].time = Clock::now() - begun_[i].value_or(Clock::now());
            ++done_;
            return std::vector<std::string>{};
        };
        processes.stop = [&] {
            if (progress_) progress_({done_, mutants_.size(), current_});
            return cancelled_ && cancelled_();
        };
        std::deque<std::string> tasks;
        for (std::size_t i = 0; i < mutants_.size(); ++i) {
            Writer to;
            to.number(static_cast<std::int64_t>(i));
            tasks.push_back(to.take());
        }
        processes.run(std::move(tasks));
    }

private:
    /// What a child tells.
    enum class Message : std::int64_t { at_it, result };

    const model::Mutations& mutations_;
    const std::vector<Mutant>& mutants_;
    const MutationOptions& options_;
    const std::function<void(const Progress&)>& progress_;
    const std::function<bool()>& cancelled_;
    MutationReport& report_;
    std::vector<std::optional<Clock::time_point>> begun_;  ///< by mutant
    std::size_t done_ = 0;
    std::string current_;

    [[nodiscard]] static std::size_t number(std::string_view task) { return static_cast<std::size_t>(Reader(task).number()); }

    [[nodiscard]] static Writer begin(Message message) {
        Writer to;
        to.number(static_cast<std::int64_t>(message));
        return to;
    }

    void receive(std::size_t mutant, Reader from) {
        if (!begun_[mutant]) begun_[mutant] = Clock::now();
        current_ = mutants_[mutant].id;
        if (static_cast<Message>(from.number()) == Message::result) report_.results[mutant] = decode(from);
    }

    void in_child(std::string_view task, const std::function<void(std::string_view)>& deliver) const {
        // Many questions are asked of one mutant: from time to time it is said that it goes on.
        std::optional<Clock::time_point> said;
        const std::function<bool()> at_it = [&] {
            if (said && Clock::now() - *said < std::chrono::seconds(1)) return false;
            said = Clock::now();
            deliver(begin(Message::at_it).take());
            return false;
        };
        at_it();
        const std::string result = encode(attempt(mutants_[number(task)], at_it));
        Writer to = begin(Message::result);
        deliver(to.take() + result);
    }

    [[nodiscard]] MutantResult attempt(const Mutant& mutant, const std::function<bool()>& at_it) const {
        z3::context context;
        try {
            return Trial(report_.unchanged, options_, context, at_it).run(mutations_, mutant);
        } catch (const z3::exception& e) {
            return unknown(fmt::format("the solver failed: {}", e.msg()));
        } catch (const std::exception& e) { return unknown(fmt::format("the encoding failed: {}", e.what())); }
    }

    [[nodiscard]] static MutantResult unknown(std::string reason) {
        MutantResult out;
        out.verdict = MutantVerdict::unknown;
        out.reason = std::move(reason);
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
