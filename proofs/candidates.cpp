#include "proofs/candidates.hpp"

#include "model/children.hpp"
#include "model/interpreter_evaluation.hpp"

#include <algorithm>

namespace fief::proofs {

using model::Value;

namespace {

constexpr std::size_t most_bindings = 8000;  // sampled of a family
constexpr unsigned one_more = 8;             // what one more literal costs
constexpr unsigned second_record = 4;        // and that it speaks of two

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

/// Which of the family's variables the expression speaks of, a bit each.
unsigned speaks_of(const Model& model, const model::Family& family, model::ExprId e) {
    unsigned out = 0;
    if (const auto* v = std::get_if<model::VarRef>(&model[e].node))
        for (std::size_t i = 0; i < family.vars.size(); ++i)
            if (family.vars[i] == v->var) out |= 1U << i;
    model::for_each_child(model[e].node, [&](const model::ExprId& child) { out |= speaks_of(model, family, child); });
    return out;
}

LiteralSet untrue_here(const model::Family& family, model::Evaluation& evaluation) {
    LiteralSet out((family.literals.size() + 63) / 64, 0);
    for (std::size_t l = 0; l < family.literals.size(); ++l)
        if (!holds(evaluation, family.literals[l].formula)) out[l / 64] |= std::uint64_t{1} << (l % 64);
    return out;
}

bool has(const LiteralSet& set, std::size_t l) { return (set[l / 64] >> (l % 64) & 1) != 0; }

bool disjoint(const LiteralSet& a, const LiteralSet& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] & b[i]) return false;
    return true;
}

}  // namespace

Seen::Seen(const std::vector<model::Family>& families, model::Layout layout, model::State state)
    : families_(&families), layout_(std::move(layout)), state_(std::move(state)), untrue_(families.size()) {}

const std::set<LiteralSet>& Seen::untrue(std::size_t f) {
    auto& sets = untrue_[f];
    if (sets) return *sets;
    sets.emplace();
    const model::Family& family = (*families_)[f];
    model::Evaluation evaluation(layout_);
    each_binding(layout_, state_, family, evaluation, [&] { sets->insert(untrue_here(family, evaluation)); });
    return *sets;
}

bool Seen::breaks(const Fact& fact) {
    const auto& sets = untrue(fact.family);
    return std::any_of(sets.begin(), sets.end(), [&](const LiteralSet& set) {
        return std::all_of(fact.literals.begin(), fact.literals.end(), [&](std::size_t l) { return has(set, l); });
    });
}

/// The simplest so far.
struct Candidates::Found {
    std::size_t most;
    const Doubt& doubt;
    std::vector<unsigned> speaks{};  ///< by literal of the family that is searched: of which variables
    unsigned all = 0;
    std::set<std::pair<unsigned, Fact>> best{};

    [[nodiscard]] unsigned worst() const { return best.size() < most ? ~0U : best.rbegin()->first; }
    void offer(Fact fact, unsigned cost) {
        if (cost >= worst()) return;
        // About one record alone there is another family.
        unsigned of = 0;
        for (std::size_t l : fact.literals) of |= speaks[l];
        if (of != all) return;
        const auto more = doubt(fact);
        if (!more) return;
        best.emplace(cost + *more, std::move(fact));
        if (best.size() > most) best.erase(std::prev(best.end()));
    }
};

Candidates::Candidates(const Model& model, const std::vector<model::Family>& families)
    : model_(model),
      families_(families),
      samples_(model, 3000, std::chrono::milliseconds(2000)),
      bindings_(families.size()),
      columns_(families.size()) {}

const std::vector<LiteralSet>& Candidates::sampled(std::size_t f) {
    const model::Family& family = families_[f];
    auto& bindings = bindings_[f];
    if (!bindings) {
        bindings.emplace();
        // So that no sample takes all the room, each gives a few bindings in turn.
        std::size_t total = 0, seen = 0;
        for (const model::Sample& s : samples_.all()) {
            model::Evaluation evaluation(*s.layout);
            each_binding(*s.layout, s.state, family, evaluation, [&] { ++total; });
        }
        const std::size_t stride = total / most_bindings + 1;
        for (const model::Sample& s : samples_.all()) {
            model::Evaluation evaluation(*s.layout);
            each_binding(*s.layout, s.state, family, evaluation, [&] {
                if (seen++ % stride == 0) bindings->insert(untrue_here(family, evaluation));
            });
        }
    }
    auto& columns = columns_[f];
    if (columns.empty()) {
        columns.assign(family.literals.size(), LiteralSet((bindings->size() + 63) / 64, 0));
        std::size_t at = 0;
        for (const LiteralSet& set : *bindings) {
            for (std::size_t l = 0; l < family.literals.size(); ++l)
                if (has(set, l)) columns[l][at / 64] |= std::uint64_t{1} << (at % 64);
            ++at;
        }
    }
    return columns;
}

void Candidates::learn(Seen& state) {
    for (std::size_t f = 0; f < families_.size(); ++f) {
        sampled(f);
        const std::size_t before = bindings_[f]->size();
        bindings_[f]->insert(state.untrue(f).begin(), state.untrue(f).end());
        if (bindings_[f]->size() > before) columns_[f].clear();
    }
}

std::vector<Fact> Candidates::excluding(Seen& state, std::size_t most, const Doubt& doubt) {
    Found found{most, doubt};
    for (std::size_t width = 1; width <= 2; ++width)
        for (std::size_t f = 0; f < families_.size(); ++f) {
            if (families_[f].vars.size() != width) continue;
            found.all = (1U << width) - 1;
            found.speaks.clear();
            for (const model::Literal& l : families_[f].literals) found.speaks.push_back(speaks_of(model_, families_[f], l.formula));
            for (const LiteralSet& set : state.untrue(f)) {
                std::vector<std::size_t> untrue;
                for (std::size_t l = 0; l < families_[f].literals.size(); ++l)
                    if (has(set, l)) untrue.push_back(l);
                search(f, untrue, found);
            }
        }
    std::vector<Fact> out;
    for (const auto& [cost, fact] : found.best) out.push_back(fact);
    return out;
}

void Candidates::search(std::size_t f, const std::vector<std::size_t>& untrue, Found& found) {
    const auto& columns = sampled(f);
    const auto& all = families_[f].literals;
    const unsigned base = families_[f].vars.size() > 1 ? second_record : 0;
    // One that always holds makes every longer clause say less; the same of two that exclude each other.
    std::vector<std::size_t> open;
    for (std::size_t l : untrue) {
        const auto& column = columns[l];
        if (std::all_of(column.begin(), column.end(), [](std::uint64_t w) { return w == 0; })) found.offer({f, {l}}, base + all[l].cost);
        else open.push_back(l);
    }
    const std::size_t n = open.size();
    std::vector<std::vector<bool>> holds_of_two(n, std::vector<bool>(n, false));
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const unsigned cost = base + all[open[i]].cost + all[open[j]].cost + one_more;
            if (cost >= found.worst() || !disjoint(columns[open[i]], columns[open[j]])) continue;
            holds_of_two[i][j] = true;
            found.offer({f, {open[j], open[i]}}, cost);
        }
    LiteralSet both;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const unsigned of_two = base + all[open[i]].cost + all[open[j]].cost + 2 * one_more;
            if (holds_of_two[i][j] || of_two >= found.worst()) continue;
            const auto &a = columns[open[i]], &b = columns[open[j]];
            both.resize(a.size());
            for (std::size_t w = 0; w < both.size(); ++w) both[w] = a[w] & b[w];
            for (std::size_t k = 0; k < j; ++k) {
                const unsigned cost = of_two + all[open[k]].cost;
                if (cost >= found.worst() || holds_of_two[i][k] || holds_of_two[j][k]) continue;
                if (disjoint(both, columns[open[k]])) found.offer({f, {open[k], open[j], open[i]}}, cost);
            }
        }
}

}  // namespace fief::proofs
