; nfs4: what `renew` keeps. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort client 0)
(declare-sort deleg 0)
(declare-sort file 0)
(declare-sort opened 0)
(declare-sort revoked.slot 0)
(declare-fun c () client)
(declare-fun now () Int)
(declare-fun client.expires (client) Int)
(declare-fun client.live (client) Bool)
(declare-fun deleg.target (deleg file) Bool)
(declare-fun deleg.live (deleg) Bool)
(declare-fun deleg.holder (deleg client) Bool)
(declare-fun deleg.deadline (deleg) Int)
(declare-fun deleg.since (deleg) Int)
(declare-fun deleg.entered (deleg) Int)
(declare-fun opened.client (opened client) Bool)
(declare-fun opened.live (opened) Bool)
(declare-fun opened.file (opened file) Bool)
(declare-fun revoked.file (client revoked.slot file) Bool)
(declare-fun revoked.live (client revoked.slot) Bool)
(declare-fun deleg.rights.write (deleg) Bool)
(declare-fun opened.rights.write (opened) Bool)
(declare-fun deleg.keep.read (deleg) Bool)
(declare-fun deleg.rights.read (deleg) Bool)
(declare-fun deleg.keep.write (deleg) Bool)
(declare-fun deleg.phase.recalled (deleg) Bool)
(declare-fun opened.rights.read (opened) Bool)

; ---- the step, from the state before to the state after
(define-fun client.expires.after ((x client)) Int (ite (= x c) (+ now 90000) (client.expires x)))
(define-fun succeeds () Bool true)

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
 (forall ((d deleg) (o opened))
  (=>
   (and (deleg.live d) (opened.live o))
   (=>
    (and
     (forall ((same file)) (= (opened.file o same) (deleg.target d same)))
     (not (forall ((same client)) (= (opened.client o same) (deleg.holder d same)))))
    (not (or (deleg.rights.write d) (opened.rights.write o)))))))
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
 (forall ((d deleg))
  (=>
   (deleg.live d)
   (and
    (and (=> (deleg.keep.read d) (deleg.rights.read d)) (=> (deleg.keep.write d) (deleg.rights.write d)))
    (not (and (= (deleg.keep.read d) (deleg.rights.read d)) (= (deleg.keep.write d) (deleg.rights.write d))))
    (=> (not (deleg.phase.recalled d)) (and (not (deleg.keep.read d)) (not (deleg.keep.write d))))))))
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
(assert (client.live c))

(push 1)
; no_conflict
(assert
 (not
  (forall ((d deleg) (o opened))
   (=>
    (and (deleg.live d) (opened.live o))
    (=>
     (and
      (forall ((same file)) (= (opened.file o same) (deleg.target d same)))
      (not (forall ((same client)) (= (opened.client o same) (deleg.holder d same)))))
     (not (or (deleg.rights.write d) (opened.rights.write o))))))))
(check-sat)
(pop 1)

(push 1)
; exclusive
(assert
 (not
  (forall ((a deleg) (b deleg))
   (=>
    (and (deleg.live a) (deleg.live b))
    (=>
     (and (forall ((same file)) (= (deleg.target a same) (deleg.target b same))) (not (= a b)))
     (and (not (forall ((same client)) (= (deleg.holder a same) (deleg.holder b same)))) (not (deleg.rights.write a))))))))
(check-sat)
(pop 1)

(push 1)
; asks
(assert
 (not
  (forall ((d deleg))
   (=>
    (deleg.live d)
    (and
     (and (=> (deleg.keep.read d) (deleg.rights.read d)) (=> (deleg.keep.write d) (deleg.rights.write d)))
     (not (and (= (deleg.keep.read d) (deleg.rights.read d)) (= (deleg.keep.write d) (deleg.rights.write d))))
     (=> (not (deleg.phase.recalled d)) (and (not (deleg.keep.read d)) (not (deleg.keep.write d)))))))))
(check-sat)
(pop 1)

(push 1)
; used
(assert
 (not (forall ((o opened)) (=> (opened.live o) (not (and (not (opened.rights.read o)) (not (opened.rights.write o))))))))
(check-sat)
(pop 1)

(push 1)
; leased
(assert
 (not
  (forall ((c!2 client))
   (let ((it (and (client.live c!2) (not (= c c!2)))))
    (let ((it!2 (client.expires.after c!2)))
     (=>
      (or (client.live c!2) (client.live c!2))
      (=> (client.live c!2) (and (=> it (= it!2 (client.expires c!2))) (or it (= it!2 (+ now 90000)))))))))))
(check-sat)
(pop 1)

(push 1)
; served
(assert
 (not
  (forall ((o opened) (d deleg))
   (=>
    (and (or (opened.live o) (opened.live o)) (or (deleg.live d) (deleg.live d)))
    (and
     (=>
      (and (opened.live o) (not (opened.live o)))
      (forall ((client client)) (=> (opened.client o client) (<= now (client.expires.after client)))))
     (=>
      (and (deleg.live d) (not (deleg.live d)))
      (forall ((holder client)) (=> (deleg.holder d holder) (<= now (client.expires.after holder))))))))))
(check-sat)
(pop 1)

(push 1)
; ends
(assert
 (not
  (forall ((c!2 client))
   (=>
    (or (client.live c!2) (client.live c!2))
    (=>
     (and (client.live c!2) (not (client.live c!2)))
     (or
      (and
       (= c c!2)
       (and
        (not (exists ((d deleg)) (and (deleg.live d) (deleg.holder d c!2))))
        (not (exists ((o opened)) (and (opened.live o) (opened.client o c!2))))))
      (< (client.expires c!2) now)
      (exists ((d deleg))
       (and
        (deleg.live d)
        (and
         (deleg.holder d c!2)
         (and (deleg.phase.recalled d) (< (deleg.deadline d) now))
         (forall ((free revoked.slot)) (revoked.live c!2 free)))))))))))
(check-sat)
(pop 1)

(push 1)
; closes
(assert
 (not
  (forall ((o opened) (c!2 client))
   (=>
    (and (or (opened.live o) (opened.live o)) (or (client.live c!2) (client.live c!2)))
    (=> (and (and (opened.live o) (opened.client o c!2)) (not (opened.live o))) (or (= c c!2) (not (client.live c!2))))))))
(check-sat)
(pop 1)

(push 1)
; given
(assert false)
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
  (forall ((d deleg))
   (let ((it (deleg.phase.recalled d)))
    (=>
     (or (deleg.live d) (deleg.live d))
     (=>
      (and (deleg.live d) it (and (deleg.live d) (not it)))
      (forall ((holder client)) (=> (deleg.holder d holder) (forall ((target file)) (not (deleg.target d target)))))))))))
(check-sat)
(pop 1)

(push 1)
; shrinks
(assert
 (not
  (forall ((d deleg))
   (let ((it (deleg.phase.recalled d)))
    (=>
     (or (deleg.live d) (deleg.live d))
     (=>
      (and (deleg.live d) (deleg.live d))
      (=>
       (and it (not it))
       (and (= (deleg.rights.read d) (deleg.keep.read d)) (= (deleg.rights.write d) (deleg.keep.write d))))))))))
(check-sat)
(pop 1)

(push 1)
; harder
(assert
 (not
  (forall ((d deleg))
   (let ((it (deleg.phase.recalled d)))
    (=>
     (or (deleg.live d) (deleg.live d))
     (=>
      (and (and (deleg.live d) it) (deleg.live d) it)
      (and
       (<= (deleg.deadline d) (deleg.deadline d))
       (and (=> (deleg.keep.read d) (deleg.keep.read d)) (=> (deleg.keep.write d) (deleg.keep.write d))))))))))
(check-sat)
(pop 1)

(push 1)
; noted
(assert false)
(check-sat)
(pop 1)

(push 1)
; renew.defined
(assert
 (not
  (and
   (client.live c)
   (>= (+ now 90000) 0)
   (>= now 0)
   (forall ((x client)) (=> (client.live x) (>= (client.expires.after x) 0)))
   (forall ((x deleg) (y file)) (=> (deleg.target x y) (deleg.live x)))
   (forall ((x deleg) (y file) (z file)) (=> (and (deleg.target x y) (deleg.target x z)) (= y z)))
   (forall ((x deleg)) (=> (deleg.live x) (exists ((y file)) (deleg.target x y))))
   (forall ((x deleg) (y client)) (=> (deleg.holder x y) (deleg.live x)))
   (forall ((x deleg) (y client) (z client)) (=> (and (deleg.holder x y) (deleg.holder x z)) (= y z)))
   (forall ((x deleg)) (=> (deleg.live x) (exists ((y client)) (deleg.holder x y))))
   (forall ((x deleg)) (=> (deleg.live x) (>= (deleg.deadline x) 0)))
   (forall ((x deleg)) (=> (deleg.live x) (>= (deleg.since x) 0)))
   (forall ((x deleg)) (=> (deleg.live x) (>= (deleg.entered x) 0)))
   (forall ((x opened) (y client)) (=> (opened.client x y) (opened.live x)))
   (forall ((x opened) (y client) (z client)) (=> (and (opened.client x y) (opened.client x z)) (= y z)))
   (forall ((x opened)) (=> (opened.live x) (exists ((y client)) (opened.client x y))))
   (forall ((x opened) (y file)) (=> (opened.file x y) (opened.live x)))
   (forall ((x opened) (y file) (z file)) (=> (and (opened.file x y) (opened.file x z)) (= y z)))
   (forall ((x opened)) (=> (opened.live x) (exists ((y file)) (opened.file x y))))
   (forall ((x client) (x!2 revoked.slot) (y file)) (=> (revoked.file x x!2 y) (revoked.live x x!2)))
   (forall ((x client) (x!2 revoked.slot) (y file) (z file))
    (=> (and (revoked.file x x!2 y) (revoked.file x x!2 z)) (= y z)))
   (forall ((x client) (x!2 revoked.slot)) (=> (revoked.live x x!2) (exists ((y file)) (revoked.file x x!2 y)))))))
(check-sat)
(pop 1)

(push 1)
; leased.defined
(assert
 (not
  (forall ((c!2 client))
   (=>
    (or (client.live c!2) (client.live c!2))
    (=> (client.live c!2) (and (client.live c!2) (=> (and (client.live c!2) (not (= c c!2))) (client.live c!2))))))))
(check-sat)
(pop 1)

(push 1)
; served.defined
(assert
 (not
  (forall ((o opened) (d deleg))
   (let ((it (and (opened.live o) (not (opened.live o)))))
    (=>
     (and (or (opened.live o) (opened.live o)) (or (deleg.live d) (deleg.live d)))
     (and
      (=> it (and (opened.live o) (forall ((client client)) (=> (opened.client o client) (client.live client)))))
      (=>
       (=> it (exists ((client client)) (and (opened.client o client) (<= now (client.expires.after client)))))
       (=>
        (and (deleg.live d) (not (deleg.live d)))
        (and (deleg.live d) (forall ((holder client)) (=> (deleg.holder d holder) (client.live holder))))))))))))
(check-sat)
(pop 1)

(push 1)
; ends.defined
(assert
 (not
  (forall ((c!2 client))
   (=>
    (or (client.live c!2) (client.live c!2))
    (=>
     (and (client.live c!2) (not (client.live c!2)))
     (and
      (=>
       (= c c!2)
       (and
        (forall ((d deleg)) (=> (deleg.live d) (deleg.live d)))
        (=>
         (not (exists ((d deleg)) (and (deleg.live d) (deleg.holder d c!2))))
         (forall ((o opened)) (=> (opened.live o) (opened.live o))))))
      (or
       (and
        (= c c!2)
        (and
         (not (exists ((d deleg)) (and (deleg.live d) (deleg.holder d c!2))))
         (not (exists ((o opened)) (and (opened.live o) (opened.client o c!2))))))
       (and
        (client.live c!2)
        (or
         (< (client.expires c!2) now)
         (forall ((d deleg))
          (=>
           (deleg.live d)
           (and
            (deleg.live d)
            (=> (deleg.holder d c!2) (and (deleg.live d) (=> (deleg.phase.recalled d) (deleg.live d))))))))))))))))
(check-sat)
(pop 1)

(push 1)
; closes.defined
(assert
 (not
  (forall ((o opened) (c!2 client))
   (=>
    (and (or (opened.live o) (opened.live o)) (or (client.live c!2) (client.live c!2)))
    (=> (opened.live o) (opened.live o))))))
(check-sat)
(pop 1)

(push 1)
; given.defined
(assert false)
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
  (forall ((d deleg))
   (let ((it (deleg.phase.recalled d)))
    (=>
     (or (deleg.live d) (deleg.live d))
     (and
      (=> (deleg.live d) (and (deleg.live d) (=> it (=> (deleg.live d) (deleg.live d)))))
      (=> (and (deleg.live d) it (and (deleg.live d) (not it))) (and (deleg.live d) (deleg.live d) (deleg.live d)))))))))
(check-sat)
(pop 1)

(push 1)
; shrinks.defined
(assert
 (not
  (forall ((d deleg))
   (let ((it (deleg.phase.recalled d)))
    (=>
     (or (deleg.live d) (deleg.live d))
     (=>
      (and (deleg.live d) (deleg.live d))
      (and
       (deleg.live d)
       (and
        (and (deleg.live d) (=> it (deleg.live d)))
        (=> (and it (not it)) (deleg.live d))
        (or (and it (not it)) (deleg.live d))))))))))
(check-sat)
(pop 1)

(push 1)
; harder.defined
(assert
 (not
  (forall ((d deleg))
   (let ((it (=> (deleg.live d) (deleg.live d))))
    (let ((it!2 (deleg.phase.recalled d)))
     (let ((it!3 (and (deleg.live d) it!2)))
      (let ((it!4 (and (deleg.live d) (deleg.live d))))
       (=>
        (or (deleg.live d) (deleg.live d))
        (and
         (and it (=> it!3 it))
         (=> (and it!3 (deleg.live d) it!2) (and it!4 (=> (<= (deleg.deadline d) (deleg.deadline d)) it!4))))))))))))
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
  (forall ((x deleg)) (=> (deleg.live x) (forall ((holder client)) (=> (deleg.holder x holder) (client.live holder)))))))
(check-sat)
(pop 1)

(push 1)
; opened.client.refers
(assert
 (not
  (forall ((x opened))
   (=> (opened.live x) (forall ((client client)) (=> (opened.client x client) (client.live client)))))))
(check-sat)
(pop 1)

(push 1)
; opened.file.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; revoked.client.refers
(assert (not (forall ((x client) (x!2 revoked.slot)) (=> (revoked.live x x!2) (client.live x)))))
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
  (forall ((l client) (l!2 revoked.slot))
   (=>
    (or (revoked.live l l!2) (revoked.live l l!2))
    (=> (and (revoked.live l l!2) (not (revoked.live l l!2))) (or (= c l) (not (client.live l))))))))
(check-sat)
(pop 1)

(push 1)
; deleg.phase_order
(assert
 (not
  (forall ((p deleg))
   (let ((it (deleg.phase.recalled p)))
    (=>
     (or (deleg.live p) (deleg.live p))
     (and
      (=> (and (deleg.live p) (not (deleg.live p))) (not it))
      (=> (and (deleg.live p) (deleg.live p) (not it)) (or (not it) it))
      (=> (and (deleg.live p) (deleg.live p) it) (or (not it) it))))))))
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
  (forall ((p deleg))
   (let ((it (deleg.phase.recalled p)))
    (=>
     (deleg.live p)
     (and
      (=>
       it
       (and (<= (deleg.deadline p) (+ (deleg.since p) 90000)) (<= (+ (deleg.entered p) 90000) (deleg.deadline p))))
      (=> it (and (<= (deleg.since p) (deleg.entered p)) (<= (deleg.entered p) now) (<= now (+ (deleg.deadline p) 10))))))))))
(check-sat)
(pop 1)

(push 1)
; deleg.forced
(assert
 (not
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
     (or (= c e) (not (client.live e))))))))
(check-sat)
(pop 1)

(push 1)
; deleg.bounded, part 2 of 3
(assert
 (not
  (forall ((p deleg))
   (let ((it (and (deleg.phase.recalled p) (<= (+ (deleg.deadline p) 10) now))))
    (=> (or (deleg.live p) (deleg.live p)) (=> (and (deleg.live p) (deleg.live p) it) it))))))
(check-sat)
(pop 1)

(push 1)
; deleg.bounded, part 3 of 3
(assert (not (forall ((p deleg)) (=> (deleg.live p) (=> (deleg.phase.recalled p) (<= now (+ (deleg.since p) 90010)))))))
(check-sat)
(pop 1)
