#pragma once
// Which variable a name stands for, inside out.

#include "model/context.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace fief::model {

/// A stack of bound names. Leaving a scope warns of names that were never used.
class Environment {
public:
    /// What to say when a name is never used; `quiet` ones are part of an interface or of a quantifier.
    enum class Unused { quiet, parameter, let };

    explicit Environment(Context& context) : context_(context) {}

    [[nodiscard]] std::size_t mark() const { return bound_.size(); }
    void leave(std::size_t mark);
    /// Binds a name; two in one scope (from `scope` up) are an error, one that hides another a warning.
    void bind(const spec::Name& name, VarId var, Unused unused, std::size_t scope);
    /// The variable, counted as used.
    [[nodiscard]] std::optional<VarId> find(const std::string& name);
    [[nodiscard]] bool contains(const std::string& name) const { return by_name_.contains(name); }
    [[nodiscard]] std::vector<std::string> names() const;

private:
    struct Bound {
        std::string name;
        Span span;
        VarId var;
        Unused unused;
        bool used = false;
    };
    Context& context_;
    std::vector<Bound> bound_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_name_;
};

}  // namespace fief::model
