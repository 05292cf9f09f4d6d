#pragma once
// Reachable states of small instances, for whoever wants to know what is likely to hold in all of them.

#include "model/state.hpp"

#include <chrono>
#include <deque>
#include <vector>

namespace fief::model {

struct Sample {
    const Layout* layout;
    State state;
};

/// States from exhaustive search at the smallest sizes and from random runs at larger ones; equal models give equal samples unless `time`
/// cuts them short.
class Samples {
public:
    Samples(const Model& model, std::size_t most, std::chrono::milliseconds time);

    [[nodiscard]] const std::vector<Sample>& all() const { return samples_; }

private:
    std::deque<Layout> layouts_;  ///< samples point at them
    std::vector<Sample> samples_;
};

}  // namespace fief::model
