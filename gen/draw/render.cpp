#include "gen/draw/render.hpp"

#include "gen/draw/apart.hpp"
#include "gen/draw/arrange.hpp"
#include "gen/draw/dot.hpp"
#include "gen/draw/graphviz.hpp"
#include "gen/draw/ink.hpp"
#include "gen/draw/text_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace fief::gen {
namespace {

Area moved(const Area& area, const Point& by) { return {{area.low.x + by.x, area.low.y + by.y}, {area.high.x + by.x, area.high.y + by.y}}; }

Curve moved(Curve curve, const Point& by) {
    for (Point& p : curve.points) p = {p.x + by.x, p.y + by.y};
    if (curve.tip) curve.tip = Point{curve.tip->x + by.x, curve.tip->y + by.y};
    return curve;
}

/// Draws one panel with its upper left corner at `corner`.
void put_panel(Sheet& sheet, const Laid& laid, const Point& corner, double head, double height, std::size_t number) {
    const Panel& panel = *laid.panel;
    const Area whole{{corner.x, corner.y - height}, {corner.x + laid.width, corner.y}};
    sheet.frame(whole, paper, panel_edge);
    const double left = whole.low.x + padding, right = whole.high.x - padding;
    double y = corner.y - padding / 2;
    for (const std::string& line : laid.title) {
        sheet.text({{left, y - panel_title_height}, {right, y}}, line, {panel_title_size, ink, true, false});
        y -= &line == &laid.title.back() ? panel_title_height : panel_title_more;
    }
    const double first = corner.y - padding / 2;
    const Ink of_aside = ink_of(panel.aside_look);
    sheet.text({{right - text_width(panel.aside, remark_size) - 8, first - panel_title_height}, {right, first}}, panel.aside,
               {remark_size, panel.aside_look == Look::quiet ? of_aside.text : of_aside.edge, false, true});
    for (const Remark& remark : laid.remarks) {
        const Ink of = ink_of(remark.look);
        const bool coloured = remark.look == Look::made || remark.look == Look::changed;
        sheet.text({{left, y - remark_height}, {right, y}}, remark.text,
                   {remark_size, coloured ? of.edge : of.text, remark.look == Look::broken, false});
        y -= remark_height;
    }
    const Placement& placement = *laid.placement;
    const Point by{whole.low.x + (laid.width - placement.whole.width()) / 2 - placement.whole.low.x,
                   corner.y - head - placement.whole.high.y};
    for (std::size_t g = 0; g < laid.layout->groups.size(); ++g) {
        const auto at = placement.clusters.find(fmt::format("cluster_{}", g));
        if (at == placement.clusters.end()) continue;
        const Area area = moved(at->second, by);
        sheet.frame(area, group_fill, group_fill);
        sheet.text({{area.low.x + 7, area.high.y - group_size - 6}, {area.high.x, area.high.y - 2}}, laid.layout->groups[g].title,
                   {group_size, grey_ink, false, false});
    }
    const auto name_of = [&](const std::string& id) {
        return fmt::format("{} {}", panel.number.empty() ? fmt::format("p{}", number) : panel.number, id);
    };
    for (const Group& group : panel.groups)
        for (const Box& box : group.boxes) sheet.box(name_of(box.id), moved(placement.nodes.at(box.id), by), box);
    for (const Arrow& arrow : panel.arrows) {
        const std::string key = laid.key_of(arrow);
        if (const auto at = placement.edges.find(key); at != placement.edges.end())
            sheet.arrow(name_of(arrow.from), name_of(arrow.to), moved(at->second, by), arrow.look);
        if (const auto at = placement.labels.find(key); at != placement.labels.end()) {
            const double half = text_width(arrow.label, line_size) / 2 + 2;
            const Point middle{at->second.x + by.x, at->second.y + by.y};
            sheet.text({{middle.x - half, middle.y - 6}, {middle.x + half, middle.y + 6}}, arrow.label, {line_size, ink, false, false});
        }
    }
}

/// What the looks mean: a small box for each, in one line.
double put_legend(Sheet& sheet, const std::vector<Remark>& legend, Point at) {
    constexpr double swatch = 24, height = 13;
    for (std::size_t i = 0; i < legend.size(); ++i) {
        const double inset = ink_of(legend[i].look).doubled ? 4 : 0;
        sheet.box(fmt::format("legend {}", i), {{at.x + inset, at.y - height + inset}, {at.x + swatch - inset, at.y - inset}},
                  Box{"", "", "", {}, legend[i].look});
        const double width = text_width(legend[i].text, remark_size) + 4;
        sheet.text({{at.x + swatch + 5, at.y - height}, {at.x + swatch + 5 + width, at.y}}, legend[i].text,
                   {remark_size, grey_ink, false, false});
        at.x += swatch + 5 + width + 16;
    }
    return legend.empty() ? 0 : height;
}

/// Puts lines of text below `y`; returns where they end.
double put_lines(Sheet& sheet, const std::string& text, double width, double y, const Sheet::Style& style) {
    for (const std::string& line : wrap(text, 0.97 * width, style.size, style.bold)) {
        const double height = std::ceil(style.size * 1.3);
        sheet.text({{0, y - height}, {width, y}}, line, style);
        y -= height;
    }
    return y;
}

}  // namespace

std::optional<Format> format_of(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    const std::string_view suffix = dot == std::string_view::npos ? "" : path.substr(dot + 1);
    if (suffix == "svg") return Format::svg;
    if (suffix == "png") return Format::png;
    if (suffix == "pdf") return Format::pdf;
    if (suffix == "dot") return Format::dot;
    return std::nullopt;
}

std::optional<std::string> sheet_of(const Picture& picture, std::string& why) {
    const std::optional<Arranged> arranged = arrange(picture, why);
    if (!arranged) return std::nullopt;
    double width = 420;
    for (const auto& row : arranged->rows) {
        double used = panel_gap * static_cast<double>(row.size() - 1);
        for (const Laid* laid : row) used += laid->width;
        width = std::max(width, used);
    }
    Sheet sheet;
    double y = put_lines(sheet, picture.title, width, 0, {title_size, ink, true, false});
    y = put_lines(sheet, picture.subtitle, width, y, {subtitle_size, grey_ink, false, false});
    y -= 6 + put_legend(sheet, picture.legend, {0, y - 6});
    for (const auto& row : arranged->rows) {
        double head = 0, body = 0, x = 0;
        for (const Laid* laid : row) head = std::max(head, laid->head());
        for (const Laid* laid : row) body = std::max(body, laid->body());
        y -= panel_gap;
        for (const Laid* laid : row) {
            put_panel(sheet, *laid, {x, y}, picture.steady ? head : laid->head(), head + body,
                      static_cast<std::size_t>(laid - arranged->panels.data()));
            x += laid->width + panel_gap;
        }
        y -= head + body;
    }
    for (const std::string& note : picture.notes) y = put_lines(sheet, note, width, y - 4, {remark_size, grey_ink, false, false});
    return sheet.finish({{0, y}, {width, 0}});
}

Rendered render(const Picture& picture, Format format, std::chrono::milliseconds limit) {
    // What comes back: '+', what Graphviz said, a zero, the file; or '-' and the reason why there is none.
    const Apart apart = do_apart(
        [&] {
            std::string why, said;
            std::optional<std::string> file = sheet_of(picture, why);
            if (file && format != Format::dot) {
                file = render_placed(*file, format == Format::svg ? "svg" : format == Format::png ? "png" : "pdf", said);
                if (!file) why = said;
            }
            return file ? "+" + said + '\0' + *file : "-" + why;
        },
        limit);
    if (apart.outcome == Apart::Outcome::late) return {Rendered::Outcome::late, {}, {}, {}};
    if (apart.outcome == Apart::Outcome::crashed || apart.result.empty()) return {Rendered::Outcome::failed, {}, "Graphviz crashed", {}};
    if (apart.result.front() == '-') return {Rendered::Outcome::failed, {}, apart.result.substr(1), {}};
    const std::size_t end = apart.result.find('\0');
    return {Rendered::Outcome::done, apart.result.substr(end + 1), {}, apart.result.substr(1, end - 1)};
}

}  // namespace fief::gen
