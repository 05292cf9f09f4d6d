#include "cli/depfile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace fief::cli {
namespace {

/// As compilers write paths, and as Ninja and CMake read them: a space, with the backslashes before it, and `#` get a backslash, `$` is
/// doubled. Only ends of lines and tabs have no form that all three read.
std::string escaped(std::string_view path) {
    std::string out;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] == ' ') {
            for (std::size_t before = i; before > 0 && path[before - 1] == '\\'; --before) out += '\\';
            out += '\\';
        } else if (path[i] == '#') {
            out += '\\';
        } else if (path[i] == '$') {
            out += '$';
        }
        out += path[i];
    }
    return out;
}

}  // namespace

std::optional<std::string> depfile(const std::vector<std::filesystem::path>& targets, const spec::Sources& sources, std::string& why) {
    std::vector<std::string> left, right;
    for (const std::filesystem::path& target : targets) left.push_back(target.string());
    for (std::uint32_t i = 0; i < sources.size(); ++i)
        if (sources[i].on_disk() && std::find(right.begin(), right.end(), sources[i].path()) == right.end())
            right.push_back(sources[i].path());
    for (auto* paths : {&left, &right})
        for (std::string& path : *paths) {
            if (path.find_first_of("\n\r\t") != std::string::npos) {
                why = path;
                return std::nullopt;
            }
            path = escaped(path);
        }
    std::string out = fmt::format("{}: {}\n", fmt::join(left, " "), fmt::join(right, " "));
    for (const std::string& path : right) out += path + ":\n";
    return out;
}

}  // namespace fief::cli
