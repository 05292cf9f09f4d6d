#include "gen/boot/image.hpp"
#include "gen/lower/shape.hpp"
#include "gen/names.hpp"
#include "gen/print/print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <map>

namespace fief::gen {

void Writer::line(std::string_view text) {
    if (!text.empty()) {
        text_.append(depth_ * 4, ' ');
        text_ += text;
    }
    text_ += '\n';
}

void Writer::doc(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        line(fmt::format("/// {}", text.substr(0, end)));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

std::string unsigned_for(std::uint64_t most) { return fmt::format("std::uint{}_t", 8 * bytes_for(most)); }

namespace {

/// Named literals of the code, by name: the durations of phases.
std::map<std::string, Value> named_literals(const Program& p) {
    std::map<std::string, Value> out;
    auto expression = [&](auto& self, const Expr& e) -> void {
        if (e.op == Op::literal && !e.name.empty()) out[e.name] = e.value;
        for (const Expr& o : e.operands) self(self, o);
    };
    auto block = [&](auto& self, const Block& b) -> void {
        auto go = [&](const Expr& e) { expression(expression, e); };
        for (const Stmt& s : b)
            std::visit(model::overloaded{
                           [&](const Define& n) { go(n.value); },
                           [&](const Set& n) { go(n.value); },
                           [&](const Store& n) { go(n.value); },
                           [&](const Invoke& n) { std::for_each(n.args.begin(), n.args.end(), go); },
                           [&](const Emit& n) { std::for_each(n.args.begin(), n.args.end(), go); },
                           [&](const Branch& n) { go(n.condition), self(self, n.then), self(self, n.otherwise); },
                           [&](const Walk& n) { self(self, n.body); },
                           [](const auto&) {},
                       },
                       s.node);
    };
    for (const Function& f : p.functions) block(block, f.body);
    return out;
}

}  // namespace

std::string Printer::id(std::uint32_t table) const { return camel(p_.tables[table].name) + "Id"; }
std::string Printer::nowhere(std::uint32_t table) const { return id(table) + "::none()"; }
std::string Printer::slot(std::uint32_t table, std::uint32_t key) const {
    return camel(p_.tables[table].name) + camel(p_.tables[table].keys[key].name);
}
std::string Printer::enumeration(std::uint32_t id) const {
    std::string name = m_.enumerations[id].name;
    std::replace(name.begin(), name.end(), '.', '_');
    return camel(name);
}

std::string Printer::type(const Type& type) const {
    switch (type.kind) {
        case Type::Kind::nothing: return "void";
        case Type::Kind::boolean: return "bool";
        case Type::Kind::number: return type.lo < 0 ? "std::int64_t" : unsigned_for(static_cast<std::uint64_t>(type.hi));
        case Type::Kind::time: return "Time";
        case Type::Kind::record: return id(type.table);
        case Type::Kind::slot: return slot(type.table, type.key);
        case Type::Kind::enumeration: return enumeration(type.key);
        case Type::Kind::rights: return "Rights";
        case Type::Kind::epoch: return "std::uint32_t";
    }
    return {};
}

void Printer::types(Writer& out) const {
    out.line("/// A moment or a duration, in the clock's unit" + (m_.clock ? fmt::format(": {}.", m_.clock->unit) : std::string(".")));
    out.line("using Time = std::uint64_t;");
    out.line("/// Calls refuse arguments beyond it, and the host's time stays below: so far one sum of two ends before the number does.");
    out.line("inline constexpr Time last_time = (Time{1} << 62) - 1;");
    out.line();
    out.line("[[nodiscard]] constexpr std::int64_t num(auto x) noexcept { return static_cast<std::int64_t>(x); }");
    out.line();
    out.line(
        "// ---- ids: distinct types, each as small as its table allows; the largest number is no record. `at` takes a number below the "
        "count");
    out.line("// and does not look: what callers give as numbers goes through the dispatcher, which does.");
    for (std::uint32_t t = 0; t < m_.tables.size(); ++t) {
        const Table& table = p_.tables[t];
        out.line();
        out.line(fmt::format("inline constexpr std::uint32_t {}_count = {};", table.name, table.records));
        auto number = [&](const std::string& name, std::uint64_t records, bool record) {
            out.open(fmt::format("struct {} {{", name));
            out.line(fmt::format("using Number = {};", unsigned_for(records)));
            out.line("Number n;");
            if (!record) out.line(fmt::format("static constexpr std::uint32_t count = {};", records));
            out.line(fmt::format(
                "[[nodiscard]] static constexpr {} at(std::uint64_t number) noexcept {{ return {{static_cast<Number>(number)}}; }}", name));
            if (record)
                out.line(fmt::format("[[nodiscard]] static constexpr {} none() noexcept {{ return at(~std::uint64_t{{0}}); }}", name));
            out.line(fmt::format("friend constexpr bool operator==({0}, {0}) noexcept = default;", name));
            out.close("};");
        };
        number(id(t), table.records, true);
        for (std::uint32_t k = 0; k < table.keys.size(); ++k)
            if (!table.keys[k].table) number(slot(t, k), table.keys[k].size, false);
    }
    for (std::uint32_t e = 0; e < m_.enumerations.size(); ++e) {
        out.line();
        out.doc(m_.enumerations[e].doc);
        std::vector<std::string> names;
        for (const std::string& n : m_.enumerations[e].names) names.push_back(identifier(n));
        out.line(fmt::format("enum class {} : std::uint8_t {{ {} }};", enumeration(e), fmt::join(names, ", ")));
    }
    out.line();
    const std::string bits = unsigned_for((std::uint64_t{1} << m_.rights.size()) - 1);
    out.open("struct Rights {");
    out.line(fmt::format("{} bits;", bits));
    out.line("friend constexpr bool operator==(Rights, Rights) noexcept = default;");
    for (const char* op : {"|", "&"})
        out.line(fmt::format(
            "friend constexpr Rights operator{0}(Rights a, Rights b) noexcept {{ return {{static_cast<{1}>(a.bits {0} b.bits)}}; }}", op,
            bits));
    out.line("/// What a has and b has not.");
    out.open("friend constexpr Rights operator-(Rights a, Rights b) noexcept {");
    out.line(fmt::format("return {{static_cast<{}>(a.bits & ~std::uint64_t{{b.bits}})}};", bits));
    out.close();
    out.close("};");
    out.line("[[nodiscard]] constexpr bool within(Rights a, Rights b) noexcept { return (a.bits & b.bits) == a.bits; }");
    out.line("inline constexpr Rights no_rights{0};");
    for (std::size_t r = 0; r < m_.rights.size(); ++r)
        out.line(fmt::format("inline constexpr Rights {}_right{{{:#x}}};", m_.rights[r], std::uint64_t{1} << r));
    for (std::uint32_t t = 0; t < m_.tables.size(); ++t)
        if (m_.tables[t].rights)
            out.line(fmt::format("inline constexpr Rights all_{}_rights{{{:#x}}};", m_.tables[t].name, m_.tables[t].rights));
    out.line();
    out.line("/// What a call comes to. One that fails has changed nothing.");
    std::vector<std::string> numbered{"ok = 0"};
    for (const std::string& e : m_.errors) numbered.push_back(fmt::format("{} = {}", identifier(e), abi_.errors.at(e)));
    out.line(fmt::format("enum class Error : std::uint8_t {{ {} }};", fmt::join(numbered, ", ")));
    out.line();
    out.open("[[nodiscard]] constexpr const char* name_of(Error e) noexcept {");
    out.line("switch (e) {");
    out.line("    case Error::ok: return \"ok\";");
    for (const std::string& e : m_.errors) out.line(fmt::format("    case Error::{}: return \"{}\";", identifier(e), e));
    out.line("}");
    out.line("return \"?\";");
    out.close();
    const auto named = named_literals(p_);
    if (!named.empty()) out.line();
    for (const auto& [name, value] : named) out.line(fmt::format("inline constexpr Time {} = {};", name, value));
}

void Printer::tables(Writer& out) const {
    for (std::uint32_t t = 0; t < m_.tables.size(); ++t) {
        const Table& table = p_.tables[t];
        out.line();
        out.doc(table.doc);
        out.open(fmt::format("struct {} {{", camel(table.name)));
        for (const std::uint32_t i : table.order) {
            const Column& c = table.columns[i];
            const bool own = c.purpose == Column::Purpose::field;
            if (own) out.doc(c.doc);
            const std::string note = own || c.doc.empty() ? "" : "  // " + c.doc.substr(0, c.doc.find('\n'));
            out.line(fmt::format("{}{} {};{}", c.paired ? "alignas(2) " : "", type(c.type), identifier(c.name), note));
        }
        if (table.columns.empty()) out.line("std::uint8_t nothing;  // the records are their numbers");
        out.close("};");
    }
    out.line();
    out.line("/// Everything there is. Trivially copyable, numbers for pointers: it can be mapped, copied and compared as bytes.");
    out.open("struct Tables {");
    for (std::uint32_t t = 0; t < p_.tables.size(); ++t) {
        const Table& table = p_.tables[t];
        if (table.bare) {
            const Column& c = table.columns[0];
            out.line(fmt::format("{} {}[{}];  // {}", type(c.type), identifier(table.name), table.records, c.doc));
        } else {
            out.line(fmt::format("{} {}[{}_count];", camel(table.name), identifier(table.name), table.name));
        }
    }
    out.close("};");
    out.line("static_assert(std::is_trivially_copyable_v<Tables> && std::is_standard_layout_v<Tables>);");
}

void Printer::grants(Writer& out) const {
    for (std::uint32_t t = 0; t < p_.tables.size(); ++t) {
        const Table& table = p_.tables[t];
        const auto rights = std::find_if(table.order.begin(), table.order.end(), [&](std::uint32_t c) { return table.columns[c].paired; });
        if (rights == table.order.end()) continue;
        const std::string record = camel(table.name), first = identifier(table.columns[*rights].name);
        out.line();
        if (!peeking_) {
            out.line("/// Whether the record is live and its rights hold all that are asked: the two bytes are read as one word.");
        } else {
            out.line(
                "/// The two bytes are stored one at a time and loaded as one word, each atomically: of such a mixture C++ says nothing, "
                "and");
            out.line(
                "/// it is relied on that processors load what some of the stores left. A word of one byte from before a change and one");
            out.line("/// from after it is thrown away, as the sequence number has changed.");
        }
        out.open(
            fmt::format("[[nodiscard]] inline bool {}grants(const {}& x, Rights asked) noexcept {{", peeking_ ? "unlocked_" : "", record));
        out.line("using Word [[gnu::may_alias]] = std::uint16_t;");
        if (!peeking_)
            out.line(fmt::format("static_assert(offsetof({0}, {1}) % 2 == 0 && offsetof({0}, {2}) == offsetof({0}, {1}) + 1);", record,
                                 first, identifier(table.columns[rights[1]].name)));
        const std::string word = fmt::format("reinterpret_cast<const Word&>(x.{})", first);
        out.line(fmt::format("const unsigned has = {};", peeking_ ? fmt::format("__atomic_load_n(&{}, __ATOMIC_RELAXED)", word) : word));
        out.line("const unsigned bits = asked.bits;");
        if (fault_ == Fault::dead_granted) out.line("const unsigned all = bits;");
        else out.line("const unsigned all = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? bits | 0x100 : bits << 8 | 1;");
        out.line("return (has & all) == all;");
        out.close();
    }
}

void Printer::host(Writer& out) const {
    std::vector<std::string> needs;
    if (m_.clock) needs.push_back("{ host.now() } -> std::same_as<Time>;");
    auto sample = [&](const std::vector<model::VarId>& params) {
        std::vector<std::string> args;
        for (model::VarId v : params) args.push_back(fmt::format("{}{{}}", type(type_of(m_[v].type))));
        return fmt::format("{}", fmt::join(args, ", "));
    };
    for (const model::Event& e : m_.events) needs.push_back(fmt::format("host.{}({});", identifier(e.name), sample(e.params)));
    for (const model::Relation& r : m_.relations)
        needs.push_back(
            fmt::format("{{ host.{}({}{{}}, {}{{}}) }} -> std::same_as<bool>;", identifier(r.name), id(r.table.value), id(r.table.value)));
    out.line();
    out.line(
        "/// What the kernel supplies: the time, a function for every event, and its relations. Calls are not reentered from them, and one "
        "lock");
    out.line("/// of the host's goes round each call.");
    out.line("template <class H>");
    if (needs.empty()) {
        out.line("concept Host = true;");
        return;
    }
    out.open("concept Host = requires(H& host) {");
    for (const std::string& n : needs) out.line(n);
    out.close("};");
}

}  // namespace fief::gen
