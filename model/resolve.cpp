#include "model/resolve.hpp"

#include "model/context.hpp"

namespace fief::model {

std::optional<Model> resolve(const std::vector<spec::Unit>& units, spec::Sources& sources, spec::Diagnostics& diagnostics,
                             const spec::ReadFile& read) {
    Context context(units, sources, diagnostics, read);
    declare_names(context);
    declare_tables(context);
    declare_rest(context);
    resolve_predicates(context);
    declare_calls(context);
    resolve_recipes(context);
    resolve_calls(context);
    resolve_properties(context);
    resolve_boot(context);
    if (diagnostics.has_errors()) return std::nullopt;
    warn_unused(context);
    warn_searches(context);
    imply_properties(context);
    waive_properties(context);
    context.flush_warnings();
    if (diagnostics.has_errors()) return std::nullopt;
    return std::move(context.model);
}

std::optional<Model> load(const std::filesystem::path& file, spec::Sources& sources, spec::Diagnostics& diagnostics,
                          const spec::ReadFile& read) {
    const std::vector<spec::Unit> units = spec::parse_with_imports(sources, file, diagnostics, read);
    if (diagnostics.has_errors()) return std::nullopt;
    return resolve(units, sources, diagnostics, read);
}

}  // namespace fief::model
