// fief explain: a property, a diagnostic's code, an error, or a kind of mutant, in plain words.

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/json.hpp"
#include "cli/promise_texts.hpp"
#include "cli/terminal.hpp"
#include "model/codes.hpp"
#include "model/mutants.hpp"
#include "spec/codes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace fief::cli {
namespace {

struct ExplainOptions {
    std::string name, file;
};

struct Word {
    std::string_view name, text;
};

/// What a call can answer, or a verdict can be, whatever the spec.
constexpr Word words[] = {
    {"bad_argument",
     "An error that every call may give, before its first `require`: an argument is out of its range or names a record that is not live,\n"
     "or the caller is not live. Nothing was changed."},
    {"full",
     "An error that a call with a `new` may give, after its `require`s and before its first effect: there is no room for the record.\n"
     "A record that was live when the call began is not taken again by it. Nothing was changed."},
    {"proved",
     "The solver showed that the step cannot break the property from any state in which all properties hold, for tables of every size.\n"
     "`by frame`: the step changes nothing that the property speaks of."},
    {"refuted", "A run from boot breaks the property; it was replayed on the reference model before it was shown."},
    {"not inductive",
     "Some state satisfies every invariant, and a step from it breaks the property; no run from boot to that state was found. If there\n"
     "is none, an invariant that rules the state out is missing from the spec."},
    {"killed",
     "Of a mutant: a property fails of it, in a state that satisfies every invariant and on the reference model; or what could be\n"
     "reached is out of its reach."},
    {"equivalent",
     "Of a mutant: every property holds of it, and the solver showed that its calls succeed alike and leave the same state, results and\n"
     "events. A call that fails may give another error."},
    {"survived",
     "Of a mutant: every property holds of it, though it does something else. Either a property is missing, or what was changed is\n"
     "not needed, or there is a reason: the comment `// survives OPERATOR: reason` above the line, or at its end, states it."},
    {"isolate",
     "`isolate e: T by view { ... }` says what an actor of T sees, and from whom it may hear; that it learns no more than that is then\n"
     "shown (T.isolated.own, .others, .flows, .kernel, .guards): noninterference, by unwinding conditions on two copies of the state.\n"
     "\n"
     "Two states look alike to e when e lives in both or in neither, the clock is the same, and each part of the view shows the same\n"
     "live records with the same values in the fields it names. Seen besides: errors and results of e's own calls, the answers of\n"
     "guards it asks, and which events name e.\n"
     "\n"
     "What follows: take actors that hear of nobody but each other (who has a flow to one of them, or makes one, is one). Two runs that\n"
     "look alike to each of them at their start, in which they make the same calls, the kernel takes the same steps and time passes\n"
     "alike, look alike to each of them to the end, whatever everybody else does in either.\n"
     "\n"
     "Not covered, and taken to be the same in both runs: the time, and how long things take; which steps the kernel takes of its own;\n"
     "which names of a pool are in use (what record a `new` takes from a pool, that there is one, that an argument names a live one);\n"
     "which of the same candidates a `pick` takes. How often and in what order events come is not compared."},
    {"unknown", "Neither shown nor broken: the solver ran out of time or memory, or gave up. It is never taken for a proof."},
    {"not asked", "Stopped before anybody looked, by Ctrl-C for one. What the solver was at when it was stopped is `unknown`."},
};

const spec::CodeText* code_text(std::string_view code) {
    const spec::CodeText* text = spec::lookup(spec::syntax_codes(), code);
    return text != nullptr ? text : spec::lookup(model::resolver_codes(), code);
}

std::string indent(std::string_view text) {
    std::string out = "    ";
    for (char c : text) {
        out += c;
        if (c == '\n') out += "    ";
    }
    return out;
}

std::string show(const PromiseText& text, const Style& style) {
    std::string out = fmt::format("{}: implied by {}\n\n{}\n", style.bold(text.name), text.because, indent(text.text));
    if (!text.example.empty()) out += fmt::format("\nWhat breaks it:\n\n{}\n", indent(text.example));
    return out;
}

std::string show(const spec::CodeText& text, const Style& style) {
    std::string out = fmt::format("{}: {}\n\n{}\n", style.bold(text.code), text.title, indent(text.explanation));
    if (!text.example.empty()) out += fmt::format("\n{}\n", indent(text.example));
    return out;
}

std::string show(const model::MutationOperator& op, const Style& style) {
    return fmt::format("{}: {}\n\n{}\n\n{}\n", style.bold(op.name), op.summary, indent(op.text), indent(op.example));
}

/// What one spec says of a name: its properties of that name, the calls that answer that error.
std::string in_spec(const Spec& spec, const std::string& name, const Style& style) {
    const model::Model& m = *spec.model;
    std::string out;
    for (const model::Property& property : m.properties) {
        if (property.name != name) continue;
        out += fmt::format("{}: {} {}, {}\n", style.bold(name), property.implied ? "an implied" : "the spec's own", name_of(property.kind),
                           show_place(spec.sources, property.span));
        if (!property.text.empty()) out += fmt::format("    {}\n", property.text);
        if (!property.explanation.empty()) out += fmt::format("    {}\n", property.explanation);
        if (property.waived) out += fmt::format("    waived because {}\n", *property.waived);
    }
    for (const model::Call& call : m.calls)
        for (const model::Check& check : call.checks)
            if (const auto* require = std::get_if<model::Require>(&check.node); require != nullptr && m[require->error] == name)
                out += fmt::format("{}: `{}` fails with it where this does not hold: {}\n    {}\n", style.bold(name), call.name,
                                   spec.sources.text(m[require->condition].span), show_place(spec.sources, check.span));
    return out;
}

std::vector<std::string> known_names(const Spec* spec) {
    std::vector<std::string> names;
    for (const PromiseText& text : promise_texts()) names.emplace_back(text.name);
    for (const Word& word : words) names.emplace_back(word.name);
    for (const spec::CodeText& text : spec::syntax_codes()) names.emplace_back(text.code);
    for (const spec::CodeText& text : model::resolver_codes()) names.emplace_back(text.code);
    for (const model::MutationOperator& op : model::mutation_operators()) names.emplace_back(op.name);
    if (spec != nullptr) {
        for (const model::Property& property : spec->model->properties) names.push_back(property.name);
        for (const std::string& error : spec->model->errors) names.push_back(error);
    }
    return names;
}

int explain(const ExplainOptions& options) {
    const Style style{wants_colour(stdout)}, errors{wants_colour(stderr)};
    std::optional<Spec> spec;
    std::string found;
    if (!options.file.empty()) {
        spec = load(options.file);
        if (!spec->model) {
            print_diagnostics(*spec);
            return bad_input;
        }
        found = in_spec(*spec, options.name, style);
    }
    if (const PromiseText* text = promise_text(options.name)) found += (found.empty() ? "" : "\n") + show(*text, style);
    if (const spec::CodeText* text = code_text(options.name)) found += show(*text, style);
    if (const model::MutationOperator* op = model::mutation_operator(options.name)) found += show(*op, style);
    for (const Word& word : words)
        if (word.name == options.name) found += fmt::format("{}\n\n{}\n", style.bold(word.name), indent(word.text));
    if (!found.empty()) {
        print(found);
        return all_shown;
    }
    const std::vector<std::string> known = known_names(spec ? &*spec : nullptr);
    const std::string near = spec::nearest(options.name, known);
    complain(fmt::format("{} nothing is called `{}`{}\n", errors.red("error:"), options.name,
                         near.empty() ? "" : fmt::format("; did you mean `{}`?", near)));
    if (!spec) complain("a spec's own properties and errors are explained with the spec: fief explain NAME FILE\n");
    if (near.empty()) complain(fmt::format("known: {}\n", fmt::join(known, ", ")));
    return bad_input;
}

}  // namespace

void add_explain(CLI::App& app, Action& action) {
    auto options = std::make_shared<ExplainOptions>();
    CLI::App* word = app.add_subcommand("explain", "A property, a diagnostic's code, an error or a kind of mutant, in plain words");
    word->add_option("NAME", options->name, "page.grace, T.grace, E0201, bad_argument, unknown, drop-require")->required();
    word->add_option("FILE", options->file, "A spec, to explain its own properties and errors");
    word->callback([&action, options] { action = [options] { return explain(*options); }; });
}

}  // namespace fief::cli
