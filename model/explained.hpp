#pragma once
// Survivors that a spec explains: comments that say why no property has to notice a mutant.
//
//     // survives drop-statement: whoever owns the frame next marks it anew
//     p.critical := false
//
// Such a comment stands above a line, or at its end; it speaks of the mutants of the named operators that begin on that line.

#include "model/mutants.hpp"
#include "spec/diagnostics.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fief::model {

struct Explanation {
    Span span;                                ///< the comment
    std::uint32_t line = 0;                   ///< in the comment's file: the line it speaks of
    std::vector<std::string_view> operators;  ///< names, in the order written
    std::string reason;                       ///< one line, however many the comment has
};

/// Every such comment of these files of `sources`. One that names no operator, one that there is not, or no reason is a warning.
[[nodiscard]] std::vector<Explanation> explanations(const spec::Sources& sources, std::uint32_t files, spec::Diagnostics& diagnostics);

/// The explanation of a mutant, or none.
[[nodiscard]] const Explanation* explanation_of(const Mutant& mutant, const std::vector<Explanation>& all, const spec::Sources& sources);

}  // namespace fief::model
