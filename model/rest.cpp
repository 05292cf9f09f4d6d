// Relations, events and indexes: declarations that need types and nothing else.

#include "model/context.hpp"

#include <fmt/format.h>

namespace fief::model {
namespace {

void declare_relation(Context& c, const Declared<spec::RelationDecl>& declared) {
    const spec::RelationDecl& n = *declared.node;
    Relation r;
    r.name = n.name.text;
    r.doc = join_doc(declared.decl->doc);
    r.span = declared.decl->span;
    bool sound = true;
    const auto left = c.table_named(n.left), right = c.table_named(n.right);
    if (left) r.table = *left;
    if (!left || !right) {
        sound = false;
    } else if (left != right) {
        c.error("E0508", n.right.span,
                fmt::format("a relation is between records of one table, not `{}` and `{}`", n.left.text, n.right.text));
        sound = false;
    }
    static const std::vector<std::pair<std::string, Relation::Axioms>> kinds{{"preorder", Relation::Axioms::preorder},
                                                                             {"order", Relation::Axioms::order},
                                                                             {"total", Relation::Axioms::total},
                                                                             {"tree", Relation::Axioms::tree}};
    bool known = false;
    std::vector<std::string> names;
    for (const auto& [name, axioms] : kinds) {
        names.push_back(name);
        if (name != n.kind.text) continue;
        r.axioms = axioms;
        known = true;
    }
    if (!known) {
        spec::Diagnostic& d = c.error("E0508", n.kind.span, fmt::format("there is no kind of relation `{}`", n.kind.text));
        suggest(d, n.kind.text, names);
        d.help = "preorder, order, total or tree";
    }
    c.model.relations.push_back(std::move(r));
    c.relations_poisoned.push_back(!sound);
}

void declare_event(Context& c, const Declared<spec::EventDecl>& declared) {
    const spec::EventDecl& n = *declared.node;
    Event e;
    e.name = n.name.text;
    e.doc = join_doc(declared.decl->doc);
    e.span = declared.decl->span;
    std::map<std::string, Span> seen;
    for (const spec::Param& p : n.params) {
        if (const auto [at, added] = seen.try_emplace(p.name.text, p.name.span); !added)
            c.error("E0214", p.name.span, fmt::format("two parameters are called `{}`", p.name.text))
                .notes.push_back({at->second, "the first"});
        e.params.push_back(c.add_var(p.name.text, resolve_type(c, p.type), Var::Kind::parameter, p.name.span));
    }
    c.model.events.push_back(std::move(e));
}

void declare_index(Context& c, const Declared<spec::IndexDecl>& declared) {
    const spec::IndexDecl& n = *declared.node;
    const auto table = c.table_named(n.table);
    if (!table) return;
    Index index{*table, {}, declared.decl->span};
    std::map<std::string, Span> seen;
    for (const spec::Name& name : n.fields) {
        if (const auto [at, added] = seen.try_emplace(name.text, name.span); !added) {
            c.error("E0214", name.span, fmt::format("`{}` is in this index twice", name.text)).notes.push_back({at->second, "first here"});
            continue;
        }
        const auto field = c.field_named(*table, name);
        if (!field) continue;
        const Field& f = c.field(*table, *field);
        if (f.role == Role::since || f.role == Role::entered)
            c.error("E0317", name.span, fmt::format("`{}` is known to proofs only; there is nothing to index", name.text));
        index.fields.push_back(*field);
    }
    for (const Index& other : c.model.indexes)
        if (other.table == index.table && other.fields == index.fields && index.fields.size() == n.fields.size()) {
            c.error("E0507", declared.decl->span, "this index is declared twice").notes.push_back({other.span, "the first"});
            return;
        }
    c.model.indexes.push_back(std::move(index));
}

}  // namespace

void declare_rest(Context& c) {
    for (const auto& r : c.relations) declare_relation(c, r);
    for (const auto& e : c.events_declared) declare_event(c, e);
    for (const auto& i : c.indexes) declare_index(c, i);
}

}  // namespace fief::model
