// A solver that crashes loses the obligation it was asked about, and nothing else; what was shown is remembered, whatever happened to the
// journal.

#include "model/resolve.hpp"
#include "proofs/cache.hpp"
#include "proofs/verify.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>
#include <thread>

using namespace fief;
namespace fs = std::filesystem;

namespace {

model::Model load(const fs::path& file) {
    spec::Sources sources;
    spec::Diagnostics diagnostics;
    auto m = model::load(file, sources, diagnostics);
    REQUIRE(m);
    return *m;
}

model::Model aegis() { return load(FIEF_SOURCE_DIR "/spec/library/aegis.fief"); }

/// A directory of its own for each test.
class Place {
public:
    Place() : path_(fs::temp_directory_path() / ("fief-cache-" + std::to_string(getpid()))) { fs::remove_all(path_); }
    ~Place() { fs::remove_all(path_); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

proofs::Options quick() {
    proofs::Options options;
    options.search_time = std::chrono::milliseconds(0);
    options.vacuity = false;
    return options;
}

bool of_reachability(const model::Model& m, const proofs::Result& r) {
    const auto kind = m[r.obligation.property].kind;
    return kind == model::Property::Kind::reachable || kind == model::Property::Kind::possible;
}

}  // namespace

TEST_CASE("a solver that crashes loses one obligation, and nothing else") {
    const model::Model m = aegis();
    const auto seize = static_cast<std::uint32_t>(
        std::find_if(m.calls.begin(), m.calls.end(), [](const model::Call& c) { return c.name == "seize"; }) - m.calls.begin());
    const auto crashes = static_cast<std::uint32_t>(
        std::find_if(m.properties.begin(), m.properties.end(), [](const model::Property& p) { return p.name == "promise"; }) -
        m.properties.begin());
    proofs::Options options = quick();
    options.before_asking = [&](const proofs::StepRef& step, std::optional<model::PropertyId> property) {
        if (step.kind != proofs::StepRef::Kind::call || step.call.value != seize) return;
        // First while it is asked about everything at once, then about the one.
        if (!property || property->value == crashes) std::raise(SIGKILL);
    };
    std::size_t lost = 0;
    for (const proofs::Result& r : proofs::verify(m, options).results) {
        if (of_reachability(m, r)) continue;
        INFO(m[r.obligation.property].name << ": " << r.answer.reason);
        if (r.obligation.property.value == crashes && r.obligation.step == proofs::StepRef{proofs::StepRef::Kind::call, {seize}}) {
            ++lost;
            CHECK(r.answer.verdict == proofs::Verdict::unknown);
            CHECK(r.answer.reason == "the solver crashed (signal 9)");
        } else {
            CHECK(r.answer.verdict == proofs::Verdict::proved);
        }
    }
    CHECK(lost == 1);
}

TEST_CASE("what nobody looked at when all is stopped is not asked, and no more is") {
    const model::Model m = aegis();
    proofs::Options options = quick();
    options.jobs = 1;
    SECTION("at once") {
        const proofs::Report report = proofs::verify(m, options, {}, [] { return true; });
        CHECK(report.cancelled);
        CHECK(report.count(proofs::Verdict::not_asked) + report.count(proofs::Verdict::unknown) == report.results.size());
        CHECK(report.count(proofs::Verdict::unknown) < 100);
    }
    SECTION("in the middle") {
        const model::CallId seize{static_cast<std::uint32_t>(
            std::find_if(m.calls.begin(), m.calls.end(), [](const model::Call& c) { return c.name == "seize"; }) - m.calls.begin())};
        const proofs::StepRef step{proofs::StepRef::Kind::call, seize};
        options.before_asking = [&](const proofs::StepRef& asked, std::optional<model::PropertyId>) {
            if (asked == step) std::this_thread::sleep_for(std::chrono::seconds(30));
        };
        auto heard = std::chrono::steady_clock::now();
        std::size_t done = 0;
        const auto progress = [&](const proofs::Progress& p) {
            if (p.done != done) heard = std::chrono::steady_clock::now();
            done = p.done;
        };
        // Nothing for a while: it is at `seize`.
        const auto stop = [&] { return done > 0 && std::chrono::steady_clock::now() - heard > std::chrono::seconds(5); };
        const proofs::Report report = proofs::verify(m, options, progress, stop);
        CHECK(report.cancelled);
        CHECK(report.count(proofs::Verdict::proved) > 10);
        CHECK(report.count(proofs::Verdict::not_asked) > 100);
        CHECK(report.count(proofs::Verdict::unknown) > 10);
        for (const proofs::Result& r : report.results) {
            INFO(m[r.obligation.property].name);
            if (r.answer.verdict == proofs::Verdict::unknown && !of_reachability(m, r)) {
                CHECK(r.obligation.step == step);
                CHECK(r.answer.reason == "stopped while the solver was at it");
            }
            if (r.answer.verdict == proofs::Verdict::not_asked) CHECK_FALSE(r.obligation.step == step);
        }
    }
}

TEST_CASE("what was proved is known the next time, and an edit to one call makes only its own obligations new") {
    const Place place;
    proofs::Options options = quick();
    options.cache = place.path();
    model::Model m = aegis();
    for (const proofs::Result& r : proofs::verify(m, options).results) CHECK_FALSE(r.answer.cached);
    for (const proofs::Result& r : proofs::verify(m, options).results) {
        if (of_reachability(m, r)) continue;
        CHECK(r.answer.cached);
        CHECK(r.answer.verdict == proofs::Verdict::proved);
    }
    // `unmark` without its effect: still right, but another call than before.
    const auto unmark = std::find_if(m.calls.begin(), m.calls.end(), [](const model::Call& c) { return c.name == "unmark"; });
    const model::CallId edited{static_cast<std::uint32_t>(unmark - m.calls.begin())};
    unmark->effects.clear();
    std::size_t anew = 0;
    for (const proofs::Result& r : proofs::verify(m, options).results) {
        if (of_reachability(m, r)) continue;
        const bool of_edited = r.obligation.step == proofs::StepRef{proofs::StepRef::Kind::call, edited};
        CHECK(r.answer.cached != of_edited);
        anew += of_edited ? 1 : 0;
    }
    CHECK(anew > 20);
}

TEST_CASE("a journal with torn, foreign and altered lines is believed only where a line is whole") {
    const Place place;
    const proofs::Digest one = proofs::digest("one"), two = proofs::digest("two"), three = proofs::digest("three");
    {
        proofs::Cache cache(place.path());
        cache.keep_proved(one);
        cache.keep_proved(two);
        cache.keep_run(three, "bytes");
        cache.write();
    }
    const fs::path journal = place.path() / "shown-1";
    std::string text;
    {
        std::ifstream in(journal, std::ios::binary);
        text.assign(std::istreambuf_iterator<char>(in), {});
    }
    // The second line now names another obligation, and its check is the old one's.
    const std::size_t second = text.find("p " + proofs::hex(two));
    REQUIRE(second != std::string::npos);
    text.replace(second + 2, 64, proofs::hex(proofs::digest("four")));
    text += std::string("\0\xff garbage", 10);
    text += "\np 00";  // torn
    std::ofstream(journal, std::ios::binary | std::ios::trunc) << text;

    proofs::Cache cache(place.path());
    CHECK(cache.proved(one));
    CHECK_FALSE(cache.proved(two));
    CHECK_FALSE(cache.proved(proofs::digest("four")));
    REQUIRE(cache.run(three));
    CHECK(*cache.run(three) == "bytes");
    cache.keep_proved(two);
    cache.write();
    const proofs::Cache again(place.path());
    CHECK(again.proved(two));
    CHECK(again.proved(one));
}
