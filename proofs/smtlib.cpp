#include "proofs/smtlib.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
#include <unordered_map>
#include <utility>

namespace fief::proofs {

namespace {

constexpr std::size_t line_width = 120;

/// Words that SMT-LIB 2.6 reserves, and the symbols of its core and its integers: no name of ours may be one of them.
constexpr std::array reserved = {
    "BINARY", "DECIMAL", "HEXADECIMAL",   "NUMERAL",      "STRING",    "as",     "exists", "forall", "let",  "match",  "par",
    "assert", "echo",    "exit",          "pop",          "push",      "reset",  "true",   "false",  "not",  "and",    "or",
    "xor",    "ite",     "distinct",      "abs",          "div",       "mod",    "Int",    "Bool",   "Real", "String", "Array",
    "RegLan", "BitVec",  "FloatingPoint", "RoundingMode", "divisible", "select", "store",
};

/// A tree of words, laid out over lines.
struct Sexp {
    std::string word;         ///< of a leaf
    std::vector<Sexp> parts;  ///< of a list
    std::size_t width = 0;    ///< on one line

    static Sexp leaf(std::string text) {
        const std::size_t width = text.size();
        return {std::move(text), {}, width};
    }
    static Sexp list(std::vector<Sexp> parts) {
        std::size_t width = 1 + parts.size();
        for (const Sexp& p : parts) width += p.width;
        return {{}, std::move(parts), width};
    }

    void flat(std::string& out) const {
        if (parts.empty()) {
            out += word;
            return;
        }
        out += '(';
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i > 0) out += ' ';
            parts[i].flat(out);
        }
        out += ')';
    }

    /// Broken after its head, and after the bindings of a quantifier or a let, when it does not fit.
    void lay(std::string& out, std::size_t indent) const {
        if (parts.empty() || indent + width <= line_width) {
            flat(out);
            return;
        }
        out += '(';
        const std::string& head = parts[0].word;
        const std::size_t kept = head == "forall" || head == "exists" || head == "let" ? 1 : head == "define-fun" ? 3 : 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i <= kept) {
                if (i > 0) out += ' ';
                parts[i].lay(out, indent + (i > 0 ? head.size() + 2 : 1));
            } else {
                out += '\n' + std::string(indent + 1, ' ');
                parts[i].lay(out, indent + 1);
            }
        }
        out += ')';
    }
};

std::string quoted_symbol(const std::string& name) {
    const bool simple =
        !name.empty() && std::isdigit(static_cast<unsigned char>(name[0])) == 0 && std::all_of(name.begin(), name.end(), [](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                   std::string_view("~!@$%^&*_-+=<>.?/").find(c) != std::string_view::npos;
        });
    return simple ? name : '|' + name + '|';
}

/// The name without the number that made it unique in its context.
std::string for_people(const std::string& name) {
    const auto mark = name.rfind('!');
    if (mark == std::string::npos || mark == 0 || mark + 1 == name.size()) return name;
    const bool number = std::all_of(name.begin() + static_cast<std::ptrdiff_t>(mark) + 1, name.end(),
                                    [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
    return number ? name.substr(0, mark) : name;
}

std::string untaken(const std::string& wanted, const std::set<std::string>& taken) {
    const auto free = [&](const std::string& name) {
        return !taken.contains(name) && std::find(reserved.begin(), reserved.end(), name) == reserved.end();
    };
    if (free(wanted)) return wanted;
    for (unsigned n = 2;; ++n)
        if (std::string name = fmt::format("{}!{}", wanted, n); free(name)) return name;
}

std::string_view operation(Z3_decl_kind kind) {
    switch (kind) {
        case Z3_OP_TRUE: return "true";
        case Z3_OP_FALSE: return "false";
        case Z3_OP_EQ:
        case Z3_OP_IFF: return "=";
        case Z3_OP_DISTINCT: return "distinct";
        case Z3_OP_ITE: return "ite";
        case Z3_OP_AND: return "and";
        case Z3_OP_OR: return "or";
        case Z3_OP_XOR: return "xor";
        case Z3_OP_NOT: return "not";
        case Z3_OP_IMPLIES: return "=>";
        case Z3_OP_LE: return "<=";
        case Z3_OP_GE: return ">=";
        case Z3_OP_LT: return "<";
        case Z3_OP_GT: return ">";
        case Z3_OP_ADD: return "+";
        case Z3_OP_SUB:
        case Z3_OP_UMINUS: return "-";
        case Z3_OP_MUL: return "*";
        default: return {};
    }
}

}  // namespace

/// Prints one term: bound variables and shared parts get names that nothing else has where they are seen.
class SmtLibTerms {
public:
    explicit SmtLibTerms(SmtLib& script) : script_(script) {}

    /// A term, or the body of a quantifier: a scope of its own for shared parts.
    Sexp scope(const Term& root) {
        std::unordered_map<unsigned, unsigned> uses;
        std::vector<Term> shared;
        count(root, uses, shared);
        const auto outer = std::exchange(shared_, {});
        std::vector<std::pair<std::string, Sexp>> lets;
        for (const Term& t : shared) {
            if (uses[t.id()] < 2) continue;
            Sexp text = term(t);
            if (text.width < 24) continue;  // a name would say less
            std::string name = take("it");
            shared_.emplace(t.id(), name);
            lets.emplace_back(std::move(name), std::move(text));
        }
        Sexp out = term(root);
        for (auto let = lets.rbegin(); let != lets.rend(); ++let) {
            script_.taken_.erase(let->first);
            out = Sexp::list({Sexp::leaf("let"), Sexp::list({Sexp::list({Sexp::leaf(quoted_symbol(let->first)), std::move(let->second)})}),
                              std::move(out)});
        }
        shared_ = outer;
        return out;
    }

    /// A definition's parameters: in its body the constants go by these names.
    Sexp params(const Tuple& constants) {
        constexpr std::array names = {"x", "y", "z"};
        std::vector<Sexp> out;
        for (std::size_t i = 0; i < constants.size(); ++i) {
            const std::string name = take(names[std::min(i, names.size() - 1)]);
            params_.emplace(constants[i].id(), name);
            out.push_back(Sexp::list({Sexp::leaf(quoted_symbol(name)), Sexp::leaf(script_.sort(constants[i].get_sort()))}));
        }
        return out.empty() ? Sexp::leaf("()") : Sexp::list(std::move(out));
    }
    void leave_params() {
        for (const auto& [_, name] : params_) script_.taken_.erase(name);
    }

private:
    SmtLib& script_;
    std::vector<std::string> bound_;                    ///< from the outermost
    std::unordered_map<unsigned, std::string> shared_;  ///< parts of the scope, by id
    std::unordered_map<unsigned, std::string> params_;

    std::string take(const std::string& wanted) { return *script_.taken_.insert(untaken(wanted, script_.taken_)).first; }

    /// How often each part occurs in the scope, those inside others first; a quantifier's body is a scope of its own.
    void count(const Term& t, std::unordered_map<unsigned, unsigned>& uses, std::vector<Term>& shared) const {
        if (t.is_var() || (t.is_app() && t.num_args() == 0) || script_.defined_.contains(t.id())) return;
        if (uses[t.id()]++ > 0) return;
        if (t.is_app())
            for (unsigned i = 0; i < t.num_args(); ++i) count(t.arg(i), uses, shared);
        shared.push_back(t);
    }

    Sexp term(const Term& t) {
        if (const auto let = shared_.find(t.id()); let != shared_.end()) return Sexp::leaf(quoted_symbol(let->second));
        if (const auto param = params_.find(t.id()); param != params_.end()) return Sexp::leaf(quoted_symbol(param->second));
        if (const auto name = script_.defined_.find(t.id()); name != script_.defined_.end()) return Sexp::leaf(quoted_symbol(name->second));
        if (t.is_var()) return Sexp::leaf(quoted_symbol(bound_[bound_.size() - 1 - Z3_get_index_value(t.ctx(), t)]));
        if (t.is_quantifier()) return quantifier(t);
        if (t.is_numeral()) {
            const std::string digits = Z3_get_numeral_string(t.ctx(), t);
            return digits[0] != '-' ? Sexp::leaf(digits) : Sexp::list({Sexp::leaf("-"), Sexp::leaf(digits.substr(1))});
        }
        const z3::func_decl decl = t.decl();
        Sexp head = Sexp::leaf(decl.decl_kind() == Z3_OP_UNINTERPRETED ? quoted_symbol(script_.symbol(decl))
                                                                       : std::string(operation(decl.decl_kind())));
        assert(!head.word.empty() && "an operation that the encoding does not use");
        if (t.num_args() == 0) return head;
        std::vector<Sexp> parts{std::move(head)};
        for (unsigned i = 0; i < t.num_args(); ++i) parts.push_back(term(t.arg(i)));
        return Sexp::list(std::move(parts));
    }

    Sexp quantifier(const Term& t) {
        const unsigned n = Z3_get_quantifier_num_bound(t.ctx(), t);
        std::vector<Sexp> vars;
        for (unsigned i = 0; i < n; ++i) {
            bound_.push_back(take(for_people(z3::symbol(t.ctx(), Z3_get_quantifier_bound_name(t.ctx(), t, i)).str())));
            vars.push_back(Sexp::list({Sexp::leaf(quoted_symbol(bound_.back())),
                                       Sexp::leaf(script_.sort(z3::sort(t.ctx(), Z3_get_quantifier_bound_sort(t.ctx(), t, i))))}));
        }
        Sexp out = Sexp::list({Sexp::leaf(t.is_forall() ? "forall" : "exists"), Sexp::list(std::move(vars)), scope(t.body())});
        for (unsigned i = 0; i < n; ++i) {
            script_.taken_.erase(bound_.back());
            bound_.pop_back();
        }
        return out;
    }
};

std::string SmtLib::sort(const z3::sort& sort) {
    if (sort.is_bool()) return "Bool";
    if (sort.is_int()) return "Int";
    const auto [at, is_new] = sorts_.try_emplace(Z3_get_sort_id(sort.ctx(), sort));
    if (is_new) {
        at->second = quoted_symbol(*sort_names_.insert(untaken(sort.name().str(), sort_names_)).first);
        sorts_text_ += fmt::format("(declare-sort {} 0)\n", at->second);
    }
    return at->second;
}

std::string SmtLib::symbol(const z3::func_decl& decl) {
    const auto [at, is_new] = symbols_.try_emplace(Z3_get_func_decl_id(decl.ctx(), decl));
    if (is_new) {
        at->second = *taken_.insert(untaken(for_people(decl.name().str()), taken_)).first;
        std::string domain;
        for (unsigned i = 0; i < decl.arity(); ++i) domain += (i > 0 ? " " : "") + sort(decl.domain(i));
        symbols_text_ += fmt::format("(declare-fun {} ({}) {})\n", quoted_symbol(at->second), domain, sort(decl.range()));
    }
    return at->second;
}

std::string SmtLib::define(const z3::func_decl& symbol, const Tuple& params, const Term& body) {
    SmtLibTerms terms(*this);
    Sexp list = terms.params(params);
    Sexp is = terms.scope(body);
    terms.leave_params();
    const std::string name = *taken_.insert(untaken(symbol.name().str(), taken_)).first;
    symbols_.emplace(Z3_get_func_decl_id(symbol.ctx(), symbol), name);
    std::string out;
    Sexp::list(
        {Sexp::leaf("define-fun"), Sexp::leaf(quoted_symbol(name)), std::move(list), Sexp::leaf(sort(body.get_sort())), std::move(is)})
        .lay(out, 0);
    return out + '\n';
}

std::string SmtLib::define(const std::string& wanted, const Term& term) {
    Sexp is = SmtLibTerms(*this).scope(term);
    const std::string name = *taken_.insert(untaken(wanted, taken_)).first;
    if (!term.is_app() || term.num_args() > 0) defined_.emplace(term.id(), name);
    std::string out;
    Sexp::list(
        {Sexp::leaf("define-fun"), Sexp::leaf(quoted_symbol(name)), Sexp::leaf("()"), Sexp::leaf(sort(term.get_sort())), std::move(is)})
        .lay(out, 0);
    return out + '\n';
}

std::string SmtLib::claim(const Term& term) {
    std::string out;
    Sexp::list({Sexp::leaf("assert"), SmtLibTerms(*this).scope(term)}).lay(out, 0);
    return out + '\n';
}

}  // namespace fief::proofs
