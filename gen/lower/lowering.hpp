#pragma once
// The parts of lowering, one file each: keeping of lists and counts, expressions, walks, statements, calls,
// properties, structure.

#include "gen/build.hpp"
#include "gen/lower/lower.hpp"
#include "gen/lower/shape.hpp"
#include "model/children.hpp"
#include "model/footprint.hpp"
#include "model/walks.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace fief::gen {

/// One function while it is written.
struct Frame {
    Function function;
    Block* out = nullptr;                        ///< where statements go
    std::map<model::VarId, Expr> vars;           ///< what stands for each of the Model's variables here
    std::map<model::VarId, model::ExprId> lets;  ///< those whose value is written down when it is first used
    std::set<std::uint32_t> reserved;            ///< tables that the call took free records of
    bool effects = false;                        ///< after the first effect: a table's free list is not the whole truth
    bool checker = false;                        ///< must survive states that no call has made
};

class Lowering {
public:
    Lowering(const model::Model& model, Fault fault, bool proved, const std::vector<bool>& marked, bool sequence);
    Program run();
    /// By table: whether some loop collected its matches first.
    [[nodiscard]] const std::vector<bool>& collected() const { return collected_; }

private:
    const model::Model& m_;
    Fault fault_;
    bool proved_;
    Shape s_;
    Program p_;
    std::vector<bool> collected_;
    std::set<std::string> names_;

    // ---- functions (lower.cpp)
    void making();
    [[nodiscard]] Frame begin(std::string name, Function::Kind kind, std::string doc = {}) const;
    /// Adds the function, or finds an equal one; returns its number.
    std::uint32_t finish(Frame& frame);
    Expr local(Frame& f, std::string name, Type type, bool changes = false) const;
    Expr param(Frame& f, std::string name, Type type) const;
    Expr define(Frame& f, std::string name, Expr value, bool changes = false) const;
    static void add(Frame& f, auto node) { f.out->push_back({std::move(node)}); }
    /// Runs `write` with statements going to `block`; variables it binds are forgotten after.
    template <class Write>
    void inside(Frame& f, Block& block, Write&& write) const {
        Block* const out = f.out;
        const auto vars = f.vars;
        f.out = &block;
        write();
        f.out = out;
        f.vars = vars;
    }
    template <class Then>
    void when(Frame& f, Expr condition, Then&& then) const {
        if (is_literal(condition, 1)) return then();
        if (is_literal(condition, 0)) return;
        Branch branch;
        branch.condition = std::move(condition);
        inside(f, branch.then, then);
        if (!branch.then.empty()) add(f, std::move(branch));
    }
    [[nodiscard]] std::string unique(std::string name);

    // ---- keeping (lower_keeping.cpp)
    std::vector<std::uint32_t> valid_;                            ///< by table
    std::vector<std::vector<std::uint32_t>> link_, unlink_;       ///< by table: functions, in the order of its lists
    std::vector<std::vector<std::optional<std::uint32_t>>> set_;  ///< by table, by field
    std::vector<std::optional<std::uint32_t>> make_, drop_, take_, release_;
    std::vector<std::optional<std::uint32_t>> descends_, strictly_descends_;
    std::vector<std::optional<std::uint32_t>> count_functions_;  ///< by CountId
    void keeping();
    void valid(std::uint32_t table);
    void links(std::uint32_t table);
    void counters(std::uint32_t table);
    void setters(std::uint32_t table);
    void free_lists(std::uint32_t table);
    void make_and_drop(std::uint32_t table);
    /// A function that drops a record; from a walk over all of a list that goes as a whole, and is therefore not kept meanwhile.
    std::uint32_t drop_function(std::uint32_t table, const List* whole);
    /// Whether the heads of the free lists are in the records that the first key names. Who drops a record says which one that is: he knows
    /// it, and from the record's number it would have to be computed again.
    [[nodiscard]] bool hangs(std::uint32_t table) const;
    [[nodiscard]] std::vector<Expr> with_row(Frame& f, const Expr& x) const;
    void adopt(Frame& f, std::uint32_t table, const Expr& x);
    std::map<const List*, std::uint32_t> whole_drops_;
    void descent(std::uint32_t table);
    [[nodiscard]] Place column(std::uint32_t table, std::uint32_t column) const { return {table, column}; }
    [[nodiscard]] Expr load(Place place, Expr record) const;
    [[nodiscard]] Expr load_field(Frame& f, std::uint32_t table, model::FieldId field, Expr record) const;
    [[nodiscard]] Expr live(Expr record) const;  ///< of a record that is not none
    [[nodiscard]] Expr head_of(const List& list, Expr value) const;
    [[nodiscard]] Expr row_of(std::uint32_t table, Expr record) const;
    void store(Frame& f, Place place, Expr record, Expr value) const;
    void enter_lists(Frame& f, std::uint32_t table, const Expr& x, std::optional<model::FieldId> only, bool leave,
                     std::initializer_list<const List*> but = {}, const std::map<std::uint32_t, Expr>& known = {});
    /// Whether who leaves the list as a whole takes all trees along that it is part of: they are then not kept either.
    [[nodiscard]] bool takes_trees(std::uint32_t table, const List& whole) const;
    [[nodiscard]] bool field_matters(std::uint32_t table, model::FieldId field) const;
    /// Adds (or takes away) one, where the record counts.
    void adjust(Frame& f, const KeptCount& count, const model::Count& of, const Expr& x, bool up);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> count_up_down_;  ///< by CountId, kept ones

    // ---- expressions (lower_expressions.cpp)
    Expr lower(Frame& f, model::ExprId e);
    Expr condition(Frame& f, model::ExprId e) { return lower(f, e); }
    [[nodiscard]] Expr constant(const model::Type& type, Value value) const;
    Expr variable(Frame& f, model::VarId v);
    Expr read(Frame& f, const model::Read& r);
    Expr record_at(Frame& f, std::uint32_t table, const std::vector<model::ExprId>& keys);
    Expr equality(Frame& f, model::ExprId left, model::ExprId right);
    Expr current(Frame& f, model::ExprId reference);
    Expr epoch_of(Frame& f, model::ExprId reference);
    Expr full(Frame& f, const model::Full& n);
    Expr counted(Frame& f, const model::CountOf& n);
    Expr quantified(Frame& f, model::ExprId e);
    [[nodiscard]] std::vector<model::VarId> free_variables(model::ExprId e) const;
    /// A function of the variables that `e` mentions and the frame binds; `write` fills it. Returns its invocation here.
    Expr asked(Frame& f, const std::string& name, const std::string& doc, Type returns, const std::vector<model::VarId>& vars,
               const std::function<void(Frame&)>& write);
    [[nodiscard]] bool known_live(model::ExprId e) const;

    // ---- walks (lower_walks.cpp)
    struct WalkStyle {
        bool changes = false;         ///< the body may unlink the record
        bool untested = false;        ///< Fault::any_match
        bool skip_exclusion = false;  ///< an earlier branch's records are gone, or the body may run twice
        bool only_drops = false;      ///< the body drops the record, and does nothing else to its table
    };
    std::map<model::VarId, std::uint32_t> drop_as_;  ///< in the body of a walk over a list that goes as a whole
    /// The list that a walk's last step goes through and that its body empties, if it does.
    [[nodiscard]] const List* emptied(const model::WalkBranch& b, WalkStyle style) const;
    /// Walks the records that match, with `var` bound, `body` written for each.
    void walk(Frame& f, model::VarId var, model::ExprId where, std::span<const model::VarId> unbound, WalkStyle style,
              const std::function<void()>& body);
    void branch(Frame& f, model::VarId var, const model::WalkBranch& b, WalkStyle style, const std::function<void()>& body);
    void step(Frame& f, model::VarId var, const model::WalkBranch& b, std::size_t at, std::optional<Expr> value, WalkStyle style,
              const std::function<void()>& body);
    [[nodiscard]] std::uint64_t row_count(const Frame& f, std::uint64_t count) const;
    /// Every value of a type that is no reference, or every live record.
    void values(Frame& f, model::VarId var, const std::function<void()>& body);
    /// Walks the records for which those conjuncts of `where` hold that mention no unbound variable.
    void narrowed(Frame& f, model::VarId var, std::optional<model::ExprId> where, std::span<const model::VarId> unbound,
                  const std::function<void()>& body);
    void reached(Frame& f, model::VarId var, const model::WalkBranch& b, std::size_t at, const Expr& x, WalkStyle style,
                 const std::function<void()>& body);
    [[nodiscard]] bool bound(const Frame& f, model::ExprId e) const;
    void loop(Frame& f, const model::For& n);
    /// Two loops that drop, the first what hangs on the records of the second: one walk. Whether that was possible.
    bool loops(Frame& f, const model::For& hanging, const model::For& n);
    [[nodiscard]] bool may_run_at_once(const model::For& n, const std::optional<model::Plan>& plan) const;

    // ---- statements and calls (lower_calls.cpp)
    struct Reservation {
        std::uint32_t table = 0;
        Expr record;
        bool sometimes = false;
    };
    std::vector<Reservation> reservations_;
    std::map<const model::New*, Expr> taken_;
    std::map<const model::Pick*, Expr> picked_;
    void call(std::uint32_t c);
    void guard(std::uint32_t g);
    [[nodiscard]] bool promised(const std::string& property) const;
    /// Without a test that what is asked of a record implies, since it is proved: that its key is live, that its rights are rights.
    [[nodiscard]] std::vector<Expr> needed(std::vector<Expr> tests) const;
    Expr acceptable(Frame& f, const model::Type& type, const Expr& value);
    void reserve(Frame& f, const model::Block& block, bool sometimes);
    void reserve(Frame& f, const model::New& n, bool sometimes);
    void statements(Frame& f, const model::Block& block);
    void statement(Frame& f, const model::Stmt& s);
    void assign(Frame& f, const model::Assign& n, const std::string& phase);
    void make_record(Frame& f, const model::New& n);
    void scope(Frame& f, const model::Scope& n);
    bool routine(Frame& f, const model::Scope& n);
    Expr find(Frame& f, const model::Pick& n);
    std::string phase_;  ///< of the `enter` being lowered

    // ---- what lists and counts say (lower_structure.cpp)
    Frame structure(const std::string& name, const std::string& doc);
    void each_record(Frame& f, std::uint32_t table, const std::function<void(const Expr&)>& body, bool downwards = false);
    void each_value(Frame& f, const model::Type& type, const std::string& name, const std::function<void(const Expr&)>& body);
    [[nodiscard]] std::optional<Place> column_of(std::uint32_t table, model::FieldId field) const;
    void check_ranges(std::uint32_t table);
    void check_list(const List& list);
    void check_free(std::uint32_t table);
    void check_count(std::uint32_t id);
    void check_structure();

    // ---- boot and properties
    void boot();
    void properties();
    void property(std::uint32_t id);
    void acyclic(Frame& f, std::uint32_t table);
    void name_rootless(Frame& f, std::uint32_t table);
    bool along_parents(Frame& f, model::ExprId formula);
    void checker_body(Frame& f, model::ExprId formula, const std::vector<Expr>& witness);
};

}  // namespace fief::gen
