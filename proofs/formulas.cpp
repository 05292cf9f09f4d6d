// Evaluate: Boolean expressions, and where they are defined.

#include "proofs/evaluate.hpp"

#include <cassert>

namespace fief::proofs {

using model::ExprId;
using model::overloaded;
using model::Role;
using model::TableId;
using model::Type;

Term Evaluate::is_live(TableId table, const Tuple& record) const {
    auto live = sig_.live(table);
    return live ? scope_.state->apply(*live, record) : truth(ctx_, true);
}

Term Evaluate::in_range(const Type& type, const Tuple& terms, bool leading) const {
    switch (type.kind) {
        case Type::Kind::reference: {
            const Term here = is_live(type.table, terms);
            return leading && scope_.before ? either(before().is_live(type.table, terms), here) : here;
        }
        case Type::Kind::integer: return terms[0] >= ctx_.int_val(type.lo) && terms[0] <= ctx_.int_val(type.hi);
        case Type::Kind::instant:
        case Type::Kind::duration: return terms[0] >= 0;
        case Type::Kind::enumeration: {
            std::vector<Term> parts;
            for (std::size_t i = 0; i < terms.size(); ++i)
                for (std::size_t j = 0; j < i; ++j) parts.push_back(negate(both(terms[i], terms[j])));
            return all(ctx_, parts);
        }
        case Type::Kind::boolean:
        case Type::Kind::rights:
        case Type::Kind::slot: return truth(ctx_, true);
    }
    assert(false);
    return truth(ctx_, true);
}

Term Evaluate::quantified(const model::Quantified& q, Polarity polarity, bool leading) const {
    Tuple all_vars;
    std::vector<Term> ranges;
    for (model::VarId v : q.vars) {
        const model::Var& var = m_[v];
        Tuple terms = sig_.fresh(var.name, sig_.sorts(var.type));
        ranges.push_back(in_range(var.type, terms, leading));
        append(all_vars, terms);
        (*scope_.env)[v.value] = Symbolic{terms, {}, std::nullopt};
    }
    const auto* inner = leading ? std::get_if<model::Quantified>(&m_[q.body].node) : nullptr;
    const Term body = inner && inner->forall ? quantified(*inner, polarity, true) : formula(q.body, polarity);
    const Term range = all(ctx_, ranges);
    return q.forall ? forall(all_vars, imply(range, body)) : exists(all_vars, both(range, body));
}

Term Evaluate::property(ExprId e) const {
    if (const auto* q = std::get_if<model::Quantified>(&m_[e].node); q && q->forall) return quantified(*q, Polarity::positive, true);
    return formula(e, Polarity::positive);
}

Term Evaluate::equality(const model::Equal& e, Polarity polarity) const {
    const Type& type = m_[e.left].type;
    switch (type.kind) {
        case Type::Kind::boolean:
            return both(imply(formula(e.left, opposite(polarity)), formula(e.right, polarity)),
                        imply(formula(e.right, opposite(polarity)), formula(e.left, polarity)));
        case Type::Kind::integer:
        case Type::Kind::instant:
        case Type::Kind::duration:
            return with_int(e.left, polarity, [&](const Term& left) {
                return with_int(e.right, polarity, [&](const Term& right) { return equal(left, right); });
            });
        case Type::Kind::enumeration:
        case Type::Kind::rights:
            return with_bits(e.left, polarity, [&](const std::vector<Term>& left) {
                return with_bits(e.right, polarity, [&](const std::vector<Term>& right) {
                    std::vector<Term> same;
                    for (std::size_t i = 0; i < left.size(); ++i) same.push_back(iff(left[i], right[i]));
                    return all(ctx_, same);
                });
            });
        case Type::Kind::reference:
        case Type::Kind::slot: break;
    }
    if (none_literal(e.right)) return is_none(e.left, polarity);
    if (none_literal(e.left)) return is_none(e.right, polarity);
    if (auto right = known(e.right)) return names(e.left, *right, polarity);
    if (auto left = known(e.left)) return names(e.right, *left, polarity);
    // What has to be there is followed like any path. To read, it stays what it is for references that may be none: both name the same.
    if (!Literally::now() && has_to_be_there(e.left) && has_to_be_there(e.right))
        return with_tuple(e.left, polarity, [&](const Tuple& y) { return names(e.right, y, polarity); });
    const Tuple y = sig_.fresh("same", sig_.sorts(type));
    return forall(y, iff(names(e.left, y, Polarity::negative), names(e.right, y, Polarity::negative)));
}

bool Evaluate::has_to_be_there(ExprId e) const {
    const Type& type = m_[e].type;
    return type.kind == Type::Kind::slot || (!type.optional && !type.weak);
}

/// `x.f is not none implies x.f is live`, which says every optional reference's `refers`: the read, or nothing.
const model::Read* Evaluate::live_where_there(const model::Implies& i) const {
    const auto* there = std::get_if<model::Not>(&m_[i.left].node);
    const auto* equal = there ? std::get_if<model::Equal>(&m_[there->operand].node) : nullptr;
    const auto* live = std::get_if<model::Live>(&m_[i.right].node);
    if (!equal || !live || !none_literal(equal->right)) return nullptr;
    const auto* left = std::get_if<model::Read>(&m_[equal->left].node);
    const auto* right = std::get_if<model::Read>(&m_[live->record].node);
    if (!left || !right || left->field != right->field || m_[live->record].type.weak) return nullptr;
    const auto* x = std::get_if<model::VarRef>(&m_[left->record].node);
    const auto* y = std::get_if<model::VarRef>(&m_[right->record].node);
    return x && y && x->var == y->var ? right : nullptr;
}

/// Whatever it names is live: no existential, unlike "it names something that is live". Of a parent, every ancestor.
Term Evaluate::names_only_live(const model::Read& r) const {
    const TableId table = m_[r.record].type.table;
    const Type& type = m_[table].fields[r.field.value].type;
    const Place& place = sig_.place(table, r.field);
    return with_tuple(r.record, Polarity::positive, [&](const Tuple& record) {
        const Tuple y = sig_.fresh("named", sig_.sorts(type));
        Tuple args = record;
        append(args, y);
        return forall(y, imply(scope_.state->apply(place.first, args), is_live(type.table, y)));
    });
}

Term Evaluate::formula(ExprId e, Polarity polarity) const {
    const model::Expr& x = m_[e];
    return std::visit(
        overloaded{
            [&](const model::Const& c) { return truth(ctx_, c.value != 0); },
            [&](const model::VarRef& v) { return (*scope_.env)[v.var.value]->known->front(); },
            [&](const model::Read& r) {
                const std::size_t c = sig_.place(m_[r.record].type.table, r.field).first;
                return with_tuple(r.record, polarity, [&](const Tuple& record) { return scope_.state->apply(c, record); });
            },
            [&](const model::Live& l) {
                // `none` is not live: what the reference names must be there, whatever the polarity.
                if (auto k = known(l.record)) return is_live(m_[l.record].type.table, *k);
                const Type& type = m_[l.record].type;
                if (!type.optional) return with_tuple(l.record, polarity, [&](const Tuple& r) { return is_live(type.table, r); });
                // A parent is the nearest ancestor: that one exists needs finiteness, so what is to be shown says "is no root, and".
                if (polarity == Polarity::positive && is_parent(l.record))
                    return both(negate(is_none(l.record, Polarity::negative)),
                                with_tuple(l.record, polarity, [&](const Tuple& r) { return is_live(type.table, r); }));
                return with_tuple(l.record, Polarity::negative, [&](const Tuple& r) { return is_live(type.table, r); });
            },
            [&](const model::Current& c) {
                return with_tuple(c.reference, Polarity::negative, [&](const Tuple& r) { return is_live(m_[c.reference].type.table, r); });
            },
            [&](const model::Full& f) {
                return with_all(f.keys, 0, polarity, {}, [&](const Tuple& leading) {
                    const auto& sorts = sig_.sorts(f.table);
                    const Tuple rest = sig_.fresh("free", {sorts.begin() + static_cast<std::ptrdiff_t>(leading.size()), sorts.end()});
                    Tuple record = leading;
                    append(record, rest);
                    return forall(rest, is_live(f.table, record));
                });
            },
            [&](const model::Not& n) { return negate(formula(n.operand, opposite(polarity))); },
            [&](const model::And& a) {
                std::vector<Term> parts;
                for (ExprId o : a.operands) parts.push_back(formula(o, polarity));
                return all(ctx_, parts);
            },
            [&](const model::Or& a) {
                std::vector<Term> parts;
                for (ExprId o : a.operands) parts.push_back(formula(o, polarity));
                return any(ctx_, parts);
            },
            [&](const model::Implies& i) {
                if (const model::Read* r = polarity == Polarity::positive ? live_where_there(i) : nullptr) return names_only_live(*r);
                return imply(formula(i.left, opposite(polarity)), formula(i.right, polarity));
            },
            [&](const model::Equal& q) { return equality(q, polarity); },
            [&](const model::Less& l) {
                return with_int(l.left, polarity, [&](const Term& left) {
                    return with_int(l.right, polarity, [&](const Term& right) { return l.or_equal ? left <= right : left < right; });
                });
            },
            [&](const model::Within& w) {
                return with_bits(w.left, polarity, [&](const std::vector<Term>& left) {
                    return with_bits(w.right, polarity, [&](const std::vector<Term>& right) {
                        std::vector<Term> parts;
                        for (std::size_t i = 0; i < left.size(); ++i) parts.push_back(imply(left[i], right[i]));
                        return all(ctx_, parts);
                    });
                });
            },
            [&](const model::Descends& d) {
                const TableId table = m_[d.below].type.table;
                const std::size_t descent = sig_.place(table, *m_[table].field(Role::parent)).first;
                return with_tuple(d.below, polarity, [&](const Tuple& below) {
                    return with_tuple(d.above, polarity, [&](const Tuple& above) {
                        Tuple args = below;
                        append(args, above);
                        const Term descends = scope_.state->apply(descent, args);
                        return d.strictly ? both(descends, negate(equal(below, above))) : descends;
                    });
                });
            },
            [&](const model::Related& r) {
                return with_all({r.left, r.right}, 0, polarity, {}, [&](const Tuple& pair) {
                    z3::expr_vector args(ctx_);
                    for (const Term& t : pair) args.push_back(t);
                    return sig_.relation(r.relation)(args);
                });
            },
            [&](const model::IfElse& i) {
                return both(imply(formula(i.condition, opposite(polarity)), formula(i.then, polarity)),
                            either(formula(i.condition, polarity), formula(i.otherwise, polarity)));
            },
            [&](const model::Quantified& q) { return quantified(q, polarity, false); },
            [&](const model::Old& o) { return before().formula(o.operand, polarity); },
            [&](const model::ByKernel&) { return truth(ctx_, !scope_.step->caller); },
            [&](const model::TimePasses&) { return truth(ctx_, !scope_.step->call); },
            [&](const model::Called& c) {
                if (scope_.step->call != c.call) return truth(ctx_, false);
                if (!c.args || scope_.step->any_args) return truth(ctx_, true);
                std::vector<Term> parts;
                const auto& params = m_[c.call].params;
                for (std::size_t i = 0; i < params.size(); ++i) {
                    const Symbolic& value = *(*scope_.env)[params[i].value];
                    const ExprId arg = (*c.args)[i];
                    if (value.known) {
                        parts.push_back(equals({arg}, {params[i]}, *value.known));
                    } else {
                        const Tuple y = sig_.fresh("same", sig_.sorts(m_[params[i]].type));
                        parts.push_back(forall(y, iff(names(arg, y, Polarity::negative), substitute(*value.is, value.params, y))));
                    }
                }
                return all(ctx_, parts);
            },
            [&](const model::Emitted& m) {
                return with_all(m.args, 0, polarity, {},
                                [&](const Tuple& args) { return scope_.state->apply(sig_.emitted(m.event), args); });
            },
            [&](const model::Forced& f) {
                return with_tuple(f.record, polarity, [&](const Tuple& r) { return scope_.state->apply(sig_.forced(f.revocation), r); });
            },
            [&](const auto&) -> Term {
                assert(false && "no formula");
                return truth(ctx_, false);
            }},
        x.node);
}

// ---- where an expression is defined ---------------------------------------------------------------------------------

/// A reference that names something.
Term Evaluate::there(ExprId e) const {
    const Type& type = m_[e].type;
    Term d = defined(e);
    if (type.kind != Type::Kind::reference || known(e) || has_to_be_there(e)) return d;
    const Tuple y = sig_.fresh("there", sig_.sorts(type));
    return both(d, exists(y, names(e, y, Polarity::negative)));
}

/// A reference to a record whose fields may be read.
Term Evaluate::record_there(ExprId e) const {
    const TableId table = m_[e].type.table;
    const Term d = there(e);
    if (!sig_.live(table)) return d;
    return both(d, with_tuple(e, Polarity::positive, [&](const Tuple& r) { return is_live(table, r); }));
}

Term Evaluate::defined_all(const std::vector<ExprId>& exprs) const {
    std::vector<Term> parts;
    for (ExprId e : exprs) parts.push_back(there(e));
    return all(ctx_, parts);
}

Term Evaluate::defined(ExprId e) const {
    const model::Expr& x = m_[e];
    return std::visit(
        overloaded{
            [&](const model::RecordAt& r) { return defined_all(r.keys); },
            [&](const model::Read& r) {
                const TableId table = m_[r.record].type.table;
                return m_[table].fields[r.field.value].role == Role::key ? there(r.record) : record_there(r.record);
            },
            [&](const model::Live& l) { return defined(l.record); },
            [&](const model::Current& c) { return defined(c.reference); },
            [&](const model::Full& f) { return defined_all(f.keys); },
            [&](const model::Not& n) { return defined(n.operand); },
            [&](const model::And& a) {
                Term out = defined(a.operands.back());
                for (std::size_t i = a.operands.size() - 1; i-- > 0;)
                    out = both(defined(a.operands[i]), imply(formula(a.operands[i], Polarity::negative), out));
                return out;
            },
            [&](const model::Or& a) {
                Term out = defined(a.operands.back());
                for (std::size_t i = a.operands.size() - 1; i-- > 0;)
                    out = both(defined(a.operands[i]), either(formula(a.operands[i], Polarity::positive), out));
                return out;
            },
            [&](const model::Implies& i) { return both(defined(i.left), imply(formula(i.left, Polarity::negative), defined(i.right))); },
            [&](const model::Equal& q) { return both(defined(q.left), defined(q.right)); },
            [&](const model::Less& l) { return both(defined(l.left), defined(l.right)); },
            [&](const model::Arith& a) { return both(defined(a.left), defined(a.right)); },
            [&](const model::RightsOp& o) { return both(defined(o.left), defined(o.right)); },
            [&](const model::Within& w) { return both(defined(w.left), defined(w.right)); },
            [&](const model::Descends& d) { return both(there(d.below), there(d.above)); },
            [&](const model::Related& r) { return both(there(r.left), there(r.right)); },
            [&](const model::CountOf& c) { return defined_all(c.args); },
            [&](const model::IfElse& i) {
                return all(ctx_, {defined(i.condition), imply(formula(i.condition, Polarity::negative), defined(i.then)),
                                  either(formula(i.condition, Polarity::positive), defined(i.otherwise))});
            },
            [&](const model::Quantified&) { return property_defined(e, false); },
            [&](const model::Old& o) { return before().defined(o.operand); },
            [&](const model::Called& c) { return c.args ? defined_all(*c.args) : truth(ctx_, true); },
            [&](const model::Emitted& m) { return defined_all(m.args); },
            [&](const model::Forced& f) { return there(f.record); },
            [&](const auto&) { return truth(ctx_, true); }},
        x.node);
}

Term Evaluate::property_defined(ExprId e, bool leading) const {
    const auto* q = std::get_if<model::Quantified>(&m_[e].node);
    if (!q) return defined(e);
    Tuple all_vars;
    std::vector<Term> ranges;
    for (model::VarId v : q->vars) {
        Tuple terms = sig_.fresh(m_[v].name, sig_.sorts(m_[v].type));
        ranges.push_back(in_range(m_[v].type, terms, leading && q->forall));
        append(all_vars, terms);
        (*scope_.env)[v.value] = Symbolic{terms, {}, std::nullopt};
    }
    return forall(all_vars, imply(all(ctx_, ranges), property_defined(q->body, leading && q->forall)));
}

}  // namespace fief::proofs
