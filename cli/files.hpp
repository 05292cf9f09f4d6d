#pragma once
// Where the command touches the disk: specs come in, results go out.

#include "model/model.hpp"
#include "spec/diagnostics.hpp"

#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
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

/// Writes beside the file and renames, so that nobody ever sees half of it. Returns what went wrong, or nothing.
[[nodiscard]] std::optional<std::string> write_file(const std::filesystem::path& path, std::string_view text);
/// The same, but a file that says so already stays as it is, with its time: builds that look at times then do nothing.
[[nodiscard]] std::optional<std::string> write_if_other(const std::filesystem::path& path, std::string_view text);
/// A whole file, or nothing with the reason in `why`.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& path, std::string& why);

}  // namespace fief::cli
