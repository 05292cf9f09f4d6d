#include "cli/abi_lock.hpp"

#include "cli/files.hpp"

#include <fmt/format.h>

#include <system_error>

namespace fief::cli {

std::optional<gen::Abi> numbers(const model::Model& model, const std::filesystem::path& lock, bool locked,
                                std::vector<std::string>& reasons) {
    std::optional<gen::Abi> before;
    std::error_code error;
    if (std::filesystem::exists(lock, error)) {
        std::string why;
        const auto text = read_file(lock, why);
        if (text) before = gen::read_abi(*text, why);
        if (!before) {
            reasons.push_back(fmt::format("{} is no lock file of the system-call table: {}", lock.string(), why));
            return std::nullopt;
        }
    } else if (locked) {
        reasons.push_back(fmt::format("there is no lock file {}, and --locked wants one", lock.string()));
        return std::nullopt;
    }
    std::vector<std::string> why;
    auto out = gen::number(model, before, why);
    if (out && locked && *out != *before) {
        why.emplace_back("the spec has calls, errors or names that it lacks, and --locked forbids to add them");
        out.reset();
    }
    for (const std::string& reason : why) reasons.push_back(fmt::format("{}: {}", lock.string(), reason));
    return out;
}

}  // namespace fief::cli
