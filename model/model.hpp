#pragma once
// The Model: what a spec means once every name is resolved. Plain values, readable in one sitting.
//
// Everything is a table of records. A record is found by the values of its table's keys, and every table has at least one
// unless exactly one record of it exists: a pool (`cap[16384]`) has a single slot key, `pte[env, 1024]` has an actor and a slot. A
// reference to a record is therefore the tuple of its keys; with fixed capacities it is also one number, row-major over the keys.
//
// Routines and guards without `by` are expanded where they are used, phases and forced revocation are spelled out as the
// statements they stand for, and every default is written down: whoever reads a Model needs no rule that is not in it.

#include "model/value.hpp"
#include "spec/source.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fief::model {

using spec::Span;

// ---- tables ---------------------------------------------------------------------------------------------------------

enum class Noun { actor, resource, capability, binding, table };

/// What a field is for; `plain` ones are the user's own.
enum class Role { key, plain, target, via, holder, owner, rights, parent, phase, deadline, since, entered };

struct Field {
    std::string name;
    Type type;
    Role role = Role::plain;
    std::string doc;
    Span span;
};

/// One key of a table: the records of another table, or slots numbered from 0.
struct Key {
    std::string name;              ///< also the name of the field that reads it
    std::optional<TableId> table;  ///< set: one record per record of that table
    std::uint64_t size = 0;        ///< else: how many slots, at full capacity
};

/// When a resource is nobody's: while `field` has this value, which the language writes as `word`. With an owner, while that is `none`.
struct Free {
    FieldId field;
    Value value = 0;
    std::string word;
};

/// A via clause: the field that holds it has role `via`.
struct Table {
    std::string name;
    Noun noun = Noun::table;
    std::vector<Key> keys;  ///< empty: exactly one record
    /// The keys come first, in order, as fields of role `key`; they are read like fields and never assigned.
    std::vector<Field> fields;
    bool always_live = false;  ///< resources, and the table with one record
    bool derived = false;      ///< its records are a forest: the field of role `parent`
    bool kept = false;         ///< an entry leaves only by its actor's call, or with its actor
    std::uint64_t rights = 0;  ///< mask over Model::rights; 0: no rights
    std::optional<Free> free;  ///< resources: owned ones, and those that say so
    std::optional<RevocationId> revocation;
    std::string doc;
    Span span;

    /// A pool: its records are found by reference, `new` takes any free one.
    [[nodiscard]] bool pool() const { return keys.size() == 1 && !keys[0].table; }
    [[nodiscard]] std::optional<FieldId> field(Role role) const;
    [[nodiscard]] std::optional<FieldId> field(const std::string& name) const;
};

struct Enumeration {
    std::string name;                ///< "page.phase" for the phases of a revocation
    std::vector<std::string> names;  ///< a revocation's: `idle` first, then the phases in order
    std::string doc;
    Span span;
};

/// A predicate over two records of one table that the host supplies and the kernel never changes.
struct Relation {
    enum class Axioms { preorder, order, total, tree };
    std::string name;
    TableId table;
    Axioms axioms = Axioms::preorder;
    std::string doc;
    Span span;
};

/// A reverse map: no meaning, only speed.
struct Index {
    TableId table;
    std::vector<FieldId> fields;
    Span span;
};

struct Event {
    std::string name;
    std::vector<VarId> params;
    std::string doc;
    Span span;
};

/// How many live records of the variable's table satisfy the condition, for each value of the parameters.
struct Count {
    std::string name;
    std::vector<VarId> params;
    VarId var;
    ExprId where;
    std::string doc;
    Span span;
};

struct Phase {
    std::string name;
    Value within = 0;  ///< clock units
    Span span;
};

struct Revocation {
    TableId table;
    EnumId phases;             ///< position 0 is `idle`, position i is phases_[i - 1]
    std::vector<Phase> steps;  ///< in order
    bool has_force = false;
    std::optional<VarId> spare_var;  ///< the record, in `spare`
    std::optional<ExprId> spare;
    std::string doc;
    Span span;
};

// ---- expressions ----------------------------------------------------------------------------------------------------

struct Var {
    /// record: of a `new`, a loop or a pick; bound: by a quantifier or a count.
    enum class Kind { parameter, actor, result, local, record, bound };
    std::string name;
    Type type;
    Kind kind = Kind::bound;
    Span span;
};

struct Const {
    Value value = 0;
};
struct VarRef {
    VarId var;
};
struct Now {};
/// The record at these keys, live or not: `pte[e, v]`, `tlb[h]`, `cpu`.
struct RecordAt {
    TableId table;
    std::vector<ExprId> keys;
};
struct Read {
    ExprId record;
    FieldId field;
};
struct Live {
    ExprId record;
};
/// A weak reference whose record is still the one it was made for.
struct Current {
    ExprId reference;
};
/// No free record is left among those with these leading keys.
struct Full {
    TableId table;
    std::vector<ExprId> keys;
};
struct Not {
    ExprId operand;
};
struct And {
    std::vector<ExprId> operands;
};  ///< from the left: a later operand is read only where the earlier ones hold
struct Or {
    std::vector<ExprId> operands;
};  ///< from the left: a later operand is read only where the earlier ones fail
struct Implies {
    ExprId left, right;
};  ///< the right side is read only where the left holds
/// Of two values of comparable types; `none` equals `none`; a weak reference equals a record while it is current.
struct Equal {
    ExprId left, right;
};
struct Less {
    ExprId left, right;
    bool or_equal = false;
};
struct Arith {
    bool minus = false;
    ExprId left, right;
};  ///< numbers, instants, durations
struct RightsOp {
    enum class Op { unite, subtract, intersect } op = Op::unite;
    ExprId left, right;
};
struct Within {
    ExprId left, right;
};  ///< every right of the left is one of the right's
/// Reflexive unless strictly; false when either record is not live.
struct Descends {
    bool strictly = false;
    ExprId below, above;
};
struct Related {
    RelationId relation;
    ExprId left, right;
};
struct CountOf {
    CountId count;
    std::vector<ExprId> args;
};
struct IfElse {
    ExprId condition, then, otherwise;
};
/// The variables range over records live in the state of evaluation (inside `old`: live before), or over all values of a type that is no
/// reference. The leading universal variables of a transition range over records live before or after. `no x` is Not of exists.
struct Quantified {
    bool forall = true;
    std::vector<VarId> vars;
    ExprId body;
};

// Only in transitions:
struct Old {
    ExprId operand;
};
/// The actor whose call this step is, when it is of the expression's type (an optional reference); else none.
struct Caller {};
/// The step is the kernel's own call, or the passing of time.
struct ByKernel {};
/// The step is the passing of time.
struct TimePasses {};
struct Called {
    CallId call;
    std::optional<std::vector<ExprId>> args;
};
struct Emitted {
    EventId event;
    std::vector<ExprId> args;
};
/// The step ran this revocation's force block for the record.
struct Forced {
    RevocationId revocation;
    ExprId record;
};

struct Expr {
    Type type;
    Span span;
    std::variant<Const, VarRef, Now, RecordAt, Read, Live, Current, Full, Not, And, Or, Implies, Equal, Less, Arith, RightsOp, Within,
                 Descends, Related, CountOf, IfElse, Quantified, Old, Caller, ByKernel, TimePasses, Called, Emitted, Forced>
        node;
};

// ---- statements -----------------------------------------------------------------------------------------------------

struct Stmt;
using Block = std::vector<Stmt>;

struct Let {
    VarId var;
    ExprId value;
};
/// One field of one live record.
struct Assign {
    ExprId record;
    FieldId field;
    ExprId value;
};
struct SetResult {
    VarId var;
    ExprId value;
};
/// A record of the table with these leading keys: all keys, and then it must not be live; or fewer, and then some free one is taken that
/// was not live when the call began. `inits` gives every field that is not a key, in order of fields. `var` (of kind record or result) is
/// the new record.
struct New {
    TableId table;
    std::vector<ExprId> keys;
    VarId var;
    std::vector<ExprId> inits;
};
/// The record is no longer live; its children, if any, are adopted by its nearest surviving strict ancestor.
struct Drop {
    ExprId record;
};
/// Every live record that matches before the loop, all at once: each body reads what was before the loop, and its own changes.
struct For {
    VarId var;
    ExprId where;
    Block body;
};
/// Any one live record that matches, or `otherwise` when none does.
struct Pick {
    VarId var;
    ExprId where;
    Block body;
    Block otherwise;
};
struct If {
    ExprId condition;
    Block then, otherwise;
};
struct Emit {
    EventId event;
    std::vector<ExprId> args;
};
/// Marks the start of a force block: `Forced` speaks of it. What the block does follows.
struct Force {
    RevocationId revocation;
    ExprId record;
};
/// A routine's body, or a phase's or a force block, at the place where it was used; its arguments are the `Let`s at its start.
struct Scope {
    enum class Kind { routine, enter, force } kind = Kind::routine;
    std::string name;
    Block body;
    std::size_t params = 0;  ///< routine: so many leading Lets bind its parameters
};

struct Stmt {
    Span span;
    std::variant<Let, Assign, SetResult, New, Drop, For, Pick, If, Emit, Force, Scope> node;
};

/// What stands before the first effect: a bound name, or a condition with the error of its failure.
struct Require {
    ExprId condition;
    ErrorId error;
};
struct Check {
    Span span;
    std::variant<Let, Require> node;
};

// ---- calls ----------------------------------------------------------------------------------------------------------

struct Call {
    std::string name;
    bool kernel = false;
    std::vector<VarId> params;
    std::optional<VarId> actor;  ///< a live record, the caller; none for the kernel's own
    std::vector<VarId> results;
    std::vector<Check> checks;
    Block effects;
    std::string doc;
    Span span;    ///< the declaration
    Span header;  ///< up to the block
};

/// Who may affect what: `formula` is a predicate of these two variables, usable in properties as `authority_over_R(e, p)`.
struct Authority {
    VarId actor, resource;
    ExprId formula;
    Span span;
};

/// What an actor can tell of the state, and whom it may hear of: noninterference. Two states look alike to an observer when it lives in
/// both or in neither, the clocks agree, and, if it lives, every part of the view shows the same records with the same values.
struct Isolation {
    /// The live records of which `where` holds, with these fields (keys and ghosts are never among them).
    struct Part {
        VarId record;
        ExprId where;
        std::vector<FieldId> fields;
        Span span;
    };
    /// A call by `from` may change what the observer sees where this holds in the state before it (`called` speaks of the call).
    struct Flow {
        VarId from;
        ExprId where;
        Span span;
    };
    VarId observer;
    std::vector<Part> parts;
    std::vector<Flow> flows;
    std::string doc;
    Span span;
};

/// A question. With an actor it is asked on the hot path; without, it is a predicate that was expanded where it was used.
struct Guard {
    std::string name;
    std::vector<VarId> params;
    std::optional<VarId> actor;
    ExprId body;
    std::string doc;
    Span span;
};

// ---- properties -----------------------------------------------------------------------------------------------------

struct Property {
    enum class Kind {
        invariant,   ///< of every reachable state
        transition,  ///< of every step
        reachable,   ///< some run gets to such a state
        possible,    ///< the call succeeds in some run
        unblocked,   ///< `formula` is a predicate of the one variable `subject`: where it holds, a kernel call takes that record out of its
                     ///< phase
        isolated,    ///< of two states that look alike to an observer, and one step: `isolated` says of which
        defined,     ///< no missing reference is followed, no number leaves its range, every `new` and `force` has what it needs
    };
    /// Whose step an `isolated` property is about.
    enum class Step {
        own,     ///< a call by the observer: the same answer, and what it sees stays alike
        others,  ///< a call by another with no flow to the observer: nothing changes for it
        flows,   ///< a call by another with a flow to it, or that makes it: no more than the caller sees comes along
        kernel,  ///< the kernel's own call, or the passing of time: no more than those with a flow to it see comes along
        guard,   ///< a guard that the observer asks: the same answer
    };
    std::string name;  ///< "page.grace"; parts of one promise share a name
    Kind kind = Kind::invariant;
    std::optional<ExprId> formula;         ///< none for possible and defined
    std::optional<VarId> subject;          ///< unblocked
    std::optional<CallId> call;            ///< possible; defined of a call
    std::optional<GuardId> guard;          ///< defined of a guard; isolated, of a guard's answer
    std::optional<PropertyId> property;    ///< defined of a user's property
    std::optional<IsolationId> isolation;  ///< isolated; defined of a view and its flows
    Step step = Step::own;                 ///< isolated
    bool implied = false;                  ///< by a declaration, which `span` shows
    std::optional<std::string> waived;     ///< the reason
    std::string text;                      ///< the formula in the language
    std::string explanation;               ///< one sentence: why it holds, or what it promises
    Span span;
};

// ---- boot -----------------------------------------------------------------------------------------------------------

/// One live record at boot; ranges are spelled out.
struct BootRecord {
    TableId table;
    std::vector<Value> keys;                   ///< every key: an index into the key's table, or a slot
    std::vector<std::optional<Value>> values;  ///< by FieldId, keys included; what is not given is the default
    Span span;
};

// ---- the whole ------------------------------------------------------------------------------------------------------

struct Clock {
    std::string unit;
    Value latency = 0;
};

struct Model {
    std::string name;
    std::string doc;
    std::optional<Clock> clock;
    std::vector<std::string> rights;  ///< bit i of every rights mask; shared by name among all tables; at most 62
    std::vector<std::string> errors;  ///< 0 is `bad_argument`, 1 is `full`
    std::vector<Table> tables;
    std::vector<Enumeration> enumerations;
    std::vector<Relation> relations;
    std::vector<Index> indexes;
    std::vector<Event> events;
    std::vector<Count> counts;
    std::vector<Revocation> revocations;
    std::vector<Var> vars;
    std::vector<Expr> exprs;
    std::vector<Call> calls;
    std::vector<Guard> guards;
    std::vector<Authority> authorities;
    std::vector<Isolation> isolations;  ///< at most one for each table of actors
    std::vector<Property> properties;   ///< the user's and the implied ones
    std::vector<BootRecord> boot;

    [[nodiscard]] const Table& operator[](TableId id) const { return tables[id.value]; }
    [[nodiscard]] const Enumeration& operator[](EnumId id) const { return enumerations[id.value]; }
    [[nodiscard]] const Relation& operator[](RelationId id) const { return relations[id.value]; }
    [[nodiscard]] const Event& operator[](EventId id) const { return events[id.value]; }
    [[nodiscard]] const Count& operator[](CountId id) const { return counts[id.value]; }
    [[nodiscard]] const Call& operator[](CallId id) const { return calls[id.value]; }
    [[nodiscard]] const Guard& operator[](GuardId id) const { return guards[id.value]; }
    [[nodiscard]] const Revocation& operator[](RevocationId id) const { return revocations[id.value]; }
    [[nodiscard]] const Isolation& operator[](IsolationId id) const { return isolations[id.value]; }
    /// The isolation whose observers are of this table.
    [[nodiscard]] std::optional<IsolationId> isolation_of(TableId actor) const;
    [[nodiscard]] const Property& operator[](PropertyId id) const { return properties[id.value]; }
    [[nodiscard]] const Var& operator[](VarId id) const { return vars[id.value]; }
    [[nodiscard]] const Expr& operator[](ExprId id) const { return exprs[id.value]; }
    [[nodiscard]] const std::string& operator[](ErrorId id) const { return errors[id.value]; }
};

inline constexpr ErrorId bad_argument{0};
inline constexpr ErrorId full{1};

/// Calls one function out of a set by the alternative a variant holds.
template <class... F>
struct overloaded : F... {
    using F::operator()...;
};
template <class... F>
overloaded(F...) -> overloaded<F...>;

}  // namespace fief::model
