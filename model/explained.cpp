#include "model/explained.hpp"

#include "spec/comments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace fief::model {
namespace {

constexpr std::string_view word = "survives";
constexpr std::string_view form = "`// survives drop-require: why no property has to notice it`";

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

bool begins_one(std::string_view text) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return text.empty() || text.front() == ' ' || text.front() == ':' || text.front() == '\t';
}

class Reader {
public:
    Reader(const spec::Sources& sources, std::uint32_t file, spec::Diagnostics& diagnostics)
        : source_(sources[file]), comments_(spec::comments(sources, file)), diagnostics_(diagnostics) {}

    void read(std::vector<Explanation>& out) {
        for (std::size_t i = 0; i < comments_.size(); ++i)
            if (begins_one(comments_[i].text)) read_one(i, out);
    }

private:
    const spec::SourceFile& source_;
    std::vector<spec::Comment> comments_;
    spec::Diagnostics& diagnostics_;

    void read_one(std::size_t at, std::vector<Explanation>& out) {
        const spec::Comment& first = comments_[at];
        std::string text = first.text.substr(word.size());
        // A comment of its own goes on in the lines below it, and speaks of the one after them.
        std::uint32_t line = first.line;
        if (first.alone) {
            ++line;
            bool more = true;
            for (std::size_t i = at + 1; i < comments_.size() && comments_[i].alone && comments_[i].line == line; ++i, ++line) {
                more = more && !begins_one(comments_[i].text);
                if (more) text += " " + comments_[i].text;
            }
            while (line <= source_.line_count() && trimmed(source_.line(line)).empty()) ++line;
        }
        Explanation made{first.span, line, {}, {}};
        const std::size_t colon = text.find(':');
        made.reason = colon == std::string::npos ? "" : std::string(trimmed(std::string_view(text).substr(colon + 1)));
        if (!read_operators(std::string_view(text).substr(0, colon), made)) return;
        if (made.reason.empty()) {
            diagnostics_.warning("W0021", first.span, "this explains nothing: there is no reason after the `:`").help =
                fmt::format("write {}", form);
            return;
        }
        out.push_back(std::move(made));
    }

    bool read_operators(std::string_view names, Explanation& made) {
        names = trimmed(names);
        if (names.empty()) {
            diagnostics_.warning("W0021", made.span, "this does not say which change survives").help = fmt::format("write {}", form);
            return false;
        }
        while (!names.empty()) {
            const std::size_t comma = std::min(names.find(','), names.size());
            const std::string name(trimmed(names.substr(0, comma)));
            names.remove_prefix(std::min(comma + 1, names.size()));
            if (const MutationOperator* known = mutation_operator(name)) {
                made.operators.push_back(known->name);
                continue;
            }
            std::vector<std::string> all;
            for (const MutationOperator& o : mutation_operators()) all.emplace_back(o.name);
            const std::string near = spec::nearest(name, all);
            spec::Diagnostic& d = diagnostics_.warning("W0021", made.span, fmt::format("there is no kind of change `{}`", name));
            if (!near.empty()) d.label = fmt::format("did you mean `{}`?", near);
            d.help = fmt::format("write {}", form);
            return false;
        }
        return true;
    }
};

}  // namespace

std::vector<Explanation> explanations(const spec::Sources& sources, std::uint32_t files, spec::Diagnostics& diagnostics) {
    std::vector<Explanation> out;
    for (std::uint32_t f = 0; f < files; ++f) Reader(sources, f, diagnostics).read(out);
    return out;
}

const Explanation* explanation_of(const Mutant& mutant, const std::vector<Explanation>& all, const spec::Sources& sources) {
    const std::uint32_t line = sources[mutant.span.file].line_of(mutant.span.begin);
    const auto at = std::ranges::find_if(all, [&](const Explanation& e) {
        return e.span.file == mutant.span.file && e.line == line && std::ranges::find(e.operators, mutant.name) != e.operators.end();
    });
    return at == all.end() ? nullptr : &*at;
}

}  // namespace fief::model
