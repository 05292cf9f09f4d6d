#pragma once
// The comments of a text, which the syntax tree leaves out.

#include "spec/source.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace fief::spec {

/// One `//` comment; `///` documentation is not among them.
struct Comment {
    Span span;
    std::string text;    ///< without the slashes, and without blanks around it
    bool alone = false;  ///< nothing but white space stands before it on its line
    std::uint32_t line = 0;
};

/// Every `//` comment of one file of `sources`, in order.
[[nodiscard]] std::vector<Comment> comments(const Sources& sources, std::uint32_t file);

}  // namespace fief::spec
