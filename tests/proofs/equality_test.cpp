// `x.f is y.f` of references that have to be there is followed like a path where it is to be solved, and says what it says where it is to
// be read: on every state that is as its declarations say.

#include "model/resolve.hpp"
#include "proofs/encoding.hpp"
#include "proofs/solver.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

using namespace fief;
using namespace fief::proofs;

namespace {

constexpr const char* equal_text = R"(system equal
actor env[4]
resource page[4] { heir : page? }
table held[env, 4] { page : page  key : held.slot  last : page? }
invariant placed_once: forall x: held, y: held | x.page is y.page implies x is y
invariant one_page:    forall x: held, y: held | x.env is y.env implies x.page is y.page
invariant not_both:    forall x: held, y: held | x.slot is not y.slot implies not (x.page is y.page)
invariant keyed:       forall x: held, y: held | x.key is y.key implies x.page is y.page
invariant optional:    forall x: held, y: held | x.last is y.last implies x is y
)";

bool quantifies_inside(const Term& t) { return t.is_quantifier() && quantifies(t.body()); }

}  // namespace

TEST_CASE("references that have to be there are followed where they are compared, and nothing else is said") {
    spec::Sources sources;
    spec::Diagnostics diagnostics;
    const auto model =
        model::load("equal.fief", sources, diagnostics, [](const std::filesystem::path&, std::string&) { return std::string(equal_text); });
    REQUIRE(model);
    z3::context context;
    Encoding encoding(*model, context);
    std::size_t compared = 0;
    for (const model::Property& p : model->properties) {
        if (p.kind != model::Property::Kind::invariant || p.implied) continue;
        INFO(p.name);
        const Term solved = encoding.assumed(p);
        const Literally literally(true);
        const Term read = encoding.assumed(p);
        // Of what may be none there may be nothing that both name.
        CHECK(quantifies_inside(solved) == (p.name == "optional"));
        CHECK(quantifies_inside(read));
        z3::solver solver = new_solver(context);
        for (const Term& t : well_formed(encoding.before())) solver.add(t);
        solver.add(solved != read);
        CHECK(solver.check() == z3::unsat);
        ++compared;
    }
    CHECK(compared == 5);
}
