#pragma once
// Errors, phases, rights and numbers of the tables written by hand (hand_aegis.hpp); errors in the order of the generated ones.

#include <cstdint>
#include <limits>
#include <type_traits>

namespace hand {

enum class Error : std::uint8_t {
    ok,
    bad_argument,
    full,
    taken,
    not_owner,
    being_revoked,
    already,
    too_many,
    not_holder,
    no_right,
    amplifies,
    occupied,
    not_mapped,
    not_yours,
    root,
    free_already,
    spared,
    too_early,
    vector_full,
    nothing_there,
    has_room,
};

enum class Phase : std::uint8_t { idle, ask, warn };

using Rights = std::uint8_t;
inline constexpr Rights all_cap_rights = 7, all_pte_rights = 3, grant = 4;
inline constexpr std::uint64_t ask_within = 1000, warn_within = 50;

/// The smallest unsigned number that numbers so many records and leaves its largest value for none.
template <std::uint64_t Records>
using Number = std::conditional_t < Records < 0x100,
      std::uint8_t, std::conditional_t<Records<0x10000, std::uint16_t, std::uint32_t>>;

}  // namespace hand
