// The encoder against the reference model, step by step: from a given state with given arguments, what the encoding says of the state after
// is met by each state that the interpreter comes to, and by no other; and it succeeds only where the interpreter does. No property is
// asked for here: what is compared is the meaning of calls. Everything quantifies over the records of that one size, so the solver has only
// cases to go through.

#include "model/resolve.hpp"
#include "model/show_step.hpp"
#include "proofs/encoding.hpp"
#include "proofs/finite.hpp"
#include "proofs/solver.hpp"
#include "tests/proofs/walk.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>

using namespace fief;
using namespace fief::proofs;
using model::Layout;
using model::State;
using model::TableId;
using model::Type;
using model::Value;

namespace {

/// Says in formulas what a state of the reference model says in words.
class Words {
public:
    Words(const Signature& signature, const Layout& layout)
        : sig_(signature), m_(signature.model()), ctx_(signature.context()), layout_(layout), finite_(signature, sizes(layout)) {}

    Finite& finite() { return finite_; }

    /// What holds of every state of this size: the slots written as numbers are those, and the host's relations are what they are.
    [[nodiscard]] std::vector<Term> world() {
        std::vector<Term> out;
        for (const Signature::Literal& l : sig_.literals()) out.push_back(l.term == slot(l.table, l.key, l.number));
        for (std::uint32_t r = 0; r < m_.relations.size(); ++r) {
            const TableId table = m_.relations[r].table;
            for (Value a = 0; a < layout_.records(table); ++a)
                for (Value b = 0; b < layout_.records(table); ++b) {
                    z3::expr_vector args(ctx_);
                    for (const Term& t : record(table, a)) args.push_back(t);
                    for (const Term& t : record(table, b)) args.push_back(t);
                    is(out, sig_.relation(model::RelationId{r})(args), layout_.related(model::RelationId{r}, a, b));
                }
        }
        return out;
    }

    /// Every field of every record that lives, who lives, and the time.
    [[nodiscard]] std::vector<Term> state(const SymbolicState& in, const State& s) {
        std::vector<Term> out{in.apply(sig_.now(), {}) == number(s.now())};
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t)
            for (Value r = 0; r < layout_.records(TableId{t}); ++r) {
                const bool lives = s.words[layout_.live(TableId{t}, r)] != 0;
                if (const auto live = sig_.live(TableId{t})) is(out, in.apply(*live, record(TableId{t}, r)), lives);
                if (!lives) continue;
                for (std::uint32_t f = 0; f < m_.tables[t].fields.size(); ++f)
                    if (m_.tables[t].fields[f].role != model::Role::key) field(out, in, s, TableId{t}, r, model::FieldId{f});
            }
        return out;
    }
    /// Counts are what one counts: of some steps the encoding only knows what is true of any finite sets.
    [[nodiscard]] std::vector<Term> counts(const SymbolicState& in) { return exact_counts(in, finite_.bound()); }

    /// What the step told its host, and whom it forced.
    [[nodiscard]] std::vector<Term> step(const SymbolicState& after, const model::Outcome& outcome) {
        std::vector<Term> out;
        for (std::uint32_t e = 0; e < m_.events.size(); ++e) {
            const std::size_t component = sig_.emitted(model::EventId{e});
            const Tuple& params = sig_.components()[component].params;
            std::vector<Term> any_of;
            for (const model::Emission& emission : outcome.events) {
                if (emission.event.value != e) continue;
                std::vector<Term> parts;
                Tuple rest = params;
                for (std::size_t i = 0; i < emission.args.size(); ++i) {
                    const Type& type = m_[m_.events[e].params[i]].type;
                    const std::size_t width = sig_.sorts(type).size();
                    value(parts, type, {head(rest, width), {}, {}}, emission.args[i]);
                    rest = tail(rest, width);
                }
                any_of.push_back(all(ctx_, parts));
            }
            out.push_back(forall(params, iff(after.body(component), any(ctx_, any_of))));
        }
        for (std::uint32_t r = 0; r < m_.revocations.size(); ++r) {
            const TableId table = m_.revocations[r].table;
            for (Value x = 0; x < layout_.records(table); ++x) {
                const std::pair<model::RevocationId, Value> one{model::RevocationId{r}, x};
                const bool forced = std::find(outcome.forced.begin(), outcome.forced.end(), one) != outcome.forced.end();
                is(out, after.apply(sig_.forced(model::RevocationId{r}), record(table, x)), forced);
            }
        }
        return out;
    }

    /// The variable has this value.
    void value(std::vector<Term>& out, const Type& type, const Symbolic& of, Value v) {
        if (!of.known) {
            for (Value y = 0; y < layout_.records(type.table); ++y) is(out, substitute(*of.is, of.params, record(type.table, y)), v == y);
            return;
        }
        const Tuple& terms = *of.known;
        switch (type.kind) {
            case Type::Kind::reference: out.push_back(equal(terms, record(type.table, v))); break;
            case Type::Kind::slot: out.push_back(terms[0] == slot(type.table, type.key, v)); break;
            case Type::Kind::boolean: is(out, terms[0], v != 0); break;
            case Type::Kind::integer:
            case Type::Kind::instant:
            case Type::Kind::duration: out.push_back(terms[0] == number(v)); break;
            case Type::Kind::enumeration:
            case Type::Kind::rights: bits(out, type, terms, v); break;
        }
    }

private:
    const Signature& sig_;
    const model::Model& m_;
    z3::context& ctx_;
    const Layout& layout_;
    Finite finite_;

    static std::vector<unsigned> sizes(const Layout& layout) {
        std::vector<unsigned> out;
        for (std::uint32_t t = 0; t < layout.model().tables.size(); ++t)
            for (std::size_t k = 0; k < layout.model().tables[t].keys.size(); ++k)
                if (!layout.model().tables[t].keys[k].table) out.push_back(static_cast<unsigned>(layout.key_size(TableId{t}, k)));
        return out;
    }
    static void is(std::vector<Term>& out, const Term& term, bool holds) { out.push_back(holds ? term : negate(term)); }
    [[nodiscard]] Term number(Value v) const { return ctx_.int_val(static_cast<std::int64_t>(v)); }
    [[nodiscard]] Term slot(TableId table, std::size_t key, Value n) const {
        for (const Bound::Key& k : finite_.bound().keys())
            if (k.table == table && k.key == key) return k.elements.at(static_cast<std::size_t>(n));
        throw std::out_of_range("no such key");
    }
    [[nodiscard]] Tuple record(TableId table, Value index) const {
        Tuple out;
        const auto& keys = m_[table].keys;
        for (std::size_t k = 0; k < keys.size(); ++k) {
            const Value key = layout_.key(table, index, k);
            if (keys[k].table) append(out, record(*keys[k].table, key));
            else out.push_back(slot(table, k, key));
        }
        return out;
    }
    [[nodiscard]] static Tuple joined(Tuple a, const Tuple& b) {
        append(a, b);
        return a;
    }
    void bits(std::vector<Term>& out, const Type& type, const Tuple& terms, Value v) const {
        const auto rights = type.kind == Type::Kind::rights ? sig_.rights(type) : std::vector<std::size_t>{};
        for (std::size_t i = 0; i < terms.size(); ++i)
            is(out, terms[i], rights.empty() ? v == static_cast<Value>(i + 1) : (v >> rights[i] & 1) != 0);
    }

    void field(std::vector<Term>& out, const SymbolicState& in, const State& s, TableId table, Value r, model::FieldId f) const {
        const Place& place = sig_.place(table, f);
        const Type& type = m_[table].fields[f.value].type;
        const Tuple x = record(table, r);
        const Value v = s.words[layout_.field(table, r, f)];
        switch (place.kind) {
            case Place::Kind::boolean: is(out, in.apply(place.first, x), v != 0); break;
            case Place::Kind::integer: out.push_back(in.apply(place.first, x) == number(v)); break;
            case Place::Kind::bits: {
                Tuple terms;
                for (std::size_t i = 0; i < place.count; ++i) terms.push_back(in.apply(place.first + i, x));
                bits(out, type, terms, v);
                break;
            }
            case Place::Kind::relation:
                if (type.kind == Type::Kind::slot) {
                    for (Value y = 0; y < layout_.key_size(type.table, type.key); ++y)
                        is(out, in.apply(place.first, joined(x, {slot(type.table, type.key, y)})), y == v);
                    break;
                }
                if (place.stale) is(out, in.apply(*place.stale, x), v == model::stale);
                for (Value y = 0; y < layout_.records(type.table); ++y)
                    is(out, in.apply(place.first, joined(x, record(type.table, y))), y == v);
                break;
            case Place::Kind::descent:
                for (Value y = 0; y < layout_.records(table); ++y) {
                    bool above = y == r;  // or is it
                    for (Value up = v; up >= 0 && !above; up = s.words[layout_.field(table, up, f)]) above = up == y;
                    is(out, in.apply(place.first, joined(x, record(table, y))), above);
                }
                break;
        }
    }
};

struct Compared {
    std::size_t succeeded = 0, failed = 0, outcomes = 0;
};

/// One step from one state, with all that the interpreter says may come of it.
void compare(const Layout& layout, Encoding& encoding, const EncodedStep& step, const State& before, const model::Invocation& invocation,
             const std::vector<model::Outcome>& outcomes, Compared& compared) {
    const model::Model& m = layout.model();
    z3::context& ctx = encoding.signature().context();
    Words words(encoding.signature(), layout);
    std::vector<Term> given = words.world();
    for (Term& t : words.state(encoding.before(), before)) given.push_back(std::move(t));
    for (Term& t : well_formed(encoding.before())) given.push_back(std::move(t));  // also of who does not live
    if (invocation.call) {
        const model::Call& call = m[*invocation.call];
        for (std::size_t i = 0; i < call.params.size(); ++i)
            words.value(given, m[call.params[i]].type, *step.env[call.params[i].value], invocation.args[i]);
        if (call.actor) words.value(given, m[*call.actor].type, *step.env[call.actor->value], invocation.caller);
    } else {
        given.push_back(step.time[0] == ctx.int_val(static_cast<std::int64_t>(invocation.now)));
    }
    for (const Term& t : step.facts) given.push_back(t);
    given.push_back(step.guard);
    for (const SymbolicState* state : {&encoding.before(), &step.after})
        for (Term& t : words.counts(*state)) given.push_back(std::move(t));

    z3::solver solver = new_solver(ctx);
    for (const Term& t : given) solver.add(words.finite().spelled_out(t));
    std::vector<Term> after;
    for (const model::Outcome& outcome : outcomes) {
        if (outcome.error) continue;
        std::vector<Term> one = words.state(step.after, outcome.after);
        for (Term& t : words.step(step.after, outcome)) one.push_back(std::move(t));
        if (invocation.call) {
            const auto& results = m[*invocation.call].results;
            for (std::size_t i = 0; i < results.size(); ++i)
                words.value(one, m[results[i]].type, *step.env[results[i].value], outcome.results[i]);
        }
        after.push_back(words.finite().spelled_out(all(ctx, one)));
    }
    solver.add(words.finite().closed());
    if (after.empty()) {
        ++compared.failed;
        INFO("the interpreter refuses it");
        CHECK(solver.check() == z3::unsat);
        return;
    }
    ++compared.succeeded;
    for (const Term& state : after) {
        ++compared.outcomes;
        solver.push();
        solver.add(state);
        INFO("one of the states that the interpreter comes to");
        CHECK(solver.check() == z3::sat);
        solver.pop();
    }
    for (const Term& state : after) solver.add(negate(state));
    INFO("any other state");
    CHECK(solver.check() == z3::unsat);
}

}  // namespace

TEST_CASE("each step of the encoding comes to the states that the reference model comes to, and to no other") {
    constexpr int states = 6, steps_a_state = 12;
    Compared compared;
    for (const auto& file : test::specs()) {
        INFO(file.string());
        spec::Sources sources;
        spec::Diagnostics diagnostics;
        const auto m = model::load(file, sources, diagnostics);
        REQUIRE(m);
        z3::context context;
        Encoding encoding(*m, context);
        std::map<std::uint32_t, EncodedStep> calls;
        EncodedStep time = encoding.time();
        for (std::uint32_t c = 0; c < m->calls.size(); ++c) calls.emplace(c, encoding.call(model::CallId{c}));

        test::Walk walk(*m, 2, 11);
        std::mt19937 random(3);
        for (int done = 0, tries = 0; done < states && tries < 400; ++tries) {
            const auto state = walk.next();
            if (!state || tries % 4 != 0) continue;
            ++done;
            std::vector<model::Invocation> steps;
            model::for_each_step(walk.layout(), *state, [&](const model::Invocation& i) { steps.push_back(i); });
            std::shuffle(steps.begin(), steps.end(), random);
            int taken = 0;
            for (const model::Invocation& invocation : steps) {
                const auto outcomes = walk.interpreter().run_all(*state, invocation);
                const bool undefined = std::any_of(outcomes.begin(), outcomes.end(), [](const auto& o) { return o.undefined.has_value(); });
                const bool succeeds = std::any_of(outcomes.begin(), outcomes.end(), [](const auto& o) { return !o.error; });
                if (undefined || (!succeeds && taken % 3 != 0)) continue;  // mostly what changes something
                INFO(model::show_step(walk.layout(), *state, invocation));
                compare(walk.layout(), encoding, invocation.call ? calls.at(invocation.call->value) : time, *state, invocation, outcomes,
                        compared);
                if (++taken == steps_a_state) break;
            }
        }
    }
    CHECK(compared.succeeded > 500);
    CHECK(compared.failed > 100);
    CHECK(compared.outcomes > compared.succeeded);  // where it is open which record is taken, all of them are
}
