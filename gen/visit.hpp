#pragma once
// Every expression, and every statement, of a part of the Program.

#include "gen/program.hpp"

#include <functional>

namespace fief::gen {

/// The expression, and all that it is made of.
inline void for_each_expression(const Expr& e, const std::function<void(const Expr&)>& visit) {
    visit(e);
    for (const Expr& o : e.operands) for_each_expression(o, visit);
}

/// Every expression of a block, and every statement, nested ones too.
inline void for_each_part(const Block& block, const std::function<void(const Expr&)>& visit,
                          const std::function<void(const Stmt&)>& statement) {
    for (const Stmt& s : block) {
        statement(s);
        std::visit(model::overloaded{
                       [&](const Define& n) { for_each_expression(n.value, visit); },
                       [&](const Set& n) { for_each_expression(n.value, visit); },
                       [&](const Store& n) { for_each_expression(n.record, visit), for_each_expression(n.value, visit); },
                       [&](const Invoke& n) {
                           for (const Expr& a : n.args) for_each_expression(a, visit);
                       },
                       [&](const Ask& n) {
                           for (const Expr& a : n.args) for_each_expression(a, visit);
                       },
                       [&](const Emit& n) {
                           for (const Expr& a : n.args) for_each_expression(a, visit);
                       },
                       [&](const Return& n) {
                           if (n.value) for_each_expression(*n.value, visit);
                       },
                       [](const End&) {},
                       [&](const Violate& n) {
                           for (const Expr& a : n.witness) for_each_expression(a, visit);
                       },
                       [](const Note&) {},
                       [](const Change&) {},
                       [&](const Branch& n) {
                           for_each_expression(n.condition, visit);
                           for_each_part(n.then, visit, statement);
                           for_each_part(n.otherwise, visit, statement);
                       },
                       [&](const Walk& n) {
                           for_each_expression(n.start, visit);
                           for_each_part(n.body, visit, statement);
                       },
                   },
                   s.node);
    }
}

}  // namespace fief::gen
