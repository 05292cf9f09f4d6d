#include "model/expressions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fief::model {

Resolved Expressions::resolve(const spec::Expr& e, const Expect& expect) {
    if (c_.nesting > max_depth) {
        c_.error("E0411", e.span, "with the predicates it uses this nests too deeply");
        return std::nullopt;
    }
    ++c_.nesting;
    const Resolved r = by_kind(e, expect);
    --c_.nesting;
    return r;
}

Resolved Expressions::by_kind(const spec::Expr& e, const Expect& expect) {
    return std::visit(overloaded{
                          [&](const spec::IntLiteral& n) { return literal(e, n, expect); },
                          [&](const spec::DurationLiteral& n) -> Resolved {
                              const auto units = c_.clock_units(n, e.span);
                              return units ? Resolved(c_.add(duration_type(), e.span, Const{*units})) : std::nullopt;
                          },
                          [&](const spec::BoolLiteral& n) -> Resolved { return c_.add(boolean_type(), e.span, Const{n.value ? 1 : 0}); },
                          [&](const spec::NoneLiteral&) { return none_literal(e, expect); },
                          [&](const spec::AllLiteral&) { return all_rights(e, expect); },
                          [&](const spec::NowLiteral&) -> Resolved {
                              if (!not_in_count(e.span, "the time")) return std::nullopt;
                              if (c_.clocks.empty()) {
                                  c_.error("E0308", e.span, "`now` needs a clock").help = "declare one: `clock us latency 10us`";
                                  return std::nullopt;
                              }
                              return c_.add(instant_type(), e.span, Now{});
                          },
                          [&](const spec::RightsLiteral& n) { return rights(e, n, expect); },
                          [&](const spec::Ident& n) { return ident(e, n.name, expect); },
                          [&](const spec::IndexExpr& n) { return index(e, n); },
                          [&](const spec::Apply& n) { return apply(e, n); },
                          [&](const spec::Member& n) { return member(e, n); },
                          [&](const spec::Not& n) -> Resolved {
                              const auto operand = condition(*n.operand);
                              return operand ? Resolved(c_.add(boolean_type(), e.span, Not{*operand})) : std::nullopt;
                          },
                          [&](const spec::Connective& n) { return connective(e, n); },
                          [&](const spec::Implies& n) { return implies(e, n); },
                          [&](const spec::Compare& n) { return compare(e, n); },
                          [&](const spec::Is& n) { return is(e, n); },
                          [&](const spec::In& n) { return in(e, n); },
                          [&](const spec::Within& n) { return within(e, n); },
                          [&](const spec::DescendsFrom& n) { return descends(e, n); },
                          [&](const spec::Sum& n) { return sum(e, n, expect); },
                          [&](const spec::Quantified& n) { return quantified(e, n); },
                          [&](const spec::IfElse& n) { return if_else(e, n, expect); },
                          [&](const spec::Old& n) { return old(e, n, expect); },
                          [&](const spec::Called& n) { return called(e, n); },
                          [&](const spec::Emits& n) { return emits(e, n); },
                      },
                      e.node);
}

Resolved Expressions::value(const spec::Expr& e, const Type& type, std::optional<Span> declared) {
    const Resolved v = resolve(e, Expect::of(type));
    if (!v || !fits(*v, type, e.span, declared)) return std::nullopt;
    return v;
}

Resolved Expressions::argument(const spec::Expr& e, VarId param) {
    if (c_.poisoned(param)) return resolve(e, Expect::silently());
    const Var& v = c_.model[param];
    return value(e, Type(v.type), v.span);
}

Resolved Expressions::record(const spec::Expr& e, std::string_view what) {
    const Resolved r = any(e);
    if (!r) return std::nullopt;
    if (c_.type(*r).kind == Type::Kind::reference) return r;
    c_.error("E0303", e.span, fmt::format("{} a record, and this is `{}`", what, c_.show(c_.type(*r))));
    return std::nullopt;
}

bool Expressions::fits(ExprId id, const Type& to, Span at, std::optional<Span> declared) {
    const Type from = c_.type(id);
    const auto complain = [&](std::string code, std::string message) {
        spec::Diagnostic& d = c_.error(std::move(code), at, std::move(message));
        if (declared) d.notes.push_back({*declared, "wanted here"});
        return false;
    };
    const auto mismatch = [&] { return complain("E0301", fmt::format("expected `{}`, found `{}`", c_.show(to), c_.show(from))); };
    if (from.kind != to.kind) return mismatch();
    switch (to.kind) {
        case Type::Kind::boolean:
        case Type::Kind::instant:
        case Type::Kind::duration: return true;
        case Type::Kind::integer:
            if (from.hi >= to.lo && from.lo <= to.hi) return true;
            return complain("E0306", fmt::format("{} is outside of {}", c_.show(from), c_.show(to)));
        case Type::Kind::enumeration: return from.enumeration == to.enumeration || mismatch();
        case Type::Kind::reference: return from.table == to.table || mismatch();
        case Type::Kind::slot: return (from.table == to.table && from.key == to.key) || mismatch();
        case Type::Kind::rights: {
            const auto extra = static_cast<std::uint64_t>(rights_bound(c_, id)) & ~c_.model[to.table].rights;
            if (extra == 0) return true;
            std::string names;
            for (std::uint32_t i = 0; i < c_.model.rights.size(); ++i)
                if ((extra >> i & 1U) != 0) names += fmt::format("{}`{}`", names.empty() ? "" : ", ", c_.model.rights[i]);
            return complain("E0313", fmt::format("{} no right of `{}`", names + (names.find(',') == names.npos ? " is" : " are"),
                                                 c_.model[to.table].name));
        }
    }
    return true;
}

bool Expressions::arity(const spec::Name& name, std::string_view what, std::size_t wanted, std::size_t given, Span declared) {
    if (wanted == given) return true;
    c_.error("E0304", name.span, fmt::format("`{}` takes {} {}{}, not {}", name.text, wanted, what, wanted == 1 ? "" : "s", given))
        .notes.push_back({declared, "declared here"});
    return false;
}

// ---- literals -------------------------------------------------------------------------------------------------------

Resolved Expressions::literal(const spec::Expr& e, const spec::IntLiteral& n, const Expect& expect) {
    if (n.value > static_cast<std::uint64_t>(max_number)) {
        c_.error("E0306", e.span, fmt::format("numbers end at {}", max_number));
        return std::nullopt;
    }
    const auto v = static_cast<Value>(n.value);
    if (expect.kind == Expect::Kind::type && expect.type.kind == Type::Kind::slot) {
        const Key& key = c_.model[expect.type.table].keys[expect.type.key];
        if (n.value >= key.size && key.size != 0) {
            c_.error("E0307", e.span, fmt::format("the slots of `{}` end at {}", c_.model[expect.type.table].name, key.size - 1))
                .notes.push_back({c_.tables[expect.type.table.value].table->name.span, "declared here"});
            return std::nullopt;
        }
        return c_.add(expect.type, e.span, Const{v});
    }
    return c_.add(integer_type(v, v), e.span, Const{v});
}

Resolved Expressions::none_literal(const spec::Expr& e, const Expect& expect) {
    if (expect.kind == Expect::Kind::silent) return std::nullopt;
    if (expect.kind == Expect::Kind::nothing) {
        c_.error("E0309", e.span, "nothing here says what there is none of");
        return std::nullopt;
    }
    if (expect.type.kind != Type::Kind::reference) {
        c_.error("E0301", e.span, fmt::format("expected `{}`, found `none`", c_.show(expect.type)));
        return std::nullopt;
    }
    if (!expect.type.optional) {
        c_.error("E0305", e.span, fmt::format("there is always {} here, never `none`", a_record(c_.model[expect.type.table].name))).help =
            fmt::format("declare it as `{}?` if there may be none", c_.model[expect.type.table].name);
        return std::nullopt;
    }
    return c_.add(expect.type, e.span, Const{none});
}

Resolved Expressions::all_rights(const spec::Expr& e, const Expect& expect) {
    if (expect.kind == Expect::Kind::silent) return std::nullopt;
    if (expect.kind == Expect::Kind::nothing) {
        c_.error("E0309", e.span, "nothing here says whose rights are meant by `all`");
        return std::nullopt;
    }
    if (expect.type.kind != Type::Kind::rights) {
        c_.error("E0301", e.span, fmt::format("expected `{}`, found a set of rights", c_.show(expect.type)));
        return std::nullopt;
    }
    return c_.add(expect.type, e.span, Const{static_cast<Value>(c_.model[expect.type.table].rights)});
}

Resolved Expressions::rights(const spec::Expr& e, const spec::RightsLiteral& n, const Expect& expect) {
    if (expect.kind == Expect::Kind::silent) return std::nullopt;
    if (expect.kind == Expect::Kind::nothing) {
        c_.error("E0309", e.span, "nothing here says whose rights these are");
        return std::nullopt;
    }
    if (expect.type.kind != Type::Kind::rights) {
        c_.error("E0301", e.span, fmt::format("expected `{}`, found a set of rights", c_.show(expect.type)));
        return std::nullopt;
    }
    Value mask = 0;
    bool good = true;
    for (const spec::Name& name : n.names) {
        const auto bit = c_.right_bit(expect.type.table, name);
        if (!bit) {
            good = false;
            continue;
        }
        if ((mask >> *bit & 1) != 0) c_.error("E0214", name.span, fmt::format("`{}` stands here twice", name.text));
        mask |= Value{1} << *bit;
    }
    return good ? Resolved(c_.add(expect.type, e.span, Const{mask})) : std::nullopt;
}

// ---- names ----------------------------------------------------------------------------------------------------------

std::optional<TableId> Expressions::single(const std::string& name) const {
    const auto table = c_.find_table(name);
    if (!table || !c_.tables[table->value].table->keys.empty()) return std::nullopt;
    return table;
}

Resolved Expressions::ident(const spec::Expr& e, const spec::Name& name, const Expect& expect) {
    const auto enum_value = [&]() -> std::optional<Value> {
        if (expect.kind != Expect::Kind::type || expect.type.kind != Type::Kind::enumeration) return std::nullopt;
        const auto& names = c_.model[expect.type.enumeration].names;
        const auto at = std::find(names.begin(), names.end(), name.text);
        return at == names.end() ? std::nullopt : std::optional<Value>(at - names.begin());
    };
    if (env_.contains(name.text)) {
        const VarId var = *env_.find(name.text);
        if (c_.poisoned(var)) return std::nullopt;
        const Type type = c_.model[var].type;
        if (const auto v = enum_value(); v && type != expect.type) return c_.add(expect.type, name.span, Const{*v});
        if (may_read && !may_read(var, name.span)) return std::nullopt;
        return c_.add(type, e.span, VarRef{var});
    }
    if (place_ == Place::transition && name.text == "caller") return caller(e.span, expect);
    if (const auto v = enum_value()) return c_.add(expect.type, e.span, Const{*v});
    if (const auto table = single(name.text)) {
        c_.types.find(name.text)->second.used = true;
        if (c_.tables[table->value].keys_poisoned) return std::nullopt;
        return c_.add(reference_type(*table), e.span, RecordAt{*table, {}});
    }
    return unknown(name, expect);
}

Resolved Expressions::unknown(const spec::Name& name, const Expect& expect) {
    if (expect.kind == Expect::Kind::silent) return std::nullopt;
    const auto at = c_.types.find(name.text);
    if (at != c_.types.end() && at->second.kind == Symbol::Kind::table) {
        at->second.used = true;
        spec::Diagnostic& d = c_.error("E0216", name.span, fmt::format("`{}` is a table, not one of its records", name.text));
        d.help = fmt::format("name a record: `{}[…]`, or a variable", name.text);
        return std::nullopt;
    }
    if (expect.kind == Expect::Kind::type && expect.type.kind == Type::Kind::enumeration) {
        const Enumeration& enumeration = c_.model[expect.type.enumeration];
        spec::Diagnostic& d = c_.error("E0210", name.span, fmt::format("there is no value `{}` in `{}`", name.text, enumeration.name));
        std::vector<std::string> candidates = enumeration.names;
        for (std::string& v : env_.names()) candidates.push_back(std::move(v));
        suggest(d, name.text, candidates);
        d.notes.push_back({enumeration.span, "declared here"});
        return std::nullopt;
    }
    if (expect.kind == Expect::Kind::type && expect.type.kind == Type::Kind::rights && c_.right_bits.contains(name.text)) {
        c_.error("E0301", name.span, fmt::format("`{}` is one right; a set of rights has braces", name.text)).help =
            fmt::format("write `{{{}}}`", name.text);
        return std::nullopt;
    }
    spec::Diagnostic& d = c_.error("E0201", name.span, fmt::format("there is nothing called `{}` here", name.text));
    std::vector<std::string> candidates = env_.names();
    for (const std::string& table : names_of(c_.types, {Symbol::Kind::table}))
        if (single(table)) candidates.push_back(table);
    if (place_ == Place::transition) candidates.emplace_back("caller");
    for (const char* word : {"now", "none", "all", "true", "false"}) candidates.emplace_back(word);
    suggest(d, name.text, candidates);
    if (!d.label.empty()) return std::nullopt;
    if (name.text == "caller") {
        d.help = "only a `transition` speaks of the caller of a step";
        return std::nullopt;
    }
    for (const Enumeration& enumeration : c_.model.enumerations)
        if (std::find(enumeration.names.begin(), enumeration.names.end(), name.text) != enumeration.names.end()) {
            d.notes.push_back({enumeration.span, fmt::format("`{}` has a value of this name, but no `{}` is wanted here", enumeration.name,
                                                             enumeration.name)});
            return std::nullopt;
        }
    point_elsewhere(c_, d, name.text);
    return std::nullopt;
}

Resolved Expressions::index(const spec::Expr& e, const spec::IndexExpr& n) {
    const auto table = c_.table_named(n.table);
    if (!table) {
        for (const spec::ExprPtr& k : n.keys) static_cast<void>(resolve(*k, Expect::silently()));
        return std::nullopt;
    }
    auto values = keys(*table, n.table, n.keys, e.span, false);
    if (!values) return std::nullopt;
    return c_.add(reference_type(*table), e.span, RecordAt{*table, std::move(*values)});
}

std::optional<std::vector<ExprId>> Expressions::keys(TableId table, const spec::Name& at, const std::vector<spec::ExprPtr>& given,
                                                     Span span, bool partial) {
    const bool poisoned = c_.tables[table.value].keys_poisoned;
    const std::size_t wanted = c_.model[table].keys.size();
    if (!poisoned && (given.size() > wanted || (given.size() < wanted && !partial))) {
        std::string names;
        for (const Key& k : c_.model[table].keys) names += (names.empty() ? "" : ", ") + k.name;
        spec::Diagnostic& d =
            c_.error("E0304", span, fmt::format("`{}` has {} key{}, not {}", at.text, wanted, wanted == 1 ? "" : "s", given.size()));
        d.notes.push_back({c_.tables[table.value].table->name.span, "declared here"});
        if (!names.empty()) d.help = fmt::format("write `{}[{}]`", at.text, names);
        for (const spec::ExprPtr& k : given) static_cast<void>(resolve(*k, Expect::silently()));
        return std::nullopt;
    }
    std::vector<ExprId> out;
    bool good = !poisoned;
    for (std::size_t k = 0; k < given.size(); ++k) {
        Resolved v;
        if (poisoned) {
            v = resolve(*given[k], Expect::silently());
        } else {
            const Key& key = c_.model[table].keys[k];
            v = value(*given[k], key.table ? reference_type(*key.table) : slot_type(table, static_cast<std::uint32_t>(k)));
        }
        good = good && v.has_value();
        if (v) out.push_back(*v);
    }
    return good ? std::optional(std::move(out)) : std::nullopt;
}

Resolved Expressions::member(const spec::Expr& e, const spec::Member& n) {
    // A path is walked from its root: it may be long.
    std::vector<const spec::Expr*> path{&e};
    const spec::Expr* root = n.object.get();
    while (const auto* m = std::get_if<spec::Member>(&root->node)) {
        path.push_back(root);
        root = m->object.get();
    }
    Resolved at = any(*root);
    for (auto step = path.rbegin(); at && step != path.rend(); ++step) {
        const spec::Name& name = std::get<spec::Member>((*step)->node).field;
        const Type type = c_.type(*at);
        if (type.kind != Type::Kind::reference) {
            c_.error("E0303", name.span, fmt::format("only records have fields, and this is `{}`", c_.show(type)));
            return std::nullopt;
        }
        const Table& table = c_.model[type.table];
        if (name.text == "overdue" && table.revocation && !c_.tables[type.table.value].fields.contains("overdue")) {
            if (!not_in_count(name.span, "the time")) return std::nullopt;
            at = overdue((*step)->span, *at, table);
            continue;
        }
        const auto field = c_.field_named(type.table, name);
        if (!field) return std::nullopt;
        const Field& f = c_.field(type.table, *field);
        if ((f.role == Role::since || f.role == Role::entered) && place_ != Place::property && place_ != Place::transition) {
            c_.error("E0317", name.span, fmt::format("`{}` is known to properties only, not to the running kernel", name.text));
            return std::nullopt;
        }
        c_.tables[type.table.value].read[field->value] = true;
        if (c_.expr_depth[at->value] >= max_depth) {
            c_.error("E0411", e.span, "this path is too long");
            return std::nullopt;
        }
        at = c_.add(f.type, (*step)->span, Read{*at, *field});
    }
    return at;
}

/// In a phase, and past its deadline.
Resolved Expressions::overdue(Span span, ExprId object, const Table& table) {
    const FieldId phase = *table.field(Role::phase), deadline = *table.field(Role::deadline);
    const Type phases = c_.field(c_.type(object).table, phase).type;
    const ExprId now = c_.add(instant_type(), span, Now{});
    const ExprId is_idle = c_.add(boolean_type(), span, Equal{c_.add(phases, span, Read{object, phase}), c_.add(phases, span, Const{0})});
    const ExprId past = c_.add(boolean_type(), span, Less{c_.add(instant_type(), span, Read{object, deadline}), now, false});
    return c_.add(boolean_type(), span, And{{c_.add(boolean_type(), span, Not{is_idle}), past}});
}

}  // namespace fief::model
