#pragma once
// Expressions and variables that are added to a model while literals are made of them.

#include "model/model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace fief::model::literal {

/// Adds to the model what it is asked for.
struct Expressions {
    Model& m_;

    ExprId make(Type type, decltype(Expr::node) node) {
        m_.exprs.push_back({type, {}, std::move(node)});
        return ExprId{static_cast<std::uint32_t>(m_.exprs.size() - 1)};
    }
    static Type boolean() { return {}; }
    static Type record_of(TableId t) {
        Type type;
        type.kind = Type::Kind::reference;
        type.table = t;
        return type;
    }
    [[nodiscard]] const Type& type_of(ExprId e) const { return m_[e].type; }

    VarId variable(TableId table) {
        // The first letter of the table's name, as people write it; another number of it where it is taken.
        const std::string base = m_[table].name.substr(0, 1);
        std::string name = base;
        for (unsigned n = 2; taken(name); ++n) name = fmt::format("{}{}", base, n);
        m_.vars.push_back({name, record_of(table), Var::Kind::bound, {}});
        names_.insert(name);
        return VarId{static_cast<std::uint32_t>(m_.vars.size() - 1)};
    }
    std::set<std::string> names_;  ///< of this family's variables
    [[nodiscard]] bool taken(const std::string& name) const {
        const auto named = [&](const auto& things) {
            return std::any_of(things.begin(), things.end(), [&](const auto& x) { return x.name == name; });
        };
        const bool in_enumeration = std::any_of(m_.enumerations.begin(), m_.enumerations.end(), [&](const Enumeration& e) {
            return std::find(e.names.begin(), e.names.end(), name) != e.names.end();
        });
        return names_.contains(name) || named(m_.tables) || named(m_.counts) || named(m_.guards) || named(m_.relations) || in_enumeration ||
               std::find(m_.rights.begin(), m_.rights.end(), name) != m_.rights.end();
    }

    ExprId read(ExprId record, FieldId field) {
        const TableId table = type_of(record).table;
        return make(m_[table].fields[field.value].type, Read{record, field});
    }
    ExprId constant(const Type& type, Value value) { return make(type, Const{value}); }
    ExprId negation(ExprId e) { return make(boolean(), Not{e}); }
    ExprId equal(ExprId a, ExprId b) { return make(boolean(), Equal{a, b}); }
    ExprId is_none(ExprId reference) {
        Type type = type_of(reference);
        type.optional = true;
        type.weak = false;
        return equal(reference, constant(type, none));
    }
    ExprId conjunction(std::vector<ExprId> parts) { return parts.size() == 1 ? parts[0] : make(boolean(), And{std::move(parts)}); }
};

}  // namespace fief::model::literal
