#include "gen/draw/render.hpp"

#include "gen/draw/apart.hpp"
#include "gen/draw/dot.hpp"
#include "gen/draw/graphviz.hpp"
#include "gen/draw/ink.hpp"
#include "gen/draw/layout.hpp"
#include "gen/draw/text_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace fief::gen {
namespace {

// Points.
constexpr double sheet_width = 885;  // with its margins 1200 pixels, at 96 to the inch
constexpr double gap = 10;           // between panels
constexpr double padding = 9;        // inside a panel
constexpr double least_panel = 205;
constexpr double panel_title_height = 20;
constexpr double remark_height = 12.5;
constexpr std::size_t most_columns = 4;

/// A panel that has been laid out: what its boxes take, and its remarks as they are broken into lines.
struct Laid {
    const Panel* panel = nullptr;
    const Panel* layout = nullptr;  ///< the panel that was laid out: its arrows are the keys of the placement
    const Placement* placement = nullptr;
    double width = 0;  ///< with padding
    std::vector<Remark> remarks;
    std::vector<std::string> title;  ///< broken into lines

    [[nodiscard]] double head() const {
        return padding / 2 + panel_title_height + 14 * (static_cast<double>(title.size()) - 1) +
               remark_height * static_cast<double>(remarks.size()) + 3;
    }
    [[nodiscard]] double body() const { return placement->whole.height() + padding; }
};

bool same_way(const Arrow& one, const Arrow& other) { return one.from == other.from && one.line == other.line && one.to == other.to; }

/// What all panels of a steady picture are laid out as: the boxes of any, and the arrows of all.
Panel union_of(const std::vector<Panel>& panels) {
    Panel all;
    if (!panels.empty()) all.groups = panels.front().groups;
    for (const bool there : {true, false})  // the absent ones come last
        for (const Panel& panel : panels)
            for (const Arrow& arrow : panel.arrows)
                if ((arrow.look != Look::absent) == there &&
                    std::none_of(all.arrows.begin(), all.arrows.end(), [&](const Arrow& a) { return same_way(a, arrow); }))
                    all.arrows.push_back(arrow);
    return all;
}

std::map<std::string, Size> sizes_of(const std::vector<Panel>& panels) {
    std::map<std::string, Size> sizes;
    for (const Panel& panel : panels)
        for (const Group& group : panel.groups)
            for (const Box& box : group.boxes) {
                Size& size = sizes[box.id];
                const Size needed = size_of(box);
                size = {std::max(size.width, needed.width), std::max(size.height, needed.height)};
            }
    return sizes;
}

double width_of(const Placement& placement) { return std::max(least_panel, placement.whole.width() + 2 * padding); }

/// As much room between columns as the sheet has.
std::optional<Placement> arrange_one(const Panel& panel, std::string& why) {
    const auto manners = panel.from_lines ? std::vector{Manner::wide, Manner::rightwards, Manner::close}
                                          : std::vector{Manner::rightwards, Manner::close, Manner::downwards};
    std::optional<Placement> placed;
    for (const Manner manner : manners) {
        placed = lay_out(panel, sizes_of({panel}), manner, why);
        if (!placed || width_of(*placed) <= sheet_width) break;
    }
    return placed;
}

/// How many panels of this width stand beside each other.
std::size_t columns_of(double width) {
    return std::clamp(static_cast<std::size_t>((sheet_width + gap) / (width + gap)), std::size_t{1}, most_columns);
}

/// The layout for all panels that makes the lowest sheet: with more room between the columns or with less, with groups put beside each
/// other because of absent arrows or not.
std::optional<Placement> arrange_all(const Panel& layout, const std::vector<Panel>& panels, std::string& why) {
    const auto sizes = sizes_of(panels);
    Panel bare = layout;
    std::erase_if(bare.arrows, [](const Arrow& a) { return a.look == Look::absent; });
    const auto height = [&](const Placement& p) {
        const std::size_t columns = columns_of(width_of(p)), rows = (panels.size() + columns - 1) / columns;
        const double too_wide = std::max(1.0, width_of(p) / sheet_width);
        return static_cast<double>(rows) * (p.whole.height() + panel_title_height + padding + gap) * too_wide * too_wide;
    };
    std::optional<Placement> best;
    for (const Panel* panel : {static_cast<const Panel*>(&bare), &layout})
        for (const Manner manner : {Manner::rightwards, Manner::close}) {
            auto placed = lay_out(*panel, sizes, manner, why);
            if (!placed) return std::nullopt;
            constexpr double worth_it = 0.88;
            if (!best || height(*placed) < worth_it * height(*best)) best = std::move(placed);
        }
    return best;
}

void measure(Laid& laid) {
    const Panel& panel = *laid.panel;
    laid.width = width_of(*laid.placement);
    const double inside = laid.width - 2 * padding;
    const double aside = panel.aside.empty() ? 0 : text_width(panel.aside, remark_size) + 12;
    const std::string title = (panel.number.empty() ? "" : panel.number + "  ") + panel.title;
    laid.title = wrap(title, inside - aside, panel_title_size, true);
    if (laid.title.empty()) laid.title.emplace_back();
    for (const Remark& remark : panel.remarks)
        for (std::string& line : wrap(remark.text, inside, remark_size, remark.look == Look::broken))
            laid.remarks.push_back({std::move(line), remark.look});
}

/// Panels from left to right in rows, as many to a row as fit, and then as even as that allows when they are of one size.
std::vector<std::vector<const Laid*>> rows_of(const std::vector<Laid>& all, bool steady) {
    std::size_t columns = all.size();
    if (steady && !all.empty()) {
        const double widest =
            std::max_element(all.begin(), all.end(), [](const Laid& a, const Laid& b) { return a.width < b.width; })->width;
        columns = columns_of(widest);
        const std::size_t rows = (all.size() + columns - 1) / columns;
        columns = (all.size() + rows - 1) / rows;
    }
    std::vector<std::vector<const Laid*>> rows;
    double used = 0;
    for (const Laid& laid : all) {
        if (rows.empty() || rows.back().size() == columns || (!steady && used + gap + laid.width > sheet_width)) {
            rows.emplace_back();
            used = 0;
        }
        used += (rows.back().empty() ? 0 : gap) + laid.width;
        rows.back().push_back(&laid);
    }
    return rows;
}

Area moved(const Area& area, const Point& by) { return {{area.low.x + by.x, area.low.y + by.y}, {area.high.x + by.x, area.high.y + by.y}}; }

Curve moved(Curve curve, const Point& by) {
    for (Point& p : curve.points) p = {p.x + by.x, p.y + by.y};
    if (curve.tip) curve.tip = Point{curve.tip->x + by.x, curve.tip->y + by.y};
    return curve;
}

/// The key under which an arrow was laid out.
std::string key_of(const Arrow& arrow, const Panel& layout) {
    const auto at = std::find_if(layout.arrows.begin(), layout.arrows.end(), [&](const Arrow& a) { return same_way(a, arrow); });
    return fmt::format("e{}", at - layout.arrows.begin());
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
        y -= &line == &laid.title.back() ? panel_title_height : 14;
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
        const std::string key = key_of(arrow, *laid.layout);
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
    for (const std::string& line : wrap(text, width, style.size, style.bold)) {
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
    std::vector<Panel> layouts;
    std::vector<Placement> placements;
    if (picture.steady) layouts.push_back(union_of(picture.panels));
    else layouts = picture.panels;
    for (const Panel& layout : layouts) {
        auto placed = picture.steady ? arrange_all(layout, picture.panels, why) : arrange_one(layout, why);
        if (!placed) return std::nullopt;
        placements.push_back(std::move(*placed));
    }
    std::vector<Laid> all;
    for (std::size_t p = 0; p < picture.panels.size(); ++p) {
        Laid laid;
        laid.panel = &picture.panels[p];
        laid.layout = &layouts[picture.steady ? 0 : p];
        laid.placement = &placements[picture.steady ? 0 : p];
        measure(laid);
        all.push_back(std::move(laid));
    }

    const auto rows = rows_of(all, picture.steady);
    double width = 420;
    for (const auto& row : rows) {
        double used = gap * static_cast<double>(row.size() - 1);
        for (const Laid* laid : row) used += laid->width;
        width = std::max(width, used);
    }
    Sheet sheet;
    double y = put_lines(sheet, picture.title, width, 0, {title_size, ink, true, false});
    y = put_lines(sheet, picture.subtitle, width, y, {subtitle_size, grey_ink, false, false});
    y -= 6 + put_legend(sheet, picture.legend, {0, y - 6});
    for (const auto& row : rows) {
        double head = 0, body = 0, x = 0;
        for (const Laid* laid : row) head = std::max(head, laid->head());
        for (const Laid* laid : row) body = std::max(body, laid->body());
        y -= gap;
        for (const Laid* laid : row) {
            put_panel(sheet, *laid, {x, y}, head, head + body, static_cast<std::size_t>(laid - all.data()));
            x += laid->width + gap;
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
