#include "gen/after/back.hpp"

#include "gen/after/readings.hpp"
#include "gen/build.hpp"

#include <algorithm>
#include <limits>

namespace fief::gen {

Expr fresh_local(Function& f, const std::string& base, Type type) {
    std::string name = base;
    const auto taken = [&] { return std::any_of(f.locals.begin(), f.locals.end(), [&](const Local& l) { return l.name == name; }); };
    for (unsigned n = 2; taken(); ++n) name = base + std::to_string(n);
    f.locals.push_back({name, type, false});
    return make(Op::local, type, {}, static_cast<std::uint32_t>(f.locals.size() - 1));
}

bool ask_back(const Program& p, Function& f, Block& out, std::span<const Place> through, const Expr& record, std::uint32_t one) {
    if (through.empty()) {
        out.push_back({Ask{one, {record}}});
        return true;
    }
    const Place step = through.back();
    const Table& table = p.tables[step.table];
    Walk w;
    if (step.column >= key_step) {
        if (step.column != key_step) return false;
        w.kind = Walk::Kind::row;
        w.start = make(Op::record_at, record_of(step.table), {record}, step.table);
        w.count = table.records / table.keys[0].size;
    } else {
        const Structure* list = list_by(p, step, std::numeric_limits<std::uint32_t>::max());
        if (!list) return false;
        w.start = make(Op::load, record_of(step.table), {record});
        w.start.place = list->first;
        w.next = list->next;
    }
    const Expr x = fresh_local(f, table.name, record_of(step.table));
    w.local = x.index;
    const bool found = ask_back(p, f, w.body, through.first(through.size() - 1), x, one);
    out.push_back({std::move(w)});
    return found;
}

}  // namespace fief::gen
