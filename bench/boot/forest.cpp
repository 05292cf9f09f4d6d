#include "bench/boot/forest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace fief::bench {
namespace {

constexpr std::uint64_t environments = 64, family = 16, chains = 16;

/// The text with another size for a table.
void resize(std::string& text, std::string_view declared, std::string_view wanted) {
    const std::size_t at = text.find(declared);
    if (at == std::string::npos) throw std::runtime_error(fmt::format("the spec does not say `{}`", declared));
    text.replace(at, declared.size(), wanted);
}

}  // namespace

std::string_view name(Forest forest) { return forest == Forest::wide ? "wide" : "deep"; }

void write_forest(Forest forest, std::uint64_t capabilities, std::string_view aegis, const std::filesystem::path& directory) {
    const bool wide = forest == Forest::wide;
    const std::uint64_t pages = wide ? (capabilities + family - 1) / family : chains;
    std::string spec(aegis);
    resize(spec, "cap[16384]", fmt::format("cap[{}]", capabilities));
    resize(spec, "page[4096]", fmt::format("page[{}]", pages));
    spec += fmt::format("\nboot {{\n  env[0..{}] {{ }}\n", environments - 1);
    // Every environment owns a run of frames.
    const std::uint64_t each = (pages + environments - 1) / environments;
    for (std::uint64_t first = 0; first < pages; first += each)
        spec += fmt::format("  page[{}..{}] {{ owner: env[{}] }}\n", first, std::min(first + each, pages) - 1, first / each);
    spec += "  cap from \"caps.csv\"\n}\n";
    std::filesystem::create_directories(directory);
    std::ofstream(directory / "aegis_boot.fief") << spec;

    std::ofstream file(directory / "caps.csv");
    std::string rows = "slot,target,holder,rights,parent\n";
    for (std::uint64_t c = 0; c < capabilities; ++c) {
        const bool root = wide ? c % family == 0 : c < chains;
        const std::uint64_t page = wide ? c / family : c % chains, parent = wide ? c / family * family : c - chains;
        const char* const rights = root || !wide ? "all" : c % 2 == 0 ? "\"{read, write}\"" : "{read}";
        fmt::format_to(std::back_inserter(rows), "{},page[{}],env[{}],{},", c, page, c % environments, rights);
        if (!root) fmt::format_to(std::back_inserter(rows), "cap[{}]", parent);
        rows += '\n';
        if (rows.size() < (1U << 16)) continue;
        file << rows;
        rows.clear();
    }
    file << rows;
}

}  // namespace fief::bench
