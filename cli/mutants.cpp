#include "cli/mutants.hpp"

#include "cli/command.hpp"
#include "cli/verdicts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace fief::cli {
namespace {

using Verdict = JudgedMutant::Verdict;

constexpr std::array verdicts = {Verdict::killed,  Verdict::equivalent, Verdict::explained, Verdict::survived,
                                 Verdict::unknown, Verdict::invalid,    Verdict::untried};

Verdict judge(proofs::MutantResult::Verdict verdict, bool is_explained) {
    using Found = proofs::MutantResult::Verdict;
    switch (verdict) {
        case Found::killed: return Verdict::killed;
        case Found::equivalent: return Verdict::equivalent;
        case Found::survived: return is_explained ? Verdict::explained : Verdict::survived;
        case Found::unknown: return Verdict::unknown;
        case Found::invalid: return Verdict::invalid;
        case Found::untried: break;
    }
    return Verdict::untried;
}

std::string percent(std::optional<double> score) {
    // Never rounded up to all of them.
    return score ? fmt::format("score {}%", static_cast<int>(std::floor(*score * 100))) : "no score";
}

}  // namespace

std::string_view name_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::killed: return "killed";
        case Verdict::equivalent: return "equivalent";
        case Verdict::explained: return "explained";
        case Verdict::survived: return "survived";
        case Verdict::unknown: return "unknown";
        case Verdict::invalid: return "invalid";
        case Verdict::untried: break;
    }
    return "untried";
}

Judgement::Judgement(const std::vector<model::Mutant>& all, const proofs::MutationReport& report,
                     const std::vector<model::Explanation>& explanations, const spec::Sources& sources) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        const proofs::MutantResult& result = report.results[i];
        const bool survived = result.verdict == proofs::MutantResult::Verdict::survived;
        const model::Explanation* explanation = survived ? model::explanation_of(all[i], explanations, sources) : nullptr;
        mutants.push_back({&all[i], &result, explanation, judge(result.verdict, explanation != nullptr)});
    }
}

std::size_t Judgement::count(Verdict verdict) const {
    return static_cast<std::size_t>(std::ranges::count(mutants, verdict, &JudgedMutant::verdict));
}

std::optional<double> Judgement::score() const {
    const std::size_t killed = count(Verdict::killed), survived = count(Verdict::survived);
    if (killed + survived == 0) return std::nullopt;
    return static_cast<double>(killed) / static_cast<double>(killed + survived);
}

std::vector<spec::Diagnostic> Judgement::unfounded(const std::vector<model::Explanation>& explanations) const {
    std::vector<spec::Diagnostic> out;
    for (const model::Explanation& e : explanations)
        for (const std::string_view name : e.operators) {
            // A mutant that nobody could settle may be what the comment speaks of.
            const bool founded =
                std::ranges::any_of(mutants, [&](const JudgedMutant& m) { return m.explanation == &e && m.mutant->name == name; });
            if (founded || count(Verdict::unknown) > 0) continue;
            spec::Diagnostic d;
            d.severity = spec::Severity::warning;
            d.code = "W0022";
            d.span = e.span;
            d.message = fmt::format("no `{}` survives on the line that this speaks of", name);
            d.help = "take it out: what it excuses is noticed";
            out.push_back(std::move(d));
        }
    return out;
}

std::string show_survivors(const Spec& spec, const Judgement& judgement, const Style& style) {
    std::string out;
    for (const JudgedMutant& m : judgement.mutants) {
        if (m.verdict != Verdict::survived && m.verdict != Verdict::unknown) continue;
        spec::Diagnostic d;
        d.severity = spec::Severity::warning;
        d.code = m.mutant->name;
        d.span = m.mutant->span;
        d.message = fmt::format("{}: {}", m.verdict == Verdict::survived ? "no property notices it" : "unknown", m.mutant->description);
        d.label = m.mutant->id;
        out += spec::render(d, spec.sources, style.colour);
        const auto add = [&](std::string_view what, std::string_view text) {
            out += fmt::format("{} {} {}\n", style.blue("      ="), style.bold(what), text);
        };
        if (m.verdict == Verdict::unknown) add("why:", m.result->reason);
        if (const auto& difference = m.result->difference) {
            add(difference->step + ":", difference->changed);
            add("as written:", difference->written);
        }
    }
    return out;
}

std::string show_operators(const Judgement& judgement) {
    // A column that has nothing in it is left out, but for the two that make the score.
    std::vector<Verdict> columns;
    for (const Verdict v : verdicts)
        if (v == Verdict::killed || v == Verdict::survived || judgement.count(v) > 0) columns.push_back(v);
    std::string out = fmt::format("  {:<18}", "");
    for (const Verdict v : columns) out += fmt::format(" {:>10}", name_of(v));
    out += '\n';
    for (const model::MutationOperator& o : model::mutation_operators()) {
        std::string row = fmt::format("  {:<18}", o.name);
        std::size_t all = 0;
        for (const Verdict v : columns) {
            const auto n =
                std::ranges::count_if(judgement.mutants, [&](const JudgedMutant& m) { return m.verdict == v && m.mutant->name == o.name; });
            all += static_cast<std::size_t>(n);
            row += n > 0 ? fmt::format(" {:>10}", n) : fmt::format(" {:>10}", "-");
        }
        if (all > 0) out += row + '\n';
    }
    return out;
}

std::string show_mutation_totals(const Judgement& judgement, const proofs::MutationReport& report, const Style& style) {
    std::string out = count_of(judgement.mutants.size(), "mutant") + ":";
    const char* between = " ";
    for (const Verdict v : verdicts) {
        const std::size_t n = judgement.count(v);
        if (n == 0 && v != Verdict::killed && v != Verdict::survived) continue;
        const std::string text = fmt::format("{} {}", n, name_of(v));
        out += between + (v == Verdict::survived && n > 0 ? style.red(text) : v == Verdict::unknown ? style.yellow(text) : text);
        between = ", ";
    }
    const std::size_t open = judgement.count(Verdict::unknown);
    const std::string without = open > 0 ? fmt::format(", the {} unknown left out", open) : "";
    return fmt::format("{}; {}{}; {}\n", out, percent(judgement.score()), without, show_time(report.wall));
}

Json json_of(const Spec& spec, const Judgement& judgement, const proofs::MutationReport& report) {
    const model::Model& m = *spec.model;
    Json counts = Json::object(), mutants = Json::array();
    for (const Verdict v : verdicts) counts[std::string(name_of(v))] = judgement.count(v);
    for (const JudgedMutant& j : judgement.mutants) {
        Json one = {{"id", j.mutant->id},
                    {"operator", j.mutant->name},
                    {"in", j.mutant->where},
                    {"at", json_of(spec.sources, j.mutant->span)},
                    {"text", j.mutant->text},
                    {"description", j.mutant->description},
                    {"verdict", name_of(j.verdict)},
                    {"seconds", j.result->time.count()}};
        if (j.result->by) one["by"] = {{"property", m[j.result->by->property].name}, {"step", json_of(m, j.result->by->step)}};
        if (!j.result->reason.empty()) one["reason"] = j.result->reason;
        if (const auto& d = j.result->difference) one["difference"] = {{"step", d->step}, {"changed", d->changed}, {"written", d->written}};
        if (j.explanation != nullptr) one["explanation"] = j.explanation->reason;
        mutants.push_back(std::move(one));
    }
    return {{"system", m.name},
            {"solver", proofs::solver_version()},
            {"seconds", report.wall.count()},
            {"cancelled", report.cancelled},
            {"counts", std::move(counts)},
            {"score", judgement.score() ? Json(*judgement.score()) : Json(nullptr)},
            {"unchanged", {{"counts", counts_of(report.unchanged)}}},
            {"mutants", std::move(mutants)}};
}

int exit_of(const Judgement& judgement, const proofs::MutationReport& report) {
    if (judgement.count(JudgedMutant::Verdict::survived) > 0) return Exit::broken;
    const bool open = report.cancelled || judgement.count(JudgedMutant::Verdict::unknown) > 0;
    return worse(open ? Exit::unknown : Exit::all_shown, exit_of(report.unchanged));
}

}  // namespace fief::cli
