#include "proofs/blame.hpp"

#include "model/repairs.hpp"
#include "model/trials.hpp"
#include "proofs/processes.hpp"
#include "proofs/question.hpp"
#include "proofs/solver.hpp"
#include "proofs/wire.hpp"

#include <algorithm>
#include <thread>
#include <tuple>

namespace fief::proofs {

using model::CallId;
using model::Property;
using model::PropertyId;
using model::Repair;
using model::Trial;
using Clock = std::chrono::steady_clock;

namespace {

[[nodiscard]] bool mendable(const Model& model, const Result& r) {
    if (r.obligation.step.kind != StepRef::Kind::call || model[r.obligation.property].kind == Property::Kind::isolated) return false;
    if (r.answer.verdict == Verdict::refuted) return r.answer.run && !r.answer.run->steps.empty();
    return r.answer.verdict == Verdict::not_inductive && r.answer.state && r.answer.state->step;
}

/// The failures of one call, and the steps that show them.
class Mending {
public:
    Mending(const Model& model, const Report& report, std::vector<const Result*> failures, Clock::time_point end)
        : m_(model),
          report_(report),
          failures_(std::move(failures)),
          step_(failures_.front()->obligation.step),
          written_(model[step_.call]),
          all_(model::repairs(m_, step_.call)),
          end_(end) {}

    /// A change that mends all of them, if there is one.
    std::optional<Mend> run() {
        rank();
        std::optional<Mend> second;
        for (std::size_t i = 0; i < ranked_.size() && i < most && Clock::now() < end_; ++i) {
            const Repair& repair = all_[ranked_[i].number];
            m_.calls[step_.call.value] = repair.call;
            Mend mend{repair.kind, repair.text, repair.span, keeps(true)};
            if (mend.whole) return mend;
            if (!second && keeps(false)) second = std::move(mend);
        }
        return second;
    }

private:
    static constexpr std::size_t most = 10;  ///< that the solver is asked about
    struct Ranked {
        std::size_t number;   ///< in `all_`
        std::size_t changes;  ///< so many of the steps that do no harm come out otherwise
    };

    Model m_;
    const Report& report_;
    std::vector<const Result*> failures_;
    const StepRef step_;
    const model::Call written_;
    std::vector<Repair> all_;
    std::vector<Ranked> ranked_;
    Clock::time_point end_;

    /// What a failure was shown by: a step, and the layout it is made in.
    struct Shown {
        model::Layout layout;
        Trial trial;
        PropertyId property;
    };
    [[nodiscard]] Shown shown(const Result& failure) const {
        const Answer& a = failure.answer;
        const PropertyId p = failure.obligation.property;
        if (a.run) return {model::Layout(m_, a.run->capacity), {a.run->states[a.run->steps.size() - 1], a.run->steps.back()}, p};
        return {a.state->layout(m_), {a.state->before, *a.state->step}, p};
    }

    /// Those first that change the least of what does no harm: the weakest.
    void rank() {
        std::vector<Shown> harm;
        for (const Result* f : failures_) harm.push_back(shown(*f));
        const Shown& first = harm.front();
        const model::Trials trials = model::trials(first.layout, first.trial.before, first.property, step_.call);
        const model::Interpreter interpreter(first.layout);
        std::vector<model::Outcome> harmless;
        for (const Trial& t : trials.good) harmless.push_back(interpreter.run(t.before, t.step));
        for (std::size_t r = 0; r < all_.size() && Clock::now() < end_; ++r) {
            m_.calls[step_.call.value] = all_[r].call;
            const auto harms = [&](const Shown& s) { return model::breaks(model::Interpreter(s.layout), s.trial, s.property); };
            const auto harms_too = [&](const Trial& t) { return model::breaks(interpreter, t, first.property); };
            if (std::any_of(harm.begin(), harm.end(), harms) || std::any_of(trials.bad.begin(), trials.bad.end(), harms_too)) continue;
            Ranked ranked{r, 0};
            // A condition that nothing is known to meet is no mend.
            bool succeeds = trials.good.empty() && all_[r].kind != Repair::Kind::add_require;
            for (std::size_t i = 0; i < trials.good.size(); ++i) {
                const model::Outcome now = interpreter.run(trials.good[i].before, trials.good[i].step);
                if (now.error != harmless[i].error || now.after != harmless[i].after || now.events != harmless[i].events) ++ranked.changes;
                succeeds = succeeds || (!now.error && !now.undefined);
            }
            if (succeeds) ranked_.push_back(ranked);
        }
        m_.calls[step_.call.value] = written_;
        std::stable_sort(ranked_.begin(), ranked_.end(), [&](const Ranked& a, const Ranked& b) {
            const Repair &x = all_[a.number], &y = all_[b.number];
            return std::tuple(a.changes, x.kind, x.cost) < std::tuple(b.changes, y.kind, y.cost);
        });
    }

    /// The solver says that the changed call keeps what was broken; or with it all that the call as written keeps.
    [[nodiscard]] bool keeps(bool everything) {
        StepWork work{step_, {}};
        for (const Result* f : failures_) work.properties.push_back(f->obligation.property);
        std::vector<StepWork> questions;
        for (const Result& r : report_.results) {
            if (!everything || r.obligation.step != step_ || r.answer.verdict != Verdict::proved) continue;
            if (m_[r.obligation.property].kind == Property::Kind::isolated) questions.push_back({step_, {r.obligation.property}});
            else work.properties.push_back(r.obligation.property);
        }
        questions.insert(questions.begin(), std::move(work));
        z3::context context;
        Encoding encoding(m_, context);
        return std::all_of(questions.begin(), questions.end(), [&](const StepWork& w) { return holds(encoding, w); });
    }

    [[nodiscard]] static bool holds(Encoding& encoding, const StepWork& work) {
        const Question question = ask(encoding, work, {});
        z3::context& context = encoding.signature().context();
        z3::solver solver = new_solver(context);
        limit(solver, std::chrono::milliseconds(300));
        for (const Term& t : question.assumptions) solver.add(t);
        std::vector<Term> claims;
        for (const Claim& c : question.claims) claims.push_back(c.formula);
        solver.add(negate(all(context, claims)));
        return solver.check() == z3::unsat;
    }
};

/// In order of the report: the failures of each call that something shows.
std::vector<std::vector<std::size_t>> by_call(const Model& model, const Report& report) {
    std::vector<std::vector<std::size_t>> out;
    for (std::size_t i = 0; i < report.results.size(); ++i) {
        if (!mendable(model, report.results[i])) continue;
        const StepRef& step = report.results[i].obligation.step;
        if (out.empty() || report.results[out.back().front()].obligation.step != step) out.emplace_back();
        out.back().push_back(i);
    }
    return out;
}

std::string encode(const Mend& mend) {
    Writer to;
    to.number(static_cast<std::int64_t>(mend.kind));
    to.text(mend.text);
    for (const std::uint32_t n : {mend.span.file, mend.span.begin, mend.span.end}) to.number(n);
    to.number(mend.whole);
    return to.take();
}

Mend decode(std::string_view bytes) {
    Reader from(bytes);
    Mend out;
    out.kind = static_cast<Repair::Kind>(from.number());
    out.text = from.text();
    for (std::uint32_t* n : {&out.span.file, &out.span.begin, &out.span.end}) *n = static_cast<std::uint32_t>(from.number());
    out.whole = from.number() != 0;
    return out;
}

}  // namespace

void find_mends(const Model& model, const Options& options, Report& report, const std::function<bool()>& cancelled) {
    const auto end = Clock::now() + options.mend_time;
    const std::vector<std::vector<std::size_t>> calls = by_call(model, report);
    std::deque<std::string> tasks;
    for (std::size_t c = 0; c < calls.size(); ++c) {
        Writer to;
        to.number(static_cast<std::int64_t>(c));
        tasks.push_back(to.take());
    }
    if (tasks.empty()) return;
    Processes processes;
    processes.jobs = options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
    processes.work = [&](std::string_view task, const std::function<void(std::string_view)>& deliver) {
        const std::vector<std::size_t>& results = calls[static_cast<std::size_t>(Reader(task).number())];
        std::vector<const Result*> failures;
        failures.reserve(results.size());
        for (std::size_t i : results) failures.push_back(&report.results[i]);
        const auto tell = [&](std::size_t from, std::size_t to, const std::optional<Mend>& mend) {
            if (!mend) return;
            for (std::size_t i = from; i < to; ++i) {
                Writer out;
                out.number(static_cast<std::int64_t>(results[i]));
                out.text(encode(*mend));
                deliver(out.take());
            }
        };
        const auto together = Mending(model, report, failures, end).run();
        tell(0, results.size(), together);
        if (together || results.size() == 1) return;
        for (std::size_t i = 0; i < results.size(); ++i) tell(i, i + 1, Mending(model, report, {failures[i]}, end).run());
    };
    processes.receive = [&](std::string_view, std::string_view bytes) {
        Reader from(bytes);
        Result& result = report.results[static_cast<std::size_t>(from.number())];
        result.answer.mend = decode(from.text());
    };
    processes.ended = [](std::string_view, const Fate&) { return std::vector<std::string>{}; };
    processes.stop = [&] { return (cancelled && cancelled()) || Clock::now() > end + std::chrono::milliseconds(500); };
    processes.run(std::move(tasks));
}

}  // namespace fief::proofs
