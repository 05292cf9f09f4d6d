#pragma once
// Arrows that stay in their column: from a box to itself, or to one above or below it. Graphviz would route them around whatever is beside
// the column, or through it; here they have lanes of their own on the column's right.

#include "gen/draw/graphviz.hpp"
#include "gen/draw/picture.hpp"

#include <map>
#include <string>

namespace fief::gen {

class Lanes {
public:
    explicit Lanes(const Panel& panel);

    /// Whether this arrow of the panel has a lane, and so is none of Graphviz' edges.
    [[nodiscard]] bool has(std::size_t arrow) const { return lanes_.contains(arrow); }
    /// What a layout is to leave free on the right of this box, in points.
    [[nodiscard]] double room(const std::string& box) const;
    /// The arrows' ways, as `e0`, `e1`, …, between boxes that have been placed, without their room.
    void route(Placement& placement) const;

private:
    const Panel& panel_;
    std::map<std::size_t, std::size_t> lanes_;    ///< by arrow; 0 is next to the boxes
    std::map<std::string, std::size_t> columns_;  ///< by box; a box in no frame is a column by itself
    std::map<std::size_t, std::size_t> widest_;   ///< by column: how many lanes
};

}  // namespace fief::gen
