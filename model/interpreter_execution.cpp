#include "model/interpreter_execution.hpp"

#include "model/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace fief::model {

Execution::Execution(const Layout& layout)
    : layout_(&layout),
      model_(&layout.model()),
      evaluation_(layout),
      weak_fields_(layout.model().tables.size()),
      weak_vars_(layout.model().tables.size()) {
    for (std::uint32_t t = 0; t < model_->tables.size(); ++t)
        for (std::uint32_t f = 0; f < model_->tables[t].fields.size(); ++f)
            if (const Type& type = model_->tables[t].fields[f].type; type.kind == Type::Kind::reference && type.weak)
                weak_fields_[type.table.value].push_back({TableId{t}, FieldId{f}});
    for (std::uint32_t v = 0; v < model_->vars.size(); ++v)
        if (const Type& type = model_->vars[v].type; type.kind == Type::Kind::reference && type.weak)
            weak_vars_[type.table.value].push_back(VarId{v});
}

// ---- the step as a whole --------------------------------------------------------------------------------------------

std::optional<Value> Execution::latest(const State& state) const {
    std::optional<Value> out;
    const Value latency = model_->clock ? model_->clock->latency : 0;
    for (const Revocation& r : model_->revocations) {
        const FieldId phase = *layout_->role(r.table, Role::phase), deadline = *layout_->role(r.table, Role::deadline);
        for (Value x = 0; x < layout_->records(r.table); ++x) {
            if (!state.words[layout_->live(r.table, x)] || !state.words[layout_->field(r.table, x, phase)]) continue;
            const Value limit = state.words[layout_->field(r.table, x, deadline)] + latency;
            if (!out || limit < *out) out = limit;
        }
    }
    return out;
}

bool Execution::time_may_pass(const State& state, Value to) const {
    if (to < state.now()) return false;
    const auto limit = latest(state);
    return !limit || to <= *limit;
}

bool Execution::acceptable(const State& state, const Type& type, Value value) const {
    switch (type.kind) {
        case Type::Kind::boolean: return value == 0 || value == 1;
        case Type::Kind::integer: return value >= type.lo && value <= type.hi;
        case Type::Kind::instant:
        case Type::Kind::duration: return value >= 0 && value <= max_number;
        case Type::Kind::enumeration: return value >= 0 && static_cast<std::size_t>(value) < (*model_)[type.enumeration].names.size();
        case Type::Kind::rights: return (value & ~static_cast<Value>((*model_)[type.table].rights)) == 0;
        case Type::Kind::slot: return value >= 0 && value < layout_->key_size(type.table, type.key);
        case Type::Kind::reference:
            if (value == none) return type.optional;
            if (value == stale) return type.weak;
            return value >= 0 && value < layout_->records(type.table) && state.words[layout_->live(type.table, value)] != 0;
    }
    return false;
}

bool Execution::acceptable(const State& state, const Call& call, const Invocation& step) const {
    if (call.actor && !acceptable(state, (*model_)[*call.actor].type, step.caller)) return false;
    if (step.args.size() != call.params.size()) return false;
    for (std::size_t i = 0; i < call.params.size(); ++i)
        if (!acceptable(state, (*model_)[call.params[i]].type, step.args[i])) return false;
    return true;
}

Outcome Execution::run(const State& state, const Invocation& step, const Decide& decide) {
    Outcome out;
    out.after = state;
    if (!step.call) {
        if (time_may_pass(state, step.now)) out.after.words[0] = step.now;
        else out.error = bad_argument;
        return out;
    }
    const Call& call = (*model_)[*step.call];
    if (!acceptable(state, call, step)) {
        out.error = bad_argument;
        return out;
    }
    begin(state, call);
    if (call.actor) evaluation_.vars[call.actor->value] = step.caller;
    for (std::size_t i = 0; i < call.params.size(); ++i) evaluation_.vars[call.params[i].value] = step.args[i];
    try {
        for (std::size_t i = 0; i < call.checks.size(); ++i)
            if (auto error = check(call.checks[i])) {
                out.error = error;
                out.refused = i;
                return out;
            }
        effects(state, call, decide, out);
    } catch (const Undefined& undefined) {
        out = Outcome{};
        out.after = state;
        out.undefined = undefined;
    }
    return out;
}

void Execution::begin(const State& state, const Call& call) {
    evaluation_.enter(state);
    for (VarId r : call.results) {
        const Type& type = (*model_)[r].type;
        evaluation_.vars[r.value] = type.kind == Type::Kind::reference ? none : first_value(type);
    }
}

std::optional<ErrorId> Execution::check(const Check& check) {
    if (const auto* require = std::get_if<Require>(&check.node))
        return evaluation_.holds(require->condition) ? std::nullopt : std::optional(require->error);
    const Let& let = std::get<Let>(check.node);
    evaluation_.vars[let.var.value] = stored(let.value, (*model_)[let.var].type);
    return std::nullopt;
}

void Execution::effects(const State& state, const Call& call, const Decide& decide, Outcome& outcome) {
    outcome.error.reset();
    outcome.refused.reset();
    outcome.exhausted.reset();
    outcome.undefined.reset();
    outcome.results.clear();
    outcome.events.clear();
    outcome.forced.clear();
    outcome.after = state;
    start_ = &state;
    state_ = &outcome.after;
    outcome_ = &outcome;
    decide_ = &decide;
    loops_ = 0;
    in_loop_ = false;
    dropped_.clear();
    reowned_.clear();
    evaluation_.enter(*state_);
    try {
        run_block(call.effects);
        for (VarId r : call.results) outcome.results.push_back(evaluation_.vars[r.value]);
    } catch (const NoRoom& none_free) {
        outcome = Outcome{};
        outcome.after = state;
        outcome.error = full;
        outcome.exhausted = none_free.table;
    }
}

// ---- statements -----------------------------------------------------------------------------------------------------

Value Execution::stored(ExprId from, const Type& type) { return evaluation_.fitting(evaluation_.value(from), type, from); }

Value Execution::living(ExprId expr, Span span) {
    const Value r = evaluation_.value(expr);
    const TableId table = (*model_)[expr].type.table;
    if (r < 0 || !state_->words[layout_->live(table, r)])
        throw Undefined{span, fmt::format("{} ({}) is not live", print(*model_, expr), show_record(*layout_, table, r))};
    return r;
}

void Execution::write(std::size_t word, Value value, bool consequence) {
    Value& place = state_->words[word];
    if (in_loop_) log_.push_back({word, place, consequence});
    place = value;
}

void Execution::run_block(const Block& block) {
    for (const Stmt& s : block) run_statement(s);
}

void Execution::run_statement(const Stmt& stmt) {
    std::visit(overloaded{
                   [&](const Let& n) { evaluation_.vars[n.var.value] = stored(n.value, (*model_)[n.var].type); },
                   [&](const Assign& n) { assign(n, stmt.span); },
                   [&](const SetResult& n) { evaluation_.vars[n.var.value] = stored(n.value, (*model_)[n.var].type); },
                   [&](const New& n) { make(n, stmt.span); },
                   [&](const Drop& n) { drop(n, stmt.span); },
                   [&](const For& n) { loop(n, stmt.span); },
                   [&](const Pick& n) { pick(n); },
                   [&](const If& n) { run_block(evaluation_.holds(n.condition) ? n.then : n.otherwise); },
                   [&](const Emit& n) { emit(n); },
                   [&](const Force& n) { outcome_->forced.emplace_back(n.revocation, living(n.record, stmt.span)); },
                   [&](const Scope& n) { run_block(n.body); },
               },
               stmt.node);
}

void Execution::assign(const Assign& n, Span span) {
    const TableId table = (*model_)[n.record].type.table;
    const Field& field = (*model_)[table].fields[n.field.value];
    const Value record = living(n.record, span);
    const Value value = stored(n.value, field.type);
    const std::size_t word = layout_->field(table, record, n.field);
    if (field.role == Role::owner && state_->words[word] != value) {
        reowned_.emplace_back(table, record);
        stale_references();
    }
    write(word, value);
}

void Execution::make(const New& n, Span span) {
    const Table& table = (*model_)[n.table];
    Value keys[8];
    for (std::size_t k = 0; k < n.keys.size() && k < 8; ++k) {
        keys[k] = evaluation_.value(n.keys[k]);
        if (keys[k] < 0 && table.keys[k].table) throw Undefined{span, print(*model_, n.keys[k]) + " is none"};
    }
    const auto row = layout_->row(n.table, {keys, n.keys.size()});
    if (!row) throw Undefined{span, "a slot is out of range"};
    Value record = row->first;
    if (n.keys.size() == table.keys.size()) {
        if (state_->words[layout_->live(n.table, record)])
            throw Undefined{span, show_record(*layout_, n.table, record) + " is live already"};
    } else {
        std::vector<Value> free;
        for (Value r = row->first; r < row->first + row->size; ++r)
            if (!start_->words[layout_->live(n.table, r)] && !state_->words[layout_->live(n.table, r)]) free.push_back(r);
        if (free.empty()) throw NoRoom{n.table};
        deciding_ = &n;
        record = free[(*decide_)(ChoiceKind::fresh, n.table, free)];
    }
    std::vector<Value> values;
    for (std::size_t i = 0; i < n.inits.size(); ++i) values.push_back(stored(n.inits[i], table.fields[table.keys.size() + i].type));
    const std::size_t live = layout_->live(n.table, record);
    write(live, 1);
    for (std::size_t i = 0; i < values.size(); ++i) write(live + 1 + i, values[i]);
    if (in_loop_) made_.emplace_back(n.table, record);
    evaluation_.vars[n.var.value] = record;
}

void Execution::drop(const Drop& n, Span span) {
    const TableId table = (*model_)[n.record].type.table;
    const Value record = living(n.record, span);
    const auto parent = layout_->role(table, Role::parent);
    dropped_.push_back({table, record, parent ? state_->words[layout_->field(table, record, *parent)] : none});
    const std::size_t live = layout_->live(table, record);
    for (std::size_t i = 0; i < layout_->stride(table); ++i) write(live + i, 0);
    adopt();
    stale_references();
}

/// Every live record whose parent was dropped gets the nearest ancestor that was not. Outside of loops one drop is settled at a time; in a
/// loop, `dropped_` holds all of its drops.
void Execution::adopt() {
    auto before = [](const Dropped& a, const Dropped& b) { return std::pair(a.table, a.record) < std::pair(b.table, b.record); };
    std::sort(dropped_.begin(), dropped_.end(), before);
    for (std::size_t i = 0; i < dropped_.size(); ++i) {
        const TableId table = dropped_[i].table;
        const auto parent = layout_->role(table, Role::parent);
        if (!parent || (i > 0 && dropped_[i - 1].table == table)) continue;
        for (Value r = 0; r < layout_->records(table); ++r) {
            if (!state_->words[layout_->live(table, r)]) continue;
            const std::size_t word = layout_->field(table, r, *parent);
            Value above = state_->words[word];
            for (std::size_t steps = 0; steps <= dropped_.size() && above >= 0; ++steps) {
                const auto found = std::lower_bound(dropped_.begin(), dropped_.end(), Dropped{table, above, none}, before);
                if (found == dropped_.end() || found->table != table || found->record != above) break;
                above = found->parent;
            }
            if (above != state_->words[word]) write(word, above, true);
        }
    }
}

/// Weak references to what was dropped, or changed owner, are no longer good.
void Execution::stale_references() {
    auto gone = [&](TableId table, Value record) {
        return std::any_of(dropped_.begin(), dropped_.end(), [&](const Dropped& d) { return d.table == table && d.record == record; }) ||
               std::find(reowned_.begin(), reowned_.end(), std::pair{table, record}) != reowned_.end();
    };
    for (std::uint32_t t = 0; t < weak_fields_.size(); ++t) {
        for (const Place& place : weak_fields_[t])
            for (Value r = 0; r < layout_->records(place.table); ++r) {
                if (!state_->words[layout_->live(place.table, r)]) continue;
                const std::size_t word = layout_->field(place.table, r, place.field);
                if (state_->words[word] >= 0 && gone(TableId{t}, state_->words[word])) write(word, stale, true);
            }
        if (!in_loop_)
            for (VarId v : weak_vars_[t])
                if (Value& value = evaluation_.vars[v.value]; value >= 0 && gone(TableId{t}, value)) value = stale;
    }
    if (in_loop_) return;
    dropped_.clear();
    reowned_.clear();
}

std::vector<Value> Execution::matches(VarId var, ExprId where) {
    std::vector<Value> out;
    evaluation_.each((*model_)[var].type, false, [&](Value r) {
        evaluation_.vars[var.value] = r;
        if (evaluation_.holds(where)) out.push_back(r);
        return true;
    });
    return out;
}

/// Each body runs on the state before the loop and is taken back again; then the changes of all are made together.
void Execution::loop(const For& n, Span span) {
    assert(!in_loop_ && "the resolver refuses a loop in a loop");
    const std::vector<Value> records = matches(n.var, n.where);
    const std::size_t events_before = outcome_->events.size();
    ++loops_;
    in_loop_ = true;
    made_.clear();
    std::vector<Write> changes;
    std::vector<Dropped> all_dropped;
    std::vector<std::pair<TableId, Value>> all_reowned;
    for (Value r : records) {
        evaluation_.vars[n.var.value] = r;
        dropped_.clear();
        reowned_.clear();
        log_.clear();
        run_block(n.body);
        for (const Write& w : log_)
            if (!w.consequence) changes.push_back({w.word, state_->words[w.word], false});
        for (auto w = log_.rbegin(); w != log_.rend(); ++w) state_->words[w->word] = w->value;
        all_dropped.insert(all_dropped.end(), dropped_.begin(), dropped_.end());
        all_reowned.insert(all_reowned.end(), reowned_.begin(), reowned_.end());
    }
    in_loop_ = false;
    std::sort(made_.begin(), made_.end());
    if (const auto twice = std::adjacent_find(made_.begin(), made_.end()); twice != made_.end())
        throw Undefined{span, show_record(*layout_, twice->first, twice->second) + " is made twice by one loop"};
    // What was current before the loop is stale first, so that references the bodies made stay; unless they name what another body dropped.
    dropped_ = all_dropped;
    reowned_ = std::move(all_reowned);
    stale_references();
    for (const Write& w : changes) state_->words[w.word] = w.value;
    dropped_ = std::move(all_dropped);
    adopt();
    std::erase_if(dropped_, [&](const Dropped& d) { return state_->words[layout_->live(d.table, d.record)] != 0; });
    stale_references();
    for (std::size_t i = events_before; i < outcome_->events.size(); ++i) outcome_->events[i].loop = loops_;
}

void Execution::pick(const Pick& n) {
    const std::vector<Value> candidates = matches(n.var, n.where);
    if (candidates.empty()) return run_block(n.otherwise);
    deciding_ = &n;
    const std::size_t choice = candidates.size() == 1 ? 0 : (*decide_)(ChoiceKind::pick, (*model_)[n.var].type.table, candidates);
    evaluation_.vars[n.var.value] = candidates[choice];
    run_block(n.body);
}

void Execution::emit(const Emit& n) {
    Emission out{n.event, {}, 0};
    const Event& event = (*model_)[n.event];
    for (std::size_t i = 0; i < n.args.size(); ++i) out.args.push_back(stored(n.args[i], (*model_)[event.params[i]].type));
    outcome_->events.push_back(std::move(out));
}

// ---- choices --------------------------------------------------------------------------------------------------------

void for_every_choice(Execution& execution, const State& state, const Invocation& step,
                      const std::function<void(Outcome outcome, const std::vector<Choice>& choices)>& visit) {
    // A path through the tree of choices: what was chosen, out of how many. Each run follows it, and takes the first branch where it ends.
    std::vector<std::pair<std::size_t, std::size_t>> path;
    std::vector<Choice> choices;
    while (true) {
        std::size_t at = 0;
        choices.clear();
        Outcome outcome = execution.run(state, step, [&](ChoiceKind kind, TableId table, std::span<const Value> candidates) {
            if (at == path.size()) path.emplace_back(0, candidates.size());
            const std::size_t taken = path[at++].first;
            choices.push_back({execution.deciding(), kind, table, {candidates.begin(), candidates.end()}, candidates[taken]});
            return taken;
        });
        visit(std::move(outcome), choices);
        while (!path.empty() && path.back().first + 1 == path.back().second) path.pop_back();
        if (path.empty()) return;
        ++path.back().first;
    }
}

std::vector<Outcome> run_every_choice(Execution& execution, const State& state, const Invocation& step) {
    std::vector<Outcome> out;
    for_every_choice(execution, state, step, [&](Outcome outcome, const std::vector<Choice>&) { out.push_back(std::move(outcome)); });
    return out;
}

}  // namespace fief::model
