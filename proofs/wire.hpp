#pragma once
// Answers and runs as bytes: for what child processes tell, and what the cache keeps. What needs only the reference model to be known
// (outcomes, violations) is left out: the reader works it out again, and so sees for itself.

#include "proofs/verify.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fief::proofs {

/// The steps of a run and, of each, which of its outcomes (in order of Interpreter::run_all) was taken.
[[nodiscard]] std::string encode(const model::Model& model, const model::Run& run);
/// The run done again on the reference model; nothing when it does not fit.
[[nodiscard]] std::optional<model::Run> decode_run(const model::Model& model, std::string_view bytes);

/// The whole answer but for outcome and violation.
[[nodiscard]] std::string encode(const model::Model& model, const Answer& answer);
/// Outcomes and violations are worked out again: an answer whose state or run does not break the obligation here is `unknown`.
[[nodiscard]] std::optional<Answer> decode_answer(const model::Model& model, const Obligation& obligation, std::string_view bytes);

/// Numbers and strings, one after the other.
class Writer {
public:
    void number(std::int64_t n) {
        for (int i = 0; i < 8; ++i) bytes_.push_back(static_cast<char>(static_cast<std::uint64_t>(n) >> (8 * i) & 0xff));
    }
    void text(std::string_view s) {
        number(static_cast<std::int64_t>(s.size()));
        bytes_ += s;
    }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// Reads what a Writer wrote; after anything that does not fit, `ok` is false and every number 0.
class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    [[nodiscard]] std::int64_t number();
    /// A count of things that follow: not negative, and no more than there are bytes left.
    [[nodiscard]] std::size_t count();
    [[nodiscard]] std::string text();
    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] bool at_end() const { return bytes_.empty(); }

private:
    std::string_view bytes_;
    bool ok_ = true;
};

}  // namespace fief::proofs
