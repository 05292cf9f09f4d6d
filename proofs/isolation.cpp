#include "proofs/isolation.hpp"

#include "proofs/counterexample.hpp"
#include "proofs/side.hpp"
#include "proofs/views.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace fief::proofs {

using model::ErrorId;
using model::Isolation;
using model::Property;
using model::TableId;
using model::Type;

namespace {

/// A count of the same records is the same number.
Terms counted_alike(const SymbolicState& one, const SymbolicState& other) {
    const Signature& sig = one.signature();
    Terms out;
    Environment env(sig.model().vars.size());
    for (std::uint32_t c = 0; c < sig.model().counts.size(); ++c) {
        const model::Count& count = sig.model().counts[c];
        Tuple args;
        for (model::VarId p : count.params) append(args, sig.fresh("group", sig.sorts(sig.model()[p].type)));
        const Tuple x = sig.fresh("counted", sig.sorts(sig.model()[count.var].type));
        const Term in_one = counted(one, count, x, args, env), in_other = counted(other, count, x, args, env);
        const Term n_one = one.apply(sig.count(model::CountId{c}), args), n_other = other.apply(sig.count(model::CountId{c}), args);
        out.push_back(forall(args, either(exists(x, both(in_one, negate(in_other))), n_one <= n_other)));
        out.push_back(forall(args, either(exists(x, both(in_other, negate(in_one))), n_other <= n_one)));
    }
    return out;
}

Term same_value(const Signature& sig, const Type& type, const Symbolic& a, const Symbolic& b) {
    if (type.kind != Type::Kind::reference && type.kind != Type::Kind::slot) {
        Terms same;
        for (std::size_t i = 0; i < a.known->size(); ++i) same.push_back(equal((*a.known)[i], (*b.known)[i]));
        return all(sig.context(), same);
    }
    const Tuple y = sig.fresh("result", sig.sorts(type));
    auto names = [&](const Symbolic& s) {
        if (!s.known) return substitute(*s.is, s.params, y);
        return s.known->empty() ? truth(sig.context(), true) : equal(*s.known, y);
    };
    return forall(y, iff(names(a), names(b)));
}

/// One question about two runs.
class Unwinding {
public:
    Unwinding(Encoding& left, const StepWork& work)
        : left_(left),
          m_(left.signature().model()),
          sig_(left.signature()),
          ctx_(sig_.context()),
          id_(work.properties.front()),
          property_(m_[id_]),
          isolation_(m_[*property_.isolation]),
          step_(work.step),
          actor_(m_[isolation_.observer].type.table),
          right_(left.twin()),
          observer_(sig_.fresh(m_[isolation_.observer].name, sig_.sorts(actor_))),
          goal_(truth(ctx_, true)) {}

    Question ask(Form form) {
        single_ = property_.step == Property::Step::others;
        arguments();
        Side one(left_, arguments_), other(right_, arguments_);
        run(one, left_);
        if (!single_) run(other, right_);
        Question out;
        Claim claim{truth(ctx_, true)};
        claim.framed = is_framed(one);
        if (!claim.framed || form == Form::to_read) {
            assume(left_.hypotheses());
            assume(one.facts);
            if (!single_) {
                assume(right_.hypotheses());
                assume(other.facts);
                assume({choose_alike(sig_, one, other), one.names_left(), other.names_left()});
                assume(counted_alike(one.before(), other.before()));
                assume(counted_alike(one.after(), other.after()));
            }
            say(one, other);
            // The literals of slots are the same constants in both: that they differ is said once.
            for (const Signature::Literal& l : std::vector(right_.signature().literals()))
                static_cast<void>(sig_.slot_literal(l.table, l.key, l.number));
            for (const Signature::Literal& l : std::vector(sig_.literals()))
                static_cast<void>(right_.signature().slot_literal(l.table, l.key, l.number));
            assume(background(sig_));
            claim.formula = goal_;
        }
        out.assumptions = assumed_;
        out.reasons.resize(assumed_.size(), "two states, and what is alike in them");
        out.claims.push_back(std::move(claim));
        EncodedStep step{step_, context_, property_.guard ? env_ : one.env(), one.after(), time_, {}, truth(ctx_, true), {}, {}};
        out.pair = std::make_shared<Pair>(Pair{id_, &right_, other.after(), observer_, std::move(step), single_, ""});
        if (!out.claims[0].framed && tells_of_none(isolation_, one.after()))
            out.pair->beyond = "an event that names an observer has an argument that may be none, and the encoding cannot tell such events";
        return out;
    }

private:
    Encoding& left_;
    const Model& m_;
    const Signature& sig_;
    z3::context& ctx_;
    model::PropertyId id_;
    const Property& property_;
    const Isolation& isolation_;
    StepRef step_;
    TableId actor_;
    Encoding& right_;
    Tuple observer_;
    bool single_ = false;
    std::vector<Argument> arguments_;
    Environment env_;
    StepContext context_;
    Tuple time_;
    Terms assumed_;
    Term goal_;

    void assume(const Terms& terms) { assumed_.insert(assumed_.end(), terms.begin(), terms.end()); }

    void argument(model::VarId var) {
        const Type& type = m_[var].type;
        Argument a{type, {}, sig_.fresh(m_[var].name, sig_.sorts(type)), std::nullopt};
        if (type.kind == Type::Kind::reference && type.optional) {
            a.none = sig_.fresh(m_[var].name + ".none", {ctx_.bool_sort()})[0];
            a.value.params = sig_.fresh(m_[var].name, sig_.sorts(type));
            a.value.is = both(negate(*a.none), a.terms.empty() ? truth(ctx_, true) : equal(a.value.params, a.terms));
        } else {
            a.value.known = a.terms;
        }
        env_[var.value] = a.value;
        arguments_.push_back(std::move(a));
    }

    void arguments() {
        env_ = Environment(m_.vars.size());
        if (step_.kind == StepRef::Kind::time) return;
        if (property_.guard) {
            const model::Guard& guard = m_[*property_.guard];
            for (model::VarId p : guard.params) argument(p);
            env_[guard.actor->value] = Symbolic{observer_, {}, std::nullopt};
            return;
        }
        const model::Call& call = m_[step_.call];
        context_.call = step_.call;
        for (model::VarId p : call.params) argument(p);
        if (!call.actor) return;
        context_.actor = m_[*call.actor].type.table;
        context_.caller = property_.step == Property::Step::own ? observer_ : sig_.fresh(m_[*call.actor].name, sig_.sorts(context_.actor));
        env_[call.actor->value] = Symbolic{*context_.caller, {}, std::nullopt};
    }

    void run(Side& side, Encoding& encoding) {
        if (step_.kind == StepRef::Kind::call) {
            side.call(m_[step_.call], env_);
        } else if (step_.kind == StepRef::Kind::time) {
            EncodedStep step = encoding.time();
            if (time_.empty()) time_ = step.time;
            else assume({equal(time_, step.time)});
            side.time(step);
        }
    }

    /// The step changes nothing that the view reads, and tells nobody anything: what looked alike still does.
    [[nodiscard]] bool is_framed(const Side& one) const {
        if (property_.step == Property::Step::own || property_.step == Property::Step::guard) return false;
        auto same = [&](std::optional<std::size_t> c) { return !c || one.before().same(one.after(), *c); };
        if (!same(sig_.live(actor_))) return false;
        for (const Isolation::Part& part : isolation_.parts) {
            const TableId table = m_[part.record].type.table;
            if (!same(sig_.live(table)) || !left_.unchanged(part.where, one.after())) return false;
            for (model::FieldId f : part.fields) {
                const Place& place = sig_.place(table, f);
                for (std::size_t i = 0; i < place.count; ++i)
                    if (!same(place.first + i)) return false;
                if (!same(place.stale)) return false;
            }
        }
        const Terms told = told_alike(isolation_, one.after(), nullptr, observer_);
        return std::all_of(told.begin(), told.end(), [](const Term& t) { return t.is_true(); });
    }

    [[nodiscard]] Term lives(const SymbolicState& state, TableId table, const Tuple& record) const {
        const auto live = state.signature().live(table);
        return live ? state.apply(*live, record) : truth(ctx_, true);
    }

    [[nodiscard]] Terms looks_alike(const Isolation& isolation, const SymbolicState& one, const SymbolicState& other, const Tuple& observer,
                                    Use said) {
        Environment a = env_, b = env_;
        return alike(isolation, {&one, &a}, {&other, &b}, observer, said);
    }
    [[nodiscard]] Term has_flow(const SymbolicState& before, TableId table, const Tuple& from, Polarity polarity) {
        Environment env = env_;
        return flows(isolation_, {&before, &env}, context_, table, from, observer_, polarity);
    }

    void say(const Side& one, const Side& other) {
        if (!single_) assume(looks_alike(isolation_, one.before(), other.before(), observer_, Use::assumed));
        switch (property_.step) {
            case Property::Step::own: own(one, other); break;
            case Property::Step::others: others(one); break;
            case Property::Step::flows: passed_on(one, other); break;
            case Property::Step::kernel:
                if (step_.kind == StepRef::Kind::call) assume({imply(lives(one.before(), actor_, observer_), senders_alike(one, other))});
                goal_ = effects(one, other, step_.kind == StepRef::Kind::call);
                break;
            case Property::Step::guard: guard(one, other); break;
        }
    }

    /// After both runs succeeded the observer can tell nothing; nor, where one may fail, that only one did.
    [[nodiscard]] Term effects(const Side& one, const Side& other, bool one_may_fail) {
        Terms same = looks_alike(isolation_, one.after(), other.after(), observer_, Use::shown);
        for (Term& t : told_alike(isolation_, one.after(), &other.after(), observer_)) same.push_back(std::move(t));
        const Term together = imply(both(one.succeeds(), other.succeeds()), all(ctx_, same));
        if (!one_may_fail) return together;
        Terms unseen = looks_alike(isolation_, one.after(), other.before(), observer_, Use::shown);
        for (Term& t : told_alike(isolation_, one.after(), nullptr, observer_)) unseen.push_back(std::move(t));
        return both(together, imply(both(one.succeeds(), other.fails()), all(ctx_, unseen)));
    }

    void own(const Side& one, const Side& other) {
        assume({lives(one.before(), actor_, observer_)});
        Terms goals;
        // The two runs may change places: one direction says both.
        for (ErrorId error : one.errors()) goals.push_back(imply(one.fails(error), other.fails(error)));
        Terms results;
        for (model::VarId r : m_[step_.call].results) {
            const auto &a = one.env()[r.value], &b = other.env()[r.value];
            if (a && b) results.push_back(same_value(sig_, m_[r].type, *a, *b));
        }
        goals.push_back(imply(both(one.succeeds(), other.succeeds()), all(ctx_, results)));
        goals.push_back(effects(one, other, false));
        goal_ = all(ctx_, goals);
    }

    /// The caller is not the observer.
    void somebody_else() {
        if (context_.actor == actor_) assume({negate(equal(*context_.caller, observer_))});
    }

    void others(const Side& one) {
        somebody_else();
        assume({lives(one.before(), actor_, observer_), lives(one.before(), context_.actor, *context_.caller),
                negate(has_flow(one.before(), context_.actor, *context_.caller, Polarity::negative))});
        Terms same = looks_alike(isolation_, one.before(), one.after(), observer_, Use::shown);
        for (Term& t : told_alike(isolation_, one.after(), nullptr, observer_)) same.push_back(std::move(t));
        goal_ = imply(one.succeeds(), all(ctx_, same));
    }

    void passed_on(const Side& one, const Side& other) {
        somebody_else();
        const Tuple& caller = *context_.caller;
        assume(
            {lives(one.before(), context_.actor, caller), lives(other.before(), context_.actor, caller),
             any(ctx_, {negate(lives(one.before(), actor_, observer_)), has_flow(one.before(), context_.actor, caller, Polarity::positive),
                        has_flow(other.before(), context_.actor, caller, Polarity::positive)})});
        if (const auto its = m_.isolation_of(context_.actor))
            assume(looks_alike(m_[*its], one.before(), other.before(), caller, Use::assumed));
        goal_ = effects(one, other, true);
    }

    /// What those with a flow to the observer see is alike, too.
    [[nodiscard]] Term senders_alike(const Side& one, const Side& other) {
        std::set<std::uint32_t> tables;
        for (const Isolation::Flow& flow : isolation_.flows) tables.insert(m_[flow.from].type.table.value);
        Terms out;
        for (std::uint32_t t : tables) {
            const TableId table{t};
            const auto its = m_.isolation_of(table);
            if (!its) continue;
            const Tuple from = sig_.fresh("from", sig_.sorts(table));
            auto sends = [&](const Side& side) {
                return both(lives(side.before(), table, from), has_flow(side.before(), table, from, Polarity::negative));
            };
            out.push_back(forall(from, imply(either(sends(one), sends(other)),
                                             all(ctx_, looks_alike(m_[*its], one.before(), other.before(), from, Use::assumed)))));
        }
        return all(ctx_, out);
    }

    void guard(const Side& one, const Side& other) {
        const model::Guard& guard = m_[*property_.guard];
        auto answer = [&](const Side& side, Polarity polarity) {
            Environment env = env_;
            Scope scope;
            scope.state = &side.before();
            scope.env = &env;
            const Evaluate eval(scope);
            Terms range;
            for (const Argument& a : arguments_)
                if (!a.none) range.push_back(eval.in_range(a.type, a.terms, false));
                else range.push_back(either(*a.none, eval.in_range(a.type, a.terms, false)));
            assume(range);
            return eval.formula(guard.body, polarity);
        };
        assume({lives(one.before(), actor_, observer_)});
        goal_ = both(imply(answer(one, Polarity::negative), answer(other, Polarity::positive)),
                     imply(answer(other, Polarity::negative), answer(one, Polarity::positive)));
    }
};

}  // namespace

Question ask_isolated(Encoding& encoding, const StepWork& work, Form form) { return Unwinding(encoding, work).ask(form); }

std::optional<CounterPair> smallest_pair(z3::solver& solver, const z3::model& first, Encoding& encoding, const Pair& pair, unsigned most) {
    const Signature& sig = encoding.signature();
    const Model& m = sig.model();
    std::vector<const SymbolicState*> counted{&encoding.before(), &pair.step.after};
    if (!pair.single) counted.insert(counted.end(), {&pair.right->before(), &pair.right_after});
    auto model = smallest_model(solver, sig, counted, most);
    if (!model) {
        if (!m.counts.empty()) return std::nullopt;
        model = first;
    }
    const bool step = !m[pair.property].guard;
    CounterState left = read_instance(sig, *model, encoding.before(), step ? &pair.step : nullptr);
    CounterPair out;
    out.property = pair.property;
    out.capacity = std::move(left.capacity);
    out.relations = std::move(left.relations);
    out.one = std::move(left.before);
    out.single = pair.single;
    out.other = pair.single ? out.one : read_instance(pair.right->signature(), *model, pair.right->before(), nullptr).before;
    if (left.step) out.step = std::move(*left.step);
    out.observer = read_value(sig, *model, m[m[*m[pair.property].isolation].observer].type, Symbolic{pair.observer, {}, std::nullopt});
    if (const auto guard = m[pair.property].guard) {
        out.step.caller = out.observer;
        for (model::VarId p : m[*guard].params) out.step.args.push_back(read_value(sig, *model, m[p].type, *pair.step.env[p.value]));
    }
    return out;
}

bool replay(const Model& model, CounterPair& pair, std::string& why) {
    const model::Layout layout = pair.layout(model);
    const model::Interpreter interpreter(layout);
    for (const model::State* state : {&pair.one, &pair.other})
        for (const model::Violation& v : interpreter.check(*state))
            if (model[v.property].kind == Property::Kind::invariant) {
                why = fmt::format("the solver's state breaks {} on the reference model: this is a fault of fief", model[v.property].name);
                return false;
            }
    auto leak = model::Observers(layout).leak(pair.property, pair.observer, pair.one, pair.other, pair.step);
    if (!leak) {
        why = "the solver's two states do not come apart on the reference model: this is a fault of fief";
        return false;
    }
    pair.leak = std::move(*leak);
    return true;
}

}  // namespace fief::proofs
