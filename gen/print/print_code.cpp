#include "gen/boot/image.hpp"
#include "gen/names.hpp"
#include "gen/print/print.hpp"
#include "gen/visit.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace fief::gen {
namespace {

bool writes_tables(const Block& block, const std::vector<bool>& writers) {
    return std::any_of(block.begin(), block.end(), [&](const Stmt& s) {
        if (std::holds_alternative<Store>(s.node)) return true;
        if (const auto* i = std::get_if<Invoke>(&s.node)) return static_cast<bool>(writers[i->function]);
        if (const auto* b = std::get_if<Branch>(&s.node)) return writes_tables(b->then, writers) || writes_tables(b->otherwise, writers);
        if (const auto* w = std::get_if<Walk>(&s.node)) return writes_tables(w->body, writers);
        return false;
    });
}

bool mentions(const Block& block, std::uint32_t local) {
    bool out = false;
    for_each_part(
        block, [&](const Expr& e) { out = out || (e.op == Op::local && e.index == local); }, [](const Stmt&) {});
    return out;
}

/// x + 1 or x - 1 of this very place or local.
template <class Is>
std::optional<const char*> step(const Expr& value, Is&& is) {
    if ((value.op != Op::add && value.op != Op::subtract) || !is(value.operands[0]) || !is_number(value.type)) return std::nullopt;
    const Expr& by = value.operands[1];
    if (by.op != Op::literal || by.value != 1) return std::nullopt;
    return value.op == Op::add ? "++" : "--";
}

}  // namespace

Printer::Printer(const model::Model& model, const Program& program, const Abi& abi, Fault fault)
    : m_(model), p_(program), abi_(abi), fault_(fault) {
    for (const Function& f : p_.functions) writes_.push_back(writes_tables(f.body, writes_));
    needed_ = needed_functions(p_);
    name_trail_places();
}

// ---- statements -----------------------------------------------------------------------------------------------------

void Printer::block(Writer& out, const Function& f, const Block& block) const {
    for (const Stmt& s : block) statement(out, f, s);
}

void Printer::statement(Writer& out, const Function& f, const Stmt& s) const {
    std::visit(
        model::overloaded{
            [&](const Define& n) {
                const Local& l = f.locals[n.local];
                out.line(fmt::format("{}{} {} = {};", l.changes ? "" : "const ", type(l.type), l.name, converted(f, n.value, l.type)));
            },
            [&](const Set& n) {
                const Local& l = f.locals[n.local];
                if (auto by = step(n.value, [&](const Expr& e) { return e.op == Op::local && e.index == n.local; }))
                    return out.line(fmt::format("{}{};", *by, l.name));
                out.line(fmt::format("{} = {};", l.name, converted(f, n.value, l.type)));
            },
            [&](const Store& n) {
                const std::string to = place(f, n.place, n.record);
                if (tracing_) note(out, f, n, to);
                const Type& stored = p_.tables[n.place.table].columns[n.place.column].type;
                if (shared(n.place) && f.kind != Function::Kind::boot) {
                    const char* form = is_number(stored) ? "poke({}, static_cast<{}>({}));" : "poke({}, {}{{{}}});";
                    return out.line(fmt::format(fmt::runtime(form), to, type(stored), expression(f, n.value)));
                }
                if (auto by =
                        step(n.value, [&](const Expr& e) { return e.op == Op::load && e.place == n.place && e.operands[0] == n.record; }))
                    return out.line(fmt::format("{}{};", *by, to));
                out.line(fmt::format("{} = {};", to, converted(f, n.value, stored)));
            },
            [&](const Invoke& n) { out.line(arguments(f, n.function, n.args) + ";"); },
            [&](const Emit& n) {
                std::vector<std::string> args;
                for (std::size_t i = 0; i < n.args.size(); ++i) {
                    const model::Type& to = m_[m_.events[n.event].params[i]].type;
                    const bool number = to.kind == model::Type::Kind::integer;
                    args.push_back(number ? converted(f, n.args[i], {Type::Kind::number, 0, 0, to.lo, to.hi}) : expression(f, n.args[i]));
                }
                const std::vector<model::VarId>& params = m_.events[n.event].params;
                if (fault_ == Fault::swapped_arguments && args.size() > 1 && m_[params[0]].type == m_[params[1]].type)
                    std::swap(args[0], args[1]);
                out.line(fmt::format("host.{}({});", identifier(m_.events[n.event].name), fmt::join(args, ", ")));
            },
            [&](const Return& n) { out.line(n.value ? fmt::format("return {};", converted(f, *n.value, f.returns)) : "return;"); },
            [&](const End& n) { out.line(fmt::format("return Error::{};", n.error ? identifier(m_.errors[*n.error]) : "ok")); },
            [&](const Violate& n) {
                std::vector<std::string> values;
                for (const Expr& w : n.witness) {
                    const bool record = w.type.kind == Type::Kind::record || w.type.kind == Type::Kind::slot;
                    values.push_back(record                              ? expression(f, w) + ".n"
                                     : w.type.kind == Type::Kind::rights ? expression(f, w) + ".bits"
                                                                         : fmt::format("static_cast<std::uint64_t>({})", expression(f, w)));
                }
                out.line(fmt::format("return {{\"{}\", {}, {{{}}}}};", f.checks, values.size(), fmt::join(values, ", ")));
            },
            [&](const Ask& n) {
                std::string found = "violation";
                while (std::any_of(f.locals.begin(), f.locals.end(), [&](const Local& l) { return l.name == found; })) found += '_';
                out.line(fmt::format("if (const Violation {0} = {1}) return {0};", found, arguments(f, n.function, n.args)));
            },
            [&](const Note& n) { out.line("// " + n.text); },
            [&](const Change& n) { out.line(n.begins ? "begin_change(tb);" : "end_change(tb);"); },
            [&](const Branch& n) { branch(out, f, n); },
            [&](const Walk& n) { walk(out, f, n); },
        },
        s.node);
}

void Printer::branch(Writer& out, const Function& f, const Branch& b) const {
    // A guard ends early for an argument that is none.
    const bool bad = f.kind == Function::Kind::guard && b.then.size() == 1 && std::holds_alternative<Return>(b.then[0].node);
    const std::string condition = expression(f, b.condition), head = fmt::format("if ({}){}", condition, bad ? " [[unlikely]]" : "");
    // A lone simple statement stays on its line.
    const bool simple = b.otherwise.empty() && b.then.size() == 1 && !std::holds_alternative<Branch>(b.then[0].node) &&
                        !std::holds_alternative<Walk>(b.then[0].node);
    if (simple) {
        Writer inner;
        statement(inner, f, b.then[0]);
        std::string text = inner.text();
        text.pop_back();
        if (text.find('\n') == std::string::npos && condition.size() + text.size() < 110) return out.line(head + " " + text);
    }
    out.open(head + " {");
    block(out, f, b.then);
    if (!b.otherwise.empty()) {
        out.between("} else {");
        block(out, f, b.otherwise);
    }
    out.close();
}

void Printer::walk(Writer& out, const Function& f, const Walk& w) const {
    const Local& l = f.locals[w.local];
    const std::string of = type(l.type), start = expression(f, w.start);
    switch (w.kind) {
        case Walk::Kind::list: {
            Expr here;
            here.op = Op::local, here.type = l.type, here.index = w.local;
            const std::string next = place(f, w.next, here), none = nowhere(l.type.table);
            if (w.changes) {
                out.open(fmt::format("for ({} {} = {}, after_{}; {} != {}; {} = after_{}) {{", of, l.name, start, l.name, l.name, none,
                                     l.name, l.name));
                out.line(fmt::format("after_{} = {};", l.name, next));
            } else {
                out.open(fmt::format("for ({} {} = {}; {} != {}; {} = {}) {{", of, l.name, start, l.name, none, l.name, next));
            }
            break;
        }
        case Walk::Kind::row: {
            const std::string i = "i_" + l.name;
            const bool record = l.type.kind == Type::Kind::record, slot = l.type.kind == Type::Kind::slot;
            const bool whole = record && w.count == p_.tables[l.type.table].records;
            const std::string count = whole    ? p_.tables[l.type.table].name + "_count"
                                      : record ? rows_of(l.type.table, w.count)
                                      : slot && w.count == p_.tables[l.type.table].keys[l.type.key].size ? size_of(l.type.table, l.type.key)
                                                                                                         : fmt::format("{}", w.count);
            if (w.downwards) out.open(fmt::format("for (std::uint32_t {0} = {1}; {0}-- > 0;) {{", i, count));
            else out.open(fmt::format("for (std::uint32_t {0} = 0; {0} < {1}; ++{0}) {{", i, count));
            const bool at = record || slot;
            const std::string from = w.start.op == Op::literal ? (w.start.value > 0 ? fmt::format("{} + ", w.start.value) : "")
                                     : w.start.op == Op::record_at && w.start.operands.empty() ? ""
                                                                                               : raw(f, w.start) + " + ";
            if (at) out.line(fmt::format("const {0} {1} = {0}::at({2}{3});", of, l.name, from, i));
            else if (l.type.kind == Type::Kind::rights)
                out.line(fmt::format("const Rights {}{{static_cast<decltype(Rights::bits)>({})}};", l.name, i));
            else if (l.type.kind == Type::Kind::boolean) out.line(fmt::format("const bool {} = {} != 0;", l.name, i));
            else if (mentions(w.body, w.local)) out.line(fmt::format("const {0} {1} = static_cast<{0}>({2}{3});", of, l.name, from, i));
            break;
        }
        case Walk::Kind::subtree: {
            // Bottom up; the record's successor is known before its body runs, since the body may drop it.
            out.open(fmt::format("for ({0} {1} = lowest(tb, {2}), after_{1};; {1} = after_{1}) {{", of, l.name, start));
            if (w.strictly) {
                out.line(fmt::format("if ({} == {}) break;", l.name, start));
                out.line(fmt::format("after_{0} = upwards(tb, {0});", l.name));
            } else {
                out.line(fmt::format("after_{0} = {0} == {1} ? {2} : upwards(tb, {0});", l.name, start, nowhere(l.type.table)));
            }
            block(out, f, w.body);
            if (!w.strictly) out.line(fmt::format("if (after_{} == {}) break;", l.name, nowhere(l.type.table)));
            out.close();
            return;
        }
    }
    block(out, f, w.body);
    out.close();
}

void Printer::cleared(Writer& out) const {
    const std::uint64_t width = std::min<std::uint64_t>(image_layout(m_, p_).alignment, 4);
    out.line("// All bytes, those between the fields too: the tables may be mapped where nobody is to see what lay there before.");
    out.open("{");
    out.line(fmt::format("using Word [[gnu::may_alias]] = std::uint{}_t;", 8 * width));
    out.line("static_assert(alignof(Tables) % alignof(Word) == 0 && sizeof(Tables) % sizeof(Word) == 0);");
    out.line("Word* const end = reinterpret_cast<Word*>(&tb + 1);");
    out.open("for (Word* word = reinterpret_cast<Word*>(&tb); word != end; ++word) {");
    out.line("*word = 0;");
    out.line("asm(\"\" : \"+r\"(word));  // or compilers would call memset, which a kernel may not have");
    out.close();
    out.close();
}

// ---- functions ------------------------------------------------------------------------------------------------------

void Printer::function(Writer& out, std::uint32_t index, bool member) const {
    const Function& f = p_.functions[index];
    Writer body;
    block(body, f, f.body);
    auto mentions = [&](const std::string& name) {
        const std::string& text = body.text();
        auto word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
        for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1))
            if ((at == 0 || (!word(text[at - 1]) && text[at - 1] != '.')) && !word(text[at + name.size()])) return true;
        return false;
    };
    const bool call = f.kind == Function::Kind::call, boot = f.kind == Function::Kind::boot;
    std::vector<std::string> params;
    if (!member) {
        params.push_back(fmt::format("{}Tables&{}", writes_[index] || boot ? "" : "const ", boot || mentions("tb") ? " tb" : ""));
        if (tracing_) params.push_back("Trail& trail");
        if (f.uses_host) params.push_back("H& host");
        if (f.uses_now) params.push_back("Time now");
    }
    for (std::uint32_t p : f.params) params.push_back(type(f.locals[p].type) + (mentions(f.locals[p].name) ? " " + f.locals[p].name : ""));
    for (std::uint32_t r : f.results) params.push_back(type(f.locals[r].type) + "& " + f.locals[r].name);
    const bool checker = f.kind == Function::Kind::checker || f.kind == Function::Kind::part || f.kind == Function::Kind::after;
    const std::string returns = call ? "Error" : checker ? "Violation" : type(f.returns);
    out.doc(f.doc);
    if (!member && f.uses_host) out.line("template <class H>");
    out.open(fmt::format("{}{}{} {}{}({}){} noexcept {{", returns == "void" ? "" : "[[nodiscard]] ", member || f.uses_host ? "" : "inline ",
                         returns, peeking_ ? "unlocked_" : "", f.name, fmt::join(params, ", "),
                         member && f.kind == Function::Kind::guard ? " const" : ""));
    if (member && f.uses_now) out.line("const Time now = host.now();");
    if (boot) cleared(out);
    block(out, f, f.body);
    if (checker) out.line("return {};");
    out.close();
}

}  // namespace fief::gen
