#pragma once
// Copies of resolved expressions and statements with variables of their own: how predicates and routines are expanded.

#include "model/context.hpp"

#include <optional>
#include <unordered_map>

namespace fief::model {

class Copy {
public:
    explicit Copy(Context& context) : c_(context) {}

    /// Wherever the variable stood, a copy of this expression stands.
    void substitute(VarId var, ExprId by) { expressions_[var.value] = by; }
    /// A new variable like this one, in its place from here on.
    [[nodiscard]] VarId rename(VarId var);

    [[nodiscard]] ExprId expr(ExprId id);
    [[nodiscard]] Block block(const Block& block);

private:
    [[nodiscard]] VarId var(VarId id) const;
    [[nodiscard]] Stmt stmt(const Stmt& s);

    Context& c_;
    std::unordered_map<std::uint32_t, VarId> vars_;
    std::unordered_map<std::uint32_t, ExprId> expressions_;
};

/// How deep blocks nest.
[[nodiscard]] std::uint32_t depth_of(const Block& block);
/// Whether what was copied so far is still within bounds; when not, it has been reported.
[[nodiscard]] bool within_bounds(Context& context, Span span);

}  // namespace fief::model
