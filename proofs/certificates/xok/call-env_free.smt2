; xok: what `env_free` keeps. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort env 0)
(declare-sort ucap.slot 0)
(declare-sort path 0)
(declare-sort page 0)
(declare-sort acl.slot 0)
(declare-sort pte.slot 0)
(declare-sort awaited.slot 0)
(declare-fun env.live (env) Bool)
(declare-fun t () env)
(declare-fun ucap.live (env ucap.slot) Bool)
(declare-fun ucap.path (env ucap.slot path) Bool)
(declare-fun offer.live (env) Bool)
(declare-fun offer.to (env env) Bool)
(declare-fun offer.key (env ucap.slot) Bool)
(declare-fun offer.path (env path) Bool)
(declare-fun page.status.user (page) Bool)
(declare-fun page.status.reserved (page) Bool)
(declare-fun refs (page) Int)
(declare-fun page.listed (page) Int)
(declare-fun acl.live (page acl.slot) Bool)
(declare-fun acl.path (page acl.slot path) Bool)
(declare-fun pte.live (env pte.slot) Bool)
(declare-fun pte.target (env pte.slot page) Bool)
(declare-fun awaited.live (env awaited.slot) Bool)
(declare-fun awaited.page (env awaited.slot page) Bool)
(declare-fun writers (page) Int)
(declare-fun waiters (page) Int)
(declare-fun e () env)
(declare-fun k () ucap.slot)
(declare-fun ucap.rights.write (env ucap.slot) Bool)
(declare-fun ucap.rights.dup (env ucap.slot) Bool)
(declare-fun |ucap.slot#0| () ucap.slot)
(declare-fun dominates (path path) Bool)
(declare-fun now () Int)
(declare-fun env.deadline (env) Int)
(declare-fun env.since (env) Int)
(declare-fun env.entered (env) Int)
(declare-fun page.max_readers (page) Int)
(declare-fun page.max_writers (page) Int)
(declare-fun refs!2 (page) Int)
(declare-fun writers!2 (page) Int)
(declare-fun |acl.slot#0| () acl.slot)
(declare-fun acl.rights.write (page acl.slot) Bool)
(declare-fun acl.rights.dup (page acl.slot) Bool)
(declare-fun |acl.slot#1| () acl.slot)
(declare-fun env.phase.asked (env) Bool)
(declare-fun pte.rights.write (env pte.slot) Bool)
(declare-fun waiters!2 (page) Int)
(declare-fun page.dma (page) Bool)
(declare-fun page.buffer (page) Bool)
(declare-fun offer.rights.write (env) Bool)

; ---- the step, from the state before to the state after
(define-fun env.live.after ((x env)) Bool (and (env.live x) (not (= x t))))
(define-fun ucap.live.after ((x env) (y ucap.slot)) Bool
 (ite (and (ucap.live x y) (= x t)) (and (ucap.live x y) (not (and (= x x) (= y y)))) (ucap.live x y)))
(define-fun ucap.path.after ((x env) (y ucap.slot) (z path)) Bool
 (ite (and (ucap.live x y) (= x t)) (and (ucap.path x y z) (not (and (= x x) (= y y)))) (ucap.path x y z)))
(define-fun offer.live.after ((x env)) Bool
 (ite (and (offer.live x) (or (= x t) (offer.to x t))) (and (offer.live x) (not (= x x))) (offer.live x)))
(define-fun offer.to.after ((x env) (y env)) Bool
 (ite (and (offer.live x) (or (= x t) (offer.to x t))) (and (offer.to x y) (not (= x x))) (offer.to x y)))
(define-fun offer.key.after ((x env) (y ucap.slot)) Bool
 (ite (and (offer.live x) (or (= x t) (offer.to x t))) (and (offer.key x y) (not (= x x))) (offer.key x y)))
(define-fun offer.path.after ((x env) (y path)) Bool
 (ite (and (offer.live x) (or (= x t) (offer.to x t))) (and (offer.path x y) (not (= x x))) (offer.path x y)))
(define-fun page.status.user.after ((x page)) Bool
 (ite
  (and (and (page.status.user x) (not (page.status.reserved x))) (= (refs x) 0))
  (and (not (= x x)) (page.status.user x))
  (page.status.user x)))
(define-fun page.status.reserved.after ((x page)) Bool
 (let ((it (page.status.reserved x)))
  (ite (and (and (page.status.user x) (not it)) (= (refs x) 0)) (and (not (= x x)) it) it)))
(define-fun page.listed.after ((x page)) Int
 (ite
  (and (and (page.status.user x) (not (page.status.reserved x))) (= (refs x) 0))
  (ite (= x x) 0 (page.listed x))
  (page.listed x)))
(define-fun acl.live.after ((x page) (y acl.slot)) Bool
 (let ((it (page.status.reserved x)))
  (let ((it!2 (and (and (page.status.user x) (not it)) (= (refs x) 0))))
   (ite
    (and
     (acl.live x y)
     (and
      (not (ite it!2 (and (not (= x x)) (page.status.user x)) (page.status.user x)))
      (not (ite it!2 (and (not (= x x)) it) it))))
    (and (acl.live x y) (not (and (= x x) (= y y))))
    (acl.live x y)))))
(define-fun acl.path.after ((x page) (y acl.slot) (z path)) Bool
 (let ((it (page.status.reserved x)))
  (let ((it!2 (and (and (page.status.user x) (not it)) (= (refs x) 0))))
   (ite
    (and
     (acl.live x y)
     (and
      (not (ite it!2 (and (not (= x x)) (page.status.user x)) (page.status.user x)))
      (not (ite it!2 (and (not (= x x)) it) it))))
    (and (acl.path x y z) (not (and (= x x) (= y y))))
    (acl.path x y z)))))
(define-fun pte.live.after ((x env) (y pte.slot)) Bool
 (ite (and (pte.live x y) (= x t)) (and (pte.live x y) (not (and (= x x) (= y y)))) (pte.live x y)))
(define-fun pte.target.after ((x env) (y pte.slot) (z page)) Bool
 (ite (and (pte.live x y) (= x t)) (and (pte.target x y z) (not (and (= x x) (= y y)))) (pte.target x y z)))
(define-fun awaited.live.after ((x env) (y awaited.slot)) Bool
 (ite (and (awaited.live x y) (= x t)) (and (awaited.live x y) (not (and (= x x) (= y y)))) (awaited.live x y)))
(define-fun awaited.page.after ((x env) (y awaited.slot) (z page)) Bool
 (ite (and (awaited.live x y) (= x t)) (and (awaited.page x y z) (not (and (= x x) (= y y)))) (awaited.page x y z)))
(define-fun refs.after ((x page)) Int (refs x))
(define-fun writers.after ((x page)) Int (writers x))
(define-fun waiters.after ((x page)) Int (waiters x))
(define-fun succeeds () Bool
 (or
  (= t e)
  (and
   (ucap.live e k)
   (and (ucap.rights.write e k) (ucap.rights.dup e k))
   (forall ((path path))
    (=> (ucap.path e k path) (forall ((path!2 path)) (=> (ucap.path t |ucap.slot#0| path!2) (dominates path path!2))))))))

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
 (forall ((t!2 env))
  (=>
   (env.live t!2)
   (and (ucap.live t!2 |ucap.slot#0|) (and (ucap.rights.write t!2 |ucap.slot#0|) (ucap.rights.dup t!2 |ucap.slot#0|))))))
; used_is_mapped
(assert (forall ((p page)) (=> (and (page.status.user p) (not (page.status.reserved p))) (< 0 (refs!2 p)))))
; mapped_is_used
(assert
 (forall ((m env) (m!2 pte.slot))
  (=>
   (pte.live m m!2)
   (forall ((target page))
    (=> (pte.target m m!2 target) (and (page.status.user target) (not (page.status.reserved target))))))))
; writers_within
(assert (forall ((p page)) (<= (writers!2 p) (refs!2 p))))
; limits
(assert
 (forall ((p page))
  (=>
   (and (page.status.user p) (not (page.status.reserved p)))
   (or
    (and (= (page.max_readers p) 15) (= (page.max_writers p) 15))
    (and (<= (refs!2 p) (page.max_readers p)) (<= (writers!2 p) (page.max_writers p)))))))
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
(assert (forall ((group page)) (>= (refs!2 group) 0)))
(assert
 (forall ((group page) (counted env) (counted!2 pte.slot))
  (=> (and (pte.live counted counted!2) (pte.target counted counted!2 group)) (>= (refs!2 group) 1))))
(assert (forall ((group page)) (>= (writers!2 group) 0)))
(assert
 (forall ((group page) (counted env) (counted!2 pte.slot))
  (=>
   (and (pte.live counted counted!2) (and (pte.target counted counted!2 group) (pte.rights.write counted counted!2)))
   (>= (writers!2 group) 1))))
(assert (forall ((group page)) (>= (waiters!2 group) 0)))
(assert
 (forall ((group page) (counted env) (counted!2 awaited.slot))
  (=> (and (awaited.live counted counted!2) (awaited.page counted counted!2 group)) (>= (waiters!2 group) 1))))
(assert (forall ((group page)) (<= (writers!2 group) (refs!2 group))))
(assert
 (forall ((group page) (counted env) (counted!2 pte.slot))
  (let ((it (pte.live counted counted!2)))
   (let ((it!2 (pte.target counted counted!2 group)))
    (=>
     (and (and it it!2) (not (and it (and it!2 (pte.rights.write counted counted!2)))))
     (<= (+ (writers!2 group) 1) (refs!2 group)))))))
; the step's arguments, and names for what it meets
(assert (env.live t))
(assert (env.live e))
(assert (forall ((_refs page)) (>= (refs _refs) 0)))
(assert
 (forall ((_refs page) (counted env) (counted!2 pte.slot))
  (let ((it (pte.live counted counted!2)))
   (let ((it!2 (not (and (= counted counted) (= counted!2 counted!2)))))
    (let ((it!3 (pte.target counted counted!2 _refs)))
     (=>
      (and (ite (and it (= counted t)) (and it it!2) it) (ite (and it (= counted t)) (and it!3 it!2) it!3))
      (>= (refs _refs) 1)))))))
(assert
 (forall ((_refs page))
  (or
   (exists ((counted env) (counted!2 pte.slot))
    (let ((it (pte.live counted counted!2)))
     (let ((it!2 (not (and (= counted counted) (= counted!2 counted!2)))))
      (let ((it!3 (pte.target counted counted!2 _refs)))
       (and
        (and (ite (and it (= counted t)) (and it it!2) it) (ite (and it (= counted t)) (and it!3 it!2) it!3))
        (not (and it it!3)))))))
   (<= (refs _refs) (refs!2 _refs)))))
(assert
 (forall ((_refs page))
  (or
   (exists ((counted env) (counted!2 pte.slot))
    (let ((it (pte.live counted counted!2)))
     (let ((it!2 (pte.target counted counted!2 _refs)))
      (let ((it!3 (not (and (= counted counted) (= counted!2 counted!2)))))
       (and
        (and it it!2)
        (not (and (ite (and it (= counted t)) (and it it!3) it) (ite (and it (= counted t)) (and it!2 it!3) it!2))))))))
   (>= (refs _refs) (refs!2 _refs)))))
(assert
 (forall ((_refs page))
  (or
   (exists ((counted env) (counted!2 pte.slot))
    (let ((it (pte.live counted counted!2)))
     (let ((it!2 (not (and (= counted counted) (= counted!2 counted!2)))))
      (let ((it!3 (pte.target counted counted!2 _refs)))
       (and (ite (and it (= counted t)) (and it it!2) it) (ite (and it (= counted t)) (and it!3 it!2) it!3))))))
   (= (refs _refs) 0))))
(assert (forall ((_writers page)) (>= (writers _writers) 0)))
(assert
 (forall ((_writers page) (counted env) (counted!2 pte.slot))
  (let ((it (pte.live counted counted!2)))
   (let ((it!2 (not (and (= counted counted) (= counted!2 counted!2)))))
    (let ((it!3 (pte.target counted counted!2 _writers)))
     (=>
      (and
       (ite (and it (= counted t)) (and it it!2) it)
       (and (ite (and it (= counted t)) (and it!3 it!2) it!3) (pte.rights.write counted counted!2)))
      (>= (writers _writers) 1)))))))
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
          (ite (and it (= counted t)) (and it it!2) it)
          (and (ite (and it (= counted t)) (and it!3 it!2) it!3) it!4))
         (not (and it (and it!3 it!4)))))))))
   (<= (writers _writers) (writers!2 _writers)))))
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
           (ite (and it (= counted t)) (and it it!4) it)
           (and (ite (and it (= counted t)) (and it!2 it!4) it!2) it!3)))))))))
   (>= (writers _writers) (writers!2 _writers)))))
(assert
 (forall ((_writers page))
  (or
   (exists ((counted env) (counted!2 pte.slot))
    (let ((it (pte.live counted counted!2)))
     (let ((it!2 (not (and (= counted counted) (= counted!2 counted!2)))))
      (let ((it!3 (pte.target counted counted!2 _writers)))
       (and
        (ite (and it (= counted t)) (and it it!2) it)
        (and (ite (and it (= counted t)) (and it!3 it!2) it!3) (pte.rights.write counted counted!2)))))))
   (= (writers _writers) 0))))
(assert (forall ((_waiters page)) (>= (waiters _waiters) 0)))
(assert
 (forall ((_waiters page) (counted env) (counted!2 awaited.slot))
  (let ((it (awaited.live counted counted!2)))
   (let ((it!2 (not (and (= counted counted) (= counted!2 counted!2)))))
    (let ((it!3 (awaited.page counted counted!2 _waiters)))
     (=>
      (and (ite (and it (= counted t)) (and it it!2) it) (ite (and it (= counted t)) (and it!3 it!2) it!3))
      (>= (waiters _waiters) 1)))))))
(assert
 (forall ((_waiters page))
  (or
   (exists ((counted env) (counted!2 awaited.slot))
    (let ((it (awaited.live counted counted!2)))
     (let ((it!2 (not (and (= counted counted) (= counted!2 counted!2)))))
      (let ((it!3 (awaited.page counted counted!2 _waiters)))
       (and
        (and (ite (and it (= counted t)) (and it it!2) it) (ite (and it (= counted t)) (and it!3 it!2) it!3))
        (not (and it it!3)))))))
   (<= (waiters _waiters) (waiters!2 _waiters)))))
(assert
 (forall ((_waiters page))
  (or
   (exists ((counted env) (counted!2 awaited.slot))
    (let ((it (awaited.live counted counted!2)))
     (let ((it!2 (awaited.page counted counted!2 _waiters)))
      (let ((it!3 (not (and (= counted counted) (= counted!2 counted!2)))))
       (and
        (and it it!2)
        (not (and (ite (and it (= counted t)) (and it it!3) it) (ite (and it (= counted t)) (and it!2 it!3) it!2))))))))
   (>= (waiters _waiters) (waiters!2 _waiters)))))
(assert
 (forall ((_waiters page))
  (or
   (exists ((counted env) (counted!2 awaited.slot))
    (let ((it (awaited.live counted counted!2)))
     (let ((it!2 (not (and (= counted counted) (= counted!2 counted!2)))))
      (let ((it!3 (awaited.page counted counted!2 _waiters)))
       (and (ite (and it (= counted t)) (and it it!2) it) (ite (and it (= counted t)) (and it!3 it!2) it!3))))))
   (= (waiters _waiters) 0))))
; counts of the state after
(assert (forall ((group page)) (>= (refs.after group) 0)))
(assert
 (forall ((group page) (counted env) (counted!2 pte.slot))
  (=> (and (pte.live.after counted counted!2) (pte.target.after counted counted!2 group)) (>= (refs.after group) 1))))
(assert (forall ((group page)) (>= (writers.after group) 0)))
(assert
 (forall ((group page) (counted env) (counted!2 pte.slot))
  (=>
   (and
    (pte.live.after counted counted!2)
    (and (pte.target.after counted counted!2 group) (pte.rights.write counted counted!2)))
   (>= (writers.after group) 1))))
(assert (forall ((group page)) (>= (waiters.after group) 0)))
(assert
 (forall ((group page) (counted env) (counted!2 awaited.slot))
  (=>
   (and (awaited.live.after counted counted!2) (awaited.page.after counted counted!2 group))
   (>= (waiters.after group) 1))))
(assert (forall ((group page)) (<= (writers.after group) (refs.after group))))
(assert
 (forall ((group page) (counted env) (counted!2 pte.slot))
  (let ((it (pte.live.after counted counted!2)))
   (let ((it!2 (pte.target.after counted counted!2 group)))
    (=>
     (and (and it it!2) (not (and it (and it!2 (pte.rights.write counted counted!2)))))
     (<= (+ (writers.after group) 1) (refs.after group)))))))
; the host's relations, and slots
(assert (distinct |acl.slot#0| |acl.slot#1|))
(assert (forall ((a path)) (dominates a a)))
(assert (forall ((a path) (b path) (c path)) (=> (and (dominates a b) (dominates b c)) (dominates a c))))

(push 1)
; guarded
(assert
 (not
  (=>
   succeeds
   (forall ((t!2 env))
    (=>
     (env.live.after t!2)
     (and
      (ucap.live.after t!2 |ucap.slot#0|)
      (and (ucap.rights.write t!2 |ucap.slot#0|) (ucap.rights.dup t!2 |ucap.slot#0|))))))))
(check-sat)
(pop 1)

(push 1)
; used_is_mapped
(assert
 (not
  (=>
   succeeds
   (forall ((p page)) (=> (and (page.status.user.after p) (not (page.status.reserved.after p))) (< 0 (refs.after p)))))))
(check-sat)
(pop 1)

(push 1)
; mapped_is_used
(assert
 (not
  (=>
   succeeds
   (forall ((m env) (m!2 pte.slot))
    (=>
     (pte.live.after m m!2)
     (forall ((target page))
      (=>
       (pte.target.after m m!2 target)
       (and (page.status.user.after target) (not (page.status.reserved.after target))))))))))
(check-sat)
(pop 1)

(push 1)
; writers_within
(assert (not (=> succeeds (forall ((p page)) (<= (writers.after p) (refs.after p))))))
(check-sat)
(pop 1)

(push 1)
; limits
(assert
 (not
  (=>
   succeeds
   (forall ((p page))
    (=>
     (and (page.status.user.after p) (not (page.status.reserved.after p)))
     (or
      (and (= (page.max_readers p) 15) (= (page.max_writers p) 15))
      (and (<= (refs.after p) (page.max_readers p)) (<= (writers.after p) (page.max_writers p)))))))))
(check-sat)
(pop 1)

(push 1)
; guards_used
(assert
 (not
  (=>
   succeeds
   (forall ((a page) (a!2 acl.slot))
    (=> (acl.live.after a a!2) (and (page.status.user.after a) (not (page.status.reserved.after a))))))))
(check-sat)
(pop 1)

(push 1)
; controlled
(assert
 (not
  (=>
   succeeds
   (forall ((p page))
    (=>
     (and (page.status.user.after p) (not (page.status.reserved.after p)))
     (and (acl.live.after p |acl.slot#0|) (and (acl.rights.write p |acl.slot#0|) (acl.rights.dup p |acl.slot#0|))))))))
(check-sat)
(pop 1)

(push 1)
; listed_is
(assert
 (not
  (=>
   succeeds
   (forall ((p page))
    (let ((it (not (and (page.status.user.after p) (not (page.status.reserved.after p))))))
     (let ((it!2 (acl.live.after p |acl.slot#1|)))
      (and
       (=> it (= (page.listed.after p) 0))
       (or it (and (=> it!2 (= (page.listed.after p) 2)) (or it!2 (= (page.listed.after p) 1)))))))))))
(check-sat)
(pop 1)

(push 1)
; pinned_stays
(assert
 (not
  (=>
   succeeds
   (forall ((p page))
    (=>
     (and (and (not (page.status.user p)) (not (page.status.reserved p))) (or (page.dma p) (< 0 (waiters!2 p))))
     (and (not (page.status.user.after p)) (not (page.status.reserved.after p))))))))
(check-sat)
(pop 1)

(push 1)
; handed_down
(assert
 (not
  (=>
   succeeds
   (forall ((c env) (c!2 ucap.slot))
    (let ((it (ucap.rights.write c c!2)))
     (=>
      (or (ucap.live c c!2) (ucap.live.after c c!2))
      (=>
       (and
        (ucap.live.after c c!2)
        (not
         (and
          (ucap.live c c!2)
          (forall ((same path)) (= (ucap.path.after c c!2 same) (ucap.path c c!2 same)))
          (and (=> it it) (=> (ucap.rights.dup c c!2) (ucap.rights.dup c c!2))))))
       (exists ((d env) (d!2 ucap.slot))
        (and
         (ucap.live.after d d!2)
         (and
          (ucap.live d d!2)
          (forall ((path path))
           (=>
            (ucap.path d d!2 path)
            (forall ((path!2 path)) (=> (ucap.path.after c c!2 path!2) (dominates path path!2)))))
          (and (=> (ucap.rights.write c c!2) (ucap.rights.write d d!2)) (ucap.rights.dup d d!2))
          (or (= d e) (exists ((o env)) (and (offer.live o) (and (= o d) (offer.key o d!2) (offer.to o e)))))))))))))))
(check-sat)
(pop 1)

(push 1)
; used_once
(assert false)
(check-sat)
(pop 1)

(push 1)
; by_list
(assert
 (not
  (=>
   succeeds
   (forall ((m env) (m!2 pte.slot) (p page))
    (let ((it (pte.rights.write m m!2)))
     (=>
      (or (pte.live m m!2) (pte.live.after m m!2))
      (=>
       (and
        (pte.live.after m m!2)
        (pte.target.after m m!2 p)
        (not (and (and (pte.live m m!2) (pte.target m m!2 p)) (=> it it))))
       (or
        (and (not (page.status.user p)) (not (page.status.reserved p)))
        (exists ((k!2 ucap.slot))
         (or
          (exists ((a page) (a!2 acl.slot))
           (and
            (acl.live a a!2)
            (and
             (= a p)
             (acl.rights.write a a!2)
             (and
              (ucap.live e k!2)
              (ucap.rights.write e k!2)
              (forall ((path path))
               (=> (ucap.path e k!2 path) (forall ((path!2 path)) (=> (acl.path a a!2 path!2) (dominates path path!2)))))))))
          (and
           (not (pte.rights.write m m!2))
           (exists ((a page) (a!2 acl.slot))
            (and
             (acl.live a a!2)
             (and
              (= a p)
              (and
               (ucap.live e k!2)
               (forall ((path path))
                (=>
                 (ucap.path e k!2 path)
                 (forall ((path!2 path)) (=> (acl.path a a!2 path!2) (dominates path path!2))))))))))))))))))))
(check-sat)
(pop 1)

(push 1)
; no_buffer
(assert
 (not
  (=>
   succeeds
   (forall ((m env) (m!2 pte.slot) (p page))
    (=>
     (or (pte.live m m!2) (pte.live.after m m!2))
     (=>
      (and (pte.live.after m m!2) (pte.target.after m m!2 p) (not (and (pte.live m m!2) (pte.target m m!2 p))))
      (not (page.buffer p))))))))
(check-sat)
(pop 1)

(push 1)
; asked_by
(assert
 (not
  (=>
   succeeds
   (forall ((t!2 env))
    (=>
     (or (env.live t!2) (env.live.after t!2))
     (=>
      (and (and (env.live t!2) (not (env.phase.asked t!2))) (env.live.after t!2) (env.phase.asked t!2))
      (exists ((m env) (m!2 pte.slot) (k!2 ucap.slot))
       (and
        (pte.live.after m m!2)
        (and
         (= m t!2)
         (exists ((a page) (a!2 acl.slot))
          (and
           (acl.live a a!2)
           (and
            (pte.target m m!2 a)
            (acl.rights.dup a a!2)
            (and
             (ucap.live e k!2)
             (ucap.rights.dup e k!2)
             (forall ((path path))
              (=> (ucap.path e k!2 path) (forall ((path!2 path)) (=> (acl.path a a!2 path!2) (dominates path path!2))))))))))))))))))
(check-sat)
(pop 1)

(push 1)
; env_free.defined
(assert
 (not
  (and
   (or
    (= t e)
    (=>
     (ucap.live e k)
     (and
      (ucap.live e k)
      (=> (and (ucap.rights.write e k) (ucap.rights.dup e k)) (and (ucap.live e k) (ucap.live t |ucap.slot#0|))))))
   (=> succeeds (forall ((m env) (m!2 pte.slot)) (=> (and (pte.live m m!2) (= m t)) (pte.live m m!2))))
   (=>
    succeeds
    (forall ((a page) (a!2 acl.slot))
     (let ((it (page.status.reserved a)))
      (let ((it!2 (and (and (page.status.user a) (not it)) (= (refs a) 0))))
       (=>
        (and
         (acl.live a a!2)
         (and
          (not (ite it!2 (and (not (= a a)) (page.status.user a)) (page.status.user a)))
          (not (ite it!2 (and (not (= a a)) it) it))))
        (acl.live a a!2))))))
   (=> succeeds (forall ((c env) (c!2 ucap.slot)) (=> (and (ucap.live c c!2) (= c t)) (ucap.live c c!2))))
   (=> succeeds (forall ((o env)) (=> (offer.live o) (or (= o t) (offer.live o)))))
   (=> succeeds (forall ((o env)) (=> (and (offer.live o) (or (= o t) (offer.to o t))) (offer.live o))))
   (=> succeeds (forall ((w env) (w!2 awaited.slot)) (=> (and (awaited.live w w!2) (= w t)) (awaited.live w w!2))))
   (=> succeeds (env.live t))
   (=> succeeds (>= now 0))
   (=> succeeds (forall ((x env)) (=> (env.live.after x) (>= (env.deadline x) 0))))
   (=> succeeds (forall ((x env)) (=> (env.live.after x) (>= (env.since x) 0))))
   (=> succeeds (forall ((x env)) (=> (env.live.after x) (>= (env.entered x) 0))))
   (=> succeeds (forall ((x env) (x!2 ucap.slot) (y path)) (=> (ucap.path.after x x!2 y) (ucap.live.after x x!2))))
   (=>
    succeeds
    (forall ((x env) (x!2 ucap.slot) (y path) (z path))
     (=> (and (ucap.path.after x x!2 y) (ucap.path.after x x!2 z)) (= y z))))
   (=>
    succeeds
    (forall ((x env) (x!2 ucap.slot)) (=> (ucap.live.after x x!2) (exists ((y path)) (ucap.path.after x x!2 y)))))
   (=> succeeds (forall ((x env) (y env)) (=> (offer.to.after x y) (offer.live.after x))))
   (=> succeeds (forall ((x env) (y env) (z env)) (=> (and (offer.to.after x y) (offer.to.after x z)) (= y z))))
   (=> succeeds (forall ((x env)) (=> (offer.live.after x) (exists ((y env)) (offer.to.after x y)))))
   (=> succeeds (forall ((x env) (y ucap.slot)) (=> (offer.key.after x y) (offer.live.after x))))
   (=>
    succeeds
    (forall ((x env) (y ucap.slot) (z ucap.slot)) (=> (and (offer.key.after x y) (offer.key.after x z)) (= y z))))
   (=> succeeds (forall ((x env)) (=> (offer.live.after x) (exists ((y ucap.slot)) (offer.key.after x y)))))
   (=> succeeds (forall ((x env) (y path)) (=> (offer.path.after x y) (offer.live.after x))))
   (=> succeeds (forall ((x env) (y path) (z path)) (=> (and (offer.path.after x y) (offer.path.after x z)) (= y z))))
   (=> succeeds (forall ((x env)) (=> (offer.live.after x) (exists ((y path)) (offer.path.after x y)))))
   (=> succeeds (forall ((x page)) (not (and (page.status.reserved.after x) (page.status.user.after x)))))
   (=> succeeds (forall ((x page)) (and (>= (page.max_readers x) 0) (<= (page.max_readers x) 15))))
   (=> succeeds (forall ((x page)) (and (>= (page.max_writers x) 0) (<= (page.max_writers x) 15))))
   (=> succeeds (forall ((x page)) (and (>= (page.listed.after x) 0) (<= (page.listed.after x) 2))))
   (=> succeeds (forall ((x page) (x!2 acl.slot) (y path)) (=> (acl.path.after x x!2 y) (acl.live.after x x!2))))
   (=>
    succeeds
    (forall ((x page) (x!2 acl.slot) (y path) (z path))
     (=> (and (acl.path.after x x!2 y) (acl.path.after x x!2 z)) (= y z))))
   (=>
    succeeds
    (forall ((x page) (x!2 acl.slot)) (=> (acl.live.after x x!2) (exists ((y path)) (acl.path.after x x!2 y)))))
   (=> succeeds (forall ((x env) (x!2 pte.slot) (y page)) (=> (pte.target.after x x!2 y) (pte.live.after x x!2))))
   (=>
    succeeds
    (forall ((x env) (x!2 pte.slot) (y page) (z page))
     (=> (and (pte.target.after x x!2 y) (pte.target.after x x!2 z)) (= y z))))
   (=>
    succeeds
    (forall ((x env) (x!2 pte.slot)) (=> (pte.live.after x x!2) (exists ((y page)) (pte.target.after x x!2 y)))))
   (=>
    succeeds
    (forall ((x env) (x!2 awaited.slot) (y page)) (=> (awaited.page.after x x!2 y) (awaited.live.after x x!2))))
   (=>
    succeeds
    (forall ((x env) (x!2 awaited.slot) (y page) (z page))
     (=> (and (awaited.page.after x x!2 y) (awaited.page.after x x!2 z)) (= y z))))
   (=>
    succeeds
    (forall ((x env) (x!2 awaited.slot))
     (=> (awaited.live.after x x!2) (exists ((y page)) (awaited.page.after x x!2 y))))))))
(check-sat)
(pop 1)

(push 1)
; pinned_stays.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; handed_down.defined
(assert
 (not
  (=>
   succeeds
   (forall ((c env) (c!2 ucap.slot))
    (let ((it (and (ucap.live.after c c!2) (ucap.live c c!2))))
     (let ((it!2 (ucap.rights.write c c!2)))
      (=>
       (or (ucap.live c c!2) (ucap.live.after c c!2))
       (and
        (=>
         (ucap.live.after c c!2)
         (=>
          (ucap.live c c!2)
          (and it (=> (forall ((same path)) (= (ucap.path.after c c!2 same) (ucap.path c c!2 same))) it))))
        (=>
         (and
          (ucap.live.after c c!2)
          (not
           (and
            (ucap.live c c!2)
            (forall ((same path)) (= (ucap.path.after c c!2 same) (ucap.path c c!2 same)))
            (and (=> it!2 it!2) (=> (ucap.rights.dup c c!2) (ucap.rights.dup c c!2))))))
         (forall ((d env) (d!2 ucap.slot))
          (=>
           (ucap.live.after d d!2)
           (=>
            (ucap.live d d!2)
            (and
             (and (ucap.live d d!2) (ucap.live.after c c!2))
             (=>
              (exists ((path path))
               (and
                (ucap.path d d!2 path)
                (exists ((path!2 path)) (and (ucap.path.after c c!2 path!2) (dominates path path!2)))))
              (and
               (and (ucap.live.after c c!2) (ucap.live d d!2))
               (=>
                (and (=> (ucap.rights.write c c!2) (ucap.rights.write d d!2)) (ucap.rights.dup d d!2))
                (or
                 (= d e)
                 (forall ((o env))
                  (=> (offer.live o) (=> (= o d) (and (offer.live o) (=> (offer.key o d!2) (offer.live o)))))))))))))))))))))))
(check-sat)
(pop 1)

(push 1)
; used_once.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; by_list.defined
(assert
 (not
  (=>
   succeeds
   (forall ((m env) (m!2 pte.slot) (p page))
    (let ((it (pte.target.after m m!2 p)))
     (let ((it!2 (and (pte.live m m!2) (pte.target m m!2 p))))
      (let ((it!3 (pte.rights.write m m!2)))
       (=>
        (or (pte.live m m!2) (pte.live.after m m!2))
        (and
         (=>
          (pte.live.after m m!2)
          (and
           (pte.live.after m m!2)
           (=> it (and (=> (pte.live m m!2) (pte.live m m!2)) (=> it!2 (and (pte.live.after m m!2) (pte.live m m!2)))))))
         (=>
          (and (pte.live.after m m!2) it (not (and it!2 (=> it!3 it!3))))
          (or
           (and (not (page.status.user p)) (not (page.status.reserved p)))
           (forall ((k!2 ucap.slot))
            (and
             (forall ((a page) (a!2 acl.slot))
              (=>
               (acl.live a a!2)
               (=>
                (= a p)
                (and
                 (acl.live a a!2)
                 (=>
                  (acl.rights.write a a!2)
                  (=>
                   (ucap.live e k!2)
                   (and (ucap.live e k!2) (=> (ucap.rights.write e k!2) (and (ucap.live e k!2) (acl.live a a!2))))))))))
             (or
              (exists ((a page) (a!2 acl.slot))
               (and
                (acl.live a a!2)
                (and
                 (= a p)
                 (acl.rights.write a a!2)
                 (and
                  (ucap.live e k!2)
                  (ucap.rights.write e k!2)
                  (forall ((path path))
                   (=>
                    (ucap.path e k!2 path)
                    (forall ((path!2 path)) (=> (acl.path a a!2 path!2) (dominates path path!2)))))))))
              (and
               (pte.live.after m m!2)
               (=>
                (not (pte.rights.write m m!2))
                (forall ((a page) (a!2 acl.slot))
                 (=>
                  (acl.live a a!2)
                  (=>
                   (= a p)
                   (and
                    (acl.live a a!2)
                    (=> (ucap.live e k!2) (and (ucap.live e k!2) (and (ucap.live e k!2) (acl.live a a!2))))))))))))))))))))))))
(check-sat)
(pop 1)

(push 1)
; no_buffer.defined
(assert
 (not
  (=>
   succeeds
   (forall ((m env) (m!2 pte.slot) (p page))
    (=>
     (or (pte.live m m!2) (pte.live.after m m!2))
     (=>
      (pte.live.after m m!2)
      (and (pte.live.after m m!2) (=> (pte.target.after m m!2 p) (=> (pte.live m m!2) (pte.live m m!2))))))))))
(check-sat)
(pop 1)

(push 1)
; asked_by.defined
(assert
 (not
  (=>
   succeeds
   (forall ((t!2 env))
    (let ((it (and (env.live t!2) (not (env.phase.asked t!2)))))
     (=>
      (or (env.live t!2) (env.live.after t!2))
      (and
       (and (=> (env.live t!2) (env.live t!2)) (=> it (=> (env.live.after t!2) (env.live.after t!2))))
       (=>
        (and it (env.live.after t!2) (env.phase.asked t!2))
        (forall ((m env) (m!2 pte.slot) (k!2 ucap.slot))
         (=>
          (pte.live.after m m!2)
          (=>
           (= m t!2)
           (forall ((a page) (a!2 acl.slot))
            (=>
             (acl.live a a!2)
             (and
              (pte.live m m!2)
              (=>
               (pte.target m m!2 a)
               (and
                (acl.live a a!2)
                (=>
                 (acl.rights.dup a a!2)
                 (=>
                  (ucap.live e k!2)
                  (and (ucap.live e k!2) (=> (ucap.rights.dup e k!2) (and (ucap.live e k!2) (acl.live a a!2))))))))))))))))))))))
(check-sat)
(pop 1)

(push 1)
; ucap.env.refers
(assert (not (=> succeeds (forall ((x env) (x!2 ucap.slot)) (=> (ucap.live.after x x!2) (env.live.after x))))))
(check-sat)
(pop 1)

(push 1)
; ucap.path.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; offer.env.refers
(assert (not (=> succeeds (forall ((x env)) (=> (offer.live.after x) (env.live.after x))))))
(check-sat)
(pop 1)

(push 1)
; offer.to.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x env)) (=> (offer.live.after x) (forall ((to env)) (=> (offer.to.after x to) (env.live.after to))))))))
(check-sat)
(pop 1)

(push 1)
; offer.path.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; page.reclaimed
(assert
 (not
  (=>
   succeeds
   (forall ((p page))
    (=>
     (and
      (not (and (not (page.status.user p)) (not (page.status.reserved p))))
      (and (not (page.status.user.after p)) (not (page.status.reserved.after p))))
     (not (exists ((c env) (c!2 pte.slot)) (and (pte.live.after c c!2) (pte.target.after c c!2 p)))))))))
(check-sat)
(pop 1)

(push 1)
; acl.page.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; acl.path.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; pte.env.refers
(assert (not (=> succeeds (forall ((x env) (x!2 pte.slot)) (=> (pte.live.after x x!2) (env.live.after x))))))
(check-sat)
(pop 1)

(push 1)
; pte.target.refers
(assert false)
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
     (pte.live.after m m!2)
     (not
      (exists ((target page))
       (and
        (pte.target.after m m!2 target)
        (and (not (page.status.user.after target)) (not (page.status.reserved.after target)))))))))))
(check-sat)
(pop 1)

(push 1)
; awaited.env.refers
(assert (not (=> succeeds (forall ((x env) (x!2 awaited.slot)) (=> (awaited.live.after x x!2) (env.live.after x))))))
(check-sat)
(pop 1)

(push 1)
; awaited.page.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; env.phase_order
(assert
 (not
  (=>
   succeeds
   (forall ((p env))
    (let ((it (not (env.phase.asked p))))
     (let ((it!2 (or it (env.phase.asked p))))
      (=>
       (or (env.live p) (env.live.after p))
       (and
        (=> (and (env.live.after p) (not (env.live p))) it)
        (=> (and (env.live p) (env.live.after p) it) it!2)
        (=> (and (env.live p) (env.live.after p) (env.phase.asked p)) it!2)))))))))
(check-sat)
(pop 1)

(push 1)
; env.grace
(assert false)
(check-sat)
(pop 1)

(push 1)
; env.deadline
(assert
 (not
  (=>
   succeeds
   (forall ((p env))
    (=>
     (env.live.after p)
     (and
      (=>
       (env.phase.asked p)
       (and (<= (env.deadline p) (+ (env.since p) 10000)) (<= (+ (env.entered p) 10000) (env.deadline p))))
      (=>
       (env.phase.asked p)
       (and (<= (env.since p) (env.entered p)) (<= (env.entered p) now) (<= now (+ (env.deadline p) 10))))))))))
(check-sat)
(pop 1)

(push 1)
; env.bounded, part 2 of 3
(assert
 (not
  (=>
   succeeds
   (forall ((p env))
    (let ((it (and (env.phase.asked p) (<= (+ (env.deadline p) 10) now))))
     (=> (or (env.live p) (env.live.after p)) (=> (and (env.live p) (env.live.after p) it) it)))))))
(check-sat)
(pop 1)

(push 1)
; env.bounded, part 3 of 3
(assert
 (not
  (=> succeeds (forall ((p env)) (=> (env.live.after p) (=> (env.phase.asked p) (<= now (+ (env.since p) 10010))))))))
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
     (or (env.live x) (env.live.after x))
     (=>
      (and
       (not
        (or
         (exists ((a page) (a!2 acl.slot))
          (and
           (acl.live a a!2)
           (and
            (= a p)
            (or
             (exists ((k!2 ucap.slot))
              (and
               (ucap.live x k!2)
               (forall ((path path))
                (=>
                 (ucap.path x k!2 path)
                 (forall ((path!2 path)) (=> (acl.path a a!2 path!2) (dominates path path!2)))))))
             (exists ((o env))
              (and
               (offer.live o)
               (and
                (offer.to o x)
                (and
                 (forall ((key ucap.slot)) (=> (offer.key o key) (ucap.live o key)))
                 (forall ((key ucap.slot))
                  (=>
                   (offer.key o key)
                   (and (=> (offer.rights.write o) (ucap.rights.write o key)) (ucap.rights.dup o key))))
                 (forall ((key ucap.slot))
                  (=>
                   (offer.key o key)
                   (forall ((path path))
                    (=>
                     (ucap.path o key path)
                     (forall ((path!2 path)) (=> (offer.path o path!2) (dominates path path!2))))))))
                (forall ((path path))
                 (=> (offer.path o path) (forall ((path!2 path)) (=> (acl.path a a!2 path!2) (dominates path path!2))))))))))))
         (exists ((m env) (m!2 pte.slot))
          (and
           (pte.live m m!2)
           (and
            (pte.target m m!2 p)
            (or
             (= m x)
             (or
              (exists ((k!2 ucap.slot))
               (and
                (ucap.live x k!2)
                (ucap.rights.write x k!2)
                (forall ((path path))
                 (=>
                  (ucap.path x k!2 path)
                  (forall ((path!2 path)) (=> (ucap.path m |ucap.slot#0| path!2) (dominates path path!2)))))))
              (exists ((o env))
               (and
                (offer.live o)
                (and
                 (offer.to o x)
                 (and
                  (forall ((key ucap.slot)) (=> (offer.key o key) (ucap.live o key)))
                  (forall ((key ucap.slot))
                   (=>
                    (offer.key o key)
                    (and (=> (offer.rights.write o) (ucap.rights.write o key)) (ucap.rights.dup o key))))
                  (forall ((key ucap.slot))
                   (=>
                    (offer.key o key)
                    (forall ((path path))
                     (=>
                      (ucap.path o key path)
                      (forall ((path!2 path)) (=> (offer.path o path!2) (dominates path path!2))))))))
                 (offer.rights.write o)
                 (forall ((path path))
                  (=>
                   (offer.path o path)
                   (forall ((path!2 path)) (=> (ucap.path m |ucap.slot#0| path!2) (dominates path path!2)))))))))))))))
       (or
        (exists ((a page) (a!2 acl.slot))
         (and
          (acl.live.after a a!2)
          (and
           (= a p)
           (or
            (exists ((k!2 ucap.slot))
             (and
              (ucap.live.after x k!2)
              (exists ((path path))
               (and
                (ucap.path.after x k!2 path)
                (exists ((path!2 path)) (and (acl.path.after a a!2 path!2) (dominates path path!2)))))))
            (exists ((o env))
             (and
              (offer.live.after o)
              (and
               (offer.to.after o x)
               (and
                (exists ((key ucap.slot)) (and (offer.key.after o key) (ucap.live.after o key)))
                (exists ((key ucap.slot))
                 (and
                  (offer.key.after o key)
                  (and (=> (offer.rights.write o) (ucap.rights.write o key)) (ucap.rights.dup o key))))
                (exists ((key ucap.slot))
                 (and
                  (offer.key.after o key)
                  (exists ((path path))
                   (and
                    (ucap.path.after o key path)
                    (exists ((path!2 path)) (and (offer.path.after o path!2) (dominates path path!2))))))))
               (exists ((path path))
                (and
                 (offer.path.after o path)
                 (exists ((path!2 path)) (and (acl.path.after a a!2 path!2) (dominates path path!2))))))))))))
        (exists ((m env) (m!2 pte.slot))
         (and
          (pte.live.after m m!2)
          (and
           (pte.target.after m m!2 p)
           (or
            (= m x)
            (or
             (exists ((k!2 ucap.slot))
              (and
               (ucap.live.after x k!2)
               (ucap.rights.write x k!2)
               (exists ((path path))
                (and
                 (ucap.path.after x k!2 path)
                 (exists ((path!2 path)) (and (ucap.path.after m |ucap.slot#0| path!2) (dominates path path!2)))))))
             (exists ((o env))
              (and
               (offer.live.after o)
               (and
                (offer.to.after o x)
                (and
                 (exists ((key ucap.slot)) (and (offer.key.after o key) (ucap.live.after o key)))
                 (exists ((key ucap.slot))
                  (and
                   (offer.key.after o key)
                   (and (=> (offer.rights.write o) (ucap.rights.write o key)) (ucap.rights.dup o key))))
                 (exists ((key ucap.slot))
                  (and
                   (offer.key.after o key)
                   (exists ((path path))
                    (and
                     (ucap.path.after o key path)
                     (exists ((path!2 path)) (and (offer.path.after o path!2) (dominates path path!2))))))))
                (offer.rights.write o)
                (exists ((path path))
                 (and
                  (offer.path.after o path)
                  (exists ((path!2 path)) (and (ucap.path.after m |ucap.slot#0| path!2) (dominates path path!2)))))))))))))))
      (or
       (and
        (and (not (page.status.user p)) (not (page.status.reserved p)))
        (or
         (exists ((a page) (a!2 acl.slot))
          (and
           (acl.live.after a a!2)
           (and
            (= a p)
            (or
             (exists ((k!2 ucap.slot))
              (and
               (ucap.live.after e k!2)
               (forall ((path path))
                (=>
                 (ucap.path.after e k!2 path)
                 (forall ((path!2 path)) (=> (acl.path.after a a!2 path!2) (dominates path path!2)))))))
             (exists ((o env))
              (and
               (offer.live.after o)
               (and
                (offer.to.after o e)
                (and
                 (forall ((key ucap.slot)) (=> (offer.key.after o key) (ucap.live.after o key)))
                 (forall ((key ucap.slot))
                  (=>
                   (offer.key.after o key)
                   (and (=> (offer.rights.write o) (ucap.rights.write o key)) (ucap.rights.dup o key))))
                 (forall ((key ucap.slot))
                  (=>
                   (offer.key.after o key)
                   (forall ((path path))
                    (=>
                     (ucap.path.after o key path)
                     (forall ((path!2 path)) (=> (offer.path.after o path!2) (dominates path path!2))))))))
                (forall ((path path))
                 (=>
                  (offer.path.after o path)
                  (forall ((path!2 path)) (=> (acl.path.after a a!2 path!2) (dominates path path!2))))))))))))
         (exists ((m env) (m!2 pte.slot))
          (and
           (pte.live.after m m!2)
           (and
            (pte.target.after m m!2 p)
            (or
             (= m e)
             (or
              (exists ((k!2 ucap.slot))
               (and
                (ucap.live.after e k!2)
                (ucap.rights.write e k!2)
                (forall ((path path))
                 (=>
                  (ucap.path.after e k!2 path)
                  (forall ((path!2 path)) (=> (ucap.path.after m |ucap.slot#0| path!2) (dominates path path!2)))))))
              (exists ((o env))
               (and
                (offer.live.after o)
                (and
                 (offer.to.after o e)
                 (and
                  (forall ((key ucap.slot)) (=> (offer.key.after o key) (ucap.live.after o key)))
                  (forall ((key ucap.slot))
                   (=>
                    (offer.key.after o key)
                    (and (=> (offer.rights.write o) (ucap.rights.write o key)) (ucap.rights.dup o key))))
                  (forall ((key ucap.slot))
                   (=>
                    (offer.key.after o key)
                    (forall ((path path))
                     (=>
                      (ucap.path.after o key path)
                      (forall ((path!2 path)) (=> (offer.path.after o path!2) (dominates path path!2))))))))
                 (offer.rights.write o)
                 (forall ((path path))
                  (=>
                   (offer.path.after o path)
                   (forall ((path!2 path)) (=> (ucap.path.after m |ucap.slot#0| path!2) (dominates path path!2)))))))))))))))
       (or
        (exists ((a page) (a!2 acl.slot))
         (and
          (acl.live a a!2)
          (and
           (= a p)
           (or
            (exists ((k!2 ucap.slot))
             (and
              (ucap.live e k!2)
              (forall ((path path))
               (=> (ucap.path e k!2 path) (forall ((path!2 path)) (=> (acl.path a a!2 path!2) (dominates path path!2)))))))
            (exists ((o env))
             (and
              (offer.live o)
              (and
               (offer.to o e)
               (and
                (forall ((key ucap.slot)) (=> (offer.key o key) (ucap.live o key)))
                (forall ((key ucap.slot))
                 (=>
                  (offer.key o key)
                  (and (=> (offer.rights.write o) (ucap.rights.write o key)) (ucap.rights.dup o key))))
                (forall ((key ucap.slot))
                 (=>
                  (offer.key o key)
                  (forall ((path path))
                   (=>
                    (ucap.path o key path)
                    (forall ((path!2 path)) (=> (offer.path o path!2) (dominates path path!2))))))))
               (forall ((path path))
                (=> (offer.path o path) (forall ((path!2 path)) (=> (acl.path a a!2 path!2) (dominates path path!2))))))))))))
        (exists ((m env) (m!2 pte.slot))
         (and
          (pte.live m m!2)
          (and
           (pte.target m m!2 p)
           (or
            (= m e)
            (or
             (exists ((k!2 ucap.slot))
              (and
               (ucap.live e k!2)
               (ucap.rights.write e k!2)
               (forall ((path path))
                (=>
                 (ucap.path e k!2 path)
                 (forall ((path!2 path)) (=> (ucap.path m |ucap.slot#0| path!2) (dominates path path!2)))))))
             (exists ((o env))
              (and
               (offer.live o)
               (and
                (offer.to o e)
                (and
                 (forall ((key ucap.slot)) (=> (offer.key o key) (ucap.live o key)))
                 (forall ((key ucap.slot))
                  (=>
                   (offer.key o key)
                   (and (=> (offer.rights.write o) (ucap.rights.write o key)) (ucap.rights.dup o key))))
                 (forall ((key ucap.slot))
                  (=>
                   (offer.key o key)
                   (forall ((path path))
                    (=>
                     (ucap.path o key path)
                     (forall ((path!2 path)) (=> (offer.path o path!2) (dominates path path!2))))))))
                (offer.rights.write o)
                (forall ((path path))
                 (=>
                  (offer.path o path)
                  (forall ((path!2 path)) (=> (ucap.path m |ucap.slot#0| path!2) (dominates path path!2)))))))))))))))))))))
(check-sat)
(pop 1)

(push 1)
; integrity, part 1 of 3
(assert
 (not
  (=>
   succeeds
   (forall ((p page))
    (let ((it (page.status.reserved p)))
     (let ((it!2 (=> (page.buffer p) (page.buffer p))))
      (let ((it!3 (=> (page.dma p) (page.dma p))))
       (=>
        (or
         (not (and (= (page.status.user.after p) (page.status.user p)) (= (page.status.reserved.after p) it)))
         (not (and it!2 it!2))
         (not (and it!3 it!3))
         (not (= (page.listed.after p) (page.listed p))))
        (or
         (and (not (page.status.user p)) (not it))
         (or
          (exists ((a page) (a!2 acl.slot))
           (and
            (acl.live a a!2)
            (and
             (= a p)
             (or
              (exists ((k!2 ucap.slot))
               (and
                (ucap.live e k!2)
                (forall ((path path))
                 (=>
                  (ucap.path e k!2 path)
                  (forall ((path!2 path)) (=> (acl.path a a!2 path!2) (dominates path path!2)))))))
              (exists ((o env))
               (and
                (offer.live o)
                (and
                 (offer.to o e)
                 (and
                  (forall ((key ucap.slot)) (=> (offer.key o key) (ucap.live o key)))
                  (forall ((key ucap.slot))
                   (=>
                    (offer.key o key)
                    (and (=> (offer.rights.write o) (ucap.rights.write o key)) (ucap.rights.dup o key))))
                  (forall ((key ucap.slot))
                   (=>
                    (offer.key o key)
                    (forall ((path path))
                     (=>
                      (ucap.path o key path)
                      (forall ((path!2 path)) (=> (offer.path o path!2) (dominates path path!2))))))))
                 (forall ((path path))
                  (=> (offer.path o path) (forall ((path!2 path)) (=> (acl.path a a!2 path!2) (dominates path path!2))))))))))))
          (exists ((m env) (m!2 pte.slot))
           (and
            (pte.live m m!2)
            (and
             (pte.target m m!2 p)
             (or
              (= m e)
              (or
               (exists ((k!2 ucap.slot))
                (and
                 (ucap.live e k!2)
                 (ucap.rights.write e k!2)
                 (forall ((path path))
                  (=>
                   (ucap.path e k!2 path)
                   (forall ((path!2 path)) (=> (ucap.path m |ucap.slot#0| path!2) (dominates path path!2)))))))
               (exists ((o env))
                (and
                 (offer.live o)
                 (and
                  (offer.to o e)
                  (and
                   (forall ((key ucap.slot)) (=> (offer.key o key) (ucap.live o key)))
                   (forall ((key ucap.slot))
                    (=>
                     (offer.key o key)
                     (and (=> (offer.rights.write o) (ucap.rights.write o key)) (ucap.rights.dup o key))))
                   (forall ((key ucap.slot))
                    (=>
                     (offer.key o key)
                     (forall ((path path))
                      (=>
                       (ucap.path o key path)
                       (forall ((path!2 path)) (=> (offer.path o path!2) (dominates path path!2))))))))
                  (offer.rights.write o)
                  (forall ((path path))
                   (=>
                    (offer.path o path)
                    (forall ((path!2 path)) (=> (ucap.path m |ucap.slot#0| path!2) (dominates path path!2)))))))))))))))))))))))
(check-sat)
(pop 1)

(push 1)
; integrity, part 2 of 3
(assert
 (not
  (=>
   succeeds
   (forall ((c env) (c!2 pte.slot) (p page))
    (=>
     (or (pte.live c c!2) (pte.live.after c c!2))
     (=>
      (and
       (or (and (pte.live c c!2) (pte.target c c!2 p)) (and (pte.live.after c c!2) (pte.target.after c c!2 p)))
       (or
        (not (pte.live c c!2))
        (not (pte.live.after c c!2))
        (not (forall ((same page)) (= (pte.target.after c c!2 same) (pte.target c c!2 same))))))
      (or
       (and (not (page.status.user p)) (not (page.status.reserved p)))
       (or
        (exists ((a page) (a!2 acl.slot))
         (and
          (acl.live a a!2)
          (and
           (= a p)
           (or
            (exists ((k!2 ucap.slot))
             (and
              (ucap.live e k!2)
              (forall ((path path))
               (=> (ucap.path e k!2 path) (forall ((path!2 path)) (=> (acl.path a a!2 path!2) (dominates path path!2)))))))
            (exists ((o env))
             (and
              (offer.live o)
              (and
               (offer.to o e)
               (and
                (forall ((key ucap.slot)) (=> (offer.key o key) (ucap.live o key)))
                (forall ((key ucap.slot))
                 (=>
                  (offer.key o key)
                  (and (=> (offer.rights.write o) (ucap.rights.write o key)) (ucap.rights.dup o key))))
                (forall ((key ucap.slot))
                 (=>
                  (offer.key o key)
                  (forall ((path path))
                   (=>
                    (ucap.path o key path)
                    (forall ((path!2 path)) (=> (offer.path o path!2) (dominates path path!2))))))))
               (forall ((path path))
                (=> (offer.path o path) (forall ((path!2 path)) (=> (acl.path a a!2 path!2) (dominates path path!2))))))))))))
        (exists ((m env) (m!2 pte.slot))
         (and
          (pte.live m m!2)
          (and
           (pte.target m m!2 p)
           (or
            (= m e)
            (or
             (exists ((k!2 ucap.slot))
              (and
               (ucap.live e k!2)
               (ucap.rights.write e k!2)
               (forall ((path path))
                (=>
                 (ucap.path e k!2 path)
                 (forall ((path!2 path)) (=> (ucap.path m |ucap.slot#0| path!2) (dominates path path!2)))))))
             (exists ((o env))
              (and
               (offer.live o)
               (and
                (offer.to o e)
                (and
                 (forall ((key ucap.slot)) (=> (offer.key o key) (ucap.live o key)))
                 (forall ((key ucap.slot))
                  (=>
                   (offer.key o key)
                   (and (=> (offer.rights.write o) (ucap.rights.write o key)) (ucap.rights.dup o key))))
                 (forall ((key ucap.slot))
                  (=>
                   (offer.key o key)
                   (forall ((path path))
                    (=>
                     (ucap.path o key path)
                     (forall ((path!2 path)) (=> (offer.path o path!2) (dominates path path!2))))))))
                (offer.rights.write o)
                (forall ((path path))
                 (=>
                  (offer.path o path)
                  (forall ((path!2 path)) (=> (ucap.path m |ucap.slot#0| path!2) (dominates path path!2)))))))))))))))))))))
(check-sat)
(pop 1)

(push 1)
; integrity, part 3 of 3
(assert false)
(check-sat)
(pop 1)
