#pragma once
// From a picture to the bytes of a file.

#include "gen/draw/picture.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace fief::gen {

enum class Format { svg, png, pdf, dot };

/// By the suffix of a file's name ("x.svg"); nothing for any other.
[[nodiscard]] std::optional<Format> format_of(std::string_view path);

/// The picture with a place for everything, in the DOT language: `neato -n2` renders it. Equal pictures give equal text. Nothing, with the
/// reason in `why`, when Graphviz cannot lay it out.
[[nodiscard]] std::optional<std::string> sheet_of(const Picture& picture, std::string& why);

/// The file. Layout and rendering run in a process of their own, which is ended after `limit`.
struct Rendered {
    enum class Outcome { done, late, failed } outcome = Outcome::failed;
    std::string bytes;
    std::string why;         ///< failed
    std::string complaints;  ///< done: what Graphviz was not content with, such as a text that is too large for its place
};
[[nodiscard]] Rendered render(const Picture& picture, Format format, std::chrono::milliseconds limit);

}  // namespace fief::gen
