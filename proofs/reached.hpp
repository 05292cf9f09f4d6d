#pragma once
// Whether what a run once reached can still be reached when some calls do something else.

#include "proofs/encoding.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace fief::proofs {

struct Reached {
    enum class Answer { reached, lost, unknown } answer = Answer::unknown;
    std::string reason;  ///< lost, unknown: why
};

/// `encoding` is of a model whose `changed` calls are other than those with which `run` reached the property, which is `possible` or
/// `reachable`, and whose invariants are all kept. Lost: the call's conditions contradict the invariants, or every state at the run's
/// capacity was seen and none will do. Throws what the solver throws.
[[nodiscard]] Reached still_reached(Encoding& encoding, const std::vector<model::CallId>& changed, model::PropertyId property,
                                    const model::Run& run, std::chrono::milliseconds timeout, const std::function<bool()>& cancelled);

}  // namespace fief::proofs
