#include "spec/parse.hpp"

#include <fmt/format.h>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <system_error>

namespace fief::spec {

namespace fs = std::filesystem;

std::optional<std::string> read_disk(const fs::path& path, std::string& why) {
    constexpr std::uintmax_t largest = std::uintmax_t{64} << 20U;
    std::error_code problem;
    const fs::file_status status = fs::status(path, problem);
    if (!fs::exists(status)) {
        why = "there is no such file";
        return std::nullopt;
    }
    if (fs::is_directory(status)) {
        why = "it is a directory";
        return std::nullopt;
    }
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        why = errno != 0 ? std::strerror(errno) : "it cannot be opened";
        return std::nullopt;
    }
    // Read by blocks: a device or a pipe has no size to ask for, and may have no end.
    std::string text;
    std::vector<char> block(std::size_t{1} << 16U);
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
        text.append(block.data(), static_cast<std::size_t>(in.gcount()));
        if (text.size() > largest) {
            why = "it is larger than 64 MiB";
            return std::nullopt;
        }
    }
    return text;
}

namespace {

/// Reads files depth-first. Two names of one file are told apart by their path without `.` and `..`.
class Importer {
public:
    Importer(Sources& sources, Diagnostics& diagnostics, const ReadFile& read)
        : sources_(sources), diagnostics_(diagnostics), read_(read) {}

    void load(const fs::path& path, std::optional<Span> import) {
        std::string why;
        std::optional<std::string> text = read_(path, why);
        if (!text) {
            if (!import) import = Span{sources_.add(path.string(), ""), 0, 0};
            diagnostics_.error("E0001", *import, fmt::format("cannot read `{}`: {}", path.string(), why));
            state_[key(path)] = State::done;
            return;
        }
        const std::uint32_t file = sources_.add(path.string(), std::move(*text));
        state_[key(path)] = State::open;
        open_.push_back({key(path), import});
        Unit unit = parse(sources_, file, diagnostics_);
        for (const Decl& decl : unit.decls)
            if (const auto* wanted = std::get_if<ImportDecl>(&decl.node)) follow(path.parent_path() / wanted->path, wanted->path_span);
        open_.pop_back();
        state_[key(path)] = State::done;
        units_.push_back(std::move(unit));
    }

    std::vector<Unit> take() { return std::move(units_); }

private:
    enum class State { unseen, open, done };
    struct Open {
        std::string key;
        std::optional<Span> import;  ///< where it was asked for; none for the root
    };

    static std::string key(const fs::path& path) {
        std::error_code problem;
        const fs::path absolute = fs::absolute(path, problem);
        return (problem ? path : absolute).lexically_normal().string();
    }

    void follow(const fs::path& path, Span import) {
        const State state = state_[key(path)];
        if (state == State::done) return;
        if (state == State::open) {
            Diagnostic& d = diagnostics_.error("E0005", import, "this import closes a circle");
            bool inside = false;
            for (const Open& open : open_) {
                if (inside && open.import) d.notes.push_back({*open.import, "which is imported here"});
                inside = inside || open.key == key(path);
            }
            d.help = "move what both files need into a third";
            return;
        }
        if (open_.size() >= max_nesting) {
            diagnostics_.error("E0006", import, fmt::format("imports nest deeper than {}", max_nesting));
            return;
        }
        load(path, import);
    }

    Sources& sources_;
    Diagnostics& diagnostics_;
    const ReadFile& read_;
    std::map<std::string, State> state_;
    std::vector<Open> open_;
    std::vector<Unit> units_;
};

}  // namespace

std::vector<Unit> parse_with_imports(Sources& sources, const fs::path& root, Diagnostics& diagnostics, const ReadFile& read) {
    Importer importer(sources, diagnostics, read);
    importer.load(root, std::nullopt);
    return importer.take();
}

}  // namespace fief::spec
