// bench_boot FIEF LIBRARY [RUNS]: what `fief gen --without-proof` costs on large states at boot, as a whole process, and where the time
// goes. bench_boot --write SHAPE CAPABILITIES LIBRARY DIRECTORY: only such a spec and its CSV file.

#include "bench/boot/forest.hpp"
#include "bench/process.hpp"
#include "gen/boot/check_boot.hpp"
#include "gen/generate.hpp"
#include "model/resolve.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

using namespace fief;

namespace {

struct Phases {
    double read = 0, make = 0, check = 0, emit = 0;  ///< seconds
    std::size_t bytes = 0;
};

double since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The steps of the command, each timed, in this process.
Phases phases(const std::filesystem::path& spec, const std::filesystem::path& out) {
    Phases p;
    auto start = std::chrono::steady_clock::now();
    const auto lap = [&] {
        const double took = since(start);
        start = std::chrono::steady_clock::now();
        return took;
    };
    spec::Sources sources;
    spec::Diagnostics diagnostics;
    const auto m = model::load(spec, sources, diagnostics);
    if (!m) throw std::runtime_error(spec::render(diagnostics.all().front(), sources, false));
    p.read = lap();
    const gen::Program program = gen::lower(*m);
    gen::Options options;
    options.provenance = "for a bench";
    options.boot = gen::boot_image(*m, program);
    p.bytes = options.boot->bytes.size();
    p.make = lap();
    if (!gen::check_boot(*m, program, *options.boot, 1).empty()) throw std::runtime_error("the state at boot is broken");
    p.check = lap();
    std::filesystem::create_directories(out);
    for (const gen::File& file : gen::generate(*m, std::move(options)))
        std::ofstream(out / file.name, std::ios::binary).write(file.text.data(), static_cast<std::streamsize>(file.text.size()));
    p.emit = lap();
    return p;
}

/// The steps in a process of their own: what this one holds would count as part of every process it starts.
std::string in_child(const std::string& spec, const std::filesystem::path& directory) {
    const bench::Cost cost = bench::run({"/proc/self/exe", "--steps", spec, (directory / "steps").string()}, directory,
                                        directory / "stdout", directory / "stderr");
    std::ifstream in(directory / (cost.exit == 0 ? "stdout" : "stderr"));
    std::string line;
    std::getline(in, line);
    return line;
}

bool measure(const std::string& fief, const std::string& aegis, bench::Forest forest, int runs, const std::filesystem::path& place) {
    std::vector<double> walls;
    for (const std::uint64_t n : {std::uint64_t{10'000}, std::uint64_t{100'000}, std::uint64_t{1'000'000}}) {
        const std::filesystem::path directory = place / fmt::format("{}{}", bench::name(forest), n);
        bench::write_forest(forest, n, aegis, directory);
        const std::string spec = (directory / "aegis_boot.fief").string();
        bench::Cost best;
        for (int run = 0; run < runs; ++run) {
            const bench::Cost cost = bench::run({fief, "gen", "--without-proof", spec, "-o", (directory / "out").string()}, directory,
                                                directory / "stdout", directory / "stderr");
            if (cost.exit != 0) {
                fmt::print("fief gen on {} {} ended with {}; its errors are in {}\n", n, bench::name(forest), cost.exit,
                           (directory / "stderr").string());
                return false;
            }
            if (run == 0 || cost.wall < best.wall) best = cost;
        }
        fmt::print("  {:>9}  {}  {:6.2f} s  {:6.0f} MiB   {}\n", n, bench::name(forest), best.wall.count(), best.peak,
                   in_child(spec, directory));
        std::fflush(stdout);
        walls.push_back(best.wall.count());
        std::filesystem::remove_all(directory);
    }
    fmt::print("  from 10^5 to 10^6: n^{:.2f}\n", std::log10(walls[2] / walls[1]));
    return true;
}

std::string read(const std::filesystem::path& path) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error(fmt::format("cannot read {}", path.string()));
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    try {
        if (words.size() == 5 && words[0] == "--write") {
            const bench::Forest forest = words[1] == "deep" ? bench::Forest::deep : bench::Forest::wide;
            bench::write_forest(forest, std::stoull(words[2]), read(words[3] + "/aegis.fief"), words[4]);
            return 0;
        }
        if (words.size() == 3 && words[0] == "--steps") {
            const Phases p = phases(words[1], words[2]);
            fmt::print("{:6.2f} s {:6.2f} s {:6.2f} s {:6.2f} s  {:7.1f} MiB\n", p.read, p.make, p.check, p.emit,
                       static_cast<double>(p.bytes) / (1 << 20));
            return 0;
        }
        if (words.size() < 2 || words.size() > 3) {
            fmt::print(stderr, "bench_boot FIEF LIBRARY [RUNS]\nbench_boot --write wide|deep CAPABILITIES LIBRARY DIRECTORY\n");
            return 2;
        }
        const int runs = words.size() == 3 ? std::atoi(words[2].c_str()) : 3;
        const std::filesystem::path place = std::filesystem::temp_directory_path() / fmt::format("fief_bench_boot.{}", getpid());
        fmt::print(
            "A state at boot of n capabilities from a CSV file: `fief gen --without-proof` as a whole process, the least of {} runs; and\n"
            "its steps: the spec and the file read and resolved, the tables made, every invariant checked on them, all files written.\n\n",
            runs);
        fmt::print("  {:>9}  {}  {:>8}  {:>10}   {:>8} {:>8} {:>8} {:>8}  {:>11}\n", "n", "    ", "wall", "peak", "read", "make", "check",
                   "emit", "Tables");
        bool good = true;
        for (const bench::Forest forest : {bench::Forest::wide, bench::Forest::deep})
            good = measure(words[0], read(words[1] + "/aegis.fief"), forest, runs, place) && good;
        std::filesystem::remove_all(place);
        return good ? 0 : 1;
    } catch (const std::exception& error) {
        fmt::print(stderr, "bench_boot: {}\n", error.what());
        return 1;
    }
}
