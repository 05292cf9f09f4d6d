#pragma once
// Records and slots that nothing tells apart: a search tries one of them for all.
//
// Two slots of a key are interchangeable in a state when swapping them, everywhere, gives the same state. A spec can tell slots apart only
// by a number written for one, by their order, or by a host's relation; where it does none of this, every call, and every property,
// commutes with the swap: what a step does with the one, it does with the other, and a run that breaks something has a twin that breaks it
// too. So of the arguments that differ only by such swaps one combination is enough, and it is the one that names interchangeable slots in
// ascending order. The records of a pool are its slots: for them the same holds.

#include "model/explore.hpp"

#include <vector>

namespace fief::model {

class Symmetry {
public:
    /// `relevant`: see relevant_expressions.
    Symmetry(const Layout& layout, const std::vector<bool>& relevant);

    /// Looks at a state: what is in use there.
    void enter(const State& state);

    /// The family of slots a variable of this type takes its values from, if any.
    [[nodiscard]] std::optional<std::size_t> family(const Type& type) const;
    /// The interchangeable slot that comes before this one (it must be named first), or `none` when this one may be named at once.
    [[nodiscard]] Value before(std::size_t family, Value slot) const { return families_[family].before[static_cast<std::size_t>(slot)]; }

    /// Of the free records a `new` may take, those that make a difference, as indices. `named` says whether the call's arguments name a
    /// slot.
    template <class Named>
    void choices(TableId table, std::span<const Value> candidates, Named&& named, std::vector<std::size_t>& out) const {
        const std::size_t last = layout_->keys(table) - 1;
        const std::size_t family = first_family_[table.value] + last;
        bool one_of_many = false;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const Value slot = layout_->key(table, candidates[i], last);
            const Family& f = families_[family];
            const bool plain = !named(family, slot) && (f.by_row ? !referenced_[table.value][static_cast<std::size_t>(candidates[i])]
                                                                 : f.kind[static_cast<std::size_t>(slot)] == Kind::unused);
            if (plain && one_of_many) continue;
            one_of_many = one_of_many || plain;
            out.push_back(i);
        }
    }

private:
    enum class Kind : std::uint8_t { distinct, blank, unused };  ///< blank: live, as new, and nothing names it; unused: not live either
    struct Family {
        TableId table;
        std::size_t key = 0;
        bool symmetric = true;
        /// Each row of the table by itself: its slots are nothing but places in the row.
        bool by_row = true;
        std::vector<bool> used;
        std::vector<Kind> kind;
        std::vector<Value> before;
    };
    const Layout* layout_;
    std::vector<Family> families_;               ///< one for every key of every table; those that are tables stay idle
    std::vector<std::size_t> first_family_;      ///< by table
    std::vector<std::vector<bool>> referenced_;  ///< by table, by record

    void analyse(const std::vector<bool>& relevant);
    [[nodiscard]] Family& of(TableId table, std::size_t key) { return families_[first_family_[table.value] + key]; }
    void tell_apart(const Type& type);
    void use_record(TableId table, Value record);
    void use_keys(TableId table, Value record);
    void classify(const State& state, Family& family);
    [[nodiscard]] bool as_new(const State& state, TableId table, Value record) const;
};

}  // namespace fief::model
