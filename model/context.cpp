#include "model/context.hpp"

#include "model/children.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fief::model {

std::string_view describe(Symbol::Kind kind) {
    switch (kind) {
        case Symbol::Kind::table: return "a table";
        case Symbol::Kind::enumeration: return "an enumeration";
        case Symbol::Kind::call: return "a call";
        case Symbol::Kind::guard: return "a guard";
        case Symbol::Kind::routine: return "a routine";
        case Symbol::Kind::count: return "a count";
        case Symbol::Kind::relation: return "a relation";
        case Symbol::Kind::event: return "an event";
        case Symbol::Kind::property: return "a property";
        case Symbol::Kind::error: return "an error";
    }
    return "";
}

Type boolean_type() { return Type{}; }
Type integer_type(Value lo, Value hi) {
    Type t;
    t.kind = Type::Kind::integer;
    t.lo = lo;
    t.hi = hi;
    return t;
}
Type instant_type() {
    Type t;
    t.kind = Type::Kind::instant;
    return t;
}
Type duration_type() {
    Type t;
    t.kind = Type::Kind::duration;
    return t;
}
Type enum_type(EnumId id) {
    Type t;
    t.kind = Type::Kind::enumeration;
    t.enumeration = id;
    return t;
}
Type reference_type(TableId table, bool optional) {
    Type t;
    t.kind = Type::Kind::reference;
    t.table = table;
    t.optional = optional;
    return t;
}
Type rights_type(TableId table) {
    Type t;
    t.kind = Type::Kind::rights;
    t.table = table;
    return t;
}
Type slot_type(TableId table, std::uint32_t key) {
    Type t;
    t.kind = Type::Kind::slot;
    t.table = table;
    t.key = key;
    return t;
}

spec::Diagnostic& Context::error(std::string code, Span span, std::string message) {
    if (!reported_.emplace(code, span.file, span.begin, span.end).second) {
        swallowed_ = {};
        return swallowed_;
    }
    return diagnostics->error(std::move(code), span, std::move(message));
}

spec::Diagnostic& Context::warning(std::string code, Span span, std::string message) {
    if (implied || !reported_.emplace(code, span.file, span.begin, span.end).second) {
        swallowed_ = {};
        return swallowed_;
    }
    warnings_.push_back({spec::Severity::warning, std::move(code), std::move(message), span, "", {}, ""});
    return warnings_.back();
}

void Context::flush_warnings() {
    for (spec::Diagnostic& w : warnings_) {
        spec::Diagnostic& d = diagnostics->warning(w.code, w.span, w.message);
        d.label = std::move(w.label);
        d.notes = std::move(w.notes);
        d.help = std::move(w.help);
    }
    warnings_.clear();
}

ExprId Context::add(const Type& type, Span span, decltype(Expr::node) node) {
    std::uint32_t depth = 0;
    for_each_child(node, [&](const ExprId& child) { depth = std::max(depth, expr_depth[child.value]); });
    model.exprs.push_back({type, span, std::move(node)});
    expr_depth.push_back(depth + 1);
    return ExprId{static_cast<std::uint32_t>(model.exprs.size() - 1)};
}

VarId Context::add_var(std::string name, const std::optional<Type>& type, Var::Kind kind, Span span) {
    model.vars.push_back({std::move(name), type.value_or(Type{}), kind, span});
    var_poisoned.push_back(!type);
    return VarId{static_cast<std::uint32_t>(model.vars.size() - 1)};
}

ErrorId Context::error_id(const std::string& name) {
    auto [at, added] = error_ids.try_emplace(name, ErrorId{static_cast<std::uint32_t>(model.errors.size())});
    if (added) model.errors.push_back(name);
    return at->second;
}

std::string Context::show(const Type& type) const {
    const auto table = [&]() -> const std::string& { return model[type.table].name; };
    switch (type.kind) {
        case Type::Kind::boolean: return "bool";
        case Type::Kind::integer: return type.lo == type.hi ? fmt::format("{}", type.lo) : fmt::format("{}..{}", type.lo, type.hi);
        case Type::Kind::instant: return "time";
        case Type::Kind::duration: return "duration";
        case Type::Kind::enumeration: return model[type.enumeration].name;
        case Type::Kind::reference: return fmt::format("{}{}{}", type.weak ? "weak " : "", table(), type.optional ? "?" : "");
        case Type::Kind::rights: return fmt::format("{}.rights", table());
        case Type::Kind::slot: return fmt::format("{}.{}", table(), model[type.table].keys[type.key].name);
    }
    return "";
}

std::optional<TableId> Context::find_table(std::string_view name) const {
    const auto at = types.find(name);
    if (at == types.end() || at->second.kind != Symbol::Kind::table) return std::nullopt;
    return TableId{at->second.id};
}

std::optional<TableId> Context::table_named(const spec::Name& name, std::string_view wanted) {
    const auto at = types.find(name.text);
    if (at == types.end()) {
        spec::Diagnostic& d = error("E0203", name.span, fmt::format("there is no {} `{}`", wanted, name.text));
        suggest(d, name.text, names_of(types, {Symbol::Kind::table}));
        point_elsewhere(*this, d, name.text);
        return std::nullopt;
    }
    at->second.used = true;
    if (at->second.kind != Symbol::Kind::table) {
        spec::Diagnostic& d = error("E0216", name.span, fmt::format("`{}` is {}, not a {}", name.text, describe(at->second.kind), wanted));
        d.notes.push_back({at->second.span, "declared here"});
        return std::nullopt;
    }
    return TableId{at->second.id};
}

std::optional<FieldId> Context::field_named(TableId table, const spec::Name& name) {
    TableNotes& notes = tables[table.value];
    if (const auto at = notes.fields.find(name.text); at != notes.fields.end()) return at->second;
    if (notes.poisoned.contains(name.text)) return std::nullopt;
    const Table& t = model[table];
    spec::Diagnostic& d = error("E0202", name.span, fmt::format("there is no field `{}` in `{}`", name.text, t.name));
    std::vector<std::string> names;
    for (const Field& f : t.fields) names.push_back(f.name);
    names.insert(names.end(), notes.poisoned.begin(), notes.poisoned.end());
    if (t.revocation) names.emplace_back("overdue");
    suggest(d, name.text, names);
    if (t.revocation && name.text == "overdue") d.help = "`overdue` follows from the phase and the deadline";
    else if (d.label.empty() && (name.text == "phase" || name.text == "deadline" || name.text == "overdue"))
        d.help = fmt::format("`{}` has it once there is a `revocation of x: {}`", t.name, t.name);
    return std::nullopt;
}

std::optional<std::uint32_t> Context::right_bit(TableId table, const spec::Name& name) {
    const auto at = right_bits.find(name.text);
    const Table& t = model[table];
    if (at != right_bits.end() && (t.rights >> at->second & 1U) != 0) return at->second;
    if (tables[table.value].poisoned.contains("rights")) return std::nullopt;
    spec::Diagnostic& d = error("E0208", name.span, fmt::format("`{}` has no right `{}`", t.name, name.text));
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < model.rights.size(); ++i)
        if ((t.rights >> i & 1U) != 0) names.push_back(model.rights[i]);
    suggest(d, name.text, names);
    if (d.label.empty() && t.rights == 0) d.help = fmt::format("declare them in the table: `rights {{ {} }}`", name.text);
    return std::nullopt;
}

namespace {

std::optional<std::uint64_t> nanoseconds(std::string_view unit) {
    static constexpr std::pair<std::string_view, std::uint64_t> units[] = {
        {"ns", 1}, {"us", 1'000}, {"ms", 1'000'000}, {"s", 1'000'000'000}, {"min", 60'000'000'000}, {"h", 3'600'000'000'000},
    };
    for (const auto& [name, amount] : units)
        if (name == unit) return amount;
    return std::nullopt;
}

}  // namespace

std::optional<Value> Context::clock_units(const spec::DurationLiteral& duration, Span span) {
    if (!model.clock) {
        if (clocks.empty()) error("E0308", span, "a duration needs a clock").help = "declare one: `clock us latency 10us`";
        return std::nullopt;
    }
    const auto from = nanoseconds(duration.unit), to = nanoseconds(model.clock->unit);
    if (!from || !to) return std::nullopt;
    std::uint64_t total = 0;
    if (__builtin_mul_overflow(duration.amount, *from, &total) || total / *to > static_cast<std::uint64_t>(max_number) / 4) {
        // Through nanoseconds it may overflow where the quotient would not; such times are beyond any kernel's life.
        error("E0308", span, fmt::format("{}{} is too long a time", duration.amount, duration.unit));
        return std::nullopt;
    }
    if (total % *to != 0) {
        error("E0308", span, fmt::format("{}{} is no whole number of the clock's {}", duration.amount, duration.unit, model.clock->unit))
            .help = fmt::format("declare a finer clock, such as `clock {} latency …`", duration.unit);
        return std::nullopt;
    }
    return static_cast<Value>(total / *to);
}

void suggest(spec::Diagnostic& diagnostic, std::string_view word, const std::vector<std::string>& candidates) {
    if (std::string near = spec::nearest(word, candidates); !near.empty()) diagnostic.label = fmt::format("did you mean `{}`?", near);
}

std::vector<std::string> names_of(const Symbols& symbols, std::initializer_list<Symbol::Kind> kinds) {
    std::vector<std::string> out;
    for (const auto& [name, symbol] : symbols)
        if (std::find(kinds.begin(), kinds.end(), symbol.kind) != kinds.end()) out.push_back(name);
    return out;
}

void point_elsewhere(const Context& context, spec::Diagnostic& diagnostic, std::string_view word) {
    for (const Symbols* space : {&context.types, &context.callables, &context.events, &context.properties})
        if (const auto at = space->find(word); at != space->end()) {
            diagnostic.notes.push_back({at->second.span, fmt::format("`{}` is {}", word, describe(at->second.kind))});
            return;
        }
}

std::string a_record(const std::string& table) {
    const bool vowel = !table.empty() && std::string_view("aeiouAEIOU").find(table[0]) != std::string_view::npos;
    return fmt::format("{} `{}`", vowel ? "an" : "a", table);
}

std::string join_doc(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) {
        if (!out.empty()) out += '\n';
        out += line;
    }
    return out;
}

Value rights_bound(const Context& context, ExprId id) {
    const Expr& expr = context.model[id];
    return std::visit(overloaded{
                          [](const Const& c) { return c.value; },
                          [&](const RightsOp& op) {
                              const Value left = rights_bound(context, op.left);
                              if (op.op == RightsOp::Op::subtract) return left;
                              const Value right = rights_bound(context, op.right);
                              return op.op == RightsOp::Op::unite ? left | right : left & right;
                          },
                          [&](const IfElse& c) { return rights_bound(context, c.then) | rights_bound(context, c.otherwise); },
                          [&](const Old& o) { return rights_bound(context, o.operand); },
                          [&](const auto&) { return static_cast<Value>(context.model[expr.type.table].rights); },
                      },
                      expr.node);
}

}  // namespace fief::model
