// What a table declaration says: keys and sizes, which clause suits which noun, and the fields in their order.

#include "model/context.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fief::model {
namespace {

constexpr Value max_records = Value{1} << 32;
constexpr Value max_words = Value{1} << 34;
constexpr std::size_t max_rights = 62;
constexpr unsigned max_key_nesting = 64;

std::string_view noun(spec::Noun n) {
    static constexpr std::array<std::string_view, 5> words{"actor", "resource", "capability", "binding", "table"};
    return words[static_cast<std::size_t>(n)];
}
std::string a_noun(spec::Noun n) { return fmt::format("{} {}", n == spec::Noun::actor ? "an" : "a", noun(n)); }

// ---- clock ----------------------------------------------------------------------------------------------------------

void declare_clock(Context& c) {
    for (std::size_t i = 1; i < c.clocks.size(); ++i)
        c.error("E0509", c.clocks[i].decl->span, "there is one clock, and this is the second")
            .notes.push_back({c.clocks[0].decl->span, "first declared here"});
    if (c.clocks.empty()) return;
    const spec::ClockDecl& clock = *c.clocks[0].node;
    static const std::vector<std::string> units{"ns", "us", "ms", "s", "min", "h"};
    if (std::find(units.begin(), units.end(), clock.unit.text) == units.end()) {
        spec::Diagnostic& d = c.error("E0509", clock.unit.span, fmt::format("`{}` is no unit of time", clock.unit.text));
        d.help = "one of ns, us, ms, s, min, h";
        return;
    }
    c.model.clock = Clock{clock.unit.text, 0};
    if (const auto latency = c.clock_units(clock.latency, clock.latency_span)) {
        c.model.clock->latency = *latency;
        if (*latency == 0 && !c.revocations_declared.empty()) {
            spec::Diagnostic& d = c.error("E0509", clock.latency_span, "with a latency of 0 time could never pass a deadline");
            d.help = "say how late the kernel may be, such as 10us";
            d.notes.push_back({c.revocations_declared[0].decl->span, "this revocation has deadlines"});
        }
    }
}

// ---- keys -----------------------------------------------------------------------------------------------------------

void declare_keys(Context& c, TableId id) {
    TableNotes& notes = c.tables[id.value];
    Table& t = c.model.tables[id.value];
    std::map<std::string, Span> seen;
    for (const spec::KeyExpr& k : notes.table->keys) {
        Key key;
        if (k.table) {
            key.table = c.table_named(*k.table);
            if (!key.table) {
                notes.keys_poisoned = true;
                continue;
            }
        } else {
            key.size = k.size.value_or(0);
            if (key.size == 0) {
                c.error("E0504", k.span, "a table needs room for at least one record").help = "give the key at least one slot";
                notes.keys_poisoned = true;
            } else if (key.size > static_cast<std::uint64_t>(max_records)) {
                c.error("E0504", k.span, fmt::format("{} slots are more than the {} a table may have", key.size, max_records));
                notes.keys_poisoned = true;
            }
        }
        key.name = k.label ? k.label->text : k.table ? k.table->text : "slot";
        const Span at = k.label ? k.label->span : k.span;
        const auto [before, added] = seen.try_emplace(key.name, at);
        if (!added) {
            spec::Diagnostic& d = c.error("E0214", at, fmt::format("two keys of `{}` are called `{}`", t.name, key.name));
            d.notes.push_back({before->second, "the first"});
            d.help = "name them: `[from: env, to: env]`";
            notes.keys_poisoned = true;
            continue;
        }
        t.keys.push_back(std::move(key));
    }
    if (t.keys.size() > max_keys) {
        c.error("E0504", notes.table->keys[max_keys].span, fmt::format("a table has at most {} keys", max_keys));
        notes.keys_poisoned = true;
    }
    const spec::Noun n = notes.table->noun;
    if (notes.table->keys.empty() && n != spec::Noun::table && n != spec::Noun::resource) {
        c.error("E0502", notes.table->name.span, fmt::format("{} needs a key", a_noun(n))).help =
            fmt::format("say how many there are: `{} {}[64]`", noun(n), t.name);
        notes.keys_poisoned = true;
    }
    t.always_live = n == spec::Noun::resource || notes.table->keys.empty();
}

/// How many records a table has at full capacity; reports what is too large, and keys that go round in a circle.
Value count_records(Context& c, TableId id, unsigned depth) {
    TableNotes& notes = c.tables[id.value];
    if (notes.records != 0) return notes.records;
    if (depth > max_key_nesting) {
        c.error("E0503", notes.table->name.span, fmt::format("the keys of `{}` lead back to itself", c.model[id].name));
        return notes.records = 1;
    }
    Value records = 1;
    for (std::size_t k = 0; k < c.model[id].keys.size(); ++k) {
        const Key& key = c.model[id].keys[k];
        const Value size = key.table ? count_records(c, *key.table, depth + 1) : static_cast<Value>(key.size);
        if (records > max_records / std::max<Value>(size, 1)) {
            if (!notes.keys_poisoned)
                c.error("E0504", notes.table->name.span,
                        fmt::format("`{}` would have more than the {} records a table may have", c.model[id].name, max_records));
            notes.keys_poisoned = true;
            return notes.records = 1;
        }
        records *= std::max<Value>(size, 1);
    }
    return notes.records = records;
}

void check_key_tables(Context& c, TableId id) {
    const TableNotes& notes = c.tables[id.value];
    const Table& t = c.model[id];
    for (const spec::KeyExpr& k : notes.table->keys) {
        if (!k.table) continue;
        const auto other = c.find_table(k.table->text);
        if (!other) continue;
        if (c.tables[other->value].table->keys.empty())
            c.error("E0503", k.span, fmt::format("there is just one `{}`, so it tells no records apart", k.table->text));
        else if (t.always_live && !c.model[*other].always_live)
            c.error("E0503", k.span,
                    fmt::format("the records of `{}` always exist, but those of its key `{}` come and go", t.name, k.table->text))
                .help = "make it a `table`, whose records are made by `new`";
    }
}

// ---- rights ---------------------------------------------------------------------------------------------------------

void declare_rights(Context& c, TableId id) {
    TableNotes& notes = c.tables[id.value];
    Table& t = c.model.tables[id.value];
    const spec::FieldDecl* first = nullptr;
    for (const spec::FieldDecl& f : notes.table->fields) {
        const auto* rights = std::get_if<spec::RightsField>(&f.node);
        if (!rights) continue;
        if (first) {
            c.error("E0214", f.span, fmt::format("`{}` names its rights twice", t.name)).notes.push_back({first->span, "first here"});
            continue;
        }
        first = &f;
        std::map<std::string, Span> seen;
        for (const spec::Name& name : rights->names) {
            const auto [before, added] = seen.try_emplace(name.text, name.span);
            if (!added) {
                c.error("E0214", name.span, fmt::format("`{}` is among the rights of `{}` twice", name.text, t.name))
                    .notes.push_back({before->second, "first here"});
                continue;
            }
            auto at = c.right_bits.find(name.text);
            if (at == c.right_bits.end()) {
                if (c.model.rights.size() == max_rights) {
                    c.error("E0505", name.span, fmt::format("a system has at most {} different rights", max_rights));
                    notes.poisoned.insert("rights");
                    return;
                }
                at = c.right_bits.emplace(name.text, static_cast<std::uint32_t>(c.model.rights.size())).first;
                c.model.rights.push_back(name.text);
            }
            t.rights |= std::uint64_t{1} << at->second;
        }
    }
}

// ---- revocations ----------------------------------------------------------------------------------------------------

std::optional<Value> constant_duration(Context& c, const spec::Expr& e) {
    if (const auto* d = std::get_if<spec::DurationLiteral>(&e.node)) return c.clock_units(*d, e.span);
    c.error("E0514", e.span, "a phase's period is a duration, such as 50us");
    return std::nullopt;
}

void declare_revocation(Context& c, const Declared<spec::RevocationDecl>& declared) {
    const spec::RevocationDecl& n = *declared.node;
    const auto id = RevocationId{static_cast<std::uint32_t>(c.model.revocations.size())};
    if (n.subject.type.range || n.subject.type.member) {
        c.error("E0506", n.subject.type.span, "a revocation is of the records of a table");
        return;
    }
    const auto table = c.table_named(n.subject.type.name);
    if (!table) return;
    Table& t = c.model.tables[table->value];
    if (n.subject.type.optional || n.subject.type.weak)
        c.error("E0310", n.subject.type.span, "a revocation is of a record that is there: neither optional nor weak");
    if (t.revocation) {
        c.error("E0506", declared.decl->span, fmt::format("`{}` has a revocation already", t.name))
            .notes.push_back({c.model[*t.revocation].span, "the first"});
        return;
    }
    if (c.clocks.empty())
        c.error("E0506", declared.decl->span, "a revocation has deadlines, and there is no clock").help =
            "declare one: `clock us latency 10us`";
    t.revocation = id;
    Revocation r;
    r.table = *table;
    r.phases = EnumId{static_cast<std::uint32_t>(c.model.enumerations.size())};
    r.has_force = !n.force.empty();
    r.doc = join_doc(declared.decl->doc);
    r.span = declared.decl->span;
    Enumeration phases{t.name + ".phase", {"idle"}, "", declared.decl->span};
    std::map<std::string, Span> seen;
    for (const spec::PhaseItem& phase : n.phases) {
        if (phase.name.text == "idle") {
            c.error("E0215", phase.name.span, "`idle` is the phase of a record that is not being revoked");
        } else if (const auto [at, added] = seen.try_emplace(phase.name.text, phase.name.span); !added) {
            c.error("E0214", phase.name.span, fmt::format("two phases are called `{}`", phase.name.text))
                .notes.push_back({at->second, "the first"});
        }
        const auto within = constant_duration(c, *phase.within);
        r.steps.push_back({phase.name.text, within.value_or(0), phase.span});
        phases.names.push_back(phase.name.text);
    }
    if (n.phases.empty()) c.error("E0502", declared.decl->span, "a revocation needs a phase").help = "`phase ask within 1ms { … }`";
    for (std::size_t i = 1; i < n.force.size(); ++i)
        c.error("E0214", n.force[i].span, "there is one `force` block, and this is the second")
            .notes.push_back({n.force[0].span, "the first"});
    c.model.enumerations.push_back(std::move(phases));
    c.model.revocations.push_back(std::move(r));
    RevocationNotes notes;
    notes.decl = declared.decl;
    notes.revocation = &n;
    c.revocations.push_back(std::move(notes));
}

// ---- clauses and fields ---------------------------------------------------------------------------------------------

class Fields {
public:
    Fields(Context& context, TableId id)
        : c_(context), id_(id), notes_(context.tables[id.value]), decl_(*notes_.table), name_(context.model[id].name) {}

    void declare() {
        check_clauses();
        for (std::uint32_t k = 0; k < table().keys.size(); ++k) {
            const Key& key = table().keys[k];
            add({key.name, key.table ? reference_type(*key.table) : slot_type(id_, k), Role::key, "", decl_.name.span});
        }
        if (to_) reference("target", std::get<spec::ToClause>(to_->node).table, Role::target, to_->span, "resource");
        for (const spec::Clause* via : via_) {
            const auto& v = std::get<spec::ViaClause>(via->node);
            reference(v.label ? v.label->text : "via", v.table, Role::via, v.label ? v.label->span : via->span, "table");
        }
        if (held_) reference("holder", std::get<spec::HeldClause>(held_->node).actor, Role::holder, held_->span, "actor");
        if (owned_) reference("owner", std::get<spec::OwnedClause>(owned_->node).actor, Role::owner, owned_->span, "actor");
        for (const spec::FieldDecl& f : decl_.fields)
            if (std::holds_alternative<spec::RightsField>(f.node) && table().rights != 0) {
                add({"rights", rights_type(id_), Role::rights, join_doc(f.doc), f.span});
                break;
            }
        if (derived_) add({"parent", reference_type(id_, true), Role::parent, "", derived_->span});
        if (table().revocation) {
            const Span at = c_.model[*table().revocation].span;
            add({"phase", enum_type(c_.model[*table().revocation].phases), Role::phase, "", at});
            add({"deadline", instant_type(), Role::deadline, "", at});
            add({"since", instant_type(), Role::since, "", at});
            add({"entered", instant_type(), Role::entered, "", at});
        }
        for (const spec::FieldDecl& f : decl_.fields)
            if (const auto* plain = std::get_if<spec::PlainField>(&f.node)) add_plain(f, *plain);
        if (const auto owner = table().field(Role::owner)) table().free = Free{*owner, none, "none"};
        if (free_) declare_free(std::get<spec::FreeClause>(free_->node));
        notes_.read.resize(table().fields.size());
    }

private:
    Table& table() { return c_.model.tables[id_.value]; }

    void add(Field field) {
        Table& t = table();
        const auto [at, added] = notes_.fields.try_emplace(field.name, FieldId{static_cast<std::uint32_t>(t.fields.size())});
        if (added && !notes_.poisoned.contains(field.name)) {
            t.fields.push_back(std::move(field));
            return;
        }
        if (!added) {
            const Field& first = t.fields[at->second.value];
            spec::Diagnostic& d = c_.error("E0214", field.span, fmt::format("`{}` has two fields called `{}`", name_, field.name));
            d.notes.push_back({first.span, first.role == Role::plain ? "the first"
                                           : first.role == Role::key ? "the first is this table's key"
                                                                     : "the first comes with this declaration"});
        }
    }

    void add_plain(const spec::FieldDecl& f, const spec::PlainField& plain) {
        if (plain.name.text == "overdue" && table().revocation) {
            c_.error("E0214", plain.name.span, fmt::format("`overdue` of `{}` comes with its revocation", name_));
            return;
        }
        const auto type = resolve_type(c_, plain.type);
        if (!type) {
            if (!notes_.fields.contains(plain.name.text)) notes_.poisoned.insert(plain.name.text);
            return;
        }
        add({plain.name.text, *type, Role::plain, join_doc(f.doc), plain.name.span});
    }

    void reference(const std::string& name, const spec::Name& to, Role role, Span span, std::string_view wanted) {
        const auto table_id = c_.table_named(to, wanted);
        if (!table_id) {
            notes_.poisoned.insert(name);
            return;
        }
        if ((role == Role::holder || role == Role::owner) && c_.tables[table_id->value].table->noun != spec::Noun::actor) {
            c_.error("E0515", to.span,
                     fmt::format("only actors {} things, and `{}` is {}", role == Role::holder ? "hold" : "own", to.text,
                                 a_noun(c_.tables[table_id->value].table->noun)))
                .notes.push_back({c_.tables[table_id->value].table->name.span, "declared here"});
            notes_.poisoned.insert(name);
            return;
        }
        Type type = reference_type(*table_id, role == Role::owner);
        if (role == Role::target) type.weak = std::get<spec::ToClause>(to_->node).weak;
        add({name, type, role, "", span});
    }

    void declare_free(const spec::FreeClause& clause) {
        if (owned_) {
            c_.error("E0501", free_->span, fmt::format("`{}` has an owner: it is free while that is `none`", name_))
                .notes.push_back({owned_->span, "owned here"});
            return;
        }
        const auto field = c_.field_named(id_, clause.field);
        if (!field) return;
        const Type& type = table().fields[field->value].type;
        std::optional<Value> value;
        if (type.kind == Type::Kind::enumeration) {
            const auto& names = c_.model[type.enumeration].names;
            const auto at = std::find(names.begin(), names.end(), clause.value.text);
            if (at != names.end()) value = at - names.begin();
        } else if (type.kind == Type::Kind::boolean) {
            if (clause.value.text == "true" || clause.value.text == "false") value = clause.value.text == "true" ? 1 : 0;
        } else if (type.kind == Type::Kind::reference && type.optional && clause.value.text == "none") {
            value = none;
        }
        if (!value) {
            c_.error("E0501", clause.value.span, fmt::format("`{}.{}` is never `{}`", name_, clause.field.text, clause.value.text)).help =
                "a resource is free while a field has one of its names, is `true`, `false` or `none`";
            return;
        }
        table().free = Free{*field, *value, clause.value.text};
    }

    /// Which clause suits which noun.
    void check_clauses() {
        using N = spec::Noun;
        for (const spec::Clause& clause : decl_.clauses)
            std::visit(overloaded{
                           [&](const spec::ToClause&) {
                               only(clause, "to", {N::capability, N::binding}) && once(clause, to_, "to");
                           },
                           [&](const spec::ViaClause&) {
                               if (only(clause, "via", {N::binding})) via_.push_back(&clause);
                           },
                           [&](const spec::OwnedClause&) { only(clause, "owned by", {N::resource}) && once(clause, owned_, "owned by"); },
                           [&](const spec::HeldClause&) { only(clause, "held by", {N::capability}) && once(clause, held_, "held by"); },
                           [&](const spec::DerivedClause&) {
                               if (!once(clause, derived_, "derived")) return;
                               if (decl_.keys.size() == 1 && decl_.keys[0].size) {
                                   table().derived = true;
                                   return;
                               }
                               c_.error("E0501", clause.span, "only a pool can be `derived`: a table with one key, a number").help =
                                   "its records are then found by reference";
                               derived_ = nullptr;
                               notes_.poisoned.insert("parent");
                           },
                           [&](const spec::KeptClause&) {
                               if (once(clause, kept_, "kept")) check_kept(clause);
                           },
                           [&](const spec::FreeClause&) { only(clause, "free while", {N::resource}) && once(clause, free_, "free while"); },
                       },
                       clause.node);
        if (!to_ && (decl_.noun == N::capability || decl_.noun == N::binding)) {
            c_.error("E0502", decl_.name.span, fmt::format("{} is to something", a_noun(decl_.noun))).help =
                fmt::format("say what: `{} {} to page`", noun(decl_.noun), name_);
            notes_.poisoned.insert("target");
        }
    }

    void check_kept(const spec::Clause& clause) {
        unsigned actors = 0;
        for (const Key& k : table().keys)
            if (k.table && c_.tables[k.table->value].table->noun == spec::Noun::actor) ++actors;
        if (table().always_live && decl_.noun != spec::Noun::resource && decl_.keys.empty()) {
            c_.error("E0501", clause.span, fmt::format("`{}` always exists: there is no leaving to forbid", name_));
        } else if (decl_.noun == spec::Noun::resource) {
            c_.error("E0501", clause.span, "a resource always exists: there is no leaving to forbid");
        } else if (actors != 1) {
            if (!notes_.keys_poisoned)
                c_.error("E0501", clause.span,
                         fmt::format("what is `kept` is kept for one actor, and `{}` has {} among its keys", name_,
                                     actors ? "several" : "none"))
                    .help = "key it by the actor: `table lost[env, 16] kept`";
        } else {
            table().kept = true;
        }
    }

    bool only(const spec::Clause& clause, std::string_view word, std::initializer_list<spec::Noun> nouns) {
        std::string allowed;
        for (const spec::Noun n : nouns) {
            if (n == decl_.noun) return true;
            allowed += fmt::format("{}{}", allowed.empty() ? "" : " or ", a_noun(n));
        }
        c_.error("E0501", clause.span, fmt::format("`{}` suits {}, and `{}` is {}", word, allowed, name_, a_noun(decl_.noun)));
        // What the clause would have added is wanted further down: do not complain again that it is missing.
        std::visit(overloaded{
                       [&](const spec::ToClause&) { notes_.poisoned.insert("target"); },
                       [&](const spec::ViaClause& v) { notes_.poisoned.insert(v.label ? v.label->text : "via"); },
                       [&](const spec::OwnedClause&) { notes_.poisoned.insert("owner"); },
                       [&](const spec::HeldClause&) { notes_.poisoned.insert("holder"); },
                       [](const auto&) {},
                   },
                   clause.node);
        return false;
    }

    bool once(const spec::Clause& clause, const spec::Clause*& slot, std::string_view word) {
        if (slot) {
            c_.error("E0214", clause.span, fmt::format("`{}` says `{}` twice", name_, word)).notes.push_back({slot->span, "first here"});
            return false;
        }
        slot = &clause;
        return true;
    }

    Context& c_;
    TableId id_;
    TableNotes& notes_;
    const spec::TableDecl& decl_;
    std::string name_;
    const spec::Clause *to_ = nullptr, *held_ = nullptr, *owned_ = nullptr, *derived_ = nullptr, *kept_ = nullptr, *free_ = nullptr;
    std::vector<const spec::Clause*> via_;
};

void check_words(Context& c) {
    Value words = 0;
    for (std::uint32_t t = 0; t < c.tables.size(); ++t) {
        const Value width = 1 + static_cast<Value>(c.model.tables[t].fields.size());
        if (c.tables[t].records > max_words / width || (words += c.tables[t].records * width) > max_words) {
            c.error("E0504", c.tables[t].table->name.span,
                    fmt::format("with `{}` the tables take more than {} words", c.model.tables[t].name, max_words));
            return;
        }
    }
}

}  // namespace

void declare_tables(Context& c) {
    declare_clock(c);
    const auto count = static_cast<std::uint32_t>(c.tables.size());
    for (std::uint32_t t = 0; t < count; ++t) declare_keys(c, TableId{t});
    for (std::uint32_t t = 0; t < count; ++t) check_key_tables(c, TableId{t});
    for (std::uint32_t t = 0; t < count; ++t) static_cast<void>(count_records(c, TableId{t}, 0));
    for (std::uint32_t t = 0; t < count; ++t) declare_rights(c, TableId{t});
    for (const auto& revocation : c.revocations_declared) declare_revocation(c, revocation);
    for (std::uint32_t t = 0; t < count; ++t) Fields(c, TableId{t}).declare();
    check_words(c);
}

}  // namespace fief::model
