#pragma once
// Generated code and reference model side by side: results, events, the whole state, and every checker's verdict after every call.

#include "model/resolve.hpp"
#include "model/simulate.hpp"
#include "subject.hpp"
#include "world.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <cstring>
#include <deque>
#include <iostream>
#include <tuple>
#include <utility>

namespace fief {

using model::Value;

class Lockstep {
public:
    Lockstep(const model::Model& m, const model::Layout& layout, std::uint64_t seed)
        : m_(m), layout_(layout), interpreter_(layout), stepper_(layout, seed) {
        for (std::uint32_t g = 0; g < m.guards.size(); ++g)
            if (m.guards[g].actor) guards_.push_back(model::GuardId{g});
    }

    bool run(std::uint64_t calls) {
        constexpr std::uint64_t one_run = 3000;
        for (std::uint64_t i = 0; i < calls && why_.empty(); ++i) {
            if (i % one_run == 0 || stepper_.stuck(state_)) boot();
            if (i % 512 == 0) World::take_at_most(5);
            step();
            if (why_.empty() && well_) ask();
        }
        if (why_.empty()) return true;
        std::cout << fmt::format("after {} calls: {}\n", made_, why_);
        for (const std::string& line : last_) std::cout << "  " << line << "\n";
        return false;
    }

    void boot() {
        state_ = model::boot_state(layout_);
        subject::boot();
        subject::set_now(state_.now());
        last_ = {"boot"};
        compare();
    }

    /// What the generated code's tables say, without ghosts. The time is the model's.
    [[nodiscard]] model::State observed() const {
        model::State out{std::vector<Value>(layout_.words(), 0)};
        out.words[0] = state_.words[0];
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t) {
            const model::TableId table{t};
            for (Value r = 0; r < layout_.records(table); ++r) {
                const auto record = static_cast<unsigned>(r);
                if (!subject::read(t, record, subject::live)) continue;
                out.words[layout_.live(table, r)] = 1;
                for (std::uint32_t f = 0; f < m_.tables[t].fields.size(); ++f)
                    if (m_.tables[t].fields[f].role != model::Role::key && !ghost(m_.tables[t].fields[f]))
                        out.words[layout_.field(table, r, model::FieldId{f})] = subject::read(t, record, f);
            }
        }
        return out;
    }

    /// As many calls, with a new boot after every difference: whether what they broke was always found by the checkers of after the call.
    bool find_after(std::uint64_t calls) {
        for (std::uint64_t i = 0; i < calls && !missed_; ++i) {
            if (i % 512 == 0) World::take_at_most(5);
            if (i == 0 || std::exchange(why_, {}) != "" || stepper_.stuck(state_)) boot();
            step();
        }
        std::cout << fmt::format("{} calls broke a property, and {}\n", broken_after_,
                                 missed_ ? "after the last no checker of that call said so: " + why_ : "the checkers of the call said so");
        if (missed_)
            for (const std::string& line : last_) std::cout << "  " << line << "\n";
        return !missed_;
    }
    [[nodiscard]] bool missed() const { return missed_; }

    /// Goes on from this state, which the generated code's tables are in too. Returns what is wrong with that, or nothing.
    std::string go_on(const model::State& state, std::uint64_t calls) {
        state_ = state;
        why_.clear();
        compare();
        for (std::uint64_t i = 0; i < calls && why_.empty(); ++i) step();
        return std::exchange(why_, {});
    }
    [[nodiscard]] const model::State& state() const { return state_; }
    void stand_in(const model::State& state) { state_ = state; }

    void report() const {
        const model::Coverage& c = stepper_.coverage();
        std::size_t succeeded = 0, errors = 0, reached = 0;
        for (std::size_t i = 0; i < m_.calls.size(); ++i) {
            succeeded += c.calls[i].succeeded > 0;
            for (const model::Check& check : m_.calls[i].checks) errors += std::holds_alternative<model::Require>(check.node);
            for (std::uint64_t n : c.calls[i].refused) reached += n > 0;
        }
        std::cout << fmt::format(
            "{} calls, {} unsayable; {} of {} calls succeeded, {} of {} requires refused; {} states with a broken property; guards asked "
            "{} "
            "times, {} granted\n",
            made_, unsayable_, succeeded, m_.calls.size(), reached, errors, broken_, asked_, granted_);
    }

private:
    const model::Model& m_;
    const model::Layout& layout_;
    model::Interpreter interpreter_;
    model::Stepper stepper_;
    model::State state_;
    std::vector<model::GuardId> guards_;
    std::uint64_t made_ = 0, unsayable_ = 0, broken_ = 0, broken_after_ = 0, asked_ = 0, granted_ = 0;
    bool missed_ = false;  ///< the checkers of after a call said nothing where others did
    bool well_ = false;    ///< no checker said anything of the state
    std::string why_;
    std::deque<std::string> last_;

    /// A ghost is the reference model's alone.
    [[nodiscard]] bool ghost(const model::Field& f) const { return f.role == model::Role::since || f.role == model::Role::entered; }

    [[nodiscard]] model::State without_ghosts(model::State s) const {
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t)
            for (std::uint32_t f = 0; f < m_.tables[t].fields.size(); ++f)
                if (ghost(m_.tables[t].fields[f]))
                    for (Value r = 0; r < layout_.records(model::TableId{t}); ++r)
                        s.words[layout_.field(model::TableId{t}, r, model::FieldId{f})] = 0;
        return s;
    }

    void differ(std::string why) {
        if (why_.empty()) why_ = std::move(why);
    }

    void compare() {
        const model::State seen = observed(), want = without_ghosts(state_);
        if (seen != want) {
            std::string lines;
            for (const std::string& line : model::show_changes(layout_, want, seen)) lines += "\n    " + line;
            differ("the states differ; the generated code's, against the model's:" + lines);
            return;
        }
        const char* found = subject::check();
        well_ = !found;
        bool expected = false, named = false;
        for (const model::Violation& v : interpreter_.check(state_)) {
            const model::Property& p = m_[v.property];
            if (p.kind != model::Property::Kind::invariant || !subject::checks(p.name.c_str()) || v.undefined) continue;
            expected = true;
            named = named || (found && p.name == found);
        }
        broken_ += expected;
        if (expected && !found) differ("a property is broken, and no checker says so");
        if (found && !named) differ(fmt::format("the checkers say that {} is broken, and it is not", found));
    }

    /// One of the guards, if there is any.
    void ask() {
        if (guards_.empty()) return;
        const model::GuardId guard = guards_[asked_++ % guards_.size()];
        // Of a few the first that is granted: most are not.
        auto [caller, args] = stepper_.asking(state_, guard);
        auto wanted = interpreter_.ask(state_, guard, caller, args);
        for (int i = 0; i < 5 && std::holds_alternative<Value>(wanted) && std::get<Value>(wanted) == 0; ++i) {
            std::tie(caller, args) = stepper_.asking(state_, guard);
            wanted = interpreter_.ask(state_, guard, caller, args);
        }
        const int said = subject::ask(guard.value, caller, args);
        const auto* answer = std::get_if<Value>(&wanted);
        if (!answer || said == subject::unsayable) return;
        granted_ += *answer != 0;
        if (said == *answer) return;
        differ(fmt::format("{}({}) by {} says {}, the model {}", m_[guard].name, fmt::join(args, ", "), caller,
                           said == subject::torn ? "one thing with the lock and another without"
                           : said                ? "yes"
                                                 : "no",
                           *answer ? "yes" : "no"));
    }

    void step() {
        const model::Invocation step = stepper_.next(state_);
        model::Outcome outcome = interpreter_.run(state_, step);
        ++made_;
        last_.push_back(step.call ? fmt::format("{}({}) by {}", m_[*step.call].name, fmt::join(step.args, ", "), step.caller)
                                  : fmt::format("now = {}", step.now));
        if (last_.size() > 30) last_.pop_front();
        if (outcome.undefined) return stepper_.saw(step, outcome);  // a spec's fault: what generated code does is not said
        if (!step.call) {
            stepper_.saw(step, outcome);
            if (outcome.error) return;
            state_ = outcome.after;
            subject::set_now(step.now);
            return compare();
        }
        std::vector<Value> results;
        std::vector<subject::Event> events;
        // Four calls write down what they write, and four do not; it is held against all checkers after each. Now and then there is no
        // room.
        subject::trace(made_ % 8 < 4, made_ % 8 != 1 && made_ % 8 != 3, made_ % 64 == 0 ? 2 : 4096);
        const int error = subject::call(step.call->value, step.caller, step.args, results, events);
        if (error == subject::unsayable) {
            ++unsayable_;
            return;
        }
        if (error == subject::ok && well_) {
            const char *all = subject::check(), *own = subject::check_after(step.call->value, step.caller, step.args, results);
            broken_after_ += all != nullptr;
            if (all && !own) {
                missed_ = true;
                return differ(fmt::format("all checkers say {} is broken, and those of after the call nothing", all));
            }
            if (own && !all) return differ(fmt::format("after the call its own checkers say {}, and all of them nothing", own));
            const char* along = subject::check_along();
            if (along != subject::not_traced && (all != nullptr) != (along != nullptr)) {
                missed_ = all != nullptr;
                return differ(fmt::format("all checkers say {}, and those along what the call wrote {}", all ? all : "nothing",
                                          along ? along : "nothing"));
            }
        }
        const int wanted = outcome.error ? static_cast<int>(outcome.error->value) : subject::ok;
        if (error != wanted) {
            auto name = [&](int e) { return e == subject::ok ? std::string("ok") : m_.errors[static_cast<std::size_t>(e)]; };
            return differ(fmt::format("the generated code says {}, the model {}", name(error), name(wanted)));
        }
        // Which record was taken, and which match picked, is open: some outcome must be the one observed.
        const model::State before = state_;
        bool matched = false;
        const model::State seen = observed();
        auto same = [&](const model::Outcome& o) {
            return without_ghosts(o.after) == seen && o.results == results && same_events(o, events);
        };
        if (!same(outcome) && !outcome.error) {
            for (model::Outcome& other : interpreter_.run_all(before, step)) {
                if (other.error || other.undefined || !same(other)) continue;
                outcome = std::move(other);
                matched = true;
                break;
            }
        } else {
            matched = same(outcome);
        }
        state_ = outcome.after;
        stepper_.saw(step, outcome);
        if (!matched) {
            compare();
            differ("results or events differ");
            return;
        }
        compare();
    }

    /// Those of one run of a loop in any order, the others in theirs.
    [[nodiscard]] static bool same_events(const model::Outcome& o, const std::vector<subject::Event>& seen) {
        if (o.events.size() != seen.size()) return false;
        for (std::size_t i = 0; i < seen.size();) {
            std::size_t end = i + 1;
            while (o.events[i].loop != 0 && end < seen.size() && o.events[end].loop == o.events[i].loop) ++end;
            std::vector<subject::Event> a, b;
            for (; i < end; ++i) {
                a.push_back({o.events[i].event.value, o.events[i].args});
                b.push_back(seen[i]);
            }
            std::sort(a.begin(), a.end());
            std::sort(b.begin(), b.end());
            if (a != b) return false;
        }
        return true;
    }
};

}  // namespace fief
