// How a tester drives the generated code: numbers in, numbers out, and the whole state read back.

#include "gen/lower/shape.hpp"
#include "gen/names.hpp"
#include "gen/tester/tester.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace fief::gen {
namespace {

class Adaptor {
public:
    Adaptor(Writer& out, const model::Model& m, const Program& p, const Printer& print) : out_(out), m_(m), p_(p), print_(print) {}

    void write() {
        host();
        calls();
        guards();
        observe();
        check();
    }

private:
    Writer& out_;
    const model::Model& m_;
    const Program& p_;
    const Printer& print_;

    [[nodiscard]] std::string type(const model::Type& t) const {
        const std::string name = print_.type(type_of(t));
        return name == "bool" || name.starts_with("std::") ? name : "g::" + name;
    }

    void host() {
        out_.open("struct TestHost {");
        out_.line("static g::Time now() { return static_cast<g::Time>(moment); }");
        for (std::size_t e = 0; e < m_.events.size(); ++e) {
            std::vector<std::string> params, values;
            for (std::size_t i = 0; i < m_.events[e].params.size(); ++i) {
                params.push_back(fmt::format("{} a{}", type(m_[m_.events[e].params[i]].type), i));
                values.push_back(fmt::format("from(a{})", i));
            }
            out_.line(fmt::format("static void {}({}) {{ emitted->push_back({{e_{}, {{{}}}, 0}}); }}", identifier(m_.events[e].name),
                                  fmt::join(params, ", "), m_.events[e].name, fmt::join(values, ", ")));
        }
        for (const model::Relation& r : m_.relations) {
            const std::string id = "g::" + print_.id(r.table.value);
            out_.line(fmt::format("static bool {0}({1} a, {1} b) {{ return relation_holds({2}, from(a), from(b)); }}", identifier(r.name),
                                  id, r.axioms == model::Relation::Axioms::total));
        }
        out_.close("};");
        out_.line("inline TestHost host;");
        out_.line("inline g::Kernel<TestHost> kernel{place.tables, host};");
        out_.line();
    }

    /// The arguments of a call or guard, each converted to its C++ type.
    [[nodiscard]] std::vector<std::string> arguments(std::optional<model::VarId> actor, const std::vector<model::VarId>& params) const {
        std::vector<std::string> out;
        if (actor) out.push_back(fmt::format("to<{}>(a[0])", type(m_[*actor].type)));
        for (model::VarId p : params) out.push_back(fmt::format("to<{}>(a[{}])", type(m_[p].type), out.size()));
        return out;
    }

    void calls() {
        out_.line("/// Makes the call; its error, or `ok`.");
        out_.open(
            "inline int generated_call(unsigned number, [[maybe_unused]] const std::vector<Value>& a, "
            "[[maybe_unused]] std::vector<Value>& results) {");
        out_.open("switch (number) {");
        for (std::size_t c = 0; c < m_.calls.size(); ++c) {
            const model::Call& call = m_.calls[c];
            auto args = arguments(call.actor, call.params);
            std::vector<std::string> back;
            for (std::size_t i = 0; i < call.results.size(); ++i) {
                args.push_back(fmt::format("r{}", i));
                back.push_back(fmt::format("from(r{})", i));
            }
            const std::string invocation = fmt::format("kernel.{}({})", identifier(call.name), fmt::join(args, ", "));
            if (back.empty()) {
                out_.line(fmt::format("case {}: return static_cast<int>({}) - 1;", c, invocation));
                continue;
            }
            out_.open(fmt::format("case {}: {{", c));
            for (std::size_t i = 0; i < call.results.size(); ++i) out_.line(fmt::format("{} r{}{{}};", type(m_[call.results[i]].type), i));
            out_.line(fmt::format("const g::Error e = {};", invocation));
            out_.line(fmt::format("if (e == g::Error::ok) results = {{{}}};", fmt::join(back, ", ")));
            out_.line("return static_cast<int>(e) - 1;");
            out_.close();
        }
        out_.line("default: return ok;");
        out_.close();
        out_.close();
        out_.line();
    }

    void guards() {
        out_.open("inline bool generated_guard(unsigned number, [[maybe_unused]] const std::vector<Value>& a) {");
        out_.open("switch (number) {");
        std::size_t n = 0;
        for (const model::Guard& g : m_.guards)
            if (g.actor)
                out_.line(
                    fmt::format("case {}: return kernel.{}({});", n++, identifier(g.name), fmt::join(arguments(g.actor, g.params), ", ")));
        out_.line("default: return false;");
        out_.close();
        out_.close();
        out_.line();
    }

    void observe() {
        out_.line("/// What the tables say, without what only the generated code has.");
        out_.open("inline void observe(State& out) {");
        out_.line("const g::Tables& tb = place.tables;");
        out_.line("out.now = moment;");
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t) {
            const model::Table& table = m_.tables[t];
            const std::string name = identifier(table.name);
            out_.line(fmt::format("out.table[t_{}].assign({}, Record());", table.name, p_.tables[t].records));
            out_.open(fmt::format("for (std::size_t r = 0; r < {}; ++r) {{", p_.tables[t].records));
            out_.line(fmt::format("[[maybe_unused]] const auto& x = tb.{}[r];", name));
            if (!table.always_live) out_.line("if (!x.live) continue;");
            out_.line(fmt::format("Record& to = out.table[t_{}][r];", table.name));
            out_.line("to.live = true;");
            for (const model::Field& f : table.fields) {
                if (f.role == model::Role::key || f.role == model::Role::since || f.role == model::Role::entered) continue;
                const std::string column = identifier(f.name);
                const bool weak = f.type.kind == model::Type::Kind::reference && f.type.weak;
                const std::string value =
                    weak ? fmt::format("weak(x.{}, x.{}_epoch, tb.{})", column, f.name, identifier(m_[f.type.table].name))
                         : fmt::format("from(x.{})", column);
                out_.line(fmt::format("to.field[f_{}_{}] = {};", table.name, f.name, value));
            }
            out_.close();
        }
        out_.close();
        out_.line();
    }

    void check() {
        bool now = false, host = false;
        for (const Function& f : p_.functions)
            if (f.kind == Function::Kind::checker) now = now || f.uses_now, host = host || f.uses_host;
        out_.line("/// The property that the checkers find broken first, or nothing.");
        out_.line(fmt::format("inline const char* generated_check() {{ return g::check(place.tables{}{}).property; }}",
                              host ? ", host" : "", now ? ", static_cast<g::Time>(moment)" : ""));
    }
};

}  // namespace

void tester_adaptor(Writer& out, const model::Model& model, const Program& program, const Printer& print) {
    Adaptor(out, model, program, print).write();
}

}  // namespace fief::gen
