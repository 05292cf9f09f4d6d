// Every top-level name, before any of them has a meaning.

#include "model/context.hpp"

#include <fmt/format.h>

namespace fief::model {
namespace {

/// Registers a name, or reports it at both places.
bool declare(Context& context, Symbols& space, const spec::Name& name, Symbol::Kind kind, std::uint32_t id) {
    const auto [at, added] = space.try_emplace(name.text, Symbol{kind, id, name.span, false});
    if (added) return true;
    context.error("E0213", name.span, fmt::format("`{}` is declared twice", name.text))
        .notes.push_back({at->second.span, fmt::format("first declared here, as {}", describe(at->second.kind))});
    return false;
}

bool reserved_type(const spec::Name& name) { return name.text == "bool" || name.text == "time"; }

class Declaring {
public:
    Declaring(Context& context, const spec::Decl& decl) : c_(context), decl_(decl) {}

    void operator()(const spec::ImportDecl&) const {}
    void operator()(const spec::ClockDecl& n) const { c_.clocks.push_back({&decl_, &n}); }
    void operator()(const spec::TableDecl& n) const {
        if (refuse_reserved(n.name)) return;
        const auto id = static_cast<std::uint32_t>(c_.model.tables.size());
        if (!declare(c_, c_.types, n.name, Symbol::Kind::table, id)) return;
        Table table;
        table.name = n.name.text;
        table.noun = static_cast<Noun>(n.noun);
        table.doc = join_doc(decl_.doc);
        table.span = decl_.span;
        c_.model.tables.push_back(std::move(table));
        TableNotes notes;
        notes.decl = &decl_;
        notes.table = &n;
        c_.tables.push_back(std::move(notes));
    }
    void operator()(const spec::EnumDecl& n) const {
        if (refuse_reserved(n.name)) return;
        const auto id = static_cast<std::uint32_t>(c_.model.enumerations.size());
        if (!declare(c_, c_.types, n.name, Symbol::Kind::enumeration, id)) return;
        Enumeration e{n.name.text, {}, join_doc(decl_.doc), decl_.span};
        std::map<std::string, Span> seen;
        for (const spec::Name& value : n.values) {
            const auto [at, added] = seen.try_emplace(value.text, value.span);
            if (added) {
                e.names.push_back(value.text);
            } else {
                c_.error("E0214", value.span, fmt::format("`{}` names two values of `{}`", value.text, n.name.text))
                    .notes.push_back({at->second, "first declared here"});
            }
        }
        c_.model.enumerations.push_back(std::move(e));
        c_.enumerations.push_back({&decl_, &n});
    }
    void operator()(const spec::RelationDecl& n) const {
        if (!declare(c_, c_.callables, n.name, Symbol::Kind::relation, static_cast<std::uint32_t>(c_.relations.size()))) return;
        c_.relations.push_back({&decl_, &n});
    }
    void operator()(const spec::IndexDecl& n) const { c_.indexes.push_back({&decl_, &n}); }
    void operator()(const spec::CountDecl& n) const {
        if (!declare(c_, c_.callables, n.name, Symbol::Kind::count, static_cast<std::uint32_t>(c_.counts.size()))) return;
        c_.counts.push_back({&decl_, &n});
    }
    void operator()(const spec::EventDecl& n) const {
        if (n.name.text == "force") {
            c_.error("E0215", n.name.span, "`force` cannot name an event: `emits force(x)` speaks of a force block");
            return;
        }
        if (!declare(c_, c_.events, n.name, Symbol::Kind::event, static_cast<std::uint32_t>(c_.events_declared.size()))) return;
        c_.events_declared.push_back({&decl_, &n});
    }
    void operator()(const spec::RevocationDecl& n) const { c_.revocations_declared.push_back({&decl_, &n}); }
    void operator()(const spec::CallDecl& n) const {
        if (!declare(c_, c_.callables, n.name, Symbol::Kind::call, static_cast<std::uint32_t>(c_.calls.size()))) return;
        c_.calls.push_back({&decl_, &n});
    }
    void operator()(const spec::RoutineDecl& n) const {
        if (!declare(c_, c_.callables, n.name, Symbol::Kind::routine, static_cast<std::uint32_t>(c_.routines.size()))) return;
        c_.routines.push_back({&decl_, &n});
    }
    void operator()(const spec::GuardDecl& n) const {
        for (const std::string_view prefix : {"authority_over_", "spared_"})
            if (n.name.text.starts_with(prefix)) {
                c_.error("E0215", n.name.span, fmt::format("names that begin with `{}` are kept for what declarations imply", prefix));
                return;
            }
        if (!declare(c_, c_.callables, n.name, Symbol::Kind::guard, static_cast<std::uint32_t>(c_.guards.size()))) return;
        c_.guards.push_back({&decl_, &n});
    }
    void operator()(const spec::PropertyDecl& n) const {
        if (!declare(c_, c_.properties, n.name, Symbol::Kind::property, static_cast<std::uint32_t>(c_.properties_declared.size()))) return;
        c_.properties_declared.push_back({&decl_, &n});
    }
    void operator()(const spec::AuthorityDecl& n) const { c_.authorities.push_back({&decl_, &n}); }
    void operator()(const spec::IsolateDecl& n) const { c_.isolations.push_back({&decl_, &n}); }
    void operator()(const spec::WaiveDecl& n) const { c_.waives.push_back({&decl_, &n}); }
    void operator()(const spec::BootDecl& n) const { c_.boots.push_back({&decl_, &n}); }

private:
    bool refuse_reserved(const spec::Name& name) const {
        if (!reserved_type(name)) return false;
        c_.error("E0215", name.span, fmt::format("`{}` is a type of the language", name.text));
        return true;
    }

    Context& c_;
    const spec::Decl& decl_;
};

}  // namespace

void declare_names(Context& context) {
    for (const spec::Unit& unit : context.units)
        for (const spec::Decl& decl : unit.decls) std::visit(Declaring(context, decl), decl.node);
    if (!context.units.empty()) {
        context.model.name = context.units.back().system.text;
        context.model.doc = join_doc(context.units.back().doc);
    }
    for (const char* ours : {"bad_argument", "full"}) static_cast<void>(context.error_id(ours));
}

}  // namespace fief::model
