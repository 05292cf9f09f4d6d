// Where the parts of pictures lie: what a reader could not follow, or not read at 1200 pixels, is wrong in all pictures.

#include "gen/draw/arrange.hpp"
#include "gen/draw/draw.hpp"
#include "gen/draw/render.hpp"
#include "tests/gen/load.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>

using namespace fief;

namespace {

std::vector<std::filesystem::path> library_files() {
    std::vector<std::filesystem::path> out;
    for (const auto& entry : std::filesystem::directory_iterator(FIEF_SOURCE_DIR "/spec/library"))
        if (entry.path().extension() == ".fief") out.push_back(entry.path());
    REQUIRE(out.size() >= 8);
    return out;
}

gen::Arranged arranged(const gen::Picture& picture) {
    std::string why;
    auto out = gen::arrange(picture, why);
    INFO(why);
    REQUIRE(out);
    return std::move(*out);
}

/// Well within it: further than the width of a line from its edge.
bool is_within(const gen::Point& p, const gen::Area& area) {
    constexpr double edge = 2;
    return p.x > area.low.x + edge && p.x < area.high.x - edge && p.y > area.low.y + edge && p.y < area.high.y - edge;
}

/// The boxes over which the curve runs.
std::vector<std::string> run_over(const gen::Curve& curve, const gen::Placement& placement) {
    std::vector<std::string> out;
    for (const auto& [name, area] : placement.nodes) {
        bool over = false;
        for (std::size_t piece = 0; 3 * piece + 3 < curve.points.size(); ++piece)
            for (int i = 0; i <= 50; ++i) over = over || is_within(gen::point_on(curve, piece, i / 50.0), area);
        if (over) out.push_back(name);
    }
    return out;
}

gen::Box box(const std::string& id) { return {id, id, "", {{"next", "x", gen::Look::plain}}, gen::Look::plain}; }

}  // namespace

TEST_CASE("every reference of a spec has an arrow that leaves from its field's line") {
    for (const auto& file : library_files()) {
        const model::Model m = tests::load(file);
        const gen::Panel tables = gen::draw_spec(m).panels.front();
        std::size_t references = 0;
        for (const model::Table& table : m.tables)
            for (const model::Field& field : table.fields) references += field.type.kind == model::Type::Kind::reference ? 1 : 0;
        INFO(file.string());
        CHECK(tables.arrows.size() == references);
        for (const gen::Arrow& arrow : tables.arrows) {
            REQUIRE(arrow.line);
            for (const gen::Group& group : tables.groups)
                for (const gen::Box& one : group.boxes)
                    if (one.id == arrow.from) CHECK_FALSE(one.lines.at(*arrow.line).name.empty());
        }
        const gen::Arranged laid = arranged(gen::draw_spec(m));
        for (std::size_t a = 0; a < tables.arrows.size(); ++a) CHECK(laid.placements.front().edges.contains(fmt::format("e{}", a)));
    }
}

TEST_CASE("no arrow of a spec's picture runs over a box") {
    for (const auto& file : library_files()) {
        const gen::Picture picture = gen::draw_spec(tests::load(file));
        const gen::Arranged laid = arranged(picture);
        for (const gen::Laid& panel : laid.panels)
            for (const auto& [name, curve] : panel.placement->edges) {
                INFO(file.string() << ", " << panel.panel->title << ", " << name);
                CHECK(run_over(curve, *panel.placement).empty());
            }
    }
}

TEST_CASE("the pictures of the library are read at 1200 pixels") {
    for (const auto& file : library_files()) {
        const gen::Rendered drawn = gen::render(gen::draw_spec(tests::load(file)), gen::Format::svg, std::chrono::seconds(60));
        INFO(file.string());
        REQUIRE(drawn.outcome == gen::Rendered::Outcome::done);
        CHECK(drawn.complaints == "");
        constexpr double points = 900;  // 1200 pixels at 96 to the inch
        std::smatch width;
        REQUIRE(std::regex_search(drawn.bytes, width, std::regex("<svg width=\"([0-9.]+)pt\"")));
        CHECK(std::stod(width[1]) <= points);
        const std::regex font("font-size=\"([0-9.]+)\"");
        std::size_t texts = 0;
        for (std::sregex_iterator at(drawn.bytes.begin(), drawn.bytes.end(), font), end; at != end; ++at, ++texts)
            CHECK(std::stod((*at)[1]) >= 8.25);  // 11 pixels
        CHECK(texts > 0);
    }
}

TEST_CASE("arrows that stay in a column have lanes beside its boxes and within its frame") {
    gen::Panel panel;
    panel.groups = {{"t", {box("a"), box("b"), box("c")}, true}, {"u", {box("d")}, true}};
    panel.arrows = {{"c", 0, "a", "", gen::Look::plain},
                    {"b", 0, "a", "", gen::Look::plain},
                    {"b", 0, "b", "", gen::Look::plain},
                    {"a", 0, "d", "", gen::Look::plain}};
    gen::Picture picture;
    picture.steady = true;
    picture.panels = {panel};
    const gen::Arranged laid = arranged(picture);
    const gen::Placement& placed = laid.placements.front();
    const double boxes = placed.nodes.at("a").high.x, frame = placed.clusters.at("cluster_0").high.x;
    std::vector<double> middles;
    for (const char* name : {"e2", "e1", "e0"}) {  // the shorter, the nearer
        const gen::Curve& curve = placed.edges.at(name);
        CHECK(run_over(curve, placed).empty());
        middles.push_back(gen::point_on(curve, 0, 0.5).x);
        CHECK(middles.back() > boxes + 5);
        CHECK(middles.back() < frame);
        if (middles.size() > 1) CHECK(middles.back() > middles[middles.size() - 2] + 3);
    }
    CHECK(placed.nodes.at("d").low.x > frame);
}

TEST_CASE("an arrow that leads back to a column on the left leaves a box there and comes in on the right") {
    gen::Panel panel;
    panel.groups = {{"t", {box("a")}, true}, {"u", {box("b")}, true}};
    panel.arrows = {{"a", 0, "b", "", gen::Look::plain}, {"b", 0, "a", "", gen::Look::plain}};
    gen::Picture picture;
    picture.steady = true;
    picture.panels = {panel};
    const gen::Arranged laid = arranged(picture);
    const gen::Placement& placed = laid.placements.front();
    const gen::Area &a = placed.nodes.at("a"), &b = placed.nodes.at("b");
    REQUIRE(b.low.x > a.high.x);
    const gen::Curve& back = placed.edges.at("e1");
    CHECK(back.points.front().x <= b.low.x + 1);
    REQUIRE(back.tip);
    CHECK(back.tip->x >= a.high.x - 1);
}

TEST_CASE("an absent arrow puts groups beside each other, and is not drawn") {
    gen::Panel panel;
    for (const char* name : {"a", "b", "c", "d"}) panel.groups.push_back({name, {box(name)}, true});
    gen::Picture picture;
    picture.steady = true;
    picture.panels = {panel};
    const gen::Arranged apart = arranged(picture);
    picture.panels.front().arrows = {{"a", std::nullopt, "b", "", gen::Look::absent}, {"c", std::nullopt, "d", "", gen::Look::absent}};
    const gen::Arranged joined = arranged(picture);
    CHECK(joined.height() < 0.8 * apart.height());
    std::string why;
    const auto sheet = gen::sheet_of(picture, why);
    REQUIRE(sheet);
    CHECK(sheet->find("->") == std::string::npos);
}

TEST_CASE("phases stand below each other where the panel of tables leaves room for that") {
    const gen::Picture nfs = gen::draw_spec(tests::load(FIEF_SOURCE_DIR "/spec/library/nfs4.fief"));
    CHECK(arranged(nfs).rows.size() == 1);
    const gen::Picture aegis = gen::draw_spec(tests::load(FIEF_SOURCE_DIR "/spec/library/aegis.fief"));
    CHECK(arranged(aegis).rows.size() == 2);
}
