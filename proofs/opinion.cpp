#include "proofs/opinion.hpp"

#include "proofs/formula.hpp"
#include "proofs/solver.hpp"

#include <fmt/format.h>

#include <thread>

namespace fief::proofs {

std::string_view name_of(Said said) {
    switch (said) {
        case Said::unsat: return "unsat";
        case Said::sat: return "sat";
        case Said::unknown: return "unknown";
        case Said::nothing: break;
    }
    return "nothing";
}

namespace {

/// Everything that the text asserts, in order. Z3's parser takes back what was asserted before a pop, so it is given none.
z3::expr_vector assertions_of(z3::context& context, const Script& script) {
    std::string text = script.preamble;
    for (const std::string& check : script.checks) text += check;
    return context.parse_string(text.c_str());
}

std::vector<Opinion> ask(z3::context& context, const Script& script, const Patience& patience) {
    std::vector<Opinion> out(script.checks.size());
    const z3::expr_vector said = assertions_of(context, script);
    const auto checks = static_cast<unsigned>(script.checks.size());
    // The assertions of the checks are the last, one each; where a check asserts more or less, the solver says sat, or a name is missing.
    const unsigned assumed = said.size() - std::min(checks, said.size());
    z3::solver solver = new_solver(context);
    z3::params params(context);
    params.set("timeout", static_cast<unsigned>(patience.each.count()));
    solver.set(params);
    for (unsigned i = 0; i < assumed; ++i) solver.add(said[static_cast<int>(i)]);
    for (unsigned i = 0; i < checks; ++i) {
        if (patience.cancelled()) {
            out[i].reason = "cancelled";
            continue;
        }
        const auto asked = std::chrono::steady_clock::now();
        solver.push();
        solver.add(said[static_cast<int>(assumed + i)]);
        const z3::check_result result = solver.check();
        out[i].said = result == z3::unsat ? Said::unsat : result == z3::sat ? Said::sat : Said::unknown;
        if (result == z3::unknown) out[i].reason = solver.reason_unknown();
        solver.pop();
        out[i].time = std::chrono::steady_clock::now() - asked;
    }
    return out;
}

}  // namespace

std::vector<Opinion> ask_built_in(const Script& script, const Patience& patience) {
    z3::context context;
    const std::jthread watch([&](const std::stop_token& done) {
        while (!done.stop_requested()) {
            if (patience.cancelled()) context.interrupt();
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    });
    try {
        return ask(context, script, patience);
    } catch (const z3::exception& e) {
        return std::vector<Opinion>(script.checks.size(), Opinion{Said::nothing, fmt::format("Z3 cannot read it: {}", e.msg()), {}});
    }
}

}  // namespace fief::proofs
