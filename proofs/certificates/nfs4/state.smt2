; nfs4: what holds in every state. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort client 0)
(declare-sort deleg 0)
(declare-sort file 0)
(declare-sort opened 0)
(declare-sort revoked.slot 0)
(declare-fun now () Int)
(declare-fun client.live (client) Bool)
(declare-fun client.expires (client) Int)
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
(declare-fun p () deleg)
(declare-fun ground () client)
(declare-fun ground!2 () client)
(declare-fun revoked.lost.read (client revoked.slot) Bool)
(declare-fun revoked.lost.write (client revoked.slot) Bool)
(declare-fun ground!3 () client)
(declare-fun ground!4 () client)

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
; names in what is to be shown
(assert (forall ((it client)) (=> (deleg.holder p it) (deleg.holder p ground))))
(assert (forall ((it client)) (=> (deleg.holder p it) (deleg.holder p ground!2))))

(push 1)
; no_conflict.defined
(assert
 (not
  (forall ((d deleg) (o opened))
   (let ((it (and (opened.live o) (deleg.live d))))
    (=>
     (and (deleg.live d) (opened.live o))
     (and
      (and it (=> (forall ((same file)) (= (opened.file o same) (deleg.target d same))) it))
      (=>
       (and
        (forall ((same file)) (= (opened.file o same) (deleg.target d same)))
        (not (forall ((same client)) (= (opened.client o same) (deleg.holder d same)))))
       (and (deleg.live d) (or (deleg.rights.write d) (opened.live o))))))))))
(check-sat)
(pop 1)

(push 1)
; exclusive.defined
(assert
 (not
  (forall ((a deleg) (b deleg))
   (let ((it (and (deleg.live a) (deleg.live b))))
    (=>
     it
     (and
      it
      (=>
       (and (forall ((same file)) (= (deleg.target a same) (deleg.target b same))) (not (= a b)))
       (and it (=> (not (forall ((same client)) (= (deleg.holder a same) (deleg.holder b same)))) (deleg.live a))))))))))
(check-sat)
(pop 1)

(push 1)
; asks.defined
(assert
 (not
  (forall ((d deleg))
   (let ((it (and (deleg.live d) (deleg.live d))))
    (=>
     (deleg.live d)
     (and
      it
      (=>
       (and (=> (deleg.keep.read d) (deleg.rights.read d)) (=> (deleg.keep.write d) (deleg.rights.write d)))
       (and
        it
        (=>
         (not (and (= (deleg.keep.read d) (deleg.rights.read d)) (= (deleg.keep.write d) (deleg.rights.write d))))
         (and (deleg.live d) (=> (not (deleg.phase.recalled d)) (deleg.live d))))))))))))
(check-sat)
(pop 1)

(push 1)
; used.defined
(assert (not (forall ((o opened)) (=> (opened.live o) (opened.live o)))))
(check-sat)
(pop 1)

(push 1)
; readers.defined
(assert (not (forall ((a deleg) (b deleg)) (let ((it (and (deleg.live a) (deleg.live b)))) (=> it it)))))
(check-sat)
(pop 1)

(push 1)
; own_use.defined
(assert
 (not
  (forall ((d deleg) (o opened))
   (let ((it (and (opened.live o) (deleg.live d))))
    (=>
     (and (deleg.live d) (opened.live o))
     (and
      it
      (=>
       (forall ((same file)) (= (opened.file o same) (deleg.target d same)))
       (and it (=> (forall ((same client)) (= (opened.client o same) (deleg.holder d same))) (opened.live o))))))))))
(check-sat)
(pop 1)

(push 1)
; downgraded.defined
(assert
 (not
  (forall ((d deleg) (r client) (r!2 revoked.slot))
   (=>
    (and (deleg.live d) (revoked.live r r!2))
    (and
     (and (revoked.live r r!2) (deleg.live d))
     (=>
      (forall ((same file)) (= (revoked.file r r!2 same) (deleg.target d same)))
      (and (deleg.live d) (=> (deleg.holder d r) (deleg.live d)))))))))
(check-sat)
(pop 1)

(push 1)
; taken_whole.defined
(assert
 (not
  (forall ((r client) (r!2 revoked.slot))
   (=>
    (revoked.live r r!2)
    (and
     (revoked.live r r!2)
     (=>
      (and (revoked.lost.read r r!2) (revoked.lost.write r r!2))
      (forall ((d deleg)) (=> (deleg.live d) (and (deleg.live d) (revoked.live r r!2))))))))))
(check-sat)
(pop 1)

(push 1)
; deleg.bounded, part 1 of 3
(assert
 (let ((it (deleg.phase.recalled p)))
  (not
   (=>
    (and (deleg.live p) (and it (<= (+ (deleg.deadline p) 10) now)))
    (or
     (exists ((c client))
      (and
       (client.live c)
       (< (client.expires c) now)
       (not
        (=
         (deleg.live p)
         (ite (and (deleg.live p) (deleg.holder p c)) (and (deleg.live p) (not (= p p))) (deleg.live p))))))
     (exists ((keep Bool) (keep!2 Bool))
      (let ((it!2 (deleg.phase.recalled p)))
       (and
        (and
         (not it!2)
         (and
          (and (=> keep (deleg.rights.read p)) (=> keep!2 (deleg.rights.write p)))
          (not (and (= keep (deleg.rights.read p)) (= keep!2 (deleg.rights.write p))))))
        (not (= it!2 (or (= p p) it!2))))))
     (exists ((d deleg) (keep Bool) (keep!2 Bool))
      (let ((it!2 (deleg.phase.recalled p)))
       (and
        (deleg.live d)
        (and
         (not (deleg.phase.recalled d))
         (and
          (and (=> keep (deleg.rights.read d)) (=> keep!2 (deleg.rights.write d)))
          (not (and (= keep (deleg.rights.read d)) (= keep!2 (deleg.rights.write d))))))
        (not (= it!2 (or (= p d) it!2))))))
     (exists ((taken revoked.slot))
      (let ((it!2 (deleg.phase.recalled p)))
       (let ((it!3 (and (not (deleg.keep.read p)) (not (deleg.keep.write p)))))
        (and
         (and
          (and
           (and it!2 (and it!2 (< (deleg.deadline p) now)))
           (not
            (exists ((holder client))
             (and (deleg.holder p holder) (forall ((free revoked.slot)) (revoked.live holder free))))))
          (not (revoked.live ground taken)))
         (or
          (not (= it!2 (ite it!3 it!2 (and (not (= p p)) it!2))))
          (not (= (deleg.live p) (ite it!3 (and (deleg.live p) (not (= p p))) (deleg.live p)))))))))
     (exists ((d deleg) (taken revoked.slot))
      (let ((it!2 (deleg.phase.recalled d)))
       (let ((it!3 (deleg.phase.recalled p)))
        (let ((it!4 (and (not (deleg.keep.read d)) (not (deleg.keep.write d)))))
         (and
          (deleg.live d)
          (and
           (and
            (and it!2 (and it!2 (< (deleg.deadline d) now)))
            (not
             (exists ((holder client))
              (and (deleg.holder d holder) (forall ((free revoked.slot)) (revoked.live holder free))))))
           (not (revoked.live ground!3 taken)))
          (or
           (not (= it!3 (ite it!4 it!3 (and (not (= p d)) it!3))))
           (not (= (deleg.live p) (ite it!4 (and (deleg.live p) (not (= p d))) (deleg.live p))))))))))
     (and
      (and
       (and it (and it (< (deleg.deadline p) now)))
       (forall ((holder client)) (=> (deleg.holder p holder) (forall ((free revoked.slot)) (revoked.live holder free)))))
      (not
       (=
        (deleg.live p)
        (ite (and (deleg.live p) (deleg.holder p ground!2)) (and (deleg.live p) (not (= p p))) (deleg.live p)))))
     (exists ((d deleg))
      (let ((it!2 (deleg.phase.recalled d)))
       (and
        (deleg.live d)
        (and
         (and it!2 (and it!2 (< (deleg.deadline d) now)))
         (forall ((holder client))
          (=> (deleg.holder d holder) (forall ((free revoked.slot)) (revoked.live holder free)))))
        (not
         (=
          (deleg.live p)
          (ite (and (deleg.live p) (deleg.holder p ground!4)) (and (deleg.live p) (not (= p p))) (deleg.live p))))))))))))
(check-sat)
(pop 1)
