#include "gen/touches.hpp"

#include "gen/visit.hpp"

#include <algorithm>

namespace fief::gen {
namespace {

bool meet(const Touched::Places& a, const Touched::Places& b) {
    return std::any_of(a.begin(), a.end(), [&](const auto& place) { return b.contains(place); });
}

}  // namespace

bool Touched::apart_from(const Touched& other) const {
    return !meet(writes, other.writes) && !meet(writes, other.reads) && !meet(reads, other.writes);
}

Touches::Touches(const Program& program) : p_(program) {
    for (const Function& f : p_.functions) functions_.push_back(of(f.body));
}

Touched Touches::of(const Block& block) const {
    Touched out;
    const auto invoked = [&](std::uint32_t function) {
        const Touched& g = functions_[function];
        out.reads.insert(g.reads.begin(), g.reads.end());
        out.writes.insert(g.writes.begin(), g.writes.end());
        out.asks_host = out.asks_host || g.asks_host;
    };
    for_each_part(
        block,
        [&](const Expr& e) {
            if (e.op == Op::load) out.reads.insert({e.place.table, e.place.column});
            if (e.op == Op::local) out.uses.insert(e.index);
            if (e.op == Op::related) out.asks_host = true;
            if (e.op == Op::invoke) invoked(e.index);
        },
        [&](const Stmt& s) {
            if (const auto* d = std::get_if<Define>(&s.node)) out.sets.insert(d->local);
            if (const auto* d = std::get_if<Set>(&s.node)) out.sets.insert(d->local);
            if (const auto* store = std::get_if<Store>(&s.node)) out.writes.insert({store->place.table, store->place.column});
            if (const auto* i = std::get_if<Invoke>(&s.node)) invoked(i->function);
            if (const auto* w = std::get_if<Walk>(&s.node)) walked(*w, out);
            if (std::holds_alternative<Emit>(s.node)) out.asks_host = true;
            if (std::holds_alternative<End>(s.node) || std::holds_alternative<Return>(s.node)) out.ends = true;
        });
    return out;
}

/// A walk over descendants goes along lists of children.
void Touches::walked(const Walk& w, Touched& out) const {
    if (w.kind == Walk::Kind::row) return;
    out.reads.insert({w.next.table, w.next.column});
    if (w.kind != Walk::Kind::subtree) return;
    for (const Structure& s : p_.structures)
        if (s.kind == Structure::Kind::forest && s.by == w.next)
            out.reads.insert({s.first.table, s.first.column}), out.reads.insert({s.next.table, s.next.column});
}

}  // namespace fief::gen
