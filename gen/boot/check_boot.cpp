#include "gen/boot/check_boot.hpp"

#include "gen/boot/evaluate.hpp"

#include <set>
#include <stdexcept>

namespace fief::gen {

namespace {

/// The parts of a formula, in the order in which its checker asks for them.
void parts(const model::Model& m, model::ExprId e, std::vector<model::ExprId>& out) {
    if (const auto* all = std::get_if<model::And>(&m[e].node)) {
        for (const model::ExprId part : all->operands) parts(m, part, out);
        return;
    }
    const auto* q = std::get_if<model::Quantified>(&m[e].node);
    if (!q || !q->forall) return out.push_back(e);
    const auto* implies = std::get_if<model::Implies>(&m[q->body].node);
    parts(m, implies ? implies->right : q->body, out);
}

}  // namespace

std::vector<BrokenAtBoot> check_boot(const model::Model& m, const Program& p, Image& image, std::size_t most) {
    std::vector<BrokenAtBoot> out;
    Evaluator evaluator(p, image);
    for (std::uint32_t i = 0; i < p.functions.size() && out.size() < most; ++i) {
        const Function& f = p.functions[i];
        if (f.kind != Function::Kind::checker || f.uses_host) continue;
        // Counts are of our own making; to count again for each record takes long, where no list leads to what is counted.
        if (f.origin == Function::no_property && f.cost) continue;
        const std::vector<Evaluator::Found> found = evaluator.check(i, 4 * most);
        // Lists and counts are of our own making.
        if (f.origin >= m.properties.size() && !found.empty()) throw std::logic_error("the image is out of order: " + f.name);
        std::set<std::pair<std::uint32_t, Value>> first;
        std::vector<model::ExprId> formulas;
        if (!found.empty()) parts(m, *m.properties[f.origin].formula, formulas);
        for (const Evaluator::Found& one : found) {
            BrokenAtBoot broken{{f.origin}, {}, {}};
            if (formulas.size() == evaluator.violates(i)) broken.part = formulas[one.which];
            for (const auto& [type, value] : one.witness)
                if (type.kind == Type::Kind::record) broken.records.emplace_back(model::TableId{type.table}, value);
            const auto key = broken.records.empty() ? std::pair(~std::uint32_t{0}, Value{0})
                                                    : std::pair(broken.records[0].first.value, broken.records[0].second);
            if (out.size() < most && first.insert(key).second) out.push_back(std::move(broken));
        }
    }
    return out;
}

}  // namespace fief::gen
