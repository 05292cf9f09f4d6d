#include "proofs/search.hpp"

#include "model/wander.hpp"

#include <algorithm>
#include <array>

namespace fief::proofs {

using model::Capacity;
using model::Property;
using model::PropertyId;
using Clock = std::chrono::steady_clock;

namespace {

/// Sizes to search at, small ones first; those of the states that the solver found come early, as they are and with one more of each.
class Sizes {
public:
    explicit Sizes(const Model& model) : model_(model) {
        add(1, 1, 1);
        add(2, 1, 1);
        add(2, 2, 1);
    }

    void of_states(const Report& report) {
        for (const Result& r : report.results) {
            if (!r.answer.state) continue;
            push(clipped(r.answer.state->capacity, 0));
            push(clipped(r.answer.state->capacity, 1));
        }
        add(2, 2, 2);
        add(3, 2, 1);
        add(3, 3, 2);
    }

    [[nodiscard]] const std::vector<Capacity>& all() const { return all_; }

private:
    const Model& model_;
    std::vector<Capacity> all_;

    void push(Capacity c) {
        for (const Capacity& known : all_)
            if (known.slots == c.slots) return;
        all_.push_back(std::move(c));
    }

    [[nodiscard]] Capacity clipped(const Capacity& from, std::uint64_t more) const {
        Capacity out = Capacity::uniform(model_, 1);
        for (std::size_t t = 0; t < out.slots.size(); ++t)
            for (std::size_t k = 0; k < out.slots[t].size(); ++k)
                if (!model_.tables[t].keys[k].table)
                    out.slots[t][k] = std::max(
                        out.slots[t][k], std::min(model_.tables[t].keys[k].size, from.slots[t][k] + (model_.tables[t].pool() ? more : 0)));
        return out;
    }

    /// So many records in pools, always-live tables, and rows.
    void add(std::uint64_t pools, std::uint64_t fixed, std::uint64_t rows) {
        Capacity want = Capacity::uniform(model_, 1);
        for (std::size_t t = 0; t < want.slots.size(); ++t)
            for (auto& slots : want.slots[t])
                if (slots) slots = std::max(slots, model_.tables[t].always_live ? fixed : model_.tables[t].pool() ? pools : rows);
        push(clipped(want, 0));
    }
};

[[nodiscard]] bool reaches(const Property& p) { return p.kind == Property::Kind::reachable || p.kind == Property::Kind::possible; }

[[nodiscard]] bool open(const Model& model, const Result& r) {
    if (reaches(model[r.obligation.property])) return r.answer.verdict == Verdict::unknown;
    return r.answer.verdict == Verdict::not_inductive || r.answer.verdict == Verdict::unknown;
}

/// Gives a run to the obligation it answers.
void settle(const Model& model, Report& report, const model::Found& found) {
    for (Result& r : report.results) {
        if (r.obligation.property != found.property || !open(model, r)) continue;
        const bool reached = reaches(model[found.property]);
        if (!reached && r.obligation.step.kind != StepRef::Kind::state) {
            if (found.run.steps.empty()) {
                if (r.obligation.step.kind != StepRef::Kind::boot) continue;
            } else {
                const auto& last = found.run.steps.back().call;
                const StepRef step = last ? StepRef{StepRef::Kind::call, *last} : StepRef{StepRef::Kind::time, {}};
                if (!(step == r.obligation.step)) continue;
            }
        }
        r.answer.verdict = reached ? Verdict::proved : Verdict::refuted;
        r.answer.run = found.run;
        r.answer.violation = found.violation;
    }
}

/// One size, as far as it was searched.
struct Rung {
    Capacity capacity;
    Searched reached;
    bool settled = false;  ///< every state was seen: nothing more is to be found here
};

}  // namespace

void find_runs(const Model& model, const Options& options, Report& report, const std::function<bool()>& cancelled) {
    Sizes sizes(model);
    sizes.of_states(report);
    std::vector<Rung> rungs;
    for (const Capacity& c : sizes.all()) rungs.push_back({c, {c, 0, 0, false}, false});

    auto goals_of = [&](const auto& wanted) {
        std::vector<model::Goal> goals;
        for (const Result& r : report.results) {
            if (!open(model, r) || !wanted(r)) continue;
            model::Goal goal;
            goal.property = r.obligation.property;
            if (r.obligation.step.kind == StepRef::Kind::call) goal.call = r.obligation.step.call;
            goals.push_back(goal);
        }
        return goals;
    };
    // Where a random walk gets, nobody need search. It has room for two of each, then for what the largest size has.
    auto walk = [&](const auto& wanted) {
        for (const std::size_t rung : {std::min<std::size_t>(2, rungs.size() - 1), rungs.size() - 1}) {
            const std::vector<model::Goal> goals = goals_of(wanted);
            if (goals.empty()) return;
            for (const model::Found& f : model::wander(model::Layout(model, rungs[rung].capacity), goals, {}, cancelled))
                settle(model, report, f);
        }
    };
    walk([&](const Result& r) { return reaches(model[r.obligation.property]); });

    // Every size gets a little time first, since most faults show at once; then more. What is refuted by one step already is worth less
    // for the others.
    const auto begun = Clock::now();
    const auto end = begun + options.search_time;
    auto refuted = [&](PropertyId property) {
        return std::any_of(report.results.begin(), report.results.end(),
                           [&](const Result& r) { return r.obligation.property == property && r.answer.verdict == Verdict::refuted; });
    };
    const std::array shares{options.search_time / 50, options.search_time / 10, options.search_time / 2};
    for (std::size_t pass = 0; pass < shares.size(); ++pass) {
        if (pass == 1) walk([&](const Result& r) { return !reaches(model[r.obligation.property]); });
        for (Rung& rung : rungs) {
            if (rung.settled) continue;
            const std::vector<model::Goal> goals =
                goals_of([&](const Result& r) { return pass + 1 < shares.size() || !refuted(r.obligation.property); });
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
            if (goals.empty() || left.count() <= 0 || (cancelled && cancelled())) break;
            model::ExploreLimits limits;
            limits.time = std::min(left, shares[pass]);
            const model::Layout layout(model, rung.capacity);
            const model::ExploreResult result = model::explore(layout, goals, limits, cancelled);
            for (const model::Found& f : result.found) settle(model, report, f);
            rung.settled = result.complete;
            if (result.depth >= rung.reached.depth) rung.reached = {rung.capacity, result.states, result.depth, result.complete};
        }
    }
    const auto widest =
        std::max_element(rungs.begin(), rungs.end(), [](const Rung& a, const Rung& b) { return a.reached.states < b.reached.states; });
    for (Result& r : report.results) {
        if (!open(model, r)) continue;
        if (widest != rungs.end() && widest->reached.depth > 0) r.answer.searched = widest->reached;
        if (reaches(model[r.obligation.property])) r.answer.reason = "no run found at the capacities that were searched";
    }
}

}  // namespace fief::proofs
