#include "model/literals.hpp"

#include "model/atoms.hpp"
#include "model/literal_expressions.hpp"
#include "model/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace fief::model {
namespace {

using literal::Expressions;
using Kind = Type::Kind;

/// A value that is read from a record, and what must hold for it to be there.
struct Path {
    ExprId value;
    std::vector<ExprId> there;
    unsigned length = 1;
    unsigned whose = 0;  ///< where there are two records: of which, a bit each
};

class Maker : Expressions {
public:
    explicit Maker(Model& model) : Expressions{model, {}} {}

    std::vector<Family> all() {
        std::vector<Family> out;
        atoms_ = atoms(m_);
        const auto tables = static_cast<std::uint32_t>(m_.tables.size());
        for (std::uint32_t t = 0; t < tables; ++t) out.push_back(of_one(TableId{t}));
        for (std::uint32_t t = 0; t < tables; ++t)
            for (std::uint32_t u = t; u < tables; ++u) {
                Family pair = of_two(TableId{t}, TableId{u});
                if (pair.literals.size() > 1) out.push_back(std::move(pair));
            }
        return out;
    }

    /// Of a call's arguments.
    std::vector<Literal> about(const std::vector<VarId>& vars) {
        names_.clear();
        literals_.clear();
        for (VarId v : vars) names_.insert(m_[v].name);
        std::vector<std::vector<Path>> values;
        for (VarId v : vars) {
            const Type type = m_[v].type;
            const ExprId self = make(type, VarRef{v});
            std::vector<Path>& of_var = values.emplace_back();
            of_var.push_back({self, {}, 0});
            if (type.kind != Kind::reference || type.optional || type.weak) {
                of_value({self, {}, 1});
                continue;
            }
            const std::vector<Path> fields = paths(self, 2);
            for (const Path& p : fields) {
                of_value(p);
                if (type_of(p.value).kind != Kind::instant) continue;
                const ExprId now = make(type_of(p.value), Now{});
                literal(p.there, make(boolean(), Less{p.value, now, true}), p.length + 1);
                literal(p.there, make(boolean(), Less{now, p.value, false}), p.length + 1);
            }
            of_var.insert(of_var.end(), fields.begin(), fields.end());
            std::vector<Path> numbers;
            for (const Path& p : of_var) counted(p, numbers);
            of_var.insert(of_var.end(), numbers.begin(), numbers.end());
            referred(self, fields);
        }
        for (std::size_t i = 0; i < values.size(); ++i)
            for (std::size_t j = 0; j <= i; ++j)
                for (std::size_t a = 0; a < values[i].size(); ++a)
                    for (std::size_t b = 0; b < (i == j ? a : values[j].size()); ++b)
                        if (values[i][a].length + values[j][b].length <= 3) of_pair(values[j][b], values[i][a]);
        return std::move(literals_);
    }

private:
    std::vector<Literal> literals_;
    std::vector<Atom> atoms_;
    std::set<std::string> known_;  ///< the first `said_` literals, as they are written
    std::size_t said_ = 0;

    void begin() {
        names_.clear();
        literals_.clear();
        known_.clear();
        said_ = 0;
    }

    void literal(const std::vector<ExprId>& there, ExprId formula, unsigned cost) {
        std::vector<ExprId> parts = there;
        parts.push_back(formula);
        literals_.push_back({conjunction(std::move(parts)), cost + static_cast<unsigned>(there.size())});
    }
    /// The formula, and its opposite, each where what it reads is there.
    void both_ways(const std::vector<ExprId>& there, ExprId formula, unsigned cost) {
        literal(there, formula, cost);
        literal(there, negation(formula), cost);
    }

    [[nodiscard]] static bool of_user(Role role) { return role != Role::since && role != Role::entered; }

    /// The fields of a record, and of what it refers to.
    std::vector<Path> paths(ExprId record, unsigned length, const std::vector<ExprId>& there = {}) {
        std::vector<Path> out;
        const TableId table = type_of(record).table;
        for (std::uint32_t f = 0; f < m_[table].fields.size(); ++f) {
            const Field field = m_[table].fields[f];
            if (!of_user(field.role)) continue;
            const ExprId value = read(record, FieldId{f});
            out.push_back({value, there, static_cast<unsigned>(there.size()) + 1});
            if (length < 2 || field.type.kind != Kind::reference || field.role == Role::parent) continue;
            std::vector<ExprId> further = there;
            if (field.type.weak) further.push_back(make(boolean(), Current{value}));
            else if (field.type.optional) further.push_back(negation(is_none(value)));
            for (Path& p : paths(value, length - 1, further)) {
                p.length = 2;
                out.push_back(std::move(p));
            }
        }
        return out;
    }

    void of_value(const Path& p) {
        const Type type = type_of(p.value);
        switch (type.kind) {
            case Kind::boolean: both_ways(p.there, p.value, p.length); break;
            case Kind::enumeration:
                for (std::size_t n = 0; n < m_[type.enumeration].names.size(); ++n)
                    both_ways(p.there, equal(p.value, constant(type, static_cast<Value>(n))), p.length);
                break;
            case Kind::reference:
                if (type.weak) both_ways(p.there, make(boolean(), Current{p.value}), p.length);
                else if (type.optional) both_ways(p.there, is_none(p.value), p.length);
                break;
            case Kind::rights:
                for (std::size_t r = 0; r < m_.rights.size(); ++r) {
                    const std::uint64_t bit = std::uint64_t{1} << r;
                    if (m_[type.table].rights & bit)
                        both_ways(p.there, make(boolean(), Within{constant(type, static_cast<Value>(bit)), p.value}), p.length);
                }
                break;
            case Kind::integer:
                both_ways(p.there, equal(p.value, constant(type, type.lo)), p.length);
                if (type.hi != type.lo + 1) both_ways(p.there, equal(p.value, constant(type, type.hi)), p.length);
                break;
            default: break;
        }
    }

    [[nodiscard]] bool comparable(ExprId a, ExprId b) const {
        const Type &x = type_of(a), &y = type_of(b);
        if (x.kind != y.kind || x.weak || y.weak) return false;
        return (x.kind == Kind::reference && x.table == y.table) || (x.kind == Kind::slot && x.table == y.table && x.key == y.key);
    }

    void of_pair(const Path& p, const Path& q) {
        std::vector<ExprId> there = p.there;
        for (ExprId e : q.there)
            if (std::find(there.begin(), there.end(), e) == there.end()) there.push_back(e);
        const unsigned cost = p.length + q.length;
        const Type &x = type_of(p.value), &y = type_of(q.value);
        if (comparable(p.value, q.value)) {
            both_ways(there, equal(p.value, q.value), cost);
        } else if (x.kind == Kind::rights && y.kind == Kind::rights) {
            literal(there, make(boolean(), Within{p.value, q.value}), cost);
            literal(there, make(boolean(), Within{q.value, p.value}), cost);
        } else if (x.kind == Kind::integer && y.kind == Kind::integer) {
            both_ways(there, make(boolean(), Less{p.value, q.value, true}), cost);
            both_ways(there, make(boolean(), Less{q.value, p.value, true}), cost);
        } else if (x.kind == Kind::instant && y.kind == Kind::instant && cost == 2) {
            literal(there, make(boolean(), Less{p.value, q.value, true}), cost);
            literal(there, make(boolean(), Less{q.value, p.value, true}), cost);
        }
    }

    /// Counts of a group that the path names.
    void counted(const Path& p, std::vector<Path>& numbers) {
        const Type type = type_of(p.value);
        if (type.kind != Kind::reference || type.optional || type.weak) return;
        for (std::uint32_t c = 0; c < m_.counts.size(); ++c) {
            const Count& count = m_.counts[c];
            if (count.params.size() != 1 || m_[count.params[0]].type.kind != Kind::reference ||
                m_[count.params[0]].type.table != type.table)
                continue;
            Type number;
            number.kind = Kind::integer;
            number.hi = std::int64_t{1} << 40;
            const ExprId value = make(number, CountOf{CountId{c}, {p.value}});
            both_ways(p.there, equal(value, constant(number, 0)), p.length + 1);
            numbers.push_back({value, p.there, p.length + 1});
        }
    }

    /// Some record of another table that refers to this one; and one of which something simple holds.
    void referred(ExprId record, const std::vector<Path>& mine) {
        const TableId table = type_of(record).table;
        for (std::uint32_t u = 0; u < m_.tables.size(); ++u) {
            for (std::uint32_t f = 0; f < m_.tables[u].fields.size(); ++f) {
                const Field field = m_.tables[u].fields[f];
                if (field.type.kind != Kind::reference || field.type.table != table || field.type.weak || field.role == Role::parent)
                    continue;
                const VarId var = variable(TableId{u});
                const ExprId other = make(record_of(TableId{u}), VarRef{var});
                const ExprId refers = equal(read(other, FieldId{f}), record);
                auto some = [&](std::vector<ExprId> parts, unsigned cost) {
                    const ExprId body = conjunction(std::move(parts));
                    both_ways({}, make(boolean(), Quantified{false, {var}, body}), cost);
                };
                some({refers}, 3);
                const std::vector<Literal> kept = std::exchange(literals_, {});
                for (const Path& p : paths(other, 1)) of_value(p);
                const std::vector<Literal> own = std::exchange(literals_, kept);
                for (const Literal& l : own) some({refers, l.formula}, 4);
                for (const Path& p : paths(other, 1))
                    for (const Path& q : mine)
                        if (q.there.empty() && q.length == 1 && comparable(p.value, q.value)) some({refers, equal(p.value, q.value)}, 5);
            }
        }
    }

    /// Both ways, but for what is there already.
    void once(const std::vector<ExprId>& there, ExprId formula, unsigned cost) {
        for (; said_ < literals_.size(); ++said_) known_.insert(print(m_, literals_[said_].formula));
        both_ways(there, formula, cost);
        for (std::size_t i = literals_.size(); i-- > said_;)
            if (!known_.insert(print(m_, literals_[i].formula)).second) literals_.erase(literals_.begin() + static_cast<std::ptrdiff_t>(i));
        said_ = literals_.size();
    }

    /// What the spec itself asks of such records.
    void asked(const std::vector<VarId>& vars) {
        const auto ask = [&](const Atom& atom, const std::vector<VarId>& by) {
            std::vector<ExprId> there;
            for (ExprId e : atom.there) there.push_back(renamed(m_, e, atom.vars, by));
            once(there, renamed(m_, atom.formula, atom.vars, by), 3);
        };
        for (const Atom& atom : atoms_) {
            if (atom.vars.size() != vars.size()) continue;
            const auto fits = [&](std::size_t i, VarId by) { return m_[atom.vars[i]].type.table == m_[by].type.table; };
            if (vars.size() == 1 && fits(0, vars[0])) ask(atom, vars);
            if (vars.size() == 2 && fits(0, vars[0]) && fits(1, vars[1])) ask(atom, vars);
            if (vars.size() == 2 && fits(0, vars[1]) && fits(1, vars[0])) ask(atom, {vars[1], vars[0]});
        }
    }

    /// The entries of this record that the spec names by number: `ucap[e, 0]`.
    void numbered(ExprId record) {
        std::set<std::pair<std::uint32_t, Value>> slots;
        for (const Expr& x : m_.exprs)
            if (const auto* c = std::get_if<Const>(&x.node); c && x.type.kind == Kind::slot && x.type.key == 1)
                slots.emplace(x.type.table.value, c->value);
        for (const auto& [of, number] : slots) {
            const Table& table = m_.tables[of];
            if (table.keys.size() != 2 || table.keys[0].table != type_of(record).table || table.keys[1].table || table.always_live)
                continue;
            Type slot;
            slot.kind = Kind::slot;
            slot.table = TableId{of};
            slot.key = 1;
            const ExprId entry = make(record_of(TableId{of}), RecordAt{TableId{of}, {record, constant(slot, number)}});
            const ExprId lives = make(boolean(), Live{entry});
            both_ways({}, lives, 2);
            for (const Path& p : paths(entry, 1, {lives})) of_value(p);
        }
    }

    /// Which of two records descends from the other.
    void descent(const Path& p, const Path& q) {
        const Type &x = type_of(p.value), &y = type_of(q.value);
        if (!comparable(p.value, q.value) || x.kind != Kind::reference || !m_[x.table].derived) return;
        std::vector<ExprId> there = p.there;
        there.insert(there.end(), q.there.begin(), q.there.end());
        if (x.optional) there.push_back(negation(is_none(p.value)));
        if (y.optional) there.push_back(negation(is_none(q.value)));
        const unsigned cost = p.length + q.length + 1;
        both_ways(there, make(boolean(), Descends{false, p.value, q.value}), cost);
        both_ways(there, make(boolean(), Descends{false, q.value, p.value}), cost);
    }

    /// The paths to what the key may be, with what must hold for it to be one.
    std::vector<Path> keys(const Key& key, TableId of, std::size_t number, const std::vector<Path>& values) {
        std::vector<Path> out;
        for (Path p : values) {
            const Type type = type_of(p.value);
            if (key.table ? type.kind != Kind::reference || type.table != *key.table
                          : type.kind != Kind::slot || type.table != of || type.key != number)
                continue;
            if (type.weak) p.there.push_back(make(boolean(), Current{p.value}));
            else if (type.optional) p.there.push_back(negation(is_none(p.value)));
            out.push_back(std::move(p));
        }
        return out;
    }

    /// The entries of other tables that the values name, of two records those of both: `joined[w.client, w.region.owner]`.
    void named(const std::vector<TableId>& mine, const std::vector<Path>& values) {
        const bool two = mine.size() > 1;
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t) {
            const std::vector<Key> wanted = m_.tables[t].keys;
            if (wanted.size() < 2 || m_.tables[t].always_live || std::find(mine.begin(), mine.end(), TableId{t}) != mine.end()) continue;
            std::vector<Path> tuples{{{}, {}, 0, 0}};  // of which the values are in `chosen`
            std::vector<std::vector<ExprId>> chosen{{}};
            for (std::size_t k = 0; k < wanted.size(); ++k) {
                std::vector<Path> longer;
                std::vector<std::vector<ExprId>> with;
                for (const Path& p : keys(wanted[k], TableId{t}, k, values))
                    for (std::size_t i = 0; i < tuples.size(); ++i) {
                        if (tuples[i].length + p.length > (two ? 2 : 4)) continue;
                        Path& tuple = longer.emplace_back(tuples[i]);
                        tuple.there.insert(tuple.there.end(), p.there.begin(), p.there.end());
                        tuple.length += p.length;
                        tuple.whose |= p.whose;
                        with.emplace_back(chosen[i]).push_back(p.value);
                    }
                tuples = std::move(longer);
                chosen = std::move(with);
            }
            for (std::size_t i = 0; i < tuples.size(); ++i) {
                if (two && tuples[i].whose != 3) continue;
                const ExprId record = make(record_of(TableId{t}), RecordAt{TableId{t}, chosen[i]});
                if (two) once(tuples[i].there, make(boolean(), Live{record}), tuples[i].length + 1);
                else entry(record, tuples[i], values);
            }
        }
    }

    void entry(ExprId record, const Path& name, const std::vector<Path>& values) {
        const ExprId lives = make(boolean(), Live{record});
        both_ways(name.there, lives, name.length + 1);
        std::vector<ExprId> there = name.there;
        there.push_back(lives);
        for (const Path& p : paths(record, 1, there)) {
            if (std::holds_alternative<Read>(m_[p.value].node) && is_key(p.value)) continue;
            for (const Path& q : values)
                if (q.length <= 1) of_pair({p.value, p.there, 2}, q);
        }
    }
    [[nodiscard]] bool is_key(ExprId e) const {
        const auto& read = std::get<Read>(m_[e].node);
        return m_[type_of(read.record).table].fields[read.field.value].role == Role::key;
    }

    /// Compares sums of two of a record's numbers with other numbers, where the spec itself adds such.
    void sums(const std::vector<Path>& left, const std::vector<Path>& right) {
        const auto terms = [&](const std::vector<Path>& all) {
            std::vector<Path> numbers;
            for (const Path& p : all)
                if (p.length == 1 && type_of(p.value).kind == Kind::integer) numbers.push_back(p);
            if (std::none_of(numbers.begin(), numbers.end(), [&](const Path& p) { return added(p.value); })) return std::vector<Path>{};
            const std::size_t single = numbers.size();
            for (std::size_t i = 0; i < single; ++i)
                for (std::size_t j = 0; j < i; ++j) {
                    const Type &x = type_of(numbers[j].value), &y = type_of(numbers[i].value);
                    Type sum = x;
                    sum.lo += y.lo;
                    sum.hi += y.hi;
                    numbers.push_back({make(sum, Arith{false, numbers[j].value, numbers[i].value}), {}, 2});
                }
            return numbers;
        };
        const bool one = &left == &right;
        const std::vector<Path> a = terms(left), b = one ? a : terms(right);
        for (const Path& p : a) {
            if (one && p.length == 2) {
                // Where two numbers say where something begins and how long it is, it ends within the range of them.
                const auto& parts = std::get<Arith>(m_[p.value].node);
                Type end = type_of(parts.left);
                ++end.hi;
                const ExprId bound = constant(end, end.hi);
                both_ways({}, make(boolean(), Less{p.value, bound, true}), 3);
            }
            for (const Path& q : b) {
                if (p.value == q.value || (one && p.length + q.length < 3)) continue;
                if (!one || p.length < q.length) both_ways({}, make(boolean(), Less{q.value, p.value, true}), p.length + q.length);
                both_ways({}, make(boolean(), Less{p.value, q.value, true}), p.length + q.length);
            }
        }
    }
    /// The spec adds numbers of this field, or takes them away.
    [[nodiscard]] bool added(ExprId number) const {
        const auto& mine = std::get<Read>(m_[number].node);
        const TableId table = type_of(mine.record).table;
        const auto is_it = [&](ExprId e) {
            const auto* read = std::get_if<Read>(&m_[e].node);
            return read != nullptr && read->field == mine.field && type_of(read->record).table == table;
        };
        return std::any_of(m_.exprs.begin(), m_.exprs.end(), [&](const Expr& e) {
            const auto* sum = std::get_if<Arith>(&e.node);
            return sum != nullptr && (is_it(sum->left) || is_it(sum->right));
        });
    }

    /// What the spec asks of one record, of the one that the path leads to.
    void asked_of(const Path& p) {
        const Type type = type_of(p.value);
        if (type.kind != Kind::reference) return;
        for (const Atom& atom : atoms_) {
            if (atom.vars.size() != 1 || m_[atom.vars[0]].type.table != type.table) continue;
            std::vector<ExprId> there = p.there;
            if (type.weak) there.push_back(make(boolean(), Current{p.value}));
            else if (type.optional) there.push_back(negation(is_none(p.value)));
            for (ExprId e : atom.there) there.push_back(replaced(m_, e, atom.vars[0], p.value));
            once(there, replaced(m_, atom.formula, atom.vars[0], p.value), p.length + 3);
        }
    }

    Family of_one(TableId table) {
        begin();
        const VarId var = variable(table);
        const ExprId self = make(record_of(table), VarRef{var});
        const std::vector<Path> all = paths(self, 2);
        for (const Path& p : all) of_value(p);
        std::vector<Path> numbers;
        counted({self, {}, 0}, numbers);
        for (const Path& p : all) counted(p, numbers);
        std::vector<Path> values = all;
        values.insert(values.begin(), {self, {}, 0});
        values.insert(values.end(), numbers.begin(), numbers.end());
        for (std::size_t i = 0; i < values.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                const unsigned length = values[i].length + values[j].length;
                if (length <= 3 || (length == 4 && comparable(values[i].value, values[j].value))) of_pair(values[j], values[i]);
                if (length <= 3) descent(values[i], values[j]);
            }
        sums(all, all);
        const std::size_t before = literals_.size();
        referred(self, all);
        // That something exists for each record makes the solver think of ever more records.
        for (std::size_t l = before; l < literals_.size(); ++l)
            if (std::holds_alternative<Quantified>(m_[literals_[l].formula].node)) literals_[l].cost += 12;
        numbered(self);
        std::vector<Path> far = values;
        for (const Path& p : all) {
            if (p.length != 2 || type_of(p.value).kind != Kind::reference) continue;
            std::vector<ExprId> there = p.there;
            if (type_of(p.value).weak) there.push_back(make(boolean(), Current{p.value}));
            else if (type_of(p.value).optional) there.push_back(negation(is_none(p.value)));
            for (const Path& q : paths(p.value, 1, there)) far.push_back({q.value, q.there, 3});
        }
        named({table}, far);
        asked({var});
        for (const Path& p : all) asked_of(p);
        return {{var}, std::move(literals_)};
    }

    Family of_two(TableId left, TableId right) {
        begin();
        const std::vector<VarId> vars{variable(left), variable(right)};
        const ExprId a = make(record_of(left), VarRef{vars[0]}), b = make(record_of(right), VarRef{vars[1]});
        const std::vector<Path> of_a = paths(a, 1), of_b = paths(b, 1);
        if (left == right) both_ways({}, equal(a, b), 1);
        for (const Path& p : of_a)
            for (const Path& q : of_b) {
                if (!comparable(p.value, q.value)) continue;
                of_pair(p, q);
                descent(p, q);
            }
        for (const Path& p : of_a)
            if (comparable(p.value, b)) of_pair(p, {b, {}, 0});
        for (const Path& q : of_b)
            if (comparable(q.value, a)) of_pair(q, {a, {}, 0});
        if (left == right && m_[left].derived) both_ways({}, make(boolean(), Descends{false, a, b}), 1);
        sums(of_a, of_b);
        asked(vars);
        if (literals_.empty()) return {};
        std::vector<Path> values{{a, {}, 0, 1}, {b, {}, 0, 2}};
        for (const Path& p : of_a) values.push_back({p.value, p.there, p.length, 1});
        for (const Path& q : of_b) values.push_back({q.value, q.there, q.length, 2});
        named({left, right}, values);
        for (const Path& p : values)
            if (p.length > 0) of_value(p);
        return {vars, std::move(literals_)};
    }
};

}  // namespace

std::vector<Family> literal_families(Model& model) { return Maker(model).all(); }

std::vector<Literal> literals_about(Model& model, const std::vector<VarId>& vars) { return Maker(model).about(vars); }

}  // namespace fief::model
