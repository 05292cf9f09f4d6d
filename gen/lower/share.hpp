#pragma once
// Guards without the lock: a software TLB miss on one CPU must not wait for a revoke on another.
//
// What such guards read is written with single stores, and between two changes of a sequence number: it is odd while a change is under way
// (Lamport's and Boehm's sequence lock). A guard that sees it odd, or changed, asks again. A change is a call as long as it writes for a
// few records; a loop is a change for each of its rounds, so that no guard waits for a whole loop. A guard that overlaps a call therefore
// sees it before, after, or between two rounds of a loop; one that begins after the call has returned sees all of it.
//
// Guards that walk lists, or ask the host, take the lock as calls do.

#include "gen/program.hpp"

namespace fief::gen {

/// Marks the guards that can be asked without the lock (and what they ask), the columns they read, and the changes of those. Run once, on a
/// whole Program whose bare table `sequence` is there.
void share(Program& program);

}  // namespace fief::gen
