#pragma once
// The panels of a picture, laid out and put in rows.

#include "gen/draw/layout.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fief::gen {

// Points.
inline constexpr double sheet_width = 885;                               // with its margins 1200 pixels, at 96 to the inch
inline constexpr double panel_gap = 10;                                  // between panels
inline constexpr double padding = 9;                                     // inside a panel
inline constexpr double panel_title_height = 20, panel_title_more = 14;  // the last line of a title, and each before
inline constexpr double remark_height = 12.5;

/// A panel that has been laid out: what its boxes take, and its remarks as they are broken into lines.
struct Laid {
    const Panel* panel = nullptr;
    const Panel* layout = nullptr;  ///< the panel that was laid out: its arrows are the keys of the placement
    const Placement* placement = nullptr;
    double width = 0;  ///< with padding
    std::vector<Remark> remarks;
    std::vector<std::string> title;  ///< broken into lines

    [[nodiscard]] double head() const;  ///< the height of the title and the remarks
    [[nodiscard]] double body() const;  ///< the height of the rest
    /// The key under which an arrow of the panel was laid out.
    [[nodiscard]] std::string key_of(const Arrow& arrow) const;
};

/// Its panels point into the picture and into its other parts.
struct Arranged {
    std::vector<Panel> layouts;
    std::vector<Placement> placements;
    std::vector<Laid> panels;
    std::vector<std::vector<const Laid*>> rows;

    [[nodiscard]] double height() const;  ///< of all rows
};

/// Of several layouts the one that makes the lowest sheet, with panels of a steady picture all laid out alike. Nothing, with the reason in
/// `why`, when Graphviz cannot lay it out.
[[nodiscard]] std::optional<Arranged> arrange(const Picture& picture, std::string& why);

}  // namespace fief::gen
