#pragma once
// A sheet on which everything has its place, as text in Graphviz' DOT language.

#include "gen/draw/graphviz.hpp"
#include "gen/draw/picture.hpp"

#include <string>

namespace fief::gen {

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
