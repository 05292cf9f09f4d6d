// Calls: the arguments, the requires, room for every `new`, and only then the first effect.

#include "gen/lower/lowering.hpp"
#include "gen/lower/together.hpp"
#include "gen/names.hpp"
#include "model/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace fief::gen {

using model::ExprId;
using model::VarId;

namespace {

/// Whether a block takes a free record somewhere.
bool takes(const model::Model& m, const model::Block& block) {
    bool out = false;
    for_each_statement(block, [&](const model::Stmt& s) {
        if (const auto* n = std::get_if<model::New>(&s.node)) out = out || n->keys.size() < m[n->table].keys.size();
    });
    return out;
}

bool sets_result(const model::Model& m, const model::Block& block) {
    bool out = false;
    for_each_statement(block, [&](const model::Stmt& s) {
        if (std::holds_alternative<model::SetResult>(s.node)) out = true;
        if (const auto* n = std::get_if<model::New>(&s.node)) out = out || m[n->var].kind == model::Var::Kind::result;
    });
    return out;
}

}  // namespace

/// What an argument must satisfy: in range, and live.
Expr Lowering::acceptable(Frame&, const model::Type& type, const Expr& value) {
    using K = model::Type::Kind;
    switch (type.kind) {
        case K::boolean: return yes();
        case K::reference: {
            Expr is = make(Op::invoke, truth, {value}, valid_[type.table.value]);
            return type.optional ? either(equal(value, nothing(type.table.value)), std::move(is)) : is;
        }
        case K::integer:
        case K::instant:
        case K::duration:
        case K::enumeration:
        case K::rights:
        case K::slot: {
            Expr is = make(Op::in_range, truth, {value});
            if (fault_ != Fault::off_by_one_slot || type.kind != K::slot) return is;
            return either(std::move(is),
                          equal(value, literal(value.type, static_cast<Value>(s_.tables[type.table.value].keys[type.key].size))));
        }
    }
    return yes();
}

void Lowering::guard(std::uint32_t g) {
    const model::Guard& guard = m_.guards[g];
    Frame f = begin(identifier(guard.name), Function::Kind::guard, guard.doc);
    f.out = &f.function.body;
    f.function.origin = g;
    f.function.returns = type_of(m_[guard.body].type);
    std::vector<Expr> tests;
    auto argument = [&](VarId v) {
        const Expr p = param(f, m_[v].name, type_of(m_[v].type));
        f.vars[v] = p;
        tests.push_back(acceptable(f, m_[v].type, p));
    };
    argument(*guard.actor);
    for (VarId p : guard.params) argument(p);
    tests.push_back(lower(f, guard.body));
    Expr all = junction(Op::both, std::move(tests));
    if (all.op != Op::both) {
        add(f, Return{std::move(all)});
        return void(finish(f));
    }
    // Arguments first: what they are out of range of is not read.
    std::vector<Expr> rest, bad;
    for (Expr& test : needed(std::move(all.operands))) {
        if (is_literal(test, 1)) continue;
        const bool of_argument =
            test.op == Op::in_range || (test.op == Op::invoke && std::find(valid_.begin(), valid_.end(), test.index) != valid_.end());
        if (of_argument && rest.empty()) bad.push_back(negation(std::move(test)));
        else rest.push_back(std::move(test));
    }
    if (!bad.empty()) {
        Branch branch;
        branch.condition = junction(Op::either, std::move(bad));
        branch.then = {{Return{literal(truth, 0)}}};
        add(f, std::move(branch));
    }
    add(f, Return{junction(Op::both, together(std::move(rest), m_, p_.tables))});
    finish(f);
}

/// Whether a property is proved, not waived.
bool Lowering::promised(const std::string& property) const {
    if (!proved_) return false;
    return std::any_of(m_.properties.begin(), m_.properties.end(),
                       [&](const model::Property& p) { return p.name == property && !p.waived; });
}

std::vector<Expr> Lowering::needed(std::vector<Expr> tests) const {
    const std::vector<Expr> all = tests;
    for (Expr& test : tests) {
        // An actor whose record this is: what refers to it lives no longer than it does.
        if (test.op == Op::invoke && std::find(valid_.begin(), valid_.end(), test.index) != valid_.end()) {
            const bool implied = std::any_of(all.begin(), all.end(), [&](const Expr& e) {
                if (e.op != Op::load || e.operands[0].op != Op::record_at) return false;
                const std::uint32_t t = e.place.table;
                if (!s_.live[t] || e.place.column != *s_.live[t]) return false;
                const auto& keys = e.operands[0].operands;
                for (std::size_t k = 0; k < keys.size(); ++k)
                    if (keys[k] == test.operands[0] && promised(fmt::format("{}.{}.refers", m_.tables[t].name, m_.tables[t].keys[k].name)))
                        return true;
                return false;
            });
            if (implied) test = make(Op::in_range, truth, {test.operands[0]});
        }
        // Rights that a record has are rights of its table: their range is of what is proved of every call.
        if (test.op == Op::in_range && test.operands[0].type.kind == Type::Kind::rights && proved_) {
            const bool implied = std::any_of(all.begin(), all.end(), [&](const Expr& e) {
                return e.op == Op::within && e.operands[0] == test.operands[0] && e.operands[1].op == Op::load &&
                       e.operands[1].type.kind == Type::Kind::rights && e.operands[1].type.table == test.operands[0].type.table;
            });
            if (implied) test = yes();
        }
    }
    return tests;
}

void Lowering::call(std::uint32_t c) {
    const model::Call& call = m_.calls[c];
    Frame f = begin(identifier(call.name), Function::Kind::call, call.doc);
    f.out = &f.function.body;
    f.function.origin = c;
    reservations_.clear(), taken_.clear(), picked_.clear();

    std::vector<Expr> tests;
    auto argument = [&](VarId v) {
        const Expr p = param(f, m_[v].name, type_of(m_[v].type));
        f.vars[v] = p;
        tests.push_back(negation(acceptable(f, m_[v].type, p)));
    };
    if (call.actor) argument(*call.actor);
    for (VarId p : call.params) argument(p);
    for (VarId r : call.results) {
        const Expr out = local(f, m_[r].name, type_of(m_[r].type), true);
        f.function.results.push_back(out.index);
        f.vars[r] = out;
    }
    when(f, junction(Op::either, std::move(tests)), [&] { add(f, End{model::bad_argument.value}); });

    std::vector<model::Check> checks = call.checks;
    const auto is_require = [](const model::Check& check) { return std::holds_alternative<model::Require>(check.node); };
    if (fault_ == Fault::swapped_requires && checks.size() > 1 && is_require(checks.end()[-1]) && is_require(checks.end()[-2]))
        std::swap(checks.end()[-1], checks.end()[-2]);
    for (const model::Check& check : checks) {
        if (const auto* let = std::get_if<model::Let>(&check.node)) {
            f.vars[let->var] = define(f, m_[let->var].name, lower(f, let->value));
            continue;
        }
        const auto& require = std::get<model::Require>(check.node);
        when(f, negation(lower(f, require.condition)), [&] { add(f, End{require.error.value}); });
    }

    if (takes(m_, call.effects)) {
        const auto vars = f.vars;
        reserve(f, call.effects, false);
        f.vars = vars;
        f.lets.clear();
        for (const Reservation& r : reservations_) {
            auto take = [&] { add(f, Invoke{*take_[r.table], {r.record}}); };
            if (r.sometimes) when(f, exists(r.record), take);
            else take();
            f.reserved.insert(r.table);
        }
    }
    f.effects = true;
    for (VarId r : call.results) {
        const model::Type& type = m_[r].type;
        const bool reference = type.kind == model::Type::Kind::reference;
        const bool first = std::none_of(call.effects.begin(), call.effects.end(), [&](const model::Stmt& s) {
            const auto* set = std::get_if<model::SetResult>(&s.node);
            const auto* made = std::get_if<model::New>(&s.node);
            return (set && set->var == r) || (made && made->var == r);
        });
        if (first)
            add(f, Set{f.vars[r].index, reference ? nothing(type.table.value) : literal(type_of(type), std::max<Value>(type.lo, 0))});
    }
    statements(f, call.effects);
    add(f, End{});
    finish(f);
}

// ---- room, before the first effect ----------------------------------------------------------------------------------

/// Finds a free record for every `new` in the block that will be reached, and ends with `full` where there is none.
void Lowering::reserve(Frame& f, const model::Block& block, bool sometimes) {
    for (const model::Stmt& s : block) {
        std::visit(model::overloaded{
                       [&](const model::Let& n) {
                           if (const auto* v = std::get_if<model::VarRef>(&m_[n.value].node)) {
                               if (f.vars.contains(v->var)) f.vars[n.var] = f.vars[v->var];
                               else f.lets[n.var] = n.value;
                           } else {
                               f.vars.erase(n.var);
                               f.lets[n.var] = n.value;
                           }
                       },
                       [&](const model::New& n) {
                           if (n.keys.size() < m_[n.table].keys.size()) reserve(f, n, sometimes);
                       },
                       [&](const model::Scope& n) { reserve(f, n.body, sometimes); },
                       [&](const model::If& n) {
                           if (!takes(m_, n.then) && !takes(m_, n.otherwise)) return;
                           Branch branch;
                           branch.condition = lower(f, n.condition);
                           std::vector<Stmt> before;
                           inside(f, branch.then, [&] { reserve(f, n.then, true); });
                           inside(f, branch.otherwise, [&] { reserve(f, n.otherwise, true); });
                           add(f, std::move(branch));
                       },
                       [&](const model::Pick& n) {
                           if (!takes(m_, n.body) && !takes(m_, n.otherwise)) return;
                           const Expr found = find(f, n);
                           picked_[&n] = found;
                           Branch branch;
                           branch.condition = exists(found);
                           inside(f, branch.then, [&] {
                               f.vars[n.var] = found;
                               reserve(f, n.body, true);
                           });
                           inside(f, branch.otherwise, [&] { reserve(f, n.otherwise, true); });
                           add(f, std::move(branch));
                       },
                       [](const auto&) {},
                   },
                   s.node);
    }
}

void Lowering::reserve(Frame& f, const model::New& n, bool sometimes) {
    const std::uint32_t t = n.table.value;
    const FreeList& list = *s_.free[t];
    std::vector<Expr> keys;
    for (ExprId k : n.keys) keys.push_back(lower(f, k));
    const std::string name = "free_" + m_.tables[t].name;
    Expr fresh;
    if (sometimes) {
        // It must be there for the effects, which come after the branch: it is defined at the top of the function.
        fresh = local(f, name, record_of(t), true);
        f.function.body.insert(f.function.body.begin(), {Define{fresh.index, nothing(t)}});
    }
    if (n.keys.size() == list.leading) {
        const bool hangs = keys.size() == 1 && !s_.tables[list.first.table].bare;
        Expr on = keys.empty() ? literal({Type::Kind::number, 0, 0, 0, 0}, 0)
                  : hangs      ? keys[0]
                               : row_of(t, make(Op::record_at, record_of(t), keys, t));
        const bool again = std::any_of(reservations_.begin(), reservations_.end(), [&](const Reservation& r) { return r.table == t; });
        if (sometimes) add(f, Set{fresh.index, load(list.first, std::move(on))});
        else fresh = define(f, name, load(list.first, std::move(on)), again);
        // What this call reserved before lies at the head of its list, in that order.
        for (const Reservation& r : reservations_)
            if (r.table == t)
                when(f, both(exists(fresh), equal(fresh, r.record)), [&] { add(f, Set{fresh.index, load(list.next, fresh)}); });
    } else {
        std::uint64_t rows = 1;
        for (std::size_t k = 0; k < keys.size(); ++k) rows *= s_.tables[t].keys[k].size;
        if (!sometimes) fresh = define(f, name, nothing(t), true);
        Walk w;
        w.kind = Walk::Kind::row;
        w.start = make(Op::record_at, record_of(t), std::move(keys), t);
        w.count = s_.tables[t].records / rows;
        const Expr x = local(f, "x", record_of(t));
        w.local = x.index;
        inside(f, w.body, [&] {
            std::vector<Expr> tests{equal(fresh, nothing(t)), negation(live(x))};
            for (const Reservation& r : reservations_)
                if (r.table == t) tests.push_back(different(x, r.record));
            when(f, junction(Op::both, std::move(tests)), [&] { add(f, Set{fresh.index, x}); });
        });
        add(f, std::move(w));
    }
    if (fault_ != Fault::missing_full_test) when(f, equal(fresh, nothing(t)), [&] { add(f, End{model::full.value}); });
    reservations_.push_back({t, fresh, sometimes});
    taken_[&n] = fresh;
}

// ---- statements -----------------------------------------------------------------------------------------------------

void Lowering::statements(Frame& f, const model::Block& block) {
    for (std::size_t i = 0; i < block.size(); ++i) {
        const auto* first = std::get_if<model::For>(&block[i].node);
        const auto* second = i + 1 < block.size() ? std::get_if<model::For>(&block[i + 1].node) : nullptr;
        if (first && second && loops(f, *first, *second)) ++i;
        else statement(f, block[i]);
    }
}

void Lowering::statement(Frame& f, const model::Stmt& s) {
    std::visit(model::overloaded{
                   [&](const model::Let& n) {
                       Expr value = lower(f, n.value);
                       const bool alias = value.op == Op::local && !f.function.locals[value.index].changes;
                       f.vars[n.var] = alias ? value : define(f, m_[n.var].name, std::move(value));
                   },
                   [&](const model::Assign& n) { assign(f, n, phase_); },
                   [&](const model::SetResult& n) {
                       add(f, Set{f.vars[n.var].index, lower(f, n.value)});
                   },
                   [&](const model::New& n) { make_record(f, n); },
                   [&](const model::Drop& n) {
                       const auto* v = std::get_if<model::VarRef>(&m_[n.record].node);
                       const auto as = v ? drop_as_.find(v->var) : drop_as_.end();
                       const std::uint32_t drop = as != drop_as_.end() ? as->second : *drop_[m_[n.record].type.table.value];
                       add(f, Invoke{drop, with_row(f, lower(f, n.record))});
                   },
                   [&](const model::For& n) { loop(f, n); },
                   [&](const model::Pick& n) {
                       const auto before = picked_.find(&n);
                       const Expr found = before != picked_.end() ? before->second : find(f, n);
                       Branch branch;
                       branch.condition = exists(found);
                       inside(f, branch.then, [&] {
                           f.vars[n.var] = found;
                           statements(f, n.body);
                       });
                       if (fault_ != Fault::lost_otherwise) inside(f, branch.otherwise, [&] { statements(f, n.otherwise); });
                       add(f, std::move(branch));
                   },
                   [&](const model::If& n) {
                       Branch branch;
                       branch.condition = lower(f, n.condition);
                       inside(f, branch.then, [&] { statements(f, n.then); });
                       if (fault_ != Fault::lost_otherwise) inside(f, branch.otherwise, [&] { statements(f, n.otherwise); });
                       if (branch.then.empty() && branch.otherwise.empty()) return;
                       if (branch.then.empty()) {
                           branch.condition = negation(std::move(branch.condition));
                           std::swap(branch.then, branch.otherwise);
                       }
                       add(f, std::move(branch));
                   },
                   [&](const model::Emit& n) {
                       std::vector<Expr> args;
                       for (ExprId a : n.args) args.push_back(lower(f, a));
                       add(f, Emit{n.event.value, std::move(args)});
                   },
                   [](const model::Force&) {},
                   [&](const model::Scope& n) { scope(f, n); },
               },
               s.node);
}

void Lowering::assign(Frame& f, const model::Assign& n, const std::string& phase) {
    const std::uint32_t t = m_[n.record].type.table.value;
    const auto& column = s_.fields[t][n.field.value];
    if (!column) return;  // a ghost
    const Expr record = lower(f, n.record);
    Expr value = lower(f, n.value);
    if (m_.tables[t].fields[n.field.value].role == model::Role::deadline && value.op == Op::add && value.operands[1].op == Op::literal) {
        if (!phase.empty()) value.operands[1].name = fmt::format("{}_{}_within", m_.tables[t].name, phase);
        if (fault_ == Fault::late_deadline) value.operands[1].value += m_.clock->latency, value.operands[1].name.clear();
    }
    if (const auto& epoch = s_.epochs[t][n.field.value]) store(f, {t, *epoch}, record, epoch_of(f, n.value));
    if (set_[t][n.field.value]) add(f, Invoke{*set_[t][n.field.value], {record, std::move(value)}});
    else store(f, {t, *column}, record, std::move(value));
}

void Lowering::make_record(Frame& f, const model::New& n) {
    const std::uint32_t t = n.table.value;
    const bool result = m_[n.var].kind == model::Var::Kind::result;
    Expr x;
    if (const auto taken = taken_.find(&n); taken != taken_.end()) {
        x = taken->second;
    } else {
        x = record_at(f, t, n.keys);
        if (x.op != Op::local) x = define(f, m_[n.var].name.empty() ? m_.tables[t].name : m_[n.var].name, x);
        if (take_[t]) add(f, Invoke{*take_[t], {x}});
    }
    std::vector<Expr> args{x};
    const std::size_t keys = m_.tables[t].keys.size();
    for (std::size_t i = 0; i < n.inits.size(); ++i)
        if (s_.fields[t][keys + i]) {
            args.push_back(lower(f, n.inits[i]));
            if (s_.epochs[t][keys + i]) args.push_back(epoch_of(f, n.inits[i]));
        }
    add(f, Invoke{*make_[t], std::move(args)});
    if (result) add(f, Set{f.vars[n.var].index, fault_ == Fault::forgotten_result ? nothing(t) : x});
    else f.vars[n.var] = x;
}

void Lowering::scope(Frame& f, const model::Scope& n) {
    if (n.kind == model::Scope::Kind::routine && routine(f, n)) return;
    const std::string outer = phase_;
    if (n.kind == model::Scope::Kind::enter) phase_ = n.name;
    const auto vars = f.vars;
    statements(f, n.body);
    f.vars = vars;
    phase_ = outer;
}

/// A routine becomes a function, unless it takes free records, which its call has to find before its first effect.
bool Lowering::routine(Frame& f, const model::Scope& n) {
    if (takes(m_, n.body) || sets_result(m_, n.body)) return false;
    Frame g = begin(n.name, Function::Kind::routine);
    g.out = &g.function.body;
    g.effects = true;
    std::vector<Expr> args;
    model::Block rest;
    for (std::size_t i = 0; i < n.body.size(); ++i) {
        if (i >= n.params) {
            rest.push_back(n.body[i]);
            continue;
        }
        const auto& let = std::get<model::Let>(n.body[i].node);
        args.push_back(lower(f, let.value));
        g.vars[let.var] = param(g, m_[let.var].name, type_of(m_[let.var].type));
    }
    statements(g, rest);
    const std::uint32_t id = finish(g);
    add(f, Invoke{id, std::move(args)});
    return true;
}

Expr Lowering::find(Frame& f, const model::Pick& n) {
    const std::uint32_t t = m_[n.var].type.table.value;
    std::vector<VarId> vars = free_variables(n.where);
    std::erase(vars, n.var);
    const Expr found = asked(f, "find_" + m_.tables[t].name, model::print(m_, n.where), record_of(t), vars, [&](Frame& g) {
        WalkStyle style;
        style.skip_exclusion = true;
        style.untested = fault_ == Fault::any_match;
        walk(g, n.var, n.where, {}, style, [&] { add(g, Return{g.vars[n.var]}); });
        add(g, Return{nothing(t)});
    });
    return define(f, m_[n.var].name, found);
}

}  // namespace fief::gen
