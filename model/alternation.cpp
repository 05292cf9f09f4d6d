#include "model/alternation.hpp"

#include "model/children.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

namespace fief::model {
namespace {

using Sorts = std::vector<std::string>;

class Links {
public:
    explicit Links(const Model& model) : m_(model) {
        references();
        for (std::uint32_t p = 0; p < m_.properties.size(); ++p) {
            const Property& property = m_.properties[p];
            if (property.waived || !property.formula) continue;
            // What is shown is asked for by its opposite; an invariant is assumed, too.
            const bool invariant = property.kind == Property::Kind::invariant;
            of_ = PropertyId{p};
            if (invariant) walk(*property.formula, true, {});
            if (invariant || property.kind == Property::Kind::transition) walk(*property.formula, false, {});
        }
    }

    [[nodiscard]] std::vector<SortCycle> cycles() const {
        std::vector<SortCycle> out;
        for (const SortLink& link : links_)
            if (link.property)
                if (auto back = path(link.to, link.from)) {
                    back->insert(back->begin(), link);
                    out.push_back(std::move(*back));
                }
        if (!out.empty()) return out;
        for (const SortLink& link : links_)
            if (auto back = path(link.to, link.from); back && (out.empty() || back->size() + 1 < out[0].size())) {
                back->insert(back->begin(), link);
                out = {std::move(*back)};
            }
        return out;
    }

private:
    const Model& m_;
    std::vector<SortLink> links_;
    PropertyId of_;

    void sorts_of(TableId id, Sorts& out) const {
        const Table& table = m_[id];
        for (const Key& key : table.keys)
            if (key.table) sorts_of(*key.table, out);
            else out.push_back(table.pool() ? table.name : table.name + "." + key.name);
    }
    [[nodiscard]] Sorts sorts_of(const Type& type) const {
        Sorts out;
        if (type.kind == Type::Kind::reference) sorts_of(type.table, out);
        if (type.kind == Type::Kind::slot) {
            const Table& table = m_[type.table];
            out.push_back(table.pool() ? table.name : table.name + "." + table.keys[type.key].name);
        }
        return out;
    }

    void references() {
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t) {
            Sorts from;
            sorts_of(TableId{t}, from);
            for (std::uint32_t f = 0; f < m_.tables[t].fields.size(); ++f) {
                const Field& field = m_.tables[t].fields[f];
                if (field.role == Role::key || field.role == Role::parent || field.type.optional || field.type.weak) continue;
                for (const std::string& to : sorts_of(field.type))
                    for (const std::string& x : from) links_.push_back({x, to, std::nullopt, {}, TableId{t}, FieldId{f}});
            }
        }
    }

    /// `holds`: the formula is asked for; else its opposite is.
    void walk(ExprId e, bool holds, const std::set<std::string>& every) {
        const Expr& x = m_[e];
        if (const auto* n = std::get_if<Not>(&x.node)) return walk(n->operand, !holds, every);
        if (const auto* i = std::get_if<Implies>(&x.node)) {
            walk(i->left, !holds, every);
            return walk(i->right, holds, every);
        }
        if (const auto* q = std::get_if<Quantified>(&x.node)) {
            std::set<std::string> within = every;
            for (VarId v : q->vars)
                for (const std::string& sort : sorts_of(m_[v].type))
                    if (q->forall == holds) within.insert(sort);
                    else
                        for (const std::string& from : every) add(from, sort, e);
            return walk(q->body, holds, within);
        }
        const bool either_way = std::holds_alternative<Equal>(x.node) || std::holds_alternative<IfElse>(x.node);
        for_each_child(x.node, [&](const ExprId& child) {
            walk(child, holds, every);
            if (either_way) walk(child, !holds, every);
        });
    }

    void add(const std::string& from, const std::string& to, ExprId exists) {
        const bool known =
            std::any_of(links_.begin(), links_.end(), [&](const SortLink& l) { return l.property == of_ && l.from == from && l.to == to; });
        if (!known) links_.push_back({from, to, of_, exists, {}, {}});
    }

    [[nodiscard]] std::optional<SortCycle> path(const std::string& from, const std::string& to) const {
        std::map<std::string, const SortLink*> by;
        std::deque<std::string> todo{from};
        while (!todo.empty() && from != to && !by.contains(to)) {
            const std::string at = todo.front();
            todo.pop_front();
            for (const SortLink& link : links_)
                if (link.from == at && link.to != from && by.emplace(link.to, &link).second) todo.push_back(link.to);
        }
        if (from != to && !by.contains(to)) return std::nullopt;
        SortCycle out;
        for (std::string at = to; at != from; at = by.at(at)->from) out.insert(out.begin(), *by.at(at));
        return out;
    }
};

}  // namespace

std::vector<SortCycle> sort_cycles(const Model& model) { return Links(model).cycles(); }

}  // namespace fief::model
