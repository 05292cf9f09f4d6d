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

Replacing::~Replacing() {
    std::error_code ignored;
    for (const auto& [beside, path] : written_) std::filesystem::remove(beside, ignored);
}

std::optional<std::string> Replacing::write(const std::filesystem::path& path, std::string_view text) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) return fmt::format("cannot write {}: it is a directory", path.string());
    const std::filesystem::path beside = fmt::format("{}.{}.tmp", path.string(), getpid());
    Open file(std::fopen(beside.c_str(), "wb"));
    if (!file) return fmt::format("cannot write {}: {}", path.string(), reason());
    written_.emplace_back(beside, path);
    const bool all = std::fwrite(text.data(), 1, text.size(), file.get()) == text.size() && std::fflush(file.get()) == 0;
    if (!all) return fmt::format("cannot write {}: {}", path.string(), reason());
    return std::nullopt;
}

std::optional<std::string> Replacing::write_if_other(const std::filesystem::path& path, std::string_view text) {
    std::string why;
    if (read_file(path, why) == text) return std::nullopt;
    return write(path, text);
}

std::optional<std::string> Replacing::rename() {
    while (!written_.empty()) {
        const auto& [beside, path] = written_.front();
        std::error_code error;
        std::filesystem::rename(beside, path, error);
        if (error) return fmt::format("cannot write {}: {}", path.string(), error.message());
        written_.erase(written_.begin());
    }
    return std::nullopt;
}

std::optional<std::string> write_file(const std::filesystem::path& path, std::string_view text) {
    Replacing one;
    if (auto problem = one.write(path, text)) return problem;
    return one.rename();
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
