// A proof is worth what would have noticed a wrong one. Each fault below is made on purpose; which check sees it is what these tests say:
// the replay sees a hypothesis too few, a second solver sees a solver that answers something else than what is written down. A hypothesis
// too many, written down as well, is seen by no solver: only by an encoding of another make.

#include "model/resolve.hpp"
#include "proofs/second_opinion.hpp"

#include <catch2/catch.hpp>

using namespace fief;
using proofs::Verdict;

namespace {

struct Judged {
    model::Model model;
    proofs::Report report;

    [[nodiscard]] const proofs::Answer& answer(const std::string& property, const std::string& call) const {
        for (const proofs::Result& r : report.results)
            if (model[r.obligation.property].name == property && proofs::word_of(model, r.obligation.step) == call) return r.answer;
        FAIL("no obligation " << property << " by " << call);
        throw 0;
    }
    [[nodiscard]] std::size_t second(proofs::Second::Verdict verdict) const { return report.count(verdict); }
};

Judged judge(const std::string& spec, std::optional<proofs::Fault> fault) {
    spec::Sources sources;
    spec::Diagnostics diagnostics;
    auto m = model::load(FIEF_SOURCE_DIR "/tests/proofs/verdicts/" + spec, sources, diagnostics);
    REQUIRE(m);
    proofs::Options options;
    options.search_time = std::chrono::milliseconds(0);
    options.vacuity = false;
    options.fault = std::move(fault);
    proofs::Report report = proofs::verify(*m, options);
    std::string why;
    const auto solver = proofs::SecondSolver::find(why);
    INFO(why);
    REQUIRE(solver);
    proofs::second_opinion(*m, options, *solver, report, {});
    return {std::move(*m), std::move(report)};
}

using Second = proofs::Second::Verdict;

}  // namespace

TEST_CASE("a second solver confirms what is proved and what is not") {
    const Judged right = judge("counts.fief", std::nullopt);
    CHECK(right.report.second_solver.starts_with("cvc5 "));
    CHECK(right.answer("limit", "steal").verdict == Verdict::refuted);
    CHECK(right.second(Second::confirmed) > 15);
    CHECK(right.second(Second::not_answered) == 0);
    CHECK(right.second(Second::contradicted) == 0);
}

TEST_CASE("a solver that says unsat to what is not is contradicted by the second, and the obligation is unknown") {
    const Judged wrong = judge("counts.fief", proofs::Fault{"", "limit", true});
    const proofs::Answer& answer = wrong.answer("limit", "steal");
    CHECK(answer.verdict == Verdict::unknown);
    CHECK(answer.reason.find("contradicted: Z3") == 0);
    REQUIRE(answer.second);
    CHECK(answer.second->verdict == Second::contradicted);
    CHECK(wrong.answer("limit", "take").second->verdict == Second::confirmed);
    CHECK(wrong.second(Second::contradicted) == 1);
}

TEST_CASE("an encoder that forgets a hypothesis is noticed by the replay, and by a second solver where the frame rule relied on it") {
    const Judged wrong = judge("derived.fief", proofs::Fault{"cap.forest", "", false});
    for (const char* call : {"root", "derive", "beside", "widen", "delete", "revoke"}) {
        const proofs::Answer& answer = wrong.answer("cap.forest", call);
        INFO(call);
        CHECK(answer.verdict == Verdict::unknown);
        CHECK(answer.reason.find("this is a fault of fief") != std::string::npos);
    }
    CHECK(wrong.answer("cap.forest", "spawn").second->verdict == Second::contradicted);
    CHECK(wrong.second(Second::contradicted) == 1);
}

TEST_CASE("an encoder that assumes what is to be shown is noticed by no solver") {
    const Judged wrong = judge("counts.fief", proofs::Fault{"", "limit", false});
    CHECK(wrong.answer("limit", "steal").verdict == Verdict::proved);
    CHECK(wrong.answer("limit", "steal").second->verdict == Second::confirmed);
}
