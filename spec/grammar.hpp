#pragma once
// The parser generator behind a plain face: text to tokens, tokens to a concrete tree. For files of `spec` only.

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace fief::spec {

// ---- tokens ---------------------------------------------------------------------------------------------------------

enum class TokenKind : std::uint8_t {
    word,
    keyword,  ///< a word the grammar names, also those that stay usable as names
    member,   ///< `.word`
    string,
    duration,
    integer,
    symbol,
    doc,      ///< a `///` comment
    comment,  ///< a `//` comment
    bad_number,
    bad_string,
    slip,  ///< `==`, `&&`, `;` and their like
    bad,   ///< a byte that begins no token
    end,
};

struct Token {
    std::uint32_t begin = 0;  ///< byte offsets in the file
    std::uint32_t end = 0;
    std::uint16_t type = 0;  ///< the generated parser's number for it
    TokenKind kind = TokenKind::end;
    bool first_on_line = false;  ///< no token stands before it on its line
};

struct Lexed {
    std::vector<Token> tokens;    ///< without comments; the last one is the end of the file
    std::vector<Token> comments;  ///< `doc` and `comment`, in order
};

/// Cuts a text into tokens. Total: every byte that is not white space lands in a token.
[[nodiscard]] Lexed lex(std::string_view text);

/// The generated parser's number of a keyword or symbol; it must be one.
[[nodiscard]] std::uint16_t token_type(std::string_view literal);
/// `implies` for the type of that keyword, `WORD` for a type without a fixed spelling.
[[nodiscard]] std::string_view token_spelling(std::uint16_t type);

// ---- the concrete tree ----------------------------------------------------------------------------------------------

/// The rules of Fief.g4, in its order.
enum class Rule : std::uint8_t {
    unit,
    header,
    decl,
    import_decl,
    clock_decl,
    table_decl,
    enum_decl,
    relation_decl,
    index_decl,
    count_decl,
    event_decl,
    revocation_decl,
    call_decl,
    kernel_decl,
    routine_decl,
    guard_decl,
    property_decl,
    authority_decl,
    isolate_decl,
    waive_decl,
    boot_decl,
    noun,
    keys,
    key,
    clause,
    fields,
    field,
    type,
    params,
    param,
    gives,
    binder,
    rev_body,
    rev_item,
    phase_item,
    force_item,
    spare_item,
    view_body,
    view_item,
    view_part,
    view_flow,
    shown,
    block,
    stmt,
    require_stmt,
    let_stmt,
    new_stmt,
    drop_stmt,
    for_stmt,
    pick_stmt,
    if_stmt,
    emit_stmt,
    enter_stmt,
    force_stmt,
    routine_stmt,
    assign_stmt,
    place,
    index,
    args,
    init,
    init_item,
    expr,
    quantified,
    conditional,
    disjunction,
    conjunction,
    negatable,
    negation,
    relation,
    state_word,
    sum,
    atom,
    rights_set,
    boot_body,
    boot_item,
    boot_record,
    boot_file,
    boot_key,
    name,
    soft,
    word,
    token,  ///< no rule: a single token
};

/// A rule that matched tokens [first, last) of the file's list. Rules of expressions that only pass on their one child
/// are left out, so `a` alone is an `atom`, and a chain of a thousand `and` is one `conjunction`.
struct Node {
    Rule rule = Rule::token;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::vector<Node> children;
};

/// Where parsing stopped, and what it was doing: what a message is made of.
struct Failure {
    enum class Kind : std::uint8_t {
        unexpected,  ///< no token of `expected` stands at `at`
        too_deep,    ///< nesting passed the limit at `at`
    };
    /// A rule being parsed, and its first token.
    struct Frame {
        Rule rule;
        std::uint32_t first;
    };
    Kind kind = Kind::unexpected;
    std::uint32_t at = 0;                 ///< the token that did not fit
    std::uint32_t start = 0;              ///< the token where the undecided choice began; mostly `at`
    std::vector<Frame> frames;            ///< innermost first
    std::vector<std::uint16_t> expected;  ///< types that would have fitted, sorted
};

/// The outcome of parsing one declaration.
struct Parsed {
    Node tree;                  ///< broken statements, fields and items are left out
    bool usable = false;        ///< the declaration as a whole was understood
    std::uint32_t stopped = 0;  ///< the first token not consumed
    std::vector<Failure> failures;
};

/// The generated parser. Keeps what it learned of the grammar from one declaration to the next.
class Grammar {
public:
    explicit Grammar(unsigned max_nesting);
    Grammar(const Grammar&) = delete;
    Grammar& operator=(const Grammar&) = delete;
    ~Grammar();

    /// Parses tokens [first, last) as `entry`, which is `header` or `decl`. Fails at most `max_failures` times.
    [[nodiscard]] Parsed parse(std::span<const Token> tokens, std::uint32_t first, std::uint32_t last, Rule entry);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace fief::spec
