#include "model/environment.hpp"

#include <fmt/format.h>

namespace fief::model {

void Environment::leave(std::size_t mark) {
    while (bound_.size() > mark) {
        const Bound& b = bound_.back();
        if (!b.used && b.unused != Unused::quiet)
            context_.warning(b.unused == Unused::let ? "W0007" : "W0006", b.span,
                             fmt::format("{} `{}` is never used", b.unused == Unused::let ? "the name" : "the parameter", b.name));
        const auto at = by_name_.find(b.name);
        at->second.pop_back();
        if (at->second.empty()) by_name_.erase(at);
        bound_.pop_back();
    }
}

void Environment::bind(const spec::Name& name, VarId var, Unused unused, std::size_t scope) {
    std::vector<std::size_t>& same = by_name_[name.text];
    if (!same.empty()) {
        const Bound& before = bound_[same.back()];
        if (same.back() >= scope) {
            context_.error("E0214", name.span, fmt::format("`{}` is declared twice", name.text))
                .notes.push_back({before.span, "the first"});
        } else {
            context_.warning("W0008", name.span, fmt::format("`{}` hides another `{}`", name.text, name.text))
                .notes.push_back({before.span, "the other"});
        }
    } else if (const auto table = context_.find_table(name.text); table && context_.tables[table->value].table->keys.empty()) {
        context_.warning("W0008", name.span, fmt::format("`{}` hides the table `{}`", name.text, name.text))
            .notes.push_back({context_.tables[table->value].table->name.span, "the table"});
    }
    same.push_back(bound_.size());
    bound_.push_back({name.text, name.span, var, unused, false});
}

std::optional<VarId> Environment::find(const std::string& name) {
    const auto at = by_name_.find(name);
    if (at == by_name_.end()) return std::nullopt;
    Bound& b = bound_[at->second.back()];
    b.used = true;
    return b.var;
}

std::vector<std::string> Environment::names() const {
    std::vector<std::string> out;
    for (const Bound& b : bound_) out.push_back(b.name);
    return out;
}

}  // namespace fief::model
