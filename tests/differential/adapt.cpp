// adapt SPEC SIZES OUT [FAULT | proved]: generates the code of a spec at small sizes, and subject.cpp, which lets a test drive it; also its
// tester.

#include "gen/after/after.hpp"
#include "gen/generate.hpp"
#include "gen/lower/shape.hpp"
#include "gen/names.hpp"
#include "model/resolve.hpp"
#include "sizes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string_view>

using namespace fief;

namespace {

class Adaptor {
public:
    Adaptor(const model::Model& m, gen::Fault fault, bool proved)
        : m_(m), fault_(fault), proved_(proved), space_(gen::identifier(m.name)) {}

    std::string text() {
        out_ = fmt::format("#include \"{}_trail.hpp\"\n#include \"subject.hpp\"\n\n#include <cstring>\n#include <limits>\n\n", m_.name);
        out_ += fmt::format("namespace g = {};\nusing subject::Value;\nusing subject::Event;\n\nnamespace {{\n\n", space_);
        out_ += R"(g::Tables tables;
std::vector<Event>* events;
Value moment;
bool (*related_)(unsigned, Value, Value);

template <class T>
Value from(T x) {
    if constexpr (requires { T::none(); }) return x == T::none() ? -1 : static_cast<Value>(x.n);
    else if constexpr (requires { x.n; }) return static_cast<Value>(x.n);
    else if constexpr (requires { x.bits; }) return static_cast<Value>(x.bits);
    else return static_cast<Value>(x);
}
// A stored value as a plain number, and back.
template <class T>
[[maybe_unused]] Value number(T x) {
    if constexpr (requires { x.n; }) return static_cast<Value>(x.n);
    else if constexpr (requires { x.bits; }) return static_cast<Value>(x.bits);
    else return static_cast<Value>(x);
}
template <class T>
[[maybe_unused]] void put(T& x, Value v) {
    if constexpr (requires { x.n; }) x.n = static_cast<decltype(x.n)>(v);
    else if constexpr (requires { x.bits; }) x.bits = static_cast<decltype(x.bits)>(v);
    else if constexpr (std::is_same_v<T, bool>) {
        // The byte: a bool that is neither has no meaning in C++.
        const unsigned char byte = static_cast<unsigned char>(v);
        std::memcpy(&x, &byte, 1);
    } else x = static_cast<T>(v);
}
template <class T>
[[maybe_unused]] std::vector<Value> some(T) {
    if constexpr (std::is_same_v<T, bool>) return {0, 1, 2, 255};
    std::vector<Value> out;
    for (Value v = 0; v < 256; ++v) out.push_back(v);
    if constexpr (sizeof(T) > 1) out.insert(out.end(), {256, 0x7fff, 0xfffe, 0xffff});
    if constexpr (sizeof(T) > 2) out.insert(out.end(), {0x10000, 0x7fffffff, 0xfffffffe, 0xffffffff});
    if constexpr (sizeof(T) > 4) out.insert(out.end(), {0x100000000, 0x3fffffffffffffff});
    return out;
}
bool said = true;
template <class T>
T to(Value v) {
    if constexpr (requires { T::none(); }) {
        if (v == -1) return T::none();
        if (v < 0 || v >= static_cast<Value>(T::none().n)) return said = false, T::none();
        return T::at(static_cast<std::uint64_t>(v));
    } else if constexpr (requires(T t) { t.n; }) {
        if (v < 0 || v > static_cast<Value>(std::numeric_limits<typename T::Number>::max())) return said = false, T{};
        return T::at(static_cast<std::uint64_t>(v));
    } else if constexpr (requires(T t) { t.bits; }) {
        if (v < 0 || v > static_cast<Value>(std::numeric_limits<decltype(T::bits)>::max())) return said = false, T{};
        return T{static_cast<decltype(T::bits)>(v)};
    } else if constexpr (std::is_enum_v<T>) {
        if (v < 0 || v > 255) return said = false, T{};
        return static_cast<T>(v);
    } else if constexpr (std::is_same_v<T, bool>) {
        if (v < 0 || v > 1) return said = false, T{};
        return v != 0;
    } else {
        if (v < 0 || static_cast<std::uint64_t>(v) > std::numeric_limits<T>::max()) return said = false, T{};
        return static_cast<T>(v);
    }
}

)";
        host();
        out_ += "}  // namespace\n\nnamespace subject {\n\n";
        out_ += "void boot() { g::boot(tables), trail.clear(); }\nvoid set_now(Value now) { moment = now; }\n";
        out_ += "void set_relation(bool (*related)(unsigned, Value, Value)) { related_ = related; }\n\n";
        calls();
        guards();
        read();
        check();
        stored();
        out_ += "}  // namespace subject\n";
        return out_;
    }

private:
    const model::Model& m_;
    gen::Fault fault_;
    bool proved_;
    std::string space_, out_;

    [[nodiscard]] std::string type(const model::Type& t) const {
        using K = model::Type::Kind;
        switch (t.kind) {
            case K::boolean: return "bool";
            case K::integer:
                return t.hi <= 0xff         ? "std::uint8_t"
                       : t.hi <= 0xffff     ? "std::uint16_t"
                       : t.hi <= 0xffffffff ? "std::uint32_t"
                                            : "std::uint64_t";
            case K::instant:
            case K::duration: return "g::Time";
            case K::enumeration: {
                std::string name = m_[t.enumeration].name;
                std::replace(name.begin(), name.end(), '.', '_');
                return "g::" + gen::camel(name);
            }
            case K::reference: return "g::" + gen::camel(m_[t.table].name) + "Id";
            case K::rights: return "g::Rights";
            case K::slot: return "g::" + gen::camel(m_[t.table].name) + gen::camel(m_[t.table].keys[t.key].name);
        }
        return "";
    }

    void host() {
        out_ += "struct TestHost {\n    static g::Time now() { return static_cast<g::Time>(moment); }\n";
        for (std::size_t e = 0; e < m_.events.size(); ++e) {
            std::vector<std::string> params, values;
            for (std::size_t i = 0; i < m_.events[e].params.size(); ++i) {
                params.push_back(fmt::format("{} a{}", type(m_[m_.events[e].params[i]].type), i));
                values.push_back(fmt::format("from(a{})", i));
            }
            out_ += fmt::format("    static void {}({}) {{ events->push_back({{{}, {{{}}}}}); }}\n", gen::identifier(m_.events[e].name),
                                fmt::join(params, ", "), e, fmt::join(values, ", "));
        }
        for (std::size_t r = 0; r < m_.relations.size(); ++r) {
            const std::string id = "g::" + gen::camel(m_[m_.relations[r].table].name) + "Id";
            out_ += fmt::format("    static bool {}({} a, {} b) {{ return related_({}, from(a), from(b)); }}\n",
                                gen::identifier(m_.relations[r].name), id, id, r);
        }
        out_ += "};\nTestHost host;\ng::Kernel<TestHost> kernel{tables, host};\ng::Trail::Write written[4096];\n";
        out_ += "g::Trail trail{written, 4096};\ng::traced::Kernel<TestHost> traced{tables, host, trail};\nbool tracing;\n\n";
    }

    void calls() {
        out_ +=
            "int call(unsigned call, [[maybe_unused]] Value caller, [[maybe_unused]] const std::vector<Value>& args,\n"
            "         [[maybe_unused]] std::vector<Value>& results, std::vector<Event>& happened) {\n"
            "    events = &happened;\n    said = true;\n    switch (call) {\n";
        for (std::size_t c = 0; c < m_.calls.size(); ++c) {
            const model::Call& call = m_.calls[c];
            out_ += fmt::format("        case {}: {{\n", c);
            std::vector<std::string> args;
            if (call.actor) {
                out_ += fmt::format("            const auto a = to<{}>(caller);\n", type(m_[*call.actor].type));
                args.push_back("a");
            }
            for (std::size_t i = 0; i < call.params.size(); ++i) {
                out_ += fmt::format("            const auto a{0} = to<{1}>(args[{0}]);\n", i, type(m_[call.params[i]].type));
                args.push_back(fmt::format("a{}", i));
            }
            std::vector<std::string> back;
            for (std::size_t i = 0; i < call.results.size(); ++i) {
                out_ += fmt::format("            {} r{}{{}};\n", type(m_[call.results[i]].type), i);
                args.push_back(fmt::format("r{}", i));
                back.push_back(fmt::format("from(r{})", i));
            }
            out_ += "            if (!said) return unsayable;\n";
            out_ += fmt::format("            const g::Error e = tracing ? traced.{0}({1}) : kernel.{0}({1});\n", gen::identifier(call.name),
                                fmt::join(args, ", "));
            if (!back.empty()) out_ += fmt::format("            if (e == g::Error::ok) results = {{{}}};\n", fmt::join(back, ", "));
            out_ += "            return static_cast<int>(e) - 1;\n        }\n";
        }
        out_ += "        default: return unsayable;\n    }\n}\n\n";
    }

    /// Those that can be asked without the lock are asked so too.
    void guards() {
        const gen::Program program = gen::lower(m_, fault_, proved_);
        out_ += "int ask(unsigned guard, [[maybe_unused]] Value caller, [[maybe_unused]] const std::vector<Value>& args) {\n";
        out_ += "    said = true;\n    switch (guard) {\n";
        for (std::size_t g = 0; g < m_.guards.size(); ++g) {
            const model::Guard& guard = m_.guards[g];
            if (!guard.actor) continue;
            const std::string name = gen::identifier(guard.name);
            std::string args = fmt::format("to<{}>(caller)", type(m_[*guard.actor].type));
            for (std::size_t i = 0; i < guard.params.size(); ++i)
                args += fmt::format(", to<{}>(args[{}])", type(m_[guard.params[i]].type), i);
            const auto f = std::find_if(program.functions.begin(), program.functions.end(),
                                        [&](const gen::Function& x) { return x.kind == gen::Function::Kind::guard && x.name == name; });
            out_ += fmt::format("        case {}: {{\n            const bool answer = kernel.{}({});\n", g, name, args);
            out_ += "            if (!said) return unsayable;\n";
            if (f != program.functions.end() && f->unlocked)
                out_ += fmt::format("            if (g::concurrent::{}(tables{}, {}) != answer) return torn;\n", name,
                                    f->uses_now ? ", static_cast<g::Time>(moment)" : "", args);
            out_ += "            return answer ? 1 : 0;\n        }\n";
        }
        out_ += "        default: return unsayable;\n    }\n}\n\n";
    }

    void read() {
        out_ += "Value read(unsigned table, unsigned record, unsigned field) {\n    switch (table) {\n";
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t) {
            const model::Table& table = m_.tables[t];
            out_ += fmt::format(
                "        case {}: {{\n            [[maybe_unused]] const auto& x = tables.{}[record];\n            switch (field) {{\n", t,
                gen::identifier(table.name));
            out_ += fmt::format("                case live: return {};\n", table.always_live ? "1" : "x.live");
            for (std::uint32_t f = 0; f < table.fields.size(); ++f) {
                const model::Field& field = table.fields[f];
                if (field.role == model::Role::key || field.role == model::Role::since || field.role == model::Role::entered) continue;
                const std::string name = gen::identifier(field.name);
                if (field.type.kind == model::Type::Kind::reference && field.type.weak)
                    out_ += fmt::format(
                        "                case {}: return from(x.{}) >= 0 && tables.{}[x.{}.n].epoch != x.{}_epoch ? -2 : from(x.{});\n", f,
                        name, gen::identifier(m_[field.type.table].name), name, field.name, name);
                else out_ += fmt::format("                case {}: return from(x.{});\n", f, name);
            }
            out_ += "                default: return 0;\n            }\n        }\n";
        }
        out_ += "        default: return 0;\n    }\n}\n\n";
    }

    /// Every column, that of lists and counts too: a number of so many bytes, or a truth.
    void stored() {
        const gen::Program program = gen::lower(m_);
        std::string columns, loads, stores;
        unsigned n = 0;
        for (const gen::Table& table : program.tables)
            for (const gen::Column& column : table.columns) {
                if (column.purpose == gen::Column::Purpose::sequence) continue;
                const std::string at = table.bare
                                           ? fmt::format("tables.{}[record]", gen::identifier(table.name))
                                           : fmt::format("tables.{}[record].{}", gen::identifier(table.name), gen::identifier(column.name));
                columns += fmt::format("        case {}: return {{\"{}.{}\", {}, {}, some(tables.{}[0]{})}};\n", n, table.name, column.name,
                                       table.records, column.type.kind == gen::Type::Kind::boolean, gen::identifier(table.name),
                                       table.bare ? "" : "." + gen::identifier(column.name));
                loads += fmt::format("        case {}: return number({});\n", n, at);
                stores += fmt::format("        case {}: return put({}, value);\n", n, at);
                ++n;
            }
        out_ += fmt::format("unsigned columns() {{ return {}; }}\n", n);
        out_ += "Column column(unsigned column) {\n    switch (column) {\n" + columns + "        default: return {};\n    }\n}\n";
        out_ += "Value stored(unsigned column, [[maybe_unused]] unsigned record) {\n    switch (column) {\n" + loads +
                "        default: return 0;\n    }\n}\n";
        out_ += "void store(unsigned column, [[maybe_unused]] unsigned record, [[maybe_unused]] Value value) {\n    switch (column) {\n" +
                stores + "        default: return;\n    }\n}\n";
        out_ +=
            "std::vector<unsigned char> save() {\n    std::vector<unsigned char> out(sizeof tables);\n"
            "    std::memcpy(out.data(), &tables, sizeof tables);\n    return out;\n}\n"
            "void restore(const std::vector<unsigned char>& saved) { std::memcpy(&tables, saved.data(), sizeof tables); }\n\n";
    }

    void check() {
        const gen::Program program = gen::with_checks_after(m_, gen::lower(m_, fault_, proved_));
        bool now = false, host = false;
        std::vector<std::string> names;
        for (const gen::Function& f : program.functions) {
            if (f.kind != gen::Function::Kind::checker) continue;
            now = now || f.uses_now, host = host || f.uses_host;
            names.push_back(fmt::format("std::strcmp(property, \"{}\") == 0", f.checks));
        }
        out_ += fmt::format("const char* check() {{ return g::check(tables{}{}).property; }}\n", host ? ", host" : "",
                            now ? ", static_cast<g::Time>(moment)" : "");
        out_ += fmt::format(
            "const char* const not_traced = \"not traced\";\nconst char* check_along() {{\n    return tracing ? g::check_after(tables, "
            "trail{}{}).property : not_traced;\n}}\n",
            host ? ", host" : "", now ? ", static_cast<g::Time>(moment)" : "");
        out_ +=
            "void trace(bool on, bool anew, unsigned room) {\n    tracing = on;\n    if (anew) trail.clear();\n    trail.room = room < "
            "4096 ? room : 4096;\n}\n";
        out_ +=
            "const char* check_after(unsigned call, [[maybe_unused]] Value caller, [[maybe_unused]] const std::vector<Value>& args,\n"
            "                        [[maybe_unused]] const std::vector<Value>& results) {\n    switch (call) {\n";
        for (const gen::Function& f : program.functions) {
            if (f.kind != gen::Function::Kind::after) continue;
            const model::Call& call = m_.calls[f.origin];
            std::string given;
            if (call.actor) given += fmt::format(", to<{}>(caller)", type(m_[*call.actor].type));
            for (std::size_t i = 0; i < call.params.size(); ++i)
                given += fmt::format(", to<{}>(args[{}])", type(m_[call.params[i]].type), i);
            for (std::size_t i = 0; i < call.results.size(); ++i)
                given += fmt::format(", to<{}>(results[{}])", type(m_[call.results[i]].type), i);
            out_ += fmt::format("        case {}: return g::{}(tables{}{}{}).property;\n", f.origin, f.name, f.uses_host ? ", host" : "",
                                f.uses_now ? ", static_cast<g::Time>(moment)" : "", given);
        }
        out_ += "        default: return nullptr;\n    }\n}\n";
        out_ += fmt::format("bool checks([[maybe_unused]] const char* property) {{ return {}; }}\n\n",
                            names.empty() ? "false" : fmt::format("{}", fmt::join(names, " ||\n           ")));
    }
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) return 2;
    spec::Sources sources;
    spec::Diagnostics diagnostics;
    auto m = model::load(argv[1], sources, diagnostics);
    if (!m) {
        for (const spec::Diagnostic& d : diagnostics.all()) std::cerr << spec::render(d, sources, false);
        return 1;
    }
    const model::Capacity capacity = read_sizes(*m, argv[2]);
    model::resize(*m, capacity);
    gen::Options options;
    options.provenance = "for a test";
    options.trusted = argc > 4 && std::string_view(argv[4]) == "proved";
    options.tester = true;
    if (argc > 4 && !options.trusted) options.fault = static_cast<gen::Fault>(std::atoi(argv[4]));
    const std::filesystem::path out = argv[3];
    std::filesystem::create_directories(out);
    for (const gen::File& file : gen::generate(*m, options)) std::ofstream(out / file.name) << file.text;
    std::ofstream(out / "subject.cpp") << Adaptor(*m, options.fault, options.trusted).text()
                                       << fmt::format("\nconst char* subject::sizes() {{ return \"{}\"; }}\n", argv[2]);
}
