#pragma once
// The one channel for everything Fief has to say about a text: to a terminal, a program, or an editor.

#include "spec/source.hpp"

#include <string>
#include <vector>

namespace fief::spec {

enum class Severity { error, warning };

/// A second place that explains the first ("first declared here").
struct Note {
    Span span;
    std::string message;
};

/// What is wrong, where, and what to do about it.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string code;         ///< "E0123" or "W0042": stable, explained by `fief explain CODE`
    std::string message;      ///< one sentence without a full stop: what is wrong
    Span span;                ///< the underlined place
    std::string label;        ///< words under the underline; may be empty
    std::vector<Note> notes;  ///< further places
    std::string help;         ///< what to do; may be empty
};

/// Collects diagnostics in the order in which they were found.
class Diagnostics {
public:
    Diagnostic& error(std::string code, Span span, std::string message);
    Diagnostic& warning(std::string code, Span span, std::string message);

    /// Puts those from number `first` on in the order of their places.
    void order_from(std::size_t first);

    [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
    [[nodiscard]] bool has_errors() const { return errors_ > 0; }
    [[nodiscard]] std::size_t errors() const { return errors_; }
    [[nodiscard]] std::size_t warnings() const { return all_.size() - errors_; }

private:
    std::vector<Diagnostic> all_;
    std::size_t errors_ = 0;
};

/// One diagnostic as people read it:
///
///     aegis.fief:54:11: error[E0201]: there is no field `ower` in `page`
///        54 |   require p.ower is none    else taken
///           |             ^^^^ did you mean `owner`?
[[nodiscard]] std::string render(const Diagnostic& diagnostic, const Sources& sources, bool colour);

/// The candidate nearest to a misspelt word (Damerau-Levenshtein, at most a third of its length), or an empty string.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace fief::spec
