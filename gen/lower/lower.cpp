#include "gen/lower/lower.hpp"

#include "gen/collisions.hpp"
#include "gen/lower/fuse.hpp"
#include "gen/lower/lowering.hpp"
#include "gen/lower/prune.hpp"
#include "gen/lower/settle.hpp"
#include "gen/lower/share.hpp"
#include "gen/names.hpp"

#include <algorithm>

namespace fief::gen {
Lowering::Lowering(const model::Model& model, Fault fault, bool proved, const std::vector<bool>& marked, bool sequence)
    : m_(model), fault_(fault), proved_(proved), s_(shape(model, marked, sequence)), collected_(model.tables.size(), false) {
    for (const char* own : {"at", "index", "valid", "within", "init", "check", "lowest", "upwards", "num", "tb", "host", "boot", "within"})
        names_.insert(own);
    for (const std::string& name : names_of_namespace(m_)) names_.insert(name);
    for (const model::Call& c : m_.calls) names_.insert(identifier(c.name));
    for (const model::Guard& g : m_.guards)
        if (g.actor) names_.insert(identifier(g.name));
    for (const model::Event& e : m_.events) names_.insert(identifier(e.name));
}

Program Lowering::run() {
    p_.tables = s_.tables;
    keeping();
    making();
    if (m_.boot.size() <= most_boot_in_code) boot();
    for (std::uint32_t g = 0; g < m_.guards.size(); ++g)
        if (m_.guards[g].actor) guard(g);
    for (std::uint32_t c = 0; c < m_.calls.size(); ++c) call(c);
    properties();
    p_.valid = valid_;
    fuse(p_);
    settle(p_);
    share(p_);
    return std::move(p_);
}

/// What the state at boot is made with, when it is made as data.
void Lowering::making() {
    for (std::uint32_t t = 0; t < m_.tables.size(); ++t) {
        Making out{*make_[t], {}, release_[t]};
        for (std::uint32_t i = 0; i < m_.tables[t].fields.size(); ++i)
            if (s_.fields[t][i]) out.fields.push_back({i, s_.epochs[t][i].has_value()});
        p_.making.push_back(std::move(out));
    }
}

Frame Lowering::begin(std::string name, Function::Kind kind, std::string doc) const {
    Frame f;
    f.function.name = std::move(name);
    f.function.kind = kind;
    f.function.doc = std::move(doc);
    return f;
}

std::string Lowering::unique(std::string name) {
    std::string out = identifier(name);
    for (unsigned n = 2; names_.contains(out); ++n) out = name + "_" + std::to_string(n);
    names_.insert(out);
    return out;
}

std::uint32_t Lowering::finish(Frame& frame) {
    Function& fn = frame.function;
    prune(fn);
    note_uses(fn, p_.functions);
    const bool shared = fn.kind == Function::Kind::question || fn.kind == Function::Kind::routine;
    if (shared) {
        for (std::uint32_t i = 0; i < p_.functions.size(); ++i) {
            const Function& other = p_.functions[i];
            if (other.kind == fn.kind && other.returns == fn.returns && other.params == fn.params && other.locals == fn.locals &&
                other.body == fn.body && other.name.starts_with(fn.name))
                return i;
        }
    }
    if (shared || fn.kind == Function::Kind::checker) fn.name = unique(fn.name);
    p_.functions.push_back(std::move(fn));
    return static_cast<std::uint32_t>(p_.functions.size() - 1);
}

Expr Lowering::local(Frame& f, std::string name, Type type, bool changes) const {
    auto& locals = f.function.locals;
    const std::string base = identifier(name);
    std::string out = base;
    auto taken = [&] { return std::any_of(locals.begin(), locals.end(), [&](const Local& l) { return l.name == out; }); };
    for (unsigned n = 2; taken() || out == "now" || names_.contains(out); ++n) out = base + std::to_string(n);
    locals.push_back({out, type, changes});
    return make(Op::local, type, {}, static_cast<std::uint32_t>(locals.size() - 1));
}

Expr Lowering::param(Frame& f, std::string name, Type type) const {
    Expr out = local(f, std::move(name), type);
    f.function.params.push_back(out.index);
    return out;
}

Expr Lowering::define(Frame& f, std::string name, Expr value, bool changes) const {
    const Expr out = local(f, std::move(name), value.type, changes);
    add(f, Define{out.index, std::move(value)});
    return out;
}

Program lower(const model::Model& model, Fault fault, bool proved) {
    // Which loops must collect their matches, and which guards need no lock, is known only when they have been lowered; the scratch chains
    // and the sequence number are columns.
    const std::vector<bool> all(model.tables.size(), true);
    Lowering first(model, fault, proved, all, true);
    const Program draft = first.run();
    const bool sequence = std::any_of(draft.functions.begin(), draft.functions.end(), [](const Function& f) { return f.unlocked; });
    return Lowering(model, fault, proved, first.collected(), sequence).run();
}

}  // namespace fief::gen
