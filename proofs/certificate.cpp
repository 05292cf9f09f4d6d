#include "proofs/certificate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace fief::proofs {

std::vector<std::string> names_of_files(const Model& model, const std::vector<StepScript>& steps) {
    std::vector<std::string> out;
    for (const StepScript& step : steps) {
        const std::string stem = (step.step.kind == StepRef::Kind::call ? "call-" : "") + word_of(model, step.step);
        std::string name = stem + ".smt2";
        for (unsigned n = 2; std::find(out.begin(), out.end(), name) != out.end(); ++n) name = fmt::format("{}-{}.smt2", stem, n);
        out.push_back(std::move(name));
    }
    return out;
}

std::vector<CertifiedStep> certify(const Model& model, const Options& options, const Patience& patience,
                                   const std::function<void(const Progress&)>& progress) {
    std::vector<StepScript> steps = scripts_of(model, options);
    const std::vector<std::string> names = names_of_files(model, steps);
    std::vector<CertifiedStep> out;
    for (std::size_t i = 0; i < steps.size(); ++i) out.push_back({names[i], std::move(steps[i]), {}});
    std::atomic<std::size_t> next{0}, done{0};
    std::mutex mutex;
    const auto work = [&] {
        for (std::size_t s = next++; s < out.size(); s = next++) {
            out[s].opinions = ask_built_in(out[s].step.script, patience);
            ++done;
            if (progress) {
                const std::lock_guard lock(mutex);
                progress({done, out.size(), out[s].file});
            }
        }
    };
    const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::jthread> threads;
    for (unsigned j = 1; j < (options.jobs ? options.jobs : cores); ++j) threads.emplace_back(work);
    work();
    return out;
}

}  // namespace fief::proofs
