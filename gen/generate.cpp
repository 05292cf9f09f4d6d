#include "gen/generate.hpp"

#include "gen/lower.hpp"
#include "gen/names.hpp"
#include "gen/print.hpp"
#include "gen/tester.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace fief::gen {
namespace {

using model::Model;

constexpr std::size_t width = 110;

/// Words in lines of a comment, with what they begin with.
void list(Writer& out, const std::string& begin, const std::vector<std::string>& words) {
    std::string line = begin;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string word = words[i] + (i + 1 < words.size() ? "," : "");
        if (line.size() + word.size() + 1 > width) {
            out.line(line);
            line = "//    ";
        }
        line += " " + word;
    }
    out.line(line);
}

void head(Writer& out, const Model& m, const Options& options, std::string_view what) {
    out.line(fmt::format("// {}: {}", m.name, what));
    out.line(fmt::format("// {}. Do not edit.", options.provenance));
    out.line("#pragma once");
    out.line();
}

/// Bottom-up walks over what descends from a record: where one begins, and where it goes on.
void climbing(Writer& out, const Model& m, const Program& p, const Printer& print) {
    for (std::uint32_t t = 0; t < m.tables.size(); ++t) {
        if (!m.tables[t].derived) continue;
        const std::string id = print.id(t), none = print.nowhere(t), table = identifier(p.tables[t].name);
        out.line();
        out.open(fmt::format("[[nodiscard]] inline {0} lowest(const Tables& tb, {0} x) noexcept {{", id));
        out.line(fmt::format("while (tb.{0}[x.n].first_child != {1}) x = tb.{0}[x.n].first_child;", table, none));
        out.line("return x;");
        out.close();
        out.open(fmt::format("[[nodiscard]] inline {0} upwards(const Tables& tb, {0} x) noexcept {{", id));
        out.line(fmt::format("const {} next = tb.{}[x.n].next_sibling;", id, table));
        out.line(fmt::format("return next != {} ? lowest(tb, next) : tb.{}[x.n].parent;", none, table));
        out.close();
    }
}

std::string tables_and_calls(const Model& m, const Program& p, const Printer& print, const Options& options) {
    Writer out;
    head(out, m, options, "tables and calls");
    for (const char* header : {"concepts", "cstddef", "cstdint", "type_traits"}) out.line(fmt::format("#include <{}>", header));
    out.line();
    out.doc(m.doc);
    out.line(fmt::format("namespace {} {{", identifier(m.name)));
    out.line();
    print.types(out);
    out.line();
    out.line("// ---- tables ----");
    print.tables(out);
    out.line();
    out.line("// ---- what changes records and keeps lists and counts right; and what is asked of them ----");
    climbing(out, m, p, print);
    for (std::uint32_t i = 0; i < p.functions.size(); ++i) {
        const Function::Kind kind = p.functions[i].kind;
        if (kind == Function::Kind::call || kind == Function::Kind::guard || kind == Function::Kind::checker) continue;
        out.line();
        print.function(out, i, false);
    }
    print.host(out);
    out.line();
    out.line(
        "/// The calls, on tables and a host that outlive it. An argument out of range, or of a record that is not live, is a "
        "bad_argument.");
    out.line("template <Host H>");
    out.line("struct Kernel {");
    out.line("    Tables& tb;");
    out.line("    H& host;");
    for (std::uint32_t i = 0; i < p.functions.size(); ++i) {
        const Function& f = p.functions[i];
        if (f.kind != Function::Kind::call && f.kind != Function::Kind::guard) continue;
        out.line();
        Writer one;
        if (f.kind == Function::Kind::call)
            for (const auto& [name, properties] : options.proved)
                if (name == m.calls[f.origin].name && !properties.empty()) list(one, "// Proved:", properties);
        print.function(one, i, true);
        const std::string& text = one.text();
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = text.find('\n', at);
            out.line(end == at ? "" : "    " + text.substr(at, end - at));
            at = end + 1;
        }
    }
    out.line("};");
    out.line();
    out.line(fmt::format("}}  // namespace {}", identifier(m.name)));
    return out.text();
}

std::string checkers(const Model& m, const Program& p, const Printer& print, const Options& options) {
    Writer out;
    head(out, m, options, "run-time checkers of its properties");
    out.line(fmt::format("#include \"{}.hpp\"", m.name));
    out.line();
    out.line(fmt::format("namespace {} {{", identifier(m.name)));
    out.line();
    std::size_t most = 1;
    bool host = false, now = false, any = false;
    for (const Function& f : p.functions) {
        if (f.kind != Function::Kind::checker) continue;
        any = true;
        host = host || f.uses_host, now = now || f.uses_now;
        most = std::max(most, f.locals.size());
    }
    out.line("/// A property that does not hold, and the values of its variables for which it does not.");
    out.open("struct Violation {");
    out.line("const char* property = nullptr;");
    out.line("std::uint32_t count = 0;");
    out.line(fmt::format("std::uint64_t values[{}] = {{}};", std::max<std::size_t>(most, 8)));
    out.line("[[nodiscard]] explicit constexpr operator bool() const noexcept { return property != nullptr; }");
    out.close("};");
    for (std::uint32_t i = 0; i < p.functions.size(); ++i) {
        if (p.functions[i].kind != Function::Kind::checker) continue;
        out.line();
        if (p.functions[i].quadratic) out.line("// Goes through a table once for each record of another.");
        print.function(out, i, false);
    }
    out.line();
    out.line("/// Every property that one state shows; the first one broken.");
    if (host) out.line("template <class H>");
    out.open(fmt::format("[[nodiscard]] inline Violation check(const Tables&{}{}{}) noexcept {{", any ? " tb" : "", host ? ", H& host" : "",
                         now ? ", Time now" : ""));
    for (const Function& f : p.functions) {
        if (f.kind != Function::Kind::checker) continue;
        out.line(
            fmt::format("if (const Violation v = {}(tb{}{})) return v;", f.name, f.uses_host ? ", host" : "", f.uses_now ? ", now" : ""));
    }
    out.line("return {};");
    out.close();
    if (!p.unchecked.empty()) {
        out.line();
        out.line("// Not checked here:");
        for (const auto& [id, why] : p.unchecked) out.line(fmt::format("//   {}: {}", m.properties[id].name, why));
    }
    out.line();
    out.line(fmt::format("}}  // namespace {}", identifier(m.name)));
    return out.text();
}

}  // namespace

std::vector<File> generate(const model::Model& model, const Options& options) {
    const Program program = lower(model, options.fault);
    const Printer print(model, program, options.fault);
    std::vector<File> files{{model.name + ".hpp", tables_and_calls(model, program, print, options)},
                            {model.name + "_check.hpp", checkers(model, program, print, options)}};
    if (options.tester) files.push_back({model.name + "_test.cpp", tester(model, program, print, options.provenance)});
    return files;
}

}  // namespace fief::gen
