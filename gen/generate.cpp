#include "gen/generate.hpp"

#include "gen/after/after.hpp"
#include "gen/lower/lower.hpp"
#include "gen/names.hpp"
#include "gen/print/describe.hpp"
#include "gen/print/dispatch.hpp"
#include "gen/print/print.hpp"
#include "gen/print/print_boot.hpp"
#include "gen/print/print_checkers.hpp"
#include "gen/tester/tester.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>

namespace fief::gen {
namespace {

using model::Model;

constexpr std::size_t width = 110;

/// Words in lines of a comment, with what the first of these and what the others begin with.
void list(Writer& out, const std::string& begin, const std::vector<std::string>& words, const std::string& others) {
    std::string line = begin;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string word = words[i] + (i + 1 < words.size() ? "," : "");
        if (line.size() + word.size() + 1 > width) {
            out.line(line);
            line = others;
        }
        line += " " + word;
    }
    out.line(line);
}

std::vector<std::string> without(std::vector<std::string> names, const std::vector<std::string>& gone) {
    std::erase_if(names, [&](const std::string& name) { return std::find(gone.begin(), gone.end(), name) != gone.end(); });
    return names;
}

/// What is proved of each of several calls.
std::vector<std::string> of_every_call(const std::vector<std::pair<std::string, std::vector<std::string>>>& proved) {
    if (proved.size() < 2) return {};
    std::vector<std::string> out = proved[0].second;
    for (const auto& [call, names] : proved) out = without(out, without(out, names));
    return out;
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
        if (!print.climbs(t)) continue;
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
    print.changes(out);
    out.line("// ---- what changes records and keeps lists and counts right; and what is asked of them ----");
    print.grants(out);
    climbing(out, m, p, print);
    for (std::uint32_t i = 0; i < p.functions.size(); ++i) {
        const Function::Kind kind = p.functions[i].kind;
        const bool elsewhere = kind == Function::Kind::checker || kind == Function::Kind::part || kind == Function::Kind::after;
        if (elsewhere || kind == Function::Kind::call || kind == Function::Kind::guard || !print.needs(i)) continue;
        out.line();
        print.function(out, i, false);
    }
    print.unlocked(out);
    if (m.boot.size() > most_boot_in_code) {
        out.line();
        out.line(fmt::format("// The state at boot has {} records of the spec's own: it is data, in {}_boot.hpp.", m.boot.size(), m.name));
    }
    print.host(out);
    out.line();
    out.line(
        "/// The calls, on tables and a host that outlive it. An argument out of range, or of a record that is not live, is a "
        "bad_argument.");
    const std::vector<std::string> everywhere = of_every_call(options.proved);
    if (!everywhere.empty()) list(out, "/// Proved of every call:", everywhere, "///    ");
    out.line("template <Host H>");
    out.line("struct Kernel {");
    out.line("    Tables& tb;");
    out.line("    H& host;");
    for (std::uint32_t i = 0; i < p.functions.size(); ++i) {
        const Function& f = p.functions[i];
        if (f.kind != Function::Kind::call && f.kind != Function::Kind::guard) continue;
        out.line();
        Writer one;
        if (f.kind == Function::Kind::call) {
            for (const auto& [name, properties] : options.proved)
                if (name == m.calls[f.origin].name && !properties.empty()) {
                    const std::vector<std::string> own = without(properties, everywhere);
                    if (own.empty()) one.line("// Proved: what is of every call");
                    else list(one, everywhere.empty() ? "// Proved:" : "// Proved: what is of every call,", own, "//    ");
                }
            for (const auto& [name, where] : options.certificates)
                if (name == m.calls[f.origin].name) one.line("// Certificate: " + where);
        }
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

/// A file beside the tables and calls.
std::string beside(const Model& m, const Options& options, std::string_view what, const std::function<void(Writer&)>& content,
                   std::string_view on = ".hpp") {
    Writer out;
    head(out, m, options, what);
    out.line(fmt::format("#include \"{}{}\"", m.name, on));
    out.line();
    out.line(fmt::format("namespace {} {{", identifier(m.name)));
    out.line();
    content(out);
    out.line();
    out.line(fmt::format("}}  // namespace {}", identifier(m.name)));
    return out.text();
}

}  // namespace

bool has_boot_image(const ImageLayout& layout) { return layout.size <= most_image_bytes; }

std::vector<std::string> costly_checkers(const model::Model& model) {
    std::vector<std::string> out;
    for (const Function& f : lower(model).functions)
        if (f.kind == Function::Kind::checker && f.cost) out.push_back(fmt::format("{} ({})", f.checks, *f.cost));
    return out;
}

std::vector<File> generate(const model::Model& model, Options options) {
    const Program program = with_checks_after(model, lower(model, options.fault, options.trusted));
    std::vector<std::string> why;
    const Abi abi = options.abi ? *options.abi : number(model, std::nullopt, why).value_or(Abi{});
    const Printer print(model, program, abi, options.fault);
    std::vector<File> out{{model.name + ".hpp", tables_and_calls(model, program, print, options)},
                          {model.name + "_check.hpp", beside(model, options, "run-time checkers of its properties",
                                                             [&](Writer& text) { print_checkers(text, model, program, print); })},
                          {model.name + "_trail.hpp", beside(
                                                          model, options, "calls that write down what they write, and checkers along that",
                                                          [&](Writer& text) { print.trail(text), print.after(text); }, "_check.hpp")},
                          {model.name + "_dispatch.hpp", beside(model, options, "the system-call table",
                                                                [&](Writer& text) { print_dispatch(text, model, program, print, abi); })},
                          {model.name + ".json", layout_json(model, program, abi, options.provenance)}};
    if (options.c_layout) out.push_back({model.name + ".h", c_layout(model, program, abi, options.provenance)});
    if (options.tester) out.push_back({model.name + "_test.cpp", tester(model, program, print, options.provenance)});
    const ImageLayout layout = image_layout(model, program);
    if (!has_boot_image(layout)) return out;
    Image image = options.boot && options.boot->layout.size == layout.size ? std::move(*options.boot) : boot_image(model, program);
    for (File& file : boot_files(model, program, print, options.provenance, std::move(image))) out.push_back(std::move(file));
    return out;
}

}  // namespace fief::gen
