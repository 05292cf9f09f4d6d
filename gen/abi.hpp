#pragma once
// The numbers by which a kernel's callers know it: of calls, errors, rights and the names of enumerations. A lock file keeps them from one
// generation to the next.

#include "model/model.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fief::gen {

/// What callers were promised. Names that are gone keep their numbers, so that no later name gets them.
struct Abi {
    struct Call {
        std::uint64_t number = 0;
        std::string signature;  ///< "(page) by env gives cap"
        friend bool operator==(const Call&, const Call&) = default;
    };
    using Numbers = std::map<std::string, std::uint64_t>;

    std::string system;
    std::map<std::string, Call> calls;
    Numbers errors;  ///< 0 is success, and has no name here
    Numbers rights;  ///< the bit
    std::map<std::string, Numbers> enumerations;

    friend bool operator==(const Abi&, const Abi&) = default;
};

/// The lock file's text, in order of numbers; equal input gives equal bytes.
[[nodiscard]] std::string write_abi(const Abi& abi);

/// Nothing, and `why`, when the text is no lock file.
[[nodiscard]] std::optional<Abi> read_abi(std::string_view text, std::string& why);

/// The numbers of this model: those that `locked` has, and the next free ones for what is new. Nothing, and every reason in `why`, when a
/// number that callers know would change: a call with other arguments, a right or a name of an enumeration at another place.
[[nodiscard]] std::optional<Abi> number(const model::Model& model, const std::optional<Abi>& locked, std::vector<std::string>& why);

/// "(page, cap.rights) by env gives cap"
[[nodiscard]] std::string signature(const model::Model& model, const model::Call& call);

}  // namespace fief::gen
