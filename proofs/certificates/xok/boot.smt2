; xok: what holds at boot. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort page 0)
(declare-sort acl.slot 0)
(declare-sort path 0)
(declare-sort env 0)
(declare-sort ucap.slot 0)
(declare-fun |acl.slot#0| () acl.slot)
(declare-fun |acl.slot#1| () acl.slot)
(declare-fun dominates (path path) Bool)
(declare-fun |env.slot#0| () env)
(declare-fun |ucap.slot#0| () ucap.slot)

; ---- what is assumed
; what boot leaves open
(assert (forall ((group page)) (>= 0 0)))
(assert (forall ((group page)) (>= 0 0)))
(assert (forall ((group page)) (>= 0 0)))
(assert (forall ((group page)) (<= 0 0)))
(assert (forall ((group page)) (<= 0 0)))
; the host's relations, and slots
(assert (distinct |acl.slot#0| |acl.slot#1|))
(assert (forall ((a path)) (dominates a a)))
(assert (forall ((a path) (b path) (c path)) (=> (and (dominates a b) (dominates b c)) (dominates a c))))

(push 1)
; guarded
(assert
 (not
  (forall ((t env))
   (let ((it (and (= t |env.slot#0|) (= |ucap.slot#0| |ucap.slot#0|)))) (=> (= t |env.slot#0|) (and it (and it it)))))))
(check-sat)
(pop 1)

(push 1)
; used_is_mapped
(assert false)
(check-sat)
(pop 1)

(push 1)
; mapped_is_used
(assert false)
(check-sat)
(pop 1)

(push 1)
; writers_within
(assert (not (forall ((p page)) (<= 0 0))))
(check-sat)
(pop 1)

(push 1)
; limits
(assert false)
(check-sat)
(pop 1)

(push 1)
; guards_used
(assert false)
(check-sat)
(pop 1)

(push 1)
; controlled
(assert false)
(check-sat)
(pop 1)

(push 1)
; listed_is
(assert false)
(check-sat)
(pop 1)

(push 1)
; ucap.env.refers
(assert (not (forall ((x env) (x!2 ucap.slot)) (=> (and (= x |env.slot#0|) (= x!2 |ucap.slot#0|)) (= x |env.slot#0|)))))
(check-sat)
(pop 1)

(push 1)
; ucap.path.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; offer.env.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; offer.to.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; offer.path.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; acl.page.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; acl.path.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; pte.env.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; pte.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; pte.no_dangling
(assert false)
(check-sat)
(pop 1)

(push 1)
; awaited.env.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; awaited.page.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; env.deadline
(assert false)
(check-sat)
(pop 1)

(push 1)
; env.bounded, part 3 of 3
(assert false)
(check-sat)
(pop 1)
