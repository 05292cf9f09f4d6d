#pragma once
// The symbols of a model's states: every table is an uninterpreted sort of any size, every field a relation over it.
//
// A reference, and a slot, is a relation from the record to what it names; each right and each name of an enumeration but the first is a
// Boolean relation; numbers and times are functions to Int; descent is a relation of its own, and `parent` is defined from it. A table with
// keys has no sort of its own: its records are tuples. That keeps the formulas in the fragment where the solver ends and its models are
// finite.

#include "model/model.hpp"
#include "proofs/formula.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fief::proofs {

/// One relation or function of the state.
struct Component {
    std::string name;
    Tuple params;          ///< the constants that a body of it is written over
    z3::func_decl symbol;  ///< the component in the state before
    bool integer = false;  ///< a function to Int, not a relation
};

/// Which components hold a field: relations of a reference or a slot (1), bits (any number), an Int (1), the descent of a `parent` (1).
struct Place {
    enum class Kind { boolean, bits, integer, relation, descent } kind = Kind::boolean;
    std::size_t first = 0;
    std::size_t count = 1;
    std::optional<std::size_t> stale;  ///< weak references: those whose record is gone
};

class Signature {
public:
    /// Two signatures of one model in one context, with different names of `copy`, speak of two states over the same records: sorts, the
    /// literals of slots and the host's relations are one.
    Signature(const model::Model& model, z3::context& context, std::string copy = "");

    [[nodiscard]] const model::Model& model() const { return *model_; }
    [[nodiscard]] z3::context& context() const { return *context_; }
    [[nodiscard]] const std::vector<Component>& components() const { return components_; }

    /// The sort of a slot key; a pool's is the sort of its records.
    [[nodiscard]] z3::sort slot_sort(model::TableId table, std::size_t key) const;
    [[nodiscard]] const std::vector<z3::sort>& sorts(model::TableId table) const { return sorts_[table.value]; }
    /// Where a key's terms begin in a record's tuple, and how many there are.
    [[nodiscard]] std::pair<std::size_t, std::size_t> key_slice(model::TableId table, std::size_t key) const;
    /// None for tables whose records always exist.
    [[nodiscard]] std::optional<std::size_t> live(model::TableId table) const { return live_[table.value]; }
    [[nodiscard]] const Place& place(model::TableId table, model::FieldId field) const { return places_[table.value][field.value]; }
    [[nodiscard]] std::size_t now() const { return now_; }
    [[nodiscard]] std::size_t count(model::CountId count) const { return counts_[count.value]; }
    /// The events that a step has emitted, and the records that it has forced: false before it.
    [[nodiscard]] std::size_t emitted(model::EventId event) const { return emitted_[event.value]; }
    [[nodiscard]] std::size_t forced(model::RevocationId revocation) const { return forced_[revocation.value]; }
    [[nodiscard]] bool of_step(std::size_t component) const;
    [[nodiscard]] const z3::func_decl& relation(model::RelationId relation) const { return relations_[relation.value]; }

    /// The sorts of a value's terms: a reference's tuple, an enumeration's or a rights set's bits, an Int.
    [[nodiscard]] std::vector<z3::sort> sorts(const model::Type& type) const;
    /// Fresh constants of these sorts; the name is for people.
    [[nodiscard]] Tuple fresh(const std::string& name, const std::vector<z3::sort>& sorts) const;
    /// The constant of a slot's literal number.
    [[nodiscard]] Term slot_literal(model::TableId table, std::size_t key, model::Value number) const;
    struct Literal {
        model::TableId table;
        std::size_t key;
        model::Value number;
        Term term;
    };
    /// Every slot literal asked for so far: they differ from each other where the slots do.
    [[nodiscard]] const std::vector<Literal>& literals() const { return literals_; }
    /// The rights a type may hold, as positions in Model::rights.
    [[nodiscard]] std::vector<std::size_t> rights(const model::Type& type) const;

private:
    const model::Model* model_;
    z3::context* context_;
    std::string copy_;
    std::vector<Component> components_;
    std::vector<std::vector<z3::sort>> slot_sorts_;
    std::vector<std::vector<z3::sort>> sorts_;
    std::vector<std::optional<std::size_t>> live_;
    std::vector<std::vector<Place>> places_;
    std::size_t now_ = 0;
    std::vector<std::size_t> counts_, emitted_, forced_;
    std::vector<z3::func_decl> relations_;
    mutable std::vector<Literal> literals_;
    mutable unsigned next_ = 0;

    std::size_t add(std::string name, const std::vector<z3::sort>& params, bool integer = false);
    void add_sorts(std::size_t table);
    void add_field(model::TableId table, model::FieldId field);
};

}  // namespace fief::proofs
