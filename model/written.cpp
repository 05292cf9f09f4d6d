#include "model/written.hpp"

#include "model/children.hpp"

#include <algorithm>
#include <deque>

namespace fief::model {
namespace {

bool is_number(const Type& type) {
    return type.kind == Type::Kind::integer || type.kind == Type::Kind::instant || type.kind == Type::Kind::duration;
}

/// So that the combinations of arguments stay few: most numbers for each parameter, by how many the call has that need them.
std::size_t most_of(std::size_t parameters) { return parameters <= 1 ? 24 : parameters == 2 ? 8 : 3; }

/// Which numbers meet which variables, fields and counts: in a comparison, an assignment, an argument.
class Meetings {
public:
    explicit Meetings(const Model& model) : m_(model) {
        for (const Table& t : m_.tables) {
            first_field_.push_back(places_.size());
            for (const Field& f : t.fields) add_place(f.type);
        }
        first_var_ = places_.size();
        for (const Var& v : m_.vars) add_place(v.type);
        first_count_ = places_.size();
        places_.resize(places_.size() + m_.counts.size());
        for (std::uint32_t e = 0; e < m_.exprs.size(); ++e) expression(m_.exprs[e]);
        for (const Call& call : m_.calls) {
            for (const Check& check : call.checks)
                if (const auto* let = std::get_if<Let>(&check.node)) meet(var(let->var), let->value);
            for_each_statement(call.effects, [&](const Stmt& s) { statement(s); });
        }
    }

    /// Breadth-first from the variable; without what its own type has, or excludes.
    [[nodiscard]] std::vector<Value> near(VarId from, std::size_t most) const {
        std::vector<Value> out;
        const Type& type = m_[from].type;
        auto add = [&](Value v) {
            if (type.kind == Type::Kind::integer && (v <= type.lo || v >= type.hi)) return;
            if (out.size() < most && std::find(out.begin(), out.end(), v) == out.end()) out.push_back(v);
        };
        std::vector<bool> been(places_.size(), false), met(meetings_.size(), false);
        std::deque<std::size_t> next{var(from)};
        been[next.front()] = true;
        for (; !next.empty() && out.size() < most; next.pop_front()) {
            if (const Place& p = places_[next.front()]; p.ends) add(p.ends->first), add(p.ends->second);
            for (const std::size_t at : places_[next.front()].meetings) {
                if (met[at]) continue;
                met[at] = true;
                for (Value v : meetings_[at].numbers) add(v);
                for (const std::size_t place : meetings_[at].places)
                    if (!been[place]) been[place] = true, next.push_back(place);
            }
        }
        return out;
    }

private:
    struct Place {
        std::optional<std::pair<Value, Value>> ends;  ///< of an integer range
        std::vector<std::size_t> meetings;
    };
    struct Meeting {
        std::vector<std::size_t> places;
        std::vector<Value> numbers;
    };
    const Model& m_;
    std::vector<Place> places_;
    std::vector<Meeting> meetings_;
    std::vector<std::size_t> first_field_;  ///< by table
    std::size_t first_var_ = 0, first_count_ = 0;

    void add_place(const Type& type) {
        Place& p = places_.emplace_back();
        if (type.kind == Type::Kind::integer) p.ends = {type.lo, type.hi};
    }
    [[nodiscard]] std::size_t var(VarId v) const { return first_var_ + v.value; }
    [[nodiscard]] std::size_t field(TableId table, FieldId f) const { return first_field_[table.value] + f.value; }

    /// What is in a sum: its places and numbers, and its constant part.
    void collect(ExprId id, Value sign, Meeting& out, Value& sum) const {
        const Expr& e = m_[id];
        if (const auto* n = std::get_if<Const>(&e.node)) {
            out.numbers.push_back(n->value);
            sum += sign * n->value;
        } else if (const auto* v = std::get_if<VarRef>(&e.node)) {
            out.places.push_back(var(v->var));
        } else if (const auto* r = std::get_if<Read>(&e.node)) {
            out.places.push_back(field(m_[r->record].type.table, r->field));
        } else if (const auto* c = std::get_if<CountOf>(&e.node)) {
            out.places.push_back(first_count_ + c->count.value);
        } else if (const auto* a = std::get_if<Arith>(&e.node)) {
            collect(a->left, sign, out, sum);
            collect(a->right, a->minus ? -sign : sign, out, sum);
        } else if (const auto* i = std::get_if<IfElse>(&e.node)) {
            Value either = 0;
            collect(i->then, sign, out, either);
            collect(i->otherwise, sign, out, either);
        } else if (const auto* o = std::get_if<Old>(&e.node)) {
            collect(o->operand, sign, out, sum);
        }
    }

    void hold(Meeting meeting, Value sum) {
        if (meeting.places.empty()) return;
        // `x + 5 < y - 3` turns where they are 8 apart.
        if (meeting.numbers.size() > 1) meeting.numbers.push_back(sum < 0 ? -sum : sum);
        for (const std::size_t place : meeting.places) places_[place].meetings.push_back(meetings_.size());
        meetings_.push_back(std::move(meeting));
    }
    void meet(ExprId left, ExprId right) {
        if (!is_number(m_[left].type) || !is_number(m_[right].type)) return;
        Meeting meeting;
        Value sum = 0;
        collect(left, 1, meeting, sum);
        collect(right, -1, meeting, sum);
        hold(std::move(meeting), sum);
    }
    void meet(std::size_t place, ExprId value) {
        if (!is_number(m_[value].type)) return;
        Meeting meeting;
        Value sum = 0;
        meeting.places.push_back(place);
        collect(value, -1, meeting, sum);
        hold(std::move(meeting), sum);
    }
    void meet(const std::vector<VarId>& params, const std::vector<ExprId>& args) {
        for (std::size_t i = 0; i < args.size(); ++i) meet(var(params[i]), args[i]);
    }

    void expression(const Expr& e) {
        if (const auto* n = std::get_if<Less>(&e.node)) meet(n->left, n->right);
        if (const auto* n = std::get_if<Equal>(&e.node)) meet(n->left, n->right);
        if (const auto* n = std::get_if<Called>(&e.node); n && n->args) meet(m_[n->call].params, *n->args);
        if (const auto* n = std::get_if<Emitted>(&e.node)) meet(m_[n->event].params, n->args);
        if (const auto* n = std::get_if<CountOf>(&e.node)) meet(m_[n->count].params, n->args);
    }
    void statement(const Stmt& s) {
        if (const auto* n = std::get_if<Let>(&s.node)) meet(var(n->var), n->value);
        if (const auto* n = std::get_if<SetResult>(&s.node)) meet(var(n->var), n->value);
        if (const auto* n = std::get_if<Assign>(&s.node)) meet(field(m_[n->record].type.table, n->field), n->value);
        if (const auto* n = std::get_if<Emit>(&s.node)) meet(m_[n->event].params, n->args);
        if (const auto* n = std::get_if<New>(&s.node))
            for (std::size_t i = 0; i < n->inits.size(); ++i)
                meet(field(n->table, FieldId{static_cast<std::uint32_t>(m_[n->table].keys.size() + i)}), n->inits[i]);
    }
};

}  // namespace

bool too_wide(const Type& type) {
    constexpr Value widest = 64;
    return type.kind == Type::Kind::integer && type.hi - type.lo >= widest;
}

WrittenNumbers::WrittenNumbers(const Model& model) {
    std::vector<std::vector<VarId>> wide;  // by call and guard
    auto look = [&](const std::vector<VarId>& params) {
        auto& mine = wide.emplace_back();
        for (VarId p : params)
            if (const Type& type = model[p].type; too_wide(type) || type.kind == Type::Kind::instant || type.kind == Type::Kind::duration)
                mine.push_back(p);
        if (mine.empty()) wide.pop_back();
    };
    for (const Call& call : model.calls) look(call.params);
    for (const Guard& guard : model.guards) look(guard.params);
    if (wide.empty()) return;
    by_var_.resize(model.vars.size());
    const Meetings meetings(model);
    for (const auto& params : wide)
        for (VarId p : params) by_var_[p.value] = meetings.near(p, most_of(params.size()));
}

}  // namespace fief::model
