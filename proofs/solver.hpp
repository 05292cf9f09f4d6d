#pragma once
// The solver as it is set up here: what all questions have in common, and how long it may think.

#include <z3++.h>

#include <chrono>
#include <cstdint>

namespace fief::proofs {

/// Z3's core for quantified formulas, without the tactics around it, and without what it would choose by itself: that is for arithmetic
/// over arrays, and takes a tenth more. There is little to reckon in our questions, so the older simplex, which sets up less, is the
/// quicker one; and to remember what is relevant where the next case is chosen saves instances of quantifiers. It takes what it learns of a
/// single literal up only when it restarts: our formulas are wide disjunctions over the records of a step, and a restart for each such
/// literal would instantiate every quantifier anew. Most steps take a fraction of the time then, some a tenth.
inline z3::solver new_solver(z3::context& context) {
    z3::solver solver = z3::tactic(context, "smt").mk_solver();
    z3::params params(context);
    params.set("auto_config", false);
    params.set("delay_units", true);
    params.set("arith.solver", 2U);
    params.set("case_split", 2U);
    solver.set(params);
    return solver;
}

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
