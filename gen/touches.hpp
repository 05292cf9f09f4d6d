#pragma once
// Which columns a part of the Program reads and writes, in whatever records.

#include "gen/program.hpp"

#include <set>
#include <utility>
#include <vector>

namespace fief::gen {

struct Touched {
    using Places = std::set<std::pair<std::uint32_t, std::uint32_t>>;  ///< table and column
    Places reads, writes;
    std::set<std::uint32_t> uses, sets;  ///< locals
    bool asks_host = false;              ///< or tells it something
    bool ends = false;                   ///< may leave the function

    /// Whether it makes no difference which comes first, as far as tables go.
    [[nodiscard]] bool apart_from(const Touched& other) const;
};

/// Of all functions; what is invoked is included.
class Touches {
public:
    /// Outlives it.
    explicit Touches(const Program& program);
    [[nodiscard]] Touched of(const Block& block) const;
    [[nodiscard]] const Touched& of(std::uint32_t function) const { return functions_[function]; }

private:
    const Program& p_;
    std::vector<Touched> functions_;

    void walked(const Walk& w, Touched& out) const;
};

}  // namespace fief::gen
