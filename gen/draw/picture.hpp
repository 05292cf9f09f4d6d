#pragma once
// A picture before anyone has laid it out: panels of boxes with lines, and arrows between them. Plain values.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace fief::gen {

/// What is to be said of a part. What ink that takes is decided in one place, dot.cpp.
enum class Look {
    plain,
    made,     ///< came to be in this panel
    changed,  ///< is otherwise than in the panel before
    gone,     ///< left in this panel
    ghost,    ///< left earlier
    broken,   ///< belongs to what is wrong
    quiet,    ///< of less weight
    absent,   ///< has its place, but is not there
};

/// A line of a box: "owner env0". An arrow may leave from it.
struct Line {
    std::string name, text;
    Look look = Look::plain;

    friend bool operator==(const Line&, const Line&) = default;
};

struct Box {
    std::string id;  ///< names it in arrows, and in every panel of a steady picture; the same id is the same thing
    std::string title;
    std::string aside;  ///< beside the title, of less weight
    std::vector<Line> lines;
    Look look = Look::plain;

    friend bool operator==(const Box&, const Box&) = default;
};

/// Boxes that belong together: one below the other, in a frame with a title. Without a title they only lie as they come.
struct Group {
    std::string title;
    std::vector<Box> boxes;
    bool in_order = false;  ///< one below the other as they are listed, not as it makes for the fewest crossings

    friend bool operator==(const Group&, const Group&) = default;
};

/// One that is absent says that its boxes belong together: they may be placed as if it were there.
struct Arrow {
    std::string from;                 ///< a box
    std::optional<std::size_t> line;  ///< of that box; else it leaves from the box itself
    std::string to;                   ///< a box
    std::string label;
    Look look = Look::plain;

    friend bool operator==(const Arrow&, const Arrow&) = default;
};

/// A sentence above a panel's boxes.
struct Remark {
    std::string text;
    Look look = Look::plain;

    friend bool operator==(const Remark&, const Remark&) = default;
};

struct Panel {
    std::string number;  ///< "4"
    std::string title;   ///< "ask(page0)"
    std::string aside;   ///< at the other end of the title's line: "1051us"
    Look aside_look = Look::quiet;
    std::vector<Remark> remarks;
    std::vector<Group> groups;
    std::vector<Arrow> arrows;
    bool from_lines = false;  ///< arrows leave from lines and come in at titles; also where nothing is framed

    friend bool operator==(const Panel&, const Panel&) = default;
};

struct Picture {
    std::string title, subtitle;
    std::vector<Panel> panels;
    bool steady = false;             ///< every panel has the same boxes, and each lies at the same place in all of them
    std::size_t most_in_row = 0;     ///< panels; 0: as many as there is room for
    std::vector<Remark> legend;      ///< a sample of each look with what it says
    std::vector<std::string> notes;  ///< what is not drawn, and why

    friend bool operator==(const Picture&, const Picture&) = default;
};

}  // namespace fief::gen
