// The test program: what is the same for every spec, the spec as data, as a reference, and an adaptor to the generated code.

#include "gen/tester/tester.hpp"

#include "gen/lower/shape.hpp"
#include "gen/names.hpp"
#include "gen/tester/reference.hpp"
#include "model/children.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <set>

namespace fief::gen {
namespace {

using model::Role;
using model::Value;

class Data {
public:
    Data(Writer& out, const model::Model& m) : out_(out), m_(m), layout_(m, model::Capacity::declared(m)) {}

    void write(const std::vector<Reference::Point>& points, const std::vector<std::uint32_t>& checked) {
        words("error_names", m_.errors);
        words("right_names", m_.rights);
        out_.line("inline const std::vector<std::vector<const char*>> enumerations{");
        for (const model::Enumeration& e : m_.enumerations) out_.line(fmt::format("    {{{}}},", quoted(e.names)));
        out_.line("};");
        tables();
        out_.line("inline const std::vector<EventType> event_types{");
        for (const model::Event& e : m_.events) {
            std::vector<std::string> types;
            for (model::VarId p : e.params) types.push_back(type(m_[p].type));
            out_.line(fmt::format("    {{\"{}\", {{{}}}}},", e.name, fmt::join(types, ", ")));
        }
        out_.line("};");
        calls();
        out_.line("inline const std::vector<Call> guards{");
        for (const model::Guard& g : m_.guards)
            if (g.actor) out_.line(fmt::format("    {{\"{}\", true, {{{}}}, {{}}, {{}}}},", g.name, params(g.actor, g.params)));
        out_.line("};");
        out_.line("/// Conditions that go one way or the other.");
        out_.line("inline const std::vector<Point> points{");
        for (const Reference::Point& p : points)
            out_.line(fmt::format("    {{{}, \"{}\", \"{}\"}},", p.call, escaped(p.never_true), escaped(p.never_false)));
        out_.line("};");
        std::vector<std::string> names;
        for (std::uint32_t p : checked) names.push_back(m_.properties[p].name);
        words("properties", names);
        moments();
    }

private:
    Writer& out_;
    const model::Model& m_;
    model::Layout layout_;

    [[nodiscard]] static std::string escaped(const std::string& text) {
        std::string out;
        for (char c : text) {
            if (c == '"' || c == '\\') out += '\\';
            out += c;
        }
        return out;
    }
    [[nodiscard]] static std::string quoted(const std::vector<std::string>& names) {
        std::vector<std::string> out;
        for (const std::string& n : names) out.push_back(fmt::format("\"{}\"", escaped(n)));
        return fmt::format("{}", fmt::join(out, ", "));
    }
    void words(const char* name, const std::vector<std::string>& names) {
        out_.line(fmt::format("inline const std::vector<const char*> {}{{{}}};", name, quoted(names)));
    }

    /// The largest number that the unsigned type for numbers up to `most` can say.
    [[nodiscard]] static Value limit(std::uint64_t most) {
        return most <= 0xff ? 0xff : most <= 0xffff ? 0xffff : most <= 0xffffffff ? 0xffffffff : std::numeric_limits<Value>::max();
    }

    [[nodiscard]] std::string type(const model::Type& t) const {
        using K = model::Type::Kind;
        auto text = [](const char* kind, Value lo, Value hi, std::uint32_t of, Value most) {
            return fmt::format("{{Kind::{}, {}, {}, {}, false, false, {}}}", kind, Reference::number(lo), hi, of, most);
        };
        switch (t.kind) {
            case K::boolean: return text("truth", 0, 1, 0, 1);
            case K::integer:
                return text("number", t.lo, t.hi, 0,
                            t.lo < 0 ? std::numeric_limits<Value>::max() : limit(static_cast<std::uint64_t>(t.hi)));
            case K::instant: return text("moment", 0, 0, 0, std::numeric_limits<Value>::max());
            case K::duration: return text("duration", 0, 0, 0, std::numeric_limits<Value>::max());
            case K::enumeration: return text("name", 0, static_cast<Value>(m_[t.enumeration].names.size()) - 1, t.enumeration.value, 0xff);
            case K::rights:
                return text("rights", 0, static_cast<Value>(m_[t.table].rights), t.table.value,
                            limit((std::uint64_t{1} << m_.rights.size()) - 1));
            case K::slot: {
                const Value size = layout_.key_size(t.table, t.key);
                return text("slot", 0, size - 1, t.table.value, limit(static_cast<std::uint64_t>(size)));
            }
            case K::reference: break;
        }
        // The largest number is `none`.
        return fmt::format("{{Kind::record, 0, 0, {}, {}, {}, {}}}", t.table.value, t.optional, t.weak,
                           limit(static_cast<std::uint64_t>(layout_.records(t.table))) - 1);
    }

    [[nodiscard]] std::string params(std::optional<model::VarId> actor, const std::vector<model::VarId>& rest) const {
        std::vector<std::string> out;
        auto add = [&](model::VarId v) { out.push_back(fmt::format("{{\"{}\", {}}}", m_[v].name, type(m_[v].type))); };
        if (actor) add(*actor);
        for (model::VarId p : rest) add(p);
        return fmt::format("{}", fmt::join(out, ", "));
    }

    void tables() {
        out_.line("inline const std::vector<Table> tables{");
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t) {
            const model::Table& table = m_.tables[t];
            std::vector<std::string> keys, fields;
            for (std::size_t k = 0; k < table.keys.size(); ++k)
                keys.push_back(fmt::format("{{{}, {}}}", table.keys[k].table ? static_cast<int>(table.keys[k].table->value) : -1,
                                           layout_.key_size({t}, k)));
            for (const model::Field& f : table.fields)
                fields.push_back(fmt::format("{{\"{}\", {}, {}}}", f.name, type(f.type), f.role == Role::since || f.role == Role::entered));
            auto role = [&](Role r) {
                const auto f = layout_.role({t}, r);
                return f ? static_cast<int>(f->value) : -1;
            };
            out_.line(fmt::format("    {{\"{}\", {{{}}},", table.name, fmt::join(keys, ", ")));
            out_.line(fmt::format("     {{{}}},", fmt::join(fields, ",\n      ")));
            const bool revoked =
                std::any_of(m_.revocations.begin(), m_.revocations.end(), [&](const auto& r) { return r.table.value == t; });
            out_.line(fmt::format("     {}, {}, {}, {}, {}, {}}},", layout_.records({t}), table.always_live, role(Role::parent),
                                  role(Role::phase), role(Role::deadline), revoked));
        }
        out_.line("};");
    }

    void calls() {
        out_.line("inline const std::vector<Call> calls{");
        for (const model::Call& call : m_.calls) {
            std::vector<std::string> results;
            for (model::VarId r : call.results) results.push_back(type(m_[r].type));
            std::set<std::uint32_t> errors;
            if (call.actor || !call.params.empty()) errors.insert(model::bad_argument.value);
            for (const model::Check& c : call.checks)
                if (const auto* require = std::get_if<model::Require>(&c.node)) errors.insert(require->error.value);
            for_each_statement(call.effects, [&](const model::Stmt& s) {
                if (const auto* made = std::get_if<model::New>(&s.node); made && made->keys.size() < m_[made->table].keys.size())
                    errors.insert(model::full.value);
            });
            out_.line(fmt::format("    {{\"{}\", {}, {{{}}}, {{{}}}, {{{}}}}},", call.name, call.actor.has_value(),
                                  params(call.actor, call.params), fmt::join(results, ", "), fmt::join(errors, ", ")));
        }
        out_.line("};");
    }

    /// Durations that the spec names: what may come to pass so long after a moment.
    void moments() {
        std::set<Value> durations;
        for (const model::Expr& e : m_.exprs)
            if (const auto* c = std::get_if<model::Const>(&e.node); c && c->value > 0 && e.type.kind == model::Type::Kind::duration)
                durations.insert(c->value);
        for (const model::Revocation& r : m_.revocations)
            for (const model::Phase& phase : r.steps) durations.insert(phase.within);
        out_.line(fmt::format("inline const std::vector<Value> durations{{{}}};", fmt::join(durations, ", ")));
        out_.line(fmt::format("constexpr bool has_clock = {};", m_.clock.has_value()));
        out_.line(fmt::format("constexpr Value latency = {};", m_.clock ? m_.clock->latency : 0));
    }
};

void indented(Writer& out, std::string_view text) {
    while (text.starts_with('\n')) text.remove_prefix(1);
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        out.line(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::string tester(const model::Model& m, const Program& program, const Printer& print, const std::string& provenance) {
    const TesterTexts& texts = tester_texts();
    std::vector<std::uint32_t> checked;
    for (const Function& f : program.functions)
        if (f.kind == Function::Kind::checker && f.origin != Function::no_property) checked.push_back(f.origin);
    Reference reference(m, checked);
    Writer spec;
    reference.write(spec);

    Writer out;
    out.line(fmt::format("// {}: random calls of its generated code, beside the plainest reading of its spec.", m.name));
    out.line(fmt::format("// {}. Do not edit.", provenance));
    out.line("//");
    out.line(fmt::format("//     g++ -std=c++20 -O1 -I. {0}_test.cpp -o {0}_test && ./{0}_test --calls 1000000 --seed 1", m.name));
    out.line("//");
    out.line("// After every call the error, the results, the events, the whole state and every checker's verdict are compared.");
    out.line("// The reference below was made from the spec's meaning alone; it shares nothing with the code under test.");
    out.line(fmt::format("#include \"{}_check.hpp\"", m.name));
    out.line();
    for (const char* header : {"algorithm", "atomic", "chrono", "csignal", "cstdint", "cstdio", "cstdlib", "cstring", "ctime", "fstream",
                               "initializer_list", "string", "thread", "type_traits", "utility", "vector"})
        out.line(fmt::format("#include <{}>", header));
    out.line();
    out.line("// ---- what a spec is made of ----");
    out.line();
    indented(out, texts.types);
    out.line();
    out.line(fmt::format("// ---- {} as data ----", m.name));
    out.line();
    out.line("namespace tester {");
    out.line();
    std::size_t most = 1;
    for (const model::Table& t : m.tables) most = std::max(most, t.fields.size());
    out.line(fmt::format("constexpr const char* system_name = \"{}\";", m.name));
    out.line(fmt::format("constexpr std::size_t table_count = {}, most_fields = {};", m.tables.size(), most));
    reference.names(out);
    Data(out, m).write(reference.points(), checked);
    out.line();
    out.line("}  // namespace tester");
    out.line();
    out.line("// ---- what statements and expressions mean ----");
    out.line();
    indented(out, texts.machine);
    out.line();
    out.line(fmt::format("// ---- {} ----", m.name));
    out.line();
    out.line("namespace tester {");
    out.line();
    out.line(spec.text().substr(0, spec.text().size() - 1));
    out.line();
    out.line("}  // namespace tester");
    out.line();
    out.line("// ---- the generated code ----");
    out.line();
    out.line(fmt::format("namespace g = {};", identifier(m.name)));
    out.line();
    indented(out, texts.subject);
    out.line();
    out.line("namespace tester {");
    out.line();
    tester_adaptor(out, m, program, print);
    out.line();
    out.line("}  // namespace tester");
    out.line();
    out.line("// ---- the test ----");
    out.line();
    for (std::string_view text : {texts.random, texts.text, texts.compare, texts.driver}) {
        indented(out, text);
        if (text != texts.driver) out.line();
    }
    return out.text();
}

}  // namespace fief::gen
