#pragma once
// From text to syntax tree. The only door to the parser generator.

#include "spec/diagnostics.hpp"
#include "spec/syntax.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace fief::spec {

/// Nesting of brackets, quantifiers, conditionals and blocks beyond this is refused with a diagnostic.
inline constexpr unsigned max_nesting = 200;

/// Parses one file of `sources`. Syntax errors go to `diagnostics`; what could be understood is returned all the same.
/// Never throws on any input, and never overflows the stack.
[[nodiscard]] Unit parse(const Sources& sources, std::uint32_t file, Diagnostics& diagnostics);

/// Reads a file's bytes, or nothing (with a message) when that fails. The default reads the disk; tests read memory.
using ReadFile = std::function<std::optional<std::string>(const std::filesystem::path&, std::string& why)>;
[[nodiscard]] std::optional<std::string> read_disk(const std::filesystem::path& path, std::string& why);

/// Parses a file and, in depth-first order, all it imports; the root comes last. An import cycle, a missing file, and a
/// text that is not UTF-8 are diagnostics. A file imported twice is read once.
[[nodiscard]] std::vector<Unit> parse_with_imports(Sources& sources, const std::filesystem::path& root, Diagnostics& diagnostics,
                                                   const ReadFile& read = read_disk);

}  // namespace fief::spec
