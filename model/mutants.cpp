#include "model/mutants.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace fief::model {
namespace {

constexpr std::array operators{
    MutationOperator{
        "drop-require", "a call without one of its conditions",
        "One `require` is taken out: the call then succeeds where it failed. Where no property notices, nobody has said why the\n"
        "call must fail there.",
        "require grant in c.rights else no_right    is left out"},
    MutationOperator{
        "negate-require", "a condition turned round",
        "One `require` demands the opposite: the call fails where it succeeded, and succeeds where it failed. Where no property\n"
        "notices, neither what the condition keeps out nor what it lets in is spoken of.",
        "require p.owner is none else taken         becomes require not (p.owner is none) else taken"},
    MutationOperator{
        "drop-statement", "a call, routine or phase without one of its statements",
        "One statement that changes something, or tells the host of it, is taken out, with what stands in its block. A statement of\n"
        "a routine is taken out of every call that uses the routine.",
        "p.phase := idle                            is left out"},
    MutationOperator{"drop-init", "a new record without one of its values",
                     "One field that a `new` gives is left out: it gets its type's first value (`false`, the least number, `none`, `{}`).",
                     "new d: cap { target: t, holder: to, parent: c }    becomes new d: cap { target: t, holder: to }"},
    MutationOperator{
        "drop-disjunct", "a condition without one of its alternatives",
        "One operand of an `or` is taken out (it becomes `false`): of a `require`, a `for`, a `pick`, an `if`, or of a guard that\n"
        "these use. A `for` then leaves records alone that it should have found.",
        "for c: cap where c.holder is e or c.target.owner is e { drop c }    without c.holder is e"},
    MutationOperator{
        "drop-conjunct", "a condition without one of its parts",
        "One operand of an `and` is taken out (it becomes `true`): of a `require`, a `for`, a `pick`, an `if`, or of a guard that\n"
        "these use.",
        "require p.phase is warn and p.overdue else too_early    without p.overdue"},
    MutationOperator{
        "drop-where", "a loop over every record of its table",
        "The condition of a `for` or a `pick` is taken out (it becomes `true`): the loop reaches records that are none of its\n"
        "business.",
        "for m: pte where m.target is p { drop m }    drops every entry"},
    MutationOperator{
        "widen-right", "one right too many",
        "One right is let through: by a `within` that does not look at it, by a record that is given `all`, or by a `&` or `-` of\n"
        "rights that is left out.",
        "require r within c.rights else no_right    becomes require (r) - {write} within c.rights else no_right"},
    MutationOperator{"swap-statements", "two neighbouring statements, the other way round",
                     "Two neighbouring statements change places. `require`s are not swapped: their order settles only which error is told.",
                     "emit contents(p)  new lost[p.owner] { page: p }    the entry first"},
    MutationOperator{"shift-deadline", "a phase that is a unit longer or shorter",
                     "A phase's deadline is set one unit of the clock later, or earlier, than its `within` says. What is promised about\n"
                     "deadlines stays as it was written.",
                     "phase ask within 1000us                    sets 1001us, or 999us"},
    MutationOperator{"shift-bound", "a number in a condition, one more or one less",
                     "A number or duration that a condition compares with is one more, or one less.",
                     "require critical(e) < 4 else too_many      becomes < 5, or < 3"},
    MutationOperator{
        "drop-spare", "a revocation that spares nothing",
        "A `spare` spares nothing (it becomes `false`) where a call asks what is spared, with `spared_T(x)`. What is promised about\n"
        "spared records stays as it was written.",
        "spare p.critical                           becomes spare false"},
};

/// The neighbour in an order of operators, for places that have several.
std::size_t rank(std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(operators, name, &MutationOperator::name) - operators.begin());
}

class Lister {
public:
    Lister(const spec::Sources& sources, const Model& model) : sources_(sources), m_(model) {
        for (std::uint32_t e = 0; e < m_.exprs.size(); ++e)
            if (std::holds_alternative<Within>(m_.exprs[e].node)) withins_.try_emplace(key(m_.exprs[e].span), e);
    }

    void declaration(const spec::Decl& decl) {
        if (const auto* call = std::get_if<spec::CallDecl>(&decl.node)) {
            begin(call->name.text);
            block(call->body);
        } else if (const auto* routine = std::get_if<spec::RoutineDecl>(&decl.node)) {
            begin(routine->name.text);
            block(routine->body);
        } else if (const auto* guard = std::get_if<spec::GuardDecl>(&decl.node); guard && !guard->actor) {
            begin(guard->name.text);
            condition(*guard->body);
        } else if (const auto* revocation = std::get_if<spec::RevocationDecl>(&decl.node)) {
            of_revocation(*revocation);
        }
    }

    std::vector<Mutant> take() {
        std::ranges::stable_sort(found_, [](const Mutant& a, const Mutant& b) {
            return std::tuple(a.span.file, a.span.begin, rank(a.name)) < std::tuple(b.span.file, b.span.begin, rank(b.name));
        });
        std::map<std::pair<std::string, std::string_view>, std::size_t> seen;
        for (Mutant& mutant : found_)
            mutant.id = fmt::format("{}.{}.{}", mutant.where, mutant.name, ++seen[std::pair(mutant.where, mutant.name)]);
        return std::move(found_);
    }

private:
    const spec::Sources& sources_;
    const Model& m_;
    std::vector<Mutant> found_;
    std::string where_;
    using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;
    std::map<Key, std::uint32_t> withins_;

    [[nodiscard]] static Key key(Span span) { return {span.file, span.begin, span.end}; }
    [[nodiscard]] std::string written(Span span) const { return sources_.on_one_line(span); }

    void begin(std::string where) { where_ = std::move(where); }
    void add(std::string_view name, Span span, std::string text, std::string description) {
        found_.push_back({"", name, where_, span, std::move(text), std::move(description)});
    }

    // ---- statements -------------------------------------------------------------------------------------------------

    [[nodiscard]] static bool is_effect(const spec::Stmt& s) {
        return !std::holds_alternative<spec::RequireStmt>(s.node) && !std::holds_alternative<spec::LetStmt>(s.node);
    }

    /// `whole`: a block that has nothing else in it than one statement is dropped with what it belongs to.
    void block(const spec::Block& statements, bool whole = true) {
        for (const spec::Stmt& s : statements) statement(s, whole || statements.size() > 1);
        for (std::size_t i = 0; i + 1 < statements.size(); ++i) {
            const spec::Stmt &one = statements[i], &other = statements[i + 1];
            if (!is_effect(one) || !is_effect(other)) continue;
            const Span between{one.span.file, one.span.end, other.span.begin};
            add("swap-statements", spec::cover(one.span, other.span),
                fmt::format("{}{}{}", sources_.text(other.span), sources_.text(between), sources_.text(one.span)),
                fmt::format("`{}` before `{}`", written(other.span), written(one.span)));
        }
    }

    void statement(const spec::Stmt& s, bool alone) {
        if (alone && is_effect(s)) add("drop-statement", s.span, "", fmt::format("drop `{}`", written(s.span)));
        std::visit(overloaded{
                       [&](const spec::RequireStmt& n) {
                           add("drop-require", s.span, "", fmt::format("drop `{}`", written(s.span)));
                           add("negate-require", n.condition->span, fmt::format("not ({})", sources_.text(n.condition->span)),
                               fmt::format("`require not ({}) else {}`", written(n.condition->span), n.error.text));
                           condition(*n.condition);
                       },
                       [&](const spec::LetStmt& n) { value(*n.value); },
                       [&](const spec::NewStmt& n) { inits(s, n); },
                       [](const spec::DropStmt&) {},
                       [&](const spec::ForStmt& n) {
                           search(n.where);
                           block(n.body, false);
                       },
                       [&](const spec::PickStmt& n) {
                           search(n.where);
                           block(n.body, n.otherwise.has_value());
                           if (n.otherwise) block(*n.otherwise);
                       },
                       [&](const spec::IfStmt& n) {
                           condition(*n.condition);
                           block(n.then, n.otherwise.has_value());
                           if (n.otherwise) block(*n.otherwise);
                       },
                       [](const spec::EmitStmt&) {},
                       [](const spec::EnterStmt&) {},
                       [](const spec::ForceStmt&) {},
                       [](const spec::RoutineStmt&) {},
                       [&](const spec::AssignStmt& n) {
                           if (const auto* member = std::get_if<spec::Member>(&n.place->node); member && member->field.text == "rights")
                               all_rights(*n.value);
                           value(*n.value);
                       },
                   },
                   s.node);
    }

    void search(const spec::ExprPtr& where) {
        if (!where) return;
        add("drop-where", where->span, "true", fmt::format("drop `where {}`", written(where->span)));
        condition(*where);
    }

    void inits(const spec::Stmt& s, const spec::NewStmt& n) {
        for (std::size_t i = 0; i < n.inits.size(); ++i) {
            const spec::Init& init = n.inits[i];
            const bool last = i + 1 == n.inits.size();
            // Up to the next one, or to the closing brace: a comma may stand before it.
            const Span span{s.span.file, init.field.span.begin, last ? s.span.end - 1 : n.inits[i + 1].field.span.begin};
            add("drop-init", span, "", fmt::format("drop `{}: {}`", init.field.text, written(init.value->span)));
            if (init.field.text == "rights") all_rights(*init.value);
            value(*init.value);
        }
    }

    void of_revocation(const spec::RevocationDecl& n) {
        const std::string table = n.subject.type.name.text;
        const auto id = std::ranges::find_if(m_.revocations, [&](const Revocation& r) { return m_[r.table].name == table; });
        for (std::size_t i = 0; i < n.phases.size(); ++i) {
            const spec::PhaseItem& phase = n.phases[i];
            begin(fmt::format("{}.{}", table, phase.name.text));
            if (id != m_.revocations.end() && m_.clock) {
                const Value within = id->steps[i].within;
                for (const Value to : {within + 1, within - 1}) {
                    if (to < 0) continue;
                    const std::string shifted = fmt::format("{}{}", to, m_.clock->unit);
                    add("shift-deadline", phase.within->span, shifted,
                        fmt::format("`phase {} within {}`, not {}", phase.name.text, shifted, written(phase.within->span)));
                }
            }
            block(phase.body);
        }
        begin(table + ".force");
        for (const spec::ForceItem& force : n.force) block(force.body);
        begin(table + ".spare");
        for (const spec::SpareItem& spare : n.spare)
            add("drop-spare", spare.condition->span, "false", fmt::format("drop `spare {}`", written(spare.condition->span)));
    }

    // ---- conditions -------------------------------------------------------------------------------------------------

    void condition(const spec::Expr& e) {
        std::visit(overloaded{
                       [&](const spec::Connective& n) {
                           const bool any = n.op == spec::Connective::Op::disjunction;
                           for (const spec::ExprPtr& operand : n.operands) {
                               add(any ? "drop-disjunct" : "drop-conjunct", operand->span, any ? "false" : "true",
                                   fmt::format("drop `{}` of `{}`", written(operand->span), written(e.span)));
                               condition(*operand);
                           }
                       },
                       [&](const spec::Not& n) { condition(*n.operand); },
                       [&](const spec::Implies& n) {
                           condition(*n.left);
                           condition(*n.right);
                       },
                       [&](const spec::IfElse& n) {
                           condition(*n.condition);
                           condition(*n.then);
                           condition(*n.otherwise);
                       },
                       [&](const spec::Quantified& n) { condition(*n.body); },
                       [&](const spec::Within& n) {
                           within(e, n);
                           value(*n.left);
                       },
                       [&](const spec::Compare& n) {
                           bound(e, *n.left);
                           bound(e, *n.right);
                       },
                       [](const auto&) {},
                   },
                   e.node);
    }

    /// A value of rights that `&` or `-` narrows.
    void value(const spec::Expr& e) {
        if (const auto* choice = std::get_if<spec::IfElse>(&e.node)) {
            condition(*choice->condition);
            value(*choice->then);
            value(*choice->otherwise);
        }
        const auto* sum = std::get_if<spec::Sum>(&e.node);
        if (!sum) return;
        for (const spec::Sum::Term& term : sum->rest) {
            if (term.op == spec::Sum::Op::plus) continue;
            const bool common = term.op == spec::Sum::Op::intersect;
            // Of numbers, `-` takes something else than rights away: a set there is refused, and the mutant with it.
            if (!common && !of_rights(*term.operand)) continue;
            add("widen-right", term.operand->span, common ? "all" : "{}",
                fmt::format("drop `{} {}` of `{}`", common ? '&' : '-', written(term.operand->span), written(e.span)));
        }
    }

    [[nodiscard]] bool of_rights(const spec::Expr& e) const {
        return std::holds_alternative<spec::RightsLiteral>(e.node) ||
               std::ranges::any_of(m_.exprs, [&](const Expr& x) { return x.span == e.span && x.type.kind == Type::Kind::rights; });
    }

    void all_rights(const spec::Expr& e) {
        if (std::holds_alternative<spec::AllLiteral>(e.node)) return;
        add("widen-right", e.span, "all", fmt::format("`rights: all`, not `{}`", written(e.span)));
    }

    void within(const spec::Expr& e, const spec::Within& n) {
        const auto at = withins_.find(key(e.span));
        if (at == withins_.end()) return;  // of a guard or a routine that nothing uses
        const Type& type = m_[std::get<Within>(m_.exprs[at->second].node).left].type;
        for (std::size_t right = 0; right < m_.rights.size(); ++right) {
            if (!(m_[type.table].rights >> right & 1U)) continue;
            add("widen-right", n.left->span, fmt::format("({}) - {{{}}}", sources_.text(n.left->span), m_.rights[right]),
                fmt::format("let `{}` through `{}`", m_.rights[right], written(e.span)));
        }
    }

    void bound(const spec::Expr& comparison, const spec::Expr& e) {
        std::uint64_t number = 0;
        std::string unit;
        if (const auto* integer = std::get_if<spec::IntLiteral>(&e.node)) {
            number = integer->value;
        } else if (const auto* duration = std::get_if<spec::DurationLiteral>(&e.node)) {
            number = duration->amount;
            unit = duration->unit;
        } else if (const auto* sum = std::get_if<spec::Sum>(&e.node)) {
            bound(comparison, *sum->first);
            for (const spec::Sum::Term& term : sum->rest) bound(comparison, *term.operand);
            return;
        } else {
            return;
        }
        const auto shift = [&](std::uint64_t to) {
            add("shift-bound", e.span, fmt::format("{}{}", to, unit),
                fmt::format("{}{}, not {}, in `{}`", to, unit, written(e.span), written(comparison.span)));
        };
        shift(number + 1);
        if (number > 0) shift(number - 1);
    }
};

}  // namespace

std::span<const MutationOperator> mutation_operators() { return operators; }

const MutationOperator* mutation_operator(std::string_view name) {
    const auto* const at = std::ranges::find(operators, name, &MutationOperator::name);
    return at == operators.end() ? nullptr : at;
}

std::vector<Mutant> mutants(const std::vector<spec::Unit>& units, const spec::Sources& sources, const Model& model) {
    Lister lister(sources, model);
    for (const spec::Unit& unit : units)
        for (const spec::Decl& decl : unit.decls) lister.declaration(decl);
    return lister.take();
}

}  // namespace fief::model
