#pragma once
// Runs the Program's functions on an image, so that what holds of a state is what the generated code says of it.
//
// A function is flattened once, into an array of small nodes; running it allocates nothing. There is no host here: functions that ask it
// cannot be run, and the time is 0, as it is at boot.

#include "gen/boot/image.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fief::gen {

class Evaluator {
public:
    Evaluator(const Program& program, Image& image);

    /// Runs a function that does not use the host; its value, or 0.
    Value run(std::uint32_t function, std::span<const Value> args);

    /// What a checker found: which of its `Violate`s, in the order of its text, and the values of its property's variables there.
    struct Found {
        std::size_t which = 0;
        std::vector<std::pair<Type, Value>> witness;
    };
    /// Runs a checker to its end, past what it finds, until it has found so many violations.
    [[nodiscard]] std::vector<Found> check(std::uint32_t checker, std::size_t most);
    /// How many `Violate`s the checker has; it was run.
    [[nodiscard]] std::size_t violates(std::uint32_t checker) const { return codes_[checker].violates; }

private:
    using Ref = std::uint32_t;
    /// An expression; operands of what has many are a range of `operands_`.
    struct Node {
        Op op = Op::literal;
        bool of_local = false;  ///< load: a is a local
        std::uint32_t a = 0, b = 0, c = 0;
        Value value = 0;           ///< literal; else a bound or a divisor
        std::uint64_t by = 1;      ///< key: its stride
        std::uint32_t column = 0;  ///< load: in `columns_`
        Type::Kind kind = Type::Kind::nothing;
        Value lo = 0, hi = 0;
    };
    struct Range {
        std::uint32_t begin = 0, end = 0;
    };
    enum class Do : std::uint8_t { set, store, invoke, branch, list, row, subtree, leave, violate };
    struct Step {
        Do what = Do::set;
        bool flag = false;  ///< walks: `changes`, `downwards`, `strictly`; leave: with a value
        std::uint8_t narrow = 8;
        std::uint32_t local = 0;
        Ref value = 0, record = 0;
        std::uint32_t column = 0;  ///< store; list: the link
        std::uint32_t child = 0, sibling = 0, parent = 0;
        std::uint64_t count = 0;  ///< row: of records; violate: in `witness_types_`
        Range then, otherwise;    ///< steps; invoke, violate: operands
        std::uint32_t function = 0;
    };
    struct Code {
        bool flat = false;
        Range body;
        std::uint32_t locals = 0;
        std::vector<std::uint32_t> params;
        std::vector<std::uint8_t> widths;             ///< of the parameters
        std::size_t first_violate = 0, violates = 0;  ///< in `witness_types_`
    };

    const Program& p_;
    Image& image_;
    std::vector<Node> nodes_;
    std::vector<Ref> operands_;
    std::vector<Step> steps_;
    std::vector<ImageColumn> columns_;
    std::vector<std::vector<std::uint32_t>> column_of_;  ///< by table, by column: in `columns_`
    std::vector<Code> codes_;
    std::vector<Value> stack_;
    std::size_t top_ = 0;
    Value result_ = 0;
    std::vector<std::vector<Value>> found_;         ///< which Violate, then its witness
    std::vector<std::vector<Type>> witness_types_;  ///< of every Violate
    std::size_t most_ = 1;

    // ---- flattening (evaluate_flatten.cpp)
    void flatten(std::uint32_t function);
    Ref flatten(const Expr& e);
    Range flatten(const Function& f, const Block& block);
    void flatten(const Function& f, const Stmt& s, Step& out);
    void flatten(const Function& f, const Walk& w, Step& out);
    [[nodiscard]] Range list(const std::vector<Expr>& of);
    [[nodiscard]] std::uint32_t link(std::uint32_t table, Column::Purpose purpose, std::string_view name) const;

    // ---- running (evaluate.cpp)
    [[nodiscard]] Value load(std::uint32_t column, Value record) const;
    [[nodiscard]] Value value(Ref node, std::size_t frame);
    [[nodiscard]] Value computed(const Node& n, std::size_t frame);
    Value invoke(std::uint32_t function, Range args, std::size_t frame);
    Value enter(const Code& code, std::size_t frame);
    /// True when the function is left.
    bool steps(Range range, std::size_t frame);
    bool walk(const Step& s, std::size_t frame);
    [[nodiscard]] Value lowest(const Step& s, Value x) const;
};

}  // namespace fief::gen
