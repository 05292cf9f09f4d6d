#include "proofs/reaching.hpp"

#include "proofs/excluded.hpp"
#include "proofs/solver.hpp"
#include "proofs/wire.hpp"

#include <algorithm>

namespace fief::proofs {

using model::Property;
using model::PropertyId;

namespace {

/// What a child tells.
enum class Finding : std::int64_t { found, widest, widest_briefly, over, never };

/// For what should be reachable and was not reached, the solver's time.
constexpr std::chrono::milliseconds most_for_reached{2000};

Writer begin(Finding said) {
    Writer to;
    to.number(static_cast<std::int64_t>(said));
    return to;
}

}  // namespace

Reaching::Reaching(const Model& model, const Options& options, const Asked& asked, Cache* cache)
    : model_(model), options_(options), asked_(asked), cache_(cache) {
    vacuity_ = options.vacuity && !options.property && !options.call && !(cache && cache->proved(asked.nothing_vacuous()));
    probed_ = vacuity_ ? model::with_probes(model) : model::Probed{model, {}};
}

void Reaching::plan(std::vector<Result>& results) {
    for (std::uint32_t p = 0; p < model_.properties.size(); ++p) {
        const Property& property = model_.properties[p];
        if (property.kind != Property::Kind::reachable && property.kind != Property::Kind::possible) continue;
        if (property.waived || (options_.property && property.name != *options_.property)) continue;
        if (options_.call && (!property.call || model_[*property.call].name != *options_.call)) continue;
        results.push_back({{PropertyId{p}, {StepRef::Kind::state, {}}}, {}});
        want({{{PropertyId{p}, std::nullopt, std::nullopt}}, results.size() - 1, std::nullopt}, results);
    }
    if (!vacuity_) return;
    for (const model::Probe& p : probed_.probes) {
        Sought s{
            {{p.probe, std::nullopt, std::nullopt}, Quarry::Effort::walks}, std::nullopt, Vacuous{p.of, std::nullopt, p.left, false, {}}};
        // Of what a declaration implies, one part that matters is enough.
        if (model_[p.of].implied) s.quarry.any_of = model_[p.of].name;
        want(std::move(s), results);
    }
    for (std::uint32_t c = 0; c < model_.calls.size(); ++c)
        for (std::size_t k = 0; k < model_.calls[c].checks.size(); ++k)
            if (const auto* require = std::get_if<model::Require>(&model_.calls[c].checks[k].node))
                want({{{{}, model::CallId{c}, k}, Quarry::Effort::glance},
                      std::nullopt,
                      Vacuous{std::nullopt, model::CallId{c}, require->condition, false, {}}},
                     results);
    std::erase_if(sought_, [&](const Sought& s) { return s.quarry.any_of && says_something_.contains(*s.quarry.any_of); });
}

/// What an earlier run found is done again here, and only then believed.
void Reaching::want(Sought s, std::vector<Result>& results) {
    if (s.quarry.any_of && says_something_.contains(*s.quarry.any_of)) return;
    const std::string* bytes = cache_ ? cache_->run(asked_.goal(probed_.model, s.quarry.goal)) : nullptr;
    if (bytes != nullptr) {
        auto run = decode_run(probed_.model, *bytes);
        if (run && model::shows(probed_.model, *run, s.quarry.goal)) return showed(s, std::move(*run), results);
    }
    if (s.says && cache_ && cache_->proved(asked_.in_vain(probed_.model, s.quarry.goal))) return;
    sought_.push_back(std::move(s));
}

void Reaching::showed(Sought& s, model::Run run, std::vector<Result>& results) {
    s.found = true;
    if (s.says && s.says->property) says_something_.insert(model_[*s.says->property].name);
    if (!s.result) return;
    ++answered_;
    Answer& answer = results[*s.result].answer;
    answer.verdict = Verdict::proved;
    answer.run = std::move(run);
}

void Reaching::seek(const Deliver& deliver) const {
    std::vector<Quarry> quarries;
    for (const Sought& s : sought_) quarries.push_back(s.quarry);
    const Hunt result = hunt(probed_.model, std::move(quarries), {}, options_.search_time, {});
    for (const model::Found& f : result.found) {
        const auto s = std::find_if(sought_.begin(), sought_.end(), [&](const Sought& x) { return x.quarry.goal == f.goal; });
        Writer to = begin(Finding::found);
        to.number(s - sought_.begin());
        to.text(encode(probed_.model, f.run));
        deliver(to.take());
    }
    const auto tell = [&](Finding how, const std::optional<Searched>& searched) {
        if (!searched) return;
        Answer carrier;
        carrier.searched = searched;
        Writer to = begin(how);
        to.text(encode(model_, carrier));
        deliver(to.take());
    };
    tell(Finding::widest, result.widest);
    tell(Finding::widest_briefly, result.widest_briefly);
    deliver(begin(Finding::over).take());
}

std::vector<std::size_t> Reaching::doubts() const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < sought_.size(); ++i) {
        const Sought& s = sought_[i];
        if (s.found || (s.quarry.any_of && says_something_.contains(*s.quarry.any_of))) continue;
        const model::Goal& goal = s.quarry.goal;
        if (s.result) {
            out.push_back(i);
            continue;
        }
        const bool of_step = !goal.refused && probed_.model[goal.property].kind == Property::Kind::transition;
        if (!of_step) out.push_back(i);
    }
    return out;
}

void Reaching::ask(std::size_t doubt, Encoding& encoding, const Deliver& deliver) const {
    const model::Goal& goal = sought_[doubt].quarry.goal;
    if (sought_[doubt].result) {
        const auto why = excluded(encoding, probed_.model[goal.property], std::min(options_.timeout, most_for_reached));
        if (!why) return;
        Writer to = begin(Finding::never);
        to.number(static_cast<std::int64_t>(doubt));
        to.number(why->after ? static_cast<std::int64_t>(*why->after) : -1);
        to.number(static_cast<std::int64_t>(why->by.size()));
        for (const std::string& name : why->by) to.text(name);
        return deliver(to.take());
    }
    z3::solver solver = new_solver(encoding.signature().context());
    // It is a warning more or less: worth a moment, the same on every machine unless it is very slow.
    limit(solver, std::chrono::milliseconds(1000), 150'000);
    std::vector<Term> asked = encoding.hypotheses();
    if (goal.refused) {
        for (Term& t : encoding.refusal(*goal.call, *goal.refused)) asked.push_back(std::move(t));
    } else {
        asked.push_back(encoding.holds(*probed_.model[goal.property].formula));
    }
    for (Term& t : background(encoding.signature())) asked.push_back(std::move(t));
    for (const Term& t : asked) solver.add(t);
    if (solver.check() != z3::unsat) return;
    Writer to = begin(Finding::never);
    to.number(static_cast<std::int64_t>(doubt));
    deliver(to.take());
}

void Reaching::hear(std::string_view said, std::vector<Result>& results) {
    Reader from(said);
    const auto what = static_cast<Finding>(from.number());
    switch (what) {
        case Finding::found: {
            Sought& s = sought_[static_cast<std::size_t>(from.number())];
            const std::string bytes = from.text();
            auto run = decode_run(probed_.model, bytes);
            if (!run || !model::shows(probed_.model, *run, s.quarry.goal)) break;
            if (cache_) cache_->keep_run(asked_.goal(probed_.model, s.quarry.goal), bytes);
            showed(s, std::move(*run), results);
            break;
        }
        case Finding::widest:
        case Finding::widest_briefly: {
            auto& where = what == Finding::widest ? widest_ : widest_briefly_;
            if (auto answer = decode_answer(model_, {}, from.text())) where = answer->searched;
            break;
        }
        case Finding::over: over_ = true; break;
        case Finding::never: {
            Sought& s = sought_[static_cast<std::size_t>(from.number())];
            s.never = true;
            if (!s.result) break;
            const std::int64_t after = from.number();
            if (after >= 0) s.why.after = static_cast<std::size_t>(after);
            s.why.by.resize(from.count());
            for (std::string& name : s.why.by) name = from.text();
            break;
        }
    }
}

void Reaching::settle(Report& report) {
    const bool all_kept = std::none_of(report.results.begin(), report.results.end(), [&](const Result& r) {
        return model_[r.obligation.property].kind == Property::Kind::invariant && r.answer.verdict != Verdict::proved;
    });
    for (Sought& s : sought_) {
        if (s.found) continue;
        if (s.result) {
            Answer& answer = report.results[*s.result].answer;
            if (s.never) {
                answer.excluded = s.why;
                answer.verdict = all_kept ? Verdict::refuted : Verdict::unknown;
                answer.reason = all_kept ? "" : "the invariants exclude it, but not all of them are shown";
            } else {
                answer.reason = over_ ? "no run found at the capacities that were searched" : "the search for a run was cut off";
                answer.searched = widest_;
            }
            continue;
        }
        // Of a call that never gets further, its other requires say no more.
        const auto stuck = [&](const Sought& other) {
            return other.result && other.never && other.why.after && model_[other.quarry.goal.property].call == s.says->call &&
                   *other.why.after < s.quarry.goal.refused;
        };
        if (s.says->call && std::any_of(sought_.begin(), sought_.end(), stuck)) continue;
        // Whoever did not look to the end has nothing to tell of what was not seen.
        if (!s.never && !over_) continue;
        s.says->certain = s.never;
        s.says->all_kept = all_kept;
        s.says->searched = widest_briefly_;
        // Of what a declaration implies, a part may well be about what this spec never does; of the user's own, each part was written. A
        // require that was not seen to refuse may need a larger instance; only the solver's word counts against it.
        const auto& of = s.says->property;
        const bool tells = of ? !model_[*of].implied || !says_something_.contains(model_[*of].name) : s.never;
        if (tells) report.vacuous.push_back(*s.says);
        else if (cache_) cache_->keep_proved(asked_.in_vain(probed_.model, s.quarry.goal));
    }
    if (vacuity_ && (over_ || sought_.empty()) && report.vacuous.empty() && cache_) cache_->keep_proved(asked_.nothing_vacuous());
}

}  // namespace fief::proofs
