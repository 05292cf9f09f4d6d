#pragma once
// One of the two runs that a question about isolation compares: a step from its own state, and how it may fail.

#include "proofs/encoding.hpp"
#include "proofs/execute.hpp"

#include <optional>
#include <set>
#include <vector>

namespace fief::proofs {

using Terms = std::vector<Term>;

/// An argument: one in both runs.
struct Argument {
    model::Type type;
    Symbolic value;
    Tuple terms;
    std::optional<Term> none;
};

/// The step in one of the two runs.
class Side {
public:
    Side(Encoding& encoding, const std::vector<Argument>& arguments)
        : encoding_(encoding), sig_(encoding.signature()), ctx_(sig_.context()), after_(encoding.before()), acceptable_(truth(ctx_, true)) {
        std::vector<Term> acceptable;
        for (const Argument& a : arguments) {
            Scope scope;
            Environment none;
            scope.state = &encoding_.before();
            scope.env = &none;
            Term fits = Evaluate(scope).in_range(a.type, a.terms, false);
            if (a.none) fits = either(*a.none, fits);
            // That a name of a pool is in use is taken to be the same in both runs, and that a number is in its range is.
            const bool compared = a.type.kind == model::Type::Kind::reference && !sig_.model()[a.type.table].pool();
            (compared ? acceptable : facts).push_back(fits);
        }
        acceptable_ = all(ctx_, acceptable);
    }

    Terms facts;

    void call(const model::Call& call, Environment env) {
        env_ = std::move(env);
        Execute run(sig_, encoding_.before(), env_);
        run.checks(call.checks);
        run.effects(call.effects);
        after_ = run.state();
        facts.insert(facts.end(), run.facts().begin(), run.facts().end());
        required_ = run.required();
        taken_ = run.taken();
        Environment counting(sig_.model().vars.size());
        for (Term& t : facts_of_counts(after_, counting)) facts.push_back(std::move(t));
    }
    void time(const EncodedStep& step) {
        env_ = step.env;
        after_ = step.after;
        facts.insert(facts.end(), step.facts.begin(), step.facts.end());
        passes_ = step.guard;
    }

    [[nodiscard]] const SymbolicState& before() const { return encoding_.before(); }
    [[nodiscard]] const SymbolicState& after() const { return after_; }
    [[nodiscard]] const Environment& env() const { return env_; }
    [[nodiscard]] const std::vector<Taken>& taken() const { return taken_; }

    /// All arguments are acceptable, and every `require` holds.
    [[nodiscard]] Term allowed() const {
        Terms parts{acceptable_};
        for (const Required& r : required_) parts.push_back(r.condition);
        return all(ctx_, parts);
    }
    /// The pools have names left where they are asked for one.
    [[nodiscard]] Term names_left() const { return imply(allowed(), room(Taken::Kind::name)); }
    [[nodiscard]] Term succeeds() const {
        Terms parts{allowed(), room(Taken::Kind::name), room(Taken::Kind::entry)};
        if (passes_) parts.push_back(*passes_);
        return all(ctx_, parts);
    }
    [[nodiscard]] std::set<model::ErrorId> errors() const {
        std::set<model::ErrorId> out;
        if (!acceptable_.is_true()) out.insert(model::bad_argument);
        for (const Required& r : required_) out.insert(r.error);
        for (const Taken& t : taken_)
            if (t.kind == Taken::Kind::entry) out.insert(model::full);
        return out;
    }
    [[nodiscard]] Term fails(model::ErrorId error) const {
        Terms ways;
        if (error == model::bad_argument) ways.push_back(negate(acceptable_));
        Terms before{acceptable_};
        for (const Required& r : required_) {
            if (r.error == error) {
                Terms way = before;
                way.push_back(negate(r.condition));
                ways.push_back(all(ctx_, way));
            }
            before.push_back(r.condition);
        }
        if (error == model::full)
            for (const Taken& t : taken_)
                if (t.kind == Taken::Kind::entry) ways.push_back(all(ctx_, {allowed(), t.path, no_candidate(t)}));
        return any(ctx_, ways);
    }
    [[nodiscard]] Term fails() const {
        Terms ways;
        for (model::ErrorId e : errors()) ways.push_back(fails(e));
        return any(ctx_, ways);
    }

private:
    Encoding& encoding_;
    const Signature& sig_;
    z3::context& ctx_;
    Environment env_;
    SymbolicState after_;
    Term acceptable_;
    std::vector<Required> required_;
    std::vector<Taken> taken_;
    std::optional<Term> passes_;

    [[nodiscard]] Term room(Taken::Kind kind) const {
        Terms parts;
        for (const Taken& t : taken_)
            if (t.kind == kind) parts.push_back(imply(t.path, t.may));
        return all(ctx_, parts);
    }
    [[nodiscard]] Term no_candidate(const Taken& t) const {
        Tuple any;
        for (const Term& o : t.open) any.push_back(sig_.fresh("free", {o.get_sort()})[0]);
        return forall(any, negate(substitute(t.may, t.open, any)));
    }
};

/// What is left open falls out alike: the same names, and the same of the same candidates.
[[nodiscard]] Term choose_alike(const Signature& signature, const Side& one, const Side& other);

}  // namespace fief::proofs
