#include "model/interpreter_story.hpp"

#include "model/children.hpp"
#include "model/print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace fief::model {
namespace {

class Teller {
public:
    Teller(const Layout& layout, Evaluation& evaluation) : layout_(layout), m_(layout.model()), e_(evaluation) {}

    Story tell(ExprId formula, bool of_step) {
        try {
            down(formula, false, of_step, true);
        } catch (const Undefined& undefined) {
            story_.undefined = undefined;
            story_.text = undefined.message;
            if (!facts_.empty()) story_.text = fmt::format("{}: {}", fmt::join(facts_, ", "), story_.text);
        }
        if (!bound_.empty() && facts_.empty()) story_.text = fmt::format("{}: {}", fmt::join(bound_, ", "), story_.text);
        return std::move(story_);
    }

private:
    const Layout& layout_;
    const Model& m_;
    Evaluation& e_;
    Story story_;
    std::vector<std::string> bound_;  ///< "m = pte[env1, 0]"
    std::vector<std::string> facts_;  ///< "page0.owner = none"

    /// Follows the part that makes `expr` have the value `is`, down to one that has no such part.
    void down(ExprId expr, bool is, bool either, bool outermost) {
        const auto& node = m_[expr].node;
        if (const auto* n = std::get_if<Quantified>(&node); n && n->forall != is) return into(*n, 0, is, either, outermost);
        if (const auto* n = std::get_if<Not>(&node)) {
            const auto& inner = m_[n->operand].node;
            if (std::holds_alternative<Quantified>(inner) || std::holds_alternative<And>(inner) || std::holds_alternative<Or>(inner))
                return down(n->operand, !is, false, false);
        }
        if (const auto* n = std::get_if<And>(&node); n && !is) return first(n->operands, false);
        if (const auto* n = std::get_if<Or>(&node); n && is) return first(n->operands, true);
        if (const auto* n = std::get_if<Implies>(&node); n && !is && e_.holds(n->left)) {
            facts(n->left);
            return down(n->right, false, false, false);
        }
        if (const auto* n = std::get_if<IfElse>(&node)) return down(e_.holds(n->condition) ? n->then : n->otherwise, is, false, false);
        facts(expr);
        const bool value = e_.holds(expr);  // throws when it has none
        story_.text = fmt::format("\"{}\" is {}", print(m_, expr), value ? "true" : "false");
        if (!facts_.empty()) story_.text = fmt::format("{}: {}", fmt::join(facts_, ", "), story_.text);
    }

    void first(const std::vector<ExprId>& operands, bool is) {
        for (ExprId o : operands)
            if (e_.holds(o) == is) return down(o, is, false, false);
    }

    /// Binds the variables to values that make the body have the value `is`, or none at all.
    void into(const Quantified& q, std::size_t from, bool is, bool either, bool outermost) {
        if (from == q.vars.size()) return down(q.body, is, either, outermost && q.forall);
        const VarId var = q.vars[from];
        bool found = false;
        e_.each(m_[var].type, either, [&](Value v) {
            e_.vars[var.value] = v;
            found = rest_is(q, from + 1, is, either);
            return !found;
        });
        if (!found) return;
        const Value value = e_.vars[var.value];
        if (outermost && q.forall) story_.witness.emplace_back(var, value);
        bound_.push_back(fmt::format("{} = {}", m_[var].name, show_value(layout_, m_[var].type, value)));
        into(q, from + 1, is, either, outermost);
    }

    /// Whether the body, under what is bound so far, can have the value `is` (a missing value counts).
    bool rest_is(const Quantified& q, std::size_t from, bool is, bool either) {
        if (from == q.vars.size()) {
            try {
                return (either ? e_.holds_of_step(q.body) : e_.holds(q.body)) == is;
            } catch (const Undefined&) { return true; }
        }
        bool found = false;
        e_.each(m_[q.vars[from]].type, either, [&](Value v) {
            e_.vars[q.vars[from].value] = v;
            found = rest_is(q, from + 1, is, either);
            return !found;
        });
        return found;
    }

    /// Notes what each path in the expression reads, from the left, and the variables that begin none.
    void facts(ExprId expr, bool before = false, bool in_path = false) {
        const auto& node = m_[expr].node;
        if (std::holds_alternative<Quantified>(node)) return;
        if (const auto* n = std::get_if<Old>(&node)) {
            Evaluation::Before in_the_past(e_);
            return facts(n->operand, true, in_path);
        }
        const bool path =
            std::holds_alternative<Read>(node) || std::holds_alternative<RecordAt>(node) || std::holds_alternative<Live>(node);
        for_each_child(node, [&](ExprId child) { facts(child, before, path); });
        const TableId* table = nullptr;
        std::string what;
        std::optional<Followed> followed;
        try {
            if (const auto* n = std::get_if<Read>(&node)) {
                table = &m_[n->record].type.table;
                const Field& field = m_[*table].fields[n->field.value];
                if (field.role == Role::key) return;
                what = fmt::format("{}.{} = {}", show_record(layout_, *table, e_.value(n->record)), field.name,
                                   show_value(layout_, m_[expr].type, e_.value(expr)));
                followed = Followed{*table, e_.value(n->record), n->field, before};
            } else if (const auto* live = std::get_if<Live>(&node)) {
                table = &m_[live->record].type.table;
                what = fmt::format("{} is {}", show_record(layout_, *table, e_.value(live->record)), e_.value(expr) ? "live" : "not live");
                followed = Followed{*table, e_.value(live->record), std::nullopt, before};
            } else if (std::holds_alternative<CountOf>(node)) {
                what = fmt::format("{} = {}", print(m_, expr), e_.value(expr));
            } else if (const auto* var = std::get_if<VarRef>(&node)) {
                if (in_path) return;
                what = fmt::format("{} = {}", m_[var->var].name, show_value(layout_, m_[expr].type, e_.value(expr)));
                before = false;
            } else if (std::holds_alternative<Now>(node)) {
                what = "now = " + print_duration(m_, e_.value(expr));
            } else {
                return;
            }
        } catch (const Undefined&) { return; }
        if (before) what = "before: " + what;
        if (std::find(facts_.begin(), facts_.end(), what) != facts_.end()) return;
        facts_.push_back(std::move(what));
        if (followed) story_.followed.push_back(*followed);
    }
};

}  // namespace

Story story_of(const Layout& layout, Evaluation& evaluation, ExprId formula, bool of_step) {
    return Teller(layout, evaluation).tell(formula, of_step);
}

}  // namespace fief::model
