#include "cli/inferred.hpp"

#include <fmt/format.h>

#include <span>

namespace fief::cli {
namespace {

std::span<const model::Property> inferred(const Spec& spec, const proofs::Report& report) {
    return std::span(spec.model->properties).last(report.inferred);
}

}  // namespace

std::string show_inferred(const Spec& spec, const proofs::Report& report, const Style& style) {
    if (report.more_with_facts)
        return fmt::format(
            "a fact that nobody wrote may be what the unknown wants; to look for some, for minutes: fief verify --infer {}\n\n", spec.path);
    if (report.inference_died)
        return style.yellow(
            fmt::format("looking for facts that nobody wrote ended early: its process died (signal {})\n\n", *report.inference_died));
    if (report.inferred == 0) return {};
    std::string out = fmt::format("inferred, and assumed and shown with the rest:\n");
    for (const model::Property& p : inferred(spec, report))
        out += fmt::format("  {}\n", style.green(fmt::format("invariant {}: {}", p.name, p.text)));
    out += style.dim(fmt::format("  to write them into the spec: fief verify --write {}\n\n", spec.path));
    return out;
}

Json json_of_inferred(const Spec& spec, const proofs::Report& report) {
    Json out = Json::array();
    for (const model::Property& p : inferred(spec, report)) out.push_back({{"name", p.name}, {"text", p.text}});
    return out;
}

std::string write_inferred(const Spec& spec, const proofs::Report& report) {
    if (report.count(proofs::Verdict::proved) != report.results.size())
        return fmt::format("{}: not everything is proved with the facts, so they are not written", spec.path);
    std::string why;
    auto text = read_file(spec.path, why);
    if (!text) return fmt::format("{}: {}", spec.path, why);
    if (!text->ends_with('\n')) *text += '\n';
    *text += "\n// Found by `fief verify --infer`: with them the properties above are inductive.\n";
    for (const model::Property& p : inferred(spec, report)) *text += fmt::format("invariant {}: {}\n", p.name, p.text);
    return write_file(spec.path, *text).value_or("");
}

}  // namespace fief::cli
