#include "gen/draw/lanes.hpp"

#include "gen/draw/ink.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace fief::gen {
namespace {

// Points.
constexpr double first_lane = 11, next_lane = 6;  // from the boxes to the middles of the lanes
constexpr double beyond = 4;                      // free on a lane's right
constexpr double arrow_head = 6;                  // of an arrow

/// Which boxes of its column an arrow passes, by their places in it.
struct Passed {
    std::size_t column = 0, first = 0, last = 0, arrow = 0;
};

}  // namespace

Lanes::Lanes(const Panel& panel) : panel_(panel) {
    std::map<std::string, std::size_t> places;
    std::size_t column = 0, place = 0;
    for (const Group& group : panel.groups) {
        for (const Box& box : group.boxes) {
            columns_[box.id] = column;
            places[box.id] = place++;
            if (group.title.empty()) ++column;
        }
        ++column;
    }
    std::vector<Passed> spans;
    for (std::size_t a = 0; a < panel.arrows.size(); ++a) {
        const Arrow& arrow = panel.arrows[a];
        if (columns_.at(arrow.from) != columns_.at(arrow.to) || arrow.look == Look::absent) continue;
        const auto [first, last] = std::minmax({places.at(arrow.from), places.at(arrow.to)});
        spans.push_back({columns_.at(arrow.from), first, last, a});
    }
    // The short ones lie within the long ones, and those with nothing beside each other have the same lane.
    std::stable_sort(spans.begin(), spans.end(), [](const Passed& a, const Passed& b) { return a.last - a.first < b.last - b.first; });
    for (std::size_t s = 0; s < spans.size(); ++s) {
        std::size_t lane = 0;
        for (std::size_t before = 0; before < s; ++before) {
            const bool beside =
                spans[before].column == spans[s].column && spans[before].first <= spans[s].last && spans[before].last >= spans[s].first;
            if (beside) lane = std::max(lane, lanes_.at(spans[before].arrow) + 1);
        }
        lanes_[spans[s].arrow] = lane;
        std::size_t& widest = widest_[spans[s].column];
        widest = std::max(widest, lane + 1);
    }
}

double Lanes::room(const std::string& box) const {
    const auto at = widest_.find(columns_.at(box));
    return at == widest_.end() ? 0 : first_lane + next_lane * static_cast<double>(at->second - 1) + beyond;
}

void Lanes::route(Placement& placement) const {
    std::map<std::size_t, double> right;  // of the columns
    for (const auto& [box, column] : columns_) {
        const double edge = placement.nodes.at(box).high.x;
        const auto [at, first] = right.emplace(column, edge);
        if (!first) at->second = std::max(at->second, edge);
    }
    for (const auto& [a, lane] : lanes_) {
        const Arrow& arrow = panel_.arrows[a];
        const Area &from = placement.nodes.at(arrow.from), &to = placement.nodes.at(arrow.to);
        const double below = arrow.line ? title_height + line_height * (static_cast<double>(*arrow.line) + 0.5) : title_height / 2 + 3;
        const Point start{from.high.x, from.high.y - below},
            tip{to.high.x, to.high.y - (arrow.line ? title_height / 2 : title_height / 2 - 3)};
        // Half-way a curve has come an eighth of the way with each of its ends, the rest with its two other points.
        const double middle = right.at(columns_.at(arrow.from)) + first_lane + next_lane * static_cast<double>(lane);
        const double out = (middle - (start.x + tip.x + arrow_head) / 8) * 4 / 3;
        placement.edges[fmt::format("e{}", a)] = {{start, {out, start.y}, {out, tip.y}, {tip.x + arrow_head, tip.y}}, tip};
    }
}

}  // namespace fief::gen
