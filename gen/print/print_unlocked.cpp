// Guards without the lock, and what makes a change of what they read seen (gen/lower/share.hpp).

#include "gen/names.hpp"
#include "gen/print/print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace fief::gen {

bool Printer::shares() const {
    return std::any_of(p_.functions.begin(), p_.functions.end(), [](const Function& f) { return f.unlocked; });
}

std::string Printer::sequence() const {
    for (const Table& t : p_.tables)
        if (t.bare && t.columns[0].purpose == Column::Purpose::sequence) return fmt::format("tb.{}[0]", identifier(t.name));
    return {};
}

void Printer::changes(Writer& out) const {
    if (!shares()) return;
    const std::string number = sequence();
    for (const std::string& line : std::vector<std::string>{
             "// ---- what guards read without the lock: written with single stores, between two steps of a sequence number ----",
             "",
             "template <class T>",
             "[[nodiscard]] inline T peek(const T& from) noexcept {",
             "    T out;",
             "    __atomic_load(&from, &out, __ATOMIC_RELAXED);",
             "    return out;",
             "}",
             "template <class T>",
             "inline void poke(T& to, T value) noexcept {",
             "    __atomic_store(&to, &value, __ATOMIC_RELAXED);",
             "}",
             "/// The sequence number is odd from here to the end of the change. The one lock of the host's is held.",
             "/// Inline always: for a call of this, compilers would save registers round two instructions.",
             "[[gnu::always_inline]] inline void begin_change(Tables& tb) noexcept {",
             fmt::format("    __atomic_store_n(&{0}, {0} + 1, __ATOMIC_RELAXED);", number),
             "    __atomic_thread_fence(__ATOMIC_RELEASE);",
             "}",
             "[[gnu::always_inline]] inline void end_change(Tables& tb) noexcept {",
             fmt::format("    __atomic_store_n(&{0}, {0} + 1, __ATOMIC_RELEASE);", number),
             "}",
             ""})
        out.line(line);
}

void Printer::unlocked(Writer& out) const {
    if (!shares()) return;
    Printer peeking = *this;
    peeking.peeking_ = true;
    out.line();
    out.line("/// A number read while it was changing need not be a record's; what is read through it is thrown away.");
    out.line("[[nodiscard]] constexpr std::size_t inside(std::uint64_t n, std::uint64_t count) noexcept { return n < count ? n : 0; }");
    peeking.grants(out);
    for (std::uint32_t i = 0; i < p_.functions.size(); ++i) {
        if (!p_.functions[i].unlocked) continue;
        out.line();
        peeking.function(out, i, false);
    }
    out.line();
    out.line(
        "/// The guards once more: at any time, on any CPU, without the lock, on tables that may be mapped read-only. One that begins "
        "after a");
    out.line(
        "/// call has returned sees all that it did; one that overlaps a call sees it before, after, or between two rounds of a loop of "
        "its.");
    out.line("namespace concurrent {");
    for (const Function& f : p_.functions) {
        if (!f.unlocked || f.kind != Function::Kind::guard) continue;
        std::vector<std::string> params{"const Tables& tb"}, args{"tb"};
        if (f.uses_now) params.emplace_back("Time now"), args.emplace_back("now");
        for (std::uint32_t p : f.params) {
            params.push_back(type(f.locals[p].type) + " " + f.locals[p].name);
            args.push_back(f.locals[p].name);
        }
        out.line();
        out.doc(f.doc);
        out.open(fmt::format("[[nodiscard]] inline {} {}({}) noexcept {{", type(f.returns), f.name, fmt::join(params, ", ")));
        out.open("for (;;) {");
        out.line(fmt::format("const std::uint32_t before = __atomic_load_n(&{}, __ATOMIC_ACQUIRE);", sequence()));
        out.line(fmt::format("const {} answer = unlocked_{}({});", type(f.returns), f.name, fmt::join(args, ", ")));
        out.line("__atomic_thread_fence(__ATOMIC_ACQUIRE);");
        out.line(fmt::format("if (before % 2 == 0 && before == __atomic_load_n(&{}, __ATOMIC_RELAXED)) return answer;", sequence()));
        out.close();
        out.close();
    }
    out.line();
    out.line("}  // namespace concurrent");
}

bool Printer::certain(const Function& f, const Expr& e) const {
    switch (e.op) {
        case Op::literal: return true;
        case Op::local:
            return (f.kind == Function::Kind::guard || f.kind == Function::Kind::keeping) &&
                   std::find(f.params.begin(), f.params.end(), e.index) != f.params.end();
        case Op::record_at:
        case Op::key:
        case Op::row: return std::all_of(e.operands.begin(), e.operands.end(), [&](const Expr& o) { return certain(f, o); });
        default: return false;
    }
}

}  // namespace fief::gen
