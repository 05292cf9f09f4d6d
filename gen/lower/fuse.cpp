#include "gen/lower/fuse.hpp"

#include "gen/touches.hpp"

#include <algorithm>
#include <iterator>

namespace fief::gen {
namespace {

void rename(Block& block, std::uint32_t from, std::uint32_t to);

void rename(Expr& e, std::uint32_t from, std::uint32_t to) {
    if (e.op == Op::local && e.index == from) e.index = to;
    for (Expr& o : e.operands) rename(o, from, to);
}

void rename(std::vector<Expr>& all, std::uint32_t from, std::uint32_t to) {
    for (Expr& e : all) rename(e, from, to);
}

void rename(Block& block, std::uint32_t from, std::uint32_t to) {
    for (Stmt& s : block)
        std::visit(model::overloaded{
                       [&](Define& n) { rename(n.value, from, to); },
                       [&](Set& n) { rename(n.value, from, to); },
                       [&](Store& n) { rename(n.record, from, to), rename(n.value, from, to); },
                       [&](Invoke& n) { rename(n.args, from, to); },
                       [&](Ask& n) { rename(n.args, from, to); },
                       [&](Emit& n) { rename(n.args, from, to); },
                       [&](Violate& n) { rename(n.witness, from, to); },
                       [&](Return& n) {
                           if (n.value) rename(*n.value, from, to);
                       },
                       [&](Branch& n) { rename(n.condition, from, to), rename(n.then, from, to), rename(n.otherwise, from, to); },
                       [&](Walk& n) { rename(n.start, from, to), rename(n.body, from, to); },
                       [](auto&) {},
                   },
                   s.node);
}

class Fusing {
public:
    explicit Fusing(const Touches& touches) : touches_(touches) {}

    void block(Block& b) const {
        for (std::size_t i = 0; i < b.size(); ++i) {
            if (auto* branch = std::get_if<Branch>(&b[i].node)) block(branch->then), block(branch->otherwise);
            if (auto* walk = std::get_if<Walk>(&b[i].node)) block(walk->body);
        }
        for (std::size_t i = 0; i < b.size();) {
            if (const std::size_t j = partner(b, i); j < b.size()) {
                auto& first = std::get<Walk>(b[i].node);
                auto& last = std::get<Walk>(b[j].node);
                rename(last.body, last.local, first.local);
                last.local = first.local;
                first.body.insert(first.body.end(), std::make_move_iterator(last.body.begin()), std::make_move_iterator(last.body.end()));
                last.body = std::move(first.body);
                b.erase(b.begin() + static_cast<std::ptrdiff_t>(i));
            } else {
                ++i;
            }
        }
    }

private:
    const Touches& touches_;

    /// The walk that can take along what the one at `i` does.
    [[nodiscard]] std::size_t partner(const Block& b, std::size_t i) const {
        const auto* first = std::get_if<Walk>(&b[i].node);
        if (!first || first->kind != Walk::Kind::list || first->changes) return b.size();
        const Touched whole = touches_.of(Block{b[i]}), body = touches_.of(first->body);
        Touched list = touches_.of(Block{{Define{first->local, first->start}}});
        list.reads.insert({first->next.table, first->next.column});
        if (whole.asks_host || whole.ends || !list.apart_from(body)) return b.size();
        // Locals of its own are seen nowhere else; others it must not set.
        for (std::size_t j = i + 1; j < b.size(); ++j) {
            const Touched here = touches_.of(Block{b[j]});
            if (here.ends || meet(here.sets, whole.uses) || meet(whole.sets, here.uses)) return b.size();
            const auto* last = std::get_if<Walk>(&b[j].node);
            const bool same = last && last->kind == Walk::Kind::list && last->start == first->start && last->next == first->next;
            if (same && body.apart_from(touches_.of(last->body))) return j;
            if (!whole.apart_from(here)) return b.size();
        }
        return b.size();
    }
    [[nodiscard]] static bool meet(const std::set<std::uint32_t>& a, const std::set<std::uint32_t>& b) {
        return std::any_of(a.begin(), a.end(), [&](std::uint32_t x) { return b.contains(x); });
    }
};

}  // namespace

void fuse(Program& program) {
    const Touches touches(program);
    const Fusing fusing(touches);
    for (Function& f : program.functions)
        if (f.kind == Function::Kind::routine || f.kind == Function::Kind::call) fusing.block(f.body);
}

}  // namespace fief::gen
