#include "gen/draw/arrange.hpp"

#include "gen/draw/ink.hpp"
#include "gen/draw/text_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace fief::gen {
namespace {

constexpr double least_panel = 205;
constexpr std::size_t most_columns = 4;
constexpr double worth_it = 0.88;  // how much lower a sheet must be to be laid out in a way that comes later

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

/// As much room between columns as the sheet has; phases from above to below where they are to be so, or are too many for one line.
std::optional<Placement> arrange_one(const Panel& panel, bool downwards, std::string& why) {
    const auto manners = panel.from_lines ? std::vector{Manner::wide, Manner::rightwards, Manner::close}
                         : downwards      ? std::vector{Manner::downwards}
                                          : std::vector{Manner::rightwards, Manner::close, Manner::downwards};
    std::optional<Placement> placed;
    for (const Manner manner : manners) {
        placed = lay_out(panel, sizes_of({panel}), manner, why);
        if (!placed || width_of(*placed) <= sheet_width) break;
    }
    return placed;
}

/// How many panels of this width stand beside each other.
std::size_t columns_of(double width, const Picture& picture) {
    const std::size_t most = picture.most_in_row > 0 ? picture.most_in_row : most_columns;
    return std::clamp(static_cast<std::size_t>((sheet_width + panel_gap) / (width + panel_gap)), std::size_t{1}, most);
}

/// The layout for all panels that makes the lowest sheet: with more room between the columns or with less, with groups put beside each
/// other because of absent arrows or not.
std::optional<Placement> arrange_all(const Panel& layout, const Picture& picture, std::string& why) {
    const std::vector<Panel>& panels = picture.panels;
    const auto sizes = sizes_of(panels);
    Panel bare = layout;
    std::erase_if(bare.arrows, [](const Arrow& a) { return a.look == Look::absent; });
    const auto height = [&](const Placement& p) {
        const std::size_t columns = columns_of(width_of(p), picture), rows = (panels.size() + columns - 1) / columns;
        const double too_wide = std::max(1.0, width_of(p) / sheet_width);
        return static_cast<double>(rows) * (p.whole.height() + panel_title_height + padding + panel_gap) * too_wide * too_wide;
    };
    std::optional<Placement> best;
    for (const Panel* panel : {static_cast<const Panel*>(&bare), &layout})
        for (const Manner manner : {Manner::rightwards, Manner::close}) {
            auto placed = lay_out(*panel, sizes, manner, why);
            if (!placed) return std::nullopt;
            if (!best || height(*placed) < worth_it * height(*best)) best = std::move(placed);
        }
    return best;
}

void measure(Laid& laid) {
    const Panel& panel = *laid.panel;
    laid.width = width_of(*laid.placement);
    const double inside = 0.97 * (laid.width - 2 * padding);  // fonts differ a little
    const double aside = panel.aside.empty() ? 0 : text_width(panel.aside, remark_size) + 12;
    const std::string title = (panel.number.empty() ? "" : panel.number + "  ") + panel.title;
    laid.title = wrap(title, inside - aside, panel_title_size, true);
    if (laid.title.empty()) laid.title.emplace_back();
    for (const Remark& remark : panel.remarks)
        for (std::string& line : wrap(remark.text, inside, remark_size, remark.look == Look::broken))
            laid.remarks.push_back({std::move(line), remark.look});
}

/// Panels from left to right in rows, as many to a row as fit, and then as even as that allows when they are of one size.
std::vector<std::vector<const Laid*>> rows_of(const std::vector<Laid>& all, const Picture& picture) {
    const bool steady = picture.steady;
    std::size_t columns = all.size();
    if (steady && !all.empty()) {
        const double widest =
            std::max_element(all.begin(), all.end(), [](const Laid& a, const Laid& b) { return a.width < b.width; })->width;
        columns = columns_of(widest, picture);
        const std::size_t rows = (all.size() + columns - 1) / columns;
        columns = (all.size() + rows - 1) / rows;
    }
    std::vector<std::vector<const Laid*>> rows;
    double used = 0;
    for (const Laid& laid : all) {
        if (rows.empty() || rows.back().size() == columns || (!steady && used + panel_gap + laid.width > sheet_width)) {
            rows.emplace_back();
            used = 0;
        }
        used += (rows.back().empty() ? 0 : panel_gap) + laid.width;
        rows.back().push_back(&laid);
    }
    return rows;
}

std::optional<Arranged> arrange_in(const Picture& picture, bool downwards, std::string& why) {
    Arranged out;
    if (picture.steady) out.layouts.push_back(union_of(picture.panels));
    else out.layouts = picture.panels;
    for (const Panel& layout : out.layouts) {
        auto placed = picture.steady ? arrange_all(layout, picture, why) : arrange_one(layout, downwards, why);
        if (!placed) return std::nullopt;
        out.placements.push_back(std::move(*placed));
    }
    for (std::size_t p = 0; p < picture.panels.size(); ++p) {
        const std::size_t at = picture.steady ? 0 : p;
        Laid laid;
        laid.panel = &picture.panels[p];
        laid.layout = &out.layouts[at];
        laid.placement = &out.placements[at];
        measure(laid);
        out.panels.push_back(std::move(laid));
    }
    out.rows = rows_of(out.panels, picture);
    return out;
}

}  // namespace

double Laid::head() const {
    return padding / 2 + panel_title_height + panel_title_more * (static_cast<double>(title.size()) - 1) +
           remark_height * static_cast<double>(remarks.size()) + 3;
}

double Laid::body() const { return placement->whole.height() + padding; }

std::string Laid::key_of(const Arrow& arrow) const {
    const auto at = std::find_if(layout->arrows.begin(), layout->arrows.end(), [&](const Arrow& a) { return same_way(a, arrow); });
    return fmt::format("e{}", at - layout->arrows.begin());
}

double Arranged::height() const {
    double out = 0;
    for (const auto& row : rows) {
        double head = 0, body = 0;
        for (const Laid* laid : row) head = std::max(head, laid->head());
        for (const Laid* laid : row) body = std::max(body, laid->body());
        out += panel_gap + head + body;
    }
    return out;
}

std::optional<Arranged> arrange(const Picture& picture, std::string& why) {
    auto arranged = arrange_in(picture, false, why);
    if (!arranged || picture.steady) return arranged;
    auto downwards = arrange_in(picture, true, why);
    return downwards && downwards->height() < worth_it * arranged->height() ? std::move(downwards) : std::move(arranged);
}

}  // namespace fief::gen
