#pragma once
// Where the boxes and arrows of a panel lie.

#include "gen/draw/graphviz.hpp"
#include "gen/draw/picture.hpp"

#include <map>
#include <optional>
#include <string>

namespace fief::gen {

struct Size {
    double width = 0, height = 0;
};

/// As large as its texts need it, in whole points.
[[nodiscard]] Size size_of(const Box& box);

/// How a panel runs.
enum class Manner {
    wide,        ///< arrows run from left to right, with much room between the columns
    rightwards,  ///< so too, with enough room
    close,       ///< so too, with little room
    downwards,   ///< from above to below
};

/// The panel's boxes by their ids, its groups as `cluster_0`, `cluster_1`, …, its arrows as `e0`, `e1`, …. Boxes of a titled group stand in
/// a column. `whole` is around all that. Nothing, with the reason in `why`, when Graphviz cannot.
[[nodiscard]] std::optional<Placement> lay_out(const Panel& panel, const std::map<std::string, Size>& sizes, Manner manner,
                                               std::string& why);

/// A point of a curve's piece (0, 1, …), from its start (0) to its end (1).
[[nodiscard]] Point point_on(const Curve& curve, std::size_t piece, double at);

}  // namespace fief::gen
