// A call that finds no room fails before it has changed anything. So what leads to a `new` that takes any free record (the row it looks in,
// and the conditions around it) must mean the same before the first effect: it must not read what the call has changed by then.

#include "model/children.hpp"
#include "model/context.hpp"

#include <fmt/format.h>

#include <set>

namespace fief::model {
namespace {

/// What was changed: fields of tables, which records of a table are live, and the names whose values came of that.
struct Changes {
    std::set<std::pair<std::uint32_t, std::uint32_t>> fields;
    std::set<std::uint32_t> tables;
    std::set<std::uint32_t> vars;
};

class Room {
public:
    explicit Room(Context& context) : c_(context) {}

    void walk(const Block& block) {
        for (const Stmt& s : block) walk(s);
    }

private:
    /// The first part of the expression that reads what was changed.
    [[nodiscard]] std::optional<ExprId> tainted(ExprId id) const {
        const Expr& e = c_.model[id];
        const bool here = std::visit(
            overloaded{
                [&](const VarRef& n) { return changed_.vars.contains(n.var.value); },
                [&](const Read& n) {
                    return changed_.fields.contains({c_.model[n.record].type.table.value, n.field.value});
                },
                [&](const Live& n) { return changed_.tables.contains(c_.model[n.record].type.table.value); },
                [&](const Current& n) { return changed_.tables.contains(c_.model[n.reference].type.table.value); },
                [&](const Full& n) { return changed_.tables.contains(n.table.value); },
                [&](const Descends& n) { return changed_.tables.contains(c_.model[n.below].type.table.value); },
                [&](const CountOf& n) {
                    const Count& count = c_.model[n.count];
                    return changed_.tables.contains(c_.model[count.var].type.table.value) || tainted(count.where).has_value();
                },
                [&](const Quantified& n) {
                    for (const VarId v : n.vars)
                        if (c_.model[v].type.kind == Type::Kind::reference && changed_.tables.contains(c_.model[v].type.table.value))
                            return true;
                    return false;
                },
                [](const auto&) { return false; },
            },
            e.node);
        if (here) return id;
        std::optional<ExprId> found;
        for_each_child(e.node, [&](const ExprId& child) {
            if (!found) found = tainted(child);
        });
        return found;
    }

    void require_untainted(const Stmt& s, const New& n) {
        std::optional<ExprId> bad;
        for (const ExprId key : n.keys)
            if (!bad) bad = tainted(key);
        if (bad) return complain(s, n, *bad);
        if (condition_) complain(s, n, *condition_);
    }

    void complain(const Stmt& s, const New& n, ExprId bad) {
        spec::Diagnostic& d = c_.error(
            "E0409", s.span, fmt::format("whether there is room in `{}` must be known before the first effect", c_.model[n.table].name));
        d.notes.push_back({c_.model[bad].span, "this reads what the call has changed by then"});
        d.help = "keep the old value with `let`, or make the record first";
    }

    /// Inside a branch whose condition is not known beforehand.
    template <class Inside>
    void under(std::optional<ExprId> condition, const Inside& inside) {
        const auto outer = condition_;
        if (!condition_) condition_ = condition;
        inside();
        condition_ = outer;
    }

    void walk(const Stmt& s) {
        std::visit(overloaded{
                       [&](const Let& n) {
                           if (tainted(n.value)) changed_.vars.insert(n.var.value);
                       },
                       [&](const Assign& n) {
                           changed_.fields.insert({c_.model[n.record].type.table.value, n.field.value});
                       },
                       [&](const SetResult& n) {
                           if (tainted(n.value)) changed_.vars.insert(n.var.value);
                       },
                       [&](const New& n) {
                           if (n.keys.size() < c_.model[n.table].keys.size()) require_untainted(s, n);
                           changed_.vars.insert(n.var.value);
                           changed_.tables.insert(n.table.value);  // fields of records that were there are as before
                       },
                       [&](const Drop& n) {
                           const TableId table = c_.model[n.record].type.table;
                           changed_.tables.insert(table.value);
                           if (const auto parent = c_.model[table].field(Role::parent))
                               changed_.fields.insert({table.value, parent->value});
                       },
                       [&](const For& n) { walk(n.body); },
                       [&](const Pick& n) {
                           const auto bad = tainted(n.where) ? tainted(n.where) : live_changed(n);
                           if (bad) changed_.vars.insert(n.var.value);
                           under(bad, [&] {
                               walk(n.body);
                               walk(n.otherwise);
                           });
                       },
                       [&](const If& n) {
                           under(tainted(n.condition), [&] {
                               // Each branch starts from what was changed before the `if`; after it, from what either changed.
                               const Changes before = changed_;
                               walk(n.then);
                               Changes then = std::exchange(changed_, before);
                               walk(n.otherwise);
                               changed_.fields.merge(then.fields);
                               changed_.tables.merge(then.tables);
                               changed_.vars.merge(then.vars);
                           });
                       },
                       [](const Emit&) {},
                       [](const Force&) {},
                       [&](const Scope& n) { walk(n.body); },
                   },
                   s.node);
    }

    [[nodiscard]] std::optional<ExprId> live_changed(const Pick& n) const {
        if (changed_.tables.contains(c_.model[n.var].type.table.value)) return n.where;
        return std::nullopt;
    }

    Context& c_;
    Changes changed_;
    std::optional<ExprId> condition_;  ///< around the present place, and not known before the first effect
};

}  // namespace

void check_room(Context& c, const Block& effects) { Room(c).walk(effects); }

}  // namespace fief::model
