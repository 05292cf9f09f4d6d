#include "cli/json.hpp"

namespace fief::cli {

Json json_of(const spec::Sources& sources, spec::Span span) {
    const spec::SourceFile& file = sources[span.file];
    const spec::Position first = file.position(span.begin);
    const spec::Position last = file.position(span.end);
    return {{"file", file.path()}, {"line", first.line}, {"column", first.column}, {"end_line", last.line}, {"end_column", last.column}};
}

Json json_of(const spec::Diagnostic& diagnostic, const spec::Sources& sources) {
    Json notes = Json::array();
    for (const spec::Note& note : diagnostic.notes) notes.push_back({{"at", json_of(sources, note.span)}, {"message", note.message}});
    return {{"severity", diagnostic.severity == spec::Severity::error ? "error" : "warning"},
            {"code", diagnostic.code},
            {"message", diagnostic.message},
            {"at", json_of(sources, diagnostic.span)},
            {"label", diagnostic.label},
            {"notes", std::move(notes)},
            {"help", diagnostic.help}};
}

Json json_of(const spec::Diagnostics& diagnostics, const spec::Sources& sources) {
    Json all = Json::array();
    for (const spec::Diagnostic& diagnostic : diagnostics.all()) all.push_back(json_of(diagnostic, sources));
    return all;
}

std::string_view name_of(model::Noun noun) {
    switch (noun) {
        case model::Noun::actor: return "actor";
        case model::Noun::resource: return "resource";
        case model::Noun::capability: return "capability";
        case model::Noun::binding: return "binding";
        case model::Noun::table: break;
    }
    return "table";
}

std::string_view name_of(model::Property::Kind kind) {
    using Kind = model::Property::Kind;
    switch (kind) {
        case Kind::invariant: return "invariant";
        case Kind::transition: return "transition";
        case Kind::reachable: return "reachable";
        case Kind::possible: return "possible";
        case Kind::unblocked: return "unblocked";
        case Kind::isolated: return "isolated";
        case Kind::defined: break;
    }
    return "defined";
}

std::string dump(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace fief::cli
