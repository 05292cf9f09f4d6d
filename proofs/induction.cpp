#include "proofs/induction.hpp"

#include "model/interpreter.hpp"
#include "proofs/solver.hpp"

#include <algorithm>
#include <set>

namespace fief::proofs {

using model::Property;

namespace {

constexpr std::uint32_t glance = 100'000, little = 200'000, much = 4'000'000;  // of the solver's own measure of work: tenths of a second
constexpr std::chrono::seconds most_for_question{60};                          // should that measure fail
constexpr unsigned few_records = 2;                                            // of a table, in the smallest instance
constexpr std::size_t sizes = 2;                                               // of small instances, each by one larger

z3::check_result answer(z3::solver& solver, std::uint32_t work) {
    limit(solver, most_for_question, work);
    return solver.check();
}

}  // namespace

Induction::Induction(Model& model, const std::vector<model::Family>& families, const Options& options)
    : m_(model), families_(families), encoding_(m_, ctx_) {
    for (const StepWork& work : plan_steps(m_, options)) {
        if (m_[work.properties.front()].kind == Property::Kind::isolated) continue;  // facts about one state are what is looked for
        steps_.push_back(std::make_unique<Step>(work, ask(encoding_, work, {}), new_solver(ctx_)));
        Step& step = *steps_.back();
        for (const Term& t : step.question.assumptions) step.general.solver.add(t);
        for (const Claim& c : step.question.claims)
            if (!c.framed) step.goals.push_back(c.formula);
        step.open = step.wanted = step.goals;
    }
}

std::vector<Fact> Induction::facts() const {
    std::vector<Fact> out;
    for (const Known& k : known_) out.push_back(k.fact);
    return out;
}

const Induction::Known& Induction::add(const Fact& fact) {
    Property property;
    property.kind = Property::Kind::invariant;
    property.formula = model::clause(m_, families_[fact.family], fact.literals);
    const Term before = encoding_.assumed(property);
    known_.push_back({fact, std::move(property), before, ++serials_});
    return known_.back();
}

/// Tells a step's solver what is known by now.
void Induction::tell(Step& step, Asked& asked, Finite* size) {
    if (step.at_boot()) return;
    std::size_t common = 0;
    while (common < asked.told.size() && common < known_.size() && asked.told[common] == known_[common].serial) ++common;
    if (common < asked.told.size()) asked.solver.pop(static_cast<unsigned>(asked.told.size() - common));
    asked.told.resize(common);
    for (std::size_t k = common; k < known_.size(); ++k) {
        asked.solver.push();
        asked.solver.add(size ? size->spelled_out(known_[k].before) : known_[k].before);
        asked.told.push_back(known_[k].serial);
    }
}

Induction::Asked& Induction::small(Step& step, std::size_t size) {
    while (sizes_.size() <= size) sizes_.emplace_back(encoding_.signature(), few_records + static_cast<unsigned>(sizes_.size()));
    while (step.small.size() <= size) {
        Finite& finite = sizes_[step.small.size()];
        Asked& asked = step.small.emplace_back(new_solver(ctx_));
        for (const Term& t : step.question.assumptions) asked.solver.add(finite.spelled_out(t));
        std::vector<const SymbolicState*> counted{&encoding_.before()};
        if (step.encoded()) counted.push_back(&step.encoded()->after);
        for (const SymbolicState* state : counted)
            for (const Term& t : exact_counts(*state, finite.bound())) asked.solver.add(finite.spelled_out(t));
        asked.solver.add(finite.closed());
        asked.closed = finite.constants();
    }
    return step.small[size];
}

/// A state of so many records a table, all counts exact, from which the step breaks the claim.
std::optional<CounterState> Induction::small_instance(Step& step, const Term& claim, std::size_t size) {
    Asked& asked = small(step, size);
    tell(step, asked, &sizes_[size]);
    asked.solver.push();
    asked.solver.add(sizes_[size].spelled_out(negate(claim)));
    asked.solver.add(sizes_[size].closed(asked.closed));
    std::optional<CounterState> out;
    const z3::check_result said = answer(asked.solver, little);
    if (said == z3::sat) out = read_instance(encoding_.signature(), asked.solver.get_model(), encoding_.before(), step.encoded());
    asked.solver.pop();
    return out;
}

Induction::Refutation Induction::refute(Step& step, const Term& claim) {
    tell(step, step.general, nullptr);
    z3::solver& solver = step.general.solver;
    solver.push();
    solver.add(negate(claim));
    Refutation out{z3::unknown};
    std::optional<CounterState> state;
    const auto asked = [&](std::uint32_t work) {
        out.answer = answer(solver, work);
        if (out.answer == z3::sat && !step.at_boot())
            state = read_instance(encoding_.signature(), solver.get_model(), encoding_.before(), step.encoded());
    };
    // What is true is mostly seen at a glance. What is false is mostly shown so by few records, where the solver would look at ever more;
    // and where nothing is counted exactly, a state that it says is there may not be.
    asked(step.at_boot() ? much : glance);
    if (!step.at_boot() && out.answer != z3::unsat && (!state || !m_.counts.empty()))
        for (std::size_t size = 0; size < sizes; ++size)
            if (auto small = small_instance(step, claim, size)) {
                state = std::move(small);
                break;
            }
    if (!state && out.answer == z3::unknown && !step.at_boot()) asked(much);
    solver.pop();
    if (state) {
        out = {z3::sat, pair(*state)};
        out.pair->claim = claim;
    }
    return out;
}

Ends* Induction::pair(const CounterState& state) {
    const model::Layout layout = state.layout(m_);
    Ends out{Seen(families_, layout, state.before), {}};
    if (state.step)
        for (model::Outcome& outcome : model::Interpreter(layout).run_all(state.before, *state.step))
            if (!outcome.error && !outcome.undefined) out.after.emplace_back(families_, layout, std::move(outcome.after));
    return &pairs_.emplace_back(std::move(out));
}

const Term& Induction::goal(std::size_t k, Step& step) {
    Known& known = known_[k];
    auto at = known.after.find(&step);
    if (at == known.after.end()) {
        Term t = step.question.step ? imply(step.question.step->guard, encoding_.after_step(known.property, *step.question.step).formula)
                                    : encoding_.at_boot(known.property).formula;
        at = known.after.emplace(&step, std::move(t)).first;
    }
    return at->second;
}

bool Induction::framed(std::size_t k, const Step& step) const {
    return step.of_state() || (step.question.step && encoding_.framed(known_[k].property, *step.question.step));
}

bool Induction::breaks(Ends& pair, const Known& fact) {
    const auto [at, fresh] = pair.breaks.try_emplace(fact.serial, false);
    if (fresh) at->second = pair.before.breaks(fact.fact);
    return at->second;
}

bool Induction::against(Ends& pair, const Fact& fact) {
    if (std::any_of(known_.begin(), known_.end(), [&](const Known& k) { return breaks(pair, k); })) return false;
    return !pair.before.breaks(fact) && std::any_of(pair.after.begin(), pair.after.end(), [&](Seen& s) { return s.breaks(fact); });
}

std::size_t Induction::doubts(const Fact& fact) {
    return static_cast<std::size_t>(std::count_if(pairs_.begin(), pairs_.end(), [&](Ends& p) { return against(p, fact); }));
}

std::vector<std::size_t> Induction::broken_by(Ends& pair, std::size_t first) const {
    std::vector<std::size_t> out;
    for (std::size_t k = first; k < known_.size(); ++k)
        if (std::any_of(pair.after.begin(), pair.after.end(), [&](Seen& s) { return s.breaks(known_[k].fact); })) out.push_back(k);
    return out;
}

// ---- fewer facts ----------------------------------------------------------------------------------------------------

void Induction::keep_least(WorkClock::time_point deadline) {
    keep_used(deadline);
    for (std::size_t k = known_.size(); k-- > 0 && WorkClock::now() < deadline;) {
        if (missed(k)) continue;
        const Known without = known_[k];
        remove(k);
        const auto refused = std::find_if(steps_.begin(), steps_.end(), [&](const auto& s) { return !keeps_all(*s); });
        if (refused == steps_.end()) continue;
        known_.insert(known_.begin() + static_cast<std::ptrdiff_t>(k), without);
        std::rotate(steps_.begin(), refused, refused + 1);  // it will mostly be the first to refuse the next one too
    }
}

/// Some state that was found satisfies all other facts, and a step from it breaks one of them or what is to hold.
bool Induction::missed(std::size_t k) {
    return std::any_of(pairs_.begin(), pairs_.end(), [&](Ends& pair) {
        for (std::size_t i = 0; i < known_.size(); ++i)
            if (i != k && breaks(pair, known_[i])) return false;
        for (const auto& step : steps_)
            for (const Term& g : shown(*step))
                if (pair.claim && z3::eq(g, *pair.claim)) return true;
        const std::vector<std::size_t> broken = broken_by(pair, 0);
        return std::any_of(broken.begin(), broken.end(), [&](std::size_t i) { return i != k; });
    });
}

/// Leaves only facts that the solver used, for the properties or for such facts; all of them when the time is over.
void Induction::keep_used(WorkClock::time_point end) {
    std::vector<std::size_t> wanted;
    std::set<std::size_t> needed;
    std::map<Step*, z3::solver> solvers;
    const auto used = [&](Step& step, const Term& claim) {
        const auto [at, fresh] = solvers.try_emplace(&step, ctx_, z3::solver::simple());
        z3::solver& solver = at->second;
        if (fresh) {
            for (const Term& t : step.question.assumptions) solver.add(t);
            if (!step.at_boot())
                for (const Known& k : known_) solver.add(imply(use(k), k.before));
        }
        solver.push();
        solver.add(negate(claim));
        z3::expr_vector uses(ctx_);
        for (const Known& k : known_) uses.push_back(use(k));
        limit(solver, most_for_question, much);
        const bool known = solver.check(uses) == z3::unsat;
        if (known) {
            const z3::expr_vector core = solver.unsat_core();
            for (std::size_t k = 0; k < known_.size(); ++k)
                for (unsigned c = 0; c < core.size(); ++c)
                    if (z3::eq(core[static_cast<int>(c)], use(known_[k])) && needed.insert(k).second) wanted.push_back(k);
        }
        solver.pop();
        return known;
    };
    for (const auto& step : steps_)
        if (WorkClock::now() > end || !used(*step, all(ctx_, shown(*step)))) return;
    while (!wanted.empty()) {
        const std::size_t k = wanted.back();
        wanted.pop_back();
        for (const auto& step : steps_)
            if (WorkClock::now() > end || (!framed(k, *step) && !used(*step, goal(k, *step)))) return;
    }
    for (std::size_t k = known_.size(); k-- > 0;)
        if (!needed.contains(k)) remove(k);
}

/// Of the step's properties, those that hold by now.
std::vector<Term> Induction::shown(const Step& step) const {
    std::vector<Term> out;
    for (const Term& g : step.goals)
        if (std::none_of(step.open.begin(), step.open.end(), [&](const Term& o) { return z3::eq(o, g); })) out.push_back(g);
    return out;
}

/// The step keeps what it is to keep, and every fact.
bool Induction::keeps_all(Step& step) {
    std::vector<Term> claims = shown(step);
    for (std::size_t k = 0; k < known_.size(); ++k)
        if (!framed(k, step)) claims.push_back(goal(k, step));
    tell(step, step.general, nullptr);
    z3::solver& solver = step.general.solver;
    const auto said = [&](const Term& claim, std::uint32_t work) {
        solver.push();
        solver.add(negate(claim));
        const z3::check_result out = answer(solver, work);
        solver.pop();
        return out;
    };
    // What is too much at once may not be one by one.
    const z3::check_result together = said(all(ctx_, claims), little);
    if (together != z3::unknown) return together == z3::unsat;
    return std::all_of(claims.begin(), claims.end(), [&](const Term& c) { return said(c, much) == z3::unsat; });
}

}  // namespace fief::proofs
