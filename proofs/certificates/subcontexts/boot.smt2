; subcontexts: what holds at boot. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort step 0)
(declare-sort client 0)
(declare-sort region 0)
(declare-sort frame 0)
(declare-sort service 0)
(declare-sort cmap.slot 0)
(declare-sort page 0)
(declare-sort gate.slot 0)
(declare-sort thread 0)
(declare-fun |client.slot#0| () client)
(declare-fun |client.slot#1| () client)
(declare-fun |region.slot#0| () region)
(declare-fun |region.slot#1| () region)
(declare-fun |frame.slot#0| () frame)
(declare-fun |frame.slot#1| () frame)
(declare-fun |service.slot#0| () service)
(declare-fun |cmap.slot#0| () cmap.slot)
(declare-fun |page.slot#0| () page)
(declare-fun |gate.slot#0| () gate.slot)
(declare-fun |thread.slot#0| () thread)

; ---- what is assumed
; what boot leaves open
(assert (forall ((group step)) (>= 0 0)))
; the host's relations, and slots
(assert (distinct |client.slot#0| |client.slot#1|))
(assert (distinct |region.slot#0| |region.slot#1|))
(assert (distinct |frame.slot#0| |frame.slot#1|))

(push 1)
; owned
(assert
 (not
  (forall ((x region))
   (=>
    (forall ((some service))
     (let ((it (= some |service.slot#0|))) (not (or (and (= x |region.slot#0|) it) (and (= x |region.slot#1|) it)))))
    (and (not (= x |region.slot#1|)) (not (= x |region.slot#0|)))))))
(check-sat)
(pop 1)

(push 1)
; unowned
(assert
 (not
  (forall ((x region))
   (=>
    (and (not (= x |region.slot#1|)) (not (= x |region.slot#0|)))
    (and
     (forall ((some service))
      (let ((it (= some |service.slot#0|))) (not (or (and (= x |region.slot#0|) it) (and (= x |region.slot#1|) it)))))
     (not (or (= x |region.slot#0|) (= x |region.slot#1|))))))))
(check-sat)
(pop 1)

(push 1)
; moving
(assert false)
(check-sat)
(pop 1)

(push 1)
; logged
(assert false)
(check-sat)
(pop 1)

(push 1)
; one_pending
(assert false)
(check-sat)
(pop 1)

(push 1)
; backed
(assert
 (not
  (forall ((x region))
   (let ((it (not (= x |region.slot#0|))))
    (=>
     (and (not (and (not (= x |region.slot#1|)) it)) (not (and (= x |region.slot#1|) it)))
     (or (= x |region.slot#0|) (= x |region.slot#1|)))))))
(check-sat)
(pop 1)

(push 1)
; its_own
(assert
 (not
  (forall ((m region))
   (=>
    (or (= m |region.slot#0|) (= m |region.slot#1|))
    (forall ((same service))
     (let ((it (= same |service.slot#0|)))
      (=
       (exists ((target frame))
        (let ((it!2 (= target |frame.slot#0|)))
         (let ((it!3 (= target |frame.slot#1|)))
          (let ((it!4 (= same |service.slot#0|)))
           (and
            (or (and (= m |region.slot#0|) it!2) (and (= m |region.slot#1|) it!3))
            (or (and it!2 it!4) (and it!3 it!4)))))))
       (or (and (= m |region.slot#0|) it) (and (= m |region.slot#1|) it)))))))))
(check-sat)
(pop 1)

(push 1)
; private
(assert
 (not
  (forall ((m client) (m!2 cmap.slot))
   (=>
    (and (= m |client.slot#0|) (= m!2 |cmap.slot#0|))
    (forall ((target page))
     (let ((it (= target |page.slot#0|)))
      (=> (and (and (= m |client.slot#0|) (= m!2 |cmap.slot#0|)) it) (and it (= m |client.slot#0|)))))))))
(check-sat)
(pop 1)

(push 1)
; viewed
(assert
 (not
  (forall ((w client) (w!2 region))
   (let ((it (not (= w!2 |region.slot#0|))))
    (=>
     (or (and (= w |client.slot#0|) (= w!2 |region.slot#0|)) (and (= w |client.slot#1|) (= w!2 |region.slot#0|)))
     (and
      (not (and (not (= w!2 |region.slot#1|)) it))
      (not (and (= w!2 |region.slot#1|) it))
      (not
       (forall ((some service))
        (let ((it!2 (= some |service.slot#0|)))
         (not (or (and (= w!2 |region.slot#0|) it!2) (and (= w!2 |region.slot#1|) it!2))))))
      (forall ((owner service))
       (let ((it!2 (= owner |service.slot#0|)))
        (=>
         (or (and (= w!2 |region.slot#0|) it!2) (and (= w!2 |region.slot#1|) it!2))
         (or (and (= w |client.slot#0|) it!2) (and (= w |client.slot#1|) it!2)))))))))))
(check-sat)
(pop 1)

(push 1)
; everywhere
(assert
 (not
  (forall ((x region) (j client) (j!2 service))
   (let ((it (= j!2 |service.slot#0|)))
    (=>
     (or (and (= j |client.slot#0|) it) (and (= j |client.slot#1|) it))
     (=>
      (and
       (or (and (= x |region.slot#0|) it) (and (= x |region.slot#1|) it))
       (and (not (= x |region.slot#1|)) (= x |region.slot#0|)))
      (or (and (= j |client.slot#0|) (= x |region.slot#0|)) (and (= j |client.slot#1|) (= x |region.slot#0|)))))))))
(check-sat)
(pop 1)

(push 1)
; coming
(assert false)
(check-sat)
(pop 1)

(push 1)
; going
(assert false)
(check-sat)
(pop 1)

(push 1)
; concerned
(assert false)
(check-sat)
(pop 1)

(push 1)
; through
(assert false)
(check-sat)
(pop 1)

(push 1)
; let_by
(assert false)
(check-sat)
(pop 1)

(push 1)
; entered
(assert false)
(check-sat)
(pop 1)

(push 1)
; no_way_in
(assert false)
(check-sat)
(pop 1)

(push 1)
; region.owner.refers
(assert
 (not
  (forall ((x region))
   (forall ((named service))
    (let ((it (= named |service.slot#0|))) (=> (or (and (= x |region.slot#0|) it) (and (= x |region.slot#1|) it)) it))))))
(check-sat)
(pop 1)

(push 1)
; region.step.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; page.owner.refers
(assert
 (not
  (forall ((x page))
   (forall ((named client))
    (let ((it (= named |client.slot#0|))) (=> (and (= x |page.slot#0|) it) (or it (= named |client.slot#1|))))))))
(check-sat)
(pop 1)

(push 1)
; frame.owner.refers
(assert
 (not
  (forall ((x frame))
   (forall ((named service))
    (let ((it (= named |service.slot#0|))) (=> (or (and (= x |frame.slot#0|) it) (and (= x |frame.slot#1|) it)) it))))))
(check-sat)
(pop 1)

(push 1)
; joined.client.refers
(assert
 (not
  (forall ((x client) (x!2 service))
   (let ((it (= x!2 |service.slot#0|)))
    (=>
     (or (and (= x |client.slot#0|) it) (and (= x |client.slot#1|) it))
     (or (= x |client.slot#0|) (= x |client.slot#1|)))))))
(check-sat)
(pop 1)

(push 1)
; joined.service.refers
(assert
 (not
  (forall ((x client) (x!2 service))
   (let ((it (= x!2 |service.slot#0|))) (=> (or (and (= x |client.slot#0|) it) (and (= x |client.slot#1|) it)) it)))))
(check-sat)
(pop 1)

(push 1)
; cmap.client.refers
(assert
 (not
  (forall ((x client) (x!2 cmap.slot))
   (=> (and (= x |client.slot#0|) (= x!2 |cmap.slot#0|)) (or (= x |client.slot#0|) (= x |client.slot#1|))))))
(check-sat)
(pop 1)

(push 1)
; cmap.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; cmap.no_dangling
(assert
 (not
  (forall ((m client) (m!2 cmap.slot))
   (=>
    (and (= m |client.slot#0|) (= m!2 |cmap.slot#0|))
    (not
     (exists ((target page))
      (and
       (and (and (= m |client.slot#0|) (= m!2 |cmap.slot#0|)) (= target |page.slot#0|))
       (forall ((some client)) (not (and (= target |page.slot#0|) (= some |client.slot#0|)))))))))))
(check-sat)
(pop 1)

(push 1)
; smap.region.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; smap.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; smap.no_dangling
(assert
 (not
  (forall ((m region))
   (=>
    (or (= m |region.slot#0|) (= m |region.slot#1|))
    (not
     (exists ((target frame))
      (and
       (or (and (= m |region.slot#0|) (= target |frame.slot#0|)) (and (= m |region.slot#1|) (= target |frame.slot#1|)))
       (forall ((some service))
        (let ((it (= some |service.slot#0|)))
         (not (or (and (= target |frame.slot#0|) it) (and (= target |frame.slot#1|) it))))))))))))
(check-sat)
(pop 1)

(push 1)
; view.client.refers
(assert
 (not
  (forall ((x client) (x!2 region))
   (=>
    (or (and (= x |client.slot#0|) (= x!2 |region.slot#0|)) (and (= x |client.slot#1|) (= x!2 |region.slot#0|)))
    (or (= x |client.slot#0|) (= x |client.slot#1|))))))
(check-sat)
(pop 1)

(push 1)
; view.region.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; window.client.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; window.service.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; imap.service.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; imap.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; imap.near.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; imap.far.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; imap.justified
(assert false)
(check-sat)
(pop 1)

(push 1)
; imap.no_dangling
(assert false)
(check-sat)
(pop 1)

(push 1)
; gate.service.refers
(assert
 (not
  (forall ((x service) (x!2 gate.slot)) (=> (and (= x |service.slot#0|) (= x!2 |gate.slot#0|)) (= x |service.slot#0|)))))
(check-sat)
(pop 1)

(push 1)
; thread.client.refers
(assert
 (not
  (forall ((x thread))
   (=>
    (= x |thread.slot#0|)
    (forall ((client client))
     (let ((it (= client |client.slot#1|))) (=> (and (= x |thread.slot#0|) it) (or (= client |client.slot#0|) it))))))))
(check-sat)
(pop 1)

(push 1)
; thread.inside.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; step.region.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; owes.step.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; owes.client.refers
(assert false)
(check-sat)
(pop 1)
