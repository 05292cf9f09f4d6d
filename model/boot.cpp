#include "model/boot.hpp"

#include "model/boot_blame.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fief::model {

/// The keys of a boot record: each a range of values (of one, mostly), with the name that stands for the value.
struct Boot::Ranges {
    std::vector<Value> first, last;
    std::vector<std::optional<spec::Name>> labels;
};

bool Boot::settable(const Field& f, Span at) {
    if (f.role == Role::phase || f.role == Role::deadline || f.role == Role::since || f.role == Role::entered) {
        c_.error("E0406", at, fmt::format("at boot every record is idle: `{}` follows from `enter`", f.name));
        return false;
    }
    return true;
}

bool Boot::complete(TableId table, const std::vector<bool>& given, Span at) {
    const Table& t = c_.model[table];
    std::string missing;
    for (std::size_t f = 0; f < t.fields.size(); ++f) {
        const Field& field = t.fields[f];
        if (!given[f] && field.role != Role::key && field.type.kind == Type::Kind::reference && !field.type.optional)
            missing += fmt::format("{}`{}`", missing.empty() ? "" : ", ", field.name);
    }
    if (missing.empty()) return true;
    c_.error("E0405", at, fmt::format("{} needs {}", a_record(t.name), missing))
        .notes.push_back({c_.tables[table.value].table->name.span, "declared here"});
    return false;
}

bool Boot::push(BootRecord record) {
    if (c_.model.boot.size() == max_boot_records) {
        c_.error("E0512", record.span, fmt::format("boot makes more than {} records", max_boot_records));
        return false;
    }
    const auto place = static_cast<std::uint32_t>(c_.model.boot.size());
    const auto [at, added] = given_[record.table.value].try_emplace(constants_.record(record.table, record.keys), place);
    if (!added) {
        const Span before = c_.model.boot[at->second].span;
        std::string keys;
        for (const Value k : record.keys) keys += fmt::format("{}{}", keys.empty() ? "" : ", ", k);
        spec::Diagnostic& d =
            c_.error("E0511", record.span, fmt::format("`{}[{}]` is given twice at boot", c_.model[record.table].name, keys));
        if (before != record.span) d.notes.push_back({before, "first here"});
        return false;
    }
    c_.model.boot.push_back(std::move(record));
    return true;
}

void Boot::add(const spec::BootRecord& record) {
    const auto table = c_.table_named(record.table);
    if (!table) return;
    const Table& t = c_.model[*table];
    std::vector<bool> given(t.fields.size());
    std::vector<FieldId> fields;
    bool good = !c_.tables[table->value].keys_poisoned, unknown = false;
    std::map<std::string, Span> seen;
    for (const spec::Init& init : record.inits) {
        const auto field = c_.field_named(*table, init.field);
        fields.push_back(field.value_or(FieldId{}));
        if (!field) {
            good = false;
            unknown = true;
            continue;
        }
        const Field& f = c_.field(*table, *field);
        if (const auto [at, added] = seen.try_emplace(f.name, init.field.span); !added) {
            c_.error("E0406", init.field.span, fmt::format("`{}` is given twice", f.name)).notes.push_back({at->second, "first here"});
            good = false;
        } else if (f.role == Role::key) {
            c_.error("E0406", init.field.span, fmt::format("`{}` is a key of `{}`: keys stand in brackets", f.name, t.name));
            good = false;
        } else if (!settable(f, init.field.span)) {
            good = false;
        }
        given[field->value] = true;
    }
    if (!unknown && !complete(*table, given, record.span)) good = false;
    if (record.keys.size() != t.keys.size()) {
        if (!c_.tables[table->value].keys_poisoned)
            c_.error("E0304", record.table.span,
                     fmt::format("`{}` has {} key{}, not {}", t.name, t.keys.size(), t.keys.size() == 1 ? "" : "s", record.keys.size()))
                .notes.push_back({c_.tables[table->value].table->name.span, "declared here"});
        return;
    }
    if (good) each(record, *table, fields);
}

/// Spells the ranges out.
void Boot::each(const spec::BootRecord& record, TableId table, const std::vector<FieldId>& fields) {
    Ranges r;
    std::size_t total = 1;
    for (std::size_t k = 0; k < record.keys.size(); ++k) {
        const spec::BootKey& key = record.keys[k];
        const auto first = constants_.key(*key.first, table, k, {});
        const auto last = key.last ? constants_.key(*key.last, table, k, {}) : first;
        if (!first || !last) return;
        if (*first > *last) {
            c_.error("E0512", key.span, "this range is empty");
            return;
        }
        if (key.label)
            for (const auto& other : r.labels)
                if (other && other->text == key.label->text) {
                    c_.error("E0214", key.label->span, fmt::format("`{}` stands for two keys", key.label->text))
                        .notes.push_back({other->span, "the first"});
                    return;
                }
        r.first.push_back(*first);
        r.last.push_back(*last);
        r.labels.push_back(key.label);
        const auto size = static_cast<std::size_t>(*last - *first) + 1;
        if (size > max_boot_records || (total *= size) > max_boot_records) {
            c_.error("E0512", record.span, fmt::format("boot makes more than {} records", max_boot_records));
            return;
        }
    }
    const std::vector<Field>& all = c_.model[table].fields;
    std::vector<Value> at = r.first;
    BootNames names;
    for (std::size_t k = 0; k < at.size(); ++k)
        if (r.labels[k]) names.emplace_back(r.labels[k]->text, 0);
    for (std::size_t n = 0; n < total; ++n) {
        std::size_t label = 0;
        for (std::size_t k = 0; k < at.size(); ++k)
            if (r.labels[k]) names[label++].second = at[k];
        BootRecord made{table, at, std::vector<std::optional<Value>>(all.size()), record.span};
        for (std::size_t k = 0; k < at.size(); ++k) made.values[k] = at[k];
        bool good = true;
        for (std::size_t i = 0; i < record.inits.size(); ++i) {
            const auto v = constants_.value(*record.inits[i].value, all[fields[i].value].type, names);
            good = good && v;
            made.values[fields[i].value] = v;
        }
        if (!good || !push(std::move(made))) return;
        for (std::size_t k = at.size(); k-- > 0;) {
            if (++at[k] <= r.last[k]) break;
            at[k] = r.first[k];
        }
    }
}

void Boot::check_complete() {
    for (std::uint32_t t = 0; t < c_.tables.size(); ++t) {
        const Table& table = c_.model.tables[t];
        if (!table.always_live || c_.tables[t].keys_poisoned) continue;
        const Field* needed = nullptr;
        for (const Field& f : table.fields)
            if (f.role != Role::key && f.type.kind == Type::Kind::reference && !f.type.optional && !needed) needed = &f;
        if (!needed) continue;
        const Value records = c_.tables[t].records;
        if (static_cast<Value>(given_[t].size()) == records) continue;
        Value missing = 0;
        while (given_[t].contains(missing)) ++missing;
        c_.error("E0510", needed->span,
                 fmt::format("{} always exists, but nothing says what its `{}` is at boot", constants_.show(TableId{t}, missing),
                             needed->name))
            .help = fmt::format("`boot {{ {}{} {{ {}: … }} }}`, or declare it as `{}?`", table.name, table.keys.empty() ? "" : "[…]",
                                needed->name, c_.model[needed->type.table].name);
    }
}

void Boot::check_references() {
    for (const BootRecord& record : c_.model.boot) {
        const Table& table = c_.model[record.table];
        for (std::size_t f = 0; f < table.fields.size(); ++f) {
            const Field& field = table.fields[f];
            const auto value = f < record.values.size() ? record.values[f] : std::nullopt;
            if (field.type.kind != Type::Kind::reference || !value || *value < 0) continue;
            const Table& named = c_.model[field.type.table];
            if (named.always_live) continue;
            if (!given_[field.type.table.value].contains(*value)) {
                c_.error("E0517", boot_cell(c_.sources, record.span, field.name),
                         fmt::format("`{}` names {}, which is not live at boot", field.name, constants_.show(field.type.table, *value)));
                return;
            }
        }
    }
    for (std::uint32_t t = 0; t < c_.tables.size(); ++t) {
        const auto parent = c_.model.tables[t].field(Role::parent);
        const BootRecord* record = parent ? circle(TableId{t}, *parent) : nullptr;
        if (!record) continue;
        c_.error("E0517", boot_cell(c_.sources, record->span, c_.model.tables[t].fields[parent->value].name),
                 fmt::format("{} is derived from itself", constants_.show(record->table, constants_.record(record->table, record->keys))));
        return;
    }
}

/// Each record is passed once: a way up ends at a root, at a record that an earlier way passed, or at one of its own, in a circle.
const BootRecord* Boot::circle(TableId table, FieldId parent) const {
    const std::vector<BootRecord>& boot = c_.model.boot;
    constexpr std::uint32_t nobody = ~std::uint32_t{0};
    const auto above = [&](std::uint32_t at) {
        const auto value = boot[at].values[parent.value];
        if (!value || *value < 0) return nobody;
        const auto next = given_[table.value].find(*value);
        return next == given_[table.value].end() ? nobody : next->second;
    };
    std::vector<std::uint32_t> way(boot.size(), nobody);  // the record from which the way began that passed this one
    std::uint32_t first = nobody;
    for (std::uint32_t start = 0; start < boot.size(); ++start) {
        if (boot[start].table != table) continue;
        std::uint32_t at = start;
        for (; at != nobody && way[at] == nobody; at = above(at)) way[at] = start;
        if (at == nobody || way[at] != start) continue;
        std::uint32_t in = at;
        do first = std::min(first, in);
        while ((in = above(in)) != at);
    }
    return first == nobody ? nullptr : &boot[first];
}

void resolve_boot(Context& c) {
    Boot boot(c);
    const std::size_t before = c.diagnostics->errors();
    for (const auto& [decl, node] : c.boots)
        for (const auto& item : node->items) std::visit([&](const auto& i) { boot.add(i); }, item);
    if (c.diagnostics->errors() == before) boot.check_complete();
    if (c.diagnostics->errors() == before) boot.check_references();
}

}  // namespace fief::model
