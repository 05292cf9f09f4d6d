// bench_verify FIEF LIBRARY [RUNS]: what `fief verify` costs as a whole process: for every spec of the library, and for synthetic specs
// that grow. Cold is with nothing remembered, warm with all of an earlier run. Whatever is not proved makes the whole bench fail.

#include "bench/process.hpp"
#include "bench/synthetic.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iterator>
#include <numeric>
#include <optional>
#include <set>
#include <stdexcept>

namespace {

namespace fs = std::filesystem;
using fief::bench::Cost;
using fief::bench::Growth;
using Json = nlohmann::json;
using Seconds = std::chrono::duration<double>;

constexpr double cold_goal = 0.5, warm_goal = 0.05;  ///< seconds of wall time
constexpr Seconds patience{20};                      ///< what takes longer is not done again, however many runs were asked for

/// A directory that is gone when its owner is.
class Scratch {
public:
    Scratch() : path_(fs::temp_directory_path() / fmt::format("fief-bench-{}", getpid())) { fs::create_directory(path_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] fs::path operator/(std::string_view name) const { return path_ / name; }

private:
    fs::path path_;
};

std::string text_of(const fs::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// What a run says of itself in JSON.
struct Counts {
    std::size_t calls = 0, obligations = 0, framed = 0, cached = 0;
};

struct Measured {
    Counts counts;
    std::vector<Cost> cold, warm;
};

template <typename Of>
std::vector<double> sorted(const std::vector<Cost>& runs, Of of) {
    std::vector<double> out;
    for (const Cost& run : runs) out.push_back(of(run));
    std::sort(out.begin(), out.end());
    return out;
}

double wall(const Cost& cost) { return cost.wall.count(); }
double cpu(const Cost& cost) { return cost.cpu.count(); }

template <typename Of>
double least(const std::vector<Cost>& runs, Of of) {
    return sorted(runs, of).front();
}

template <typename Of>
double median(const std::vector<Cost>& runs, Of of) {
    return sorted(runs, of)[runs.size() / 2];
}

class Bench {
public:
    Bench(std::string fief, std::size_t runs) : fief_(std::move(fief)), runs_(runs) {}

    /// Nothing, and a complaint, when a run is not well or leaves anything unproved.
    std::optional<Measured> measure(const std::string& spec) {
        try {
            Measured out;
            const fs::path filled = fresh();
            out.counts = proved(spec, filled);
            repeat(out.cold, [&] { return timed(spec, fresh()); });
            repeat(out.warm, [&] { return timed(spec, filled); });
            if (proved(spec, filled).cached == 0) throw std::runtime_error("a second run remembers nothing");
            return out;
        } catch (const std::runtime_error& error) {
            fmt::print("FAILED {}: {}\n", spec, error.what());
            std::fflush(stdout);
            failed_ = true;
            return std::nullopt;
        }
    }

    std::string write_synthetic(Growth growth, unsigned calls) {
        const fs::path path = scratch_ / fmt::format("{}_{}.fief", fief::bench::name(growth), calls);
        std::ofstream(path) << fief::bench::synthetic(growth, calls);
        return path;
    }

    [[nodiscard]] bool failed() const { return failed_; }

private:
    std::string fief_;
    std::size_t runs_;
    std::size_t caches_ = 0;
    Scratch scratch_;
    bool failed_ = false;

    fs::path fresh() {
        const fs::path out = scratch_ / fmt::format("cache-{}", caches_++);
        fs::create_directory(out);
        return out;
    }

    Cost timed(const std::string& spec, const fs::path& cache) {
        const Cost cost = fief::bench::run({fief_, "verify", spec}, cache, scratch_ / "out", scratch_ / "err");
        if (cost.exit != 0)
            throw std::runtime_error(fmt::format("exit {}\n{}{}", cost.exit, text_of(scratch_ / "out"), text_of(scratch_ / "err")));
        return cost;
    }

    Counts proved(const std::string& spec, const fs::path& cache) {
        const Cost cost = fief::bench::run({fief_, "verify", "--format", "json", spec}, cache, scratch_ / "out", scratch_ / "err");
        const Json report = Json::parse(text_of(scratch_ / "out"), nullptr, false);
        if (report.is_discarded() || report["files"].size() != 1)
            throw std::runtime_error(fmt::format("exit {}, and no report\n{}", cost.exit, text_of(scratch_ / "err")));
        const Json& file = report["files"][0];
        std::string open;
        if (!file.contains("results"))
            for (const Json& diagnostic : file["diagnostics"]) open += "\n    " + diagnostic["message"].get<std::string>();
        const Json results = file.value("results", Json::array());
        Counts out;
        std::set<std::string> calls;
        for (const Json& result : results) {
            if (result["verdict"] != "proved")
                open += fmt::format("\n    {} is {}", result["property"].get<std::string>(), result["verdict"].get<std::string>());
            calls.insert(result["step"].value("call", ""));
            ++out.obligations;
            out.framed += result["framed"] == true ? 1 : 0;
            out.cached += result["cached"] == true ? 1 : 0;
        }
        calls.erase("");
        out.calls = calls.size();
        if (cost.exit != 0 || !open.empty()) throw std::runtime_error(fmt::format("exit {}{}", cost.exit, open));
        if (out.calls == 0) throw std::runtime_error("nothing was proved of any call");
        return out;
    }

    template <typename Once>
    void repeat(std::vector<Cost>& into, Once once) {
        Seconds spent{0};
        while (into.size() < runs_ && (into.empty() || spent < patience)) {
            into.push_back(once());
            spent += into.back().wall;
        }
    }
};

constexpr const char* head =
    "{:<14} {:>5} {:>11} {:>8} {:>17} {:>15} {:>15} {:>13}\n"
    "{:<14} {:>5} {:>11} {:>8} {:>17} {:>15} {:>15} {:>13}\n";

void print_head() {
    fmt::print(head, "", "", "", "of which", "cold wall, ms", "warm wall, ms", "CPU, ms", "peak, MB", "spec", "calls", "obligations",
               "framed", "min median", "min median", "cold warm", "cold warm");
}

void print_row(const std::string& name, const Measured& m) {
    const auto two = [](double one, double other) { return fmt::format("{:.0f} {:6.0f}", one, other); };
    const auto ms = [&](const std::vector<Cost>& runs) { return two(least(runs, wall) * 1e3, median(runs, wall) * 1e3); };
    const auto peak = [](const std::vector<Cost>& runs) { return sorted(runs, [](const Cost& c) { return c.peak; }).back(); };
    fmt::print("{:<14} {:>5} {:>11} {:>8} {:>17} {:>15} {:>15} {:>13}\n", name, m.counts.calls, m.counts.obligations, m.counts.framed,
               ms(m.cold), ms(m.warm), two(least(m.cold, cpu) * 1e3, least(m.warm, cpu) * 1e3), two(peak(m.cold), peak(m.warm)));
    std::fflush(stdout);
}

void library(Bench& bench, const fs::path& folder) {
    std::vector<fs::path> specs;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".fief") specs.push_back(entry.path());
    std::sort(specs.begin(), specs.end());
    if (specs.empty()) throw std::runtime_error("no specs in " + folder.string());
    print_head();
    std::size_t cold = 0, warm = 0;
    for (const fs::path& spec : specs) {
        const std::optional<Measured> m = bench.measure(spec);
        if (!m) continue;
        print_row(spec.stem(), *m);
        cold += least(m->cold, wall) < cold_goal ? 1 : 0;
        warm += least(m->warm, wall) < warm_goal ? 1 : 0;
    }
    fmt::print("\nby the least of the runs, cold under {} s: {} of {}; warm under {} s: {} of {}\n", cold_goal, cold, specs.size(),
               warm_goal, warm, specs.size());
}

/// The slope of the line that fits best through the points in logarithms: y grows as x to this power.
double exponent(const std::vector<double>& xs, const std::vector<double>& ys) {
    std::vector<double> x, y;
    for (const double value : xs) x.push_back(std::log(value));
    for (const double value : ys) y.push_back(std::log(value));
    const auto n = static_cast<double>(x.size());
    const double mean_x = std::accumulate(x.begin(), x.end(), 0.0) / n, mean_y = std::accumulate(y.begin(), y.end(), 0.0) / n;
    double above = 0, below = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        above += (x[i] - mean_x) * (y[i] - mean_y);
        below += (x[i] - mean_x) * (x[i] - mean_x);
    }
    return above / below;
}

void growth(Bench& bench, Growth kind, const std::string& what) {
    fmt::print("\n{}\n", what);
    print_head();
    std::vector<double> calls, obligations, asked, cold_wall, cold_cpu, warm_wall, warm_cpu;
    for (const unsigned n : {5U, 10U, 20U, 40U, 80U}) {
        const std::optional<Measured> m = bench.measure(bench.write_synthetic(kind, n));
        if (!m) return;
        print_row(fmt::format("{} {}", fief::bench::name(kind), n), *m);
        calls.push_back(n);
        obligations.push_back(static_cast<double>(m->counts.obligations));
        asked.push_back(static_cast<double>(m->counts.obligations - m->counts.framed));
        cold_wall.push_back(least(m->cold, wall));
        cold_cpu.push_back(least(m->cold, cpu));
        warm_wall.push_back(least(m->warm, wall));
        warm_cpu.push_back(least(m->warm, cpu));
    }
    fmt::print("growth with the number of calls n: obligations n^{:.2f}, asked of the solver n^{:.2f}; ", exponent(calls, obligations),
               exponent(calls, asked));
    fmt::print("cold CPU n^{:.2f}, wall n^{:.2f}; warm CPU n^{:.2f}, wall n^{:.2f}\n", exponent(calls, cold_cpu),
               exponent(calls, cold_wall), exponent(calls, warm_cpu), exponent(calls, warm_wall));
    const auto last_doubling = [](const std::vector<double>& y) { return std::log2(y[y.size() - 1] / y[y.size() - 2]); };
    fmt::print("from 40 to 80 calls alone: cold CPU n^{:.2f}, warm CPU n^{:.2f}\n", last_doubling(cold_cpu), last_doubling(warm_cpu));
}

/// The processor, its cores and how busy the machine is, since all that follows depends on them.
void print_machine() {
    std::ifstream info("/proc/cpuinfo");
    std::string model = "unknown processor";
    for (std::string line; std::getline(info, line);)
        if (line.starts_with("model name")) {
            model = line.substr(line.find(':') + 2);
            break;
        }
    double load = 0;
    static_cast<void>(getloadavg(&load, 1));
    fmt::print("{}, {} cores, load {:.1f} before\n\n", model, sysconf(_SC_NPROCESSORS_ONLN), load);
}

}  // namespace

int main(int argc, char** argv) {
    const int runs = argc == 4 ? std::atoi(argv[3]) : 5;
    if (argc < 3 || argc > 4 || runs < 1) {
        fmt::print(stderr, "bench_verify FIEF LIBRARY [RUNS]\n");
        return 2;
    }
    try {
        print_machine();
        Bench bench(argv[1], static_cast<std::size_t>(runs));
        library(bench, argv[2]);
        growth(bench, Growth::calls,
               "More calls on the same tables: properties stay, obligations grow as the calls do. n^1 is the least possible.");
        growth(bench, Growth::system,
               "More calls, and tables with them: properties grow too, obligations as n^2, though each call concerns few of them.");
        return bench.failed() ? 1 : 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "bench_verify: {}\n", error.what());
        return 1;
    }
}
