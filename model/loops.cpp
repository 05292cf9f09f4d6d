// What the body of a `for` may do: change its own record, make and drop entries by their full keys, speak. All bodies read the state before
// the loop and all their changes are applied at once, so none may do what another could see.

#include "model/children.hpp"
#include "model/context.hpp"
#include "model/footprint.hpp"

#include <fmt/format.h>

namespace fief::model {
namespace {

class LoopBody {
public:
    LoopBody(Context& context, const For& loop) : c_(context), var_(loop.var), changed_(writes(context.model, loop.body)) {
        own_.insert(var_.value);
    }

    void check(const Block& block) {
        for (const Stmt& s : block) check(s);
    }

private:
    [[nodiscard]] bool own(ExprId record) const {
        const auto* ref = std::get_if<VarRef>(&c_.model[record].node);
        return ref && own_.contains(ref->var.value);
    }

    /// The smallest part of an expression that reads what other bodies change.
    [[nodiscard]] std::optional<ExprId> shared(ExprId id) const {
        if (!reads(c_.model, id, own_).meets(changed_)) return std::nullopt;
        std::optional<ExprId> part;
        for_each_child(c_.model[id].node, [&](ExprId child) {
            if (!part) part = shared(child);
        });
        return part.value_or(id);
    }
    void see(ExprId e) {
        const auto part = shared(e);
        if (!part) return;
        const Span here = c_.model[*part].span;
        spec::Diagnostic& d = c_.warning("W0023", used_.value_or(here), "this is read in one record by a loop that changes it in others");
        d.help =
            "all bodies run at once, on what was there before the loop: `fief gen` writes loops that go from one to the next, and refuses "
            "this one; keep what is read with `let` above the loop";
        if (used_) d.notes.push_back({here, "here"});
    }
    void see(const std::vector<ExprId>& all) {
        for (const ExprId e : all) see(e);
    }

    spec::Diagnostic& refuse(Span at, std::string message) {
        // Inside a routine the fault is the loop's that uses it.
        if (!used_) return c_.error("E0407", at, std::move(message));
        spec::Diagnostic& d = c_.error("E0407", *used_, std::move(message));
        if (at != *used_) d.notes.push_back({at, "here"});
        return d;
    }

    void check(const Stmt& s) {
        const std::string& name = c_.model[var_].name;
        std::visit(overloaded{
                       [&](const Let& n) {
                           see(n.value);
                           if (own(n.value)) own_.insert(n.var.value);
                       },
                       [&](const Assign& n) {
                           see(n.value);
                           if (!own(n.record))
                               refuse(s.span, "the body of a `for` changes only its own record").help =
                                   fmt::format("assign fields of `{}`; what others need can be read from it afterwards", name);
                       },
                       [&](const SetResult& n) {
                           refuse(s.span, fmt::format("the body of a `for` runs for many records: which would give `{}` its value?",
                                                      c_.model[n.var].name));
                       },
                       [&](const New& n) {
                           see(n.keys);
                           see(n.inits);
                           if (c_.model[n.var].kind == Var::Kind::result)
                               refuse(s.span, fmt::format("the body of a `for` runs for many records: which would give `{}` its value?",
                                                          c_.model[n.var].name));
                           else if (n.keys.size() < c_.model[n.table].keys.size()) {
                               const Span at = used_.value_or(s.span);
                               spec::Diagnostic& d = c_.error(
                                   "E0408", at, fmt::format("in a loop nobody knows how much room `{}` needs", c_.model[n.table].name));
                               d.help = "make entries by their full key here, or take one record a call with `pick`";
                               if (used_) d.notes.push_back({s.span, "here"});
                           }
                       },
                       [&](const Drop& n) {
                           if (!own(n.record) && !std::holds_alternative<RecordAt>(c_.model[n.record].node))
                               refuse(s.span, "the body of a `for` drops only its own record, or entries by their full key");
                       },
                       [&](const For&) {
                           refuse(s.span, "there is no loop inside a `for`").help = "say in one loop's `where` what both would go through";
                       },
                       [&](const Pick&) { refuse(s.span, "there is no `pick` inside a `for`"); },
                       [&](const If& n) {
                           see(n.condition);
                           check(n.then);
                           check(n.otherwise);
                       },
                       [&](const Emit& n) { see(n.args); },
                       [](const Force&) {},
                       [&](const Scope& n) {
                           if (n.kind == Scope::Kind::force) {
                               refuse(s.span, "there is no `force` inside a `for`").help = "force one record a call";
                               return;
                           }
                           const auto outer = used_;
                           if (!used_) used_ = s.span;
                           check(n.body);
                           used_ = outer;
                       },
                   },
                   s.node);
    }

    Context& c_;
    VarId var_;
    Own own_;
    Footprint changed_;
    std::optional<Span> used_;
};

}  // namespace

void check_loops(Context& c, const Block& block) {
    for (const Stmt& s : block)
        std::visit(overloaded{
                       [&](const For& n) { LoopBody(c, n).check(n.body); },
                       [&](const Pick& n) {
                           check_loops(c, n.body);
                           check_loops(c, n.otherwise);
                       },
                       [&](const If& n) {
                           check_loops(c, n.then);
                           check_loops(c, n.otherwise);
                       },
                       [&](const Scope& n) { check_loops(c, n.body); },
                       [](const auto&) {},
                   },
                   s.node);
}

}  // namespace fief::model
