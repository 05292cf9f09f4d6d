; sel4_cdt: what `exit` keeps. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort thread 0)
(declare-sort object 0)
(declare-sort cap 0)
(declare-sort cte.slot 0)
(declare-fun thread.live (thread) Bool)
(declare-fun t () thread)
(declare-fun cap.live (cap) Bool)
(declare-fun ground () cap)
(declare-fun cap.target (cap object) Bool)
(declare-fun ground!2 () object)
(declare-fun object.live (object) Bool)
(declare-fun root.live (thread) Bool)
(declare-fun caps (object) Int)
(declare-fun cte.live (object cte.slot) Bool)
(declare-fun object.descends (object object) Bool)
(declare-fun object.zombie (object) Bool)
(declare-fun cap.descends (cap cap) Bool)
(declare-fun root.target (thread cap) Bool)
(declare-fun now () Int)
(declare-fun object.kind.frame (object) Bool)
(declare-fun object.kind.endpoint (object) Bool)
(declare-fun object.kind.cnode (object) Bool)
(declare-fun object.at (object) Int)
(declare-fun object.size (object) Int)
(declare-fun object.used (object) Int)
(declare-fun cap.badge (cap) Int)
(declare-fun cte.target (object cte.slot cap) Bool)
(declare-fun cap.rights.read (cap) Bool)
(declare-fun cap.rights.write (cap) Bool)
(declare-fun cap.rights.grant (cap) Bool)

; ---- the step, from the state before to the state after
(define-fun thread.live.after ((x thread)) Bool (and (thread.live x) (not (= x t))))
(define-fun object.live.after ((x object)) Bool
 (let ((it (cap.target ground ground!2)))
  (ite
   (root.live t)
   (ite
    (=
     (-
      (+
       (caps ground!2)
       (ite (and (and (cap.live ground) (not (= ground ground))) (and it (not (= ground ground)))) 1 0))
      (ite (and (cap.live ground) it) 1 0))
     0)
    (ite
     (exists ((x!2 object) (x!3 cte.slot)) (and (cte.live x!2 x!3) (= x!2 ground!2)))
     (object.live x)
     (and (object.live x) (not (= x ground!2))))
    (object.live x))
   (object.live x))))
(define-fun object.descends.after ((x object) (y object)) Bool
 (let ((it (cap.target ground ground!2)))
  (ite
   (root.live t)
   (ite
    (=
     (-
      (+
       (caps ground!2)
       (ite (and (and (cap.live ground) (not (= ground ground))) (and it (not (= ground ground)))) 1 0))
      (ite (and (cap.live ground) it) 1 0))
     0)
    (ite
     (exists ((x!2 object) (x!3 cte.slot)) (and (cte.live x!2 x!3) (= x!2 ground!2)))
     (object.descends x y)
     (and (object.descends x y) (not (= x ground!2)) (not (= y ground!2))))
    (object.descends x y))
   (object.descends x y))))
(define-fun object.zombie.after ((x object)) Bool
 (let ((it (cap.target ground ground!2)))
  (ite
   (root.live t)
   (ite
    (=
     (-
      (+
       (caps ground!2)
       (ite (and (and (cap.live ground) (not (= ground ground))) (and it (not (= ground ground)))) 1 0))
      (ite (and (cap.live ground) it) 1 0))
     0)
    (ite
     (exists ((x!2 object) (x!3 cte.slot)) (and (cte.live x!2 x!3) (= x!2 ground!2)))
     (or (= x ground!2) (object.zombie x))
     (object.zombie x))
    (object.zombie x))
   (object.zombie x))))
(define-fun cap.live.after ((x cap)) Bool (ite (root.live t) (and (cap.live x) (not (= x ground))) (cap.live x)))
(define-fun cap.target.after ((x cap) (y object)) Bool
 (ite (root.live t) (and (cap.target x y) (not (= x ground))) (cap.target x y)))
(define-fun cap.descends.after ((x cap) (y cap)) Bool
 (ite (root.live t) (and (cap.descends x y) (not (= x ground)) (not (= y ground))) (cap.descends x y)))
(define-fun root.live.after ((x thread)) Bool (ite (root.live t) (and (root.live x) (not (= x t))) (root.live x)))
(define-fun root.target.after ((x thread) (y cap)) Bool
 (ite (root.live t) (and (root.target x y) (not (= x t))) (root.target x y)))
(define-fun caps.after ((x object)) Int
 (ite
  (root.live t)
  (-
   (+
    (caps x)
    (ite (and (and (cap.live ground) (not (= ground ground))) (and (cap.target ground x) (not (= ground ground)))) 1 0))
   (ite (and (cap.live ground) (cap.target ground x)) 1 0))
  (caps x)))
(define-fun emitted.finalised ((x object)) Bool
 (let ((it (cap.target ground ground!2)))
  (and
   (root.live t)
   (and
    (=
     (-
      (+
       (caps ground!2)
       (ite (and (and (cap.live ground) (not (= ground ground))) (and it (not (= ground ground)))) 1 0))
      (ite (and (cap.live ground) it) 1 0))
     0)
    (= ground!2 x)))))
(define-fun succeeds () Bool true)

; ---- what is assumed
; what the types say
(assert (>= now 0))
(assert (forall ((x object) (y object)) (=> (object.descends x y) (and (object.live x) (object.live y)))))
(assert
 (forall ((x object))
  (let ((it (object.kind.endpoint x)))
   (and
    (not (and (object.kind.frame x) it))
    (not (and (object.kind.cnode x) it))
    (not (and (object.kind.cnode x) (object.kind.frame x)))))))
(assert (forall ((x object)) (=> (object.live x) (and (>= (object.at x) 0) (<= (object.at x) 4294967295)))))
(assert (forall ((x object)) (=> (object.live x) (and (>= (object.size x) 1) (<= (object.size x) 4294967295)))))
(assert (forall ((x object)) (=> (object.live x) (and (>= (object.used x) 0) (<= (object.used x) 4294967295)))))
(assert (forall ((x cap) (y object)) (=> (cap.target x y) (cap.live x))))
(assert (forall ((x cap) (y object) (z object)) (=> (and (cap.target x y) (cap.target x z)) (= y z))))
(assert (forall ((x cap)) (=> (cap.live x) (exists ((y object)) (cap.target x y)))))
(assert (forall ((x cap) (y cap)) (=> (cap.descends x y) (and (cap.live x) (cap.live y)))))
(assert (forall ((x cap)) (=> (cap.live x) (and (>= (cap.badge x) 0) (<= (cap.badge x) 268435455)))))
(assert (forall ((x object) (x!2 cte.slot) (y cap)) (=> (cte.target x x!2 y) (cte.live x x!2))))
(assert
 (forall ((x object) (x!2 cte.slot) (y cap) (z cap)) (=> (and (cte.target x x!2 y) (cte.target x x!2 z)) (= y z))))
(assert (forall ((x object) (x!2 cte.slot)) (=> (cte.live x x!2) (exists ((y cap)) (cte.target x x!2 y)))))
(assert (forall ((x thread) (y cap)) (=> (root.target x y) (root.live x))))
(assert (forall ((x thread) (y cap) (z cap)) (=> (and (root.target x y) (root.target x z)) (= y z))))
(assert (forall ((x thread)) (=> (root.live x) (exists ((y cap)) (root.target x y)))))
; region
(assert
 (forall ((c cap) (d cap))
  (=>
   (and (cap.live c) (cap.live d))
   (=>
    (cap.descends d c)
    (forall ((target object))
     (=>
      (cap.target d target)
      (forall ((target!2 object)) (=> (cap.target c target!2) (object.descends target target!2)))))))))
; same_object
(assert
 (forall ((c cap) (d cap))
  (=>
   (and (cap.live c) (cap.live d))
   (=>
    (and
     (cap.descends d c)
     (not
      (forall ((target object))
       (=>
        (cap.target c target)
        (and (not (object.kind.endpoint target)) (not (object.kind.frame target)) (not (object.kind.cnode target)))))))
    (forall ((same object)) (= (cap.target d same) (cap.target c same)))))))
; badged
(assert
 (forall ((c cap) (d cap))
  (=> (and (cap.live c) (cap.live d)) (=> (and (cap.descends d c) (< 0 (cap.badge c))) (= (cap.badge d) (cap.badge c))))))
; endpoints
(assert
 (forall ((c cap))
  (=>
   (cap.live c)
   (=>
    (< 0 (cap.badge c))
    (forall ((target object))
     (=>
      (cap.target c target)
      (and (object.kind.endpoint target) (not (object.kind.frame target)) (not (object.kind.cnode target)))))))))
; whole
(assert
 (forall ((c cap))
  (=>
   (cap.live c)
   (=>
    (exists ((target object))
     (and
      (cap.target c target)
      (and (not (object.kind.endpoint target)) (not (object.kind.frame target)) (not (object.kind.cnode target)))))
    (and (cap.rights.read c) (cap.rights.write c) (cap.rights.grant c))))))
; inside
(assert
 (forall ((a object) (b object))
  (=>
   (and (object.live a) (object.live b))
   (=>
    (and (object.descends a b) (not (= a b)))
    (and
     (and (not (object.kind.endpoint b)) (not (object.kind.frame b)) (not (object.kind.cnode b)))
     (<= (object.at b) (object.at a))
     (<= (+ (object.at a) (object.size a)) (+ (object.at b) (object.used b))))))))
; apart
(assert
 (forall ((a object) (b object))
  (=>
   (and (object.live a) (object.live b))
   (=>
    (and (not (object.descends a b)) (not (object.descends b a)))
    (or (<= (+ (object.at a) (object.size a)) (object.at b)) (<= (+ (object.at b) (object.size b)) (object.at a)))))))
; fits
(assert
 (forall ((o object))
  (=> (object.live o) (and (<= (object.used o) (object.size o)) (<= (+ (object.at o) (object.size o)) 4294967296)))))
; named
(assert (forall ((o object)) (=> (object.live o) (=> (= (caps o) 0) (object.zombie o)))))
; nameless
(assert
 (forall ((o object))
  (=>
   (object.live o)
   (=>
    (object.zombie o)
    (and (= (caps o) 0) (and (not (object.kind.endpoint o)) (not (object.kind.frame o)) (object.kind.cnode o)))))))
; nodes
(assert
 (forall ((x object) (x!2 cte.slot))
  (=> (cte.live x x!2) (and (not (object.kind.endpoint x)) (not (object.kind.frame x)) (object.kind.cnode x)))))
; placed_once
(assert
 (forall ((x object) (x!2 cte.slot) (y object) (y!2 cte.slot))
  (=>
   (and (cte.live x x!2) (cte.live y y!2))
   (=> (forall ((same cap)) (= (cte.target x x!2 same) (cte.target y y!2 same))) (and (= x y) (= x!2 y!2))))))
; rooted_once
(assert
 (forall ((x thread) (y thread))
  (=>
   (and (root.live x) (root.live y))
   (=> (forall ((same cap)) (= (root.target x same) (root.target y same))) (= x y)))))
; either_or
(assert
 (forall ((x object) (x!2 cte.slot) (y thread))
  (=> (and (cte.live x x!2) (root.live y)) (not (forall ((same cap)) (= (cte.target x x!2 same) (root.target y same)))))))
; object.parent.refers
(assert
 (forall ((x object)) (=> (object.live x) (forall ((named object)) (=> (object.descends x named) (object.live named))))))
; object.forest
(assert
 (and
  (forall ((a object)) (=> (object.live a) (object.descends a a)))
  (forall ((a object) (b object) (c object))
   (=>
    (and (object.live a) (object.live b) (object.live c))
    (=> (and (object.descends a b) (object.descends b c)) (object.descends a c))))
  (forall ((a object) (b object))
   (=> (and (object.live a) (object.live b)) (=> (and (object.descends a b) (object.descends b a)) (= a b))))
  (forall ((a object) (b object) (c object))
   (=>
    (and (object.live a) (object.live b) (object.live c))
    (=> (and (object.descends a b) (object.descends a c)) (or (object.descends b c) (object.descends c b)))))))
; cap.target.refers
(assert (forall ((x cap)) (=> (cap.live x) (forall ((target object)) (=> (cap.target x target) (object.live target))))))
; cap.parent.refers
(assert (forall ((x cap)) (=> (cap.live x) (forall ((named cap)) (=> (cap.descends x named) (cap.live named))))))
; cap.forest
(assert
 (and
  (forall ((a cap)) (=> (cap.live a) (cap.descends a a)))
  (forall ((a cap) (b cap) (c cap))
   (=> (and (cap.live a) (cap.live b) (cap.live c)) (=> (and (cap.descends a b) (cap.descends b c)) (cap.descends a c))))
  (forall ((a cap) (b cap))
   (=> (and (cap.live a) (cap.live b)) (=> (and (cap.descends a b) (cap.descends b a)) (= a b))))
  (forall ((a cap) (b cap) (c cap))
   (=>
    (and (cap.live a) (cap.live b) (cap.live c))
    (=> (and (cap.descends a b) (cap.descends a c)) (or (cap.descends b c) (cap.descends c b)))))))
; cap.attenuates
(assert
 (forall ((a cap) (b cap))
  (=>
   (and (cap.live a) (cap.live b))
   (=>
    (cap.descends a b)
    (and
     (=> (cap.rights.read a) (cap.rights.read b))
     (=> (cap.rights.write a) (cap.rights.write b))
     (=> (cap.rights.grant a) (cap.rights.grant b)))))))
; cte.node.refers
(assert (forall ((x object) (x!2 cte.slot)) (=> (cte.live x x!2) (object.live x))))
; cte.target.refers
(assert
 (forall ((x object) (x!2 cte.slot))
  (=> (cte.live x x!2) (forall ((target cap)) (=> (cte.target x x!2 target) (cap.live target))))))
; root.thread.refers
(assert (forall ((x thread)) (=> (root.live x) (thread.live x))))
; root.target.refers
(assert (forall ((x thread)) (=> (root.live x) (forall ((target cap)) (=> (root.target x target) (cap.live target))))))
; counts of the state before
(assert (forall ((group object)) (>= (caps group) 0)))
(assert
 (forall ((group object) (counted cap)) (=> (and (cap.live counted) (cap.target counted group)) (>= (caps group) 1))))
; the step's arguments, and names for what it meets
(assert (thread.live t))
(assert (forall ((it cap)) (=> (root.target t it) (root.target t ground))))
(assert (forall ((it object)) (=> (cap.target ground it) (cap.target ground ground!2))))
; counts of the state after
(assert (forall ((group object)) (>= (caps.after group) 0)))
(assert
 (forall ((group object) (counted cap))
  (=> (and (cap.live.after counted) (cap.target.after counted group)) (>= (caps.after group) 1))))

(push 1)
; region
(assert
 (not
  (forall ((c cap) (d cap))
   (=>
    (and (cap.live.after c) (cap.live.after d))
    (=>
     (cap.descends.after d c)
     (forall ((target object))
      (=>
       (cap.target.after d target)
       (forall ((target!2 object)) (=> (cap.target.after c target!2) (object.descends.after target target!2))))))))))
(check-sat)
(pop 1)

(push 1)
; same_object
(assert
 (not
  (forall ((c cap) (d cap))
   (=>
    (and (cap.live.after c) (cap.live.after d))
    (=>
     (and
      (cap.descends.after d c)
      (not
       (forall ((target object))
        (=>
         (cap.target.after c target)
         (and (not (object.kind.endpoint target)) (not (object.kind.frame target)) (not (object.kind.cnode target)))))))
     (forall ((same object)) (= (cap.target.after d same) (cap.target.after c same))))))))
(check-sat)
(pop 1)

(push 1)
; badged
(assert
 (not
  (forall ((c cap) (d cap))
   (=>
    (and (cap.live.after c) (cap.live.after d))
    (=> (and (cap.descends.after d c) (< 0 (cap.badge c))) (= (cap.badge d) (cap.badge c)))))))
(check-sat)
(pop 1)

(push 1)
; endpoints
(assert
 (not
  (forall ((c cap))
   (=>
    (cap.live.after c)
    (=>
     (< 0 (cap.badge c))
     (forall ((target object))
      (=>
       (cap.target.after c target)
       (and (object.kind.endpoint target) (not (object.kind.frame target)) (not (object.kind.cnode target))))))))))
(check-sat)
(pop 1)

(push 1)
; whole
(assert
 (not
  (forall ((c cap))
   (=>
    (cap.live.after c)
    (=>
     (exists ((target object))
      (and
       (cap.target.after c target)
       (and (not (object.kind.endpoint target)) (not (object.kind.frame target)) (not (object.kind.cnode target)))))
     (and (cap.rights.read c) (cap.rights.write c) (cap.rights.grant c)))))))
(check-sat)
(pop 1)

(push 1)
; inside
(assert
 (not
  (forall ((a object) (b object))
   (=>
    (and (object.live.after a) (object.live.after b))
    (=>
     (and (object.descends.after a b) (not (= a b)))
     (and
      (and (not (object.kind.endpoint b)) (not (object.kind.frame b)) (not (object.kind.cnode b)))
      (<= (object.at b) (object.at a))
      (<= (+ (object.at a) (object.size a)) (+ (object.at b) (object.used b)))))))))
(check-sat)
(pop 1)

(push 1)
; apart
(assert
 (not
  (forall ((a object) (b object))
   (=>
    (and (object.live.after a) (object.live.after b))
    (=>
     (and (not (object.descends.after a b)) (not (object.descends.after b a)))
     (or (<= (+ (object.at a) (object.size a)) (object.at b)) (<= (+ (object.at b) (object.size b)) (object.at a))))))))
(check-sat)
(pop 1)

(push 1)
; fits
(assert
 (not
  (forall ((o object))
   (=>
    (object.live.after o)
    (and (<= (object.used o) (object.size o)) (<= (+ (object.at o) (object.size o)) 4294967296))))))
(check-sat)
(pop 1)

(push 1)
; named
(assert (not (forall ((o object)) (=> (object.live.after o) (=> (= (caps.after o) 0) (object.zombie.after o))))))
(check-sat)
(pop 1)

(push 1)
; nameless
(assert
 (not
  (forall ((o object))
   (=>
    (object.live.after o)
    (=>
     (object.zombie.after o)
     (and (= (caps.after o) 0) (and (not (object.kind.endpoint o)) (not (object.kind.frame o)) (object.kind.cnode o))))))))
(check-sat)
(pop 1)

(push 1)
; nodes
(assert
 (not
  (forall ((x object) (x!2 cte.slot))
   (=> (cte.live x x!2) (and (not (object.kind.endpoint x)) (not (object.kind.frame x)) (object.kind.cnode x))))))
(check-sat)
(pop 1)

(push 1)
; placed_once
(assert
 (not
  (forall ((x object) (x!2 cte.slot) (y object) (y!2 cte.slot))
   (=>
    (and (cte.live x x!2) (cte.live y y!2))
    (=> (forall ((same cap)) (= (cte.target x x!2 same) (cte.target y y!2 same))) (and (= x y) (= x!2 y!2)))))))
(check-sat)
(pop 1)

(push 1)
; rooted_once
(assert
 (not
  (forall ((x thread) (y thread))
   (=>
    (and (root.live.after x) (root.live.after y))
    (=> (forall ((same cap)) (= (root.target.after x same) (root.target.after y same))) (= x y))))))
(check-sat)
(pop 1)

(push 1)
; either_or
(assert
 (not
  (forall ((x object) (x!2 cte.slot) (y thread))
   (=>
    (and (cte.live x x!2) (root.live.after y))
    (not (forall ((same cap)) (= (cte.target x x!2 same) (root.target.after y same))))))))
(check-sat)
(pop 1)

(push 1)
; revoked
(assert false)
(check-sat)
(pop 1)

(push 1)
; revokes_only
(assert false)
(check-sat)
(pop 1)

(push 1)
; no_amplification
(assert
 (not
  (forall ((d cap) (o object))
   (=>
    (and (or (cap.live d) (cap.live.after d)) (or (object.live o) (object.live.after o)))
    (=>
     (and (cap.live.after d) (not (cap.live d)) (cap.target.after d o) (object.live o))
     (exists ((c cap))
      (and
       (cap.live.after c)
       (and
        (and (cap.live c) (cap.target c o))
        (and
         (=> (cap.rights.read d) (cap.rights.read c))
         (=> (cap.rights.write d) (cap.rights.write c))
         (=> (cap.rights.grant d) (cap.rights.grant c)))))))))))
(check-sat)
(pop 1)

(push 1)
; exit.defined
(assert
 (let ((it (=> (root.live t) (root.live t))))
  (let ((it!2 (=> (root.live t) (cap.live ground))))
   (let ((it!3 (cap.target ground ground!2)))
    (let ((it!4
           (and
            (root.live t)
            (=
             (-
              (+
               (caps ground!2)
               (ite (and (and (cap.live ground) (not (= ground ground))) (and it!3 (not (= ground ground)))) 1 0))
              (ite (and (cap.live ground) it!3) 1 0))
             0))))
     (let ((it!5 (exists ((x object) (x!2 cte.slot)) (and (cte.live x x!2) (= x ground!2)))))
      (not
       (and
        it
        it
        it!2
        it!2
        (=> (and it!4 it!5) (object.live ground!2))
        (=> (and it!4 (not it!5)) (object.live ground!2))
        (thread.live t)
        (>= now 0)
        (forall ((x object) (y object))
         (=> (object.descends.after x y) (and (object.live.after x) (object.live.after y))))
        (forall ((x object))
         (let ((it!6 (object.kind.endpoint x)))
          (and
           (not (and (object.kind.frame x) it!6))
           (not (and (object.kind.cnode x) it!6))
           (not (and (object.kind.cnode x) (object.kind.frame x))))))
        (forall ((x object)) (=> (object.live.after x) (and (>= (object.at x) 0) (<= (object.at x) 4294967295))))
        (forall ((x object)) (=> (object.live.after x) (and (>= (object.size x) 1) (<= (object.size x) 4294967295))))
        (forall ((x object)) (=> (object.live.after x) (and (>= (object.used x) 0) (<= (object.used x) 4294967295))))
        (forall ((x cap) (y object)) (=> (cap.target.after x y) (cap.live.after x)))
        (forall ((x cap) (y object) (z object)) (=> (and (cap.target.after x y) (cap.target.after x z)) (= y z)))
        (forall ((x cap)) (=> (cap.live.after x) (exists ((y object)) (cap.target.after x y))))
        (forall ((x cap) (y cap)) (=> (cap.descends.after x y) (and (cap.live.after x) (cap.live.after y))))
        (forall ((x cap)) (=> (cap.live.after x) (and (>= (cap.badge x) 0) (<= (cap.badge x) 268435455))))
        (forall ((x object) (x!2 cte.slot) (y cap)) (=> (cte.target x x!2 y) (cte.live x x!2)))
        (forall ((x object) (x!2 cte.slot) (y cap) (z cap))
         (=> (and (cte.target x x!2 y) (cte.target x x!2 z)) (= y z)))
        (forall ((x object) (x!2 cte.slot)) (=> (cte.live x x!2) (exists ((y cap)) (cte.target x x!2 y))))
        (forall ((x thread) (y cap)) (=> (root.target.after x y) (root.live.after x)))
        (forall ((x thread) (y cap) (z cap)) (=> (and (root.target.after x y) (root.target.after x z)) (= y z)))
        (forall ((x thread)) (=> (root.live.after x) (exists ((y cap)) (root.target.after x y))))))))))))
(check-sat)
(pop 1)

(push 1)
; revoked.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; revokes_only.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; no_amplification.defined
(assert
 (not
  (forall ((d cap) (o object))
   (=>
    (and (or (cap.live d) (cap.live.after d)) (or (object.live o) (object.live.after o)))
    (and
     (=> (cap.live.after d) (=> (not (cap.live d)) (cap.live.after d)))
     (=>
      (and (cap.live.after d) (not (cap.live d)) (cap.target.after d o) (object.live o))
      (forall ((c cap))
       (=>
        (cap.live.after c)
        (and
         (=> (cap.live c) (cap.live c))
         (=> (and (cap.live c) (cap.target c o)) (and (cap.live.after d) (cap.live c))))))))))))
(check-sat)
(pop 1)

(push 1)
; object.parent.refers
(assert
 (not
  (forall ((x object))
   (=> (object.live.after x) (forall ((named object)) (=> (object.descends.after x named) (object.live.after named)))))))
(check-sat)
(pop 1)

(push 1)
; object.forest
(assert
 (not
  (and
   (forall ((a object)) (=> (object.live.after a) (object.descends.after a a)))
   (forall ((a object) (b object) (c object))
    (=>
     (and (object.live.after a) (object.live.after b) (object.live.after c))
     (=> (and (object.descends.after a b) (object.descends.after b c)) (object.descends.after a c))))
   (forall ((a object) (b object))
    (=>
     (and (object.live.after a) (object.live.after b))
     (=> (and (object.descends.after a b) (object.descends.after b a)) (= a b))))
   (forall ((a object) (b object) (c object))
    (=>
     (and (object.live.after a) (object.live.after b) (object.live.after c))
     (=>
      (and (object.descends.after a b) (object.descends.after a c))
      (or (object.descends.after b c) (object.descends.after c b))))))))
(check-sat)
(pop 1)

(push 1)
; cap.target.refers
(assert
 (not
  (forall ((x cap))
   (=> (cap.live.after x) (forall ((target object)) (=> (cap.target.after x target) (object.live.after target)))))))
(check-sat)
(pop 1)

(push 1)
; cap.parent.refers
(assert
 (not
  (forall ((x cap))
   (=> (cap.live.after x) (forall ((named cap)) (=> (cap.descends.after x named) (cap.live.after named)))))))
(check-sat)
(pop 1)

(push 1)
; cap.forest
(assert
 (not
  (and
   (forall ((a cap)) (=> (cap.live.after a) (cap.descends.after a a)))
   (forall ((a cap) (b cap) (c cap))
    (=>
     (and (cap.live.after a) (cap.live.after b) (cap.live.after c))
     (=> (and (cap.descends.after a b) (cap.descends.after b c)) (cap.descends.after a c))))
   (forall ((a cap) (b cap))
    (=>
     (and (cap.live.after a) (cap.live.after b))
     (=> (and (cap.descends.after a b) (cap.descends.after b a)) (= a b))))
   (forall ((a cap) (b cap) (c cap))
    (=>
     (and (cap.live.after a) (cap.live.after b) (cap.live.after c))
     (=> (and (cap.descends.after a b) (cap.descends.after a c)) (or (cap.descends.after b c) (cap.descends.after c b))))))))
(check-sat)
(pop 1)

(push 1)
; cap.attenuates
(assert
 (not
  (forall ((a cap) (b cap))
   (=>
    (and (cap.live.after a) (cap.live.after b))
    (=>
     (cap.descends.after a b)
     (and
      (=> (cap.rights.read a) (cap.rights.read b))
      (=> (cap.rights.write a) (cap.rights.write b))
      (=> (cap.rights.grant a) (cap.rights.grant b))))))))
(check-sat)
(pop 1)

(push 1)
; cte.node.refers
(assert (not (forall ((x object) (x!2 cte.slot)) (=> (cte.live x x!2) (object.live.after x)))))
(check-sat)
(pop 1)

(push 1)
; cte.target.refers
(assert
 (not
  (forall ((x object) (x!2 cte.slot))
   (=> (cte.live x x!2) (forall ((target cap)) (=> (cte.target x x!2 target) (cap.live.after target)))))))
(check-sat)
(pop 1)

(push 1)
; root.thread.refers
(assert (not (forall ((x thread)) (=> (root.live.after x) (thread.live.after x)))))
(check-sat)
(pop 1)

(push 1)
; root.target.refers
(assert
 (not
  (forall ((x thread))
   (=> (root.live.after x) (forall ((target cap)) (=> (root.target.after x target) (cap.live.after target)))))))
(check-sat)
(pop 1)
