// refuted FIEF LIBRARY VARIANT: the variant is one edit away from the library's spec of the same name as the folder it stands in;
// `fief verify` says of it what the variant's first lines say it should; a run from boot breaks the same property when `fief replay` does
// it again. The first lines, then an empty one:
//
//     // broken: one sentence: what is wrong with it
//     // expect refuted no_dangling_mapping by seize        by this call, which is the run's last step
//     // expect refuted page.bounded                        whatever the last step
//     // expect refuted part.isolated.own by load           of two runs: each is replayed
//     // expect not_inductive frame.kept by take            a state from which the call breaks it, and no run that gets there
//     // mend seize: for t: pte where t.target is p { drop t }    what `fief verify` says would mend the call

#include <sys/wait.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Json = nlohmann::json;
using Lines = std::vector<std::string>;

struct Expectation {
    std::string verdict, property, call;
};

struct Variant {
    std::string sentence;
    std::vector<Expectation> expected;
    std::vector<std::pair<std::string, std::string>> mends;  ///< by call: the text
    Lines text;
};

Lines lines_of(const std::string& path) {
    std::ifstream file(path);
    Lines lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

Variant read_variant(const std::string& path) {
    Variant variant;
    variant.text = lines_of(path);
    std::size_t head = 0;
    for (const std::string& line : variant.text) {
        std::istringstream words(line);
        std::string slashes, word, by;
        Expectation expectation;
        words >> slashes >> word;
        if (slashes != "//") break;
        ++head;
        if (word == "broken:") variant.sentence = line;
        if (word == "mend" && words >> by) {
            std::string text;
            std::getline(words >> std::ws, text);
            variant.mends.emplace_back(by.substr(0, by.find(':')), text);
        }
        if (word == "expect" && words >> expectation.verdict >> expectation.property &&
            (expectation.verdict == "refuted" || expectation.verdict == "not_inductive")) {
            if (words >> by >> expectation.call && by != "by") expectation.call.clear();
            variant.expected.push_back(expectation);
        }
    }
    variant.text.erase(variant.text.begin(), variant.text.begin() + static_cast<std::ptrdiff_t>(head + 1));  // and the empty line
    return variant;
}

/// How many lines differ, when all that differ lie together: what is left of each text between their common beginning and end.
std::pair<std::size_t, std::size_t> edit(const Lines& original, const Lines& variant) {
    const auto begin = std::mismatch(original.begin(), original.end(), variant.begin(), variant.end());
    const auto common = begin.first - original.begin();
    auto end = original.rbegin();
    auto variant_end = variant.rbegin();
    while (original.rend() - end > common && variant.rend() - variant_end > common && *end == *variant_end) ++end, ++variant_end;
    return {static_cast<std::size_t>(original.rend() - end - common), static_cast<std::size_t>(variant.rend() - variant_end - common)};
}

std::string run(const std::string& command, int& exit) {
    std::string out;
    std::FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return out;
    std::array<char, 1 << 16> block{};
    while (const std::size_t got = std::fread(block.data(), 1, block.size(), pipe)) out.append(block.data(), got);
    const int status = pclose(pipe);
    exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return out;
}

std::string quoted(const std::string& path) { return "'" + path + "'"; }

class Check {
public:
    void require(bool holds, const std::string& what) {
        if (holds) return;
        std::cout << "wrong: " << what << "\n";
        wrong_ = true;
    }
    [[nodiscard]] bool wrong() const { return wrong_; }

private:
    bool wrong_ = false;
};

bool fits(const Json& result, const Expectation& expected) {
    const std::string verdict = expected.verdict == "not_inductive" ? "not inductive" : expected.verdict;
    if (result["property"] != expected.property || result["verdict"] != verdict) return false;
    if (!expected.call.empty() && result["step"].value("call", "") != expected.call) return false;
    if (expected.verdict == "not_inductive") return result.contains("state") || result.contains("pair");
    if (result.contains("pair")) return result["pair"].contains("runs");
    if (!result.contains("run")) return false;
    const Json& steps = result["run"]["steps"];
    return expected.call.empty() || (!steps.empty() && steps.back().value("call", "") == expected.call);
}

void check_expectation(Check& check, const Expectation& expected, const Json& results, const std::string& fief,
                       const std::string& variant) {
    const std::string what = expected.property + (expected.call.empty() ? "" : " by " + expected.call);
    const auto found = std::find_if(results.begin(), results.end(), [&](const Json& result) { return fits(result, expected); });
    check.require(found != results.end(), what + " is not " + expected.verdict + ", with what shows it");
    if (found == results.end()) return;
    if (expected.verdict == "not_inductive") {
        std::cout << what << ": a state\n";
        return;
    }
    int exit = 0;
    const auto replay = [&](const Json& steps) {
        const auto file = std::filesystem::temp_directory_path() / ("fief-run-" + std::to_string(getpid()) + ".json");
        std::ofstream(file) << steps;
        std::string told = run(quoted(fief) + " replay " + quoted(variant) + " " + quoted(file.string()) + " 2>&1", exit);
        std::filesystem::remove(file);
        return told;
    };
    if (found->contains("pair")) {
        const Json& pair = (*found)["pair"];
        for (const char* which : {"one", "other"}) {
            const std::string told = replay(pair["runs"][which]);
            check.require(exit == 0, what + ": one of two runs that only look alike goes otherwise:\n" + told);
        }
        check.require(pair["runs"]["one"] != pair["runs"]["other"] && !pair["story"].empty(), what + ": nothing comes apart");
        std::cout << what << ": two runs of " << pair["runs"]["one"]["steps"].size() << " and " << pair["runs"]["other"]["steps"].size()
                  << " steps\n";
        return;
    }
    const std::string told = replay((*found)["run"]);
    check.require(exit == 1 && told.find("broken[" + expected.property + "]") != std::string::npos,
                  "the run of " + what + " does not break it when replayed:\n" + told);
    std::cout << what << ": a run of " << (*found)["run"]["steps"].size() << " steps\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return 2;
    const std::string fief = argv[1], path = argv[3];
    const std::string system = std::filesystem::path(path).parent_path().filename().string();
    const std::string original = std::string(argv[2]) + "/" + system + ".fief";
    const Variant variant = read_variant(path);
    Check check;
    check.require(!variant.sentence.empty() && !variant.expected.empty(), "the first lines do not say what is expected");

    const auto [removed, added] = edit(lines_of(original), variant.text);
    check.require(removed + added > 0 && removed <= 10 && added <= 6,
                  "not one edit away: " + std::to_string(removed) + " lines became " + std::to_string(added));
    std::cout << variant.sentence << "\none edit: " << removed << " lines became " << added << "\n";

    int exit = 0;
    const auto begin = std::chrono::steady_clock::now();
    const std::string out =
        run(quoted(fief) + " verify --mend " + (variant.mends.empty() ? "0" : "60") + " --format json " + quoted(path), exit);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    check.require(exit == 1, "fief verify exits with " + std::to_string(exit) + ", not 1");
    const double limit = std::getenv("FIEF_SLOW_BUILD") != nullptr ? 120 : 10;
    check.require(took.count() < limit || !variant.mends.empty(), "fief verify took " + std::to_string(took.count()) + " s");
    const Json report = Json::parse(out, nullptr, false);
    if (report.is_discarded() || report["files"].empty() || !report["files"][0].contains("results")) {
        check.require(false, "fief verify prints no results");
    } else {
        for (const Expectation& expected : variant.expected) check_expectation(check, expected, report["files"][0]["results"], fief, path);
    }
    for (const auto& [call, text] : variant.mends) {
        const Json results = report.is_discarded() ? Json::array() : report["files"][0]["results"];
        const auto mended = [&, &call = call, &text = text](const Json& r) {
            return r["step"].value("call", "") == call && r.contains("mend") && r["mend"]["text"] == text && r["mend"]["keeps_the_rest"];
        };
        check.require(std::any_of(results.begin(), results.end(), mended), "`" + call + "` is not mended by `" + text + "`");
    }
    std::cout << took.count() << " s\n";
    return check.wrong() ? 1 : 0;
}
