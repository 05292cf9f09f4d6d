#include "gen/lower/prune.hpp"

#include "gen/visit.hpp"

#include <algorithm>

namespace fief::gen {
namespace {

bool thin(Block& block, const std::vector<bool>& used) {
    const auto dead = [&](const Stmt& s) {
        const auto* define = std::get_if<Define>(&s.node);
        const auto* set = std::get_if<Set>(&s.node);
        const auto* branch = std::get_if<Branch>(&s.node);
        const auto* walk = std::get_if<Walk>(&s.node);
        return (define && !used[define->local]) || (set && !used[set->local]) ||
               (branch && branch->then.empty() && branch->otherwise.empty()) || (walk && walk->body.empty());
    };
    const std::size_t before = block.size();
    block.erase(std::remove_if(block.begin(), block.end(), dead), block.end());
    bool changed = block.size() != before;
    for (Stmt& s : block) {
        if (auto* b = std::get_if<Branch>(&s.node)) {
            if (thin(b->then, used)) changed = true;
            if (thin(b->otherwise, used)) changed = true;
        } else if (auto* w = std::get_if<Walk>(&s.node)) {
            if (thin(w->body, used)) changed = true;
        }
    }
    return changed;
}

}  // namespace

void prune(Function& function) {
    bool changed = true;
    while (changed) {
        std::vector<bool> used(function.locals.size(), false);
        for (std::uint32_t r : function.results) used[r] = true;
        for_each_part(
            function.body,
            [&](const Expr& e) {
                if (e.op == Op::local) used[e.index] = true;
            },
            [&](const Stmt&) {});
        changed = thin(function.body, used);
    }
}

void note_uses(Function& function, const std::vector<Function>& functions) {
    function.uses_now = function.uses_host = false;
    const auto invoked = [&](std::uint32_t other) {
        function.uses_now = function.uses_now || functions[other].uses_now;
        function.uses_host = function.uses_host || functions[other].uses_host;
    };
    for_each_part(
        function.body,
        [&](const Expr& e) {
            if (e.op == Op::now) function.uses_now = true;
            if (e.op == Op::related) function.uses_host = true;
            if (e.op == Op::invoke) invoked(e.index);
        },
        [&](const Stmt& s) {
            if (std::holds_alternative<Emit>(s.node)) function.uses_host = true;
            if (const auto* i = std::get_if<Invoke>(&s.node)) invoked(i->function);
        });
}

}  // namespace fief::gen
