#pragma once
// The direct parts of an expression, for whoever walks one without caring which kind it is.

#include "model/model.hpp"

#include <type_traits>
#include <utility>

namespace fief::model {

/// Calls `visit(ExprId&)` (or `const ExprId&`) on each direct sub-expression, from the left.
template <class Node, class Visit>
void for_each_child(Node& node, Visit&& visit) {
    std::visit(
        [&](auto& n) {
            using N = std::remove_cvref_t<decltype(n)>;
            if constexpr (std::is_same_v<N, RecordAt> || std::is_same_v<N, Full>) {
                for (auto& k : n.keys) visit(k);
            } else if constexpr (std::is_same_v<N, Read> || std::is_same_v<N, Live> || std::is_same_v<N, Forced>) {
                visit(n.record);
            } else if constexpr (std::is_same_v<N, Current>) {
                visit(n.reference);
            } else if constexpr (std::is_same_v<N, Not> || std::is_same_v<N, Old>) {
                visit(n.operand);
            } else if constexpr (std::is_same_v<N, And> || std::is_same_v<N, Or>) {
                for (auto& o : n.operands) visit(o);
            } else if constexpr (std::is_same_v<N, Descends>) {
                visit(n.below);
                visit(n.above);
            } else if constexpr (std::is_same_v<N, CountOf> || std::is_same_v<N, Emitted>) {
                for (auto& a : n.args) visit(a);
            } else if constexpr (std::is_same_v<N, Called>) {
                if (n.args)
                    for (auto& a : *n.args) visit(a);
            } else if constexpr (std::is_same_v<N, IfElse>) {
                visit(n.condition);
                visit(n.then);
                visit(n.otherwise);
            } else if constexpr (std::is_same_v<N, Quantified>) {
                visit(n.body);
            } else if constexpr (std::is_same_v<N, Implies> || std::is_same_v<N, Equal> || std::is_same_v<N, Less> ||
                                 std::is_same_v<N, Arith> || std::is_same_v<N, RightsOp> || std::is_same_v<N, Within> ||
                                 std::is_same_v<N, Related>) {
                visit(n.left);
                visit(n.right);
            } else {
                static_assert(std::is_same_v<N, Const> || std::is_same_v<N, VarRef> || std::is_same_v<N, Now> ||
                              std::is_same_v<N, Caller> || std::is_same_v<N, ByKernel> || std::is_same_v<N, TimePasses>);
            }
        },
        node);
}

/// Calls `visit(const Stmt&)` on every statement of a block, nested ones too.
template <class Visit>
void for_each_statement(const Block& block, Visit&& visit) {
    for (const Stmt& s : block) {
        visit(s);
        std::visit(overloaded{
                       [&](const For& n) { for_each_statement(n.body, visit); },
                       [&](const Pick& n) { for_each_statement(n.body, visit), for_each_statement(n.otherwise, visit); },
                       [&](const If& n) { for_each_statement(n.then, visit), for_each_statement(n.otherwise, visit); },
                       [&](const Scope& n) { for_each_statement(n.body, visit); },
                       [](const auto&) {},
                   },
                   s.node);
    }
}

}  // namespace fief::model
