#include "proofs/search.hpp"

#include "model/two_runs.hpp"
#include "model/wander.hpp"
#include "proofs/isolation.hpp"

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
    Sizes(const Model& model, const std::vector<Capacity>& of_states) : model_(model) {
        add(1, 1, 1);
        add(2, 1, 1);
        add(2, 2, 1);
        for (const Capacity& c : of_states) {
            push(clipped(c, 0));
            push(clipped(c, 1));
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
        push(Capacity::beside_boot(model_, [&](const model::Table& t) { return t.always_live ? fixed : t.pool() ? pools : rows; }));
    }
};

[[nodiscard]] bool reaches(const Property& p) { return p.kind == Property::Kind::reachable || p.kind == Property::Kind::possible; }

[[nodiscard]] bool broken(const Answer& a) { return a.verdict == Verdict::not_inductive || a.verdict == Verdict::unknown; }

/// Of what speaks of two states a run alone shows nothing.
[[nodiscard]] bool shown_by_a_run(const Property& p) {
    return !reaches(p) && (p.kind != Property::Kind::isolated || p.step == Property::Step::others);
}

/// Whether a run that ends so answers the obligation.
[[nodiscard]] bool ends_in(const model::Run& run, const StepRef& step) {
    if (step.kind == StepRef::Kind::state) return true;
    if (run.steps.empty()) return step.kind == StepRef::Kind::boot;
    const auto& last = run.steps.back().call;
    return step == (last ? StepRef{StepRef::Kind::call, *last} : StepRef{StepRef::Kind::time, {}});
}

/// One size, as far as it was searched.
struct Rung {
    Capacity capacity;
    Searched reached;
};

}  // namespace

Hunt hunt(const Model& model, std::vector<Quarry> quarries, const std::vector<Capacity>& sizes, std::chrono::milliseconds time,
          const std::function<bool()>& cancelled) {
    const Sizes ladder(model, sizes);
    std::vector<Rung> rungs;
    for (const Capacity& c : ladder.all()) rungs.push_back({c, {c}});

    Hunt out;
    auto found = [&](model::Found&& f) {
        const auto it = std::find_if(quarries.begin(), quarries.end(), [&](const Quarry& q) { return q.goal == f.goal; });
        if (it == quarries.end()) return;
        const auto any_of = it->any_of;
        std::erase_if(quarries, [&](const Quarry& q) { return q.goal == f.goal || (any_of && q.any_of == any_of); });
        // What one step breaks already is worth less for the others.
        for (Quarry& q : quarries)
            if (!f.goal.refused && !q.goal.refused && q.goal.property == f.goal.property) q.effort = Quarry::Effort::glance;
        out.found.push_back(std::move(f));
    };
    // Where a random walk gets, nobody need search. It has room for two of each, then for what the largest size has. False when nothing is
    // wanted.
    auto walk = [&](const auto& wanted, const model::WanderOptions& options, const std::function<bool()>& stop) {
        bool any = false;
        for (const std::size_t rung : {std::min<std::size_t>(2, rungs.size() - 1), rungs.size() - 1}) {
            std::vector<model::Goal> goals;
            for (const Quarry& q : quarries)
                if (wanted(q)) goals.push_back(q.goal);
            if (goals.empty()) break;
            any = true;
            for (model::Found& f : model::wander(model::Layout(model, rungs[rung].capacity), goals, options, stop)) found(std::move(f));
        }
        return any;
    };
    const auto widest = [&]() -> std::optional<Searched> {
        const auto most =
            std::max_element(rungs.begin(), rungs.end(), [](const Rung& a, const Rung& b) { return a.reached.states < b.reached.states; });
        return most != rungs.end() && most->reached.depth > 0 ? std::optional(most->reached) : std::nullopt;
    };
    using Effort = Quarry::Effort;
    const auto is_brief = [](const Quarry& q) { return q.effort != Effort::whole; };
    const auto happens = [&](const Quarry& q) { return is_brief(q) || q.goal.refused || reaches(model[q.goal.property]); };
    const auto breaks = [&](const Quarry& q) { return !happens(q); };
    const auto any_for_walks = [&] {
        return std::any_of(quarries.begin(), quarries.end(), [](const Quarry& q) { return q.effort == Effort::walks; });
    };
    walk(happens, {3000, 1}, cancelled);
    constexpr std::uint64_t last_seed = 8;  // not time, so that a slow machine has no other doubts than a fast one
    const auto worth_more = [&](const Quarry& q) { return happens(q) && q.effort != Effort::glance; };
    for (model::WanderOptions more{10'000, 2}; more.seed == 2 || (any_for_walks() && more.seed <= last_seed); ++more.seed)
        if (!walk(worth_more, more, cancelled) || (cancelled && cancelled())) break;
    auto end = Clock::now() + time;
    bool only_brief = false;
    // Many goals make each step of a walk long; few take no time, and a walk for them is worth it whatever the search may take.
    const auto late = [&, last = Clock::now() + std::max<Clock::duration>(time, std::chrono::seconds(5))] {
        return Clock::now() > last || (cancelled && cancelled());
    };
    model::WanderOptions steps;
    const std::array shares{time / 50, time / 10, time / 2};
    for (std::size_t pass = 0; pass < shares.size(); ++pass) {
        if (pass > 0) {
            const auto walked = Clock::now() + time / 4;
            for (bool any = true, first = true; any && (first || Clock::now() < walked) && !(cancelled && cancelled()); first = false) {
                any = walk(breaks, steps, late);
                ++steps.seed;
            }
        }
        if (pass + 1 == shares.size()) {
            out.widest_briefly = widest();
            std::erase_if(quarries, is_brief);
        }
        for (Rung& rung : rungs) {
            if (!only_brief && std::all_of(quarries.begin(), quarries.end(), is_brief)) {
                only_brief = true;
                end = std::min(end, Clock::now() + (any_for_walks() ? shares[0] : shares[0] / 2));
            }
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
            if (quarries.empty() || left.count() <= 0 || (cancelled && cancelled())) break;
            if (rung.reached.exhausted) continue;
            std::vector<model::Goal> goals;
            goals.reserve(quarries.size());
            for (const Quarry& q : quarries) goals.push_back(q.goal);
            model::ExploreLimits limits;
            limits.time = std::min(left, shares[pass]);
            const model::Layout layout(model, rung.capacity);
            model::ExploreResult result = model::explore(layout, goals, limits, cancelled);
            for (model::Found& f : result.found) found(std::move(f));
            if (result.depth >= rung.reached.depth)
                rung.reached = {rung.capacity,    result.states,     result.depth,     result.complete,
                                result.exhausted, result.all_values, result.exact_time};
        }
    }
    out.widest = widest();
    return out;
}

void find_runs(const Model& model, std::chrono::milliseconds time, Report& report, const std::function<bool()>& cancelled) {
    std::vector<Quarry> quarries;
    std::vector<Capacity> sizes;
    for (const Result& r : report.results) {
        if (!shown_by_a_run(model[r.obligation.property]) || !broken(r.answer)) continue;
        model::Goal goal;
        goal.property = r.obligation.property;
        if (r.obligation.step.kind == StepRef::Kind::call) goal.call = r.obligation.step.call;
        quarries.push_back({goal});
        if (r.answer.state) sizes.push_back(r.answer.state->capacity);
    }
    if (quarries.empty()) return;
    const Hunt result = hunt(model, std::move(quarries), sizes, time, cancelled);
    for (Result& r : report.results) {
        if (!shown_by_a_run(model[r.obligation.property]) || !broken(r.answer)) continue;
        for (const model::Found& f : result.found) {
            if (f.goal.property != r.obligation.property || !ends_in(f.run, r.obligation.step)) continue;
            r.answer.verdict = Verdict::refuted;
            r.answer.run = f.run;
            r.answer.violation = f.violation;
            break;
        }
        const bool glanced = std::any_of(result.found.begin(), result.found.end(),
                                         [&](const model::Found& f) { return f.goal.property == r.obligation.property; });
        if (broken(r.answer)) r.answer.searched = glanced ? result.widest_briefly : result.widest;
    }
}

namespace {

/// Both are needed.
Capacity larger(Capacity one, const Capacity& other) {
    for (std::size_t t = 0; t < one.slots.size(); ++t)
        for (std::size_t k = 0; k < one.slots[t].size(); ++k) one.slots[t][k] = std::max(one.slots[t][k], other.slots[t][k]);
    return one;
}

/// At the solver's size, then with more room.
std::optional<CounterPair> from_boot(const Model& model, const CounterPair& pair, std::chrono::milliseconds time,
                                     const std::function<bool()>& cancelled) {
    constexpr std::array shares{0, 8, 4, 2};  // of the time, by size: little is needed where little fits in
    std::optional<Capacity> before;
    for (std::uint64_t size = 1; size <= 3; ++size) {
        CounterPair out = pair;
        out.capacity = larger(pair.capacity, Capacity::uniform(model, size));
        if (out.capacity == before) continue;
        before = out.capacity;
        if (out.capacity != pair.capacity && !pair.relations.empty()) return std::nullopt;  // the host said nothing of more records
        auto found = model::two_runs(out.layout(model), pair.property, pair.observer, pair.step, time / shares[size], cancelled);
        if (!found) continue;
        out.one = found->one.states.back();
        out.other = found->other.states.back();
        out.to_one = std::move(found->one);
        out.to_other = std::move(found->other);
        std::string why;
        if (replay(model, out, why)) return out;
    }
    return std::nullopt;
}

}  // namespace

void find_two_runs(const Model& model, std::chrono::milliseconds time, Report& report, const std::function<bool()>& cancelled) {
    std::vector<Answer*> open;
    for (Result& r : report.results)
        if (r.answer.verdict == Verdict::not_inductive && r.answer.pair && !r.answer.pair->single) open.push_back(&r.answer);
    const auto end = Clock::now() + time;
    for (std::size_t i = 0; i < open.size() && !(cancelled && cancelled()); ++i) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        if (left.count() <= 0) break;
        auto found = from_boot(model, *open[i]->pair, left / static_cast<std::int64_t>(open.size() - i), cancelled);
        if (!found) continue;
        open[i]->verdict = Verdict::refuted;
        open[i]->pair = std::move(found);
    }
}

}  // namespace fief::proofs
