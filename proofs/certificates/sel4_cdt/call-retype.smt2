; sel4_cdt: what `retype` keeps. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort object 0)
(declare-sort cap 0)
(declare-sort cte.slot 0)
(declare-sort thread 0)
(declare-fun o () object)
(declare-fun object.live (object) Bool)
(declare-fun object.descends (object object) Bool)
(declare-fun ground () object)
(declare-fun k () Bool)
(declare-fun object.kind.endpoint (object) Bool)
(declare-fun k!2 () Bool)
(declare-fun object.kind.frame (object) Bool)
(declare-fun k!3 () Bool)
(declare-fun object.kind.cnode (object) Bool)
(declare-fun object.at (object) Int)
(declare-fun object.used (object) Int)
(declare-fun size () Int)
(declare-fun object.size (object) Int)
(declare-fun object.zombie (object) Bool)
(declare-fun d () cap)
(declare-fun cap.live (cap) Bool)
(declare-fun cap.target (cap object) Bool)
(declare-fun cap.rights.read (cap) Bool)
(declare-fun cap.rights.write (cap) Bool)
(declare-fun cap.rights.grant (cap) Bool)
(declare-fun cap.descends (cap cap) Bool)
(declare-fun ground!2 () cap)
(declare-fun cap.badge (cap) Int)
(declare-fun cap.revocable (cap) Bool)
(declare-fun m () object)
(declare-fun j () cte.slot)
(declare-fun cte.live (object cte.slot) Bool)
(declare-fun cte.target (object cte.slot cap) Bool)
(declare-fun caps (object) Int)
(declare-fun root.live (thread) Bool)
(declare-fun t () thread)
(declare-fun n () object)
(declare-fun root.target (thread cap) Bool)
(declare-fun i () cte.slot)
(declare-fun now () Int)
(declare-fun thread.live (thread) Bool)

; ---- the step, from the state before to the state after
(define-fun object.live.after ((x object)) Bool (or (= x o) (object.live x)))
(define-fun object.descends.after ((x object) (y object)) Bool
 (or (object.descends x y) (and (= x o) (or (= x y) (object.descends ground y)))))
(define-fun object.kind.endpoint.after ((x object)) Bool (ite (= x o) k (object.kind.endpoint x)))
(define-fun object.kind.frame.after ((x object)) Bool (ite (= x o) k!2 (object.kind.frame x)))
(define-fun object.kind.cnode.after ((x object)) Bool (ite (= x o) k!3 (object.kind.cnode x)))
(define-fun object.at.after ((x object)) Int
 (ite
  (= x o)
  (+
   (object.at ground)
   (ite
    (exists ((x!2 object)) (and (object.live x!2) (and (object.descends x!2 ground) (not (= x!2 ground)))))
    (object.used ground)
    0))
  (object.at x)))
(define-fun object.size.after ((x object)) Int (ite (= x o) size (object.size x)))
(define-fun object.used.after ((x object)) Int
 (ite
  (= x o)
  0
  (ite
   (= x ground)
   (+
    (ite
     (exists ((x!2 object)) (and (object.live x!2) (and (object.descends x!2 ground) (not (= x!2 ground)))))
     (object.used ground)
     0)
    size)
   (object.used x))))
(define-fun object.zombie.after ((x object)) Bool (and (not (= x o)) (object.zombie x)))
(define-fun cap.live.after ((x cap)) Bool (or (= x d) (cap.live x)))
(define-fun cap.target.after ((x cap) (y object)) Bool (ite (= x d) (= o y) (cap.target x y)))
(define-fun cap.rights.read.after ((x cap)) Bool (or (= x d) (cap.rights.read x)))
(define-fun cap.rights.write.after ((x cap)) Bool (or (= x d) (cap.rights.write x)))
(define-fun cap.rights.grant.after ((x cap)) Bool (or (= x d) (cap.rights.grant x)))
(define-fun cap.descends.after ((x cap) (y cap)) Bool
 (or (cap.descends x y) (and (= x d) (or (= x y) (cap.descends ground!2 y)))))
(define-fun cap.badge.after ((x cap)) Int (ite (= x d) 0 (cap.badge x)))
(define-fun cap.revocable.after ((x cap)) Bool (or (= x d) (cap.revocable x)))
(define-fun cte.live.after ((x object) (y cte.slot)) Bool (or (and (= x m) (= y j)) (cte.live x y)))
(define-fun cte.target.after ((x object) (y cte.slot) (z cap)) Bool
 (ite (and (= x m) (= y j)) (= d z) (cte.target x y z)))
(define-fun caps.after ((x object)) Int
 (-
  (+ (caps x) (ite (and (or (= d d) (cap.live d)) (ite (= d d) (= o x) (cap.target d x))) 1 0))
  (ite (and (cap.live d) (cap.target d x)) 1 0)))
(define-fun succeeds () Bool
 (and
  (and
   (and
    (and
     (and
      (and
       (and
        (and (not (object.kind.endpoint n)) (not (object.kind.frame n)) (object.kind.cnode n))
        (root.live t)
        (or
         (forall ((target cap)) (=> (root.target t target) (cap.target target n)))
         (exists ((x object) (x!2 cte.slot))
          (and
           (cte.live x x!2)
           (and
            (forall ((target cap)) (=> (cte.target x x!2 target) (cap.target target n)))
            (forall ((target cap)) (=> (root.target t target) (cap.target target x))))))))
       (and
        (and (not (object.kind.endpoint m)) (not (object.kind.frame m)) (object.kind.cnode m))
        (root.live t)
        (or
         (forall ((target cap)) (=> (root.target t target) (cap.target target m)))
         (exists ((x object) (x!2 cte.slot))
          (and
           (cte.live x x!2)
           (and
            (forall ((target cap)) (=> (cte.target x x!2 target) (cap.target target m)))
            (forall ((target cap)) (=> (root.target t target) (cap.target target x)))))))))
      (cte.live n i))
     (not (cte.live m j)))
    (and (not (object.kind.endpoint ground)) (not (object.kind.frame ground)) (not (object.kind.cnode ground))))
   (<=
    (+
     (ite
      (exists ((x object)) (and (object.live x) (and (object.descends x ground) (not (= x ground)))))
      (object.used ground)
      0)
     size)
    (object.size ground)))
  (and (not (object.live o)) (not (cap.live d)))))

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
 (forall ((c cap) (d!2 cap))
  (=>
   (and (cap.live c) (cap.live d!2))
   (=>
    (cap.descends d!2 c)
    (forall ((target object))
     (=>
      (cap.target d!2 target)
      (forall ((target!2 object)) (=> (cap.target c target!2) (object.descends target target!2)))))))))
; same_object
(assert
 (forall ((c cap) (d!2 cap))
  (=>
   (and (cap.live c) (cap.live d!2))
   (=>
    (and
     (cap.descends d!2 c)
     (not
      (forall ((target object))
       (=>
        (cap.target c target)
        (and (not (object.kind.endpoint target)) (not (object.kind.frame target)) (not (object.kind.cnode target)))))))
    (forall ((same object)) (= (cap.target d!2 same) (cap.target c same)))))))
; badged
(assert
 (forall ((c cap) (d!2 cap))
  (=>
   (and (cap.live c) (cap.live d!2))
   (=> (and (cap.descends d!2 c) (< 0 (cap.badge c))) (= (cap.badge d!2) (cap.badge c))))))
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
 (forall ((o!2 object))
  (=>
   (object.live o!2)
   (and (<= (object.used o!2) (object.size o!2)) (<= (+ (object.at o!2) (object.size o!2)) 4294967296)))))
; named
(assert (forall ((o!2 object)) (=> (object.live o!2) (=> (= (caps o!2) 0) (object.zombie o!2)))))
; nameless
(assert
 (forall ((o!2 object))
  (=>
   (object.live o!2)
   (=>
    (object.zombie o!2)
    (and (= (caps o!2) 0) (and (not (object.kind.endpoint o!2)) (not (object.kind.frame o!2)) (object.kind.cnode o!2)))))))
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
(assert (object.live n))
(assert (object.live m))
(assert (and (not (and k!2 k)) (not (and k!3 k)) (not (and k!3 k!2))))
(assert (and (>= size 1) (<= size 4294967295)))
(assert (thread.live t))
(assert (forall ((it cap)) (=> (cte.target n i it) (cte.target n i ground!2))))
(assert (forall ((it object)) (=> (cap.target ground!2 it) (cap.target ground!2 ground))))
(assert (or (= (caps o) 0) (exists ((counted cap)) (and (cap.live counted) (cap.target counted o)))))
; counts of the state after
(assert (forall ((group object)) (>= (caps.after group) 0)))
(assert
 (forall ((group object) (counted cap))
  (=> (and (cap.live.after counted) (cap.target.after counted group)) (>= (caps.after group) 1))))

(push 1)
; region
(assert
 (not
  (=>
   succeeds
   (forall ((c cap) (d!2 cap))
    (=>
     (and (cap.live.after c) (cap.live.after d!2))
     (=>
      (cap.descends.after d!2 c)
      (forall ((target object))
       (=>
        (cap.target.after d!2 target)
        (forall ((target!2 object)) (=> (cap.target.after c target!2) (object.descends.after target target!2)))))))))))
(check-sat)
(pop 1)

(push 1)
; same_object
(assert
 (not
  (=>
   succeeds
   (forall ((c cap) (d!2 cap))
    (=>
     (and (cap.live.after c) (cap.live.after d!2))
     (=>
      (and
       (cap.descends.after d!2 c)
       (not
        (forall ((target object))
         (=>
          (cap.target.after c target)
          (and
           (not (object.kind.endpoint.after target))
           (not (object.kind.frame.after target))
           (not (object.kind.cnode.after target)))))))
      (forall ((same object)) (= (cap.target.after d!2 same) (cap.target.after c same)))))))))
(check-sat)
(pop 1)

(push 1)
; badged
(assert
 (not
  (=>
   succeeds
   (forall ((c cap) (d!2 cap))
    (=>
     (and (cap.live.after c) (cap.live.after d!2))
     (=> (and (cap.descends.after d!2 c) (< 0 (cap.badge.after c))) (= (cap.badge.after d!2) (cap.badge.after c))))))))
(check-sat)
(pop 1)

(push 1)
; endpoints
(assert
 (not
  (=>
   succeeds
   (forall ((c cap))
    (=>
     (cap.live.after c)
     (=>
      (< 0 (cap.badge.after c))
      (forall ((target object))
       (=>
        (cap.target.after c target)
        (and
         (object.kind.endpoint.after target)
         (not (object.kind.frame.after target))
         (not (object.kind.cnode.after target)))))))))))
(check-sat)
(pop 1)

(push 1)
; whole
(assert
 (not
  (=>
   succeeds
   (forall ((c cap))
    (=>
     (cap.live.after c)
     (=>
      (exists ((target object))
       (and
        (cap.target.after c target)
        (and
         (not (object.kind.endpoint.after target))
         (not (object.kind.frame.after target))
         (not (object.kind.cnode.after target)))))
      (and (cap.rights.read.after c) (cap.rights.write.after c) (cap.rights.grant.after c))))))))
(check-sat)
(pop 1)

(push 1)
; inside
(assert
 (not
  (=>
   succeeds
   (forall ((a object) (b object))
    (=>
     (and (object.live.after a) (object.live.after b))
     (=>
      (and (object.descends.after a b) (not (= a b)))
      (and
       (and (not (object.kind.endpoint.after b)) (not (object.kind.frame.after b)) (not (object.kind.cnode.after b)))
       (<= (object.at.after b) (object.at.after a))
       (<= (+ (object.at.after a) (object.size.after a)) (+ (object.at.after b) (object.used.after b))))))))))
(check-sat)
(pop 1)

(push 1)
; apart
(assert
 (not
  (=>
   succeeds
   (forall ((a object) (b object))
    (=>
     (and (object.live.after a) (object.live.after b))
     (=>
      (and (not (object.descends.after a b)) (not (object.descends.after b a)))
      (or
       (<= (+ (object.at.after a) (object.size.after a)) (object.at.after b))
       (<= (+ (object.at.after b) (object.size.after b)) (object.at.after a)))))))))
(check-sat)
(pop 1)

(push 1)
; fits
(assert
 (not
  (=>
   succeeds
   (forall ((o!2 object))
    (=>
     (object.live.after o!2)
     (and
      (<= (object.used.after o!2) (object.size.after o!2))
      (<= (+ (object.at.after o!2) (object.size.after o!2)) 4294967296)))))))
(check-sat)
(pop 1)

(push 1)
; named
(assert
 (not
  (=>
   succeeds
   (forall ((o!2 object)) (=> (object.live.after o!2) (=> (= (caps.after o!2) 0) (object.zombie.after o!2)))))))
(check-sat)
(pop 1)

(push 1)
; nameless
(assert
 (not
  (=>
   succeeds
   (forall ((o!2 object))
    (=>
     (object.live.after o!2)
     (=>
      (object.zombie.after o!2)
      (and
       (= (caps.after o!2) 0)
       (and (not (object.kind.endpoint.after o!2)) (not (object.kind.frame.after o!2)) (object.kind.cnode.after o!2)))))))))
(check-sat)
(pop 1)

(push 1)
; nodes
(assert
 (not
  (=>
   succeeds
   (forall ((x object) (x!2 cte.slot))
    (=>
     (cte.live.after x x!2)
     (and (not (object.kind.endpoint.after x)) (not (object.kind.frame.after x)) (object.kind.cnode.after x)))))))
(check-sat)
(pop 1)

(push 1)
; placed_once
(assert
 (not
  (=>
   succeeds
   (forall ((x object) (x!2 cte.slot) (y object) (y!2 cte.slot))
    (=>
     (and (cte.live.after x x!2) (cte.live.after y y!2))
     (=>
      (forall ((same cap)) (= (cte.target.after x x!2 same) (cte.target.after y y!2 same)))
      (and (= x y) (= x!2 y!2))))))))
(check-sat)
(pop 1)

(push 1)
; rooted_once
(assert
 (not
  (=>
   succeeds
   (forall ((x thread) (y thread))
    (=>
     (and (root.live x) (root.live y))
     (=> (forall ((same cap)) (= (root.target x same) (root.target y same))) (= x y)))))))
(check-sat)
(pop 1)

(push 1)
; either_or
(assert
 (not
  (=>
   succeeds
   (forall ((x object) (x!2 cte.slot) (y thread))
    (=>
     (and (cte.live.after x x!2) (root.live y))
     (not (forall ((same cap)) (= (cte.target.after x x!2 same) (root.target y same)))))))))
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
  (=>
   succeeds
   (forall ((d!2 cap) (o!2 object))
    (=>
     (and (or (cap.live d!2) (cap.live.after d!2)) (or (object.live o!2) (object.live.after o!2)))
     (=>
      (and (cap.live.after d!2) (not (cap.live d!2)) (cap.target.after d!2 o!2) (object.live o!2))
      (exists ((c cap))
       (and
        (cap.live.after c)
        (and
         (and (cap.live c) (cap.target c o!2))
         (and
          (=> (cap.rights.read.after d!2) (cap.rights.read c))
          (=> (cap.rights.write.after d!2) (cap.rights.write c))
          (=> (cap.rights.grant.after d!2) (cap.rights.grant c))))))))))))
(check-sat)
(pop 1)

(push 1)
; retype.defined
(assert
 (let ((it (and (not (object.kind.endpoint n)) (not (object.kind.frame n)) (object.kind.cnode n))))
  (let ((it!2 (and (not (object.kind.endpoint m)) (not (object.kind.frame m)) (object.kind.cnode m))))
   (let ((it!3
          (and
           (and
            (and
             (and
              it
              (root.live t)
              (or
               (forall ((target cap)) (=> (root.target t target) (cap.target target n)))
               (exists ((x object) (x!2 cte.slot))
                (and
                 (cte.live x x!2)
                 (and
                  (forall ((target cap)) (=> (cte.target x x!2 target) (cap.target target n)))
                  (forall ((target cap)) (=> (root.target t target) (cap.target target x))))))))
             (and
              it!2
              (root.live t)
              (or
               (forall ((target cap)) (=> (root.target t target) (cap.target target m)))
               (exists ((x object) (x!2 cte.slot))
                (and
                 (cte.live x x!2)
                 (and
                  (forall ((target cap)) (=> (cte.target x x!2 target) (cap.target target m)))
                  (forall ((target cap)) (=> (root.target t target) (cap.target target x)))))))))
            (cte.live n i))
           (not (cte.live m j)))))
    (let ((it!4
           (and
            it!3
            (and (not (object.kind.endpoint ground)) (not (object.kind.frame ground)) (not (object.kind.cnode ground))))))
     (let ((it!5 (=> succeeds (object.live ground))))
      (let ((it!6
             (ite
              (exists ((x object)) (and (object.live x) (and (object.descends x ground) (not (= x ground)))))
              (object.used ground)
              0)))
       (let ((it!7 (+ (object.at ground) it!6)))
        (not
         (and
          (and
           (and
            (object.live n)
            (=>
             it
             (=>
              (root.live t)
              (and
               (and (root.live t) (forall ((target cap)) (=> (root.target t target) (cap.live target))))
               (or
                (forall ((target cap)) (=> (root.target t target) (cap.target target n)))
                (forall ((x object) (x!2 cte.slot))
                 (=>
                  (cte.live x x!2)
                  (and
                   (and (cte.live x x!2) (forall ((target cap)) (=> (cte.target x x!2 target) (cap.live target))))
                   (=>
                    (exists ((target cap)) (and (cte.target x x!2 target) (cap.target target n)))
                    (and (root.live t) (forall ((target cap)) (=> (root.target t target) (cap.live target)))))))))))))
           (=>
            (and
             it
             (root.live t)
             (or
              (exists ((target cap)) (and (root.target t target) (cap.target target n)))
              (exists ((x object) (x!2 cte.slot))
               (and
                (cte.live x x!2)
                (and
                 (exists ((target cap)) (and (cte.target x x!2 target) (cap.target target n)))
                 (exists ((target cap)) (and (root.target t target) (cap.target target x))))))))
            (and
             (object.live m)
             (=>
              it!2
              (=>
               (root.live t)
               (and
                (and (root.live t) (forall ((target cap)) (=> (root.target t target) (cap.live target))))
                (or
                 (forall ((target cap)) (=> (root.target t target) (cap.target target m)))
                 (forall ((x object) (x!2 cte.slot))
                  (=>
                   (cte.live x x!2)
                   (and
                    (and (cte.live x x!2) (forall ((target cap)) (=> (cte.target x x!2 target) (cap.live target))))
                    (=>
                     (exists ((target cap)) (and (cte.target x x!2 target) (cap.target target m)))
                     (and (root.live t) (forall ((target cap)) (=> (root.target t target) (cap.live target)))))))))))))))
          (=> it!3 (cte.live n i))
          (=> it!3 (cap.live ground!2))
          (=> it!3 (object.live ground))
          (=>
           it!4
           (=>
            (exists ((x object)) (and (object.live x) (and (object.descends x ground) (not (= x ground)))))
            (object.live ground)))
          (=> it!4 (object.live ground))
          it!5
          (=> succeeds (and (>= (+ it!6 size) 0) (<= (+ it!6 size) 4294967295)))
          it!5
          (=> succeeds (and (>= it!7 0) (<= it!7 4294967295)))
          (=> succeeds (forall ((parent object)) (=> (= ground parent) (object.live parent))))
          (=> succeeds (forall ((parent cap)) (=> (= ground!2 parent) (cap.live parent))))
          (=> succeeds (not (cte.live m j)))
          (=> succeeds (>= now 0))
          (=>
           succeeds
           (forall ((x object) (y object))
            (=> (object.descends.after x y) (and (object.live.after x) (object.live.after y)))))
          (=>
           succeeds
           (forall ((x object))
            (let ((it!8 (object.kind.frame.after x)))
             (let ((it!9 (object.kind.endpoint.after x)))
              (let ((it!10 (object.kind.cnode.after x)))
               (and (not (and it!8 it!9)) (not (and it!10 it!9)) (not (and it!10 it!8))))))))
          (=>
           succeeds
           (forall ((x object))
            (=> (object.live.after x) (and (>= (object.at.after x) 0) (<= (object.at.after x) 4294967295)))))
          (=>
           succeeds
           (forall ((x object))
            (=> (object.live.after x) (and (>= (object.size.after x) 1) (<= (object.size.after x) 4294967295)))))
          (=>
           succeeds
           (forall ((x object))
            (=> (object.live.after x) (and (>= (object.used.after x) 0) (<= (object.used.after x) 4294967295)))))
          (=> succeeds (forall ((x cap) (y object)) (=> (cap.target.after x y) (cap.live.after x))))
          (=>
           succeeds
           (forall ((x cap) (y object) (z object)) (=> (and (cap.target.after x y) (cap.target.after x z)) (= y z))))
          (=> succeeds (forall ((x cap)) (=> (cap.live.after x) (exists ((y object)) (cap.target.after x y)))))
          (=>
           succeeds
           (forall ((x cap) (y cap)) (=> (cap.descends.after x y) (and (cap.live.after x) (cap.live.after y)))))
          (=>
           succeeds
           (forall ((x cap))
            (=> (cap.live.after x) (and (>= (cap.badge.after x) 0) (<= (cap.badge.after x) 268435455)))))
          (=>
           succeeds
           (forall ((x object) (x!2 cte.slot) (y cap)) (=> (cte.target.after x x!2 y) (cte.live.after x x!2))))
          (=>
           succeeds
           (forall ((x object) (x!2 cte.slot) (y cap) (z cap))
            (=> (and (cte.target.after x x!2 y) (cte.target.after x x!2 z)) (= y z))))
          (=>
           succeeds
           (forall ((x object) (x!2 cte.slot))
            (=> (cte.live.after x x!2) (exists ((y cap)) (cte.target.after x x!2 y)))))
          (=> succeeds (forall ((x thread) (y cap)) (=> (root.target x y) (root.live x))))
          (=> succeeds (forall ((x thread) (y cap) (z cap)) (=> (and (root.target x y) (root.target x z)) (= y z))))
          (=> succeeds (forall ((x thread)) (=> (root.live x) (exists ((y cap)) (root.target x y)))))))))))))))
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
  (=>
   succeeds
   (forall ((d!2 cap) (o!2 object))
    (=>
     (and (or (cap.live d!2) (cap.live.after d!2)) (or (object.live o!2) (object.live.after o!2)))
     (and
      (=> (cap.live.after d!2) (=> (not (cap.live d!2)) (cap.live.after d!2)))
      (=>
       (and (cap.live.after d!2) (not (cap.live d!2)) (cap.target.after d!2 o!2) (object.live o!2))
       (forall ((c cap))
        (=>
         (cap.live.after c)
         (and
          (=> (cap.live c) (cap.live c))
          (=> (and (cap.live c) (cap.target c o!2)) (and (cap.live.after d!2) (cap.live c)))))))))))))
(check-sat)
(pop 1)

(push 1)
; object.parent.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x object))
    (=> (object.live.after x) (forall ((named object)) (=> (object.descends.after x named) (object.live.after named))))))))
(check-sat)
(pop 1)

(push 1)
; object.forest
(assert
 (not
  (=>
   succeeds
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
       (or (object.descends.after b c) (object.descends.after c b)))))))))
(check-sat)
(pop 1)

(push 1)
; cap.target.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x cap))
    (=> (cap.live.after x) (forall ((target object)) (=> (cap.target.after x target) (object.live.after target))))))))
(check-sat)
(pop 1)

(push 1)
; cap.parent.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x cap))
    (=> (cap.live.after x) (forall ((named cap)) (=> (cap.descends.after x named) (cap.live.after named))))))))
(check-sat)
(pop 1)

(push 1)
; cap.forest
(assert
 (not
  (=>
   succeeds
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
      (=>
       (and (cap.descends.after a b) (cap.descends.after a c))
       (or (cap.descends.after b c) (cap.descends.after c b)))))))))
(check-sat)
(pop 1)

(push 1)
; cap.attenuates
(assert
 (not
  (=>
   succeeds
   (forall ((a cap) (b cap))
    (=>
     (and (cap.live.after a) (cap.live.after b))
     (=>
      (cap.descends.after a b)
      (and
       (=> (cap.rights.read.after a) (cap.rights.read.after b))
       (=> (cap.rights.write.after a) (cap.rights.write.after b))
       (=> (cap.rights.grant.after a) (cap.rights.grant.after b)))))))))
(check-sat)
(pop 1)

(push 1)
; cte.node.refers
(assert (not (=> succeeds (forall ((x object) (x!2 cte.slot)) (=> (cte.live.after x x!2) (object.live.after x))))))
(check-sat)
(pop 1)

(push 1)
; cte.target.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x object) (x!2 cte.slot))
    (=> (cte.live.after x x!2) (forall ((target cap)) (=> (cte.target.after x x!2 target) (cap.live.after target))))))))
(check-sat)
(pop 1)

(push 1)
; root.thread.refers
(assert (not (=> succeeds (forall ((x thread)) (=> (root.live x) (thread.live x))))))
(check-sat)
(pop 1)

(push 1)
; root.target.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x thread)) (=> (root.live x) (forall ((target cap)) (=> (root.target x target) (cap.live.after target))))))))
(check-sat)
(pop 1)
