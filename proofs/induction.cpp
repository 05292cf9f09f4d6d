#include "proofs/induction.hpp"

#include "model/interpreter.hpp"
#include "proofs/solver.hpp"

#include <algorithm>
#include <set>

namespace fief::proofs {

using model::Property;

namespace {

constexpr std::uint32_t glance = 500'000, little = 1'500'000, much = 4'000'000;  // of the solver's own measure of work: tenths of a second
constexpr std::chrono::seconds most_for_question{60};                            // should that measure fail
constexpr unsigned most_records = 3;                                             // of a table, in a small instance

z3::check_result asked(z3::solver& solver, std::uint32_t work) {
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
        for (const Term& t : step.question.assumptions) step.solver.add(t);
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

/// Tells the step's solver what is known by now.
void Induction::tell(Step& step) {
    if (step.at_boot()) return;
    std::size_t common = 0;
    while (common < step.told.size() && common < known_.size() && step.told[common] == known_[common].serial) ++common;
    if (common < step.told.size()) step.solver.pop(static_cast<unsigned>(step.told.size() - common));
    step.told.resize(common);
    for (std::size_t k = common; k < known_.size(); ++k) {
        step.solver.push();
        step.solver.add(known_[k].before);
        step.told.push_back(known_[k].serial);
    }
}

Induction::Refutation Induction::refute(Step& step, const Term& claim) {
    tell(step);
    z3::solver& solver = step.solver;
    solver.push();
    solver.add(negate(claim));
    // What is true is mostly seen at a glance. What is false is often shown so by few records, where the solver would look at ever more.
    Refutation out{asked(solver, step.at_boot() ? much : glance)};
    std::optional<CounterState> state;
    if (!step.at_boot() && (out.answer == z3::unknown || (out.answer == z3::sat && !m_.counts.empty()))) {
        const z3::check_result before = out.answer;
        std::optional<z3::model> found;
        if (before == z3::sat) found = solver.get_model();
        limit(solver, most_for_question, little);
        state = small_instance(solver, encoding_.before(), step.encoded(), most_records);
        if (state) out.answer = z3::sat;
        else if (before == z3::sat) state = read_instance(encoding_.signature(), *found, encoding_.before(), step.encoded());
        else out.answer = asked(solver, much);
    }
    if (out.answer == z3::sat && !step.at_boot()) {
        if (!state) state = read_instance(encoding_.signature(), solver.get_model(), encoding_.before(), step.encoded());
        out.pair = pair(*state);
    }
    solver.pop();
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

bool Induction::against(Ends& pair, const Fact& fact) {
    for (const Known& k : known_) {
        const auto [at, fresh] = pair.breaks.try_emplace(k.serial, false);
        if (fresh) at->second = pair.before.breaks(k.fact);
        if (at->second) return false;
    }
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
    keep_used(std::min(deadline, WorkClock::now() + std::chrono::seconds(10)));
    const auto end = std::min(deadline, WorkClock::now() + std::chrono::seconds(5));
    for (std::size_t k = known_.size(); k-- > 0 && WorkClock::now() < end;) {
        const Known without = known_[k];
        remove(k);
        if (!std::all_of(steps_.begin(), steps_.end(), [&](const auto& s) { return keeps_all(*s); }))
            known_.insert(known_.begin() + static_cast<std::ptrdiff_t>(k), without);
    }
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
    tell(step);
    step.solver.push();
    step.solver.add(negate(all(ctx_, claims)));
    const bool kept = asked(step.solver, much) == z3::unsat;
    step.solver.pop();
    return kept;
}

}  // namespace fief::proofs
