#include "model/statements.hpp"

#include "model/copy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace fief::model {

Statements::Statements(Context& context, Environment& environment, Place place)
    : c_(context), env_(environment), place_(place), exprs_(context, environment, Expressions::Place::call) {
    exprs_.may_read = [this](VarId var, Span span) {
        if (!results_.contains(var.value) || set_.contains(var.value)) return true;
        c_.error("E0412", span, fmt::format("the result `{}` has no value yet", c_.model[var].name));
        return false;
    };
}

void Statements::body(const spec::Block& block, std::vector<Check>& checks, Block& effects) {
    scope_ = env_.mark();
    for (const spec::Stmt& s : block) {
        if (const auto* n = std::get_if<spec::RequireStmt>(&s.node)) {
            if (first_effect_) {
                misplaced_require(s);
                continue;
            }
            if (auto r = require(*n)) checks.push_back({s.span, *r});
        } else if (const auto* l = std::get_if<spec::LetStmt>(&s.node); l && !first_effect_) {
            if (auto r = let(*l)) checks.push_back({s.span, *r});
        } else {
            if (!first_effect_ && !std::holds_alternative<spec::LetStmt>(s.node)) first_effect_ = s.span;
            statement(s, effects);
        }
    }
    env_.leave(scope_);
}

bool Statements::block(const spec::Block& block, Block& out) {
    inner(block, out);
    return good_;
}

void Statements::inner(const spec::Block& block, Block& out) {
    if (c_.block_nesting > max_block_depth) {
        if (!block.empty()) c_.error("E0411", block.front().span, "with the routines it uses this nests too deeply");
        return fail();
    }
    ++c_.block_nesting;
    const std::size_t outer = scope_;
    scope_ = env_.mark();
    for (const spec::Stmt& s : block) statement(s, out);
    env_.leave(scope_);
    scope_ = outer;
    --c_.block_nesting;
}

void Statements::statement(const spec::Stmt& s, Block& out) {
    std::visit(overloaded{
                   [&](const spec::RequireStmt&) { misplaced_require(s); },
                   [&](const spec::LetStmt& n) {
                       if (auto l = let(n)) out.push_back({s.span, *l});
                   },
                   [&](const spec::NewStmt& n) { make(s, n, out); },
                   [&](const spec::DropStmt& n) { drop(s, n, out); },
                   [&](const spec::ForStmt& n) { loop(s, n, out); },
                   [&](const spec::PickStmt& n) { pick(s, n, out); },
                   [&](const spec::IfStmt& n) { branch(s, n, out); },
                   [&](const spec::EmitStmt& n) { emit(s, n, out); },
                   [&](const spec::EnterStmt& n) { enter(s, n, out); },
                   [&](const spec::ForceStmt& n) { force(s, n, out); },
                   [&](const spec::RoutineStmt& n) { routine(s, n, out); },
                   [&](const spec::AssignStmt& n) { assign(s, n, out); },
               },
               s.node);
}

// ---- conditions and names -------------------------------------------------------------------------------------------

std::optional<Require> Statements::require(const spec::RequireStmt& n) {
    const Resolved condition = exprs_.condition(*n.condition);
    if (n.error.text == "bad_argument" || n.error.text == "full" || n.error.text == "ok") {
        c_.error("E0215", n.error.span, fmt::format("`{}` is an answer of the language's own", n.error.text)).help =
            "give this one another name";
        return std::nullopt;
    }
    const ErrorId error = c_.error_id(n.error.text);
    if (!condition) {
        fail();
        return std::nullopt;
    }
    return Require{*condition, error};
}

std::optional<Let> Statements::let(const spec::LetStmt& n) {
    const Resolved value = exprs_.any(*n.value);
    std::optional<Type> type;
    if (value) type = c_.type(*value);
    const VarId var = c_.add_var(n.name.text, type, Var::Kind::local, n.name.span);
    env_.bind(n.name, var, Environment::Unused::let, scope_);
    if (!value) {
        fail();
        return std::nullopt;
    }
    return Let{var, *value};
}

void Statements::misplaced_require(const spec::Stmt& s) {
    fail();
    const auto& n = std::get<spec::RequireStmt>(s.node);
    static_cast<void>(exprs_.condition(*n.condition));
    if (place_ == Place::routine) {
        c_.error("E0402", s.span, "only calls have conditions: nothing shared may fail").help =
            "move the `require` to the calls that use this";
        return;
    }
    spec::Diagnostic& d = c_.error("E0401", s.span, "every `require` comes before the first effect");
    if (first_effect_ && *first_effect_ != s.span) d.notes.push_back({*first_effect_, "the first effect"});
    d.help = "a call that fails changes nothing";
}

// ---- records come and go --------------------------------------------------------------------------------------------

void Statements::make(const spec::Stmt& s, const spec::NewStmt& n, Block& out) {
    const auto table = c_.table_named(n.table);
    std::optional<std::vector<ExprId>> keys;
    std::optional<std::vector<ExprId>> values;
    if (table) {
        const Table& t = c_.model[*table];
        keys = exprs_.keys(*table, n.table, n.keys, n.table.span, true);
        if (t.always_live) {
            c_.error("E0404", s.span, fmt::format("the records of `{}` always exist: there is nothing to make", t.name))
                .notes.push_back({c_.tables[table->value].table->name.span, "declared here"});
            keys.reset();
        } else if (keys) {
            for (std::size_t k = keys->size(); k < t.keys.size(); ++k)
                if (t.keys[k].table) {
                    std::string names;
                    for (const Key& key : t.keys) names += (names.empty() ? "" : ", ") + key.name;
                    c_.error("E0415", n.table.span,
                             fmt::format("which `{}` is to be made? Only a slot can be left open, not `{}`", t.name, t.keys[k].name))
                        .help = fmt::format("write `new {}[{}]`", t.name, names);
                    keys.reset();
                    break;
                }
        }
        values = inits(s, *table, n.inits);
    } else {
        for (const spec::Init& i : n.inits) static_cast<void>(exprs_.resolve(*i.value, Expect::silently()));
        for (const spec::ExprPtr& k : n.keys) static_cast<void>(exprs_.resolve(*k, Expect::silently()));
    }
    std::optional<Type> type;
    if (table) type = reference_type(*table);

    std::optional<VarId> var;
    if (n.result && env_.contains(n.result->text)) {
        const VarId known = *env_.find(n.result->text);
        if (results_.contains(known.value)) {
            const Type wanted = c_.model[known].type;
            if (type && !c_.poisoned(known) && (wanted.kind != Type::Kind::reference || wanted.table != *table)) {
                c_.error("E0301", n.result->span,
                         fmt::format("the result `{}` is `{}`, and this makes {}", n.result->text, c_.show(wanted),
                                     a_record(c_.model[*table].name)))
                    .notes.push_back({c_.model[known].span, "declared here"});
                fail();
                return;
            }
            set_.insert(known.value);
            var = known;
        }
    }
    if (!var) {
        var = c_.add_var(n.result ? n.result->text : "", type, Var::Kind::record, n.result ? n.result->span : n.table.span);
        if (n.result) env_.bind(*n.result, *var, Environment::Unused::let, scope_);
    }
    if (!table || !keys || !values) {
        fail();
        return;
    }
    out.push_back({s.span, New{*table, std::move(*keys), *var, std::move(*values)}});
}

std::optional<std::vector<ExprId>> Statements::inits(const spec::Stmt& s, TableId table, const std::vector<spec::Init>& given) {
    const Table& t = c_.model[table];
    std::vector<Resolved> values(t.fields.size());
    std::vector<const spec::Init*> seen(t.fields.size());
    bool good = true, unknown = false;
    for (const spec::Init& init : given) {
        const auto field = c_.field_named(table, init.field);
        if (!field) {
            static_cast<void>(exprs_.resolve(*init.value, Expect::silently()));
            good = false;
            unknown = true;
            continue;
        }
        const Field& f = c_.field(table, *field);
        const auto refuse = [&](std::string code, std::string message) -> spec::Diagnostic& {
            good = false;
            return c_.error(std::move(code), init.field.span, std::move(message));
        };
        if (const spec::Init* before = seen[field->value]) {
            refuse("E0406", fmt::format("`{}` is given twice", f.name)).notes.push_back({before->field.span, "first here"});
        } else if (f.role == Role::key) {
            refuse("E0406", fmt::format("`{}` is a key of `{}`", f.name, t.name)).help =
                fmt::format("keys stand in brackets: `new {}[…]`", t.name);
        } else if (f.role == Role::phase || f.role == Role::deadline || f.role == Role::since || f.role == Role::entered) {
            refuse("E0406", fmt::format("a new record is idle: `{}` follows from `enter`", f.name));
        }
        seen[field->value] = &init;
        values[field->value] = exprs_.value(*init.value, Type(f.type), f.span);
        good = good && values[field->value].has_value();
    }
    std::vector<ExprId> out;
    std::string missing;
    for (std::uint32_t i = 0; i < t.fields.size(); ++i) {
        const Field& f = t.fields[i];
        if (f.role == Role::key) continue;
        if (!seen[i] && f.type.kind == Type::Kind::reference && !f.type.optional)
            missing += fmt::format("{}`{}`", missing.empty() ? "" : ", ", f.name);
        if (!seen[i]) {
            const Value first = f.type.kind == Type::Kind::reference ? none : f.type.kind == Type::Kind::integer ? f.type.lo : 0;
            out.push_back(c_.add(Type(f.type), s.span, Const{first}));
        } else if (values[i]) {
            out.push_back(*values[i]);
        }
    }
    if (!missing.empty() && !unknown) {
        c_.error("E0405", s.span, fmt::format("a new `{}` needs {}", t.name, missing))
            .notes.push_back({c_.tables[table.value].table->name.span, "declared here"});
        good = false;
    }
    return good && missing.empty() ? std::optional(std::move(out)) : std::nullopt;
}

void Statements::drop(const spec::Stmt& s, const spec::DropStmt& n, Block& out) {
    const Resolved record = exprs_.record(*n.place, "what is dropped is");
    if (!record) return fail();
    const TableId table = c_.type(*record).table;
    if (c_.model[table].always_live) {
        c_.error("E0404", s.span, fmt::format("the records of `{}` always exist: they cannot be dropped", c_.model[table].name))
            .notes.push_back({c_.tables[table.value].table->name.span, "declared here"});
        return fail();
    }
    out.push_back({s.span, Drop{*record}});
}

// ---- control --------------------------------------------------------------------------------------------------------

VarId Statements::loop_var(const spec::Param& p) {
    auto type = resolve_type(c_, p.type);
    if (type && (type->kind != Type::Kind::reference || type->optional || type->weak)) {
        c_.error("E0301", p.type.span, "a loop goes through the live records of a table");
        type.reset();
    }
    return c_.add_var(p.name.text, type, Var::Kind::record, p.name.span);
}

void Statements::loop(const spec::Stmt& s, const spec::ForStmt& n, Block& out) {
    const std::size_t mark = env_.mark();
    For f;
    f.var = loop_var(n.var);
    env_.bind(n.var.name, f.var, Environment::Unused::quiet, mark);
    const Resolved where = n.where ? exprs_.condition(*n.where) : Resolved(c_.add(boolean_type(), s.span, Const{1}));
    const auto before = set_;
    inner(n.body, f.body);
    set_ = before;
    env_.leave(mark);
    if (!where || c_.poisoned(f.var)) return fail();
    f.where = *where;
    out.push_back({s.span, std::move(f)});
}

void Statements::pick(const spec::Stmt& s, const spec::PickStmt& n, Block& out) {
    const std::size_t mark = env_.mark();
    Pick p;
    p.var = loop_var(n.var);
    env_.bind(n.var.name, p.var, Environment::Unused::quiet, mark);
    const Resolved where = n.where ? exprs_.condition(*n.where) : Resolved(c_.add(boolean_type(), s.span, Const{1}));
    const auto before = set_;
    inner(n.body, p.body);
    env_.leave(mark);
    const auto one = std::exchange(set_, before);
    if (n.otherwise) inner(*n.otherwise, p.otherwise);
    std::erase_if(set_, [&](std::uint32_t v) { return !one.contains(v); });
    if (!where || c_.poisoned(p.var)) return fail();
    p.where = *where;
    out.push_back({s.span, std::move(p)});
}

void Statements::branch(const spec::Stmt& s, const spec::IfStmt& n, Block& out) {
    If i;
    const Resolved condition = exprs_.condition(*n.condition);
    const auto before = set_;
    inner(n.then, i.then);
    const auto one = std::exchange(set_, before);
    if (n.otherwise) inner(*n.otherwise, i.otherwise);
    std::erase_if(set_, [&](std::uint32_t v) { return !one.contains(v); });
    if (!condition) return fail();
    i.condition = *condition;
    out.push_back({s.span, std::move(i)});
}

// ---- assignment -----------------------------------------------------------------------------------------------------

void Statements::assign(const spec::Stmt& s, const spec::AssignStmt& n, Block& out) {
    if (const auto* name = std::get_if<spec::Ident>(&n.place->node)) return assign_result(s, name->name, *n.value, out);
    const auto* member = std::get_if<spec::Member>(&n.place->node);
    if (!member) {
        c_.error("E0403", n.place->span, "a record is not assigned; its fields are").help = "`drop` it and make a `new` one";
        static_cast<void>(exprs_.resolve(*n.value, Expect::silently()));
        return fail();
    }
    const Resolved record = exprs_.record(*member->object, "only records have fields:");
    std::optional<FieldId> field;
    TableId table;
    if (record) {
        table = c_.type(*record).table;
        field = c_.field_named(table, member->field);
    }
    if (!field) {
        static_cast<void>(exprs_.resolve(*n.value, Expect::silently()));
        return fail();
    }
    if (!assignable(table, *field, member->field, *n.value)) return fail();
    const Field& f = c_.field(table, *field);
    const Resolved value = exprs_.value(*n.value, Type(f.type), f.span);
    if (!value) return fail();
    out.push_back({s.span, Assign{*record, *field, *value}});
}

bool Statements::assignable(TableId table, FieldId field, const spec::Name& name, const spec::Expr& value) {
    const Field& f = c_.field(table, field);
    const auto refuse = [&](std::string message, std::string help) {
        c_.error("E0403", name.span, std::move(message)).help = std::move(help);
        return false;
    };
    switch (f.role) {
        case Role::key:
            return refuse(fmt::format("`{}` is a key: it says which record this is", f.name), "`drop` the record and make a `new` one");
        case Role::parent:
            return refuse("a record's parent is given once, by `new`", "dropping a parent gives its children to the next one up");
        case Role::deadline:
        case Role::since:
        case Role::entered: return refuse(fmt::format("`{}` is set by `enter`", f.name), "");
        case Role::phase: {
            const auto* to = std::get_if<spec::Ident>(&value.node);
            if (to && to->name.text == "idle" && !env_.contains("idle")) return true;
            const auto& names = c_.model[f.type.enumeration].names;
            const bool known = to && std::find(names.begin(), names.end(), to->name.text) != names.end();
            return refuse("a phase is assigned only to end the revocation, with `idle`",
                          known ? fmt::format("write `enter {}(…)`: it sets the deadline too", to->name.text) : "write `enter PHASE(…)`");
        }
        default: return true;
    }
}

void Statements::assign_result(const spec::Stmt& s, const spec::Name& name, const spec::Expr& value, Block& out) {
    const auto var = env_.contains(name.text) ? env_.find(name.text) : std::nullopt;
    if (!var || !results_.contains(var->value)) {
        spec::Diagnostic& d = c_.error("E0412", name.span,
                                       var ? fmt::format("`{}` is no result: its value is given once", name.text)
                                           : fmt::format("there is no result called `{}`", name.text));
        if (var) d.notes.push_back({c_.model[*var].span, "declared here"});
        std::vector<std::string> names;
        for (const std::uint32_t r : results_) names.push_back(c_.model.vars[r].name);
        suggest(d, name.text, names);
        static_cast<void>(exprs_.resolve(value, Expect::silently()));
        return fail();
    }
    const Resolved v = exprs_.argument(value, *var);
    set_.insert(var->value);
    if (!v || c_.poisoned(*var)) return fail();
    out.push_back({s.span, SetResult{*var, *v}});
}

}  // namespace fief::model
