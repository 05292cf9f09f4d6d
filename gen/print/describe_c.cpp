#include "gen/boot/image.hpp"
#include "gen/names.hpp"
#include "gen/print/describe.hpp"
#include "gen/print/print.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fief::gen {
namespace {

std::string c_name(const std::string& name) { return name == "restrict" ? "restrict_" : identifier(name); }

/// What a number of C stands for, as a comment.
std::string meaning(const model::Model& m, const Program& p, const Type& type) {
    switch (type.kind) {
        case Type::Kind::boolean: return "0 or 1";
        case Type::Kind::time: return m.clock ? "in " + m.clock->unit : "time";
        case Type::Kind::record:
            return fmt::format("a {}, or {}_NO_{}", p.tables[type.table].name, upper(m.name), upper(p.tables[type.table].name));
        case Type::Kind::slot: return "a slot of " + p.tables[type.table].name;
        case Type::Kind::enumeration: return fmt::format("{}_{}_…", upper(m.name), upper(m.enumerations[type.key].name));
        case Type::Kind::rights: return fmt::format("{}_RIGHT_…", upper(m.name));
        default: return "";
    }
}

}  // namespace

std::string c_layout(const model::Model& m, const Program& p, const Abi& abi, const std::string& provenance) {
    const ImageLayout layout = image_layout(m, p);
    const std::string name = identifier(m.name), big = upper(m.name);
    Writer out;
    out.line(fmt::format("/* {}: the layout of its tables in C11, for who maps them read-only.", m.name));
    out.line(fmt::format("   {}. Do not edit. */", provenance));
    out.line(fmt::format("#ifndef FIEF_{}_H", big));
    out.line(fmt::format("#define FIEF_{}_H", big));
    out.line();
    out.line("#include <stddef.h>");
    out.line("#include <stdint.h>");
    out.line();
    auto constant = [&](const std::string& what, std::uint64_t value, const char* form = "{}") {
        out.line(fmt::format("#define {}_{} {}", big, upper(what), fmt::format(fmt::runtime(form), value)));
    };
    for (std::uint32_t t = 0; t < m.tables.size(); ++t) {
        constant(p.tables[t].name + "_COUNT", p.tables[t].records, "{}u");
        constant("NO_" + p.tables[t].name,
                 unsigned_for(p.tables[t].records) == "std::uint8_t"    ? 0xff
                 : unsigned_for(p.tables[t].records) == "std::uint16_t" ? 0xffff
                                                                        : 0xffffffff,
                 "{:#x}u");
    }
    out.line();
    for (std::size_t r = 0; r < m.rights.size(); ++r) constant("RIGHT_" + m.rights[r], std::uint64_t{1} << r, "{:#x}u");
    for (const model::Enumeration& e : m.enumerations)
        for (std::size_t i = 0; i < e.names.size(); ++i) constant(e.name + "_" + e.names[i], i);
    out.line();
    for (const model::Call& call : m.calls) constant("CALL_" + call.name, abi.calls.at(call.name).number);
    constant("OK", 0);
    for (const std::string& e : m.errors) constant("ERROR_" + e, abi.errors.at(e));
    for (std::size_t t = 0; t < p.tables.size(); ++t) {
        const Table& table = p.tables[t];
        if (table.bare) continue;
        out.line();
        out.line(fmt::format("struct {}_{} {{", name, table.name));
        for (const std::uint32_t c : table.order) {
            const std::string note = meaning(m, p, table.columns[c].type);
            out.line(fmt::format("    {}uint{}_t {};{}", table.columns[c].paired ? "_Alignas(2) " : "",
                                 layout.tables[t].columns[c].width * 8, c_name(table.columns[c].name),
                                 note.empty() ? "" : fmt::format(" /* {} */", note)));
        }
        if (table.columns.empty()) out.line("    uint8_t nothing;");
        out.line("};");
    }
    out.line();
    out.line(fmt::format("struct {}_tables {{", name));
    for (std::size_t t = 0; t < p.tables.size(); ++t) {
        const Table& table = p.tables[t];
        const std::string of =
            table.bare ? fmt::format("uint{}_t", layout.tables[t].columns[0].width * 8) : fmt::format("struct {}_{}", name, table.name);
        out.line(fmt::format("    {} {}[{}];", of, c_name(table.name), table.records));
    }
    out.line("};");
    out.line();
    for (std::size_t t = 0; t < p.tables.size(); ++t) {
        const Table& table = p.tables[t];
        out.line(fmt::format("_Static_assert(offsetof(struct {}_tables, {}) == {}, \"{}\");", name, c_name(table.name),
                             layout.tables[t].offset, table.name));
        if (table.bare) continue;
        out.line(fmt::format("_Static_assert(sizeof(struct {}_{}) == {}, \"{}\");", name, table.name, layout.tables[t].stride, table.name));
        for (std::uint32_t c = 0; c < table.columns.size(); ++c)
            out.line(fmt::format("_Static_assert(offsetof(struct {}_{}, {}) == {}, \"{}.{}\");", name, table.name,
                                 c_name(table.columns[c].name), layout.tables[t].columns[c].offset, table.name, table.columns[c].name));
    }
    out.line(fmt::format("_Static_assert(sizeof(struct {}_tables) == {}, \"all\");", name, layout.size));
    out.line();
    out.line("#endif");
    return out.text();
}

}  // namespace fief::gen
