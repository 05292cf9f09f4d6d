#pragma once
// States to try steps from: those of random runs with a word or two of them changed, as long as they keep every invariant. So some of them
// no run reaches.

#include "model/explore.hpp"
#include "model/interpreter.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace fief::proofs::test {

using model::Value;

/// The library, and the small specs that state their verdicts.
inline std::vector<std::filesystem::path> specs() {
    std::vector<std::filesystem::path> out;
    for (const char* folder : {"/tests/proofs/verdicts", "/spec/library"})
        for (const auto& entry : std::filesystem::directory_iterator(std::string(FIEF_SOURCE_DIR) + folder))
            if (entry.path().extension() == ".fief") out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

class Walk {
public:
    Walk(const model::Model& m, std::uint64_t size, unsigned seed)
        : m_(m),
          layout_(m, model::Capacity::beside_boot(m, [size](const model::Table&) { return size; })),
          interpreter_(layout_),
          random_(seed),
          state_(model::boot_state(layout_)) {}

    const model::Layout& layout() const { return layout_; }
    const model::Interpreter& interpreter() const { return interpreter_; }

    /// The next state of a random run that starts anew now and then, with a few of its words changed: one that keeps every invariant.
    std::optional<model::State> next() {
        if (random_() % 40 == 0) state_ = model::boot_state(layout_);
        std::vector<model::Invocation> steps;
        model::for_each_step(layout_, state_, [&](const model::Invocation& i) { steps.push_back(i); });
        if (steps.empty()) {
            state_ = model::boot_state(layout_);
            return std::nullopt;
        }
        for (int tries = 0; tries < 20; ++tries) {
            auto outcomes = interpreter_.run_all(state_, steps[random_() % steps.size()]);
            auto& outcome = outcomes[random_() % outcomes.size()];
            if (outcome.error || outcome.undefined) continue;
            state_ = std::move(outcome.after);
            break;
        }
        model::State changed = state_;
        for (std::size_t n = random_() % 4; n > 0; --n) change(changed);
        for (const model::Violation& v : interpreter_.check(changed))
            if (m_[v.property].kind == model::Property::Kind::invariant) return std::nullopt;
        return changed;
    }

private:
    const model::Model& m_;
    model::Layout layout_;
    model::Interpreter interpreter_;
    std::mt19937 random_;
    model::State state_;

    void change(model::State& state) {
        const model::TableId table{static_cast<std::uint32_t>(random_() % m_.tables.size())};
        const Value record = static_cast<Value>(random_() % static_cast<std::uint64_t>(layout_.records(table)));
        if (!state.words[layout_.live(table, record)]) return;
        const auto& fields = m_[table].fields;
        const model::FieldId f{static_cast<std::uint32_t>(random_() % fields.size())};
        const model::Field& field = fields[f.value];
        if (field.role == model::Role::key || field.role == model::Role::parent) return;  // a changed parent might close a circle
        auto below = [&](Value n) { return static_cast<Value>(random_() % static_cast<std::uint64_t>(n)); };
        Value value = 0;
        switch (field.type.kind) {
            case model::Type::Kind::boolean: value = below(2); break;
            case model::Type::Kind::enumeration: value = below(static_cast<Value>(m_[field.type.enumeration].names.size())); break;
            case model::Type::Kind::rights: value = below(Value{1} << m_.rights.size()); break;
            case model::Type::Kind::reference: value = below(layout_.records(field.type.table) + 1) - (field.type.optional ? 1 : 0); break;
            case model::Type::Kind::integer: value = field.type.lo + below(std::min<Value>(field.type.hi - field.type.lo, 3) + 1); break;
            default: value = state.words[layout_.field(table, record, f)] + below(3) - 1;
        }
        if (field.type.kind == model::Type::Kind::reference && value == layout_.records(field.type.table)) return;
        if (field.type.kind == model::Type::Kind::rights) value &= allowed(field.type);
        if (value < 0 && field.type.kind != model::Type::Kind::reference) return;
        state.words[layout_.field(table, record, f)] = value;
    }

    [[nodiscard]] Value allowed(const model::Type& type) const { return static_cast<Value>(m_[type.table].rights); }
};

}  // namespace fief::proofs::test
