#pragma once
// Certificates on disk: a file of checks for each step, and a manifest that says what they are. The format is described in docs/json.md.

#include "cli/files.hpp"
#include "proofs/certificate.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fief::cli {

/// A manifest as it was read: only what an audit holds against the files.
struct Manifest {
    struct Step {
        std::string file, sha256;
        std::vector<std::string> properties;  ///< by check
    };
    std::string system, solver;
    std::vector<std::string> waived;  ///< properties that nothing was claimed of
    std::vector<Step> steps;
};

/// Writes the directory, the manifest last; files of an earlier certificate there that are not of this one are removed. Returns what went
/// wrong, or nothing. What is not proved makes no certificate.
[[nodiscard]] std::optional<std::string> write_certificate(const std::filesystem::path& directory, const Spec& spec,
                                                           const proofs::Report& report, const std::vector<proofs::CertifiedStep>& steps);
/// Nothing when there is none, or it is not of this form, with `why`.
[[nodiscard]] std::optional<Manifest> read_manifest(const std::filesystem::path& directory, std::string& why);

}  // namespace fief::cli
