#include "proofs/assumed.hpp"

#include "proofs/question.hpp"

#include <algorithm>
#include <map>

namespace fief::proofs {

std::vector<Unshown> unshown_assumptions(const Model& model, const Report& report) {
    std::map<model::PropertyId, std::size_t> to_ask;
    for (const StepWork& step : plan_steps(model, {}))
        for (model::PropertyId p : step.properties)
            if (model[p].kind == model::Property::Kind::invariant && !model[p].waived) ++to_ask[p];
    std::map<model::PropertyId, Verdict> worst;
    for (const Result& r : report.results) {
        const auto at = to_ask.find(r.obligation.property);
        if (at == to_ask.end()) continue;
        --at->second;
        // A run that breaks it says more than what the solver has left open.
        const auto [known, fresh] = worst.try_emplace(r.obligation.property, r.answer.verdict);
        const auto weight = [](Verdict v) {
            switch (v) {
                case Verdict::proved: return 0;
                case Verdict::not_asked: return 1;
                case Verdict::unknown: return 2;
                case Verdict::not_inductive: return 3;
                case Verdict::refuted: return 4;
            }
            return 4;
        };
        if (!fresh && weight(r.answer.verdict) > weight(known->second)) known->second = r.answer.verdict;
    }
    std::vector<Unshown> out;
    for (const auto& [property, left] : to_ask) {
        const auto known = worst.find(property);
        if (known != worst.end() && known->second != Verdict::proved) out.push_back({property, known->second});
        else if (left > 0) out.push_back({property, Verdict::not_asked});
    }
    return out;
}

}  // namespace fief::proofs
