#include "model/atoms.hpp"

#include "model/children.hpp"
#include "model/print.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace fief::model {
namespace {

class Collector {
public:
    explicit Collector(Model& model) : m_(model) {}

    std::vector<Atom> all() {
        // What is added on the way is made of what is there already.
        const std::size_t written = m_.exprs.size();
        for (std::uint32_t e = 0; e < written; ++e)
            if (m_.exprs[e].type.kind == Type::Kind::boolean) look(ExprId{e});
        return std::move(out_);
    }

private:
    Model& m_;
    std::vector<Atom> out_;
    std::set<std::string> seen_;

    void look(ExprId e) {
        const auto& node = m_[e].node;
        const bool asks = std::holds_alternative<Equal>(node) || std::holds_alternative<Less>(node) || std::holds_alternative<Live>(node) ||
                          std::holds_alternative<Current>(node) || std::holds_alternative<Within>(node) ||
                          std::holds_alternative<Descends>(node) || std::holds_alternative<Related>(node);
        if (!asks) return;
        Atom atom{e, {}, {}};
        if (!of_one_state(e, atom.vars) || atom.vars.empty() || atom.vars.size() > 2) return;
        needs(e, atom.there);
        // Calls name the same things differently.
        std::string text = print(m_, e);
        for (VarId v : atom.vars) text += "\n" + m_[m_[v].type.table].name + " " + m_[v].name;
        if (seen_.insert(text).second) out_.push_back(std::move(atom));
    }

    /// Reads nothing but one state, and no variable but records; those are gathered.
    bool of_one_state(ExprId e, std::vector<VarId>& vars) {
        const auto& node = m_[e].node;
        if (std::holds_alternative<Old>(node) || std::holds_alternative<Caller>(node) || std::holds_alternative<ByKernel>(node) ||
            std::holds_alternative<TimePasses>(node) || std::holds_alternative<Called>(node) || std::holds_alternative<Emitted>(node) ||
            std::holds_alternative<Forced>(node) || std::holds_alternative<Quantified>(node) || std::holds_alternative<IfElse>(node) ||
            std::holds_alternative<Now>(node) || std::holds_alternative<Full>(node))
            return false;
        if (const auto* v = std::get_if<VarRef>(&node)) {
            const Type& type = m_[v->var].type;
            if (type.kind != Type::Kind::reference || type.optional || type.weak) return false;
            if (std::find(vars.begin(), vars.end(), v->var) == vars.end()) vars.push_back(v->var);
            return true;
        }
        bool fine = true;
        for_each_child(node, [&](const ExprId& child) { fine = fine && of_one_state(child, vars); });
        return fine;
    }

    ExprId make(Type type, decltype(Expr::node) node) {
        m_.exprs.push_back({type, {}, std::move(node)});
        return ExprId{static_cast<std::uint32_t>(m_.exprs.size() - 1)};
    }

    /// What must hold for every record on the way to be there, from the inside.
    void needs(ExprId e, std::vector<ExprId>& there) {
        const auto node = m_[e].node;  // by value: the model's own may move
        for_each_child(node, [&](const ExprId& child) { needs(child, there); });
        const auto* read = std::get_if<Read>(&node);
        if (read == nullptr) return;
        const Type type = m_[read->record].type;
        if (std::holds_alternative<RecordAt>(m_[read->record].node)) {
            if (!m_[type.table].always_live) there.push_back(make(Type{}, Live{read->record}));
        } else if (type.weak) {
            there.push_back(make(Type{}, Current{read->record}));
        } else if (type.optional) {
            there.push_back(make(Type{}, Not{make(Type{}, Equal{read->record, make(type, Const{none})})}));
        }
    }
};

}  // namespace

std::vector<Atom> atoms(Model& model) { return Collector(model).all(); }

ExprId renamed(Model& model, ExprId e, const std::vector<VarId>& from, const std::vector<VarId>& to) {
    Expr copy = model[e];
    if (auto* v = std::get_if<VarRef>(&copy.node)) {
        const auto at = std::find(from.begin(), from.end(), v->var);
        if (at != from.end()) v->var = to[static_cast<std::size_t>(at - from.begin())];
    }
    for_each_child(copy.node, [&](ExprId& child) { child = renamed(model, child, from, to); });
    model.exprs.push_back(std::move(copy));
    return ExprId{static_cast<std::uint32_t>(model.exprs.size() - 1)};
}

ExprId replaced(Model& model, ExprId e, VarId from, ExprId to) {
    Expr copy = model[e];
    if (const auto* v = std::get_if<VarRef>(&copy.node); v && v->var == from) return to;
    for_each_child(copy.node, [&](ExprId& child) { child = replaced(model, child, from, to); });
    model.exprs.push_back(std::move(copy));
    return ExprId{static_cast<std::uint32_t>(model.exprs.size() - 1)};
}

}  // namespace fief::model
