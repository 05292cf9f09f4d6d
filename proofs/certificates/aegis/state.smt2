; aegis: what holds in every state. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort page 0)
(declare-sort env 0)
(declare-sort cap 0)
(declare-sort pte.slot 0)
(declare-sort lost.slot 0)
(declare-fun now () Int)
(declare-fun page.owner (page env) Bool)
(declare-fun page.phase.warn (page) Bool)
(declare-fun page.phase.ask (page) Bool)
(declare-fun page.deadline (page) Int)
(declare-fun page.since (page) Int)
(declare-fun page.entered (page) Int)
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
(declare-fun page.critical (page) Bool)
(declare-fun cap.rights.grant (cap) Bool)
(declare-fun p () page)
(declare-fun ground () env)
(declare-fun ground!2 () env)
(declare-fun critical!2 (env) Int)
(declare-fun critical!3 (env) Int)
(declare-fun ground!3 () env)
(declare-fun e () env)
(declare-fun v () pte.slot)
(declare-fun ground!4 () env)

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
; names in what is to be shown
(assert (forall ((it env)) (=> (page.owner p it) (page.owner p ground))))
(assert (forall ((it env)) (=> (page.owner p it) (page.owner p ground!2))))
(assert (forall ((_critical env)) (>= (critical!2 _critical) 0)))
(assert
 (forall ((_critical env) (counted page))
  (let ((it (page.owner counted ground!2)))
   (let ((it!2 (not (= counted counted))))
    (let ((it!3 (page.owner counted _critical)))
     (=>
      (and (ite it (and it!2 it!3) it!3) (ite it (and it!2 (page.critical counted)) (page.critical counted)))
      (>= (critical!2 _critical) 1)))))))
(assert
 (forall ((_critical env))
  (or
   (exists ((counted page))
    (let ((it (page.owner counted ground!2)))
     (let ((it!2 (not (= counted counted))))
      (let ((it!3 (page.owner counted _critical)))
       (and
        (and (ite it (and it!2 it!3) it!3) (ite it (and it!2 (page.critical counted)) (page.critical counted)))
        (not (and it!3 (page.critical counted))))))))
   (<= (critical!2 _critical) (critical _critical)))))
(assert
 (forall ((_critical env))
  (or
   (exists ((counted page))
    (let ((it (page.owner counted _critical)))
     (let ((it!2 (page.owner counted ground!2)))
      (let ((it!3 (not (= counted counted))))
       (and
        (and it (page.critical counted))
        (not (and (ite it!2 (and it!3 it) it) (ite it!2 (and it!3 (page.critical counted)) (page.critical counted)))))))))
   (>= (critical!2 _critical) (critical _critical)))))
(assert
 (forall ((_critical env))
  (or
   (exists ((counted page))
    (let ((it (page.owner counted ground!2)))
     (let ((it!2 (not (= counted counted))))
      (let ((it!3 (page.owner counted _critical)))
       (and (ite it (and it!2 it!3) it!3) (ite it (and it!2 (page.critical counted)) (page.critical counted)))))))
   (= (critical!2 _critical) 0))))
(assert (forall ((_critical env)) (>= (critical!3 _critical) 0)))
(assert
 (forall ((_critical env) (counted page))
  (let ((it (page.owner counted ground!3)))
   (let ((it!2 (not (= counted counted))))
    (let ((it!3 (page.owner counted _critical)))
     (=>
      (and (ite it (and it!2 it!3) it!3) (ite it (and it!2 (page.critical counted)) (page.critical counted)))
      (>= (critical!3 _critical) 1)))))))
(assert
 (forall ((_critical env))
  (or
   (exists ((counted page))
    (let ((it (page.owner counted ground!3)))
     (let ((it!2 (not (= counted counted))))
      (let ((it!3 (page.owner counted _critical)))
       (and
        (and (ite it (and it!2 it!3) it!3) (ite it (and it!2 (page.critical counted)) (page.critical counted)))
        (not (and it!3 (page.critical counted))))))))
   (<= (critical!3 _critical) (critical _critical)))))
(assert
 (forall ((_critical env))
  (or
   (exists ((counted page))
    (let ((it (page.owner counted _critical)))
     (let ((it!2 (page.owner counted ground!3)))
      (let ((it!3 (not (= counted counted))))
       (and
        (and it (page.critical counted))
        (not (and (ite it!2 (and it!3 it) it) (ite it!2 (and it!3 (page.critical counted)) (page.critical counted)))))))))
   (>= (critical!3 _critical) (critical _critical)))))
(assert
 (forall ((_critical env))
  (or
   (exists ((counted page))
    (let ((it (page.owner counted ground!3)))
     (let ((it!2 (not (= counted counted))))
      (let ((it!3 (page.owner counted _critical)))
       (and (ite it (and it!2 it!3) it!3) (ite it (and it!2 (page.critical counted)) (page.critical counted)))))))
   (= (critical!3 _critical) 0))))

(push 1)
; access.defined
(assert (not (=> (env.live e) (=> (pte.live e v) (pte.live e v)))))
(check-sat)
(pop 1)

(push 1)
; promise.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; no_dangling_mapping.defined
(assert
 (not
  (forall ((m env) (m!2 pte.slot))
   (=>
    (pte.live m m!2)
    (and
     (pte.live m m!2)
     (=>
      (not (forall ((target page)) (=> (pte.target m m!2 target) (forall ((some env)) (not (page.owner target some))))))
      (and (pte.live m m!2) (and (pte.live m m!2) (forall ((via cap)) (=> (pte.via m m!2 via) (cap.live via)))))))))))
(check-sat)
(pop 1)

(push 1)
; promised.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; shared.defined
(assert (not (forall ((m env) (m!2 pte.slot)) (=> (pte.live m m!2) (pte.live m m!2)))))
(check-sat)
(pop 1)

(push 1)
; repossessed.defined
(assert (not (forall ((l env) (l!2 lost.slot)) (=> (lost.live l l!2) (lost.live l l!2)))))
(check-sat)
(pop 1)

(push 1)
; page.bounded, part 1 of 3
(assert
 (let ((it (not (page.phase.ask p))))
  (let ((it!2 (not (page.phase.warn p))))
   (let ((it!3 (and (not (= p p)) (page.phase.warn p))))
    (let ((it!4 (and (not (and it it!2)) (< (page.deadline p) now))))
     (let ((it!5 (and (not (= p p)) (page.phase.ask p))))
      (not
       (=>
        (and (not (and it it!2)) (<= (+ (page.deadline p) 10) now))
        (or
         (and
          (and (and (not (forall ((some env)) (not (page.owner p some)))) (and it it!2)) (not (page.critical p)))
          (or (not (= (page.phase.ask p) (or (= p p) (page.phase.ask p)))) (not (= (page.phase.warn p) it!3))))
         (exists ((p!2 page))
          (and
           (and
            (and
             (not (forall ((some env)) (not (page.owner p!2 some))))
             (and (not (page.phase.ask p!2)) (not (page.phase.warn p!2))))
            (not (page.critical p!2)))
           (or
            (not (= (page.phase.ask p) (or (= p p!2) (page.phase.ask p))))
            (not (= (page.phase.warn p) (and (not (= p p!2)) (page.phase.warn p)))))))
         (and
          (and (and (page.phase.ask p) it!2) it!4)
          (or (not (= (page.phase.ask p) it!5)) (not (= (page.phase.warn p) (or (= p p) (page.phase.warn p))))))
         (exists ((p!2 page))
          (let ((it!6 (not (page.phase.warn p!2))))
           (and
            (and
             (and (page.phase.ask p!2) it!6)
             (and (not (and (not (page.phase.ask p!2)) it!6)) (< (page.deadline p!2) now)))
            (or
             (not (= (page.phase.ask p) (and (not (= p p!2)) (page.phase.ask p))))
             (not (= (page.phase.warn p) (or (= p p!2) (page.phase.warn p))))))))
         (exists ((taken lost.slot))
          (let ((it!6 (not (page.phase.ask p))))
           (and
            (and
             (and
              (and
               (and it!6 (page.phase.warn p))
               (and (not (and it!6 (not (page.phase.warn p)))) (< (page.deadline p) now)))
              (not (exists ((owner env)) (and (page.owner p owner) (forall ((free lost.slot)) (lost.live owner free))))))
             (not (lost.live ground taken)))
            (or
             (not (= (page.phase.ask p) (and (not (= p p)) (page.phase.ask p))))
             (not (= (page.phase.warn p) (and (not (= p p)) (page.phase.warn p))))))))
         (exists ((p!2 page) (taken lost.slot))
          (let ((it!6 (not (page.phase.ask p!2))))
           (and
            (and
             (and
              (and
               (and it!6 (page.phase.warn p!2))
               (and (not (and it!6 (not (page.phase.warn p!2)))) (< (page.deadline p!2) now)))
              (not
               (exists ((owner env)) (and (page.owner p!2 owner) (forall ((free lost.slot)) (lost.live owner free))))))
             (not (lost.live ground!4 taken)))
            (or
             (not (= (page.phase.ask p) (and (not (= p p!2)) (page.phase.ask p))))
             (not (= (page.phase.warn p) (and (not (= p p!2)) (page.phase.warn p))))))))
         (and
          (and
           (and (and it (page.phase.warn p)) it!4)
           (forall ((owner env)) (=> (page.owner p owner) (forall ((free lost.slot)) (lost.live owner free)))))
          (or
           (not (= (page.phase.ask p) (ite (page.owner p ground!2) it!5 (page.phase.ask p))))
           (not (= (page.phase.warn p) (ite (page.owner p ground!2) it!3 (page.phase.warn p))))))
         (exists ((p!2 page))
          (let ((it!6 (not (page.phase.ask p!2))))
           (and
            (and
             (and
              (and it!6 (page.phase.warn p!2))
              (and (not (and it!6 (not (page.phase.warn p!2)))) (< (page.deadline p!2) now)))
             (forall ((owner env)) (=> (page.owner p!2 owner) (forall ((free lost.slot)) (lost.live owner free)))))
            (or
             (not
              (=
               (page.phase.ask p)
               (ite (page.owner p ground!3) (and (not (= p p)) (page.phase.ask p)) (page.phase.ask p))))
             (not
              (=
               (page.phase.warn p)
               (ite (page.owner p ground!3) (and (not (= p p)) (page.phase.warn p)) (page.phase.warn p)))))))))))))))))
(check-sat)
(pop 1)
