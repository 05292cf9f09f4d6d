#pragma once
// What to look at after a call that wrote down, as it went along, which columns of which records it wrote and what stood there: as much as
// it wrote, however many records that were.
//
// All was well before. A checker that asks the same of each record is asked of those that were written, and of those that see them through
// a reference. Of an index list, a live record that no longer stands between its neighbours has been written, or one of them has; then it
// is the record written, or what one of its links named before or names now. What is left are rings: one that was not there before holds a
// record whose links were written, and from there the way back does not end at the head. Of free lists, so many records were put before the
// one that was first as were dropped, and each of them is free. Of derivation, the way up from who was given another parent ends.
//
// What cannot be told so (lists by names of an enumeration, free lists that records were taken from) is checked whole.

#include "gen/after/narrowing.hpp"
#include "gen/touches.hpp"

namespace fief::gen {

/// The parts that are asked are added to `parts`.
[[nodiscard]] std::vector<TrailCheck> trail_checks(const Program& program, const Touches& touches, Parts& parts);

}  // namespace fief::gen
