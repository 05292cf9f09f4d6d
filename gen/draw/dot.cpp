#include "gen/draw/dot.hpp"

#include "gen/draw/ink.hpp"
#include "gen/draw/text_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fief::gen {
namespace {

/// For the inside of a quoted name.
std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

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

/// A table of exactly this size; its rows are made by `cell`.
std::string table(const std::string& rows) {
    return "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">" + rows + "</TABLE>>";
}

std::string cell(double width, double height, std::string_view attributes, const std::string& inside) {
    return fmt::format("<TD FIXEDSIZE=\"TRUE\" WIDTH=\"{:.0f}\" HEIGHT=\"{:.0f}\"{}>{}</TD>", width, height, attributes, inside);
}

double width_of(const Line& line) {
    const std::string gap = line.name.empty() || line.text.empty() ? "" : " ";
    return text_width(line.name + gap, line_size) + text_width(line.text, line_size, line.look == Look::broken);
}

constexpr double gap_below = 3;  // under the last line of a box

std::string empty_label(double width, double height) { return table("<TR>" + cell(width, height, "", "") + "</TR>"); }

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

/// The bare rows of a box, each with a port: `t` for the title, `l0`, `l1`, … for the lines.
std::string ports_label(const Box& box, const Size& size) {
    std::string rows = "<TR>" + cell(size.width, title_height, " PORT=\"t\"", "") + "</TR>";
    double used = title_height;
    for (std::size_t i = 0; i < box.lines.size(); ++i, used += line_height)
        rows += "<TR>" + cell(size.width, line_height, fmt::format(" PORT=\"l{}\"", i), "") + "</TR>";
    if (size.height > used) rows += "<TR>" + cell(size.width, size.height - used, "", "") + "</TR>";
    return table(rows);
}

std::string place_of(const Area& area) {
    constexpr double inch = 72;
    return fmt::format("pos=\"{:.2f},{:.2f}\" width={:.4f} height={:.4f}", (area.low.x + area.high.x) / 2, (area.low.y + area.high.y) / 2,
                       area.width() / inch, area.height() / inch);
}

std::string show(const Point& p) { return fmt::format("{:.2f},{:.2f}", p.x, p.y); }

}  // namespace

Size size_of(const Box& box) {
    constexpr double least = 36;
    double width = text_width(box.title, box_title_size, true);
    if (!box.aside.empty()) width += text_width("  " + box.aside, line_size);
    for (const Line& line : box.lines) width = std::max(width, width_of(line));
    const double height = title_height + line_height * static_cast<double>(box.lines.size()) + (box.lines.empty() ? 0 : gap_below);
    return {std::ceil(std::max(least, width * 1.03 + 2 * box_margin + 2)), std::ceil(height)};
}

std::string layout_text(const Panel& panel, const std::map<std::string, Size>& sizes) {
    // The second search for fewer crossings would forget the order within groups.
    const bool ordered = std::any_of(panel.groups.begin(), panel.groups.end(), [](const Group& g) { return g.in_order; });
    std::string out = fmt::format(
        "digraph panel {{\n"
        "rankdir=LR ranksep=0.36 nodesep=0.11 remincross={}\n"
        "node [shape=box margin=0 fixedsize=true label=\"\"]\n"
        "edge [arrowsize=0.6]\n",
        !ordered);
    std::map<std::string, std::size_t> group_of;
    for (std::size_t g = 0; g < panel.groups.size(); ++g) {
        const Group& group = panel.groups[g];
        const bool framed = !group.title.empty();
        if (framed)
            out += fmt::format("subgraph cluster_{} {{\nmargin=7 label={}\n", g,
                               empty_label(std::ceil(text_width(group.title, group_size)) + 4, 4));
        std::string names;
        for (const Box& box : group.boxes) {
            const Size& size = sizes.at(box.id);
            out += fmt::format("{} [width={:.4f} height={:.4f} label={}]\n", in_quotes(box.id), size.width / 72, size.height / 72,
                               ports_label(box, size));
            names += in_quotes(box.id) + "; ";
            group_of[box.id] = g;
        }
        if (framed && group.boxes.size() > 1) out += "{ rank=same; " + names + "}\n";
        for (std::size_t b = 1; group.in_order && b < group.boxes.size(); ++b)
            out += fmt::format("{} -> {} [style=invis]\n", in_quotes(group.boxes[b].id), in_quotes(group.boxes[b - 1].id));
        if (framed) out += "}\n";
    }
    const bool framed_anywhere = std::any_of(panel.groups.begin(), panel.groups.end(), [](const Group& g) { return !g.title.empty(); });
    for (std::size_t a = 0; a < panel.arrows.size(); ++a) {
        const Arrow& arrow = panel.arrows[a];
        const bool within = group_of.at(arrow.from) == group_of.at(arrow.to) && !panel.groups[group_of.at(arrow.from)].title.empty();
        std::string from = in_quotes(arrow.from), to = in_quotes(arrow.to);
        if (framed_anywhere) {
            from += arrow.line ? fmt::format(":l{}:e", *arrow.line) : ":t:e";
            to += within ? ":t:e" : ":t:w";
        }
        out += fmt::format("{} -> {} [key=e{}", from, to, a);
        if (!framed_anywhere && arrow.look != Look::quiet) out += " weight=20";
        if (!arrow.label.empty())
            out += fmt::format(" label={}", empty_label(std::ceil(text_width(arrow.label, line_size)) + 6, line_height));
        out += "]\n";
    }
    return out + "}\n";
}

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
    if (curve.points.empty()) return;
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
