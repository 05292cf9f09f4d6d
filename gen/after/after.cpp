#include "gen/after/after.hpp"

#include "gen/after/back.hpp"
#include "gen/after/narrowing.hpp"
#include "gen/after/trail.hpp"
#include "gen/build.hpp"
#include "gen/touches.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>

namespace fief::gen {
namespace {

class After {
public:
    After(const model::Model& m, const Program& p, const Touches& touches, Parts& parts, std::uint32_t call)
        : m_(m), p_(p), touches_(touches), parts_(parts), call_(call), ways_(paths(p, call)) {}

    Function run() {
        const Function& call = p_.functions[call_];
        f_.kind = Function::Kind::after;
        f_.name = "check_after_" + m_.calls[call.origin].name;
        f_.origin = call.origin;
        f_.params = call.params;
        f_.params.insert(f_.params.end(), call.results.begin(), call.results.end());
        f_.locals.assign(call.locals.begin(), call.locals.end());
        std::vector<std::string> whole;
        std::optional<Narrowing> narrowing;
        if (ways_) narrowing.emplace(p_, call_, *ways_, parts_);
        for (std::uint32_t c = 0; c < p_.functions.size(); ++c) {
            const Function& checker = p_.functions[c];
            if (checker.kind != Function::Kind::checker) continue;
            if (!checker.uses_now && !checker.uses_host && !reads_what_changed(c)) continue;
            const auto questions = narrowing ? narrowing->narrowed(c) : std::nullopt;
            if (questions) {
                for (const Question& q : *questions) question(q);
                continue;
            }
            f_.body.push_back({Ask{c, {}}});
            f_.uses_now = f_.uses_now || checker.uses_now, f_.uses_host = f_.uses_host || checker.uses_host;
            whole.push_back(checker.checks);
        }
        if (f_.body.empty()) f_.doc = "What the call writes no checker reads.";
        else if (whole.empty()) f_.doc = "Of the records that the call wrote, and of those that refer to them.";
        else if (!ways_) f_.doc = "Through whole tables: the call writes for as many records as it finds.";
        else
            f_.doc = fmt::format("Through whole tables for {}: which records there the call wrote is not known after it.",
                                 fmt::join(whole, ", "));
        return std::move(f_);
    }

private:
    const model::Model& m_;
    const Program& p_;
    const Touches& touches_;
    Parts& parts_;
    std::uint32_t call_;
    std::optional<std::vector<Path>> ways_;
    Function f_;
    std::vector<std::pair<Expr, Expr>> found_;  ///< records, and the locals that hold them

    [[nodiscard]] bool reads_what_changed(std::uint32_t checker) const {
        const auto &written = touches_.of(call_).writes, &read = touches_.of(checker).reads;
        return std::any_of(written.begin(), written.end(), [&](const auto& place) { return read.contains(place); });
    }

    void question(Question q) {
        // Found once, where it is computed.
        if (q.record.op != Op::local && !q.perhaps) {
            auto before = std::find_if(found_.begin(), found_.end(), [&](const auto& f) { return f.first == q.record; });
            if (before == found_.end()) {
                const Expr x = fresh_local(f_, p_.tables[q.record.type.table].name, q.record.type);
                f_.body.push_back({Define{x.index, q.record}});
                before = found_.insert(found_.end(), {q.record, x});
            }
            q.record = before->second;
        }
        Block body;
        if (!ask_back(p_, f_, body, q.through, q.record, q.part)) throw std::logic_error("a question goes back where there is no list");
        if (q.perhaps) {
            Branch branch;
            branch.condition = exists(q.record);
            branch.then = std::move(body);
            body = {{std::move(branch)}};
        }
        f_.body.insert(f_.body.end(), std::make_move_iterator(body.begin()), std::make_move_iterator(body.end()));
    }
};

}  // namespace

Program with_checks_after(const model::Model& model, Program program) {
    const Touches touches(program);
    Parts parts(program);
    std::vector<Function> after;
    for (std::uint32_t c = 0; c < program.functions.size(); ++c)
        if (program.functions[c].kind == Function::Kind::call) after.push_back(After(model, program, touches, parts, c).run());
    const std::size_t asked = parts.made().size();
    program.trail = trail_checks(program, touches, parts);
    std::vector<Function> made = parts.made();
    for (std::size_t i = asked; i < made.size(); ++i) made[i].along = true;
    for (auto* more : {&made, &after})
        program.functions.insert(program.functions.end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
    return program;
}

}  // namespace fief::gen
