; aegis: what holds at boot. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort env 0)

; ---- what is assumed
; what boot leaves open
(assert (forall ((group env)) (>= 0 0)))

(push 1)
; promise
(assert false)
(check-sat)
(pop 1)

(push 1)
; no_dangling_mapping
(assert false)
(check-sat)
(pop 1)

(push 1)
; promised
(assert false)
(check-sat)
(pop 1)

(push 1)
; page.owner.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; cap.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; cap.holder.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; cap.parent.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; cap.forest
(assert false)
(check-sat)
(pop 1)

(push 1)
; cap.target_held
(assert false)
(check-sat)
(pop 1)

(push 1)
; cap.same_target
(assert false)
(check-sat)
(pop 1)

(push 1)
; cap.attenuates
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
; pte.via.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; pte.justified
(assert false)
(check-sat)
(pop 1)

(push 1)
; pte.no_dangling
(assert false)
(check-sat)
(pop 1)

(push 1)
; lost.env.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; lost.page.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; page.idle_when_free
(assert false)
(check-sat)
(pop 1)

(push 1)
; page.deadline
(assert false)
(check-sat)
(pop 1)

(push 1)
; page.spared, part 1 of 2
(assert false)
(check-sat)
(pop 1)

(push 1)
; page.bounded, part 3 of 3
(assert false)
(check-sat)
(pop 1)
