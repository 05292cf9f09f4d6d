#pragma once
// The numbers that a spec itself writes, by the parameters for which they may matter: a search cannot try every value of a wide range, and
// what a call asks for, or a property speaks of, is mostly such a number. Those come first that are compared with the parameter itself,
// then those of the fields and names that it is compared with or stored in, and so on; and the ends of the ranges of these.

#include "model/model.hpp"

#include <vector>

namespace fief::model {

class WrittenNumbers {
public:
    explicit WrittenNumbers(const Model& model);

    /// For a parameter of a call or a guard whose values are too many to try each: a few numbers, the nearest first, none twice. Empty for
    /// all other variables.
    [[nodiscard]] const std::vector<Value>& of(VarId var) const { return by_var_.empty() ? none_ : by_var_[var.value]; }

private:
    std::vector<std::vector<Value>> by_var_;  ///< empty when no parameter needs any
    std::vector<Value> none_;
};

/// More values of an integer type than are tried one by one.
[[nodiscard]] bool too_wide(const Type& type);

}  // namespace fief::model
