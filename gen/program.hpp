#pragma once
// The Program: what the generated code does, before it is spelled in C++. Lowering decides here all that the spec leaves open
// (which free record a `new` takes, how lists are linked, in which order things are cleared); printing is a transcription.
//
// State is one object of flat tables. A table is an array of plain records, a record is columns of unsigned numbers, a reference is the
// number of a record (row-major over the keys) or `none`. What the spec's tables have no word for is more columns:
//
//   live                  the record exists (not for tables whose records always do)
//   first_X_by_f          head of the list of X's records whose f is this record; in the record it hangs on
//   next_by_f, prev_by_f  an index list's links, in the listed record. A derived table's children are such a list, by `parent`
//   next_free, prev_free  a list of free records, last in first out: one for a pool, one a row for a table that is taken from by row.
//                         Where the records have index lists, the links of the first: a record is never in both
//   …_count               a count that the tables keep
//   next_marked           the scratch chain of a loop that must collect its matches first; empty between calls
//   sequence              one number, odd while something is changed that guards read without the lock
//   epoch                 how often the record was dropped or changed owner, where weak references may name it
//
// Lists whose heads hang on no record (of a pool's free records, of an index over an enumeration) have bare tables: one column.
//
// A body is stores, loads, branches and walks. A walk goes over one list, one row, one whole table, or one subtree (bottom up); there is
// no other loop, no recursion and no pointer. A walk that lets its body change the list reads the next link first.

#include "model/model.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fief::gen {

using model::Value;

/// The type of what code computes with; `lo..hi` sizes a stored number.
struct Type {
    enum class Kind { nothing, boolean, number, time, record, slot, enumeration, rights, epoch };
    Kind kind = Kind::nothing;
    std::uint32_t table = 0;  ///< record, slot: whose; rights: of which table
    std::uint32_t key = 0;    ///< slot: which key; enumeration: which one
    Value lo = 0, hi = 0;

    friend bool operator==(const Type&, const Type&) = default;
};

// ---- state ----------------------------------------------------------------------------------------------------------

struct Column {
    enum class Purpose {
        field,
        live,
        first,
        next,
        previous,
        free_first,
        free_next,
        free_previous,
        count,
        marked,
        epoch,
        field_epoch,
        sequence
    };
    std::string name;
    Type type;
    Purpose purpose = Purpose::field;
    std::string doc;
    bool shared = false;  ///< guards read it without the lock (gen/lower/share.hpp)
    bool paired = false;  ///< rights: with the byte behind it, `live`, one word, at an even address (gen/lower/together.hpp)

    friend bool operator==(const Column&, const Column&) = default;
};

struct Key {
    std::string name;
    std::optional<std::uint32_t> table;
    std::uint64_t size = 0;  ///< how many values
};

/// The tables of the spec come first, in order; then the bare ones.
struct Table {
    std::string name;
    std::vector<Key> keys;
    std::uint64_t records = 1;
    std::vector<Column> columns;
    std::vector<std::uint32_t> order;  ///< of the columns in a record
    bool bare = false;                 ///< one column, for lists that hang on no record
    bool always_live = false;
    std::optional<std::uint32_t> by_enumeration;  ///< bare: one record per name of it (booleans: of none)
    std::string doc;
};

/// A place in the state: a column of some record of a table.
struct Place {
    std::uint32_t table = 0, column = 0;
    friend bool operator==(const Place&, const Place&) = default;
};

// ---- expressions ----------------------------------------------------------------------------------------------------

enum class Op {
    literal,    ///< `value`
    local,      ///< `index`
    load,       ///< `place` of the record [0]
    now,        ///< the host's time, the same throughout a call
    key,        ///< key `index` of the record [0]
    record_at,  ///< the record of table `index` whose leading keys are the operands, and its other keys 0
    row,        ///< the record [0], or a number, divided by `value`: of a record, its row in the bare table `index`
    in_range,   ///< the operand is a value of its type: a bound, not liveness; of a loaded truth, its byte is 0 or 1
    invoke,     ///< the value of function `index`
    related,    ///< the host's relation `index` of [0] and [1]
    negation,   ///< of a truth
    both,       ///< from the left
    together,   ///< all hold; all are asked, without a branch: what any reads may be read whatever the others say
    granted,    ///< [0], that a record is live, and [1], that rights are within its own: `together`, with one load
    either,     ///< from the left
    select,     ///< [0] ? [1] : [2]
    equal,
    different,
    less,
    at_most,
    add,       ///< of two numbers a number; else a time
    subtract,  ///< a number: it may be negative
    unite,
    remove,
    common,
    within,
};

struct Expr {
    Op op = Op::literal;
    Type type;
    Value value = 0;  ///< literal; `model::none` for no record
    std::uint32_t index = 0;
    Place place;
    std::vector<Expr> operands;
    std::string name;  ///< literal: of a constant that stands for it

    friend bool operator==(const Expr&, const Expr&) = default;
};

// ---- statements -----------------------------------------------------------------------------------------------------

struct Stmt;
using Block = std::vector<Stmt>;

/// A local gets its first value.
struct Define {
    std::uint32_t local = 0;
    Expr value;
    friend bool operator==(const Define&, const Define&) = default;
};
/// A local that was defined, or a result, gets another.
struct Set {
    std::uint32_t local = 0;
    Expr value;
    friend bool operator==(const Set&, const Set&) = default;
};
struct Store {
    Place place;
    Expr record, value;
    friend bool operator==(const Store&, const Store&) = default;
};
struct Branch;
struct Walk;
struct Invoke {
    std::uint32_t function = 0;
    std::vector<Expr> args;
    friend bool operator==(const Invoke&, const Invoke&) = default;
};
struct Emit {
    std::uint32_t event = 0;
    std::vector<Expr> args;
    friend bool operator==(const Emit&, const Emit&) = default;
};
/// The function ends, with this value if it has one.
struct Return {
    std::optional<Expr> value;
    friend bool operator==(const Return&, const Return&) = default;
};
/// The call ends with an error (by ErrorId), having changed nothing; none: it succeeded.
struct End {
    std::optional<std::uint32_t> error;
    friend bool operator==(const End&, const End&) = default;
};
/// A checker found these records to break its property.
struct Violate {
    std::vector<Expr> witness;
    friend bool operator==(const Violate&, const Violate&) = default;
};
/// A checker asks another; what that finds is its own answer.
struct Ask {
    std::uint32_t function = 0;
    std::vector<Expr> args;
    friend bool operator==(const Ask&, const Ask&) = default;
};
struct Note {
    std::string text;
    friend bool operator==(const Note&, const Note&) = default;
};
/// A change of what guards read without the lock begins or ends.
struct Change {
    bool begins = true;
    friend bool operator==(const Change&, const Change&) = default;
};
struct Branch {
    Expr condition;
    Block then, otherwise;
    friend bool operator==(const Branch&, const Branch&);
};
struct Walk {
    enum class Kind {
        list,     ///< from record `start`, along `next`, to none
        row,      ///< `count` records from `start`, upwards, or downwards
        subtree,  ///< what descends from `start`, each after all that descends from it
    };
    Kind kind = Kind::list;
    std::uint32_t local = 0;  ///< the record reached
    Expr start;
    Place next;  ///< list; subtree: the column of a record's parent
    std::uint64_t count = 0;
    bool downwards = false;
    bool strictly = false;  ///< subtree: without `start`
    bool changes = false;   ///< the body may unlink the record: its successor is read first
    Block body;
    friend bool operator==(const Walk&, const Walk&);
};

struct Stmt {
    std::variant<Define, Set, Store, Invoke, Emit, Return, End, Violate, Ask, Note, Change, Branch, Walk> node;
    friend bool operator==(const Stmt&, const Stmt&) = default;
};
inline bool operator==(const Branch& a, const Branch& b) {
    return a.condition == b.condition && a.then == b.then && a.otherwise == b.otherwise;
}
inline bool operator==(const Walk& a, const Walk& b) {
    return a.kind == b.kind && a.local == b.local && a.start == b.start && a.next == b.next && a.count == b.count &&
           a.downwards == b.downwards && a.strictly == b.strictly && a.changes == b.changes && a.body == b.body;
}

// ---- functions ------------------------------------------------------------------------------------------------------

struct Local {
    std::string name;
    Type type;
    bool changes = false;
    friend bool operator==(const Local&, const Local&) = default;
};

struct Function {
    enum class Kind {
        keeping,   ///< changes records and keeps their lists right
        question,  ///< changes nothing
        routine,   ///< of the spec
        call,
        guard,
        boot,     ///< the state at boot
        checker,  ///< of one property, or of one part of the structure; each relies on those before it
        part,     ///< what a checker says of one record (gen/after/after.hpp)
        after,    ///< of a call: the checkers of what it can have changed (gen/after/after.hpp)
    };
    std::string name;
    std::string doc;
    Kind kind = Kind::keeping;
    std::vector<std::uint32_t> params;   ///< locals
    std::vector<std::uint32_t> results;  ///< locals: given by reference, set when the call succeeds
    Type returns;
    std::vector<Local> locals;
    Block body;
    bool uses_host = false;  ///< emits, or asks a relation
    bool uses_now = false;
    bool along = false;               ///< part: asked only of what a call wrote down (gen/after/trail.hpp)
    bool unlocked = false;            ///< can be asked without the lock, or is asked by such a guard
    std::optional<std::string> cost;  ///< checker: where that is not linear in the records (gen/lower/cost.hpp)
    std::uint32_t origin = 0;         ///< call, guard, checker, after: which one of the Model
    std::string checks;               ///< checker: the name of its property, or of the part of the structure it is about

    static constexpr std::uint32_t no_property = 0xffffffff;  ///< origin of a checker of lists, counts and stored numbers
};

/// How a table's records come to be at boot: the functions that make one and put one on its free list.
struct Making {
    /// A parameter of `make`, after the record itself; of a weak reference, its epoch follows.
    struct Field {
        std::uint32_t field = 0;  ///< of the Model's table
        bool weak = false;
    };
    std::uint32_t make = 0;
    std::vector<Field> fields;
    std::optional<std::uint32_t> release;
};

/// What a checker of lists, counts or trees is about: for who asks it of a few records only.
struct Structure {
    enum class Kind { list, free, count, forest };
    Kind kind = Kind::list;
    std::uint32_t checker = 0;      ///< function
    std::uint32_t table = 0;        ///< whose records are listed, free, counted, derived
    std::optional<Place> by;        ///< list, count: the field that names the head, unless it is a key; forest: the parent
    bool optional = false;          ///< `by` may be none
    Place first, next;              ///< list, free
    std::optional<Place> previous;  ///< list; free: when records also leave it from the middle
    Expr row;                       ///< free: the record of `first` of the record that is local 0
    std::optional<Place> count;     ///< count
    bool by_list = false;           ///< count: it goes along the list by the same field
};

/// A question that a write leads to, after the call.
struct TrailAsk {
    Place place;                 ///< the column written
    std::uint32_t function = 0;  ///< a part, asked of the record written
    bool before = false;         ///< or of the one that the column named before, if any
};
/// What a checker has to look at again after a call that wrote down what it wrote (gen/after/trail.hpp).
struct TrailCheck {
    std::uint32_t checker = 0;
    bool always = false;       ///< the whole checker, whatever was written: it asks the time or the host
    std::vector<Place> whole;  ///< columns whose writing leads to the whole checker
    std::vector<TrailAsk> asks;
    std::optional<std::size_t> free;         ///< of the structures, a free list
    std::optional<std::uint32_t> free_part;  ///< whether a record, in a row, is free
};

struct Program {
    std::vector<Table> tables;
    std::vector<Making> making;       ///< by the Model's tables
    std::vector<Function> functions;  ///< a function invokes only earlier ones
    std::vector<Structure> structures;
    std::vector<TrailCheck> trail;     ///< in the order in which they are asked
    std::vector<std::uint32_t> valid;  ///< by the Model's tables: the function that says whether a record is one, and live
    /// Properties that no checker decides, with the reason.
    std::vector<std::pair<std::uint32_t, std::string>> unchecked;
};

}  // namespace fief::gen
