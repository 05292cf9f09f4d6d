#pragma once
// Statements: what each does to which record, with every default written down.

#include "model/context.hpp"
#include "model/environment.hpp"
#include "model/expressions.hpp"

#include <optional>
#include <set>

namespace fief::model {

class Statements {
public:
    enum class Place { call, routine };

    Statements(Context& context, Environment& environment, Place place);

    /// A call's statements from the top: conditions and names first, then effects.
    void body(const spec::Block& block, std::vector<Check>& checks, Block& effects);
    /// The statements of a routine, a phase or a force block. False when one of them had an error.
    [[nodiscard]] bool block(const spec::Block& block, Block& out);
    void add_result(VarId var) { results_.insert(var.value); }
    /// Whether every path has given this result a value.
    [[nodiscard]] bool is_set(VarId var) const { return set_.contains(var.value); }
    [[nodiscard]] bool good() const { return good_; }

private:
    void inner(const spec::Block& block, Block& out);
    void statement(const spec::Stmt& s, Block& out);
    std::optional<Require> require(const spec::RequireStmt& n);
    std::optional<Let> let(const spec::LetStmt& n);
    void misplaced_require(const spec::Stmt& s);

    void make(const spec::Stmt& s, const spec::NewStmt& n, Block& out);
    [[nodiscard]] std::optional<std::vector<ExprId>> inits(const spec::Stmt& s, TableId table, const std::vector<spec::Init>& inits);
    void drop(const spec::Stmt& s, const spec::DropStmt& n, Block& out);
    void loop(const spec::Stmt& s, const spec::ForStmt& n, Block& out);
    void pick(const spec::Stmt& s, const spec::PickStmt& n, Block& out);
    [[nodiscard]] VarId loop_var(const spec::Param& p);
    void branch(const spec::Stmt& s, const spec::IfStmt& n, Block& out);
    void emit(const spec::Stmt& s, const spec::EmitStmt& n, Block& out);
    void enter(const spec::Stmt& s, const spec::EnterStmt& n, Block& out);
    void force(const spec::Stmt& s, const spec::ForceStmt& n, Block& out);
    void routine(const spec::Stmt& s, const spec::RoutineStmt& n, Block& out);
    void assign(const spec::Stmt& s, const spec::AssignStmt& n, Block& out);
    void assign_result(const spec::Stmt& s, const spec::Name& name, const spec::Expr& value, Block& out);
    [[nodiscard]] bool assignable(TableId table, FieldId field, const spec::Name& name, const spec::Expr& value);
    /// The one record of `enter` and `force`, of a table with a revocation.
    [[nodiscard]] Resolved subject(Span span, const std::vector<spec::ExprPtr>& args, std::string_view word);
    /// Appends a copy of the recipe's block to `out`, which already binds its parameters to `vars`.
    void expand(const Recipe& recipe, const std::vector<VarId>& vars, Span span, Block& out);
    void fail() { good_ = false; }

    Context& c_;
    Environment& env_;
    Place place_;
    Expressions exprs_;
    std::set<std::uint32_t> results_;
    std::set<std::uint32_t> set_;
    std::size_t scope_ = 0;
    std::optional<Span> first_effect_;
    bool good_ = true;
};

}  // namespace fief::model
