// What of the Program is printed at all.

#include "gen/print/print.hpp"
#include "gen/visit.hpp"

namespace fief::gen {

/// A function invokes only earlier ones.
std::vector<bool> needed_functions(const Program& p) {
    std::vector<bool> out(p.functions.size());
    for (std::uint32_t valid : p.valid) out[valid] = true;  // those who check arguments ask them
    for (std::size_t i = p.functions.size(); i-- > 0;) {
        const Function::Kind kind = p.functions[i].kind;
        const bool made_of = kind == Function::Kind::keeping || kind == Function::Kind::question || kind == Function::Kind::routine;
        if (made_of && !out[i]) continue;
        out[i] = true;
        for_each_part(
            p.functions[i].body,
            [&](const Expr& e) {
                if (e.op == Op::invoke) out[e.index] = true;
            },
            [&](const Stmt& s) {
                if (const auto* n = std::get_if<Invoke>(&s.node)) out[n->function] = true;
                if (const auto* n = std::get_if<Ask>(&s.node)) out[n->function] = true;
            });
    }
    return out;
}

bool Printer::climbs(std::uint32_t table) const {
    bool out = false;
    for (std::size_t i = 0; i < p_.functions.size() && !out; ++i)
        if (needed_[i])
            for_each_part(
                p_.functions[i].body, [](const Expr&) {},
                [&](const Stmt& s) {
                    const auto* w = std::get_if<Walk>(&s.node);
                    if (w && w->kind == Walk::Kind::subtree && w->next.table == table) out = true;
                });
    return out;
}

}  // namespace fief::gen
