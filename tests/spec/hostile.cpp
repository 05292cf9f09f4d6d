// Whatever the input: diagnostics or success, in bounded time and stack.
#include "spec/parse.hpp"

#include <catch2/catch.hpp>
#include <chrono>

using namespace fief::spec;

namespace {

struct Outcome {
    Unit unit;
    Diagnostics diagnostics;
    Sources sources;

    [[nodiscard]] std::vector<std::string> codes() const {
        std::vector<std::string> all;
        for (const Diagnostic& d : diagnostics.all()) all.push_back(d.code);
        return all;
    }
};

Outcome parsed(std::string text) {
    Outcome outcome;
    outcome.sources.add("hostile.fief", std::move(text));
    const auto start = std::chrono::steady_clock::now();
    outcome.unit = parse(outcome.sources, 0, outcome.diagnostics);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
    for (const Diagnostic& d : outcome.diagnostics.all()) CHECK_FALSE(render(d, outcome.sources, false).empty());
    return outcome;
}

std::string repeat(std::string_view text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

const std::string head = "system s\nactor env[4]\n";
using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a text without tokens is one diagnostic") {
    for (const std::string text : {"", "\n", " \t\r\n", "// only a comment", "/// only a doc\n\n", "\xef\xbb\xbf"})
        CHECK(parsed(text).codes() == Codes{"E0115"});
}

TEST_CASE("what is not text is one diagnostic") {
    CHECK(parsed(std::string("system s\0", 9)).codes() == Codes{"E0003"});
    CHECK(parsed("system s // \xff\n").codes() == Codes{"E0002"});
    CHECK(parsed("system s // \xc0\xaf\n").codes() == Codes{"E0002"});
    CHECK(parsed("system s // \xed\xa0\x80\n").codes() == Codes{"E0002"});
    CHECK(parsed("system s // \xe2\x82").codes() == Codes{"E0002"});
    std::string bytes;
    for (unsigned i = 0; i < 100'000; ++i) bytes += static_cast<char>(1 + (i * 2654435761U >> 13U) % 255);
    CHECK(parsed(bytes).codes() == Codes{"E0002"});
}

TEST_CASE("a byte order mark and any line ends are no mistake") {
    CHECK(parsed("\xef\xbb\xbfsystem s\nactor env[4]\n").codes().empty());
    CHECK(parsed("system s\r\nactor env[4] // c\r\nenum e { a }\r\n").unit.decls.size() == 2);
    CHECK(parsed("system s\ractor env[4] // c\renum e { a }\r").unit.decls.size() == 2);
}

TEST_CASE("an error after a byte order mark and CRLF is at its column") {
    const auto outcome = parsed("\xef\xbb\xbfsystem s\r\nactor env[4\r\nenum e { a }\r\n");
    REQUIRE(outcome.codes() == Codes{"E0110"});
    const Position at = outcome.sources[0].position(outcome.diagnostics.all()[0].span.begin);
    CHECK(at.line == 2);
    CHECK(at.column == 12);
}

TEST_CASE("a chain of 100,000 connectives or terms is one node") {
    const auto conjunction = parsed(head + "invariant i: true" + repeat(" and true", 100'000));
    REQUIRE(conjunction.codes().empty());
    const auto& formula = std::get<PropertyDecl>(conjunction.unit.decls.at(1).node).formula;
    CHECK(std::get<Connective>(formula->node).operands.size() == 100'001);
    const auto disjunction = parsed(head + "invariant i: true" + repeat(" or true and false", 100'000));
    REQUIRE(disjunction.codes().empty());
    const auto sum = parsed(head + "invariant i: 1" + repeat(" + 1 - 2 & 3", 33'334) + " is 0");
    REQUIRE(sum.codes().empty());
    const auto& is = std::get<Is>(std::get<PropertyDecl>(sum.unit.decls.at(1).node).formula->node);
    CHECK(std::get<Sum>(is.left->node).rest.size() == 100'002);
}

TEST_CASE("nesting within the limit is parsed, and beyond it refused once, without recursing") {
    struct Case {
        std::string before, open, middle, close, after;
    };
    const std::vector<Case> cases{
        {"invariant i: ", "(", "true", ")", ""},
        {"invariant i: ", "not ", "true", "", ""},
        {"invariant i: ", "true implies ", "true", "", ""},
        {"invariant i: ", "forall e: env | ", "true", "", ""},
        {"invariant i: ", "if true then 1 else ", "true", "", ""},
        {"invariant i: ", "if ", "true", " then true else true", ""},
        {"invariant i: ", "old(", "true", ")", ""},
        {"invariant i: ", "f(", "1", ")", ""},
        {"invariant i: ", "t[", "1", "]", ""},
        {"invariant i: ", "(not (", "true", "))", ""},
        {"kernel k() { ", "if true { ", "", "}", "}"},
        {"kernel k() { ", "if true { } else ", "if true { }", "", "}"},
        {"kernel k() { ", "for e: env { ", "", "}", "}"},
        {"kernel k() { ", "pick e: env { } else { ", "", "}", "}"},
    };
    for (const Case& c : cases) {
        const auto nested = [&](std::size_t times) {
            return parsed(head + c.before + repeat(c.open, times) + c.middle + repeat(c.close, times) + c.after + "\nenum last { a }\n");
        };
        INFO(c.before << c.open);
        CHECK(nested(60).codes().empty());
        const std::size_t many = c.open == "(" ? 100'000 : 10'000;
        for (const std::size_t times : {std::size_t{201}, many}) {
            const auto deep = nested(times);
            CHECK(deep.codes() == Codes{"E0106"});
            CHECK(deep.unit.decls.size() == 2);  // the one before and the one after
        }
        const auto unclosed = parsed(head + c.before + repeat(c.open, many));
        CHECK(unclosed.codes() == Codes{"E0106"});
    }
}

TEST_CASE("a path has at most 16 steps") {
    CHECK(parsed(head + "invariant i: a" + repeat(".b", 16)).codes().empty());
    CHECK(parsed(head + "invariant i: a" + repeat(".b", 17)).codes() == Codes{"E0106"});
    CHECK(parsed(head + "invariant i: a" + repeat(".b", 100'000)).codes() == Codes{"E0106"});
    CHECK(parsed(head + "waive a" + repeat(".b", 100'000) + " because \"x\"").codes() == Codes{"E0106"});
}

TEST_CASE("closing brackets without number, and strings without end, stay bounded") {
    CHECK(parsed(head + repeat(")", 100'000)).codes() == Codes{"E0110"});
    CHECK(parsed(head + repeat("}", 100'000)).codes() == Codes{"E0110"});
    CHECK(parsed(head + "import \"" + repeat("x", 1'000'000)).codes() == Codes{"E0104"});
    CHECK(parsed(head + "import \"\\").codes() == Codes{"E0104"});
    CHECK(parsed(head + "invariant i: 1" + repeat("0", 1'000'000)).codes() == Codes{"E0105"});
    CHECK(parsed(head + "invariant i: " + repeat("a", 1'000'000)).codes().empty());
}

TEST_CASE("numbers up to 2^63 - 1 are read, in both bases") {
    const auto value = [](const std::string& digits) {
        auto outcome = parsed(head + "invariant i: " + digits);
        REQUIRE(outcome.codes().empty());
        return std::get<IntLiteral>(std::get<PropertyDecl>(outcome.unit.decls.at(1).node).formula->node).value;
    };
    CHECK(value("9223372036854775807") == 9223372036854775807U);
    CHECK(value("0x7fff_ffff_ffff_ffff") == 9223372036854775807U);
    CHECK(value("1_000") == 1000);
    CHECK(parsed(head + "invariant i: 9223372036854775808").codes() == Codes{"E0105"});
    CHECK(parsed(head + "invariant i: 99999999999999999999999").codes() == Codes{"E0105"});
    CHECK(parsed(head + "invariant i: 0x8000000000000000").codes() == Codes{"E0105"});
    CHECK(parsed("system s\nclock us latency 9223372036854775808us\n").codes() == Codes{"E0105"});
}

TEST_CASE("a thousand mistakes are reported up to a hundred, and that is said") {
    for (const std::string line :
         {"invariant i:\n", "invariant i: a == b\n", "evnt e()\n", "kernel k() { let } \n", "\xc3\xa9\n", "table t { a }\n"}) {
        const auto outcome = parsed(head + repeat(line, 1000));
        INFO(line);
        CHECK(outcome.diagnostics.all().size() == 101);
        CHECK(outcome.diagnostics.all().back().code == "E0114");
    }
    const auto block = parsed(head + "kernel k() {\n" + repeat("  drop\n", 1000) + "}\n");
    CHECK(block.diagnostics.all().size() == 101);
}

TEST_CASE("ten megabytes of spec are parsed in seconds") {
    std::string text = head;
    const std::string one =
        "\n/// A call.\ncall c(p: page, n: 0..9) by e: env gives c: cap {\n  require p.owner is none and n < 4  else taken   // why\n"
        "  new c: cap { target: p, holder: e, rights: all }\n  for m: pte where m.target is p { drop m }\n}\n";
    while (text.size() < 10'000'000) text += one;
    const auto outcome = parsed(std::move(text));
    CHECK(outcome.codes().empty());
    CHECK(outcome.unit.decls.size() > 40'000);
}

TEST_CASE("megabytes of anything else end too") {
    for (const std::string unit :
         {"{", "a ", "\"", ";", "=", "call ", "call c() by e: env {", "if ", "\xc3\xa9", "0x", "..", "a.b ", "///\n", "1us ", "! "}) {
        INFO(unit);
        const std::size_t size = unit == "{" || unit == ";" ? 10'000'000 : 1'000'000;
        CHECK(parsed(head + repeat(unit, size / unit.size())).diagnostics.all().size() <= 102);
    }
}
