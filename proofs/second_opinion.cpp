#include "proofs/second_opinion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace fief::proofs {

std::optional<SecondSolver> SecondSolver::find(std::string& why) {
    auto proves = SolverCommand::find("cvc5 --incremental", why);
    if (!proves) return std::nullopt;
    auto finds = SolverCommand::find("cvc5 --incremental --finite-model-find", why);
    if (!finds) return std::nullopt;
    const std::string line = version_of("cvc5");  // "This is cvc5 version 1.0.3"
    const std::string number = line.substr(line.rfind(' ') + 1);
    return SecondSolver("cvc5 " + number, std::move(*proves), std::move(*finds));
}

std::vector<Opinion> SecondSolver::ask(const Script& script, const std::vector<Said>& expected, const Patience& patience) const {
    std::vector<Opinion> out(script.checks.size());
    const auto asked = [&](Said said) {
        std::vector<std::size_t> of;
        for (std::size_t i = 0; i < expected.size(); ++i)
            if (expected[i] == said) of.push_back(i);
        return of;
    };
    const auto take = [&](const std::vector<std::size_t>& checks, const std::vector<Opinion>& opinions) {
        for (std::size_t i = 0; i < checks.size(); ++i) {
            Opinion& o = out[checks[i]];
            const auto before = o.time;
            o = opinions[i];
            o.time += before;
        }
    };
    const std::vector<std::size_t> unsat = asked(Said::unsat);
    take(unsat, proves_.ask(script, unsat, patience));
    std::vector<std::size_t> open = asked(Said::sat);
    for (std::size_t i : unsat)
        if (out[i].said != Said::unsat && out[i].said != Said::sat) open.push_back(i);
    take(open, finds_.ask(script, open, patience));
    return out;
}

namespace {

/// What our solver said, where the report shows it.
Said said_of(const Answer& answer) {
    if (answer.verdict == Verdict::proved) return answer.run ? Said::nothing : Said::unsat;
    const bool broken = answer.verdict == Verdict::refuted || answer.verdict == Verdict::not_inductive;
    return broken && answer.state ? Said::sat : Said::nothing;
}

void settle(Answer& answer, Said expected, const Opinion& opinion, const std::string& second) {
    Second& out = answer.second.emplace();
    out.time = opinion.time;
    if (opinion.said == expected) {
        out.verdict = Second::Verdict::confirmed;
    } else if (opinion.said == Said::unsat || opinion.said == Said::sat) {
        out.verdict = Second::Verdict::contradicted;
        answer.verdict = Verdict::unknown;
        answer.reason =
            fmt::format("contradicted: {} says {}, {} says {}", solver_version(), name_of(expected), second, name_of(opinion.said));
    } else {
        out.reason = opinion.reason.empty() ? std::string(name_of(opinion.said)) : opinion.reason;
    }
}

}  // namespace

void second_opinion(const Model& model, const Options& options, const SecondSolver& solver, Report& report, const Patience& patience,
                    const std::function<void(const Progress&)>& progress) {
    report.second_solver = solver.name();
    for (Result& r : report.results)
        if (said_of(r.answer) != Said::nothing) r.answer.second = Second{Second::Verdict::not_answered, "not asked: stopped", {}};
    const std::vector<StepScript> steps = scripts_of(model, options);
    std::size_t total = 0;
    for (const StepScript& step : steps) total += step.script.checks.size();
    std::atomic<std::size_t> next{0}, done{0};
    std::mutex mutex;
    const auto work = [&] {
        for (std::size_t s = next++; s < steps.size() && !patience.cancelled(); s = next++) {
            const StepScript& step = steps[s];
            std::vector<Answer*> answers(step.properties.size());
            std::vector<Said> expected(answers.size(), Said::nothing);
            for (Result& r : report.results) {
                if (!(r.obligation.step == step.step)) continue;
                const auto at = std::find(step.properties.begin(), step.properties.end(), r.obligation.property);
                if (at == step.properties.end()) continue;
                const auto i = static_cast<std::size_t>(at - step.properties.begin());
                answers[i] = &r.answer;
                expected[i] = said_of(r.answer);
            }
            const std::vector<Opinion> opinions = solver.ask(step.script, expected, patience);
            for (std::size_t i = 0; i < answers.size(); ++i)
                if (expected[i] != Said::nothing) settle(*answers[i], expected[i], opinions[i], solver.name());
            done += answers.size();
            if (progress) {
                const std::lock_guard lock(mutex);
                progress({done, total, word_of(model, step.step)});
            }
        }
    };
    const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::jthread> threads;
    for (unsigned j = 1; j < (options.jobs ? options.jobs : cores); ++j) threads.emplace_back(work);
    work();
}

}  // namespace fief::proofs
