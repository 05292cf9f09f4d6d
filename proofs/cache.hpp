#pragma once
// What was shown before, by the digest of exactly what was asked: an unchanged obligation is not asked again. Only `proved` is remembered,
// and runs, which are done again on the reference model before they count.
//
// A journal of lines that each carry their own check: a line that a killed process left half-written, or that two processes wrote over each
// other, is not a line. Batches are appended with one write, so two processes at once lose nothing.

#include "proofs/digest.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace fief::proofs {

class Cache {
public:
    /// Reads the journal of the directory, which is made when something is kept. What cannot be read is not there.
    explicit Cache(std::filesystem::path directory);

    [[nodiscard]] bool proved(const Digest& asked) const;
    /// The bytes of a run that shows what was asked, to be done again.
    [[nodiscard]] const std::string* run(const Digest& asked) const;
    void keep_proved(const Digest& asked);
    void keep_run(const Digest& asked, std::string bytes);
    /// Writes what was kept since the last time. A directory that cannot be written costs time later, and nothing else.
    void write();

private:
    std::filesystem::path directory_;
    std::set<Digest> proved_;
    std::map<Digest, std::string> runs_;
    mutable std::set<Digest> used_;  ///< what a journal that has grown too long is cut down to
    std::string pending_;
    std::uintmax_t size_ = 0;

    [[nodiscard]] std::filesystem::path journal() const;
    void read_line(std::string_view line);
    void cut_down();
};

/// $XDG_CACHE_HOME/fief, else ~/.cache/fief; nothing when neither is known.
[[nodiscard]] std::optional<std::filesystem::path> default_cache();

/// Identifies this very program: answers of another build are not believed. Empty when the linker left no build id.
[[nodiscard]] std::string build_id();

}  // namespace fief::proofs
