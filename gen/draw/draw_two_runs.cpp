#include "gen/draw/draw.hpp"
#include "gen/draw/records.hpp"
#include "model/interpreter.hpp"
#include "model/print.hpp"
#include "model/show_step.hpp"
#include "model/state.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>

namespace fief::gen {
namespace {

using model::Difference;
using model::FieldId;
using model::Model;
using model::Role;
using model::State;
using model::TableId;
using model::Value;

constexpr std::size_t most_records_of_two = 36;
constexpr std::size_t most_steps_told = 8;  // of each run

using Drawn = DrawnRecord;

class TwoStories : Records {
public:
    TwoStories(const Model& m, const model::RunsApart& apart, const model::Leak& leak)
        : Records(m, apart.one.capacity),
          apart_(apart),
          leak_(leak),
          property_(m[apart.property]),
          observer_{m[m[*property_.isolation].observer].type.table, apart.observer} {
        pairs_.push_back({&apart.one.states.back(), &apart.other.states.back()});
        if (leak.one && leak.other) pairs_.push_back({&leak.one->after, &leak.other->after});
        choose_rows();
    }

    Picture picture() {
        Picture out;
        out.steady = true;
        out.most_in_row = 2;
        out.title = fmt::format("{}: {} is broken by {}", m_.name, property_.name, step());
        out.subtitle = fmt::format("two runs that look alike to {}; then {}", name(observer_), leak_.difference.story);
        for (std::size_t pair = 0; pair < pairs_.size(); ++pair)
            for (const bool other : {false, true}) out.panels.push_back(panel(pair, other));
        const std::array<Remark, 3> legend = {{{"only in this run", Look::made},
                                               {"otherwise in the other run", Look::changed},
                                               {fmt::format("{} can tell", name(observer_)), Look::broken}}};
        for (const Remark& remark : legend)
            if (shows(out, remark.look)) out.legend.push_back(remark);
        out.notes = notes_;
        return out;
    }

private:
    struct Pair {
        const State *one, *other;
    };
    const model::RunsApart& apart_;
    const model::Leak& leak_;
    const model::Property& property_;
    Drawn observer_;
    std::vector<Pair> pairs_;  ///< before the step, and after it
    std::vector<Drawn> rows_;
    std::vector<std::string> notes_;

    [[nodiscard]] static bool shows(const Picture& picture, Look look) {
        for (const Panel& panel : picture.panels)
            for (const Group& group : panel.groups)
                for (const Box& box : group.boxes)
                    if (box.look == look) return true;
        return false;
    }
    [[nodiscard]] Value value(const State& state, const Drawn& r, std::uint32_t f) const {
        return state.words[layout_.field(r.table, r.number, FieldId{f})];
    }

    [[nodiscard]] std::string step() const {
        if (!property_.guard) return model::show_step(layout_, apart_.one.states.back(), apart_.step);
        const model::Guard& guard = m_[*property_.guard];
        std::vector<std::string> args;
        for (std::size_t i = 0; i < apart_.step.args.size(); ++i)
            args.push_back(model::show_value(layout_, m_[guard.params[i]].type, apart_.step.args[i]));
        return fmt::format("{}({}) by {}", guard.name, fmt::join(args, ", "), name(observer_));
    }

    // ---- what is drawn ----

    [[nodiscard]] bool differs(const Pair& pair, const Drawn& r) const { return !same(*pair.one, *pair.other, r); }
    [[nodiscard]] std::optional<Drawn> named(const State& state, const Drawn& r, std::uint32_t f) const {
        const model::Field& field = table(r).fields[f];
        if (field.type.kind != model::Type::Kind::reference || field.role == Role::key) return std::nullopt;
        const Value to = value(state, r, f);
        if (to < 0 || to >= layout_.records(field.type.table)) return std::nullopt;
        return Drawn{field.type.table, to};
    }
    /// Of these states, the ones in which the record lives.
    [[nodiscard]] std::vector<const State*> living(const Drawn& r) const {
        std::vector<const State*> out;
        for (const Pair& pair : pairs_)
            for (const State* state : {pair.one, pair.other})
                if (lives(*state, r)) out.push_back(state);
        return out;
    }

    /// What differs, the observer and what it can tell come first, then what lives.
    void choose_rows() {
        std::set<Drawn> telling = {observer_}, rest;
        if (const auto seen = seen_record()) telling.insert(*seen);
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t)
            for (Value n = 0; n < layout_.records(TableId{t}); ++n) {
                const Drawn r{TableId{t}, n};
                if (std::any_of(pairs_.begin(), pairs_.end(), [&](const Pair& p) { return differs(p, r); })) telling.insert(r);
                else if (!m_.tables[t].always_live && !living(r).empty()) rest.insert(r);
            }
        for (const std::set<Drawn>& known : {telling, rest})
            for (const Drawn& r : known)
                for (const State* state : living(r))
                    for (std::uint32_t f = 0; f < table(r).fields.size(); ++f)
                        if (const auto to = named(*state, r, f)) rest.insert(*to);
        rows_.assign(telling.begin(), telling.end());
        for (const Drawn& r : rest)
            if (!telling.contains(r)) rows_.push_back(r);
        if (rows_.size() > most_records_of_two) {
            notes_.push_back(fmt::format("{} of {} records are drawn", most_records_of_two, rows_.size()));
            rows_.resize(most_records_of_two);
        }
        std::sort(rows_.begin(), rows_.end());
    }

    [[nodiscard]] bool says_something(const Drawn& r, std::uint32_t f) const {
        const model::Field& field = table(r).fields[f];
        if (field.role == Role::key || field.role == Role::since || field.role == Role::entered) return false;
        const bool always = field.type.kind == model::Type::Kind::reference && !field.type.optional;
        const std::vector<const State*> states = living(r);
        return std::any_of(states.begin(), states.end(),
                           [&](const State* state) { return always || value(*state, r, f) != model::first_value(field.type); }) ||
               (seen_record() == r && leak_.difference.field == FieldId{f});
    }

    /// The record by which the observer tells the runs apart, where it is one.
    [[nodiscard]] std::optional<Drawn> seen_record() const {
        const Difference& d = leak_.difference;
        if (d.kind == Difference::Kind::life) return observer_;
        if (d.kind != Difference::Kind::record && d.kind != Difference::Kind::field) return std::nullopt;
        return Drawn{m_[m_[*property_.isolation].parts[d.part].record].type.table, d.record};
    }

    // ---- panels ----

    [[nodiscard]] Panel panel(std::size_t pair, bool other) const {
        Panel out;
        const model::Run& run = other ? apart_.other : apart_.one;
        if (pair == 0) {
            out.title = other ? "the other run" : "one run";
            tell_steps(out, run);
        } else {
            out.title = step();
            tell_outcome(out, run.states.back(), other ? *leak_.other : *leak_.one);
        }
        const State &shown = other ? *pairs_[pair].other : *pairs_[pair].one, &against = other ? *pairs_[pair].one : *pairs_[pair].other;
        const bool last = pair + 1 == pairs_.size();
        if (last && property_.guard) out.remarks.push_back({"then is asked " + step(), Look::broken});
        for (const Drawn& r : rows_) {
            const std::string& title = table(r).name;
            if (out.groups.empty() || out.groups.back().title != title) out.groups.push_back({title, {}, true});
            out.groups.back().boxes.push_back(box(out, r, shown, against, last));
        }
        return out;
    }

    void tell_steps(Panel& out, const model::Run& run) const {
        if (run.steps.empty()) out.remarks.push_back({"nothing has happened yet", Look::quiet});
        const std::size_t first = run.steps.size() > most_steps_told ? run.steps.size() - most_steps_told : 0;
        if (first > 0) out.remarks.push_back({fmt::format("{} steps, and then", first), Look::quiet});
        for (std::size_t i = first; i < run.steps.size(); ++i)
            out.remarks.push_back({fmt::format("{}  {}", i + 1, model::show_step(layout_, run.states[i], run.steps[i])), Look::plain});
    }

    void tell_outcome(Panel& out, const State& before, const model::Outcome& outcome) const {
        const bool answer = leak_.difference.kind == Difference::Kind::answer, event = leak_.difference.kind == Difference::Kind::event;
        if (outcome.error) out.remarks.push_back({"fails with " + m_[*outcome.error], answer ? Look::broken : Look::quiet});
        for (std::size_t i = 0; !outcome.error && apart_.step.call && i < outcome.results.size(); ++i) {
            const model::Var& result = m_[m_[*apart_.step.call].results[i]];
            out.remarks.push_back({fmt::format("gives {} = {}", result.name, model::show_value(layout_, result.type, outcome.results[i])),
                                   answer ? Look::broken : Look::plain});
        }
        for (const model::Emission& e : outcome.events)
            out.remarks.push_back({"emits " + model::show_event(layout_, e), event ? Look::broken : Look::plain});
        for (const std::string& change : model::show_changes(layout_, before, outcome.after)) out.remarks.push_back({change, Look::plain});
        if (out.remarks.empty()) out.remarks.push_back({"succeeds, and changes nothing", answer || event ? Look::broken : Look::plain});
    }

    Box box(Panel& panel, const Drawn& r, const State& shown, const State& against, bool last) const {
        const bool seen = last && seen_record() == r;
        const bool tells = seen || (last && !seen_record() && r == observer_);
        Box out{name(r), name(r), r == observer_ ? "the observer" : "", {}, Look::plain};
        if (!lives(shown, r)) out.look = Look::absent;
        else if (tells) out.look = Look::broken;
        else if (!lives(against, r)) out.look = Look::made;
        else if (!same(shown, against, r)) out.look = Look::changed;
        for (std::uint32_t f = 0; f < table(r).fields.size(); ++f) {
            if (!says_something(r, f)) continue;
            if (out.look == Look::absent) {
                out.lines.push_back({});
                continue;
            }
            const model::Field& field = table(r).fields[f];
            Line line{field.name, model::show_value(layout_, field.type, value(shown, r, f)), Look::plain};
            const bool apart = lives(against, r) && value(shown, r, f) != value(against, r, f);
            if (apart) line.look = seen && leak_.difference.field == FieldId{f} ? Look::broken : Look::changed;
            if (const auto to = named(shown, r, f); to && std::find(rows_.begin(), rows_.end(), *to) != rows_.end()) {
                const Look look = line.look != Look::plain ? line.look : out.look == Look::made ? Look::made : Look::plain;
                panel.arrows.push_back({out.id, out.lines.size(), name(*to), "", look});
            }
            out.lines.push_back(std::move(line));
        }
        return out;
    }
};

}  // namespace

Picture draw_two_runs(const Model& m, const model::RunsApart& apart, const model::Leak& leak) {
    return TwoStories(m, apart, leak).picture();
}

}  // namespace fief::gen
