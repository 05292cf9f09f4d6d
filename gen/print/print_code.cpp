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

bool is_compound(const Expr& e) {
    switch (e.op) {
        case Op::both:
        case Op::together:
        case Op::either:
        case Op::select:
        case Op::equal:
        case Op::different:
        case Op::less:
        case Op::at_most:
        case Op::add:
        case Op::subtract:
        case Op::unite:
        case Op::remove:
        case Op::common:
        case Op::row:
        case Op::in_range: return true;
        default: return false;
    }
}

bool mentions(const Block& block, std::uint32_t local) {
    bool out = false;
    for_each_part(
        block, [&](const Expr& e) { out = out || (e.op == Op::local && e.index == local); }, [](const Stmt&) {});
    return out;
}

bool is_number(const Type& t) { return t.kind == Type::Kind::number || t.kind == Type::Kind::epoch; }

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
    name_trail_places();
}

// ---- expressions ----------------------------------------------------------------------------------------------------

std::uint64_t Printer::stride(std::uint32_t table, std::size_t key) const {
    std::uint64_t out = 1;
    for (std::size_t k = key + 1; k < p_.tables[table].keys.size(); ++k) out *= p_.tables[table].keys[k].size;
    return out;
}

std::string Printer::literal(const Expr& e) const {
    if (!e.name.empty()) return e.name;
    switch (e.type.kind) {
        case Type::Kind::boolean: return e.value ? "true" : "false";
        case Type::Kind::record: return e.value < 0 ? nowhere(e.type.table) : fmt::format("{}{{{}}}", id(e.type.table), e.value);
        case Type::Kind::slot: return fmt::format("{}{{{}}}", type(e.type), e.value);
        case Type::Kind::enumeration:
            return fmt::format("{}::{}", type(e.type), identifier(m_.enumerations[e.type.key].names[static_cast<std::size_t>(e.value)]));
        case Type::Kind::rights: {
            if (e.value == 0) return "no_rights";
            const std::uint64_t all = m_.tables[e.type.table].rights;
            if (static_cast<std::uint64_t>(e.value) == all) return fmt::format("all_{}_rights", m_.tables[e.type.table].name);
            std::vector<std::string> names;
            for (std::size_t r = 0; r < m_.rights.size(); ++r)
                if (e.value >> r & 1) names.push_back(m_.rights[r] + "_right");
            return names.size() == 1 ? names[0] : fmt::format("({})", fmt::join(names, " | "));
        }
        default: return fmt::format("{}", e.value);
    }
}

std::string Printer::constant(const Type& type, Value value) const {
    Expr e;
    e.type = type, e.value = value;
    return literal(e);
}

std::string Printer::operand(const Function& f, const Expr& e) const {
    const std::string text = expression(f, e);
    return is_compound(e) ? fmt::format("({})", text) : text;
}

std::string Printer::number(const Function& f, const Expr& e) const {
    if (e.op == Op::literal) return literal(e);
    if (type(e.type) == "std::int64_t" && e.op != Op::local) return operand(f, e);
    if (type(e.type) == "std::int64_t") return expression(f, e);
    return fmt::format("num({})", expression(f, e));
}

std::string Printer::raw(const Function& f, const Expr& e) const {
    if (e.op == Op::literal) return fmt::format("{}", e.value);
    if (e.op == Op::record_at || e.op == Op::key) {
        const std::string text = computed(f, e);
        return text.find(' ') == std::string::npos ? text : fmt::format("({})", text);
    }
    return operand(f, e) + ".n";
}

std::string Printer::computed(const Function& f, const Expr& e) const {
    if (e.op == Op::key) {
        const Expr& x = e.operands[0];
        const std::uint32_t t = x.type.table;
        const std::uint64_t by = stride(t, e.index);
        std::string n = raw(f, x);
        if (by > 1) n += fmt::format(" / {}", by);
        if (e.index > 0) n += fmt::format(" % {}", p_.tables[t].keys[e.index].size);
        return n;
    }
    std::vector<std::string> parts;
    for (std::size_t k = 0; k < e.operands.size(); ++k) {
        if (e.operands[k].op == Op::literal && e.operands[k].value == 0) continue;
        const std::uint64_t full = stride(e.index, k), by = fault_ == Fault::wrong_stride && full > 1 ? full - 1 : full;
        const std::string n = raw(f, e.operands[k]);
        const char* wide = n.find(' ') == std::string::npos ? "std::uint64_t{{{}}} * {}" : "static_cast<std::uint64_t>({}) * {}";
        parts.push_back(by > 1 ? fmt::format(fmt::runtime(wide), n, by) : n);
    }
    if (parts.empty()) parts.push_back("0");
    return fmt::format("{}", fmt::join(parts, " + "));
}

std::string Printer::record(const Function& f, std::uint32_t table, const Expr& record) const {
    return fmt::format("tb.{}[{}]", identifier(p_.tables[table].name), index(f, table, record));
}

std::string Printer::place(const Function& f, Place place, const Expr& record) const {
    const std::string of = this->record(f, place.table, record);
    return p_.tables[place.table].bare ? of : of + "." + identifier(p_.tables[place.table].columns[place.column].name);
}

std::string Printer::index(const Function& f, std::uint32_t table, const Expr& record) const {
    if (p_.tables[table].bare) {
        switch (record.type.kind) {
            case Type::Kind::record:
            case Type::Kind::slot: break;
            case Type::Kind::boolean: return fmt::format("{} ? 1 : 0", operand(f, record));
            case Type::Kind::enumeration: return fmt::format("static_cast<std::size_t>({})", expression(f, record));
            default: return expression(f, record);
        }
    }
    std::string at = record.op == Op::record_at || record.op == Op::key ? computed(f, record) : raw(f, record);
    if (peeking_ && !certain(f, record)) at = fmt::format("inside({}, {}_count)", at, p_.tables[table].name);
    return at;
}

std::string Printer::converted(const Function& f, const Expr& e, const Type& to) const {
    if (e.op == Op::literal || type(e.type) == type(to)) return expression(f, e);
    return fmt::format("static_cast<{}>({})", type(to), expression(f, e));
}

std::string Printer::arguments(const Function& f, std::uint32_t callee, const std::vector<Expr>& args) const {
    const Function& g = p_.functions[callee];
    std::vector<std::string> out{"tb"};
    if (tracing_ && writes_[callee]) out.push_back("trail");
    if (g.uses_host) out.push_back("host");
    if (g.uses_now) out.push_back("now");
    for (std::size_t i = 0; i < args.size(); ++i) out.push_back(converted(f, args[i], g.locals[g.params[i]].type));
    return fmt::format("{}{}({})", peeking_ ? "unlocked_" : "", g.name, fmt::join(out, ", "));
}

std::string Printer::in_range(const Function& f, const Expr& e) const {
    switch (e.type.kind) {
        case Type::Kind::record: return fmt::format("{} < {}_count", raw(f, e), p_.tables[e.type.table].name);
        case Type::Kind::slot: return fmt::format("{} < {}", raw(f, e), p_.tables[e.type.table].keys[e.type.key].size);
        case Type::Kind::enumeration:
            return fmt::format("static_cast<std::size_t>({}) < {}", expression(f, e), m_.enumerations[e.type.key].names.size());
        // As a byte: to read a bool that is neither means nothing in C++.
        case Type::Kind::boolean:
            return e.op == Op::load ? fmt::format("reinterpret_cast<const unsigned char&>({}) <= 1", place(f, e.place, e.operands[0]))
                                    : "true";
        case Type::Kind::rights: return fmt::format("within({}, all_{}_rights)", expression(f, e), m_.tables[e.type.table].name);
        case Type::Kind::number: {
            std::vector<std::string> parts;
            if (e.type.lo > 0) parts.push_back(fmt::format("num({}) >= {}", expression(f, e), e.type.lo));
            parts.push_back(fmt::format("num({}) <= {}", expression(f, e), e.type.hi));
            return fmt::format("{}", fmt::join(parts, " && "));
        }
        case Type::Kind::time: return fmt::format("{} <= last_time", expression(f, e));
        default: return "true";
    }
}

std::string Printer::expression(const Function& f, const Expr& e) const {
    auto o = [&](std::size_t i) { return operand(f, e.operands[i]); };
    auto chain = [&](const char* between, Op inner) {
        std::vector<std::string> parts;
        for (const Expr& x : e.operands) {
            const bool brackets =
                x.op == inner || x.op == Op::together || x.op == Op::select || (x.op == Op::in_range && inner == Op::both);
            const std::string text = expression(f, x);
            parts.push_back(brackets ? fmt::format("({})", text) : text);
        }
        return fmt::format("{}", fmt::join(parts, between));
    };
    auto compare = [&](const char* op) {
        const Expr &a = e.operands[0], &b = e.operands[1];
        const bool numbers = is_number(a.type) || is_number(b.type) || (op[0] == '<' && a.type.kind == Type::Kind::slot);
        const bool plain = type(a.type) == type(b.type) && a.op != Op::literal && b.op != Op::literal;
        if (a.type.kind == Type::Kind::slot && op[0] == '<') return fmt::format("{} {} {}", raw(f, a), op, raw(f, b));
        if (numbers && !plain) return fmt::format("{} {} {}", number(f, a), op, number(f, b));
        return fmt::format("{} {} {}", operand(f, a), op, operand(f, b));
    };
    switch (e.op) {
        case Op::literal: return literal(e);
        case Op::local: return f.locals[e.index].name;
        case Op::load: return peeking_ ? fmt::format("peek({})", place(f, e.place, e.operands[0])) : place(f, e.place, e.operands[0]);
        case Op::now: return "now";
        case Op::key: return fmt::format("{}::at({})", type(e.type), computed(f, e));
        case Op::record_at: return fmt::format("{}::at({})", id(e.index), computed(f, e));
        case Op::row: {
            const std::uint64_t by = static_cast<std::uint64_t>(e.value);
            const std::string of = is_number(e.operands[0].type) ? o(0) : raw(f, e.operands[0]);
            return by > 1 ? fmt::format("{} / {}", of, by) : of;
        }
        case Op::in_range: return in_range(f, e.operands[0]);
        case Op::invoke: return arguments(f, e.index, e.operands);
        case Op::related:
            return fmt::format("host.{}({}, {})", identifier(m_.relations[e.index].name), expression(f, e.operands[0]),
                               expression(f, e.operands[1]));
        case Op::negation: return "!" + o(0);
        case Op::both: return chain(" && ", Op::either);
        case Op::together: {
            // As numbers: compilers take `&` of truths for a slip.
            std::vector<std::string> parts;
            for (const Expr& x : e.operands) parts.push_back(fmt::format("int{{{}}}", expression(f, x)));
            return fmt::format("({}) != 0", fmt::join(parts, " & "));
        }
        case Op::granted: {
            const Expr& live = e.operands[0];
            return fmt::format("{}grants({}, {})", peeking_ ? "unlocked_" : "", this->record(f, live.place.table, live.operands[0]),
                               expression(f, e.operands[1].operands[0]));
        }
        case Op::either: return chain(" || ", Op::both);
        case Op::select: return fmt::format("{} ? {} : {}", o(0), converted(f, e.operands[1], e.type), converted(f, e.operands[2], e.type));
        case Op::equal: return compare("==");
        case Op::different: return compare("!=");
        case Op::less: return compare("<");
        case Op::at_most: return compare("<=");
        case Op::add:
            if (e.type.kind == Type::Kind::time) {
                auto part = [&](const Expr& x) {
                    return x.type.kind == Type::Kind::time || x.op == Op::literal ? operand(f, x)
                                                                                  : fmt::format("static_cast<Time>({})", expression(f, x));
                };
                return fmt::format("{} + {}", part(e.operands[0]), part(e.operands[1]));
            }
            return fmt::format("{} + {}", number(f, e.operands[0]), number(f, e.operands[1]));
        case Op::subtract: return fmt::format("{} - {}", number(f, e.operands[0]), number(f, e.operands[1]));
        case Op::unite: return fmt::format("{} {} {}", o(0), fault_ == Fault::lost_union ? '&' : '|', o(1));
        case Op::remove: return fmt::format("{} - {}", o(0), o(1));
        case Op::common: return fmt::format("{} & {}", o(0), o(1));
        case Op::within: return fmt::format("within({}, {})", expression(f, e.operands[0]), expression(f, e.operands[1]));
    }
    return {};
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
            if (w.downwards) out.open(fmt::format("for (std::uint32_t {0} = {1}; {0}-- > 0;) {{", i, w.count));
            else out.open(fmt::format("for (std::uint32_t {0} = 0; {0} < {1}; ++{0}) {{", i, w.count));
            const bool at = l.type.kind == Type::Kind::record || l.type.kind == Type::Kind::slot;
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
