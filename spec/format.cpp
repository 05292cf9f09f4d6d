#include "spec/format.hpp"

#include "spec/layout.hpp"

namespace fief::spec {
namespace {

std::string once(std::string_view text) {
    std::vector<Line> lines = lay_out(text);
    line_up(lines);
    std::string out;
    for (const Line& line : lines) {
        if (line.blank_before) out += '\n';
        out.append(line.indent, ' ');
        for (const Piece& p : line.pieces) {
            out.append(p.gap, ' ');
            out += p.text;
        }
        out += '\n';
    }
    return out;
}

}  // namespace

std::string format(const SourceFile& file) {
    // Taking one gap away can leave another without its neighbour; gaps only shrink or line up, so this ends.
    constexpr int most = 20;
    std::string text = once(file.text());
    for (int i = 0; i < most; ++i) {
        std::string next = once(text);
        if (next == text) break;
        text = std::move(next);
    }
    return text;
}

}  // namespace fief::spec
