#pragma once
// Where the command touches the disk: specs come in, results go out.

#include "model/model.hpp"
#include "spec/diagnostics.hpp"

#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fief::cli {

/// A spec as it was read: its texts, what is to be said about them, and its Model when nothing was wrong.
struct Spec {
    std::string path;
    spec::Sources sources;
    spec::Diagnostics diagnostics;
    std::optional<model::Model> model;
};

[[nodiscard]] Spec load(const std::string& path);
/// Every diagnostic as people read it, on stderr.
void print_diagnostics(const Spec& spec);
/// "aegis.fief:131:1"
[[nodiscard]] std::string show_place(const spec::Sources& sources, spec::Span span);

/// Files that are replaced together. Their texts are written beside them first, so that who runs out of room, or may not write, has
/// replaced none; then they are renamed, in order. What was not renamed is removed again.
class Replacing {
public:
    Replacing() = default;
    Replacing(const Replacing&) = delete;
    Replacing& operator=(const Replacing&) = delete;
    ~Replacing();
    /// Returns what went wrong, or nothing.
    [[nodiscard]] std::optional<std::string> write(const std::filesystem::path& path, std::string_view text);
    /// The same, but a file that says so already stays as it is, with its time: builds that look at times then do nothing.
    [[nodiscard]] std::optional<std::string> write_if_other(const std::filesystem::path& path, std::string_view text);
    [[nodiscard]] std::optional<std::string> rename();

private:
    std::vector<std::pair<std::filesystem::path, std::filesystem::path>> written_;  ///< where, and under which name it is to be
};

/// Writes beside the file and renames, so that nobody ever sees half of it. Returns what went wrong, or nothing.
[[nodiscard]] std::optional<std::string> write_file(const std::filesystem::path& path, std::string_view text);
/// A whole file, or nothing with the reason in `why`.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& path, std::string& why);

}  // namespace fief::cli
