#pragma once
// From a mutant to its Model: the edited text is read anew, and the calls that came out otherwise replace the spec's own.

#include "model/model.hpp"
#include "model/mutants.hpp"
#include "spec/diagnostics.hpp"

#include <cstdint>
#include <filesystem>
#include <variant>
#include <vector>

namespace fief::model {

/// A spec with one mutant in it. Properties, tables and boot are the spec's own.
struct Mutated {
    Model model;
    std::vector<CallId> changed;  ///< empty: no call is other than it was
    std::vector<Call> original;   ///< by `changed`: what the spec says, in terms of this model's expressions and variables
};
/// The resolver refuses the edited text.
struct Refused {
    std::string code, message;
};

/// A spec's texts, from which its mutants are made. Keeps references to what it was given.
class Mutations {
public:
    /// `model` is what `root` and its imports, as they stand in `sources`, mean.
    Mutations(const Model& model, const spec::Sources& sources, std::filesystem::path root);

    [[nodiscard]] const Model& model() const { return model_; }
    [[nodiscard]] const std::vector<Mutant>& all() const { return all_; }
    /// How many of `sources` are the user's: the first ones.
    [[nodiscard]] std::uint32_t files() const { return files_; }
    [[nodiscard]] std::variant<Mutated, Refused> make(const Mutant& mutant) const;

private:
    const Model& model_;
    const spec::Sources& sources_;
    std::filesystem::path root_;
    std::vector<std::string> texts_;  ///< by CallId: what it means, however it is written
    std::vector<Mutant> all_;
    std::uint32_t files_ = 0;
};

}  // namespace fief::model
