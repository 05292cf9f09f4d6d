#include "gen/draw/draw.hpp"
#include "model/print.hpp"
#include "model/state.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace fief::gen {
namespace {

using model::Model;
using model::Noun;
using model::Role;

constexpr std::size_t most_tables = 48;
constexpr std::size_t most_revocations = 12;
constexpr std::size_t most_in_box = 24;      // of one box
constexpr std::size_t most_characters = 64;  // of one line

std::string cut(std::string text) {
    if (text.size() <= most_characters) return text;
    return text.substr(0, most_characters - 1) + "…";
}

/// Adds a line unless the box has enough; the last one then says so.
void add(Box& box, Line line) {
    line.text = cut(std::move(line.text));
    if (box.lines.size() < most_in_box) box.lines.push_back(std::move(line));
    else box.lines.back() = {"", "…", Look::plain};
}

std::string id_of(model::TableId table) { return fmt::format("table{}", table.value); }

/// "pte[env, 1024]", "gref[granter: domain, ref: 1024]"
std::string title_of(const Model& m, const model::Table& table) {
    std::vector<std::string> keys;
    for (const model::Key& key : table.keys) {
        const std::string what = key.table ? m[*key.table].name : fmt::format("{}", key.size);
        const bool named = key.table ? key.name != what : key.name != "slot";
        keys.push_back(named && table.keys.size() > 1 ? fmt::format("{}: {}", key.name, what) : what);
    }
    return keys.empty() ? table.name : fmt::format("{}[{}]", table.name, fmt::join(keys, ", "));
}

/// Every right by its name: "all" would not say which.
std::string rights_of(const Model& m, const model::Table& table) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < m.rights.size(); ++i)
        if ((table.rights >> i & 1) != 0) names.push_back(m.rights[i]);
    return fmt::format("{}", fmt::join(names, ", "));
}

/// What a field holds; nothing for those that only the time of a revocation needs.
std::optional<std::string> text_of(const Model& m, const model::Table& table, const model::Field& field) {
    using Kind = model::Type::Kind;
    switch (field.role) {
        case Role::deadline:
        case Role::since:
        case Role::entered: return std::nullopt;
        case Role::rights: return rights_of(m, table);
        case Role::key: return field.type.kind == Kind::reference ? std::optional(model::print(m, field.type)) : std::nullopt;
        default: break;
    }
    if (field.type.kind == Kind::enumeration) return fmt::format("{}", fmt::join(m[field.type.enumeration].names, ", "));
    return model::print(m, field.type);
}

class Tables {
public:
    explicit Tables(const Model& m) : m_(m) {}

    Panel panel() {
        panel_.title = "tables";
        panel_.from_lines = true;
        Group all;  // in no frames, so that each is next to what it refers to
        for (std::uint32_t t = 0; t < shown(); ++t) all.boxes.push_back(box(model::TableId{t}));
        panel_.groups.push_back(std::move(all));
        return panel_;
    }
    [[nodiscard]] std::size_t shown() const { return std::min(m_.tables.size(), most_tables); }

    /// What the arrows of the panel say.
    [[nodiscard]] std::string key() const {
        const auto any = [&](Look look) {
            return std::any_of(panel_.arrows.begin(), panel_.arrows.end(), [&](const Arrow& a) { return a.look == look; });
        };
        std::vector<std::string> out;
        if (any(Look::plain)) out.emplace_back("among tables, a dark arrow leads from a field to the table that it refers to");
        if (any(Look::quiet)) out.emplace_back("a light one from a part of the key");
        if (optional_) out.emplace_back("`?` says that there may be none");
        return fmt::format("{}", fmt::join(out, ", "));
    }

private:
    const Model& m_;
    Panel panel_;
    bool optional_ = false;  ///< some reference may be to nothing

    [[nodiscard]] static std::string aside_of(const model::Table& table) {
        const std::string noun = [&] {
            switch (table.noun) {
                case Noun::binding: return "binding";
                case Noun::capability: return "capability";
                case Noun::resource: return "resource";
                case Noun::actor: return "actor";
                case Noun::table: break;
            }
            return "table";
        }();
        return noun + (table.derived ? ", derived" : "") + (table.kept ? ", kept" : "");
    }

    Box box(model::TableId id) {
        const model::Table& table = m_[id];
        Box out{id_of(id), cut(title_of(m_, table)), aside_of(table), {}, Look::plain};
        for (const model::Field& field : table.fields) {
            const auto text = text_of(m_, table, field);
            if (!text) continue;
            const bool refers = field.type.kind == model::Type::Kind::reference && field.type.table.value < shown();
            const std::size_t line = out.lines.size();
            const bool named = field.role != Role::key || field.name != *text;
            const std::string name = field.role != Role::key ? field.name : named ? "key " + field.name : "key";
            add(out, {name, *text, Look::plain});
            if (!refers || line >= most_in_box) continue;
            optional_ = optional_ || field.type.optional;
            panel_.arrows.push_back({out.id, line, id_of(field.type.table), "", field.role == Role::key ? Look::quiet : Look::plain});
        }
        return out;
    }
};

/// What leads into and out of a revocation's phases, gathered from the calls.
class Phases {
public:
    Phases(const Model& m, model::RevocationId id)
        : m_(m), revocation_(m[id]), id_(id), bodies_(revocation_.steps.size() + 1), into_(revocation_.steps.size() + 1) {
        for (const model::Call& call : m.calls) {
            call_ = &call;
            walk(call.effects, false);
        }
    }

    [[nodiscard]] Panel panel() const {
        Panel out;
        out.title = "revocation of " + m_[revocation_.table].name;
        if (revocation_.spare)
            out.remarks.push_back({"spared, never asked and never forced: " + cut(model::print(m_, *revocation_.spare)), Look::plain});
        if (m_.clock)
            out.remarks.push_back(
                {fmt::format("a deadline is noticed at most {} late", model::print_duration(m_, m_.clock->latency)), Look::quiet});
        Group group;
        Box idle{"idle", "idle", "", {}, Look::plain};
        if (!back_.empty()) idle.lines.push_back({"again after", names(back_), Look::plain});
        group.boxes.push_back(std::move(idle));
        for (std::size_t p = 0; p < revocation_.steps.size(); ++p) {
            const model::Phase& phase = revocation_.steps[p];
            Box box{fmt::format("phase{}", p), phase.name, "within " + model::print_duration(m_, phase.within), {}, Look::plain};
            for (const Line& line : bodies_[p]) add(box, line);
            out.arrows.push_back({group.boxes.back().id, std::nullopt, box.id, names(into_[p]), Look::plain});
            if (!back_.empty()) out.arrows.push_back({box.id, std::nullopt, "idle", "", Look::quiet});
            group.boxes.push_back(std::move(box));
        }
        if (revocation_.has_force) {
            Box box{"force", "by force", "", {}, Look::plain};
            for (const Line& line : bodies_.back()) add(box, line);
            out.arrows.push_back({group.boxes.back().id, std::nullopt, box.id, names(into_.back()), Look::plain});
            if (!back_.empty()) out.arrows.push_back({box.id, std::nullopt, "idle", "", Look::quiet});
            group.boxes.push_back(std::move(box));
        }
        out.groups.push_back(std::move(group));
        return out;
    }

private:
    const Model& m_;
    const model::Revocation& revocation_;
    model::RevocationId id_;
    const model::Call* call_ = nullptr;
    std::vector<std::vector<Line>> bodies_;       ///< by phase, and force: what its block does
    std::vector<std::vector<std::string>> into_;  ///< by phase, and force: the calls that lead there
    std::vector<std::string> back_;               ///< the calls that end a revocation

    static std::string names(const std::vector<std::string>& calls) {
        constexpr std::size_t most = 5;
        if (calls.size() <= most) return fmt::format("{}", fmt::join(calls, ", "));
        return fmt::format("{}, …", fmt::join(calls.begin(), calls.begin() + most, ", "));
    }
    void note(std::vector<std::string>& calls) const {
        if (calls.empty() || calls.back() != call_->name + "()") calls.push_back(call_->name + "()");
    }
    [[nodiscard]] bool is_phase(const model::Assign& n) const {
        return m_[n.record].type.table == revocation_.table && m_[revocation_.table].fields[n.field.value].role == Role::phase;
    }

    void walk(const model::Block& block, bool entering) {
        for (const model::Stmt& s : block)
            std::visit(model::overloaded{[&](const model::Assign& n) {
                                             const auto* value = std::get_if<model::Const>(&m_[n.value].node);
                                             if (!entering && is_phase(n) && value && value->value == 0) note(back_);
                                         },
                                         [&](const model::Drop& n) {
                                             if (m_[n.record].type.table == revocation_.table) note(back_);
                                         },
                                         [&](const model::For& n) { walk(n.body, entering); },
                                         [&](const model::Pick& n) {
                                             walk(n.body, entering);
                                             walk(n.otherwise, entering);
                                         },
                                         [&](const model::If& n) {
                                             walk(n.then, entering);
                                             walk(n.otherwise, entering);
                                         },
                                         [&](const model::Scope& n) { scope(n, entering); }, [](const auto&) {}},
                       s.node);
    }

    void scope(const model::Scope& n, bool entering) {
        std::optional<std::size_t> at;
        if (n.kind == model::Scope::Kind::force && forces(n)) at = revocation_.steps.size();
        if (n.kind == model::Scope::Kind::enter) at = entered(n);
        if (at) {
            note(into_[*at]);
            if (bodies_[*at].empty()) describe(n.body, "", bodies_[*at]);
        }
        walk(n.body, entering || n.kind == model::Scope::Kind::enter);
    }
    [[nodiscard]] bool forces(const model::Scope& n) const {
        return std::any_of(n.body.begin(), n.body.end(), [&](const model::Stmt& s) {
            const auto* force = std::get_if<model::Force>(&s.node);
            return force && force->revocation == id_;
        });
    }
    [[nodiscard]] std::optional<std::size_t> entered(const model::Scope& n) const {
        for (const model::Stmt& s : n.body) {
            const auto* assign = std::get_if<model::Assign>(&s.node);
            if (!assign || !is_phase(*assign)) continue;
            const auto* value = std::get_if<model::Const>(&m_[assign->value].node);
            if (value && value->value > 0) return static_cast<std::size_t>(value->value - 1);
        }
        return std::nullopt;
    }

    /// The block as its author wrote it, more or less: what `enter` and `force` do by themselves is left out.
    void describe(const model::Block& block, const std::string& indent, std::vector<Line>& out) const {
        for (const model::Stmt& s : block)
            std::visit(
                model::overloaded{[&](const model::Assign& n) {
                                      const model::Table& table = m_[m_[n.record].type.table];
                                      const Role role = table.fields[n.field.value].role;
                                      if (role == Role::phase || role == Role::deadline || role == Role::since || role == Role::entered)
                                          return;
                                      out.push_back({"",
                                                     fmt::format("{}{}.{} := {}", indent, model::print(m_, n.record),
                                                                 table.fields[n.field.value].name, model::print(m_, n.value)),
                                                     Look::plain});
                                  },
                                  [&](const model::New& n) {
                                      out.push_back({indent + "new", record(n), Look::plain});
                                  },
                                  [&](const model::Drop& n) {
                                      out.push_back({indent + "drop", model::print(m_, n.record), Look::plain});
                                  },
                                  [&](const model::For& n) {
                                      out.push_back({indent + "for", range(n.var, n.where), Look::plain});
                                      describe(n.body, indent + "  ", out);
                                  },
                                  [&](const model::Pick& n) {
                                      out.push_back({indent + "pick", range(n.var, n.where), Look::plain});
                                      describe(n.body, indent + "  ", out);
                                      if (!n.otherwise.empty()) out.push_back({indent + "else", "", Look::plain});
                                      describe(n.otherwise, indent + "  ", out);
                                  },
                                  [&](const model::If& n) {
                                      const std::size_t at = out.size();
                                      describe(n.then, indent + "  ", out);
                                      if (out.size() == at && n.otherwise.empty()) return;  // what `enter` does by itself
                                      out.insert(out.begin() + static_cast<std::ptrdiff_t>(at),
                                                 {indent + "if", model::print(m_, n.condition), Look::plain});
                                      if (!n.otherwise.empty()) out.push_back({indent + "else", "", Look::plain});
                                      describe(n.otherwise, indent + "  ", out);
                                  },
                                  [&](const model::Emit& n) {
                                      out.push_back({indent + "emit", fmt::format("{}({})", m_[n.event].name, list(n.args)), Look::plain});
                                  },
                                  [&](const model::Scope& n) {
                                      out.push_back({"", indent + n.name + "(…)", Look::plain});
                                  },
                                  [](const auto&) {}},
                s.node);
    }
    [[nodiscard]] std::string list(const std::vector<model::ExprId>& exprs) const {
        std::vector<std::string> out;
        out.reserve(exprs.size());
        for (const model::ExprId e : exprs) out.push_back(model::print(m_, e));
        return fmt::format("{}", fmt::join(out, ", "));
    }
    [[nodiscard]] std::string range(model::VarId var, model::ExprId where) const {
        return fmt::format("{}: {} where {}", m_[var].name, m_[m_[var].type.table].name, model::print(m_, where));
    }
    /// "lost[p.owner] { page: p }"
    [[nodiscard]] std::string record(const model::New& n) const {
        const model::Table& table = m_[n.table];
        std::vector<std::string> given;
        for (std::size_t i = 0; i < n.inits.size(); ++i) {
            const model::Field& field = table.fields[table.keys.size() + i];
            const auto* value = std::get_if<model::Const>(&m_[n.inits[i]].node);
            const bool by_itself = field.role == Role::since || field.role == Role::entered || field.role == Role::deadline;
            if (by_itself || (value && value->value == model::first_value(field.type))) continue;
            given.push_back(fmt::format("{}: {}", field.name, model::print(m_, n.inits[i])));
        }
        const std::string keys = n.keys.empty() ? "" : fmt::format("[{}]", list(n.keys));
        return fmt::format("{}{}{}", table.name, keys, given.empty() ? "" : fmt::format(" {{ {} }}", fmt::join(given, ", ")));
    }
};

}  // namespace

Picture draw_spec(const Model& m) {
    Picture out;
    out.title = m.name;
    Tables tables(m);
    if (!m.tables.empty()) out.panels.push_back(tables.panel());
    const std::size_t revocations = std::min(m.revocations.size(), most_revocations);
    for (std::uint32_t r = 0; r < revocations; ++r) out.panels.push_back(Phases(m, model::RevocationId{r}).panel());
    out.subtitle =
        fmt::format("{} tables, {} calls{}", m.tables.size(), m.calls.size(), m.clock ? fmt::format(", time in {}", m.clock->unit) : "");
    if (const std::string key = tables.key(); !key.empty()) out.notes.push_back(key);
    if (tables.shown() < m.tables.size())
        out.notes.push_back(fmt::format("the first {} of {} tables are drawn", tables.shown(), m.tables.size()));
    if (revocations < m.revocations.size())
        out.notes.push_back(fmt::format("the first {} of {} revocations are drawn", revocations, m.revocations.size()));
    return out;
}

}  // namespace fief::gen
