#include "proofs/candidates.hpp"

#include "model/children.hpp"
#include "model/interpreter_evaluation.hpp"

#include <algorithm>
#include <bit>
#include <tuple>

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

bool nowhere(const LiteralSet& set) {
    return std::all_of(set.begin(), set.end(), [](std::uint64_t w) { return w == 0; });
}

/// Whether one is that the other does not hold.
bool opposite(const Model& model, model::ExprId a, model::ExprId b) {
    const auto *x = std::get_if<model::Not>(&model[a].node), *y = std::get_if<model::Not>(&model[b].node);
    return (x != nullptr && x->operand == b) || (y != nullptr && y->operand == a);
}

bool quantified(const Model& model, model::ExprId e) {
    bool out = std::holds_alternative<model::Quantified>(model[e].node);
    model::for_each_child(model[e].node, [&](const model::ExprId& child) { out = out || quantified(model, child); });
    return out;
}

std::size_t count(const LiteralSet& set) {
    std::size_t n = 0;
    for (std::uint64_t w : set) n += static_cast<std::size_t>(std::popcount(w));
    return n;
}

bool disjoint(const LiteralSet& a, const LiteralSet& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] & b[i]) return false;
    return true;
}

/// By literal: the bindings at which it is false, a bit each; then all of them.
std::vector<LiteralSet> columns_of(const model::Family& family, const std::set<LiteralSet>& bindings) {
    std::vector<LiteralSet> columns(family.literals.size() + 1, LiteralSet((bindings.size() + 63) / 64, 0));
    std::size_t at = 0;
    for (const LiteralSet& set : bindings) {
        columns.back()[at / 64] |= std::uint64_t{1} << (at % 64);
        for (std::size_t l = 0; l < family.literals.size(); ++l)
            if (has(set, l)) columns[l][at / 64] |= std::uint64_t{1} << (at % 64);
        ++at;
    }
    return columns;
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
    if (columns.empty()) columns = columns_of(family, *bindings);
    return columns;
}

/// The clauses of one family that are false where these literals are and hold at every sampled binding: sets of literals one of which is
/// true at each.
class Candidates::Cover {
public:
    Cover(const model::Family& family, std::size_t number, const std::vector<LiteralSet>& columns, const LiteralSet& untrue, Found& found)
        : family_(family), number_(number), columns_(columns), found_(found) {
        for (std::size_t l = 0; l < family.literals.size(); ++l)
            if (has(untrue, l)) open_.push_back(l);
        // What is tried first closes most branches when it is cheap.
        std::stable_sort(open_.begin(), open_.end(),
                         [&](std::size_t a, std::size_t b) { return family.literals[a].cost < family.literals[b].cost; });
        base_ = family.vars.size() > 1 ? second_record : 0;
    }

    /// Shorter ones first, so that a longer one is worth a look only where it is simpler than the worst of them.
    void search(std::size_t longest) {
        for (wanted_ = 1; wanted_ <= longest; ++wanted_) {
            work_ = most_work;
            grow(columns_.back(), base_, open_);
        }
    }

private:
    static constexpr std::size_t looked_at = 24;     // of the bindings that no literal covers yet
    static constexpr std::size_t most_work = 40000;  // partial clauses of one length

    const model::Family& family_;
    std::size_t number_;
    const std::vector<LiteralSet>& columns_;
    Found& found_;
    unsigned base_ = 0;
    std::vector<std::size_t> open_, chosen_{};
    std::size_t wanted_ = 0, work_ = 0;

    /// `rest`: where all that is chosen is false. `may`: what may be chosen yet.
    void grow(const LiteralSet& rest, unsigned cost, const std::vector<std::size_t>& may) {
        if (work_ == 0) return;
        --work_;
        const std::optional<std::size_t> hard = hardest(rest, may);
        if (!hard && !nowhere(rest)) return;
        const bool last = chosen_.size() + 1 == wanted_;
        std::vector<std::size_t> left = may;
        LiteralSet further(rest.size());
        for (std::size_t l : may) {
            if (hard && has(columns_[l], *hard)) continue;
            // Whatever has this one has been seen to when the next is chosen instead.
            left.erase(std::find(left.begin(), left.end(), l));
            const unsigned more = cost + family_.literals[l].cost + (chosen_.empty() ? 0 : one_more);
            if (more >= found_.worst()) continue;
            const bool covers = disjoint(rest, columns_[l]);
            if (covers != last) continue;  // a shorter one was offered before
            chosen_.push_back(l);
            if (covers) {
                if (needed()) offer(more);
            } else {
                for (std::size_t w = 0; w < rest.size(); ++w) further[w] = rest[w] & columns_[l][w];
                grow(further, more, left);
            }
            chosen_.pop_back();
        }
    }

    /// A binding of these at which fewest literals are true; none where there is one at which none is.
    [[nodiscard]] std::optional<std::size_t> hardest(const LiteralSet& rest, const std::vector<std::size_t>& may) const {
        std::optional<std::size_t> out;
        std::size_t fewest = may.size() + 1, looked = 0;
        for (std::size_t w = 0; w < rest.size() && looked < looked_at; ++w)
            for (std::uint64_t bits = rest[w]; bits != 0 && looked < looked_at; bits &= bits - 1, ++looked) {
                const std::size_t at = w * 64 + static_cast<std::size_t>(std::countr_zero(bits));
                std::size_t n = 0;
                for (std::size_t l : may) n += has(columns_[l], at) ? 0 : 1;
                if (n == 0) return std::nullopt;
                if (n < fewest) fewest = n, out = at;
            }
        return out;
    }

    /// Without any of its literals, the clause is false somewhere.
    [[nodiscard]] bool needed() const {
        return std::all_of(chosen_.begin(), chosen_.end(), [&](std::size_t without) {
            for (std::size_t w = 0; w < columns_[without].size(); ++w) {
                std::uint64_t rest = columns_.back()[w];
                for (std::size_t l : chosen_)
                    if (l != without) rest &= columns_[l][w];
                if (rest != 0) return true;
            }
            return false;
        });
    }
    void offer(unsigned cost) {
        Fact fact{number_, chosen_};
        std::sort(fact.literals.begin(), fact.literals.end());
        found_.offer(std::move(fact), cost);
    }
};

std::vector<Fact> Candidates::excluding(Seen& state, std::size_t most, std::size_t longest, const Doubt& doubt) {
    Found found{most, doubt};
    for (std::size_t width = 1; width <= 2; ++width)
        for (std::size_t f = 0; f < families_.size(); ++f) {
            if (families_[f].vars.size() != width) continue;
            found.all = (1U << width) - 1;
            found.speaks.clear();
            for (const model::Literal& l : families_[f].literals) found.speaks.push_back(speaks_of(model_, families_[f], l.formula));
            for (const LiteralSet& set : state.untrue(f)) Cover(families_[f], f, sampled(f), set, found).search(longest);
        }
    std::vector<Fact> out;
    for (const auto& [cost, fact] : found.best) out.push_back(fact);
    return out;
}

std::vector<Fact> Candidates::simple(unsigned dearest, const std::vector<Seen*>& also, std::optional<std::size_t> only) {
    std::set<std::tuple<unsigned, std::size_t, Fact>> found;  // by cost, then by how many sampled bindings some literal is true at
    for (std::size_t f = 0; f < families_.size(); ++f) {
        if (only && *only != f) continue;
        const model::Family& family = families_[f];
        if (nowhere(sampled(f).back())) continue;  // nothing is known of such records
        std::set<LiteralSet> bindings = *bindings_[f];
        for (Seen* state : also) bindings.insert(state->untrue(f).begin(), state->untrue(f).end());
        const std::vector<LiteralSet> columns = columns_of(family, bindings);
        const unsigned all = (1U << family.vars.size()) - 1;
        const unsigned base = family.vars.size() > 1 ? second_record : 0;
        struct Usable {
            std::size_t literal;
            unsigned cost, speaks;
            std::size_t often;  ///< true
        };
        std::vector<Usable> usable;
        for (std::size_t l = 0; l < family.literals.size(); ++l) {
            const model::Literal& literal = family.literals[l];
            if (base + literal.cost <= dearest && !quantified(model_, literal.formula))
                usable.push_back({l, literal.cost, speaks_of(model_, family, literal.formula), bindings.size() - count(columns[l])});
        }
        for (std::size_t i = 0; i < usable.size(); ++i) {
            const Usable& a = usable[i];
            const LiteralSet& untrue = columns[a.literal];
            const bool alone = nowhere(untrue);
            if (alone && a.speaks == all) found.emplace(base + a.cost, a.often, Fact{f, {a.literal}});
            for (std::size_t j = 0; j < i && !alone; ++j) {
                const Usable& b = usable[j];
                const unsigned cost = base + a.cost + b.cost;
                if (cost > dearest || (a.speaks | b.speaks) != all || nowhere(columns[b.literal]) || !disjoint(untrue, columns[b.literal]))
                    continue;
                if (opposite(model_, family.literals[a.literal].formula, family.literals[b.literal].formula)) continue;
                found.emplace(cost, a.often + b.often, Fact{f, {b.literal, a.literal}});
            }
        }
    }
    std::vector<Fact> out;
    for (const auto& [cost, often, fact] : found) out.push_back(fact);
    return out;
}

}  // namespace fief::proofs
