#include "gen/names.hpp"
#include "gen/print/print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace fief::gen {
namespace {

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

}  // namespace

std::string Printer::size_of(std::uint32_t table, std::size_t key) const {
    const Key& k = p_.tables[table].keys[key];
    return k.table ? p_.tables[*k.table].name + "_count" : slot(table, static_cast<std::uint32_t>(key)) + "::count";
}

std::string Printer::stride(std::uint32_t table, std::size_t key) const {
    std::vector<std::string> sizes;
    for (std::size_t k = key + 1; k < p_.tables[table].keys.size(); ++k)
        if (p_.tables[table].keys[k].size > 1) sizes.push_back(size_of(table, k));
    const std::string text = fmt::format("{}", fmt::join(sizes, " * "));
    return sizes.size() > 1 ? fmt::format("({})", text) : text;
}

std::string Printer::rows_of(std::uint32_t table, std::uint64_t records) const {
    std::uint64_t row = p_.tables[table].records;
    for (std::size_t k = 0; k < p_.tables[table].keys.size(); ++k) {
        row /= p_.tables[table].keys[k].size;
        if (row == records && records > 1) return stride(table, k);
    }
    return fmt::format("{}", records);
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
        const std::string by = stride(t, e.index);
        std::string n = raw(f, x);
        if (!by.empty()) n += " / " + by;
        if (e.index > 0) n += " % " + size_of(t, e.index);
        return n;
    }
    std::vector<std::string> parts;
    for (std::size_t k = 0; k < e.operands.size(); ++k) {
        if (e.operands[k].op == Op::literal && e.operands[k].value == 0) continue;
        const std::string by = stride(e.index, k), n = raw(f, e.operands[k]);
        const char* wide = n.find(' ') == std::string::npos ? "std::uint64_t{{{}}} * {}" : "static_cast<std::uint64_t>({}) * {}";
        const bool wrong = fault_ == Fault::wrong_stride;
        parts.push_back(by.empty() ? n : fmt::format(fmt::runtime(wide), n, wrong ? fmt::format("({} - 1)", by) : by));
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
        case Type::Kind::slot: return fmt::format("{} < {}", raw(f, e), size_of(e.type.table, e.type.key));
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
            if (e.value <= 1) return is_number(e.operands[0].type) ? o(0) : raw(f, e.operands[0]);
            if (is_number(e.operands[0].type)) return fmt::format("{} / {}", o(0), e.value);
            return fmt::format("{} / {}", raw(f, e.operands[0]), rows_of(e.operands[0].type.table, static_cast<std::uint64_t>(e.value)));
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

}  // namespace fief::gen
