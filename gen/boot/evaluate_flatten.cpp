// A function as an array of small nodes.

#include "gen/boot/evaluate.hpp"
#include "gen/lower/shape.hpp"

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace fief::gen {
namespace {

/// The bytes that the printed type of a number keeps of it.
std::uint8_t narrowed(const Type& type) {
    if (type.kind == Type::Kind::epoch) return 4;
    if (type.kind != Type::Kind::number || type.lo < 0) return 8;
    return static_cast<std::uint8_t>(bytes_for(static_cast<std::uint64_t>(type.hi)));
}

std::uint64_t stride(const Table& table, std::size_t key) {
    std::uint64_t out = 1;
    for (std::size_t k = key + 1; k < table.keys.size(); ++k) out *= table.keys[k].size;
    return out;
}

}  // namespace

Evaluator::Evaluator(const Program& program, Image& image) : p_(program), image_(image), codes_(program.functions.size()) {
    for (std::uint32_t t = 0; t < p_.tables.size(); ++t) {
        auto& of = column_of_.emplace_back();
        for (std::uint32_t c = 0; c < p_.tables[t].columns.size(); ++c) {
            of.push_back(static_cast<std::uint32_t>(columns_.size()));
            columns_.push_back(image_.column({t, c}));
        }
    }
}

void Evaluator::flatten(std::uint32_t function) {
    if (codes_[function].flat) return;
    const Function& f = p_.functions[function];
    if (f.uses_host) throw std::logic_error("a function that asks the host has none here: " + f.name);
    // What it invokes is no checker, and has no Violate.
    const std::size_t violates = witness_types_.size();
    const Range body = flatten(f, f.body);
    Code& code = codes_[function];
    code.flat = true;
    code.body = body;
    code.locals = static_cast<std::uint32_t>(f.locals.size());
    code.params = f.params;
    code.first_violate = violates;
    code.violates = witness_types_.size() - violates;
    for (const std::uint32_t p : f.params) code.widths.push_back(narrowed(f.locals[p].type));
}

Evaluator::Range Evaluator::list(const std::vector<Expr>& of) {
    std::vector<Ref> refs;
    for (const Expr& e : of) refs.push_back(flatten(e));
    const auto begin = static_cast<std::uint32_t>(operands_.size());
    operands_.insert(operands_.end(), refs.begin(), refs.end());
    return {begin, static_cast<std::uint32_t>(operands_.size())};
}

Evaluator::Ref Evaluator::flatten(const Expr& e) {
    Node n;
    n.op = e.op;
    n.value = e.value;
    switch (e.op) {
        case Op::literal:
        case Op::now: break;
        case Op::local: n.a = e.index; break;
        case Op::load:
            n.column = column_of_[e.place.table][e.place.column];
            n.of_local = e.operands[0].op == Op::local;
            n.a = n.of_local ? e.operands[0].index : flatten(e.operands[0]);
            break;
        case Op::key: {
            const Table& t = p_.tables[e.operands[0].type.table];
            n.a = flatten(e.operands[0]);
            n.by = stride(t, e.index);
            n.value = static_cast<Value>(t.keys[e.index].size);
            break;
        }
        case Op::record_at: {
            const Range keys = list(e.operands);
            n.a = keys.begin, n.b = keys.end, n.c = static_cast<std::uint32_t>(nodes_.size());
            // The strides are literals in a row, from node c on.
            for (std::size_t k = 0; k < e.operands.size(); ++k) {
                Node by;
                by.value = static_cast<Value>(stride(p_.tables[e.index], k));
                nodes_.push_back(by);
            }
            break;
        }
        case Op::row: n.a = flatten(e.operands[0]); break;
        case Op::in_range: {
            const Type& type = e.operands[0].type;
            n.a = flatten(e.operands[0]);
            n.kind = type.kind;
            n.lo = type.lo, n.hi = type.hi;
            if (type.kind == Type::Kind::record) n.hi = static_cast<Value>(p_.tables[type.table].records) - 1;
            else if (type.kind == Type::Kind::slot) n.hi = static_cast<Value>(p_.tables[type.table].keys[type.key].size) - 1;
            else if (type.kind != Type::Kind::number)
                n.op = Op::literal, n.value = 1;  // what the resolver lets through is a name, rights or a truth
            break;
        }
        case Op::invoke: {
            flatten(e.index);
            const Range args = list(e.operands);
            n.a = args.begin, n.b = args.end, n.c = e.index;
            break;
        }
        case Op::related: throw std::logic_error("there is no host to ask for a relation");
        case Op::both:
        case Op::together:
        case Op::granted:
        case Op::either: {
            const Range all = list(e.operands);
            n.a = all.begin, n.b = all.end;
            break;
        }
        case Op::select:
            n.a = flatten(e.operands[0]);
            n.b = flatten(e.operands[1]);
            n.c = flatten(e.operands[2]);
            break;
        case Op::negation: n.a = flatten(e.operands[0]); break;
        case Op::equal:
        case Op::different:
        case Op::less:
        case Op::at_most:
        case Op::add:
        case Op::subtract:
        case Op::unite:
        case Op::remove:
        case Op::common:
        case Op::within:
            n.a = flatten(e.operands[0]);
            n.b = flatten(e.operands[1]);
            break;
    }
    nodes_.push_back(n);
    return static_cast<Ref>(nodes_.size() - 1);
}

Evaluator::Range Evaluator::flatten(const Function& f, const Block& block) {
    std::vector<Step> out;
    for (const Stmt& s : block) {
        if (std::holds_alternative<Note>(s.node) || std::holds_alternative<Change>(s.node)) continue;
        flatten(f, s, out.emplace_back());
    }
    const auto begin = static_cast<std::uint32_t>(steps_.size());
    steps_.insert(steps_.end(), out.begin(), out.end());
    return {begin, static_cast<std::uint32_t>(steps_.size())};
}

void Evaluator::flatten(const Function& f, const Stmt& s, Step& out) {
    const auto set = [&](std::uint32_t local, const Expr& value) {
        out.what = Do::set;
        out.local = local;
        out.narrow = narrowed(f.locals[local].type);
        out.value = flatten(value);
    };
    std::visit(model::overloaded{
                   [&](const Define& n) { set(n.local, n.value); },
                   [&](const Set& n) { set(n.local, n.value); },
                   [&](const Store& n) {
                       out.what = Do::store;
                       out.column = column_of_[n.place.table][n.place.column];
                       out.record = flatten(n.record);
                       out.value = flatten(n.value);
                   },
                   [&](const Invoke& n) {
                       flatten(n.function);
                       out.what = Do::invoke;
                       out.function = n.function;
                       out.then = list(n.args);
                   },
                   [&](const Return& n) {
                       out.what = Do::leave;
                       out.flag = n.value.has_value();
                       out.narrow = narrowed(f.returns);
                       if (n.value) out.value = flatten(*n.value);
                   },
                   [&](const Violate& n) {
                       out.what = Do::violate;
                       out.then = list(n.witness);
                       out.count = witness_types_.size();
                       auto& types = witness_types_.emplace_back();
                       for (const Expr& w : n.witness) types.push_back(w.type);
                   },
                   [](const Ask&) { throw std::logic_error("what is asked after a call is not asked here"); },
                   [&](const Branch& n) {
                       out.what = Do::branch;
                       out.value = flatten(n.condition);
                       out.then = flatten(f, n.then);
                       out.otherwise = flatten(f, n.otherwise);
                   },
                   [&](const Walk& n) { flatten(f, n, out); },
                   [](const Note&) {},
                   [](const Change&) {},
                   [](const Emit&) { throw std::logic_error("there is no host to tell of an event"); },
                   [](const End&) { throw std::logic_error("calls are not run on an image"); },
               },
               s.node);
}

void Evaluator::flatten(const Function& f, const Walk& w, Step& out) {
    out.local = w.local;
    out.record = flatten(w.start);
    out.then = flatten(f, w.body);
    switch (w.kind) {
        case Walk::Kind::list:
            out.what = Do::list;
            out.flag = w.changes;
            out.column = column_of_[w.next.table][w.next.column];
            break;
        case Walk::Kind::row:
            out.what = Do::row;
            out.flag = w.downwards;
            out.count = w.count;
            break;
        case Walk::Kind::subtree: {
            const std::uint32_t t = w.next.table;
            out.what = Do::subtree;
            out.flag = w.strictly;
            out.parent = column_of_[t][w.next.column];
            out.child = link(t, Column::Purpose::first, "first_child");
            out.sibling = link(t, Column::Purpose::next, "next_sibling");
            break;
        }
    }
}

std::uint32_t Evaluator::link(std::uint32_t table, Column::Purpose purpose, std::string_view name) const {
    const auto& columns = p_.tables[table].columns;
    const auto at =
        std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.purpose == purpose && c.name.starts_with(name); });
    if (at == columns.end()) throw std::logic_error("a tree without links");
    return column_of_[table][static_cast<std::size_t>(at - columns.begin())];
}

}  // namespace fief::gen
