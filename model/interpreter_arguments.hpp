#pragma once
// Every combination of arguments worth trying for a call in a state.

#include "model/interpreter_evaluation.hpp"
#include "model/written.hpp"

#include <vector>

namespace fief::model {

/// Goes through callers and arguments, one binding after another. Reusable, so that a search does not allocate.
class Arguments {
public:
    explicit Arguments(const Layout& layout) : layout_(&layout), written_(layout.model()) {}

    /// Whether some parameter so far had more values than were tried.
    [[nodiscard]] bool sampled() const { return sampled_; }

    /// Binds the caller, if any, then each parameter. After each binding `bound(position)` says whether to go on with it (position 0 is the
    /// caller's where there is one); `visit()` gets each complete combination, in `step`, and says whether to go on at all.
    template <class Bound, class Visit>
    bool each(const State& state, CallId call, Invocation& step, Bound&& bound, Visit&& visit) {
        const Call& c = layout_->model()[call];
        step.call = call;
        step.caller = none;
        step.args.assign(c.params.size(), 0);
        if (values_.size() < c.params.size() + 1) values_.resize(c.params.size() + 1);
        return from(0, state, c, step, bound, visit);
    }

    /// The position that binds a parameter.
    static std::size_t position(const Call& call, std::size_t parameter) { return parameter + (call.actor ? 1 : 0); }

private:
    const Layout* layout_;
    WrittenNumbers written_;
    bool sampled_ = false;
    std::vector<std::vector<Value>> values_;  ///< by position

    template <class Bound, class Visit>
    bool from(std::size_t at, const State& state, const Call& c, Invocation& step, Bound&& bound, Visit&& visit) {
        if (at == position(c, c.params.size())) return visit();
        const bool caller = c.actor && at == 0;
        values_[at].clear();
        collect(state, caller ? *c.actor : c.params[at - (c.actor ? 1 : 0)], values_[at]);
        for (std::size_t i = 0; i < values_[at].size(); ++i) {
            (caller ? step.caller : step.args[at - (c.actor ? 1 : 0)]) = values_[at][i];
            if (bound(at) && !from(at + 1, state, c, step, bound, visit)) return false;
        }
        return true;
    }
    void collect(const State& state, VarId var, std::vector<Value>& out) {
        const Type& type = layout_->model()[var].type;
        if (type.kind != Type::Kind::reference) {
            if (!values_of_type(*layout_, type, state.words.data(), out, written_.of(var))) sampled_ = true;
            return;
        }
        for (Value r = 0; r < layout_->records(type.table); ++r)
            if (state.words[layout_->live(type.table, r)]) out.push_back(r);
        if (type.optional) out.push_back(none);
    }
};

}  // namespace fief::model
