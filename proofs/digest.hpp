#pragma once
// SHA-256: what makes two texts the same to the cache and to certificates.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace fief::proofs {

using Digest = std::array<std::uint8_t, 32>;

[[nodiscard]] Digest digest(std::string_view bytes);
/// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string hex(const Digest& digest);

}  // namespace fief::proofs
