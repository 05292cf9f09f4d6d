#pragma once
// What the parts of the resolver share: the Model under construction, the declared names, and the one way to complain.

#include "model/model.hpp"
#include "spec/diagnostics.hpp"
#include "spec/parse.hpp"
#include "spec/syntax.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace fief::model {

/// Bounds on what routines and predicates may expand to: the Model is a tree, and every reader of it recurses.
inline constexpr std::size_t max_expanded = 1'000'000;
inline constexpr std::uint32_t max_depth = 1000;
inline constexpr std::uint32_t max_block_depth = 250;
/// Keys of a table, and parameters of a count.
inline constexpr std::size_t max_keys = 8;

/// A declared name.
struct Symbol {
    enum class Kind { table, enumeration, call, guard, routine, count, relation, event, property, error };
    Kind kind = Kind::table;
    std::uint32_t id = 0;
    Span span;
    bool used = false;
};
[[nodiscard]] std::string_view describe(Symbol::Kind kind);

using Symbols = std::map<std::string, Symbol, std::less<>>;

/// Predicates and routines are resolved when first used; one that is used while it is being resolved uses itself.
enum class Progress { untouched, under_way, done };

/// A predicate that is expanded where it is used: a guard without `by`, an authority, a `spare`. No body: it had an error.
struct Predicate {
    std::vector<VarId> params;
    std::optional<ExprId> body;
    Progress progress = Progress::untouched;
};

/// Statements that are expanded where they are used: a routine, a phase's block, a force block. No body: it had an error.
struct Recipe {
    std::vector<VarId> params;
    std::optional<Block> body;
    std::uint32_t depth = 0;  ///< of its blocks
    Progress progress = Progress::untouched;
};

/// What the resolver knows of a table beyond the Model.
struct TableNotes {
    const spec::Decl* decl = nullptr;
    const spec::TableDecl* table = nullptr;
    std::unordered_map<std::string, FieldId> fields;
    std::unordered_set<std::string> poisoned;  ///< fields whose declaration was wrong
    bool keys_poisoned = false;
    std::vector<bool> read;  ///< by field: some expression reads it
    Value records = 0;       ///< at full capacity
};

struct RevocationNotes {
    const spec::Decl* decl = nullptr;
    const spec::RevocationDecl* revocation = nullptr;
    std::vector<Recipe> phases;
    Recipe force;
    std::optional<Predicate> spare;
};

/// A declaration of one kind: where in the syntax, and which id.
template <class Node>
struct Declared {
    const spec::Decl* decl;
    const Node* node;
};

struct Context {
    Context(const std::vector<spec::Unit>& units_in, spec::Sources& sources_in, spec::Diagnostics& diagnostics_in,
            const spec::ReadFile& read_in)
        : units(units_in), sources(sources_in), diagnostics(&diagnostics_in), read(read_in) {}

    const std::vector<spec::Unit>& units;
    spec::Sources& sources;
    spec::Diagnostics* diagnostics;  ///< while our own texts are read, another one than the user's
    const spec::ReadFile& read;
    Model model;

    Symbols types;       ///< tables and enumerations
    Symbols callables;   ///< calls, guards, routines, counts, relations
    Symbols events;      ///< events
    Symbols properties;  ///< the user's properties

    std::vector<TableNotes> tables;
    std::vector<RevocationNotes> revocations;
    std::vector<Declared<spec::EnumDecl>> enumerations;
    std::vector<Declared<spec::RelationDecl>> relations;
    std::vector<Declared<spec::EventDecl>> events_declared;
    std::vector<Declared<spec::CountDecl>> counts;
    std::vector<Declared<spec::CallDecl>> calls;
    std::vector<Declared<spec::GuardDecl>> guards;
    std::vector<Declared<spec::RoutineDecl>> routines;
    std::vector<Declared<spec::PropertyDecl>> properties_declared;
    std::vector<Declared<spec::AuthorityDecl>> authorities;
    std::vector<Declared<spec::IsolateDecl>> isolations;
    std::vector<Declared<spec::WaiveDecl>> waives;
    std::vector<Declared<spec::IndexDecl>> indexes;
    std::vector<Declared<spec::BootDecl>> boots;
    std::vector<Declared<spec::RevocationDecl>> revocations_declared;
    std::vector<Declared<spec::ClockDecl>> clocks;

    std::vector<Predicate> predicates;            ///< by GuardId; with `by`: no body
    std::vector<Recipe> recipes;                  ///< by routine
    std::vector<Predicate> authority_predicates;  ///< by Model::authorities
    std::vector<Progress> counts_progress;        ///< by CountId
    std::vector<bool> counts_poisoned;            ///< by CountId
    std::vector<bool> relations_poisoned;         ///< by RelationId
    std::map<std::string, std::uint32_t> right_bits;
    std::map<std::string, ErrorId> error_ids;
    std::vector<bool> var_poisoned;         ///< by VarId
    std::vector<std::uint32_t> expr_depth;  ///< by ExprId
    std::size_t expanded = 0;
    bool expansion_reported = false;
    bool implied = false;             ///< the texts at hand are our own
    std::uint32_t nesting = 0;        ///< of expressions being resolved, through predicates under way
    std::uint32_t block_nesting = 0;  ///< of blocks being resolved, through routines under way

    // ---- diagnostics -------------------------------------------------------------------------------------------------

    /// Reports an error once: the same code at the same place again is swallowed.
    spec::Diagnostic& error(std::string code, Span span, std::string message);
    /// Kept back until the end, and dropped when there was an error: half a spec uses half its names.
    spec::Diagnostic& warning(std::string code, Span span, std::string message);
    void flush_warnings();

    // ---- building ----------------------------------------------------------------------------------------------------

    [[nodiscard]] ExprId add(const Type& type, Span span, decltype(Expr::node) node);
    [[nodiscard]] VarId add_var(std::string name, const std::optional<Type>& type, Var::Kind kind, Span span);
    [[nodiscard]] bool poisoned(VarId var) const { return var_poisoned[var.value]; }
    [[nodiscard]] const Type& type(ExprId expr) const { return model.exprs[expr.value].type; }
    [[nodiscard]] ErrorId error_id(const std::string& name);

    // ---- words -------------------------------------------------------------------------------------------------------

    [[nodiscard]] std::string show(const Type& type) const;
    /// The table with this name, marked as used; or a diagnostic with a suggestion.
    [[nodiscard]] std::optional<TableId> table_named(const spec::Name& name, std::string_view wanted = "table");
    [[nodiscard]] std::optional<TableId> find_table(std::string_view name) const;
    /// A field by name, or a diagnostic; silent for one whose declaration was wrong.
    [[nodiscard]] std::optional<FieldId> field_named(TableId table, const spec::Name& name);
    [[nodiscard]] const Field& field(TableId table, FieldId id) const { return model.tables[table.value].fields[id.value]; }
    [[nodiscard]] std::optional<std::uint32_t> right_bit(TableId table, const spec::Name& name);
    /// Clock units of a duration as written, or a diagnostic.
    [[nodiscard]] std::optional<Value> clock_units(const spec::DurationLiteral& duration, Span span);

private:
    std::vector<spec::Diagnostic> warnings_;
    std::set<std::tuple<std::string, std::uint32_t, std::uint32_t, std::uint32_t>> reported_;
    spec::Diagnostic swallowed_;
};

/// Adds "did you mean `x`?" when one of the candidates is near.
void suggest(spec::Diagnostic& diagnostic, std::string_view word, const std::vector<std::string>& candidates);
[[nodiscard]] std::vector<std::string> names_of(const Symbols& symbols, std::initializer_list<Symbol::Kind> kinds);
/// "`x` is an event, declared here", when the name means something else.
void point_elsewhere(const Context& context, spec::Diagnostic& diagnostic, std::string_view word);
/// "an `env`".
[[nodiscard]] std::string a_record(const std::string& table);
[[nodiscard]] std::string join_doc(const std::vector<std::string>& lines);
[[nodiscard]] Value rights_bound(const Context& context, ExprId expr);

[[nodiscard]] Type boolean_type();
[[nodiscard]] Type integer_type(Value lo, Value hi);
[[nodiscard]] Type instant_type();
[[nodiscard]] Type duration_type();
[[nodiscard]] Type enum_type(EnumId id);
[[nodiscard]] Type reference_type(TableId table, bool optional = false);
[[nodiscard]] Type rights_type(TableId table);
[[nodiscard]] Type slot_type(TableId table, std::uint32_t key);

// ---- the passes, in order -------------------------------------------------------------------------------------------

/// Registers every top-level name; two of one name are an error at both places.
void declare_names(Context& context);
/// Keys, clauses, fields, rights, enumerations, phases, sizes.
void declare_tables(Context& context);
/// Relations, events, indexes.
void declare_rest(Context& context);
[[nodiscard]] std::optional<Type> resolve_type(Context& context, const spec::TypeExpr& type);
/// The type of `T.name`, read from T's declaration.
[[nodiscard]] std::optional<Type> member_type(Context& context, TableId table, const spec::Name& member, unsigned depth = 0);
/// Counts, guards, what is spared, authorities: in this order, or as soon as one is used.
void resolve_predicates(Context& context);
/// The same for one of them, used at `span`. False when it is under way, and so uses itself, which is reported.
[[nodiscard]] bool ensure_guard(Context& context, std::uint32_t guard, Span span);
[[nodiscard]] bool ensure_count(Context& context, CountId count, Span span);
/// Phases' blocks, force blocks and routines.
void resolve_recipes(Context& context);
[[nodiscard]] bool ensure_routine(Context& context, std::uint32_t routine, Span span);
[[nodiscard]] bool ensure_phase(Context& context, RevocationId revocation, std::size_t phase, Span span);
[[nodiscard]] bool ensure_force(Context& context, RevocationId revocation, Span span);
void declare_calls(Context& context);
void resolve_calls(Context& context);
/// What a loop's body may do.
void check_loops(Context& context, const Block& block);
/// That room for every `new` can be tested before the first effect.
void check_room(Context& context, const Block& effects);
/// Views and flows; after the calls are declared.
void resolve_isolations(Context& context);
/// The user's properties; then what the declarations promise; then what is waived.
void resolve_properties(Context& context);
void imply_properties(Context& context);
void waive_properties(Context& context);
void resolve_boot(Context& context);
/// Warnings of what was declared and never used.
void warn_unused(Context& context);
/// Warnings of loops that no index serves, and of indexes that serve nothing.
void warn_searches(Context& context);

}  // namespace fief::model
