#include "proofs/infer_apart.hpp"

#include "proofs/asked.hpp"
#include "proofs/cache.hpp"
#include "proofs/processes.hpp"
#include "proofs/wire.hpp"

#include <fmt/format.h>

namespace fief::proofs {
namespace {

/// Facts from a child process, or from the cache.
class Inferring {
public:
    Inferring(const Model& model, const Options& options, const std::function<void(const Progress&)>& progress,
              const std::function<bool()>& cancelled)
        : model_(model), options_(options), progress_(progress), cancelled_(cancelled), asked_(Asked(model).whole()) {
        if (options.cache && !build_id().empty()) cache_.emplace(*options.cache);
    }

    Inferred run() {
        if (const std::string* known = cache_ ? cache_->run(asked_) : nullptr) return {decode(*known)};
        std::vector<Fact> facts;
        std::optional<int> died;
        Processes processes;
        processes.work = [&](std::string_view, const std::function<void(std::string_view)>& deliver) {
            const auto said = [&](std::size_t n) {
                Writer to;
                to.number(1);
                to.number(static_cast<std::int64_t>(n));
                deliver(to.take());
            };
            const std::vector<Fact> found = infer(model_, options_, said);
            Writer to;
            to.number(0);
            to.text(encode(found));
            deliver(to.take());
        };
        processes.receive = [&](std::string_view, std::string_view bytes) {
            Reader from(bytes);
            if (from.number() != 0) tried_ = static_cast<std::size_t>(from.number());
            else facts = decode(from.text());
        };
        processes.ended = [&](std::string_view, const Fate& fate) {
            died = fate.signal;
            return std::vector<std::string>{};
        };
        processes.stop = [&] {
            if (progress_) progress_({0, 0, fmt::format("inferring: {} facts are being tried", tried_)});
            return cancelled_ && cancelled_();
        };
        processes.run({"infer"});
        if (cache_ && !facts.empty()) {
            cache_->keep_run(asked_, encode(facts));
            cache_->write();
        }
        return {std::move(facts), died};
    }

private:
    const Model& model_;
    const Options& options_;
    const std::function<void(const Progress&)>& progress_;
    const std::function<bool()>& cancelled_;
    Digest asked_;
    std::optional<Cache> cache_;
    std::size_t tried_ = 0;

    static std::string encode(const std::vector<Fact>& facts) {
        Writer to;
        to.number(static_cast<std::int64_t>(facts.size()));
        for (const Fact& f : facts) {
            to.number(static_cast<std::int64_t>(f.family));
            to.number(static_cast<std::int64_t>(f.literals.size()));
            for (std::size_t l : f.literals) to.number(static_cast<std::int64_t>(l));
        }
        return to.take();
    }
    static std::vector<Fact> decode(std::string_view bytes) {
        Reader from(bytes);
        std::vector<Fact> out(from.count());
        for (Fact& f : out) {
            f.family = static_cast<std::size_t>(from.number());
            f.literals.resize(from.count());
            for (std::size_t& l : f.literals) l = static_cast<std::size_t>(from.number());
        }
        return from.ok() ? out : std::vector<Fact>{};
    }
};

}  // namespace

Inferred infer_apart(const Model& model, const Options& options, const std::function<void(const Progress&)>& progress,
                     const std::function<bool()>& cancelled) {
    return Inferring(model, options, progress, cancelled).run();
}

}  // namespace fief::proofs
