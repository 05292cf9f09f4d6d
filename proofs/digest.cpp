#include "proofs/digest.hpp"

#include <nettle/sha2.h>

namespace fief::proofs {

Digest digest(std::string_view bytes) {
    static_assert(std::tuple_size_v<Digest> == SHA256_DIGEST_SIZE);
    Digest out{};
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    sha256_digest(&context, out.size(), out.data());
    return out;
}

std::string hex(const Digest& digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const std::uint8_t byte : digest) {
        out.push_back(digits[byte >> 4]);
        out.push_back(digits[byte & 15]);
    }
    return out;
}

}  // namespace fief::proofs
