// Small specs that carry their verdicts: each line `// verdict PROPERTY [by STEP]: WORD`, and every other obligation is proved.

#include "model/resolve.hpp"
#include "proofs/verify.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

using namespace fief;

namespace {

std::string word(proofs::Verdict v) {
    switch (v) {
        case proofs::Verdict::proved: return "proved";
        case proofs::Verdict::refuted: return "refuted";
        case proofs::Verdict::not_inductive: return "not inductive";
        case proofs::Verdict::unknown: return "unknown";
        case proofs::Verdict::not_asked: return "not asked";
    }
    return "";
}

std::string step_name(const model::Model& m, const proofs::StepRef& s) {
    switch (s.kind) {
        case proofs::StepRef::Kind::boot: return "boot";
        case proofs::StepRef::Kind::call: return m[s.call].name;
        case proofs::StepRef::Kind::time: return "time";
        case proofs::StepRef::Kind::state: return "state";
    }
    return "";
}

std::vector<std::filesystem::path> files() {
    std::vector<std::filesystem::path> out;
    for (const auto& entry : std::filesystem::directory_iterator(FIEF_SOURCE_DIR "/tests/proofs/verdicts")) out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

std::map<std::string, std::string> expectations(const std::filesystem::path& file) {
    std::map<std::string, std::string> out;
    std::ifstream in(file);
    const std::string mark = "// verdict ";
    for (std::string line; std::getline(in, line);) {
        if (line.rfind(mark, 0) != 0) continue;
        const auto colon = line.rfind(": ");
        REQUIRE(colon != std::string::npos);
        out[line.substr(mark.size(), colon - mark.size())] = line.substr(colon + 2);
    }
    return out;
}

}  // namespace

TEST_CASE("each small spec gets the verdicts that it states, and no others") {
    const auto all = files();
    REQUIRE(all.size() >= 8);
    for (const auto& file : all) {
        DYNAMIC_SECTION(file.stem().string()) {
            spec::Sources sources;
            spec::Diagnostics diagnostics;
            const auto m = model::load(file, sources, diagnostics);
            for (const auto& d : diagnostics.all())
                if (d.severity == spec::Severity::error) FAIL_CHECK(spec::render(d, sources, false));
            REQUIRE(m);
            auto expected = expectations(file);
            const proofs::Report report = proofs::verify(*m, {});
            REQUIRE(!report.results.empty());
            for (const proofs::Result& r : report.results) {
                const std::string name = (*m)[r.obligation.property].name;
                const std::string by = name + " by " + step_name(*m, r.obligation.step);
                std::string want = "proved";
                std::string key = by;
                if (auto at = expected.find(by); at != expected.end()) want = at->second;
                else if (at = expected.find(name); at != expected.end()) want = at->second, key = name;
                INFO(by << ": " << r.answer.reason);
                const std::string got = word(r.answer.verdict);
                // Parts of one promise share a name: a stated failure must show in one of them.
                if (got == want || got == "proved") {
                    if (got == want) expected[key + "!"] = "seen";
                } else {
                    CHECK(got == want);
                }
                if (r.answer.verdict == proofs::Verdict::refuted) {
                    REQUIRE(r.answer.run);
                    CHECK(r.answer.violation);
                }
                if (r.answer.verdict == proofs::Verdict::not_inductive) {
                    REQUIRE(r.answer.state);
                    CHECK(r.answer.state->violation);
                }
            }
            for (const auto& [key, want] : expected) {
                if (key.back() == '!') continue;
                INFO("stated but not seen: " << key << ": " << want);
                CHECK(expected.contains(key + "!"));
            }
        }
    }
}
