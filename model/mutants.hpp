#pragma once
// Mutants: the small changes of a spec's calls that some property should notice.
//
// A mutant is one edit of the text, so that what a report shows is what was tried, and so that a statement of a routine changes in every
// call that uses the routine. It concerns what the calls do; what must hold is left as it was written.

#include "model/model.hpp"
#include "spec/source.hpp"
#include "spec/syntax.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fief::model {

/// One kind of change.
struct MutationOperator {
    std::string_view name;     ///< "drop-require"
    std::string_view summary;  ///< a few words: "a call without one of its conditions"
    std::string_view text;     ///< sentences, for `fief explain`
    std::string_view example;  ///< a line, and what becomes of it
};

/// In the order in which they are tried.
[[nodiscard]] std::span<const MutationOperator> mutation_operators();
[[nodiscard]] const MutationOperator* mutation_operator(std::string_view name);

struct Mutant {
    std::string id;           ///< "share.drop-require.2": the second of its operator in `share`; other declarations do not change it
    std::string_view name;    ///< the operator's
    std::string where;        ///< the call, routine or guard it stands in; "page.warn" for a phase, "page.force", "page.spare"
    Span span;                ///< what the edit replaces
    std::string text;         ///< what stands there then
    std::string description;  ///< in the language: "drop `require grant in c.rights else no_right`"
};

/// Every mutant of these units, by file and then by place in the text. `model` is theirs.
[[nodiscard]] std::vector<Mutant> mutants(const std::vector<spec::Unit>& units, const spec::Sources& sources, const Model& model);

}  // namespace fief::model
