#include "cli/run_file.hpp"
#include "cli/verdicts.hpp"

namespace fief::cli {
namespace {

using model::Model;
using proofs::Verdict;

Json violation_json(const model::Layout& layout, const model::Violation& violation) {
    const Model& m = layout.model();
    Json witness = Json::object();
    for (const auto& [var, value] : violation.witness) witness[m[var].name] = json_of(layout, m[var].type, value);
    return {{"story", violation.story}, {"witness", std::move(witness)}};
}

Json state_json(const model::Layout& layout, const proofs::CounterState& counter) {
    Json out = {{"before", json_of(layout, counter.before)}};
    if (counter.step)
        out["step"] = counter.step->call ? json_of(layout, *counter.step) : Json{{"pass", counter.step->now - counter.before.now()}};
    if (counter.outcome) out["changes"] = model::show_changes(layout, counter.before, counter.outcome->after);
    if (counter.violation) out["violation"] = violation_json(layout, *counter.violation);
    return out;
}

/// The states that an observer cannot tell apart, and what the step does to them.
Json pair_json(const model::Layout& layout, const proofs::CounterPair& pair, const std::string& spec) {
    const Model& m = layout.model();
    const model::Property& property = m[pair.property];
    Json out = {{"observer", model::show_record(layout, m[m[*property.isolation].observer].type.table, pair.observer)},
                {"one", json_of(layout, pair.one)}};
    if (!pair.single) out["other"] = json_of(layout, pair.other);
    if (property.guard) {
        Json args = Json::object();
        for (std::size_t i = 0; i < pair.step.args.size(); ++i) {
            const model::Var& param = m[m[*property.guard].params[i]];
            args[param.name] = json_of(layout, param.type, pair.step.args[i]);
        }
        out["guard"] = {{"name", m[*property.guard].name}, {"args", std::move(args)}};
    } else {
        out["step"] = pair.step.call ? json_of(layout, pair.step) : Json{{"pass", pair.step.now - pair.one.now()}};
    }
    if (pair.to_one && pair.to_other)
        out["runs"] = {{"one", json_of(m, *pair.to_one, spec, "")}, {"other", json_of(m, *pair.to_other, spec, "")}};
    out["story"] = pair.leak.difference.story;
    return out;
}

}  // namespace

std::string_view name_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::proved: return "proved";
        case Verdict::refuted: return "refuted";
        case Verdict::not_inductive: return "not inductive";
        case Verdict::not_asked: return "not asked";
        case Verdict::unknown: break;
    }
    return "unknown";
}

std::string_view name_of(proofs::Second::Verdict verdict) {
    switch (verdict) {
        case proofs::Second::Verdict::confirmed: return "confirmed";
        case proofs::Second::Verdict::contradicted: return "contradicted";
        case proofs::Second::Verdict::not_answered: break;
    }
    return "not answered";
}

std::string_view name_of(model::Repair::Kind kind) {
    switch (kind) {
        case model::Repair::Kind::widen_loop: return "leave out of the condition";
        case model::Repair::Kind::add_loop: return "begin with";
        case model::Repair::Kind::add_require: return "require";
        case model::Repair::Kind::drop_statement: break;
    }
    return "leave out";
}

Json counts_of(const proofs::Report& report) {
    return {{"proved", report.count(Verdict::proved)},
            {"refuted", report.count(Verdict::refuted)},
            {"not_inductive", report.count(Verdict::not_inductive)},
            {"unknown", report.count(Verdict::unknown)},
            {"not_asked", report.count(Verdict::not_asked)}};
}

Json json_of(const Model& m, const proofs::StepRef& step) {
    using Kind = proofs::StepRef::Kind;
    switch (step.kind) {
        case Kind::boot: return {{"kind", "boot"}};
        case Kind::call: return {{"kind", "call"}, {"call", m[step.call].name}};
        case Kind::time: return {{"kind", "time"}};
        case Kind::state: break;
    }
    return {{"kind", "state"}};
}

Json json_of(const Spec& spec, const proofs::Report& report) {
    const Model& m = *spec.model;
    Json results = Json::array(), waived = Json::array();
    for (const proofs::Result& result : report.results) {
        const model::Property& property = m[result.obligation.property];
        const proofs::Answer& answer = result.answer;
        Json one = {{"property", property.name},
                    {"kind", name_of(property.kind)},
                    {"implied", property.implied},
                    {"at", json_of(spec.sources, property.span)},
                    {"step", json_of(m, result.obligation.step)},
                    {"verdict", name_of(answer.verdict)},
                    {"framed", answer.framed},
                    {"cached", answer.cached},
                    {"seconds", answer.time.count()}};
        if (!answer.reason.empty()) one["reason"] = answer.reason;
        if (answer.second) {
            one["second"] = {{"verdict", name_of(answer.second->verdict)}, {"seconds", answer.second->time.count()}};
            if (!answer.second->reason.empty()) one["second"]["reason"] = answer.second->reason;
        }
        if (answer.searched)
            one["searched"] = {{"capacity", json_of(m, answer.searched->capacity)},
                               {"states", answer.searched->states},
                               {"depth", answer.searched->depth},
                               {"complete", answer.searched->complete},
                               {"all_values", answer.searched->all_values},
                               {"all_moments", answer.searched->all_moments}};
        if (answer.run) {
            const bool refuted = answer.verdict == Verdict::refuted;
            one["run"] = json_of(m, *answer.run, spec.path, refuted ? property.name : "");
            if (answer.violation) one["violation"] = violation_json(model::Layout(m, answer.run->capacity), *answer.violation);
        }
        if (answer.excluded) {
            one["excluded"] = {{"by", answer.excluded->by}};
            if (answer.excluded->after) {
                const spec::Span span = m[*property.call].checks[*answer.excluded->after].span;
                one["excluded"]["after"] = {{"text", std::string(spec.sources.text(span))}, {"at", json_of(spec.sources, span)}};
            }
        }
        if (answer.mend)
            one["mend"] = {{"change", name_of(answer.mend->kind)},
                           {"text", answer.mend->text.empty() ? std::string(spec.sources.text(answer.mend->span)) : answer.mend->text},
                           {"at", json_of(spec.sources, answer.mend->span)},
                           {"keeps_the_rest", answer.mend->whole}};
        if (answer.state) one["state"] = state_json(answer.state->layout(m), *answer.state);
        if (answer.pair) one["pair"] = pair_json(answer.pair->layout(m), *answer.pair, spec.path);
        results.push_back(std::move(one));
    }
    for (const model::Property& property : m.properties)
        if (property.waived) waived.push_back({{"property", property.name}, {"reason", *property.waived}});
    Json out = {{"system", m.name},
                {"solver", proofs::solver_version()},
                {"seconds", report.wall.count()},
                {"cancelled", report.cancelled},
                {"counts", counts_of(report)},
                {"waived", std::move(waived)},
                {"results", std::move(results)}};
    if (!report.second_solver.empty()) {
        using Second = proofs::Second::Verdict;
        out["second_opinion"] = {{"solver", report.second_solver},
                                 {"confirmed", report.count(Second::confirmed)},
                                 {"not_answered", report.count(Second::not_answered)},
                                 {"contradicted", report.count(Second::contradicted)}};
    }
    return out;
}

}  // namespace fief::cli
