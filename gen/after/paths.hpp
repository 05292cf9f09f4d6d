#pragma once
// The ways through a call that end well: what each has tested and what it has written, said of the state before the call.

#include "gen/program.hpp"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace fief::gen {

/// One way. In its expressions a load is what stood there before the call, and a local an argument of it, or a value that nothing is known
/// of.
struct Path {
    struct Write {
        Place place;
        Expr record, value;
    };
    std::vector<std::pair<Expr, bool>> facts;  ///< tested, and how that ended
    std::vector<Write> writes;                 ///< in their order
    std::map<std::uint32_t, Expr> results;     ///< by local of the call

    void assume(const Expr& condition, bool holds);
    /// What the facts say of a truth, if they decide it.
    [[nodiscard]] std::optional<bool> truth(const Expr& e) const { return truth(e, 2); }
    /// Whether the facts say that this is some record, not none.
    [[nodiscard]] bool is_record(const Expr& record) const { return is_record(record, 3); }

private:
    [[nodiscard]] std::optional<bool> truth(const Expr& e, int depth) const;
    [[nodiscard]] bool is_record(const Expr& record, int depth) const;
    [[nodiscard]] std::optional<bool> same(const Expr& a, const Expr& b) const;
};

/// Every way through the call; nothing where it writes in a loop, or where there are too many to go through.
[[nodiscard]] std::optional<std::vector<Path>> paths(const Program& program, std::uint32_t call);

/// The key of a record that is found by its keys is that key.
[[nodiscard]] Expr simplified(Expr e);
/// The expression of local 0, of this record.
[[nodiscard]] Expr of_record(Expr e, const Expr& record);

}  // namespace fief::gen
