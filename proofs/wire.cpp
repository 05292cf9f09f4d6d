#include "proofs/wire.hpp"

#include "proofs/counterexample.hpp"
#include "proofs/isolation.hpp"

#include <algorithm>

namespace fief::proofs {

using model::Capacity;
using model::Interpreter;
using model::Invocation;
using model::Layout;
using model::Model;
using model::Outcome;
using model::Run;
using model::Value;

std::int64_t Reader::number() {
    if (bytes_.size() < 8) {
        ok_ = false;
        bytes_ = {};
        return 0;
    }
    std::uint64_t n = 0;
    for (std::size_t i = 0; i < 8; ++i) n |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes_[i])) << (8 * i);
    bytes_.remove_prefix(8);
    return static_cast<std::int64_t>(n);
}

std::size_t Reader::count() {
    const std::int64_t n = number();
    if (n < 0 || static_cast<std::uint64_t>(n) > bytes_.size()) {
        ok_ = false;
        return 0;
    }
    return static_cast<std::size_t>(n);
}

std::string Reader::text() {
    const std::size_t size = count();
    std::string out(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
    return out;
}

namespace {

void write(Writer& to, const Capacity& capacity) {
    to.number(static_cast<std::int64_t>(capacity.slots.size()));
    for (const auto& table : capacity.slots) {
        to.number(static_cast<std::int64_t>(table.size()));
        for (std::uint64_t n : table) to.number(static_cast<std::int64_t>(n));
    }
}

/// Nothing when the model has no such tables, or they would be larger than anything that is searched.
std::optional<Capacity> read_capacity(const Model& model, Reader& from) {
    Capacity out;
    std::uint64_t product = 1;
    if (from.count() != model.tables.size()) return std::nullopt;
    for (const model::Table& table : model.tables) {
        if (from.count() != table.keys.size()) return std::nullopt;
        auto& keys = out.slots.emplace_back();
        for (const model::Key& key : table.keys) {
            const std::int64_t n = from.number();
            if (!from.ok() || n < 0 || n > 1 << 20 || (n == 0) != key.table.has_value()) return std::nullopt;
            keys.push_back(static_cast<std::uint64_t>(n));
            if (n > 0) product *= static_cast<std::uint64_t>(n);
            if (product > std::uint64_t{1} << 40) return std::nullopt;
        }
    }
    return out;
}

void write(Writer& to, const Invocation& step) {
    to.number(step.call ? static_cast<std::int64_t>(step.call->value) : -1);
    to.number(step.caller);
    to.number(step.now);
    to.number(static_cast<std::int64_t>(step.args.size()));
    for (Value v : step.args) to.number(v);
}

std::optional<Invocation> read_step(const Model& model, Reader& from) {
    Invocation out;
    const std::int64_t call = from.number();
    out.caller = from.number();
    out.now = from.number();
    const std::size_t args = from.count();
    for (std::size_t i = 0; i < args; ++i) out.args.push_back(from.number());
    if (!from.ok() || call >= static_cast<std::int64_t>(model.calls.size())) return std::nullopt;
    if (call >= 0) {
        out.call = model::CallId{static_cast<std::uint32_t>(call)};
        if (model[*out.call].params.size() != args) return std::nullopt;
    }
    return out;
}

void write(Writer& to, const Model& model, const Run& run) {
    write(to, run.capacity);
    const Layout layout(model, run.capacity);
    const Interpreter interpreter(layout);
    to.number(static_cast<std::int64_t>(run.steps.size()));
    for (std::size_t i = 0; i < run.steps.size(); ++i) {
        write(to, run.steps[i]);
        const auto all = interpreter.run_all(run.states[i], run.steps[i]);
        std::size_t which = 0;
        while (which < all.size() && !(all[which].after == run.states[i + 1] && all[which].error == run.outcomes[i].error &&
                                       all[which].undefined.has_value() == run.outcomes[i].undefined.has_value()))
            ++which;
        to.number(static_cast<std::int64_t>(which));
    }
}

std::optional<Run> read_run(const Model& model, Reader& from) {
    const auto capacity = read_capacity(model, from);
    if (!capacity) return std::nullopt;
    Run run;
    run.capacity = *capacity;
    const Layout layout(model, run.capacity);
    const Interpreter interpreter(layout);
    run.states.push_back(boot_state(layout));
    const std::size_t steps = from.count();
    for (std::size_t i = 0; i < steps; ++i) {
        auto step = read_step(model, from);
        const std::size_t which = static_cast<std::size_t>(from.number());
        if (!step || !from.ok()) return std::nullopt;
        auto all = interpreter.run_all(run.states.back(), *step);
        if (which >= all.size() || all[which].error) return std::nullopt;
        run.steps.push_back(std::move(*step));
        run.states.push_back(all[which].after);
        run.outcomes.push_back(std::move(all[which]));
    }
    return from.ok() ? std::optional(std::move(run)) : std::nullopt;
}

void write(Writer& to, const std::vector<std::vector<bool>>& relations) {
    to.number(static_cast<std::int64_t>(relations.size()));
    for (const auto& relation : relations) {
        to.number(static_cast<std::int64_t>(relation.size()));
        for (const bool holds : relation) to.number(holds);
    }
}

std::vector<std::vector<bool>> read_relations(Reader& from) {
    std::vector<std::vector<bool>> out(from.count());
    for (auto& relation : out) {
        const std::size_t size = from.count();
        for (std::size_t i = 0; i < size; ++i) relation.push_back(from.number() != 0);
    }
    return out;
}

void write(Writer& to, const model::State& state) {
    to.number(static_cast<std::int64_t>(state.words.size()));
    for (Value v : state.words) to.number(v);
}

model::State read_words(Reader& from) {
    model::State out;
    const std::size_t words = from.count();
    for (std::size_t i = 0; i < words; ++i) out.words.push_back(from.number());
    return out;
}

void write(Writer& to, const CounterState& state) {
    write(to, state.capacity);
    write(to, state.relations);
    write(to, state.before);
    to.number(state.step.has_value());
    if (state.step) write(to, *state.step);
}

std::optional<CounterState> read_state(const Model& model, Reader& from) {
    auto capacity = read_capacity(model, from);
    if (!capacity) return std::nullopt;
    CounterState out;
    out.capacity = std::move(*capacity);
    out.relations = read_relations(from);
    out.before = read_words(from);
    if (from.number() != 0) {
        auto step = read_step(model, from);
        if (!step) return std::nullopt;
        out.step = std::move(*step);
    }
    if (!from.ok() || out.before.words.size() != Layout(model, out.capacity).words()) return std::nullopt;
    return out;
}

void write(Writer& to, const CounterPair& pair) {
    write(to, pair.capacity);
    write(to, pair.relations);
    write(to, pair.one);
    write(to, pair.other);
    to.number(pair.observer);
    write(to, pair.step);
    to.number(pair.single);
}

std::optional<CounterPair> read_pair(const Model& model, model::PropertyId property, Reader& from) {
    auto capacity = read_capacity(model, from);
    if (!capacity) return std::nullopt;
    CounterPair out;
    out.property = property;
    out.capacity = std::move(*capacity);
    out.relations = read_relations(from);
    out.one = read_words(from);
    out.other = read_words(from);
    out.observer = from.number();
    const auto& guard = model[property].guard;
    auto step = read_step(model, from);
    if (!step || (guard && step->args.size() != model[*guard].params.size())) return std::nullopt;
    out.step = std::move(*step);
    out.single = from.number() != 0;
    const std::size_t words = Layout(model, out.capacity).words();
    if (!from.ok() || out.one.words.size() != words || out.other.words.size() != words) return std::nullopt;
    return out;
}

/// What the run's last step breaks of the obligation's property.
std::optional<model::Violation> violation(const Model& model, const Run& run, const Obligation& obligation) {
    const auto last = run.steps.empty() ? std::nullopt : run.steps.back().call;
    if (obligation.step.kind == StepRef::Kind::call && last != obligation.step.call) return std::nullopt;
    const Layout layout(model, run.capacity);
    const Interpreter interpreter(layout);
    if (!run.steps.empty())
        if (auto broken = interpreter.check(run.states[run.steps.size() - 1], run.steps.back(), run.outcomes.back(), obligation.property))
            return broken;
    return interpreter.check(run.states.back(), obligation.property);
}

}  // namespace

std::string encode(const Model& model, const Run& run) {
    Writer to;
    write(to, model, run);
    return to.take();
}

std::optional<Run> decode_run(const Model& model, std::string_view bytes) {
    Reader from(bytes);
    auto run = read_run(model, from);
    return run && from.at_end() ? run : std::nullopt;
}

std::string encode(const Model& model, const Answer& answer) {
    Writer to;
    to.number(static_cast<std::int64_t>(answer.verdict));
    to.number(answer.framed);
    to.text(answer.reason);
    to.number(std::chrono::duration_cast<std::chrono::nanoseconds>(answer.time).count());
    to.number(answer.state.has_value());
    if (answer.state) write(to, *answer.state);
    to.number(answer.pair.has_value());
    if (answer.pair) write(to, *answer.pair);
    to.number(answer.run.has_value());
    if (answer.run) write(to, model, *answer.run);
    to.number(answer.searched.has_value());
    if (answer.searched) {
        const Searched& s = *answer.searched;
        write(to, s.capacity);
        to.number(static_cast<std::int64_t>(s.states));
        to.number(s.depth);
        for (const bool b : {s.complete, s.exhausted, s.all_values, s.all_moments}) to.number(b);
    }
    return to.take();
}

std::optional<Answer> decode_answer(const Model& model, const Obligation& obligation, std::string_view bytes) {
    Reader from(bytes);
    Answer out;
    const std::int64_t verdict = from.number();
    if (verdict < 0 || verdict > static_cast<std::int64_t>(Verdict::unknown)) return std::nullopt;
    out.verdict = static_cast<Verdict>(verdict);
    out.framed = from.number() != 0;
    out.reason = from.text();
    out.time = std::chrono::nanoseconds(from.number());
    if (from.number() != 0) {
        out.state = read_state(model, from);
        if (!out.state) return std::nullopt;
        std::string why;
        if (!replay(model, obligation, *out.state, why)) {
            out.verdict = Verdict::unknown;
            out.reason = why;
            out.state.reset();
        }
    }
    if (from.number() != 0) {
        out.pair = read_pair(model, obligation.property, from);
        if (!out.pair) return std::nullopt;
        std::string why;
        if (!replay(model, *out.pair, why)) {
            out.verdict = Verdict::unknown;
            out.reason = why;
            out.pair.reset();
        }
    }
    if (from.number() != 0) {
        out.run = read_run(model, from);
        if (!out.run) return std::nullopt;
        if (out.verdict == Verdict::refuted) out.violation = violation(model, *out.run, obligation);
        if (out.verdict == Verdict::refuted && !out.violation) {
            out.verdict = Verdict::unknown;
            out.reason = "the run does not break the property on the reference model: this is a fault of fief";
            out.run.reset();
        }
    }
    if (from.number() != 0) {
        auto capacity = read_capacity(model, from);
        if (!capacity) return std::nullopt;
        Searched searched{std::move(*capacity)};
        searched.states = static_cast<std::uint64_t>(from.number());
        searched.depth = static_cast<std::uint32_t>(from.number());
        for (bool* b : {&searched.complete, &searched.exhausted, &searched.all_values, &searched.all_moments}) *b = from.number() != 0;
        out.searched = std::move(searched);
    }
    return from.ok() && from.at_end() ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace fief::proofs
