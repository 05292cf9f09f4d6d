#include "gen/lower/settle.hpp"

#include "gen/build.hpp"
#include "gen/lower/prune.hpp"
#include "gen/touches.hpp"
#include "gen/visit.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace fief::gen {
namespace {

bool ends(const Block& block) {
    if (block.empty()) return false;
    const Stmt& last = block.back();
    if (const auto* b = std::get_if<Branch>(&last.node)) return ends(b->then) && ends(b->otherwise);
    return std::holds_alternative<Return>(last.node) || std::holds_alternative<End>(last.node);
}

bool mentions(const Expr& e, const Expr& part) {
    bool out = false;
    for_each_expression(e, [&](const Expr& x) { out = out || x == part; });
    return out;
}

void replace(Expr& e, const Expr& part, const Expr& by) {
    if (e == part) {
        e = by;
        return;
    }
    for (Expr& o : e.operands) replace(o, part, by);
}

class Settling {
public:
    Settling(const Touches& touches, const Function& function) : touches_(touches), f_(function) {}

    void block(Block& b) {
        Block out;
        for (Stmt& s : b) {
            take(out, std::move(s));
            if (ends(out)) break;
        }
        b = std::move(out);
    }

private:
    /// A truth that holds, and what it reads.
    struct Fact {
        Expr truth;
        Touched needs;
    };

    const Touches& touches_;
    const Function& f_;
    std::vector<Fact> facts_;
    std::map<std::uint32_t, Expr> same_;  ///< locals that went: what they were

    // ---- what is known

    void learn(const Expr& e, bool holds) {
        const bool all = holds ? e.op == Op::both || e.op == Op::together || e.op == Op::granted : e.op == Op::either;
        if (all) {
            for (const Expr& o : e.operands) learn(o, holds);
        } else if (e.op == Op::negation) {
            learn(e.operands[0], !holds);
        } else if (e.op != Op::literal) {
            Expr truth = holds ? e : negation(e);
            Touched needs = touches_.of(Block{{Return{truth}}});
            if (!needs.asks_host) facts_.push_back({std::move(truth), std::move(needs)});
        }
    }
    /// After what is done here: what it may have made untrue, and what speaks of locals that are seen only in there.
    void forget(const Touched& done) {
        std::erase_if(facts_, [&](const Fact& fact) {
            const bool local = std::any_of(fact.needs.uses.begin(), fact.needs.uses.end(), [&](auto l) { return done.sets.contains(l); });
            return local ||
                   std::any_of(fact.needs.reads.begin(), fact.needs.reads.end(), [&](const auto& r) { return done.writes.contains(r); });
        });
    }
    void forget(const Stmt& s) { forget(touches_.of(Block{s})); }

    /// The local stands for the value from here on; what is known of the one is known of the other.
    void defined(const Define& d) {
        if (f_.locals[d.local].changes) return;
        const Expr local = make(Op::local, f_.locals[d.local].type, {}, d.local);
        std::vector<Expr> also;
        for (const Fact& fact : facts_)
            if (mentions(fact.truth, d.value)) {
                also.push_back(fact.truth);
                replace(also.back(), d.value, local);
            }
        for (const Expr& truth : also) learn(truth, true);
        if (d.value.op == Op::load) learn(equal(d.value, local), true);
    }

    // ---- expressions

    [[nodiscard]] bool steady(const Expr& e) const { return e.op == Op::literal || (e.op == Op::local && !f_.locals[e.index].changes); }
    /// What the column of that record is known to hold: a literal or a local.
    [[nodiscard]] const Expr* held(const Expr& load) const {
        for (const Fact& fact : facts_) {
            if (fact.truth.op != Op::equal) continue;
            const Expr &a = fact.truth.operands[0], &b = fact.truth.operands[1];
            if (a == load && steady(b) && b.type == load.type) return &b;
            if (b == load && steady(a) && a.type == load.type) return &a;
        }
        return nullptr;
    }

    void settle(Expr& e) {
        if (e.op == Op::both || e.op == Op::either) {
            const std::vector<Fact> before = facts_;
            for (Expr& o : e.operands) settle(o), learn(o, e.op == Op::both);
            facts_ = before;
            e = junction(e.op, std::move(e.operands));
        } else {
            for (Expr& o : e.operands) settle(o);
        }
        if (e.op == Op::local) {
            if (const auto same = same_.find(e.index); same != same_.end()) e = Expr(same->second);
        } else if (e.op == Op::load) {
            if (const Expr* value = held(e)) e = Expr(*value);
        }
        if (e.op == Op::negation) e = negation(std::move(e.operands[0]));
        if (e.op == Op::equal || e.op == Op::different) {
            const Expr &a = e.operands[0], &b = e.operands[1];
            const bool literals = a.op == Op::literal && b.op == Op::literal;
            if (literals ? a.type.kind == b.type.kind : a == b && steady(a))
                e = literal(truth, (a.value == b.value) == (e.op == Op::equal));
        }
        if (e.op == Op::select && e.operands[0].op == Op::literal) e = Expr(e.operands[e.operands[0].value ? 1 : 2]);
        if (e.type == truth && e.op != Op::literal && e.op != Op::local) answer(e);
    }
    void answer(Expr& e) const {
        const Expr opposite = negation(e);
        for (const Fact& fact : facts_) {
            if (fact.truth == e) return void(e = yes());
            if (fact.truth == opposite) return void(e = literal(truth, 0));
        }
    }
    void settle(std::vector<Expr>& all) {
        for (Expr& e : all) settle(e);
    }

    // ---- statements

    void take(Block& out, Stmt s) {
        if (auto* branch = std::get_if<Branch>(&s.node)) return take(out, std::move(*branch));
        if (auto* walk = std::get_if<Walk>(&s.node)) return take(out, std::move(*walk));
        std::visit(model::overloaded{
                       [&](Define& n) { settle(n.value); },
                       [&](Set& n) { settle(n.value); },
                       [&](Store& n) { settle(n.record), settle(n.value); },
                       [&](Invoke& n) { settle(n.args); },
                       [&](Emit& n) { settle(n.args); },
                       [&](Ask& n) { settle(n.args); },
                       [&](Violate& n) { settle(n.witness); },
                       [&](Return& n) {
                           if (n.value) settle(*n.value);
                       },
                       [](auto&) {},
                   },
                   s.node);
        forget(s);
        if (const auto* define = std::get_if<Define>(&s.node)) defined(*define);
        out.push_back(std::move(s));
    }

    void all(Block& out, Block block) {
        std::vector<Stmt> statements = std::move(block);
        for (Stmt& s : statements) {
            take(out, std::move(s));
            if (ends(out)) return;
        }
    }

    void take(Block& out, Branch branch) {
        settle(branch.condition);
        if (branch.condition.op == Op::literal) return all(out, std::move(branch.condition.value ? branch.then : branch.otherwise));
        const std::vector<Fact> before = facts_;
        learn(branch.condition, true);
        block(branch.then);
        std::vector<Fact> then = std::exchange(facts_, before);
        learn(branch.condition, false);
        block(branch.otherwise);
        const bool never = ends(branch.then), always = ends(branch.otherwise);
        Stmt s{std::move(branch)};
        Touched done = touches_.of(Block{s});
        if (never != always) {
            if (always) facts_ = std::move(then);
            done.writes.clear();  // in the part that goes on, they were minded one by one
        } else {
            facts_ = before;
        }
        forget(done);
        out.push_back(std::move(s));
    }

    void take(Block& out, Walk walk) {
        settle(walk.start);
        if (walk.kind == Walk::Kind::row && walk.count == 1 && walk.start.type.kind == f_.locals[walk.local].type.kind) {
            if (steady(walk.start)) same_[walk.local] = walk.start;
            else take(out, Stmt{Define{walk.local, walk.start}});
            return all(out, std::move(walk.body));
        }
        Stmt s{std::move(walk)};
        forget(s);
        const std::vector<Fact> before = facts_;
        block(std::get<Walk>(s.node).body);
        facts_ = before;
        out.push_back(std::move(s));
    }
};

}  // namespace

void settle(Program& program) {
    const Touches touches(program);
    for (Function& f : program.functions) {
        if (f.kind != Function::Kind::routine && f.kind != Function::Kind::call && f.kind != Function::Kind::boot) continue;
        Settling(touches, f).block(f.body);
        prune(f);
        note_uses(f, program.functions);
    }
}

}  // namespace fief::gen
