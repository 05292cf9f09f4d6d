; sel4_cdt: what holds in every state. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort object 0)
(declare-sort cap 0)
(declare-sort cte.slot 0)
(declare-sort thread 0)
(declare-fun now () Int)
(declare-fun object.descends (object object) Bool)
(declare-fun object.live (object) Bool)
(declare-fun object.kind.frame (object) Bool)
(declare-fun object.kind.endpoint (object) Bool)
(declare-fun object.kind.cnode (object) Bool)
(declare-fun object.at (object) Int)
(declare-fun object.size (object) Int)
(declare-fun object.used (object) Int)
(declare-fun cap.target (cap object) Bool)
(declare-fun cap.live (cap) Bool)
(declare-fun cap.descends (cap cap) Bool)
(declare-fun cap.badge (cap) Int)
(declare-fun cte.target (object cte.slot cap) Bool)
(declare-fun cte.live (object cte.slot) Bool)
(declare-fun root.target (thread cap) Bool)
(declare-fun root.live (thread) Bool)
(declare-fun cap.rights.read (cap) Bool)
(declare-fun cap.rights.write (cap) Bool)
(declare-fun cap.rights.grant (cap) Bool)
(declare-fun caps (object) Int)
(declare-fun object.zombie (object) Bool)
(declare-fun thread.live (thread) Bool)

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

(push 1)
; region.defined
(assert
 (not
  (forall ((c cap) (d cap))
   (=> (and (cap.live c) (cap.live d)) (=> (cap.descends d c) (and (cap.live d) (cap.live c)))))))
(check-sat)
(pop 1)

(push 1)
; same_object.defined
(assert
 (not
  (forall ((c cap) (d cap))
   (=>
    (and (cap.live c) (cap.live d))
    (and
     (=>
      (cap.descends d c)
      (and (cap.live c) (forall ((target object)) (=> (cap.target c target) (object.live target)))))
     (=>
      (and
       (cap.descends d c)
       (not
        (forall ((target object))
         (=>
          (cap.target c target)
          (and (not (object.kind.endpoint target)) (not (object.kind.frame target)) (not (object.kind.cnode target)))))))
      (and (cap.live d) (cap.live c))))))))
(check-sat)
(pop 1)

(push 1)
; badged.defined
(assert
 (not
  (forall ((c cap) (d cap))
   (=>
    (and (cap.live c) (cap.live d))
    (and
     (=> (cap.descends d c) (cap.live c))
     (=> (and (cap.descends d c) (< 0 (cap.badge c))) (and (cap.live d) (cap.live c))))))))
(check-sat)
(pop 1)

(push 1)
; endpoints.defined
(assert
 (not
  (forall ((c cap))
   (=>
    (cap.live c)
    (and
     (cap.live c)
     (=>
      (< 0 (cap.badge c))
      (and (cap.live c) (forall ((target object)) (=> (cap.target c target) (object.live target))))))))))
(check-sat)
(pop 1)

(push 1)
; whole.defined
(assert
 (not
  (forall ((c cap))
   (=>
    (cap.live c)
    (and
     (and (cap.live c) (forall ((target object)) (=> (cap.target c target) (object.live target))))
     (=>
      (exists ((target object))
       (and
        (cap.target c target)
        (and (not (object.kind.endpoint target)) (not (object.kind.frame target)) (not (object.kind.cnode target)))))
      (cap.live c)))))))
(check-sat)
(pop 1)

(push 1)
; inside.defined
(assert
 (not
  (forall ((a object) (b object))
   (=>
    (and (object.live a) (object.live b))
    (=>
     (and (object.descends a b) (not (= a b)))
     (and
      (object.live b)
      (=>
       (and (not (object.kind.endpoint b)) (not (object.kind.frame b)) (not (object.kind.cnode b)))
       (and
        (and (object.live b) (object.live a))
        (=>
         (<= (object.at b) (object.at a))
         (and (and (object.live a) (object.live a)) (and (object.live b) (object.live b))))))))))))
(check-sat)
(pop 1)

(push 1)
; apart.defined
(assert
 (not
  (forall ((a object) (b object))
   (=>
    (and (object.live a) (object.live b))
    (=>
     (and (not (object.descends a b)) (not (object.descends b a)))
     (and
      (and (and (object.live a) (object.live a)) (object.live b))
      (or
       (<= (+ (object.at a) (object.size a)) (object.at b))
       (and (and (object.live b) (object.live b)) (object.live a)))))))))
(check-sat)
(pop 1)

(push 1)
; fits.defined
(assert
 (not
  (forall ((o object))
   (let ((it (and (object.live o) (object.live o))))
    (=> (object.live o) (and it (=> (<= (object.used o) (object.size o)) it)))))))
(check-sat)
(pop 1)

(push 1)
; named.defined
(assert (not (forall ((o object)) (=> (object.live o) (=> (= (caps o) 0) (object.live o))))))
(check-sat)
(pop 1)

(push 1)
; nameless.defined
(assert
 (not
  (forall ((o object))
   (=> (object.live o) (and (object.live o) (=> (object.zombie o) (=> (= (caps o) 0) (object.live o))))))))
(check-sat)
(pop 1)

(push 1)
; nodes.defined
(assert (not (forall ((x object) (x!2 cte.slot)) (=> (cte.live x x!2) (object.live x)))))
(check-sat)
(pop 1)

(push 1)
; placed_once.defined
(assert
 (not
  (forall ((x object) (x!2 cte.slot) (y object) (y!2 cte.slot))
   (let ((it (and (cte.live x x!2) (cte.live y y!2)))) (=> it it)))))
(check-sat)
(pop 1)

(push 1)
; rooted_once.defined
(assert (not (forall ((x thread) (y thread)) (let ((it (and (root.live x) (root.live y)))) (=> it it)))))
(check-sat)
(pop 1)

(push 1)
; either_or.defined
(assert
 (not (forall ((x object) (x!2 cte.slot) (y thread)) (let ((it (and (cte.live x x!2) (root.live y)))) (=> it it)))))
(check-sat)
(pop 1)

(push 1)
; half_revoked.defined
(assert
 (not
  (forall ((c cap) (d cap))
   (=>
    (and (cap.live c) (cap.live d))
    (=>
     (and (cap.descends d c) (not (= d c)))
     (and
      (and (cap.live c) (forall ((target object)) (=> (cap.target c target) (object.live target))))
      (=>
       (exists ((target object))
        (and
         (cap.target c target)
         (and (not (object.kind.endpoint target)) (not (object.kind.frame target)) (not (object.kind.cnode target)))))
       (cap.live d))))))))
(check-sat)
(pop 1)

(push 1)
; reaped_later.defined
(assert (not (forall ((o object)) (=> (object.live o) (object.live o)))))
(check-sat)
(pop 1)
