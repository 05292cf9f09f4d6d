// Types as written, and the types of other tables' fields: `pte.slot`, `cap.rights`, `gate.pc`.

#include "model/context.hpp"

#include <fmt/format.h>

namespace fief::model {
namespace {

void refuse_optional(Context& c, const spec::TypeExpr& t, std::string_view what) {
    if (t.optional || t.weak)
        c.error("E0310", t.span, fmt::format("{} cannot be {}", what, t.optional ? "optional" : "weak")).help =
            "`?` and `weak` are for references to records";
}

std::optional<Type> clause_type(Context& c, TableId table, const std::string& member, bool& found) {
    const TableNotes& notes = c.tables[table.value];
    const auto reference = [&](const spec::Name& to, bool optional, bool weak) -> std::optional<Type> {
        found = true;
        const auto t = c.find_table(to.text);
        if (!t) return std::nullopt;  // reported where the clause is read
        Type type = reference_type(*t, optional);
        type.weak = weak;
        return type;
    };
    for (const spec::Clause& clause : notes.table->clauses) {
        if (const auto* to = std::get_if<spec::ToClause>(&clause.node); to && member == "target")
            return reference(to->table, false, to->weak);
        if (const auto* via = std::get_if<spec::ViaClause>(&clause.node); via && member == (via->label ? via->label->text : "via"))
            return reference(via->table, false, false);
        if (const auto* held = std::get_if<spec::HeldClause>(&clause.node); held && member == "holder")
            return reference(held->actor, false, false);
        if (const auto* owned = std::get_if<spec::OwnedClause>(&clause.node); owned && member == "owner")
            return reference(owned->actor, true, false);
        if (std::get_if<spec::DerivedClause>(&clause.node) && member == "parent") {
            found = true;
            return reference_type(table, true);
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Type> member_type(Context& c, TableId table, const spec::Name& member, unsigned depth) {
    const TableNotes& notes = c.tables[table.value];
    const Table& t = c.model[table];
    if (depth > 64) {
        c.error("E0203", member.span, fmt::format("the type of `{}.{}` goes round in a circle", t.name, member.text));
        return std::nullopt;
    }
    for (std::uint32_t k = 0; k < t.keys.size(); ++k)
        if (t.keys[k].name == member.text) return t.keys[k].table ? reference_type(*t.keys[k].table) : slot_type(table, k);
    if (notes.keys_poisoned) return std::nullopt;
    if (member.text == "rights") {
        if (t.rights == 0 && !notes.poisoned.contains("rights"))
            c.error("E0208", member.span, fmt::format("`{}` has no rights", t.name)).help =
                fmt::format("declare them in the table: `rights {{ … }}`");
        return t.rights == 0 ? std::nullopt : std::optional(rights_type(table));
    }
    bool found = false;
    auto built_in = clause_type(c, table, member.text, found);
    if (found) return built_in;
    if (t.revocation) {
        if (member.text == "phase") return enum_type(c.model[*t.revocation].phases);
        if (member.text == "deadline" || member.text == "since" || member.text == "entered") return instant_type();
    }
    for (const spec::FieldDecl& f : notes.table->fields)
        if (const auto* plain = std::get_if<spec::PlainField>(&f.node); plain && plain->name.text == member.text) {
            const spec::TypeExpr& type = plain->type;
            if (!type.member) return resolve_type(c, type);
            const auto other = c.find_table(type.name.text);
            return other ? member_type(c, *other, *type.member, depth + 1) : std::nullopt;
        }
    spec::Diagnostic& d = c.error("E0212", member.span, fmt::format("`{}` has no key or field `{}`", t.name, member.text));
    std::vector<std::string> names;
    for (const Key& k : t.keys) names.push_back(k.name);
    if (t.rights != 0) names.emplace_back("rights");
    for (const spec::FieldDecl& f : notes.table->fields)
        if (const auto* plain = std::get_if<spec::PlainField>(&f.node)) names.push_back(plain->name.text);
    suggest(d, member.text, names);
    return std::nullopt;
}

std::optional<Type> resolve_type(Context& c, const spec::TypeExpr& t) {
    if (t.range) {
        refuse_optional(c, t, "a number");
        const auto [lo, hi] = *t.range;
        if (lo > hi) {
            c.error("E0318", t.span, fmt::format("the range {}..{} is empty", lo, hi));
            return std::nullopt;
        }
        if (hi > static_cast<std::uint64_t>(max_number)) {
            c.error("E0318", t.span, fmt::format("numbers end at {}", max_number));
            return std::nullopt;
        }
        return integer_type(static_cast<Value>(lo), static_cast<Value>(hi));
    }
    if (!t.member && t.name.text == "bool") {
        refuse_optional(c, t, "a truth value");
        return boolean_type();
    }
    if (!t.member && t.name.text == "time") {
        refuse_optional(c, t, "a time");
        if (!c.model.clock && c.clocks.empty())
            c.error("E0308", t.span, "a time needs a clock").help = "declare one: `clock us latency 10us`";
        return instant_type();
    }
    const auto at = c.types.find(t.name.text);
    if (at == c.types.end()) {
        spec::Diagnostic& d = c.error("E0203", t.name.span, fmt::format("there is no type `{}`", t.name.text));
        auto names = names_of(c.types, {Symbol::Kind::table, Symbol::Kind::enumeration});
        names.emplace_back("bool");
        names.emplace_back("time");
        suggest(d, t.name.text, names);
        if (d.label.empty()) point_elsewhere(c, d, t.name.text);
        return std::nullopt;
    }
    at->second.used = true;
    if (at->second.kind == Symbol::Kind::enumeration) {
        if (t.member) {
            c.error("E0212", t.member->span, fmt::format("`{}` is an enumeration and has no members", t.name.text)).help =
                "name its values alone; what they belong to follows from where they stand";
            return std::nullopt;
        }
        refuse_optional(c, t, "an enumeration");
        return enum_type(EnumId{at->second.id});
    }
    const TableId table{at->second.id};
    if (t.member) {
        auto type = member_type(c, table, *t.member);
        if (!type) return std::nullopt;
        if (t.optional || t.weak) {
            if (type->kind != Type::Kind::reference) {
                refuse_optional(c, t, "this");
            } else {
                type->optional = type->optional || t.optional;
                type->weak = type->weak || t.weak;
            }
        }
        return type;
    }
    Type type = reference_type(table, t.optional);
    type.weak = t.weak;
    return type;
}

}  // namespace fief::model
