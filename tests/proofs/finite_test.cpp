// What is spelled out over a few records says what the quantifiers say of that many: on each step of two specs, one whose claims all hold
// and the same without an invariant that they need.

#include "proofs/finite.hpp"
#include "model/resolve.hpp"
#include "proofs/question.hpp"
#include "proofs/solver.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

using namespace fief;
using namespace fief::proofs;

namespace {

std::string lacks(const std::string& more) {
    return R"(system lacks
actor env[4]
resource page[4] owned by env { pinned : bool  next : page? }
call take(p: page) by e: env {
  require p.owner is none else taken
  p.owner := e
}
call pin(p: page) by e: env {
  require p.owner is e else not_owner
  p.pinned := true
}
call give(p: page) by e: env {
  require p.owner is e     else not_owner
  require not p.pinned     else pinned
  p.owner := none
}
call link(p: page, q: page) by e: env {
  require p.owner is e else not_owner
  require q.owner is e else not_owner
  p.next := q
}
kernel spawn() gives e: env { new e: env { } }
transition fresh: forall p: page | old(p.owner is none) and p.owner is not none implies not p.pinned
)" + more;
}

struct Verdicts {
    unsigned claims = 0, broken = 0, disagree = 0;
};

Verdicts among(unsigned size, const std::string& text) {
    spec::Sources sources;
    spec::Diagnostics diagnostics;
    const auto resolved = model::load("lacks.fief", sources, diagnostics, [&](const std::filesystem::path&, std::string&) { return text; });
    REQUIRE(resolved);
    z3::context context;
    Encoding encoding(*resolved, context);
    Verdicts out;
    for (const StepWork& work : plan_steps(*resolved, {})) {
        if (work.step.kind == StepRef::Kind::boot) continue;
        const Question question = ask(encoding, work, {});
        Finite finite(encoding.signature(), size);
        z3::solver few = new_solver(context), general = new_solver(context);
        for (const Term& t : question.assumptions) {
            few.add(finite.spelled_out(t));
            general.add(t);
        }
        few.add(finite.closed());
        CHECK(few.check() == z3::sat);
        for (const Claim& claim : question.claims) {
            const std::size_t known = finite.constants();
            few.push();
            few.add(finite.spelled_out(negate(claim.formula)));
            few.add(finite.closed(known));
            CHECK_FALSE(quantifies(finite.spelled_out(claim.formula)));
            general.push();
            general.add(negate(claim.formula));
            const z3::check_result said = few.check();
            ++out.claims;
            out.broken += said == z3::sat;
            out.disagree += said != general.check();
            general.pop();
            few.pop();
        }
    }
    return out;
}

}  // namespace

TEST_CASE("what a few records break is found by cases, and nothing else") {
    const Verdicts lacking = among(2, lacks(""));
    CHECK(lacking.broken == 1);
    CHECK(lacking.disagree == 0);
    const Verdicts whole = among(2, lacks("invariant kept: forall p: page | p.pinned implies p.owner is not none\n"));
    CHECK(whole.claims > lacking.claims);
    CHECK(whole.broken == 0);
    CHECK(whole.disagree == 0);
}
