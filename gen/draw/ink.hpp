#pragma once
// What each look takes in ink, and how large things are: the one place where the style of pictures is decided.
//
// Two colours speak, blue of what is new and vermillion of what is wrong (from Okabe and Ito's palette, which colour-blind readers tell
// apart); everything else is grey. Nothing is said by colour alone: what is new is also thick and filled, what is wrong has a double
// outline or the heaviest line, what is gone is dashed and struck through.

#include "gen/draw/picture.hpp"

namespace fief::gen {

inline constexpr const char* font = "Liberation Sans,Arial,Helvetica,sans-serif";

// Points.
inline constexpr double title_size = 15, subtitle_size = 10, panel_title_size = 11, remark_size = 9, group_size = 8.5, box_title_size = 9.5,
                        line_size = 9;
inline constexpr double title_height = 16, line_height = 12, box_margin = 5;

inline constexpr const char* paper = "#FFFFFF";
inline constexpr const char* panel_edge = "#D4D4D0";
inline constexpr const char* group_fill = "#F1F1EE";
inline constexpr const char* ink = "#1F1F1F";
inline constexpr const char* grey_ink = "#6A6A6A";

struct Ink {
    const char* text;   ///< of titles and values
    const char* name;   ///< of a line's name
    const char* edge;   ///< of an outline
    const char* arrow;  ///< of an arrow
    const char* fill;   ///< of a box
    const char* line;   ///< behind a line
    const char* style;  ///< of the outline, and of an arrow
    double edge_width;
    double arrow_width;
    bool struck = false;   ///< the title has a line through it
    bool doubled = false;  ///< the outline is double
};

[[nodiscard]] constexpr Ink ink_of(Look look) {
    constexpr const char* blue = "#0072B2";
    constexpr const char* pale_blue = "#D9ECF8";
    constexpr const char* vermillion = "#C94F00";
    constexpr const char* pale_vermillion = "#FDE6D8";
    switch (look) {
        case Look::made: return {ink, grey_ink, blue, blue, pale_blue, pale_blue, "solid", 1.8, 1.7};
        case Look::changed: return {ink, grey_ink, blue, blue, paper, pale_blue, "solid", 1.8, 1.7};
        case Look::gone: return {"#7A7A7A", "#9A9A9A", "#7A7A7A", "#9A9A9A", paper, paper, "dashed", 1.0, 0.9, true};
        case Look::ghost: return {"#A8A8A8", "#B8B8B8", "#BDBDBD", "#BDBDBD", group_fill, group_fill, "dashed", 0.8, 0.8, true};
        case Look::broken:
            return {"#8F3800", "#8F3800", vermillion, vermillion, pale_vermillion, pale_vermillion, "solid", 1.8, 2.4, false, true};
        case Look::quiet: return {grey_ink, grey_ink, "#9A9A9A", "#9C9C9C", paper, paper, "solid", 0.8, 0.8};
        case Look::absent:
        case Look::plain: break;
    }
    return {ink, grey_ink, "#5A5A5A", "#4A4A4A", paper, paper, "solid", 0.9, 0.9};
}

}  // namespace fief::gen
