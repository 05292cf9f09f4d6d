#include "proofs/script.hpp"

#include "proofs/question.hpp"
#include "proofs/smtlib.hpp"

#include <fmt/format.h>

#include <numeric>

namespace fief::proofs {

namespace {

constexpr std::string_view before_check = "\n(push 1)\n", after_check = "(check-sat)\n(pop 1)\n";

std::string heading(const Model& model, const StepRef& step) {
    switch (step.kind) {
        case StepRef::Kind::boot: return "what holds at boot";
        case StepRef::Kind::call: return fmt::format("what `{}` keeps", model[step.call].name);
        case StepRef::Kind::time: return "what the passing of time keeps";
        case StepRef::Kind::state: break;
    }
    return "what holds in every state";
}

/// The property's name, and which of its parts it is where several share the name.
std::string title(const Model& model, model::PropertyId id) {
    const std::string& name = model[id].name;
    std::size_t part = 0, parts = 0;
    for (std::uint32_t p = 0; p < model.properties.size(); ++p)
        if (model.properties[p].name == name) {
            ++parts;
            if (p <= id.value) part = parts;
        }
    return parts == 1 ? name : fmt::format("{}, part {} of {}", name, part, parts);
}

StepScript script_of(const Model& model, const StepWork& work, const Options& options) {
    // A context and an encoding of its own: the names in it do not depend on what was encoded before.
    z3::context context;
    Encoding encoding(model, context);
    const Question question = ask(encoding, work, options, Form::to_read);
    SmtLib lib;
    StepScript out{work.step, work.properties, {}, {}};
    std::string body;
    if (question.step) {
        body += "\n; ---- the step, from the state before to the state after\n";
        for (const Definition& d : question.definitions) body += lib.define(d.symbol, d.params, d.body);
        body += lib.define("succeeds", question.step->guard);
    }
    body += "\n; ---- what is assumed\n";
    std::string reason;
    for (std::size_t i = 0; i < question.assumptions.size(); ++i) {
        if (question.assumptions[i].is_true()) continue;
        if (question.reasons[i] != reason) body += fmt::format("; {}\n", reason = question.reasons[i]);
        body += lib.claim(question.assumptions[i]);
    }
    for (std::size_t i = 0; i < work.properties.size(); ++i) {
        const Claim& claim = question.claims[i];
        out.framed.push_back(claim.framed);
        out.script.checks.push_back(fmt::format("; {}\n{}", title(model, work.properties[i]), lib.claim(negate(claim.formula))));
    }
    out.script.preamble =
        fmt::format("; {}: {}. Each check is to be answered `unsat`.\n(set-info :smt-lib-version 2.6)\n(set-logic UFLIA)\n\n{}{}",
                    model.name, heading(model, work.step), lib.declarations(), body);
    return out;
}

}  // namespace

std::string Script::text() const {
    std::vector<std::size_t> all(checks.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return text(all);
}

std::string Script::text(const std::vector<std::size_t>& some) const {
    std::string out = preamble;
    for (std::size_t i : some) out += fmt::format("{}{}{}", before_check, checks[i], after_check);
    return out;
}

std::string Script::text(std::size_t check) const { return preamble + "\n" + checks[check] + "(check-sat)\n"; }

std::optional<Script> read_script(std::string_view text) {
    Script out;
    std::size_t at = text.find(before_check);
    out.preamble = text.substr(0, at);
    while (at != std::string_view::npos) {
        const std::size_t begin = at + before_check.size(), end = text.find(after_check, begin);
        if (end == std::string_view::npos) return std::nullopt;
        const std::string_view check = out.checks.emplace_back(text.substr(begin, end - begin));
        const std::size_t first = check.find("\n(assert");
        if (first == std::string_view::npos || check.find("\n(assert", first + 1) != std::string_view::npos) return std::nullopt;
        at = end + after_check.size();
        if (at == text.size()) return out;
        if (text.substr(at, before_check.size()) != before_check) return std::nullopt;
    }
    return out;
}

std::vector<StepScript> scripts_of(const Model& model, const Options& options) {
    std::vector<StepScript> out;
    for (const StepWork& work : plan_steps(model, options)) out.push_back(script_of(model, work, options));
    return out;
}

std::string word_of(const Model& model, const StepRef& step) {
    switch (step.kind) {
        case StepRef::Kind::boot: return "boot";
        case StepRef::Kind::call: return model[step.call].name;
        case StepRef::Kind::time: return "time";
        case StepRef::Kind::state: break;
    }
    return "state";
}

}  // namespace fief::proofs
