#include "model/isolation.hpp"

#include "model/children.hpp"
#include "model/explore_relevant.hpp"
#include "model/interpreter_execution.hpp"
#include "model/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace fief::model {

namespace {

/// How a story calls the two states.
struct Words {
    std::string_view one, other;
};
constexpr Words two_runs{"in one", "in the other"};
constexpr Words two_moments{"before", "after"};

struct Traced {
    Outcome outcome;
    std::vector<Choice> choices;
};

bool is_actor(const Model& model, const Type& type, TableId actor) {
    return type.kind == Type::Kind::reference && type.table == actor && model[actor].noun == Noun::actor;
}

}  // namespace

struct Observers::Parts {
    explicit Parts(const Layout& l) : layout(l), m(l.model()), evaluation(l), execution(l) {}

    const Layout& layout;
    const Model& m;
    Evaluation evaluation;
    Execution execution;
    Outcome nothing;

    [[nodiscard]] TableId table_of(VarId var) const { return m[var].type.table; }
    [[nodiscard]] bool live(const State& state, TableId table, Value record) const {
        return record >= 0 && record < layout.records(table) && state.words[layout.live(table, record)] != 0;
    }
    [[nodiscard]] std::string show(TableId table, Value record) const { return show_record(layout, table, record); }

    // ---- views ------------------------------------------------------------------------------------------------------

    bool sees(const Isolation& isolation, const Isolation::Part& part, Value observer, const State& state, Value record) {
        if (!live(state, table_of(part.record), record)) return false;
        evaluation.enter(state);
        evaluation.vars[isolation.observer.value] = observer;
        evaluation.vars[part.record.value] = record;
        try {
            return evaluation.holds(part.where);
        } catch (const Undefined&) { return false; }
    }

    std::optional<Difference> tell_apart(IsolationId id, Value observer, const State& one, const State& other, const Words& words) {
        const Isolation& isolation = m[id];
        const TableId actor = table_of(isolation.observer);
        const std::string who = show(actor, observer);
        if (one.now() != other.now())
            return Difference{
                Difference::Kind::time, 0, none, {}, fmt::format("it is not the same time {} and {}", words.one, words.other)};
        const bool lives = live(one, actor, observer);
        if (lives != live(other, actor, observer))
            return Difference{Difference::Kind::life, 0, none, {}, fmt::format("{} lives {} only", who, lives ? words.one : words.other)};
        if (!lives) return std::nullopt;
        for (std::size_t p = 0; p < isolation.parts.size(); ++p) {
            const Isolation::Part& part = isolation.parts[p];
            const TableId table = table_of(part.record);
            for (Value r = 0; r < layout.records(table); ++r) {
                const bool seen = sees(isolation, part, observer, one, r);
                if (seen != sees(isolation, part, observer, other, r))
                    return Difference{Difference::Kind::record,
                                      p,
                                      r,
                                      {},
                                      fmt::format("{} sees {} {} only", who, show(table, r), seen ? words.one : words.other)};
                if (!seen) continue;
                for (FieldId f : part.fields) {
                    const Value a = one.words[layout.field(table, r, f)], b = other.words[layout.field(table, r, f)];
                    if (a == b) continue;
                    const Field& field = m[table].fields[f.value];
                    return Difference{
                        Difference::Kind::field, p, r, f,
                        fmt::format("{} sees {}.{} = {} {}, {} {}", who, show(table, r), field.name, show_value(layout, field.type, a),
                                    words.one, show_value(layout, field.type, b), words.other)};
                }
            }
        }
        return std::nullopt;
    }

    std::vector<Value> view(IsolationId id, Value observer, const State& state) {
        const Isolation& isolation = m[id];
        std::vector<Value> out{state.now(), live(state, table_of(isolation.observer), observer) ? 1 : 0};
        if (!out.back()) return out;
        for (const Isolation::Part& part : isolation.parts) {
            const TableId table = table_of(part.record);
            for (Value r = 0; r < layout.records(table); ++r) {
                out.push_back(sees(isolation, part, observer, state, r) ? 1 : 0);
                if (!out.back()) continue;
                for (FieldId f : part.fields) out.push_back(state.words[layout.field(table, r, f)]);
            }
        }
        return out;
    }

    // ---- flows ------------------------------------------------------------------------------------------------------

    /// Somebody's call may change what the observer sees; both live.
    bool flows(const Isolation& isolation, const State& before, const Invocation& step, TableId table, Value from, Value observer) {
        const StepView view{&before, &step, &nothing, false};
        for (const Isolation::Flow& flow : isolation.flows) {
            if (table_of(flow.from) != table) continue;
            evaluation.enter(before, view);
            evaluation.vars[isolation.observer.value] = observer;
            evaluation.vars[flow.from.value] = from;
            try {
                if (evaluation.holds(flow.where)) return true;
            } catch (const Undefined&) {}
        }
        return false;
    }

    // ---- events -----------------------------------------------------------------------------------------------------

    using Told = std::set<std::pair<std::uint32_t, std::vector<Value>>>;
    /// The events that name the observer: which, not how often or in what order.
    Told told(TableId actor, Value observer, const Outcome& outcome) const {
        Told out;
        for (const Emission& e : outcome.events)
            for (std::size_t i = 0; i < e.args.size(); ++i)
                if (is_actor(m, m[m[e.event].params[i]].type, actor) && e.args[i] == observer) out.emplace(e.event.value, e.args);
        return out;
    }
    std::string show_event(const Told::value_type& event) const {
        const Event& e = m[EventId{event.first}];
        std::string args;
        for (std::size_t i = 0; i < event.second.size(); ++i)
            args += (i ? ", " : "") + show_value(layout, m[e.params[i]].type, event.second[i]);
        return fmt::format("{}({})", e.name, args);
    }
    std::optional<Difference> events(TableId actor, Value observer, const Outcome& one, const Outcome& other) const {
        const Told a = told(actor, observer, one), b = told(actor, observer, other);
        for (const auto& [mine, yours, where] : {std::tuple(&a, &b, two_runs.one), std::tuple(&b, &a, two_runs.other)})
            for (const auto& e : *mine)
                if (!yours->contains(e))
                    return Difference{Difference::Kind::event,
                                      0,
                                      none,
                                      {},
                                      fmt::format("{} is told {} {} only", show(actor, observer), show_event(e), where)};
        return std::nullopt;
    }

    // ---- steps ------------------------------------------------------------------------------------------------------

    std::vector<Traced> run(const State& state, const Invocation& step) {
        std::vector<Traced> out;
        for_every_choice(execution, state, step, [&](Outcome outcome, const std::vector<Choice>& choices) {
            out.push_back({std::move(outcome), choices});
        });
        return out;
    }

    /// What is taken to be the same in both runs is the same.
    bool choose_alike(const Traced& one, const Traced& other) const {
        for (const Choice& a : one.choices)
            for (const Choice& b : other.choices) {
                if (a.at != b.at) continue;
                const bool name = a.kind == ChoiceKind::fresh && m[a.table].pool();
                if ((name || a.candidates == b.candidates) && a.taken != b.taken) return false;
            }
        return true;
    }
    bool out_of_names(const Outcome& o) const { return o.exhausted && m[*o.exhausted].pool(); }

    /// Arguments that name records of pools name live ones.
    bool names_live(const State& state, const std::vector<VarId>& params, const Invocation& step) const {
        for (std::size_t i = 0; i < params.size() && i < step.args.size(); ++i) {
            const Type& type = m[params[i]].type;
            if (type.kind == Type::Kind::reference && m[type.table].pool() && step.args[i] >= 0 && !live(state, type.table, step.args[i]))
                return false;
        }
        return true;
    }

    template <class Compare>
    std::optional<Leak> of_pairs(const State& one, const State& other, const Invocation& step, Compare&& compare) {
        if (step.call && (!names_live(one, m[*step.call].params, step) || !names_live(other, m[*step.call].params, step)))
            return std::nullopt;
        const std::vector<Traced> a = run(one, step), b = run(other, step);
        for (const Traced& x : a)
            for (const Traced& y : b) {
                if (x.outcome.undefined || y.outcome.undefined || out_of_names(x.outcome) || out_of_names(y.outcome)) continue;
                if (!choose_alike(x, y)) continue;
                if (auto d = compare(x.outcome, y.outcome)) return Leak{std::move(*d), x.outcome, y.outcome};
            }
        return std::nullopt;
    }

    std::optional<Difference> effects(IsolationId id, Value observer, const Outcome& x, const Outcome& y) {
        if (auto d = tell_apart(id, observer, x.after, y.after, two_runs)) return d;
        return events(table_of(m[id].observer), observer, x, y);
    }

    std::optional<Difference> answers(const Call& call, Value observer, TableId actor, const Outcome& x, const Outcome& y) const {
        auto gets = [&](const std::string& a, const std::string& b) {
            return Difference{Difference::Kind::answer,
                              0,
                              none,
                              {},
                              fmt::format("{} gets {} {}, {} {}", show(actor, observer), a, two_runs.one, b, two_runs.other)};
        };
        auto error = [&](const Outcome& o) { return o.error ? fmt::format("`{}`", m[*o.error]) : std::string("no error"); };
        if (x.error != y.error) return gets(error(x), error(y));
        if (x.error) return std::nullopt;
        for (std::size_t i = 0; i < call.results.size(); ++i) {
            if (x.results[i] == y.results[i]) continue;
            const Var& result = m[call.results[i]];
            return gets(fmt::format("{} = {}", result.name, show_value(layout, result.type, x.results[i])),
                        show_value(layout, result.type, y.results[i]));
        }
        return std::nullopt;
    }

    std::optional<Leak> own(IsolationId id, Value observer, const State& one, const State& other, const Invocation& step) {
        const TableId actor = table_of(m[id].observer);
        const Call& call = m[*step.call];
        if (!call.actor || table_of(*call.actor) != actor || step.caller != observer || !live(one, actor, observer)) return std::nullopt;
        if (tell_apart(id, observer, one, other, two_runs)) return std::nullopt;
        return of_pairs(one, other, step, [&](const Outcome& x, const Outcome& y) {
            if (auto d = answers(call, observer, actor, x, y)) return std::optional(std::move(d));
            return effects(id, observer, x, y);
        });
    }

    /// The call is somebody's, and not the observer's.
    bool by_another(const Isolation& isolation, const Invocation& step, Value observer) const {
        const Call& call = m[*step.call];
        return call.actor && !(table_of(*call.actor) == table_of(isolation.observer) && step.caller == observer);
    }

    std::optional<Difference> disturbed(IsolationId id, Value observer, const State& before, const Invocation& step,
                                        const Outcome& outcome) {
        const Isolation& isolation = m[id];
        const TableId actor = table_of(isolation.observer);
        if (outcome.error || outcome.undefined || !step.call || !by_another(isolation, step, observer) || !live(before, actor, observer))
            return std::nullopt;
        const TableId caller = table_of(*m[*step.call].actor);
        if (flows(isolation, before, step, caller, step.caller, observer)) return std::nullopt;
        if (auto d = tell_apart(id, observer, before, outcome.after, two_moments)) return d;
        const Told seen = told(actor, observer, outcome);
        if (seen.empty()) return std::nullopt;
        return Difference{
            Difference::Kind::event, 0, none, {}, fmt::format("{} is told {}", show(actor, observer), show_event(*seen.begin()))};
    }

    std::optional<Leak> others(IsolationId id, Value observer, const State& state, const Invocation& step) {
        for (Traced& t : run(state, step))
            if (auto d = disturbed(id, observer, state, step, t.outcome)) return Leak{std::move(*d), std::move(t.outcome), std::nullopt};
        return std::nullopt;
    }

    std::optional<Leak> passed_on(IsolationId id, Value observer, const State& one, const State& other, const Invocation& step) {
        const Isolation& isolation = m[id];
        const TableId actor = table_of(isolation.observer);
        if (!by_another(isolation, step, observer)) return std::nullopt;
        const TableId caller = table_of(*m[*step.call].actor);
        if (!live(one, caller, step.caller) || !live(other, caller, step.caller)) return std::nullopt;
        if (live(one, actor, observer) && !flows(isolation, one, step, caller, step.caller, observer) &&
            !flows(isolation, other, step, caller, step.caller, observer))
            return std::nullopt;
        if (tell_apart(id, observer, one, other, two_runs)) return std::nullopt;
        if (const auto its = m.isolation_of(caller); its && tell_apart(*its, step.caller, one, other, two_runs)) return std::nullopt;
        return of_pairs(one, other, step, [&](const Outcome& x, const Outcome& y) { return effects(id, observer, x, y); });
    }

    /// What those with a flow to the observer see is alike, too.
    bool senders_alike(const Isolation& isolation, Value observer, const State& one, const State& other, const Invocation& step) {
        std::set<std::uint32_t> tables;
        for (const Isolation::Flow& flow : isolation.flows) tables.insert(table_of(flow.from).value);
        for (std::uint32_t t : tables) {
            const TableId table{t};
            const auto its = m.isolation_of(table);
            if (!its) continue;
            for (Value from = 0; from < layout.records(table); ++from) {
                const bool sends = (live(one, table, from) && flows(isolation, one, step, table, from, observer)) ||
                                   (live(other, table, from) && flows(isolation, other, step, table, from, observer));
                if (sends && tell_apart(*its, from, one, other, two_runs)) return false;
            }
        }
        return true;
    }

    std::optional<Leak> of_kernel(IsolationId id, Value observer, const State& one, const State& other, const Invocation& step) {
        const Isolation& isolation = m[id];
        if (step.call && !m[*step.call].kernel) return std::nullopt;
        if (tell_apart(id, observer, one, other, two_runs)) return std::nullopt;
        if (live(one, table_of(isolation.observer), observer) && !senders_alike(isolation, observer, one, other, step)) return std::nullopt;
        return of_pairs(one, other, step, [&](const Outcome& x, const Outcome& y) -> std::optional<Difference> {
            if (!step.call && (x.error || y.error)) return std::nullopt;  // time passes alike
            return effects(id, observer, x, y);
        });
    }

    std::optional<Leak> of_guard(IsolationId id, GuardId guard_id, Value observer, const State& one, const State& other,
                                 const Invocation& asked) {
        const Guard& guard = m[guard_id];
        const TableId actor = table_of(m[id].observer);
        if (asked.caller != observer || !live(one, actor, observer) || tell_apart(id, observer, one, other, two_runs)) return std::nullopt;
        auto answer = [&](const State& state) {
            evaluation.enter(state);
            evaluation.vars[guard.actor->value] = observer;
            for (std::size_t i = 0; i < guard.params.size(); ++i) evaluation.vars[guard.params[i].value] = asked.args[i];
            return evaluation.holds(guard.body);
        };
        for (const State* state : {&one, &other})
            for (std::size_t i = 0; i < guard.params.size(); ++i)
                if (const Type& type = m[guard.params[i]].type;
                    type.kind == Type::Kind::reference && asked.args[i] >= 0 && !live(*state, type.table, asked.args[i]))
                    return std::nullopt;
        try {
            const bool x = answer(one), y = answer(other);
            if (x == y) return std::nullopt;
            return Leak{{Difference::Kind::answer,
                         0,
                         none,
                         {},
                         fmt::format("{} answers {} {} {}, {} {}", guard.name, show(actor, observer), x, two_runs.one, y, two_runs.other)},
                        std::nullopt,
                        std::nullopt};
        } catch (const Undefined&) { return std::nullopt; }
    }

    // ---- definedness ------------------------------------------------------------------------------------------------

    void calls_in(ExprId e, std::set<std::uint32_t>& out) const {
        if (const auto* c = std::get_if<Called>(&m[e].node)) out.insert(c->call.value);
        for_each_child(m[e].node, [&](ExprId child) { calls_in(child, out); });
    }

    std::optional<Undefined> undefined(const Isolation& isolation, const State& state) {
        const TableId actor = table_of(isolation.observer);
        auto each_pair = [&](VarId other, auto&& evaluate) {
            for (Value e = 0; e < layout.records(actor); ++e)
                for (Value r = 0; r < layout.records(table_of(other)); ++r) {
                    if (!live(state, actor, e) || !live(state, table_of(other), r)) continue;
                    evaluation.enter(state);
                    evaluation.vars[isolation.observer.value] = e;
                    evaluation.vars[other.value] = r;
                    evaluate();
                }
        };
        try {
            for (const Isolation::Part& part : isolation.parts)
                each_pair(part.record, [&] { static_cast<void>(evaluation.holds(part.where)); });
            for (const Isolation::Flow& flow : isolation.flows) {
                std::set<std::uint32_t> calls;
                calls_in(flow.where, calls);
                Invocation step;
                const StepView view{&state, &step, &nothing, true};
                auto evaluate = [&] {
                    evaluation.enter(state, view);
                    static_cast<void>(evaluation.holds(flow.where));
                };
                each_pair(flow.from, evaluate);
                for (std::uint32_t c : calls) {
                    step.call = CallId{c};
                    each_pair(flow.from, evaluate);
                }
            }
        } catch (const Undefined& fault) { return fault; }
        return std::nullopt;
    }
};

Observers::Observers(const Layout& layout) : parts_(std::make_unique<Parts>(layout)) {}
Observers::~Observers() = default;

std::optional<Difference> Observers::tell_apart(IsolationId isolation, Value observer, const State& one, const State& other) {
    return parts_->tell_apart(isolation, observer, one, other, two_runs);
}

std::vector<Value> Observers::view(IsolationId isolation, Value observer, const State& state) {
    return parts_->view(isolation, observer, state);
}

std::optional<Difference> Observers::disturbed(IsolationId isolation, Value observer, const State& before, const Invocation& step,
                                               const Outcome& outcome) {
    return parts_->disturbed(isolation, observer, before, step, outcome);
}

std::optional<Leak> Observers::leak(PropertyId id, Value observer, const State& one, const State& other, const Invocation& step) {
    const Property& p = parts_->m[id];
    if (p.kind != Property::Kind::isolated) return std::nullopt;
    if (p.step == Property::Step::guard) return parts_->of_guard(*p.isolation, *p.guard, observer, one, other, step);
    if (p.step == Property::Step::kernel) return parts_->of_kernel(*p.isolation, observer, one, other, step);
    if (!step.call) return std::nullopt;
    switch (p.step) {
        case Property::Step::own: return parts_->own(*p.isolation, observer, one, other, step);
        case Property::Step::others: return parts_->others(*p.isolation, observer, one, step);
        default: return parts_->passed_on(*p.isolation, observer, one, other, step);
    }
}

std::optional<Undefined> Observers::undefined(IsolationId isolation, const State& state) {
    return parts_->undefined(parts_->m[isolation], state);
}

bool speaks_of(const Model& model, const Property& property, std::optional<CallId> call) {
    if (property.step == Property::Step::guard) return false;
    if (!call || model[*call].kernel) return property.step == Property::Step::kernel;
    const Isolation& isolation = model[*property.isolation];
    const TableId observers = model[isolation.observer].type.table, callers = model[*model[*call].actor].type.table;
    switch (property.step) {
        case Property::Step::own: return observers == callers;
        case Property::Step::others: return true;
        case Property::Step::flows: {
            bool makes = false;
            for_each_new(model[*call].effects, [&](const New& n) { makes = makes || n.table == observers; });
            return makes || std::any_of(isolation.flows.begin(), isolation.flows.end(),
                                        [&](const Isolation::Flow& f) { return model[f.from].type.table == callers; });
        }
        default: return false;
    }
}

}  // namespace fief::model
