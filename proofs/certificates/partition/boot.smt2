; partition: what holds at boot. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)


; ---- what is assumed

(push 1)
; own_frames
(assert false)
(check-sat)
(pop 1)

(push 1)
; not_oneself
(assert false)
(check-sat)
(pop 1)

(push 1)
; clean
(assert false)
(check-sat)
(pop 1)

(push 1)
; page.owner.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; map.part.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; map.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; map.no_dangling
(assert false)
(check-sat)
(pop 1)

(push 1)
; channel.from.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; channel.to.refers
(assert false)
(check-sat)
(pop 1)
