#include "proofs/evaluate.hpp"

#include <fmt/format.h>

#include <cassert>

namespace fief::proofs {

using model::ExprId;
using model::overloaded;
using model::Role;
using model::TableId;
using model::Type;

Evaluate::Evaluate(const Scope& scope) : scope_(scope), sig_(scope.state->signature()), m_(sig_.model()), ctx_(sig_.context()) {}

Evaluate Evaluate::before() const {
    Scope s = scope_;
    s.state = scope_.before;
    return Evaluate(s);
}

Term Evaluate::bind(const std::vector<z3::sort>& sorts, const std::string& name, Polarity polarity,
                    const std::function<Term(const Tuple&)>& is, const std::function<Term(const Tuple&)>& use) const {
    const Tuple y = sig_.fresh(name, sorts);
    if (polarity == Polarity::positive) return forall(y, imply(is(y), use(y)));
    return exists(y, both(is(y), use(y)));
}

bool Evaluate::none_literal(ExprId e) const {
    const auto* c = std::get_if<model::Const>(&m_[e].node);
    return c && m_[e].type.kind == Type::Kind::reference && c->value == model::none;
}

std::optional<Tuple> Evaluate::known(ExprId e) const {
    const model::Expr& x = m_[e];
    if (const auto* v = std::get_if<model::VarRef>(&x.node))
        return (*scope_.env)[v->var.value] ? (*scope_.env)[v->var.value]->known : std::nullopt;
    if (const auto* r = std::get_if<model::RecordAt>(&x.node)) {
        Tuple out;
        for (ExprId k : r->keys) {
            auto t = known(k);
            if (!t) return std::nullopt;
            append(out, *t);
        }
        return out;
    }
    if (const auto* r = std::get_if<model::Read>(&x.node)) {
        const TableId table = m_[r->record].type.table;
        if (m_[table].fields[r->field.value].role != Role::key) return std::nullopt;
        auto t = known(r->record);
        if (!t) return std::nullopt;
        auto [first, count] = sig_.key_slice(table, r->field.value);
        return Tuple(t->begin() + static_cast<std::ptrdiff_t>(first), t->begin() + static_cast<std::ptrdiff_t>(first + count));
    }
    if (const auto* c = std::get_if<model::Const>(&x.node); c && x.type.kind == Type::Kind::slot)
        return Tuple{sig_.slot_literal(x.type.table, x.type.key, c->value)};
    if (std::holds_alternative<model::Caller>(x.node) && scope_.step->caller && scope_.step->actor == x.type.table)
        return scope_.step->caller;
    if (const auto* o = std::get_if<model::Old>(&x.node)) return before().known(o->operand);
    return std::nullopt;
}

Term Evaluate::parent_is(TableId table, const Tuple& child, const Tuple& parent) const {
    // The nearest strict ancestor: every strict ancestor of the child is an ancestor of it.
    const std::size_t descent = sig_.place(table, *m_[table].field(Role::parent)).first;
    auto descends = [&](const Tuple& below, const Tuple& above) {
        Tuple args = below;
        append(args, above);
        return scope_.state->apply(descent, args);
    };
    const Tuple z = sig_.fresh("ancestor", sig_.sorts(table));
    return all(ctx_, {descends(child, parent), negate(equal(child, parent)),
                      forall(z, imply(both(descends(child, z), negate(equal(child, z))), descends(parent, z)))});
}

Term Evaluate::read_relation(const model::Read& read, const Tuple& record, const Tuple& value) const {
    const TableId table = m_[read.record].type.table;
    const Place& place = sig_.place(table, read.field);
    if (place.kind == Place::Kind::descent) return parent_is(table, record, value);
    Tuple args = record;
    append(args, value);
    return scope_.state->apply(place.first, args);
}

Term Evaluate::names(ExprId e, const Tuple& tuple, Polarity polarity) const {
    if (auto k = known(e)) return k->empty() ? truth(ctx_, true) : equal(*k, tuple);
    const model::Expr& x = m_[e];
    return std::visit(
        overloaded{[&](const model::Const&) { return truth(ctx_, false); },  // `none`
                   [&](const model::VarRef& v) {
                       const Symbolic& s = *(*scope_.env)[v.var.value];
                       return substitute(*s.is, s.params, tuple);
                   },
                   [&](const model::RecordAt& r) {
                       std::vector<Term> parts;
                       for (std::size_t k = 0; k < r.keys.size(); ++k) {
                           auto [first, count] = sig_.key_slice(r.table, k);
                           const auto from = tuple.begin() + static_cast<std::ptrdiff_t>(first);
                           parts.push_back(names(r.keys[k], Tuple(from, from + static_cast<std::ptrdiff_t>(count)), polarity));
                       }
                       return all(ctx_, parts);
                   },
                   [&](const model::Read& r) {
                       const TableId table = m_[r.record].type.table;
                       return with_tuple(r.record, polarity, [&](const Tuple& record) {
                           if (m_[table].fields[r.field.value].role == Role::key) {
                               auto [first, count] = sig_.key_slice(table, r.field.value);
                               const auto from = record.begin() + static_cast<std::ptrdiff_t>(first);
                               return equal(Tuple(from, from + static_cast<std::ptrdiff_t>(count)), tuple);
                           }
                           return read_relation(r, record, tuple);
                       });
                   },
                   [&](const model::IfElse& i) {
                       return both(imply(formula(i.condition, opposite(polarity)), names(i.then, tuple, polarity)),
                                   either(formula(i.condition, polarity), names(i.otherwise, tuple, polarity)));
                   },
                   [&](const model::Old& o) { return before().names(o.operand, tuple, polarity); },
                   [&](const model::Caller&) { return truth(ctx_, false); },
                   [&](const auto&) -> Term {
                       assert(false && "no reference");
                       return truth(ctx_, false);
                   }},
        x.node);
}

bool Evaluate::is_parent(ExprId e) const {
    const auto* r = std::get_if<model::Read>(&m_[e].node);
    return r && sig_.place(m_[r->record].type.table, r->field).kind == Place::Kind::descent;
}

Term Evaluate::is_none(ExprId e, Polarity polarity) const {
    if (known(e)) return truth(ctx_, false);
    if (none_literal(e)) return truth(ctx_, true);
    const model::Expr& x = m_[e];
    if (const auto* o = std::get_if<model::Old>(&x.node)) return before().is_none(o->operand, polarity);
    if (const auto* i = std::get_if<model::IfElse>(&x.node))
        return both(imply(formula(i->condition, opposite(polarity)), is_none(i->then, polarity)),
                    either(formula(i->condition, polarity), is_none(i->otherwise, polarity)));
    const Tuple y = sig_.fresh("some", sig_.sorts(x.type));
    if (const auto* r = std::get_if<model::Read>(&x.node)) {
        const TableId table = m_[r->record].type.table;
        const Place& place = sig_.place(table, r->field);
        return with_tuple(r->record, polarity, [&](const Tuple& record) {
            if (place.kind == Place::Kind::descent) {  // no strict ancestor: "a non-root has a parent" would need finiteness
                Tuple args = record;
                append(args, y);
                return forall(y, imply(scope_.state->apply(place.first, args), equal(record, y)));
            }
            Term nothing = forall(y, negate(read_relation(*r, record, y)));
            if (place.stale) nothing = both(nothing, negate(scope_.state->apply(*place.stale, record)));
            return nothing;
        });
    }
    return forall(y, negate(names(e, y, opposite(polarity))));
}

Term Evaluate::with_tuple(ExprId e, Polarity polarity, const std::function<Term(const Tuple&)>& use) const {
    if (auto k = known(e)) return use(*k);
    const model::Expr& x = m_[e];
    if (const auto* r = std::get_if<model::RecordAt>(&x.node)) return with_all(r->keys, 0, polarity, {}, use);
    if (const auto* r = std::get_if<model::Read>(&x.node)) {
        const TableId table = m_[r->record].type.table;
        return with_tuple(r->record, polarity, [&](const Tuple& record) {
            if (m_[table].fields[r->field.value].role == Role::key) {
                auto [first, count] = sig_.key_slice(table, r->field.value);
                const auto from = record.begin() + static_cast<std::ptrdiff_t>(first);
                return use(Tuple(from, from + static_cast<std::ptrdiff_t>(count)));
            }
            return bind(
                sig_.sorts(x.type), m_[table].fields[r->field.value].name, polarity,
                [&](const Tuple& y) { return read_relation(*r, record, y); }, use);
        });
    }
    if (const auto* i = std::get_if<model::IfElse>(&x.node))
        return both(imply(formula(i->condition, opposite(polarity)), with_tuple(i->then, polarity, use)),
                    either(formula(i->condition, polarity), with_tuple(i->otherwise, polarity, use)));
    if (const auto* o = std::get_if<model::Old>(&x.node)) {
        const Evaluate old = before();
        if (const auto* r = std::get_if<model::Read>(&m_[o->operand].node); r && !old.known(o->operand))
            return old.with_tuple(o->operand, polarity, use);
    }
    return bind(
        sig_.sorts(x.type), "value", polarity, [&](const Tuple& y) { return names(e, y, opposite(polarity)); }, use);
}

Term Evaluate::with_all(const std::vector<ExprId>& exprs, std::size_t from, Polarity polarity, Tuple terms,
                        const std::function<Term(const Tuple&)>& use) const {
    if (from == exprs.size()) return use(terms);
    return with_terms(exprs[from], polarity, [&](const Tuple& t) {
        Tuple more = terms;
        append(more, t);
        return with_all(exprs, from + 1, polarity, std::move(more), use);
    });
}

Term Evaluate::with_int(ExprId e, Polarity polarity, const std::function<Term(const Term&)>& use) const {
    const model::Expr& x = m_[e];
    return std::visit(
        overloaded{[&](const model::Const& c) { return use(ctx_.int_val(c.value)); },
                   [&](const model::VarRef& v) { return use((*scope_.env)[v.var.value]->known->front()); },
                   [&](const model::Now&) { return use(scope_.state->apply(sig_.now(), {})); },
                   [&](const model::Read& r) {
                       const std::size_t c = sig_.place(m_[r.record].type.table, r.field).first;
                       return with_tuple(r.record, polarity, [&](const Tuple& record) { return use(scope_.state->apply(c, record)); });
                   },
                   [&](const model::Arith& a) {
                       return with_int(a.left, polarity, [&](const Term& left) {
                           return with_int(a.right, polarity,
                                           [&](const Term& right) { return use(a.minus ? left - right : left + right); });
                       });
                   },
                   [&](const model::CountOf& c) {
                       return with_all(c.args, 0, polarity, {},
                                       [&](const Tuple& args) { return use(scope_.state->apply(sig_.count(c.count), args)); });
                   },
                   [&](const model::IfElse& i) {
                       return both(imply(formula(i.condition, opposite(polarity)), with_int(i.then, polarity, use)),
                                   either(formula(i.condition, polarity), with_int(i.otherwise, polarity, use)));
                   },
                   [&](const model::Old& o) { return before().with_int(o.operand, polarity, use); },
                   [&](const auto&) -> Term {
                       assert(false && "no number");
                       return truth(ctx_, false);
                   }},
        x.node);
}

Term Evaluate::with_bits(ExprId e, Polarity polarity, const std::function<Term(const std::vector<Term>&)>& use) const {
    const model::Expr& x = m_[e];
    const bool rights = x.type.kind == Type::Kind::rights;
    const std::size_t width = rights ? m_.rights.size() : m_[x.type.enumeration].names.size() - 1;
    auto spread = [&](const Tuple& terms) {  // a type's own bits to their places
        if (!rights) return terms;
        std::vector<Term> bits(width, truth(ctx_, false));
        const auto own = sig_.rights(x.type);
        for (std::size_t i = 0; i < own.size(); ++i) bits[own[i]] = terms[i];
        return bits;
    };
    return std::visit(
        overloaded{[&](const model::Const& c) {
                       std::vector<Term> bits;
                       for (std::size_t i = 0; i < width; ++i)
                           bits.push_back(truth(ctx_, rights ? (c.value >> i & 1) != 0 : c.value == static_cast<model::Value>(i + 1)));
                       return use(bits);
                   },
                   [&](const model::VarRef& v) { return use(spread(*(*scope_.env)[v.var.value]->known)); },
                   [&](const model::Read& r) {
                       const Place& place = sig_.place(m_[r.record].type.table, r.field);
                       return with_tuple(r.record, polarity, [&](const Tuple& record) {
                           Tuple terms;
                           for (std::size_t i = 0; i < place.count; ++i) terms.push_back(scope_.state->apply(place.first + i, record));
                           return use(spread(terms));
                       });
                   },
                   [&](const model::RightsOp& o) {
                       return with_bits(o.left, polarity, [&](const std::vector<Term>& left) {
                           return with_bits(o.right, polarity, [&](const std::vector<Term>& right) {
                               std::vector<Term> bits;
                               for (std::size_t i = 0; i < width; ++i)
                                   bits.push_back(o.op == model::RightsOp::Op::unite       ? either(left[i], right[i])
                                                  : o.op == model::RightsOp::Op::intersect ? both(left[i], right[i])
                                                                                           : both(left[i], negate(right[i])));
                               return use(bits);
                           });
                       });
                   },
                   [&](const model::IfElse& i) {
                       return both(imply(formula(i.condition, opposite(polarity)), with_bits(i.then, polarity, use)),
                                   either(formula(i.condition, polarity), with_bits(i.otherwise, polarity, use)));
                   },
                   [&](const model::Old& o) { return before().with_bits(o.operand, polarity, use); },
                   [&](const auto&) -> Term {
                       assert(false && "no bits");
                       return truth(ctx_, false);
                   }},
        x.node);
}

Term Evaluate::with_terms(ExprId e, Polarity polarity, const std::function<Term(const Tuple&)>& use) const {
    const Type& type = m_[e].type;
    switch (type.kind) {
        case Type::Kind::reference:
        case Type::Kind::slot: return with_tuple(e, polarity, use);
        case Type::Kind::integer:
        case Type::Kind::instant:
        case Type::Kind::duration: return with_int(e, polarity, [&](const Term& t) { return use({t}); });
        case Type::Kind::enumeration: return with_bits(e, polarity, use);
        case Type::Kind::rights:
            return with_bits(e, polarity, [&](const std::vector<Term>& bits) {
                Tuple own;
                for (std::size_t i : sig_.rights(type)) own.push_back(bits[i]);
                return use(own);
            });
        case Type::Kind::boolean: return use({formula(e, Polarity::negative)});
    }
    assert(false);
    return truth(ctx_, false);
}

Term Evaluate::equals(const std::vector<ExprId>& exprs, const std::vector<model::VarId>& params, const Tuple& terms) const {
    std::vector<Term> parts;
    auto at = terms.begin();
    for (std::size_t i = 0; i < exprs.size(); ++i) {
        const Type& type = m_[params[i]].type;
        const auto width = static_cast<std::ptrdiff_t>(sig_.sorts(type).size());
        const Tuple slice(at, at + width);
        at += width;
        switch (type.kind) {
            case Type::Kind::reference:
            case Type::Kind::slot: parts.push_back(names(exprs[i], slice, Polarity::negative)); break;
            case Type::Kind::boolean: parts.push_back(iff(formula(exprs[i], Polarity::negative), slice[0])); break;
            case Type::Kind::rights:
                parts.push_back(with_bits(exprs[i], Polarity::negative, [&](const std::vector<Term>& bits) {
                    std::vector<Term> same;
                    const auto own = sig_.rights(type);
                    for (std::size_t b = 0; b < own.size(); ++b) same.push_back(iff(bits[own[b]], slice[b]));
                    return all(ctx_, same);
                }));
                break;
            default:
                parts.push_back(with_terms(exprs[i], Polarity::negative, [&](const Tuple& t) {
                    std::vector<Term> same;
                    for (std::size_t b = 0; b < t.size(); ++b) same.push_back(equal(t[b], slice[b]));
                    return all(ctx_, same);
                }));
        }
    }
    return all(ctx_, parts);
}

Tuple Evaluate::ground(ExprId e) const {
    if (auto k = known(e)) return *k;
    // Whatever the reference names, these constants name it too; when it names nothing they are free, so nothing is assumed.
    const auto sorts = sig_.sorts(m_[e].type);
    Tuple out;
    if (scope_.loop.empty()) {
        out = sig_.fresh("ground", sorts);
    } else {
        z3::sort_vector domain(ctx_);
        z3::expr_vector args(ctx_);
        for (const Term& v : scope_.loop) {
            domain.push_back(v.get_sort());
            args.push_back(v);
        }
        for (const Term& name : sig_.fresh("ground", sorts))
            out.push_back(ctx_.function(name.decl().name(), domain, name.get_sort())(args));
    }
    const Tuple y = sig_.fresh("it", sorts);
    Tuple vars = scope_.loop;
    append(vars, y);
    scope_.facts->push_back(forall(vars, imply(names(e, y, Polarity::negative), names(e, out, Polarity::positive))));
    return out;
}

Term Evaluate::integer(ExprId e) const {
    const model::Expr& x = m_[e];
    return std::visit(overloaded{[&](const model::Const& c) -> Term { return ctx_.int_val(c.value); },
                                 [&](const model::VarRef& v) -> Term { return (*scope_.env)[v.var.value]->known->front(); },
                                 [&](const model::Now&) -> Term { return scope_.state->apply(sig_.now(), {}); },
                                 [&](const model::Read& r) -> Term {
                                     return scope_.state->apply(sig_.place(m_[r.record].type.table, r.field).first, ground(r.record));
                                 },
                                 [&](const model::Arith& a) -> Term {
                                     return a.minus ? integer(a.left) - integer(a.right) : integer(a.left) + integer(a.right);
                                 },
                                 [&](const model::CountOf& c) -> Term {
                                     Tuple args;
                                     for (ExprId a : c.args)
                                         append(args, m_[a].type.kind == Type::Kind::reference || m_[a].type.kind == Type::Kind::slot
                                                          ? ground(a)
                                                          : *known(a));
                                     return scope_.state->apply(sig_.count(c.count), args);
                                 },
                                 [&](const model::IfElse& i) -> Term {
                                     return choose(formula(i.condition, Polarity::negative), integer(i.then), integer(i.otherwise));
                                 },
                                 [&](const auto&) -> Term {
                                     assert(false && "no number");
                                     return ctx_.int_val(0);
                                 }},
                      x.node);
}

}  // namespace fief::proofs
