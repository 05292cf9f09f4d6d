#pragma once
// Which fields, and which tables by who is live there, a part of a spec reads, and which it changes: in whatever records, but for those of
// one variable.

#include "model/model.hpp"

#include <cstdint>
#include <set>
#include <utility>

namespace fief::model {

struct Footprint {
    std::set<std::pair<std::uint32_t, std::uint32_t>> fields;  ///< table and field
    std::set<std::uint32_t> tables;

    void add(const Footprint& other);
    [[nodiscard]] bool meets(const Footprint& other) const;
};

/// The variables whose record is one's own.
using Own = std::set<std::uint32_t>;

/// What an expression reads; not the fields of an own record, nor of entries with an own record among their keys, but for those that
/// changes of other records can change.
[[nodiscard]] Footprint reads(const Model& model, ExprId id, const Own& own);
/// The same of all expressions of a block.
[[nodiscard]] Footprint reads(const Model& model, const Block& block, const Own& own);
[[nodiscard]] Footprint writes(const Model& model, const Block& block);

}  // namespace fief::model
