// What must hold: the user's formulas, what the declarations promise, and what is waived.

#include "model/context.hpp"
#include "model/environment.hpp"
#include "model/expressions.hpp"
#include "model/imply.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <utility>

namespace fief::model {
namespace {

/// A formula as one line, without comments.
std::string one_line(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "//") {
            while (i < text.size() && text[i] != '\n') ++i;
            if (i == text.size()) break;
        }
        if (std::isspace(static_cast<unsigned char>(text[i])) != 0) {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else {
            out += text[i];
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

Property::Kind kind_of(spec::PropertyDecl::Kind kind) {
    switch (kind) {
        case spec::PropertyDecl::Kind::invariant: return Property::Kind::invariant;
        case spec::PropertyDecl::Kind::transition: return Property::Kind::transition;
        case spec::PropertyDecl::Kind::reachable: return Property::Kind::reachable;
    }
    return Property::Kind::invariant;
}

Resolved resolve_formula(Context& c, Property::Kind kind, const spec::Expr& formula) {
    Environment env(c);
    const auto place = kind == Property::Kind::transition ? Expressions::Place::transition : Expressions::Place::property;
    return Expressions(c, env, place).condition(formula);
}

void resolve_property(Context& c, const Declared<spec::PropertyDecl>& declared) {
    const spec::PropertyDecl& n = *declared.node;
    if (n.name.text == "confined" || n.name.text == "integrity")
        c.error("E0215", n.name.span, fmt::format("`{}` is what an `authority` implies", n.name.text)).help =
            "give this property another name";
    Property p;
    p.name = n.name.text;
    p.kind = kind_of(n.kind);
    p.formula = resolve_formula(c, p.kind, *n.formula);
    p.text = one_line(c.sources.text(n.formula->span));
    p.explanation = join_doc(declared.decl->doc);
    p.span = declared.decl->span;
    c.model.properties.push_back(std::move(p));
}

/// The texts of all promises as one source file: a declaration a line.
std::string promised_text(const Model& model, const std::vector<Promise>& promises) {
    std::string text = fmt::format("system {}\n", model.name);
    for (std::size_t i = 0; i < promises.size(); ++i) {
        const Promise& p = promises[i];
        if (p.kind == Property::Kind::unblocked) text += fmt::format("guard p{}({}) = {}\n", i, p.subject, p.text);
        else text += fmt::format("{} p{}: {}\n", p.kind == Property::Kind::transition ? "transition" : "invariant", i, p.text);
    }
    return text;
}

void add_promise(Context& c, const Promise& promise, const spec::Decl& decl) {
    Property p;
    p.name = promise.name;
    p.kind = promise.kind;
    p.implied = true;
    p.text = promise.text;
    p.explanation = promise.explanation;
    p.span = promise.span;
    if (const auto* guard = std::get_if<spec::GuardDecl>(&decl.node)) {
        Environment env(c);
        const spec::Param& subject = guard->params.at(0);
        p.subject = c.add_var(subject.name.text, resolve_type(c, subject.type), Var::Kind::bound, subject.name.span);
        env.bind(subject.name, *p.subject, Environment::Unused::quiet, 0);
        p.formula = Expressions(c, env, Expressions::Place::property).condition(*guard->body);
    } else {
        p.formula = resolve_formula(c, p.kind, *std::get<spec::PropertyDecl>(decl.node).formula);
    }
    c.model.properties.push_back(std::move(p));
}

void add_possible_and_defined(Context& c) {
    const auto user_properties = static_cast<std::uint32_t>(c.model.properties.size());
    const auto add = [&](const std::string& name, Property::Kind kind, std::string explanation, Span span) -> Property& {
        Property p;
        p.name = fmt::format("{}.{}", name, kind == Property::Kind::possible ? "possible" : "defined");
        p.kind = kind;
        p.implied = true;
        p.explanation = std::move(explanation);
        p.span = span;
        c.model.properties.push_back(std::move(p));
        return c.model.properties.back();
    };
    static constexpr const char* defined =
        "no missing reference is followed, no number leaves its range, and every `new` and `force` has what it needs";
    for (std::uint32_t i = 0; i < c.model.calls.size(); ++i) {
        const Call& call = c.model.calls[i];
        add(call.name, Property::Kind::possible, "the call succeeds in some run", call.header).call = CallId{i};
        add(call.name, Property::Kind::defined, defined, call.header).call = CallId{i};
    }
    for (std::uint32_t i = 0; i < c.model.guards.size(); ++i)
        if (c.model.guards[i].actor)
            add(c.model.guards[i].name, Property::Kind::defined, defined, c.model.guards[i].span).guard = GuardId{i};
    for (std::uint32_t i = 0; i < user_properties; ++i)
        add(c.model.properties[i].name, Property::Kind::defined, defined, c.model.properties[i].span).property = PropertyId{i};
}

void add_isolated(Context& c) {
    for (std::uint32_t i = 0; i < c.model.isolations.size(); ++i) {
        const Isolation& isolation = c.model.isolations[i];
        const TableId actor = c.model[isolation.observer].type.table;
        const std::string name = c.model[actor].name + ".isolated";
        const auto add = [&](Property::Kind kind, const char* suffix, std::string explanation) -> Property& {
            Property p;
            p.name = name + suffix;
            p.kind = kind;
            p.implied = true;
            p.isolation = IsolationId{i};
            p.explanation = std::move(explanation);
            p.span = isolation.span;
            c.model.properties.push_back(std::move(p));
            return c.model.properties.back();
        };
        const auto of_step = [&](Property::Step step, const char* suffix, std::string explanation) -> Property& {
            Property& p = add(Property::Kind::isolated, suffix, std::move(explanation));
            p.step = step;
            return p;
        };
        of_step(Property::Step::own, ".own", "what one's own call answers, and does to what one sees, follows from what one saw");
        of_step(Property::Step::others, ".others", "a call by somebody with no flow to the observer changes nothing that it sees");
        of_step(Property::Step::flows, ".flows", "a call by somebody with a flow to the observer brings it no more than the caller sees");
        of_step(Property::Step::kernel, ".kernel",
                "a step of the kernel's own brings the observer no more than it, and who has a flow to it, see");
        for (std::uint32_t g = 0; g < c.model.guards.size(); ++g)
            if (c.model.guards[g].actor && c.model[*c.model.guards[g].actor].type.table == actor)
                of_step(Property::Step::guard, ".guards", "what a guard answers follows from what one sees").guard = GuardId{g};
        add(Property::Kind::defined, ".defined", "no part of the view, and no flow, follows a reference that is not there");
    }
}

}  // namespace

void resolve_properties(Context& c) {
    for (const auto& p : c.properties_declared) resolve_property(c, p);
}

void imply_properties(Context& c) {
    add_possible_and_defined(c);
    const std::vector<Promise> promised = promises(c.model);
    const std::uint32_t file = c.sources.add("<implied>", promised_text(c.model, promised), false);
    spec::Diagnostics ours;
    const spec::Unit unit = spec::parse(c.sources, file, ours);
    spec::Diagnostics* users = std::exchange(c.diagnostics, &ours);
    c.implied = true;
    if (!ours.has_errors() && unit.decls.size() == promised.size())
        for (std::size_t i = 0; i < promised.size(); ++i) add_promise(c, promised[i], unit.decls[i]);
    c.implied = false;
    c.diagnostics = users;
    add_isolated(c);
    for (const spec::Diagnostic& d : ours.all()) {
        const std::size_t line = c.sources[file].position(d.span.begin).line;
        const Promise* promise = line >= 2 && line - 2 < promised.size() ? &promised[line - 2] : nullptr;
        c.diagnostics
            ->error("E0599", promise ? promise->span : Span{},
                    fmt::format("a fault of fief's own: what this implies does not resolve: {}", d.message))
            .help = promise ? fmt::format("{}: {}", promise->name, promise->text) : "";
    }
}

void waive_properties(Context& c) {
    for (const auto& [decl, n] : c.waives) {
        const spec::Name& name = n->property;
        bool found = false;
        for (Property& p : c.model.properties) {
            if (p.name != name.text) continue;
            found = true;
            if (!p.implied) {
                spec::Diagnostic& d = c.error("E0516", name.span, fmt::format("`{}` is this spec's own property", name.text));
                d.help = "only what declarations imply is waived; remove the property if it should not hold";
                d.notes.push_back({p.span, "declared here"});
            } else if (p.kind == Property::Kind::defined) {
                c.error("E0516", name.span, "definedness cannot be waived: the generated code rests on it");
            } else if (p.waived && p.waived != n->reason) {
                c.error("E0516", name.span, fmt::format("`{}` is waived twice", name.text));
            } else {
                p.waived = n->reason;
            }
        }
        if (found) continue;
        spec::Diagnostic& d = c.error("E0211", name.span, fmt::format("nothing implies a property `{}`", name.text));
        std::vector<std::string> names;
        for (const Property& p : c.model.properties)
            if (p.implied && p.kind != Property::Kind::defined) names.push_back(p.name);
        suggest(d, name.text, names);
    }
}

}  // namespace fief::model
