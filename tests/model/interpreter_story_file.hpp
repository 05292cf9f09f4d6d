#pragma once
// Stories: runs written down with what is expected of them (tests/model/stories/*.story).
//
//     spec spec/library/aegis.fief            beside the story, or from the top of the repository
//     capacity env=2 page=2                   slots of each table's slot keys; 2 where nothing is said
//     spawn() -> env0                         a call, and its results
//     alloc(page0) by env0 -> cap0
//       page0.owner = env0                    what is expected then, indented
//     alloc(page0) by env1 fails taken
//     take(env0) choosing pte[env0, 1]        which record a `pick` or a `new` takes, in order; the lowest where nothing is said
//     time 1000us                             the passing of time
//
// Expectations: `RECORD.FIELD = VALUE`, `RECORD is [not] live`, `now = TIME`, `emits a(x), {b(y), c(z)}` (braces: a set, of one loop),
// `forces RECORD`, `changes nothing`, `breaks PROPERTY, …`, `because TEXT` (within the story of the first property broken), `undefined
// TEXT` (the step has no meaning, and the message says so). A step that says nothing of these emits nothing, breaks nothing and has a
// meaning.

#include "model/interpreter.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace fief::tests {

/// Plays a story; gives what was not as expected, a line each: "aegis.story:12: page0.owner is none".
std::vector<std::string> play_story(const std::filesystem::path& file);

}  // namespace fief::tests
