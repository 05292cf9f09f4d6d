#pragma once
// What should be reachable, and what is said about nothing. Both want runs from boot, so one search looks for both; of what no run shows,
// the solver may say that the invariants exclude it.

#include "model/vacuity.hpp"
#include "proofs/asked.hpp"
#include "proofs/cache.hpp"
#include "proofs/encoding.hpp"
#include "proofs/search.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fief::proofs {

class Reaching {
public:
    using Deliver = std::function<void(std::string_view)>;

    /// All of these outlive it; `cache` may be nothing.
    Reaching(const Model& model, const Options& options, const Asked& asked, Cache* cache);

    /// Appends the obligations of reachability, those that an earlier run showed with their answers; and plans what else to look for.
    void plan(std::vector<Result>& results);
    /// Something is to be looked for.
    [[nodiscard]] bool seeks() const { return !sought_.empty(); }
    /// The model with a probe for each implication, behind its own properties.
    [[nodiscard]] const Model& probed() const { return probed_.model; }

    // In a child process, which delivers what `hear` understands:
    void seek(const Deliver& deliver) const;
    /// Asks the solver about one of `doubts`. `encoding` is of `probed`.
    void ask(std::size_t doubt, Encoding& encoding, const Deliver& deliver) const;

    // In the parent:
    void hear(std::string_view said, std::vector<Result>& results);
    /// What no run showed and the solver may exclude.
    [[nodiscard]] std::vector<std::size_t> doubts() const;
    void settle(Report& report);
    /// How many obligations have their answer.
    [[nodiscard]] std::size_t answered() const { return answered_; }

private:
    struct Sought {
        Quarry quarry;
        std::optional<std::size_t> result;  ///< whose answer it is
        std::optional<Vacuous> says;        ///< what it would mean that there is no run
        bool found = false, never = false;
        Excluded why{};  ///< never, of a result
    };

    const Model& model_;
    const Options& options_;
    const Asked& asked_;
    Cache* cache_;
    model::Probed probed_;
    bool vacuity_ = false;  ///< looks for what is said about nothing
    std::vector<Sought> sought_;
    std::optional<Searched> widest_, widest_briefly_;
    bool over_ = false;  ///< the search was not cut off before its end
    std::size_t answered_ = 0;
    std::set<std::string> says_something_;  ///< some implication of a promise of this name was seen to matter

    void plan_probes();
    void want(Sought sought, std::vector<Result>& results);
    void showed(Sought& sought, model::Run run, std::vector<Result>& results);
};

}  // namespace fief::proofs
