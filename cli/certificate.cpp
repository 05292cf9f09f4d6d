#include "cli/certificate.hpp"

#include "cli/json.hpp"
#include "cli/run_file.hpp"
#include "cli/verdicts.hpp"
#include "proofs/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <system_error>

namespace fief::cli {
namespace {

constexpr std::string_view manifest_name = "manifest.json", format_name = "fief certificate";

std::string sha256(std::string_view text) { return proofs::hex(proofs::digest(text)); }

const proofs::Answer* answer_of(const proofs::Report& report, const proofs::Obligation& obligation) {
    for (const proofs::Result& r : report.results)
        if (r.obligation.property == obligation.property && r.obligation.step == obligation.step) return &r.answer;
    return nullptr;
}

Json checks_of(const model::Model& m, const proofs::Report& report, const proofs::CertifiedStep& step) {
    Json out = Json::array();
    for (std::size_t i = 0; i < step.step.properties.size(); ++i) {
        const model::PropertyId id = step.step.properties[i];
        const proofs::Opinion& opinion = step.opinions[i];
        Json one = {{"property", m[id].name},
                    {"answer", proofs::name_of(opinion.said)},
                    {"seconds", std::round(opinion.time.count() * 1000) / 1000}};
        const proofs::Answer* answer = answer_of(report, {id, step.step.step});
        if (answer != nullptr && answer->framed) one["framed"] = true;
        if (answer != nullptr && answer->second) one["second"] = name_of(answer->second->verdict);
        out.push_back(std::move(one));
    }
    return out;
}

Json manifest_of(const Spec& spec, const proofs::Report& report, const std::vector<proofs::CertifiedStep>& steps) {
    const model::Model& m = *spec.model;
    Json sources = Json::array(), files = Json::array(), waived = Json::array(), reached = Json::array();
    for (std::uint32_t i = 0; i < spec.sources.size(); ++i) {
        const spec::SourceFile& source = spec.sources[i];
        sources.push_back({{"file", std::filesystem::path(source.path()).filename().string()}, {"sha256", sha256(source.text())}});
    }
    for (const proofs::CertifiedStep& step : steps)
        files.push_back({{"file", step.file},
                         {"sha256", sha256(step.step.script.text())},
                         {"step", json_of(m, step.step.step)},
                         {"checks", checks_of(m, report, step)}});
    for (const model::Property& property : m.properties)
        if (property.waived) waived.push_back({{"property", property.name}, {"reason", *property.waived}});
    for (const proofs::Result& r : report.results)
        if (r.answer.run)
            reached.push_back({{"property", m[r.obligation.property].name},
                               {"run", json_of(m, *r.answer.run, std::filesystem::path(spec.path).filename().string(), "")}});
    Json out = {{"format", format_name}, {"version", json_version},       {"fief", FIEF_VERSION},
                {"system", m.name},      {"sources", std::move(sources)}, {"solver", proofs::solver_version()}};
    if (!report.second_solver.empty()) out["second_solver"] = report.second_solver;
    out["waived"] = std::move(waived);
    out["steps"] = std::move(files);
    out["reached"] = std::move(reached);
    return out;
}

/// A name of a file in the directory itself.
bool plain(const std::string& name) { return name.ends_with(".smt2") && name.find('/') == std::string::npos && !name.starts_with('.'); }

}  // namespace

std::optional<std::string> write_certificate(const std::filesystem::path& directory, const Spec& spec, const proofs::Report& report,
                                             const std::vector<proofs::CertifiedStep>& steps) {
    if (report.inferred > 0)
        return "the proof needs facts that are not in the spec, so there is no certificate; write them into it first: --write";
    if (report.count(proofs::Verdict::proved) != report.results.size() || report.cancelled)
        return "not everything is proved, so there is no certificate";
    for (const proofs::CertifiedStep& step : steps)
        for (std::size_t i = 0; i < step.opinions.size(); ++i)
            if (step.opinions[i].said != proofs::Said::unsat)
                return fmt::format("{}: Z3 reads check {} and says {}{}{}: there is no certificate", step.file, i + 1,
                                   proofs::name_of(step.opinions[i].said), step.opinions[i].reason.empty() ? "" : ", ",
                                   step.opinions[i].reason);
    std::error_code error;
    std::filesystem::create_directories(directory, error);
    if (error) return fmt::format("cannot make {}: {}", directory.string(), error.message());
    std::string why;
    const auto old = read_manifest(directory, why);
    for (const proofs::CertifiedStep& step : steps)
        if (auto failed = write_file(directory / step.file, step.step.script.text())) return failed;
    if (auto failed = write_file(directory / manifest_name, dump(manifest_of(spec, report, steps)))) return failed;
    if (old)
        for (const Manifest::Step& step : old->steps)
            if (std::none_of(steps.begin(), steps.end(), [&](const proofs::CertifiedStep& s) { return s.file == step.file; }))
                std::filesystem::remove(directory / step.file, error);
    return std::nullopt;
}

std::optional<Manifest> read_manifest(const std::filesystem::path& directory, std::string& why) {
    const std::filesystem::path path = directory / manifest_name;
    const auto text = read_file(path, why);
    if (!text) {
        why = fmt::format("cannot read {}: {}", path.string(), why);
        return std::nullopt;
    }
    try {
        const Json json = Json::parse(*text);
        Manifest out;
        if (json.at("format") != format_name || json.at("version") != json_version) {
            why = fmt::format("{} is no manifest of a certificate that this fief reads", path.string());
            return std::nullopt;
        }
        out.system = json.at("system").get<std::string>();
        out.solver = json.at("solver").get<std::string>();
        for (const Json& waived : json.at("waived")) out.waived.push_back(waived.at("property").get<std::string>());
        for (const Json& step : json.at("steps")) {
            Manifest::Step& s = out.steps.emplace_back();
            s.file = step.at("file").get<std::string>();
            s.sha256 = step.at("sha256").get<std::string>();
            if (!plain(s.file)) {
                why = fmt::format("{}: `{}` is no name of a file of checks beside it", path.string(), s.file);
                return std::nullopt;
            }
            for (const Json& check : step.at("checks")) {
                s.properties.push_back(check.at("property").get<std::string>());
                const auto answer = check.at("answer").get<std::string>();
                if (answer == "unsat") continue;
                why = fmt::format("{}: {}: `{}` was answered `{}`, which certifies nothing", path.string(), s.file, s.properties.back(),
                                  answer);
                return std::nullopt;
            }
        }
        return out;
    } catch (const nlohmann::json::exception& e) {
        why = fmt::format("{}: {}", path.string(), e.what());
        return std::nullopt;
    }
}

}  // namespace fief::cli
