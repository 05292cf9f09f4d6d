#include "gen/boot/check_boot.hpp"
#include "gen/lower/lower.hpp"
#include "model/boot_blame.hpp"
#include "model/interpreter.hpp"
#include "model/resolve.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

namespace fief::gen {
namespace {

const std::filesystem::path root = FIEF_SOURCE_DIR;

struct Loaded {
    spec::Sources sources;
    spec::Diagnostics diagnostics;
    std::optional<model::Model> model;
};

Loaded load(const std::filesystem::path& path) {
    Loaded out;
    out.model = model::load(path, out.sources, out.diagnostics);
    return out;
}

/// `// expect caps.csv:5:3 part of the message`, a line each.
std::vector<std::pair<std::string, std::string>> expectations(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> out;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("// expect ")) continue;
        const std::size_t space = line.find(' ', 10);
        out.emplace_back(line.substr(10, space - 10), line.substr(space + 1));
    }
    return out;
}

}  // namespace

TEST_CASE("boot data that breaks an invariant is shown at its row and column, or in its boot block") {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(root / "tests/gen/boots")) {
        if (entry.path().extension() != ".fief") continue;
        ++files;
        INFO(entry.path().filename().string());
        Loaded spec = load(entry.path());
        for (const spec::Diagnostic& d : spec.diagnostics.all()) UNSCOPED_INFO(spec::render(d, spec.sources, false));
        REQUIRE(spec.model);
        const Program program = lower(*spec.model);
        Image image = boot_image(*spec.model, program);
        spec::Diagnostics found;
        for (const BrokenAtBoot& b : check_boot(*spec.model, program, image, 100))
            model::blame_boot(*spec.model, spec.sources, b.property, b.part, b.records, found);
        auto expected = expectations(spec.sources[0].text());
        for (const spec::Diagnostic& d : found.all()) {
            const spec::SourceFile& file = spec.sources[d.span.file];
            const spec::Position position = file.position(d.span.begin);
            const std::string place =
                fmt::format("{}:{}:{}", std::filesystem::path(file.path()).filename().string(), position.line, position.column);
            const auto at = std::find_if(expected.begin(), expected.end(), [&](const auto& e) {
                return e.first == place && (d.message + " " + d.label).find(e.second) != std::string::npos;
            });
            CHECK(d.code == "E0518");
            if (at == expected.end()) FAIL_CHECK("not expected: " << place << " " << d.message << " " << d.label);
            else expected.erase(at);
        }
        for (const auto& [place, part] : expected) FAIL_CHECK("missing: " << place << " " << part);
    }
    CHECK(files >= 3);
}

TEST_CASE("of every state at boot, the checkers say what the reference model says") {
    std::vector<std::filesystem::path> specs;
    for (const char* folder : {"spec/library", "tests/proofs/verdicts", "tests/gen/boots"})
        for (const auto& entry : std::filesystem::directory_iterator(root / folder))
            if (entry.path().extension() == ".fief") specs.push_back(entry.path());
    std::size_t broken = 0;
    for (const auto& path : specs) {
        INFO(path.filename().string());
        Loaded spec = load(path);
        REQUIRE(spec.model);
        model::resize(*spec.model, model::Capacity::uniform(*spec.model, 2));
        const model::Model& m = *spec.model;
        const Program program = lower(m);
        Image image = boot_image(m, program);
        std::set<std::string> checked, shown, interpreted;
        for (const Function& f : program.functions)
            if (f.kind == Function::Kind::checker && !f.uses_host && f.origin < m.properties.size())
                checked.insert(m.properties[f.origin].name);
        for (const BrokenAtBoot& b : check_boot(m, program, image, 10000)) shown.insert(m[b.property].name);
        const model::Layout layout(m, model::Capacity::declared(m));
        for (const model::Violation& v : model::Interpreter(layout).check(model::boot_state(layout)))
            if (checked.contains(m[v.property].name) && m[v.property].kind == model::Property::Kind::invariant)
                interpreted.insert(m[v.property].name);
        CHECK(shown == interpreted);
        broken += shown.size();
    }
    CHECK(broken >= 10);
}

TEST_CASE("the image of every state at boot has the fields of the reference model's") {
    for (const char* folder : {"spec/library", "tests/proofs/verdicts", "tests/gen/boots"})
        for (const auto& entry : std::filesystem::directory_iterator(root / folder)) {
            if (entry.path().extension() != ".fief") continue;
            INFO(entry.path().filename().string());
            Loaded spec = load(entry.path());
            REQUIRE(spec.model);
            const model::Model& m = *spec.model;
            model::resize(*spec.model, model::Capacity::uniform(m, 3));
            const Program program = lower(m);
            const Image image = boot_image(m, program);
            const model::Layout layout(m, model::Capacity::declared(m));
            const model::State state = model::boot_state(layout);
            std::size_t wrong = 0;
            for (std::uint32_t t = 0; t < m.tables.size(); ++t) {
                const Table& table = program.tables[t];
                for (std::uint64_t x = 0; x < table.records; ++x) {
                    const auto record = static_cast<Value>(x);
                    const bool live = state.words[layout.live(model::TableId{t}, record)] != 0;
                    for (std::uint32_t c = 0; c < table.columns.size(); ++c) {
                        const Value value = image.load(image.column({t, c}), x);
                        if (table.columns[c].purpose == Column::Purpose::live) wrong += (value != 0) != live;
                        const auto field = m.tables[t].field(table.columns[c].name);
                        if (!live || table.columns[c].purpose != Column::Purpose::field || !field) continue;
                        wrong += value != state.words[layout.field(model::TableId{t}, record, *field)];
                    }
                }
            }
            CHECK(wrong == 0);
        }
}

}  // namespace fief::gen
