#include "spec/source.hpp"

#include <algorithm>
#include <cassert>

namespace fief::spec {

Span cover(Span first, Span last) {
    assert(first.file == last.file);
    return {first.file, std::min(first.begin, last.begin), std::max(first.end, last.end)};
}

SourceFile::SourceFile(std::string path, std::string text, bool on_disk)
    : path_(std::move(path)), text_(std::move(text)), on_disk_(on_disk) {
    line_starts_.push_back(0);
    // A line ends at \n, \r\n or a lone \r.
    for (std::size_t i = 0; i < text_.size(); ++i) {
        const bool ends = text_[i] == '\n' || (text_[i] == '\r' && (i + 1 == text_.size() || text_[i + 1] != '\n'));
        if (ends) line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
    }
}

std::uint32_t SourceFile::line_of(std::uint32_t offset) const {
    return static_cast<std::uint32_t>(std::upper_bound(line_starts_.begin(), line_starts_.end(), offset) - line_starts_.begin());
}

Position SourceFile::position(std::uint32_t offset) const {
    const std::uint32_t number = line_of(offset);
    Position position{number, 1};
    const std::size_t stop = std::min<std::size_t>(offset, text_.size());
    for (std::size_t i = line_starts_[number - 1]; i < stop; ++i) {
        const bool continues = (static_cast<unsigned char>(text_[i]) & 0xc0U) == 0x80U;
        if (!continues) ++position.column;
    }
    return position;
}

std::string_view SourceFile::line(std::uint32_t number) const {
    const std::size_t begin = line_starts_[number - 1];
    std::size_t end = number < line_starts_.size() ? line_starts_[number] : text_.size();
    while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
    return std::string_view(text_).substr(begin, end - begin);
}

std::uint32_t Sources::add(std::string path, std::string text, bool on_disk) {
    files_.emplace_back(std::move(path), std::move(text), on_disk);
    return size() - 1;
}

std::string_view Sources::text(Span span) const { return files_[span.file].text().substr(span.begin, span.end - span.begin); }

std::string Sources::on_one_line(Span span) const {
    std::string_view text = this->text(span);
    constexpr std::size_t most = 100;
    std::string out;
    bool blank = false;
    while (!text.empty()) {
        if (text.starts_with("//")) {
            text.remove_prefix(std::min(text.find('\n'), text.size()));
            continue;
        }
        const char c = text.front();
        text.remove_prefix(1);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
            blank = !out.empty();
            continue;
        }
        if (blank) out += ' ';
        blank = false;
        out += c;
    }
    if (out.size() > most) {
        // A spec is ASCII outside comments and strings, and those are not here: any byte is a whole character.
        out.resize(most);
        out += " …";
    }
    return out;
}

}  // namespace fief::spec
