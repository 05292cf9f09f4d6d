#pragma once
// The one door to Graphviz: text in its DOT language goes in; places, or the bytes of a picture, come out.

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fief::gen {

/// In points (1/72 inch), x to the right and y upwards.
struct Point {
    double x = 0, y = 0;
};

struct Area {
    Point low, high;

    [[nodiscard]] double width() const { return high.x - low.x; }
    [[nodiscard]] double height() const { return high.y - low.y; }
};

/// Bézier curves end to end (1 + 3n points), and the tip of the arrow head that follows.
struct Curve {
    std::vector<Point> points;
    std::optional<Point> tip;
};

struct Placement {
    Area whole;
    std::map<std::string, Area> nodes;
    std::map<std::string, Area> clusters;
    std::map<std::string, Curve> edges;   ///< by key
    std::map<std::string, Point> labels;  ///< the middles of the edges' labels, by key
};

/// Places and routes a graph by layers (Graphviz' `dot`). Equal texts are placed equally. Nothing, with the reason in `why`, when Graphviz
/// cannot.
[[nodiscard]] std::optional<Placement> place(const std::string& dot, std::string& why);

/// A graph whose nodes and edges all have a `pos`, as a file of this format: "svg", "png", "pdf". What Graphviz said of it (a text that is
/// too large for its place) or why there is no file is in `said`.
[[nodiscard]] std::optional<std::string> render_placed(const std::string& dot, const std::string& format, std::string& said);

}  // namespace fief::gen
