// Small specs that carry what becomes of their mutants: each has a line `// mutant ID: VERDICT [by PROPERTY]`, and there are no others.

#include "model/mutate.hpp"
#include "model/resolve.hpp"
#include "model/simulate.hpp"
#include "proofs/mutate.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>

using namespace fief;

namespace {

using Verdict = proofs::MutantResult::Verdict;

struct Spec {
    std::filesystem::path file;
    spec::Sources sources;
    spec::Diagnostics diagnostics;
    std::optional<model::Model> model;

    explicit Spec(std::filesystem::path path) : file(std::move(path)), model(model::load(file, sources, diagnostics)) {
        for (const auto& d : diagnostics.all())
            if (d.severity == spec::Severity::error) FAIL_CHECK(spec::render(d, sources, false));
        REQUIRE(model);
    }
};

std::vector<std::filesystem::path> files() {
    std::vector<std::filesystem::path> out;
    for (const auto& entry : std::filesystem::directory_iterator(FIEF_SOURCE_DIR "/tests/proofs/mutants")) out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

std::map<std::string, std::string> expectations(const std::filesystem::path& file) {
    std::map<std::string, std::string> out;
    std::ifstream in(file);
    const std::string mark = "// mutant ";
    for (std::string line; std::getline(in, line);) {
        if (line.rfind(mark, 0) != 0) continue;
        const auto colon = line.find(": ");
        REQUIRE(colon != std::string::npos);
        out[line.substr(mark.size(), colon - mark.size())] = line.substr(colon + 2);
    }
    return out;
}

std::string word(const model::Model& m, const proofs::MutantResult& result) {
    switch (result.verdict) {
        case Verdict::killed: return "killed by " + m[result.by->property].name;
        case Verdict::equivalent: return "equivalent";
        case Verdict::survived: return "survived";
        case Verdict::unknown: return "unknown";
        case Verdict::invalid: return "invalid " + result.reason.substr(0, 5);
        case Verdict::untried: break;
    }
    return "untried";
}

/// Outcomes as they can be told apart: which error a failing call gives is no difference.
std::vector<std::pair<model::State, std::vector<model::Emission>>> outcomes(const model::Model& m, const model::Capacity& capacity,
                                                                            const model::State& state, const model::Invocation& step) {
    const model::Layout layout(m, capacity);
    std::vector<std::pair<model::State, std::vector<model::Emission>>> out;
    for (model::Outcome& o : model::Interpreter(layout).run_all(state, step)) {
        if (o.error) continue;
        REQUIRE(!o.undefined);
        for (model::Emission& e : o.events) e.loop = 0;
        out.emplace_back(std::move(o.after), std::move(o.events));
    }
    return out;
}

}  // namespace

TEST_CASE("each mutant of a small spec comes to what the spec says, and there are no others") {
    const auto all = files();
    REQUIRE(all.size() >= 6);
    for (const auto& file : all) {
        DYNAMIC_SECTION(file.stem().string()) {
            const Spec spec(file);
            const model::Mutations mutations(*spec.model, spec.sources, spec.file);
            auto expected = expectations(file);
            REQUIRE(!expected.empty());
            const proofs::MutationReport report = proofs::mutate(mutations, mutations.all(), {});
            REQUIRE(report.results.size() == mutations.all().size());
            for (std::size_t i = 0; i < report.results.size(); ++i) {
                const model::Mutant& mutant = mutations.all()[i];
                INFO("// mutant " << mutant.id << ": " << word(*spec.model, report.results[i]) << "\n" << mutant.description);
                CHECK(expected[mutant.id] == word(*spec.model, report.results[i]));
                expected.erase(mutant.id);
            }
            for (const auto& [id, verdict] : expected) FAIL_CHECK("there is no mutant " << id << ": " << verdict);
        }
    }
}

TEST_CASE("a mutant that is called equivalent does on the reference model what the spec does") {
    std::size_t compared = 0;
    for (const auto& file : files()) {
        const Spec spec(file);
        const model::Mutations mutations(*spec.model, spec.sources, spec.file);
        const auto expected = expectations(file);
        const model::Capacity capacity = model::Capacity::uniform(*spec.model, 2);
        for (const model::Mutant& mutant : mutations.all()) {
            const auto at = expected.find(mutant.id);
            if (at == expected.end() || at->second != "equivalent") continue;
            const auto made = mutations.make(mutant);
            REQUIRE(std::holds_alternative<model::Mutated>(made));
            const model::Model& changed = std::get<model::Mutated>(made).model;
            const model::Layout layout(*spec.model, capacity);
            const model::Interpreter interpreter(layout);
            model::Stepper stepper(layout, 1);
            model::State state = model::boot_state(layout);
            for (int step = 0; step < 400; ++step) {
                const model::Invocation invocation = stepper.next(state);
                INFO(file.stem().string() << " " << mutant.id);
                REQUIRE(outcomes(*spec.model, capacity, state, invocation) == outcomes(changed, capacity, state, invocation));
                ++compared;
                const model::Outcome outcome = interpreter.run(state, invocation);
                stepper.saw(invocation, outcome);
                state = outcome.after;
            }
        }
    }
    CHECK(compared > 2000);
}

TEST_CASE("a mutant changes the calls that use what it changes, and no others") {
    const Spec spec(FIEF_SOURCE_DIR "/tests/proofs/mutants/loops.fief");
    const model::Mutations mutations(*spec.model, spec.sources, spec.file);
    std::map<std::string, std::string> changed;
    for (const model::Mutant& mutant : mutations.all()) {
        const auto made = mutations.make(mutant);
        if (const auto* m = std::get_if<model::Mutated>(&made))
            for (const model::CallId c : m->changed) changed[mutant.id] += m->model[c].name + " ";
    }
    CHECK(changed["release.drop-statement.1"] == "free take ");
    CHECK(changed["free.drop-statement.1"] == "free ");
    CHECK(changed["exit.drop-disjunct.2"] == "exit ");
}
