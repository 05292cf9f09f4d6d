#pragma once
// Expressions: what every name in them stands for, and of what type they are.

#include "model/context.hpp"
#include "model/environment.hpp"

#include <functional>
#include <optional>

namespace fief::model {

/// A resolved expression; nothing when it had an error, which then has been reported: nobody complains of it again.
using Resolved = std::optional<ExprId>;

/// What the place where an expression stands asks for.
struct Expect {
    enum class Kind {
        nothing,  ///< it stands for itself
        type,     ///< a value of this type, which tells what a lone name means
        silent,   ///< unknown because of an error elsewhere: a lone name without meaning is not reported
    } kind = Kind::nothing;
    Type type{};

    [[nodiscard]] static Expect of(const Type& t) { return {Kind::type, t}; }
    [[nodiscard]] static Expect silently() { return {Kind::silent, {}}; }
};

class Expressions {
public:
    /// count: as predicate, but of records' fields alone, so that tables can keep it. flow: as predicate, and `called` speaks of the step.
    enum class Place { call, predicate, count, flow, property, transition };

    Expressions(Context& context, Environment& environment, Place place) : c_(context), env_(environment), place_(place) {}

    /// Of any type.
    [[nodiscard]] Resolved any(const spec::Expr& e) { return resolve(e, {}); }
    /// A value that can be stored where `type` is wanted. `declared`: where it says so.
    [[nodiscard]] Resolved value(const spec::Expr& e, const Type& type, std::optional<Span> declared = std::nullopt);
    /// As `value`, for a parameter that may itself be wrong.
    [[nodiscard]] Resolved argument(const spec::Expr& e, VarId param);
    [[nodiscard]] Resolved condition(const spec::Expr& e) { return value(e, boolean_type()); }
    /// A reference to a record, whatever its table.
    [[nodiscard]] Resolved record(const spec::Expr& e, std::string_view what);
    [[nodiscard]] Resolved resolve(const spec::Expr& e, const Expect& expect);
    /// The keys of a table, from the left; the number may be short only where `partial`.
    [[nodiscard]] std::optional<std::vector<ExprId>> keys(TableId table, const spec::Name& at, const std::vector<spec::ExprPtr>& keys,
                                                          Span span, bool partial);
    [[nodiscard]] bool arity(const spec::Name& name, std::string_view what, std::size_t wanted, std::size_t given, Span declared);

    /// Asked before a result variable is read; false when it has been reported.
    std::function<bool(VarId, Span)> may_read;

private:
    Resolved by_kind(const spec::Expr& e, const Expect& expect);
    Resolved literal(const spec::Expr& e, const spec::IntLiteral& n, const Expect& expect);
    Resolved none_literal(const spec::Expr& e, const Expect& expect);
    Resolved all_rights(const spec::Expr& e, const Expect& expect);
    Resolved rights(const spec::Expr& e, const spec::RightsLiteral& n, const Expect& expect);
    Resolved ident(const spec::Expr& e, const spec::Name& name, const Expect& expect);
    Resolved unknown(const spec::Name& name, const Expect& expect);
    Resolved caller(Span span, const Expect& expect);
    Resolved index(const spec::Expr& e, const spec::IndexExpr& n);
    Resolved member(const spec::Expr& e, const spec::Member& n);
    Resolved overdue(Span span, ExprId object, const Table& table);

    Resolved apply(const spec::Expr& e, const spec::Apply& n);
    Resolved apply_guard(const spec::Expr& e, const spec::Apply& n, const Symbol& symbol);
    Resolved apply_authority(const spec::Expr& e, const spec::Apply& n);
    std::optional<std::vector<ExprId>> arguments(const std::vector<spec::ExprPtr>& args, const std::vector<VarId>& params);

    Resolved connective(const spec::Expr& e, const spec::Connective& n);
    Resolved implies(const spec::Expr& e, const spec::Implies& n);
    Resolved compare(const spec::Expr& e, const spec::Compare& n);
    Resolved is(const spec::Expr& e, const spec::Is& n);
    Resolved is_state(const spec::Expr& e, const spec::Is& n);
    Resolved is_full(const spec::Expr& e, const spec::Is& n);
    Resolved in(const spec::Expr& e, const spec::In& n);
    Resolved within(const spec::Expr& e, const spec::Within& n);
    Resolved descends(const spec::Expr& e, const spec::DescendsFrom& n);
    Resolved sum(const spec::Expr& e, const spec::Sum& n, const Expect& expect);
    Resolved add_terms(const spec::Expr& e, ExprId left, spec::Sum::Op op, ExprId right);
    Resolved if_else(const spec::Expr& e, const spec::IfElse& n, const Expect& expect);
    Resolved quantified(const spec::Expr& e, const spec::Quantified& n);
    Resolved old(const spec::Expr& e, const spec::Old& n, const Expect& expect);
    Resolved called(const spec::Expr& e, const spec::Called& n);
    Resolved emits(const spec::Expr& e, const spec::Emits& n);

    /// Two operands that are of one kind of type: the one that stands for itself says what the other means.
    std::pair<Resolved, Resolved> both(const spec::Expr& left, const spec::Expr& right, const Expect& expect = {});
    [[nodiscard]] bool needs_type(const spec::Expr& e) const;
    [[nodiscard]] bool fits(ExprId value, const Type& type, Span at, std::optional<Span> declared);
    /// A count is kept by the tables: it cannot follow what changes without them. False when that has been reported.
    [[nodiscard]] bool not_in_count(Span span, std::string_view what);
    [[nodiscard]] bool only_in_transition(Span span, std::string_view what);
    [[nodiscard]] std::optional<TableId> single(const std::string& name) const;

    Context& c_;
    Environment& env_;
    Place place_;
    bool in_old_ = false;
};

/// A copy of a predicate's body for these arguments, with variables of its own. Nothing when it would be too large, which is reported.
[[nodiscard]] Resolved instantiate(Context& context, const Predicate& predicate, const std::vector<ExprId>& args, Span span);

}  // namespace fief::model
