// Constants of a boot state.

#include "model/boot.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fief::model {

std::optional<Value> Constants::mismatch(const spec::Expr& e, const Type& type) {
    c_.error("E0514", e.span, fmt::format("expected a constant `{}`", c_.show(type)));
    return std::nullopt;
}

Value Constants::key_size(TableId table, std::size_t key) const {
    const Key& k = c_.model[table].keys[key];
    return k.table ? c_.tables[k.table->value].records : static_cast<Value>(k.size);
}

Value Constants::record(TableId table, const std::vector<Value>& keys) const {
    Value index = 0;
    for (std::size_t k = 0; k < keys.size(); ++k) index = index * key_size(table, k) + keys[k];
    return index;
}

std::string Constants::show(TableId id, Value record) const {
    const Table& table = c_.model[id];
    std::string keys;
    for (std::size_t k = table.keys.size(); k-- > 0;) {
        const Value size = key_size(id, k);
        keys = fmt::format("{}{}{}", record % size, keys.empty() ? "" : ", ", keys);
        record /= size;
    }
    return table.keys.empty() ? fmt::format("`{}`", table.name) : fmt::format("`{}[{}]`", table.name, keys);
}

std::optional<Value> Constants::number(const spec::Expr& e, const BootNames& names) {
    if (const auto* n = std::get_if<spec::IntLiteral>(&e.node)) {
        if (n->value <= static_cast<std::uint64_t>(max_number)) return static_cast<Value>(n->value);
        c_.error("E0306", e.span, fmt::format("numbers end at {}", max_number));
        return std::nullopt;
    }
    if (const auto* n = std::get_if<spec::Ident>(&e.node)) {
        for (const auto& [name, value] : names)
            if (name == n->name.text) return value;
        spec::Diagnostic& d = c_.error("E0201", e.span, fmt::format("there is no number called `{}` here", n->name.text));
        std::vector<std::string> candidates;
        for (const auto& bound : names) candidates.push_back(bound.first);
        suggest(d, n->name.text, candidates);
        return std::nullopt;
    }
    if (const auto* n = std::get_if<spec::Sum>(&e.node)) {
        auto total = number(*n->first, names);
        for (const auto& term : n->rest) {
            const auto v = number(*term.operand, names);
            if (!total || !v) return std::nullopt;
            Value result = 0;
            if (term.op == spec::Sum::Op::intersect || (term.op == spec::Sum::Op::plus ? __builtin_add_overflow(*total, *v, &result)
                                                                                       : __builtin_sub_overflow(*total, *v, &result))) {
                c_.error("E0514", e.span, "this is no number");
                return std::nullopt;
            }
            total = result;
        }
        return total;
    }
    c_.error("E0514", e.span, "expected a constant number");
    return std::nullopt;
}

std::optional<Value> Constants::key(const spec::Expr& e, TableId table, std::size_t k, const BootNames& names) {
    const Key& key = c_.model[table].keys[k];
    const bool by_index = std::holds_alternative<spec::IntLiteral>(e.node) || std::holds_alternative<spec::Sum>(e.node) ||
                          std::holds_alternative<spec::Ident>(e.node);
    if (key.table && !(by_index && c_.model[*key.table].pool())) return value(e, reference_type(*key.table), names);
    const auto v = number(e, names);
    if (!v) return std::nullopt;
    if (*v >= 0 && *v < key_size(table, k)) return v;
    c_.error("E0307", e.span, fmt::format("{} is not among the {} values of the key `{}`", *v, key_size(table, k), key.name))
        .notes.push_back({c_.tables[table.value].table->name.span, "declared here"});
    return std::nullopt;
}

std::optional<Value> Constants::reference(const spec::Expr& e, const Type& type, const BootNames& names) {
    if (std::holds_alternative<spec::NoneLiteral>(e.node)) {
        if (type.optional) return none;
        c_.error("E0305", e.span, fmt::format("there is always {} here, never `none`", a_record(c_.model[type.table].name)));
        return std::nullopt;
    }
    const spec::Name* name = nullptr;
    static const std::vector<spec::ExprPtr> no_keys;
    const std::vector<spec::ExprPtr>* keys = &no_keys;
    if (const auto* n = std::get_if<spec::Ident>(&e.node)) name = &n->name;
    if (const auto* n = std::get_if<spec::IndexExpr>(&e.node)) {
        name = &n->table;
        keys = &n->keys;
    }
    if (!name) return mismatch(e, type);
    const auto table = c_.table_named(*name);
    if (!table) return std::nullopt;
    if (*table != type.table) {
        c_.error("E0301", e.span, fmt::format("expected `{}`, found `{}`", c_.show(type), name->text));
        return std::nullopt;
    }
    if (c_.tables[table->value].keys_poisoned) return std::nullopt;
    const std::size_t wanted = c_.model[*table].keys.size();
    if (keys->size() != wanted) {
        c_.error("E0304", e.span, fmt::format("`{}` has {} key{}, not {}", name->text, wanted, wanted == 1 ? "" : "s", keys->size()))
            .notes.push_back({c_.tables[table->value].table->name.span, "declared here"});
        return std::nullopt;
    }
    Value index = 0;
    for (std::size_t k = 0; k < wanted; ++k) {
        const auto v = key(*(*keys)[k], *table, k, names);
        if (!v) return std::nullopt;
        index = index * key_size(*table, k) + *v;
    }
    return index;
}

std::optional<Value> Constants::rights(const spec::Expr& e, const Type& type, const BootNames& names) {
    if (std::holds_alternative<spec::AllLiteral>(e.node)) return static_cast<Value>(c_.model[type.table].rights);
    if (const auto* n = std::get_if<spec::RightsLiteral>(&e.node)) {
        Value mask = 0;
        for (const spec::Name& name : n->names) {
            const auto bit = c_.right_bit(type.table, name);
            if (!bit) return std::nullopt;
            mask |= Value{1} << *bit;
        }
        return mask;
    }
    if (const auto* n = std::get_if<spec::Sum>(&e.node)) {
        auto total = rights(*n->first, type, names);
        for (const auto& term : n->rest) {
            const auto v = rights(*term.operand, type, names);
            if (!total || !v) return std::nullopt;
            total = term.op == spec::Sum::Op::plus ? *total | *v : term.op == spec::Sum::Op::minus ? *total & ~*v : *total & *v;
        }
        return total;
    }
    return mismatch(e, type);
}

std::optional<Value> Constants::value(const spec::Expr& e, const Type& type, const BootNames& names) {
    switch (type.kind) {
        case Type::Kind::boolean:
            if (const auto* n = std::get_if<spec::BoolLiteral>(&e.node)) return n->value ? 1 : 0;
            return mismatch(e, type);
        case Type::Kind::integer: {
            const auto v = number(e, names);
            if (!v || (*v >= type.lo && *v <= type.hi)) return v;
            c_.error("E0306", e.span, fmt::format("{} is outside of {}", *v, c_.show(type)));
            return std::nullopt;
        }
        case Type::Kind::slot: return key(e, type.table, type.key, names);
        case Type::Kind::instant:
        case Type::Kind::duration:  // boot is at time 0
            if (const auto* n = std::get_if<spec::DurationLiteral>(&e.node)) return c_.clock_units(*n, e.span);
            if (std::holds_alternative<spec::NowLiteral>(e.node)) return 0;
            return mismatch(e, type);
        case Type::Kind::enumeration: {
            const auto* n = std::get_if<spec::Ident>(&e.node);
            if (!n) return mismatch(e, type);
            const auto& values = c_.model[type.enumeration].names;
            const auto at = std::find(values.begin(), values.end(), n->name.text);
            if (at != values.end()) return at - values.begin();
            spec::Diagnostic& d = c_.error("E0210", e.span, fmt::format("there is no value `{}` in `{}`", n->name.text, c_.show(type)));
            suggest(d, n->name.text, values);
            return std::nullopt;
        }
        case Type::Kind::reference: return reference(e, type, names);
        case Type::Kind::rights: return rights(e, type, names);
    }
    return std::nullopt;
}

}  // namespace fief::model
