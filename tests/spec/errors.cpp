#include "spec/codes.hpp"
#include "spec/parse.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace fief::spec;
namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

/// One line a diagnostic, `line:col code message`; places of its notes and its label below, indented.
std::string summary(const Sources& sources, const Diagnostics& diagnostics) {
    std::string out;
    const auto place = [&](Span span) {
        const Position at = sources[span.file].position(span.begin);
        return fmt::format("{}:{}", at.line, at.column);
    };
    for (const Diagnostic& d : diagnostics.all()) {
        out += fmt::format("{} {} {}\n", place(d.span), d.code, d.message);
        if (!d.label.empty()) out += fmt::format("  {}\n", d.label);
        for (const Note& note : d.notes) out += fmt::format("  {} {}\n", place(note.span), note.message);
        if (!d.help.empty()) out += fmt::format("  help: {}\n", d.help);
    }
    return out;
}

}  // namespace

TEST_CASE("each broken spec gives just the diagnostics that stand beside it") {
    int files = 0;
    for (const auto& entry : fs::directory_iterator(FIEF_SOURCE_DIR "/tests/spec/errors")) {
        if (entry.path().extension() != ".fief") continue;
        ++files;
        Sources sources;
        Diagnostics diagnostics;
        const std::uint32_t file = sources.add(entry.path().filename().string(), contents(entry.path()));
        (void)parse(sources, file, diagnostics);
        fs::path expected = entry.path();
        expected.replace_extension(".expected");
        INFO(entry.path().filename());
        CHECK(summary(sources, diagnostics) == contents(expected));
        for (const Diagnostic& d : diagnostics.all()) CHECK(lookup(syntax_codes(), d.code) != nullptr);
    }
    CHECK(files > 60);
}
