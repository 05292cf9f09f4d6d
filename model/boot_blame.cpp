#include "model/boot_blame.hpp"

#include "model/boot.hpp"
#include "model/children.hpp"
#include "model/state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace fief::model {
namespace {

/// Fields of the table that an expression reads of a variable, as it is read from the left; what an implication concludes stands before
/// what it assumes.
void fields_read(const Model& m, ExprId e, TableId table, std::vector<FieldId>& out) {
    const auto& node = m[e].node;
    if (const auto* implies = std::get_if<Implies>(&node)) {
        fields_read(m, implies->right, table, out);
        return fields_read(m, implies->left, table, out);
    }
    if (const auto* read = std::get_if<Read>(&node))
        if (std::holds_alternative<VarRef>(m[read->record].node) && m[read->record].type.table == table) out.push_back(read->field);
    for_each_child(node, [&](ExprId child) { fields_read(m, child, table, out); });
}

/// A text that fits on a line.
std::string shortened(const std::string& text) {
    constexpr std::size_t most = 160;
    return text.size() <= most ? text : text.substr(0, text.rfind(' ', most)) + " …";
}

class Blame {
public:
    Blame(const Model& m, const spec::Sources& sources) : m_(m), sources_(sources), layout_(m, Capacity::declared(m)) {}

    void say(PropertyId property, std::optional<ExprId> part, const std::vector<std::pair<TableId, Value>>& records,
             spec::Diagnostics& diagnostics) const {
        const Property& p = m_[property];
        std::string named;
        const BootRecord* guilty = nullptr;
        std::pair<TableId, Value> of;
        std::vector<spec::Note> others;
        for (const auto& [table, record] : records) {
            const BootRecord* found = find(table, record);
            const std::string name = fmt::format("`{}`", show(table, record));
            if (found && !guilty) {
                guilty = found;
                of = {table, record};
                continue;
            }
            if (guilty && of == std::pair(table, record)) continue;
            if (found) others.push_back({found->span, "and " + name});
            else named += fmt::format("{}{}", named.empty() ? "" : ", ", name);
        }
        const std::string text = p.text.empty() ? p.explanation : shortened(p.text);
        if (!guilty) {
            const std::string what = named.empty() ? "the state at boot" : fmt::format("at boot, {}", named);
            // No record of the spec's own is to blame.
            spec::Diagnostic& d = diagnostics.error("E0518", p.span, fmt::format("{} breaks `{}`: {}", what, p.name, text));
            d.help = p.explanation;
            return;
        }
        spec::Diagnostic& d = diagnostics.error("E0518", place(*guilty, p, part),
                                                fmt::format("boot record `{}` breaks `{}`: {}", show(of.first, of.second), p.name, text));
        if (!named.empty()) d.label = "with " + named;
        d.notes = std::move(others);
        d.help = p.explanation;
    }

private:
    const Model& m_;
    const spec::Sources& sources_;
    Layout layout_;

    /// "cap[16]", as boot writes it.
    [[nodiscard]] std::string show(TableId table, Value record) const {
        std::string keys;
        for (std::size_t k = 0; k < layout_.keys(table); ++k)
            keys += fmt::format("{}{}", keys.empty() ? "" : ", ", layout_.key(table, record, k));
        return keys.empty() ? m_[table].name : fmt::format("{}[{}]", m_[table].name, keys);
    }

    [[nodiscard]] const BootRecord* find(TableId table, Value record) const {
        const auto at = std::find_if(m_.boot.begin(), m_.boot.end(),
                                     [&](const BootRecord& b) { return b.table == table && layout_.record(table, b.keys) == record; });
        return at == m_.boot.end() ? nullptr : &*at;
    }

    [[nodiscard]] Span place(const BootRecord& record, const Property& p, std::optional<ExprId> part) const {
        if (!p.formula) return record.span;
        std::vector<FieldId> fields;
        if (part) fields_read(m_, *part, record.table, fields);
        fields_read(m_, *p.formula, record.table, fields);
        for (const FieldId f : fields) {
            if (f.value >= record.values.size() || !record.values[f.value]) continue;
            return boot_cell(sources_, record.span, m_[record.table].fields[f.value].name);
        }
        return record.span;
    }
};

}  // namespace

void blame_boot(const Model& model, const spec::Sources& sources, PropertyId property, std::optional<ExprId> part,
                const std::vector<std::pair<TableId, Value>>& records, spec::Diagnostics& diagnostics) {
    Blame(model, sources).say(property, part, records, diagnostics);
}

}  // namespace fief::model
