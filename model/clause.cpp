#include "model/literals.hpp"
#include "model/print.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace fief::model {

ExprId clause(Model& model, const Family& family, const std::vector<std::size_t>& literals) {
    const auto make = [&](decltype(Expr::node) node) {
        model.exprs.push_back({{}, {}, std::move(node)});
        return ExprId{static_cast<std::uint32_t>(model.exprs.size() - 1)};
    };
    std::vector<ExprId> parts;
    parts.reserve(literals.size());
    for (std::size_t l : literals) parts.push_back(family.literals[l].formula);
    // Plain literals come first: where they are false, what they deny is there to be read.
    const auto compound =
        std::stable_partition(parts.begin(), parts.end(), [&](ExprId e) { return !std::holds_alternative<And>(model[e].node); });
    std::vector<std::string> plain;
    for (auto p = parts.begin(); p != compound; ++p) plain.push_back(print(model, *p));
    const auto denied = [&](ExprId e) {
        const auto* negation = std::get_if<Not>(&model[e].node);
        return negation && std::find(plain.begin(), plain.end(), print(model, negation->operand)) != plain.end();
    };
    for (auto p = compound; p != parts.end(); ++p) {
        std::vector<ExprId> left = std::get<And>(model[*p].node).operands;
        if (!left.empty()) left.erase(std::remove_if(left.begin(), left.end() - 1, denied), left.end() - 1);
        *p = left.size() == 1 ? left[0] : make(And{std::move(left)});
    }
    return make(Quantified{true, family.vars, parts.size() == 1 ? parts[0] : make(Or{parts})});
}

}  // namespace fief::model
