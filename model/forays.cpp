#include "model/forays.hpp"

#include "model/interpreter_execution.hpp"
#include "model/simulate.hpp"
#include "model/traits.hpp"

#include <random>
#include <unordered_map>

namespace fief::model {
namespace {

class Forays {
public:
    Forays(const Layout& layout, const ForayOptions& options)
        : options_(options), traits_(layout), execution_(layout), stepper_(layout, options.seed), random_(options.seed) {
        const State boot = boot_state(layout);
        see(boot);
        if (kept_.empty()) keep(boot);  // nothing lives yet: it has no traits
    }

    std::vector<State> run() {
        const auto began = std::chrono::steady_clock::now();
        for (std::uint64_t made = 0; made < options_.steps;) {
            if (options_.time.count() != 0 && std::chrono::steady_clock::now() - began > options_.time) break;
            State state = kept_[next()];
            for (std::uint64_t i = 0; i < longest_run && !stepper_.stuck(state); ++i, ++made) {
                const Invocation step = stepper_.next(state);
                Outcome outcome = execution_.run(state, step, [&](ChoiceKind, TableId, std::span<const Value> candidates) {
                    return static_cast<std::size_t>(random_() % candidates.size());
                });
                stepper_.saw(step, outcome);
                if (outcome.undefined) break;
                if (outcome.error) continue;
                state = std::move(outcome.after);
                see(state);
            }
            ++made;  // also where nothing can be done
        }
        return std::move(kept_);
    }

private:
    static constexpr std::uint64_t longest_run = 16;
    static constexpr unsigned few = 3;  ///< states that have a trait

    const ForayOptions& options_;
    Traits traits_;
    Execution execution_;
    Stepper stepper_;
    std::mt19937_64 random_;
    std::vector<State> kept_;
    std::vector<unsigned> left_;  ///< by state: how often a run left from there
    std::unordered_map<std::uint64_t, unsigned> seen_;

    void see(const State& state) {
        bool fresh = false;
        const std::vector<std::uint64_t>& traits = traits_.of(state);
        for (std::uint64_t trait : traits) {
            const auto at = seen_.find(trait);
            fresh = fresh || at == seen_.end() || at->second < few;
        }
        if (!fresh) return;
        for (std::uint64_t trait : traits) ++seen_[trait];
        keep(state);
    }

    void keep(const State& state) {
        kept_.push_back(state);
        left_.push_back(0);
    }

    /// The state that fewest runs left from, the latest of them.
    std::size_t next() {
        std::size_t out = kept_.size() - 1;
        for (std::size_t i = out; i-- > 0;)
            if (left_[i] < left_[out]) out = i;
        ++left_[out];
        return out;
    }
};

}  // namespace

std::vector<State> forays(const Layout& layout, const ForayOptions& options) { return Forays(layout, options).run(); }

}  // namespace fief::model
