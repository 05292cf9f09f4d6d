// `critical(e)`, `dominates(a, b)`, `conflict(r, s)`: counts and relations are asked, predicates are expanded.

#include "model/expressions.hpp"

#include <fmt/format.h>

namespace fief::model {

std::optional<std::vector<ExprId>> Expressions::arguments(const std::vector<spec::ExprPtr>& args, const std::vector<VarId>& params) {
    std::vector<ExprId> out;
    bool good = true;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const Resolved r = argument(*args[i], params[i]);
        good = good && r.has_value();
        if (r) out.push_back(*r);
    }
    return good ? std::optional(std::move(out)) : std::nullopt;
}

Resolved Expressions::apply(const spec::Expr& e, const spec::Apply& n) {
    constexpr std::string_view spared = "spared_";
    if (n.callee.text.starts_with("authority_over_")) return apply_authority(e, n);
    const auto silence = [&] {
        for (const spec::ExprPtr& a : n.args) static_cast<void>(resolve(*a, Expect::silently()));
        return std::nullopt;
    };
    if (n.callee.text.starts_with(spared))
        if (const auto table = c_.find_table(std::string_view(n.callee.text).substr(spared.size()));
            table && c_.model[*table].revocation && n.args.size() == 1) {
            const auto& predicate = c_.revocations[c_.model[*table].revocation->value].spare;
            const Resolved arg = value(*n.args[0], reference_type(*table));
            if (predicate) return arg ? instantiate(c_, *predicate, {*arg}, e.span) : std::nullopt;
        }
    const auto at = c_.callables.find(n.callee.text);
    using Kind = Symbol::Kind;
    if (at == c_.callables.end()) {
        spec::Diagnostic& d = c_.error("E0205", n.callee.span, fmt::format("there is no guard, count or relation `{}`", n.callee.text));
        suggest(d, n.callee.text, names_of(c_.callables, {Kind::guard, Kind::count, Kind::relation}));
        point_elsewhere(c_, d, n.callee.text);
        return silence();
    }
    Symbol& symbol = at->second;
    symbol.used = true;
    switch (symbol.kind) {
        case Kind::guard: return apply_guard(e, n, symbol);
        case Kind::count: {
            const CountId count{symbol.id};
            if (!not_in_count(e.span, "another count") || !ensure_count(c_, count, e.span)) return silence();
            const std::vector<VarId> params = c_.model[count].params;
            if (!arity(n.callee, "argument", params.size(), n.args.size(), symbol.span)) return silence();
            auto args = arguments(n.args, params);
            if (!args || c_.counts_poisoned[count.value]) return std::nullopt;
            const Value most = c_.tables[c_.model[c_.model[count].var].type.table.value].records;
            return c_.add(integer_type(0, most), e.span, CountOf{count, std::move(*args)});
        }
        case Kind::relation: {
            const RelationId relation{symbol.id};
            if (!arity(n.callee, "argument", 2, n.args.size(), symbol.span) || c_.relations_poisoned[relation.value]) return silence();
            const Type type = reference_type(c_.model[relation].table);
            const Resolved left = value(*n.args[0], type, symbol.span), right = value(*n.args[1], type, symbol.span);
            if (!left || !right) return std::nullopt;
            return c_.add(boolean_type(), e.span, Related{relation, *left, *right});
        }
        default:
            c_.error("E0216", n.callee.span, fmt::format("`{}` is {}: it has no value", n.callee.text, describe(symbol.kind)))
                .notes.push_back({symbol.span, "declared here"});
            return silence();
    }
}

Resolved Expressions::apply_guard(const spec::Expr& e, const spec::Apply& n, const Symbol& symbol) {
    const spec::GuardDecl& guard = *c_.guards[symbol.id].node;
    if (guard.actor) {
        spec::Diagnostic& d = c_.error("E0414", n.callee.span, fmt::format("`{}` is asked by an actor, from outside", n.callee.text));
        d.notes.push_back({guard.actor->name.span, "the actor"});
        d.help = "a guard without `by` is a predicate to share";
        return std::nullopt;
    }
    if (!ensure_guard(c_, symbol.id, e.span)) return std::nullopt;
    const Predicate& predicate = c_.predicates[symbol.id];
    if (!arity(n.callee, "argument", predicate.params.size(), n.args.size(), symbol.span)) {
        for (const spec::ExprPtr& a : n.args) static_cast<void>(resolve(*a, Expect::silently()));
        return std::nullopt;
    }
    const auto args = arguments(n.args, predicate.params);
    return args ? instantiate(c_, predicate, *args, e.span) : std::nullopt;
}

/// `authority_over_page(e, p)`: of several declarations for one table, the one whose actor the first argument is; the caller of a step may
/// be any.
Resolved Expressions::apply_authority(const spec::Expr& e, const spec::Apply& n) {
    const std::string table_name = n.callee.text.substr(std::string_view("authority_over_").size());
    const auto table = c_.find_table(table_name);
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; table && i < c_.model.authorities.size(); ++i)
        if (c_.model[c_.model.authorities[i].resource].type.table == *table) candidates.push_back(i);
    if (candidates.empty() || n.args.size() != 2) {
        if (!c_.authorities.empty() && candidates.empty() && table) return std::nullopt;  // its declaration was wrong
        c_.error("E0205", n.callee.span,
                 fmt::format("there is no guard, count or relation `{}` of {} arguments", n.callee.text, n.args.size()))
            .help = "an `authority e: A over x: R` makes `authority_over_R(e, x)`";
        return std::nullopt;
    }
    const auto* name = std::get_if<spec::Ident>(&n.args[0]->node);
    const bool by_caller = name && name->name.text == "caller" && place_ == Place::transition && !env_.contains("caller");
    std::vector<ExprId> any_of;
    Resolved first;
    if (!by_caller) {
        first = record(*n.args[0], "who has authority is");
        if (!first) return std::nullopt;
    }
    for (const std::size_t i : candidates) {
        const TableId actor = c_.model[c_.model.authorities[i].actor].type.table;
        Resolved who = first;
        if (by_caller) who = caller(n.args[0]->span, Expect::of(reference_type(actor)));
        if (!who || c_.type(*who).table != actor) continue;
        const Resolved what = value(*n.args[1], reference_type(*table));
        if (!what) return std::nullopt;
        const Resolved one = instantiate(c_, c_.authority_predicates[i], {*who, *what}, e.span);
        if (!one) return std::nullopt;
        any_of.push_back(*one);
    }
    if (any_of.size() == 1) return any_of[0];
    if (!any_of.empty()) return c_.add(boolean_type(), e.span, Or{std::move(any_of)});
    c_.error("E0301", n.args[0]->span, fmt::format("no authority over `{}` speaks of a `{}`", table_name, c_.show(c_.type(*first))));
    return std::nullopt;
}

}  // namespace fief::model
