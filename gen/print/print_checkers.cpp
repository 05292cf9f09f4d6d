#include "gen/print/print_checkers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fief::gen {
namespace {

/// The most values that a violation of this checker names.
std::size_t widest(const Block& block) {
    std::size_t out = 0;
    for (const Stmt& s : block) {
        if (const auto* v = std::get_if<Violate>(&s.node)) out = std::max(out, v->witness.size());
        if (const auto* b = std::get_if<Branch>(&s.node)) out = std::max({out, widest(b->then), widest(b->otherwise)});
        if (const auto* w = std::get_if<Walk>(&s.node)) out = std::max(out, widest(w->body));
    }
    return out;
}

}  // namespace

void print_checkers(Writer& out, const model::Model& m, const Program& p, const Printer& print) {
    std::size_t most = 8;
    for (const Function& f : p.functions)
        if (f.kind == Function::Kind::checker) most = std::max(most, widest(f.body));
    out.line("/// A property that does not hold, and the values of its variables for which it does not.");
    out.open("struct Violation {");
    out.line("const char* property = nullptr;");
    out.line("std::uint32_t count = 0;");
    out.line(fmt::format("std::uint64_t values[{}] = {{}};", most));
    out.line("[[nodiscard]] explicit constexpr operator bool() const noexcept { return property != nullptr; }");
    out.close("};");
    for (std::uint32_t i = 0; i < p.functions.size(); ++i) {
        if (p.functions[i].kind != Function::Kind::checker) continue;
        out.line();
        if (p.functions[i].cost) out.line(fmt::format("// Not linear: {}.", *p.functions[i].cost));
        print.function(out, i, false);
    }
    const auto whole = [&](const std::string& name, const std::vector<std::uint32_t>& checkers) {
        bool host = false, now = false;
        for (std::uint32_t c : checkers) host = host || p.functions[c].uses_host, now = now || p.functions[c].uses_now;
        if (host) out.line("template <class H>");
        out.open(fmt::format("[[nodiscard]] inline Violation {}(const Tables&{}{}{}) noexcept {{", name, checkers.empty() ? "" : " tb",
                             host ? ", H& host" : "", now ? ", Time now" : ""));
        for (std::uint32_t c : checkers) {
            const Function& f = p.functions[c];
            out.line(fmt::format("if (const Violation v = {}(tb{}{})) return v;", f.name, f.uses_host ? ", host" : "",
                                 f.uses_now ? ", now" : ""));
        }
        out.line("return {};");
        out.close();
    };
    std::vector<std::uint32_t> all;
    for (std::uint32_t i = 0; i < p.functions.size(); ++i)
        if (p.functions[i].kind == Function::Kind::checker) all.push_back(i);
    out.line();
    out.line("/// Everything that one state shows, in the order in which one relies on another; the first that is broken.");
    whole("check", all);
    out.line();
    out.line("// ---- after a call that succeeded, when all was well before it: what it can have changed ----");
    for (std::uint32_t i = 0; i < p.functions.size(); ++i) {
        if ((p.functions[i].kind != Function::Kind::part && p.functions[i].kind != Function::Kind::after) || p.functions[i].along) continue;
        out.line();
        print.function(out, i, false);
    }
    if (!p.unchecked.empty()) {
        out.line();
        out.line("// Not checked here:");
        for (const auto& [id, why] : p.unchecked) out.line(fmt::format("//   {}: {}", m.properties[id].name, why));
    }
}

}  // namespace fief::gen
