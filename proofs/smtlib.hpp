#pragma once
// Terms as SMT-LIB 2 that any solver reads and people can: names without the numbers that make them unique here, shared parts named once,
// lines that fit. Equal terms give equal bytes.

#include "proofs/formula.hpp"

#include <map>
#include <set>
#include <string>

namespace fief::proofs {

/// One script's names: the sorts and symbols that its terms were found to use, and those it defines. Terms must outlive it.
class SmtLib {
public:
    /// Declarations of every sort and symbol used so far that is not defined, in order of first use.
    [[nodiscard]] std::string declarations() const { return sorts_text_ + symbols_text_; }
    /// A definition of the symbol: what the body says of the parameters (constants). Symbols are defined before they are used.
    [[nodiscard]] std::string define(const z3::func_decl& symbol, const Tuple& params, const Term& body);
    /// A definition of the closed term, which is said by this name from now on.
    [[nodiscard]] std::string define(const std::string& name, const Term& term);
    /// `(assert TERM)`, over as many lines as it needs.
    [[nodiscard]] std::string claim(const Term& term);

private:
    friend class SmtLibTerms;
    std::map<unsigned, std::string> sorts_, symbols_, defined_;  ///< by the solver's id
    std::set<std::string> sort_names_, taken_;                   ///< taken: by symbols, and by what is bound where printing stands
    std::string sorts_text_, symbols_text_;

    [[nodiscard]] std::string sort(const z3::sort& sort);
    [[nodiscard]] std::string symbol(const z3::func_decl& symbol);
};

}  // namespace fief::proofs
