#include "gen/lower/share.hpp"
#include "gen/visit.hpp"

#include <algorithm>

namespace fief::gen {
namespace {

class Sharing {
public:
    explicit Sharing(Program& p) : p_(p), loops_(p.functions.size()), writes_(p.functions.size()) {}

    void run() {
        for (Function& f : p_.functions)
            if (f.kind == Function::Kind::guard && simple(f.body)) {
                f.unlocked = true;
                reads(f.body);
            }
        for (std::size_t i = 0; i < p_.functions.size(); ++i) {
            const Function::Kind kind = p_.functions[i].kind;
            if (kind != Function::Kind::keeping && kind != Function::Kind::routine && kind != Function::Kind::call) continue;
            writes_[i] = writing(p_.functions[i].body);
            loops_[i] = looping(p_.functions[i].body);
            // Calls begin a change themselves; what they are made of does where it loops, and is part of their change where it does not.
            if (kind == Function::Kind::call || loops_[i]) change(p_.functions[i].body);
        }
    }

private:
    Program& p_;
    std::vector<bool> loops_, writes_;  ///< by function: it writes what is shared; and does so in a loop

    // ---- guards

    /// Returns, branches and definitions only, and no question that needs more.
    [[nodiscard]] bool simple(const Block& block) const {
        auto plain = [&](const Expr& e) {
            bool out = true;
            for_each_expression(e, [&](const Expr& x) {
                if (x.op == Op::related) out = false;
                if (x.op == Op::invoke) out = out && simple(p_.functions[x.index].body);
            });
            return out;
        };
        return std::all_of(block.begin(), block.end(), [&](const Stmt& s) {
            if (const auto* d = std::get_if<Define>(&s.node)) return plain(d->value);
            if (const auto* r = std::get_if<Return>(&s.node)) return !r->value || plain(*r->value);
            const auto* b = std::get_if<Branch>(&s.node);
            return b && plain(b->condition) && simple(b->then) && simple(b->otherwise);
        });
    }

    void reads(const Block& block) {
        auto take = [&](const Expr& e) {
            for_each_expression(e, [&](const Expr& x) {
                if (x.op == Op::load) p_.tables[x.place.table].columns[x.place.column].shared = true;
                if (x.op != Op::invoke || p_.functions[x.index].unlocked) return;
                p_.functions[x.index].unlocked = true;
                reads(p_.functions[x.index].body);
            });
        };
        for (const Stmt& s : block) {
            if (const auto* d = std::get_if<Define>(&s.node)) take(d->value);
            if (const auto* r = std::get_if<Return>(&s.node); r && r->value) take(*r->value);
            if (const auto* b = std::get_if<Branch>(&s.node)) take(b->condition), reads(b->then), reads(b->otherwise);
        }
    }

    // ---- changes

    [[nodiscard]] bool writing(const Stmt& s) const {
        if (const auto* store = std::get_if<Store>(&s.node)) return p_.tables[store->place.table].columns[store->place.column].shared;
        if (const auto* i = std::get_if<Invoke>(&s.node)) return static_cast<bool>(writes_[i->function]);
        if (const auto* b = std::get_if<Branch>(&s.node)) return writing(b->then) || writing(b->otherwise);
        const auto* w = std::get_if<Walk>(&s.node);
        return w && writing(w->body);
    }
    [[nodiscard]] bool writing(const Block& block) const {
        return std::any_of(block.begin(), block.end(), [&](const Stmt& s) { return writing(s); });
    }
    [[nodiscard]] bool looping(const Stmt& s) const {
        if (const auto* i = std::get_if<Invoke>(&s.node)) return static_cast<bool>(loops_[i->function]);
        if (const auto* b = std::get_if<Branch>(&s.node)) return looping(b->then) || looping(b->otherwise);
        const auto* w = std::get_if<Walk>(&s.node);
        return w && writing(w->body);
    }
    [[nodiscard]] bool looping(const Block& block) const {
        return std::any_of(block.begin(), block.end(), [&](const Stmt& s) { return looping(s); });
    }

    /// Puts the writing statements of a block between the beginning and the end of a change: as many together as no loop divides.
    void change(Block& block) {
        Block out;
        std::size_t first = 0, last = 0;  // of the run in `out` that is one change: [first, last)
        auto close = [&] {
            auto* only = last == first + 1 ? std::get_if<Branch>(&out[first].node) : nullptr;
            if (only) {
                // What is only asked is no change: not every round of a walk over a row makes one.
                change(only->then), change(only->otherwise);
            } else if (last > first) {
                out.insert(out.begin() + static_cast<std::ptrdiff_t>(last), {Change{false}});
                out.insert(out.begin() + static_cast<std::ptrdiff_t>(first), {Change{true}});
            }
            first = last = out.size();
        };
        for (Stmt& s : block) {
            const bool loops = looping(s), walks = std::holds_alternative<Walk>(s.node);
            if (loops || walks) {
                close();
                if (auto* b = std::get_if<Branch>(&s.node)) change(b->then), change(b->otherwise);
                if (auto* w = std::get_if<Walk>(&s.node)) change(w->body);
                out.push_back(std::move(s));
                first = last = out.size();
                continue;
            }
            const bool writes = writing(s);
            if (writes && last == first) first = out.size();
            out.push_back(std::move(s));
            if (writes) last = out.size();
            else if (last == first) first = last = out.size();
        }
        close();
        block = std::move(out);
    }
};

}  // namespace

void share(Program& program) { Sharing(program).run(); }

}  // namespace fief::gen
