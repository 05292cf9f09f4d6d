#pragma once
// How long a solver may think, and that Ctrl-C is ours.

#include <z3++.h>

#include <chrono>
#include <cstdint>

namespace fief::proofs {

/// Sets the solver's bounds for its next questions. Z3 would else take SIGINT for itself during every question, and forget whose it was
/// when two threads ask: who wants to stop interrupts the context.
inline void limit(z3::solver& solver, std::chrono::milliseconds timeout, std::uint32_t rlimit = 0) {
    z3::params params(solver.ctx());
    params.set("ctrl_c", false);
    params.set("timeout", static_cast<unsigned>(timeout.count()));
    if (rlimit) params.set("rlimit", rlimit);
    solver.set(params);
}

}  // namespace fief::proofs
