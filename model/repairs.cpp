#include "model/repairs.hpp"

#include "model/literals.hpp"
#include "model/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace fief::model {
namespace {

/// Every block below this one, itself first.
void each_block(Block& block, const std::function<void(Block&)>& visit) {
    visit(block);
    for (Stmt& s : block)
        std::visit(overloaded{
                       [&](For& n) { each_block(n.body, visit); },
                       [&](Pick& n) {
                           each_block(n.body, visit);
                           each_block(n.otherwise, visit);
                       },
                       [&](If& n) {
                           each_block(n.then, visit);
                           each_block(n.otherwise, visit);
                       },
                       [&](Scope& n) { each_block(n.body, visit); },
                       [](auto&) {},
                   },
                   s.node);
}

class Repairer {
public:
    Repairer(Model& model, CallId call) : m_(model), call_(model[call]) {}

    std::vector<Repair> all() {
        widen_loops();
        add_loops();
        add_requires();
        drop_statements();
        return std::move(out_);
    }

private:
    Model& m_;
    const Call call_;  // by value: the model's own may move
    std::vector<Repair> out_;

    ExprId make(Type type, decltype(Expr::node) node) {
        m_.exprs.push_back({type, call_.header, std::move(node)});
        return ExprId{static_cast<std::uint32_t>(m_.exprs.size() - 1)};
    }

    /// One repair for each statement of the call that `edit` says it changed.
    void at_each_statement(Repair::Kind kind, const std::function<bool(Block&, std::size_t, Repair&)>& edit) {
        for (std::size_t wanted = 0;; ++wanted) {
            Repair repair{kind, call_, "", call_.header, 1};
            std::size_t at = 0;
            Block* block = nullptr;
            std::size_t index = 0;
            each_block(repair.call.effects, [&](Block& b) {
                for (std::size_t i = 0; i < b.size(); ++i)
                    if (at++ == wanted) {
                        block = &b;
                        index = i;
                    }
            });
            if (block == nullptr) return;
            if (edit(*block, index, repair)) out_.push_back(std::move(repair));
        }
    }

    void drop_statements() {
        at_each_statement(Repair::Kind::drop_statement, [](Block& block, std::size_t i, Repair& repair) {
            const bool effect =
                std::visit(overloaded{[](const Assign&) { return true; }, [](const Drop&) { return true; }, [](const For&) { return true; },
                                      [](const Pick&) { return true; }, [](const If&) { return true; }, [](const Emit&) { return true; },
                                      [](const New& n) { return !n.inits.empty(); }, [](const auto&) { return false; }},
                           block[i].node);
            if (!effect) return false;
            repair.span = block[i].span;
            repair.cost = repair.span.end - repair.span.begin;
            block.erase(block.begin() + static_cast<std::ptrdiff_t>(i));
            return true;
        });
    }

    void widen_loops() {
        // Each part of each condition: the n-th try leaves the n-th out.
        for (std::size_t part = 0; part < 8; ++part)
            at_each_statement(Repair::Kind::widen_loop, [&](Block& block, std::size_t i, Repair& repair) {
                ExprId* where = nullptr;
                if (auto* loop = std::get_if<For>(&block[i].node)) where = &loop->where;
                if (auto* pick = std::get_if<Pick>(&block[i].node)) where = &pick->where;
                if (where == nullptr) return false;
                const Expr condition = m_[*where];
                const auto* all = std::get_if<And>(&condition.node);
                if (all == nullptr || part >= all->operands.size()) return false;
                std::vector<ExprId> left = all->operands;
                repair.span = m_[left[part]].span;
                repair.text = print(m_, left[part]);
                left.erase(left.begin() + static_cast<std::ptrdiff_t>(part));
                *where = left.size() == 1 ? left[0] : make(condition.type, And{left});
                return true;
            });
    }

    /// The caller and the parameters that are surely records.
    [[nodiscard]] std::vector<VarId> records() const {
        std::vector<VarId> out;
        const auto add = [&](VarId v) {
            const Type& type = m_[v].type;
            if (type.kind == Type::Kind::reference && !type.optional && !type.weak) out.push_back(v);
        };
        for (VarId p : call_.params) add(p);
        if (call_.actor) add(*call_.actor);
        return out;
    }

    [[nodiscard]] VarId fresh(TableId table) {
        const std::string& letters = m_[table].name;
        std::string name = letters.substr(0, 1);
        for (std::size_t i = 1; taken(name) && i < letters.size(); ++i) name = letters.substr(i, 1);
        for (unsigned n = 2; taken(name); ++n) name = fmt::format("{}{}", letters[0], n);
        Type type;
        type.kind = Type::Kind::reference;
        type.table = table;
        m_.vars.push_back({name, type, Var::Kind::record, call_.header});
        return VarId{static_cast<std::uint32_t>(m_.vars.size() - 1)};
    }
    /// Another call's names may be used again.
    [[nodiscard]] bool taken(const std::string& name) const {
        const auto is = [&](VarId v) { return m_[v].name == name; };
        return std::any_of(call_.params.begin(), call_.params.end(), is) || (call_.actor && is(*call_.actor)) ||
               std::any_of(m_.enumerations.begin(), m_.enumerations.end(),
                           [&](const Enumeration& e) { return std::find(e.names.begin(), e.names.end(), name) != e.names.end(); });
    }

    /// A reference, and how many fields it goes through.
    struct Path {
        ExprId value;
        unsigned length;
    };
    /// A record, and what its fields refer to, as far as `length` says.
    void paths(ExprId record, unsigned length, unsigned so_far, std::vector<Path>& out) {
        const Type type = m_[record].type;
        out.push_back({record, so_far});
        if (length == 0 || type.optional || type.weak) return;
        const Table& table = m_[type.table];
        for (std::uint32_t f = 0; f < table.fields.size(); ++f) {
            const Field field = m_[type.table].fields[f];
            if (field.type.kind != Type::Kind::reference || field.type.weak || field.role == Role::parent) continue;
            paths(make(field.type, Read{record, FieldId{f}}), length - 1, so_far + 1, out);
        }
    }

    /// `for x: T where x.f.g is p.h { drop x }`, of whatever may be dropped and leads to something the call knows.
    void add_loops() {
        std::vector<Path> known;
        for (VarId v : records()) paths(make(m_[v].type, VarRef{v}), 1, 0, known);
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t) {
            if (m_.tables[t].always_live || m_.tables[t].noun == Noun::actor) continue;
            const VarId var = fresh(TableId{t});
            const ExprId entry = make(m_[var].type, VarRef{var});
            std::vector<Path> leads;
            paths(entry, 2, 0, leads);
            for (const Path& from : leads) {
                if (from.length == 0) continue;
                for (const Path& to : known) {
                    const Type a = m_[from.value].type, b = m_[to.value].type;
                    if (a.table != b.table) continue;
                    const ExprId where = make(Type{}, Equal{from.value, to.value});
                    Repair repair{Repair::Kind::add_loop, call_, "", call_.header, from.length + to.length};
                    repair.text =
                        fmt::format("for {}: {} where {} {{ drop {} }}", m_[var].name, m_.tables[t].name, print(m_, where), m_[var].name);
                    Stmt loop{call_.header, For{var, where, {Stmt{call_.header, Drop{entry}}}}};
                    repair.call.effects.insert(repair.call.effects.begin(), std::move(loop));
                    out_.push_back(std::move(repair));
                }
            }
        }
    }

    void add_requires() {
        std::vector<VarId> vars = call_.params;
        if (call_.actor) vars.push_back(*call_.actor);
        for (const Literal& literal : literals_about(m_, vars)) {
            Repair repair{Repair::Kind::add_require, call_, print(m_, literal.formula), call_.header, literal.cost};
            repair.call.checks.push_back({call_.header, Require{literal.formula, bad_argument}});
            out_.push_back(std::move(repair));
        }
    }
};

}  // namespace

std::vector<Repair> repairs(Model& model, CallId call) { return Repairer(model, call).all(); }

}  // namespace fief::model
