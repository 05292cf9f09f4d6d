#include "cli/verdicts.hpp"

#include "cli/command.hpp"
#include "cli/searched.hpp"
#include "cli/story.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>

namespace fief::cli {
namespace {

using model::Model;
using proofs::Verdict;
using Step = proofs::StepRef::Kind;

/// The columns of the table.
enum class Class { implied, invariants, transitions, isolation, defined, reached };
constexpr std::array<std::string_view, 6> headings = {"implied", "invariants", "transitions", "isolation", "defined", "reached"};

Class class_of(const model::Property& property) {
    using Kind = model::Property::Kind;
    switch (property.kind) {
        case Kind::isolated: return Class::isolation;
        case Kind::defined: return Class::defined;
        case Kind::possible:
        case Kind::reachable: return Class::reached;
        case Kind::invariant: return property.implied ? Class::implied : Class::invariants;
        case Kind::transition:
        case Kind::unblocked: break;
    }
    return property.implied ? Class::implied : Class::transitions;
}

struct Row {
    std::string name;
    struct Cell {
        std::size_t shown = 0, asked = 0;
        bool broken = false;
    };
    std::array<Cell, headings.size()> cells;
    std::size_t framed = 0;
    std::chrono::duration<double> time{0};
};

std::vector<Row> rows_of(const Model& m, const proofs::Report& report) {
    std::vector<Row> rows;
    std::unordered_map<std::string, std::size_t> by_name;
    for (const proofs::Result& result : report.results) {
        const std::string name = show_step(m, result.obligation.step);
        const auto [known, fresh] = by_name.try_emplace(name, rows.size());
        if (fresh) rows.push_back({name, {}, 0, {}});
        Row& row = rows[known->second];
        Row::Cell& cell = row.cells[static_cast<std::size_t>(class_of(m[result.obligation.property]))];
        ++cell.asked;
        const Verdict verdict = result.answer.verdict;
        if (verdict == Verdict::proved) ++cell.shown;
        if (verdict == Verdict::refuted || verdict == Verdict::not_inductive) cell.broken = true;
        if (result.answer.framed) ++row.framed;
        row.time += result.answer.time;
    }
    return rows;
}

std::string story(std::string_view text) { return fmt::format("    then {}\n", text); }

/// The head of every failure: what, by which step, and the two places.
std::string head(const Spec& spec, const proofs::Result& result, const Style& style) {
    const Model& m = *spec.model;
    const model::Property& property = m[result.obligation.property];
    const proofs::StepRef& step = result.obligation.step;
    std::string what;
    switch (result.answer.verdict) {
        case Verdict::refuted:
            if (property.kind == model::Property::Kind::possible)
                what = fmt::format("`{}` never succeeds", property.call ? m[*property.call].name : property.name);
            else if (property.kind == model::Property::Kind::reachable) what = "no run gets there";
            else if (property.guard) what = fmt::format("broken by the guard `{}`", m[*property.guard].name);
            else if (step.kind == Step::boot) what = "broken at boot";
            else what = fmt::format("broken by `{}`", show_step(m, step));
            break;
        case Verdict::not_inductive: what = fmt::format("not inductive under `{}`", show_step(m, step)); break;
        case Verdict::unknown:
        case Verdict::not_asked:
        case Verdict::proved: what = fmt::format("unknown for `{}`", show_step(m, step)); break;
    }
    const bool is_unknown = result.answer.verdict == Verdict::unknown;
    const std::string label = fmt::format("{}[{}]:", is_unknown ? "unknown" : "error", property.name);
    std::string out = fmt::format("{} {}\n", is_unknown ? style.yellow(label) : style.red(label), style.bold(what));
    const auto show = [&](spec::Span span) {
        const spec::SourceFile& file = spec.sources[span.file];
        out += fmt::format("  {} {}\n   {} {}\n", style.blue("-->"), show_place(spec.sources, span), style.blue("|"),
                           file.line(file.position(span.begin).line));
    };
    if (step.kind == Step::call) show(m[step.call].span);
    if (step.kind != Step::call || (!property.implied && property.kind != model::Property::Kind::defined)) show(property.span);
    if (property.implied && !property.explanation.empty()) out += fmt::format("    it says: {}\n", property.explanation);
    return out;
}

std::string of_run(const Model& m, const proofs::Answer& answer, const Style& style) {
    const model::Run& run = *answer.run;
    const model::Layout layout(m, run.capacity);
    std::string out;
    if (run.steps.empty()) out += "    at boot:\n";
    else out += fmt::format("    a run of {} from boot:\n{}", count_of(run.steps.size(), "step"), show_run(layout, run, style));
    if (answer.violation) out += story(answer.violation->story);
    out += style.dim("    this run was replayed on the reference model\n");
    return out;
}

/// Why nothing gets there, of a call or a property of states.
std::string of_excluded(const Spec& spec, const proofs::Result& result, const Style& style) {
    const Model& m = *spec.model;
    const model::Property& property = m[result.obligation.property];
    const proofs::Excluded& excluded = *result.answer.excluded;
    std::string out, against;
    if (!excluded.by.empty())
        against = fmt::format("; against it {} `{}`", excluded.by.size() == 1 ? "stands" : "stand", fmt::join(excluded.by, "`, `"));
    if (!property.call) return fmt::format("    no state that keeps the invariants is so{}\n", against);
    const model::Call& call = m[*property.call];
    if (!excluded.after)
        return fmt::format("    no state that keeps the invariants lets `{}` through: there is no room for what it makes{}\n", call.name,
                           against);
    const spec::Span span = call.checks[*excluded.after].span;
    const spec::SourceFile& file = spec.sources[span.file];
    out += fmt::format("  {} {}\n   {} {}\n", style.blue("-->"), show_place(spec.sources, span), style.blue("|"),
                       file.line(file.position(span.begin).line));
    return out + fmt::format("    no state that keeps the invariants lets `{}` through: after `{}` nothing is possible{}\n", call.name,
                             spec.sources.on_one_line(span), against);
}

std::string of_state(const Model& m, const proofs::Answer& answer, const Style& style) {
    const proofs::CounterState& counter = *answer.state;
    const model::Layout layout = counter.layout(m);
    std::string out = "    a state that satisfies every invariant, but is not known to be reachable:\n";
    for (const std::string& line : model::show_state(layout, counter.before)) out += fmt::format("        {}\n", line);
    if (counter.step && counter.outcome) {
        out += "    the step from it:\n";
        out += fmt::format("        {}\n", style.bold(show_step(layout, counter.before, *counter.step)));
        for (const std::string& line : show_effects(layout, counter.before, *counter.outcome)) out += fmt::format("            {}\n", line);
    }
    if (counter.violation) out += story(counter.violation->story);
    return out;
}

/// A step that two states which look alike take apart, or one that changes what somebody else sees.
std::string of_pair(const Model& m, const proofs::Answer& answer, const Style& style) {
    const proofs::CounterPair& pair = *answer.pair;
    const model::Layout layout = pair.layout(m);
    const model::Property& property = m[pair.property];
    const model::TableId actor = m[m[*property.isolation].observer].type.table;
    const std::string who = model::show_record(layout, actor, pair.observer);
    std::string out;
    const auto lines = [&](std::string_view head, const std::vector<std::string>& all) {
        if (!head.empty()) out += fmt::format("    {}\n", head);
        for (const std::string& line : all) out += fmt::format("        {}\n", line);
    };
    if (pair.to_one && pair.to_other) {
        const auto run = [&](std::string_view which, const model::Run& r) {
            out += fmt::format("    {}{}\n{}", which, r.steps.empty() ? " nothing yet" : "", show_run(layout, r, style));
        };
        out += fmt::format("    two runs from boot that look alike to {} at their ends:\n", who);
        run("one:", *pair.to_one);
        run("the other:", *pair.to_other);
    } else if (pair.single) {
        lines("a state that satisfies every invariant:", model::show_state(layout, pair.one));
    } else {
        const std::vector<std::string> one = model::show_state(layout, pair.one), other = model::show_state(layout, pair.other);
        const auto only = [](const std::vector<std::string>& all, const std::vector<std::string>& known) {
            std::vector<std::string> left;
            std::copy_if(all.begin(), all.end(), std::back_inserter(left),
                         [&](const std::string& line) { return std::find(known.begin(), known.end(), line) == known.end(); });
            return left;
        };
        std::vector<std::string> common;
        std::copy_if(one.begin(), one.end(), std::back_inserter(common),
                     [&](const std::string& line) { return std::find(other.begin(), other.end(), line) != other.end(); });
        lines(fmt::format("two states that satisfy every invariant, and look alike to {}; in both:", who), common);
        lines("in one:", only(one, other));
        lines("in the other:", only(other, one));
    }
    if (property.guard) {
        std::vector<std::string> args;
        for (std::size_t i = 0; i < pair.step.args.size(); ++i)
            args.push_back(model::show_value(layout, m[m[*property.guard].params[i]].type, pair.step.args[i]));
        lines("the question:", {style.bold(fmt::format("{}({}) by {}", m[*property.guard].name, fmt::join(args, ", "), who))});
    } else {
        lines("the step:", {style.bold(show_step(layout, pair.one, pair.step))});
        using Lines = std::vector<std::string>;
        const Lines a = pair.leak.one ? show_effects(layout, pair.one, *pair.leak.one) : Lines{};
        const Lines b = pair.leak.other ? show_effects(layout, pair.other, *pair.leak.other) : Lines{};
        const auto told = [](const Lines& effects) { return effects.empty() ? Lines{"nothing changes"} : effects; };
        if (pair.leak.one && pair.leak.other && a == b) lines("in both:", told(a));
        else if (pair.leak.one) lines(pair.single ? "" : "in one:", told(a));
        if (pair.leak.other && a != b) lines("in the other:", told(b));
    }
    return out + story(pair.leak.difference.story) +
           style.dim(pair.to_one ? "    these runs were replayed on the reference model\n" : "    this was run on the reference model\n");
}

std::string searched(const Model& m, const proofs::Answer& answer) {
    return answer.searched ? fmt::format("    {}\n", show_searched(m, *answer.searched)) : "";
}

/// A change that would keep the property.
std::string mended(const Spec& spec, const proofs::Result& result) {
    using Kind = model::Repair::Kind;
    if (!result.answer.mend) return {};
    const proofs::Mend& mend = *result.answer.mend;
    const std::string call = (*spec.model)[result.obligation.step.call].name;
    const auto there = [&] { return fmt::format("`{}` ({})", spec.sources.on_one_line(mend.span), show_place(spec.sources, mend.span)); };
    const std::string_view what = mend.whole ? "this and all that it keeps now" : "this, though not all that it keeps now";
    switch (mend.kind) {
        case Kind::widen_loop: return fmt::format("    to mend `{}`, leave out {}: it then keeps {}\n", call, there(), what);
        case Kind::add_loop: return fmt::format("    to mend `{}`, begin with `{}`: it then keeps {}\n", call, mend.text, what);
        case Kind::add_require: return fmt::format("    to mend `{}`, `require {}`: it then keeps {}\n", call, mend.text, what);
        case Kind::drop_statement: break;
    }
    return fmt::format("    to blame is {}: without it `{}` keeps {}\n", there(), call, what);
}

std::string failure(const Spec& spec, const proofs::Result& result, const Style& style) {
    const Model& m = *spec.model;
    const proofs::Answer& answer = result.answer;
    std::string out = head(spec, result, style);
    switch (answer.verdict) {
        case Verdict::refuted:
            if (answer.excluded) out += of_excluded(spec, result, style);
            else if (answer.pair) out += of_pair(m, answer, style);
            else out += of_run(m, answer, style);
            break;
        case Verdict::not_inductive:
            if (answer.state) out += of_state(m, answer, style);
            if (answer.pair) out += of_pair(m, answer, style);
            out += searched(m, answer);
            out += style.dim("    if it cannot happen, an invariant that says why is missing\n");
            break;
        case Verdict::unknown:
            if (answer.excluded) out += of_excluded(spec, result, style);
            out += fmt::format("    {}\n", answer.reason);
            out += searched(m, answer);
            break;
        case Verdict::not_asked:
        case Verdict::proved: break;
    }
    return out;
}

/// What nobody looked at, step by step; the parts of one promise together.
std::string not_asked(const Model& m, const proofs::Report& report, const Style& style) {
    constexpr std::size_t width = 140;
    std::string out;
    for (auto at = report.results.begin(); at != report.results.end();) {
        const proofs::StepRef step = at->obligation.step;
        std::vector<std::pair<std::string, std::size_t>> names;
        std::unordered_map<std::string, std::size_t> at_name;
        for (; at != report.results.end() && at->obligation.step == step; ++at) {
            if (at->answer.verdict != Verdict::not_asked) continue;
            const std::string& name = m[at->obligation.property].name;
            const auto [known, fresh] = at_name.try_emplace(name, names.size());
            if (fresh) names.emplace_back(name, 0);
            ++names[known->second].second;
        }
        if (names.empty()) continue;
        std::string line = fmt::format("    {}:", show_step(m, step));
        for (const auto& [name, times] : names) {
            const std::string word =
                fmt::format(" {}{}{}", name, times > 1 ? fmt::format(" ({})", times) : "", &name == &names.back().first ? "" : ",");
            if (line.size() + word.size() > width) {
                out += line + "\n";
                line = "       ";
            }
            line += word;
        }
        out += line + "\n";
    }
    return out.empty() ? out : fmt::format("{}\n{}\n", style.yellow("not asked: stopped"), out);
}

}  // namespace

std::string show_step(const Model& model, const proofs::StepRef& step) {
    switch (step.kind) {
        case Step::boot: return "boot";
        case Step::call: return model[step.call].name;
        case Step::time: return "passing of time";
        case Step::state: break;
    }
    return "every state";
}

std::string show_table(const Model& model, const proofs::Report& report, const Style& style) {
    const std::vector<Row> rows = rows_of(model, report);
    std::size_t width = 4;
    for (const Row& row : rows) width = std::max(width, row.name.size());
    std::string out = fmt::format("  {:<{}}", "", width);
    for (std::string_view heading : headings) out += fmt::format("  {:>11}", heading);
    out += fmt::format("  {:>7}  {:>8}\n", "framed", "time");
    out = style.dim(out);
    for (const Row& row : rows) {
        out += fmt::format("  {:<{}}", row.name, width);
        for (const Row::Cell& cell : row.cells) {
            if (cell.asked == 0) {
                out += "  " + style.dim(fmt::format("{:>11}", "-"));
                continue;
            }
            const bool whole = cell.shown == cell.asked;
            const std::string text =
                fmt::format("{:>11}", whole ? fmt::format("{}", cell.asked) : fmt::format("{} of {}", cell.shown, cell.asked));
            out += "  " + (whole ? style.green(text) : cell.broken ? style.red(text) : style.yellow(text));
        }
        out += fmt::format("  {:>7}  {:>8}\n", row.framed, show_time(row.time));
    }
    return out;
}

std::string show_failures(const Spec& spec, const proofs::Report& report, const Style& style) {
    constexpr std::size_t told = 10;  // in full; of the rest, where and what
    const Model& m = *spec.model;
    std::string out, last;
    std::size_t seen = 0;
    for (const proofs::Result& result : report.results) {
        if (result.answer.verdict == Verdict::proved || result.answer.verdict == Verdict::not_asked) continue;
        const std::string mend = mended(spec, result);
        if (seen++ < told)
            out += failure(spec, result, style) + (mend == last && !mend.empty() ? "    the same change mends this\n" : mend);
        else out += head(spec, result, style);
        out += "\n";
        last = mend;
    }
    return out + not_asked(m, report, style);
}

std::string show_waived(const Model& model, const Style& style) {
    std::string out, last;
    for (const model::Property& property : model.properties) {
        if (!property.waived || property.name == last) continue;  // the parts of one promise are waived together
        last = property.name;
        out += fmt::format("{} {}: {}\n", style.yellow("waived"), property.name, *property.waived);
    }
    return out;
}

std::string show_second_opinion(const Model& model, const proofs::Report& report, const Style& style) {
    if (report.second_solver.empty()) return {};
    using Second = proofs::Second::Verdict;
    std::string out;
    std::size_t by_runs = 0;
    for (const proofs::Result& result : report.results) {
        const auto& second = result.answer.second;
        if (!second && (result.answer.run || (result.answer.pair && result.answer.pair->to_one))) ++by_runs;
        if (!second || second->verdict == Second::confirmed) continue;
        const std::string name = fmt::format("{} by {}", model[result.obligation.property].name, show_step(model, result.obligation.step));
        if (second->verdict == Second::contradicted)
            out += fmt::format("{} {}: {}\n", style.red("error[contradicted]:"), name, result.answer.reason);
        else
            out += fmt::format("{} {}: {}\n", style.yellow(fmt::format("not answered by {}:", report.second_solver)), name, second->reason);
    }
    const auto number = [&](Second verdict, std::string_view name, bool good) {
        const std::size_t n = report.count(verdict);
        const std::string text = fmt::format("{} {}", n, name);
        return n == 0 || good ? text : style.red(text);
    };
    out += fmt::format("second opinion of {}: {}, {}, {}", report.second_solver, number(Second::confirmed, "confirmed", true),
                       number(Second::not_answered, "not answered", false), number(Second::contradicted, "contradicted", false));
    if (by_runs > 0) out += fmt::format("; {} shown by runs, which need no solver", by_runs);
    return out + "\n";
}

std::string show_totals(const proofs::Report& report, const Style& style) {
    std::size_t framed = 0, cached = 0;
    for (const proofs::Result& result : report.results) {
        framed += result.answer.framed ? 1 : 0;
        cached += result.answer.cached ? 1 : 0;
    }
    const std::string known = cached == 0 ? "" : fmt::format(", {} known before", cached);
    const auto number = [&](Verdict verdict, std::string_view name) {
        const std::size_t n = report.count(verdict);
        const std::string text = fmt::format("{} {}", n, name);
        return n == 0 ? text : verdict == Verdict::unknown || verdict == Verdict::not_asked ? style.yellow(text) : style.red(text);
    };
    const std::string proved = fmt::format("{} proved", report.count(Verdict::proved));
    const std::string left = report.count(Verdict::not_asked) == 0 ? "" : ", " + number(Verdict::not_asked, "not asked");
    return fmt::format("{}: {} ({} by frame{}), {}, {}, {}{}; {}\n", count_of(report.results.size(), "obligation"),
                       report.count(Verdict::proved) == report.results.size() && !report.cancelled ? style.green(proved) : proved, framed,
                       known, number(Verdict::refuted, "refuted"), number(Verdict::not_inductive, "not inductive"),
                       number(Verdict::unknown, "unknown"), left, show_time(report.wall));
}

int exit_of(const proofs::Report& report) {
    if (report.count(Verdict::refuted) + report.count(Verdict::not_inductive) > 0) return broken;
    using Second = proofs::Second::Verdict;
    if (report.count(Verdict::unknown) + report.count(Second::not_answered) + report.count(Second::contradicted) > 0 || report.cancelled)
        return unknown;
    return all_shown;
}

}  // namespace fief::cli
