#include "proofs/compare.hpp"

#include "model/print.hpp"
#include "proofs/counterexample.hpp"
#include "proofs/solver.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace fief::proofs {

using model::overloaded;
using model::TableId;

namespace {

/// The events a body tells of, in the order of the text: the solver knows only which, not in what order.
void events_of(const Model& m, const model::Block& block, std::vector<std::string>& out) {
    for (const model::Stmt& s : block)
        std::visit(overloaded{
                       [&](const model::Emit& n) {
                           std::string text = m[n.event].name;
                           for (const model::ExprId arg : n.args) text += " " + model::print(m, arg);
                           out.push_back(std::move(text));
                       },
                       [&](const model::For& n) { events_of(m, n.body, out); },
                       [&](const model::Pick& n) {
                           events_of(m, n.body, out);
                           events_of(m, n.otherwise, out);
                       },
                       [&](const model::If& n) {
                           events_of(m, n.then, out);
                           events_of(m, n.otherwise, out);
                       },
                       [&](const model::Scope& n) { events_of(m, n.body, out); },
                       [](const auto&) {},
                   },
                   s.node);
}

/// One body, run from the state before.
struct Body {
    Term guard;
    SymbolicState after;
    std::vector<Term> facts;
    Tuple taken;
    std::vector<std::optional<Symbolic>> results;
};

class Comparing {
public:
    Comparing(Encoding& encoding, model::CallId changed, const model::Call& original)
        : encoding_(encoding),
          sig_(encoding.signature()),
          m_(sig_.model()),
          ctx_(sig_.context()),
          original_(original),
          changed_(m_[changed]),
          step_(encoding.call(changed)),
          one_(run(original)),
          other_(run(changed_)) {
        align();
    }

    Comparison ask(std::chrono::milliseconds timeout) {
        std::vector<std::string> was, is;
        events_of(m_, original_.effects, was);
        events_of(m_, changed_.effects, is);
        Comparison out;
        z3::solver solver = new_solver(ctx_);
        for (const Term& t : encoding_.hypotheses()) solver.add(t);
        for (const Term& t : step_.facts) solver.add(t);
        // A fact about a record that was taken restricts which one it is: both bodies must agree on that, too.
        std::vector<Term> choice_of_one, choice_of_other;
        for (const Term& t : one_.facts) chooses(t) ? choice_of_one.push_back(t) : solver.add(t);
        for (const Term& t : other_.facts) chooses(t) ? choice_of_other.push_back(t) : solver.add(t);
        for (const Term& t : background(sig_)) solver.add(t);
        const Term choice = all(ctx_, choice_of_one);
        const std::vector<Term> ways{negate(iff(choice, all(ctx_, choice_of_other))), both(choice, negate(iff(one_.guard, other_.guard))),
                                     all(ctx_, {choice, one_.guard, other_.guard, any(ctx_, differences())})};
        solver.add(any(ctx_, ways));
        limit(solver, std::min(timeout, quick));
        z3::check_result result = solver.check();
        if (result == z3::sat) {
            out.difference = told(read_instance(sig_, solver.get_model(), encoding_.before(), &step_));
        } else if (result == z3::unknown) {
            // A difference is easier to find among a few records; that there is none takes its time.
            if (const auto small = smallest_instance(solver, encoding_.before(), &step_, 3)) out.difference = told(*small);
            if (out.difference) return out;
            limit(solver, timeout);
            result = solver.check();
        }
        if (result == z3::unsat) {
            out.equal = was == is;
            if (!out.equal) out.difference = Difference{changed_.name, "tells the same events in another order", "in the order written"};
        }
        return out;
    }

private:
    static constexpr std::chrono::milliseconds quick{500};
    Encoding& encoding_;
    const Signature& sig_;
    const Model& m_;
    z3::context& ctx_;
    const model::Call& original_;
    const model::Call& changed_;
    EncodedStep step_;  ///< for its parameters
    Body one_, other_;

    [[nodiscard]] Body run(const model::Call& call) {
        Environment env(m_.vars.size());
        for (const model::VarId p : call.params) env[p.value] = step_.env[p.value];
        if (call.actor) env[call.actor->value] = step_.env[call.actor->value];
        Execute execute(sig_, encoding_.before(), env);
        execute.checks(call.checks);
        execute.effects(call.effects);
        Body out{execute.guard(), execute.state(), execute.facts(), {}, {}};
        for (const Taken& t : execute.taken()) append(out.taken, t.open);
        for (const model::VarId r : call.results) out.results.push_back(env[r.value]);
        return out;
    }

    /// What the other body takes is what the first one took, as far as each takes records of one kind in one order.
    void align() {
        Tuple from, to, free = one_.taken;
        for (const Term& t : other_.taken) {
            const auto same = std::ranges::find_if(free, [&](const Term& f) { return z3::eq(f.get_sort(), t.get_sort()); });
            if (same == free.end()) continue;
            from.push_back(t);
            to.push_back(*same);
            free.erase(same);
        }
        if (from.empty()) return;
        other_.guard = substitute(other_.guard, from, to);
        for (std::size_t c = 0; c < sig_.components().size(); ++c) other_.after.set(c, substitute(other_.after.body(c), from, to));
        for (Term& t : other_.facts) t = substitute(t, from, to);
        for (auto& r : other_.results) {
            if (r && r->known)
                for (Term& t : *r->known) t = substitute(t, from, to);
            if (r && r->is) r->is = substitute(*r->is, from, to);
        }
        for (Term& t : other_.taken)
            for (std::size_t i = 0; i < from.size(); ++i)
                if (z3::eq(t, from[i])) t = to[i];
    }

    [[nodiscard]] bool chooses(const Term& fact) const {
        const auto in = [&](const Tuple& taken) { return mentions(fact, taken); };
        return in(one_.taken) || in(other_.taken);
    }

    [[nodiscard]] std::vector<Term> differences() const {
        std::vector<Term> out;
        // Some record, or some group of terms, on which the component is not the same; where `live` is given, of a record that lives.
        const auto differ = [&](std::size_t component, std::optional<std::size_t> live) {
            if (one_.after.same(other_.after, component)) return;
            std::vector<z3::sort> sorts;
            for (const Term& p : sig_.components()[component].params) sorts.push_back(p.get_sort());
            const Tuple at = sig_.fresh("at", sorts);
            Term different = negate(equal(one_.after.apply(component, at), other_.after.apply(component, at)));
            if (live) {
                const std::size_t width = sig_.components()[*live].params.size();
                different = both(one_.after.apply(*live, Tuple(at.begin(), at.begin() + static_cast<std::ptrdiff_t>(width))), different);
            }
            out.push_back(different);
        };
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t) {
            const auto live = sig_.live(TableId{t});
            if (live) differ(*live, std::nullopt);
            for (std::uint32_t f = 0; f < m_.tables[t].fields.size(); ++f) {
                if (m_.tables[t].fields[f].role == model::Role::key) continue;
                const Place& place = sig_.place(TableId{t}, model::FieldId{f});
                for (std::size_t i = 0; i < place.count; ++i) differ(place.first + i, live);
                if (place.stale) differ(*place.stale, live);
            }
        }
        // Counts are not asked for: they follow from the records.
        for (std::uint32_t e = 0; e < m_.events.size(); ++e) differ(sig_.emitted(model::EventId{e}), std::nullopt);
        for (std::uint32_t r = 0; r < m_.revocations.size(); ++r) differ(sig_.forced(model::RevocationId{r}), std::nullopt);
        for (std::size_t r = 0; r < one_.results.size(); ++r) out.push_back(result_differs(r));
        return out;
    }

    [[nodiscard]] Term result_differs(std::size_t r) const {
        const auto &a = one_.results[r], &b = other_.results[r];
        const std::vector<z3::sort> sorts = sig_.sorts(m_[original_.results[r]].type);
        if (sorts.empty()) return truth(ctx_, false);  // a type of one value
        if (a && b && a->known && b->known) return negate(equal(*a->known, *b->known));
        const Tuple at = sig_.fresh("result", sorts);
        const auto names = [&](const std::optional<Symbolic>& s) {
            if (!s) return truth(ctx_, false);
            return s->known ? equal(*s->known, at) : substitute(*s->is, s->params, at);
        };
        return negate(iff(names(a), names(b)));
    }

    // ---- in words ---------------------------------------------------------------------------------------------------

    /// What came of a step, as far as it can be told apart.
    [[nodiscard]] static std::string outcome(const model::Layout& layout, const model::State& before, const model::Outcome& o) {
        const Model& m = layout.model();
        if (o.undefined) return "does what has no meaning";
        if (o.error) return fmt::format("fails with `{}`", m[*o.error]);
        std::vector<std::string> parts = model::show_changes(layout, before, o.after);
        for (const model::Emission& e : o.events) {
            std::vector<std::string> args;
            for (std::size_t i = 0; i < e.args.size(); ++i)
                args.push_back(model::show_value(layout, m[m[e.event].params[i]].type, e.args[i]));
            parts.push_back(fmt::format("emits {}({})", m[e.event].name, fmt::join(args, ", ")));
        }
        return parts.empty() ? "changes nothing" : fmt::format("{}", fmt::join(parts, "; "));
    }

    /// A step from the solver's state, when the two bodies have not the same outcomes on the reference model.
    [[nodiscard]] std::optional<Difference> told(const CounterState& state) const {
        Model unchanged = m_;
        unchanged.calls[step_.ref.call.value] = original_;
        const model::Layout layout = state.layout(m_), layout_of_original = state.layout(unchanged);
        const auto outcomes = [&](const model::Layout& at) {
            std::vector<std::string> out;
            for (const model::Outcome& o : model::Interpreter(at).run_all(state.before, *state.step))
                out.push_back(outcome(at, state.before, o));
            return out;
        };
        const std::vector<std::string> was = outcomes(layout_of_original), is = outcomes(layout);
        const auto fresh = std::ranges::find_if(is, [&](const std::string& o) { return std::ranges::find(was, o) == was.end(); });
        if (fresh == is.end() || was.empty()) return std::nullopt;
        std::vector<std::string> args;
        for (std::size_t i = 0; i < state.step->args.size(); ++i)
            args.push_back(model::show_value(layout, m_[changed_.params[i]].type, state.step->args[i]));
        const std::string by =
            changed_.actor ? " by " + model::show_value(layout, m_[*changed_.actor].type, state.step->caller) : std::string{};
        return Difference{fmt::format("{}({}){}", changed_.name, fmt::join(args, ", "), by), *fresh, was.front()};
    }
};

}  // namespace

Comparison compare(Encoding& encoding, model::CallId changed, const model::Call& original, std::chrono::milliseconds timeout) {
    return Comparing(encoding, changed, original).ask(timeout);
}

}  // namespace fief::proofs
