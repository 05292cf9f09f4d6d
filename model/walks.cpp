#include "model/walks.hpp"

#include "model/children.hpp"

#include <algorithm>

namespace fief::model {
namespace {

/// A walk for some conjuncts, and how dear it is.
struct Candidate {
    std::vector<WalkBranch> branches;
    std::vector<ExprId> shown;  ///< the conjuncts that the walk implies
    unsigned cost = 0;
};

class Planner {
public:
    Planner(const Model& model, VarId var, std::span<const VarId> unbound) : m_(model), var_(var), unbound_(unbound) {}

    /// The cheapest walk of a conjunction, with all that it leaves to be tested.
    [[nodiscard]] std::optional<Candidate> conjunction(const std::vector<ExprId>& parts) const {
        std::optional<Candidate> best;
        auto offer = [&](std::optional<Candidate> c) {
            if (c && (!best || c->cost < best->cost)) best = std::move(c);
        };
        if (const Table& t = m_[m_[var_].type.table]; t.keys.empty()) {
            WalkStep one{WalkStep::Kind::record, m_[var_].type.table, {}, false, {}};
            offer(Candidate{{{std::nullopt, {one}, {}}}, {}, 0});
        }
        for (ExprId p : parts) {
            if (const auto* equal = std::get_if<Equal>(&m_[p].node)) {
                offer(equality(p, equal->left, equal->right));
                offer(equality(p, equal->right, equal->left));
            } else if (const auto* d = std::get_if<Descends>(&m_[p].node)) {
                offer(descent(p, *d));
            } else if (std::holds_alternative<Or>(m_[p].node)) {
                offer(disjunction(p));
            }
        }
        offer(row(parts));
        if (!best) return best;
        for (WalkBranch& b : best->branches) {
            std::vector<WalkTest> rest;
            bool placed = false;
            for (ExprId p : parts) {
                const bool shown = std::find(best->shown.begin(), best->shown.end(), p) != best->shown.end();
                if (!shown) rest.push_back({p});
                else if (!placed) rest.insert(rest.end(), b.rest.begin(), b.rest.end()), placed = true;
            }
            b.rest = std::move(rest);
        }
        return best;
    }

private:
    const Model& m_;
    VarId var_;
    std::span<const VarId> unbound_;

    /// It can be evaluated before the walk: it does not depend on the loop, and follows no reference that may be missing.
    [[nodiscard]] bool available(ExprId e) const {
        if (mentions(m_, e, var_)) return false;
        for (VarId v : unbound_)
            if (mentions(m_, e, v)) return false;
        return always_there(e);
    }
    [[nodiscard]] bool always_there(ExprId id) const {
        return std::visit(
            overloaded{
                [&](const Const& c) { return m_[id].type.kind != Type::Kind::reference || c.value >= 0; },
                [&](const VarRef&) { return true; },
                [&](const RecordAt& n) {
                    return std::all_of(n.keys.begin(), n.keys.end(), [&](ExprId k) { return !m_[k].type.optional && always_there(k); });
                },
                [&](const Read& n) { return !m_[n.record].type.optional && !m_[n.record].type.weak && always_there(n.record); },
                [&](const auto&) { return false; },
            },
            m_[id].node);
    }
    [[nodiscard]] bool weak_free(ExprId e) const { return !m_[e].type.weak; }

    [[nodiscard]] bool indexed(TableId table, FieldId field) const {
        const Table& t = m_[table];
        if (!can_index(t.fields[field.value].type)) return false;
        if (t.derived && t.fields[field.value].role == Role::parent) return true;  // the forest's own lists
        return std::any_of(m_.indexes.begin(), m_.indexes.end(), [&](const Index& i) { return i.table == table && i.fields[0] == field; });
    }
    [[nodiscard]] bool leading_key(TableId table, FieldId field) const { return field.value == 0 && !m_[table].keys.empty(); }

    /// The steps from the value of `path` back to the loop's records: `m.target.owner` gives page by owner, pte by target.
    [[nodiscard]] bool back(ExprId path, std::vector<WalkStep>& steps, unsigned& cost) const {
        if (const auto* v = std::get_if<VarRef>(&m_[path].node)) return v->var == var_;
        const auto* read = std::get_if<Read>(&m_[path].node);
        if (!read || m_[read->record].type.optional || m_[read->record].type.weak) return false;
        const TableId table = m_[read->record].type.table;
        if (indexed(table, read->field)) {
            steps.push_back({WalkStep::Kind::index, table, read->field, false, {}});
            cost += 2;
        } else if (leading_key(table, read->field)) {
            const bool whole = m_[table].keys.size() == 1;
            steps.push_back({whole ? WalkStep::Kind::record : WalkStep::Kind::row, table, read->field, false, {std::nullopt}});
            cost += whole ? 1 : 5;
        } else {
            return false;
        }
        return back(read->record, steps, cost);
    }

    [[nodiscard]] std::optional<Candidate> equality(ExprId part, ExprId path, ExprId value) const {
        if (!mentions(m_, path, var_) || !available(value)) return std::nullopt;
        Candidate out;
        WalkBranch branch;
        branch.from = value;
        if (const auto* v = std::get_if<VarRef>(&m_[path].node); v && v->var == var_) {
            branch.steps.push_back({WalkStep::Kind::record, m_[var_].type.table, {}, false, {}});
        } else {
            // Records whose field is `none` are in no list: a value that may be `none` is no start for an optional field.
            if (m_[path].type.optional && m_[value].type.optional) return std::nullopt;
            if (!back(path, branch.steps, out.cost)) return std::nullopt;
        }
        if (m_[path].type.weak || m_[value].type.weak) branch.rest.push_back({part});
        out.branches.push_back(std::move(branch));
        out.shown.push_back(part);
        return out;
    }

    /// `m.via strictly descends from c`: the subtree of c, then back along the path; and `c descends from m`, upwards.
    [[nodiscard]] std::optional<Candidate> descent(ExprId part, const Descends& d) const {
        const bool down = mentions(m_, d.below, var_);
        const ExprId path = down ? d.below : d.above, value = down ? d.above : d.below;
        if (!mentions(m_, path, var_) || !available(value) || m_[path].type.optional || !weak_free(value) || !weak_free(path))
            return std::nullopt;
        Candidate out;
        WalkBranch branch;
        branch.from = value;
        branch.steps.push_back({down ? WalkStep::Kind::subtree : WalkStep::Kind::ancestors, m_[path].type.table, {}, d.strictly, {}});
        out.cost = 4;
        if (!back(path, branch.steps, out.cost)) return std::nullopt;
        out.branches.push_back(std::move(branch));
        out.shown.push_back(part);
        return out;
    }

    [[nodiscard]] std::optional<Candidate> disjunction(ExprId part) const {
        Candidate out;
        std::vector<WalkTest> earlier;
        for (ExprId o : std::get<Or>(m_[part].node).operands) {
            auto one = conjunction(conjuncts(m_, o));
            if (!one) return std::nullopt;
            for (WalkBranch& b : one->branches) {
                b.rest.insert(b.rest.begin(), earlier.begin(), earlier.end());
                out.branches.push_back(std::move(b));
            }
            earlier.push_back({o, true});
            out.cost += 1 + one->cost;
        }
        out.shown.push_back(part);
        return out;
    }

    /// `m.env is e and m.slot is v`: a row, or one record when every key is given.
    [[nodiscard]] std::optional<Candidate> row(const std::vector<ExprId>& parts) const {
        const TableId table = m_[var_].type.table;
        Candidate out;
        WalkStep step{WalkStep::Kind::row, table, {}, false, {}};
        for (std::uint32_t k = 0; k < m_[table].keys.size(); ++k) {
            std::optional<ExprId> value;
            for (ExprId p : parts) {
                const auto* equal = std::get_if<Equal>(&m_[p].node);
                if (!equal || value) continue;
                for (auto [a, b] : {std::pair{equal->left, equal->right}, std::pair{equal->right, equal->left}}) {
                    const auto* read = std::get_if<Read>(&m_[a].node);
                    const auto* v = read ? std::get_if<VarRef>(&m_[read->record].node) : nullptr;
                    if (!v || v->var != var_ || read->field.value != k || !available(b) || m_[b].type.optional || m_[b].type.weak) continue;
                    value = b;
                    out.shown.push_back(p);
                    break;
                }
            }
            if (!value) break;
            step.keys.emplace_back(value);
        }
        if (step.keys.empty()) return std::nullopt;
        const bool whole = step.keys.size() == m_[table].keys.size();
        if (whole) step.kind = WalkStep::Kind::record;
        out.cost = whole ? 0 : 5;
        out.branches.push_back({std::nullopt, {std::move(step)}, {}});
        return out;
    }
};

}  // namespace

bool can_index(const Type& type) {
    return type.kind == Type::Kind::reference || type.kind == Type::Kind::boolean || type.kind == Type::Kind::enumeration;
}

std::vector<ExprId> conjuncts(const Model& model, ExprId expr) {
    std::vector<ExprId> out;
    if (const auto* a = std::get_if<And>(&model[expr].node)) {
        for (ExprId o : a->operands)
            for (ExprId p : conjuncts(model, o)) out.push_back(p);
    } else if (const auto* c = std::get_if<Const>(&model[expr].node); !c || c->value == 0) {
        out.push_back(expr);
    }
    return out;
}

bool mentions(const Model& model, ExprId expr, VarId var) {
    if (const auto* v = std::get_if<VarRef>(&model[expr].node)) return v->var == var;
    bool found = false;
    for_each_child(model[expr].node, [&](ExprId c) { found = found || mentions(model, c, var); });
    return found;
}

std::optional<Plan> plan(const Model& model, VarId loop_var, ExprId where, std::span<const VarId> unbound) {
    if (model[loop_var].type.kind != Type::Kind::reference) return std::nullopt;
    auto found = Planner(model, loop_var, unbound).conjunction(conjuncts(model, where));
    if (!found) return std::nullopt;
    return Plan{std::move(found->branches)};
}

}  // namespace fief::model
