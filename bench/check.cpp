// bench_check: what it costs to check every property of Aegis that one state shows, on tables half full, beside a copy of the same bytes;
// and what it costs to check after a call what the call can have changed, beside the call.

#include "bench/growth.hpp"
#include "bench/sizes.hpp"

#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

int main() {
    using fief::bench::Checked;
    constexpr double patience = 20;  // seconds for one size
    std::vector<std::pair<double, double>> growth;
    fmt::print("{:>9} {:>9} {:>12} {:>9} {:>12} {:>14}\n", "records", "MB", "check", "MB/s", "memcpy MB/s", "check / memcpy");
    bool well = true;
    auto one = [&](auto run) {
        // The sizes grow by 16 at most.
        if (growth.size() > 1 && growth.back().second * std::pow(16, fief::bench::exponent(growth)) > patience) {
            fmt::print("larger tables would take too long\n");
            return;
        }
        const Checked c = run(growth.empty() || growth.back().second < 0.1 ? 3U : 1U);
        if (c.broken) fmt::print("{} does not hold\n", c.broken), well = false;
        const double mb = static_cast<double>(c.bytes) / 1e6;
        growth.emplace_back(static_cast<double>(c.records), c.check);
        fmt::print("{:>9} {:>9.2f} {:>9.3f} ms {:>9.1f} {:>12.1f} {:>14.2f}\n", c.records, mb, c.check * 1e3, mb / c.check, mb / c.copy,
                   c.check / c.copy);
    };
#define FIEF_CHECK(at) one(fief::bench::at::check_all);
    FIEF_SIZES(FIEF_CHECK)
    fmt::print("growth: n^{:.2f}\n", fief::bench::exponent(growth));

    std::vector<std::string> calls;
    std::map<std::string, std::string> lines;
    std::string head = fmt::format("\n{:14}", "ns a call+check");
    auto after = [&](const char* size, const std::vector<fief::bench::AfterCall>& rows) {
        head += fmt::format("  {:>18}", std::string(size).substr(3) + " records");
        for (const fief::bench::AfterCall& row : rows) {
            if (!lines.contains(row.call)) calls.push_back(row.call), lines[row.call] = fmt::format("{:14}", row.call);
            lines[row.call] += fmt::format("  {:>6.1f} + {:<9.1f}", row.own, row.check);
            if (row.along) {
                const std::string name = std::string(row.call) + ", along";
                if (!lines.contains(name)) calls.push_back(name), lines[name] = fmt::format("{:14}", name);
                lines[name] += fmt::format("  {:>6.1f} + {:<9.1f}", row.own, *row.along);
            }
        }
    };
#define FIEF_AFTER(at) after(#at, fief::bench::at::check_after());
    FIEF_SIZES(FIEF_AFTER)
    fmt::print("{}\n", head);
    for (const std::string& call : calls) fmt::print("{}\n", lines[call]);
    return well ? 0 : 1;
}
