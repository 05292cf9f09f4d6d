; sel4_cdt: what holds at boot. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort object 0)
(declare-sort cap 0)
(declare-sort cte.slot 0)
(declare-sort thread 0)
(declare-fun |cap.slot#0| () cap)
(declare-fun |cap.slot#1| () cap)
(declare-fun |cap.slot#2| () cap)
(declare-fun |object.slot#0| () object)
(declare-fun |object.slot#1| () object)
(declare-fun |cte.slot#0| () cte.slot)
(declare-fun |cte.slot#1| () cte.slot)
(declare-fun |thread.slot#0| () thread)

; ---- what is assumed
; what boot leaves open
(assert
 (forall ((group object))
  (let ((it (= |cap.slot#0| |cap.slot#0|)))
   (let ((it!2 (= |cap.slot#0| |cap.slot#1|)))
    (let ((it!3 (= |cap.slot#0| |cap.slot#2|)))
     (let ((it!4 (= group |object.slot#0|)))
      (let ((it!5 (= group |object.slot#1|)))
       (let ((it!6 (= |cap.slot#1| |cap.slot#0|)))
        (let ((it!7 (= |cap.slot#1| |cap.slot#1|)))
         (let ((it!8 (= |cap.slot#1| |cap.slot#2|)))
          (let ((it!9 (= |cap.slot#2| |cap.slot#0|)))
           (let ((it!10 (= |cap.slot#2| |cap.slot#1|)))
            (let ((it!11 (= |cap.slot#2| |cap.slot#2|)))
             (>=
              (+
               (+
                (+ 0 (ite (and (or it it!2 it!3) (or (and it it!4) (and it!2 it!4) (and it!3 it!5))) 1 0))
                (ite (and (or it!6 it!7 it!8) (or (and it!6 it!4) (and it!7 it!4) (and it!8 it!5))) 1 0))
               (ite (and (or it!9 it!10 it!11) (or (and it!9 it!4) (and it!10 it!4) (and it!11 it!5))) 1 0))
              0))))))))))))))
(assert
 (forall ((group object) (counted cap))
  (let ((it (= counted |cap.slot#0|)))
   (let ((it!2 (= counted |cap.slot#1|)))
    (let ((it!3 (= counted |cap.slot#2|)))
     (let ((it!4 (= group |object.slot#0|)))
      (let ((it!5 (= group |object.slot#1|)))
       (let ((it!6 (= |cap.slot#0| |cap.slot#0|)))
        (let ((it!7 (= |cap.slot#0| |cap.slot#1|)))
         (let ((it!8 (= |cap.slot#0| |cap.slot#2|)))
          (let ((it!9 (= |cap.slot#1| |cap.slot#0|)))
           (let ((it!10 (= |cap.slot#1| |cap.slot#1|)))
            (let ((it!11 (= |cap.slot#1| |cap.slot#2|)))
             (let ((it!12 (= |cap.slot#2| |cap.slot#0|)))
              (let ((it!13 (= |cap.slot#2| |cap.slot#1|)))
               (let ((it!14 (= |cap.slot#2| |cap.slot#2|)))
                (=>
                 (and (or it it!2 it!3) (or (and it it!4) (and it!2 it!4) (and it!3 it!5)))
                 (>=
                  (+
                   (+
                    (+ 0 (ite (and (or it!6 it!7 it!8) (or (and it!6 it!4) (and it!7 it!4) (and it!8 it!5))) 1 0))
                    (ite (and (or it!9 it!10 it!11) (or (and it!9 it!4) (and it!10 it!4) (and it!11 it!5))) 1 0))
                   (ite (and (or it!12 it!13 it!14) (or (and it!12 it!4) (and it!13 it!4) (and it!14 it!5))) 1 0))
                  1))))))))))))))))))
; the host's relations, and slots
(assert (distinct |object.slot#0| |object.slot#1|))
(assert (distinct |cap.slot#0| |cap.slot#1| |cap.slot#2|))
(assert (distinct |cte.slot#0| |cte.slot#1|))

(push 1)
; region
(assert
 (not
  (forall ((c cap) (d cap))
   (=>
    (and
     (or (= c |cap.slot#0|) (= c |cap.slot#1|) (= c |cap.slot#2|))
     (or (= d |cap.slot#0|) (= d |cap.slot#1|) (= d |cap.slot#2|)))
    (=>
     (or
      (and (= d |cap.slot#0|) (= c |cap.slot#0|))
      (and (= d |cap.slot#1|) (= c |cap.slot#1|))
      (and (= d |cap.slot#1|) (= c |cap.slot#0|))
      (and (= d |cap.slot#2|) (= c |cap.slot#2|)))
     (forall ((target object))
      (let ((it (= target |object.slot#0|)))
       (=>
        (or (and (= d |cap.slot#0|) it) (and (= d |cap.slot#1|) it) (and (= d |cap.slot#2|) (= target |object.slot#1|)))
        (forall ((target!2 object))
         (let ((it!2 (= target!2 |object.slot#0|)))
          (let ((it!3 (= target!2 |object.slot#1|)))
           (=>
            (or (and (= c |cap.slot#0|) it!2) (and (= c |cap.slot#1|) it!2) (and (= c |cap.slot#2|) it!3))
            (or (and (= target |object.slot#0|) it!2) (and (= target |object.slot#1|) it!3))))))))))))))
(check-sat)
(pop 1)

(push 1)
; same_object
(assert
 (not
  (forall ((c cap) (d cap))
   (=>
    (and
     (or (= c |cap.slot#0|) (= c |cap.slot#1|) (= c |cap.slot#2|))
     (or (= d |cap.slot#0|) (= d |cap.slot#1|) (= d |cap.slot#2|)))
    (=>
     (and
      (or
       (and (= d |cap.slot#0|) (= c |cap.slot#0|))
       (and (= d |cap.slot#1|) (= c |cap.slot#1|))
       (and (= d |cap.slot#1|) (= c |cap.slot#0|))
       (and (= d |cap.slot#2|) (= c |cap.slot#2|)))
      (not
       (forall ((target object))
        (let ((it (= target |object.slot#0|)))
         (=>
          (or
           (and (= c |cap.slot#0|) it)
           (and (= c |cap.slot#1|) it)
           (and (= c |cap.slot#2|) (= target |object.slot#1|)))
          (not it))))))
     (forall ((same object))
      (let ((it (= same |object.slot#0|)))
       (let ((it!2 (= same |object.slot#1|)))
        (=
         (or (and (= d |cap.slot#0|) it) (and (= d |cap.slot#1|) it) (and (= d |cap.slot#2|) it!2))
         (or (and (= c |cap.slot#0|) it) (and (= c |cap.slot#1|) it) (and (= c |cap.slot#2|) it!2)))))))))))
(check-sat)
(pop 1)

(push 1)
; badged
(assert false)
(check-sat)
(pop 1)

(push 1)
; endpoints
(assert
 (not
  (forall ((c cap))
   (=>
    (or (= c |cap.slot#0|) (= c |cap.slot#1|) (= c |cap.slot#2|))
    (=>
     (< 0 0)
     (forall ((target object))
      (let ((it (= target |object.slot#0|)))
       (not
        (or (and (= c |cap.slot#0|) it) (and (= c |cap.slot#1|) it) (and (= c |cap.slot#2|) (= target |object.slot#1|)))))))))))
(check-sat)
(pop 1)

(push 1)
; whole
(assert
 (not
  (forall ((c cap))
   (let ((it (or (= c |cap.slot#0|) (= c |cap.slot#1|) (= c |cap.slot#2|))))
    (=>
     it
     (=>
      (exists ((target object))
       (let ((it!2 (= target |object.slot#0|)))
        (and
         (or
          (and (= c |cap.slot#0|) it!2)
          (and (= c |cap.slot#1|) it!2)
          (and (= c |cap.slot#2|) (= target |object.slot#1|)))
         (not it!2))))
      (and it it it)))))))
(check-sat)
(pop 1)

(push 1)
; inside
(assert
 (not
  (forall ((a object) (b object))
   (let ((it (ite (= b |object.slot#1|) 4096 0)))
    (let ((it!2 (ite (= a |object.slot#1|) 4096 0)))
     (=>
      (and (or (= a |object.slot#0|) (= a |object.slot#1|)) (or (= b |object.slot#0|) (= b |object.slot#1|)))
      (=>
       (and
        (or (and (= a |object.slot#0|) (= b |object.slot#0|)) (and (= a |object.slot#1|) (= b |object.slot#1|)))
        (not (= a b)))
       (and
        (not (= b |object.slot#0|))
        (<= it it!2)
        (<= (+ it!2 (ite (= a |object.slot#1|) 4294959104 (ite (= a |object.slot#0|) 4096 1))) (+ it 0))))))))))
(check-sat)
(pop 1)

(push 1)
; apart
(assert
 (not
  (forall ((a object) (b object))
   (let ((it (ite (= a |object.slot#1|) 4096 0)))
    (let ((it!2 (ite (= b |object.slot#1|) 4096 0)))
     (=>
      (and (or (= a |object.slot#0|) (= a |object.slot#1|)) (or (= b |object.slot#0|) (= b |object.slot#1|)))
      (=>
       (and
        (not (or (and (= a |object.slot#0|) (= b |object.slot#0|)) (and (= a |object.slot#1|) (= b |object.slot#1|))))
        (not (or (and (= b |object.slot#0|) (= a |object.slot#0|)) (and (= b |object.slot#1|) (= a |object.slot#1|)))))
       (or
        (<= (+ it (ite (= a |object.slot#1|) 4294959104 (ite (= a |object.slot#0|) 4096 1))) it!2)
        (<= (+ it!2 (ite (= b |object.slot#1|) 4294959104 (ite (= b |object.slot#0|) 4096 1))) it)))))))))
(check-sat)
(pop 1)

(push 1)
; fits
(assert
 (not
  (forall ((o object))
   (let ((it (ite (= o |object.slot#1|) 4294959104 (ite (= o |object.slot#0|) 4096 1))))
    (=>
     (or (= o |object.slot#0|) (= o |object.slot#1|))
     (and (<= 0 it) (<= (+ (ite (= o |object.slot#1|) 4096 0) it) 4294967296)))))))
(check-sat)
(pop 1)

(push 1)
; named
(assert
 (not
  (forall ((o object))
   (let ((it (= |cap.slot#0| |cap.slot#0|)))
    (let ((it!2 (= |cap.slot#0| |cap.slot#1|)))
     (let ((it!3 (= |cap.slot#0| |cap.slot#2|)))
      (let ((it!4 (= |cap.slot#1| |cap.slot#0|)))
       (let ((it!5 (= |cap.slot#1| |cap.slot#1|)))
        (let ((it!6 (= |cap.slot#1| |cap.slot#2|)))
         (let ((it!7 (= |cap.slot#2| |cap.slot#0|)))
          (let ((it!8 (= |cap.slot#2| |cap.slot#1|)))
           (let ((it!9 (= |cap.slot#2| |cap.slot#2|)))
            (=>
             (or (= o |object.slot#0|) (= o |object.slot#1|))
             (not
              (=
               (+
                (+
                 (+
                  0
                  (ite
                   (and
                    (or it it!2 it!3)
                    (or
                     (and it (= o |object.slot#0|))
                     (and it!2 (= o |object.slot#0|))
                     (and it!3 (= o |object.slot#1|))))
                   1
                   0))
                 (ite
                  (and
                   (or it!4 it!5 it!6)
                   (or
                    (and it!4 (= o |object.slot#0|))
                    (and it!5 (= o |object.slot#0|))
                    (and it!6 (= o |object.slot#1|))))
                  1
                  0))
                (ite
                 (and
                  (or it!7 it!8 it!9)
                  (or
                   (and it!7 (= o |object.slot#0|))
                   (and it!8 (= o |object.slot#0|))
                   (and it!9 (= o |object.slot#1|))))
                 1
                 0))
               0)))))))))))))))
(check-sat)
(pop 1)

(push 1)
; nameless
(assert false)
(check-sat)
(pop 1)

(push 1)
; nodes
(assert
 (not
  (forall ((x object) (x!2 cte.slot))
   (=>
    (or (and (= x |object.slot#0|) (= x!2 |cte.slot#0|)) (and (= x |object.slot#0|) (= x!2 |cte.slot#1|)))
    (= x |object.slot#0|)))))
(check-sat)
(pop 1)

(push 1)
; placed_once
(assert
 (not
  (forall ((x object) (x!2 cte.slot) (y object) (y!2 cte.slot))
   (=>
    (and
     (or (and (= x |object.slot#0|) (= x!2 |cte.slot#0|)) (and (= x |object.slot#0|) (= x!2 |cte.slot#1|)))
     (or (and (= y |object.slot#0|) (= y!2 |cte.slot#0|)) (and (= y |object.slot#0|) (= y!2 |cte.slot#1|))))
    (=>
     (forall ((same cap))
      (=
       (or
        (and (and (= x |object.slot#0|) (= x!2 |cte.slot#0|)) (= same |cap.slot#1|))
        (and (and (= x |object.slot#0|) (= x!2 |cte.slot#1|)) (= same |cap.slot#2|)))
       (or
        (and (and (= y |object.slot#0|) (= y!2 |cte.slot#0|)) (= same |cap.slot#1|))
        (and (and (= y |object.slot#0|) (= y!2 |cte.slot#1|)) (= same |cap.slot#2|)))))
     (and (= x y) (= x!2 y!2)))))))
(check-sat)
(pop 1)

(push 1)
; rooted_once
(assert
 (not
  (forall ((x thread) (y thread))
   (=>
    (and (= x |thread.slot#0|) (= y |thread.slot#0|))
    (=>
     (forall ((same cap))
      (= (and (= x |thread.slot#0|) (= same |cap.slot#0|)) (and (= y |thread.slot#0|) (= same |cap.slot#0|))))
     (= x y))))))
(check-sat)
(pop 1)

(push 1)
; either_or
(assert
 (not
  (forall ((x object) (x!2 cte.slot) (y thread))
   (=>
    (and
     (or (and (= x |object.slot#0|) (= x!2 |cte.slot#0|)) (and (= x |object.slot#0|) (= x!2 |cte.slot#1|)))
     (= y |thread.slot#0|))
    (not
     (forall ((same cap))
      (=
       (or
        (and (and (= x |object.slot#0|) (= x!2 |cte.slot#0|)) (= same |cap.slot#1|))
        (and (and (= x |object.slot#0|) (= x!2 |cte.slot#1|)) (= same |cap.slot#2|)))
       (and (= y |thread.slot#0|) (= same |cap.slot#0|)))))))))
(check-sat)
(pop 1)

(push 1)
; object.parent.refers
(assert
 (not
  (forall ((x object))
   (=>
    (or (= x |object.slot#0|) (= x |object.slot#1|))
    (forall ((named object))
     (let ((it (= named |object.slot#0|)))
      (let ((it!2 (= named |object.slot#1|)))
       (=> (or (and (= x |object.slot#0|) it) (and (= x |object.slot#1|) it!2)) (or it it!2)))))))))
(check-sat)
(pop 1)

(push 1)
; object.forest
(assert
 (not
  (and
   (forall ((a object))
    (=>
     (or (= a |object.slot#0|) (= a |object.slot#1|))
     (or (and (= a |object.slot#0|) (= a |object.slot#0|)) (and (= a |object.slot#1|) (= a |object.slot#1|)))))
   (forall ((a object) (b object) (c object))
    (=>
     (and
      (or (= a |object.slot#0|) (= a |object.slot#1|))
      (or (= b |object.slot#0|) (= b |object.slot#1|))
      (or (= c |object.slot#0|) (= c |object.slot#1|)))
     (=>
      (and
       (or (and (= a |object.slot#0|) (= b |object.slot#0|)) (and (= a |object.slot#1|) (= b |object.slot#1|)))
       (or (and (= b |object.slot#0|) (= c |object.slot#0|)) (and (= b |object.slot#1|) (= c |object.slot#1|))))
      (or (and (= a |object.slot#0|) (= c |object.slot#0|)) (and (= a |object.slot#1|) (= c |object.slot#1|))))))
   (forall ((a object) (b object))
    (=>
     (and (or (= a |object.slot#0|) (= a |object.slot#1|)) (or (= b |object.slot#0|) (= b |object.slot#1|)))
     (=>
      (and
       (or (and (= a |object.slot#0|) (= b |object.slot#0|)) (and (= a |object.slot#1|) (= b |object.slot#1|)))
       (or (and (= b |object.slot#0|) (= a |object.slot#0|)) (and (= b |object.slot#1|) (= a |object.slot#1|))))
      (= a b))))
   (forall ((a object) (b object) (c object))
    (=>
     (and
      (or (= a |object.slot#0|) (= a |object.slot#1|))
      (or (= b |object.slot#0|) (= b |object.slot#1|))
      (or (= c |object.slot#0|) (= c |object.slot#1|)))
     (=>
      (and
       (or (and (= a |object.slot#0|) (= b |object.slot#0|)) (and (= a |object.slot#1|) (= b |object.slot#1|)))
       (or (and (= a |object.slot#0|) (= c |object.slot#0|)) (and (= a |object.slot#1|) (= c |object.slot#1|))))
      (or
       (or (and (= b |object.slot#0|) (= c |object.slot#0|)) (and (= b |object.slot#1|) (= c |object.slot#1|)))
       (or (and (= c |object.slot#0|) (= b |object.slot#0|)) (and (= c |object.slot#1|) (= b |object.slot#1|))))))))))
(check-sat)
(pop 1)

(push 1)
; cap.target.refers
(assert
 (not
  (forall ((x cap))
   (=>
    (or (= x |cap.slot#0|) (= x |cap.slot#1|) (= x |cap.slot#2|))
    (forall ((target object))
     (let ((it (= target |object.slot#0|)))
      (let ((it!2 (= target |object.slot#1|)))
       (=> (or (and (= x |cap.slot#0|) it) (and (= x |cap.slot#1|) it) (and (= x |cap.slot#2|) it!2)) (or it it!2)))))))))
(check-sat)
(pop 1)

(push 1)
; cap.parent.refers
(assert
 (not
  (forall ((x cap))
   (=>
    (or (= x |cap.slot#0|) (= x |cap.slot#1|) (= x |cap.slot#2|))
    (forall ((named cap))
     (=>
      (or
       (and (= x |cap.slot#0|) (= named |cap.slot#0|))
       (and (= x |cap.slot#1|) (= named |cap.slot#1|))
       (and (= x |cap.slot#1|) (= named |cap.slot#0|))
       (and (= x |cap.slot#2|) (= named |cap.slot#2|)))
      (or (= named |cap.slot#0|) (= named |cap.slot#1|) (= named |cap.slot#2|))))))))
(check-sat)
(pop 1)

(push 1)
; cap.forest
(assert
 (not
  (and
   (forall ((a cap))
    (=>
     (or (= a |cap.slot#0|) (= a |cap.slot#1|) (= a |cap.slot#2|))
     (or
      (and (= a |cap.slot#0|) (= a |cap.slot#0|))
      (and (= a |cap.slot#1|) (= a |cap.slot#1|))
      (and (= a |cap.slot#1|) (= a |cap.slot#0|))
      (and (= a |cap.slot#2|) (= a |cap.slot#2|)))))
   (forall ((a cap) (b cap) (c cap))
    (=>
     (and
      (or (= a |cap.slot#0|) (= a |cap.slot#1|) (= a |cap.slot#2|))
      (or (= b |cap.slot#0|) (= b |cap.slot#1|) (= b |cap.slot#2|))
      (or (= c |cap.slot#0|) (= c |cap.slot#1|) (= c |cap.slot#2|)))
     (=>
      (and
       (or
        (and (= a |cap.slot#0|) (= b |cap.slot#0|))
        (and (= a |cap.slot#1|) (= b |cap.slot#1|))
        (and (= a |cap.slot#1|) (= b |cap.slot#0|))
        (and (= a |cap.slot#2|) (= b |cap.slot#2|)))
       (or
        (and (= b |cap.slot#0|) (= c |cap.slot#0|))
        (and (= b |cap.slot#1|) (= c |cap.slot#1|))
        (and (= b |cap.slot#1|) (= c |cap.slot#0|))
        (and (= b |cap.slot#2|) (= c |cap.slot#2|))))
      (or
       (and (= a |cap.slot#0|) (= c |cap.slot#0|))
       (and (= a |cap.slot#1|) (= c |cap.slot#1|))
       (and (= a |cap.slot#1|) (= c |cap.slot#0|))
       (and (= a |cap.slot#2|) (= c |cap.slot#2|))))))
   (forall ((a cap) (b cap))
    (=>
     (and
      (or (= a |cap.slot#0|) (= a |cap.slot#1|) (= a |cap.slot#2|))
      (or (= b |cap.slot#0|) (= b |cap.slot#1|) (= b |cap.slot#2|)))
     (=>
      (and
       (or
        (and (= a |cap.slot#0|) (= b |cap.slot#0|))
        (and (= a |cap.slot#1|) (= b |cap.slot#1|))
        (and (= a |cap.slot#1|) (= b |cap.slot#0|))
        (and (= a |cap.slot#2|) (= b |cap.slot#2|)))
       (or
        (and (= b |cap.slot#0|) (= a |cap.slot#0|))
        (and (= b |cap.slot#1|) (= a |cap.slot#1|))
        (and (= b |cap.slot#1|) (= a |cap.slot#0|))
        (and (= b |cap.slot#2|) (= a |cap.slot#2|))))
      (= a b))))
   (forall ((a cap) (b cap) (c cap))
    (=>
     (and
      (or (= a |cap.slot#0|) (= a |cap.slot#1|) (= a |cap.slot#2|))
      (or (= b |cap.slot#0|) (= b |cap.slot#1|) (= b |cap.slot#2|))
      (or (= c |cap.slot#0|) (= c |cap.slot#1|) (= c |cap.slot#2|)))
     (=>
      (and
       (or
        (and (= a |cap.slot#0|) (= b |cap.slot#0|))
        (and (= a |cap.slot#1|) (= b |cap.slot#1|))
        (and (= a |cap.slot#1|) (= b |cap.slot#0|))
        (and (= a |cap.slot#2|) (= b |cap.slot#2|)))
       (or
        (and (= a |cap.slot#0|) (= c |cap.slot#0|))
        (and (= a |cap.slot#1|) (= c |cap.slot#1|))
        (and (= a |cap.slot#1|) (= c |cap.slot#0|))
        (and (= a |cap.slot#2|) (= c |cap.slot#2|))))
      (or
       (or
        (and (= b |cap.slot#0|) (= c |cap.slot#0|))
        (and (= b |cap.slot#1|) (= c |cap.slot#1|))
        (and (= b |cap.slot#1|) (= c |cap.slot#0|))
        (and (= b |cap.slot#2|) (= c |cap.slot#2|)))
       (or
        (and (= c |cap.slot#0|) (= b |cap.slot#0|))
        (and (= c |cap.slot#1|) (= b |cap.slot#1|))
        (and (= c |cap.slot#1|) (= b |cap.slot#0|))
        (and (= c |cap.slot#2|) (= b |cap.slot#2|))))))))))
(check-sat)
(pop 1)

(push 1)
; cap.attenuates
(assert
 (not
  (forall ((a cap) (b cap))
   (let ((it (or (= a |cap.slot#0|) (= a |cap.slot#1|) (= a |cap.slot#2|))))
    (let ((it!2 (or (= b |cap.slot#0|) (= b |cap.slot#1|) (= b |cap.slot#2|))))
     (=>
      (and it it!2)
      (=>
       (or
        (and (= a |cap.slot#0|) (= b |cap.slot#0|))
        (and (= a |cap.slot#1|) (= b |cap.slot#1|))
        (and (= a |cap.slot#1|) (= b |cap.slot#0|))
        (and (= a |cap.slot#2|) (= b |cap.slot#2|)))
       (and (=> it it!2) (=> it it!2) (=> it it!2)))))))))
(check-sat)
(pop 1)

(push 1)
; cte.node.refers
(assert
 (not
  (forall ((x object) (x!2 cte.slot))
   (=>
    (or (and (= x |object.slot#0|) (= x!2 |cte.slot#0|)) (and (= x |object.slot#0|) (= x!2 |cte.slot#1|)))
    (or (= x |object.slot#0|) (= x |object.slot#1|))))))
(check-sat)
(pop 1)

(push 1)
; cte.target.refers
(assert
 (not
  (forall ((x object) (x!2 cte.slot))
   (=>
    (or (and (= x |object.slot#0|) (= x!2 |cte.slot#0|)) (and (= x |object.slot#0|) (= x!2 |cte.slot#1|)))
    (forall ((target cap))
     (=>
      (or
       (and (and (= x |object.slot#0|) (= x!2 |cte.slot#0|)) (= target |cap.slot#1|))
       (and (and (= x |object.slot#0|) (= x!2 |cte.slot#1|)) (= target |cap.slot#2|)))
      (or (= target |cap.slot#0|) (= target |cap.slot#1|) (= target |cap.slot#2|))))))))
(check-sat)
(pop 1)

(push 1)
; root.thread.refers
(assert (not (forall ((x thread)) (=> (= x |thread.slot#0|) (= x |thread.slot#0|)))))
(check-sat)
(pop 1)

(push 1)
; root.target.refers
(assert
 (not
  (forall ((x thread))
   (=>
    (= x |thread.slot#0|)
    (forall ((target cap))
     (=>
      (and (= x |thread.slot#0|) (= target |cap.slot#0|))
      (or (= target |cap.slot#0|) (= target |cap.slot#1|) (= target |cap.slot#2|))))))))
(check-sat)
(pop 1)
