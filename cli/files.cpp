#include "cli/files.hpp"

#include "cli/terminal.hpp"
#include "model/resolve.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>

namespace fief::cli {
namespace {

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using Open = std::unique_ptr<std::FILE, Close>;

std::string reason() { return std::generic_category().message(errno); }

}  // namespace

Spec load(const std::string& path) {
    Spec spec;
    spec.path = path;
    spec.model = model::load(path, spec.sources, spec.diagnostics);
    return spec;
}

void print_diagnostics(const Spec& spec) {
    const bool colour = wants_colour(stderr);
    for (const spec::Diagnostic& d : spec.diagnostics.all()) complain(spec::render(d, spec.sources, colour) + "\n");
}

std::string show_place(const spec::Sources& sources, spec::Span span) {
    const spec::SourceFile& file = sources[span.file];
    const spec::Position at = file.position(span.begin);
    return fmt::format("{}:{}:{}", file.path(), at.line, at.column);
}

std::optional<std::string> write_file(const std::filesystem::path& path, std::string_view text) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) return fmt::format("cannot write {}: it is a directory", path.string());
    const std::filesystem::path beside = fmt::format("{}.{}.tmp", path.string(), getpid());
    const auto failed = [&](std::string why) {
        std::filesystem::remove(beside, error);
        return fmt::format("cannot write {}: {}", path.string(), why);
    };
    Open file(std::fopen(beside.c_str(), "wb"));
    if (!file) return failed(reason());
    if (std::fwrite(text.data(), 1, text.size(), file.get()) != text.size() || std::fflush(file.get()) != 0) return failed(reason());
    file.reset();
    std::error_code renamed;
    std::filesystem::rename(beside, path, renamed);
    if (renamed) return failed(renamed.message());
    return std::nullopt;
}

std::optional<std::string> write_if_other(const std::filesystem::path& path, std::string_view text) {
    std::string why;
    if (read_file(path, why) == text) return std::nullopt;
    return write_file(path, text);
}

std::optional<std::string> read_file(const std::filesystem::path& path, std::string& why) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
        why = "it is a directory";
        return std::nullopt;
    }
    Open file(std::fopen(path.c_str(), "rb"));
    if (!file) {
        why = reason();
        return std::nullopt;
    }
    std::string text;
    char block[1 << 16];
    while (const std::size_t got = std::fread(block, 1, sizeof block, file.get())) text.append(block, got);
    if (std::ferror(file.get()) != 0) {
        why = reason();
        return std::nullopt;
    }
    return text;
}

}  // namespace fief::cli
