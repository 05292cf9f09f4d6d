; nfs4: what `purge` keeps. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort client 0)
(declare-sort deleg 0)
(declare-sort file 0)
(declare-sort opened 0)
(declare-sort revoked.slot 0)
(declare-fun client.live (client) Bool)
(declare-fun ground () client)
(declare-fun deleg.live (deleg) Bool)
(declare-fun deleg.holder (deleg client) Bool)
(declare-fun deleg.target (deleg file) Bool)
(declare-fun opened.live (opened) Bool)
(declare-fun opened.client (opened client) Bool)
(declare-fun opened.file (opened file) Bool)
(declare-fun revoked.live (client revoked.slot) Bool)
(declare-fun revoked.file (client revoked.slot file) Bool)
(declare-fun deleg.phase.recalled (deleg) Bool)
(declare-fun d () deleg)
(declare-fun deleg.deadline (deleg) Int)
(declare-fun now () Int)
(declare-fun client.expires (client) Int)
(declare-fun deleg.since (deleg) Int)
(declare-fun deleg.entered (deleg) Int)
(declare-fun deleg.rights.write (deleg) Bool)
(declare-fun opened.rights.write (opened) Bool)
(declare-fun deleg.keep.read (deleg) Bool)
(declare-fun deleg.rights.read (deleg) Bool)
(declare-fun deleg.keep.write (deleg) Bool)
(declare-fun opened.rights.read (opened) Bool)

; ---- the step, from the state before to the state after
(define-fun client.live.after ((x client)) Bool (and (client.live x) (not (= x ground))))
(define-fun deleg.live.after ((x deleg)) Bool
 (ite (and (deleg.live x) (deleg.holder x ground)) (and (deleg.live x) (not (= x x))) (deleg.live x)))
(define-fun deleg.target.after ((x deleg) (y file)) Bool
 (ite (and (deleg.live x) (deleg.holder x ground)) (and (deleg.target x y) (not (= x x))) (deleg.target x y)))
(define-fun deleg.holder.after ((x deleg) (y client)) Bool
 (ite (and (deleg.live x) (deleg.holder x ground)) (and (deleg.holder x y) (not (= x x))) (deleg.holder x y)))
(define-fun opened.live.after ((x opened)) Bool
 (ite (and (opened.live x) (opened.client x ground)) (and (opened.live x) (not (= x x))) (opened.live x)))
(define-fun opened.client.after ((x opened) (y client)) Bool
 (ite (and (opened.live x) (opened.client x ground)) (and (opened.client x y) (not (= x x))) (opened.client x y)))
(define-fun opened.file.after ((x opened) (y file)) Bool
 (ite (and (opened.live x) (opened.client x ground)) (and (opened.file x y) (not (= x x))) (opened.file x y)))
(define-fun revoked.live.after ((x client) (y revoked.slot)) Bool
 (ite (and (revoked.live x y) (= x ground)) (and (revoked.live x y) (not (and (= x x) (= y y)))) (revoked.live x y)))
(define-fun revoked.file.after ((x client) (y revoked.slot) (z file)) Bool
 (ite (and (revoked.live x y) (= x ground)) (and (revoked.file x y z) (not (and (= x x) (= y y)))) (revoked.file x y z)))
(define-fun succeeds () Bool
 (let ((it (deleg.phase.recalled d)))
  (and
   (and it (and it (< (deleg.deadline d) now)))
   (forall ((holder client)) (=> (deleg.holder d holder) (forall ((free revoked.slot)) (revoked.live holder free)))))))

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
(assert (forall ((it client)) (=> (deleg.holder d it) (deleg.holder d ground))))

(push 1)
; no_conflict
(assert
 (not
  (=>
   succeeds
   (forall ((d!2 deleg) (o opened))
    (=>
     (and (deleg.live.after d!2) (opened.live.after o))
     (=>
      (and
       (forall ((same file)) (= (opened.file.after o same) (deleg.target.after d!2 same)))
       (not (forall ((same client)) (= (opened.client.after o same) (deleg.holder.after d!2 same)))))
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
     (and (deleg.live.after a) (deleg.live.after b))
     (=>
      (and (forall ((same file)) (= (deleg.target.after a same) (deleg.target.after b same))) (not (= a b)))
      (and
       (not (forall ((same client)) (= (deleg.holder.after a same) (deleg.holder.after b same))))
       (not (deleg.rights.write a)))))))))
(check-sat)
(pop 1)

(push 1)
; asks
(assert
 (not
  (=>
   succeeds
   (forall ((d!2 deleg))
    (let ((it (deleg.rights.write d!2)))
     (=>
      (deleg.live.after d!2)
      (and
       (and (=> (deleg.keep.read d!2) (deleg.rights.read d!2)) (=> (deleg.keep.write d!2) it))
       (not (and (= (deleg.keep.read d!2) (deleg.rights.read d!2)) (= (deleg.keep.write d!2) it)))
       (=> (not (deleg.phase.recalled d!2)) (and (not (deleg.keep.read d!2)) (not (deleg.keep.write d!2)))))))))))
(check-sat)
(pop 1)

(push 1)
; used
(assert
 (not
  (=>
   succeeds
   (forall ((o opened))
    (=> (opened.live.after o) (not (and (not (opened.rights.read o)) (not (opened.rights.write o)))))))))
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
     (or (client.live c) (client.live.after c))
     (=> (client.live.after c) (or (client.live c) (= (client.expires c) (+ now 90000)))))))))
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
     (and (or (opened.live o) (opened.live.after o)) (or (deleg.live d!2) (deleg.live.after d!2)))
     (and
      (=>
       (and (opened.live.after o) (not (opened.live o)))
       (forall ((client client)) (=> (opened.client.after o client) (<= now (client.expires client)))))
      (=>
       (and (deleg.live.after d!2) (not (deleg.live d!2)))
       (forall ((holder client)) (=> (deleg.holder.after d!2 holder) (<= now (client.expires holder)))))))))))
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
     (or (client.live c) (client.live.after c))
     (=>
      (and (client.live c) (not (client.live.after c)))
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
     (and (or (opened.live o) (opened.live.after o)) (or (client.live c) (client.live.after c)))
     (=> (and (and (opened.live o) (opened.client o c)) (not (opened.live.after o))) (not (client.live.after c))))))))
(check-sat)
(pop 1)

(push 1)
; given
(assert false)
(check-sat)
(pop 1)

(push 1)
; gone
(assert
 (not
  (=>
   succeeds
   (forall ((c client) (o opened) (d!2 deleg) (i revoked.slot))
    (=>
     (and
      (or (client.live c) (client.live.after c))
      (or (opened.live o) (opened.live.after o))
      (or (deleg.live d!2) (deleg.live.after d!2)))
     (=> (and (= d!2 d) (deleg.holder d!2 c)) (not (client.live.after c))))))))
(check-sat)
(pop 1)

(push 1)
; visible
(assert
 (not
  (=>
   succeeds
   (forall ((d!2 deleg))
    (let ((it (deleg.phase.recalled d!2)))
     (=>
      (or (deleg.live d!2) (deleg.live.after d!2))
      (=>
       (and (deleg.live.after d!2) it (and (deleg.live d!2) (not it)))
       (forall ((holder client))
        (=> (deleg.holder.after d!2 holder) (forall ((target file)) (not (deleg.target.after d!2 target))))))))))))
(check-sat)
(pop 1)

(push 1)
; shrinks
(assert
 (not
  (=>
   succeeds
   (forall ((d!2 deleg))
    (let ((it (deleg.phase.recalled d!2)))
     (=>
      (or (deleg.live d!2) (deleg.live.after d!2))
      (=>
       (and (deleg.live d!2) (deleg.live.after d!2))
       (=>
        (and it (not it))
        (and (= (deleg.rights.read d!2) (deleg.keep.read d!2)) (= (deleg.rights.write d!2) (deleg.keep.write d!2)))))))))))
(check-sat)
(pop 1)

(push 1)
; harder
(assert
 (not
  (=>
   succeeds
   (forall ((d!2 deleg))
    (let ((it (deleg.phase.recalled d!2)))
     (=>
      (or (deleg.live d!2) (deleg.live.after d!2))
      (=>
       (and (and (deleg.live d!2) it) (deleg.live.after d!2) it)
       (and
        (<= (deleg.deadline d!2) (deleg.deadline d!2))
        (and (=> (deleg.keep.read d!2) (deleg.keep.read d!2)) (=> (deleg.keep.write d!2) (deleg.keep.write d!2)))))))))))
(check-sat)
(pop 1)

(push 1)
; noted
(assert false)
(check-sat)
(pop 1)

(push 1)
; purge.defined
(assert
 (let ((it (deleg.phase.recalled d)))
  (not
   (and
    (and (deleg.live d) (=> it (and (deleg.live d) (=> it (deleg.live d)))))
    (=> (and it (and it (< (deleg.deadline d) now))) (deleg.live d))
    (=> succeeds (deleg.live d))
    (=> succeeds (forall ((d!2 deleg)) (=> (deleg.live d!2) (deleg.live d!2))))
    (=> succeeds (forall ((d!2 deleg)) (=> (and (deleg.live d!2) (deleg.holder d!2 ground)) (deleg.live d!2))))
    (=> succeeds (forall ((o opened)) (=> (opened.live o) (opened.live o))))
    (=> succeeds (forall ((o opened)) (=> (and (opened.live o) (opened.client o ground)) (opened.live o))))
    (=>
     succeeds
     (forall ((r client) (r!2 revoked.slot)) (=> (and (revoked.live r r!2) (= r ground)) (revoked.live r r!2))))
    (=> succeeds (client.live ground))
    (=> succeeds (>= now 0))
    (=> succeeds (forall ((x client)) (=> (client.live.after x) (>= (client.expires x) 0))))
    (=> succeeds (forall ((x deleg) (y file)) (=> (deleg.target.after x y) (deleg.live.after x))))
    (=>
     succeeds
     (forall ((x deleg) (y file) (z file)) (=> (and (deleg.target.after x y) (deleg.target.after x z)) (= y z))))
    (=> succeeds (forall ((x deleg)) (=> (deleg.live.after x) (exists ((y file)) (deleg.target.after x y)))))
    (=> succeeds (forall ((x deleg) (y client)) (=> (deleg.holder.after x y) (deleg.live.after x))))
    (=>
     succeeds
     (forall ((x deleg) (y client) (z client)) (=> (and (deleg.holder.after x y) (deleg.holder.after x z)) (= y z))))
    (=> succeeds (forall ((x deleg)) (=> (deleg.live.after x) (exists ((y client)) (deleg.holder.after x y)))))
    (=> succeeds (forall ((x deleg)) (=> (deleg.live.after x) (>= (deleg.deadline x) 0))))
    (=> succeeds (forall ((x deleg)) (=> (deleg.live.after x) (>= (deleg.since x) 0))))
    (=> succeeds (forall ((x deleg)) (=> (deleg.live.after x) (>= (deleg.entered x) 0))))
    (=> succeeds (forall ((x opened) (y client)) (=> (opened.client.after x y) (opened.live.after x))))
    (=>
     succeeds
     (forall ((x opened) (y client) (z client)) (=> (and (opened.client.after x y) (opened.client.after x z)) (= y z))))
    (=> succeeds (forall ((x opened)) (=> (opened.live.after x) (exists ((y client)) (opened.client.after x y)))))
    (=> succeeds (forall ((x opened) (y file)) (=> (opened.file.after x y) (opened.live.after x))))
    (=>
     succeeds
     (forall ((x opened) (y file) (z file)) (=> (and (opened.file.after x y) (opened.file.after x z)) (= y z))))
    (=> succeeds (forall ((x opened)) (=> (opened.live.after x) (exists ((y file)) (opened.file.after x y)))))
    (=>
     succeeds
     (forall ((x client) (x!2 revoked.slot) (y file)) (=> (revoked.file.after x x!2 y) (revoked.live.after x x!2))))
    (=>
     succeeds
     (forall ((x client) (x!2 revoked.slot) (y file) (z file))
      (=> (and (revoked.file.after x x!2 y) (revoked.file.after x x!2 z)) (= y z))))
    (=>
     succeeds
     (forall ((x client) (x!2 revoked.slot))
      (=> (revoked.live.after x x!2) (exists ((y file)) (revoked.file.after x x!2 y)))))))))
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
     (or (client.live c) (client.live.after c))
     (=> (client.live.after c) (and (client.live.after c) (=> (client.live c) (client.live c)))))))))
(check-sat)
(pop 1)

(push 1)
; served.defined
(assert
 (not
  (=>
   succeeds
   (forall ((o opened) (d!2 deleg))
    (let ((it (and (opened.live.after o) (not (opened.live o)))))
     (=>
      (and (or (opened.live o) (opened.live.after o)) (or (deleg.live d!2) (deleg.live.after d!2)))
      (and
       (=>
        it
        (and
         (opened.live.after o)
         (forall ((client client)) (=> (opened.client.after o client) (client.live.after client)))))
       (=>
        (=> it (exists ((client client)) (and (opened.client.after o client) (<= now (client.expires client)))))
        (=>
         (and (deleg.live.after d!2) (not (deleg.live d!2)))
         (and
          (deleg.live.after d!2)
          (forall ((holder client)) (=> (deleg.holder.after d!2 holder) (client.live.after holder)))))))))))))
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
     (or (client.live c) (client.live.after c))
     (=>
      (and (client.live c) (not (client.live.after c)))
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
     (and (or (opened.live o) (opened.live.after o)) (or (client.live c) (client.live.after c)))
     (=> (opened.live o) (opened.live o)))))))
(check-sat)
(pop 1)

(push 1)
; given.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; gone.defined
(assert
 (not
  (=>
   succeeds
   (forall ((c client) (o opened) (d!2 deleg) (i revoked.slot))
    (=>
     (and
      (or (client.live c) (client.live.after c))
      (or (opened.live o) (opened.live.after o))
      (or (deleg.live d!2) (deleg.live.after d!2)))
     (=> (= d!2 d) (deleg.live d!2)))))))
(check-sat)
(pop 1)

(push 1)
; visible.defined
(assert
 (not
  (=>
   succeeds
   (forall ((d!2 deleg))
    (let ((it (deleg.phase.recalled d!2)))
     (=>
      (or (deleg.live d!2) (deleg.live.after d!2))
      (and
       (=> (deleg.live.after d!2) (and (deleg.live.after d!2) (=> it (=> (deleg.live d!2) (deleg.live d!2)))))
       (=>
        (and (deleg.live.after d!2) it (and (deleg.live d!2) (not it)))
        (and (deleg.live.after d!2) (deleg.live.after d!2) (deleg.live.after d!2))))))))))
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
     (=>
      (or (deleg.live d!2) (deleg.live.after d!2))
      (=>
       (and (deleg.live d!2) (deleg.live.after d!2))
       (and
        (deleg.live.after d!2)
        (and
         (and (deleg.live d!2) (=> it (deleg.live.after d!2)))
         (=> (and it (not it)) (deleg.live d!2))
         (or (and it (not it)) (deleg.live d!2)))))))))))
(check-sat)
(pop 1)

(push 1)
; harder.defined
(assert
 (not
  (=>
   succeeds
   (forall ((d!2 deleg))
    (let ((it (deleg.phase.recalled d!2)))
     (let ((it!2 (and (deleg.live d!2) it)))
      (let ((it!3 (and (deleg.live.after d!2) (deleg.live d!2))))
       (=>
        (or (deleg.live d!2) (deleg.live.after d!2))
        (and
         (and (=> (deleg.live d!2) (deleg.live d!2)) (=> it!2 (=> (deleg.live.after d!2) (deleg.live.after d!2))))
         (=> (and it!2 (deleg.live.after d!2) it) (and it!3 (=> (<= (deleg.deadline d!2) (deleg.deadline d!2)) it!3))))))))))))
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
   (forall ((x deleg))
    (=> (deleg.live.after x) (forall ((holder client)) (=> (deleg.holder.after x holder) (client.live.after holder))))))))
(check-sat)
(pop 1)

(push 1)
; opened.client.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x opened))
    (=> (opened.live.after x) (forall ((client client)) (=> (opened.client.after x client) (client.live.after client))))))))
(check-sat)
(pop 1)

(push 1)
; opened.file.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; revoked.client.refers
(assert
 (not (=> succeeds (forall ((x client) (x!2 revoked.slot)) (=> (revoked.live.after x x!2) (client.live.after x))))))
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
    (let ((it (revoked.live.after l l!2)))
     (=>
      (or (revoked.live l l!2) it)
      (=>
       (and
        (revoked.live l l!2)
        (or (not it) (not (forall ((same file)) (= (revoked.file.after l l!2 same) (revoked.file l l!2 same))))))
       (not (client.live.after l)))))))))
(check-sat)
(pop 1)

(push 1)
; deleg.phase_order
(assert
 (not
  (=>
   succeeds
   (forall ((p deleg))
    (let ((it (deleg.phase.recalled p)))
     (=>
      (or (deleg.live p) (deleg.live.after p))
      (and
       (=> (and (deleg.live.after p) (not (deleg.live p))) (not it))
       (=> (and (deleg.live p) (deleg.live.after p) (not it)) (or (not it) it))
       (=> (and (deleg.live p) (deleg.live.after p) it) (or (not it) it)))))))))
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
    (let ((it (deleg.phase.recalled p)))
     (=>
      (deleg.live.after p)
      (and
       (=>
        it
        (and (<= (deleg.deadline p) (+ (deleg.since p) 90000)) (<= (+ (deleg.entered p) 90000) (deleg.deadline p))))
       (=>
        it
        (and (<= (deleg.since p) (deleg.entered p)) (<= (deleg.entered p) now) (<= now (+ (deleg.deadline p) 10)))))))))))
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
     (and (or (deleg.live p) (deleg.live.after p)) (or (client.live e) (client.live.after e)))
     (=>
      (and
       (and (deleg.live p) (deleg.holder p e))
       (or
        (not (deleg.live.after p))
        (not (deleg.holder.after p e))
        (not (and (=> (deleg.rights.read p) (deleg.rights.read p)) (=> (deleg.rights.write p) (deleg.rights.write p))))))
      (not (client.live.after e))))))))
(check-sat)
(pop 1)

(push 1)
; deleg.bounded, part 2 of 3
(assert
 (not
  (=>
   succeeds
   (forall ((p deleg))
    (let ((it (and (deleg.phase.recalled p) (<= (+ (deleg.deadline p) 10) now))))
     (=> (or (deleg.live p) (deleg.live.after p)) (=> (and (deleg.live p) (deleg.live.after p) it) it)))))))
(check-sat)
(pop 1)

(push 1)
; deleg.bounded, part 3 of 3
(assert
 (not
  (=>
   succeeds
   (forall ((p deleg)) (=> (deleg.live.after p) (=> (deleg.phase.recalled p) (<= now (+ (deleg.since p) 90010))))))))
(check-sat)
(pop 1)
