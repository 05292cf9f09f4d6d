#pragma once
// The records of a layout as pictures of runs speak of them.

#include "model/show_step.hpp"
#include "model/state.hpp"

#include <algorithm>
#include <string>

namespace fief::gen {

struct DrawnRecord {
    model::TableId table;
    model::Value number = 0;
    friend auto operator<=>(const DrawnRecord&, const DrawnRecord&) = default;
};

/// What a picture asks of a model and one layout of it; the model outlives it.
class Records {
protected:
    Records(const model::Model& m, const model::Capacity& capacity) : m_(m), layout_(m, capacity) {}

    const model::Model& m_;
    model::Layout layout_;

    [[nodiscard]] const model::Table& table(const DrawnRecord& r) const { return m_[r.table]; }
    [[nodiscard]] std::string name(const DrawnRecord& r) const { return model::show_record(layout_, r.table, r.number); }
    [[nodiscard]] bool lives(const model::State& state, const DrawnRecord& r) const {
        return state.words[layout_.live(r.table, r.number)] != 0;
    }
    /// The record is in both states the same, or lives in neither and has left the same behind.
    [[nodiscard]] bool same(const model::State& one, const model::State& other, const DrawnRecord& r) const {
        const auto from = static_cast<std::ptrdiff_t>(layout_.live(r.table, r.number));
        const auto stride = static_cast<std::ptrdiff_t>(layout_.stride(r.table));
        return std::equal(one.words.begin() + from, one.words.begin() + from + stride, other.words.begin() + from);
    }
};

}  // namespace fief::gen
