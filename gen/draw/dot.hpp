#pragma once
// Pictures as text in Graphviz' DOT language: a panel to be laid out, and a whole sheet on which everything has its place.

#include "gen/draw/graphviz.hpp"
#include "gen/draw/picture.hpp"

#include <map>
#include <string>

namespace fief::gen {

struct Size {
    double width = 0, height = 0;
};

/// As large as its texts need it, in whole points.
[[nodiscard]] Size size_of(const Box& box);

/// The panel's boxes as nodes by their ids, its groups as `cluster_0`, `cluster_1`, …, its arrows as edges `e0`, `e1`, …; only their sizes,
/// no text. Boxes of a titled group stand in a column.
[[nodiscard]] std::string layout_text(const Panel& panel, const std::map<std::string, Size>& sizes);

/// A sheet on which parts are put one after the other, later ones above earlier ones, arrows above all. Y runs upwards.
class Sheet {
public:
    Sheet();
    /// A rectangle behind what follows.
    void frame(const Area& area, const char* fill, const char* edge);
    /// One line of text within an area, centred upwards.
    struct Style {
        double size = 9;
        const char* colour = "#000000";
        bool bold = false;
        bool right = false;
    };
    void text(const Area& area, const std::string& text, const Style& style);
    /// `name` must be unused.
    void box(const std::string& name, const Area& area, const Box& box);
    /// Between two boxes that are there.
    void arrow(const std::string& from, const std::string& to, const Curve& curve, Look look);
    /// The whole, for Graphviz' layout `nop2`.
    [[nodiscard]] std::string finish(const Area& whole) const;

private:
    std::string parts_;
    std::size_t next_ = 0;  ///< names of what nobody refers to
};

}  // namespace fief::gen
