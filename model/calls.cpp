// Calls: who may call with what, what comes back, and the body.

#include "model/statements.hpp"

#include <fmt/format.h>

namespace fief::model {
namespace {

/// The declaration up to its block.
Span header(const Context& c, const spec::Decl& decl, const spec::CallDecl& n) {
    std::uint32_t end = n.name.span.end;
    for (const spec::Param& p : n.params) end = std::max(end, p.type.span.end);
    if (n.actor) end = std::max(end, n.actor->type.span.end);
    for (const spec::Param& p : n.results) end = std::max(end, p.type.span.end);
    // What is left are the parentheses.
    const std::string_view text = c.sources[decl.span.file].text();
    if (n.results.empty() && !n.actor)
        while (end < decl.span.end && end < text.size() && text[end] != '{' && text[end] != '/') {
            if (text[end] == ')') {
                ++end;
                break;
            }
            ++end;
        }
    return {decl.span.file, decl.span.begin, end};
}

void declare_call(Context& c, std::uint32_t id) {
    const auto& [decl, node] = c.calls[id];
    const spec::CallDecl& n = *node;
    Call call;
    call.name = n.name.text;
    call.kernel = n.kernel;
    call.doc = join_doc(decl->doc);
    call.span = decl->span;
    call.header = header(c, *decl, n);
    for (const spec::Param& p : n.params) {
        auto type = resolve_type(c, p.type);
        if (type && type->weak) {
            c.error("E0310", p.type.span, "an argument is there when the call begins: it is not weak");
            type.reset();
        }
        call.params.push_back(c.add_var(p.name.text, type, Var::Kind::parameter, p.name.span));
    }
    if (n.actor) {
        auto type = resolve_type(c, n.actor->type);
        if (type && (type->kind != Type::Kind::reference || type->optional || type->weak ||
                     c.tables[type->table.value].table->noun != spec::Noun::actor)) {
            c.error("E0515", n.actor->type.span, "only an actor makes calls");
            type.reset();
        }
        call.actor = c.add_var(n.actor->name.text, type, Var::Kind::actor, n.actor->name.span);
    }
    for (const spec::Param& p : n.results)
        call.results.push_back(c.add_var(p.name.text, resolve_type(c, p.type), Var::Kind::result, p.name.span));
    c.model.calls.push_back(std::move(call));
}

void resolve_call(Context& c, std::uint32_t id) {
    const spec::CallDecl& n = *c.calls[id].node;
    Call& call = c.model.calls[id];
    Environment env(c);
    for (std::size_t i = 0; i < n.params.size(); ++i) env.bind(n.params[i].name, call.params[i], Environment::Unused::parameter, 0);
    if (n.actor) env.bind(n.actor->name, *call.actor, Environment::Unused::quiet, 0);
    Statements statements(c, env, Statements::Place::call);
    for (std::size_t i = 0; i < n.results.size(); ++i) {
        env.bind(n.results[i].name, call.results[i], Environment::Unused::quiet, 0);
        statements.add_result(call.results[i]);
    }
    statements.body(n.body, call.checks, call.effects);
    if (statements.good())
        for (std::size_t i = 0; i < n.results.size(); ++i) {
            const Var& v = c.model[call.results[i]];
            if (!c.poisoned(call.results[i]) && v.type.kind == Type::Kind::reference && !v.type.optional &&
                !statements.is_set(call.results[i]))
                c.error("E0412", v.span, fmt::format("not every path gives the result `{}` a value", v.name)).help =
                    fmt::format("name it in a `new`, assign it, or declare it as `{}?`", c.show(v.type));
        }
    env.leave(0);
    if (!statements.good() || c.expansion_reported) return;
    check_loops(c, call.effects);
    check_room(c, call.effects);
}

}  // namespace

void declare_calls(Context& c) {
    for (std::uint32_t i = 0; i < c.calls.size(); ++i) {
        const spec::Name& name = c.calls[i].node->name;
        if (name.text == "time") c.error("E0215", name.span, "`time` cannot name a call: `called time` speaks of the passing of time");
        declare_call(c, i);
    }
}

void resolve_calls(Context& c) {
    for (std::uint32_t i = 0; i < c.calls.size(); ++i) resolve_call(c, i);
}

}  // namespace fief::model
