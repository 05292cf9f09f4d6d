; xok: what holds in every state. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort env 0)
(declare-sort ucap.slot 0)
(declare-sort path 0)
(declare-sort page 0)
(declare-sort acl.slot 0)
(declare-sort pte.slot 0)
(declare-sort awaited.slot 0)
(declare-fun now () Int)
(declare-fun env.live (env) Bool)
(declare-fun env.deadline (env) Int)
(declare-fun env.since (env) Int)
(declare-fun env.entered (env) Int)
(declare-fun ucap.path (env ucap.slot path) Bool)
(declare-fun ucap.live (env ucap.slot) Bool)
(declare-fun offer.to (env env) Bool)
(declare-fun offer.live (env) Bool)
(declare-fun offer.key (env ucap.slot) Bool)
(declare-fun offer.path (env path) Bool)
(declare-fun page.status.reserved (page) Bool)
(declare-fun page.status.user (page) Bool)
(declare-fun page.max_readers (page) Int)
(declare-fun page.max_writers (page) Int)
(declare-fun page.listed (page) Int)
(declare-fun acl.path (page acl.slot path) Bool)
(declare-fun acl.live (page acl.slot) Bool)
(declare-fun pte.target (env pte.slot page) Bool)
(declare-fun pte.live (env pte.slot) Bool)
(declare-fun awaited.page (env awaited.slot page) Bool)
(declare-fun awaited.live (env awaited.slot) Bool)
(declare-fun |ucap.slot#0| () ucap.slot)
(declare-fun ucap.rights.write (env ucap.slot) Bool)
(declare-fun ucap.rights.dup (env ucap.slot) Bool)
(declare-fun refs (page) Int)
(declare-fun writers (page) Int)
(declare-fun |acl.slot#0| () acl.slot)
(declare-fun acl.rights.write (page acl.slot) Bool)
(declare-fun acl.rights.dup (page acl.slot) Bool)
(declare-fun |acl.slot#1| () acl.slot)
(declare-fun env.phase.asked (env) Bool)
(declare-fun pte.rights.write (env pte.slot) Bool)
(declare-fun waiters (page) Int)
(declare-fun refs!2 (page) Int)
(declare-fun p () env)
(declare-fun writers!2 (page) Int)
(declare-fun waiters!2 (page) Int)
(declare-fun refs!3 (page) Int)
(declare-fun writers!3 (page) Int)
(declare-fun waiters!3 (page) Int)
(declare-fun dominates (path path) Bool)

; ---- what is assumed
; what the types say
(assert (>= now 0))
(assert (forall ((x env)) (=> (env.live x) (>= (env.deadline x) 0))))
(assert (forall ((x env)) (=> (env.live x) (>= (env.since x) 0))))
(assert (forall ((x env)) (=> (env.live x) (>= (env.entered x) 0))))
(assert (forall ((x env) (x!2 ucap.slot) (y path)) (=> (ucap.path x x!2 y) (ucap.live x x!2))))
(assert (forall ((x env) (x!2 ucap.slot) (y path) (z path)) (=> (and (ucap.path x x!2 y) (ucap.path x x!2 z)) (= y z))))
(assert (forall ((x env) (x!2 ucap.slot)) (=> (ucap.live x x!2) (exists ((y path)) (ucap.path x x!2 y)))))
(assert (forall ((x env) (y env)) (=> (offer.to x y) (offer.live x))))
(assert (forall ((x env) (y env) (z env)) (=> (and (offer.to x y) (offer.to x z)) (= y z))))
(assert (forall ((x env)) (=> (offer.live x) (exists ((y env)) (offer.to x y)))))
(assert (forall ((x env) (y ucap.slot)) (=> (offer.key x y) (offer.live x))))
(assert (forall ((x env) (y ucap.slot) (z ucap.slot)) (=> (and (offer.key x y) (offer.key x z)) (= y z))))
(assert (forall ((x env)) (=> (offer.live x) (exists ((y ucap.slot)) (offer.key x y)))))
(assert (forall ((x env) (y path)) (=> (offer.path x y) (offer.live x))))
(assert (forall ((x env) (y path) (z path)) (=> (and (offer.path x y) (offer.path x z)) (= y z))))
(assert (forall ((x env)) (=> (offer.live x) (exists ((y path)) (offer.path x y)))))
(assert (forall ((x page)) (not (and (page.status.reserved x) (page.status.user x)))))
(assert (forall ((x page)) (and (>= (page.max_readers x) 0) (<= (page.max_readers x) 15))))
(assert (forall ((x page)) (and (>= (page.max_writers x) 0) (<= (page.max_writers x) 15))))
(assert (forall ((x page)) (and (>= (page.listed x) 0) (<= (page.listed x) 2))))
(assert (forall ((x page) (x!2 acl.slot) (y path)) (=> (acl.path x x!2 y) (acl.live x x!2))))
(assert (forall ((x page) (x!2 acl.slot) (y path) (z path)) (=> (and (acl.path x x!2 y) (acl.path x x!2 z)) (= y z))))
(assert (forall ((x page) (x!2 acl.slot)) (=> (acl.live x x!2) (exists ((y path)) (acl.path x x!2 y)))))
(assert (forall ((x env) (x!2 pte.slot) (y page)) (=> (pte.target x x!2 y) (pte.live x x!2))))
(assert
 (forall ((x env) (x!2 pte.slot) (y page) (z page)) (=> (and (pte.target x x!2 y) (pte.target x x!2 z)) (= y z))))
(assert (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (exists ((y page)) (pte.target x x!2 y)))))
(assert (forall ((x env) (x!2 awaited.slot) (y page)) (=> (awaited.page x x!2 y) (awaited.live x x!2))))
(assert
 (forall ((x env) (x!2 awaited.slot) (y page) (z page))
  (=> (and (awaited.page x x!2 y) (awaited.page x x!2 z)) (= y z))))
(assert (forall ((x env) (x!2 awaited.slot)) (=> (awaited.live x x!2) (exists ((y page)) (awaited.page x x!2 y)))))
; guarded
(assert
 (forall ((t env))
  (=>
   (env.live t)
   (and (ucap.live t |ucap.slot#0|) (and (ucap.rights.write t |ucap.slot#0|) (ucap.rights.dup t |ucap.slot#0|))))))
; used_is_mapped
(assert (forall ((p page)) (=> (and (page.status.user p) (not (page.status.reserved p))) (< 0 (refs p)))))
; mapped_is_used
(assert
 (forall ((m env) (m!2 pte.slot))
  (=>
   (pte.live m m!2)
   (forall ((target page))
    (=> (pte.target m m!2 target) (and (page.status.user target) (not (page.status.reserved target))))))))
; writers_within
(assert (forall ((p page)) (<= (writers p) (refs p))))
; limits
(assert
 (forall ((p page))
  (=>
   (and (page.status.user p) (not (page.status.reserved p)))
   (or
    (and (= (page.max_readers p) 15) (= (page.max_writers p) 15))
    (and (<= (refs p) (page.max_readers p)) (<= (writers p) (page.max_writers p)))))))
; guards_used
(assert
 (forall ((a page) (a!2 acl.slot)) (=> (acl.live a a!2) (and (page.status.user a) (not (page.status.reserved a))))))
; controlled
(assert
 (forall ((p page))
  (=>
   (and (page.status.user p) (not (page.status.reserved p)))
   (and (acl.live p |acl.slot#0|) (and (acl.rights.write p |acl.slot#0|) (acl.rights.dup p |acl.slot#0|))))))
; listed_is
(assert
 (forall ((p page))
  (let ((it (not (and (page.status.user p) (not (page.status.reserved p))))))
   (let ((it!2 (acl.live p |acl.slot#1|)))
    (and (=> it (= (page.listed p) 0)) (or it (and (=> it!2 (= (page.listed p) 2)) (or it!2 (= (page.listed p) 1)))))))))
; ucap.env.refers
(assert (forall ((x env) (x!2 ucap.slot)) (=> (ucap.live x x!2) (env.live x))))
; offer.env.refers
(assert (forall ((x env)) (=> (offer.live x) (env.live x))))
; offer.to.refers
(assert (forall ((x env)) (=> (offer.live x) (forall ((to env)) (=> (offer.to x to) (env.live to))))))
; pte.env.refers
(assert (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (env.live x))))
; pte.no_dangling
(assert
 (forall ((m env) (m!2 pte.slot))
  (=>
   (pte.live m m!2)
   (not
    (exists ((target page))
     (and (pte.target m m!2 target) (and (not (page.status.user target)) (not (page.status.reserved target)))))))))
; awaited.env.refers
(assert (forall ((x env) (x!2 awaited.slot)) (=> (awaited.live x x!2) (env.live x))))
; env.deadline
(assert
 (forall ((p env))
  (=>
   (env.live p)
   (and
    (=>
     (env.phase.asked p)
     (and (<= (env.deadline p) (+ (env.since p) 10000)) (<= (+ (env.entered p) 10000) (env.deadline p))))
    (=>
     (env.phase.asked p)
     (and (<= (env.since p) (env.entered p)) (<= (env.entered p) now) (<= now (+ (env.deadline p) 10))))))))
; env.bounded
(assert (forall ((p env)) (=> (env.live p) (=> (env.phase.asked p) (<= now (+ (env.since p) 10010))))))
; counts of the state before
(assert (forall ((group page)) (>= (refs group) 0)))
(assert
 (forall ((group page) (counted env) (counted!2 pte.slot))
  (=> (and (pte.live counted counted!2) (pte.target counted counted!2 group)) (>= (refs group) 1))))
(assert (forall ((group page)) (>= (writers group) 0)))
(assert
 (forall ((group page) (counted env) (counted!2 pte.slot))
  (=>
   (and (pte.live counted counted!2) (and (pte.target counted counted!2 group) (pte.rights.write counted counted!2)))
   (>= (writers group) 1))))
(assert (forall ((group page)) (>= (waiters group) 0)))
(assert
 (forall ((group page) (counted env) (counted!2 awaited.slot))
  (=> (and (awaited.live counted counted!2) (awaited.page counted counted!2 group)) (>= (waiters group) 1))))
(assert (forall ((group page)) (<= (writers group) (refs group))))
(assert
 (forall ((group page) (counted env) (counted!2 pte.slot))
  (let ((it (pte.live counted counted!2)))
   (let ((it!2 (pte.target counted counted!2 group)))
    (=>
     (and (and it it!2) (not (and it (and it!2 (pte.rights.write counted counted!2)))))
     (<= (+ (writers group) 1) (refs group)))))))
; names in what is to be shown
(assert (forall ((_refs page)) (>= (refs!2 _refs) 0)))
(assert
 (forall ((_refs page) (counted env) (counted!2 pte.slot))
  (let ((it (pte.live counted counted!2)))
   (let ((it!2 (not (and (= counted counted) (= counted!2 counted!2)))))
    (let ((it!3 (pte.target counted counted!2 _refs)))
     (=>
      (and (ite (and it (= counted p)) (and it it!2) it) (ite (and it (= counted p)) (and it!3 it!2) it!3))
      (>= (refs!2 _refs) 1)))))))
(assert
 (forall ((_refs page))
  (or
   (exists ((counted env) (counted!2 pte.slot))
    (let ((it (pte.live counted counted!2)))
     (let ((it!2 (not (and (= counted counted) (= counted!2 counted!2)))))
      (let ((it!3 (pte.target counted counted!2 _refs)))
       (and
        (and (ite (and it (= counted p)) (and it it!2) it) (ite (and it (= counted p)) (and it!3 it!2) it!3))
        (not (and it it!3)))))))
   (<= (refs!2 _refs) (refs _refs)))))
(assert
 (forall ((_refs page))
  (or
   (exists ((counted env) (counted!2 pte.slot))
    (let ((it (pte.live counted counted!2)))
     (let ((it!2 (pte.target counted counted!2 _refs)))
      (let ((it!3 (not (and (= counted counted) (= counted!2 counted!2)))))
       (and
        (and it it!2)
        (not (and (ite (and it (= counted p)) (and it it!3) it) (ite (and it (= counted p)) (and it!2 it!3) it!2))))))))
   (>= (refs!2 _refs) (refs _refs)))))
(assert
 (forall ((_refs page))
  (or
   (exists ((counted env) (counted!2 pte.slot))
    (let ((it (pte.live counted counted!2)))
     (let ((it!2 (not (and (= counted counted) (= counted!2 counted!2)))))
      (let ((it!3 (pte.target counted counted!2 _refs)))
       (and (ite (and it (= counted p)) (and it it!2) it) (ite (and it (= counted p)) (and it!3 it!2) it!3))))))
   (= (refs!2 _refs) 0))))
(assert (forall ((_writers page)) (>= (writers!2 _writers) 0)))
(assert
 (forall ((_writers page) (counted env) (counted!2 pte.slot))
  (let ((it (pte.live counted counted!2)))
   (let ((it!2 (not (and (= counted counted) (= counted!2 counted!2)))))
    (let ((it!3 (pte.target counted counted!2 _writers)))
     (=>
      (and
       (ite (and it (= counted p)) (and it it!2) it)
       (and (ite (and it (= counted p)) (and it!3 it!2) it!3) (pte.rights.write counted counted!2)))
      (>= (writers!2 _writers) 1)))))))
(assert
 (forall ((_writers page))
  (or
   (exists ((counted env) (counted!2 pte.slot))
    (let ((it (pte.live counted counted!2)))
     (let ((it!2 (not (and (= counted counted) (= counted!2 counted!2)))))
      (let ((it!3 (pte.target counted counted!2 _writers)))
       (let ((it!4 (pte.rights.write counted counted!2)))
        (and
         (and
          (ite (and it (= counted p)) (and it it!2) it)
          (and (ite (and it (= counted p)) (and it!3 it!2) it!3) it!4))
         (not (and it (and it!3 it!4)))))))))
   (<= (writers!2 _writers) (writers _writers)))))
(assert
 (forall ((_writers page))
  (or
   (exists ((counted env) (counted!2 pte.slot))
    (let ((it (pte.live counted counted!2)))
     (let ((it!2 (pte.target counted counted!2 _writers)))
      (let ((it!3 (pte.rights.write counted counted!2)))
       (let ((it!4 (not (and (= counted counted) (= counted!2 counted!2)))))
        (and
         (and it (and it!2 it!3))
         (not
          (and
           (ite (and it (= counted p)) (and it it!4) it)
           (and (ite (and it (= counted p)) (and it!2 it!4) it!2) it!3)))))))))
   (>= (writers!2 _writers) (writers _writers)))))
(assert
 (forall ((_writers page))
  (or
   (exists ((counted env) (counted!2 pte.slot))
    (let ((it (pte.live counted counted!2)))
     (let ((it!2 (not (and (= counted counted) (= counted!2 counted!2)))))
      (let ((it!3 (pte.target counted counted!2 _writers)))
       (and
        (ite (and it (= counted p)) (and it it!2) it)
        (and (ite (and it (= counted p)) (and it!3 it!2) it!3) (pte.rights.write counted counted!2)))))))
   (= (writers!2 _writers) 0))))
(assert (forall ((_waiters page)) (>= (waiters!2 _waiters) 0)))
(assert
 (forall ((_waiters page) (counted env) (counted!2 awaited.slot))
  (let ((it (awaited.live counted counted!2)))
   (let ((it!2 (not (and (= counted counted) (= counted!2 counted!2)))))
    (let ((it!3 (awaited.page counted counted!2 _waiters)))
     (=>
      (and (ite (and it (= counted p)) (and it it!2) it) (ite (and it (= counted p)) (and it!3 it!2) it!3))
      (>= (waiters!2 _waiters) 1)))))))
(assert
 (forall ((_waiters page))
  (or
   (exists ((counted env) (counted!2 awaited.slot))
    (let ((it (awaited.live counted counted!2)))
     (let ((it!2 (not (and (= counted counted) (= counted!2 counted!2)))))
      (let ((it!3 (awaited.page counted counted!2 _waiters)))
       (and
        (and (ite (and it (= counted p)) (and it it!2) it) (ite (and it (= counted p)) (and it!3 it!2) it!3))
        (not (and it it!3)))))))
   (<= (waiters!2 _waiters) (waiters _waiters)))))
(assert
 (forall ((_waiters page))
  (or
   (exists ((counted env) (counted!2 awaited.slot))
    (let ((it (awaited.live counted counted!2)))
     (let ((it!2 (awaited.page counted counted!2 _waiters)))
      (let ((it!3 (not (and (= counted counted) (= counted!2 counted!2)))))
       (and
        (and it it!2)
        (not (and (ite (and it (= counted p)) (and it it!3) it) (ite (and it (= counted p)) (and it!2 it!3) it!2))))))))
   (>= (waiters!2 _waiters) (waiters _waiters)))))
(assert
 (forall ((_waiters page))
  (or
   (exists ((counted env) (counted!2 awaited.slot))
    (let ((it (awaited.live counted counted!2)))
     (let ((it!2 (not (and (= counted counted) (= counted!2 counted!2)))))
      (let ((it!3 (awaited.page counted counted!2 _waiters)))
       (and (ite (and it (= counted p)) (and it it!2) it) (ite (and it (= counted p)) (and it!3 it!2) it!3))))))
   (= (waiters!2 _waiters) 0))))
(assert (forall ((_refs page)) (>= (refs!3 _refs) 0)))
(assert (forall ((_writers page)) (>= (writers!3 _writers) 0)))
(assert (forall ((_waiters page)) (>= (waiters!3 _waiters) 0)))
; the host's relations, and slots
(assert (distinct |acl.slot#0| |acl.slot#1|))
(assert (forall ((a path)) (dominates a a)))
(assert (forall ((a path) (b path) (c path)) (=> (and (dominates a b) (dominates b c)) (dominates a c))))

(push 1)
; guarded.defined
(assert (not (forall ((t env)) (let ((it (ucap.live t |ucap.slot#0|))) (=> (env.live t) (=> it it))))))
(check-sat)
(pop 1)

(push 1)
; used_is_mapped.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; mapped_is_used.defined
(assert (not (forall ((m env) (m!2 pte.slot)) (=> (pte.live m m!2) (pte.live m m!2)))))
(check-sat)
(pop 1)

(push 1)
; writers_within.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; limits.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; guards_used.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; controlled.defined
(assert
 (not
  (forall ((p!2 page))
   (let ((it (acl.live p!2 |acl.slot#0|)))
    (=> (and (page.status.user p!2) (not (page.status.reserved p!2))) (=> it it))))))
(check-sat)
(pop 1)

(push 1)
; listed_is.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; shared.defined
(assert
 (not
  (forall ((m env) (m!2 pte.slot) (n env) (n!2 pte.slot))
   (let ((it (and (pte.live m m!2) (pte.live n n!2)))) (=> it it)))))
(check-sat)
(pop 1)

(push 1)
; narrowed.defined
(assert (not (forall ((c env) (c!2 ucap.slot)) (=> (ucap.live c c!2) (ucap.live c c!2)))))
(check-sat)
(pop 1)

(push 1)
; lingering.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; env.bounded, part 1 of 3
(assert
 (not
  (=>
   (and (env.live p) (and (env.phase.asked p) (<= (+ (env.deadline p) 10) now)))
   (or
    (not (= (env.live p) (and (env.live p) (not (= p p)))))
    (exists ((t env)) (and (env.live t) (not (= (env.live p) (and (env.live p) (not (= p t)))))))
    (exists ((m env) (m!2 pte.slot))
     (and
      (and (env.phase.asked p) (and (env.phase.asked p) (< (env.deadline p) now)))
      (not
       (=
        (env.phase.asked p)
        (and
         (not (= p p))
         (ite
          (exists ((m!3 env) (m!4 pte.slot)) (and (pte.live m!3 m!4) (= m!3 p)))
          (and (not (= p m)) (env.phase.asked p))
          (env.phase.asked p)))))))
    (exists ((e env) (m env) (m!2 pte.slot))
     (and
      (env.live e)
      (and (env.phase.asked e) (and (env.phase.asked e) (< (env.deadline e) now)))
      (not
       (=
        (env.phase.asked p)
        (and
         (not (= p e))
         (ite
          (exists ((m!3 env) (m!4 pte.slot)) (and (pte.live m!3 m!4) (= m!3 e)))
          (and (not (= p m)) (env.phase.asked p))
          (env.phase.asked p)))))))))))
(check-sat)
(pop 1)
