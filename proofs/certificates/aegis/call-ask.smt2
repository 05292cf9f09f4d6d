; aegis: what `ask` keeps. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort page 0)
(declare-sort env 0)
(declare-sort cap 0)
(declare-sort pte.slot 0)
(declare-sort lost.slot 0)
(declare-fun p () page)
(declare-fun page.phase.ask (page) Bool)
(declare-fun page.phase.warn (page) Bool)
(declare-fun now () Int)
(declare-fun page.deadline (page) Int)
(declare-fun page.since (page) Int)
(declare-fun page.entered (page) Int)
(declare-fun page.owner (page env) Bool)
(declare-fun page.critical (page) Bool)
(declare-fun cap.target (cap page) Bool)
(declare-fun cap.live (cap) Bool)
(declare-fun cap.holder (cap env) Bool)
(declare-fun cap.descends (cap cap) Bool)
(declare-fun pte.target (env pte.slot page) Bool)
(declare-fun pte.live (env pte.slot) Bool)
(declare-fun pte.via (env pte.slot cap) Bool)
(declare-fun lost.page (env lost.slot page) Bool)
(declare-fun lost.live (env lost.slot) Bool)
(declare-fun env.live (env) Bool)
(declare-fun critical (env) Int)
(declare-fun pte.rights.read (env pte.slot) Bool)
(declare-fun cap.rights.read (cap) Bool)
(declare-fun pte.rights.write (env pte.slot) Bool)
(declare-fun cap.rights.write (cap) Bool)
(declare-fun cap.rights.grant (cap) Bool)

; ---- the step, from the state before to the state after
(define-fun page.phase.ask.after ((x page)) Bool (or (= x p) (page.phase.ask x)))
(define-fun page.phase.warn.after ((x page)) Bool (and (not (= x p)) (page.phase.warn x)))
(define-fun page.deadline.after ((x page)) Int (ite (= x p) (+ now 1000) (page.deadline x)))
(define-fun page.since.after ((x page)) Int
 (ite (and (not (page.phase.ask p)) (not (page.phase.warn p))) (ite (= x p) now (page.since x)) (page.since x)))
(define-fun page.entered.after ((x page)) Int (ite (= x p) now (page.entered x)))
(define-fun emitted.reclaim ((x env) (y page)) Bool (and (page.owner p x) (= p y)))
(define-fun succeeds () Bool
 (and
  (and (not (forall ((some env)) (not (page.owner p some)))) (and (not (page.phase.ask p)) (not (page.phase.warn p))))
  (not (page.critical p))))

; ---- what is assumed
; what the types say
(assert (>= now 0))
(assert (forall ((x page) (y env) (z env)) (=> (and (page.owner x y) (page.owner x z)) (= y z))))
(assert (forall ((x page)) (not (and (page.phase.warn x) (page.phase.ask x)))))
(assert (forall ((x page)) (>= (page.deadline x) 0)))
(assert (forall ((x page)) (>= (page.since x) 0)))
(assert (forall ((x page)) (>= (page.entered x) 0)))
(assert (forall ((x cap) (y page)) (=> (cap.target x y) (cap.live x))))
(assert (forall ((x cap) (y page) (z page)) (=> (and (cap.target x y) (cap.target x z)) (= y z))))
(assert (forall ((x cap)) (=> (cap.live x) (exists ((y page)) (cap.target x y)))))
(assert (forall ((x cap) (y env)) (=> (cap.holder x y) (cap.live x))))
(assert (forall ((x cap) (y env) (z env)) (=> (and (cap.holder x y) (cap.holder x z)) (= y z))))
(assert (forall ((x cap)) (=> (cap.live x) (exists ((y env)) (cap.holder x y)))))
(assert (forall ((x cap) (y cap)) (=> (cap.descends x y) (and (cap.live x) (cap.live y)))))
(assert (forall ((x env) (x!2 pte.slot) (y page)) (=> (pte.target x x!2 y) (pte.live x x!2))))
(assert
 (forall ((x env) (x!2 pte.slot) (y page) (z page)) (=> (and (pte.target x x!2 y) (pte.target x x!2 z)) (= y z))))
(assert (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (exists ((y page)) (pte.target x x!2 y)))))
(assert (forall ((x env) (x!2 pte.slot) (y cap)) (=> (pte.via x x!2 y) (pte.live x x!2))))
(assert (forall ((x env) (x!2 pte.slot) (y cap) (z cap)) (=> (and (pte.via x x!2 y) (pte.via x x!2 z)) (= y z))))
(assert (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (exists ((y cap)) (pte.via x x!2 y)))))
(assert (forall ((x env) (x!2 lost.slot) (y page)) (=> (lost.page x x!2 y) (lost.live x x!2))))
(assert (forall ((x env) (x!2 lost.slot) (y page) (z page)) (=> (and (lost.page x x!2 y) (lost.page x x!2 z)) (= y z))))
(assert (forall ((x env) (x!2 lost.slot)) (=> (lost.live x x!2) (exists ((y page)) (lost.page x x!2 y)))))
; promise
(assert (forall ((e env)) (=> (env.live e) (<= (critical e) 4))))
; no_dangling_mapping
(assert
 (forall ((m env) (m!2 pte.slot))
  (=>
   (pte.live m m!2)
   (and
    (not (exists ((target page)) (and (pte.target m m!2 target) (forall ((some env)) (not (page.owner target some))))))
    (forall ((via cap))
     (=>
      (pte.via m m!2 via)
      (and (=> (pte.rights.read m m!2) (cap.rights.read via)) (=> (pte.rights.write m m!2) (cap.rights.write via)))))))))
; promised
(assert (forall ((p!2 page)) (=> (page.critical p!2) (not (forall ((some env)) (not (page.owner p!2 some)))))))
; page.owner.refers
(assert (forall ((x page)) (forall ((named env)) (=> (page.owner x named) (env.live named)))))
; cap.holder.refers
(assert (forall ((x cap)) (=> (cap.live x) (forall ((holder env)) (=> (cap.holder x holder) (env.live holder))))))
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
; cap.target_held
(assert
 (forall ((c cap))
  (=>
   (cap.live c)
   (not (exists ((target page)) (and (cap.target c target) (forall ((some env)) (not (page.owner target some)))))))))
; cap.same_target
(assert
 (forall ((a cap) (b cap))
  (=>
   (and (cap.live a) (cap.live b))
   (=> (cap.descends a b) (forall ((same page)) (= (cap.target a same) (cap.target b same)))))))
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
; pte.env.refers
(assert (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (env.live x))))
; pte.via.refers
(assert
 (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (forall ((via cap)) (=> (pte.via x x!2 via) (cap.live via))))))
; pte.justified
(assert
 (forall ((m env) (m!2 pte.slot))
  (=>
   (pte.live m m!2)
   (and
    (forall ((via cap)) (=> (pte.via m m!2 via) (cap.live via)))
    (forall ((same page))
     (= (exists ((via cap)) (and (pte.via m m!2 via) (cap.target via same))) (pte.target m m!2 same)))
    (forall ((via cap))
     (=>
      (pte.via m m!2 via)
      (and (=> (pte.rights.read m m!2) (cap.rights.read via)) (=> (pte.rights.write m m!2) (cap.rights.write via)))))
    (forall ((via cap)) (=> (pte.via m m!2 via) (cap.holder via m)))))))
; pte.no_dangling
(assert
 (forall ((m env) (m!2 pte.slot))
  (=>
   (pte.live m m!2)
   (not (exists ((target page)) (and (pte.target m m!2 target) (forall ((some env)) (not (page.owner target some)))))))))
; lost.env.refers
(assert (forall ((x env) (x!2 lost.slot)) (=> (lost.live x x!2) (env.live x))))
; page.idle_when_free
(assert
 (forall ((p!2 page))
  (=> (forall ((some env)) (not (page.owner p!2 some))) (and (not (page.phase.ask p!2)) (not (page.phase.warn p!2))))))
; page.deadline
(assert
 (forall ((p!2 page))
  (let ((it (not (page.phase.warn p!2))))
   (let ((it!2 (not (page.phase.ask p!2))))
    (and
     (=>
      (and (page.phase.ask p!2) it)
      (and (<= (page.deadline p!2) (+ (page.since p!2) 1000)) (<= (+ (page.entered p!2) 1000) (page.deadline p!2))))
     (=>
      (and it!2 (page.phase.warn p!2))
      (and (<= (page.deadline p!2) (+ (page.since p!2) 1060)) (<= (+ (page.entered p!2) 50) (page.deadline p!2))))
     (=>
      (not (and it!2 it))
      (and (<= (page.since p!2) (page.entered p!2)) (<= (page.entered p!2) now) (<= now (+ (page.deadline p!2) 10)))))))))
; page.spared
(assert (forall ((p!2 page)) (=> (page.critical p!2) (and (not (page.phase.ask p!2)) (not (page.phase.warn p!2))))))
; page.bounded
(assert
 (forall ((p!2 page))
  (and
   (=> (and (page.phase.ask p!2) (not (page.phase.warn p!2))) (<= now (+ (page.since p!2) 1010)))
   (=> (and (not (page.phase.ask p!2)) (page.phase.warn p!2)) (<= now (+ (page.since p!2) 1070))))))
; counts of the state before
(assert (forall ((group env)) (>= (critical group) 0)))
(assert
 (forall ((group env) (counted page))
  (=> (and (page.owner counted group) (page.critical counted)) (>= (critical group) 1))))
; counts of the state after
(assert (forall ((group env)) (>= (critical group) 0)))
(assert
 (forall ((group env) (counted page))
  (=> (and (page.owner counted group) (page.critical counted)) (>= (critical group) 1))))

(push 1)
; promise
(assert (not (=> succeeds (forall ((e env)) (=> (env.live e) (<= (critical e) 4))))))
(check-sat)
(pop 1)

(push 1)
; no_dangling_mapping
(assert
 (not
  (=>
   succeeds
   (forall ((m env) (m!2 pte.slot))
    (=>
     (pte.live m m!2)
     (and
      (not
       (exists ((target page)) (and (pte.target m m!2 target) (forall ((some env)) (not (page.owner target some))))))
      (forall ((via cap))
       (=>
        (pte.via m m!2 via)
        (and (=> (pte.rights.read m m!2) (cap.rights.read via)) (=> (pte.rights.write m m!2) (cap.rights.write via)))))))))))
(check-sat)
(pop 1)

(push 1)
; promised
(assert
 (not
  (=> succeeds (forall ((p!2 page)) (=> (page.critical p!2) (not (forall ((some env)) (not (page.owner p!2 some)))))))))
(check-sat)
(pop 1)

(push 1)
; delegated
(assert
 (not
  (=>
   succeeds
   (forall ((d cap) (c cap))
    (=>
     (and (or (cap.live d) (cap.live d)) (or (cap.live c) (cap.live c)))
     (=>
      (and
       (cap.live d)
       (not (cap.live d))
       (and
        (cap.descends d c)
        (not (= d c))
        (forall ((ancestor cap)) (=> (and (cap.descends d ancestor) (not (= d ancestor))) (cap.descends c ancestor)))))
      (and
       (cap.live c)
       (cap.rights.grant c)
       (forall ((target page))
        (=> (cap.target c target) (and (not (page.phase.ask target)) (not (page.phase.warn target))))))))))))
(check-sat)
(pop 1)

(push 1)
; no_remap
(assert false)
(check-sat)
(pop 1)

(push 1)
; revoked
(assert false)
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
  (=>
   succeeds
   (forall ((p!2 page))
    (let ((it (page.phase.ask.after p!2)))
     (let ((it!2 (page.phase.warn.after p!2)))
      (and
       (=>
        (and (and it (not it!2)) (not (and (page.phase.ask p!2) (not (page.phase.warn p!2)))))
        (forall ((owner env)) (=> (page.owner p!2 owner) (emitted.reclaim owner p!2))))
       (=>
        (and (and (not it) it!2) (not (and (not (page.phase.ask p!2)) (page.phase.warn p!2))))
        (forall ((owner env)) (not (page.owner p!2 owner)))))))))))
(check-sat)
(pop 1)

(push 1)
; accounted
(assert false)
(check-sat)
(pop 1)

(push 1)
; evicted
(assert
 (not
  (=>
   succeeds
   (forall ((e env))
    (=>
     (or (env.live e) (env.live e))
     (=>
      (and (env.live e) (not (env.live e)))
      (exists ((p!2 page))
       (let ((it (not (page.phase.ask p!2))))
        (and
         (page.owner p!2 e)
         (and it (page.phase.warn p!2))
         (and (not (and it (not (page.phase.warn p!2)))) (< (page.deadline p!2) now))
         (forall ((free lost.slot)) (lost.live e free)))))))))))
(check-sat)
(pop 1)

(push 1)
; ask.defined
(assert
 (let ((it (=> succeeds (>= now 0))))
  (not
   (and
    (=> succeeds (=> (and (not (page.phase.ask p)) (not (page.phase.warn p))) (>= now 0)))
    (=> succeeds (>= (+ now 1000) 0))
    it
    (=> succeeds (exists ((there env)) (page.owner p there)))
    it
    (=> succeeds (forall ((x page) (y env) (z env)) (=> (and (page.owner x y) (page.owner x z)) (= y z))))
    (=> succeeds (forall ((x page)) (not (and (page.phase.warn.after x) (page.phase.ask.after x)))))
    (=> succeeds (forall ((x page)) (>= (page.deadline.after x) 0)))
    (=> succeeds (forall ((x page)) (>= (page.since.after x) 0)))
    (=> succeeds (forall ((x page)) (>= (page.entered.after x) 0)))
    (=> succeeds (forall ((x cap) (y page)) (=> (cap.target x y) (cap.live x))))
    (=> succeeds (forall ((x cap) (y page) (z page)) (=> (and (cap.target x y) (cap.target x z)) (= y z))))
    (=> succeeds (forall ((x cap)) (=> (cap.live x) (exists ((y page)) (cap.target x y)))))
    (=> succeeds (forall ((x cap) (y env)) (=> (cap.holder x y) (cap.live x))))
    (=> succeeds (forall ((x cap) (y env) (z env)) (=> (and (cap.holder x y) (cap.holder x z)) (= y z))))
    (=> succeeds (forall ((x cap)) (=> (cap.live x) (exists ((y env)) (cap.holder x y)))))
    (=> succeeds (forall ((x cap) (y cap)) (=> (cap.descends x y) (and (cap.live x) (cap.live y)))))
    (=> succeeds (forall ((x env) (x!2 pte.slot) (y page)) (=> (pte.target x x!2 y) (pte.live x x!2))))
    (=>
     succeeds
     (forall ((x env) (x!2 pte.slot) (y page) (z page)) (=> (and (pte.target x x!2 y) (pte.target x x!2 z)) (= y z))))
    (=> succeeds (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (exists ((y page)) (pte.target x x!2 y)))))
    (=> succeeds (forall ((x env) (x!2 pte.slot) (y cap)) (=> (pte.via x x!2 y) (pte.live x x!2))))
    (=>
     succeeds
     (forall ((x env) (x!2 pte.slot) (y cap) (z cap)) (=> (and (pte.via x x!2 y) (pte.via x x!2 z)) (= y z))))
    (=> succeeds (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (exists ((y cap)) (pte.via x x!2 y)))))
    (=> succeeds (forall ((x env) (x!2 lost.slot) (y page)) (=> (lost.page x x!2 y) (lost.live x x!2))))
    (=>
     succeeds
     (forall ((x env) (x!2 lost.slot) (y page) (z page)) (=> (and (lost.page x x!2 y) (lost.page x x!2 z)) (= y z))))
    (=> succeeds (forall ((x env) (x!2 lost.slot)) (=> (lost.live x x!2) (exists ((y page)) (lost.page x x!2 y)))))))))
(check-sat)
(pop 1)

(push 1)
; delegated.defined
(assert
 (not
  (=>
   succeeds
   (forall ((d cap) (c cap))
    (=>
     (and (or (cap.live d) (cap.live d)) (or (cap.live c) (cap.live c)))
     (and
      (=> (cap.live d) (=> (not (cap.live d)) (cap.live d)))
      (=>
       (and
        (cap.live d)
        (not (cap.live d))
        (and
         (cap.descends d c)
         (not (= d c))
         (forall ((ancestor cap)) (=> (and (cap.descends d ancestor) (not (= d ancestor))) (cap.descends c ancestor)))))
       (=> (cap.live c) (and (cap.live c) (=> (cap.rights.grant c) (cap.live c)))))))))))
(check-sat)
(pop 1)

(push 1)
; no_remap.defined
(assert
 (not
  (=>
   succeeds
   (forall ((m env) (m!2 pte.slot))
    (let ((it (and (pte.live m m!2) (pte.live m m!2)))) (=> (or (pte.live m m!2) (pte.live m m!2)) (=> it it)))))))
(check-sat)
(pop 1)

(push 1)
; revoked.defined
(assert false)
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
  (=>
   succeeds
   (forall ((p!2 page))
    (let ((it (page.phase.ask.after p!2)))
     (let ((it!2 (page.phase.warn.after p!2)))
      (let ((it!3 (and (and it (not it!2)) (not (and (page.phase.ask p!2) (not (page.phase.warn p!2)))))))
       (and
        (=> it!3 (exists ((there env)) (page.owner p!2 there)))
        (=>
         (=> it!3 (exists ((owner env)) (and (page.owner p!2 owner) (emitted.reclaim owner p!2))))
         (=>
          (and (and (not it) it!2) (not (and (not (page.phase.ask p!2)) (page.phase.warn p!2))))
          (exists ((there env)) (page.owner p!2 there))))))))))))
(check-sat)
(pop 1)

(push 1)
; accounted.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; evicted.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; page.owner.refers
(assert (not (=> succeeds (forall ((x page)) (forall ((named env)) (=> (page.owner x named) (env.live named)))))))
(check-sat)
(pop 1)

(push 1)
; page.reclaimed
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 page) (e env))
    (=>
     (or (env.live e) (env.live e))
     (=>
      (and (page.owner p!2 e) (not (page.owner p!2 e)))
      (and
       (not (exists ((c cap)) (and (cap.live c) (cap.target c p!2))))
       (not (exists ((c env) (c!2 pte.slot)) (and (pte.live c c!2) (pte.target c c!2 p!2)))))))))))
(check-sat)
(pop 1)

(push 1)
; cap.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; cap.holder.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x cap)) (=> (cap.live x) (forall ((holder env)) (=> (cap.holder x holder) (env.live holder))))))))
(check-sat)
(pop 1)

(push 1)
; cap.parent.refers
(assert
 (not
  (=> succeeds (forall ((x cap)) (=> (cap.live x) (forall ((named cap)) (=> (cap.descends x named) (cap.live named))))))))
(check-sat)
(pop 1)

(push 1)
; cap.forest
(assert
 (not
  (=>
   succeeds
   (and
    (forall ((a cap)) (=> (cap.live a) (cap.descends a a)))
    (forall ((a cap) (b cap) (c cap))
     (=>
      (and (cap.live a) (cap.live b) (cap.live c))
      (=> (and (cap.descends a b) (cap.descends b c)) (cap.descends a c))))
    (forall ((a cap) (b cap))
     (=> (and (cap.live a) (cap.live b)) (=> (and (cap.descends a b) (cap.descends b a)) (= a b))))
    (forall ((a cap) (b cap) (c cap))
     (=>
      (and (cap.live a) (cap.live b) (cap.live c))
      (=> (and (cap.descends a b) (cap.descends a c)) (or (cap.descends b c) (cap.descends c b)))))))))
(check-sat)
(pop 1)

(push 1)
; cap.target_held
(assert
 (not
  (=>
   succeeds
   (forall ((c cap))
    (=>
     (cap.live c)
     (not (exists ((target page)) (and (cap.target c target) (forall ((some env)) (not (page.owner target some)))))))))))
(check-sat)
(pop 1)

(push 1)
; cap.same_target
(assert
 (not
  (=>
   succeeds
   (forall ((a cap) (b cap))
    (=>
     (and (cap.live a) (cap.live b))
     (=> (cap.descends a b) (forall ((same page)) (= (cap.target a same) (cap.target b same)))))))))
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
     (and (cap.live a) (cap.live b))
     (=>
      (cap.descends a b)
      (and
       (=> (cap.rights.read a) (cap.rights.read b))
       (=> (cap.rights.write a) (cap.rights.write b))
       (=> (cap.rights.grant a) (cap.rights.grant b)))))))))
(check-sat)
(pop 1)

(push 1)
; pte.env.refers
(assert (not (=> succeeds (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (env.live x))))))
(check-sat)
(pop 1)

(push 1)
; pte.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; pte.via.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (forall ((via cap)) (=> (pte.via x x!2 via) (cap.live via))))))))
(check-sat)
(pop 1)

(push 1)
; pte.justified
(assert
 (not
  (=>
   succeeds
   (forall ((m env) (m!2 pte.slot))
    (=>
     (pte.live m m!2)
     (and
      (forall ((via cap)) (=> (pte.via m m!2 via) (cap.live via)))
      (forall ((same page))
       (= (exists ((via cap)) (and (pte.via m m!2 via) (cap.target via same))) (pte.target m m!2 same)))
      (forall ((via cap))
       (=>
        (pte.via m m!2 via)
        (and (=> (pte.rights.read m m!2) (cap.rights.read via)) (=> (pte.rights.write m m!2) (cap.rights.write via)))))
      (forall ((via cap)) (=> (pte.via m m!2 via) (cap.holder via m)))))))))
(check-sat)
(pop 1)

(push 1)
; pte.no_dangling
(assert
 (not
  (=>
   succeeds
   (forall ((m env) (m!2 pte.slot))
    (=>
     (pte.live m m!2)
     (not (exists ((target page)) (and (pte.target m m!2 target) (forall ((some env)) (not (page.owner target some)))))))))))
(check-sat)
(pop 1)

(push 1)
; lost.env.refers
(assert (not (=> succeeds (forall ((x env) (x!2 lost.slot)) (=> (lost.live x x!2) (env.live x))))))
(check-sat)
(pop 1)

(push 1)
; lost.page.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; lost.kept
(assert
 (not
  (=>
   succeeds
   (forall ((l env) (l!2 lost.slot))
    (=>
     (or (lost.live l l!2) (lost.live l l!2))
     (=> (and (lost.live l l!2) (not (lost.live l l!2))) (not (env.live l))))))))
(check-sat)
(pop 1)

(push 1)
; page.phase_order
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 page))
    (let ((it (not (page.phase.ask p!2))))
     (let ((it!2 (not (page.phase.warn p!2))))
      (let ((it!3 (page.phase.ask.after p!2)))
       (let ((it!4 (page.phase.warn.after p!2)))
        (let ((it!5 (and (not it!3) (not it!4))))
         (and
          (=> (and it it!2) (or it!5 (and it!3 (not it!4))))
          (=> (and (page.phase.ask p!2) it!2) (or it!5 (and it!3 (not it!4)) (and (not it!3) it!4)))
          (=> (and it (page.phase.warn p!2)) (or it!5 (and (not it!3) it!4)))))))))))))
(check-sat)
(pop 1)

(push 1)
; page.grace
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 page))
    (let ((it (not (page.phase.warn p!2))))
     (=>
      (and (and (page.phase.ask p!2) it) (and (not (page.phase.ask.after p!2)) (page.phase.warn.after p!2)))
      (and (not (and (not (page.phase.ask p!2)) it)) (< (page.deadline p!2) now))))))))
(check-sat)
(pop 1)

(push 1)
; page.idle_when_free
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 page))
    (=>
     (forall ((some env)) (not (page.owner p!2 some)))
     (and (not (page.phase.ask.after p!2)) (not (page.phase.warn.after p!2))))))))
(check-sat)
(pop 1)

(push 1)
; page.deadline
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 page))
    (let ((it (page.phase.ask.after p!2)))
     (let ((it!2 (page.phase.warn.after p!2)))
      (let ((it!3 (page.deadline.after p!2)))
       (let ((it!4 (page.entered.after p!2)))
        (and
         (=> (and it (not it!2)) (and (<= it!3 (+ (page.since.after p!2) 1000)) (<= (+ it!4 1000) it!3)))
         (=> (and (not it) it!2) (and (<= it!3 (+ (page.since.after p!2) 1060)) (<= (+ it!4 50) it!3)))
         (=> (not (and (not it) (not it!2))) (and (<= (page.since.after p!2) it!4) (<= it!4 now) (<= now (+ it!3 10)))))))))))))
(check-sat)
(pop 1)

(push 1)
; page.forced
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 page) (e env))
    (=> (or (env.live e) (env.live e)) (=> (and (page.owner p!2 e) (not (page.owner p!2 e))) (not (env.live e))))))))
(check-sat)
(pop 1)

(push 1)
; page.spared, part 1 of 2
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 page))
    (=> (page.critical p!2) (and (not (page.phase.ask.after p!2)) (not (page.phase.warn.after p!2))))))))
(check-sat)
(pop 1)

(push 1)
; page.spared, part 2 of 2
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 page))
    (forall ((e env))
     (=>
      (env.live e)
      (=> (and (and (page.critical p!2) (page.owner p!2 e)) (not (page.owner p!2 e))) (not (env.live e)))))))))
(check-sat)
(pop 1)

(push 1)
; page.bounded, part 2 of 3
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 page))
    (=>
     (and
      (not (and (not (page.phase.ask.after p!2)) (not (page.phase.warn.after p!2))))
      (<= (+ (page.deadline.after p!2) 10) now))
     (and (not (and (not (page.phase.ask p!2)) (not (page.phase.warn p!2)))) (<= (+ (page.deadline p!2) 10) now)))))))
(check-sat)
(pop 1)

(push 1)
; page.bounded, part 3 of 3
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 page))
    (let ((it (page.phase.ask.after p!2)))
     (let ((it!2 (page.phase.warn.after p!2)))
      (and
       (=> (and it (not it!2)) (<= now (+ (page.since.after p!2) 1010)))
       (=> (and (not it) it!2) (<= now (+ (page.since.after p!2) 1070))))))))))
(check-sat)
(pop 1)

(push 1)
; confined
(assert
 (not
  (=>
   succeeds
   (forall ((x env) (p!2 page))
    (=>
     (or (env.live x) (env.live x))
     (=>
      (and
       (not (or (page.owner p!2 x) (exists ((c cap)) (and (cap.live c) (and (cap.target c p!2) (cap.holder c x))))))
       (or (page.owner p!2 x) (exists ((c cap)) (and (cap.live c) (and (cap.target c p!2) (cap.holder c x))))))
      (forall ((some env)) (not (page.owner p!2 some)))))))))
(check-sat)
(pop 1)

(push 1)
; integrity, part 1 of 7
(assert false)
(check-sat)
(pop 1)

(push 1)
; integrity, part 2 of 7
(assert false)
(check-sat)
(pop 1)

(push 1)
; integrity, part 3 of 7
(assert false)
(check-sat)
(pop 1)

(push 1)
; integrity, part 4 of 7
(assert false)
(check-sat)
(pop 1)

(push 1)
; integrity, part 5 of 7
(assert
 (not
  (=>
   succeeds
   (forall ((c cap) (p!2 page))
    (let ((it (and (cap.live c) (cap.target c p!2))))
     (=>
      (or (cap.live c) (cap.live c))
      (=>
       (and (or it it) (or (not (cap.live c)) (not (cap.live c))))
       (or
        (not (exists ((owner env)) (and (page.owner p!2 owner) (env.live owner))))
        (and (cap.live c) (not (exists ((holder env)) (and (cap.holder c holder) (env.live holder)))))))))))))
(check-sat)
(pop 1)

(push 1)
; integrity, part 6 of 7
(assert
 (not
  (=>
   succeeds
   (forall ((c cap))
    (=>
     (or (cap.live c) (cap.live c))
     (=>
      (and
       (cap.live c)
       (cap.live c)
       (not
        (forall ((same cap))
         (=
          (and
           (cap.descends c same)
           (not (= c same))
           (forall ((ancestor cap))
            (=> (and (cap.descends c ancestor) (not (= c ancestor))) (cap.descends same ancestor))))
          (and
           (cap.descends c same)
           (not (= c same))
           (forall ((ancestor cap))
            (=> (and (cap.descends c ancestor) (not (= c ancestor))) (cap.descends same ancestor))))))))
      (not
       (exists ((parent cap))
        (and
         (and
          (cap.descends c parent)
          (not (= c parent))
          (forall ((ancestor cap))
           (=> (and (cap.descends c ancestor) (not (= c ancestor))) (cap.descends parent ancestor))))
         (cap.live parent))))))))))
(check-sat)
(pop 1)

(push 1)
; integrity, part 7 of 7
(assert
 (not
  (=>
   succeeds
   (forall ((c env) (c!2 pte.slot) (p!2 page))
    (let ((it (and (pte.live c c!2) (pte.target c c!2 p!2))))
     (=>
      (or (pte.live c c!2) (pte.live c c!2))
      (=>
       (and (or it it) (or (not (pte.live c c!2)) (not (pte.live c c!2))))
       (or
        (not (exists ((owner env)) (and (page.owner p!2 owner) (env.live owner))))
        (and (env.live c) (not (env.live c)))))))))))
(check-sat)
(pop 1)
