; xok: what `revoke_pages` keeps. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort env 0)
(declare-sort pte.slot 0)
(declare-sort page 0)
(declare-sort acl.slot 0)
(declare-sort ucap.slot 0)
(declare-sort path 0)
(declare-sort awaited.slot 0)
(declare-fun env.phase.asked (env) Bool)
(declare-fun pte.live (env pte.slot) Bool)
(declare-fun pte.target (env pte.slot page) Bool)
(declare-fun p () page)
(declare-fun m () env)
(declare-fun env.deadline (env) Int)
(declare-fun now () Int)
(declare-fun env.since (env) Int)
(declare-fun env.entered (env) Int)
(declare-fun acl.live (page acl.slot) Bool)
(declare-fun acl.rights.dup (page acl.slot) Bool)
(declare-fun ucap.live (env ucap.slot) Bool)
(declare-fun e () env)
(declare-fun k () ucap.slot)
(declare-fun ucap.rights.dup (env ucap.slot) Bool)
(declare-fun ucap.path (env ucap.slot path) Bool)
(declare-fun acl.path (page acl.slot path) Bool)
(declare-fun dominates (path path) Bool)
(declare-fun env.live (env) Bool)
(declare-fun offer.to (env env) Bool)
(declare-fun offer.live (env) Bool)
(declare-fun offer.key (env ucap.slot) Bool)
(declare-fun offer.path (env path) Bool)
(declare-fun page.status.reserved (page) Bool)
(declare-fun page.status.user (page) Bool)
(declare-fun page.max_readers (page) Int)
(declare-fun page.max_writers (page) Int)
(declare-fun page.listed (page) Int)
(declare-fun awaited.page (env awaited.slot page) Bool)
(declare-fun awaited.live (env awaited.slot) Bool)
(declare-fun |ucap.slot#0| () ucap.slot)
(declare-fun ucap.rights.write (env ucap.slot) Bool)
(declare-fun refs (page) Int)
(declare-fun writers (page) Int)
(declare-fun |acl.slot#0| () acl.slot)
(declare-fun acl.rights.write (page acl.slot) Bool)
(declare-fun |acl.slot#1| () acl.slot)
(declare-fun pte.rights.write (env pte.slot) Bool)
(declare-fun waiters (page) Int)
(declare-fun m!2 () pte.slot)
(declare-fun page.dma (page) Bool)
(declare-fun page.buffer (page) Bool)
(declare-fun offer.rights.write (env) Bool)

; ---- the step, from the state before to the state after
(define-fun env.phase.asked.after ((x env)) Bool
 (ite
  (exists ((m env) (m!2 pte.slot)) (and (pte.live m m!2) (and (pte.target m m!2 p) (not (env.phase.asked m)))))
  (or (= x m) (env.phase.asked x))
  (env.phase.asked x)))
(define-fun env.deadline.after ((x env)) Int
 (ite
  (exists ((m!2 env) (m!3 pte.slot)) (and (pte.live m!2 m!3) (and (pte.target m!2 m!3 p) (not (env.phase.asked m!2)))))
  (ite (= x m) (+ now 10000) (env.deadline x))
  (env.deadline x)))
(define-fun env.since.after ((x env)) Int
 (ite
  (exists ((m!2 env) (m!3 pte.slot)) (and (pte.live m!2 m!3) (and (pte.target m!2 m!3 p) (not (env.phase.asked m!2)))))
  (ite (not (env.phase.asked m)) (ite (= x m) now (env.since x)) (env.since x))
  (env.since x)))
(define-fun env.entered.after ((x env)) Int
 (ite
  (exists ((m!2 env) (m!3 pte.slot)) (and (pte.live m!2 m!3) (and (pte.target m!2 m!3 p) (not (env.phase.asked m!2)))))
  (ite (= x m) now (env.entered x))
  (env.entered x)))
(define-fun emitted.please_free ((x env)) Bool
 (and
  (exists ((m!2 env) (m!3 pte.slot)) (and (pte.live m!2 m!3) (and (pte.target m!2 m!3 p) (not (env.phase.asked m!2)))))
  (= m x)))
(define-fun succeeds () Bool
 (exists ((a page) (a!2 acl.slot))
  (and
   (acl.live a a!2)
   (and
    (= a p)
    (acl.rights.dup a a!2)
    (and
     (ucap.live e k)
     (ucap.rights.dup e k)
     (forall ((path path))
      (=> (ucap.path e k path) (forall ((path!2 path)) (=> (acl.path a a!2 path!2) (dominates path path!2))))))))))

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
(assert (forall ((p!2 page)) (=> (and (page.status.user p!2) (not (page.status.reserved p!2))) (< 0 (refs p!2)))))
; mapped_is_used
(assert
 (forall ((m!2 env) (m!3 pte.slot))
  (=>
   (pte.live m!2 m!3)
   (forall ((target page))
    (=> (pte.target m!2 m!3 target) (and (page.status.user target) (not (page.status.reserved target))))))))
; writers_within
(assert (forall ((p!2 page)) (<= (writers p!2) (refs p!2))))
; limits
(assert
 (forall ((p!2 page))
  (=>
   (and (page.status.user p!2) (not (page.status.reserved p!2)))
   (or
    (and (= (page.max_readers p!2) 15) (= (page.max_writers p!2) 15))
    (and (<= (refs p!2) (page.max_readers p!2)) (<= (writers p!2) (page.max_writers p!2)))))))
; guards_used
(assert
 (forall ((a page) (a!2 acl.slot)) (=> (acl.live a a!2) (and (page.status.user a) (not (page.status.reserved a))))))
; controlled
(assert
 (forall ((p!2 page))
  (=>
   (and (page.status.user p!2) (not (page.status.reserved p!2)))
   (and (acl.live p!2 |acl.slot#0|) (and (acl.rights.write p!2 |acl.slot#0|) (acl.rights.dup p!2 |acl.slot#0|))))))
; listed_is
(assert
 (forall ((p!2 page))
  (let ((it (not (and (page.status.user p!2) (not (page.status.reserved p!2))))))
   (let ((it!2 (acl.live p!2 |acl.slot#1|)))
    (and
     (=> it (= (page.listed p!2) 0))
     (or it (and (=> it!2 (= (page.listed p!2) 2)) (or it!2 (= (page.listed p!2) 1)))))))))
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
 (forall ((m!2 env) (m!3 pte.slot))
  (=>
   (pte.live m!2 m!3)
   (not
    (exists ((target page))
     (and (pte.target m!2 m!3 target) (and (not (page.status.user target)) (not (page.status.reserved target)))))))))
; awaited.env.refers
(assert (forall ((x env) (x!2 awaited.slot)) (=> (awaited.live x x!2) (env.live x))))
; env.deadline
(assert
 (forall ((p!2 env))
  (=>
   (env.live p!2)
   (and
    (=>
     (env.phase.asked p!2)
     (and (<= (env.deadline p!2) (+ (env.since p!2) 10000)) (<= (+ (env.entered p!2) 10000) (env.deadline p!2))))
    (=>
     (env.phase.asked p!2)
     (and (<= (env.since p!2) (env.entered p!2)) (<= (env.entered p!2) now) (<= now (+ (env.deadline p!2) 10))))))))
; env.bounded
(assert (forall ((p!2 env)) (=> (env.live p!2) (=> (env.phase.asked p!2) (<= now (+ (env.since p!2) 10010))))))
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
; the step's arguments, and names for what it meets
(assert (env.live e))
(assert
 (=>
  (exists ((m!2 env) (m!3 pte.slot)) (and (pte.live m!2 m!3) (and (pte.target m!2 m!3 p) (not (env.phase.asked m!2)))))
  (and (pte.live m m!2) (and (pte.target m m!2 p) (not (env.phase.asked m))))))
; counts of the state after
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
   (forall ((t env))
    (=>
     (env.live t)
     (and (ucap.live t |ucap.slot#0|) (and (ucap.rights.write t |ucap.slot#0|) (ucap.rights.dup t |ucap.slot#0|))))))))
(check-sat)
(pop 1)

(push 1)
; used_is_mapped
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 page)) (=> (and (page.status.user p!2) (not (page.status.reserved p!2))) (< 0 (refs p!2)))))))
(check-sat)
(pop 1)

(push 1)
; mapped_is_used
(assert
 (not
  (=>
   succeeds
   (forall ((m!3 env) (m!4 pte.slot))
    (=>
     (pte.live m!3 m!4)
     (forall ((target page))
      (=> (pte.target m!3 m!4 target) (and (page.status.user target) (not (page.status.reserved target))))))))))
(check-sat)
(pop 1)

(push 1)
; writers_within
(assert (not (=> succeeds (forall ((p!2 page)) (<= (writers p!2) (refs p!2))))))
(check-sat)
(pop 1)

(push 1)
; limits
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 page))
    (=>
     (and (page.status.user p!2) (not (page.status.reserved p!2)))
     (or
      (and (= (page.max_readers p!2) 15) (= (page.max_writers p!2) 15))
      (and (<= (refs p!2) (page.max_readers p!2)) (<= (writers p!2) (page.max_writers p!2)))))))))
(check-sat)
(pop 1)

(push 1)
; guards_used
(assert
 (not
  (=>
   succeeds
   (forall ((a page) (a!2 acl.slot)) (=> (acl.live a a!2) (and (page.status.user a) (not (page.status.reserved a))))))))
(check-sat)
(pop 1)

(push 1)
; controlled
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 page))
    (=>
     (and (page.status.user p!2) (not (page.status.reserved p!2)))
     (and (acl.live p!2 |acl.slot#0|) (and (acl.rights.write p!2 |acl.slot#0|) (acl.rights.dup p!2 |acl.slot#0|))))))))
(check-sat)
(pop 1)

(push 1)
; listed_is
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 page))
    (let ((it (not (and (page.status.user p!2) (not (page.status.reserved p!2))))))
     (let ((it!2 (acl.live p!2 |acl.slot#1|)))
      (and
       (=> it (= (page.listed p!2) 0))
       (or it (and (=> it!2 (= (page.listed p!2) 2)) (or it!2 (= (page.listed p!2) 1)))))))))))
(check-sat)
(pop 1)

(push 1)
; pinned_stays
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 page))
    (let ((it (and (not (page.status.user p!2)) (not (page.status.reserved p!2)))))
     (=> (and it (or (page.dma p!2) (< 0 (waiters p!2)))) it))))))
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
      (or (ucap.live c c!2) (ucap.live c c!2))
      (=>
       (and
        (ucap.live c c!2)
        (not (and (ucap.live c c!2) (and (=> it it) (=> (ucap.rights.dup c c!2) (ucap.rights.dup c c!2))))))
       (exists ((d env) (d!2 ucap.slot))
        (and
         (ucap.live d d!2)
         (and
          (ucap.live d d!2)
          (forall ((path path))
           (=> (ucap.path d d!2 path) (forall ((path!2 path)) (=> (ucap.path c c!2 path!2) (dominates path path!2)))))
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
   (forall ((m!3 env) (m!4 pte.slot) (p!2 page))
    (let ((it (pte.target m!3 m!4 p!2)))
     (let ((it!2 (pte.rights.write m!3 m!4)))
      (=>
       (or (pte.live m!3 m!4) (pte.live m!3 m!4))
       (=>
        (and (pte.live m!3 m!4) it (not (and (and (pte.live m!3 m!4) it) (=> it!2 it!2))))
        (or
         (and (not (page.status.user p!2)) (not (page.status.reserved p!2)))
         (exists ((k!2 ucap.slot))
          (or
           (exists ((a page) (a!2 acl.slot))
            (and
             (acl.live a a!2)
             (and
              (= a p!2)
              (acl.rights.write a a!2)
              (and
               (ucap.live e k!2)
               (ucap.rights.write e k!2)
               (forall ((path path))
                (=>
                 (ucap.path e k!2 path)
                 (forall ((path!2 path)) (=> (acl.path a a!2 path!2) (dominates path path!2)))))))))
           (and
            (not (pte.rights.write m!3 m!4))
            (exists ((a page) (a!2 acl.slot))
             (and
              (acl.live a a!2)
              (and
               (= a p!2)
               (and
                (ucap.live e k!2)
                (forall ((path path))
                 (=>
                  (ucap.path e k!2 path)
                  (forall ((path!2 path)) (=> (acl.path a a!2 path!2) (dominates path path!2)))))))))))))))))))))
(check-sat)
(pop 1)

(push 1)
; no_buffer
(assert
 (not
  (=>
   succeeds
   (forall ((m!3 env) (m!4 pte.slot) (p!2 page))
    (let ((it (pte.target m!3 m!4 p!2)))
     (=>
      (or (pte.live m!3 m!4) (pte.live m!3 m!4))
      (=> (and (pte.live m!3 m!4) it (not (and (pte.live m!3 m!4) it))) (not (page.buffer p!2)))))))))
(check-sat)
(pop 1)

(push 1)
; asked_by
(assert
 (not
  (=>
   succeeds
   (forall ((t env))
    (=>
     (or (env.live t) (env.live t))
     (=>
      (and (and (env.live t) (not (env.phase.asked t))) (env.live t) (env.phase.asked.after t))
      (exists ((m!3 env) (m!4 pte.slot) (k!2 ucap.slot))
       (and
        (pte.live m!3 m!4)
        (and
         (= m!3 t)
         (exists ((a page) (a!2 acl.slot))
          (and
           (acl.live a a!2)
           (and
            (pte.target m!3 m!4 a)
            (acl.rights.dup a a!2)
            (and
             (ucap.live e k!2)
             (ucap.rights.dup e k!2)
             (forall ((path path))
              (=> (ucap.path e k!2 path) (forall ((path!2 path)) (=> (acl.path a a!2 path!2) (dominates path path!2))))))))))))))))))
(check-sat)
(pop 1)

(push 1)
; revoke_pages.defined
(assert
 (let ((it
        (exists ((m!3 env) (m!4 pte.slot))
         (and (pte.live m!3 m!4) (and (pte.target m!3 m!4 p) (not (env.phase.asked m!3)))))))
  (let ((it!2 (=> succeeds (=> it (env.live m)))))
   (let ((it!3 (and it (not (env.phase.asked m)))))
    (not
     (and
      (forall ((a page) (a!2 acl.slot))
       (=>
        (acl.live a a!2)
        (=>
         (= a p)
         (and
          (acl.live a a!2)
          (=>
           (acl.rights.dup a a!2)
           (=> (ucap.live e k) (and (ucap.live e k) (=> (ucap.rights.dup e k) (and (ucap.live e k) (acl.live a a!2))))))))))
      (=>
       succeeds
       (forall ((m!3 env) (m!4 pte.slot))
        (=> (pte.live m!3 m!4) (and (pte.live m!3 m!4) (=> (pte.target m!3 m!4 p) (env.live m!3))))))
      it!2
      (=> succeeds (=> it!3 (env.live m)))
      (=> succeeds (=> it!3 (>= now 0)))
      it!2
      it!2
      (=> succeeds (=> it (>= (+ now 10000) 0)))
      it!2
      (=> succeeds (=> it (>= now 0)))
      (=> succeeds (>= now 0))
      (=> succeeds (forall ((x env)) (=> (env.live x) (>= (env.deadline.after x) 0))))
      (=> succeeds (forall ((x env)) (=> (env.live x) (>= (env.since.after x) 0))))
      (=> succeeds (forall ((x env)) (=> (env.live x) (>= (env.entered.after x) 0))))
      (=> succeeds (forall ((x env) (x!2 ucap.slot) (y path)) (=> (ucap.path x x!2 y) (ucap.live x x!2))))
      (=>
       succeeds
       (forall ((x env) (x!2 ucap.slot) (y path) (z path)) (=> (and (ucap.path x x!2 y) (ucap.path x x!2 z)) (= y z))))
      (=> succeeds (forall ((x env) (x!2 ucap.slot)) (=> (ucap.live x x!2) (exists ((y path)) (ucap.path x x!2 y)))))
      (=> succeeds (forall ((x env) (y env)) (=> (offer.to x y) (offer.live x))))
      (=> succeeds (forall ((x env) (y env) (z env)) (=> (and (offer.to x y) (offer.to x z)) (= y z))))
      (=> succeeds (forall ((x env)) (=> (offer.live x) (exists ((y env)) (offer.to x y)))))
      (=> succeeds (forall ((x env) (y ucap.slot)) (=> (offer.key x y) (offer.live x))))
      (=> succeeds (forall ((x env) (y ucap.slot) (z ucap.slot)) (=> (and (offer.key x y) (offer.key x z)) (= y z))))
      (=> succeeds (forall ((x env)) (=> (offer.live x) (exists ((y ucap.slot)) (offer.key x y)))))
      (=> succeeds (forall ((x env) (y path)) (=> (offer.path x y) (offer.live x))))
      (=> succeeds (forall ((x env) (y path) (z path)) (=> (and (offer.path x y) (offer.path x z)) (= y z))))
      (=> succeeds (forall ((x env)) (=> (offer.live x) (exists ((y path)) (offer.path x y)))))
      (=> succeeds (forall ((x page)) (not (and (page.status.reserved x) (page.status.user x)))))
      (=> succeeds (forall ((x page)) (and (>= (page.max_readers x) 0) (<= (page.max_readers x) 15))))
      (=> succeeds (forall ((x page)) (and (>= (page.max_writers x) 0) (<= (page.max_writers x) 15))))
      (=> succeeds (forall ((x page)) (and (>= (page.listed x) 0) (<= (page.listed x) 2))))
      (=> succeeds (forall ((x page) (x!2 acl.slot) (y path)) (=> (acl.path x x!2 y) (acl.live x x!2))))
      (=>
       succeeds
       (forall ((x page) (x!2 acl.slot) (y path) (z path)) (=> (and (acl.path x x!2 y) (acl.path x x!2 z)) (= y z))))
      (=> succeeds (forall ((x page) (x!2 acl.slot)) (=> (acl.live x x!2) (exists ((y path)) (acl.path x x!2 y)))))
      (=> succeeds (forall ((x env) (x!2 pte.slot) (y page)) (=> (pte.target x x!2 y) (pte.live x x!2))))
      (=>
       succeeds
       (forall ((x env) (x!2 pte.slot) (y page) (z page)) (=> (and (pte.target x x!2 y) (pte.target x x!2 z)) (= y z))))
      (=> succeeds (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (exists ((y page)) (pte.target x x!2 y)))))
      (=> succeeds (forall ((x env) (x!2 awaited.slot) (y page)) (=> (awaited.page x x!2 y) (awaited.live x x!2))))
      (=>
       succeeds
       (forall ((x env) (x!2 awaited.slot) (y page) (z page))
        (=> (and (awaited.page x x!2 y) (awaited.page x x!2 z)) (= y z))))
      (=>
       succeeds
       (forall ((x env) (x!2 awaited.slot)) (=> (awaited.live x x!2) (exists ((y page)) (awaited.page x x!2 y)))))))))))
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
    (let ((it (and (ucap.live c c!2) (ucap.live c c!2))))
     (let ((it!2 (ucap.rights.write c c!2)))
      (=>
       (or (ucap.live c c!2) (ucap.live c c!2))
       (and
        (=> (ucap.live c c!2) (=> (ucap.live c c!2) (and it it)))
        (=>
         (and
          (ucap.live c c!2)
          (not (and (ucap.live c c!2) (and (=> it!2 it!2) (=> (ucap.rights.dup c c!2) (ucap.rights.dup c c!2))))))
         (forall ((d env) (d!2 ucap.slot))
          (=>
           (ucap.live d d!2)
           (=>
            (ucap.live d d!2)
            (and
             (and (ucap.live d d!2) (ucap.live c c!2))
             (=>
              (exists ((path path))
               (and
                (ucap.path d d!2 path)
                (exists ((path!2 path)) (and (ucap.path c c!2 path!2) (dominates path path!2)))))
              (and
               (and (ucap.live c c!2) (ucap.live d d!2))
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
   (forall ((m!3 env) (m!4 pte.slot) (p!2 page))
    (let ((it (pte.target m!3 m!4 p!2)))
     (let ((it!2 (and (pte.live m!3 m!4) it)))
      (let ((it!3 (pte.rights.write m!3 m!4)))
       (=>
        (or (pte.live m!3 m!4) (pte.live m!3 m!4))
        (and
         (=>
          (pte.live m!3 m!4)
          (and
           (pte.live m!3 m!4)
           (=>
            it
            (and (=> (pte.live m!3 m!4) (pte.live m!3 m!4)) (=> it!2 (and (pte.live m!3 m!4) (pte.live m!3 m!4)))))))
         (=>
          (and (pte.live m!3 m!4) it (not (and it!2 (=> it!3 it!3))))
          (or
           (and (not (page.status.user p!2)) (not (page.status.reserved p!2)))
           (forall ((k!2 ucap.slot))
            (and
             (forall ((a page) (a!2 acl.slot))
              (=>
               (acl.live a a!2)
               (=>
                (= a p!2)
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
                 (= a p!2)
                 (acl.rights.write a a!2)
                 (and
                  (ucap.live e k!2)
                  (ucap.rights.write e k!2)
                  (forall ((path path))
                   (=>
                    (ucap.path e k!2 path)
                    (forall ((path!2 path)) (=> (acl.path a a!2 path!2) (dominates path path!2)))))))))
              (and
               (pte.live m!3 m!4)
               (=>
                (not (pte.rights.write m!3 m!4))
                (forall ((a page) (a!2 acl.slot))
                 (=>
                  (acl.live a a!2)
                  (=>
                   (= a p!2)
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
   (forall ((m!3 env) (m!4 pte.slot) (p!2 page))
    (=>
     (or (pte.live m!3 m!4) (pte.live m!3 m!4))
     (=>
      (pte.live m!3 m!4)
      (and (pte.live m!3 m!4) (=> (pte.target m!3 m!4 p!2) (=> (pte.live m!3 m!4) (pte.live m!3 m!4))))))))))
(check-sat)
(pop 1)

(push 1)
; asked_by.defined
(assert
 (not
  (=>
   succeeds
   (forall ((t env))
    (let ((it (=> (env.live t) (env.live t))))
     (let ((it!2 (and (env.live t) (not (env.phase.asked t)))))
      (=>
       (or (env.live t) (env.live t))
       (and
        (and it (=> it!2 it))
        (=>
         (and it!2 (env.live t) (env.phase.asked.after t))
         (forall ((m!3 env) (m!4 pte.slot) (k!2 ucap.slot))
          (=>
           (pte.live m!3 m!4)
           (=>
            (= m!3 t)
            (forall ((a page) (a!2 acl.slot))
             (=>
              (acl.live a a!2)
              (and
               (pte.live m!3 m!4)
               (=>
                (pte.target m!3 m!4 a)
                (and
                 (acl.live a a!2)
                 (=>
                  (acl.rights.dup a a!2)
                  (=>
                   (ucap.live e k!2)
                   (and (ucap.live e k!2) (=> (ucap.rights.dup e k!2) (and (ucap.live e k!2) (acl.live a a!2)))))))))))))))))))))))
(check-sat)
(pop 1)

(push 1)
; ucap.env.refers
(assert (not (=> succeeds (forall ((x env) (x!2 ucap.slot)) (=> (ucap.live x x!2) (env.live x))))))
(check-sat)
(pop 1)

(push 1)
; ucap.path.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; offer.env.refers
(assert (not (=> succeeds (forall ((x env)) (=> (offer.live x) (env.live x))))))
(check-sat)
(pop 1)

(push 1)
; offer.to.refers
(assert
 (not (=> succeeds (forall ((x env)) (=> (offer.live x) (forall ((to env)) (=> (offer.to x to) (env.live to))))))))
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
   (forall ((p!2 page))
    (let ((it (and (not (page.status.user p!2)) (not (page.status.reserved p!2)))))
     (=> (and (not it) it) (not (exists ((c env) (c!2 pte.slot)) (and (pte.live c c!2) (pte.target c c!2 p!2))))))))))
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
(assert (not (=> succeeds (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (env.live x))))))
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
   (forall ((m!3 env) (m!4 pte.slot))
    (=>
     (pte.live m!3 m!4)
     (not
      (exists ((target page))
       (and (pte.target m!3 m!4 target) (and (not (page.status.user target)) (not (page.status.reserved target)))))))))))
(check-sat)
(pop 1)

(push 1)
; awaited.env.refers
(assert (not (=> succeeds (forall ((x env) (x!2 awaited.slot)) (=> (awaited.live x x!2) (env.live x))))))
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
   (forall ((p!2 env))
    (let ((it (env.phase.asked.after p!2)))
     (=>
      (or (env.live p!2) (env.live p!2))
      (and
       (=> (and (env.live p!2) (not (env.live p!2))) (not it))
       (=> (and (env.live p!2) (env.live p!2) (not (env.phase.asked p!2))) (or (not it) it))
       (=> (and (env.live p!2) (env.live p!2) (env.phase.asked p!2)) (or (not it) it)))))))))
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
   (forall ((p!2 env))
    (let ((it (env.phase.asked.after p!2)))
     (let ((it!2 (env.deadline.after p!2)))
      (=>
       (env.live p!2)
       (and
        (=> it (and (<= it!2 (+ (env.since.after p!2) 10000)) (<= (+ (env.entered.after p!2) 10000) it!2)))
        (=>
         it
         (and (<= (env.since.after p!2) (env.entered.after p!2)) (<= (env.entered.after p!2) now) (<= now (+ it!2 10))))))))))))
(check-sat)
(pop 1)

(push 1)
; env.bounded, part 2 of 3
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 env))
    (=>
     (or (env.live p!2) (env.live p!2))
     (=>
      (and (env.live p!2) (env.live p!2) (and (env.phase.asked.after p!2) (<= (+ (env.deadline.after p!2) 10) now)))
      (and (env.phase.asked p!2) (<= (+ (env.deadline p!2) 10) now))))))))
(check-sat)
(pop 1)

(push 1)
; env.bounded, part 3 of 3
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 env)) (=> (env.live p!2) (=> (env.phase.asked.after p!2) (<= now (+ (env.since.after p!2) 10010))))))))
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
       (not
        (or
         (exists ((a page) (a!2 acl.slot))
          (and
           (acl.live a a!2)
           (and
            (= a p!2)
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
         (exists ((m!3 env) (m!4 pte.slot))
          (and
           (pte.live m!3 m!4)
           (and
            (pte.target m!3 m!4 p!2)
            (or
             (= m!3 x)
             (or
              (exists ((k!2 ucap.slot))
               (and
                (ucap.live x k!2)
                (ucap.rights.write x k!2)
                (forall ((path path))
                 (=>
                  (ucap.path x k!2 path)
                  (forall ((path!2 path)) (=> (ucap.path m!3 |ucap.slot#0| path!2) (dominates path path!2)))))))
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
                   (forall ((path!2 path)) (=> (ucap.path m!3 |ucap.slot#0| path!2) (dominates path path!2)))))))))))))))
       (or
        (exists ((a page) (a!2 acl.slot))
         (and
          (acl.live a a!2)
          (and
           (= a p!2)
           (or
            (exists ((k!2 ucap.slot))
             (and
              (ucap.live x k!2)
              (exists ((path path))
               (and
                (ucap.path x k!2 path)
                (exists ((path!2 path)) (and (acl.path a a!2 path!2) (dominates path path!2)))))))
            (exists ((o env))
             (and
              (offer.live o)
              (and
               (offer.to o x)
               (and
                (exists ((key ucap.slot)) (and (offer.key o key) (ucap.live o key)))
                (exists ((key ucap.slot))
                 (and
                  (offer.key o key)
                  (and (=> (offer.rights.write o) (ucap.rights.write o key)) (ucap.rights.dup o key))))
                (exists ((key ucap.slot))
                 (and
                  (offer.key o key)
                  (exists ((path path))
                   (and
                    (ucap.path o key path)
                    (exists ((path!2 path)) (and (offer.path o path!2) (dominates path path!2))))))))
               (exists ((path path))
                (and (offer.path o path) (exists ((path!2 path)) (and (acl.path a a!2 path!2) (dominates path path!2))))))))))))
        (exists ((m!3 env) (m!4 pte.slot))
         (and
          (pte.live m!3 m!4)
          (and
           (pte.target m!3 m!4 p!2)
           (or
            (= m!3 x)
            (or
             (exists ((k!2 ucap.slot))
              (and
               (ucap.live x k!2)
               (ucap.rights.write x k!2)
               (exists ((path path))
                (and
                 (ucap.path x k!2 path)
                 (exists ((path!2 path)) (and (ucap.path m!3 |ucap.slot#0| path!2) (dominates path path!2)))))))
             (exists ((o env))
              (and
               (offer.live o)
               (and
                (offer.to o x)
                (and
                 (exists ((key ucap.slot)) (and (offer.key o key) (ucap.live o key)))
                 (exists ((key ucap.slot))
                  (and
                   (offer.key o key)
                   (and (=> (offer.rights.write o) (ucap.rights.write o key)) (ucap.rights.dup o key))))
                 (exists ((key ucap.slot))
                  (and
                   (offer.key o key)
                   (exists ((path path))
                    (and
                     (ucap.path o key path)
                     (exists ((path!2 path)) (and (offer.path o path!2) (dominates path path!2))))))))
                (offer.rights.write o)
                (exists ((path path))
                 (and
                  (offer.path o path)
                  (exists ((path!2 path)) (and (ucap.path m!3 |ucap.slot#0| path!2) (dominates path path!2)))))))))))))))
      (or
       (and
        (and (not (page.status.user p!2)) (not (page.status.reserved p!2)))
        (or
         (exists ((a page) (a!2 acl.slot))
          (and
           (acl.live a a!2)
           (and
            (= a p!2)
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
         (exists ((m!3 env) (m!4 pte.slot))
          (and
           (pte.live m!3 m!4)
           (and
            (pte.target m!3 m!4 p!2)
            (or
             (= m!3 e)
             (or
              (exists ((k!2 ucap.slot))
               (and
                (ucap.live e k!2)
                (ucap.rights.write e k!2)
                (forall ((path path))
                 (=>
                  (ucap.path e k!2 path)
                  (forall ((path!2 path)) (=> (ucap.path m!3 |ucap.slot#0| path!2) (dominates path path!2)))))))
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
                   (forall ((path!2 path)) (=> (ucap.path m!3 |ucap.slot#0| path!2) (dominates path path!2)))))))))))))))
       (or
        (exists ((a page) (a!2 acl.slot))
         (and
          (acl.live a a!2)
          (and
           (= a p!2)
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
        (exists ((m!3 env) (m!4 pte.slot))
         (and
          (pte.live m!3 m!4)
          (and
           (pte.target m!3 m!4 p!2)
           (or
            (= m!3 e)
            (or
             (exists ((k!2 ucap.slot))
              (and
               (ucap.live e k!2)
               (ucap.rights.write e k!2)
               (forall ((path path))
                (=>
                 (ucap.path e k!2 path)
                 (forall ((path!2 path)) (=> (ucap.path m!3 |ucap.slot#0| path!2) (dominates path path!2)))))))
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
                  (forall ((path!2 path)) (=> (ucap.path m!3 |ucap.slot#0| path!2) (dominates path path!2)))))))))))))))))))))
(check-sat)
(pop 1)

(push 1)
; integrity, part 1 of 3
(assert
 (not
  (=>
   succeeds
   (forall ((p!2 page))
    (let ((it (=> (page.buffer p!2) (page.buffer p!2))))
     (let ((it!2 (=> (page.dma p!2) (page.dma p!2))))
      (=>
       (or (not (and it it)) (not (and it!2 it!2)))
       (or
        (and (not (page.status.user p!2)) (not (page.status.reserved p!2)))
        (or
         (exists ((a page) (a!2 acl.slot))
          (and
           (acl.live a a!2)
           (and
            (= a p!2)
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
         (exists ((m!3 env) (m!4 pte.slot))
          (and
           (pte.live m!3 m!4)
           (and
            (pte.target m!3 m!4 p!2)
            (or
             (= m!3 e)
             (or
              (exists ((k!2 ucap.slot))
               (and
                (ucap.live e k!2)
                (ucap.rights.write e k!2)
                (forall ((path path))
                 (=>
                  (ucap.path e k!2 path)
                  (forall ((path!2 path)) (=> (ucap.path m!3 |ucap.slot#0| path!2) (dominates path path!2)))))))
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
                   (forall ((path!2 path)) (=> (ucap.path m!3 |ucap.slot#0| path!2) (dominates path path!2))))))))))))))))))))))
(check-sat)
(pop 1)

(push 1)
; integrity, part 2 of 3
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
        (and (not (page.status.user p!2)) (not (page.status.reserved p!2)))
        (or
         (exists ((a page) (a!2 acl.slot))
          (and
           (acl.live a a!2)
           (and
            (= a p!2)
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
         (exists ((m!3 env) (m!4 pte.slot))
          (and
           (pte.live m!3 m!4)
           (and
            (pte.target m!3 m!4 p!2)
            (or
             (= m!3 e)
             (or
              (exists ((k!2 ucap.slot))
               (and
                (ucap.live e k!2)
                (ucap.rights.write e k!2)
                (forall ((path path))
                 (=>
                  (ucap.path e k!2 path)
                  (forall ((path!2 path)) (=> (ucap.path m!3 |ucap.slot#0| path!2) (dominates path path!2)))))))
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
                   (forall ((path!2 path)) (=> (ucap.path m!3 |ucap.slot#0| path!2) (dominates path path!2))))))))))))))))))))))
(check-sat)
(pop 1)

(push 1)
; integrity, part 3 of 3
(assert false)
(check-sat)
(pop 1)
