#include "gen/draw/draw.hpp"
#include "gen/draw/records.hpp"
#include "model/interpreter.hpp"
#include "model/print.hpp"
#include "model/show_step.hpp"
#include "model/state.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

namespace fief::gen {
namespace {

using model::FieldId;
using model::Model;
using model::Role;
using model::State;
using model::TableId;
using model::Value;

constexpr std::size_t most_panels = 24;
constexpr std::size_t most_records = 36;
constexpr std::size_t most_lines = 12;   // of one record
constexpr std::size_t all_in_full = 12;  // records; where there are more, those that do nothing are drawn small

using Record = DrawnRecord;

class Storyboard : Records {
public:
    Storyboard(const Model& m, const model::Run& run, const std::string& broken)
        : Records(m, run.capacity), run_(run), interpreter_(layout_) {
        choose_violation(broken);
        choose_steps();
        choose_records();
        for (const Record& r : records_) choose_fields(r);
    }

    Picture picture() {
        Picture out;
        out.steady = true;
        out.title = m_.name + ": " + headline();
        if (violation_) out.subtitle = violation_->story;
        if (steps_.empty()) {
            out.panels.push_back(panel_of_boot());
        } else {
            for (const std::size_t step : steps_) out.panels.push_back(panel(step));
        }
        out.legend = legend(out);
        out.notes = notes_;
        if (!also_broken_.empty()) out.notes.push_back(fmt::format("the last step also breaks {}", fmt::join(also_broken_, ", ")));
        return out;
    }

private:
    const model::Run& run_;
    model::Interpreter interpreter_;
    std::optional<model::Violation> violation_;
    std::vector<std::string> also_broken_;
    std::vector<std::size_t> steps_;  ///< drawn, as indices into the run's
    std::set<Record> records_;        ///< drawn
    std::set<Record> bystanders_;     ///< drawn, but small: nothing happens to them
    std::map<Record, std::vector<FieldId>> fields_;
    std::vector<std::string> notes_;

    // ---- what is drawn ----

    /// What the end of the run breaks: the named property where it is among it, else the first.
    void choose_violation(const std::string& broken) {
        std::vector<model::Violation> all;
        if (run_.steps.empty()) {
            all = interpreter_.check(run_.states[0]);
        } else {
            const std::size_t last = run_.steps.size() - 1;
            all = interpreter_.check(run_.states[last], run_.steps[last], run_.outcomes[last]);
            for (model::Violation& v : interpreter_.check(run_.outcomes[last].after)) all.push_back(std::move(v));
        }
        const auto named = std::find_if(all.begin(), all.end(), [&](const model::Violation& v) { return m_[v.property].name == broken; });
        if (named != all.end()) std::rotate(all.begin(), named, named + 1);
        for (const model::Violation& v : all) {
            const std::string& name = m_[v.property].name;
            if (!violation_) violation_ = v;
            else if (name != m_[violation_->property].name &&
                     std::find(also_broken_.begin(), also_broken_.end(), name) == also_broken_.end())
                also_broken_.push_back(name);
        }
    }

    /// The steps that did something, and the last; as many of the latest as a picture holds.
    void choose_steps() {
        std::size_t failed = 0;
        for (std::size_t i = 0; i < run_.steps.size(); ++i) {
            if (run_.outcomes[i].error && i + 1 < run_.steps.size()) ++failed;
            else steps_.push_back(i);
        }
        if (failed > 0)
            notes_.push_back(failed == 1 ? "one step that failed, and so changed nothing, is not drawn"
                                         : fmt::format("{} steps that failed, and so changed nothing, are not drawn", failed));
        if (steps_.size() > most_panels) {
            notes_.push_back(fmt::format("the last {} of {} steps are drawn", most_panels, steps_.size()));
            steps_.erase(steps_.begin(), steps_.end() - most_panels);
        }
    }

    [[nodiscard]] const State& last_state() const { return run_.states.back(); }
    [[nodiscard]] bool last(std::size_t step) const { return step + 1 == run_.steps.size(); }

    /// Every state that a panel shows, or shows the change from.
    [[nodiscard]] std::vector<const State*> states() const {
        if (steps_.empty()) return {&run_.states[0]};
        std::vector<const State*> out{&run_.states[steps_.front()]};
        for (const std::size_t step : steps_) out.push_back(&run_.states[step + 1]);
        return out;
    }

    /// The record that a reference field names, live or not.
    [[nodiscard]] std::optional<Record> named(const State& state, const Record& r, FieldId f) const {
        const model::Type& type = table(r).fields[f.value].type;
        if (type.kind != model::Type::Kind::reference) return std::nullopt;
        const bool key = table(r).fields[f.value].role == Role::key;
        const Value value = key ? layout_.key(r.table, r.number, f.value) : state.words[layout_.field(r.table, r.number, f)];
        if (value < 0 || value >= layout_.records(type.table)) return std::nullopt;
        return Record{type.table, value};
    }

    /// What lives or changes, what the story speaks of, and what those name; the most telling ones where there are too many.
    void choose_records() {
        enum Rank { told, changing, named_by_those, living };
        std::map<Record, Rank> ranks;
        const auto want = [&](const Record& r, Rank rank) {
            const auto [at, is_new] = ranks.emplace(r, rank);
            if (!is_new) at->second = std::min(at->second, rank);
        };
        if (violation_) {
            for (const Record& r : witnesses()) want(r, told);
            for (const model::Followed& f : violation_->followed) want({f.table, f.record}, told);
        }
        const std::vector<const State*> shown = states();
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t)
            for (Value n = 0; n < layout_.records(TableId{t}); ++n) {
                const Record r{TableId{t}, n};
                for (std::size_t s = 0; s < shown.size(); ++s) {
                    if (s > 0 && !same(*shown[s - 1], *shown[s], r)) want(r, changing);
                    else if (!m_.tables[t].always_live && lives(*shown[s], r)) want(r, living);
                }
            }
        const std::map<Record, Rank> before = ranks;
        for (const auto& [r, rank] : before)
            for (const State* state : shown) {
                if (!lives(*state, r)) continue;
                for (std::uint32_t f = 0; f < table(r).fields.size(); ++f)
                    if (const auto other = named(*state, r, FieldId{f})) {
                        const bool key = table(r).fields[f].role == Role::key;
                        if (!key || !lives(*state, *other)) want(*other, rank == living ? living : named_by_those);
                    }
            }
        std::vector<std::pair<Rank, Record>> order;
        order.reserve(ranks.size());
        for (const auto& [r, rank] : ranks) order.emplace_back(rank, r);
        std::sort(order.begin(), order.end());
        if (order.size() > most_records) {
            notes_.push_back(fmt::format("{} of {} records are drawn", most_records, order.size()));
            order.resize(most_records);
        }
        for (const auto& [rank, r] : order) records_.insert(r);
        if (!crowded()) return;
        for (const auto& [rank, r] : order)
            if (rank > changing && !dangles_ever(r)) bystanders_.insert(r);
        leave_out_lonely();
        if (!crowded()) bystanders_.clear();
    }

    /// Bystanders that no arrow would lead to or from are only named.
    void leave_out_lonely() {
        std::set<Record> joined;
        for (const State* state : states())
            for (const Record& r : records_)
                for (std::uint32_t f = 0; lives(*state, r) && f < table(r).fields.size(); ++f)
                    if (const auto other = named(*state, r, FieldId{f}); other && table(r).fields[f].role != Role::key) {
                        joined.insert(r);
                        joined.insert(*other);
                    }
        std::vector<std::string> names;
        for (const Record& r : bystanders_)
            if (!joined.contains(r)) {
                names.push_back(name(r));
                records_.erase(r);
            }
        std::erase_if(bystanders_, [&](const Record& r) { return !records_.contains(r); });
        if (!names.empty()) notes_.push_back(fmt::format("there all along, to which nothing happens: {}", fmt::join(names, ", ")));
    }

    [[nodiscard]] bool dangles_ever(const Record& r) const {
        const std::vector<const State*> shown = states();
        return std::any_of(shown.begin(), shown.end(), [&](const State* state) {
            if (!lives(*state, r)) return false;
            for (std::uint32_t f = 0; f < table(r).fields.size(); ++f)
                if (const auto other = named(*state, r, FieldId{f}); other && !lives(*state, *other)) return true;
            return false;
        });
    }

    [[nodiscard]] std::vector<Record> witnesses() const {
        std::vector<Record> out;
        for (const auto& [var, value] : violation_->witness) {
            const model::Type& type = m_[var].type;
            if (type.kind == model::Type::Kind::reference && value >= 0 && value < layout_.records(type.table))
                out.push_back({type.table, value});
        }
        return out;
    }

    [[nodiscard]] bool followed(const Record& r, FieldId f) const {
        return violation_ && std::any_of(violation_->followed.begin(), violation_->followed.end(), [&](const model::Followed& one) {
                   return one.table == r.table && one.record == r.number && one.field == f;
               });
    }

    /// The fields that say something in some panel; a record has the same lines in all of them.
    void choose_fields(const Record& r) {
        std::vector<FieldId>& out = fields_[r];
        if (bystanders_.contains(r)) return;
        for (std::uint32_t f = 0; f < table(r).fields.size() && out.size() < most_lines; ++f) {
            const model::Field& field = table(r).fields[f];
            if (field.role == Role::key) continue;
            if (followed(r, FieldId{f}) || says_something(r, FieldId{f})) out.push_back(FieldId{f});
        }
    }
    [[nodiscard]] bool crowded() const { return records_.size() > all_in_full; }

    [[nodiscard]] bool says_something(const Record& r, FieldId f) const {
        const model::Field& field = table(r).fields[f.value];
        if (field.role == Role::since || field.role == Role::entered) return false;
        const std::vector<const State*> shown = states();
        return std::any_of(shown.begin(), shown.end(), [&](const State* state) {
            if (!lives(*state, r)) return false;
            if (field.role == Role::deadline) return in_phase(*state, r);
            return names_one(field.type) || state->words[layout_.field(r.table, r.number, f)] != model::first_value(field.type);
        });
    }

    [[nodiscard]] static bool names_one(const model::Type& type) { return type.kind == model::Type::Kind::reference && !type.optional; }
    [[nodiscard]] bool in_phase(const State& state, const Record& r) const {
        const auto phase = layout_.role(r.table, Role::phase);
        return phase && state.words[layout_.field(r.table, r.number, *phase)] != 0;
    }

    // ---- panels ----

    [[nodiscard]] std::string headline() const {
        if (!violation_) return run_.steps.size() == 1 ? "a run of one step" : fmt::format("a run of {} steps", run_.steps.size());
        const std::string& name = m_[violation_->property].name;
        if (run_.steps.empty()) return name + " is broken at boot";
        const std::size_t last = run_.steps.size() - 1;
        return fmt::format("{} is broken by {}", name, model::show_step(layout_, run_.states[last], run_.steps[last]));
    }

    Panel panel(std::size_t step) {
        const State &before = run_.states[step], &after = run_.states[step + 1];
        const model::Outcome& outcome = run_.outcomes[step];
        Panel out;
        out.number = fmt::format("{}", step + 1);
        out.title = model::show_step(layout_, before, run_.steps[step]);
        tell_time(out, after, before.now() != after.now());
        if (outcome.error) out.remarks.push_back({"fails with " + m_[*outcome.error], Look::quiet});
        std::vector<std::string> events;
        for (const model::Emission& event : outcome.events) events.push_back(model::show_event(layout_, event));
        if (!events.empty()) out.remarks.push_back({fmt::format("emits {}", fmt::join(events, ", ")), Look::changed});
        if (last(step)) tell_broken(out);
        fill(out, before, after, step, last(step));
        return out;
    }

    Panel panel_of_boot() {
        Panel out;
        out.title = "boot";
        tell_time(out, run_.states[0], false);
        tell_broken(out);
        fill(out, run_.states[0], run_.states[0], 0, true);
        return out;
    }

    void tell_time(Panel& out, const State& state, bool passed) const {
        if (!m_.clock) return;
        out.aside = "time " + model::print_duration(m_, state.now());
        out.aside_look = passed ? Look::changed : Look::quiet;
    }

    void tell_broken(Panel& out) const {
        if (!violation_) return;
        out.remarks.push_back({"breaks " + m_[violation_->property].name, Look::broken});
    }

    void fill(Panel& out, const State& before, const State& after, std::size_t step, bool last) {
        for (const Record& r : records_) {
            const std::string& title = table(r).name;
            if (out.groups.empty() || out.groups.back().title != title) out.groups.push_back({title, {}, true});
            const Look look = look_of(r, before, after, step);
            out.groups.back().boxes.push_back(box(r, look, before, after, last));
            if (look != Look::ghost && look != Look::absent) draw_references(out, r, look, before, after, last);
        }
    }

    [[nodiscard]] Look look_of(const Record& r, const State& before, const State& after, std::size_t step) const {
        const bool was = lives(before, r), is = lives(after, r);
        if (bystanders_.contains(r)) return Look::quiet;
        if (is) return !was ? Look::made : same(before, after, r) ? Look::plain : Look::changed;
        if (was) return Look::gone;
        for (std::size_t s = 0; s <= step; ++s)
            if (lives(run_.states[s], r)) return Look::ghost;
        return named_now(r, after) ? Look::ghost : Look::absent;
    }
    /// Whether a drawn record that lives names it: a reference to what never lived is drawn, too.
    [[nodiscard]] bool named_now(const Record& r, const State& state) const {
        return std::any_of(records_.begin(), records_.end(), [&](const Record& other) {
            if (!lives(state, other)) return false;
            for (std::uint32_t f = 0; f < table(other).fields.size(); ++f)
                if (named(state, other, FieldId{f}) == r) return true;
            return false;
        });
    }

    [[nodiscard]] bool is_witness(const Record& r) const {
        if (!violation_) return false;
        const std::vector<Record> all = witnesses();
        return std::find(all.begin(), all.end(), r) != all.end();
    }

    [[nodiscard]] Box box(const Record& r, Look look, const State& before, const State& after, bool last) const {
        Box out{name(r), name(r), "", {}, look};
        const State& shown = look == Look::gone ? before : after;
        for (const FieldId f : fields_.at(r)) {
            const model::Field& field = table(r).fields[f.value];
            const std::size_t word = layout_.field(r.table, r.number, f);
            if (look == Look::ghost || look == Look::absent || (field.role == Role::deadline && !in_phase(shown, r))) {
                out.lines.push_back({});
                continue;
            }
            Line line{field.name, model::show_value(layout_, field.type, shown.words[word]), Look::plain};
            if (look == Look::changed && before.words[word] != after.words[word]) line.look = Look::changed;
            const std::optional<Record> to = named(shown, r, f);
            const bool dangles = look != Look::gone && to && !lives(after, *to);
            if (dangles || (last && tells(r, f, look))) line.look = Look::broken;
            out.lines.push_back(std::move(line));
        }
        if (last && is_witness(r)) {
            out.look = Look::broken;
            if (look == Look::gone || look == Look::ghost) out.aside = "gone";
        }
        return out;
    }

    /// Whether the story speaks of this field as the box shows it.
    [[nodiscard]] bool tells(const Record& r, FieldId f, Look look) const {
        return violation_ && std::any_of(violation_->followed.begin(), violation_->followed.end(), [&](const model::Followed& one) {
                   return one.table == r.table && one.record == r.number && one.field == f && one.before == (look == Look::gone);
               });
    }

    void draw_references(Panel& out, const Record& r, Look look, const State& before, const State& after, bool last) const {
        const State& shown = look == Look::gone ? before : after;
        const auto draw = [&](FieldId f, std::optional<std::size_t> line) {
            const std::optional<Record> to = named(shown, r, f);
            if (!to || !records_.contains(*to)) return;
            const model::Field& field = table(r).fields[f.value];
            const bool key = field.role == Role::key;
            const bool dangles = look != Look::gone && !lives(after, *to);
            if (key && !dangles) {  // the name of the record tells its keys
                out.arrows.push_back({name(r), std::nullopt, name(*to), "", Look::absent});
                return;
            }
            const bool moved = look == Look::made ||
                               (!key && look == Look::changed &&
                                before.words[layout_.field(r.table, r.number, f)] != after.words[layout_.field(r.table, r.number, f)]);
            Look of = look == Look::gone ? Look::gone : moved ? Look::made : look == Look::quiet ? Look::quiet : Look::plain;
            if (dangles || (last && tells(r, f, look))) of = Look::broken;
            out.arrows.push_back({name(r), line, name(*to), "", of});
        };
        const std::vector<FieldId>& lines = fields_.at(r);
        for (std::uint32_t f = 0; f < table(r).fields.size(); ++f) {
            const auto at = std::find(lines.begin(), lines.end(), FieldId{f});
            draw(FieldId{f}, at == lines.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - lines.begin())));
        }
    }

    [[nodiscard]] static std::vector<Remark> legend(const Picture& picture) {
        std::set<Look> seen;
        for (const Panel& panel : picture.panels)
            for (const Group& group : panel.groups)
                for (const Box& box : group.boxes) seen.insert(box.look);
        std::vector<Remark> out;
        for (const auto& [look, text] :
             {std::pair{Look::made, "new"}, std::pair{Look::changed, "changed"}, std::pair{Look::gone, "gone in this step"},
              std::pair{Look::ghost, "gone before"}, std::pair{Look::broken, "broken"}})
            if (seen.contains(look)) out.push_back({text, look});
        return out;
    }
};

}  // namespace

Picture draw_run(const Model& m, const model::Run& run, const std::string& broken) { return Storyboard(m, run, broken).picture(); }

}  // namespace fief::gen
