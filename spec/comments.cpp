#include "spec/comments.hpp"

#include "spec/grammar.hpp"

namespace fief::spec {

std::vector<Comment> comments(const Sources& sources, std::uint32_t file) {
    const SourceFile& source = sources[file];
    std::vector<Comment> all;
    for (const Token& token : lex(source.text()).comments) {
        if (token.kind != TokenKind::comment) continue;
        Comment comment;
        comment.span = {file, token.begin, token.end};
        comment.line = source.line_of(token.begin);
        std::string_view text = source.text().substr(token.begin + 2, token.end - token.begin - 2);
        constexpr std::string_view blanks = " \t\r\f";
        text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
        text = text.substr(0, text.find_last_not_of(blanks) + 1);
        comment.text = text;
        const std::uint32_t start = source.line_start(comment.line);
        comment.alone = source.text().substr(start, token.begin - start).find_first_not_of(blanks) == std::string_view::npos;
        all.push_back(std::move(comment));
    }
    return all;
}

}  // namespace fief::spec
