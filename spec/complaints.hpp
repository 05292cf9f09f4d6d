#pragma once
// From where parsing stopped to words for people. For files of `spec` only.

#include "spec/diagnostics.hpp"
#include "spec/grammar.hpp"

#include <span>

namespace fief::spec {

/// What a complaint is made from.
struct Scene {
    const SourceFile& source;
    std::uint32_t file;
    std::span<const Token> tokens;  ///< the whole file's
};

/// Where it points: the token that does not fit, or the end of the line where something is missing.
[[nodiscard]] Span blame(const Scene& scene, std::uint32_t at);

/// One mistake, one diagnostic.
void complain(const Scene& scene, const Failure& failure, Diagnostics& diagnostics);

/// Tokens from `at` on follow a complete declaration and begin none.
void complain_stray(const Scene& scene, std::uint32_t at, Diagnostics& diagnostics);

/// The declaration word a misspelt one is nearest to, or an empty string.
[[nodiscard]] std::string nearest_declaration(std::string_view word);

/// Does this token begin declarations?
[[nodiscard]] bool begins_declaration(const Token& token);

}  // namespace fief::spec
