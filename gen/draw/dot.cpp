#include "gen/draw/dot.hpp"

#include "gen/draw/ink.hpp"
#include "gen/draw/markup.hpp"

#include <fmt/format.h>

namespace fief::gen {
namespace {

/// For the inside of a label in Graphviz' subset of HTML.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

std::string in_font(std::string_view text, double size, const char* colour, bool bold = false, bool struck = false) {
    if (text.empty()) return {};
    std::string inside = escaped(text);
    if (struck) inside = "<S>" + inside + "</S>";
    if (bold) inside = "<B>" + inside + "</B>";
    return fmt::format("<FONT POINT-SIZE=\"{}\" COLOR=\"{}\">{}</FONT>", size, colour, inside);
}

std::string box_label(const Box& box, double width, double height) {
    if (box.title.empty() && box.lines.empty()) return empty_label(width - 2, height - 2);
    const Ink of_box = ink_of(box.look);
    const double inside = width - box_margin - 2;  // clear of the outline
    const auto row = [&](double high, const std::string& background, const std::string& text) {
        return "<TR>" + cell(box_margin, high, background, "") + cell(inside, high, " ALIGN=\"LEFT\"" + background, text) + "</TR>";
    };
    std::string title = in_font(box.title, box_title_size, of_box.text, true, of_box.struck);
    if (!box.aside.empty()) title += in_font("  " + box.aside, line_size, of_box.name);
    std::string rows = row(title_height, "", title);
    double used = title_height + 1;
    for (const Line& line : box.lines) {
        const Ink of_line = ink_of(line.look == Look::plain ? box.look : line.look);
        const std::string background = line.look == Look::plain ? "" : fmt::format(" BGCOLOR=\"{}\"", of_line.line);
        const std::string gap = line.name.empty() || line.text.empty() ? "" : " ";
        rows +=
            row(line_height, background,
                in_font(line.name + gap, line_size, of_line.name) + in_font(line.text, line_size, of_line.text, line.look == Look::broken));
        used += line_height;
    }
    if (height > used) rows += "<TR>" + cell(box_margin, height - used, "", "") + cell(inside, height - used, "", "") + "</TR>";
    return table(rows);
}

std::string place_of(const Area& area) {
    constexpr double inch = 72;
    return fmt::format("pos=\"{:.2f},{:.2f}\" width={:.4f} height={:.4f}", (area.low.x + area.high.x) / 2, (area.low.y + area.high.y) / 2,
                       area.width() / inch, area.height() / inch);
}

std::string show(const Point& p) { return fmt::format("{:.2f},{:.2f}", p.x, p.y); }

}  // namespace

Sheet::Sheet() = default;

void Sheet::frame(const Area& area, const char* fill, const char* edge) {
    parts_ +=
        fmt::format("f{} [{} label=\"\" style=filled penwidth=0.8 fillcolor=\"{}\" color=\"{}\"]\n", next_++, place_of(area), fill, edge);
}

void Sheet::text(const Area& area, const std::string& text, const Style& style) {
    if (text.empty()) return;
    const std::string inside = in_font(text, style.size, style.colour, style.bold);
    const std::string label =
        table("<TR>" + cell(area.width(), area.height(), style.right ? " ALIGN=\"RIGHT\"" : " ALIGN=\"LEFT\"", inside) + "</TR>");
    parts_ += fmt::format("t{} [{} shape=none label={}]\n", next_++, place_of(area), label);
}

void Sheet::box(const std::string& name, const Area& area, const Box& box) {
    if (box.look == Look::absent) return;
    const Ink i = ink_of(box.look);
    parts_ +=
        fmt::format("{} [{} style=\"filled,{}\" penwidth={} color=\"{}\" fillcolor=\"{}\"{} label={}]\n", in_quotes(name), place_of(area),
                    i.style, i.edge_width, i.edge, i.fill, i.doubled ? " peripheries=2" : "", box_label(box, area.width(), area.height()));
}

void Sheet::arrow(const std::string& from, const std::string& to, const Curve& curve, Look look) {
    if (curve.points.empty() || look == Look::absent) return;
    const Ink i = ink_of(look);
    std::string pos = curve.tip ? "e," + show(*curve.tip) + " " : "";
    for (std::size_t p = 0; p < curve.points.size(); ++p) pos += (p == 0 ? "" : " ") + show(curve.points[p]);
    parts_ += fmt::format("{} -> {} [pos=\"{}\" style={} penwidth={} color=\"{}\"]\n", in_quotes(from), in_quotes(to), pos, i.style,
                          i.arrow_width, i.arrow);
}

std::string Sheet::finish(const Area& whole) const {
    return fmt::format(
        "digraph fief {{\n"
        "graph [bb=\"{},{}\" outputorder=nodesfirst bgcolor=\"{}\" pad=0.1 fontname=\"{}\"]\n"
        "node [shape=box fixedsize=true margin=0 fontname=\"{}\" fontsize={}]\n"
        "edge [arrowsize=0.6]\n{}}}\n",
        show(whole.low), show(whole.high), paper, font, font, line_size, parts_);
}

}  // namespace fief::gen
