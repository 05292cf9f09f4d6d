#include "gen/after.hpp"

#include <algorithm>
#include <set>

namespace fief::gen {
namespace {

using Places = std::set<std::pair<std::uint32_t, std::uint32_t>>;

class Touches {
public:
    explicit Touches(const Program& p) : p_(p) {
        for (const Function& f : p.functions) {
            reads_.emplace_back(), writes_.emplace_back();
            block(f.body, reads_.back(), writes_.back());
        }
    }
    [[nodiscard]] bool meet(std::uint32_t call, std::uint32_t checker) const {
        const Places &written = writes_[call], &read = reads_[checker];
        return std::any_of(written.begin(), written.end(), [&](const auto& place) { return read.contains(place); });
    }

private:
    const Program& p_;
    std::vector<Places> reads_, writes_;  ///< by function, what it invokes included

    void invoked(std::uint32_t function, Places& reads, Places& writes) const {
        reads.insert(reads_[function].begin(), reads_[function].end());
        writes.insert(writes_[function].begin(), writes_[function].end());
    }
    void expression(const Expr& e, Places& reads, Places& writes) const {
        if (e.op == Op::load) reads.insert({e.place.table, e.place.column});
        if (e.op == Op::invoke) invoked(e.index, reads, writes);
        for (const Expr& o : e.operands) expression(o, reads, writes);
    }
    /// A walk over descendants goes along lists of children, which are of the parent's table.
    void walked(const Walk& w, Places& reads) const {
        if (w.kind == Walk::Kind::row) return;
        reads.insert({w.next.table, w.next.column});
        if (w.kind != Walk::Kind::subtree) return;
        const auto& columns = p_.tables[w.next.table].columns;
        for (std::uint32_t c = 0; c < columns.size(); ++c)
            if (columns[c].purpose == Column::Purpose::first || columns[c].purpose == Column::Purpose::next)
                reads.insert({w.next.table, c});
    }
    void block(const Block& b, Places& reads, Places& writes) const {
        auto all = [&](const std::vector<Expr>& exprs) {
            for (const Expr& e : exprs) expression(e, reads, writes);
        };
        for (const Stmt& s : b)
            std::visit(model::overloaded{
                           [&](const Define& n) { expression(n.value, reads, writes); },
                           [&](const Set& n) { expression(n.value, reads, writes); },
                           [&](const Store& n) {
                               expression(n.record, reads, writes), expression(n.value, reads, writes);
                               writes.insert({n.place.table, n.place.column});
                           },
                           [&](const Invoke& n) { all(n.args), invoked(n.function, reads, writes); },
                           [&](const Emit& n) { all(n.args); },
                           [&](const Return& n) {
                               if (n.value) expression(*n.value, reads, writes);
                           },
                           [&](const Violate& n) { all(n.witness); },
                           [&](const Branch& n) {
                               expression(n.condition, reads, writes);
                               block(n.then, reads, writes), block(n.otherwise, reads, writes);
                           },
                           [&](const Walk& n) { expression(n.start, reads, writes), walked(n, reads), block(n.body, reads, writes); },
                           [](const auto&) {},
                       },
                       s.node);
    }
};

}  // namespace

std::vector<std::vector<std::uint32_t>> checks_after(const Program& program) {
    const Touches touches(program);
    std::vector<std::vector<std::uint32_t>> out(program.functions.size());
    for (std::uint32_t call = 0; call < program.functions.size(); ++call) {
        if (program.functions[call].kind != Function::Kind::call) continue;
        for (std::uint32_t c = 0; c < program.functions.size(); ++c) {
            const Function& checker = program.functions[c];
            if (checker.kind != Function::Kind::checker) continue;
            if (checker.uses_now || checker.uses_host || touches.meet(call, c)) out[call].push_back(c);
        }
    }
    return out;
}

}  // namespace fief::gen
