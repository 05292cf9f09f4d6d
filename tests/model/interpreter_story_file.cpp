#include "interpreter_story_file.hpp"

#include "model/resolve.hpp"
#include "model/run.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>

namespace fief::tests {
namespace {

using namespace fief::model;
namespace fs = std::filesystem;

std::string_view trim(std::string_view text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

/// Cuts off what follows a word, if the word is there.
std::optional<std::string_view> cut(std::string_view& text, std::string_view word) {
    const auto at = text.find(word);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view rest = trim(text.substr(at + word.size()));
    text = trim(text.substr(0, at));
    return rest;
}

class Player {
public:
    explicit Player(const fs::path& file) : file_(file) {}

    std::vector<std::string> play() {
        std::ifstream in(file_);
        if (!in) fail("cannot be read");
        std::string text;
        while (problems_.empty() && std::getline(in, text)) {
            ++line_;
            std::string_view line = text;
            if (const auto comment = line.find("//"); comment != std::string_view::npos) line = line.substr(0, comment);
            if (trim(line).empty()) continue;
            if (line.starts_with("  ")) expect(trim(line));
            else command(trim(line));
        }
        settle();
        return problems_;
    }

private:
    fs::path file_;
    int line_ = 0, step_line_ = 0;
    std::vector<std::string> problems_;
    std::optional<Model> model_;
    std::map<std::string, std::uint64_t> sizes_;
    std::unique_ptr<Layout> layout_;
    State before_, now_;
    Outcome outcome_;
    std::vector<Violation> broken_;
    bool stepped_ = false, told_events_ = false, told_breaks_ = false, told_undefined_ = false;

    void fail_at(int line, const std::string& what) {
        problems_.push_back(fmt::format("{}:{}: {}", file_.filename().string(), line, what));
    }
    void fail(const std::string& what) { fail_at(line_, what); }

    bool ready() {
        if (!model_) fail("no spec yet");
        if (model_ && !layout_) {
            layout_ = std::make_unique<Layout>(*model_, Capacity::by_table(*model_, [&](const Table& t) {
                return sizes_.contains(t.name) ? sizes_.at(t.name) : std::uint64_t{2};
            }));
            now_ = before_ = boot_state(*layout_);
            for (const Violation& v : Interpreter(*layout_).check(now_))
                fail(fmt::format("boot breaks {}: {}", (*model_)[v.property].name, v.story));
        }
        return layout_ != nullptr;
    }

    void command(std::string_view line) {
        if (line.starts_with("spec ")) return load(trim(line.substr(5)));
        if (line.starts_with("capacity ")) return capacity(line.substr(9));
        settle();
        if (ready()) step(line);
    }

    void load(std::string_view name) {
        const fs::path beside = file_.parent_path() / name;
        spec::Sources sources;
        spec::Diagnostics diagnostics;
        model_ = model::load(fs::exists(beside) ? beside : fs::path(FIEF_SOURCE_DIR) / name, sources, diagnostics);
        if (model_) return;
        for (const auto& d : diagnostics.all()) fail(spec::render(d, sources, false));
    }

    void capacity(std::string_view line) {
        while (!trim(line).empty()) {
            line = trim(line);
            const auto equals = line.find('='), end = std::min(line.find(' '), line.size());
            sizes_[std::string(line.substr(0, equals))] = std::stoull(std::string(line.substr(equals + 1, end - equals - 1)));
            line = line.substr(end);
        }
    }

    Value value(const Type& type, std::string_view text) {
        const auto v = read_value(*layout_, type, text);
        if (!v) fail(fmt::format("\"{}\" is no value here", text));
        return v.value_or(0);
    }

    void step(std::string_view line) {
        step_line_ = line_;
        stepped_ = true;
        told_events_ = told_breaks_ = told_undefined_ = false;
        const auto error = cut(line, " fails ");
        const auto results = cut(line, " -> ");
        const auto chosen = cut(line, " choosing ");
        const auto caller = cut(line, " by ");
        Invocation step;
        const Call* call = nullptr;
        if (line.starts_with("time ")) {
            Type instant;
            instant.kind = Type::Kind::instant;
            step.now = value(instant, line.substr(5));
        } else {
            const auto open = line.find('(');
            for (std::uint32_t c = 0; c < model_->calls.size(); ++c)
                if (model_->calls[c].name == line.substr(0, open)) step.call = CallId{c}, call = &model_->calls[c];
            if (!call) return fail(fmt::format("there is no call {}", line));
            const auto args = split_list(line.substr(open + 1, line.size() - open - 2));
            if (args.size() != call->params.size() || caller.has_value() != call->actor.has_value())
                return fail("other arguments are needed");
            for (std::size_t i = 0; i < args.size(); ++i) step.args.push_back(value((*model_)[call->params[i]].type, args[i]));
            if (caller) step.caller = value((*model_)[*call->actor].type, *caller);
        }
        std::vector<Value> choices;
        if (chosen)
            for (std::string_view c : split_list(*chosen))
                if (const auto record = read_any_record(*layout_, c)) choices.push_back(record->second);
        std::size_t next = 0;
        const Interpreter interpreter(*layout_);
        before_ = now_;
        outcome_ = interpreter.run(before_, step, [&](TableId, std::span<const Value> candidates) -> std::size_t {
            if (next == choices.size()) return 0;
            const auto found = std::find(candidates.begin(), candidates.end(), choices[next++]);
            if (found == candidates.end()) fail("what is chosen cannot be chosen");
            return found == candidates.end() ? 0 : static_cast<std::size_t>(found - candidates.begin());
        });
        if (next != choices.size()) fail("not every choice was asked for");
        now_ = outcome_.after;
        broken_ = interpreter.check(now_);
        for (Violation& v : interpreter.check(before_, step, outcome_)) broken_.push_back(std::move(v));
        const std::string got = outcome_.error ? (*model_)[*outcome_.error] : "";
        if (got != error.value_or("")) fail(got.empty() ? "succeeds" : "fails with " + got);
        if (outcome_.error && !(now_ == before_)) fail("fails, and changes something");
        if (results) check_results(*call, *results);
    }

    void check_results(const Call& call, std::string_view wanted) {
        std::vector<std::string> got;
        for (std::size_t i = 0; i < outcome_.results.size(); ++i)
            got.push_back(show_value(*layout_, (*model_)[call.results[i]].type, outcome_.results[i]));
        const std::string text = fmt::format("{}", fmt::join(got, ", "));
        if (text != wanted) fail("gives " + text);
    }

    /// The step is over: what was not mentioned did not happen.
    void settle() {
        if (!stepped_ || !problems_.empty()) return;
        stepped_ = false;
        if (!told_events_ && !outcome_.events.empty()) fail_at(step_line_, "emits " + events());
        if (!told_breaks_ && !broken_.empty())
            fail_at(step_line_, fmt::format("breaks {}: {}", (*model_)[broken_[0].property].name, broken_[0].story));
        if (!told_undefined_ && outcome_.undefined) fail_at(step_line_, "has no meaning: " + outcome_.undefined->message);
    }

    std::string events() const {
        std::string out;
        std::uint32_t loop = 0;
        for (const Emission& e : outcome_.events) {
            if (loop && e.loop != loop) out += "}";
            if (!out.empty()) out += ", ";
            if (e.loop && e.loop != loop) out += "{";
            loop = e.loop;
            std::vector<std::string> args;
            const Event& event = (*model_)[e.event];
            for (std::size_t i = 0; i < e.args.size(); ++i)
                args.push_back(show_value(*layout_, (*model_)[event.params[i]].type, e.args[i]));
            out += fmt::format("{}({})", event.name, fmt::join(args, ", "));
        }
        return loop ? out + "}" : out;
    }

    void expect(std::string_view line) {
        if (!ready()) return;
        if (line.starts_with("emits ")) {
            told_events_ = true;
            if (events() != line.substr(6)) fail("emits " + events());
        } else if (line.starts_with("forces ")) {
            std::vector<std::string> got;
            for (const auto& [revocation, r] : outcome_.forced) got.push_back(show_record(*layout_, (*model_)[revocation].table, r));
            if (fmt::format("{}", fmt::join(got, ", ")) != line.substr(7)) fail(fmt::format("forces {}", fmt::join(got, ", ")));
        } else if (line.starts_with("breaks ")) {
            told_breaks_ = true;
            std::vector<std::string> got;
            for (const Violation& v : broken_)
                if (const std::string& name = (*model_)[v.property].name; std::find(got.begin(), got.end(), name) == got.end())
                    got.push_back(name);
            if (fmt::format("{}", fmt::join(got, ", ")) != line.substr(7)) fail(fmt::format("breaks {}", fmt::join(got, ", ")));
        } else if (line.starts_with("because ")) {
            if (broken_.empty() || broken_[0].story.find(line.substr(8)) == std::string::npos)
                fail("because " + (broken_.empty() ? std::string("nothing is broken") : broken_[0].story));
        } else if (line.starts_with("undefined ")) {
            told_undefined_ = told_breaks_ = true;
            if (!outcome_.undefined || outcome_.undefined->message.find(line.substr(10)) == std::string::npos)
                fail(outcome_.undefined ? "undefined " + outcome_.undefined->message : "has a meaning");
        } else if (line == "changes nothing") {
            if (!(now_ == before_)) fail(fmt::format("changes {}", fmt::join(show_changes(*layout_, before_, now_), "; ")));
        } else {
            expect_value(line);
        }
    }

    void expect_value(std::string_view line) {
        if (line.ends_with(" is live") || line.ends_with(" is not live")) {
            const bool wanted = !line.ends_with("not live");
            const auto record = read_any_record(*layout_, trim(line.substr(0, line.rfind(" is "))));
            if (!record) return fail("there is no such record");
            if ((now_.words[layout_->live(record->first, record->second)] != 0) != wanted) fail(wanted ? "is not live" : "is live");
            return;
        }
        std::string_view place = line;
        const auto wanted = cut(place, " = ");
        if (!wanted) return fail("what is expected?");
        Type type;
        type.kind = Type::Kind::instant;
        std::size_t word = 0;
        if (place != "now") {
            const auto dot = place.rfind('.');
            const auto record = read_any_record(*layout_, place.substr(0, dot));
            if (!record) return fail("there is no such record");
            const auto field = (*model_)[record->first].field(std::string(place.substr(dot + 1)));
            if (!field) return fail("there is no such field");
            if (!now_.words[layout_->live(record->first, record->second)]) return fail("it is not live");
            type = (*model_)[record->first].fields[field->value].type;
            word = layout_->field(record->first, record->second, *field);
        }
        if (now_.words[word] != value(type, *wanted)) fail(fmt::format("{} is {}", place, show_value(*layout_, type, now_.words[word])));
    }
};

}  // namespace

std::vector<std::string> play_story(const fs::path& file) { return Player(file).play(); }

}  // namespace fief::tests
