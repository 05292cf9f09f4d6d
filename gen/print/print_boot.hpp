#pragma once
// The state at boot as files of C++: initialisers that people can read, or, of a large one, bytes that the assembler takes in.

#include "gen/generate.hpp"
#include "gen/print/print.hpp"

namespace fief::gen {

/// The most bytes of `Tables` that are spelled out.
inline constexpr std::uint64_t most_boot_text = std::uint64_t{1} << 16;

/// `aegis_boot.hpp`, `aegis_boot.cpp`, and for a large image `aegis_boot.cpp.bin`.
[[nodiscard]] std::vector<File> boot_files(const model::Model& model, const Program& program, const Printer& print,
                                           const std::string& provenance, Image image);

}  // namespace fief::gen
