// What pictures show, as text: each tests/gen/pictures/*.picture names a spec and perhaps a run, and then says what is to be seen.
//
//     spec frames.fief          beside the file
//     capacity 2                slots of every slot key
//     broken PROPERTY           which violation the picture is to tell
//     spawn()                   steps: calls, and `pass 100` units of time
//     alloc(frame0) by env0
//     ---
//     the picture, as `text_of` below writes it
//
// A line `boot` in place of the steps draws a run of none.

#include "gen/draw/arrange.hpp"
#include "gen/draw/draw.hpp"
#include "gen/draw/render.hpp"
#include "model/interpreter.hpp"
#include "model/run.hpp"
#include "tests/gen/load.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace fief;

namespace {

std::string mark(gen::Look look) {
    switch (look) {
        case gen::Look::plain: return "";
        case gen::Look::made: return " (new)";
        case gen::Look::changed: return " (changed)";
        case gen::Look::gone: return " (gone)";
        case gen::Look::ghost: return " (ghost)";
        case gen::Look::broken: return " (broken)";
        case gen::Look::quiet: return " (quiet)";
        case gen::Look::absent: return " (absent)";
    }
    return "";
}

std::string text_of(const gen::Picture& picture) {
    std::string out = picture.title + "\n";
    if (!picture.subtitle.empty()) out += "  " + picture.subtitle + "\n";
    for (const gen::Panel& panel : picture.panels) {
        out += "panel " + panel.number + (panel.number.empty() ? "" : " ") + panel.title;
        out += (panel.aside.empty() ? "" : ", " + panel.aside + mark(panel.aside_look)) + "\n";
        for (const gen::Remark& remark : panel.remarks) out += "  " + remark.text + mark(remark.look) + "\n";
        for (const gen::Group& group : panel.groups) {
            if (!group.title.empty()) out += "  " + group.title + ":\n";
            for (const gen::Box& box : group.boxes) {
                if (box.look == gen::Look::absent) continue;
                out += "    " + box.title + (box.aside.empty() ? "" : ", " + box.aside) + mark(box.look);
                for (std::size_t i = 0; i < box.lines.size(); ++i)
                    if (!box.lines[i].name.empty() || !box.lines[i].text.empty())
                        out += (i == 0 ? ": " : "; ") + box.lines[i].name + " " + box.lines[i].text + mark(box.lines[i].look);
                out += "\n";
            }
        }
        for (const gen::Arrow& arrow : panel.arrows) {
            if (arrow.look == gen::Look::absent) continue;
            std::string from = arrow.from, line;
            for (const gen::Group& group : panel.groups)
                for (const gen::Box& box : group.boxes)
                    if (box.id == arrow.from && arrow.line) line = "." + box.lines[*arrow.line].name;
            out += "  " + from + line + " -> " + arrow.to + (arrow.label.empty() ? "" : " by " + arrow.label) + mark(arrow.look) + "\n";
        }
    }
    for (const gen::Remark& remark : picture.legend) out += "legend " + remark.text + "\n";
    for (const std::string& note : picture.notes) out += "note " + note + "\n";
    return out;
}

model::Invocation read_step(const model::Layout& layout, const std::string& line, model::Value now) {
    const model::Model& m = layout.model();
    model::Invocation step;
    if (line.starts_with("pass ")) {
        step.now = now + std::stoll(line.substr(5));
        return step;
    }
    const std::size_t open = line.find('('), close = line.rfind(')');
    REQUIRE(close != std::string::npos);
    for (std::uint32_t c = 0; c < m.calls.size(); ++c)
        if (m.calls[c].name == line.substr(0, open)) step.call = model::CallId{c};
    INFO(line);
    REQUIRE(step.call);
    const model::Call& call = m[*step.call];
    const auto args = model::split_list(std::string_view(line).substr(open + 1, close - open - 1));
    REQUIRE(args.size() == call.params.size());
    for (std::size_t i = 0; i < args.size(); ++i) step.args.push_back(model::read_value(layout, m[call.params[i]].type, args[i]).value());
    const std::size_t by = line.find(" by ", close);
    if (by != std::string::npos) step.caller = model::read_value(layout, m[*call.actor].type, line.substr(by + 4)).value();
    return step;
}

/// A file's first part, and its second.
struct Case {
    std::string spec, broken;
    std::uint64_t capacity = 2;
    bool is_run = false;
    std::vector<std::string> steps;
    std::string expected;
};

Case read_case(const std::filesystem::path& file) {
    Case out;
    std::ifstream in(file);
    std::string line;
    while (std::getline(in, line) && line != "---") {
        if (line.starts_with("spec ")) out.spec = line.substr(5);
        else if (line.starts_with("capacity ")) out.capacity = std::stoull(line.substr(9));
        else if (line.starts_with("broken ")) out.broken = line.substr(7);
        else if (line == "boot") out.is_run = true;
        else out.steps.push_back(line);
    }
    out.is_run = out.is_run || !out.steps.empty();
    std::stringstream rest;
    rest << in.rdbuf();
    out.expected = rest.str();
    return out;
}

model::Run play(const model::Layout& layout, const std::vector<std::string>& steps) {
    const model::Interpreter interpreter(layout);
    model::Run run;
    run.capacity = layout.capacity();
    run.states.push_back(model::boot_state(layout));
    for (const std::string& line : steps) {
        run.steps.push_back(read_step(layout, line, run.states.back().now()));
        run.outcomes.push_back(interpreter.run(run.states.back(), run.steps.back()));
        run.states.push_back(run.outcomes.back().after);
    }
    return run;
}

gen::Picture draw(const model::Model& m, const Case& wanted) {
    if (!wanted.is_run) return gen::draw_spec(m);
    const model::Layout layout(m, model::Capacity::uniform(m, wanted.capacity));
    return gen::draw_run(m, play(layout, wanted.steps), wanted.broken);
}

const std::filesystem::path folder = FIEF_SOURCE_DIR "/tests/gen/pictures";

}  // namespace

TEST_CASE("pictures show what their files say") {
    std::size_t seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".picture") continue;
        ++seen;
        const Case wanted = read_case(entry.path());
        const model::Model m = tests::load(folder / wanted.spec);
        INFO(entry.path().string());
        CHECK(text_of(draw(m, wanted)) == wanted.expected);
    }
    CHECK(seen > 0);
}

TEST_CASE("a steady picture has every box in every panel, with as many lines") {
    for (const char* name : {"taken.picture", "crowded.picture"}) {
        const Case wanted = read_case(folder / name);
        const model::Model m = tests::load(folder / wanted.spec);
        const gen::Picture picture = draw(m, wanted);
        REQUIRE(picture.steady);
        const auto shape = [](const gen::Panel& panel) {
            std::vector<std::pair<std::string, std::size_t>> out;
            for (const gen::Group& group : panel.groups)
                for (const gen::Box& box : group.boxes) out.emplace_back(box.id, box.lines.size());
            return out;
        };
        for (const gen::Panel& panel : picture.panels) CHECK(shape(panel) == shape(picture.panels.front()));
    }
}

TEST_CASE("no arrow of a storyboard runs over a box") {
    for (const char* name : {"taken.picture", "crowded.picture", "dangling.picture", "lonely.picture"}) {
        const Case wanted = read_case(folder / name);
        std::string why;
        const auto laid = gen::arrange(draw(tests::load(folder / wanted.spec), wanted), why);
        REQUIRE(laid);
        const gen::Placement& placed = laid->placements.front();
        for (const auto& [key, curve] : placed.edges)
            for (std::size_t piece = 0; 3 * piece + 3 < curve.points.size(); ++piece)
                for (int i = 0; i <= 20; ++i) {
                    const gen::Point p = gen::point_on(curve, piece, i / 20.0);
                    for (const auto& [box, area] : placed.nodes) {
                        constexpr double edge = 2;
                        INFO(name << ", " << key << " over " << box);
                        CHECK_FALSE(
                            (p.x > area.low.x + edge && p.x < area.high.x - edge && p.y > area.low.y + edge && p.y < area.high.y - edge));
                    }
                }
    }
}

TEST_CASE("equal pictures give equal bytes, and Graphviz finds room for every text") {
    for (const char* name : {"spec.picture", "taken.picture", "crowded.picture"}) {
        const Case wanted = read_case(folder / name);
        const model::Model m = tests::load(folder / wanted.spec);
        for (const gen::Format format : {gen::Format::dot, gen::Format::svg}) {
            const gen::Rendered one = gen::render(draw(m, wanted), format, std::chrono::seconds(60));
            const gen::Rendered two = gen::render(draw(m, wanted), format, std::chrono::seconds(60));
            INFO(name << ": " << one.why << one.complaints);
            REQUIRE(one.outcome == gen::Rendered::Outcome::done);
            CHECK(one.bytes == two.bytes);
            CHECK(one.complaints.empty());
        }
    }
}

TEST_CASE("a picture whose layout takes too long is given up") {
    const Case wanted = read_case(folder / "crowded.picture");
    const model::Model m = tests::load(folder / wanted.spec);
    const gen::Rendered drawn = gen::render(draw(m, wanted), gen::Format::svg, std::chrono::milliseconds(1));
    CHECK(drawn.outcome == gen::Rendered::Outcome::late);
    CHECK(drawn.bytes.empty());
}
