#include "gen/after/paths.hpp"

#include "gen/build.hpp"

#include <algorithm>
#include <functional>

namespace fief::gen {
namespace {

/// Whether it holds when, and only when, all of its operands do.
bool conjunction(const Expr& e) { return e.op == Op::both || e.op == Op::together || e.op == Op::granted; }

}  // namespace

// ---- what a way knows -----------------------------------------------------------------------------------------------

void Path::assume(const Expr& e, bool holds) {
    const bool all = conjunction(e);
    if (e.op == Op::literal) return;
    if (e.op == Op::negation) return assume(e.operands[0], !holds);
    if ((all && holds) || (e.op == Op::either && !holds)) {
        for (const Expr& o : e.operands) assume(o, holds);
        return;
    }
    if (e.op == Op::different) facts.emplace_back(equal(e.operands[0], e.operands[1]), !holds);
    else facts.emplace_back(e, holds);
}

std::optional<bool> Path::same(const Expr& a, const Expr& b) const {
    if (a == b) return true;
    if (a.op == Op::literal && b.op == Op::literal) return a.value == b.value;
    if (a.type.kind == Type::Kind::record && is_literal(b, model::none) && is_record(a)) return false;
    if (b.type.kind == Type::Kind::record && is_literal(a, model::none) && is_record(b)) return false;
    for (const auto& [fact, holds] : facts)
        if (fact.op == Op::equal && ((fact.operands[0] == a && fact.operands[1] == b) || (fact.operands[0] == b && fact.operands[1] == a)))
            return holds;
    return std::nullopt;
}

std::optional<bool> Path::truth(const Expr& e, int depth) const {
    if (e.op == Op::literal) return e.value != 0;
    if (e.op == Op::equal) return same(e.operands[0], e.operands[1]);
    if (e.op == Op::different || e.op == Op::negation) {
        const auto inner = e.op == Op::negation ? truth(e.operands[0], depth) : same(e.operands[0], e.operands[1]);
        return inner ? std::optional(!*inner) : std::nullopt;
    }
    if (conjunction(e) || e.op == Op::either) {
        const bool ends = e.op == Op::either;
        bool known = true;
        for (const Expr& o : e.operands) {
            const auto t = truth(o, depth);
            if (t == ends) return ends;
            known = known && t;
        }
        return known ? std::optional(!ends) : std::nullopt;
    }
    for (const auto& [fact, holds] : facts)
        if (fact == e) return holds;
    // Of several that do not all hold (or that do not all fail), the last of which that is open.
    for (const auto& [fact, holds] : facts) {
        const bool all = conjunction(fact);
        if (depth == 0 || (!(all && !holds) && !(fact.op == Op::either && holds))) continue;
        const auto& parts = fact.operands;
        if (std::find(parts.begin(), parts.end(), e) == parts.end()) continue;
        if (std::all_of(parts.begin(), parts.end(), [&](const Expr& o) { return o == e || truth(o, depth - 1) == all; })) return !all;
    }
    return std::nullopt;
}

bool Path::is_record(const Expr& record, int depth) const {
    if (record.op == Op::record_at || record.op == Op::key) return true;
    if (record.op == Op::literal) return record.value >= 0;
    return std::any_of(facts.begin(), facts.end(), [&](const auto& f) {
        const auto& [fact, holds] = f;
        if (fact.op == Op::in_range) return holds && fact.operands[0] == record;
        if (fact.op != Op::equal) return false;
        const Expr &a = fact.operands[0], &b = fact.operands[1];
        if (!(a == record) && !(b == record)) return false;
        const Expr& other = a == record ? b : a;
        return holds ? depth > 0 && is_record(other, depth - 1) : is_literal(other, model::none);
    });
}

Expr simplified(Expr e) {
    if (e.op != Op::key || e.operands[0].op != Op::record_at || e.index >= e.operands[0].operands.size()) return e;
    Expr key = e.operands[0].operands[e.index];
    return key;
}

Expr of_record(Expr e, const Expr& record) {
    if (e.op == Op::local && e.index == 0) return record;
    for (Expr& o : e.operands) o = of_record(std::move(o), record);
    return simplified(std::move(e));
}

// ---- going along all of them ----------------------------------------------------------------------------------------

namespace {

constexpr std::uint32_t unknown = 1U << 24;  ///< the first local of which nothing is known
constexpr std::size_t most = 512;            ///< ways

class Walker {
public:
    explicit Walker(const Program& p) : p_(p) {}

    std::optional<std::vector<Path>> run(const Function& call) {
        Here start{{}, std::vector<std::optional<Expr>>(call.locals.size())};
        for (const std::uint32_t l : call.params) start.locals[l] = make(Op::local, call.locals[l].type, {}, l);
        const Then ended = [](Here) {};
        call_ = &call;
        block(call.body, 0, std::move(start), ended, ended);
        if (lost_) return std::nullopt;
        return std::move(found_);
    }

private:
    struct Here {
        Path path;
        std::vector<std::optional<Expr>> locals;
    };
    using Then = std::function<void(Here)>;

    const Program& p_;
    const Function* call_ = nullptr;
    std::vector<Path> found_;
    bool lost_ = false;
    std::uint32_t unknowns_ = 0;

    Expr anything(const Type& type) { return make(Op::local, type, {}, unknown + unknowns_++); }

    [[nodiscard]] static bool apart(const Path& path, const Expr& a, const Expr& b) { return path.truth(equal(a, b)) == false; }

    Expr loaded(const Path& path, Expr e) {
        for (auto w = path.writes.rbegin(); w != path.writes.rend(); ++w) {
            if (!(w->place == e.place)) continue;
            if (w->record == e.operands[0]) return w->value;
            if (!apart(path, w->record, e.operands[0])) return anything(e.type);
        }
        return e;
    }

    Expr value(const Expr& e, const Here& here) {
        if (e.op == Op::local) return e.index < here.locals.size() && here.locals[e.index] ? *here.locals[e.index] : anything(e.type);
        Expr out = e;
        for (Expr& o : out.operands) o = value(o, here);
        switch (out.op) {
            case Op::load: return loaded(here.path, std::move(out));
            case Op::key: return simplified(std::move(out));
            case Op::both:
            case Op::either: return junction(out.op, std::move(out.operands));
            case Op::select:
                if (const auto which = here.path.truth(out.operands[0])) {
                    Expr chosen = std::move(out.operands[*which ? 1 : 2]);
                    return chosen;
                }
                return out;
            case Op::invoke: {
                const Function& g = p_.functions[out.index];
                const auto* only = g.body.size() == 1 ? std::get_if<Return>(&g.body[0].node) : nullptr;
                if (!only || !only->value) return anything(out.type);
                Here inner{here.path, std::vector<std::optional<Expr>>(g.locals.size())};
                for (std::size_t i = 0; i < g.params.size(); ++i) inner.locals[g.params[i]] = std::move(out.operands[i]);
                return value(*only->value, inner);
            }
            default: return out;
        }
    }

    void block(const Block& b, std::size_t at, Here here, const Then& then, const Then& returned) {
        if (lost_) return;
        if (at == b.size()) return then(std::move(here));
        const auto on = [&](Here next) { block(b, at + 1, std::move(next), then, returned); };
        std::visit(model::overloaded{
                       [&](const Define& n) { here.locals[n.local] = value(n.value, here), on(std::move(here)); },
                       [&](const Set& n) { here.locals[n.local] = value(n.value, here), on(std::move(here)); },
                       [&](const Store& n) {
                           Path::Write w{n.place, value(n.record, here), value(n.value, here)};
                           here.path.writes.push_back(std::move(w));
                           on(std::move(here));
                       },
                       [&](const Invoke& n) {
                           const Function& g = p_.functions[n.function];
                           Here inner{here.path, std::vector<std::optional<Expr>>(g.locals.size())};
                           for (std::size_t i = 0; i < g.params.size(); ++i) inner.locals[g.params[i]] = value(n.args[i], here);
                           const Then back = [&](Here done) { on({std::move(done.path), here.locals}); };
                           block(g.body, 0, std::move(inner), back, back);
                       },
                       [&](const Return&) { returned(std::move(here)); },
                       [&](const End& n) {
                           if (n.error) return;
                           for (const std::uint32_t r : call_->results)
                               if (here.locals[r]) here.path.results.emplace(r, *here.locals[r]);
                           found_.push_back(std::move(here.path));
                           if (found_.size() > most) lost_ = true;
                       },
                       [&](const Branch& n) {
                           const Expr condition = value(n.condition, here);
                           const auto known = here.path.truth(condition);
                           for (const bool holds : {true, false}) {
                               if (known == !holds) continue;
                               Here next = here;
                               if (!known) next.path.assume(condition, holds);
                               block(holds ? n.then : n.otherwise, 0, std::move(next), on, returned);
                           }
                       },
                       [&](const Walk& n) {
                           if (!only_looks(n.body)) return void(lost_ = true);
                           forget(n.body, here);
                           on(std::move(here));
                       },
                       [&](const auto&) { on(std::move(here)); },
                   },
                   b[at].node);
    }

    /// A walk that finds something out, and changes locals at most.
    [[nodiscard]] static bool only_looks(const Block& b) {
        return std::all_of(b.begin(), b.end(), [](const Stmt& s) {
            if (const auto* branch = std::get_if<Branch>(&s.node)) return only_looks(branch->then) && only_looks(branch->otherwise);
            if (const auto* walk = std::get_if<Walk>(&s.node)) return only_looks(walk->body);
            return std::holds_alternative<Define>(s.node) || std::holds_alternative<Set>(s.node);
        });
    }
    void forget(const Block& b, Here& here) {
        for (const Stmt& s : b) {
            if (const auto* set = std::get_if<Set>(&s.node)) here.locals[set->local] = anything(set->value.type);
            if (const auto* branch = std::get_if<Branch>(&s.node)) forget(branch->then, here), forget(branch->otherwise, here);
            if (const auto* walk = std::get_if<Walk>(&s.node)) forget(walk->body, here);
        }
    }
};

}  // namespace

std::optional<std::vector<Path>> paths(const Program& program, std::uint32_t call) { return Walker(program).run(program.functions[call]); }

}  // namespace fief::gen
