#pragma once
// The syntax tree: what was written, before any name has a meaning. Plain values; every node knows its span.

#include "spec/source.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fief::spec {

struct Name {
    std::string text;
    Span span;
};

// ---- types and parameters -------------------------------------------------------------------------------------------

/// `page`, `weak page?`, `pte.slot`, `cap.rights`, `bool`, `0..255`.
struct TypeExpr {
    Span span;
    bool weak = false;
    bool optional = false;
    Name name;                   ///< empty text for a range
    std::optional<Name> member;  ///< `slot` in `pte.slot`
    std::optional<std::pair<std::uint64_t, std::uint64_t>> range;
};

struct Param {
    Name name;
    TypeExpr type;
};

// ---- expressions ----------------------------------------------------------------------------------------------------

struct Expr;
using ExprPtr = std::unique_ptr<Expr>;

struct IntLiteral {
    std::uint64_t value = 0;
};
/// A duration as written: a number and one of ns us ms s min h.
struct DurationLiteral {
    std::uint64_t amount = 0;
    std::string unit;
};
struct BoolLiteral {
    bool value = false;
};
struct NoneLiteral {};
struct AllLiteral {};
struct NowLiteral {};
/// `{read, write}` or `{}`.
struct RightsLiteral {
    std::vector<Name> names;
};
/// A lone name: a variable, a table, a phase, a right, an enumeration's name: the resolver decides.
struct Ident {
    Name name;
};
/// `pte[e, v]`.
struct IndexExpr {
    Name table;
    std::vector<ExprPtr> keys;
};
/// `critical(e)`: a guard, a count or a relation.
struct Apply {
    Name callee;
    std::vector<ExprPtr> args;
};
/// `p.owner`.
struct Member {
    ExprPtr object;
    Name field;
};
struct Not {
    ExprPtr operand;
};
/// Two or more operands: a chain of one connective is one node, however long.
struct Connective {
    enum class Op { conjunction, disjunction } op;
    std::vector<ExprPtr> operands;
};
struct Implies {
    ExprPtr left, right;
};
struct Compare {
    enum class Op { less, less_equal, greater, greater_equal } op;
    ExprPtr left, right;
};
/// `a is b`, `a is not b`; the right side may be one of the words live, current, full.
struct Is {
    enum class State { expression, live, current, full } state = State::expression;
    bool negated = false;
    ExprPtr left;
    ExprPtr right;  ///< null unless state is expression
};
struct In {
    ExprPtr left, right;
};
struct Within {
    ExprPtr left, right;
};
struct DescendsFrom {
    bool strictly = false;
    ExprPtr left, right;
};
/// `a + b - c & d`, evaluated from the left: a chain is one node, however long.
struct Sum {
    enum class Op { plus, minus, intersect };
    struct Term {
        Op op;
        ExprPtr operand;
    };
    ExprPtr first;
    std::vector<Term> rest;
};
struct Quantified {
    enum class Kind { forall, exists, no } kind;
    std::vector<Param> vars;
    ExprPtr body;
};
struct IfElse {
    ExprPtr condition, then, otherwise;
};
struct Old {
    ExprPtr operand;
};
/// `called map(v, c, r)`, or `called map` for any arguments.
struct Called {
    Name call;
    std::optional<std::vector<ExprPtr>> args;
};
/// `emits reclaim(e, p)`; `emits force(p)` says that the force block ran for p.
struct Emits {
    Name event;
    std::vector<ExprPtr> args;
};

struct Expr {
    Span span;
    std::variant<IntLiteral, DurationLiteral, BoolLiteral, NoneLiteral, AllLiteral, NowLiteral, RightsLiteral, Ident, IndexExpr, Apply,
                 Member, Not, Connective, Implies, Compare, Is, In, Within, DescendsFrom, Sum, Quantified, IfElse, Old, Called, Emits>
        node;
};

// ---- statements -----------------------------------------------------------------------------------------------------

struct Stmt;
using Block = std::vector<Stmt>;

/// `label: expr` in the braces of a `new` or of a boot record.
struct Init {
    Name field;
    ExprPtr value;
};

struct RequireStmt {
    ExprPtr condition;
    Name error;
};
struct LetStmt {
    Name name;
    ExprPtr value;
};
/// `new c: cap { … }`, `new pte[e, v] { … }`.
struct NewStmt {
    std::optional<Name> result;
    Name table;
    std::vector<ExprPtr> keys;
    bool has_keys = false;
    std::vector<Init> inits;
};
struct DropStmt {
    ExprPtr place;
};
struct ForStmt {
    Param var;
    ExprPtr where; /**< may be null */
    Block body;
};
struct PickStmt {
    Param var;
    ExprPtr where; /**< may be null */
    Block body;
    std::optional<Block> otherwise;
};
/// `else if` is an `otherwise` block of one IfStmt.
struct IfStmt {
    ExprPtr condition;
    Block then;
    std::optional<Block> otherwise;
};
struct EmitStmt {
    Name event;
    std::vector<ExprPtr> args;
};
struct EnterStmt {
    Name phase;
    std::vector<ExprPtr> args;
};
struct ForceStmt {
    std::vector<ExprPtr> args;
};
struct RoutineStmt {
    Name routine;
    std::vector<ExprPtr> args;
};
/// `place := value`; the place is an Ident (a result) or a Member.
struct AssignStmt {
    ExprPtr place;
    ExprPtr value;
};

struct Stmt {
    Span span;
    std::variant<RequireStmt, LetStmt, NewStmt, DropStmt, ForStmt, PickStmt, IfStmt, EmitStmt, EnterStmt, ForceStmt, RoutineStmt,
                 AssignStmt>
        node;
};

// ---- declarations ---------------------------------------------------------------------------------------------------

struct ImportDecl {
    std::string path;
    Span path_span;
};
struct ClockDecl {
    Name unit;
    DurationLiteral latency;
    Span latency_span;
};

enum class Noun { actor, resource, capability, binding, table };

/// `env`, `1024`, `ref: 1024`.
struct KeyExpr {
    Span span;
    std::optional<Name> label;
    std::optional<std::uint64_t> size;
    std::optional<Name> table;
};
struct ToClause {
    bool weak = false;
    Name table;
};
struct ViaClause {
    std::optional<Name> label;
    Name table;
};
struct OwnedClause {
    Name actor;
};
struct HeldClause {
    Name actor;
};
struct DerivedClause {};
struct KeptClause {};
/// `free while status is unused`; the value may be `none`, `true` or `false`.
struct FreeClause {
    Name field, value;
};
struct Clause {
    Span span;
    std::variant<ToClause, ViaClause, OwnedClause, HeldClause, DerivedClause, KeptClause, FreeClause> node;
};

struct RightsField {
    std::vector<Name> names;
};
struct PlainField {
    Name name;
    TypeExpr type;
};
struct FieldDecl {
    Span span;
    std::vector<std::string> doc;
    std::variant<RightsField, PlainField> node;
};

struct TableDecl {
    Noun noun = Noun::table;
    Name name;
    std::vector<KeyExpr> keys;
    std::vector<Clause> clauses;
    std::vector<FieldDecl> fields;
    bool has_body = false;
};

struct EnumDecl {
    Name name;
    std::vector<Name> values;
};
struct RelationDecl {
    Name name, left, right, kind;
};
struct IndexDecl {
    Name table;
    std::vector<Name> fields;
};
struct CountDecl {
    Name name;
    std::vector<Param> params;
    Param var;
    ExprPtr where; /**< may be null */
};
struct EventDecl {
    Name name;
    std::vector<Param> params;
};

struct PhaseItem {
    Span span;
    Name name;
    ExprPtr within;
    Block body;
};
struct ForceItem {
    Span span;
    Block body;
};
struct SpareItem {
    Span span;
    ExprPtr condition;
};
struct RevocationDecl {
    Param subject;
    std::vector<PhaseItem> phases;
    std::vector<ForceItem> force;
    std::vector<SpareItem> spare;
};

/// `call … by …` or `kernel …`.
struct CallDecl {
    bool kernel = false;
    Name name;
    std::vector<Param> params;
    std::optional<Param> actor;
    std::vector<Param> results;
    Block body;
};
struct RoutineDecl {
    Name name;
    std::vector<Param> params;
    Block body;
};
struct GuardDecl {
    Name name;
    std::vector<Param> params;
    std::optional<Param> actor;
    ExprPtr body;
};
struct PropertyDecl {
    enum class Kind { invariant, transition, reachable } kind;
    Name name;
    ExprPtr formula;
};
struct AuthorityDecl {
    Param actor, resource;
    ExprPtr formula;
};
/// `p: page where p.owner is e { contents }` in an isolation's view; without braces all fields are shown.
struct ViewPart {
    Span span;
    Param var;
    ExprPtr where; /**< may be null */
    std::optional<std::vector<Name>> shown;
};
/// `from d: env where …`: who may change what the observer sees.
struct ViewFlow {
    Span span;
    Param var;
    ExprPtr where; /**< may be null */
};
struct IsolateDecl {
    Param actor;
    std::vector<ViewPart> parts;
    std::vector<ViewFlow> flows;
};
/// `waive page.owner.refers because "…"`: the dotted name is joined.
struct WaiveDecl {
    Name property;
    std::string reason;
    Span reason_span;
};

/// `0..255`, `i: 0..255`, `env[3]`'s 3; `last` is null for a single value.
struct BootKey {
    Span span;
    std::optional<Name> label;
    ExprPtr first, last;
};
struct BootRecord {
    Span span;
    Name table;
    std::vector<BootKey> keys;
    std::vector<Init> inits;
};
struct BootFile {
    Span span;
    Name table;
    std::string path;
    Span path_span;
};
struct BootDecl {
    std::vector<std::variant<BootRecord, BootFile>> items;
};

struct Decl {
    Span span;                     ///< from its first token to its last
    std::vector<std::string> doc;  ///< the lines of the `///` comment before it, without the slashes and one space
    std::variant<ImportDecl, ClockDecl, TableDecl, EnumDecl, RelationDecl, IndexDecl, CountDecl, EventDecl, RevocationDecl, CallDecl,
                 RoutineDecl, GuardDecl, PropertyDecl, AuthorityDecl, IsolateDecl, WaiveDecl, BootDecl>
        node;
};

/// One file.
struct Unit {
    std::uint32_t file = 0;
    std::vector<std::string> doc;
    Name system;
    std::vector<Decl> decls;
};

}  // namespace fief::spec
