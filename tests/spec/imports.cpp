#include "spec/parse.hpp"

#include <catch2/catch.hpp>
#include <map>

using namespace fief::spec;

namespace {

/// A disk of a few files.
struct Disk {
    std::map<std::string, std::string> files;
    std::map<std::string, int> reads;

    std::optional<std::string> operator()(const std::filesystem::path& path, std::string& why) {
        const std::string name = path.lexically_normal().string();
        ++reads[name];
        const auto found = files.find(name);
        if (found == files.end()) {
            why = "there is no such file";
            return std::nullopt;
        }
        return found->second;
    }
};

struct Outcome {
    Sources sources;
    Diagnostics diagnostics;
    std::vector<Unit> units;
};

Outcome load(Disk& disk, const std::string& root) {
    Outcome outcome;
    outcome.units = parse_with_imports(outcome.sources, root, outcome.diagnostics, std::ref(disk));
    return outcome;
}

std::vector<std::string> names(const Outcome& outcome) {
    std::vector<std::string> all;
    for (const Unit& unit : outcome.units) all.push_back(unit.system.text);
    return all;
}

}  // namespace

TEST_CASE("imports are read relative to the importing file, depth first, the root last") {
    Disk disk{{{"a/root.fief", "system root import \"sub/x.fief\" import \"../b/y.fief\""},
               {"a/sub/x.fief", "system x import \"z.fief\""},
               {"a/sub/z.fief", "system z"},
               {"b/y.fief", "system y"}},
              {}};
    const Outcome outcome = load(disk, "a/root.fief");
    CHECK(outcome.diagnostics.all().empty());
    CHECK(names(outcome) == std::vector<std::string>{"z", "x", "y", "root"});
}

TEST_CASE("a file imported twice, by whatever path, is read once") {
    Disk disk{{{"root.fief", "system root import \"x.fief\" import \"y.fief\" import \"./d/../x.fief\""},
               {"x.fief", "system x"},
               {"y.fief", "system y import \"x.fief\""}},
              {}};
    const Outcome outcome = load(disk, "root.fief");
    CHECK(outcome.diagnostics.all().empty());
    CHECK(names(outcome) == std::vector<std::string>{"x", "y", "root"});
    CHECK(disk.reads["x.fief"] == 1);
}

TEST_CASE("an import cycle is one diagnostic that shows the way round") {
    Disk disk{
        {{"a.fief", "system a\nimport \"b.fief\""}, {"b.fief", "system b\nimport \"c.fief\""}, {"c.fief", "system c\nimport \"b.fief\""}},
        {}};
    const Outcome outcome = load(disk, "a.fief");
    REQUIRE(outcome.diagnostics.all().size() == 1);
    const Diagnostic& d = outcome.diagnostics.all()[0];
    CHECK(d.code == "E0005");
    CHECK(outcome.sources[d.span.file].path() == "c.fief");
    CHECK(outcome.sources.text(d.span) == "\"b.fief\"");
    REQUIRE(d.notes.size() == 1);
    CHECK(outcome.sources[d.notes[0].span.file].path() == "b.fief");
    CHECK(outcome.sources.text(d.notes[0].span) == "\"c.fief\"");
}

TEST_CASE("a file that imports itself is a cycle") {
    Disk disk{{{"a.fief", "system a import \"a.fief\""}}, {}};
    const Outcome outcome = load(disk, "a.fief");
    REQUIRE(outcome.diagnostics.all().size() == 1);
    CHECK(outcome.diagnostics.all()[0].code == "E0005");
}

TEST_CASE("a missing import is reported where it is asked for, and the rest is read") {
    Disk disk{{{"a.fief", "system a import \"gone.fief\" import \"x.fief\""}, {"x.fief", "system x"}}, {}};
    const Outcome outcome = load(disk, "a.fief");
    REQUIRE(outcome.diagnostics.all().size() == 1);
    CHECK(outcome.diagnostics.all()[0].code == "E0001");
    CHECK(outcome.sources.text(outcome.diagnostics.all()[0].span) == "\"gone.fief\"");
    CHECK(names(outcome) == std::vector<std::string>{"x", "a"});
}

TEST_CASE("a missing root is a diagnostic that names it") {
    Disk disk;
    const Outcome outcome = load(disk, "gone.fief");
    REQUIRE(outcome.diagnostics.all().size() == 1);
    CHECK(render(outcome.diagnostics.all()[0], outcome.sources, false).find("gone.fief") != std::string::npos);
    CHECK(outcome.units.empty());
}

TEST_CASE("a chain of a thousand imports is refused, not followed to the end of the stack") {
    Disk disk;
    for (int i = 0; i < 1000; ++i) disk.files["f" + std::to_string(i)] = "system s import \"f" + std::to_string(i + 1) + "\"";
    const Outcome outcome = load(disk, "f0");
    REQUIRE(outcome.diagnostics.all().size() == 1);
    CHECK(outcome.diagnostics.all()[0].code == "E0006");
}

TEST_CASE("a directory and an unreadable path are no files") {
    std::string why;
    CHECK_FALSE(read_disk(FIEF_SOURCE_DIR, why));
    CHECK(why == "it is a directory");
    CHECK_FALSE(read_disk(FIEF_SOURCE_DIR "/there/is/no/such", why));
    CHECK(why == "there is no such file");
}
