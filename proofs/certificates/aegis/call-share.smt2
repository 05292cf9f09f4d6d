; aegis: what `share` keeps. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort cap 0)
(declare-sort page 0)
(declare-sort env 0)
(declare-sort pte.slot 0)
(declare-sort lost.slot 0)
(declare-fun d () cap)
(declare-fun cap.live (cap) Bool)
(declare-fun cap.target (cap page) Bool)
(declare-fun c () cap)
(declare-fun to () env)
(declare-fun cap.holder (cap env) Bool)
(declare-fun r () Bool)
(declare-fun cap.rights.read (cap) Bool)
(declare-fun r!2 () Bool)
(declare-fun cap.rights.write (cap) Bool)
(declare-fun r!3 () Bool)
(declare-fun cap.rights.grant (cap) Bool)
(declare-fun cap.descends (cap cap) Bool)
(declare-fun e () env)
(declare-fun page.phase.ask (page) Bool)
(declare-fun page.phase.warn (page) Bool)
(declare-fun now () Int)
(declare-fun page.owner (page env) Bool)
(declare-fun page.deadline (page) Int)
(declare-fun page.since (page) Int)
(declare-fun page.entered (page) Int)
(declare-fun pte.target (env pte.slot page) Bool)
(declare-fun pte.live (env pte.slot) Bool)
(declare-fun pte.via (env pte.slot cap) Bool)
(declare-fun lost.page (env lost.slot page) Bool)
(declare-fun lost.live (env lost.slot) Bool)
(declare-fun env.live (env) Bool)
(declare-fun critical (env) Int)
(declare-fun pte.rights.read (env pte.slot) Bool)
(declare-fun pte.rights.write (env pte.slot) Bool)
(declare-fun page.critical (page) Bool)

; ---- the step, from the state before to the state after
(define-fun cap.live.after ((x cap)) Bool (or (= x d) (cap.live x)))
(define-fun cap.target.after ((x cap) (y page)) Bool (ite (= x d) (cap.target c y) (cap.target x y)))
(define-fun cap.holder.after ((x cap) (y env)) Bool (ite (= x d) (= to y) (cap.holder x y)))
(define-fun cap.rights.read.after ((x cap)) Bool (ite (= x d) r (cap.rights.read x)))
(define-fun cap.rights.write.after ((x cap)) Bool (ite (= x d) r!2 (cap.rights.write x)))
(define-fun cap.rights.grant.after ((x cap)) Bool (ite (= x d) r!3 (cap.rights.grant x)))
(define-fun cap.descends.after ((x cap) (y cap)) Bool
 (or (cap.descends x y) (and (= x d) (or (= x y) (cap.descends c y)))))
(define-fun succeeds () Bool
 (and
  (and
   (and
    (and (cap.holder c e) (cap.rights.grant c))
    (and (=> r (cap.rights.read c)) (=> r!2 (cap.rights.write c)) (=> r!3 (cap.rights.grant c))))
   (forall ((target page))
    (=> (cap.target c target) (and (not (page.phase.ask target)) (not (page.phase.warn target))))))
  (not (cap.live d))))

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
(assert (forall ((e!2 env)) (=> (env.live e!2) (<= (critical e!2) 4))))
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
(assert (forall ((p page)) (=> (page.critical p) (not (forall ((some env)) (not (page.owner p some)))))))
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
  (forall ((a cap) (b cap) (c!2 cap))
   (=>
    (and (cap.live a) (cap.live b) (cap.live c!2))
    (=> (and (cap.descends a b) (cap.descends b c!2)) (cap.descends a c!2))))
  (forall ((a cap) (b cap))
   (=> (and (cap.live a) (cap.live b)) (=> (and (cap.descends a b) (cap.descends b a)) (= a b))))
  (forall ((a cap) (b cap) (c!2 cap))
   (=>
    (and (cap.live a) (cap.live b) (cap.live c!2))
    (=> (and (cap.descends a b) (cap.descends a c!2)) (or (cap.descends b c!2) (cap.descends c!2 b)))))))
; cap.target_held
(assert
 (forall ((c!2 cap))
  (=>
   (cap.live c!2)
   (not (exists ((target page)) (and (cap.target c!2 target) (forall ((some env)) (not (page.owner target some)))))))))
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
 (forall ((p page))
  (=> (forall ((some env)) (not (page.owner p some))) (and (not (page.phase.ask p)) (not (page.phase.warn p))))))
; page.deadline
(assert
 (forall ((p page))
  (let ((it (not (page.phase.warn p))))
   (let ((it!2 (not (page.phase.ask p))))
    (and
     (=>
      (and (page.phase.ask p) it)
      (and (<= (page.deadline p) (+ (page.since p) 1000)) (<= (+ (page.entered p) 1000) (page.deadline p))))
     (=>
      (and it!2 (page.phase.warn p))
      (and (<= (page.deadline p) (+ (page.since p) 1060)) (<= (+ (page.entered p) 50) (page.deadline p))))
     (=>
      (not (and it!2 it))
      (and (<= (page.since p) (page.entered p)) (<= (page.entered p) now) (<= now (+ (page.deadline p) 10)))))))))
; page.spared
(assert (forall ((p page)) (=> (page.critical p) (and (not (page.phase.ask p)) (not (page.phase.warn p))))))
; page.bounded
(assert
 (forall ((p page))
  (and
   (=> (and (page.phase.ask p) (not (page.phase.warn p))) (<= now (+ (page.since p) 1010)))
   (=> (and (not (page.phase.ask p)) (page.phase.warn p)) (<= now (+ (page.since p) 1070))))))
; counts of the state before
(assert (forall ((group env)) (>= (critical group) 0)))
(assert
 (forall ((group env) (counted page))
  (=> (and (page.owner counted group) (page.critical counted)) (>= (critical group) 1))))
; the step's arguments, and names for what it meets
(assert (cap.live c))
(assert (env.live to))
(assert (env.live e))
; counts of the state after
(assert (forall ((group env)) (>= (critical group) 0)))
(assert
 (forall ((group env) (counted page))
  (=> (and (page.owner counted group) (page.critical counted)) (>= (critical group) 1))))

(push 1)
; promise
(assert (not (=> succeeds (forall ((e!2 env)) (=> (env.live e!2) (<= (critical e!2) 4))))))
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
        (and
         (=> (pte.rights.read m m!2) (cap.rights.read.after via))
         (=> (pte.rights.write m m!2) (cap.rights.write.after via)))))))))))
(check-sat)
(pop 1)

(push 1)
; promised
(assert
 (not (=> succeeds (forall ((p page)) (=> (page.critical p) (not (forall ((some env)) (not (page.owner p some)))))))))
(check-sat)
(pop 1)

(push 1)
; delegated
(assert
 (not
  (=>
   succeeds
   (forall ((d!2 cap) (c!2 cap))
    (=>
     (and (or (cap.live d!2) (cap.live.after d!2)) (or (cap.live c!2) (cap.live.after c!2)))
     (=>
      (and
       (cap.live.after d!2)
       (not (cap.live d!2))
       (and
        (cap.descends.after d!2 c!2)
        (not (= d!2 c!2))
        (forall ((ancestor cap))
         (=> (and (cap.descends.after d!2 ancestor) (not (= d!2 ancestor))) (cap.descends.after c!2 ancestor)))))
      (and
       (cap.live c!2)
       (cap.rights.grant c!2)
       (forall ((target page))
        (=> (cap.target c!2 target) (and (not (page.phase.ask target)) (not (page.phase.warn target))))))))))))
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
(assert
 (not
  (=>
   succeeds
   (forall ((e!2 env) (p page) (c!2 cap) (to!2 env) (r!4 Bool) (r!5 Bool) (r!6 Bool) (v pte.slot) (s Bool) (s!2 Bool))
    (=>
     (and
      (or (env.live e!2) (env.live e!2))
      (or (cap.live c!2) (cap.live.after c!2))
      (or (env.live to!2) (env.live to!2)))
     (=>
      (= e e!2)
      (=>
       (and (= c!2 c) (= to!2 to) (and (= r!4 r) (= r!5 r!2) (= r!6 r!3)))
       (exists ((d!2 cap))
        (and
         (cap.live.after d!2)
         (and
          (not (cap.live d!2))
          (and
           (cap.descends.after d!2 c!2)
           (not (= d!2 c!2))
           (forall ((ancestor cap))
            (=> (and (cap.descends.after d!2 ancestor) (not (= d!2 ancestor))) (cap.descends.after c!2 ancestor))))
          (cap.holder.after d!2 to!2)
          (and
           (= (cap.rights.read.after d!2) r!4)
           (= (cap.rights.write.after d!2) r!5)
           (= (cap.rights.grant.after d!2) r!6))))))))))))
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
   (forall ((p page))
    (let ((it (and (page.phase.ask p) (not (page.phase.warn p)))))
     (let ((it!2 (and (not (page.phase.ask p)) (page.phase.warn p))))
      (and
       (=> (and it (not it)) (forall ((owner env)) (not (page.owner p owner))))
       (=> (and it!2 (not it!2)) (forall ((owner env)) (not (page.owner p owner)))))))))))
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
   (forall ((e!2 env))
    (=>
     (or (env.live e!2) (env.live e!2))
     (=>
      (and (env.live e!2) (not (env.live e!2)))
      (or
       (= e e!2)
       (exists ((p page))
        (let ((it (not (page.phase.ask p))))
         (and
          (page.owner p e!2)
          (and it (page.phase.warn p))
          (and (not (and it (not (page.phase.warn p)))) (< (page.deadline p) now))
          (forall ((free lost.slot)) (lost.live e!2 free))))))))))))
(check-sat)
(pop 1)

(push 1)
; share.defined
(assert
 (let ((it (and (cap.holder c e) (cap.rights.grant c))))
  (not
   (and
    (cap.live c)
    (=> (cap.holder c e) (cap.live c))
    (=> it (cap.live c))
    (=>
     (and it (and (=> r (cap.rights.read c)) (=> r!2 (cap.rights.write c)) (=> r!3 (cap.rights.grant c))))
     (cap.live c))
    (=> succeeds (cap.live c))
    (=> succeeds (forall ((parent cap)) (=> (= c parent) (cap.live parent))))
    (=> succeeds (>= now 0))
    (=> succeeds (forall ((x page) (y env) (z env)) (=> (and (page.owner x y) (page.owner x z)) (= y z))))
    (=> succeeds (forall ((x page)) (not (and (page.phase.warn x) (page.phase.ask x)))))
    (=> succeeds (forall ((x page)) (>= (page.deadline x) 0)))
    (=> succeeds (forall ((x page)) (>= (page.since x) 0)))
    (=> succeeds (forall ((x page)) (>= (page.entered x) 0)))
    (=> succeeds (forall ((x cap) (y page)) (=> (cap.target.after x y) (cap.live.after x))))
    (=> succeeds (forall ((x cap) (y page) (z page)) (=> (and (cap.target.after x y) (cap.target.after x z)) (= y z))))
    (=> succeeds (forall ((x cap)) (=> (cap.live.after x) (exists ((y page)) (cap.target.after x y)))))
    (=> succeeds (forall ((x cap) (y env)) (=> (cap.holder.after x y) (cap.live.after x))))
    (=> succeeds (forall ((x cap) (y env) (z env)) (=> (and (cap.holder.after x y) (cap.holder.after x z)) (= y z))))
    (=> succeeds (forall ((x cap)) (=> (cap.live.after x) (exists ((y env)) (cap.holder.after x y)))))
    (=> succeeds (forall ((x cap) (y cap)) (=> (cap.descends.after x y) (and (cap.live.after x) (cap.live.after y)))))
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
   (forall ((d!2 cap) (c!2 cap))
    (=>
     (and (or (cap.live d!2) (cap.live.after d!2)) (or (cap.live c!2) (cap.live.after c!2)))
     (and
      (=> (cap.live.after d!2) (=> (not (cap.live d!2)) (cap.live.after d!2)))
      (=>
       (and
        (cap.live.after d!2)
        (not (cap.live d!2))
        (and
         (cap.descends.after d!2 c!2)
         (not (= d!2 c!2))
         (forall ((ancestor cap))
          (=> (and (cap.descends.after d!2 ancestor) (not (= d!2 ancestor))) (cap.descends.after c!2 ancestor)))))
       (=> (cap.live c!2) (and (cap.live c!2) (=> (cap.rights.grant c!2) (cap.live c!2)))))))))))
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
(assert
 (not
  (=>
   succeeds
   (forall ((e!2 env) (p page) (c!2 cap) (to!2 env) (r!4 Bool) (r!5 Bool) (r!6 Bool) (v pte.slot) (s Bool) (s!2 Bool))
    (=>
     (and
      (or (env.live e!2) (env.live e!2))
      (or (cap.live c!2) (cap.live.after c!2))
      (or (env.live to!2) (env.live to!2)))
     (=>
      (= e e!2)
      (=>
       (and (= c!2 c) (= to!2 to) (and (= r!4 r) (= r!5 r!2) (= r!6 r!3)))
       (forall ((d!2 cap))
        (=>
         (cap.live.after d!2)
         (=>
          (not (cap.live d!2))
          (and
           (cap.live.after d!2)
           (=>
            (and
             (cap.descends.after d!2 c!2)
             (not (= d!2 c!2))
             (forall ((ancestor cap))
              (=> (and (cap.descends.after d!2 ancestor) (not (= d!2 ancestor))) (cap.descends.after c!2 ancestor))))
            (and (cap.live.after d!2) (=> (cap.holder.after d!2 to!2) (cap.live.after d!2)))))))))))))))
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
   (forall ((p page))
    (let ((it (and (page.phase.ask p) (not (page.phase.warn p)))))
     (let ((it!2 (and (not (page.phase.ask p)) (page.phase.warn p))))
      (and
       (=> (and it (not it)) (exists ((there env)) (page.owner p there)))
       (=> (not (and it (not it))) (=> (and it!2 (not it!2)) (exists ((there env)) (page.owner p there)))))))))))
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
   (forall ((p page) (e!2 env))
    (=>
     (or (env.live e!2) (env.live e!2))
     (=>
      (and (page.owner p e!2) (not (page.owner p e!2)))
      (and
       (not (exists ((c!2 cap)) (and (cap.live.after c!2) (cap.target.after c!2 p))))
       (not (exists ((c!2 env) (c!3 pte.slot)) (and (pte.live c!2 c!3) (pte.target c!2 c!3 p)))))))))))
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
   (forall ((x cap)) (=> (cap.live.after x) (forall ((holder env)) (=> (cap.holder.after x holder) (env.live holder))))))))
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
    (forall ((a cap) (b cap) (c!2 cap))
     (=>
      (and (cap.live.after a) (cap.live.after b) (cap.live.after c!2))
      (=> (and (cap.descends.after a b) (cap.descends.after b c!2)) (cap.descends.after a c!2))))
    (forall ((a cap) (b cap))
     (=>
      (and (cap.live.after a) (cap.live.after b))
      (=> (and (cap.descends.after a b) (cap.descends.after b a)) (= a b))))
    (forall ((a cap) (b cap) (c!2 cap))
     (=>
      (and (cap.live.after a) (cap.live.after b) (cap.live.after c!2))
      (=>
       (and (cap.descends.after a b) (cap.descends.after a c!2))
       (or (cap.descends.after b c!2) (cap.descends.after c!2 b)))))))))
(check-sat)
(pop 1)

(push 1)
; cap.target_held
(assert
 (not
  (=>
   succeeds
   (forall ((c!2 cap))
    (=>
     (cap.live.after c!2)
     (not
      (exists ((target page)) (and (cap.target.after c!2 target) (forall ((some env)) (not (page.owner target some)))))))))))
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
     (and (cap.live.after a) (cap.live.after b))
     (=> (cap.descends.after a b) (forall ((same page)) (= (cap.target.after a same) (cap.target.after b same)))))))))
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
   (forall ((x env) (x!2 pte.slot))
    (=> (pte.live x x!2) (forall ((via cap)) (=> (pte.via x x!2 via) (cap.live.after via))))))))
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
      (forall ((via cap)) (=> (pte.via m m!2 via) (cap.live.after via)))
      (forall ((same page))
       (= (exists ((via cap)) (and (pte.via m m!2 via) (cap.target.after via same))) (pte.target m m!2 same)))
      (forall ((via cap))
       (=>
        (pte.via m m!2 via)
        (and
         (=> (pte.rights.read m m!2) (cap.rights.read.after via))
         (=> (pte.rights.write m m!2) (cap.rights.write.after via)))))
      (forall ((via cap)) (=> (pte.via m m!2 via) (cap.holder.after via m)))))))))
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
     (=> (and (lost.live l l!2) (not (lost.live l l!2))) (or (= e l) (not (env.live l)))))))))
(check-sat)
(pop 1)

(push 1)
; page.phase_order
(assert
 (not
  (=>
   succeeds
   (forall ((p page))
    (let ((it (not (page.phase.ask p))))
     (let ((it!2 (not (page.phase.warn p))))
      (let ((it!3 (and (page.phase.ask p) it!2)))
       (let ((it!4 (and it (page.phase.warn p))))
        (and
         (=> (and it it!2) (or (and it it!2) it!3))
         (=> it!3 (or (and it it!2) it!3 it!4))
         (=> it!4 (or (and it it!2) it!4)))))))))))
(check-sat)
(pop 1)

(push 1)
; page.grace
(assert
 (not
  (=>
   succeeds
   (forall ((p page))
    (let ((it (not (page.phase.warn p))))
     (let ((it!2 (not (page.phase.ask p))))
      (=>
       (and (and (page.phase.ask p) it) (and it!2 (page.phase.warn p)))
       (and (not (and it!2 it)) (< (page.deadline p) now)))))))))
(check-sat)
(pop 1)

(push 1)
; page.idle_when_free
(assert
 (not
  (=>
   succeeds
   (forall ((p page))
    (=> (forall ((some env)) (not (page.owner p some))) (and (not (page.phase.ask p)) (not (page.phase.warn p))))))))
(check-sat)
(pop 1)

(push 1)
; page.deadline
(assert
 (not
  (=>
   succeeds
   (forall ((p page))
    (let ((it (not (page.phase.warn p))))
     (let ((it!2 (not (page.phase.ask p))))
      (and
       (=>
        (and (page.phase.ask p) it)
        (and (<= (page.deadline p) (+ (page.since p) 1000)) (<= (+ (page.entered p) 1000) (page.deadline p))))
       (=>
        (and it!2 (page.phase.warn p))
        (and (<= (page.deadline p) (+ (page.since p) 1060)) (<= (+ (page.entered p) 50) (page.deadline p))))
       (=>
        (not (and it!2 it))
        (and (<= (page.since p) (page.entered p)) (<= (page.entered p) now) (<= now (+ (page.deadline p) 10)))))))))))
(check-sat)
(pop 1)

(push 1)
; page.forced
(assert
 (not
  (=>
   succeeds
   (forall ((p page) (e!2 env))
    (=>
     (or (env.live e!2) (env.live e!2))
     (=> (and (page.owner p e!2) (not (page.owner p e!2))) (or (= e e!2) (not (env.live e!2)))))))))
(check-sat)
(pop 1)

(push 1)
; page.spared, part 1 of 2
(assert
 (not (=> succeeds (forall ((p page)) (=> (page.critical p) (and (not (page.phase.ask p)) (not (page.phase.warn p))))))))
(check-sat)
(pop 1)

(push 1)
; page.spared, part 2 of 2
(assert
 (not
  (=>
   succeeds
   (forall ((p page))
    (forall ((e!2 env))
     (=>
      (env.live e!2)
      (=> (and (and (page.critical p) (page.owner p e!2)) (not (page.owner p e!2))) (or (= e e!2) (not (env.live e!2))))))))))
(check-sat)
(pop 1)

(push 1)
; page.bounded, part 2 of 3
(assert
 (not
  (=>
   succeeds
   (forall ((p page))
    (let ((it (and (not (and (not (page.phase.ask p)) (not (page.phase.warn p)))) (<= (+ (page.deadline p) 10) now))))
     (=> it it))))))
(check-sat)
(pop 1)

(push 1)
; page.bounded, part 3 of 3
(assert
 (not
  (=>
   succeeds
   (forall ((p page))
    (and
     (=> (and (page.phase.ask p) (not (page.phase.warn p))) (<= now (+ (page.since p) 1010)))
     (=> (and (not (page.phase.ask p)) (page.phase.warn p)) (<= now (+ (page.since p) 1070))))))))
(check-sat)
(pop 1)

(push 1)
; confined
(assert
 (not
  (=>
   succeeds
   (forall ((x env) (p page))
    (=>
     (or (env.live x) (env.live x))
     (=>
      (and
       (not (or (page.owner p x) (exists ((c!2 cap)) (and (cap.live c!2) (and (cap.target c!2 p) (cap.holder c!2 x))))))
       (or
        (page.owner p x)
        (exists ((c!2 cap)) (and (cap.live.after c!2) (and (cap.target.after c!2 p) (cap.holder.after c!2 x))))))
      (or
       (and (forall ((some env)) (not (page.owner p some))) (= e x))
       (or (page.owner p e) (exists ((c!2 cap)) (and (cap.live c!2) (and (cap.target c!2 p) (cap.holder c!2 e))))))))))))
(check-sat)
(pop 1)

(push 1)
; integrity, part 1 of 7
(assert
 (not
  (=>
   succeeds
   (forall ((p page))
    (let ((it (=> (page.critical p) (page.critical p))))
     (=>
      (not (and it it))
      (or
       (forall ((some env)) (not (page.owner p some)))
       (or (page.owner p e) (exists ((c!2 cap)) (and (cap.live c!2) (and (cap.target c!2 p) (cap.holder c!2 e))))))))))))
(check-sat)
(pop 1)

(push 1)
; integrity, part 2 of 7
(assert
 (not
  (=>
   succeeds
   (forall ((c!2 cap) (p page))
    (=>
     (or (cap.live c!2) (cap.live.after c!2))
     (=>
      (and
       (or (and (cap.live c!2) (cap.target c!2 p)) (and (cap.live.after c!2) (cap.target.after c!2 p)))
       (or
        (not (cap.live c!2))
        (not (cap.live.after c!2))
        (not (forall ((same page)) (= (cap.target.after c!2 same) (cap.target c!2 same))))
        (not (forall ((same env)) (= (cap.holder.after c!2 same) (cap.holder c!2 same))))
        (not
         (and
          (= (cap.rights.read.after c!2) (cap.rights.read c!2))
          (= (cap.rights.write.after c!2) (cap.rights.write c!2))
          (= (cap.rights.grant.after c!2) (cap.rights.grant c!2))))
        (not
         (forall ((same cap))
          (=
           (and
            (cap.descends.after c!2 same)
            (not (= c!2 same))
            (forall ((ancestor cap))
             (=> (and (cap.descends.after c!2 ancestor) (not (= c!2 ancestor))) (cap.descends.after same ancestor))))
           (and
            (cap.descends c!2 same)
            (not (= c!2 same))
            (forall ((ancestor cap))
             (=> (and (cap.descends c!2 ancestor) (not (= c!2 ancestor))) (cap.descends same ancestor)))))))))
      (or
       (forall ((some env)) (not (page.owner p some)))
       (or (page.owner p e) (exists ((c!3 cap)) (and (cap.live c!3) (and (cap.target c!3 p) (cap.holder c!3 e))))))))))))
(check-sat)
(pop 1)

(push 1)
; integrity, part 3 of 7
(assert
 (not
  (=>
   succeeds
   (forall ((c!2 env) (c!3 pte.slot) (p page))
    (let ((it (and (pte.live c!2 c!3) (pte.target c!2 c!3 p))))
     (let ((it!2 (not (pte.live c!2 c!3))))
      (=>
       (or (pte.live c!2 c!3) (pte.live c!2 c!3))
       (=>
        (and (or it it) (or it!2 it!2))
        (or
         (forall ((some env)) (not (page.owner p some)))
         (or (page.owner p e) (exists ((c!4 cap)) (and (cap.live c!4) (and (cap.target c!4 p) (cap.holder c!4 e))))))))))))))
(check-sat)
(pop 1)

(push 1)
; integrity, part 4 of 7
(assert false)
(check-sat)
(pop 1)

(push 1)
; integrity, part 5 of 7
(assert false)
(check-sat)
(pop 1)

(push 1)
; integrity, part 6 of 7
(assert false)
(check-sat)
(pop 1)

(push 1)
; integrity, part 7 of 7
(assert false)
(check-sat)
(pop 1)
