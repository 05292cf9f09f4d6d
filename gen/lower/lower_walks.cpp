// Walks over the records that match, and loops.
//
// A loop's meaning is "every match at once". It is run while it is walked where that makes no difference; else the matches are chained
// first, and the bodies run over the chain.

#include "gen/lower/lowering.hpp"
#include "model/children.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace fief::gen {

using model::ExprId;
using model::VarId;
using model::WalkBranch;
using model::WalkStep;

/// How many records of so many a walk over a row visits.
std::uint64_t Lowering::row_count(const Frame& f, std::uint64_t count) const {
    return fault_ == Fault::short_row && !f.checker && count > 1 ? count - 1 : count;
}

void Lowering::values(Frame& f, VarId var, const std::function<void()>& body) {
    const model::Type& type = m_[var].type;
    if (type.kind != model::Type::Kind::reference) {
        return each_value(f, type, m_[var].name, [&](const Expr& x) {
            f.vars[var] = x;
            body();
        });
    }
    Walk w;
    w.kind = Walk::Kind::row;
    w.count = row_count(f, s_.tables[type.table.value].records);
    const Expr x = local(f, m_[var].name, type_of(type));
    w.local = x.index;
    w.start = make(Op::record_at, x.type, {}, type.table.value);
    inside(f, w.body, [&] {
        f.vars[var] = x;
        when(f, live(x), body);
    });
    add(f, std::move(w));
}

/// Every value of a type that is no reference.
void Lowering::each_value(Frame& f, const model::Type& type, const std::string& name, const std::function<void(const Expr&)>& body) {
    Walk w;
    w.kind = Walk::Kind::row;
    switch (type.kind) {
        case model::Type::Kind::boolean: w.count = 2; break;
        case model::Type::Kind::enumeration: w.count = m_[type.enumeration].names.size(); break;
        case model::Type::Kind::slot: w.count = s_.tables[type.table.value].keys[type.key].size; break;
        case model::Type::Kind::rights: w.count = m_[type.table].rights + 1; break;
        case model::Type::Kind::integer:
            assert(type.hi - type.lo < 4096 && "a range that is gone through is small");
            w.count = static_cast<std::uint64_t>(type.hi - type.lo + 1);
            break;
        default: assert(false && "neither records nor moments are such values");
    }
    const Expr x = local(f, name, type_of(type));
    w.local = x.index;
    w.start = literal(x.type, type.lo);
    inside(f, w.body, [&] {
        if (type.kind == model::Type::Kind::rights) when(f, make(Op::in_range, truth, {x}), [&] { body(x); });
        else body(x);
    });
    add(f, std::move(w));
}

void Lowering::walk(Frame& f, VarId var, ExprId where, std::span<const VarId> unbound, WalkStyle style, const std::function<void()>& body) {
    const auto plan = model::plan(m_, var, where, unbound);
    if (!plan) {
        values(f, var, [&] {
            std::vector<Expr> tests;
            for (ExprId c : model::conjuncts(m_, where))
                if (bound(f, c) && !style.untested) tests.push_back(lower(f, c));
            when(f, junction(Op::both, std::move(tests)), body);
        });
        return;
    }
    for (const WalkBranch& b : plan->branches) {
        branch(f, var, b, style, body);
        if (fault_ == Fault::first_branch_only && style.changes) break;
    }
}

void Lowering::narrowed(Frame& f, VarId var, std::optional<ExprId> where, std::span<const VarId> unbound,
                        const std::function<void()>& body) {
    if (where && m_[var].type.kind == model::Type::Kind::reference) {
        WalkStyle style;
        style.skip_exclusion = true;
        return walk(f, var, *where, unbound, style, body);
    }
    values(f, var, body);
}

bool Lowering::bound(const Frame& f, ExprId e) const {
    const auto vars = free_variables(e);
    return std::all_of(vars.begin(), vars.end(), [&](VarId v) { return f.vars.contains(v) || f.lets.contains(v); });
}

void Lowering::branch(Frame& f, VarId var, const WalkBranch& b, WalkStyle style, const std::function<void()>& body) {
    const auto vars = f.vars;
    std::optional<Expr> from;
    if (b.from) from = lower(f, *b.from);
    auto go = [&] { step(f, var, b, 0, from, style, body); };
    if (b.from && m_[*b.from].type.kind == model::Type::Kind::reference && m_[*b.from].type.optional) {
        if (from->op != Op::local) from = define(f, "from", *from);
        when(f, exists(*from), go);
    } else {
        go();
    }
    f.vars = vars;
}

void Lowering::step(Frame& f, VarId var, const WalkBranch& b, std::size_t at, std::optional<Expr> value, WalkStyle style,
                    const std::function<void()>& body) {
    const WalkStep& s = b.steps[at];
    const std::uint32_t t = s.table.value;
    const bool last = at + 1 == b.steps.size();
    const std::string name = last ? m_[var].name : m_[s.table].name.substr(0, 1);
    auto keys = [&] {
        std::vector<Expr> out;
        for (const auto& k : s.keys) out.push_back(k ? lower(f, *k) : *value);
        return out;
    };
    const List* const whole = last ? emptied(b, style) : nullptr;
    if (whole) {
        // What is dropped here is all of the list: it is emptied once, not record by record.
        if (value->op != Op::local) value = define(f, "from", *value);
        if (!whole_drops_.contains(whole)) whole_drops_[whole] = drop_function(t, whole);
        drop_as_[var] = whole_drops_[whole];
        style.only_drops = false;
        step(f, var, b, at, value, style, body);
        drop_as_.erase(var);
        return store(f, whole->first, *value, nothing(t));
    }
    Walk w;
    w.changes = style.changes && last && fault_ != Fault::lost_successor;
    switch (s.kind) {
        case WalkStep::Kind::record: {
            Expr x = s.keys.empty() && value ? *value : make(Op::record_at, record_of(t), keys(), t);
            const bool known = at == 0 && b.from && s.keys.empty() && known_live(*b.from);
            if (x.op != Op::local) x = define(f, name, x);
            return when(f, known ? yes() : live(x), [&] { reached(f, var, b, at, x, style, body); });
        }
        case WalkStep::Kind::index: {
            const List* list = s_.list(t, s.field);
            assert(list && "the plan walks declared indexes only");
            w.start = head_of(*list, *value);
            w.next = list->next;
            break;
        }
        case WalkStep::Kind::row: {
            const auto k = keys();
            std::uint64_t rows = 1;
            for (std::size_t i = 0; i < k.size(); ++i) rows *= s_.tables[t].keys[i].size;
            w.kind = Walk::Kind::row;
            w.start = make(Op::record_at, record_of(t), k, t);
            w.count = row_count(f, s_.tables[t].records / rows);
            break;
        }
        case WalkStep::Kind::subtree:
        case WalkStep::Kind::ancestors: {
            const Place parent{t, *s_.fields[t][m_[s.table].field(model::Role::parent)->value]};
            w.next = parent;
            const Expr x = local(f, name, record_of(t));
            w.local = x.index;
            const bool known = at == 0 && b.from && known_live(*b.from);
            if (value->op != Op::local) value = define(f, "from", *value);
            when(f, known ? yes() : live(*value), [&] {
                if (s.kind == WalkStep::Kind::subtree) {
                    w.kind = Walk::Kind::subtree;
                    w.strictly = s.strictly;
                    w.start = *value;
                    if (fault_ == Fault::short_subtree && !f.checker) {
                        const List& children = *s_.list(t, *m_[s.table].field(model::Role::parent));
                        w.kind = Walk::Kind::list;
                        w.start = load(children.first, *value);
                        w.next = children.next;
                    }
                } else {
                    w.start = s.strictly ? load(parent, *value) : *value;
                }
                inside(f, w.body, [&] { reached(f, var, b, at, x, style, body); });
                add(f, std::move(w));
            });
            return;
        }
    }
    const Expr x = local(f, name, record_of(t));
    w.local = x.index;
    inside(f, w.body, [&] { when(f, w.kind == Walk::Kind::row ? live(x) : yes(), [&] { reached(f, var, b, at, x, style, body); }); });
    add(f, std::move(w));
}

void Lowering::reached(Frame& f, VarId var, const WalkBranch& b, std::size_t at, const Expr& x, WalkStyle style,
                       const std::function<void()>& body) {
    if (at + 1 < b.steps.size()) return step(f, var, b, at + 1, x, style, body);
    f.vars[var] = x;
    std::vector<Expr> tests;
    for (const model::WalkTest& test : b.rest) {
        if (style.untested || !bound(f, test.condition) || (test.found_earlier && style.skip_exclusion)) continue;
        Expr holds = lower(f, test.condition);
        tests.push_back(test.found_earlier ? negation(std::move(holds)) : std::move(holds));
    }
    when(f, junction(Op::both, std::move(tests)), body);
}

// ---- loops ------------------------------------------------------------------------------------------------------------

namespace {

bool always_drops(const model::Model& m, const model::Block& block, VarId var) {
    for (const model::Stmt& s : block) {
        if (const auto* d = std::get_if<model::Drop>(&s.node)) {
            const auto* v = std::get_if<model::VarRef>(&m[d->record].node);
            if (v && v->var == var) return true;
        }
        if (const auto* scope = std::get_if<model::Scope>(&s.node); scope && always_drops(m, scope->body, var)) return true;
    }
    return false;
}

}  // namespace

/// Whether running each body as its record is reached shows what running all at once would.
bool Lowering::may_run_at_once(const model::For& n, const std::optional<model::Plan>& plan) const {
    const model::Own own{n.var.value};
    const model::Footprint written = writes(m_, n.body);
    if (reads(m_, n.body, own).meets(written)) return false;
    const bool drops = always_drops(m_, n.body, n.var);
    // A subtree is walked bottom up: what was dropped was above nothing that is still to come.
    const bool subtree = plan && plan->branches.size() == 1 && plan->branches[0].steps.size() == 1 &&
                         plan->branches[0].steps[0].kind == WalkStep::Kind::subtree;
    model::Footprint read;
    for (ExprId c : model::conjuncts(m_, n.where)) {
        const bool walked = subtree && std::none_of(plan->branches[0].rest.begin(), plan->branches[0].rest.end(),
                                                    [&](const model::WalkTest& t) { return t.condition == c; });
        if (!walked) read.add(reads(m_, c, own));
        else if (!drops) return false;
    }
    if (read.meets(written)) return false;
    if (!plan || drops) return true;
    // A body that changes what its own record was found by could make it be found again, further along or by another branch.
    const bool simple = plan->branches.size() == 1 && plan->branches[0].steps.size() == 1;
    return simple || !reads(m_, n.where, {}).meets(written);
}

const List* Lowering::emptied(const WalkBranch& b, WalkStyle style) const {
    if (!style.only_drops) return nullptr;
    for (const model::WalkTest& test : b.rest)
        if (!test.found_earlier) return nullptr;  // some stay
    const WalkStep& s = b.steps.back();
    const auto parent = m_[s.table].field(model::Role::parent);
    // Children that go leave theirs to their parent's list: it is empty only when the whole tree goes.
    if (s.kind == WalkStep::Kind::index && s.field != parent) return s_.list(s.table.value, s.field);
    if (s.kind == WalkStep::Kind::subtree && s.strictly && fault_ != Fault::short_subtree) return s_.list(s.table.value, *parent);
    return nullptr;
}

namespace {

/// Whether all a body does is to drop its variable's record.
bool only_drops(const model::Model& m, const model::Block& block, VarId var) {
    return block.size() == 1 && std::holds_alternative<model::Drop>(block[0].node) && always_drops(m, block, var);
}

}  // namespace

bool Lowering::loops(Frame& f, const model::For& hanging, const model::For& n) {
    const auto a = model::plan(m_, hanging.var, hanging.where), b = model::plan(m_, n.var, n.where);
    if (!a || !b || a->branches.size() != 1 || b->branches.size() != 1) return false;
    const WalkBranch &inner = a->branches[0], &outer = b->branches[0];
    if (!inner.from || !outer.from || inner.steps.size() != 2 || outer.steps.size() != 1) return false;
    if (!inner.rest.empty() || !outer.rest.empty() || inner.steps[1].kind != WalkStep::Kind::index) return false;
    const WalkStep &x = inner.steps[0], &y = outer.steps[0];
    const bool list = y.kind == WalkStep::Kind::index || y.kind == WalkStep::Kind::subtree;
    if (!list || x.kind != y.kind || x.table != y.table || x.field != y.field || x.strictly != y.strictly) return false;
    if (inner.steps[1].table == y.table || !only_drops(m_, hanging.body, hanging.var) || !only_drops(m_, n.body, n.var)) return false;
    if (!may_run_at_once(hanging, a) || !may_run_at_once(n, b)) return false;
    const auto is = [&](ExprId e) { return std::get_if<model::VarRef>(&m_[e].node); };
    if (!is(*inner.from) || !is(*outer.from) || is(*inner.from)->var != is(*outer.from)->var) return false;
    WalkStyle style;
    style.changes = style.skip_exclusion = style.only_drops = true;
    branch(f, n.var, outer, style, [&] {
        step(f, hanging.var, inner, 1, f.vars[n.var], style, [&] { statements(f, hanging.body); });
        statements(f, n.body);
    });
    return true;
}

void Lowering::loop(Frame& f, const model::For& n) {
    const auto plan = model::plan(m_, n.var, n.where);
    if (may_run_at_once(n, plan)) {
        WalkStyle style;
        style.changes = true;
        style.skip_exclusion = always_drops(m_, n.body, n.var);
        style.only_drops = only_drops(m_, n.body, n.var);
        return walk(f, n.var, n.where, {}, style, [&] { statements(f, n.body); });
    }
    const std::uint32_t t = m_[n.var].type.table.value;
    collected_[t] = true;
    const Place next{t, s_.marked[t].value_or(0)};
    const Expr first = define(f, "marked", nothing(t), true);
    walk(f, n.var, n.where, {}, {}, [&] {
        store(f, next, f.vars[n.var], first);
        add(f, Set{first.index, f.vars[n.var]});
    });
    Walk w;
    w.start = first;
    w.next = next;
    w.changes = true;
    const Expr x = local(f, m_[n.var].name, record_of(t));
    w.local = x.index;
    inside(f, w.body, [&] {
        f.vars[n.var] = x;
        statements(f, n.body);
    });
    add(f, std::move(w));
}

}  // namespace fief::gen
