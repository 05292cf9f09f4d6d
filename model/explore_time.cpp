#include "model/explore_time.hpp"

#include "model/children.hpp"
#include "model/explore_relevant.hpp"

#include <algorithm>

namespace fief::model {
namespace {

/// A time as a sum: so many times now, and so many of one field, and a constant.
struct Sum {
    int now = 0;
    std::vector<std::pair<ExprId, int>> reads;
    Value constant = 0;
    bool other = false;

    void add(const Model& m, ExprId id, int sign) {
        const Expr& e = m[id];
        if (const auto* n = std::get_if<Const>(&e.node)) constant += sign * n->value;
        else if (std::holds_alternative<Now>(e.node)) now += sign;
        else if (std::holds_alternative<Read>(e.node)) reads.emplace_back(id, sign);
        else if (const auto* a = std::get_if<Arith>(&e.node)) add(m, a->left, sign), add(m, a->right, a->minus ? -sign : sign);
        else if (const auto* o = std::get_if<Old>(&e.node)) add(m, o->operand, sign);
        else other = true;
    }
};

bool is_time(const Type& type) { return type.kind == Type::Kind::instant || type.kind == Type::Kind::duration; }

}  // namespace

Moments::Moments(const Layout& layout, const std::vector<bool>& relevant, bool keep_idle) : layout_(&layout), keep_idle_(keep_idle) {
    const Model& m = layout.model();
    for (std::uint32_t t = 0; t < m.tables.size(); ++t)
        for (std::uint32_t f = 0; f < m.tables[t].fields.size(); ++f) {
            const Field& field = m.tables[t].fields[f];
            if (field.type.kind != Type::Kind::instant) continue;
            Place place{TableId{t}, FieldId{f}, std::nullopt, false, std::nullopt, {}};
            const bool ghost = field.role == Role::since || field.role == Role::entered;
            if (ghost || field.role == Role::deadline) place.phase = layout.role(TableId{t}, Role::phase);
            place.forgotten = ghost;
            places_.push_back(std::move(place));
        }
    analyse(relevant);
}

Moments::Place* Moments::find(TableId table, FieldId field) {
    for (Place& p : places_)
        if (p.table == table && p.field == field) return &p;
    return nullptr;
}

void Moments::analyse(const std::vector<bool>& relevant) {
    const Model& m = layout_->model();
    auto place_of = [&](ExprId id) {
        const auto* read = std::get_if<Read>(&m[id].node);
        return read ? find(m[read->record].type.table, read->field) : nullptr;
    };
    std::vector<bool> compared_with_now(m.exprs.size(), false);
    for (std::uint32_t e = 0; e < m.exprs.size(); ++e) {
        if (!relevant[e]) continue;
        Sum sum;
        if (const auto* n = std::get_if<Less>(&m.exprs[e].node); n && is_time(m[n->left].type))
            sum.add(m, n->left, 1), sum.add(m, n->right, -1);
        else if (const auto* q = std::get_if<Equal>(&m.exprs[e].node); q && is_time(m[q->left].type))
            sum.add(m, q->left, 1), sum.add(m, q->right, -1);
        else continue;
        if (sum.other) readable_ = false;
        if (sum.now == 0) continue;
        if (sum.reads.size() != 1 || sum.reads[0].second != -sum.now || std::abs(sum.now) != 1) {
            readable_ = false;
            continue;
        }
        // now + constant against the field: the comparison changes about field - constant (or + constant, mirrored).
        if (Place* place = place_of(sum.reads[0].first)) {
            place->offsets.push_back(-sum.now * sum.constant);
            compared_with_now[sum.reads[0].first.value] = true;
        }
    }
    for (Place& p : places_)
        if (!p.phase) p.back = p.offsets.empty() ? 0 : *std::max_element(p.offsets.begin(), p.offsets.end());
    for (std::uint32_t e = 0; e < m.exprs.size(); ++e) {
        if (!relevant[e]) continue;
        if (Place* place = place_of(ExprId{e})) {
            place->forgotten = false;
            if (!compared_with_now[e]) place->back = std::nullopt;
        }
    }
    for (const Call& call : m.calls)
        for_each_new(call.effects, [&](const New& n) {
            const std::size_t keys = m[n.table].keys.size();
            for (std::size_t i = 0; i < n.inits.size(); ++i) {
                const Place* place = find(n.table, FieldId{static_cast<std::uint32_t>(keys + i)});
                if (place && !place->phase && std::holds_alternative<Const>(m[n.inits[i]].node)) starts_at_zero_ = true;
            }
        });
}

void Moments::canonical(const State& state, std::vector<Value>& out) const {
    out = state.words;
    const Value now = state.now();
    out[0] = starts_at_zero_ ? now : 0;
    for (const Place& p : places_)
        for (Value r = 0; r < layout_->records(p.table); ++r) {
            if (!state.words[layout_->live(p.table, r)]) continue;
            Value& word = out[layout_->field(p.table, r, p.field)];
            const bool idle = p.phase && state.words[layout_->field(p.table, r, *p.phase)] == 0;
            if (p.forgotten || (idle && !keep_idle_)) {
                word = 0;
                continue;
            }
            word -= now;
            if (p.back) word = std::max(word, -*p.back - 2);
        }
}

void Moments::after(const State& state, std::optional<Value> latest, std::vector<Value>& out) const {
    const Value now = state.now();
    auto add = [&](Value t) {
        if (t > now && (!latest || t <= *latest)) out.push_back(t);
    };
    if (latest) add(*latest);
    for (const Place& p : places_) {
        if (p.forgotten) continue;
        for (Value r = 0; r < layout_->records(p.table); ++r) {
            if (!state.words[layout_->live(p.table, r)]) continue;
            if (p.phase && !state.words[layout_->field(p.table, r, *p.phase)]) continue;
            const Value t = state.words[layout_->field(p.table, r, p.field)];
            for (Value offset : p.offsets) add(t + offset), add(t + offset + 1);
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
}

bool Moments::exact(const State& state) const {
    if (!readable_) return false;
    // Two clocks that started at different moments may stand in relations which the moments of each do not produce.
    std::size_t running = 0;
    for (const Revocation& revocation : layout_->model().revocations) {
        const FieldId phase = *layout_->role(revocation.table, Role::phase);
        for (Value r = 0; r < layout_->records(revocation.table); ++r)
            running += state.words[layout_->live(revocation.table, r)] && state.words[layout_->field(revocation.table, r, phase)];
    }
    for (const Place& p : places_) {
        if (p.phase) continue;
        for (Value r = 0; r < layout_->records(p.table); ++r) {
            if (!state.words[layout_->live(p.table, r)]) continue;
            running += !p.back || state.words[layout_->field(p.table, r, p.field)] + *p.back >= state.now();
        }
    }
    return running <= 1;
}

}  // namespace fief::model
