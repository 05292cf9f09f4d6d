#pragma once
// Small changes to one call that may keep a property it breaks: what to try when somebody asks which statement is to blame.

#include "model/model.hpp"

#include <string>
#include <vector>

namespace fief::model {

/// One change, as the call it makes.
struct Repair {
    enum class Kind {
        widen_loop,      ///< a `for` or a `pick` without one part of its condition
        add_loop,        ///< first of all, entries that lead to something are dropped
        add_require,     ///< one more condition, after those that are there
        drop_statement,  ///< a statement left out
    };
    Kind kind = Kind::widen_loop;
    Call call;
    std::string text;   ///< what is written or left out, in the language
    Span span;          ///< the place it concerns: a part of a condition, a statement; of what is added, the call
    unsigned cost = 1;  ///< how far-fetched it is, among its kind
};

/// Every repair of the call that is worth a try. Their formulas are added to the model, and it is left as it was otherwise.
[[nodiscard]] std::vector<Repair> repairs(Model& model, CallId call);

}  // namespace fief::model
