#include "gen/draw/markup.hpp"

#include <fmt/format.h>

namespace fief::gen {

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

std::string table(const std::string& rows) {
    return "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">" + rows + "</TABLE>>";
}

std::string cell(double width, double height, std::string_view attributes, const std::string& inside) {
    return fmt::format("<TD FIXEDSIZE=\"TRUE\" WIDTH=\"{:.0f}\" HEIGHT=\"{:.0f}\"{}>{}</TD>", width, height, attributes, inside);
}

std::string empty_label(double width, double height) { return table("<TR>" + cell(width, height, "", "") + "</TR>"); }

}  // namespace fief::gen
