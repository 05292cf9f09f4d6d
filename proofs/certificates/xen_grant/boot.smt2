; xen_grant: what holds at boot. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort domain 0)
(declare-sort gref.ref 0)

; ---- what is assumed
; what boot leaves open
(assert (forall ((group domain) (group!2 gref.ref)) (>= 0 0)))
(assert (forall ((group domain) (group!2 gref.ref)) (>= 0 0)))
(assert (forall ((group domain) (group!2 gref.ref)) (>= 0 0)))
(assert (forall ((group domain) (group!2 gref.ref)) (>= 0 0)))
(assert (forall ((group domain) (group!2 gref.ref)) (<= 0 0)))
(assert (forall ((group domain) (group!2 gref.ref)) (<= 0 0)))
(assert (forall ((group domain) (group!2 gref.ref)) (<= 0 0)))
(assert (forall ((group domain) (group!2 gref.ref)) (<= 0 0)))
(assert (forall ((group domain) (group!2 gref.ref)) (<= 0 0)))
(assert (forall ((group domain) (group!2 gref.ref)) (<= 0 0)))
(assert (forall ((group domain) (group!2 gref.ref)) (<= 0 0)))
(assert (forall ((group domain) (group!2 gref.ref)) (<= 0 0)))
(assert (forall ((group domain) (group!2 gref.ref)) (<= 0 0)))
(assert (forall ((group domain) (group!2 gref.ref)) (<= 0 0)))
(assert (forall ((group domain) (group!2 gref.ref)) (<= 0 0)))
(assert (forall ((group domain) (group!2 gref.ref)) (<= 0 0)))

(push 1)
; pins_counted
(assert false)
(check-sat)
(pop 1)

(push 1)
; reading_is
(assert false)
(check-sat)
(pop 1)

(push 1)
; writing_is
(assert false)
(check-sat)
(pop 1)

(push 1)
; maps
(assert false)
(check-sat)
(pop 1)

(push 1)
; granter_owns
(assert false)
(check-sat)
(pop 1)

(push 1)
; arrives
(assert false)
(check-sat)
(pop 1)

(push 1)
; page.owner.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; gref.granter.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; gref.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; gref.holder.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; gref.target_held
(assert false)
(check-sat)
(pop 1)

(push 1)
; handle.mapper.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; handle.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; handle.via.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; handle.justified
(assert false)
(check-sat)
(pop 1)

(push 1)
; handle.no_dangling
(assert false)
(check-sat)
(pop 1)

(push 1)
; accept.taker.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; accept.from.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; accept.page.refers
(assert false)
(check-sat)
(pop 1)
