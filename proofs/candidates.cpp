#include "proofs/candidates.hpp"

#include "model/interpreter_evaluation.hpp"

#include <algorithm>
#include <functional>

namespace fief::proofs {

using model::Value;

namespace {

constexpr std::size_t most_bindings = 6000;  // sampled of a family

/// Whether the literal is true with the variables as they are; one that reads what is not there is not.
bool holds(model::Evaluation& evaluation, model::ExprId literal) {
    try {
        return evaluation.holds(literal);
    } catch (const model::Undefined&) { return false; }
}

/// Each binding of the family's variables to live records.
void each_binding(const model::Layout& layout, const model::State& state, const model::Family& family, model::Evaluation& evaluation,
                  const std::function<void()>& visit) {
    evaluation.enter(state);
    std::function<void(std::size_t)> from = [&](std::size_t at) {
        if (at == family.vars.size()) return visit();
        const model::VarId var = family.vars[at];
        const model::TableId table = layout.model()[var].type.table;
        for (Value r = 0; r < layout.records(table); ++r) {
            if (!state.words[layout.live(table, r)]) continue;
            evaluation.vars[var.value] = r;
            from(at + 1);
        }
    };
    from(0);
}

bool disjoint(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] & b[i]) return false;
    return true;
}

}  // namespace

Candidates::Candidates(const Model& model, const std::vector<model::Family>& families)
    : model_(model), families_(families), samples_(model, 3000, std::chrono::milliseconds(2000)), false_at_(families.size()) {}

void Candidates::sample(std::size_t f) {
    const model::Family& family = families_[f];
    auto& columns = false_at_[f];
    if (!columns.empty()) return;
    columns.resize(family.literals.size());
    // So that no sample takes all the room, each gives a few bindings in turn.
    std::size_t total = 0;
    for (const model::Sample& s : samples_.all()) {
        model::Evaluation evaluation(*s.layout);
        each_binding(*s.layout, s.state, family, evaluation, [&] { ++total; });
    }
    const std::size_t stride = total / most_bindings + 1;
    std::size_t seen = 0, taken = 0;
    for (const model::Sample& s : samples_.all()) {
        model::Evaluation evaluation(*s.layout);
        each_binding(*s.layout, s.state, family, evaluation, [&] {
            if (seen++ % stride != 0) return;
            for (std::size_t l = 0; l < family.literals.size(); ++l) {
                if (taken % 64 == 0) columns[l].push_back(0);
                if (!holds(evaluation, family.literals[l].formula)) columns[l].back() |= std::uint64_t{1} << (taken % 64);
            }
            ++taken;
        });
    }
}

std::optional<Fact> Candidates::best(const CounterState& state, const std::set<Fact>& known) {
    const model::Layout layout = state.layout(model_);
    std::optional<Fact> best;
    for (std::size_t width = 1; width <= 2 && !best; ++width) {
        unsigned cost = ~0U;
        for (std::size_t f = 0; f < families_.size(); ++f) {
            if (families_[f].vars.size() != width) continue;
            model::Evaluation evaluation(layout);
            std::set<std::vector<std::size_t>> bindings;
            each_binding(layout, state.before, families_[f], evaluation, [&] {
                std::vector<std::size_t> untrue;
                for (std::size_t l = 0; l < families_[f].literals.size(); ++l)
                    if (!holds(evaluation, families_[f].literals[l].formula)) untrue.push_back(l);
                bindings.insert(std::move(untrue));
            });
            if (bindings.empty()) continue;
            sample(f);
            for (const auto& untrue : bindings) best_of(f, untrue, known, best, cost);
        }
    }
    return best;
}

void Candidates::best_of(std::size_t f, const std::vector<std::size_t>& literals, const std::set<Fact>& known, std::optional<Fact>& best,
                         unsigned& cost) const {
    const auto& columns = false_at_[f];
    const auto& all = families_[f].literals;
    constexpr unsigned more = 8;  // what one more literal costs
    const auto offer = [&](std::vector<std::size_t> chosen, unsigned its_cost) {
        if (its_cost >= cost) return;
        Fact fact{f, std::move(chosen)};
        if (known.contains(fact)) return;
        best = std::move(fact);
        cost = its_cost;
    };
    const auto empty = [](const Bits& bits) { return std::all_of(bits.begin(), bits.end(), [](std::uint64_t w) { return w == 0; }); };
    for (std::size_t i = 0; i < literals.size(); ++i)
        if (empty(columns[literals[i]])) offer({literals[i]}, all[literals[i]].cost);
    Bits both;
    for (std::size_t i = 0; i < literals.size(); ++i) {
        const std::size_t a = literals[i];
        for (std::size_t j = 0; j < i; ++j) {
            const std::size_t b = literals[j];
            const unsigned of_two = all[a].cost + all[b].cost + more;
            if (of_two >= cost) continue;
            if (disjoint(columns[a], columns[b])) {
                offer({b, a}, of_two);
                continue;
            }
            if (of_two + more >= cost) continue;
            both.resize(columns[a].size());
            for (std::size_t w = 0; w < both.size(); ++w) both[w] = columns[a][w] & columns[b][w];
            for (std::size_t k = 0; k < j; ++k) {
                const std::size_t c = literals[k];
                const unsigned of_three = of_two + all[c].cost + more;
                if (of_three < cost && disjoint(both, columns[c])) offer({c, b, a}, of_three);
            }
        }
    }
}

}  // namespace fief::proofs
