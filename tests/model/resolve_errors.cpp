#include "model/resolve.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace fief::model {
namespace {

/// `// expect E0201 12:5 part of the message`; `// expect nothing`.
struct Expected {
    std::string code, place, part;
};

std::vector<Expected> expectations(std::string_view text) {
    std::vector<Expected> out;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        const auto at = line.find("// expect ");
        if (at == std::string::npos) continue;
        std::istringstream words(line.substr(at + 10));
        Expected e;
        words >> e.code >> e.place;
        std::getline(words >> std::ws, e.part);
        if (e.code != "nothing") out.push_back(std::move(e));
    }
    return out;
}

std::string place_of(const spec::Diagnostic& d, const spec::Sources& sources, const std::string& root) {
    const spec::SourceFile& file = sources[d.span.file];
    const auto position = file.position(d.span.begin);
    const std::string place = fmt::format("{}:{}", position.line, position.column);
    return file.path() == root ? place : fmt::format("{}:{}", std::filesystem::path(file.path()).filename().string(), place);
}

}  // namespace

TEST_CASE("every mistake in the files of errors/ gives the diagnostics they expect, and no others") {
    const std::filesystem::path folder = std::filesystem::path(FIEF_SOURCE_DIR) / "tests/model/errors";
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".fief" || entry.path().stem().string().starts_with("part_")) continue;
        ++files;
        spec::Sources sources;
        spec::Diagnostics diagnostics;
        const auto model = load(entry.path(), sources, diagnostics);
        std::vector<Expected> expected = expectations(sources[0].text());
        for (std::uint32_t f = 0; f < sources.size(); ++f)
            if (sources[f].path() == entry.path().string()) expected = expectations(sources[f].text());
        INFO(entry.path().filename().string());
        std::string shown;
        for (const spec::Diagnostic& d : diagnostics.all()) shown += spec::render(d, sources, false);
        INFO(shown);
        for (const spec::Diagnostic& d : diagnostics.all()) {
            const std::string place = place_of(d, sources, entry.path().string());
            const auto at = std::find_if(expected.begin(), expected.end(), [&](const Expected& e) {
                return e.code == d.code && e.place == place && (d.message + d.label + d.help).find(e.part) != std::string::npos;
            });
            if (at == expected.end()) {
                FAIL_CHECK("not expected: " << d.code << " " << place << " " << d.message << " " << d.label);
            } else {
                expected.erase(at);
            }
        }
        for (const Expected& e : expected) FAIL_CHECK("missing: " << e.code << " " << e.place << " " << e.part);
        CHECK(model.has_value() == !diagnostics.has_errors());
    }
    CHECK(files >= 10);
}

}  // namespace fief::model
