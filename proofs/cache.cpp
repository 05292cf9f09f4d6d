#include "proofs/cache.hpp"

#include <fmt/format.h>

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>

namespace fief::proofs {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t longest_journal = 32U << 20;

std::string line_of(std::string_view body) { return fmt::format("{} {}\n", body, hex(digest(body)).substr(0, 8)); }

/// The bytes that hexadecimal digits stand for; nothing when they are not that.
std::optional<std::string> bytes_of(std::string_view text) {
    auto value = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
    if (text.size() % 2 != 0) return std::nullopt;
    std::string out;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = value(text[i]), low = value(text[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        out.push_back(static_cast<char>(high << 4 | low));
    }
    return out;
}

std::string hex_of(std::string_view bytes) {
    std::string out;
    for (const char c : bytes) fmt::format_to(std::back_inserter(out), "{:02x}", static_cast<unsigned char>(c));
    return out;
}

std::optional<Digest> digest_of(std::string_view text) {
    const auto bytes = bytes_of(text);
    Digest out{};
    if (!bytes || bytes->size() != out.size()) return std::nullopt;
    std::memcpy(out.data(), bytes->data(), out.size());
    return out;
}

/// A file that can have been written here; whatever else stands there is left alone.
bool is_journal(const fs::path& path) {
    std::error_code unknown;
    return fs::is_regular_file(path, unknown) && fs::file_size(path, unknown) <= 2 * longest_journal && !unknown;
}

std::string body_of(const Digest& asked) { return "p " + hex(asked); }
std::string body_of(const Digest& asked, std::string_view run) { return "r " + hex(asked) + " " + hex_of(run); }

}  // namespace

Cache::Cache(fs::path directory) : directory_(std::move(directory)) {
    if (!is_journal(journal())) return;
    std::ifstream file(journal(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    size_ = text.size();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        if (end == std::string::npos) break;
        read_line(std::string_view(text).substr(at, end - at));
        at = end + 1;
    }
}

fs::path Cache::journal() const { return directory_ / "shown-1"; }

void Cache::read_line(std::string_view line) {
    if (line.size() < 9 || line[line.size() - 9] != ' ') return;
    const std::string_view body = line.substr(0, line.size() - 9);
    if (hex(digest(body)).substr(0, 8) != line.substr(line.size() - 8)) return;
    if (body.size() < 66) return;
    const auto asked = digest_of(body.substr(2, 64));
    if (!asked) return;
    if (body.starts_with("p ") && body.size() == 66) {
        proved_.insert(*asked);
    } else if (body.starts_with("r ") && body.size() > 67) {
        if (auto run = bytes_of(body.substr(67))) runs_[*asked] = std::move(*run);
    }
}

bool Cache::proved(const Digest& asked) const {
    const bool known = proved_.contains(asked);
    if (known) used_.insert(asked);
    return known;
}

const std::string* Cache::run(const Digest& asked) const {
    const auto at = runs_.find(asked);
    if (at == runs_.end()) return nullptr;
    used_.insert(asked);
    return &at->second;
}

void Cache::keep_proved(const Digest& asked) {
    used_.insert(asked);
    if (proved_.insert(asked).second) pending_ += line_of(body_of(asked));
}

void Cache::keep_run(const Digest& asked, std::string bytes) {
    used_.insert(asked);
    pending_ += line_of(body_of(asked, bytes));
    runs_[asked] = std::move(bytes);
}

void Cache::write() {
    if (pending_.empty()) return;
    std::error_code ignored;
    fs::create_directories(directory_, ignored);
    if (fs::exists(journal(), ignored) && !is_journal(journal())) return pending_.clear();
    if (size_ + pending_.size() > longest_journal) return cut_down();
    const int file = open(journal().c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (file < 0) return;
    // An empty line first: whatever half line stands at the end, ours begin anew.
    const std::string batch = "\n" + pending_;
    [[maybe_unused]] const ssize_t written = ::write(file, batch.data(), batch.size());
    close(file);
    size_ += batch.size();
    pending_.clear();
}

/// Keeps what this process asked for, and forgets the rest.
void Cache::cut_down() {
    pending_.clear();
    const fs::path beside = directory_ / fmt::format("shown-1.{}", getpid());
    {
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        for (const Digest& asked : used_) {
            if (proved_.contains(asked)) out << line_of(body_of(asked));
            if (const auto at = runs_.find(asked); at != runs_.end()) out << line_of(body_of(asked, at->second));
        }
        if (!out.flush()) {
            std::error_code ignored;
            fs::remove(beside, ignored);
            return;
        }
    }
    std::error_code ignored;
    fs::rename(beside, journal(), ignored);
    size_ = fs::file_size(journal(), ignored);
}

std::optional<fs::path> default_cache() {
    const char* cache = std::getenv("XDG_CACHE_HOME");
    if (cache != nullptr && *cache == '/') return fs::path(cache) / "fief";
    const char* home = std::getenv("HOME");
    if (home != nullptr && *home == '/') return fs::path(home) / ".cache" / "fief";
    return std::nullopt;
}

std::string build_id() {
    std::string out;
    dl_iterate_phdr(
        [](dl_phdr_info* object, std::size_t, void* to) {
            for (int i = 0; i < object->dlpi_phnum; ++i) {
                const auto& header = object->dlpi_phdr[i];
                if (header.p_type != PT_NOTE) continue;
                const char* at = reinterpret_cast<const char*>(object->dlpi_addr + header.p_vaddr);
                const char* const end = at + header.p_memsz;
                while (at + sizeof(ElfW(Nhdr)) <= end) {
                    ElfW(Nhdr) note;
                    std::memcpy(&note, at, sizeof note);
                    const char* const name = at + sizeof note;
                    const char* const value = name + (note.n_namesz + 3U) / 4U * 4U;
                    if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 && std::memcmp(name, "GNU", 4) == 0) {
                        *static_cast<std::string*>(to) = hex_of({value, note.n_descsz});
                        return 1;
                    }
                    at = value + (note.n_descsz + 3U) / 4U * 4U;
                }
            }
            return 1;  // the first object is the program itself
        },
        &out);
    return out;
}

}  // namespace fief::proofs
