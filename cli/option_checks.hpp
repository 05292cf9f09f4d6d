#pragma once
// What an option's argument has to be, said in one line where it is not.

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <cmath>
#include <cstdlib>
#include <string>

namespace fief::cli {

/// Seconds, of both ends: a range that "nan", which no comparison excludes, is not in.
inline CLI::Validator seconds(double least, double most) {
    return CLI::Validator(
        [=](std::string& text) {
            char* end = nullptr;
            const double value = std::strtod(text.c_str(), &end);
            const bool number = end != text.c_str() && *end == '\0' && std::isfinite(value);
            return number && least <= value && value <= most ? std::string{}
                                                             : fmt::format("`{}` is not from {} to {} seconds", text, least, most);
        },
        fmt::format("SECONDS in [{} - {}]", least, most));
}

/// A name: not an empty one, which would name everything.
inline CLI::Validator named() {
    return CLI::Validator([](std::string& text) { return text.empty() ? std::string("it names nothing") : std::string{}; }, "");
}

}  // namespace fief::cli
