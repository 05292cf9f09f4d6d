#include "gen/lower/cost.hpp"

#include "gen/visit.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fief::gen {
namespace {

class Cost {
public:
    Cost(const Program& p, const std::vector<Table>& tables, const Function& f) : p_(p), tables_(tables), f_(f) {}
    [[nodiscard]] std::optional<std::string> said() const { return block(f_.body, nullptr); }

private:
    const Program& p_;
    const std::vector<Table>& tables_;
    const Function& f_;

    [[nodiscard]] const Type& type(const Walk& w) const { return f_.locals[w.local].type; }

    static bool is_local(const Expr& e, std::uint32_t local) { return e.op == Op::local && e.index == local; }

    /// The list or the row of the record that the scan has come to.
    [[nodiscard]] bool is_own(const Walk& w, const Walk& scan) const {
        if (w.kind == Walk::Kind::list) return w.start.op == Op::load && is_local(w.start.operands[0], scan.local);
        return w.kind == Walk::Kind::row && w.start.op == Op::record_at && w.start.operands.size() == 1 &&
               is_local(w.start.operands[0], scan.local) && w.count * tables_[w.start.index].keys[0].size == tables_[w.start.index].records;
    }
    /// Whether the function goes through more records than a few.
    static bool contains_walk(const Block& b) {
        return std::any_of(b.begin(), b.end(), [&](const Stmt& s) {
            if (std::holds_alternative<Walk>(s.node)) return true;
            const auto* branch = std::get_if<Branch>(&s.node);
            return branch && (contains_walk(branch->then) || contains_walk(branch->otherwise));
        });
    }
    [[nodiscard]] bool asks_walks(const Expr& e) const {
        if (e.op == Op::invoke && contains_walk(p_.functions[e.index].body)) return true;
        return std::any_of(e.operands.begin(), e.operands.end(), [&](const Expr& o) { return asks_walks(o); });
    }

    [[nodiscard]] std::string records(const Walk& w) const {
        const Type& of = type(w);
        if (of.kind != Type::Kind::record) return fmt::format("{} values", w.count);
        const Table& table = tables_[of.table];
        return fmt::format("{} {}", w.kind == Walk::Kind::row ? w.count : table.records, table.name);
    }

    /// The index that would lead to those of the walk that matter, for all that it tests is their field against something else.
    [[nodiscard]] std::string mended_by(const Walk& w) const {
        if (w.kind != Walk::Kind::row || type(w).kind != Type::Kind::record) return {};
        std::string out;
        for_each_part(
            w.body,
            [&](const Expr& e) {
                if ((e.op != Op::equal && e.op != Op::different) || !out.empty()) return;
                for (const std::size_t side : {0U, 1U}) {
                    const Expr &field = e.operands[side], &other = e.operands[1 - side];
                    if (field.op != Op::load || field.type.kind != Type::Kind::record || !is_local(field.operands[0], w.local)) continue;
                    const Column& column = tables_[field.place.table].columns[field.place.column];
                    if (column.purpose != Column::Purpose::field || other.op == Op::literal) continue;
                    out = fmt::format("; an `index {} by {}` would mend it", tables_[field.place.table].name, column.name);
                }
            },
            [](const Stmt&) {});
        return out;
    }

    [[nodiscard]] std::optional<std::string> asked(const Expr& e, const Walk* scan) const {
        if (!scan || !asks_walks(e)) return std::nullopt;
        return fmt::format("for each of {}, a way through others", records(*scan));
    }

    /// Of a block inside this scan, if any.
    [[nodiscard]] std::optional<std::string> block(const Block& b, const Walk* scan) const {
        std::optional<std::string> out;
        for (const Stmt& s : b) {
            if (const auto* d = std::get_if<Define>(&s.node)) out = asked(d->value, scan);
            else if (const auto* t = std::get_if<Set>(&s.node)) out = asked(t->value, scan);
            else if (const auto* branch = std::get_if<Branch>(&s.node)) {
                out = asked(branch->condition, scan);
                if (!out) out = block(branch->then, scan);
                if (!out) out = block(branch->otherwise, scan);
            } else if (const auto* w = std::get_if<Walk>(&s.node)) {
                const bool few = w->kind == Walk::Kind::row && w->count <= 1;
                const bool own = scan && is_own(*w, *scan);
                if (scan && !own && !few) {
                    const char* most = w->kind == Walk::Kind::row ? "" : "up to ";
                    return fmt::format("for each of {}, {}{}{}", records(*scan), most, records(*w), mended_by(*w));
                }
                out = block(w->body, w->kind == Walk::Kind::row && !few ? w : scan);
            }
            if (out) return out;
        }
        return out;
    }
};

}  // namespace

std::optional<std::string> more_than_linear(const Program& program, const std::vector<Table>& tables, const Function& checker) {
    return Cost(program, tables, checker).said();
}

}  // namespace fief::gen
