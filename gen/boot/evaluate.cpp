#include "gen/boot/evaluate.hpp"

#include <stdexcept>

namespace fief::gen {
namespace {

/// As a conversion to an unsigned type of so many bytes does it.
Value narrow(Value v, unsigned bytes) {
    return bytes == 8 ? v : static_cast<Value>(static_cast<std::uint64_t>(v) & ((std::uint64_t{1} << (8 * bytes)) - 1));
}

/// Sums wrap, as they do where overflow has no meaning and nothing reads what comes of it.
Value wrapped(std::uint64_t v) { return static_cast<Value>(v); }

}  // namespace

inline Value Evaluator::load(std::uint32_t column, Value record) const {
    const ImageColumn& c = columns_[column];
    if (static_cast<std::uint64_t>(record) >= c.records) throw std::logic_error("a record that is not there is read");
    return image_.load(c, static_cast<std::uint64_t>(record));
}

/// What most nodes are, without a call.
inline Value Evaluator::value(Ref ref, std::size_t frame) {
    const Node& n = nodes_[ref];
    if (n.op == Op::literal) return n.value;
    if (n.op == Op::local) return stack_[frame + n.a];
    if (n.op == Op::load && n.of_local) return load(n.column, stack_[frame + n.a]);
    return computed(n, frame);
}

Value Evaluator::run(std::uint32_t function, std::span<const Value> args) {
    flatten(function);
    const Code& code = codes_[function];
    const std::size_t frame = top_;
    if (stack_.size() < frame + code.locals) stack_.resize(2 * (frame + code.locals));
    for (std::size_t i = 0; i < args.size(); ++i) stack_[frame + code.params[i]] = narrow(args[i], code.widths[i]);
    return enter(code, frame);
}

std::vector<Evaluator::Found> Evaluator::check(std::uint32_t checker, std::size_t most) {
    found_.clear();
    most_ = most;
    static_cast<void>(run(checker, {}));
    std::vector<Found> out;
    for (const std::vector<Value>& found : found_) {
        // Which Violate it was stands first; its operands know their types.
        const auto at = static_cast<std::size_t>(found[0]);
        const auto& types = witness_types_[at];
        Found& f = out.emplace_back();
        f.which = at - codes_[checker].first_violate;
        for (std::size_t i = 0; i < types.size(); ++i) f.witness.emplace_back(types[i], found[i + 1]);
    }
    return out;
}

Value Evaluator::invoke(std::uint32_t function, Range args, std::size_t frame) {
    const Code& code = codes_[function];
    const std::size_t inner = top_;
    if (stack_.size() < inner + code.locals) stack_.resize(2 * (inner + code.locals));
    for (std::uint32_t i = args.begin; i < args.end; ++i) {
        // Evaluating an argument may run a function in the place of this frame's locals, which are set only after it.
        top_ = inner + code.locals;
        const Value v = value(operands_[i], frame);
        stack_[inner + code.params[i - args.begin]] = narrow(v, code.widths[i - args.begin]);
    }
    top_ = inner;
    return enter(code, inner);
}

Value Evaluator::enter(const Code& code, std::size_t frame) {
    top_ = frame + code.locals;
    result_ = 0;
    static_cast<void>(steps(code.body, frame));
    top_ = frame;
    return result_;
}

Value Evaluator::computed(const Node& n, std::size_t frame) {
    const auto a = [&] { return value(n.a, frame); };
    const auto b = [&] { return value(n.b, frame); };
    const auto bits = [](Value v) { return static_cast<std::uint64_t>(v); };
    switch (n.op) {
        case Op::literal: return n.value;
        case Op::local: return stack_[frame + n.a];
        case Op::load: return load(n.column, n.of_local ? stack_[frame + n.a] : a());
        case Op::now: return 0;
        case Op::key: return wrapped(bits(a()) / n.by % bits(n.value));
        case Op::record_at: {
            std::uint64_t at = 0;
            for (std::uint32_t k = n.a; k < n.b; ++k) at += bits(value(operands_[k], frame)) * bits(nodes_[n.c + (k - n.a)].value);
            return wrapped(at);
        }
        case Op::row: return wrapped(bits(a()) / bits(n.value));
        case Op::in_range: {
            const Value v = a();
            return v >= n.lo && v <= n.hi ? 1 : 0;
        }
        case Op::invoke: return invoke(n.c, {n.a, n.b}, frame);
        case Op::negation: return a() == 0 ? 1 : 0;
        case Op::both:
        case Op::together:
        case Op::granted:
            for (std::uint32_t i = n.a; i < n.b; ++i)
                if (value(operands_[i], frame) == 0) return 0;
            return 1;
        case Op::either:
            for (std::uint32_t i = n.a; i < n.b; ++i)
                if (value(operands_[i], frame) != 0) return 1;
            return 0;
        case Op::select: return a() != 0 ? b() : value(n.c, frame);
        case Op::equal: return a() == b() ? 1 : 0;
        case Op::different: return a() != b() ? 1 : 0;
        case Op::less: return a() < b() ? 1 : 0;
        case Op::at_most: return a() <= b() ? 1 : 0;
        case Op::add: return wrapped(bits(a()) + bits(b()));
        case Op::subtract: return wrapped(bits(a()) - bits(b()));
        case Op::unite: return a() | b();
        case Op::remove: return a() & ~b();
        case Op::common: return a() & b();
        case Op::within: return (a() & ~b()) == 0 ? 1 : 0;
        case Op::related: break;
    }
    throw std::logic_error("there is no host to ask for a relation");
}

bool Evaluator::steps(Range range, std::size_t frame) {
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
        const Step& s = steps_[at];
        switch (s.what) {
            case Do::set: {
                const Value v = narrow(value(s.value, frame), s.narrow);
                stack_[frame + s.local] = v;
                break;
            }
            case Do::store: {
                const Value record = value(s.record, frame);
                const ImageColumn& c = columns_[s.column];
                if (static_cast<std::uint64_t>(record) >= c.records) throw std::logic_error("a record that is not there is written");
                image_.store(c, static_cast<std::uint64_t>(record), value(s.value, frame));
                break;
            }
            case Do::invoke: static_cast<void>(invoke(s.function, s.then, frame)); break;
            case Do::branch:
                if (steps(value(s.value, frame) != 0 ? s.then : s.otherwise, frame)) return true;
                break;
            case Do::list:
            case Do::row:
            case Do::subtree:
                if (walk(s, frame)) return true;
                break;
            case Do::leave: {
                const Value v = s.flag ? narrow(value(s.value, frame), s.narrow) : 0;
                result_ = v;
                return true;
            }
            case Do::violate: {
                std::vector<Value> found{static_cast<Value>(s.count)};
                for (std::uint32_t i = s.then.begin; i < s.then.end; ++i) found.push_back(value(operands_[i], frame));
                found_.push_back(std::move(found));
                if (found_.size() >= most_) return true;
                break;
            }
        }
    }
    return false;
}

Value Evaluator::lowest(const Step& s, Value x) const {
    for (Value below = load(s.child, x); below != model::none; below = load(s.child, x)) x = below;
    return x;
}

bool Evaluator::walk(const Step& s, std::size_t frame) {
    const Value start = value(s.record, frame);
    switch (s.what) {
        case Do::row:
            for (std::uint64_t i = 0; i < s.count; ++i) {
                stack_[frame + s.local] = start + static_cast<Value>(s.flag ? s.count - 1 - i : i);
                if (steps(s.then, frame)) return true;
            }
            return false;
        case Do::list:
            for (Value x = start; x != model::none;) {
                stack_[frame + s.local] = x;
                const Value next = s.flag ? load(s.column, x) : model::none;
                if (steps(s.then, frame)) return true;
                x = s.flag ? next : load(s.column, x);
            }
            return false;
        default: break;
    }
    // A subtree, bottom up: the successor is known before the body runs.
    for (Value x = lowest(s, start);;) {
        if (s.flag && x == start) return false;
        const Value sibling = x == start ? model::none : load(s.sibling, x);
        const Value after = x == start ? model::none : sibling != model::none ? lowest(s, sibling) : load(s.parent, x);
        stack_[frame + s.local] = x;
        if (steps(s.then, frame)) return true;
        if (after == model::none) return false;
        x = after;
    }
}

}  // namespace fief::gen
