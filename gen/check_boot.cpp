#include "gen/check_boot.hpp"

#include "gen/evaluate.hpp"

#include <set>
#include <stdexcept>

namespace fief::gen {

std::vector<BrokenAtBoot> check_boot(const model::Model& m, const Program& p, Image& image, std::size_t most) {
    std::vector<BrokenAtBoot> out;
    Evaluator evaluator(p, image);
    for (std::uint32_t i = 0; i < p.functions.size() && out.size() < most; ++i) {
        const Function& f = p.functions[i];
        if (f.kind != Function::Kind::checker || f.uses_host) continue;
        // Counts are of our own making; to count again for each record takes long, where no list leads to what is counted.
        if (f.origin == Function::no_property && f.quadratic) continue;
        const std::vector<Evaluator::Witness> found = evaluator.check(i, 4 * most);
        // Lists and counts are of our own making.
        if (f.origin >= m.properties.size() && !found.empty()) throw std::logic_error("the image is out of order: " + f.name);
        std::set<std::pair<std::uint32_t, Value>> first;
        for (const Evaluator::Witness& witness : found) {
            BrokenAtBoot broken{{f.origin}, {}};
            for (const auto& [type, value] : witness)
                if (type.kind == Type::Kind::record) broken.records.emplace_back(model::TableId{type.table}, value);
            const auto key = broken.records.empty() ? std::pair(~std::uint32_t{0}, Value{0})
                                                    : std::pair(broken.records[0].first.value, broken.records[0].second);
            if (out.size() < most && first.insert(key).second) out.push_back(std::move(broken));
        }
    }
    return out;
}

}  // namespace fief::gen
