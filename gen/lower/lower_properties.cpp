// The state at boot, and a checker for every property of one state.

#include "gen/lower/cost.hpp"
#include "gen/lower/lowering.hpp"
#include "model/children.hpp"
#include "model/print.hpp"
#include "model/state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace fief::gen {

using model::ExprId;
using model::Property;
using model::VarId;

/// Every column gets its first value, where that is not the zero that all bytes have before; then the records of the spec's boot are made,
/// then what is left over is free, the lowest first.
void Lowering::boot() {
    Frame f = begin("boot", Function::Kind::boot, "The state at boot.");
    f.out = &f.function.body;
    auto first = [](const Type& type) {
        return literal(type, type.kind == Type::Kind::record ? model::none : std::max<Value>(type.lo, 0));
    };
    for (std::uint32_t t = 0; t < s_.tables.size(); ++t) {
        std::vector<std::pair<Place, Expr>> stores;
        for (std::uint32_t c = 0; c < s_.tables[t].columns.size(); ++c)
            if (Expr value = first(s_.tables[t].columns[c].type); value.value != 0) stores.emplace_back(Place{t, c}, std::move(value));
        if (stores.empty()) continue;
        each_record(f, t, [&](const Expr& x) {
            for (const auto& [place, value] : stores) store(f, place, x, value);
        });
    }
    auto made = [&](std::uint32_t t, const Expr& x, const std::vector<std::optional<Value>>* given) {
        std::vector<Expr> args{x};
        const model::Table& table = m_.tables[t];
        for (std::uint32_t i = 0; i < table.fields.size(); ++i) {
            if (!s_.fields[t][i]) continue;
            const model::Field& field = table.fields[i];
            const Value value = given && i < given->size() && (*given)[i] ? *(*given)[i] : model::first_value(field.type);
            args.push_back(literal(type_of(field.type), value));
            if (s_.epochs[t][i]) args.push_back(literal({Type::Kind::epoch, 0, 0, 0, 0}, 0));
        }
        add(f, Invoke{*make_[t], std::move(args)});
    };
    auto number = [&](const model::BootRecord& b) {
        std::uint64_t out = 0;
        for (std::size_t k = 0; k < b.keys.size(); ++k)
            out = out * s_.tables[b.table.value].keys[k].size + static_cast<std::uint64_t>(b.keys[k]);
        return static_cast<Value>(out);
    };
    for (std::uint32_t t = 0; t < m_.tables.size(); ++t) {
        if (!m_.tables[t].always_live) continue;
        std::vector<Expr> given;
        for (const model::BootRecord& b : m_.boot)
            if (b.table.value == t) given.push_back(literal(record_of(t), number(b)));
        each_record(f, t, [&](const Expr& x) {
            std::vector<Expr> others;
            for (const Expr& g : given) others.push_back(different(x, g));
            when(f, junction(Op::both, std::move(others)), [&] { made(t, x, nullptr); });
        });
    }
    for (const model::BootRecord& b : m_.boot)
        made(b.table.value, literal(record_of(b.table.value), number(b)), fault_ == Fault::bare_boot ? nullptr : &b.values);
    for (std::uint32_t t = 0; t < m_.tables.size(); ++t)
        if (s_.free[t])
            each_record(
                f, t, [&](const Expr& x) { when(f, negation(live(x)), [&] {
                                               add(f, Invoke{*release_[t], with_row(f, x)});
                                           }); }, true);
    finish(f);
}

namespace {

/// Whether the formula reads what only the model and the proof have.
bool reads_ghosts(const model::Model& m, ExprId e) {
    bool out = false;
    std::function<void(ExprId)> go = [&](ExprId id) {
        if (const auto* r = std::get_if<model::Read>(&m[id].node)) {
            const model::Role role = m[m[r->record].type.table].fields[r->field.value].role;
            out = out || role == model::Role::since || role == model::Role::entered;
        }
        model::for_each_child(m[id].node, go);
    };
    go(e);
    return out;
}

}  // namespace

void Lowering::properties() {
    // What is stored first: whether a record lives is asked by all others. Then references, lists, forests: what comes after follows them.
    auto rank = [](const Property& p) {
        return p.implied && p.name.ends_with(".refers") ? 0 : p.implied && p.name.ends_with(".forest") ? 1 : 2;
    };
    for (std::uint32_t t = 0; t < m_.tables.size(); ++t) check_ranges(t);
    for (const int turn : {0, 1, 2}) {
        for (std::uint32_t p = 0; p < m_.properties.size(); ++p)
            if (rank(m_.properties[p]) == turn) property(p);
        if (turn == 0) check_structure();
    }
}

void Lowering::property(std::uint32_t id) {
    const Property& p = m_.properties[id];
    if (p.kind != Property::Kind::invariant) return;
    if (p.waived) {
        p_.unchecked.emplace_back(id, "waived: " + *p.waived);
        return;
    }
    if (reads_ghosts(m_, *p.formula)) {
        p_.unchecked.emplace_back(id, "it speaks of moments that the tables do not keep; the proof covers it");
        return;
    }
    std::string name = "check_" + p.name;
    std::replace(name.begin(), name.end(), '.', '_');
    Frame f = begin(name, Function::Kind::checker, p.text);
    f.out = &f.function.body;
    f.function.origin = id;
    f.function.checks = p.name;
    f.checker = true;
    f.effects = true;
    if (p.implied && p.name.ends_with(".forest")) {
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t)
            if (m_.tables[t].name + ".forest" == p.name) acyclic(f, t);
    } else {
        if (!along_parents(f, *p.formula)) checker_body(f, *p.formula, {});
        f.function.cost = more_than_linear(p_, s_.tables, f.function);
    }
    const bool forest = p.implied && p.name.ends_with(".forest");
    const std::uint32_t checker = finish(f);
    for (std::uint32_t t = 0; forest && t < m_.tables.size(); ++t) {
        if (m_.tables[t].name + ".forest" != p.name) continue;
        Structure of;
        of.kind = Structure::Kind::forest, of.checker = checker, of.table = t, of.optional = true;
        of.by = column_of(t, *m_.tables[t].field(model::Role::parent));
        const List& children = *s_.list(t, *m_.tables[t].field(model::Role::parent));
        of.first = children.first, of.next = children.next;
        p_.structures.push_back(std::move(of));
    }
}

/// Every record is under a root: as many are reached from the roots, along lists of children that were checked before, as there are.
void Lowering::acyclic(Frame& f, std::uint32_t t) {
    const Type number{Type::Kind::number, 0, 0, 0, 0xffffffff};
    const Place parent{t, *s_.fields[t][m_.tables[t].field(model::Role::parent)->value]};
    const Expr one = literal(number, 1), reached = define(f, "reached", literal(number, 0), true);
    const Expr there = define(f, "there", literal(number, 0), true);
    each_record(f, t, [&](const Expr& root) {
        when(f, live(root), [&] {
            add(f, Set{there.index, make(Op::add, number, {there, one})});
            when(f, equal(load(parent, root), nothing(t)), [&] {
                Walk down;
                down.kind = Walk::Kind::subtree;
                down.start = root;
                down.next = parent;
                down.local = local(f, "below", record_of(t)).index;
                inside(f, down.body, [&] { add(f, Set{reached.index, make(Op::add, number, {reached, one})}); });
                add(f, std::move(down));
            });
        });
    });
    when(f, different(reached, there), [&] { name_rootless(f, t); });
}

/// The first record that is under no root, when there is one. To climb from each would take as long as all ways up together. Instead the
/// records before it are halved: some of the first half are under no root if fewer of them are reached from the roots than there are.
void Lowering::name_rootless(Frame& f, std::uint32_t t) {
    const Type number{Type::Kind::number, 0, 0, -1, std::int64_t{0xffffffff}};
    const Place parent{t, *s_.fields[t][m_.tables[t].field(model::Role::parent)->value]};
    const auto records = static_cast<Value>(s_.tables[t].records);
    auto divided = [&](Type type, const Expr& e, Value by) {
        Expr out = make(Op::row, type, {e});
        out.value = by;
        return out;
    };
    auto number_of = [&](const Expr& x) { return divided({Type::Kind::number, 0, 0, 0, 0xffffffff}, x, 1); };
    f.out->push_back({Note{"Somebody is under no root, first among those from low on and before high."}});
    const Expr low = define(f, "low", literal(number, 0), true), high = define(f, "high", literal(number, records), true);
    Walk halvings;
    halvings.kind = Walk::Kind::row;
    halvings.count = static_cast<std::uint64_t>(std::bit_width(std::max<std::uint64_t>(s_.tables[t].records - 1, 1)));
    halvings.start = literal(number, 0);
    halvings.local = local(f, "halving", number).index;
    inside(f, halvings.body, [&] {
        const Expr middle = define(f, "middle", divided(number, make(Op::add, number, {low, high}), 2));
        const Expr missing = define(f, "missing", literal(number, 0), true), one = literal(number, 1);
        each_record(f, t, [&](const Expr& x) {
            when(f, both(live(x), make(Op::less, truth, {number_of(x), middle})), [&] {
                add(f, Set{missing.index, make(Op::add, number, {missing, one})});
            });
            when(f, both(live(x), equal(load(parent, x), nothing(t))), [&] {
                Walk down;
                down.kind = Walk::Kind::subtree;
                down.start = x;
                down.next = parent;
                const Expr below = local(f, "below", record_of(t));
                down.local = below.index;
                inside(f, down.body, [&] {
                    when(f, make(Op::less, truth, {number_of(below), middle}), [&] {
                        add(f, Set{missing.index, make(Op::subtract, number, {missing, one})});
                    });
                });
                add(f, std::move(down));
            });
        });
        Branch branch;
        branch.condition = equal(missing, literal(number, 0));
        inside(f, branch.then, [&] { add(f, Set{low.index, middle}); });
        inside(f, branch.otherwise, [&] { add(f, Set{high.index, middle}); });
        add(f, std::move(branch));
    });
    add(f, std::move(halvings));
    each_record(f, t, [&](const Expr& x) { when(f, equal(number_of(x), low), [&] { add(f, Violate{{x}}); }); });
}

namespace {

/// Whether what holds of (a, b) and of (b, c) holds of (a, c): each part compares the same field of both.
bool is_transitive(const model::Model& m, ExprId e, VarId a, VarId b) {
    if (const auto* all = std::get_if<model::And>(&m[e].node))
        return std::all_of(all->operands.begin(), all->operands.end(), [&](ExprId part) { return is_transitive(m, part, a, b); });
    auto same_field = [&](ExprId left, ExprId right, bool either_way) {
        const auto *l = std::get_if<model::Read>(&m[left].node), *r = std::get_if<model::Read>(&m[right].node);
        if (!l || !r || l->field != r->field || m[left].type.weak) return false;
        const auto *x = std::get_if<model::VarRef>(&m[l->record].node), *y = std::get_if<model::VarRef>(&m[r->record].node);
        return x && y && ((x->var == a && y->var == b) || (either_way && x->var == b && y->var == a));
    };
    if (const auto* equal = std::get_if<model::Equal>(&m[e].node)) return same_field(equal->left, equal->right, true);
    if (const auto* within = std::get_if<model::Within>(&m[e].node)) return same_field(within->left, within->right, false);
    return false;
}

}  // namespace

/// `forall a, b | a descends from b implies R`, for R that passes from parent to parent: each record against its parent is enough, since
/// the forest was checked before. Returns whether the formula is such a one.
bool Lowering::along_parents(Frame& f, ExprId formula) {
    const auto* q = std::get_if<model::Quantified>(&m_[formula].node);
    if (!q || !q->forall || q->vars.size() != 2) return false;
    const auto* implies = std::get_if<model::Implies>(&m_[q->body].node);
    const auto* descends = implies ? std::get_if<model::Descends>(&m_[implies->left].node) : nullptr;
    if (!descends) return false;
    const auto* below = std::get_if<model::VarRef>(&m_[descends->below].node);
    const auto* above = std::get_if<model::VarRef>(&m_[descends->above].node);
    if (!below || !above || below->var == above->var) return false;
    const VarId a = below->var, b = above->var;
    if ((a != q->vars[0] || b != q->vars[1]) && (a != q->vars[1] || b != q->vars[0])) return false;
    if (!is_transitive(m_, implies->right, a, b)) return false;
    const std::uint32_t t = m_[a].type.table.value;
    const Place parent{t, *s_.fields[t][m_.tables[t].field(model::Role::parent)->value]};
    each_record(f, t, [&](const Expr& x) {
        when(f, live(x), [&] {
            const Expr up = define(f, "parent", load(parent, x));
            f.vars[a] = x, f.vars[b] = up;
            when(f, both(exists(up), negation(lower(f, implies->right))), [&] { add(f, Violate{{x, up}}); });
        });
    });
    return true;
}

/// Goes through the values of the leading universal variables; where the rest does not hold, they are the witness.
void Lowering::checker_body(Frame& f, ExprId formula, const std::vector<Expr>& witness) {
    if (const auto* conjunction = std::get_if<model::And>(&m_[formula].node)) {
        for (ExprId part : conjunction->operands) {
            const auto vars = f.vars;
            checker_body(f, part, witness);
            f.vars = vars;
        }
        return;
    }
    const auto* q = std::get_if<model::Quantified>(&m_[formula].node);
    if (!q || !q->forall) {
        when(f, negation(lower(f, formula)), [&] { add(f, Violate{witness}); });
        return;
    }
    const auto* implies = std::get_if<model::Implies>(&m_[q->body].node);
    std::vector<Expr> found = witness;
    std::function<void(std::size_t)> nest = [&](std::size_t i) {
        if (i == q->vars.size()) return checker_body(f, implies ? implies->right : q->body, found);
        const std::span<const VarId> unbound(q->vars.data() + i + 1, q->vars.size() - i - 1);
        const VarId var = q->vars[i];
        const auto next = [&] {
            found.push_back(f.vars.at(var));
            if (i + 1 == q->vars.size() && implies && m_[var].type.kind != model::Type::Kind::reference)
                when(f, lower(f, implies->left), [&] { nest(i + 1); });
            else nest(i + 1);
            found.pop_back();
        };
        if (m_[var].type.kind != model::Type::Kind::reference || !implies) return values(f, var, next);
        WalkStyle style;
        style.skip_exclusion = true;
        walk(f, var, implies->left, unbound, style, next);
    };
    nest(0);
}

}  // namespace fief::gen
