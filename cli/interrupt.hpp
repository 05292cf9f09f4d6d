#pragma once
// Ctrl-C: the first asks long work to stop and report; the second ends the process as usual.

namespace fief::cli {

void catch_interrupts();
/// Whether Ctrl-C was pressed since `catch_interrupts`. Safe to ask from any thread.
[[nodiscard]] bool interrupted();

/// An assertion of ours that fails is a bug in fief: says so, and exits with Exit::bug.
void catch_aborts();

}  // namespace fief::cli
