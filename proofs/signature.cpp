#include "proofs/signature.hpp"

#include <fmt/format.h>

#include <cassert>
#include <utility>

namespace fief::proofs {

using model::Role;
using model::TableId;
using model::Type;

Signature::Signature(const model::Model& model, z3::context& context, std::string copy)
    : model_(&model), context_(&context), copy_(std::move(copy)) {
    const std::size_t tables = model.tables.size();
    for (const model::Table& t : model.tables) {
        auto& of_table = slot_sorts_.emplace_back();
        for (const model::Key& k : t.keys)
            of_table.push_back(k.table
                                   ? context.bool_sort()  // never asked for
                                   : context.uninterpreted_sort(t.pool() ? t.name.c_str() : fmt::format("{}.{}", t.name, k.name).c_str()));
    }
    sorts_.resize(tables);
    for (std::size_t t = 0; t < tables; ++t) add_sorts(t);
    now_ = add("now", {}, true);
    for (std::uint32_t t = 0; t < tables; ++t) {
        const model::Table& table = model.tables[t];
        live_.push_back(table.always_live ? std::nullopt : std::optional(add(table.name + ".live", sorts_[t])));
        places_.emplace_back();
        for (std::uint32_t f = 0; f < table.fields.size(); ++f) add_field(TableId{t}, model::FieldId{f});
    }
    for (const model::Count& c : model.counts) {
        std::vector<z3::sort> params;
        for (model::VarId v : c.params)
            for (const z3::sort& s : sorts(model[v].type)) params.push_back(s);
        counts_.push_back(add(c.name, params, true));
    }
    for (const model::Event& e : model.events) {
        std::vector<z3::sort> params;
        for (model::VarId v : e.params)
            for (const z3::sort& s : sorts(model[v].type)) params.push_back(s);
        emitted_.push_back(add("emitted." + e.name, params));
    }
    for (const model::Revocation& r : model.revocations) forced_.push_back(add("forced." + model[r.table].name, sorts_[r.table.value]));
    for (const model::Relation& r : model.relations) {
        z3::sort_vector domain(context);
        for (int side = 0; side < 2; ++side)
            for (const z3::sort& s : sorts_[r.table.value]) domain.push_back(s);
        relations_.push_back(context.function(r.name.c_str(), domain, context.bool_sort()));
    }
}

std::size_t Signature::add(std::string name, const std::vector<z3::sort>& params, bool integer) {
    z3::sort_vector domain(*context_);
    for (const z3::sort& s : params) domain.push_back(s);
    z3::func_decl symbol = context_->function((copy_ + name).c_str(), domain, integer ? context_->int_sort() : context_->bool_sort());
    Tuple constants = fresh("_" + name, params);
    components_.push_back({std::move(name), std::move(constants), symbol, integer});
    return components_.size() - 1;
}

void Signature::add_sorts(std::size_t table) {
    if (!sorts_[table].empty()) return;
    const model::Table& t = model_->tables[table];
    std::vector<z3::sort> out;
    for (std::size_t k = 0; k < t.keys.size(); ++k) {
        if (t.keys[k].table) {
            add_sorts(t.keys[k].table->value);
            for (const z3::sort& s : sorts_[t.keys[k].table->value]) out.push_back(s);
        } else {
            out.push_back(slot_sorts_[table][k]);
        }
    }
    sorts_[table] = std::move(out);
}

void Signature::add_field(TableId table, model::FieldId id) {
    const model::Table& t = (*model_)[table];
    const model::Field& field = t.fields[id.value];
    const std::string name = t.name + "." + field.name;
    std::vector<z3::sort> params = sorts_[table.value];
    Place place;
    place.first = components_.size();
    if (field.role == Role::key) {
        place.count = 0;
    } else if (field.role == Role::parent) {
        place.kind = Place::Kind::descent;
        for (const z3::sort& s : sorts_[table.value]) params.push_back(s);
        add(t.name + ".descends", params);
    } else {
        switch (field.type.kind) {
            case Type::Kind::boolean: add(name, params); break;
            case Type::Kind::enumeration: {
                place.kind = Place::Kind::bits;
                const auto& names = (*model_)[field.type.enumeration].names;
                place.count = names.size() - 1;
                for (std::size_t i = 1; i < names.size(); ++i) add(name + "." + names[i], params);
                break;
            }
            case Type::Kind::rights: {
                place.kind = Place::Kind::bits;
                const auto rights = this->rights(field.type);
                place.count = rights.size();
                for (std::size_t i : rights) add(name + "." + model_->rights[i], params);
                break;
            }
            case Type::Kind::integer:
            case Type::Kind::instant:
            case Type::Kind::duration:
                place.kind = Place::Kind::integer;
                add(name, params, true);
                break;
            case Type::Kind::reference:
            case Type::Kind::slot: {
                place.kind = Place::Kind::relation;
                std::vector<z3::sort> pair = params;
                for (const z3::sort& s : sorts(field.type)) pair.push_back(s);
                add(name, pair);
                if (field.type.weak) place.stale = add(name + ".stale", params);
                break;
            }
        }
    }
    places_[table.value].push_back(place);
}

z3::sort Signature::slot_sort(TableId table, std::size_t key) const { return slot_sorts_[table.value][key]; }

std::pair<std::size_t, std::size_t> Signature::key_slice(TableId table, std::size_t key) const {
    const model::Table& t = (*model_)[table];
    std::size_t first = 0;
    auto width = [&](std::size_t k) { return t.keys[k].table ? sorts_[t.keys[k].table->value].size() : 1; };
    for (std::size_t k = 0; k < key; ++k) first += width(k);
    return {first, width(key)};
}

bool Signature::of_step(std::size_t component) const {
    auto in = [&](const std::vector<std::size_t>& set) { return !set.empty() && component >= set.front() && component <= set.back(); };
    return in(emitted_) || in(forced_);
}

std::vector<std::size_t> Signature::rights(const Type& type) const {
    std::vector<std::size_t> out;
    const std::uint64_t mask = (*model_)[type.table].rights;
    for (std::size_t i = 0; i < model_->rights.size(); ++i)
        if (mask >> i & 1) out.push_back(i);
    return out;
}

std::vector<z3::sort> Signature::sorts(const Type& type) const {
    switch (type.kind) {
        case Type::Kind::boolean: return {context_->bool_sort()};
        case Type::Kind::integer:
        case Type::Kind::instant:
        case Type::Kind::duration: return {context_->int_sort()};
        case Type::Kind::enumeration: return std::vector<z3::sort>((*model_)[type.enumeration].names.size() - 1, context_->bool_sort());
        case Type::Kind::rights: return std::vector<z3::sort>(rights(type).size(), context_->bool_sort());
        case Type::Kind::reference: return sorts_[type.table.value];
        case Type::Kind::slot: return {slot_sort(type.table, type.key)};
    }
    assert(false);
    return {};
}

Tuple Signature::fresh(const std::string& name, const std::vector<z3::sort>& sorts) const {
    Tuple out;
    for (const z3::sort& s : sorts) out.push_back(context_->constant(fmt::format("{}{}!{}", copy_, name, next_++).c_str(), s));
    return out;
}

Term Signature::slot_literal(TableId table, std::size_t key, model::Value number) const {
    for (const Literal& l : literals_)
        if (l.table == table && l.key == key && l.number == number) return l.term;
    const model::Table& t = (*model_)[table];
    Term term = context_->constant(fmt::format("{}.{}#{}", t.name, t.keys[key].name, number).c_str(), slot_sort(table, key));
    literals_.push_back({table, key, number, term});
    return term;
}

}  // namespace fief::proofs
