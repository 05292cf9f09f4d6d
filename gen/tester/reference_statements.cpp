// Statements as the spec means them: a loop finds its matches first, and what its bodies change is changed at once.

#include "gen/names.hpp"
#include "gen/tester/reference.hpp"
#include "model/print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace fief::gen {

using model::ExprId;
using model::VarId;

Reference::Reference(const model::Model& model, const std::vector<std::uint32_t>& checked)
    : m_(model), layout_(model, model::Capacity::declared(model)), checked_(checked) {}

void Reference::names(Writer& out) const {
    auto list = [&](const char* what, const std::vector<std::string>& names) {
        if (!names.empty()) out.line(fmt::format("enum {} : unsigned {{ {} }};", what, fmt::join(names, ", ")));
    };
    std::vector<std::string> names;
    for (std::uint32_t t = 0; t < m_.tables.size(); ++t) names.push_back(table({t}));
    list("TableNumber", names);
    names.clear();
    for (std::uint32_t t = 0; t < m_.tables.size(); ++t)
        for (std::uint32_t f = 0; f < m_.tables[t].fields.size(); ++f) names.push_back(fmt::format("{} = {}", field({t}, {f}), f));
    list("FieldNumber", names);
    names.clear();
    for (const model::Event& e : m_.events) names.push_back("e_" + e.name);
    list("EventNumber", names);
    names.clear();
    for (const std::string& e : m_.errors) names.push_back("error_" + e);
    out.line(fmt::format("enum ErrorNumber : int {{ {} }};", fmt::join(names, ", ")));
}

std::string Reference::way(const std::string& never_true, const std::string& never_false, const std::string& condition) {
    points_.push_back({call_, never_true, never_false});
    return fmt::format("way({}, {})", points_.size() - 1, condition);
}

void Reference::block(Writer& out, const model::Block& block) {
    for (const model::Stmt& s : block) statement(out, s);
}

void Reference::let(Writer& out, const model::Let& n) {
    const model::Type& type = m_[n.var].type;
    const bool weak = type.kind == model::Type::Kind::reference && type.weak;
    out.line(fmt::format("[[maybe_unused]] {}Value {} = {};", weak ? "" : "const ", variable(n.var), stored(n.value, type)));
    if (weak) out.line(fmt::format("const Held {0}_held(*this, {1}, {0});", variable(n.var), table(type.table)));
}

void Reference::make(Writer& out, const model::New& n) {
    const model::Table& t = m_[n.table];
    const bool result = m_[n.var].kind == model::Var::Kind::result;
    out.line(fmt::format("{}{} = {}({}, {});", result ? "" : "const Value ", variable(n.var),
                         n.keys.size() == t.keys.size() ? "vacant" : "room", table(n.table), keys(n.table, n.keys)));
    std::vector<std::string> values;
    for (std::size_t i = 0; i < n.inits.size(); ++i) values.push_back(stored(n.inits[i], t.fields[t.keys.size() + i].type));
    out.line(fmt::format("make({}, {}, {{{}}});", table(n.table), variable(n.var), fmt::join(values, ", ")));
}

void Reference::matches(Writer& out, VarId var, ExprId where) {
    out.line(fmt::format("std::vector<Value> {}_matches;", variable(var)));
    each(out, var);
    out.line(fmt::format("if ({0}) {1}_matches.push_back({1});", value(where), variable(var)));
    out.close();
}

void Reference::loop(Writer& out, const model::For& n) {
    const std::string what = fmt::format("`for {}: {} where {}`", m_[n.var].name, m_[m_[n.var].type.table].name, model::print(m_, n.where));
    out.open("{  // " + what.substr(1, what.size() - 2));
    matches(out, n.var, n.where);
    const std::string some = fmt::format("!{}_matches.empty()", variable(n.var));
    out.line(fmt::format("static_cast<void>({});", way(what + " never had a match", what + " always had a match", some)));
    out.line("begin_loop();");
    out.open(fmt::format("for ([[maybe_unused]] const Value {0} : {0}_matches) {{", variable(n.var)));
    out.line("begin_body();");
    block(out, n.body);
    out.line("end_body();");
    out.close();
    out.line("end_loop();");
    out.close();
}

void Reference::pick(Writer& out, const model::Pick& n) {
    const std::string what =
        fmt::format("`pick {}: {} where {}`", m_[n.var].name, m_[m_[n.var].type.table].name, model::print(m_, n.where));
    out.open("{  // " + what.substr(1, what.size() - 2));
    matches(out, n.var, n.where);
    const std::string some = fmt::format("!{}_matches.empty()", variable(n.var));
    out.open(fmt::format("if ({}) {{", way(what + " never had a match", what + " always had a match", some)));
    out.line(fmt::format("[[maybe_unused]] const Value {0} = choose({0}_matches);", variable(n.var)));
    block(out, n.body);
    if (!n.otherwise.empty()) {
        out.between("} else {");
        block(out, n.otherwise);
    }
    out.close();
    out.close();
}

void Reference::branch(Writer& out, const model::If& n) {
    const std::string what = fmt::format("`if {}`", model::print(m_, n.condition));
    out.open(fmt::format("if ({}) {{", way(what + " was never true", what + " was never false", value(n.condition))));
    block(out, n.then);
    if (!n.otherwise.empty()) {
        out.between("} else {");
        block(out, n.otherwise);
    }
    out.close();
}

void Reference::statement(Writer& out, const model::Stmt& stmt) {
    std::visit(
        model::overloaded{
            [&](const model::Let& n) { let(out, n); },
            [&](const model::Assign& n) {
                const model::TableId t = m_[n.record].type.table;
                const model::Field& f = m_[t].fields[n.field.value];
                out.line(fmt::format("{}({}, {}, {}, {});", f.role == model::Role::owner ? "assign_owner" : "assign", table(t),
                                     value(n.record), field(t, n.field), stored(n.value, f.type)));
            },
            [&](const model::SetResult& n) { out.line(fmt::format("{} = {};", variable(n.var), stored(n.value, m_[n.var].type))); },
            [&](const model::New& n) { make(out, n); },
            [&](const model::Drop& n) { out.line(fmt::format("drop({}, {});", table(m_[n.record].type.table), value(n.record))); },
            [&](const model::For& n) { loop(out, n); },
            [&](const model::Pick& n) { pick(out, n); },
            [&](const model::If& n) { branch(out, n); },
            [&](const model::Emit& n) {
                std::vector<std::string> args;
                for (std::size_t i = 0; i < n.args.size(); ++i) args.push_back(stored(n.args[i], m_[m_[n.event].params[i]].type));
                out.line(fmt::format("emit(e_{}, {{{}}});", m_[n.event].name, fmt::join(args, ", ")));
            },
            [&](const model::Force& n) {
                out.line(fmt::format("static_cast<void>(living({}, {}));", table(m_[n.record].type.table), value(n.record)));
            },
            [&](const model::Scope& n) {
                const char* kind = n.kind == model::Scope::Kind::routine ? "" : n.kind == model::Scope::Kind::enter ? "enter " : "force";
                out.open(fmt::format("{{  // {}{}", kind, n.kind == model::Scope::Kind::force ? "" : n.name));
                block(out, n.body);
                out.close();
            },
        },
        stmt.node);
}

void Reference::call(Writer& out, std::uint32_t id) {
    const model::Call& call = m_.calls[id];
    call_ = id;
    std::vector<std::string> params;
    if (call.actor) params.push_back("[[maybe_unused]] Value " + variable(*call.actor));
    for (VarId p : call.params) params.push_back("[[maybe_unused]] Value " + variable(p));
    if (!call.results.empty()) params.push_back("std::vector<Value>& results");
    out.line();
    out.doc(call.doc);
    out.open(fmt::format("[[nodiscard]] int call_{}({}) {{", call.name, fmt::join(params, ", ")));
    auto hold = [&](VarId v) {
        const model::Type& type = m_[v].type;
        if (type.kind == model::Type::Kind::reference && type.weak)
            out.line(fmt::format("const Held {0}_held(*this, {1}, {0});", variable(v), table(type.table)));
    };
    if (call.actor) hold(*call.actor);
    for (VarId p : call.params) hold(p);
    for (VarId r : call.results) {
        const model::Type& type = m_[r].type;
        out.line(fmt::format("Value {} = {};", variable(r),
                             type.kind == model::Type::Kind::reference ? "none" : number(model::first_value(type))));
        hold(r);
    }
    for (const model::Check& check : call.checks) {
        if (const auto* bound = std::get_if<model::Let>(&check.node)) {
            let(out, *bound);
            continue;
        }
        const auto& require = std::get<model::Require>(check.node);
        const std::string what = fmt::format("`require {} else {}`", model::print(m_, require.condition), m_[require.error]);
        out.line(fmt::format("if (!{}) return error_{};", way(what + " never passed", what + " never refused", value(require.condition)),
                             m_[require.error]));
    }
    block(out, call.effects);
    std::vector<std::string> results;
    for (VarId r : call.results) results.push_back(variable(r));
    if (!results.empty()) out.line(fmt::format("results = {{{}}};", fmt::join(results, ", ")));
    out.line("return ok;");
    out.close();
    pending(out);
}

void Reference::guard(Writer& out, std::uint32_t id) {
    const model::Guard& guard = m_.guards[id];
    std::vector<std::string> params{"[[maybe_unused]] Value " + variable(*guard.actor)};
    for (VarId p : guard.params) params.push_back("[[maybe_unused]] Value " + variable(p));
    out.line();
    out.doc(guard.doc);
    out.open(fmt::format("[[nodiscard]] bool guard_{}({}) const {{", guard.name, fmt::join(params, ", ")));
    out.line(fmt::format("return {};", value(guard.body)));
    out.close();
    pending(out);
}

void Reference::properties(Writer& out) {
    for (std::uint32_t p : checked_) {
        out.line();
        out.line("/// " + m_.properties[p].text);
        out.open(fmt::format("[[nodiscard]] bool holds_p{}() const {{", p));
        out.line(fmt::format("return {};", value(*m_.properties[p].formula)));
        out.close();
        pending(out);
    }
    out.line();
    out.line("/// Whether the property of this number holds.");
    out.open("[[nodiscard]] bool holds(std::size_t property) const {");
    out.open("switch (property) {");
    for (std::size_t i = 0; i < checked_.size(); ++i) out.line(fmt::format("case {}: return holds_p{}();", i, checked_[i]));
    out.line("default: return true;");
    out.close();
    out.close();
}

void Reference::boot(Writer& out) const {
    out.line();
    out.open("void boot() {");
    out.line("s = State();");
    out.open("for (unsigned t = 0; t < table_count; ++t) {");
    out.line("s.table[t].resize(static_cast<std::size_t>(tables[t].records));");
    out.line("if (!tables[t].always_live) continue;");
    out.line("for (Record& x : s.table[t]) first(t, x);");
    out.close();
    auto at = [&](const model::BootRecord& b) { return fmt::format("s.table[{}][{}]", table(b.table), layout_.record(b.table, b.keys)); };
    for (const model::BootRecord& b : m_.boot) {
        out.line(fmt::format("first({}, {});", table(b.table), at(b)));
        for (std::uint32_t f = 0; f < b.values.size(); ++f)
            if (b.values[f] && m_[b.table].fields[f].role != model::Role::key)
                out.line(fmt::format("{}.field[{}] = {};", at(b), field(b.table, {f}), constant(m_[b.table].fields[f].type, *b.values[f])));
    }
    out.close();
    out.line();
    out.open("static void first(unsigned t, Record& x) {");
    out.line("x.live = true;");
    out.line(
        "for (std::size_t f = tables[t].keys.size(); f < tables[t].fields.size(); ++f) x.field[f] = "
        "first_value(tables[t].fields[f].type);");
    out.close();
}

void Reference::dispatch(Writer& out) const {
    auto arguments = [](std::size_t count) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < count; ++i) names.push_back(fmt::format("a[{}]", i));
        return names;
    };
    out.line();
    out.line("/// The call of this number; the caller, if any, is the first argument. Each of them is acceptable.");
    out.open(
        "[[nodiscard]] int call(unsigned number, [[maybe_unused]] const std::vector<Value>& a, "
        "[[maybe_unused]] std::vector<Value>& results) {");
    out.open("switch (number) {");
    for (std::size_t c = 0; c < m_.calls.size(); ++c) {
        auto args = arguments(m_.calls[c].params.size() + (m_.calls[c].actor ? 1 : 0));
        if (!m_.calls[c].results.empty()) args.push_back("results");
        out.line(fmt::format("case {}: return call_{}({});", c, m_.calls[c].name, fmt::join(args, ", ")));
    }
    out.line("default: return ok;");
    out.close();
    out.close();
    out.line();
    out.open("[[nodiscard]] bool guard(unsigned number, [[maybe_unused]] const std::vector<Value>& a) const {");
    out.open("switch (number) {");
    std::size_t n = 0;
    for (const model::Guard& g : m_.guards)
        if (g.actor) out.line(fmt::format("case {}: return guard_{}({});", n++, g.name, fmt::join(arguments(g.params.size() + 1), ", ")));
    out.line("default: return false;");
    out.close();
    out.close();
}

void Reference::write(Writer& out) {
    out.line("/// The spec, read as plainly as can be.");
    out.line("class Reference : public Machine {");
    out.line("public:");
    Writer body;
    for (std::uint32_t c = 0; c < m_.counts.size(); ++c) count(body, c);
    for (std::uint32_t g = 0; g < m_.guards.size(); ++g)
        if (m_.guards[g].actor) guard(body, g);
    for (std::uint32_t c = 0; c < m_.calls.size(); ++c) call(body, c);
    properties(body);
    boot(body);
    dispatch(body);
    const std::string& text = body.text();
    for (std::size_t at = 1; at < text.size();) {  // not the blank line that it begins with
        const std::size_t end = text.find('\n', at);
        out.line(end == at ? "" : "    " + text.substr(at, end - at));
        at = end + 1;
    }
    out.line("};");
}

}  // namespace fief::gen
