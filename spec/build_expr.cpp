#include "spec/build.hpp"

#include <cassert>
#include <limits>

namespace fief::spec {

// ---- tokens ---------------------------------------------------------------------------------------------------------

std::string_view Builder::text(const Node& node) const {
    const Span where = span(node);
    return source_.text().substr(where.begin, where.end - where.begin);
}

Span Builder::span(const Node& node) const {
    const std::uint32_t begin = tokens_[node.first].begin;
    return {file_, begin, node.last > node.first ? tokens_[node.last - 1].end : begin};
}

bool Builder::is(const Node& node, std::string_view literal) const {
    return node.rule == Rule::token && tokens_[node.first].type == token_type(literal);
}

bool Builder::has(const Node& node, std::string_view literal) const {
    for (const Node& c : node.children)
        if (is(c, literal)) return true;
    return false;
}

const Node* Builder::find(const Node& node, Rule rule) {
    for (const Node& c : node.children)
        if (c.rule == rule) return &c;
    return nullptr;
}

const Node* Builder::find(const Node& node, TokenKind kind) const {
    for (const Node& c : node.children)
        if (c.rule == Rule::token && tokens_[c.first].kind == kind) return &c;
    return nullptr;
}

const Node& Builder::child(const Node& node, Rule rule) {
    const Node* found = find(node, rule);
    assert(found != nullptr);
    return *found;
}

Name Builder::name(const Node& node) const { return {std::string(text(node)), span(node)}; }

std::vector<Name> Builder::names(const Node& node) const {
    std::vector<Name> all;
    for (const Node& c : node.children)
        if (c.rule == Rule::name || c.rule == Rule::word) all.push_back(name(c));
    return all;
}

/// `.owner`: the word without its dot.
Name Builder::member(const Node& token) const {
    Span where = span(token);
    ++where.begin;
    return {std::string(text(token).substr(1)), where};
}

std::string Builder::quoted(const Node& token) const {
    std::string_view raw = text(token);
    if (!raw.empty()) raw.remove_prefix(1);
    if (!raw.empty() && raw.back() == '"') raw.remove_suffix(1);
    std::string plain;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\\' && i + 1 < raw.size()) ++i;
        plain += raw[i];
    }
    return plain;
}

std::uint64_t Builder::number(std::string_view digits, Span where) {
    constexpr std::uint64_t largest = std::numeric_limits<std::int64_t>::max();
    std::uint64_t base = 10;
    if (digits.starts_with("0x")) {
        base = 16;
        digits.remove_prefix(2);
    }
    std::uint64_t value = 0;
    for (const char c : digits) {
        if (c == '_') continue;
        const auto digit = static_cast<std::uint64_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        if (value > (largest - digit) / base) {
            auto& d = diagnostics_.error("E0105", where, "this number is too large");
            d.help = "the largest number is 9223372036854775807 (0x7fffffffffffffff)";
            return 0;
        }
        value = value * base + digit;
    }
    return value;
}

/// A number that was mistyped has been reported; it counts as 0.
std::uint64_t Builder::integer(const Node& token) {
    return tokens_[token.first].kind == TokenKind::integer ? number(text(token), span(token)) : 0;
}

DurationLiteral Builder::duration(const Node& token) {
    if (tokens_[token.first].kind != TokenKind::duration) return {0, "us"};
    const std::string_view raw = text(token);
    const std::size_t digits = raw.find_first_not_of("0123456789_");
    return {number(raw.substr(0, digits), span(token)), std::string(raw.substr(digits))};
}

// ---- types ----------------------------------------------------------------------------------------------------------

TypeExpr Builder::type(const Node& node) {
    TypeExpr result;
    result.span = span(node);
    if (has(node, "..")) {
        result.range = {integer(node.children[0]), integer(node.children[2])};
        result.name.span = result.span;
        return result;
    }
    result.weak = has(node, "weak");
    result.optional = has(node, "?");
    result.name = name(child(node, Rule::name));
    if (const Node* m = find(node, TokenKind::member)) result.member = member(*m);
    return result;
}

Param Builder::param(const Node& node) { return {name(child(node, Rule::name)), type(child(node, Rule::type))}; }

std::vector<Param> Builder::params(const Node& node) {
    std::vector<Param> all;
    for (const Node& c : node.children)
        if (c.rule == Rule::param) all.push_back(param(c));
    return all;
}

// ---- expressions ----------------------------------------------------------------------------------------------------

template <class T>
ExprPtr Builder::make(const Node& node, T value) const {
    return std::make_unique<Expr>(Expr{span(node), std::move(value)});
}

ExprPtr Builder::expr(const Node& node) {
    switch (node.rule) {
        case Rule::expr: return make(node, Implies{expr(node.children[0]), expr(node.children[2])});
        case Rule::disjunction: return chain(node, Connective::Op::disjunction);
        case Rule::conjunction: return chain(node, Connective::Op::conjunction);
        case Rule::negation: return make(node, Not{expr(node.children[1])});
        case Rule::relation: return relation(node);
        case Rule::sum: return sum(node);
        case Rule::quantified: {
            const Node& word = node.children[0];
            const auto kind = is(word, "forall")   ? Quantified::Kind::forall
                              : is(word, "exists") ? Quantified::Kind::exists
                                                   : Quantified::Kind::no;
            return make(node, Quantified{kind, params(node), expr(node.children.back())});
        }
        case Rule::conditional: return make(node, IfElse{expr(node.children[1]), expr(node.children[3]), expr(node.children[5])});
        case Rule::atom: return atom(node);
        default: assert(false && "not an expression"); return make(node, NoneLiteral{});
    }
}

ExprPtr Builder::chain(const Node& node, Connective::Op op) {
    Connective all{op, {}};
    for (std::size_t i = 0; i < node.children.size(); i += 2) all.operands.push_back(expr(node.children[i]));
    return make(node, std::move(all));
}

ExprPtr Builder::sum(const Node& node) {
    Sum all{expr(node.children[0]), {}};
    for (std::size_t i = 1; i + 1 < node.children.size(); i += 2) {
        const Node& sign = node.children[i];
        const auto op = is(sign, "+") ? Sum::Op::plus : is(sign, "-") ? Sum::Op::minus : Sum::Op::intersect;
        all.rest.push_back({op, expr(node.children[i + 1])});
    }
    return make(node, std::move(all));
}

ExprPtr Builder::relation(const Node& node) {
    ExprPtr left = expr(node.children[0]);
    const Node& word = node.children[1];
    const Node& last = node.children.back();
    if (is(word, "is")) {
        Is result;
        result.negated = has(node, "not");
        result.left = std::move(left);
        if (last.rule == Rule::state_word) {
            const std::string_view state = text(last);
            result.state = state == "live" ? Is::State::live : state == "current" ? Is::State::current : Is::State::full;
        } else {
            result.right = expr(last);
        }
        return make(node, std::move(result));
    }
    ExprPtr right = expr(last);
    if (is(word, "<")) return make(node, Compare{Compare::Op::less, std::move(left), std::move(right)});
    if (is(word, "<=")) return make(node, Compare{Compare::Op::less_equal, std::move(left), std::move(right)});
    if (is(word, ">")) return make(node, Compare{Compare::Op::greater, std::move(left), std::move(right)});
    if (is(word, ">=")) return make(node, Compare{Compare::Op::greater_equal, std::move(left), std::move(right)});
    if (is(word, "in")) return make(node, In{std::move(left), std::move(right)});
    if (is(word, "within")) return make(node, Within{std::move(left), std::move(right)});
    return make(node, DescendsFrom{is(word, "strictly"), std::move(left), std::move(right)});
}

/// Folds `.a.b.c`, the children from `from` on, around an object. The parser bounds a path's length.
ExprPtr Builder::members(ExprPtr object, const Node& node, std::size_t from) {
    for (std::size_t i = from; i < node.children.size(); ++i) {
        const Node& step = node.children[i];
        if (step.rule != Rule::token || tokens_[step.first].kind != TokenKind::member) continue;
        const Span whole{file_, tokens_[node.first].begin, tokens_[step.first].end};
        object = std::make_unique<Expr>(Expr{whole, Member{std::move(object), member(step)}});
    }
    return object;
}

std::vector<ExprPtr> Builder::exprs(const Node& node) {
    std::vector<ExprPtr> all;
    for (const Node& c : node.children)
        if (c.rule != Rule::token) all.push_back(expr(c));
    return all;
}

/// `name`, `name[…]` or `name(…)`, with the members that follow; also the places of statements.
ExprPtr Builder::place(const Node& node) {
    const Name head = name(node.children[0]);
    if (node.children.size() > 1) {
        const Node& second = node.children[1];
        const Span whole{file_, head.span.begin, span(second).end};
        if (second.rule == Rule::index) return members(std::make_unique<Expr>(Expr{whole, IndexExpr{head, exprs(second)}}), node, 2);
        if (second.rule == Rule::args) return members(std::make_unique<Expr>(Expr{whole, Apply{head, exprs(second)}}), node, 2);
    }
    return members(std::make_unique<Expr>(Expr{head.span, Ident{head}}), node, 1);
}

ExprPtr Builder::atom(const Node& node) {
    const Node& first = node.children[0];
    if (first.rule == Rule::name) return place(node);
    if (first.rule == Rule::rights_set) return make(node, RightsLiteral{names(first)});
    switch (tokens_[first.first].kind) {
        case TokenKind::integer:
        case TokenKind::bad_number: return make(node, IntLiteral{integer(first)});
        case TokenKind::duration: return make(node, duration(first));
        default: break;
    }
    if (is(first, "(")) {
        ExprPtr inner = expr(node.children[1]);
        return members(std::move(inner), node, 3);
    }
    if (is(first, "old")) {
        const Span whole{file_, span(node).begin, span(node.children[3]).end};
        return members(std::make_unique<Expr>(Expr{whole, Old{expr(node.children[2])}}), node, 4);
    }
    if (is(first, "called")) {
        Called result{name(child(node, Rule::name)), std::nullopt};
        if (const Node* args = find(node, Rule::args)) result.args = exprs(*args);
        return make(node, std::move(result));
    }
    if (is(first, "emits")) return make(node, Emits{name(node.children[1]), exprs(child(node, Rule::args))});
    if (is(first, "none")) return make(node, NoneLiteral{});
    if (is(first, "all")) return make(node, AllLiteral{});
    if (is(first, "now")) return make(node, NowLiteral{});
    return make(node, BoolLiteral{is(first, "true")});
}

}  // namespace fief::spec
