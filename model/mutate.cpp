#include "model/mutate.hpp"

#include "model/canonical.hpp"
#include "model/graft.hpp"
#include "model/resolve.hpp"

#include <cassert>
#include <string_view>

namespace fief::model {
namespace {

/// The files of `sources` as they were when they were read, whatever the disk says by now; one of them edited.
spec::ReadFile reader(const spec::Sources& sources, const Mutant* mutant) {
    return [&sources, mutant](const std::filesystem::path& path, std::string& why) -> std::optional<std::string> {
        for (std::uint32_t f = 0; f < sources.size(); ++f) {
            if (sources[f].path() != path.string()) continue;
            const std::string_view text = sources[f].text();
            if (mutant == nullptr || mutant->span.file != f) return std::string(text);
            return std::string(text.substr(0, mutant->span.begin)) + mutant->text + std::string(text.substr(mutant->span.end));
        }
        why = "it was not read before";
        return std::nullopt;
    };
}

Refused first_error(const spec::Diagnostics& diagnostics) {
    for (const spec::Diagnostic& d : diagnostics.all())
        if (d.severity == spec::Severity::error) return {d.code, d.message};
    return {};
}

}  // namespace

Mutations::Mutations(const Model& model, const spec::Sources& sources, std::filesystem::path root)
    : model_(model), sources_(sources), root_(std::move(root)) {
    for (const Call& call : model_.calls) texts_.push_back(canonical(model_, call));
    spec::Sources again;
    spec::Diagnostics diagnostics;
    const std::vector<spec::Unit> units = spec::parse_with_imports(again, root_, diagnostics, reader(sources_, nullptr));
    assert(!diagnostics.has_errors());
    all_ = mutants(units, again, model_);
    files_ = again.size();
}

std::variant<Mutated, Refused> Mutations::make(const Mutant& mutant) const {
    spec::Sources edited;
    spec::Diagnostics diagnostics;
    const spec::ReadFile read = reader(sources_, &mutant);
    const std::vector<spec::Unit> units = spec::parse_with_imports(edited, root_, diagnostics, read);
    if (diagnostics.has_errors()) return first_error(diagnostics);
    const std::optional<Model> behaviour = resolve_calls_alone(units, edited, diagnostics, read);
    if (!behaviour) return first_error(diagnostics);
    assert(behaviour->calls.size() == model_.calls.size());

    Mutated out{model_, {}, {}};
    for (std::uint32_t c = 0; c < behaviour->calls.size(); ++c) {
        if (canonical(*behaviour, behaviour->calls[c]) == texts_[c]) continue;
        out.changed.push_back(CallId{c});
        out.original.push_back(model_.calls[c]);
    }
    for (const CallId c : out.changed) out.model.calls[c.value] = graft(*behaviour, c, out.model);
    return out;
}

}  // namespace fief::model
