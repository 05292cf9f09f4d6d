#pragma once
// Aegis' tables and calls as a careful engineer writes them by hand: what the generated ones are measured against. The same arrays of
// packed records with numbers for pointers, intrusive doubly linked lists, free lists that give the last record dropped first, derivation
// by first child and next sibling; the same errors for the same arguments, and the same record for every `new`, so that both can be
// compared call by call.
//
// What it knows of its own invariants it uses: nothing is mapped for an environment that is gone; a frame's capabilities are whole
// derivation trees, so that a list or a tree that goes as a whole is not unlinked record by record.

#include "bench/hand_types.hpp"

#include <cstddef>
#include <limits>

namespace hand {

template <std::uint32_t Envs, std::uint32_t Pages, std::uint32_t Caps, std::uint32_t Slots, std::uint32_t LostSlots>
struct Aegis {
    using E = Number<Envs>;
    using P = Number<Pages>;
    using C = Number<Caps>;
    using M = Number<std::uint64_t{Envs} * Slots>;
    using V = Number<Slots>;
    using L = Number<std::uint64_t{Envs} * LostSlots>;
    using I = Number<LostSlots>;
    static constexpr E no_env = std::numeric_limits<E>::max();
    static constexpr P no_page = std::numeric_limits<P>::max();
    static constexpr C no_cap = std::numeric_limits<C>::max();
    static constexpr M no_pte = std::numeric_limits<M>::max();
    static constexpr L no_lost = std::numeric_limits<L>::max();

    struct Env {
        C first_cap;
        P first_page;
        L free_lost;
        E next_free;
        std::uint8_t critical_count;
        bool live;
    };
    struct Page {
        std::uint64_t deadline;
        M first_pte;
        C first_cap;
        P next, prev;  ///< of the owner's
        E owner;
        Phase phase;
        bool critical;
    };
    struct Cap {
        M first_pte;
        C parent, first_child, next_sibling, prev_sibling;
        C next_by_target, prev_by_target;  ///< the former links free ones
        C next_by_holder, prev_by_holder;
        P target;
        E holder;
        Rights rights;
        bool live;
    };
    /// Rights and liveness in one word: the guard's one load.
    static constexpr std::uint16_t mapped = 0x100;
    struct Pte {
        M next_by_target, prev_by_target, next_by_via, prev_by_via;
        P target;
        C via;
        std::uint16_t access;  ///< 0: not live
    };
    struct Lost {
        P page;
        L next_free;
        bool live;
    };
    struct Tables {
        Env env[Envs];
        Page page[Pages];
        Cap cap[Caps];
        Pte pte[std::size_t{Envs} * Slots];
        Lost lost[std::size_t{Envs} * LostSlots];
        E free_env;
        C free_cap;
        std::uint32_t sequence;  ///< odd while what the guard reads changes: it may be asked without the lock
    };
    /// A change of what the guard reads. Readers on other CPUs ask again when the number was odd, or is another after.
    class Change {
    public:
        explicit Change(Tables& t) : t_(t) {
            __atomic_store_n(&t_.sequence, t_.sequence + 1, __ATOMIC_RELAXED);
            __atomic_thread_fence(__ATOMIC_RELEASE);
        }
        Change(const Change&) = delete;
        Change& operator=(const Change&) = delete;
        ~Change() { __atomic_store_n(&t_.sequence, t_.sequence + 1, __ATOMIC_RELEASE); }

    private:
        Tables& t_;
    };

    template <class Host>
    struct Kernel {
        Tables& t;
        Host& host;

        void boot() {
            t.free_env = no_env;
            t.free_cap = no_cap;
            t.sequence = 0;
            for (std::uint32_t e = Envs; e-- > 0;) {
                t.env[e] = {no_cap, no_page, no_lost, t.free_env, 0, false};
                t.free_env = static_cast<E>(e);
                for (std::uint32_t i = LostSlots; i-- > 0;) {
                    const L l = lost_at(static_cast<E>(e), i);
                    t.lost[l] = {no_page, t.env[e].free_lost, false};
                    t.env[e].free_lost = l;
                }
            }
            for (Page& p : t.page) p = {0, no_pte, no_cap, no_page, no_page, no_env, Phase::idle, false};
            for (std::uint32_t c = Caps; c-- > 0;) {
                t.cap[c] = {no_pte, no_cap, no_cap, no_cap, no_cap, t.free_cap, no_cap, no_cap, no_cap, no_page, no_env, 0, false};
                t.free_cap = static_cast<C>(c);
            }
            for (Pte& m : t.pte) m = {no_pte, no_pte, no_pte, no_pte, no_page, no_cap, 0};
        }

        [[nodiscard]] bool access(E e, V v, Rights r) const {
            if (!(e < Envs) || !(v < Slots)) [[unlikely]]
                return false;
            const unsigned all = r | unsigned{mapped};
            return (t.pte[pte_at(e, v)].access & all) == all;
        }

        [[nodiscard]] Error alloc(E e, P p, C& c) {
            if (!is_env(e) || !(p < Pages)) return Error::bad_argument;
            if (t.page[p].owner != no_env) return Error::taken;
            const C x = t.free_cap;
            if (x == no_cap) return Error::full;
            t.free_cap = t.cap[x].next_by_target;
            own(p, e);
            make_cap(x, p, e, all_cap_rights, no_cap);
            c = x;
            return Error::ok;
        }

        [[nodiscard]] Error free(E e, P p) {
            if (!is_env(e) || !(p < Pages)) return Error::bad_argument;
            if (t.page[p].owner != e) return Error::not_owner;
            release(p);
            return Error::ok;
        }

        [[nodiscard]] Error mark(E e, P p) {
            if (!is_env(e) || !(p < Pages)) return Error::bad_argument;
            Page& page = t.page[p];
            if (page.owner != e) return Error::not_owner;
            if (page.phase != Phase::idle) return Error::being_revoked;
            if (page.critical) return Error::already;
            if (t.env[e].critical_count >= 4) return Error::too_many;
            page.critical = true;
            ++t.env[e].critical_count;
            return Error::ok;
        }

        [[nodiscard]] Error unmark(E e, P p) {
            if (!is_env(e) || !(p < Pages)) return Error::bad_argument;
            if (t.page[p].owner != e) return Error::not_owner;
            if (t.page[p].critical) --t.env[e].critical_count;
            t.page[p].critical = false;
            return Error::ok;
        }

        [[nodiscard]] Error share(E e, C c, E to, Rights r, C& d) {
            if (!is_env(e) || !is_cap(c) || !is_env(to) || (r & ~all_cap_rights) != 0) return Error::bad_argument;
            const Cap& from = t.cap[c];
            if (from.holder != e) return Error::not_holder;
            if ((from.rights & grant) == 0) return Error::no_right;
            if ((r & ~from.rights) != 0) return Error::amplifies;
            if (t.page[from.target].phase != Phase::idle) return Error::being_revoked;
            const C x = t.free_cap;
            if (x == no_cap) return Error::full;
            t.free_cap = t.cap[x].next_by_target;
            make_cap(x, from.target, to, r, c);
            d = x;
            return Error::ok;
        }

        [[nodiscard]] Error map(E e, V v, C c, Rights r) {
            if (!is_env(e) || !(v < Slots) || !is_cap(c) || (r & ~all_pte_rights) != 0) return Error::bad_argument;
            Cap& cap = t.cap[c];
            if (cap.holder != e) return Error::not_holder;
            if ((r & ~cap.rights) != 0) return Error::no_right;
            const M m = pte_at(e, v);
            Pte& pte = t.pte[m];
            if (pte.access != 0) return Error::occupied;
            Page& page = t.page[cap.target];
            const Change change(t);
            pte.next_by_target = page.first_pte;
            pte.prev_by_target = no_pte;
            pte.next_by_via = cap.first_pte;
            pte.prev_by_via = no_pte;
            pte.target = cap.target;
            pte.via = c;
            set_access(pte, static_cast<std::uint16_t>(r | mapped));
            if (page.first_pte != no_pte) t.pte[page.first_pte].prev_by_target = m;
            page.first_pte = m;
            if (cap.first_pte != no_pte) t.pte[cap.first_pte].prev_by_via = m;
            cap.first_pte = m;
            return Error::ok;
        }

        [[nodiscard]] Error unmap(E e, V v) {
            if (!is_env(e) || !(v < Slots)) return Error::bad_argument;
            const M m = pte_at(e, v);
            if (t.pte[m].access == 0) return Error::not_mapped;
            drop_pte(m);
            return Error::ok;
        }

        [[nodiscard]] Error revoke(E e, C c) {
            if (!is_env(e) || !is_cap(c)) return Error::bad_argument;
            if (t.cap[c].holder != e && t.page[t.cap[c].target].owner != e) return Error::not_yours;
            for (C d = lowest(c); d != c;) {
                Cap& cap = t.cap[d];
                const C after = cap.next_sibling != no_cap ? lowest(cap.next_sibling) : cap.parent;
                drop_mappings_via(cap);
                leave_target(cap);
                leave_holder(cap);
                put_back(d);
                d = after;
            }
            t.cap[c].first_child = no_cap;
            return Error::ok;
        }

        [[nodiscard]] Error delete_(E e, C c) {
            if (!is_env(e) || !is_cap(c)) return Error::bad_argument;
            Cap& cap = t.cap[c];
            if (cap.holder != e && t.page[cap.target].owner != e) return Error::not_yours;
            if (cap.parent == no_cap) return Error::root;
            drop_mappings_via(cap);
            leave_target(cap);
            leave_holder(cap);
            leave_tree(cap);
            put_back(c);
            return Error::ok;
        }

        [[nodiscard]] Error ask(P p) {
            const std::uint64_t now = host.now();
            if (!(p < Pages)) return Error::bad_argument;
            Page& page = t.page[p];
            if (page.owner == no_env) return Error::free_already;
            if (page.phase != Phase::idle) return Error::being_revoked;
            if (page.critical) return Error::spared;
            page.phase = Phase::ask;
            page.deadline = now + ask_within;
            host.reclaim(page.owner, p);
            return Error::ok;
        }

        [[nodiscard]] Error warn(P p) {
            const std::uint64_t now = host.now();
            if (!(p < Pages)) return Error::bad_argument;
            Page& page = t.page[p];
            if (page.phase != Phase::ask || page.deadline >= now) return Error::too_early;
            page.phase = Phase::warn;
            page.deadline = now + warn_within;
            host.urgent(page.owner, p);
            return Error::ok;
        }

        [[nodiscard]] Error seize(P p) {
            const std::uint64_t now = host.now();
            if (!(p < Pages)) return Error::bad_argument;
            Page& page = t.page[p];
            if (page.phase != Phase::warn || page.deadline >= now) return Error::too_early;
            const E owner = page.owner;
            const L l = t.env[owner].free_lost;
            if (l == no_lost) return Error::vector_full;
            t.env[owner].free_lost = t.lost[l].next_free;
            host.contents(p);
            t.lost[l].page = p;
            t.lost[l].live = true;
            host.repossessed(owner, p);
            release(p);
            return Error::ok;
        }

        [[nodiscard]] Error acknowledge(E e, I i) {
            if (!is_env(e) || !(i < LostSlots)) return Error::bad_argument;
            const L l = lost_at(e, i);
            if (!t.lost[l].live) return Error::nothing_there;
            drop_lost(e, l);
            return Error::ok;
        }

        [[nodiscard]] Error spawn(E& e) {
            const E x = t.free_env;
            if (x == no_env) return Error::full;
            t.free_env = t.env[x].next_free;
            t.env[x].live = true;
            e = x;
            return Error::ok;
        }

        [[nodiscard]] Error exit(E e) {
            if (!is_env(e)) return Error::bad_argument;
            end(e);
            return Error::ok;
        }

        [[nodiscard]] Error evict(P p) {
            const std::uint64_t now = host.now();
            if (!(p < Pages)) return Error::bad_argument;
            const Page& page = t.page[p];
            if (page.phase != Phase::warn || page.deadline >= now) return Error::too_early;
            if (t.env[page.owner].free_lost != no_lost) return Error::has_room;
            end(page.owner);
            return Error::ok;
        }

    private:
        [[nodiscard]] static M pte_at(E e, V v) { return static_cast<M>(std::uint32_t{e} * Slots + v); }
        [[nodiscard]] static L lost_at(E e, std::uint32_t i) { return static_cast<L>(std::uint32_t{e} * LostSlots + i); }
        [[nodiscard]] bool is_env(E e) const { return e < Envs && t.env[e].live; }
        [[nodiscard]] bool is_cap(C c) const { return c < Caps && t.cap[c].live; }

        /// The leaf of a tree that a bottom-up walk begins with.
        [[nodiscard]] C lowest(C c) const {
            while (t.cap[c].first_child != no_cap) c = t.cap[c].first_child;
            return c;
        }

        void own(P p, E e) {
            Page& page = t.page[p];
            const P first = t.env[e].first_page;
            page.owner = e;
            page.next = first;
            page.prev = no_page;
            if (first != no_page) t.page[first].prev = p;
            t.env[e].first_page = p;
        }

        void make_cap(C x, P target, E holder, Rights rights, C parent) {
            Cap& cap = t.cap[x];
            const C same_target = t.page[target].first_cap, same_holder = t.env[holder].first_cap;
            cap.target = target;
            cap.holder = holder;
            cap.rights = rights;
            cap.parent = parent;
            cap.live = true;
            cap.next_by_target = same_target;
            cap.prev_by_target = no_cap;
            if (same_target != no_cap) t.cap[same_target].prev_by_target = x;
            t.page[target].first_cap = x;
            cap.next_by_holder = same_holder;
            cap.prev_by_holder = no_cap;
            if (same_holder != no_cap) t.cap[same_holder].prev_by_holder = x;
            t.env[holder].first_cap = x;
            if (parent == no_cap) return;
            const C sibling = t.cap[parent].first_child;
            cap.next_sibling = sibling;
            cap.prev_sibling = no_cap;
            if (sibling != no_cap) t.cap[sibling].prev_sibling = x;
            t.cap[parent].first_child = x;
        }

        void leave_target(const Cap& cap) {
            if (cap.next_by_target != no_cap) t.cap[cap.next_by_target].prev_by_target = cap.prev_by_target;
            if (cap.prev_by_target != no_cap) t.cap[cap.prev_by_target].next_by_target = cap.next_by_target;
            else t.page[cap.target].first_cap = cap.next_by_target;
        }

        void leave_holder(const Cap& cap) {
            if (cap.next_by_holder != no_cap) t.cap[cap.next_by_holder].prev_by_holder = cap.prev_by_holder;
            if (cap.prev_by_holder != no_cap) t.cap[cap.prev_by_holder].next_by_holder = cap.next_by_holder;
            else t.env[cap.holder].first_cap = cap.next_by_holder;
        }

        /// Its children go to its parent, to the head of the list there, in the order they have.
        void leave_tree(const Cap& cap) {
            const C parent = cap.parent, child = cap.first_child;
            if (parent != no_cap) {
                if (cap.next_sibling != no_cap) t.cap[cap.next_sibling].prev_sibling = cap.prev_sibling;
                if (cap.prev_sibling != no_cap) t.cap[cap.prev_sibling].next_sibling = cap.next_sibling;
                else t.cap[parent].first_child = cap.next_sibling;
            }
            if (child == no_cap) return;
            C last = child;
            for (C c = child; c != no_cap; c = t.cap[c].next_sibling) {
                t.cap[c].parent = parent;
                last = c;
            }
            if (parent == no_cap) return;
            const C head = t.cap[parent].first_child;
            t.cap[last].next_sibling = head;
            if (head != no_cap) t.cap[head].prev_sibling = last;
            t.cap[parent].first_child = child;
        }

        void put_back(C c) {
            Cap& cap = t.cap[c];
            cap.live = false;
            cap.first_child = no_cap;
            cap.next_by_target = t.free_cap;
            t.free_cap = c;
        }

        static void set_access(Pte& pte, std::uint16_t access) { __atomic_store_n(&pte.access, access, __ATOMIC_RELAXED); }

        void leave_page(const Pte& pte) {
            if (pte.next_by_target != no_pte) t.pte[pte.next_by_target].prev_by_target = pte.prev_by_target;
            if (pte.prev_by_target != no_pte) t.pte[pte.prev_by_target].next_by_target = pte.next_by_target;
            else t.page[pte.target].first_pte = pte.next_by_target;
        }

        void leave_via(const Pte& pte) {
            if (pte.next_by_via != no_pte) t.pte[pte.next_by_via].prev_by_via = pte.prev_by_via;
            if (pte.prev_by_via != no_pte) t.pte[pte.prev_by_via].next_by_via = pte.next_by_via;
            else t.cap[pte.via].first_pte = pte.next_by_via;
        }

        void drop_pte(M m) {
            const Change change(t);
            leave_page(t.pte[m]);
            leave_via(t.pte[m]);
            set_access(t.pte[m], 0);
        }

        void drop_mappings_via(Cap& cap) {
            for (M m = cap.first_pte; m != no_pte; m = t.pte[m].next_by_via) {
                const Change change(t);
                leave_page(t.pte[m]);
                set_access(t.pte[m], 0);
            }
            cap.first_pte = no_pte;
        }

        void drop_lost(E e, L l) {
            t.lost[l].live = false;
            t.lost[l].next_free = t.env[e].free_lost;
            t.env[e].free_lost = l;
        }

        /// Mappings of a frame and capabilities to it.
        void forget(Page& page) {
            for (M m = page.first_pte; m != no_pte; m = t.pte[m].next_by_target) {
                const Change change(t);
                leave_via(t.pte[m]);
                set_access(t.pte[m], 0);
            }
            page.first_pte = no_pte;
            for (C c = page.first_cap; c != no_cap;) {
                const C after = t.cap[c].next_by_target;
                leave_holder(t.cap[c]);
                put_back(c);
                c = after;
            }
            page.first_cap = no_cap;
        }

        void release(P p) {
            Page& page = t.page[p];
            forget(page);
            if (page.critical) --t.env[page.owner].critical_count;
            page.critical = false;
            if (page.next != no_page) t.page[page.next].prev = page.prev;
            if (page.prev != no_page) t.page[page.prev].next = page.next;
            else t.env[page.owner].first_page = page.next;
            page.owner = no_env;
            page.phase = Phase::idle;
        }

        void end(E e) {
            for (std::uint32_t v = 0; v < Slots; ++v)
                if (const M m = pte_at(e, static_cast<V>(v)); t.pte[m].access != 0) drop_pte(m);
            for (C c = t.env[e].first_cap; c != no_cap;) {
                const C after = t.cap[c].next_by_holder;
                leave_target(t.cap[c]);
                leave_tree(t.cap[c]);
                put_back(c);
                c = after;
            }
            t.env[e].first_cap = no_cap;
            for (P p = t.env[e].first_page; p != no_page; p = t.page[p].next) {
                Page& page = t.page[p];
                forget(page);
                page.owner = no_env;
                page.phase = Phase::idle;
                page.critical = false;
            }
            t.env[e].first_page = no_page;
            t.env[e].critical_count = 0;
            for (std::uint32_t i = 0; i < LostSlots; ++i)
                if (const L l = lost_at(e, i); t.lost[l].live) drop_lost(e, l);
            t.env[e].live = false;
            t.env[e].next_free = t.free_env;
            t.free_env = e;
        }
    };
};

}  // namespace hand
