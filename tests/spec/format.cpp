// The format: nothing but white space changes, and a second time nothing at all.

#include "spec/format.hpp"
#include "spec/diagnostics.hpp"
#include "spec/grammar.hpp"
#include "spec/parse.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace fief::spec;

namespace {

std::string formatted(const std::string& text) { return format(SourceFile("test.fief", text, false)); }

std::string read(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// Tokens and comments, in order; of comments, without what trails.
std::vector<std::string> words(const std::string& text) {
    const Lexed lexed = lex(text);
    std::vector<Token> all = lexed.tokens;
    all.insert(all.end(), lexed.comments.begin(), lexed.comments.end());
    std::sort(all.begin(), all.end(), [](const Token& a, const Token& b) { return a.begin < b.begin; });
    std::vector<std::string> out;
    for (const Token& t : all) {
        std::string word = text.substr(t.begin, t.end - t.begin);
        while (!word.empty() && (word.back() == ' ' || word.back() == '\r')) word.pop_back();
        out.push_back(std::move(word));
    }
    return out;
}

bool parses(const std::string& text) {
    Sources sources;
    Diagnostics diagnostics;
    static_cast<void>(parse(sources, sources.add("test.fief", text), diagnostics));
    return !diagnostics.has_errors();
}

}  // namespace

TEST_CASE("every spec of this repository keeps its words and comments, and formatting again changes nothing") {
    std::size_t seen = 0;
    for (const char* folder : {"/spec/library", "/tests"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(FIEF_SOURCE_DIR) + folder)) {
            if (entry.path().extension() != ".fief") continue;
            const std::string text = read(entry.path());
            if (!parses(text)) continue;
            ++seen;
            INFO(entry.path().string());
            const std::string once = formatted(text);
            CHECK(words(once) == words(text));
            CHECK(formatted(once) == once);
            CHECK(once.find(" \n") == std::string::npos);
            // The same words squeezed onto as few lines as comments allow, and spread one to a line.
            std::string squeezed, spread;
            for (const std::string& word : words(text)) {
                const bool comment = word.starts_with("//");
                squeezed += word + (comment ? "\n" : " ");
                spread += word + "\n\n\n";
            }
            for (const std::string& odd : {squeezed, spread}) {
                const std::string tidy = formatted(odd);
                CHECK(words(tidy) == words(text));
                CHECK(formatted(tidy) == tidy);
            }
        }
    CHECK(seen > 20);
}

TEST_CASE("the library is in the format") {
    for (const auto& entry : std::filesystem::directory_iterator(FIEF_SOURCE_DIR "/spec/library")) {
        if (entry.path().extension() != ".fief") continue;
        INFO(entry.path().string());
        const std::string text = read(entry.path());
        CHECK(formatted(text) == text);
    }
}

TEST_CASE("gaps, indentation and blank lines are the format's") {
    CHECK(formatted("system   s\n\n\n\nactor env [ 4 ]{a:bool}\ncall   f( x : env ,y:env )by e : env{\n\n  require x is y else   nope\n"
                    "      x.a:=y.a and(not x.a or e.a)\n\n}") ==
          "system s\n\nactor env[4] { a : bool }\ncall f(x: env, y: env) by e: env {\n  require x is y else nope\n"
          "  x.a := y.a and (not x.a or e.a)\n}\n");
}

TEST_CASE("statements that share a line stand two spaces apart, rights stand close") {
    CHECK(formatted("system s\nroutine f(p: page) { p.a := { read , write } p.b := none drop p }\n") ==
          "system s\nroutine f(p: page) { p.a := {read, write}  p.b := none  drop p }\n");
}

TEST_CASE("a set of rights ends no statement, a reserved word may name a field, a file's name follows its `from`") {
    CHECK(formatted("system s\nroutine f(p: page) { p.a := p.a-{read}+{write}&p.b p.b := none }\n") ==
          "system s\nroutine f(p: page) { p.a := p.a - {read} + {write} & p.b  p.b := none }\n");
    CHECK(formatted("system s\ntable t[4] { rights { read } count : bool index : bool from : bool }\n") ==
          "system s\ntable t[4] { rights { read }  count : bool  index : bool  from : bool }\n");
    CHECK(formatted("system s\nboot { cap  from \"a.csv\" page from \"b.csv\" from[0] { a: none } }\n") ==
          "system s\nboot { cap from \"a.csv\"  page from \"b.csv\"  from[0] { a: none } }\n");
}

TEST_CASE("what was lined up stays lined up, and a line that falls out of its column is put back") {
    const std::string text =
        "system s\n"
        "call f() by e: env {\n"
        "  require e is e       else one\n"
        "  require not (e is e)  else two\n"
        "  e.long := 1\n"
        "  e.a    := 2\n"
        "  e.bc := 3\n"
        "}\n";
    CHECK(formatted(text) ==
          "system s\n"
          "call f() by e: env {\n"
          "  require e is e       else one\n"
          "  require not (e is e) else two\n"
          "  e.long := 1\n"
          "  e.a    := 2\n"
          "  e.bc   := 3\n"
          "}\n");
}

TEST_CASE("a line that goes on is indented, and may stand further in") {
    CHECK(formatted("system s\ninvariant i:\nforall p: page |\n        p.a\n    implies p.b\n") ==
          "system s\ninvariant i:\n  forall p: page |\n        p.a\n    implies p.b\n");
}
