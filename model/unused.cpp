// What was declared and never used.

#include "model/context.hpp"

#include <fmt/format.h>

namespace fief::model {

void warn_unused(Context& c) {
    const auto warn = [&](std::string code, std::string_view what, const std::string& name, Span span) {
        c.warning(std::move(code), span, fmt::format("{} `{}` is never used", what, name));
    };
    for (const auto& [name, symbol] : c.types)
        if (!symbol.used)
            warn(symbol.kind == Symbol::Kind::table ? "W0001" : "W0002",
                 symbol.kind == Symbol::Kind::table ? "the table" : "the enumeration", name, symbol.span);
    for (const auto& [name, symbol] : c.events)
        if (!symbol.used) c.warning("W0003", symbol.span, fmt::format("the event `{}` is never emitted", name));
    for (const auto& [name, symbol] : c.callables) {
        if (symbol.used) continue;
        if (symbol.kind == Symbol::Kind::guard && !c.guards[symbol.id].node->actor) warn("W0004", "the predicate", name, symbol.span);
        if (symbol.kind == Symbol::Kind::routine) warn("W0004", "the routine", name, symbol.span);
        if (symbol.kind == Symbol::Kind::count) warn("W0004", "the count", name, symbol.span);
        if (symbol.kind == Symbol::Kind::relation) warn("W0004", "the relation", name, symbol.span);
    }
    for (std::uint32_t t = 0; t < c.tables.size(); ++t) {
        const Table& table = c.model.tables[t];
        for (std::uint32_t f = 0; f < table.fields.size(); ++f)
            if (table.fields[f].role == Role::plain && !c.tables[t].read[f])
                c.warning("W0005", table.fields[f].span,
                          fmt::format("the field `{}` of `{}` is never read", table.fields[f].name, table.name));
    }
}

}  // namespace fief::model
