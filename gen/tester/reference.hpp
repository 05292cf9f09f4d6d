#pragma once
// The Model as a plain C++ program that does what the spec says, for a tester to measure generated code against. It is made from the Model
// alone: nothing of lowering, lists, layout or order can be wrong in both.

#include "gen/print/print.hpp"
#include "model/state.hpp"

#include <set>
#include <string>
#include <vector>

namespace fief::gen {

class Reference {
public:
    /// `checked`: the properties that checkers of the generated code decide.
    Reference(const model::Model& model, const std::vector<std::uint32_t>& checked);

    /// Names of tables, fields and events, as enumerations.
    void names(Writer& out) const;
    /// `struct Reference : Machine`: counts, quantifiers, guards, calls, properties, boot.
    void write(Writer& out);

    /// A condition of a call that goes one way or the other, for coverage.
    struct Point {
        std::uint32_t call = 0;
        std::string never_true, never_false;
    };
    /// After `write`.
    [[nodiscard]] const std::vector<Point>& points() const { return points_; }

    [[nodiscard]] static std::string number(model::Value value);

private:
    const model::Model& m_;
    model::Layout layout_;
    const std::vector<std::uint32_t>& checked_;
    std::vector<Point> points_;
    std::set<std::uint32_t> quantified_;  ///< those whose function has been written, or will be
    std::vector<model::ExprId> pending_;

    [[nodiscard]] std::string table(model::TableId id) const;
    [[nodiscard]] std::string field(model::TableId table, model::FieldId field) const;
    [[nodiscard]] std::string variable(model::VarId id) const;

    // ---- reference_expressions.cpp
    [[nodiscard]] std::string value(model::ExprId id);
    [[nodiscard]] std::string operand(model::ExprId id);  ///< in brackets where it is more than a name or a call
    [[nodiscard]] std::string record(model::ExprId id);   ///< some record, live or not
    [[nodiscard]] std::string joined(const std::vector<model::ExprId>& operands, const char* between);
    [[nodiscard]] std::string keys(model::TableId table, const std::vector<model::ExprId>& keys);
    [[nodiscard]] std::string constant(const model::Type& type, model::Value value) const;
    /// What is stored under a type: in its range, and there.
    [[nodiscard]] std::string stored(model::ExprId id, const model::Type& type);
    [[nodiscard]] std::vector<model::VarId> free_variables(model::ExprId id) const;
    [[nodiscard]] std::string quantified(model::ExprId id);
    void quantifier(Writer& out, model::ExprId id);
    void pending(Writer& out);  ///< the quantifiers that were mentioned
    void count(Writer& out, std::uint32_t id);
    /// Opens a loop over everything that a variable ranges over.
    void each(Writer& out, model::VarId var);

    // ---- reference_statements.cpp
    std::uint32_t call_ = 0;
    std::string way(const std::string& never_true, const std::string& never_false, const std::string& condition);
    void block(Writer& out, const model::Block& block);
    void statement(Writer& out, const model::Stmt& stmt);
    void let(Writer& out, const model::Let& let);
    void make(Writer& out, const model::New& n);
    void matches(Writer& out, model::VarId var, model::ExprId where);
    void loop(Writer& out, const model::For& n);
    void pick(Writer& out, const model::Pick& n);
    void branch(Writer& out, const model::If& n);
    void call(Writer& out, std::uint32_t id);
    void guard(Writer& out, std::uint32_t id);
    void properties(Writer& out);
    void boot(Writer& out) const;
    void dispatch(Writer& out) const;
};

}  // namespace fief::gen
