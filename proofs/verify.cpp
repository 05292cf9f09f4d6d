#include "proofs/verify.hpp"

#include "proofs/prove.hpp"
#include "proofs/search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace fief::proofs {

using model::Property;
using model::PropertyId;

std::size_t Report::count(Verdict verdict) const {
    return static_cast<std::size_t>(
        std::count_if(results.begin(), results.end(), [&](const Result& r) { return r.answer.verdict == verdict; }));
}

std::string solver_version() {
    unsigned major = 0, minor = 0, build = 0, revision = 0;
    Z3_get_version(&major, &minor, &build, &revision);
    return fmt::format("Z3 {}.{}.{}", major, minor, build);
}

namespace {

/// Proves steps on a few threads, each with a context of its own; stops them all when asked to.
class Provers {
public:
    Provers(const Model& model, const Options& options, const std::vector<StepWork>& work, std::vector<std::vector<Answer>>& answers,
            const std::function<void(const Progress&)>& progress, const std::function<bool()>& cancelled)
        : model_(model), options_(options), work_(work), answers_(answers), progress_(progress), cancelled_(cancelled) {
        for (const StepWork& w : work) total_ += w.properties.size();
    }

    void run() {
        const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
        const auto jobs = static_cast<unsigned>(std::min<std::size_t>(options_.jobs ? options_.jobs : cores, work_.size()));
        running_ = jobs;
        std::vector<std::jthread> threads;
        for (unsigned j = 0; j < jobs; ++j) threads.emplace_back([this] { prove(); });
        // This thread only watches: for progress, and for a wish to stop.
        while (running_ > 0) {
            if (cancelled_ && cancelled_()) {
                const std::lock_guard lock(mutex_);
                stop_ = true;
                for (z3::context* c : contexts_) c->interrupt();
            }
            if (progress_) {
                const std::lock_guard lock(mutex_);
                progress_({done_, total_, current_});
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(progress_ || cancelled_ ? 5 : 1));
        }
    }

private:
    const Model& model_;
    const Options& options_;
    const std::vector<StepWork>& work_;
    std::vector<std::vector<Answer>>& answers_;
    const std::function<void(const Progress&)>& progress_;
    const std::function<bool()>& cancelled_;
    std::atomic<std::size_t> next_{0}, done_{0};
    std::atomic<unsigned> running_{0};
    std::atomic<bool> stop_{false};
    std::size_t total_ = 0;
    std::mutex mutex_;
    std::string current_;
    std::vector<z3::context*> contexts_;

    void prove() {
        z3::context context;
        {
            const std::lock_guard lock(mutex_);
            contexts_.push_back(&context);
        }
        const auto stopped = [this] { return stop_.load(); };
        const std::function<void()> said = [this] { ++done_; };
        std::optional<Encoding> encoding;
        for (std::size_t w = next_++; w < work_.size(); w = next_++) {
            if (stop_) {
                for (Answer& a : answers_[w]) a.reason = "cancelled";
                continue;
            }
            {
                const std::lock_guard lock(mutex_);
                current_ = work_[w].step.kind == StepRef::Kind::call ? model_[work_[w].step.call].name : "";
            }
            try {
                if (!encoding) encoding.emplace(model_, context);
                answers_[w] = prove_step(*encoding, work_[w], options_, stopped, said);
            } catch (const std::exception& e) {
                for (Answer& a : answers_[w]) a.reason = fmt::format("the encoding failed: {}", e.what());
            }
        }
        const std::lock_guard lock(mutex_);
        std::erase(contexts_, &context);
        --running_;
    }
};

}  // namespace

Report verify(const Model& model, const Options& options, const std::function<void(const Progress&)>& progress,
              const std::function<bool()>& cancelled) {
    const auto start = std::chrono::steady_clock::now();
    Report report;
    const std::vector<StepWork> work = plan_steps(model, options);
    std::vector<std::vector<Answer>> answers;
    for (const StepWork& w : work) answers.emplace_back(w.properties.size());
    if (!work.empty()) Provers(model, options, work, answers, progress, cancelled).run();
    for (std::size_t w = 0; w < work.size(); ++w)
        for (std::size_t p = 0; p < work[w].properties.size(); ++p)
            report.results.push_back({{work[w].properties[p], work[w].step}, std::move(answers[w][p])});
    // Reachability has no step: its obligations stand at the end.
    for (std::uint32_t p = 0; p < model.properties.size(); ++p) {
        const Property& property = model.properties[p];
        if (property.kind != Property::Kind::reachable && property.kind != Property::Kind::possible) continue;
        if (property.waived || (options.property && property.name != *options.property)) continue;
        if (options.call && (!property.call || model[*property.call].name != *options.call)) continue;
        report.results.push_back({{PropertyId{p}, {StepRef::Kind::state, {}}}, {}});
    }
    if (!cancelled || !cancelled()) find_runs(model, options, report, cancelled);
    report.cancelled = cancelled && cancelled();
    report.wall = std::chrono::steady_clock::now() - start;
    return report;
}

}  // namespace fief::proofs
