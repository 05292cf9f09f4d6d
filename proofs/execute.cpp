#include "proofs/execute.hpp"

#include <fmt/format.h>

#include <cassert>

namespace fief::proofs {

using model::ExprId;
using model::overloaded;
using model::Role;
using model::TableId;
using model::Type;

namespace {

Term same_record(z3::context& ctx, const Tuple& a, const Tuple& b) { return a.empty() ? truth(ctx, true) : equal(a, b); }

}  // namespace

Execute::Execute(const Signature& signature, const SymbolicState& begin, Environment& env)
    : sig_(signature),
      m_(signature.model()),
      ctx_(signature.context()),
      begin_(begin),
      state_(begin),
      env_(env),
      requires_(truth(ctx_, true)),
      path_(truth(ctx_, true)),
      single_(counts_at_most_one(m_)) {}

Evaluate Execute::here() {
    Scope s;
    s.state = &state_;
    s.env = &env_;
    s.facts = &facts_;
    s.loop = loop_;
    return Evaluate(s);
}

Term Execute::guard() const { return both(requires_, all(ctx_, room_)); }

void Execute::need(const Term& condition, model::Span span, std::string what) {
    const Term there = forall(loop_, imply(checking_ ? requires_ : path_, condition));
    if (!there.is_true()) (checking_ ? check_sites_ : effect_sites_).push_back({there, span, std::move(what)});
}

void Execute::need_defined(ExprId e, Use use) {
    std::set<model::VarId> bound;
    tell_parents(e, use, bound);
    need(here().defined(e), m_[e].span, "reads something that is not there");
}

void Execute::need_fits(ExprId value, const Type& type, model::Span span, const std::string& what) {
    need_defined(value);
    const Type& from = m_[value].type;
    switch (type.kind) {
        case Type::Kind::integer:
            if (from.kind == Type::Kind::integer && from.lo >= type.lo && from.hi <= type.hi) return;
            need(here().with_int(value, Polarity::positive,
                                 [&](const Term& n) { return n >= ctx_.int_val(type.lo) && n <= ctx_.int_val(type.hi); }),
                 span, fmt::format("{} leaves the range {}..{}", what, type.lo, type.hi));
            break;
        case Type::Kind::instant:
        case Type::Kind::duration:
            need(here().with_int(value, Polarity::positive, [&](const Term& n) { return n >= 0; }), span,
                 fmt::format("{} is before the beginning", what));
            break;
        case Type::Kind::rights:
            need(here().with_bits(value, Polarity::positive,
                                  [&](const std::vector<Term>& has) {
                                      std::vector<Term> parts;
                                      for (std::size_t i = 0; i < has.size(); ++i)
                                          if (!(m_[type.table].rights >> i & 1)) parts.push_back(negate(has[i]));
                                      return all(ctx_, parts);
                                  }),
                 span, fmt::format("{} has a right that {} does not know", what, m_[type.table].name));
            break;
        case Type::Kind::reference:
            if (!type.optional && (from.optional || from.weak)) {
                const Tuple y = sig_.fresh("there", sig_.sorts(type));
                need(exists(y, here().names(value, y, Polarity::negative)), span, fmt::format("{} may be none", what));
            }
            break;
        default: break;
    }
}

Tuple Execute::bits(ExprId value, const Type& type) {
    const Evaluate eval = here();
    Tuple out;
    if (type.kind == Type::Kind::rights) {
        for (std::size_t i : sig_.rights(type))
            out.push_back(eval.with_bits(value, Polarity::negative, [&](const std::vector<Term>& b) { return b[i]; }));
    } else {
        const std::size_t n = m_[type.enumeration].names.size() - 1;
        for (std::size_t i = 0; i < n; ++i)
            out.push_back(eval.with_bits(value, Polarity::negative, [&](const std::vector<Term>& b) { return b[i]; }));
    }
    return out;
}

Term Execute::names(ExprId value, const Tuple& tuple) {
    const Evaluate eval = here();
    if (!loop_.empty() || !eval.is_parent(value)) return eval.names(value, tuple, Polarity::negative);
    const auto& read = std::get<model::Read>(m_[value].node);
    const auto known = parent_of(read);
    if (!known) return eval.names(value, tuple, Polarity::negative);
    Tuple args = known->record;
    append(args, known->parent);
    const Term above = state_.apply(sig_.place(m_[read.record].type.table, read.field).first, args);
    return both(both(above, negate(equal(known->record, known->parent))), equal(tuple, known->parent));
}

Symbolic Execute::value_of(model::VarId var, ExprId value) {
    const Type& type = m_[var].type;
    const Evaluate eval = here();
    Symbolic s;
    switch (type.kind) {
        case Type::Kind::boolean: s.known = Tuple{eval.formula(value, Polarity::negative)}; break;
        case Type::Kind::integer:
        case Type::Kind::instant:
        case Type::Kind::duration: s.known = Tuple{eval.integer(value)}; break;
        case Type::Kind::enumeration:
        case Type::Kind::rights: s.known = bits(value, type); break;
        case Type::Kind::reference:
        case Type::Kind::slot:
            if (auto k = eval.known(value)) {
                s.known = k;
            } else if (!type.optional && !type.weak) {
                s.known = eval.ground(value);
            } else {
                s.params = sig_.fresh(m_[var].name, sig_.sorts(type));
                s.is = names(value, s.params);
            }
            break;
    }
    return s;
}

void Execute::give(model::VarId var, Symbolic value) {
    env_[var.value] = value;
    results_.insert_or_assign(var, std::move(value));
}

Symbolic Execute::first_value(const Type& type) const {
    Symbolic s;
    switch (type.kind) {
        case Type::Kind::boolean: s.known = Tuple{truth(ctx_, false)}; break;
        case Type::Kind::integer: s.known = Tuple{ctx_.int_val(type.lo)}; break;
        case Type::Kind::instant:
        case Type::Kind::duration: s.known = Tuple{ctx_.int_val(0)}; break;
        case Type::Kind::enumeration:
        case Type::Kind::rights: s.known = Tuple(sig_.sorts(type).size(), truth(ctx_, false)); break;
        case Type::Kind::slot: s.known = Tuple{sig_.slot_literal(type.table, type.key, 0)}; break;
        case Type::Kind::reference:
            s.params = sig_.fresh("none", sig_.sorts(type));
            s.is = truth(ctx_, false);
            break;
    }
    return s;
}

void Execute::merge_results(const Term& condition, const Results& then) {
    Results both_ways = then;
    both_ways.insert(results_.begin(), results_.end());
    for (const auto& entry : both_ways) {
        const model::VarId var = entry.first;
        const Type& type = m_[var].type;
        auto in = [&](const Results& results) {
            const auto at = results.find(var);
            return at == results.end() ? first_value(type) : at->second;
        };
        const Symbolic yes = in(then), no = in(results_);
        Symbolic merged;
        if (type.kind == Type::Kind::reference || type.kind == Type::Kind::slot) {
            merged.params = sig_.fresh(m_[var].name, sig_.sorts(type));
            auto names = [&](const Symbolic& s) {
                if (!s.known) return substitute(*s.is, s.params, merged.params);
                return same_record(ctx_, *s.known, merged.params);
            };
            merged.is = choose(condition, names(yes), names(no));
        } else {
            merged.known = Tuple{};
            for (std::size_t i = 0; i < yes.known->size(); ++i) merged.known->push_back(choose(condition, (*yes.known)[i], (*no.known)[i]));
        }
        give(var, std::move(merged));
    }
}

void Execute::checks(const std::vector<model::Check>& checks) {
    checking_ = true;
    for (const model::Check& check : checks) {
        std::visit(overloaded{[&](const model::Let& l) {
                                  need_defined(l.value);
                                  env_[l.var.value] = value_of(l.var, l.value);
                              },
                              [&](const model::Require& r) {
                                  need_defined(r.condition);
                                  required_.push_back({here().formula(r.condition, Polarity::positive), r.error});
                                  requires_ = both(requires_, required_.back().condition);
                              }},
                   check.node);
    }
    checking_ = false;
}

void Execute::effects(const model::Block& block) {
    run(block);
    tell_entered();
}

void Execute::run(const model::Block& block) {
    for (const model::Stmt& s : block) run(s);
}

void Execute::run(const model::Stmt& stmt) {
    std::visit(overloaded{[&](const model::Let& s) {
                              need_defined(s.value);
                              env_[s.var.value] = value_of(s.var, s.value);
                          },
                          [&](const model::Assign& s) { assign(s, stmt.span); },
                          [&](const model::SetResult& s) {
                              need_fits(s.value, m_[s.var].type, stmt.span, fmt::format("the result `{}`", m_[s.var].name));
                              give(s.var, value_of(s.var, s.value));
                          },
                          [&](const model::New& s) { create(s, stmt.span); }, [&](const model::Drop& s) { drop(s, stmt.span); },
                          [&](const model::For& s) { loop(s); }, [&](const model::Pick& s) { pick(s); },
                          [&](const model::If& s) { branch(s); }, [&](const model::Emit& s) { emit(s, stmt.span); },
                          [&](const model::Force& s) {
                              const std::size_t c = sig_.forced(s.revocation);
                              const Tuple& p = sig_.components()[c].params;
                              set(c, either(state_.body(c), here().names(s.record, p, Polarity::negative)), false);
                          },
                          [&](const model::Scope& s) { run(s.body); }},
               stmt.node);
}

void Execute::set(std::size_t component, const Term& body, bool own) {
    if (!own && !z3::eq(body, state_.body(component))) foreign_.insert(component);
    state_.set(component, body);
}

// ---- single records -------------------------------------------------------------------------------------------------

void Execute::write(TableId table, model::FieldId field, const std::function<Term(const Tuple&)>& at, ExprId value, bool own) {
    const Place& place = sig_.place(table, field);
    const Type& type = m_[table].fields[field.value].type;
    const std::size_t width = sig_.sorts(table).size();
    const Evaluate eval = here();
    auto update = [&](std::size_t c, const Term& to) {
        set(c, choose(at(head(sig_.components()[c].params, width)), to, state_.body(c)), own);
    };
    switch (place.kind) {
        case Place::Kind::boolean: update(place.first, eval.formula(value, Polarity::negative)); break;
        case Place::Kind::integer: update(place.first, eval.integer(value)); break;
        case Place::Kind::bits: {
            const Tuple to = bits(value, type);
            for (std::size_t i = 0; i < place.count; ++i) update(place.first + i, to[i]);
            break;
        }
        case Place::Kind::relation: {
            const Tuple y = tail(sig_.components()[place.first].params, width);
            const Term to = names(value, y);
            if (place.stale) {
                Term stale = truth(ctx_, false);
                if (const auto* r = std::get_if<model::Read>(&m_[value].node); r && m_[value].type.weak)
                    stale = eval.with_tuple(r->record, Polarity::negative, [&](const Tuple& t) {
                        return state_.apply(*sig_.place(m_[r->record].type.table, r->field).stale, t);
                    });
                update(*place.stale, stale);
            }
            update(place.first, to);
            break;
        }
        case Place::Kind::descent: assert(false && "written by write_parent"); break;
    }
}

/// The very record that the loop is at.
bool Execute::of_loop(TableId table, const Tuple& record) const {
    return loop_table_ == table && z3::eq(same_record(ctx_, record, loop_), truth(ctx_, true));
}

void Execute::assign(const model::Assign& s, model::Span span) {
    const TableId table = m_[s.record].type.table;
    const model::Field& field = m_[table].fields[s.field.value];
    need_defined(s.record, Use::followed);
    const Evaluate eval = here();
    const Tuple record = eval.ground(s.record);
    need(eval.is_live(table, record), span, "assigns a field of a record that is not live");
    need_fits(s.value, field.type, span, fmt::format("`{}.{}`", m_[table].name, field.name));
    const bool own = of_loop(table, record);
    const SymbolicState was = state_;
    write(
        table, s.field, [&](const Tuple& x) { return same_record(ctx_, x, record); }, s.value, own);
    if (field.role == Role::owner) {
        const std::size_t owner = sig_.place(table, s.field).first;
        const Tuple e = sig_.fresh("owner", sig_.sorts(field.type));
        stale_out(state_, table, [&](const Tuple& x) {
            Tuple args = x;
            append(args, e);
            return both(same_record(ctx_, x, record), exists(e, negate(iff(was.apply(owner, args), state_.apply(owner, args)))));
        });
    }
    if (!loop_table_) recount_one(was, table, record);
}

void Execute::recount_one(const SymbolicState& was, TableId table, const Tuple& record) {
    recount(was, state_, env_, Touched{table, record}, facts_);
    for (const Touched& t : touched_)
        if (t.table == table && z3::eq(same_record(ctx_, t.record, record), truth(ctx_, true))) return;
    touched_.push_back({table, record});
}

void Execute::tell_entered() {
    for (const Touched& t : touched_)
        for (const model::CountId count : single_)
            if (auto witness = witness_of_entry(begin_, state_, count, t, env_)) facts_.push_back(*witness);
}

void Execute::create(const model::New& s, model::Span span) {
    const model::Table& table = m_[s.table];
    Tuple record;
    for (ExprId k : s.keys) {
        need_defined(k, Use::followed);
        append(record, here().ground(k));
    }
    if (s.keys.size() < table.keys.size()) {
        // Some record that was not live when the call began, and is not live now.
        const Tuple rest = sig_.fresh(m_[s.var].name.empty() ? "taken" : m_[s.var].name, tail_sorts(s.table, record.size()));
        const Tuple given = record;
        append(record, rest);
        const std::size_t live = *sig_.live(s.table);
        Term free = negate(begin_.apply(live, record));
        if (!state_.same(begin_, live)) free = both(free, negate(state_.apply(live, record)));
        room_.push_back(imply(path_, free));
        taken_.push_back({table.pool() ? Taken::Kind::name : Taken::Kind::entry, given, rest, path_, free});
    } else if (auto live = sig_.live(s.table)) {
        need(negate(state_.apply(*live, record)), span, fmt::format("makes an entry of `{}` that is live already", table.name));
    }
    const bool own = of_loop(s.table, record);
    if (loop_table_ && table.field(Role::parent)) derives_in_loop_ = true;
    auto at = [&](const Tuple& x) { return same_record(ctx_, x, record); };
    const SymbolicState was = state_;
    std::size_t init = 0;
    // Every value is read before the record lives.
    std::vector<std::pair<model::FieldId, ExprId>> values;
    for (std::uint32_t f = 0; f < table.fields.size(); ++f)
        if (table.fields[f].role != Role::key) values.emplace_back(model::FieldId{f}, s.inits[init++]);
    for (const auto& [field, value] : values) {
        if (table.fields[field.value].role == Role::parent) need_defined(value, Use::as_parent);
        else
            need_fits(value, table.fields[field.value].type, m_[value].span,
                      fmt::format("`{}.{}`", table.name, table.fields[field.value].name));
    }
    SymbolicState next = state_;
    for (const auto& [field, value] : values) {
        const SymbolicState keep = state_;
        if (table.fields[field.value].role == Role::parent) write_parent(s.table, at, value);
        else write(s.table, field, at, value, own);
        const Place& place = sig_.place(s.table, field);
        for (std::size_t i = 0; i < place.count; ++i) next.set(place.first + i, state_.body(place.first + i));
        if (place.stale) next.set(*place.stale, state_.body(*place.stale));
        state_ = keep;
    }
    state_ = next;
    if (auto live = sig_.live(s.table)) set(*live, either(at(sig_.components()[*live].params), state_.body(*live)), own);
    if (m_[s.var].kind == model::Var::Kind::result) give(s.var, Symbolic{record, {}, std::nullopt});
    else env_[s.var.value] = Symbolic{record, {}, std::nullopt};
    if (!loop_table_) {
        // A group that comes to life counts what named it before it was there: nothing, but the solver cannot know.
        for (const Term& t : witnesses_of_counts(was, s.table, record, env_)) facts_.push_back(t);
        recount_one(was, s.table, record);
    }
}

std::vector<z3::sort> Execute::tail_sorts(TableId table, std::size_t from) const {
    const auto& sorts = sig_.sorts(table);
    return {sorts.begin() + static_cast<std::ptrdiff_t>(from), sorts.end()};
}

/// `of` is the parent or one of its ancestors.
Term Execute::ancestor(ExprId parent, TableId table, const Tuple& of) {
    const Evaluate eval = here();
    const std::size_t descent = sig_.place(table, *m_[table].field(Role::parent)).first;
    auto descends = [&](const Tuple& below) {
        Tuple args = below;
        append(args, of);
        return state_.apply(descent, args);
    };
    if (const auto* i = std::get_if<model::IfElse>(&m_[parent].node))
        return choose(eval.formula(i->condition, Polarity::negative), ancestor(i->then, table, of), ancestor(i->otherwise, table, of));
    if (const auto* c = std::get_if<model::Const>(&m_[parent].node); c && c->value == model::none) return truth(ctx_, false);
    if (const auto* r = std::get_if<model::Read>(&m_[parent].node);
        r && m_[r->record].type.table == table && m_[table].fields[r->field.value].role == Role::parent)
        return eval.with_tuple(r->record, Polarity::negative, [&](const Tuple& x) { return both(descends(x), negate(equal(x, of))); });
    if (auto k = eval.known(parent)) return descends(*k);
    const Tuple y = sig_.fresh("parent", sig_.sorts(table));
    return exists(y, both(eval.names(parent, y, Polarity::negative), descends(y)));
}

void Execute::write_parent(TableId table, const std::function<Term(const Tuple&)>& at, ExprId parent) {
    const Evaluate eval = here();
    const Tuple y = sig_.fresh("parent", sig_.sorts(table));
    need(forall(y, imply(eval.names(parent, y, Polarity::negative), eval.is_live(table, y))), m_[parent].span,
         "is derived from a record that is not live");
    const std::size_t descent = sig_.place(table, *m_[table].field(Role::parent)).first;
    const std::size_t width = sig_.sorts(table).size();
    const Tuple& params = sig_.components()[descent].params;
    const Tuple below = head(params, width), above = tail(params, width);
    set(descent, either(state_.body(descent), both(at(below), either(equal(below, above), ancestor(parent, table, above)))), false);
}

void Execute::drop(const model::Drop& s, model::Span span) {
    const TableId table = m_[s.record].type.table;
    need_defined(s.record, Use::followed);
    const Tuple record = here().ground(s.record);
    need(here().is_live(table, record), span, "drops a record that is not live");
    const SymbolicState was = state_;
    const bool own = of_loop(table, record);
    remove(
        state_, table, [&](const Tuple& x) { return same_record(ctx_, x, record); }, own);
    if (!loop_table_) recount_one(was, table, record);
}

void Execute::remove(SymbolicState& state, TableId table, const std::function<Term(const Tuple&)>& gone, bool own) {
    const std::size_t width = sig_.sorts(table).size();
    auto clear = [&](std::size_t c) {
        const Tuple& params = sig_.components()[c].params;
        state.set(c, both(state.body(c), negate(gone(head(params, width)))));
        if (!own) foreign_.insert(c);
    };
    stale_out(state, table, gone);
    if (auto live = sig_.live(table)) clear(*live);
    for (std::uint32_t f = 0; f < m_[table].fields.size(); ++f) {
        const Place& place = sig_.place(table, model::FieldId{f});
        if (place.kind == Place::Kind::relation) clear(place.first);
        if (place.stale) clear(*place.stale);
        if (place.kind == Place::Kind::descent) {
            const Tuple& params = sig_.components()[place.first].params;
            state.set(place.first,
                      all(ctx_, {state.body(place.first), negate(gone(head(params, width))), negate(gone(tail(params, width)))}));
        }
    }
}

/// Weak references to these records turn stale.
void Execute::stale_out(SymbolicState& state, TableId table, const std::function<Term(const Tuple&)>& gone) {
    for (std::uint32_t t = 0; t < m_.tables.size(); ++t) {
        for (std::uint32_t f = 0; f < m_.tables[t].fields.size(); ++f) {
            const model::Field& field = m_.tables[t].fields[f];
            const Place& place = sig_.place(TableId{t}, model::FieldId{f});
            if (!place.stale || field.type.table != table) continue;
            const std::size_t width = sig_.sorts(TableId{t}).size();
            const Term names = state.body(place.first);
            const Tuple& params = sig_.components()[place.first].params;
            const Tuple& holder = sig_.components()[*place.stale].params;
            const Tuple y = sig_.fresh("gone", sig_.sorts(table));
            Tuple args = holder;
            append(args, y);
            state.set(*place.stale, either(state.body(*place.stale), exists(y, both(state.apply(place.first, args), gone(y)))));
            state.set(place.first, both(names, negate(gone(tail(params, width)))));
            foreign_.insert(*place.stale);
            foreign_.insert(place.first);
        }
    }
}

void Execute::emit(const model::Emit& s, model::Span span) {
    const model::Event& event = m_[s.event];
    for (std::size_t i = 0; i < s.args.size(); ++i)
        need_fits(s.args[i], m_[event.params[i]].type, span, fmt::format("`{}` of `{}`", m_[event.params[i]].name, event.name));
    const std::size_t c = sig_.emitted(s.event);
    set(c, either(state_.body(c), here().equals(s.args, event.params, sig_.components()[c].params)), false);
}

}  // namespace fief::proofs
