#include "spec/grammar.hpp"

#include "FiefLexer.h"
#include "FiefParser.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
#include <string>
#include <unordered_map>

namespace fief::spec {

using fief_grammar::FiefLexer;
using fief_grammar::FiefParser;

namespace {

// ---- tokens ---------------------------------------------------------------------------------------------------------

/// The text as the lexer sees it: a byte is a character, so that an offset is a byte offset and no text is malformed.
class ByteStream final : public antlr4::CharStream {
public:
    explicit ByteStream(std::string_view text) : text_(text) {}

    void consume() override { ++at_; }
    size_t LA(ssize_t i) override {
        if (i == 0) return 0;
        const ssize_t index = static_cast<ssize_t>(at_) + (i > 0 ? i - 1 : i);
        if (index < 0 || index >= static_cast<ssize_t>(text_.size())) return EOF;
        return static_cast<unsigned char>(text_[static_cast<std::size_t>(index)]);
    }
    ssize_t mark() override { return 0; }
    void release(ssize_t) override {}
    size_t index() override { return at_; }
    void seek(size_t index) override { at_ = std::min(index, text_.size()); }
    size_t size() override { return text_.size(); }
    std::string getSourceName() const override { return {}; }
    std::string getText(const antlr4::misc::Interval&) override { return {}; }
    std::string toString() const override { return {}; }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

struct Spellings {
    std::vector<std::string> of;  ///< by type
    std::vector<TokenKind> kind;
    std::unordered_map<std::string_view, std::uint16_t> type;
};

Spellings read_spellings() {
    Spellings all;
    FiefLexer lexer(nullptr);
    const auto& vocabulary = lexer.getVocabulary();
    const std::size_t count = vocabulary.getMaxTokenType() + 1;
    for (std::size_t type = 0; type < count; ++type) {
        std::string literal = vocabulary.getLiteralName(type);
        if (literal.empty()) {
            all.of.push_back(vocabulary.getSymbolicName(type));
            all.kind.push_back(TokenKind::symbol);
            continue;
        }
        all.of.push_back(literal.substr(1, literal.size() - 2));
        all.kind.push_back(std::isalpha(static_cast<unsigned char>(all.of.back()[0])) ? TokenKind::keyword : TokenKind::symbol);
    }
    for (const auto& [type, kind] : std::initializer_list<std::pair<std::size_t, TokenKind>>{{FiefLexer::MEMBER, TokenKind::member},
                                                                                             {FiefLexer::STRING, TokenKind::string},
                                                                                             {FiefLexer::DURATION, TokenKind::duration},
                                                                                             {FiefLexer::INT, TokenKind::integer},
                                                                                             {FiefLexer::WORD, TokenKind::word},
                                                                                             {FiefLexer::BADNUMBER, TokenKind::bad_number},
                                                                                             {FiefLexer::BADSTRING, TokenKind::bad_string},
                                                                                             {FiefLexer::SLIP, TokenKind::slip},
                                                                                             {FiefLexer::DOC, TokenKind::doc},
                                                                                             {FiefLexer::COMMENT, TokenKind::comment},
                                                                                             {FiefLexer::BAD, TokenKind::bad}})
        all.kind[type] = kind;
    for (std::size_t type = 0; type < count; ++type) all.type.emplace(all.of[type], static_cast<std::uint16_t>(type));
    return all;
}

const Spellings& spellings() {
    static const Spellings all = read_spellings();
    return all;
}

// ---- rules ----------------------------------------------------------------------------------------------------------

static_assert(static_cast<std::size_t>(Rule::unit) == FiefParser::RuleUnit);
static_assert(static_cast<std::size_t>(Rule::boot_decl) == FiefParser::RuleBootDecl);
static_assert(static_cast<std::size_t>(Rule::type) == FiefParser::RuleType);
static_assert(static_cast<std::size_t>(Rule::spare_item) == FiefParser::RuleSpareItem);
static_assert(static_cast<std::size_t>(Rule::assign_stmt) == FiefParser::RuleAssignStmt);
static_assert(static_cast<std::size_t>(Rule::expr) == FiefParser::RuleExpr);
static_assert(static_cast<std::size_t>(Rule::sum) == FiefParser::RuleSum);
static_assert(static_cast<std::size_t>(Rule::boot_key) == FiefParser::RuleBootKey);
static_assert(static_cast<std::size_t>(Rule::word) == FiefParser::RuleWord);
static_assert(static_cast<std::size_t>(Rule::token) == FiefParser::RuleWord + 1);

Rule rule_of(const antlr4::RuleContext& context) { return static_cast<Rule>(context.getRuleIndex()); }

/// Thrown out of the generated parser before it recurses too deep; never leaves this file.
struct TooDeep {
    std::size_t at;
};

/// The generated parser with a limit on nesting: every bracket, block, quantifier, conditional, implication and `not`
/// enters one of four rules, so counting these bounds both this parser's stack and the height of the tree.
class BoundedParser final : public FiefParser {
public:
    BoundedParser(antlr4::TokenStream* input, unsigned limit) : FiefParser(input), limit_(limit) {}

    void enterRule(antlr4::ParserRuleContext* context, size_t state, size_t rule) override {
        while (!active_.empty() && active_.back().first != context->parent) active_.pop_back();
        unsigned depth = active_.empty() ? 0 : active_.back().second;
        switch (static_cast<Rule>(rule)) {
            case Rule::expr:
            case Rule::negation:
            case Rule::block:
            case Rule::if_stmt: ++depth; break;
            default: break;
        }
        if (depth > limit_) throw TooDeep{getTokenStream()->index()};
        active_.emplace_back(context, depth);
        steps_ = 0;
        FiefParser::enterRule(context, state, rule);
    }

    /// A path folds into nested nodes too.
    antlr4::Token* consume() override {
        steps_ = getTokenStream()->LA(1) == MEMBER ? steps_ + 1 : 0;
        if (steps_ > longest_path) throw TooDeep{getTokenStream()->index()};
        return FiefParser::consume();
    }
    void forget_nesting() { active_.clear(); }

private:
    static constexpr unsigned longest_path = 16;
    unsigned limit_;
    unsigned steps_ = 0;                                                 ///< members consumed in a row
    std::vector<std::pair<antlr4::tree::ParseTree*, unsigned>> active_;  ///< the rules being parsed, with their nesting
};

// ---- errors ---------------------------------------------------------------------------------------------------------

struct ItemStarts {
    std::vector<bool> stmt, field, revocation, boot;  ///< by token type: can it begin such an item?
};

/// An error unwinds to the nearest declaration, field, statement, or item of a revocation or of boot, and parsing goes on
/// where the next of these begins. Nothing is inserted or repaired inside an expression: a guess there costs two more errors.
class Unwind final : public antlr4::DefaultErrorStrategy {
public:
    std::span<const Token> tokens;  ///< of the segment
    std::vector<Failure> failures;

    void sync(antlr4::Parser* parser) override {
        const Rule rule = rule_of(*parser->getContext());
        const bool list =
            rule == Rule::block || rule == Rule::fields || rule == Rule::rev_body || rule == Rule::view_body || rule == Rule::boot_body;
        if (!list || parser->getContext()->children.empty()) return;
        while (true) {
            const auto& expected = parser->getATN().nextTokens(parser->getATN().states[parser->getState()]);
            const std::size_t next = parser->getTokenStream()->LA(1);
            if (next == antlr4::Token::EOF || expected.contains(static_cast<ssize_t>(next))) return;
            record(parser, parser->getContext(), parser->getTokenStream()->index(), parser->getTokenStream()->index(), expected);
            const std::size_t before = parser->getTokenStream()->index();
            beginErrorCondition(parser);
            skip(parser, rule, before);
            if (parser->getTokenStream()->index() == before) parser->consume();
            endErrorCondition(parser);
        }
    }

    antlr4::Token* recoverInline(antlr4::Parser* parser) override { throw antlr4::InputMismatchException(parser); }

    void reportError(antlr4::Parser* parser, const antlr4::RecognitionException& error) override {
        if (inErrorRecoveryMode(parser)) return;
        beginErrorCondition(parser);
        const std::size_t at = error.getOffendingToken()->getTokenIndex();
        if (const auto* choice = dynamic_cast<const antlr4::NoViableAltException*>(&error)) {
            const auto& states = parser->getATN().states;
            const auto expected = error.getOffendingState() < states.size()
                                      ? parser->getATN().getExpectedTokens(error.getOffendingState(), error.getCtx())
                                      : antlr4::misc::IntervalSet{};
            record(parser, error.getCtx(), at, choice->getStartToken()->getTokenIndex(), expected);
        } else {
            record(parser, error.getCtx(), at, at, error.getExpectedTokens());
        }
    }

    void recover(antlr4::Parser* parser, std::exception_ptr error) override {
        const Rule rule = rule_of(*parser->getContext());
        const bool item =
            rule == Rule::field || rule == Rule::stmt || rule == Rule::rev_item || rule == Rule::view_item || rule == Rule::boot_item;
        if (!item) {
            if (rule == Rule::decl || rule == Rule::header) return;
            std::rethrow_exception(error);
        }
        const std::size_t first = parser->getContext()->getStart()->getTokenIndex();
        const std::size_t at = parser->getTokenStream()->index();
        skip(parser, rule, first);
        if (parser->getTokenStream()->index() == first && at == first && parser->getTokenStream()->LA(1) != antlr4::Token::EOF &&
            tokens[first].type != close_)
            parser->consume();
        endErrorCondition(parser);
    }

private:
    /// Moves to where the next item of the same list can begin: its first token opens a line, or the list's `}` is there.
    /// `first` is the token where the broken item began; braces it opened are left behind with it.
    void skip(antlr4::Parser* parser, Rule list, std::size_t first) {
        auto* input = parser->getTokenStream();
        int depth = 0;
        for (std::size_t i = first; i < input->index(); ++i) {
            if (tokens[i].type == open_) ++depth;
            if (tokens[i].type == close_) --depth;
        }
        while (input->LA(1) != antlr4::Token::EOF) {
            const std::size_t at = input->index();
            const Token& token = tokens[at];
            if (depth <= 0 && token.type == close_) return;
            if (depth <= 0 && at > first && token.first_on_line && begins(list, token)) return;
            if (token.type == open_) ++depth;
            if (token.type == close_) --depth;
            parser->consume();
        }
    }

    bool begins(Rule list, const Token& token) const {
        if (token.kind == TokenKind::word) return true;
        if (token.kind != TokenKind::keyword) return false;
        const std::string_view word = token_spelling(token.type);
        static constexpr std::array statements{"require", "let", "new", "drop", "for", "pick", "if", "emit", "enter", "force"};
        static constexpr std::array phases{"phase", "force", "spare"};
        static constexpr std::array never{"else", "and",  "or", "implies",  "is", "in",     "within", "where",   "then",
                                          "not",  "live", "by", "strictly", "no", "forall", "exists", "descends"};
        switch (list) {
            case Rule::stmt:
            case Rule::block: return std::ranges::find(statements, word) != statements.end();
            case Rule::rev_item:
            case Rule::rev_body: return std::ranges::find(phases, word) != phases.end();
            default: return std::ranges::find(never, word) == never.end();
        }
    }

    void record(antlr4::Parser* parser, antlr4::RuleContext* context, std::size_t at, std::size_t start,
                const antlr4::misc::IntervalSet& expected) {
        Failure failure;
        failure.at = static_cast<std::uint32_t>(at);
        failure.start = static_cast<std::uint32_t>(start);
        for (auto* c = context != nullptr ? context : parser->getContext(); c != nullptr;
             c = dynamic_cast<antlr4::RuleContext*>(c->parent)) {
            const auto* rule = dynamic_cast<antlr4::ParserRuleContext*>(c);
            if (rule == nullptr || rule->start == nullptr) continue;
            failure.frames.push_back({rule_of(*c), static_cast<std::uint32_t>(rule->start->getTokenIndex())});
        }
        for (const auto& interval : expected.getIntervals())
            for (ssize_t type = std::max<ssize_t>(interval.a, 1); type <= interval.b; ++type)
                failure.expected.push_back(static_cast<std::uint16_t>(type));
        std::ranges::sort(failure.expected);
        failures.push_back(std::move(failure));
    }

    std::uint16_t open_ = token_type("{");
    std::uint16_t close_ = token_type("}");
};

// ---- the tree -------------------------------------------------------------------------------------------------------

/// A rule of the expression ladder, which means nothing when it has one child.
bool passes_on(Rule rule) {
    switch (rule) {
        case Rule::expr:
        case Rule::disjunction:
        case Rule::conjunction:
        case Rule::negatable:
        case Rule::relation:
        case Rule::sum:
        case Rule::stmt:
        case Rule::decl:
        case Rule::rev_item:
        case Rule::view_item:
        case Rule::boot_item:
        case Rule::soft: return true;
        default: return false;
    }
}

bool is_broken(const antlr4::tree::ParseTree* tree) {
    const auto* rule = dynamic_cast<const antlr4::ParserRuleContext*>(tree);
    return rule != nullptr && rule->exception != nullptr;
}

/// Recursion is bounded by BoundedParser.
Node to_node(const antlr4::tree::ParseTree* tree, std::uint32_t offset) {
    while (const auto* rule = dynamic_cast<const antlr4::ParserRuleContext*>(tree)) {
        if (!passes_on(rule_of(*rule)) || rule->children.size() != 1) break;
        tree = rule->children[0];
    }
    Node node;
    if (const auto* leaf = dynamic_cast<const antlr4::tree::TerminalNode*>(tree)) {
        auto* symbol = const_cast<antlr4::tree::TerminalNode*>(leaf)->getSymbol();
        node.first = offset + static_cast<std::uint32_t>(symbol->getTokenIndex());
        node.last = node.first + 1;
        return node;
    }
    const auto& rule = dynamic_cast<const antlr4::ParserRuleContext&>(*tree);
    node.rule = rule_of(rule);
    node.first = offset + static_cast<std::uint32_t>(rule.start->getTokenIndex());
    node.last = rule.stop != nullptr ? offset + static_cast<std::uint32_t>(rule.stop->getTokenIndex()) + 1 : node.first;
    node.last = std::max(node.first, node.last);
    node.children.reserve(rule.children.size());
    for (const auto* child : rule.children) {
        if (dynamic_cast<const antlr4::tree::ErrorNode*>(child) != nullptr || is_broken(child)) continue;
        node.children.push_back(to_node(child, offset));
    }
    return node;
}

}  // namespace

Lexed lex(std::string_view text) {
    ByteStream stream(text);
    FiefLexer lexer(&stream);
    lexer.removeErrorListeners();
    Lexed result;
    std::size_t line_seen = 0;  // line ends before this offset are behind the last token
    while (true) {
        const auto raw = lexer.nextToken();
        Token token;
        if (raw->getType() == antlr4::Token::EOF) {
            token.begin = token.end = static_cast<std::uint32_t>(text.size());
            token.kind = TokenKind::end;
            token.first_on_line = true;
            result.tokens.push_back(token);
            return result;
        }
        token.begin = static_cast<std::uint32_t>(raw->getStartIndex());
        token.end = static_cast<std::uint32_t>(raw->getStopIndex() + 1);
        token.type = static_cast<std::uint16_t>(raw->getType());
        token.kind = spellings().kind[token.type];
        if (token.kind == TokenKind::doc && token.end - token.begin > 3 && text[token.begin + 3] == '/') token.kind = TokenKind::comment;
        if (token.kind == TokenKind::doc || token.kind == TokenKind::comment) {
            result.comments.push_back(token);
            continue;
        }
        token.first_on_line =
            result.tokens.empty() || text.substr(line_seen, token.begin - line_seen).find_first_of("\r\n") != std::string_view::npos;
        line_seen = token.end;
        result.tokens.push_back(token);
    }
}

std::uint16_t token_type(std::string_view literal) {
    const auto found = spellings().type.find(literal);
    assert(found != spellings().type.end());
    return found->second;
}

std::string_view token_spelling(std::uint16_t type) { return spellings().of[type]; }

namespace {

/// A token list is never empty: it has its end.
std::vector<std::unique_ptr<antlr4::Token>> only_end() {
    std::vector<std::unique_ptr<antlr4::Token>> tokens;
    tokens.push_back(std::make_unique<antlr4::CommonToken>(antlr4::Token::EOF));
    return tokens;
}

}  // namespace

struct Grammar::State {
    explicit State(unsigned limit) : source(only_end()), stream(&source), parser(&stream, limit), unwind(std::make_shared<Unwind>()) {
        parser.removeErrorListeners();
    }
    antlr4::ListTokenSource source;
    antlr4::CommonTokenStream stream;
    BoundedParser parser;
    std::shared_ptr<Unwind> unwind;
};

Grammar::Grammar(unsigned max_nesting) : state_(std::make_unique<State>(max_nesting)) {}
Grammar::~Grammar() = default;

Parsed Grammar::parse(std::span<const Token> tokens, std::uint32_t first, std::uint32_t last, Rule entry) {
    std::vector<std::unique_ptr<antlr4::Token>> copies;
    copies.reserve(last - first + 1);
    for (std::uint32_t i = first; i < last; ++i) copies.push_back(std::make_unique<antlr4::CommonToken>(tokens[i].type));
    copies.push_back(std::make_unique<antlr4::CommonToken>(antlr4::Token::EOF));
    antlr4::ListTokenSource source(std::move(copies));
    antlr4::CommonTokenStream stream(&source);
    stream.fill();

    auto& parser = state_->parser;
    auto& unwind = *state_->unwind;
    unwind.tokens = tokens.subspan(first, last - first);
    auto* interpreter = parser.getInterpreter<antlr4::atn::ParserATNSimulator>();
    const auto run = [&]() -> antlr4::ParserRuleContext* {
        unwind.failures.clear();
        parser.setTokenStream(&stream);
        stream.seek(0);
        parser.forget_nesting();
        if (entry == Rule::header) return parser.header();
        return parser.decl();
    };

    Parsed result;
    antlr4::ParserRuleContext* tree = nullptr;
    try {
        // SLL is twice as fast and the grammar needs no more; LL has the last word on what is wrong.
        try {
            interpreter->setPredictionMode(antlr4::atn::PredictionMode::SLL);
            parser.setErrorHandler(std::make_shared<antlr4::BailErrorStrategy>());
            tree = run();
        } catch (const antlr4::ParseCancellationException&) {
            interpreter->setPredictionMode(antlr4::atn::PredictionMode::LL);
            parser.setErrorHandler(state_->unwind);
            tree = run();
        }
        result.usable = !is_broken(tree) && tree->start != nullptr;
        if (result.usable) result.tree = to_node(tree, first);
    } catch (const TooDeep& deep) {
        Failure failure;
        failure.kind = Failure::Kind::too_deep;
        failure.at = failure.start = static_cast<std::uint32_t>(deep.at);
        unwind.failures.push_back(std::move(failure));
        result.usable = false;
    }
    result.stopped = first + static_cast<std::uint32_t>(std::min<std::size_t>(stream.index(), last - first));
    result.failures = std::move(unwind.failures);
    for (auto& failure : result.failures) {
        failure.at += first;
        failure.start += first;
        for (auto& frame : failure.frames) frame.first += first;
    }
    parser.setTokenStream(&state_->stream);  // the trees and tokens of this declaration end here
    parser.setErrorHandler(state_->unwind);
    return result;
}

}  // namespace fief::spec
