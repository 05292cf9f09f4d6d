// The state at boot, and a checker for every property of one state.

#include "gen/lowering.hpp"
#include "model/children.hpp"
#include "model/print.hpp"
#include "model/state.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fief::gen {

using model::ExprId;
using model::Property;
using model::VarId;

/// Every column gets its first value, then the records of the spec's boot are made, then what is left over is free, the lowest first.
void Lowering::boot() {
    Frame f = begin("boot", Function::Kind::boot, "The state at boot.");
    f.out = &f.function.body;
    auto each = [&](std::uint32_t t, bool downwards, const std::function<void(const Expr&)>& body) {
        Walk w;
        w.kind = Walk::Kind::row;
        const Type of = s_.tables[t].bare ? Type{Type::Kind::number, 0, 0, 0, 0xffffffff} : record_of(t);
        w.start = literal(of, 0);
        w.count = s_.tables[t].records;
        w.downwards = downwards;
        const Expr x = local(f, s_.tables[t].name, of);
        w.local = x.index;
        inside(f, w.body, [&] { body(x); });
        add(f, std::move(w));
    };
    auto first = [](const Type& type) {
        return literal(type, type.kind == Type::Kind::record ? model::none : std::max<Value>(type.lo, 0));
    };
    for (std::uint32_t t = 0; t < s_.tables.size(); ++t)
        each(t, false, [&](const Expr& x) {
            for (std::uint32_t c = 0; c < s_.tables[t].columns.size(); ++c) store(f, {t, c}, x, first(s_.tables[t].columns[c].type));
        });
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
        each(t, false, [&](const Expr& x) {
            std::vector<Expr> others;
            for (const Expr& g : given) others.push_back(different(x, g));
            when(f, junction(Op::both, std::move(others)), [&] { made(t, x, nullptr); });
        });
    }
    for (const model::BootRecord& b : m_.boot)
        made(b.table.value, literal(record_of(b.table.value), number(b)), fault_ == Fault::bare_boot ? nullptr : &b.values);
    for (std::uint32_t t = 0; t < m_.tables.size(); ++t)
        if (s_.free[t]) each(t, true, [&](const Expr& x) { when(f, negation(live(x)), [&] { add(f, Invoke{*release_[t], {x}}); }); });
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

/// A walk through a whole table inside another.
bool nests(const Block& block, const Program& p, bool inside) {
    for (const Stmt& s : block) {
        if (const auto* w = std::get_if<Walk>(&s.node)) {
            const bool scan = w->kind == Walk::Kind::row && w->count > 1;
            if ((scan && inside) || nests(w->body, p, inside || scan)) return true;
        }
        if (const auto* b = std::get_if<Branch>(&s.node))
            if (nests(b->then, p, inside) || nests(b->otherwise, p, inside)) return true;
    }
    return false;
}

}  // namespace

void Lowering::properties() {
    // References first, then forests: what comes after follows them.
    auto rank = [](const Property& p) {
        return p.implied && p.name.ends_with(".refers") ? 0 : p.implied && p.name.ends_with(".forest") ? 1 : 2;
    };
    for (const int turn : {0, 1, 2})
        for (std::uint32_t p = 0; p < m_.properties.size(); ++p)
            if (rank(m_.properties[p]) == turn) property(p);
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
    f.checker = true;
    f.effects = true;
    if (p.implied && p.name.ends_with(".forest")) {
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t)
            if (m_.tables[t].name + ".forest" == p.name) acyclic(f, t);
    } else {
        checker_body(f, *p.formula, {});
    }
    f.function.quadratic = nests(f.function.body, p_, false);
    finish(f);
}

/// From every record, going from parent to parent ends.
void Lowering::acyclic(Frame& f, std::uint32_t t) {
    const Type number{Type::Kind::number, 0, 0, 0, 0xffffffff};
    const Place parent{t, *s_.fields[t][m_.tables[t].field(model::Role::parent)->value]};
    Walk all;
    all.kind = Walk::Kind::row;
    all.start = literal(record_of(t), 0);
    all.count = s_.tables[t].records;
    const Expr x = local(f, m_.tables[t].name, record_of(t));
    all.local = x.index;
    inside(f, all.body, [&] {
        when(f, live(x), [&] {
            const Expr steps = define(f, "steps", literal(number, 0), true);
            Walk up;
            up.start = x;
            up.next = parent;
            const Expr above = local(f, "above", record_of(t));
            up.local = above.index;
            inside(f, up.body, [&] {
                add(f, Set{steps.index, make(Op::add, number, {steps, literal(number, 1)})});
                when(f, make(Op::less, truth, {literal(number, static_cast<Value>(s_.tables[t].records)), steps}),
                     [&] { add(f, Violate{{x}}); });
            });
            add(f, std::move(up));
        });
    });
    add(f, std::move(all));
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
