// Views: what an actor can tell of the state, and from whom it may hear.

#include "model/context.hpp"
#include "model/environment.hpp"
#include "model/expressions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fief::model {
namespace {

class Views {
public:
    Views(Context& context, const Declared<spec::IsolateDecl>& declared) : c_(context), declared_(declared), env_(context) {}

    void resolve() {
        const spec::IsolateDecl& n = *declared_.node;
        const auto actor = records(n.actor.type, true, "only an actor is isolated");
        isolation_.observer = c_.add_var(n.actor.name.text, actor, Var::Kind::bound, n.actor.name.span);
        env_.bind(n.actor.name, isolation_.observer, Environment::Unused::quiet, 0);
        for (const spec::ViewPart& part : n.parts) of_part(part);
        for (const spec::ViewFlow& flow : n.flows) of_flow(flow);
        env_.leave(0);
        if (!actor || twice(*actor)) return;
        isolation_.doc = join_doc(declared_.decl->doc);
        isolation_.span = declared_.decl->span;
        c_.model.isolations.push_back(std::move(isolation_));
    }

private:
    Context& c_;
    const Declared<spec::IsolateDecl>& declared_;
    Environment env_;
    Isolation isolation_;

    [[nodiscard]] std::optional<Type> records(const spec::TypeExpr& type, bool actor, std::string_view complaint) {
        auto found = resolve_type(c_, type);
        if (!found) return found;
        const bool good = found->kind == Type::Kind::reference && !found->optional && !found->weak &&
                          (!actor || c_.tables[found->table.value].table->noun == spec::Noun::actor);
        if (good) return found;
        c_.error(actor ? "E0515" : "E0301", type.span, std::string(complaint));
        return std::nullopt;
    }

    [[nodiscard]] bool twice(const Type& actor) {
        for (const Isolation& other : c_.model.isolations) {
            if (c_.model[other.observer].type != actor) continue;
            spec::Diagnostic& d = c_.error("E0213", declared_.decl->span, fmt::format("what `{}` sees is declared twice", c_.show(actor)));
            d.notes.push_back({other.span, "first declared here"});
            d.help = "join the two: a view has as many parts as it needs";
            return true;
        }
        return false;
    }

    /// The condition on a variable; without one, all records match.
    [[nodiscard]] Resolved condition(const spec::Param& param, VarId var, const spec::ExprPtr& where, Expressions::Place place) {
        const std::size_t scope = env_.mark();
        env_.bind(param.name, var, Environment::Unused::quiet, scope);
        const Resolved out =
            where ? Expressions(c_, env_, place).condition(*where) : Resolved(c_.add(boolean_type(), param.name.span, Const{1}));
        env_.leave(scope);
        return out;
    }

    void of_part(const spec::ViewPart& n) {
        const auto type = records(n.var.type, false, "a view shows live records of a table");
        const VarId var = c_.add_var(n.var.name.text, type, Var::Kind::bound, n.var.name.span);
        const Resolved where = condition(n.var, var, n.where, Expressions::Place::predicate);
        if (!type) return;
        std::vector<FieldId> fields = n.shown ? named(type->table, *n.shown) : all(type->table);
        if (where) isolation_.parts.push_back({var, *where, std::move(fields), n.span});
    }

    [[nodiscard]] static bool may_be_shown(const Field& f) {
        return f.role != Role::key && f.role != Role::since && f.role != Role::entered;
    }

    [[nodiscard]] std::vector<FieldId> all(TableId table) {
        std::vector<FieldId> out;
        for (std::uint32_t f = 0; f < c_.model[table].fields.size(); ++f)
            if (may_be_shown(c_.model[table].fields[f])) out.push_back(shown(table, FieldId{f}));
        return out;
    }

    [[nodiscard]] std::vector<FieldId> named(TableId table, const std::vector<spec::Name>& names) {
        std::vector<FieldId> out;
        for (const spec::Name& name : names) {
            const auto id = c_.field_named(table, name);
            if (!id) continue;
            const Field& field = c_.field(table, *id);
            if (std::find(out.begin(), out.end(), *id) != out.end()) {
                c_.error("E0214", name.span, fmt::format("`{}` is shown twice", name.text));
            } else if (field.role == Role::key) {
                c_.error("E0214", name.span, fmt::format("`{}` is a key: it is seen with its record", name.text));
            } else if (!may_be_shown(field)) {
                c_.error("E0317", name.span, fmt::format("`{}` is known to proofs only: nobody sees it", name.text));
            } else {
                out.push_back(shown(table, *id));
            }
        }
        return out;
    }

    FieldId shown(TableId table, FieldId field) {
        c_.tables[table.value].read[field.value] = true;
        return field;
    }

    void of_flow(const spec::ViewFlow& n) {
        const auto type = records(n.var.type, true, "only an actor makes calls");
        const VarId var = c_.add_var(n.var.name.text, type, Var::Kind::bound, n.var.name.span);
        const Resolved where = condition(n.var, var, n.where, Expressions::Place::flow);
        if (type && where) isolation_.flows.push_back({var, *where, n.span});
    }
};

}  // namespace

void resolve_isolations(Context& c) {
    for (const auto& declared : c.isolations) Views(c, declared).resolve();
}

}  // namespace fief::model
