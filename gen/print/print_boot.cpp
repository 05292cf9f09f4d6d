#include "gen/print/print_boot.hpp"

#include "gen/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fief::gen {
namespace {

constexpr std::uint64_t boot_alignment = 64;  ///< of the bytes that are taken in: a cache line

class BootPrinter {
public:
    BootPrinter(const model::Model& m, const Program& p, const Printer& print, const std::string& provenance, const Image& image)
        : m_(m), p_(p), print_(print), provenance_(provenance), image_(image), space_(identifier(m.name)) {}

    [[nodiscard]] std::string header() const {
        Writer out;
        head(out, "its state at boot, as data");
        out.line("#pragma once");
        out.line();
        out.line(fmt::format("#include \"{}.hpp\"", m_.name));
        out.line();
        out.line(fmt::format("namespace {} {{", space_));
        out.line();
        out.line("/// What `boot` makes, without running anything. It lies in read-only memory, to be copied: by `=`, or by memcpy.");
        out.line(
            "/// To run on it in place, define FIEF_BOOT_WRITABLE here and for the file that holds it: it is then not const, and lies "
            "with");
        out.line("/// what is written. FIEF_BOOT_SECTION names another section for it: \"-DFIEF_BOOT_SECTION=\\\".boot\\\"\".");
        out.line("#ifdef FIEF_BOOT_WRITABLE");
        out.line("extern constinit Tables boot_tables;");
        out.line("#else");
        out.line("extern constinit const Tables boot_tables;");
        if (m_.boot.size() > most_boot_in_code) {
            out.line();
            out.line("/// The state at boot.");
            out.line("inline void boot(Tables& tb) noexcept { __builtin_memcpy(&tb, &boot_tables, sizeof tb); }");
        }
        out.line("#endif");
        close(out);
        return out.text();
    }

    [[nodiscard]] std::string text() const {
        Writer out;
        begin(out);
        out.line("#ifdef FIEF_BOOT_SECTION");
        out.line("[[gnu::section(FIEF_BOOT_SECTION)]]");
        out.line("#endif");
        out.line("#ifdef FIEF_BOOT_WRITABLE");
        out.line("constinit Tables boot_tables = {");
        out.line("#else");
        out.line("constinit const Tables boot_tables = {");
        out.line("#endif");
        for (std::uint32_t t = 0; t < p_.tables.size(); ++t) table(out, t);
        out.line("};");
        close(out);
        return out.text();
    }

    [[nodiscard]] std::string taken_in() const {
        Writer out;
        begin(out);
        layout(out);
        out.line();
        out.line(fmt::format("}}  // namespace {}", space_));
        out.line();
        out.line("// The bytes are in the file beside this one, unless FIEF_BOOT_BYTES says where.");
        out.line("#ifndef FIEF_BOOT_BYTES");
        out.line("#define FIEF_BOOT_BYTES __FILE__ \".bin\"");
        out.line("#endif");
        out.line("#ifdef FIEF_BOOT_WRITABLE");
        out.line("#define FIEF_BOOT_FLAGS \"aw\"");
        out.line("#else");
        out.line("#define FIEF_BOOT_FLAGS \"a\"");
        out.line("#endif");
        out.line("#ifndef FIEF_BOOT_SECTION");
        out.line("#ifdef FIEF_BOOT_WRITABLE");
        out.line(fmt::format("#define FIEF_BOOT_SECTION \".data.{}_boot\"", m_.name));
        out.line("#else");
        out.line(fmt::format("#define FIEF_BOOT_SECTION \".rodata.{}_boot\"", m_.name));
        out.line("#endif");
        out.line("#endif");
        const std::string symbol = fmt::format("_ZN{}{}11boot_tablesE", space_.size(), space_);
        // Percent signs stand for themselves in an asm without operands.
        const std::vector<std::string> lines = {
            R"(.pushsection " FIEF_BOOT_SECTION ",\"" FIEF_BOOT_FLAGS "\",%progbits)",
            fmt::format(".balign {}", boot_alignment),
            fmt::format(".globl {}", symbol),
            fmt::format(".type {}, %object", symbol),
            fmt::format(".size {}, {}", symbol, image_.bytes.size()),
            symbol + ":",
            R"(.incbin \"" FIEF_BOOT_BYTES "\")",
            fmt::format(".L{}_end:", symbol),
            fmt::format(".org {} + {}", symbol, image_.bytes.size()),
            fmt::format(".org .L{}_end", symbol),
            ".popsection",
        };
        out.line("// The assembler cannot go back from the end of other bytes than those that were generated with this file.");
        out.line("asm(");
        for (const std::string& line : lines) out.line(fmt::format("    \"{}\\n\"{}", line, &line == &lines.back() ? ");" : ""));
        return out.text();
    }

private:
    const model::Model& m_;
    const Program& p_;
    const Printer& print_;
    const std::string& provenance_;
    const Image& image_;
    std::string space_;

    void head(Writer& out, std::string_view what) const {
        out.line(fmt::format("// {}: {}", m_.name, what));
        out.line(fmt::format("// {}. Do not edit.", provenance_));
    }
    void begin(Writer& out) const {
        head(out, fmt::format("its state at boot, {} bytes", image_.bytes.size()));
        out.line(fmt::format("#include \"{}_boot.hpp\"", m_.name));
        out.line();
        out.line(fmt::format("namespace {} {{", space_));
        out.line();
    }
    void close(Writer& out) const {
        out.line();
        out.line(fmt::format("}}  // namespace {}", space_));
    }

    void table(Writer& out, std::uint32_t t) const {
        const Table& table = p_.tables[t];
        const auto order = table.order;
        out.line(fmt::format("    .{} = {{", identifier(table.name)));
        std::string line;
        for (std::uint64_t x = 0; x < table.records; ++x) {
            line = table.bare ? "        " : "        {";
            for (const std::uint32_t c : order) {
                const Column& column = table.columns[c];
                if (!table.bare) line += fmt::format("{}.{} = ", line.back() == '{' ? "" : ", ", identifier(column.name));
                line += print_.constant(column.type, image_.load(image_.column({t, c}), x));
            }
            if (!table.bare) line += order.empty() ? ".nothing = 0}" : "}";
            out.line(line + ",");
        }
        out.line("    },");
    }

    /// What the bytes take for granted.
    void layout(Writer& out) const {
        out.line("// The bytes were laid out for this:");
        out.line("static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__);");
        out.line(fmt::format("static_assert(sizeof(Tables) == {} && alignof(Tables) <= {});", image_.layout.size, boot_alignment));
        for (std::uint32_t t = 0; t < p_.tables.size(); ++t) {
            const Table& table = p_.tables[t];
            const ImageLayout::Table& at = image_.layout.tables[t];
            const std::string member = identifier(table.name);
            out.line(fmt::format("static_assert(offsetof(Tables, {0}) == {1} && sizeof(Tables::{0}) == {2});", member, at.offset,
                                 at.stride * at.records));
            if (table.bare) continue;
            const std::string record = camel(table.name);
            out.line(fmt::format("static_assert(sizeof({}) == {});", record, at.stride));
            for (const std::uint32_t c : table.order)
                out.line(fmt::format("static_assert(offsetof({0}, {1}) == {2} && sizeof({0}::{1}) == {3});", record,
                                     identifier(table.columns[c].name), at.columns[c].offset, at.columns[c].width));
        }
    }
};

}  // namespace

std::vector<File> boot_files(const model::Model& model, const Program& program, const Printer& print, const std::string& provenance,
                             Image image) {
    const std::string name = model.name + "_boot";
    const BootPrinter printer(model, program, print, provenance, image);
    std::vector<File> out{{name + ".hpp", printer.header()}};
    if (image.bytes.size() <= most_boot_text) {
        out.push_back({name + ".cpp", printer.text()});
    } else {
        out.push_back({name + ".cpp", printer.taken_in()});
        out.push_back({name + ".cpp.bin", std::move(image.bytes)});
    }
    return out;
}

}  // namespace fief::gen
