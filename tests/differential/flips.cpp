// flips SPEC SIZES STATES SEED: changes every stored number of states that calls reach, one at a time, to every other value (of wide
// numbers, to those near the bounds). Either the checkers say so, or it is harmless: what the tables then say is a state in which every
// property holds, and the generated code goes on from it as the reference model does. A truth that is neither 0 nor 1 is never harmless.

#include "lockstep.hpp"
#include "world.hpp"

#include <cstdlib>

using namespace fief;

namespace {

/// With the ghosts of another state, which no table has.
model::State with_ghosts(const model::Model& m, const model::Layout& layout, model::State seen, const model::State& ghosts) {
    for (std::uint32_t t = 0; t < m.tables.size(); ++t)
        for (std::uint32_t f = 0; f < m.tables[t].fields.size(); ++f) {
            const model::Role role = m.tables[t].fields[f].role;
            if (role != model::Role::since && role != model::Role::entered) continue;
            for (Value r = 0; r < layout.records(model::TableId{t}); ++r) {
                const auto at = layout.field(model::TableId{t}, r, model::FieldId{f});
                seen.words[at] = ghosts.words[at];
            }
        }
    return seen;
}

/// How many records live: states in which little does have little to spoil.
std::uint64_t living(const model::Model& m, const model::Layout& layout, const model::State& s) {
    std::uint64_t out = 0;
    for (std::uint32_t t = 0; t < m.tables.size(); ++t)
        for (Value r = 0; r < layout.records(model::TableId{t}); ++r) out += s.words[layout.live(model::TableId{t}, r)] != 0;
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) return 2;
    const auto world = World::open(argv[1], argv[2]);
    if (!world) return 2;
    const model::Model& m = world->model;
    const model::Layout& layout = world->layout;
    const auto states = std::strtoull(argv[3], nullptr, 10), seed = std::strtoull(argv[4], nullptr, 10);
    std::uint64_t caught = 0, harmless = 0, wrong = 0;
    Lockstep walker(m, layout, seed), judge(m, layout, seed + 1);
    walker.boot();
    for (std::uint64_t s = 0; s < states; ++s) {
        // The fullest of many states on the way.
        model::State here;
        std::vector<unsigned char> saved, end;
        std::uint64_t most = 0;
        for (int sample = 0; sample < 400; ++sample) {
            if (const std::string why = walker.go_on(walker.state(), 5); !why.empty()) {
                std::cout << "before anything was changed: " << why << "\n";
                return 1;
            }
            if (const std::uint64_t n = living(m, layout, walker.state()); n > most)
                most = n, here = walker.state(), saved = subject::save();
        }
        end = subject::save();
        const model::State last = walker.state();
        for (unsigned c = 0; c < subject::columns(); ++c) {
            const subject::Column column = subject::column(c);
            for (unsigned record = 0; record < column.records; ++record) {
                const Value was = subject::stored(c, record);
                for (const Value value : column.values) {
                    if (value == was) continue;
                    World::take_at_most(10);
                    subject::restore(saved);
                    subject::set_now(here.now());
                    subject::store(c, record, value);
                    if (subject::check()) {
                        ++caught;
                        continue;
                    }
                    std::string why = "it is no truth";
                    if (!column.truth || value <= 1) {
                        judge.stand_in(here);
                        why = judge.go_on(with_ghosts(m, layout, judge.observed(), here), 6);
                    }
                    if (why.empty()) {
                        ++harmless;
                        continue;
                    }
                    if (++wrong <= 10)
                        std::cout << fmt::format("{}[{}]: {} made {}: no checker says so, and {}\n", column.name, record, was, value, why);
                }
            }
        }
        World::take_at_most(0);
        subject::restore(end);
        subject::set_now(last.now());
    }
    std::cout << fmt::format("{} states: {} changes caught, {} harmless, {} neither\n", states, caught, harmless, wrong);
    return wrong == 0 && caught > 0 ? 0 : 1;
}
