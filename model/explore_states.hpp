#pragma once
// The states a search has seen, packed: a byte for a small number. A state is kept as it was first reached, and found again by its
// canonical words.

#include "model/explore_time.hpp"

#include <cstdint>
#include <vector>

namespace fief::model {

class SeenStates {
public:
    SeenStates(const Moments& moments, std::size_t words) : moments_(&moments), words_(words), slots_(1024, 0) {}

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(offsets_.size()); }
    struct Added {
        std::uint32_t number;
        bool fresh;
    };
    /// Adds a state, or finds the equal one that was seen before.
    Added add(const State& state);
    void get(std::uint32_t number, State& out) const;

private:
    const Moments* moments_;
    std::size_t words_;
    std::vector<std::uint8_t> bytes_;
    std::vector<std::uint64_t> offsets_;  ///< by state
    std::vector<std::uint64_t> hashes_;   ///< by state
    std::vector<std::uint32_t> slots_;    ///< open addressing: a state's number + 1, or 0
    std::vector<Value> key_, other_key_;
    State other_;

    void grow();
};

}  // namespace fief::model
