#include "proofs/symbolic.hpp"

namespace fief::proofs {

SymbolicState::SymbolicState(const Signature& signature) : signature_(&signature) {
    z3::context& context = signature.context();
    for (std::size_t c = 0; c < signature.components().size(); ++c) {
        const Component& component = signature.components()[c];
        if (signature.of_step(c)) {
            bodies_.push_back(truth(context, false));
        } else {
            z3::expr_vector args(context);
            for (const Term& p : component.params) args.push_back(p);
            bodies_.push_back(component.symbol(args));
        }
    }
}

Term SymbolicState::apply(std::size_t component, const Tuple& args) const {
    return substitute(bodies_[component], signature_->components()[component].params, args);
}

SymbolicState SymbolicState::merge(const Term& condition, const SymbolicState& then, const SymbolicState& otherwise) {
    SymbolicState out = then;
    for (std::size_t c = 0; c < out.bodies_.size(); ++c) out.bodies_[c] = choose(condition, then.bodies_[c], otherwise.bodies_[c]);
    return out;
}

}  // namespace fief::proofs
