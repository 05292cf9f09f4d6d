#include "model/imply.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <functional>
#include <utility>

namespace fief::model {
namespace {

std::string all_of(const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, " and ")); }
std::string any_of(const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, " or ")); }

/// Collects the promises of one model, table by table.
class Promises {
public:
    explicit Promises(const Model& model) : m_(model) {}

    std::vector<Promise> all() {
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t) of_table(TableId{t});
        for (std::uint32_t r = 0; r < m_.revocations.size(); ++r) of_revocation(RevocationId{r});
        for (const Authority& authority : m_.authorities) of_authority(authority);
        return std::move(out_);
    }

private:
    const Model& m_;
    std::vector<Promise> out_;

    void invariant(std::string name, Span span, std::string explanation, std::string text) {
        out_.push_back({std::move(name), Property::Kind::invariant, std::move(text), "", std::move(explanation), span});
    }
    void transition(std::string name, Span span, std::string explanation, std::string text) {
        out_.push_back({std::move(name), Property::Kind::transition, std::move(text), "", std::move(explanation), span});
    }

    /// A variable's name that hides nothing the model declares.
    [[nodiscard]] std::string var(std::string base) const {
        auto taken = [&] {
            for (const Table& t : m_.tables)
                if (t.name == base) return true;
            for (const Guard& g : m_.guards)
                if (g.name == base) return true;
            for (const Count& c : m_.counts)
                if (c.name == base) return true;
            for (const Enumeration& e : m_.enumerations)
                for (const std::string& n : e.names)
                    if (n == base) return true;
            for (const std::string& r : m_.rights)
                if (r == base) return true;
            return false;
        };
        while (taken()) base += '_';
        return base;
    }

    [[nodiscard]] const Field& at(const Table& t, FieldId f) const { return t.fields[f.value]; }
    [[nodiscard]] const Field* role(const Table& t, Role r) const {
        auto f = t.field(r);
        return f ? &at(t, *f) : nullptr;
    }
    /// `p.owner is none`, or what `free while` says; `taken` is its contrary.
    [[nodiscard]] std::string free(const Table& t, const std::string& p) const {
        return fmt::format("{}.{} is {}", p, at(t, t.free->field).name, t.free->word);
    }
    [[nodiscard]] std::string taken(const Table& t, const std::string& p) const {
        return fmt::format("{}.{} is not {}", p, at(t, t.free->field).name, t.free->word);
    }
    [[nodiscard]] const Table& table_of(const Type& type) const { return m_[type.table]; }

    // ---- tables -----------------------------------------------------------------------------------------------------

    void of_table(TableId id) {
        const Table& t = m_[id];
        for (const Field& f : t.fields)
            if (f.type.kind == Type::Kind::reference && !f.type.weak) refers(t, f);
        if (t.derived) forest(t);
        if (const Field* target = role(t, Role::target)) {
            if (t.noun == Noun::capability && table_of(target->type).free) target_held(t, *target);
            if (t.derived && t.noun == Noun::capability) same_target(t);
        }
        if (t.derived && role(t, Role::rights)) attenuates(t);
        if (t.noun == Noun::binding) binding(t);
        if (t.free) reclaimed(id, t);
        if (t.kept) kept(t);
    }

    void refers(const Table& t, const Field& f) {
        const std::string x = var("x");
        const std::string condition = f.type.optional ? fmt::format("{}.{} is not none implies ", x, f.name) : "";
        invariant(fmt::format("{}.{}.refers", t.name, f.name), f.span,
                  "a live record's reference names a live record: no dangling reference",
                  fmt::format("forall {0}: {1} | {3}{0}.{2} is live", x, t.name, f.name, condition));
    }

    void forest(const Table& t) {
        const std::string a = var("a"), b = var("b"), c = var("c");
        invariant(
            t.name + ".forest", t.span, "descent is reflexive, transitive and antisymmetric, and the ancestors of one record are in line",
            fmt::format(
                "(forall {0}: {3} | {0} descends from {0})"
                " and (forall {0}: {3}, {1}: {3}, {2}: {3} | {0} descends from {1} and {1} descends from {2} implies {0} descends from {2})"
                " and (forall {0}: {3}, {1}: {3} | {0} descends from {1} and {1} descends from {0} implies {0} is {1})"
                " and (forall {0}: {3}, {1}: {3}, {2}: {3} | {0} descends from {1} and {0} descends from {2}"
                " implies {1} descends from {2} or {2} descends from {1})",
                a, b, c, t.name));
    }

    /// `x.target is current` where the reference is weak: a stale one names nothing.
    [[nodiscard]] std::string while_current(const Field& target, const std::string& x) const {
        return target.type.weak ? fmt::format("{}.{} is current implies ", x, target.name) : "";
    }

    void target_held(const Table& t, const Field& target) {
        const std::string c = var("c");
        invariant(t.name + ".target_held", t.span, "a live capability's target is not free",
                  fmt::format("forall {}: {} | {}{}", c, t.name, while_current(target, c),
                              taken(table_of(target.type), fmt::format("{}.{}", c, target.name))));
    }

    void same_target(const Table& t) {
        const std::string a = var("a"), b = var("b");
        invariant(t.name + ".same_target", t.span, "a derived capability names what its ancestors name",
                  fmt::format("forall {0}: {2}, {1}: {2} | {0} descends from {1} implies {0}.target is {1}.target", a, b, t.name));
    }

    void attenuates(const Table& t) {
        const std::string a = var("a"), b = var("b");
        invariant(t.name + ".attenuates", t.span, "no derived record has a right that an ancestor lacks",
                  fmt::format("forall {0}: {2}, {1}: {2} | {0} descends from {1} implies {0}.rights within {1}.rights", a, b, t.name));
    }

    void binding(const Table& t) {
        const std::string m = var("m");
        const Field* target = role(t, Role::target);
        std::vector<std::string> parts;
        for (const Field& via : t.fields) {
            if (via.role != Role::via) continue;
            const Table& source = table_of(via.type);
            parts.push_back(fmt::format("{}.{} is live", m, via.name));
            const Field* above = role(source, Role::target);
            if (target && above && above->type.table == target->type.table)
                parts.push_back(fmt::format("{0}.{1}.target is {0}.target", m, via.name));
            if (role(t, Role::rights) && role(source, Role::rights))
                parts.push_back(fmt::format("{0}.rights within {0}.{1}.rights", m, via.name));
            if (const Field* holder = role(source, Role::holder)) {
                std::vector<std::string> actors;
                for (const Key& k : t.keys)
                    if (k.table && *k.table == holder->type.table) actors.push_back(k.name);
                if (actors.size() == 1) parts.push_back(fmt::format("{0}.{1}.holder is {0}.{2}", m, via.name, actors[0]));
            }
        }
        if (!parts.empty())
            invariant(t.name + ".justified", t.span,
                      "what an entry was bound via lives, names the same target, covers its rights, and is its actor's",
                      fmt::format("forall {}: {} | {}", m, t.name, all_of(parts)));
        if (target && table_of(target->type).free)
            invariant(
                t.name + ".no_dangling", t.span, "a live entry's target is not free",
                fmt::format("forall {}: {} | {}{}", m, t.name, while_current(*target, m), taken(table_of(target->type), m + ".target")));
    }

    void reclaimed(TableId id, const Table& t) {
        const std::string p = var("p"), e = var("e"), c = var("c");
        std::vector<std::string> parts;
        for (const Table& x : m_.tables) {
            const Field* target = role(x, Role::target);
            if (target && target->type.table == id && (x.noun == Noun::capability || x.noun == Noun::binding))
                parts.push_back(fmt::format("(no {0}: {1} | {0}.target is {2})", c, x.name, p));
        }
        if (parts.empty()) return;
        if (!role(t, Role::owner)) {
            transition(t.name + ".reclaimed", t.span,
                       "when a record becomes free, no capability and no binding names it: revocation is complete",
                       fmt::format("forall {}: {} | {}old({}) and {} implies {}", p, t.name, stays_before(t, p), taken(t, p), free(t, p),
                                   all_of(parts)));
            return;
        }
        const std::string actor = table_of(role(t, Role::owner)->type).name;
        transition(t.name + ".reclaimed", t.span,
                   "when ownership ends, no capability and no binding names the record: revocation is complete",
                   fmt::format("forall {0}: {1}, {2}: {3} | {4}old({0}.owner is {2}) and {5} implies {6}", p, t.name, e, actor,
                               stays_before(t, p), lost_ownership(t, p, e), all_of(parts)));
    }

    /// Pools may lose the record itself; resources always exist.
    [[nodiscard]] std::string stays_before(const Table& t, const std::string& x) const {
        return t.always_live ? "" : fmt::format("old({} is live) and ", x);
    }
    [[nodiscard]] std::string stays(const Table& t, const std::string& x) const {
        return t.always_live ? "" : fmt::format("old({0} is live) and {0} is live and ", x);
    }
    [[nodiscard]] std::string lost_ownership(const Table& t, const std::string& p, const std::string& e) const {
        return t.always_live ? fmt::format("{}.owner is not {}", p, e) : fmt::format("({0} is not live or {0}.owner is not {1})", p, e);
    }

    void kept(const Table& t) {
        const std::string l = var("l");
        for (const Key& k : t.keys) {
            if (!k.table || m_[*k.table].noun != Noun::actor) continue;
            std::vector<std::string> changed{fmt::format("{} is not live", l)};
            for (const Field& f : t.fields)
                if (f.role != Role::key) changed.push_back(fmt::format("{0}.{1} is not old({0}.{1})", l, f.name));
            transition(t.name + ".kept", t.span,
                       "an entry leaves, or changes, only by its own actor's call or with its actor: nothing is forgotten",
                       fmt::format("forall {0}: {1} | old({0} is live) and ({2}) implies caller is {0}.{3} or {0}.{3} is not live", l,
                                   t.name, any_of(changed), k.name));
            return;
        }
    }

    // ---- revocation -------------------------------------------------------------------------------------------------

    [[nodiscard]] std::string time(Value amount) const { return fmt::format("{}{}", amount, m_.clock ? m_.clock->unit : "us"); }

    void of_revocation(RevocationId id) {
        const Revocation& r = m_[id];
        const Table& t = m_[r.table];
        if (r.steps.empty()) return;
        phase_order(r, t);
        grace(r, t);
        if (t.free) idle_when_free(r, t);
        deadline(r, t);
        forced(r, t);
        if (r.spare) spared(r, t);
        if (m_.clock && m_.clock->latency > 0) bounded(r, t);
    }

    void phase_order(const Revocation& r, const Table& t) {
        const std::string p = var("p");
        std::vector<std::string> parts;
        if (!t.always_live) parts.push_back(fmt::format("({0} is live and not old({0} is live) implies {0}.phase is idle)", p));
        std::vector<std::string> names{"idle"};
        for (const Phase& step : r.steps) names.push_back(step.name);
        for (std::size_t k = 0; k < names.size(); ++k) {
            std::vector<std::string> next{fmt::format("{}.phase is idle", p)};
            if (k > 0) next.push_back(fmt::format("{}.phase is {}", p, names[k]));
            if (k + 1 < names.size()) next.push_back(fmt::format("{}.phase is {}", p, names[k + 1]));
            parts.push_back(fmt::format("({}old({}.phase is {}) implies {})", stays(t, p), p, names[k], any_of(next)));
        }
        transition(t.name + ".phase_order", r.span, "phases move one step forward in the declared order, or back to idle",
                   fmt::format("forall {}: {} | {}", p, t.name, all_of(parts)));
    }

    void grace(const Revocation& r, const Table& t) {
        const std::string p = var("p");
        std::vector<std::string> parts;
        for (std::size_t k = 0; k + 1 < r.steps.size(); ++k)
            parts.push_back(fmt::format("({0}old({1}.phase is {2}) and {1}.phase is {3} implies old({1}.overdue))", stays(t, p), p,
                                        r.steps[k].name, r.steps[k + 1].name));
        if (r.has_force)
            parts.push_back(fmt::format("(emits force({0}) implies old({1}{0}.overdue))", p, t.always_live ? "" : p + " is live and "));
        if (parts.empty()) return;
        transition(t.name + ".grace", r.span,
                   "a record moves to the next phase, or is forced, only when it is overdue: a holder had all its time",
                   fmt::format("forall {}: {} | {}", p, t.name, all_of(parts)));
    }

    void idle_when_free(const Revocation& r, const Table& t) {
        const std::string p = var("p");
        invariant(t.name + ".idle_when_free", r.span, "a record nobody owns is idle",
                  fmt::format("forall {0}: {1} | {2} implies {0}.phase is idle", p, t.name, free(t, p)));
    }

    void deadline(const Revocation& r, const Table& t) {
        const std::string p = var("p");
        const Value latency = m_.clock ? m_.clock->latency : 0;
        std::vector<std::string> parts;
        Value most = 0;
        for (std::size_t k = 0; k < r.steps.size(); ++k) {
            most += r.steps[k].within + (k > 0 ? latency : 0);
            parts.push_back(fmt::format("({0}.phase is {1} implies {0}.deadline <= {0}.since + {2} and {0}.entered + {3} <= {0}.deadline)",
                                        p, r.steps[k].name, time(most), time(r.steps[k].within)));
        }
        parts.push_back(
            fmt::format("({0}.phase is not idle implies {0}.since <= {0}.entered and {0}.entered <= now and now <= {0}.deadline + {1})", p,
                        time(latency)));
        invariant(t.name + ".deadline", r.span,
                  "a phase's deadline leaves at least its own period, and at most all periods and latencies so far",
                  fmt::format("forall {}: {} | {}", p, t.name, all_of(parts)));
    }

    /// What is lost without one's own call is lost by force, at the end of the last phase, or with oneself.
    void forced(const Revocation& r, const Table& t) {
        const std::string p = var("p"), e = var("e");
        const std::string by_force =
            r.has_force ? fmt::format(" or (old({0}.phase is {1} and {0}.overdue) and emits force({0}))", p, r.steps.back().name) : "";
        const std::string why =
            "what is lost without one's own call is lost by force, whole, at the end of the last phase; or with oneself";
        const std::string name = t.name + ".forced";
        if (const Field* owner = role(t, Role::owner)) {
            transition(
                name, r.span, why,
                fmt::format("forall {0}: {1}, {2}: {3} | {4}old({0}.owner is {2}) and {5} implies caller is {2} or {2} is not live{6}", p,
                            t.name, e, table_of(owner->type).name, stays_before(t, p), lost_ownership(t, p, e), by_force));
        } else if (const Field* holder = role(t, Role::holder)) {
            std::vector<std::string> lost;
            if (!t.always_live) lost.push_back(fmt::format("{} is not live", p));
            lost.push_back(fmt::format("{}.holder is not {}", p, e));
            if (role(t, Role::rights)) lost.push_back(fmt::format("not (old({0}.rights) within {0}.rights)", p));
            transition(name, r.span, why,
                       fmt::format("forall {0}: {1}, {2}: {3} | old({0} is live and {0}.holder is {2}) and ({4}) implies caller is {2} or "
                                   "{2} is not live{5}",
                                   p, t.name, e, table_of(holder->type).name, any_of(lost), by_force));
        } else if (t.noun == Noun::actor) {
            transition(name, r.span, why,
                       fmt::format("forall {0}: {1} | old({0} is live) and {0} is not live implies caller is {0}{2}", p, t.name, by_force));
        }
    }

    void spared(const Revocation& r, const Table& t) {
        const std::string p = var("p"), e = var("e");
        const std::string spares = fmt::format("spared_{}({})", t.name, p);
        const std::string name = t.name + ".spared";
        invariant(name, r.span, "what is spared is never asked for",
                  fmt::format("forall {}: {} | {} implies {}.phase is idle", p, t.name, spares, p));
        std::vector<std::string> parts;
        if (r.has_force) parts.push_back(fmt::format("({0}old({1}) implies not (emits force({2})))", stays_before(t, p), spares, p));
        if (const Field* owner = role(t, Role::owner))
            parts.push_back(
                fmt::format("(forall {0}: {1} | {2}old({3} and {4}.owner is {0}) and {5} implies caller is {0} or {0} is not live)", e,
                            table_of(owner->type).name, stays_before(t, p), spares, p, lost_ownership(t, p, e)));
        if (!parts.empty())
            transition(name, r.span, "what is spared is never forced; its ownership ends only by its owner's call or with its owner",
                       fmt::format("forall {}: {} | {}", p, t.name, all_of(parts)));
    }

    void bounded(const Revocation& r, const Table& t) {
        const std::string p = var("p");
        const std::string name = t.name + ".bounded";
        const Value latency = m_.clock->latency;
        const std::string blocked = fmt::format("{0}.phase is not idle and now >= {0}.deadline + {1}", p, time(latency));
        out_.push_back({name, Property::Kind::unblocked, blocked, fmt::format("{}: {}", p, t.name),
                        "a record that holds up time has a kernel call that takes it out of its phase: no timelock", r.span});
        transition(name, r.span, "only the passing of time lets a record come to hold up time",
                   fmt::format("forall {}: {} | {}now is old(now) and ({}) implies old({})", p, t.name, stays(t, p), blocked, blocked));
        std::vector<std::string> parts;
        Value most = 0;
        for (const Phase& step : r.steps) {
            most += step.within + latency;
            parts.push_back(fmt::format("({0}.phase is {1} implies now <= {0}.since + {2})", p, step.name, time(most)));
        }
        invariant(name, r.span, "a revocation ends, by force or back at idle, within the sum of its periods plus one latency a phase",
                  fmt::format("forall {}: {} | {}", p, t.name, all_of(parts)));
    }

    // ---- authority --------------------------------------------------------------------------------------------------

    void of_authority(const Authority& authority) {
        const Table& actor = m_[m_[authority.actor].type.table];
        const TableId resource_id = m_[authority.resource].type.table;
        const Table& resource = m_[resource_id];
        const std::string x = var("x"), p = var("p");
        const std::string had = fmt::format("old(authority_over_{}(caller, {}))", resource.name, p);
        const std::string was_free = resource.free ? fmt::format("old({})", free(resource, p)) : "";

        // What had no owner but a state is whose it now is: also theirs who may do what its taker may.
        std::vector<std::string> allowed;
        if (role(resource, Role::owner)) allowed.push_back(fmt::format("({} and (caller is {} or caller is none))", was_free, x));
        else if (resource.free)
            allowed.push_back(fmt::format("({} and (caller is none or authority_over_{}(caller, {})))", was_free, resource.name, p));
        allowed.push_back(fmt::format("(caller is not none and {})", had));
        transition(
            "confined", authority.span, "authority is gained over what was free, or from somebody who had it",
            fmt::format("forall {0}: {1}, {2}: {3} | not old(authority_over_{3}({0}, {2})) and authority_over_{3}({0}, {2}) implies {4}", x,
                        actor.name, p, resource.name, any_of(allowed)));
        integrity_of_calls(authority, resource_id, had, was_free);
        integrity_of_kernel(authority, resource_id);
    }

    [[nodiscard]] std::vector<std::string> changes(const Table& t, const std::string& x,
                                                   const std::function<bool(const Field&)>& which) const {
        std::vector<std::string> out;
        for (const Field& f : t.fields)
            if (which(f)) out.push_back(fmt::format("{0}.{1} is not old({0}.{1})", x, f.name));
        return out;
    }
    static bool of_record(const Field& f) { return f.role != Role::key && f.role != Role::since && f.role != Role::entered; }

    void integrity_of_calls(const Authority& authority, TableId resource_id, const std::string& had, const std::string& was_free) {
        const Table& resource = m_[resource_id];
        const std::string p = var("p"), c = var("c");
        const std::string may = was_free.empty() ? had : fmt::format("{} or {}", was_free, had);
        const std::string why =
            "a call changes a resource, and capabilities and bindings to it, only if it was free or the caller had authority over it";
        if (auto diff = changes(resource, p, of_record); !diff.empty())
            transition("integrity", authority.span, why,
                       fmt::format("forall {0}: {1} | {2}caller is not none and ({3}) implies {4}", p, resource.name, stays(resource, p),
                                   any_of(diff), may));
        for (const Table& t : m_.tables) {
            if (!names(t, resource_id)) continue;
            std::vector<std::string> diff{fmt::format("not old({} is live)", c), fmt::format("{} is not live", c)};
            for (std::string& d : changes(t, c, of_record)) diff.push_back(std::move(d));
            transition("integrity", authority.span, why,
                       fmt::format("forall {0}: {1}, {2}: {3} | caller is not none and (old({0} is live and {0}.target is {2}) or ({0} is "
                                   "live and {0}.target is {2}))"
                                   " and ({4}) implies {5}",
                                   c, t.name, p, resource.name, any_of(diff), may));
        }
    }

    [[nodiscard]] bool forcible(const Table& t) const { return t.revocation && m_[*t.revocation].has_force; }
    [[nodiscard]] bool names(const Table& t, TableId resource) const {
        const Field* target = role(t, Role::target);
        return target && target->type.table == resource && (t.noun == Noun::capability || t.noun == Noun::binding);
    }

    void integrity_of_kernel(const Authority& authority, TableId resource_id) {
        const Table& resource = m_[resource_id];
        const std::string p = var("p"), c = var("c");
        const std::string why =
            "the kernel changes owners, capabilities and bindings only of what is free, by force, by the end of an actor, or by adoption";
        std::vector<std::string> may;
        if (forcible(resource)) may.push_back(fmt::format("emits force({})", p));
        if (const Field* owner = role(resource, Role::owner)) {
            may.push_back(fmt::format("old({}.{}) is not live", p, owner->name));  // also when there was none: it was free
            transition("integrity", authority.span, why,
                       fmt::format("forall {0}: {1} | caller is none and {2}{0}.owner is not old({0}.owner) implies {3}", p, resource.name,
                                   stays(resource, p), any_of(may)));
        } else if (resource.free) {
            may.push_back(fmt::format("old({})", free(resource, p)));
        }
        for (const Table& t : m_.tables) {
            if (!names(t, resource_id)) continue;
            std::vector<std::string> ways = may;
            if (forcible(t)) ways.push_back(fmt::format("emits force({})", c));
            if (const Field* holder = role(t, Role::holder)) {
                ways.push_back(fmt::format("(old({0} is live) and old({0}.holder) is not live)", c));
                if (forcible(table_of(holder->type))) ways.push_back(fmt::format("(old({0} is live) and emits force(old({0}.holder)))", c));
            }
            for (const Key& k : t.keys) {
                if (!k.table || m_[*k.table].noun != Noun::actor) continue;
                ways.push_back(fmt::format("(old({0}.{1} is live) and {0}.{1} is not live)", c, k.name));
                if (forcible(m_[*k.table])) ways.push_back(fmt::format("emits force({}.{})", c, k.name));
            }
            if (ways.empty()) ways.emplace_back("false");
            auto lasting = [](const Field& f) {
                return of_record(f) && f.role != Role::parent && f.role != Role::phase && f.role != Role::deadline;
            };
            std::vector<std::string> diff{fmt::format("not old({} is live)", c), fmt::format("{} is not live", c)};
            for (std::string& s : changes(t, c, lasting)) diff.push_back(std::move(s));
            const std::string touches =
                fmt::format("(old({0} is live and {0}.target is {1}) or ({0} is live and {0}.target is {1}))", c, p);
            transition("integrity", authority.span, why,
                       fmt::format("forall {0}: {1}, {2}: {3} | caller is none and {4} and ({5}) implies {6}", c, t.name, p, resource.name,
                                   touches, any_of(diff), any_of(ways)));
            if (t.derived)
                transition("integrity", authority.span, why,
                           fmt::format(
                               "forall {0}: {1} | caller is none and old({0} is live) and {0} is live and {0}.parent is not old({0}.parent)"
                               " implies old({0}.parent) is not live",
                               c, t.name));
        }
    }
};

}  // namespace

std::vector<Promise> promises(const Model& model) { return Promises(model).all(); }

}  // namespace fief::model
