#pragma once
// From the concrete tree of a declaration to the syntax tree. For files of `spec` only.

#include "spec/diagnostics.hpp"
#include "spec/grammar.hpp"
#include "spec/syntax.hpp"

#include <span>
#include <string_view>

namespace fief::spec {

/// Builds the syntax tree of one file. Recursion follows the nesting of the concrete tree, which the parser bounds.
class Builder {
public:
    Builder(const SourceFile& source, std::uint32_t file, std::span<const Token> tokens, std::span<const Token> comments,
            Diagnostics& diagnostics)
        : source_(source), file_(file), tokens_(tokens), comments_(comments), diagnostics_(diagnostics) {}

    /// The declaration a `Rule::decl` was parsed to; its `doc` is left to the caller.
    [[nodiscard]] Decl declaration(const Node& node);
    [[nodiscard]] Name name(const Node& node) const;
    /// The lines of the `///` comments that stand between a token and the one before it, on lines of their own.
    [[nodiscard]] std::vector<std::string> docs_before(std::uint32_t at) const;

private:
    // Tokens of the tree. The parser checked their order, so a child is found by its place or by its rule.
    [[nodiscard]] std::string_view text(const Node& node) const;
    [[nodiscard]] Span span(const Node& node) const;
    [[nodiscard]] bool is(const Node& node, std::string_view literal) const;
    [[nodiscard]] bool has(const Node& node, std::string_view literal) const;
    [[nodiscard]] static const Node* find(const Node& node, Rule rule);
    [[nodiscard]] const Node* find(const Node& node, TokenKind kind) const;
    [[nodiscard]] static const Node& child(const Node& node, Rule rule);
    [[nodiscard]] std::vector<Name> names(const Node& node) const;
    [[nodiscard]] Name member(const Node& token) const;
    [[nodiscard]] std::string quoted(const Node& token) const;
    [[nodiscard]] std::uint64_t integer(const Node& token);
    [[nodiscard]] DurationLiteral duration(const Node& token);
    [[nodiscard]] std::uint64_t number(std::string_view digits, Span where);

    [[nodiscard]] TypeExpr type(const Node& node);
    [[nodiscard]] Param param(const Node& node);
    [[nodiscard]] std::vector<Param> params(const Node& node);
    [[nodiscard]] ExprPtr where(const Node& binder);

    [[nodiscard]] ExprPtr expr(const Node& node);
    [[nodiscard]] ExprPtr atom(const Node& node);
    [[nodiscard]] ExprPtr relation(const Node& node);
    [[nodiscard]] ExprPtr sum(const Node& node);
    [[nodiscard]] ExprPtr chain(const Node& node, Connective::Op op);
    [[nodiscard]] ExprPtr place(const Node& node);
    [[nodiscard]] ExprPtr members(ExprPtr object, const Node& node, std::size_t from);
    [[nodiscard]] std::vector<ExprPtr> exprs(const Node& node);
    template <class T>
    [[nodiscard]] ExprPtr make(const Node& node, T value) const;

    [[nodiscard]] Block block(const Node& node);
    [[nodiscard]] Stmt stmt(const Node& node);
    [[nodiscard]] Stmt if_stmt(const Node& node);
    [[nodiscard]] std::vector<Init> inits(const Node& node);

    [[nodiscard]] TableDecl table(const Node& node);
    [[nodiscard]] RevocationDecl revocation(const Node& node);
    [[nodiscard]] CallDecl call(const Node& node, bool kernel);
    [[nodiscard]] IsolateDecl isolate(const Node& node);
    [[nodiscard]] BootDecl boot(const Node& node);

    const SourceFile& source_;
    std::uint32_t file_;
    std::span<const Token> tokens_, comments_;
    Diagnostics& diagnostics_;
};

}  // namespace fief::spec
