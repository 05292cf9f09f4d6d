#include "model/resolve.hpp"

#include "model/context.hpp"

#include <algorithm>
#include <tuple>

namespace fief::model {

namespace {

void resolve_up_to_calls(Context& context) {
    declare_names(context);
    declare_tables(context);
    declare_rest(context);
    resolve_predicates(context);
    declare_calls(context);
    resolve_recipes(context);
    resolve_calls(context);
    resolve_isolations(context);
}

std::optional<Model> resolve_in_order(Context& context) {
    resolve_up_to_calls(context);
    resolve_properties(context);
    resolve_boot(context);
    if (context.diagnostics->has_errors()) return std::nullopt;
    warn_unused(context);
    warn_searches(context);
    imply_properties(context);
    waive_properties(context);
    if (context.diagnostics->has_errors()) return std::nullopt;
    context.flush_warnings();
    return std::move(context.model);
}

/// In the order of the text, whatever the order in which the passes found them.
void report(const spec::Diagnostics& found, spec::Diagnostics& to) {
    std::vector<const spec::Diagnostic*> order;
    for (const spec::Diagnostic& d : found.all()) order.push_back(&d);
    std::stable_sort(order.begin(), order.end(), [](const spec::Diagnostic* a, const spec::Diagnostic* b) {
        return std::tie(a->span.file, a->span.begin) < std::tie(b->span.file, b->span.begin);
    });
    for (const spec::Diagnostic* d : order)
        (d->severity == spec::Severity::error ? to.error(d->code, d->span, d->message) : to.warning(d->code, d->span, d->message)) = *d;
}

}  // namespace

std::optional<Model> resolve(const std::vector<spec::Unit>& units, spec::Sources& sources, spec::Diagnostics& diagnostics,
                             const spec::ReadFile& read) {
    spec::Diagnostics found;
    Context context(units, sources, found, read);
    std::optional<Model> model = resolve_in_order(context);
    report(found, diagnostics);
    return model;
}

std::optional<Model> resolve_calls_alone(const std::vector<spec::Unit>& units, spec::Sources& sources, spec::Diagnostics& diagnostics,
                                         const spec::ReadFile& read) {
    Context context(units, sources, diagnostics, read);
    resolve_up_to_calls(context);
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
