#include "cli/promise_texts.hpp"

#include <array>

namespace fief::cli {
namespace {

constexpr auto texts = std::to_array<PromiseText>({
    {"T.f.refers", "every field or key that names another record",
     "A live record's reference names a live record. Nothing dangles: whoever follows the reference finds what it was made for, and never\n"
     "a record that has since been dropped, or taken again for another purpose.",
     "drop e                          // but capabilities whose holder is e stay"},
    {"T.target_held", "capability T to R, where R is owned",
     "The resource that a live capability names has an owner. Authority over a frame ends when the frame becomes free, so no old\n"
     "authority reaches the frame's next life.",
     "p.owner := none                 // but capabilities whose target is p stay"},
    {"T.attenuates", "derived, with rights",
     "A record derived from another never carries a right that the other lacks, however long the chain between them.",
     "new d: cap { parent: c, rights: all, ... }"},
    {"T.same_target", "derived, with to", "A derived capability names the same resource as the capability it was derived from.",
     "new d: cap { parent: c, target: q, ... }   // q is not c.target"},
    {"T.forest", "derived",
     "Derivation is a forest: descent is reflexive, transitive and antisymmetric, the ancestors of one record are in line, and only live\n"
     "records descend. It holds of every spec by construction, and the proof shows that it does.",
     ""},
    {"T.justified", "binding T[A, ...] to R via C",
     "A live binding still has its reason: the capability it was made from is live, names the same resource, and has every right that the\n"
     "binding has. Where the capability has a holder and the binding one actor, they are the same. So the cheap test at use answers as "
     "the\n"
     "heavy test at bind time would answer now.",
     "drop c                          // but the entries whose via is c stay"},
    {"T.no_dangling", "binding T to R, where R is owned",
     "The resource that a live binding names has an owner: no mapping of a free frame.",
     "p.owner := none                 // but the entries whose target is p stay"},
    {"T.phase_order", "revocation of T",
     "Of every step: a record's phase moves one forward in the declared order, or back to `idle`. No phase is skipped.",
     "enter warn(p)                   // while p.phase is idle"},
    {"T.grace", "revocation of T",
     "Of every step: a record moves from one phase to the next, or is taken by force, only when it is overdue. Whoever holds it has all\n"
     "the time that the phase promises. Going back to `idle` early harms nobody.",
     "require p.phase is ask          // and not: p.phase is ask and p.overdue\nenter warn(p)"},
    {"T.idle_when_free", "revocation of T, where T is owned", "A record that nobody owns is not being revoked: its phase is `idle`.",
     "p.owner := none                 // but p.phase stays"},
    {"T.deadline", "revocation of T",
     "In phase k, the deadline is at most the start of the revocation plus the periods of the first k phases and k - 1 latencies, and at\n"
     "least the present phase's period after its entry. Deadlines neither creep nor shrink.",
     "p.deadline := now               // in the middle of a phase"},
    {"T.forced", "force in a revocation of T",
     "Of every step: when someone loses ownership, existence or rights without a call of its own, then either the phase was the last and\n"
     "overdue and this step ran the whole `force` block, or the loser is itself gone.",
     "p.owner := none                 // in a kernel call, without force(p)"},
    {"T.reclaimed", "resource T owned by A",
     "Of every step: when a record's ownership ends, no capability and no binding names it afterwards. Revocation is complete.",
     "for m: pte where m.target is p and m.env is p.owner { drop m }   // others' entries stay"},
    {"T.spared", "spare in a revocation of T",
     "What `spare` protects is idle, no step forces it, and its ownership ends only by its owner's call or with its owner.",
     "require p.phase is idle         // and not p.critical is missing\nenter ask(p)"},
    {"T.kept", "kept",
     "Of every step: an entry leaves only by its own actor's call, or with its actor. What was taken is not forgotten before it was read.",
     "drop lost[e, i]                 // in a kernel call"},
    {"T.bounded", "clock ... latency L, and a revocation of T",
     "No timelock: for a record in a phase, at or past its deadline plus L, some kernel call that takes THIS record out of its phase is\n"
     "enabled, and no step but the passing of time makes it blocked again. So every revocation ends, by force or\n"
     "back at `idle`, within the sum of its periods plus one L a phase. The latency is an assumption on the host.",
     "require lost[p.owner] is not full   // and no call for when it is"},
    {"confined", "authority e over p",
     "Of every step: whoever has authority over a resource afterwards had it before, or the resource was free and the caller took it, or\n"
     "the caller had authority over it and gave some. Authority spreads only from authority.",
     "new d: cap { target: p, ... }   // in a call whose caller has no authority over p"},
    {"integrity", "authority e over p",
     "Of every step: a resource's owner and fields, and the capabilities and bindings that name it, change in a call only if the\n"
     "resource was free or the caller had authority over it. The kernel's own steps change them only by `force`, by the end of an owner,\n"
     "a holder or an actor, or (a parent only) by adoption.",
     "p.critical := false             // in a call that does not ask who owns p"},
    {"T.isolated.own", "isolate e: T by view",
     "Of two states that look alike to an actor of T, and one call of its own: the same error or the same results, and the states after\n"
     "it look alike to it again. `fief explain isolate` says what is compared and what is not.",
     "require p.owner is none else taken   // tells the caller whether somebody else has it"},
    {"T.isolated.others", "isolate e: T by view",
     "Of a call by somebody else, where no `from` of the view allows it: nothing that an actor of T sees changes, and no event names it.",
     "p.contents := b                 // in a call that does not ask who owns p"},
    {"T.isolated.flows", "isolate e: T by view",
     "Of two states that look alike to an actor of T and to a caller with a flow to it, and a call by that caller: afterwards they still\n"
     "look alike to it. What comes along is what the caller sees, and nothing of a third one's. The same of a call that makes the actor.",
     "channel[e, to].letter := p.contents  // where p may be anybody's"},
    {"T.isolated.kernel", "isolate e: T by view",
     "Of two states that look alike to an actor of T and to everybody with a flow to it, and one step of the kernel's own with the same\n"
     "arguments: afterwards they still look alike to it; also when the step fails in one of them. The same of the passing of time.",
     "p.owner := e                    // where p.contents is what its last owner left"},
    {"T.isolated.guards", "isolate e: T by view", "Of two states that look alike to an actor of T: a guard that it asks answers the same.",
     "p.owner is not none             // of any p"},
    {"NAME.defined", "every expression",
     "Under the invariants, no reference that may be `none` is followed, no record that may not be live is read, no number leaves its\n"
     "range, and every `new` and `force` has what it needs. The generated code therefore tests none of this.",
     "emit reclaim(p.owner, p)        // where p.owner may be none"},
    {"NAME.possible", "every call",
     "The call succeeds in some reachable state, at some table sizes. A call that never can is a mistake, and properties of it say\n"
     "nothing. Where no run is found, the solver is asked whether the invariants leave any state that lets it through: if not, it is\n"
     "refuted, with the `require` after which nothing is possible, and the invariants that stand against it.",
     "require p.owner is none and p.owner is e"},
});

/// The part after the last dot: "grace" of "page.grace".
std::string_view last_part(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
}

}  // namespace

std::span<const PromiseText> promise_texts() { return texts; }

const PromiseText* promise_text(std::string_view name) {
    for (const PromiseText& text : texts)
        if (text.name == name || (!last_part(name).empty() && last_part(text.name) == last_part(name))) return &text;
    return nullptr;
}

}  // namespace fief::cli
