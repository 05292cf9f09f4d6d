// bench_calls: the generated tables of Aegis against the same written by hand, call by call, at several sizes, in one run. The two run
// by turns, block by block, and repetitions of all calls are interleaved at random; a figure is the median of its repetitions. Exits with 1
// when the two sides do not agree.

#include "bench/growth.hpp"
#include "bench/sizes.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct Key {
    std::string call;
    std::uint64_t matches = 0, records = 0;
    friend auto operator<=>(const Key&, const Key&) = default;
};
struct Sides {
    std::vector<double> generated, hand;  ///< nanoseconds a call
    std::vector<double> ratio;            ///< of blocks that ran one after the other
};

double median(std::vector<double> x) {
    if (x.empty()) return std::nan("");
    std::sort(x.begin(), x.end());
    return x.size() % 2 ? x[x.size() / 2] : (x[x.size() / 2 - 1] + x[x.size() / 2]) / 2;
}

/// The rows, in this order.
const std::vector<std::string> order = {"the loop alone",
                                        "access, granted",
                                        "access, refused",
                                        "map + unmap",
                                        "share + delete",
                                        "alloc + free",
                                        "mark + unmark",
                                        "ask",
                                        "warn",
                                        "seize",
                                        "acknowledge",
                                        "free, k caps and mappings",
                                        "revoke, chain of k",
                                        "revoke, fan of k",
                                        "exit, k of each"};

/// Keeps what was measured.
class Collector : public benchmark::BenchmarkReporter {
public:
    bool ReportContext(const Context&) override { return true; }
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            if (run.run_type != Run::RT_Iteration) continue;
            if (run.error_occurred) {
                fmt::print(stderr, "{}: {}\n", run.benchmark_name(), run.error_message);
                failed_ = true;
                continue;
            }
            std::vector<std::string> parts;
            std::istringstream text(run.run_name.function_name);
            for (std::string part; std::getline(text, part, '/');) parts.push_back(part);
            Sides& sides = found_[{parts.at(0), std::stoull(parts.at(1)), std::stoull(parts.at(2))}];
            sides.generated.push_back(run.counters.at("generated").value);
            sides.hand.push_back(run.counters.at("hand").value);
            sides.ratio.push_back(run.counters.at("ratio").value);
        }
    }
    [[nodiscard]] bool failed() const { return failed_; }

    /// One table: a row for each call and number of matches, a column for each size.
    void print() const {
        std::vector<std::uint64_t> sizes;
        for (const auto& [key, sides] : found_)
            if (std::find(sizes.begin(), sizes.end(), key.records) == sizes.end()) sizes.push_back(key.records);
        std::sort(sizes.begin(), sizes.end());
        std::string head = fmt::format("{:26} {:>5}", "ns a call, and its ratio", "k");
        for (std::uint64_t s : sizes) head += fmt::format("  {:>17}", fmt::format("{} records", s));
        fmt::print("{}  {:>6}  {:7} {}\n", head, "ratio", "growth", "by hand");
        double single = 0, bulk = 0;
        for (const std::string& call : order) {
            std::vector<std::uint64_t> matches;
            for (const auto& [key, sides] : found_)
                if (key.call == call && std::find(matches.begin(), matches.end(), key.matches) == matches.end())
                    matches.push_back(key.matches);
            for (const std::uint64_t k : matches) {
                std::string line = fmt::format("{:26} {:>5}", call, k ? std::to_string(k) : "");
                std::vector<double> ratios;
                std::vector<std::pair<double, double>> growth, by_hand;
                for (const std::uint64_t s : sizes) {
                    const auto at = found_.find({call, k, s});
                    if (at == found_.end()) {
                        line += fmt::format("  {:>17}", "");
                        continue;
                    }
                    const double g = median(at->second.generated), h = median(at->second.hand), r = median(at->second.ratio);
                    ratios.push_back(r);
                    growth.emplace_back(static_cast<double>(s), g);
                    by_hand.emplace_back(static_cast<double>(s), h);
                    line += fmt::format("  {:>10.1f} {:>6.2f}", g, r);
                }
                const double ratio = median(ratios);
                if (call != "the loop alone") (k ? bulk : single) = std::max(k ? bulk : single, ratio);
                fmt::print("{}  {:>6.2f}  {}\n", line, ratio,
                           growth.size() > 1
                               ? fmt::format("n^{:<5.2f} n^{:.2f}", fief::bench::exponent(growth), fief::bench::exponent(by_hand))
                               : "");
            }
        }
        fmt::print("\nthe largest ratio of a call over all sizes (median): {:.2f} single-record (goal 1.05), {:.2f} bulk (goal 1.1)\n",
                   single, bulk);
        fmt::print("growth with matches, at the largest size, from k=10:");
        for (const std::string& call : order) {
            std::vector<std::pair<double, double>> points;
            for (const auto& [key, sides] : found_)
                if (key.call == call && key.matches >= 10 && key.records == sizes.back())
                    points.emplace_back(static_cast<double>(key.matches), median(sides.generated));
            if (points.size() > 1) fmt::print("  {}: k^{:.2f}", call, fief::bench::exponent(points));
        }
        fmt::print("\n");
    }

private:
    std::map<Key, Sides> found_;
    bool failed_ = false;
};

}  // namespace

int main(int argc, char** argv) {
    std::vector<char*> args(argv, argv + argc);
    std::string interleaved = "--benchmark_enable_random_interleaving=true", repetitions = "--benchmark_repetitions=9";
    args.insert(args.begin() + 1, {interleaved.data(), repetitions.data()});
    int count = static_cast<int>(args.size());
    benchmark::Initialize(&count, args.data());
    if (benchmark::ReportUnrecognizedArguments(count, args.data())) return 2;

    constexpr std::uint64_t compared = 100'000;
    if (const std::string differ = fief::bench::at_smoke::compare(compared); !differ.empty()) {
        fmt::print(stderr, "generated and written by hand do not agree: {}\n", differ);
        return 1;
    }
    fmt::print("generated and written by hand agree on {} random calls\n", compared);
#define FIEF_ADD(at) fief::bench::at::add();
    FIEF_SIZES(FIEF_ADD)
    Collector collector;
    benchmark::RunSpecifiedBenchmarks(&collector);
    collector.print();
    benchmark::Shutdown();
    return collector.failed() ? 1 : 0;
}
