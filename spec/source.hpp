#pragma once
// Where text comes from, and how a place in it is named.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fief::spec {

/// A range of bytes in one file of a `Sources`: [begin, end). An empty span (begin == end) points between two bytes.
struct Span {
    std::uint32_t file = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const Span&, const Span&) = default;
};

/// The smallest span that covers both; they must lie in one file.
[[nodiscard]] Span cover(Span first, Span last);

/// A line and a column, both counted from 1. Columns count Unicode code points, as editors and compilers do.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

/// One text, with the offsets at which its lines begin.
class SourceFile {
public:
    SourceFile(std::string path, std::string text, bool on_disk);

    [[nodiscard]] const std::string& path() const { return path_; }
    /// Whether it was read from a file: what declarations imply is a text too, of our own.
    [[nodiscard]] bool on_disk() const { return on_disk_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] Position position(std::uint32_t offset) const;
    /// The line alone: quick on lines of any length.
    [[nodiscard]] std::uint32_t line_of(std::uint32_t offset) const;
    /// The text of a line counted from 1, without its line end.
    [[nodiscard]] std::string_view line(std::uint32_t number) const;
    [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }
    [[nodiscard]] std::uint32_t line_start(std::uint32_t number) const { return line_starts_[number - 1]; }

private:
    std::string path_;
    std::string text_;
    bool on_disk_;
    std::vector<std::uint32_t> line_starts_;
};

/// Every text of one run, in the order in which they were read; `Span::file` is an index into it.
class Sources {
public:
    /// Adds a text and returns its number.
    std::uint32_t add(std::string path, std::string text, bool on_disk = true);
    [[nodiscard]] const SourceFile& operator[](std::uint32_t file) const { return files_[file]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(files_.size()); }
    /// The bytes of a span.
    [[nodiscard]] std::string_view text(Span span) const;
    /// The same as it reads on one line: without comments, each blank a space, and cut after a hundred characters.
    [[nodiscard]] std::string on_one_line(Span span) const;

private:
    std::vector<SourceFile> files_;
};

}  // namespace fief::spec
