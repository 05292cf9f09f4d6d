#include "spec/diagnostics.hpp"

#include "spec/codes.hpp"

#include <catch2/catch.hpp>

using namespace fief::spec;

namespace {

std::string shown(const std::string& text, std::uint32_t begin, std::uint32_t end, bool colour = false) {
    Sources sources;
    sources.add("t.fief", text);
    Diagnostics diagnostics;
    diagnostics.error("E0101", {0, begin, end}, "wrong").label = "here";
    return render(diagnostics.all()[0], sources, colour);
}

}  // namespace

TEST_CASE("a diagnostic shows its place, its line and what is underlined") {
    CHECK(shown("system a\nactor env[4]\n", 15, 18) ==
          "t.fief:2:7: error[E0101]: wrong\n"
          "    2 | actor env[4]\n"
          "      |       ^^^ here\n");
}

TEST_CASE("an empty span at a line's end is one mark behind it") {
    CHECK(shown("ab\ncd\n", 2, 2) ==
          "t.fief:1:3: error[E0101]: wrong\n"
          "    1 | ab\n"
          "      |   ^ here\n");
}

TEST_CASE("tabs are shown as spaces, and the mark stands under the word") {
    CHECK(shown("\tx\ty\n", 3, 4) ==
          "t.fief:1:4: error[E0101]: wrong\n"
          "    1 |     x   y\n"
          "      |         ^ here\n");
}

TEST_CASE("columns count code points, and wide characters take two columns of the screen") {
    // Two wide characters and a combining mark before the x.
    const std::string text = "\xe6\xbc\xa2\xe5\xad\x97\xcc\x81 x";
    CHECK(shown(text, 9, 10) == "t.fief:1:5: error[E0101]: wrong\n    1 | " + text + "\n      |      ^ here\n");
}

TEST_CASE("control characters and bidirectional overrides do not reach the terminal") {
    const std::string out = shown("a\x1b[31mb\xe2\x80\xae x\n", 0, 1);
    CHECK(out.find('\x1b') == std::string::npos);
    CHECK(out.find("\xe2\x80\xae") == std::string::npos);
}

TEST_CASE("an overlong line is shown around its span") {
    const std::string text = std::string(5000, 'a') + " wrong " + std::string(5000, 'b');
    const std::string out = shown(text, 5001, 5006);
    CHECK(out.find(" wrong ") != std::string::npos);
    const std::size_t line = out.find('\n') + 1;
    const std::size_t next = out.find('\n', line) + 1;
    const std::string source = out.substr(line, next - line);
    CHECK(source.size() < 150);
    const std::string marks = out.substr(next);
    // "…" is three bytes in one column, so the mark stands two bytes further left than the word.
    CHECK(marks.find("^^^^^ here") + 2 == source.find("wrong"));
}

TEST_CASE("a span over several lines underlines the rest of its first") {
    CHECK(shown("abc def\nghi\n", 4, 11) ==
          "t.fief:1:5: error[E0101]: wrong\n"
          "    1 | abc def\n"
          "      |     ^^^ here\n");
}

TEST_CASE("notes show second places, and help comes last") {
    Sources sources;
    sources.add("a.fief", "one\n");
    sources.add("b.fief", "two\n");
    Diagnostics diagnostics;
    Diagnostic& d = diagnostics.warning("W0001", {1, 0, 3}, "declared twice");
    d.notes.push_back({{0, 0, 3}, "first declared here"});
    d.help = "rename one";
    CHECK(render(diagnostics.all()[0], sources, false) ==
          "b.fief:1:1: warning[W0001]: declared twice\n"
          "    1 | two\n"
          "      | ^^^\n"
          "a.fief:1:1: note: first declared here\n"
          "    1 | one\n"
          "      | ---\n"
          "      = help: rename one\n");
    CHECK_FALSE(diagnostics.has_errors());
    CHECK(diagnostics.warnings() == 1);
}

TEST_CASE("colour adds escape sequences and nothing else") {
    std::string plain = shown("abc\n", 0, 3, true);
    CHECK(plain.find("\x1b[") != std::string::npos);
    for (std::size_t at = 0; (at = plain.find('\x1b', at)) != std::string::npos;) plain.erase(at, plain.find('m', at) - at + 1);
    CHECK(plain == shown("abc\n", 0, 3));
}

TEST_CASE("the nearest name is at most a third of its length away") {
    const std::vector<std::string> names{"owner", "target", "holder", "rights"};
    CHECK(nearest("ower", names) == "owner");
    CHECK(nearest("onwer", names) == "owner");
    CHECK(nearest("tagret", names) == "target");
    CHECK(nearest("deadline", names).empty());
    CHECK(nearest("x", names).empty());
    CHECK(nearest("owner", {"owner"}).empty());
}

TEST_CASE("positions count lines at \\n, \\r\\n and \\r") {
    const SourceFile file("f", "a\r\nb\rc\nd", false);
    CHECK(file.line_count() == 4);
    CHECK(file.line(1) == "a");
    CHECK(file.line(2) == "b");
    CHECK(file.line(3) == "c");
    CHECK(file.line(4) == "d");
    CHECK(file.position(7).line == 4);
    CHECK(file.position(7).column == 1);
}

TEST_CASE("every syntax code has a text, in order") {
    std::string_view last;
    for (const CodeText& text : syntax_codes()) {
        CHECK(text.code > last);
        last = text.code;
        CHECK_FALSE(text.title.empty());
        CHECK_FALSE(text.explanation.empty());
        CHECK(lookup(syntax_codes(), text.code) == &text);
    }
    CHECK(lookup(syntax_codes(), "E9999") == nullptr);
}
