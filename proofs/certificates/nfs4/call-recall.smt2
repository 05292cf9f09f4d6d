; nfs4: what `recall` keeps. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort deleg 0)
(declare-sort client 0)
(declare-sort file 0)
(declare-sort opened 0)
(declare-sort revoked.slot 0)
(declare-fun d () deleg)
(declare-fun deleg.phase.recalled (deleg) Bool)
(declare-fun now () Int)
(declare-fun deleg.deadline (deleg) Int)
(declare-fun deleg.since (deleg) Int)
(declare-fun deleg.entered (deleg) Int)
(declare-fun keep () Bool)
(declare-fun deleg.keep.read (deleg) Bool)
(declare-fun keep!2 () Bool)
(declare-fun deleg.keep.write (deleg) Bool)
(declare-fun deleg.holder (deleg client) Bool)
(declare-fun deleg.target (deleg file) Bool)
(declare-fun deleg.rights.read (deleg) Bool)
(declare-fun deleg.rights.write (deleg) Bool)
(declare-fun client.live (client) Bool)
(declare-fun client.expires (client) Int)
(declare-fun deleg.live (deleg) Bool)
(declare-fun opened.client (opened client) Bool)
(declare-fun opened.live (opened) Bool)
(declare-fun opened.file (opened file) Bool)
(declare-fun revoked.file (client revoked.slot file) Bool)
(declare-fun revoked.live (client revoked.slot) Bool)
(declare-fun opened.rights.write (opened) Bool)
(declare-fun opened.rights.read (opened) Bool)

; ---- the step, from the state before to the state after
(define-fun deleg.phase.recalled.after ((x deleg)) Bool (or (= x d) (deleg.phase.recalled x)))
(define-fun deleg.deadline.after ((x deleg)) Int (ite (= x d) (+ now 90000) (deleg.deadline x)))
(define-fun deleg.since.after ((x deleg)) Int
 (ite (not (deleg.phase.recalled d)) (ite (= x d) now (deleg.since x)) (deleg.since x)))
(define-fun deleg.entered.after ((x deleg)) Int (ite (= x d) now (deleg.entered x)))
(define-fun deleg.keep.read.after ((x deleg)) Bool (ite (= x d) keep (deleg.keep.read x)))
(define-fun deleg.keep.write.after ((x deleg)) Bool (ite (= x d) keep!2 (deleg.keep.write x)))
(define-fun emitted.cb_recall ((x client) (y file) (z Bool) (z!2 Bool)) Bool
 (and
  (deleg.holder d x)
  (deleg.target d y)
  (and (= (ite (= d d) keep (deleg.keep.read d)) z) (= (ite (= d d) keep!2 (deleg.keep.write d)) z!2))))
(define-fun succeeds () Bool
 (and
  (not (deleg.phase.recalled d))
  (and
   (and (=> keep (deleg.rights.read d)) (=> keep!2 (deleg.rights.write d)))
   (not (and (= keep (deleg.rights.read d)) (= keep!2 (deleg.rights.write d)))))))

; ---- what is assumed
; what the types say
(assert (>= now 0))
(assert (forall ((x client)) (=> (client.live x) (>= (client.expires x) 0))))
(assert (forall ((x deleg) (y file)) (=> (deleg.target x y) (deleg.live x))))
(assert (forall ((x deleg) (y file) (z file)) (=> (and (deleg.target x y) (deleg.target x z)) (= y z))))
(assert (forall ((x deleg)) (=> (deleg.live x) (exists ((y file)) (deleg.target x y)))))
(assert (forall ((x deleg) (y client)) (=> (deleg.holder x y) (deleg.live x))))
(assert (forall ((x deleg) (y client) (z client)) (=> (and (deleg.holder x y) (deleg.holder x z)) (= y z))))
(assert (forall ((x deleg)) (=> (deleg.live x) (exists ((y client)) (deleg.holder x y)))))
(assert (forall ((x deleg)) (=> (deleg.live x) (>= (deleg.deadline x) 0))))
(assert (forall ((x deleg)) (=> (deleg.live x) (>= (deleg.since x) 0))))
(assert (forall ((x deleg)) (=> (deleg.live x) (>= (deleg.entered x) 0))))
(assert (forall ((x opened) (y client)) (=> (opened.client x y) (opened.live x))))
(assert (forall ((x opened) (y client) (z client)) (=> (and (opened.client x y) (opened.client x z)) (= y z))))
(assert (forall ((x opened)) (=> (opened.live x) (exists ((y client)) (opened.client x y)))))
(assert (forall ((x opened) (y file)) (=> (opened.file x y) (opened.live x))))
(assert (forall ((x opened) (y file) (z file)) (=> (and (opened.file x y) (opened.file x z)) (= y z))))
(assert (forall ((x opened)) (=> (opened.live x) (exists ((y file)) (opened.file x y)))))
(assert (forall ((x client) (x!2 revoked.slot) (y file)) (=> (revoked.file x x!2 y) (revoked.live x x!2))))
(assert
 (forall ((x client) (x!2 revoked.slot) (y file) (z file))
  (=> (and (revoked.file x x!2 y) (revoked.file x x!2 z)) (= y z))))
(assert (forall ((x client) (x!2 revoked.slot)) (=> (revoked.live x x!2) (exists ((y file)) (revoked.file x x!2 y)))))
; no_conflict
(assert
 (forall ((d!2 deleg) (o opened))
  (=>
   (and (deleg.live d!2) (opened.live o))
   (=>
    (and
     (forall ((same file)) (= (opened.file o same) (deleg.target d!2 same)))
     (not (forall ((same client)) (= (opened.client o same) (deleg.holder d!2 same)))))
    (not (or (deleg.rights.write d!2) (opened.rights.write o)))))))
; exclusive
(assert
 (forall ((a deleg) (b deleg))
  (=>
   (and (deleg.live a) (deleg.live b))
   (=>
    (and (forall ((same file)) (= (deleg.target a same) (deleg.target b same))) (not (= a b)))
    (and (not (forall ((same client)) (= (deleg.holder a same) (deleg.holder b same)))) (not (deleg.rights.write a)))))))
; asks
(assert
 (forall ((d!2 deleg))
  (let ((it (deleg.rights.write d!2)))
   (=>
    (deleg.live d!2)
    (and
     (and (=> (deleg.keep.read d!2) (deleg.rights.read d!2)) (=> (deleg.keep.write d!2) it))
     (not (and (= (deleg.keep.read d!2) (deleg.rights.read d!2)) (= (deleg.keep.write d!2) it)))
     (=> (not (deleg.phase.recalled d!2)) (and (not (deleg.keep.read d!2)) (not (deleg.keep.write d!2)))))))))
; used
(assert
 (forall ((o opened)) (=> (opened.live o) (not (and (not (opened.rights.read o)) (not (opened.rights.write o)))))))
; deleg.holder.refers
(assert
 (forall ((x deleg)) (=> (deleg.live x) (forall ((holder client)) (=> (deleg.holder x holder) (client.live holder))))))
; opened.client.refers
(assert
 (forall ((x opened))
  (=> (opened.live x) (forall ((client client)) (=> (opened.client x client) (client.live client))))))
; revoked.client.refers
(assert (forall ((x client) (x!2 revoked.slot)) (=> (revoked.live x x!2) (client.live x))))
; deleg.deadline
(assert
 (forall ((p deleg))
  (let ((it (deleg.phase.recalled p)))
   (=>
    (deleg.live p)
    (and
     (=> it (and (<= (deleg.deadline p) (+ (deleg.since p) 90000)) (<= (+ (deleg.entered p) 90000) (deleg.deadline p))))
     (=> it (and (<= (deleg.since p) (deleg.entered p)) (<= (deleg.entered p) now) (<= now (+ (deleg.deadline p) 10)))))))))
; deleg.bounded
(assert (forall ((p deleg)) (=> (deleg.live p) (=> (deleg.phase.recalled p) (<= now (+ (deleg.since p) 90010))))))
; the step's arguments, and names for what it meets
(assert (deleg.live d))

(push 1)
; no_conflict
(assert
 (not
  (=>
   succeeds
   (forall ((d!2 deleg) (o opened))
    (=>
     (and (deleg.live d!2) (opened.live o))
     (=>
      (and
       (forall ((same file)) (= (opened.file o same) (deleg.target d!2 same)))
       (not (forall ((same client)) (= (opened.client o same) (deleg.holder d!2 same)))))
      (not (or (deleg.rights.write d!2) (opened.rights.write o)))))))))
(check-sat)
(pop 1)

(push 1)
; exclusive
(assert
 (not
  (=>
   succeeds
   (forall ((a deleg) (b deleg))
    (=>
     (and (deleg.live a) (deleg.live b))
     (=>
      (and (forall ((same file)) (= (deleg.target a same) (deleg.target b same))) (not (= a b)))
      (and (not (forall ((same client)) (= (deleg.holder a same) (deleg.holder b same)))) (not (deleg.rights.write a)))))))))
(check-sat)
(pop 1)

(push 1)
; asks
(assert
 (not
  (=>
   succeeds
   (forall ((d!2 deleg))
    (let ((it (deleg.keep.read.after d!2)))
     (let ((it!2 (deleg.keep.write.after d!2)))
      (let ((it!3 (deleg.rights.write d!2)))
       (=>
        (deleg.live d!2)
        (and
         (and (=> it (deleg.rights.read d!2)) (=> it!2 it!3))
         (not (and (= it (deleg.rights.read d!2)) (= it!2 it!3)))
         (=> (not (deleg.phase.recalled.after d!2)) (and (not it) (not it!2))))))))))))
(check-sat)
(pop 1)

(push 1)
; used
(assert
 (not
  (=>
   succeeds
   (forall ((o opened)) (=> (opened.live o) (not (and (not (opened.rights.read o)) (not (opened.rights.write o)))))))))
(check-sat)
(pop 1)

(push 1)
; leased
(assert
 (not
  (=>
   succeeds
   (forall ((c client))
    (=>
     (or (client.live c) (client.live c))
     (=> (client.live c) (or (client.live c) (= (client.expires c) (+ now 90000)))))))))
(check-sat)
(pop 1)

(push 1)
; served
(assert
 (not
  (=>
   succeeds
   (forall ((o opened) (d!2 deleg))
    (=>
     (and (or (opened.live o) (opened.live o)) (or (deleg.live d!2) (deleg.live d!2)))
     (and
      (=>
       (and (opened.live o) (not (opened.live o)))
       (forall ((client client)) (=> (opened.client o client) (<= now (client.expires client)))))
      (=>
       (and (deleg.live d!2) (not (deleg.live d!2)))
       (forall ((holder client)) (=> (deleg.holder d!2 holder) (<= now (client.expires holder)))))))))))
(check-sat)
(pop 1)

(push 1)
; ends
(assert
 (not
  (=>
   succeeds
   (forall ((c client))
    (=>
     (or (client.live c) (client.live c))
     (=>
      (and (client.live c) (not (client.live c)))
      (or
       (< (client.expires c) now)
       (exists ((d!2 deleg))
        (and
         (deleg.live d!2)
         (and
          (deleg.holder d!2 c)
          (and (deleg.phase.recalled d!2) (< (deleg.deadline d!2) now))
          (forall ((free revoked.slot)) (revoked.live c free))))))))))))
(check-sat)
(pop 1)

(push 1)
; closes
(assert
 (not
  (=>
   succeeds
   (forall ((o opened) (c client))
    (=>
     (and (or (opened.live o) (opened.live o)) (or (client.live c) (client.live c)))
     (=> (and (and (opened.live o) (opened.client o c)) (not (opened.live o))) (not (client.live c))))))))
(check-sat)
(pop 1)

(push 1)
; given
(assert
 (not
  (=>
   succeeds
   (forall ((c client) (f file) (r Bool) (r!2 Bool) (w Bool) (w!2 Bool) (d!2 deleg))
    (=>
     (and (or (client.live c) (client.live c)) (or (deleg.live d!2) (deleg.live d!2)))
     (=>
      (and (= d!2 d) (and (= w keep) (= w!2 keep!2)))
      (and
       (deleg.phase.recalled.after d!2)
       (and (= (deleg.keep.read.after d!2) w) (= (deleg.keep.write.after d!2) w!2)))))))))
(check-sat)
(pop 1)

(push 1)
; gone
(assert false)
(check-sat)
(pop 1)

(push 1)
; visible
(assert
 (not
  (=>
   succeeds
   (forall ((d!2 deleg))
    (=>
     (or (deleg.live d!2) (deleg.live d!2))
     (=>
      (and (deleg.live d!2) (deleg.phase.recalled.after d!2) (and (deleg.live d!2) (not (deleg.phase.recalled d!2))))
      (forall ((holder client))
       (=>
        (deleg.holder d!2 holder)
        (forall ((target file))
         (=>
          (deleg.target d!2 target)
          (emitted.cb_recall holder target (deleg.keep.read.after d!2) (deleg.keep.write.after d!2))))))))))))
(check-sat)
(pop 1)

(push 1)
; shrinks
(assert
 (not
  (=>
   succeeds
   (forall ((d!2 deleg))
    (=>
     (or (deleg.live d!2) (deleg.live d!2))
     (=>
      (and (deleg.live d!2) (deleg.live d!2))
      (=>
       (and (deleg.phase.recalled d!2) (not (deleg.phase.recalled.after d!2)))
       (and (= (deleg.rights.read d!2) (deleg.keep.read d!2)) (= (deleg.rights.write d!2) (deleg.keep.write d!2))))))))))
(check-sat)
(pop 1)

(push 1)
; harder
(assert
 (not
  (=>
   succeeds
   (forall ((d!2 deleg))
    (=>
     (or (deleg.live d!2) (deleg.live d!2))
     (=>
      (and (and (deleg.live d!2) (deleg.phase.recalled d!2)) (deleg.live d!2) (deleg.phase.recalled.after d!2))
      (and
       (<= (deleg.deadline.after d!2) (deleg.deadline d!2))
       (and
        (=> (deleg.keep.read.after d!2) (deleg.keep.read d!2))
        (=> (deleg.keep.write.after d!2) (deleg.keep.write d!2))))))))))
(check-sat)
(pop 1)

(push 1)
; noted
(assert false)
(check-sat)
(pop 1)

(push 1)
; recall.defined
(assert
 (let ((it (not (deleg.phase.recalled d))))
  (let ((it!2 (=> succeeds (deleg.live d))))
   (let ((it!3 (=> succeeds (>= now 0))))
    (not
     (and
      (deleg.live d)
      (=>
       it
       (and (deleg.live d) (=> (and (=> keep (deleg.rights.read d)) (=> keep!2 (deleg.rights.write d))) (deleg.live d))))
      it!2
      it!2
      (=> succeeds (=> it (deleg.live d)))
      (=> succeeds (=> it (>= now 0)))
      it!2
      it!2
      (=> succeeds (>= (+ now 90000) 0))
      it!2
      it!3
      it!2
      it!2
      it!2
      it!3
      (=> succeeds (forall ((x client)) (=> (client.live x) (>= (client.expires x) 0))))
      (=> succeeds (forall ((x deleg) (y file)) (=> (deleg.target x y) (deleg.live x))))
      (=> succeeds (forall ((x deleg) (y file) (z file)) (=> (and (deleg.target x y) (deleg.target x z)) (= y z))))
      (=> succeeds (forall ((x deleg)) (=> (deleg.live x) (exists ((y file)) (deleg.target x y)))))
      (=> succeeds (forall ((x deleg) (y client)) (=> (deleg.holder x y) (deleg.live x))))
      (=> succeeds (forall ((x deleg) (y client) (z client)) (=> (and (deleg.holder x y) (deleg.holder x z)) (= y z))))
      (=> succeeds (forall ((x deleg)) (=> (deleg.live x) (exists ((y client)) (deleg.holder x y)))))
      (=> succeeds (forall ((x deleg)) (=> (deleg.live x) (>= (deleg.deadline.after x) 0))))
      (=> succeeds (forall ((x deleg)) (=> (deleg.live x) (>= (deleg.since.after x) 0))))
      (=> succeeds (forall ((x deleg)) (=> (deleg.live x) (>= (deleg.entered.after x) 0))))
      (=> succeeds (forall ((x opened) (y client)) (=> (opened.client x y) (opened.live x))))
      (=>
       succeeds
       (forall ((x opened) (y client) (z client)) (=> (and (opened.client x y) (opened.client x z)) (= y z))))
      (=> succeeds (forall ((x opened)) (=> (opened.live x) (exists ((y client)) (opened.client x y)))))
      (=> succeeds (forall ((x opened) (y file)) (=> (opened.file x y) (opened.live x))))
      (=> succeeds (forall ((x opened) (y file) (z file)) (=> (and (opened.file x y) (opened.file x z)) (= y z))))
      (=> succeeds (forall ((x opened)) (=> (opened.live x) (exists ((y file)) (opened.file x y)))))
      (=> succeeds (forall ((x client) (x!2 revoked.slot) (y file)) (=> (revoked.file x x!2 y) (revoked.live x x!2))))
      (=>
       succeeds
       (forall ((x client) (x!2 revoked.slot) (y file) (z file))
        (=> (and (revoked.file x x!2 y) (revoked.file x x!2 z)) (= y z))))
      (=>
       succeeds
       (forall ((x client) (x!2 revoked.slot)) (=> (revoked.live x x!2) (exists ((y file)) (revoked.file x x!2 y)))))))))))
(check-sat)
(pop 1)

(push 1)
; leased.defined
(assert
 (not
  (=>
   succeeds
   (forall ((c client))
    (=>
     (or (client.live c) (client.live c))
     (=> (client.live c) (and (client.live c) (=> (client.live c) (client.live c)))))))))
(check-sat)
(pop 1)

(push 1)
; served.defined
(assert
 (not
  (=>
   succeeds
   (forall ((o opened) (d!2 deleg))
    (let ((it (and (opened.live o) (not (opened.live o)))))
     (=>
      (and (or (opened.live o) (opened.live o)) (or (deleg.live d!2) (deleg.live d!2)))
      (and
       (=> it (and (opened.live o) (forall ((client client)) (=> (opened.client o client) (client.live client)))))
       (=>
        (=> it (exists ((client client)) (and (opened.client o client) (<= now (client.expires client)))))
        (=>
         (and (deleg.live d!2) (not (deleg.live d!2)))
         (and (deleg.live d!2) (forall ((holder client)) (=> (deleg.holder d!2 holder) (client.live holder)))))))))))))
(check-sat)
(pop 1)

(push 1)
; ends.defined
(assert
 (not
  (=>
   succeeds
   (forall ((c client))
    (=>
     (or (client.live c) (client.live c))
     (=>
      (and (client.live c) (not (client.live c)))
      (and
       (client.live c)
       (or
        (< (client.expires c) now)
        (forall ((d!2 deleg))
         (=>
          (deleg.live d!2)
          (and
           (deleg.live d!2)
           (=> (deleg.holder d!2 c) (and (deleg.live d!2) (=> (deleg.phase.recalled d!2) (deleg.live d!2)))))))))))))))
(check-sat)
(pop 1)

(push 1)
; closes.defined
(assert
 (not
  (=>
   succeeds
   (forall ((o opened) (c client))
    (=>
     (and (or (opened.live o) (opened.live o)) (or (client.live c) (client.live c)))
     (=> (opened.live o) (opened.live o)))))))
(check-sat)
(pop 1)

(push 1)
; given.defined
(assert
 (not
  (=>
   succeeds
   (forall ((c client) (f file) (r Bool) (r!2 Bool) (w Bool) (w!2 Bool) (d!2 deleg))
    (=>
     (and (or (client.live c) (client.live c)) (or (deleg.live d!2) (deleg.live d!2)))
     (=>
      (and (= d!2 d) (and (= w keep) (= w!2 keep!2)))
      (and (deleg.live d!2) (=> (deleg.phase.recalled.after d!2) (deleg.live d!2)))))))))
(check-sat)
(pop 1)

(push 1)
; gone.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; visible.defined
(assert
 (not
  (=>
   succeeds
   (forall ((d!2 deleg))
    (let ((it (deleg.phase.recalled.after d!2)))
     (=>
      (or (deleg.live d!2) (deleg.live d!2))
      (and
       (=> (deleg.live d!2) (and (deleg.live d!2) (=> it (=> (deleg.live d!2) (deleg.live d!2)))))
       (=>
        (and (deleg.live d!2) it (and (deleg.live d!2) (not (deleg.phase.recalled d!2))))
        (and (deleg.live d!2) (deleg.live d!2) (deleg.live d!2))))))))))
(check-sat)
(pop 1)

(push 1)
; shrinks.defined
(assert
 (not
  (=>
   succeeds
   (forall ((d!2 deleg))
    (let ((it (deleg.phase.recalled d!2)))
     (let ((it!2 (and it (not (deleg.phase.recalled.after d!2)))))
      (=>
       (or (deleg.live d!2) (deleg.live d!2))
       (=>
        (and (deleg.live d!2) (deleg.live d!2))
        (and
         (deleg.live d!2)
         (and (and (deleg.live d!2) (=> it (deleg.live d!2))) (=> it!2 (deleg.live d!2)) (or it!2 (deleg.live d!2))))))))))))
(check-sat)
(pop 1)

(push 1)
; harder.defined
(assert
 (not
  (=>
   succeeds
   (forall ((d!2 deleg))
    (let ((it (=> (deleg.live d!2) (deleg.live d!2))))
     (let ((it!2 (and (deleg.live d!2) (deleg.phase.recalled d!2))))
      (let ((it!3 (and (deleg.live d!2) (deleg.live d!2))))
       (=>
        (or (deleg.live d!2) (deleg.live d!2))
        (and
         (and it (=> it!2 it))
         (=>
          (and it!2 (deleg.live d!2) (deleg.phase.recalled.after d!2))
          (and it!3 (=> (<= (deleg.deadline.after d!2) (deleg.deadline d!2)) it!3))))))))))))
(check-sat)
(pop 1)

(push 1)
; noted.defined
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
(assert
 (not
  (=>
   succeeds
   (forall ((x deleg)) (=> (deleg.live x) (forall ((holder client)) (=> (deleg.holder x holder) (client.live holder))))))))
(check-sat)
(pop 1)

(push 1)
; opened.client.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x opened))
    (=> (opened.live x) (forall ((client client)) (=> (opened.client x client) (client.live client))))))))
(check-sat)
(pop 1)

(push 1)
; opened.file.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; revoked.client.refers
(assert (not (=> succeeds (forall ((x client) (x!2 revoked.slot)) (=> (revoked.live x x!2) (client.live x))))))
(check-sat)
(pop 1)

(push 1)
; revoked.file.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; revoked.kept
(assert
 (not
  (=>
   succeeds
   (forall ((l client) (l!2 revoked.slot))
    (=>
     (or (revoked.live l l!2) (revoked.live l l!2))
     (=> (and (revoked.live l l!2) (not (revoked.live l l!2))) (not (client.live l))))))))
(check-sat)
(pop 1)

(push 1)
; deleg.phase_order
(assert
 (not
  (=>
   succeeds
   (forall ((p deleg))
    (let ((it (deleg.phase.recalled.after p)))
     (let ((it!2 (deleg.phase.recalled p)))
      (=>
       (or (deleg.live p) (deleg.live p))
       (and
        (=> (and (deleg.live p) (not (deleg.live p))) (not it))
        (=> (and (deleg.live p) (deleg.live p) (not it!2)) (or (not it) it))
        (=> (and (deleg.live p) (deleg.live p) it!2) (or (not it) it))))))))))
(check-sat)
(pop 1)

(push 1)
; deleg.grace
(assert false)
(check-sat)
(pop 1)

(push 1)
; deleg.deadline
(assert
 (not
  (=>
   succeeds
   (forall ((p deleg))
    (let ((it (deleg.phase.recalled.after p)))
     (let ((it!2 (deleg.deadline.after p)))
      (=>
       (deleg.live p)
       (and
        (=> it (and (<= it!2 (+ (deleg.since.after p) 90000)) (<= (+ (deleg.entered.after p) 90000) it!2)))
        (=>
         it
         (and (<= (deleg.since.after p) (deleg.entered.after p)) (<= (deleg.entered.after p) now) (<= now (+ it!2 10))))))))))))
(check-sat)
(pop 1)

(push 1)
; deleg.forced
(assert
 (not
  (=>
   succeeds
   (forall ((p deleg) (e client))
    (=>
     (and (or (deleg.live p) (deleg.live p)) (or (client.live e) (client.live e)))
     (=>
      (and
       (and (deleg.live p) (deleg.holder p e))
       (or
        (not (deleg.live p))
        (not (deleg.holder p e))
        (not (and (=> (deleg.rights.read p) (deleg.rights.read p)) (=> (deleg.rights.write p) (deleg.rights.write p))))))
      (not (client.live e))))))))
(check-sat)
(pop 1)

(push 1)
; deleg.bounded, part 2 of 3
(assert
 (not
  (=>
   succeeds
   (forall ((p deleg))
    (=>
     (or (deleg.live p) (deleg.live p))
     (=>
      (and (deleg.live p) (deleg.live p) (and (deleg.phase.recalled.after p) (<= (+ (deleg.deadline.after p) 10) now)))
      (and (deleg.phase.recalled p) (<= (+ (deleg.deadline p) 10) now))))))))
(check-sat)
(pop 1)

(push 1)
; deleg.bounded, part 3 of 3
(assert
 (not
  (=>
   succeeds
   (forall ((p deleg)) (=> (deleg.live p) (=> (deleg.phase.recalled.after p) (<= now (+ (deleg.since.after p) 90010))))))))
(check-sat)
(pop 1)
