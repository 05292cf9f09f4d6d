; nfs4: what holds at boot. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)


; ---- what is assumed

(push 1)
; no_conflict
(assert false)
(check-sat)
(pop 1)

(push 1)
; exclusive
(assert false)
(check-sat)
(pop 1)

(push 1)
; asks
(assert false)
(check-sat)
(pop 1)

(push 1)
; used
(assert false)
(check-sat)
(pop 1)

(push 1)
; deleg.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; deleg.holder.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; opened.client.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; opened.file.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; revoked.client.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; revoked.file.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; deleg.deadline
(assert false)
(check-sat)
(pop 1)

(push 1)
; deleg.bounded, part 3 of 3
(assert false)
(check-sat)
(pop 1)
