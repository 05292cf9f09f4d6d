#include "interpreter_story_file.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

namespace fs = std::filesystem;
using fief::tests::play_story;

TEST_CASE("every story comes out as it is told") {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(fs::path(FIEF_SOURCE_DIR) / "tests/model/stories"))
        if (entry.path().extension() == ".story") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    REQUIRE(files.size() >= 10);
    for (const fs::path& file : files)
        for (const std::string& problem : play_story(file)) FAIL_CHECK(problem);
}

TEST_CASE("a story that is told wrong is noticed, whatever is wrong in it") {
    const std::string start = "spec spec/library/aegis.fief\nspawn() -> env0\n";
    const std::vector<std::string> wrong = {
        "spawn() -> env0\n",
        "alloc(page0) by env0 fails taken\n",
        "alloc(page0) by env1\n",
        "alloc(page0) by env0\n  page0.owner = none\n",
        "alloc(page0) by env0\n  cap0 is not live\n",
        "alloc(page0) by env0\n  changes nothing\n",
        "alloc(page0) by env0\n  emits contents(page0)\n",
        "alloc(page0) by env0\n  breaks no_dangling_mapping\n",
        "alloc(page0) by env0\n  undefined anything\n",
        "alloc(page0) by env0\n  forces page0\n",
        "alloc(page0) by env0\nask(page0)\n",  // it emits
        "alloc(page0) by env0 choosing cap1, cap0\n",
        "time 5us\n  now = 6us\n",
        "alloc(page0)\n",
        "borrow(page0) by env0\n",
    };
    const fs::path file = fs::temp_directory_path() / "fief_wrong.story";
    for (const std::string& text : wrong) {
        std::ofstream(file) << start << text;
        INFO(text);
        CHECK(play_story(file).size() == 1);
    }
    fs::remove(file);
}
