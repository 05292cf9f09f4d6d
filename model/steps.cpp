// What only properties say: quantifiers over everything, and, of a step, the state before, the caller, the call and its events.

#include "model/expressions.hpp"

#include <fmt/format.h>

namespace fief::model {

Resolved Expressions::quantified(const spec::Expr& e, const spec::Quantified& n) {
    if (!not_in_count(e.span, "a quantifier")) return std::nullopt;
    const std::size_t scope = env_.mark();
    std::vector<VarId> vars;
    bool good = true;
    for (const spec::Param& p : n.vars) {
        auto type = resolve_type(c_, p.type);
        if (type && type->kind == Type::Kind::reference && (type->optional || type->weak)) {
            c_.error("E0310", p.type.span, "a variable stands for a live record: it is neither optional nor weak");
            type->optional = type->weak = false;
        }
        if (type && type->kind == Type::Kind::instant) {
            c_.error("E0311", p.type.span, "there is no end of times to look through");
            type.reset();
        }
        good = good && type.has_value();
        const VarId var = c_.add_var(p.name.text, type, Var::Kind::bound, p.name.span);
        env_.bind(p.name, var, Environment::Unused::quiet, scope);
        vars.push_back(var);
    }
    const Resolved body = condition(*n.body);
    env_.leave(scope);
    if (!good || !body) return std::nullopt;
    const bool forall = n.kind == spec::Quantified::Kind::forall;
    const ExprId id = c_.add(boolean_type(), e.span, Quantified{forall, std::move(vars), *body});
    return n.kind == spec::Quantified::Kind::no ? c_.add(boolean_type(), e.span, Not{id}) : id;
}

bool Expressions::not_in_count(Span span, std::string_view what) {
    if (place_ != Place::count) return true;
    c_.error("E0416", span, fmt::format("a count's condition cannot depend on {}", what)).help =
        "the tables keep the count: its condition speaks of fields of records";
    return false;
}

bool Expressions::only_in_transition(Span span, std::string_view what) {
    if (place_ == Place::transition) return true;
    c_.error("E0316", span, fmt::format("`{}` speaks of a step, and only a `transition` is about steps", what));
    return false;
}

Resolved Expressions::caller(Span span, const Expect& expect) {
    if (expect.kind == Expect::Kind::silent) return std::nullopt;
    if (expect.kind == Expect::Kind::type && expect.type.kind == Type::Kind::reference &&
        c_.tables[expect.type.table.value].table->noun == spec::Noun::actor)
        return c_.add(reference_type(expect.type.table, true), span, Caller{});
    std::optional<TableId> only;
    std::size_t actors = 0;
    for (std::uint32_t t = 0; t < c_.tables.size(); ++t)
        if (c_.tables[t].table->noun == spec::Noun::actor) {
            only = TableId{t};
            ++actors;
        }
    if (actors == 1) return c_.add(reference_type(*only, true), span, Caller{});
    c_.error("E0309", span, "there are several actors, and nothing here says which of them the caller should be").help =
        "compare it with an actor: `caller is e`";
    return std::nullopt;
}

Resolved Expressions::old(const spec::Expr& e, const spec::Old& n, const Expect& expect) {
    const bool here = only_in_transition(e.span, "old");
    if (here && in_old_) c_.error("E0316", e.span, "this is inside an `old` already");
    const bool outer = in_old_;
    in_old_ = true;
    const Resolved operand = here ? resolve(*n.operand, expect) : std::nullopt;
    in_old_ = outer;
    if (!operand) return std::nullopt;
    return c_.add(Type(c_.type(*operand)), e.span, Old{*operand});
}

Resolved Expressions::called(const spec::Expr& e, const spec::Called& n) {
    if (place_ != Place::flow && !only_in_transition(e.span, "called")) return std::nullopt;
    const auto at = c_.callables.find(n.call.text);
    if (at == c_.callables.end() && n.call.text == "time" && !n.args) return c_.add(boolean_type(), e.span, TimePasses{});
    if (at == c_.callables.end() || at->second.kind != Symbol::Kind::call) {
        spec::Diagnostic& d = c_.error("E0207", n.call.span, fmt::format("there is no call `{}`", n.call.text));
        suggest(d, n.call.text, names_of(c_.callables, {Symbol::Kind::call}));
        point_elsewhere(c_, d, n.call.text);
        return std::nullopt;
    }
    const CallId call{at->second.id};
    if (!n.args) return c_.add(boolean_type(), e.span, Called{call, std::nullopt});
    const std::vector<VarId> params = c_.model[call].params;
    if (!arity(n.call, "argument", params.size(), n.args->size(), at->second.span)) return std::nullopt;
    auto args = arguments(*n.args, params);
    if (!args) return std::nullopt;
    return c_.add(boolean_type(), e.span, Called{call, std::move(*args)});
}

Resolved Expressions::emits(const spec::Expr& e, const spec::Emits& n) {
    if (!only_in_transition(e.span, "emits")) return std::nullopt;
    if (n.event.text == "force") {
        if (n.args.size() != 1) {
            c_.error("E0304", n.event.span, fmt::format("`force` is of 1 record, not {}", n.args.size()));
            return std::nullopt;
        }
        const Resolved record_id = record(*n.args[0], "what is taken by force is");
        if (!record_id) return std::nullopt;
        const Table& t = c_.model[c_.type(*record_id).table];
        if (!t.revocation || !c_.model[*t.revocation].has_force) {
            c_.error("E0413", e.span, fmt::format("no revocation of `{}` has a `force` block", t.name));
            return std::nullopt;
        }
        return c_.add(boolean_type(), e.span, Forced{*t.revocation, *record_id});
    }
    const auto at = c_.events.find(n.event.text);
    if (at == c_.events.end()) {
        spec::Diagnostic& d = c_.error("E0204", n.event.span, fmt::format("there is no event `{}`", n.event.text));
        suggest(d, n.event.text, names_of(c_.events, {Symbol::Kind::event}));
        point_elsewhere(c_, d, n.event.text);
        return std::nullopt;
    }
    const EventId event{at->second.id};
    const std::vector<VarId> params = c_.model[event].params;
    if (!arity(n.event, "argument", params.size(), n.args.size(), at->second.span)) return std::nullopt;
    auto args = arguments(n.args, params);
    if (!args) return std::nullopt;
    return c_.add(boolean_type(), e.span, Emitted{event, std::move(*args)});
}

}  // namespace fief::model
