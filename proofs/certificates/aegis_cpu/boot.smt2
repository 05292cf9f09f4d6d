; aegis_cpu: what holds at boot. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)


; ---- what is assumed

(push 1)
; round
(assert false)
(check-sat)
(pop 1)

(push 1)
; joined
(assert false)
(check-sat)
(pop 1)

(push 1)
; at_work
(assert false)
(check-sat)
(pop 1)

(push 1)
; lent
(assert false)
(check-sat)
(pop 1)

(push 1)
; stacked
(assert false)
(check-sat)
(pop 1)

(push 1)
; on_slice
(assert false)
(check-sat)
(pop 1)

(push 1)
; cached
(assert false)
(check-sat)
(pop 1)

(push 1)
; private
(assert false)
(check-sat)
(pop 1)

(push 1)
; waits
(assert false)
(check-sat)
(pop 1)

(push 1)
; slice.owner.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; slice.next.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; slice.under.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; frame.parent.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; frame.slice.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; frame.callee.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; frame.forest
(assert false)
(check-sat)
(pop 1)

(push 1)
; gate.env.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; cpu.slice.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; cpu.running.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; page.owner.refers
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
; tag.owner.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; tlb.tag.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; tlb.page.refers
(assert false)
(check-sat)
(pop 1)
