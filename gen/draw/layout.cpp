#include "gen/draw/layout.hpp"

#include "gen/draw/ink.hpp"
#include "gen/draw/lanes.hpp"
#include "gen/draw/markup.hpp"
#include "gen/draw/text_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <vector>

namespace fief::gen {
namespace {

constexpr double gap_below = 3;  // under the last line of a box

double width_of(const Line& line) {
    const std::string gap = line.name.empty() || line.text.empty() ? "" : " ";
    return text_width(line.name + gap, line_size) + text_width(line.text, line_size, line.look == Look::broken);
}

/// The bare rows of a box, each with a port: `t` for the title, `l0`, `l1`, … for the lines; and what is free beside them.
std::string ports_label(const Box& box, const Size& size, double beside) {
    const auto row = [&](double height, const std::string& port) {
        return "<TR>" + cell(size.width, height, port, "") + (beside > 0 ? cell(beside, height, "", "") : "") + "</TR>";
    };
    std::string rows = row(title_height, " PORT=\"t\"");
    double used = title_height;
    for (std::size_t i = 0; i < box.lines.size(); ++i, used += line_height) rows += row(line_height, fmt::format(" PORT=\"l{}\"", i));
    if (size.height > used) rows += row(size.height - used, "");
    return table(rows);
}

class Placing {
public:
    Placing(const Panel& panel, const std::map<std::string, Size>& sizes, Manner manner)
        : panel_(panel), sizes_(sizes), manner_(manner), lanes_(panel) {
        for (std::size_t g = 0; g < panel.groups.size(); ++g)
            for (const Box& box : panel.groups[g].boxes) group_of_[box.id] = g;
        for (const Group& group : panel.groups) in_columns_ = in_columns_ || !group.title.empty();
        if (ports()) find_backwards();
    }

    std::optional<Placement> place_all(std::string& why) {
        auto placed = place(text(), why);
        if (!placed) return std::nullopt;
        for (auto& [name, area] : placed->nodes) area.high.x -= lanes_.room(name);
        lanes_.route(*placed);
        placed->whole = around(*placed);
        return placed;
    }

private:
    const Panel& panel_;
    const std::map<std::string, Size>& sizes_;
    Manner manner_;
    Lanes lanes_;
    std::map<std::string, std::size_t> group_of_;
    bool in_columns_ = false;          ///< some group is framed
    std::set<std::size_t> backwards_;  ///< arrows to what lies on the left

    [[nodiscard]] bool ports() const { return panel_.from_lines || in_columns_; }

    /// Only sizes, no text.
    [[nodiscard]] std::string text() const {
        // The second search for fewer crossings would forget the order within groups.
        const bool ordered = std::any_of(panel_.groups.begin(), panel_.groups.end(), [](const Group& g) { return g.in_order; });
        std::string out = fmt::format(
            "digraph panel {{\n"
            "rankdir={} ranksep={} nodesep={} remincross={}\n"
            "node [shape=box margin=0 fixedsize=true label=\"\"]\n"
            "edge [arrowsize=0.6]\n",
            manner_ == Manner::downwards ? "TB" : "LR",
            manner_ == Manner::wide    ? 0.75
            : manner_ == Manner::close ? 0.22
                                       : 0.36,
            0.13, !ordered);
        for (std::size_t g = 0; g < panel_.groups.size(); ++g) out += group(g);
        std::set<std::pair<std::size_t, std::size_t>> joined;  // groups; those that stay themselves need no hidden arrow
        for (std::size_t a = 0; a < panel_.arrows.size(); ++a) {
            const std::size_t from = group_of_.at(panel_.arrows[a].from), to = group_of_.at(panel_.arrows[a].to);
            const bool first = joined.emplace(std::minmax(from, to)).second;
            if (panel_.arrows[a].look == Look::absent ? first && from != to : !lanes_.has(a)) out += arrow(a);
        }
        return out + "}\n";
    }

    [[nodiscard]] std::string group(std::size_t g) const {
        const Group& group = panel_.groups[g];
        const bool framed = !group.title.empty();
        std::string out, names;
        if (framed)
            out += fmt::format("subgraph cluster_{} {{\nmargin={} label={}\n", g, manner_ == Manner::close ? 4 : 7,
                               empty_label(std::ceil(text_width(group.title, group_size)) + 4, 4));
        for (const Box& box : group.boxes) {
            const Size& size = sizes_.at(box.id);
            const double beside = lanes_.room(box.id);
            out += fmt::format("{} [width={:.4f} height={:.4f} label={}]\n", in_quotes(box.id), (size.width + beside) / 72,
                               size.height / 72, ports_label(box, size, beside));
            names += in_quotes(box.id) + "; ";
        }
        if (framed && group.boxes.size() > 1) out += "{ rank=same; " + names + "}\n";
        for (std::size_t b = 1; group.in_order && b < group.boxes.size(); ++b)
            out += fmt::format("{} -> {} [style=invis]\n", in_quotes(group.boxes[b].id), in_quotes(group.boxes[b - 1].id));
        return framed ? out + "}\n" : out;
    }

    [[nodiscard]] std::string arrow(std::size_t a) const {
        const Arrow& arrow = panel_.arrows[a];
        std::string from = in_quotes(arrow.from), to = in_quotes(arrow.to);
        const bool back = backwards_.contains(a);
        if (ports()) {
            from += fmt::format(":{}:{}", arrow.line ? fmt::format("l{}", *arrow.line) : "t", back ? 'w' : 'e');
            to += fmt::format(":t:{}", back ? 'e' : 'w');
        }
        if (back) std::swap(from, to);
        // What leads back runs below what leads on.
        const bool below = !ports() && arrow.look == Look::quiet && manner_ != Manner::downwards;
        std::string out = fmt::format("{0}{1} -> {2}{1} [key=e{3}", from, below ? ":s" : "", to, a);
        if (back) out += " dir=back";
        if (!ports() && arrow.look != Look::quiet) out += " weight=20";
        if (arrow.look == Look::absent) out += " style=invis";
        if (!arrow.label.empty())
            out += fmt::format(" label={}", empty_label(std::ceil(text_width(arrow.label, line_size)) + 6, line_height));
        return out + "]\n";
    }

    /// Arrows that would close a circle of columns lead backwards; Graphviz would put the columns of a circle in one.
    void find_backwards() {
        std::map<std::string, std::size_t> columns;
        for (const Group& group : panel_.groups)
            for (const Box& box : group.boxes)
                columns[box.id] = group.title.empty() ? panel_.groups.size() + columns.size() : group_of_.at(box.id);
        std::map<std::size_t, std::set<std::size_t>> next;
        const auto reaches = [&](std::size_t from, std::size_t to) {
            std::set<std::size_t> seen = {from};
            for (std::vector<std::size_t> open = {from}; !open.empty();) {
                const std::size_t at = open.back();
                open.pop_back();
                if (at == to) return true;
                for (const std::size_t n : next[at])
                    if (seen.insert(n).second) open.push_back(n);
            }
            return false;
        };
        for (std::size_t a = 0; a < panel_.arrows.size(); ++a) {
            const std::size_t from = columns.at(panel_.arrows[a].from), to = columns.at(panel_.arrows[a].to);
            if (from == to) continue;
            if (reaches(to, from)) backwards_.insert(a);
            else next[from].insert(to);
        }
    }

    [[nodiscard]] Area around(const Placement& placed) const {
        constexpr int parts = 8;
        std::optional<Area> all;
        const auto take = [&](const Point& p) {
            if (!all) all = Area{p, p};
            all = Area{{std::min(all->low.x, p.x), std::min(all->low.y, p.y)}, {std::max(all->high.x, p.x), std::max(all->high.y, p.y)}};
        };
        for (const auto* areas : {&placed.nodes, &placed.clusters})
            for (const auto& [name, area] : *areas) {
                take(area.low);
                take(area.high);
            }
        for (const auto& [name, curve] : placed.edges)
            for (std::size_t piece = 0; 3 * piece + 3 < curve.points.size(); ++piece)  // its control points may lie far from it
                for (int i = 0; i <= parts; ++i) take(point_on(curve, piece, static_cast<double>(i) / parts));
        for (std::size_t a = 0; a < panel_.arrows.size(); ++a) {
            const auto at = placed.labels.find(fmt::format("e{}", a));
            if (at == placed.labels.end()) continue;
            const double half = text_width(panel_.arrows[a].label, line_size) / 2 + 2;
            take({at->second.x - half, at->second.y - line_height / 2});
            take({at->second.x + half, at->second.y + line_height / 2});
        }
        return all.value_or(placed.whole);
    }
};

}  // namespace

Size size_of(const Box& box) {
    constexpr double least = 36;
    double width = text_width(box.title, box_title_size, true);
    if (!box.aside.empty()) width += text_width("  " + box.aside, line_size);
    for (const Line& line : box.lines) width = std::max(width, width_of(line));
    const double height = title_height + line_height * static_cast<double>(box.lines.size()) + (box.lines.empty() ? 0 : gap_below);
    return {std::ceil(std::max(least, width * 1.03 + 2 * box_margin + 2)), std::ceil(height)};
}

Point point_on(const Curve& curve, std::size_t piece, double at) {
    const double u = 1 - at;
    const std::array<double, 4> weights = {u * u * u, 3 * u * u * at, 3 * u * at * at, at * at * at};
    Point out;
    for (std::size_t w = 0; w < weights.size(); ++w) {
        const Point& p = curve.points[3 * piece + w];
        out = {out.x + weights[w] * p.x, out.y + weights[w] * p.y};
    }
    return out;
}

std::optional<Placement> lay_out(const Panel& panel, const std::map<std::string, Size>& sizes, Manner manner, std::string& why) {
    return Placing(panel, sizes, manner).place_all(why);
}

}  // namespace fief::gen
