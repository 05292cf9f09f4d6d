#include "model/explore_states.hpp"

namespace fief::model {
namespace {

std::uint64_t hash_of(const std::vector<Value>& words) {
    std::uint64_t h = 0x9e3779b97f4a7c15U;
    for (Value w : words) {
        h = (h ^ static_cast<std::uint64_t>(w)) * 0xff51afd7ed558ccdU;
        h ^= h >> 32U;
    }
    return h;
}

}  // namespace

void SeenStates::get(std::uint32_t number, State& out) const {
    out.words.resize(words_);
    const std::uint8_t* at = bytes_.data() + offsets_[number];
    for (Value& w : out.words) {  // seven bits a byte, the lowest first; the sign lies in the lowest bit
        std::uint64_t raw = 0;
        for (unsigned shift = 0;; shift += 7) {
            raw |= static_cast<std::uint64_t>(*at & 0x7fU) << shift;
            if (!(*at++ & 0x80U)) break;
        }
        w = static_cast<Value>(raw >> 1U) ^ -static_cast<Value>(raw & 1U);
    }
}

SeenStates::Added SeenStates::add(const State& state) {
    moments_->canonical(state, key_);
    const std::uint64_t hash = hash_of(key_);
    std::size_t slot = hash & (slots_.size() - 1);
    for (; slots_[slot]; slot = (slot + 1) & (slots_.size() - 1)) {
        const std::uint32_t number = slots_[slot] - 1;
        if (hashes_[number] != hash) continue;
        get(number, other_);
        moments_->canonical(other_, other_key_);
        if (key_ == other_key_) return {number, false};
    }
    slots_[slot] = size() + 1;
    offsets_.push_back(bytes_.size());
    hashes_.push_back(hash);
    for (Value w : state.words) {
        std::uint64_t raw = (static_cast<std::uint64_t>(w) << 1U) ^ static_cast<std::uint64_t>(w >> 63U);
        for (; raw >= 0x80; raw >>= 7U) bytes_.push_back(static_cast<std::uint8_t>(raw | 0x80U));
        bytes_.push_back(static_cast<std::uint8_t>(raw));
    }
    if (size() * std::size_t{2} > slots_.size()) grow();
    return {size() - 1, true};
}

void SeenStates::grow() {
    slots_.assign(slots_.size() * 2, 0);
    for (std::uint32_t n = 0; n < size(); ++n) {
        std::size_t slot = hashes_[n] & (slots_.size() - 1);
        while (slots_[slot]) slot = (slot + 1) & (slots_.size() - 1);
        slots_[slot] = n + 1;
    }
}

}  // namespace fief::model
